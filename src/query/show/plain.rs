//! An entry that is plain JSON as people read it: labels for its keys, units for its figures.

use serde_json::{Map, Value};

use crate::model::figures::amount;
use crate::model::id::SourceId;
use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::query::cite::Citations;
use crate::report::Cell;

/// The keys that a person reads under another name than their own.
static LABELS: [(&str, Text); 61] = [
    ("admission", text("Admission", "Admission")),
    ("adjoining", text("Villes voisines", "Towns beside it")),
    ("aliases", text("Aussi", "Also")),
    ("amount", text("Montant", "Amount")),
    ("amounts", text("Montants", "Amounts")),
    ("apprenticeship", text("Apprentissage", "Apprenticeship")),
    ("availability", text("Offre", "Offer")),
    ("blocks", text("Blocs", "Blocks")),
    ("bound", text("Nature du chiffre", "Kind of figure")),
    ("by_year", text("Frais de chaque année", "Fees of each year")),
    ("category", text("Catégorie", "Category")),
    ("caveat", text("Réserve", "Caveat")),
    ("city", text("Ville", "Town")),
    ("code", text("Numéro", "Number")),
    ("codes", text("Codes officiels", "Official codes")),
    ("contribution", text("Contribution étudiante", "Student contribution")),
    ("definition", text("C’est", "It is")),
    ("demand", text("Demande", "Demand")),
    ("department", text("Département", "Department")),
    ("detail", text("Détail", "Detail")),
    ("duration_months", text("Durée", "Duration")),
    ("earlier_fees", text("Frais d’avant", "Earlier fees")),
    ("entry", text("Niveau d’entrée", "Entry level")),
    ("exam", text("Examen", "Exam")),
    ("from", text("De", "From")),
    ("front_end", text("Face au front-end", "Beside the front end")),
    ("high", text("Haut", "High")),
    ("id", text("Id", "Id")),
    ("inferred", text("Déduit par nous", "Inferred by us")),
    ("kind", text("Type", "Kind")),
    ("label", text("Terme employé", "Term used")),
    ("learn", text("À apprendre", "To learn")),
    ("level", text("Niveau", "Level")),
    ("list", text("Liste", "List")),
    ("low", text("Bas", "Low")),
    ("name", text("Nom", "Name")),
    ("names", text("Autres noms", "Other names")),
    ("note", text("À savoir", "To know")),
    ("outcome", text("Après", "Afterwards")),
    ("per", text("Par", "Per")),
    ("phase", text("Étape", "Phase")),
    ("prepared_by", text("Préparé par", "Prepared by")),
    ("providers", text("Écoles", "Schools")),
    ("publisher", text("Éditeur", "Publisher")),
    ("reason", text("Pourquoi", "Why")),
    ("registration_per_year", text("Inscription par an", "Registration a year")),
    ("routes", text("Voies", "Ways")),
    ("sector", text("Secteur", "Sector")),
    ("short", text("Nom court", "Short name")),
    ("source", text("Selon", "According to")),
    ("sources", text("Selon", "According to")),
    ("stated", text("Tel que cité", "As stated")),
    ("summary", text("En bref", "In short")),
    ("title", text("Titre", "Title")),
    ("titles", text("Titres enregistrés", "Registered titles")),
    ("to", text("Vers", "To")),
    ("tuition", text("Frais", "Fees")),
    ("until", text("Jusqu’au", "Until")),
    ("url", text("Lien", "Link")),
    ("work_study", text("Alternance", "Work-study")),
    ("year", text("Année", "Year")),
];

/// The keys that are read first, in this order; the others follow by their own names.
const FIRST: [&str; 8] = ["id", "level", "kind", "sector", "stated", "entry", "admission", "duration_months"];
/// The keys that are read last.
const LAST: [&str; 4] = ["inferred", "year", "sources", "caveat"];

/// The keys whose numbers are amounts of euros.
const AMOUNTS: [&str; 5] = ["amount", "low", "high", "by_year", "registration_per_year"];

