//! The main figures of each answer: their stable keys, where they stand in its JSON, and what they are to people.

use crate::model::text::{Text, text};
use crate::model::vocabulary::{Seniority, Vocabulary};
use crate::query::freelance::WorkStatus;

/// A figure that every row of a batch has.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its name in the output, which never changes.
    pub key: String,
    /// Where it stands in the answer's JSON: names between points; `[key=value]` finds an element of an array, `[]`
    /// takes a key of all, `#` counts.
    pub place: String,
    /// What people call it.
    pub label: Text,
    /// What it is measured in.
    pub measure: Measure,
}

/// What a figure is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Euros of a year or in all, which a chart can compare.
    Euros,
    /// Euros of a month or a day, which are nothing beside those of a year.
    PartOfYear,
    /// A number of things, months or years.
    Number,
    /// A share of a whole, 1 being all of it.
    Share,
    /// No number: a word, names, yes or no.
    Word,
}

/// A figure in short: its key, its place, its measure and what people call it.
type FigureRow = (&'static str, &'static str, Measure, Text);

impl From<FigureRow> for Figure {
    fn from((key, place, measure, label): FigureRow) -> Self {
        Self::new(key, place, measure, label)
    }
}

impl Figure {
    fn new(key: impl Into<String>, place: impl Into<String>, measure: Measure, label: Text) -> Self {
        Self { key: key.into(), place: place.into(), label, measure }
    }
}

/// The figures of the command `name`, in the order of their columns.
pub fn figures(name: &str) -> Vec<Figure> {
    match name {
        "pay" => pay(),
        "offer" => offer(),
        "freelance" => freelance(),
        "payback" => payback(),
        "gap" => gap(),
        _ => ad(),
    }
}

/// The direct way of `pay` gives its figures in this order too.
fn pay() -> Vec<Figure> {
    use Measure::{Euros, PartOfYear, Word};
    let by_simulator = text(
        "Net imposable par an selon le simulateur de l’Urssaf",
        "Taxable a year by the Urssaf’s simulator",
    );
    let rows = [
        ("status", "status", Word, text("Statut", "Status")),
        ("gross_year", "gross.year", Euros, text("Brut par an", "Gross a year")),
        (
            "net_before_tax_year",
            "net_before_tax.year",
            Euros,
            text("Net avant impôt par an", "Net before tax a year"),
        ),
        ("taxable_year", "taxable.year", Euros, text("Net imposable par an", "Taxable a year")),
        ("tax_year", "tax.amount", Euros, text("Impôt par an", "Income tax a year")),
        (
            "net_after_tax_year",
            "net_after_tax.year",
            Euros,
            text("Net après impôt par an", "Net after tax a year"),
        ),
        (
            "employer_cost_year",
            "employer_cost.year",
            Euros,
            text("Coût pour l’employeur par an", "Cost to the employer a year"),
        ),
        (
            "net_before_tax_month",
            "net_before_tax.month",
            PartOfYear,
            text("Net avant impôt par mois", "Net before tax a month"),
        ),
        (
            "net_after_tax_month",
            "net_after_tax.month",
            PartOfYear,
            text("Net après impôt par mois", "Net after tax a month"),
        ),
        ("solutions", "inverse.solutions", Word, text("Salaires qui y mènent", "Salaries that lead there")),
        (
            "below_minimum_wage",
            "below_minimum_wage",
            Word,
            text("Sous le minimum légal", "Below the legal minimum"),
        ),
        ("taxable_urssaf_year", "taxable_urssaf.year", Euros, by_simulator),
        ("aid_year", "aid", Euros, text("Aide à l’embauche", "Hiring aid")),
    ];
    rows.map(Figure::from).into()
}

