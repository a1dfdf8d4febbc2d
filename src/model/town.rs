//! Towns, departments and regions, so that a question about a place is understood however it is named.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{EntryId, SourceId};
use super::name::{fold, key};

/// A region by its official code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// The official code: `84`.
    pub id: EntryId,
    /// The name it goes by.
    #[schemars(regex(pattern = r"\S"))]
    pub name: String,
    /// Other names it is known by: `aura`.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

/// A department by its official code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// The official code: `69`, `2A`, `974`.
    pub id: EntryId,
    /// The name it goes by.
    #[schemars(regex(pattern = r"\S"))]
    pub name: String,
    /// The code of its region.
    pub region: String,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

/// A town.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Town {
    /// Unique among towns: `villeurbanne`.
    pub id: EntryId,
    /// The name it goes by.
    #[schemars(regex(pattern = r"\S"))]
    pub name: String,
    /// The code of its department.
    pub department: String,
    /// Degrees north, to a hundredth.
    #[schemars(range(min = -90, max = 90))]
    pub latitude: f64,
    /// Degrees east, to a hundredth.
    #[schemars(range(min = -180, max = 180))]
    pub longitude: f64,
    /// The towns beside it, which people count as the same place.
    #[serde(default)]
    pub adjoining: Vec<String>,
    /// Who says so; the coordinates are rounded by us.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
}

impl Region {
    /// Whether `name` is its code, its name or another name of it.
    pub fn is_named(&self, name: &str) -> bool {
        let name = key(name);
        key(self.id.as_str()) == name
            || key(&self.name) == name
            || self.aliases.iter().any(|alias| key(alias) == name)
    }
}

impl Department {
    /// Whether `name` is its code or its name.
    pub fn is_named(&self, name: &str) -> bool {
        let name = key(name);
        key(self.id.as_str()) == name || key(&self.name) == name
    }
}

impl Town {
    /// Whether `name` is this town, whatever its case, accents and dashes; `St` stands for `Saint`.
    pub fn is_named(&self, name: &str) -> bool {
        same_town(&self.name, name)
    }

    /// The distance to another town as the crow flies, in kilometres.
    pub fn kilometres_to(&self, other: &Self) -> f64 {
        /// The mean radius of the earth, in kilometres.
        const RADIUS: f64 = 6371.0;
        let (north, south) = (self.latitude.to_radians(), other.latitude.to_radians());
        let up = (south - north) / 2.0;
        let across = (other.longitude - self.longitude).to_radians() / 2.0;
        let part = up.sin().powi(2) + north.cos() * south.cos() * across.sin().powi(2);
        2.0 * RADIUS * part.sqrt().min(1.0).asin()
    }
}

/// Whether `given` names the town `known`: the same letters, or whole words of it.
pub fn same_town(known: &str, given: &str) -> bool {
    let (known_words, given_words) = (words(known), words(given));
    known_words.concat() == given_words.concat()
        || (!given_words.is_empty() && given_words.iter().all(|word| known_words.contains(word)))
}

/// What a town is looked up by: its folded words in one, `St` read as `Saint`.
pub fn town_key(name: &str) -> String {
    words(name).concat()
}

fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let spelt = |word: &str| match word {
        "st" => "saint".to_owned(),
        "ste" => "sainte".to_owned(),
        word => word.to_owned(),
    };
    words.map(spelt).collect()
}

#[cfg(test)]
mod tests {
    use super::{Town, same_town};
    use crate::model::id::EntryId;

    #[test]
    fn a_town_is_known_by_its_name_as_people_type_it() {
        for typed in ["saint denis", "SAINT-DENIS", "St Denis", "st-denis"] {
            assert!(same_town("Saint-Denis", typed), "{typed}");
        }
        assert!(same_town("Le Havre", "havre") && same_town("Le Havre", "LEHAVRE"));
        assert!(!same_town("Paris", "p") && !same_town("Strasbourg", "rasbourg"));
    }

    #[test]
    fn the_distance_between_two_towns_is_that_of_the_map() {
        let town = |latitude, longitude| Town {
            id: EntryId::new("x"),
            name: "X".to_owned(),
            department: "69".to_owned(),
            latitude,
            longitude,
            adjoining: Vec::new(),
            sources: Vec::new(),
        };
        let (lyon, paris) = (town(45.76, 4.84), town(48.86, 2.35));
        assert!((lyon.kilometres_to(&paris) - 392.0).abs() < 5.0);
        assert!(lyon.kilometres_to(&lyon) < 0.001);
    }
}
