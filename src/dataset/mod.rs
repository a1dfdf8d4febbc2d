//! Where facts come from: the files of data/, embedded in the program and parsed when first asked for,
//! and a user's own files over them.
//!
//! Nothing here knows a question or a screen. A new file of facts is one struct in `files.rs` and one row in `table.rs`.

mod check;
mod diff;
mod files;
mod merge;
mod read;
mod store;
mod table;
mod user_data;
mod validate;

pub use self::diff::{Change, ChangeKind, FieldChange, changes};
pub use self::read::MAX_BYTES;
pub use self::store::{Dataset, SourceNames};
pub use self::table::{FILES, FileKind, FileSchema};
pub use self::user_data::{UserData, UserFile};
pub use self::validate::{FileCheck, validate};

/// Lets the other rooms name every file of facts.
macro_rules! exports {
    ($($collection:ident: $file:ident,)+) => {
        pub use self::files::{$($file),+};
    };
}
table::each_file!(exports);