fn offer() -> Vec<Figure> {
    use Measure::{Euros, Number, PartOfYear, Word};
    let of_offer = |key: &str, measure, label| Figure::new(key, format!("offer.{key}"), measure, label);
    let mut figures = vec![
        of_offer("annual_gross", Euros, text("Brut par an", "Gross a year")),
        of_offer("annual_gross_high", Euros, text("Brut par an, au plus", "Gross a year, at most")),
        of_offer("monthly_gross", PartOfYear, text("Brut par mois", "Gross a month")),
        of_offer(
            "monthly_net_before_tax",
            PartOfYear,
            text("Net avant impôt par mois", "Net before tax a month"),
        ),
        of_offer(
            "monthly_net_before_tax_high",
            PartOfYear,
            text("Net avant impôt par mois, au plus", "Net before tax a month, at most"),
        ),
        of_offer("below_minimum_wage", Word, text("Sous le Smic", "Below the minimum wage")),
    ];
    let verdicts = [
        ("below", text("chiffres au-dessus de l’offre", "figures above the offer")),
        ("equal", text("chiffres égaux", "equal figures")),
        ("within", text("fourchettes autour de l’offre", "ranges around the offer")),
        ("under_ceiling", text("plafonds au-dessus de l’offre", "ceilings above the offer")),
        ("covered", text("chiffres compris dans l’offre", "figures inside the offer")),
        ("overlapping", text("fourchettes qui recoupent l’offre", "ranges that overlap the offer")),
        ("above", text("chiffres au-dessous de l’offre", "figures below the offer")),
    ];
    for level in Seniority::ALL {
        for (verdict, said) in &verdicts {
            let label = joined(&level.label(), said);
            let place = format!("standings[level={}].{verdict}", level.id());
            figures.push(Figure::new(format!("{}_{verdict}", level.id()), place, Number, label));
        }
    }
    // What was added later stands behind, so that the others keep their place.
    figures.extend([
        of_offer("monthly_gross_high", PartOfYear, text("Brut par mois, au plus", "Gross a month, at most")),
        of_offer("status", Word, text("Statut", "Status")),
    ]);
    figures
}

fn freelance() -> Vec<Figure> {
    use Measure::{Euros, PartOfYear};
    // What is billed is the same for all statuses, unless a salary is to be equalled.
    let billed = [
        ("daily_rate", "turnover.daily_rate", PartOfYear, text("tarif par jour", "day rate")),
        ("turnover", "turnover.year", Euros, text("facturé par an", "billed a year")),
    ];
    let paid = [
        ("net_before_tax", "net_before_tax", Euros, text("net avant impôt par an", "net before tax a year")),
        ("net_after_tax", "net_after_tax", Euros, text("net après impôt par an", "net after tax a year")),
        (
            "equivalent_gross",
            "equivalent_gross",
            Euros,
            text("brut équivalent par an", "same as gross a year"),
        ),
    ];
    let due = [
        ("contributions", "contributions", Euros, text("cotisations par an", "contributions a year")),
        ("tax", "tax", Euros, text("impôt par an", "tax a year")),
    ];
    let of_status = |status: WorkStatus, (key, place, measure, said): &FigureRow| {
        let place = format!("statuses[id={}].{place}", status.id());
        Figure::new(format!("{}_{key}", status.id()), place, *measure, joined(&status.label(), said))
    };
    let tells_billed = |status: WorkStatus| matches!(status, WorkStatus::Micro | WorkStatus::Portage);
    let mut figures = Vec::new();
    for status in WorkStatus::ALL {
        let first = billed.iter().filter(|_| tells_billed(*status)).chain(&paid);
        figures.extend(first.map(|figure| of_status(*status, figure)));
    }
    // What was added later stands behind, so that the others keep their place.
    for status in WorkStatus::ALL {
        let bills = *status != WorkStatus::Employee && !tells_billed(*status);
        let later = billed.iter().filter(|_| bills).chain(&due);
        figures.extend(later.map(|figure| of_status(*status, figure)));
    }
    figures
}

