//! The closed sets of the field (seniorities, study levels, phases…): each member has one id,
//! one label in both languages and the other names under which people know it.

use super::name::{Unknown, key};
use super::text::{Text, text};

/// A closed set of named values.
pub trait Vocabulary: Copy + Eq + Sized + 'static {
    /// What the set is called in a message: "level", "phase".
    const KIND: Text;
    /// Every member, in the order in which people expect it.
    const ALL: &'static [Self];

    /// The id in data, options and JSON.
    fn id(self) -> &'static str;
    /// The label people read.
    fn label(self) -> Text;
    /// Other names that are understood, already folded by [`key`].
    fn aliases(self) -> &'static [&'static str];

    /// Reads a name whatever its case and accents, or says which names are known.
    fn parse(given: &str) -> Result<Self, Unknown> {
        let wanted = key(given);
        let members = || Self::ALL.iter().copied();
        let is_shown = |member: &Self| {
            let label = member.label();
            !wanted.is_empty() && (key(&label.fr) == wanted || key(&label.en) == wanted)
        };
        members()
            .find(|member| key(member.id()) == wanted || member.aliases().contains(&wanted.as_str()))
            // What is shown is accepted.
            .or_else(|| members().find(is_shown))
            .ok_or_else(|| Unknown::new(Self::KIND, given, Self::ALL.iter().map(|member| member.id())))
    }
}

/// Declares a closed set: variant, id, labels and aliases in one line each.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident ($kind_fr:literal, $kind_en:literal)
     $($variant:ident = $id:literal, $fr:literal, $en:literal $(, $alias:literal)*;)+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $(#[doc = $en] #[serde(rename = $id)] $variant,)+
        }

        impl $crate::model::vocabulary::Vocabulary for $name {
            const KIND: $crate::model::text::Text = $crate::model::text::text($kind_fr, $kind_en);
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
            fn label(self) -> $crate::model::text::Text {
                match self { $(Self::$variant => $crate::model::text::text($fr, $en),)+ }
            }
            fn aliases(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($alias,)*],)+ }
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "title": $kind_en,
                    "enum": [$($id),+],
                    "enumDescriptions": [$($en),+],
                })
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// How senior a developer is.
    Seniority ("niveau", "level")
    Junior = "junior", "Junior", "Junior", "debutant", "debutante", "beginner", "entry";
    Confirmed = "confirmed", "Confirmé", "Mid-level", "confirme", "confirmee", "mid", "midlevel", "intermediate";
    Senior = "senior", "Senior", "Senior", "expert", "experte", "experimente", "experimentee", "experienced";
}

vocabulary! {
    /// The period an amount of pay is for.
    Per ("période", "period")
    Year = "year", "an", "year", "an", "annee", "annuel", "yearly", "annual";
    Month = "month", "mois", "month", "mois", "mensuel", "monthly";
}

vocabulary! {
    /// What kind of thing a fact is about; one topic per collection in data/.
    Topic ("sujet", "topic")
    Role = "role", "métier", "role";
    Mission = "mission", "mission", "mission";
    Skill = "skill", "compétence", "skill";
    Salary = "salary", "salaire", "salary";
    Rate = "rate", "tarif journalier", "day rate";
    PayFactor = "pay-factor", "facteur de salaire", "pay factor";
    Training = "training", "formation", "training";
    TrainingAdvice = "training-advice", "conseil de formation", "training advice";
    Title = "title", "titre enregistré", "registered title";
    Funding = "funding", "financement", "funding";
    NextStep = "next-step", "démarche", "next step";
    Word = "word", "mot expliqué", "word explained";
    ProgressionRole = "progression-role", "poste", "position";
    ProgressionStep = "progression-step", "évolution", "career step";
    Mobility = "mobility", "mobilité", "mobility";
    Employer = "employer", "employeur", "employer";
    Contract = "contract", "statut", "contract";
    Colleague = "colleague", "collègue", "colleague";
    Market = "market", "marché", "market";
    Prices = "prices", "prix", "prices";
    Floors = "floors", "minima légaux", "legal floors", "minima";
}

#[allow(clippy::derivable_impls, reason = "the macro that declares a set knows no default")]
impl Default for Per {
    fn default() -> Self {
        Self::Year
    }
}

impl Per {
    /// The period as it stands behind an amount: "a year".
    pub const fn each(self) -> Text {
        match self {
            Self::Year => text("par an", "a year"),
            Self::Month => text("par mois", "a month"),
        }
    }

    /// How many of these periods make a year.
    pub const fn per_year(self) -> f64 {
        match self {
            Self::Year => 1.0,
            Self::Month => 12.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Seniority, Vocabulary};

    #[test]
    fn a_level_is_read_whatever_its_case_and_accents() {
        for name in ["senior", "SENIOR", "Sénior", "expérimenté", "Expert"] {
            assert_eq!(Seniority::parse(name), Ok(Seniority::Senior), "{name}");
        }
    }

    #[test]
    fn an_unknown_level_names_the_nearest_and_the_list() {
        let unknown = Seniority::parse("senoir").unwrap_err();
        assert_eq!(unknown.nearest.as_deref(), Some("senior"));
        assert_eq!(unknown.known, ["junior", "confirmed", "senior"]);
    }
}