/// The names an entry goes by.
pub fn names(entry: &Value) -> Vec<String> {
    let mut names = Vec::new();
    for key in ["id", "name", "title", "word", "short", "label", "code"] {
        match entry.get(key) {
            Some(Value::String(name)) => names.push(name.clone()),
            Some(value) => names.extend(
                both(value).into_iter().flat_map(|text| [text.fr.into_owned(), text.en.into_owned()]),
            ),
            None => {}
        }
    }
    let aliases = entry.get("aliases").and_then(Value::as_array).into_iter().flatten();
    names.extend(aliases.filter_map(Value::as_str).map(str::to_owned));
    names
}

/// The name an entry is shown by.
pub fn title(entry: &Value) -> Option<Text> {
    ["name", "title", "word", "label"].into_iter().find_map(|key| match entry.get(key)? {
        Value::String(name) => Some(Text::same(name)),
        value => both(value),
    })
}

/// A text in both languages, if a value is one.
fn both(value: &Value) -> Option<Text> {
    let half = |lang: &str| value.get(lang)?.as_str();
    Some(Text::new(half("fr")?, half("en")?))
}

/// Adds every source that an entry names anywhere.
pub fn cited(value: &Value, sources: &mut Vec<String>) {
    let Some(object) = value.as_object() else {
        value.as_array().into_iter().flatten().for_each(|value| cited(value, sources));
        return;
    };
    for (key, value) in object {
        match (key.as_str(), value) {
            ("source", Value::String(id)) => sources.push(id.clone()),
            ("sources", Value::Array(ids)) => {
                sources.extend(ids.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            _ => cited(value, sources),
        }
    }
}

/// Every known field of an entry, with its label.
pub fn items(entry: &Map<String, Value>, citations: &Citations<'_>) -> Vec<(Text, Cell)> {
    let mut items = Vec::new();
    let rank = |key: &str| match FIRST.iter().position(|first| *first == key) {
        Some(at) => at,
        None => FIRST.len() + LAST.iter().position(|last| *last == key).map_or(0, |at| at + 1),
    };
    let mut fields: Vec<(&String, &Value)> = entry.iter().collect();
    fields.sort_by_key(|(key, _)| rank(key));
    for (key, value) in fields {
        add(key, value, citations, &mut items);
    }
    items
}

/// Adds a field; one that holds several adds a line for each.
fn add(key: &str, value: &Value, citations: &Citations<'_>, items: &mut Vec<(Text, Cell)>) {
    match value {
        Value::Null => {}
        Value::Array(list) if list.is_empty() => {}
        Value::Array(list) if list.iter().any(|one| one.is_object() && both(one).is_none()) => {
            for one in list.iter().filter_map(Value::as_object) {
                let parts = self::items(one, citations);
                items.extend(parts.into_iter().map(|(part, cell)| (within(key, &part), cell)));
            }
        }
        Value::Object(object) if both(value).is_none() && !is_span(object) => {
            let parts = self::items(object, citations);
            items.extend(parts.into_iter().map(|(part, cell)| (within(key, &part), cell)));
        }
        _ => {
            let cell = cell(key, value, citations);
            if cell != Cell::Empty {
                items.push((label(key), cell));
            }
        }
    }
}

/// Whether an object is only a low and a high end.
fn is_span(object: &Map<String, Value>) -> bool {
    object.len() == 2 && object.contains_key("low") && object.contains_key("high")
}

fn label(key: &str) -> Text {
    let known = LABELS.iter().find(|(known, _)| *known == key);
    known.map_or_else(|| Text::same(&key.replace('_', " ")), |(_, label)| label.clone())
}

fn within(key: &str, part: &Text) -> Text {
    let outer = label(key);
    let lowered = |text: &str| text.to_lowercase();
    Text::new(
        format!("{} · {}", outer.fr, lowered(&part.fr)),
        format!("{} · {}", outer.en, lowered(&part.en)),
    )
}

fn cell(key: &str, value: &Value, citations: &Citations<'_>) -> Cell {
    match value {
        Value::Bool(flag) => Cell::Flag(*flag),
        Value::Number(number) => figure(key, number.as_f64().unwrap_or_default()),
        Value::String(word) if key == "source" => citations.cell(&[SourceId::new(word)]),
        Value::String(word) if word.starts_with("https://") || word.starts_with("http://") => {
            Cell::Link(word.clone())
        }
        Value::String(word) => Cell::Word(word.clone()),
        Value::Array(list) => several(key, list, citations),
        Value::Object(object) => both(value).map_or_else(|| span(key, object), Cell::Text),
        Value::Null => Cell::Empty,
    }
}

fn figure(key: &str, number: f64) -> Cell {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a whole count")]
    let whole = (number.fract() == 0.0 && (0.0..1e9).contains(&number)).then_some(number as u64);
    match (key, whole) {
        ("year", Some(year)) => Cell::Year(u16::try_from(year).unwrap_or_default()),
        _ if AMOUNTS.contains(&key) => Cell::Money(Money::euros(number)),
        (_, Some(count)) => Cell::Count(count),
        _ => Cell::Rate(number),
    }
}

fn several(key: &str, list: &[Value], citations: &Citations<'_>) -> Cell {
    let texts: Vec<Text> = list.iter().filter_map(both).collect();
    if !texts.is_empty() {
        let join = |half: fn(&Text) -> &str| texts.iter().map(half).collect::<Vec<_>>().join(" · ");
        return Cell::Text(Text::new(join(|text| &text.fr), join(|text| &text.en)));
    }
    let words: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
    if key == "sources" {
        return citations.cell(&words.iter().map(|id| SourceId::new(*id)).collect::<Vec<_>>());
    }
    if !words.is_empty() {
        return Cell::Words(words.into_iter().map(str::to_owned).collect());
    }
    let amounts: Vec<Text> =
        list.iter().filter_map(Value::as_f64).map(|sum| amount(Money::euros(sum))).collect();
    let join = |half: fn(&Text) -> &str| amounts.iter().map(half).collect::<Vec<_>>().join(" · ");
    if amounts.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(Text::literal(join(|text| &text.fr), join(|text| &text.en)))
    }
}

/// A low and a high end in the unit that the key names.
fn span(key: &str, object: &Map<String, Value>) -> Cell {
    let end = |name: &str| object.get(name).and_then(Value::as_f64);
    let (low, high) = (end("low"), end("high"));
    if low.is_none() && high.is_none() {
        return Cell::Empty;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "months are few")]
    let months = |end: Option<f64>| end.map(|months| months.clamp(0.0, 9999.0) as u16);
    if key.ends_with("_months") {
        Cell::Months(Range { low: months(low), high: months(high) })
    } else if key.ends_with("_years") {
        Cell::Years(Range { low, high })
    } else {
        Cell::Amounts(Range { low: low.map(Money::euros), high: high.map(Money::euros) })
    }
}

