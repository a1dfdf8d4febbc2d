//! The town that an ad names: behind a label, in its head, or where it says that the work is.

use super::sections::find_word;
use crate::reader::matching::Surface;

/// French towns where developers are hired, as they are written; a smaller one is known by its label or its department.
const TOWNS: &[&str] = &[
    "Paris",
    "Marseille",
    "Lyon",
    "Toulouse",
    "Nice",
    "Nantes",
    "Montpellier",
    "Strasbourg",
    "Bordeaux",
    "Lille",
    "Rennes",
    "Toulon",
    "Reims",
    "Saint-Étienne",
    "Le Havre",
    "Dijon",
    "Grenoble",
    "Angers",
    "Villeurbanne",
    "Saint-Denis",
    "Nîmes",
    "Clermont-Ferrand",
    "Aix-en-Provence",
    "Le Mans",
    "Brest",
    "Tours",
    "Amiens",
    "Annecy",
    "Limoges",
    "Metz",
    "Boulogne-Billancourt",
    "Perpignan",
    "Besançon",
    "Orléans",
    "Rouen",
    "Mulhouse",
    "Caen",
    "Nancy",
    "Saint-Paul",
    "Argenteuil",
    "Roubaix",
    "Tourcoing",
    "Montreuil",
    "Avignon",
    "Nanterre",
    "Poitiers",
    "Créteil",
    "Versailles",
    "Pau",
    "Courbevoie",
    "Vitry-sur-Seine",
    "Asnières-sur-Seine",
    "Colombes",
    "Aulnay-sous-Bois",
    "La Rochelle",
    "Rueil-Malmaison",
    "Antibes",
    "Saint-Maur-des-Fossés",
    "Calais",
    "Champigny-sur-Marne",
    "Aubervilliers",
    "Béziers",
    "Bourges",
    "Cannes",
    "Saint-Nazaire",
    "Dunkerque",
    "Quimper",
    "Valence",
    "Colmar",
    "Drancy",
    "Mérignac",
    "Ajaccio",
    "Levallois-Perret",
    "Troyes",
    "Neuilly-sur-Seine",
    "Issy-les-Moulineaux",
    "Villeneuve-d’Ascq",
    "Noisy-le-Grand",
    "Antony",
    "Niort",
    "Lorient",
    "Sarcelles",
    "Chambéry",
    "Saint-Quentin",
    "Pessac",
    "Vénissieux",
    "Cergy",
    "La Roche-sur-Yon",
    "Beauvais",
    "Cholet",
    "Vannes",
    "Clichy",
    "Ivry-sur-Seine",
    "Montauban",
    "Laval",
    "Évry",
    "Hyères",
    "Arles",
    "Pantin",
    "Belfort",
    "Sophia Antipolis",
    "Sophia-Antipolis",
    "La Défense",
    "Puteaux",
    "Saint-Herblain",
    "Labège",
    "Blagnac",
    "Saint-Malo",
    "Bayonne",
    "Anglet",
    "Biarritz",
    "Albi",
    "Brive-la-Gaillarde",
    "Carcassonne",
    "Castres",
    "Châteauroux",
    "Charleville-Mézières",
    "Blois",
    "Chartres",
    "Châlons-en-Champagne",
    "Évreux",
    "Fréjus",
    "Gap",
    "Lannion",
    "Meylan",
    "Montrouge",
    "Malakoff",
    "Meudon",
    "Massy",
    "Palaiseau",
    "Vélizy-Villacoublay",
    "Vélizy",
    "Guyancourt",
    "Saint-Ouen",
    "Bagneux",
    "Gennevilliers",
    "Suresnes",
    "Charenton-le-Pont",
    "Vincennes",
    "Fontenay-sous-Bois",
    "Saint-Brieuc",
    "Tarbes",
    "Agen",
    "Angoulême",
    "Périgueux",
    "Rodez",
    "Aurillac",
    "Le Puy-en-Velay",
    "Moulins",
    "Vichy",
    "Nevers",
    "Auxerre",
    "Mâcon",
    "Chalon-sur-Saône",
    "Lons-le-Saunier",
    "Épinal",
    "Thionville",
    "Arras",
    "Lens",
    "Douai",
    "Valenciennes",
    "Compiègne",
    "Laon",
    "Alençon",
    "Cherbourg",
    "Saint-Lô",
    "Lisieux",
    "Bastia",
    "Aubagne",
    "Martigues",
    "Salon-de-Provence",
    "Bron",
];

