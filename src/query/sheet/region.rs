//! The regions of France, and which towns are in them, for a sheet about the schools nearby.

use crate::model::name::fold;
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// A region of France.
    Region ("région", "region")
    AuvergneRhoneAlpes = "auvergne-rhone-alpes", "Auvergne-Rhône-Alpes", "Auvergne-Rhône-Alpes", "aura", "rhonealpes";
    BourgogneFrancheComte = "bourgogne-franche-comte", "Bourgogne-Franche-Comté", "Bourgogne-Franche-Comté", "bourgogne";
    Bretagne = "bretagne", "Bretagne", "Brittany", "brittany";
    CentreValDeLoire = "centre-val-de-loire", "Centre-Val de Loire", "Centre-Val de Loire", "centre";
    Corse = "corse", "Corse", "Corsica", "corsica";
    GrandEst = "grand-est", "Grand Est", "Grand Est", "alsace", "lorraine";
    HautsDeFrance = "hauts-de-france", "Hauts-de-France", "Hauts-de-France", "nord";
    IleDeFrance = "ile-de-france", "Île-de-France", "Île-de-France", "idf";
    Normandie = "normandie", "Normandie", "Normandy", "normandy";
    NouvelleAquitaine = "nouvelle-aquitaine", "Nouvelle-Aquitaine", "Nouvelle-Aquitaine", "aquitaine";
    Occitanie = "occitanie", "Occitanie", "Occitania", "occitania";
    PaysDeLaLoire = "pays-de-la-loire", "Pays de la Loire", "Pays de la Loire", "loire";
    ProvenceAlpesCoteDAzur = "provence-alpes-cote-d-azur", "Provence-Alpes-Côte d’Azur", "Provence-Alpes-Côte d’Azur", "paca";
    Outremer = "outre-mer", "Outre-mer", "Overseas", "overseas", "dom";
}

/// Towns with a school or a university, by region, without accents and in lower case.
const TOWNS: &[(Region, &[&str])] = &[
    (
        Region::AuvergneRhoneAlpes,
        &[
            "lyon",
            "villeurbanne",
            "grenoble",
            "saint-etienne",
            "clermont-ferrand",
            "annecy",
            "valence",
            "chambery",
        ],
    ),
    (Region::BourgogneFrancheComte, &["dijon", "besancon", "belfort", "nevers"]),
    (Region::Bretagne, &["rennes", "brest", "vannes", "lannion", "lorient", "quimper"]),
    (Region::CentreValDeLoire, &["orleans", "tours", "bourges", "blois"]),
    (Region::Corse, &["corte", "ajaccio", "bastia"]),
    (Region::GrandEst, &["metz", "nancy", "strasbourg", "reims", "troyes", "mulhouse"]),
    (Region::HautsDeFrance, &["lille", "amiens", "valenciennes", "compiegne", "villeneuve-d'ascq", "lens"]),
    (
        Region::IleDeFrance,
        &[
            "paris",
            "orsay",
            "saint-denis",
            "evry",
            "cergy",
            "creteil",
            "montreuil",
            "nanterre",
            "versailles",
            "champs-sur-marne",
        ],
    ),
    (Region::Normandie, &["le havre", "rouen", "caen"]),
    (Region::NouvelleAquitaine, &["bordeaux", "pau", "poitiers", "limoges", "la rochelle", "talence"]),
    (Region::Occitanie, &["toulouse", "montpellier", "nimes", "perpignan", "albi"]),
    (Region::PaysDeLaLoire, &["nantes", "angers", "le mans", "laval"]),
    (Region::ProvenceAlpesCoteDAzur, &["marseille", "aix-en-provence", "nice", "toulon", "avignon"]),
    (Region::Outremer, &["saint-pierre", "pointe-a-pitre", "fort-de-france", "cayenne"]),
];

impl Region {
    /// Whether a town is in the region.
    pub fn has(self, town: &str) -> bool {
        let town = fold(town).replace('’', "'");
        TOWNS.iter().any(|(region, towns)| *region == self && towns.contains(&town.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Region, TOWNS};
    use crate::model::name::fold;

    #[test]
    fn a_town_is_in_one_region() {
        assert!(Region::Normandie.has("Le Havre") && Region::BourgogneFrancheComte.has("Besançon"));
        assert!(!Region::Bretagne.has("Lyon"));
        let mut towns: Vec<&str> = TOWNS.iter().flat_map(|(_, towns)| towns.iter().copied()).collect();
        assert!(towns.iter().all(|town| fold(town) == *town));
        let count = towns.len();
        towns.sort_unstable();
        towns.dedup();
        assert_eq!(towns.len(), count);
    }
}
