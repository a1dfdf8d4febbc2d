//! French names of commands and options: people type what they think. They are hidden aliases.

/// Commands by their name, with what else is understood.
const COMMANDS: &[(&str, &[&str])] = &[
    ("overview", &["apercu", "aperçu", "metier", "métier"]),
    ("missions", &["mission", "taches", "tâches"]),
    ("skills", &["competences", "compétences", "skill"]),
    ("salary", &["salaire", "salaires", "salaries"]),
    ("rates", &["tarifs", "tjm", "rate"]),
    ("training", &["formation", "formations", "ecoles", "écoles", "schools"]),
    ("progression", &["evolution", "évolution", "evolutions", "carriere", "carrière"]),
    ("work", &["travail", "marche", "marché"]),
    ("gap", &["ecart", "écart", "cv"]),
    ("ad", &["annonce", "annonces"]),
    ("fit", &["affinite", "affinité", "pour-moi"]),
    ("payback", &["rentabilite", "rentabilité", "amortissement"]),
    ("offer", &["offre", "offres"]),
    ("pay", &["paie", "paye", "net"]),
    ("freelance", &["independant", "indépendant"]),
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

/// Options by their name, with what else is understood.
const OPTIONS: &[(&str, &[&str])] = &[
    ("activity", &["activite"]),
    ("against", &["contre"]),
    ("answers", &["reponses"]),
    ("apprenticeship", &["alternance", "apprentissage"]),
    ("apprentice", &["apprenti", "alternant"]),
    ("branch", &["branche"]),
    ("children", &["enfants"]),
    ("city", &["ville"]),
    ("color", &["couleur"]),
    ("columns", &["colonnes"]),
    ("contract-year", &["annee-contrat"]),
    ("current", &["actuel", "salaire-actuel"]),
    ("daily-rate", &["tjm"]),
    ("data", &["donnees"]),
    ("days", &["jours"]),
    ("department", &["departement"]),
    ("diploma", &["diplome"]),
    ("dividends", &["dividendes"]),
    ("employer", &["employeur"]),
    ("entry-pay", &["salaire-entree"]),
    ("expenses", &["frais-pro", "depenses"]),
    ("fees", &["frais"]),
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
    ("lines", &["lignes"]),
    ("max-tuition", &["frais-max"]),
    ("months", &["mois"]),
    ("more", &["plus"]),
    ("near", &["autour", "proche"]),
    ("net", &[]),
    ("part-time", &["temps-partiel"]),
    ("partner-taxable", &["conjoint-imposable"]),
    ("phase", &[]),
    ("quiet", &["silencieux"]),
    ("sector", &["secteur"]),
    ("since", &["depuis-annee"]),
    ("sort", &["trier", "tri"]),
    ("staff", &["effectif"]),
    ("status", &["statut"]),
    ("tax", &["impot"]),
    ("to", &["vers", "a"]),
    ("topic", &["sujet", "theme"]),
    ("turnover", &["chiffre-affaires", "ca"]),
    ("width", &["largeur"]),
    ("without", &["sans"]),
    ("year", &["annee"]),
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
