//! What kind of figure a figure is: of whom, which statistic, how it was got, how sure it is.
//!
//! Pay and day rates share these words; nothing here knows an amount's period.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    /// Whom a figure is about, from the job itself to wider and wider groups.
    Population ("population", "population")
    BackEnd = "back-end", "Développement back-end", "Back-end developers", "backend", "developpeurbackend";
    Php = "php", "Développement PHP", "PHP developers", "developpeurphp";
    Web = "web", "Développement web", "Web developers", "developpeurweb";
    FullStack = "full-stack", "Développement full-stack", "Full-stack developers", "developpeurfullstack";
    Developers = "developers", "Développement, toutes spécialités", "Developers of every kind", "developer", "developpeur", "developpeurs";
    SoftwareEngineers = "software-engineers", "Ingénierie logicielle", "Software engineers", "softwareengineer", "ingenieurlogiciel", "ingenieurslogiciel";
    It = "it", "Métiers de l’informatique", "IT jobs", "informatique", "digital", "numerique";
}

impl Population {
    /// Whether the figure is about the job itself; only such figures make a span.
    pub const fn is_back_end(self) -> bool {
        matches!(self, Self::BackEnd)
    }
}

vocabulary! {
    /// Which statistic a figure is.
    Statistic ("statistique", "statistic")
    Point = "point", "chiffre seul", "single figure", "chiffreseul";
    Mean = "mean", "moyenne", "mean", "average";
    Median = "median", "médiane", "median", "mediane";
    P10 = "p10", "neuf sur dix gagnent davantage (P10)", "nine in ten earn more (P10)";
    P90 = "p90", "neuf sur dix gagnent moins (P90)", "nine in ten earn less (P90)";
    Range = "range", "fourchette", "range";
    Ceiling = "ceiling", "plafond", "ceiling", "upto";
    Minimum = "minimum", "minimum", "minimum", "floor", "plancher";
}

vocabulary! {
    /// How a figure was got.
    BasisKind ("méthode", "basis")
    Survey = "survey", "enquête", "survey", "enquete";
    Ads = "ads", "offres d’emploi", "job ads", "jobads", "offresdemploi";
    Asked = "asked", "prix demandés", "asked prices", "demande", "affiche";
    Declared = "declared", "déclarations", "declared", "declare", "declaration";
    Placed = "placed", "missions placées", "placed by an agency", "place";
    Pooled = "pooled", "plusieurs baromètres réunis", "several barometers pooled", "pool";
    Recruiter = "recruiter", "guide de recruteur", "recruiter’s guide", "recruteur";
    Agreement = "agreement", "accord de branche", "branch agreement", "accord";
    Law = "law", "loi", "law", "loi";
    Editorial = "editorial", "affirmation d’une fiche", "statement of a sheet", "fiche";
}

/// How a figure was got, and from how many answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// The kind of method.
    pub kind: BasisKind,
    /// How many people answered, or ads were read; `None` if that is not stated.
    #[serde(default)]
    pub answers: Option<u32>,
}

vocabulary! {
    /// How well a figure is known.
    Confidence ("fiabilité", "confidence")
    High = "A", "texte de l’éditeur lu", "the publisher’s own text was read", "high";
    Medium = "B", "confirmé par plusieurs textes", "confirmed by several texts", "medium";
    Low = "C", "un seul relais, ou source commerciale", "one relay, or a commercial source", "low";
}

vocabulary! {
    /// The kind of company that a figure is about.
    EmployerKind ("type d’employeur", "kind of employer")
    Services = "services", "société de services (ESN)", "IT services company (ESN)", "esn", "ssii";
    LargeCompany = "large-company", "grande entreprise", "large company", "grandeentreprise";
    StartUp = "start-up", "start-up ou scale-up", "start-up or scale-up", "scaleup", "jeunepousse";
    UsRemote = "us-remote", "entreprise américaine, à distance", "US company, remote", "remote";
    PublicSector = "public-sector", "secteur public", "public sector", "public";
}

/// Other points of the distribution that a figure is the centre of, over the same period and of the same people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Spread {
    /// One in ten is below.
    pub p10: Option<Money>,
    /// One in four is below.
    pub p25: Option<Money>,
    /// Half is below; `None` where the figure itself is the median.
    pub median: Option<Money>,
    /// One in four is above.
    pub p75: Option<Money>,
    /// One in ten is above.
    pub p90: Option<Money>,
    /// The mean; `None` where the figure itself is the mean.
    pub mean: Option<Money>,
}

impl Spread {
    /// Every point that is known.
    pub fn points(&self) -> impl Iterator<Item = Money> + use<> {
        [self.p10, self.p25, self.median, self.p75, self.p90, self.mean].into_iter().flatten()
    }

    /// The same distribution over another period.
    #[must_use]
    pub fn map(self, convert: impl Fn(Money) -> Money) -> Self {
        let Self { p10, p25, median, p75, p90, mean } = self;
        Self {
            p10: p10.map(&convert),
            p25: p25.map(&convert),
            median: median.map(&convert),
            p75: p75.map(&convert),
            p90: p90.map(&convert),
            mean: mean.map(convert),
        }
    }
}

/// Whether `wanted` is among the whole words of `name`, without regard to case and accents.
pub fn names_word(name: &str, wanted: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let folded = super::name::fold(text);
        folded
            .split(|char: char| !char.is_alphanumeric() && !matches!(char, '.' | '+' | '#'))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (name, wanted) = (words(name), words(wanted));
    !wanted.is_empty() && name.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::names_word;

    #[test]
    fn a_place_is_found_by_its_whole_words() {
        assert!(names_word("Île-de-France", "ile de france"));
        assert!(names_word("Nantes, Montpellier", "MONTPELLIER"));
        assert!(!names_word("Paris", "p"));
        assert!(!names_word("JavaScript", "java"));
        assert!(!names_word("Paris", ""));
    }
}
