//! French names of commands and options: people type what they think. They are hidden aliases.

use std::ffi::OsString;

/// Commands by their name, with what else is understood.
const COMMANDS: &[(&str, &[&str])] = &[
    ("overview", &["apercu", "aperçu", "metier", "métier"]),
    ("missions", &["mission", "taches", "tâches"]),
    ("skills", &["competences", "compétences", "skill"]),
    ("salary", &["salaire", "salaires", "salaries"]),
    ("rates", &["tarifs", "tjm", "rate", "tarif"]),
    (
        "training",
        &[
            "formation",
            "formations",
            "ecoles",
            "écoles",
            "schools",
            "diplomes",
            "diplômes",
            "alternance",
            "apprentissage",
            "apprenticeship",
        ],
    ),
    ("progression", &["evolution", "évolution", "evolutions", "carriere", "carrière"]),
    ("work", &["travail", "emploi", "emplois"]),
    ("gap", &["ecart", "écart", "cv", "ecarts", "écarts"]),
    ("ad", &["annonce", "annonces"]),
    ("fit", &["affinite", "affinité", "pour-moi", "aptitude", "test"]),
    ("payback", &["rentabilite", "rentabilité", "amortissement"]),
    ("offer", &["offre", "offres"]),
    ("pay", &["paie", "paye", "net"]),
    ("freelance", &["independant", "indépendant", "portage", "statuts"]),
    ("search", &["chercher", "recherche", "cherche"]),
    ("show", &["montrer", "voir"]),
    ("compare", &["comparer", "comparaison"]),
    ("glossary", &["glossaire", "lexique"]),
    ("sources", &["source"]),
    ("sheet", &["fiche"]),
    ("explore", &["explorer"]),
    ("batch", &["lot", "lots"]),
    ("data", &["donnees", "données"]),
    ("completions", &["completion", "complétion", "completions-shell"]),
    ("man", &["manuel"]),
    ("help", &["aide"]),
];

/// What the market is called.
const MARKET: [&str; 3] = ["marche", "marché", "market"];

/// Options by their name, with what else is understood.
const OPTIONS: &[(&str, &[&str])] = &[
    ("activity", &["activite", "activité"]),
    ("against", &["contre"]),
    ("age", &["âge"]),
    ("answers", &["reponses", "réponses"]),
    ("apprenticeship", &["alternance", "apprentissage"]),
    ("apprentice", &["apprenti", "alternant"]),
    ("branch", &["branche"]),
    ("children", &["enfants"]),
    ("city", &["ville"]),
    ("color", &["couleur"]),
    ("columns", &["colonnes"]),
    ("contract-year", &["annee-contrat", "année-contrat"]),
    ("current", &["actuel", "salaire-actuel", "salaire"]),
    ("daily-rate", &["tjm", "tarif"]),
    ("data", &["donnees", "données"]),
    ("days", &["jours"]),
    ("department", &["departement", "département"]),
    ("diploma", &["diplome", "diplôme"]),
    ("dividends", &["dividendes"]),
    ("employer", &["employeur"]),
    ("entry-pay", &["salaire-entree", "salaire-entrée"]),
    ("euros-of", &["euros-de"]),
    ("expenses", &["frais-pro", "depenses", "dépenses", "frais"]),
    ("experience", &["expérience", "annees", "années", "years"]),
    ("fees", &["frais"]),
    ("flat-tax", &["versement-liberatoire", "versement-libératoire"]),
    ("for", &["pour"]),
    ("from", &["de", "depuis"]),
    ("have", &["ai"]),
    ("health-cover", &["mutuelle"]),
    ("hours", &["heures"]),
    ("household", &["foyer"]),
    ("kept", &["garde"]),
    ("lang", &["langue"]),
    ("level", &["niveau"]),
    ("like", &["comme"]),
    ("lines", &["lignes", "detail", "détail"]),
    ("max-tuition", &["frais-max"]),
    ("months", &["mois"]),
    ("more", &["plus"]),
    ("near", &["autour", "proche"]),
    ("no-chart", &["sans-graphique"]),
    ("output", &["sortie"]),
    ("part-time", &["temps-partiel"]),
    ("partner-taxable", &["conjoint-imposable", "revenu-conjoint"]),
    ("per", &["par", "periode", "période"]),
    ("quiet", &["silencieux"]),
    ("rate", &["tarif"]),
    ("region", &["région"]),
    ("sector", &["secteur"]),
    ("since", &["depuis-annee", "depuis-année"]),
    ("sort", &["trier", "tri"]),
    ("staff", &["effectif"]),
    ("start", &["debut", "début"]),
    ("status", &["statut"]),
    ("tax", &["impot", "impôt"]),
    ("technology", &["technologie"]),
    ("to", &["vers", "a"]),
    ("topic", &["sujet", "theme", "thème"]),
    ("turnover", &["chiffre-affaires", "ca"]),
    ("width", &["largeur"]),
    ("without", &["sans"]),
    ("year", &["annee", "année"]),
];

/// What else is understood as the command `name`.
pub fn command_aliases(name: &str) -> &'static [&'static str] {
    aliases(COMMANDS, name)
}

/// What else is understood as the option `name`.
pub fn option_aliases(name: &str) -> &'static [&'static str] {
    aliases(OPTIONS, name)
}

/// The command or the option, with its dashes, that `typed` is another spelling of; `typed` itself if it is none.
pub fn meant(typed: &str) -> String {
    let bare = typed.trim_start_matches('-');
    let table = if bare == typed { COMMANDS } else { OPTIONS };
    let known = table.iter().find(|(_, aliases)| aliases.contains(&bare)).map_or(bare, |(name, _)| name);
    format!("{}{known}", &typed[..typed.len() - bare.len()])
}

/// The command line with what its first word stands for beside the aliases of commands: `help`, of which clap knows no
/// other name, and the market, which is a part of an answer.
pub fn understood(mut args: Vec<OsString>) -> Vec<OsString> {
    let Some(first) = args.get(1).and_then(|word| word.to_str()) else { return args };
    let meant: &[&str] = if command_aliases("help").contains(&first) {
        &["help"]
    } else if MARKET.contains(&first) {
        &["work", "--topic", "market"]
    } else {
        return args;
    };
    args.splice(1..2, meant.iter().map(OsString::from));
    args
}

/// The option that a word of the command line names, by whatever name, and the value that is glued to it.
pub fn named(word: &str) -> Option<(&str, Option<&str>)> {
    if let Some(long) = word.strip_prefix("--") {
        let (typed, value) = long.split_once('=').map_or((long, None), |(name, value)| (name, Some(value)));
        let known = OPTIONS.iter().find(|(_, aliases)| aliases.contains(&typed));
        return Some((known.map_or(typed, |(name, _)| name), value));
    }
    let short = word.strip_prefix('-')?;
    let value = short.get(1..).filter(|value| !value.is_empty());
    match short.chars().next()? {
        'o' => Some(("output", value)),
        'q' => Some(("quiet", value)),
        _ => None,
    }
}

fn aliases(table: &'static [(&str, &[&str])], name: &str) -> &'static [&'static str] {
    table.iter().find(|(known, _)| *known == name).map_or(&[], |(_, aliases)| aliases)
}
