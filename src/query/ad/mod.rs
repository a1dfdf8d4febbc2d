//! `ad`: placeholder
