//! How people get in: programmes with their level, fees and schools, and what is said of the ways in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caveat::Caveat;
use super::fact::fact;
use super::figures::{amount, amounts};
use super::id::{EntryId, SourceId};
use super::money::{Money, Range};
use super::text::Text;
use super::vocabulary::{Vocabulary, vocabulary};

vocabulary! {
    /// The level of study a programme leads to; `short` takes six months to two years.
    StudyLevel ("niveau d’études", "study level")
    Bac2 = "bac+2", "Bac+2", "Bac+2", "bac2", "bts", "dut";
    Bac3 = "bac+3", "Bac+3", "Bac+3", "bac3", "licence", "bachelor", "but", "licencepro", "licenceprofessionnelle";
    Bac5 = "bac+5", "Bac+5", "Bac+5", "bac5", "master", "ingenieur", "diplomedingenieur", "engineer", "engineeringdegree";
    Short = "short", "Formation courte", "Short course", "bootcamp", "court", "courte", "formationcourte";
    SelfTaught = "self-taught", "Autodidacte", "Self-taught", "autodidacte", "selftaught", "autodidact";
}

vocabulary! {
    /// Who runs a programme.
    Sector ("secteur", "sector")
    Public = "public", "Public", "Public", "publique";
    Private = "private", "Privé", "Private", "prive", "privee";
}

vocabulary! {
    /// What kind of programme it is.
    ProgrammeKind ("type de formation", "kind of programme")
    Bts = "bts", "BTS", "BTS";
    But = "but", "BUT", "BUT";
    Dut = "dut", "DUT", "DUT";
    LicencePro = "licence-pro", "Licence professionnelle", "Professional bachelor";
    Bachelor = "bachelor", "Bachelor", "Bachelor";
    Master = "master", "Master", "Master";
    EngineeringDegree = "engineering-degree", "Diplôme d’ingénieur", "Engineering degree";
    ItSchool = "it-school", "École d’informatique", "Computing school";
    Bootcamp = "bootcamp", "Formation courte", "Short course";
    SelfStudy = "self-study", "Apprentissage autonome", "Self-study";
}

vocabulary! {
    /// What a fee is for.
    FeePer ("période des frais", "fee period")
    Year = "year", "an", "year";
    Programme = "programme", "cursus", "programme";
}

vocabulary! {
    /// The level needed to enter a programme.
    Entry ("niveau d’entrée", "entry level")
    Any = "any", "aucun", "none";
    Bac = "bac", "bac", "bac";
    BacOrBac2 = "bac-or-bac+2", "bac ou bac+2", "bac or bac+2";
    Bac2 = "bac+2", "bac+2", "bac+2";
    Bac3 = "bac+3", "bac+3", "bac+3";
}

vocabulary! {
    /// A field of a programme that no source states and that we worked out.
    InferredField ("champ", "field")
    Level = "level", "niveau", "level";
    Sector = "sector", "secteur", "sector";
    Entry = "entry", "entrée", "entry";
    Duration = "duration", "durée", "duration";
    Tuition = "tuition", "frais", "fees";
    Providers = "providers", "ville", "town";
}

vocabulary! {
    /// Whether a programme can be done in work-study.
    WorkStudy ("alternance", "work-study")
    Yes = "yes", "oui", "yes", "oui", "possible";
    NotSaid = "not-said", "non précisé", "not said", "nonprecise", "inconnu", "unknown";
    No = "no", "non", "no", "non";
}

/// What a student pays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tuition {
    /// The low end, in euros.
    pub low: Option<Money>,
    /// The high end, in euros.
    pub high: Option<Money>,
    /// What the amount is for.
    pub per: FeePer,
    /// The fee of each year in turn, in euros, where the years differ and the source gives them.
    #[serde(default)]
    pub by_year: Vec<Money>,
    /// What is paid each year to register, beside the fee, in euros.
    #[serde(default)]
    pub registration_per_year: Option<Money>,
    /// The year the fee was seen in.
    #[schemars(range(min = 1990), extend("format" = "year"))]
    pub year: Option<u16>,
    /// Who states the fee, where it is not the programme's own sources.
    #[serde(default)]
    pub sources: Vec<SourceId>,
}

impl Tuition {
    /// The fee in words, that of each year where they differ; `None` if no end is known.
    fn told(&self) -> Option<Text> {
        let sums = if self.by_year.is_empty() {
            amounts(Range { low: self.low, high: self.high })?
        } else {
            let each: Vec<Text> = self.by_year.iter().map(|fee| amount(*fee)).collect();
            let list = |half: fn(&Text) -> &str| each.iter().map(half).collect::<Vec<_>>().join(" · ");
            Text::literal(list(|text| &text.fr), list(|text| &text.en))
        };
        let per = self.per.label();
        Some(Text::new(format!("{} par {}", sums.fr, per.fr), format!("{} a {}", sums.en, per.en)))
    }
}

/// A school or university that offers a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// The name it goes by.
    #[schemars(regex(pattern = r"\S"))]
    pub name: String,
    /// Where it is.
    pub city: Option<String>,
    /// Its page.
    #[schemars(url, regex(pattern = r"^https?://"))]
    pub url: Option<String>,
}