/// How figures that are not stated follow from those that are.
pub fn arithmetic(entry: &Value) -> Vec<Text> {
    let per = |part: &Value| part.get("per").and_then(Value::as_str).map(str::to_owned);
    let ends = |part: &Value| {
        let ends = [part.get("low"), part.get("high")].into_iter().flatten().filter_map(Value::as_f64);
        let mut ends: Vec<f64> = ends.collect();
        ends.dedup();
        ends
    };
    let mut told = Vec::new();
    if let Some(stated) = entry.get("stated").filter(|stated| per(stated).as_deref() == Some("month")) {
        told.extend(ends(stated).into_iter().map(|monthly| {
            let (month, year) =
                (amount(Money::euros(monthly)), amount(Money::euros(monthly * 12.0).rounded()));
            Text::new(
                format!("{} par mois × 12 = {} par an.", month.fr, year.fr),
                format!("{} a month × 12 = {} a year.", month.en, year.en),
            )
        }));
    }
    let months = entry.get("duration_months").map(ends).unwrap_or_default();
    if let (Some(tuition), [months]) = (entry.get("tuition"), months.as_slice()) {
        let years = months / 12.0;
        let whole = per(tuition).as_deref() == Some("programme");
        if whole && years > 0.0 {
            told.extend(ends(tuition).into_iter().map(|sum| {
                let (all, year) = (amount(Money::euros(sum)), amount(Money::euros(sum / years).rounded()));
                let (fr, en) = (french(years), years.to_string());
                Text::new(
                    format!("{} ÷ {fr} ans = {} par an : la division est la nôtre.", all.fr, year.fr),
                    format!("{} ÷ {en} years = {} a year: the division is ours.", all.en, year.en),
                )
            }));
        }
    }
    told
}

fn french(number: f64) -> String {
    number.to_string().replace('.', ",")
}