fn payback() -> Vec<Figure> {
    use Measure::{Euros, Number, Word};
    let mut figures =
        vec![Figure::new("programmes", "programmes[].id", Word, text("Formations", "Programmes"))];
    let ranges = [
        ("entry_pay", "entry_pay", Euros, text("Premier salaire brut par an", "First gross salary a year")),
        (
            "total_months",
            "programmes.0.total_months",
            Number,
            text("Mois de formation", "Months of training"),
        ),
        ("cost", "programmes.0.cost", Euros, text("Coût en tout", "Cost in all")),
        ("gain_per_year", "programmes.0.gain_per_year", Euros, text("Gain par an", "Gain a year")),
        (
            "break_even_years",
            "programmes.0.break_even_years",
            Number,
            text("Années pour rentrer dans ses frais", "Years to break even"),
        ),
    ];
    for (key, place, measure, label) in ranges {
        figures.extend(ends(key, place, measure, &label));
    }
    figures.push(Figure::new("outcome", "programmes.0.outcome", Word, text("Issue", "Outcome")));
    figures
}

fn gap() -> Vec<Figure> {
    use Measure::{Number, Share, Word};
    let rows = [
        ("coverage", "coverage", Share, text("Part couverte", "Share covered")),
        ("have_count", "have#", Number, text("Compétences trouvées", "Skills found")),
        ("learning_count", "learning#", Number, text("En cours d’apprentissage", "Being learnt")),
        ("missing_count", "missing#", Number, text("Compétences qui manquent", "Skills missing")),
        ("have_ids", "have[].id", Word, text("Lesquelles sont là", "Which are there")),
        ("learning_ids", "learning[].id", Word, text("Lesquelles s’apprennent", "Which are learnt")),
        ("missing_ids", "missing[].id", Word, text("Lesquelles manquent", "Which are missing")),
    ];
    rows.map(Figure::from).into()
}

fn ad() -> Vec<Figure> {
    use Measure::{Euros, Number, Word};
    let pay = ends("pay", "pay", Euros, &text("Salaire annoncé", "Pay announced"));
    let terms = [
        ("pay_per", "pay.per", Word, text("Salaire par", "Pay per")),
        ("pay_gross", "pay.gross", Word, text("Salaire brut", "Gross pay")),
        ("contract", "contract", Word, text("Contrat", "Contract")),
        ("level", "level", Word, text("Niveau", "Level")),
    ];
    let experience = text("Années d’expérience", "Years of experience");
    let experience = ends("experience", "experience_years", Number, &experience);
    let others = [
        ("study_level", "study_level", Word, text("Diplôme", "Diploma")),
        (
            "remote_days",
            "remote_days",
            Number,
            text("Jours de télétravail par semaine", "Remote days a week"),
        ),
        ("city", "city", Word, text("Ville", "Town")),
        ("skills_count", "skills#", Number, text("Compétences citées", "Skills named")),
        ("skills_ids", "skills[].id", Word, text("Lesquelles sont citées", "Which are named")),
        ("missing", "missing[].about", Word, text("Ce qui manque", "What is missing")),
        ("odd", "odd[].about", Word, text("Ce qui étonne", "What is odd")),
        ("must", "fit.must", Number, text("Compétences exigées", "Skills required")),
        (
            "must_had",
            "fit.must_had",
            Number,
            text("Compétences exigées que le CV a", "Skills required that the CV has"),
        ),
    ];
    let terms = terms.map(Figure::from);
    pay.into_iter().chain(terms).chain(experience).chain(others.map(Figure::from)).collect()
}

/// The two ends of a range.
fn ends(key: &str, place: &str, measure: Measure, label: &Text) -> [Figure; 2] {
    let low = joined(label, &text("au moins", "at least"));
    let high = joined(label, &text("au plus", "at most"));
    [
        Figure::new(format!("{key}_low"), format!("{place}.low"), measure, low),
        Figure::new(format!("{key}_high"), format!("{place}.high"), measure, high),
    ]
}

/// What a figure is about, and what it says of it.
fn joined(about: &Text, said: &Text) -> Text {
    Text::joined([about, said], ", ").spaced()
}