/// One way of learning the job: a diploma, a school, a course.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Unique among programmes.
    pub id: EntryId,
    /// The name it goes by.
    pub name: Text,
    /// The level it leads to.
    pub level: StudyLevel,
    /// What kind of programme it is.
    pub kind: ProgrammeKind,
    /// Who runs it; `None` where it depends on the school.
    pub sector: Option<Sector>,
    /// The level needed to enter.
    pub entry: Option<Entry>,
    /// How one is admitted.
    pub admission: Option<Text>,
    /// How long it takes, in months.
    pub duration_months: Option<Range<u16>>,
    /// What it costs the student.
    pub tuition: Option<Tuition>,
    /// Fees that were stated earlier, newest first.
    #[serde(default)]
    pub earlier_fees: Vec<Tuition>,
    /// Whether each year owes the contribution to student life; `None` if nothing settles it.
    #[serde(default)]
    pub contribution: Option<bool>,
    /// Whether, and when, it can be done as an apprentice; `None` if no source says.
    pub apprenticeship: Option<Text>,
    /// Whether it can be done in work-study.
    #[serde(default = "not_said")]
    pub work_study: WorkStudy,
    /// How many of its months, at the end, can be done as an apprentice, where a source says.
    #[serde(default)]
    pub apprentice_months: Option<u16>,
    /// How widely it is offered, where the sources count rather than name.
    #[serde(default)]
    pub availability: Option<Text>,
    /// How many want to get in.
    #[serde(default)]
    pub demand: Option<Text>,
    /// What became of those who finished.
    #[serde(default)]
    pub outcome: Option<Text>,
    /// The registered titles it leads to, by id.
    #[serde(default)]
    pub titles: Vec<String>,
    /// The programme that took its place.
    #[serde(default)]
    pub replaced_by: Option<String>,
    /// What else is said of it.
    #[serde(default)]
    pub note: Option<Text>,
    /// Who offers it, as far as the sources name them.
    pub providers: Vec<Provider>,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// The fields that we worked out.
    #[serde(default)]
    pub inferred: Vec<InferredField>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

const fn not_said() -> WorkStudy {
    WorkStudy::NotSaid
}

impl Programme {
    /// Whether it can be done in work-study; a text that says how is a yes.
    pub fn work_study(&self) -> WorkStudy {
        match self.work_study {
            WorkStudy::NotSaid if self.apprenticeship.is_some() => WorkStudy::Yes,
            stated => stated,
        }
    }

    /// The fee of one year with its registration, in euros: as stated, or the whole programme's over its duration.
    ///
    /// `None` if the fee, or the duration needed to spread it, is unknown.
    pub fn tuition_per_year(&self) -> Option<Range<Money>> {
        let tuition = self.tuition.as_ref()?;
        let fee = Range { low: tuition.low, high: tuition.high };
        match tuition.per {
            FeePer::Year => {
                let registration = tuition.registration_per_year.unwrap_or(Money::euros(0.0));
                Some(fee.map(|fee| fee + registration))
            }
            FeePer::Programme => {
                let months = self.duration_months?;
                let years = |months: Option<u16>| {
                    months.filter(|months| *months > 0).map(|months| f64::from(months) / 12.0)
                };
                Some(Range {
                    low: fee.low.zip(years(months.high)).map(|(fee, years)| (fee / years).rounded()),
                    high: fee.high.zip(years(months.low)).map(|(fee, years)| (fee / years).rounded()),
                })
            }
        }
    }
}

fact! {
    Programme: Training, name, caveat;
    fn texts(&self) -> Vec<&Text> {
        [
            &self.admission,
            &self.apprenticeship,
            &self.availability,
            &self.demand,
            &self.outcome,
            &self.note,
        ]
            .into_iter()
            .flatten()
            .collect()
    }
    fn part_sources(&self) -> Vec<&SourceId> {
        self.tuition.iter().chain(&self.earlier_fees).flat_map(|tuition| &tuition.sources).collect()
    }
    fn stated(&self) -> Option<Text> {
        let kind = self.kind.label();
        let fees = self.tuition.as_ref().and_then(Tuition::told);
        Some(match fees {
            Some(fees) => Text::new(
                format!("{} ; frais : {}", kind.fr, fees.fr),
                format!("{}; fees: {}", kind.en, fees.en),
            ),
            None => kind,
        })
    }
    fn figures(&self) -> Vec<Money> {
        let fees = self.tuition.iter().chain(&self.earlier_fees);
        fees.flat_map(|fee| [fee.low, fee.high].into_iter().flatten().chain(fee.by_year.iter().copied())).collect()
    }
    fn names(&self) -> Vec<&str> {
        self.providers
            .iter()
            .flat_map(|provider| std::iter::once(provider.name.as_str()).chain(provider.city.as_deref()))
            .collect()
    }
}

/// What a source says of the ways in, beyond any one programme.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// Unique among pieces of advice.
    pub id: EntryId,
    /// A few words.
    pub title: Text,
    /// One sentence.
    pub detail: Text,
    /// Who says so.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

fact! {
    Advice: TrainingAdvice, title, caveat;
    fn texts(&self) -> Vec<&Text> {
        vec![&self.detail]
    }
}
