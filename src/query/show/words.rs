//! The words of an entry: a label for every key, the members of closed sets, the lists that an entry refers to.

use crate::model::caveat::CaveatKind;
use crate::model::figure::{BasisKind, Confidence, EmployerKind, Population, Statistic};
use crate::model::floor::FloorKind;
use crate::model::funding::FundingKind;
use crate::model::mission::Phase;
use crate::model::progression::{Direction, StepKind, Track};
use crate::model::salary::FactorKind;
use crate::model::skill::{Category, Domain, Evidence, Origin, SkillKind};
use crate::model::source::SourceKind;
use crate::model::text::{Text, text};
use crate::model::training::{Entry, InferredField, ProgrammeKind, Sector, StudyLevel, WorkStudy};
use crate::model::vocabulary::{Seniority, Vocabulary};

/// The label of every key of an entry.
static LABELS: [(&str, Text); 118] = [
    ("adjoining", text("Villes voisines", "Towns beside it")),
    ("admission", text("Admission", "Admission")),
    ("age_from", text("À partir de l’âge de", "From the age of")),
    ("age_to", text("Jusqu’à l’âge de", "Up to the age of")),
    ("aliases", text("Aussi", "Also")),
    ("amount", text("Montant", "Amount")),
    ("amounts", text("Montants", "Amounts")),
    ("answers", text("Réponses", "Answers")),
    ("apprentice_months", text("Durée possible en apprentissage", "Time that can be spent as an apprentice")),
    ("apprenticeship", text("Apprentissage", "Apprenticeship")),
    ("availability", text("Offre", "Offer")),
    ("bac5", text("Pour un diplôme de niveau bac+5", "For a diploma of level bac+5")),
    ("basis", text("Méthode", "Basis")),
    ("blocks", text("Blocs", "Blocks")),
    ("bound", text("Nature du chiffre", "Kind of figure")),
    ("by_year", text("Année par année", "Year by year")),
    ("category", text("Catégorie", "Category")),
    ("caveat", text("Réserve", "Caveat")),
    ("city", text("Ville", "Town")),
    ("code", text("Numéro", "Number")),
    ("codes", text("Codes officiels", "Official codes")),
    ("commercial", text("Source commerciale", "Commercial source")),
    ("confidence", text("Fiabilité", "Confidence")),
    ("confused_with", text("À ne pas confondre avec", "Not to be confused with")),
    ("contract_year", text("Année du contrat", "Year of the contract")),
    ("contradicted_by", text("Contredit par", "Contradicted by")),
    ("contribution", text("Contribution étudiante", "Student contribution")),
    ("count", text("Nombre", "Count")),
    ("definition", text("C’est", "It is")),
    ("demand", text("Demande", "Demand")),
    ("department", text("Département", "Department")),
    ("detail", text("Détail", "Detail")),
    ("direction", text("Sens", "Direction")),
    ("duration_months", text("Durée", "Duration")),
    ("earlier_fees", text("Frais d’avant", "Earlier fees")),
    ("effect", text("Effet annoncé", "Effect claimed")),
    ("employer", text("Type d’employeur", "Kind of employer")),
    ("en", text("Mots anglais", "English words")),
    ("entry", text("Niveau d’entrée", "Entry level")),
    ("evidence", text("Indice exigé", "Evidence asked")),
    ("exam", text("Examen", "Exam")),
    ("experience_years", text("Expérience", "Experience")),
    ("figure", text("Chiffre", "Figure")),
    ("fr", text("Mots français", "French words")),
    ("from", text("De", "From")),
    ("from_age", text("À partir de l’âge de", "From the age of")),
    ("front_end", text("Face au front-end", "Beside the front end")),
    ("gap", text("Niveaux comparés", "Levels compared")),
    ("high", text("Haut", "High")),
    ("id", text("Id", "Id")),
    ("implies", text("Suppose aussi", "Comes with")),
    ("index", text("Indice", "Index")),
    ("inferred", text("Déduit par nous", "Inferred by us")),
    ("kind", text("Type", "Kind")),
    ("label", text("Terme employé", "Term used")),
    ("latitude", text("Latitude", "Latitude")),
    ("learn", text("À apprendre", "To learn")),
    ("level", text("Niveau", "Level")),
    ("list", text("Liste", "List")),
    ("longitude", text("Longitude", "Longitude")),
    ("low", text("Bas", "Low")),
    ("mean", text("Moyenne", "Mean")),
    ("median", text("Médiane", "Median")),
    ("name", text("Nom", "Name")),
    ("names", text("Autres noms", "Other names")),
    ("needs", text("Mots ambigus", "Ambiguous words")),
    ("not_beside", text("Pas à côté de mots sur", "Not beside words about")),
    ("note", text("À savoir", "To know")),
    ("origin", text("Origine de l’entrée", "Origin of the entry")),
    ("outcome", text("Après", "Afterwards")),
    ("p10", text("Neuf sur dix gagnent davantage (P10)", "Nine in ten earn more (P10)")),
    ("p25", text("Trois sur quatre gagnent davantage (P25)", "Three in four earn more (P25)")),
    ("p75", text("Trois sur quatre gagnent moins (P75)", "Three in four earn less (P75)")),
    ("p90", text("Neuf sur dix gagnent moins (P90)", "Nine in ten earn less (P90)")),
    ("package", text("Primes, actions ou avantages compris", "Bonuses, shares or benefits included")),
    ("per", text("Par", "Per")),
    ("per_day", text("Par jour, hors TVA", "A day, before VAT")),
    ("percent", text("Part du Smic", "Share of the minimum wage")),
    ("phase", text("Étape", "Phase")),
    ("population", text("Population", "Population")),
    ("position", text("Position", "Position")),
    ("prepared_by", text("Préparé par", "Prepared by")),
    ("providers", text("Écoles", "Schools")),
    ("published", text("Publié", "Published")),
    ("publisher", text("Éditeur", "Publisher")),
    ("quotation", text("Citation", "Quotation")),
    ("reason", text("Pourquoi", "Why")),
    ("region", text("Région", "Region")),
    ("registration_per_year", text("Inscription par an", "Registration a year")),
    ("relays", text("Repris par", "Repeated by")),
    ("replaced_by", text("Remplacé par", "Replaced by")),
    ("reports", text("Personnes encadrées", "People managed")),
    ("routes", text("Voies", "Ways")),
    ("sector", text("Secteur", "Sector")),
    ("shares", text("Salaire", "Pay")),
    ("short", text("Nom court", "Short name")),
    ("source", text("Selon", "According to")),
    ("sources", text("Selon", "According to")),
    ("spread", text("Répartition", "Distribution")),
    ("stated", text("Tel que cité", "As stated")),
    ("statistic", text("Statistique", "Statistic")),
    ("summary", text("En bref", "In short")),
    ("system", text("Nomenclature", "Classification")),
    ("technologies", text("Technologies", "Technologies")),
    ("technology", text("Technologie", "Technology")),
    ("text", text("Fondement", "Legal basis")),
    ("title", text("Titre", "Title")),
    ("titles", text("Titres enregistrés", "Registered titles")),
    ("to", text("Vers", "To")),
    ("track", text("Filière", "Track")),
    ("tuition", text("Frais", "Fees")),
    ("until", text("Jusqu’au", "Until")),
    ("url", text("Lien", "Link")),
    ("valid_from", text("En vigueur depuis", "In force since")),
    ("word", text("Mot", "Word")),
    ("work_study", text("Alternance", "Work-study")),
    ("year", text("Année", "Year")),
    ("years", text("Années", "Years")),
];

