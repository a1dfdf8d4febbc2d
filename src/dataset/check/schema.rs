//! The published JSON Schema, read into what the walk needs of it. It is the one description of a file's shape.
//!
//! Keywords that the types do not use are not read; the tests compare with another checker.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A schema, or a part of one.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Schema {
    /// The parts that others refer to, by name.
    #[serde(rename = "$defs")]
    defs: BTreeMap<String, Schema>,
    /// The part that this one stands for: `#/$defs/Text`.
    #[serde(rename = "$ref")]
    reference: Option<String>,
    /// A part, and `null` where that will do.
    any_of: Vec<Schema>,
    #[serde(rename = "type")]
    types: Types,
    /// The keys of an object.
    pub properties: BTreeMap<String, Schema>,
    /// Those that must be there.
    pub required: Vec<String>,
    /// What each element of a list is.
    pub items: Option<Box<Schema>>,
    /// How many there must be at least.
    pub min_items: usize,
    /// The key that rises from each element to the next.
    #[serde(rename = "x-rising")]
    pub ascending: Option<String>,
    /// The names of a closed set.
    #[serde(rename = "enum")]
    pub members: Vec<String>,
    /// The only pattern of texts that are no links asks for one visible character.
    pub pattern: Option<String>,
    format: Option<String>,
    minimum: Option<f64>,
    maximum: Option<f64>,
    exclusive_minimum: Option<f64>,
    exclusive_maximum: Option<f64>,
    /// How many decimals a number has at most.
    #[serde(rename = "x-decimals")]
    pub decimals: Option<u8>,
}

/// The type of a value, or several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Types {
    One(Type),
    Several(Vec<Type>),
}

impl Default for Types {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Type {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// A part of a schema with the name that it is referred to by, and whether `null` will do in its place.
#[derive(Debug, Clone, Copy)]
pub struct Part<'s> {
    /// The part.
    pub schema: &'s Schema,
    /// Its name, if it has one: `SourceId`.
    pub name: &'s str,
    /// Whether `null` will do.
    pub nullable: bool,
}

impl Schema {
    /// What a part of this schema stands for.
    pub fn resolve<'s>(&'s self, part: &'s Self) -> Part<'s> {
        let mut found = Part { schema: part, name: "", nullable: false };
        loop {
            let schema = found.schema;
            found.nullable |= schema.allows_null() || schema.any_of.iter().any(Self::allows_null);
            if let Some(real) = schema.any_of.iter().find(|option| !option.allows_null()) {
                found.schema = real;
            } else if let Some(reference) = &schema.reference {
                found.name = reference.rsplit('/').next().unwrap_or_default();
                let Some(named) = self.defs.get(found.name) else { return found };
                found.schema = named;
            } else {
                return found;
            }
        }
    }

    fn allows_null(&self) -> bool {
        match &self.types {
            Types::One(one) => *one == Type::Null,
            Types::Several(several) => several.contains(&Type::Null),
        }
    }

    /// The type apart from `null`; `None` if any will do.
    pub fn kind(&self) -> Option<Type> {
        match &self.types {
            Types::One(one) => Some(*one),
            Types::Several(several) => several.iter().copied().find(|one| *one != Type::Null),
        }
    }

    /// Whether it is a text in both languages.
    pub fn is_bilingual(&self) -> bool {
        self.properties.len() == 2 && self.properties.keys().all(|name| name == "fr" || name == "en")
    }

    /// Whether it is a calendar year.
    pub fn is_year(&self) -> bool {
        self.format.as_deref() == Some("year")
    }

    /// Whether it is a day.
    pub fn is_date(&self) -> bool {
        self.format.as_deref() == Some("date")
    }

    /// Whether it is the address of a page.
    pub fn is_link(&self) -> bool {
        self.format.as_deref() == Some("uri")
    }

    /// The smallest and the largest number that will do.
    pub fn bounds(&self) -> (f64, f64) {
        let low = self.exclusive_minimum.or(self.minimum).unwrap_or(f64::MIN);
        (low, self.exclusive_maximum.or(self.maximum).unwrap_or(f64::MAX))
    }

    /// Whether `number` lies within the bounds.
    pub fn holds(&self, number: f64) -> bool {
        let (low, high) = self.bounds();
        let is_excluded = |bound: Option<f64>| bound.is_some_and(|bound| bound.total_cmp(&number).is_eq());
        (low..=high).contains(&number)
            && !is_excluded(self.exclusive_minimum)
            && !is_excluded(self.exclusive_maximum)
    }
}