/// Labels behind which the place stands.
const LABELS: &[&str] = &[
    "lieu de travail",
    "lieu du poste",
    "lieu",
    "localisation",
    "location",
    "ville",
    "city",
    "localite",
    "adresse",
    "place",
    "based in",
    "workplace",
];
/// Words right before a town that say that the work is there.
const SITUATED: &[&str] = &[
    "poste base a",
    "postes bases a",
    "base a",
    "basee a",
    "bases a",
    "situe a",
    "situee a",
    "situes a",
    "bureaux a",
    "bureaux de",
    "locaux a",
    "locaux de",
    "cdi a",
    "cdd a",
    "stage a",
    "alternance a",
    "based in",
    "located in",
    "office in",
    "offices in",
];

/// The town in which the work is.
pub fn town(surface: &Surface<'_>, header: usize) -> Option<String> {
    let text = surface.text();
    labelled(surface).or_else(|| {
        // In the head of an ad its pieces are few: a town among them is the place.
        first_town(&text[..header]).or_else(|| with_department(surface, header)).or_else(|| situated(text))
    })
}

/// What stands behind a label, if it begins with a capital.
fn labelled(surface: &Surface<'_>) -> Option<String> {
    let text = surface.text();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim_start_matches([' ', '-', '*', '·', '>', '#', '|']);
        let offset = start + line.len() - body.len();
        let label = LABELS.iter().find(|label| {
            body.strip_prefix(**label)
                .is_some_and(|rest| rest.trim_start_matches(['*', ' ', '(']).starts_with(':'))
        });
        let Some(label) = label else { continue };
        let rest = &body[label.len()..];
        if let Some(town) = first_town(rest) {
            return Some(town);
        }
        let value = rest.trim_start_matches(['*', ' ', ':', '(']);
        let from = offset + body.len() - value.len();
        let length = value.find(['(', ',', '|', ';', '\n', '.', '·', '/']).unwrap_or(value.len());
        let length = value[..length].find(" - ").unwrap_or(length);
        let name = surface
            .quote(from, from + length)
            .trim()
            .trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
        let known = ["france", "remote", "a definir", "teletravail", "full", "partout", "ile-de-france"];
        let plausible = name.starts_with(char::is_uppercase)
            && name.split_whitespace().count() <= 4
            && !known.iter().any(|word| value.starts_with(word));
        if plausible {
            return Some(name.to_owned());
        }
    }
    None
}

/// The first known town in a folded text.
fn first_town(text: &str) -> Option<String> {
    let found = TOWNS.iter().filter_map(|town| {
        let folded = crate::model::name::fold(town);
        let spaced = folded.replace('-', " ");
        let at = find_word(text, &folded)
            .or_else(|| if spaced == folded { None } else { find_word(text, &spaced) })?;
        // A common word that is also a town needs its place in a list.
        let before = text[..at].trim_end();
        let ordinary = matches!(
            folded.as_str(),
            "tours" | "lens" | "nice" | "gap" | "valence" | "laval" | "pau" | "moulins" | "bron"
        );
        let separate = before.is_empty()
            || before.ends_with(['|', ',', '-', '·', '(', ':', '\n'])
            || before.ends_with(" a");
        (!ordinary || separate).then_some((at, usize::MAX - town.len(), *town))
    });
    found.min().map(|(_, _, town)| town.to_owned())
}

/// `Lannion (22)`: a name with its department, in the head of the ad.
fn with_department(surface: &Surface<'_>, header: usize) -> Option<String> {
    let text = &surface.text()[..header];
    text.match_indices('(').find_map(|(at, _)| {
        let inside = &text[at + 1..text[at..].find(')').map(|end| at + end)?];
        let department = (2..=3).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit())
            || inside.len() == 5 && inside.bytes().all(|byte| byte.is_ascii_digit());
        if !department {
            return None;
        }
        let from = text[..at].rfind(['\n', '|', ',', '·', ';', ':', '>']).map_or(0, |from| from + 1);
        let from = text[from..at].rfind(" - ").map_or(from, |found| from + found + 3);
        let from = text[from..at].rfind(" a ").map_or(from, |found| from + found + 3);
        let name = surface.quote(from, at).trim().trim_start_matches(['-', ' ', '*']);
        (name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 4)
            .then(|| name.to_owned())
    })
}

/// A town behind words that say that the work is there.
fn situated(text: &str) -> Option<String> {
    SITUATED.iter().find_map(|phrase| {
        text.match_indices(phrase).find_map(|(at, _)| {
            let rest = &text[at + phrase.len()..];
            let end = rest.char_indices().nth(30).map_or(rest.len(), |(at, _)| at);
            let town = first_town(&rest[..end])?;
            rest.trim_start().starts_with(&crate::model::name::fold(&town)).then_some(town)
        })
    })
}