/// The keys that mean something else in one place: a list, or the key above.
static PLACED: [(&str, &str, Text); 3] = [
    ("codes", "from", text("Enregistré du", "Registered from")),
    ("titles", "from", text("Enregistré du", "Registered from")),
    ("titles", "level", text("Niveau européen", "European level")),
];

/// The label of a key in its place; `None` if it has none.
pub fn known_label(place: &str, key: &str) -> Option<Text> {
    let placed = PLACED.iter().find(|(within, known, _)| *within == place && *known == key);
    let placed = placed.map(|(_, _, label)| label.clone());
    placed.or_else(|| LABELS.iter().find(|(known, _)| *known == key).map(|(_, label)| label.clone()))
}

/// The label of a key in its place; the key itself if somebody's own data has one that is unknown here.
pub fn label(place: &str, key: &str) -> Text {
    known_label(place, key).unwrap_or_else(|| Text::same(&key.replace('_', " ")))
}

/// Which closed set the values of a key belong to, by its place where sets differ; an empty place is any.
type Set = (&'static str, &'static str, fn(&str) -> Option<Text>);

static SETS: [Set; 32] = [
    ("basis", "kind", member::<BasisKind>),
    ("caveat", "kind", member::<CaveatKind>),
    ("factors", "kind", member::<FactorKind>),
    ("floors", "kind", member::<FloorKind>),
    ("funding", "kind", member::<FundingKind>),
    ("programmes", "kind", member::<ProgrammeKind>),
    ("skills", "kind", member::<SkillKind>),
    ("sources", "kind", member::<SourceKind>),
    ("steps", "kind", member::<StepKind>),
    ("observations", "level", member::<Seniority>),
    ("programmes", "level", member::<StudyLevel>),
    ("rates", "level", member::<Seniority>),
    ("gap", "from", member::<Seniority>),
    ("gap", "to", member::<Seniority>),
    ("floors", "position", position),
    ("skills", "category", member::<Category>),
    ("", "confidence", member::<Confidence>),
    ("", "direction", member::<Direction>),
    ("", "employer", member::<EmployerKind>),
    ("", "entry", member::<Entry>),
    ("", "evidence", member::<Evidence>),
    ("", "not_beside", member::<Domain>),
    ("programmes", "inferred", member::<InferredField>),
    ("", "origin", member::<Origin>),
    ("", "phase", member::<Phase>),
    ("", "population", member::<Population>),
    ("", "sector", member::<Sector>),
    ("", "statistic", member::<Statistic>),
    ("", "track", member::<Track>),
    ("", "work_study", member::<WorkStudy>),
    ("", "per", per),
    ("", "system", system),
];

/// What a code is called, if the key holds members of a closed set.
pub fn term(place: &str, key: &str, code: &str) -> Option<Text> {
    let set = SETS.iter().find(|(within, known, _)| (within.is_empty() || *within == place) && *known == key);
    set.and_then(|(_, _, read)| read(code))
}

fn member<V: Vocabulary>(code: &str) -> Option<Text> {
    V::ALL.iter().find(|member| member.id() == code).map(|member| member.label())
}

/// A position that has a name; one of a grid is a number in both languages.
fn position(code: &str) -> Option<Text> {
    (code == "first").then(|| text("premier niveau", "first level"))
}

/// What a sum is for.
pub fn per(code: &str) -> Option<Text> {
    Some(match code {
        "hour" => text("par heure", "an hour"),
        "month" => text("par mois", "a month"),
        "year" => text("par an", "a year"),
        "course" => text("pour la formation", "for the course"),
        "programme" => text("pour tout le cursus", "for the whole programme"),
        _ => return None,
    })
}

/// A classification whose name is French.
fn system(code: &str) -> Option<Text> {
    (code == "ROME, appellation").then(|| text("ROME, appellation", "ROME, job name"))
}

/// The list of the entries that the values of a key are ids of; an empty list is any.
static REFERENCES: [(&str, &str, &str); 9] = [
    ("skills", "implies", "skills"),
    ("programmes", "titles", "titles"),
    ("programmes", "replaced_by", "programmes"),
    ("towns", "adjoining", "towns"),
    ("towns", "department", "departments"),
    ("departments", "region", "regions"),
    ("steps", "from", "roles"),
    ("steps", "to", "roles"),
    ("", "contradicted_by", ""),
];

/// The list that the values of a key refer to; an empty one is any.
pub fn reference(place: &str, key: &str) -> Option<&'static str> {
    let row =
        REFERENCES.iter().find(|(within, known, _)| (within.is_empty() || *within == place) && *known == key);
    row.map(|(_, _, list)| *list)
}
