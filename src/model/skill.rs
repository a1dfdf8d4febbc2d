//! What the job asks for: one entry per skill.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::caveat::{Caveat, CaveatKind};
use super::fact::fact;
use super::id::{EntryId, SourceId};
use super::text::Text;
use super::vocabulary::vocabulary;

vocabulary! {
    /// Whether a skill is technical.
    SkillKind ("type de compétence", "kind of skill")
    Hard = "hard", "technique", "hard", "technical", "techniques";
    Soft = "soft", "humaine", "soft", "human", "humaines", "softskills";
}

vocabulary! {
    /// What a skill is about.
    Category ("catégorie", "category")
    Language = "language", "Langages", "Languages", "languages", "langage", "langages", "programming";
    Framework = "framework", "Frameworks", "Frameworks", "frameworks";
    Database = "database", "Bases de données", "Databases", "databases", "basesdedonnees", "basededonnees", "db";
    Api = "api", "API", "APIs", "apis", "webservices";
    Cloud = "cloud", "Cloud", "Cloud";
    Hosting = "hosting", "CMS et hébergement", "CMS and hosting", "cms", "hebergement";
    Server = "server", "Serveurs et navigateurs", "Servers and browsers", "servers", "serveurs", "serveur", "browsers", "navigateurs";
    Testing = "testing", "Tests", "Testing", "test", "tests";
    Security = "security", "Sécurité et accès", "Security and access", "securite", "access", "acces";
    Versioning = "versioning", "Gestion de versions", "Versioning", "gestiondeversions", "vcs";
    Collaboration = "collaboration", "Outils collaboratifs", "Collaboration tools", "collaborationtools", "outilscollaboratifs";
    Backup = "backup", "Sauvegarde", "Backup", "sauvegarde";
    Agile = "agile", "Méthodes agiles", "Agile", "scrum", "methodesagiles";
    Interpersonal = "interpersonal", "Avec les autres", "With others", "relationnel";
    Personal = "personal", "Manière de travailler", "Way of working", "personnel";
    English = "english", "Anglais", "English", "anglais";
    Messaging = "messaging", "Messages et cache", "Messaging and caching", "messagerie", "cache", "broker";
    Search = "search", "Moteurs de recherche", "Search engines", "recherche";
    Containers = "containers", "Conteneurs", "Containers", "conteneurs", "orchestration";
    CiCd = "ci-cd", "Intégration et livraison continues", "CI/CD", "integrationcontinue";
    Infrastructure = "infrastructure", "Infrastructure", "Infrastructure", "iac";
    Observability = "observability", "Observabilité", "Observability", "observabilite", "monitoring";
    System = "system", "Système et ligne de commande", "System and shell", "systeme", "shell", "os";
    Architecture = "architecture", "Architecture", "Architecture", "conception";
    Methods = "methods", "Méthodes", "Methods", "methodes", "pratiques", "practices";
    Build = "build", "Construction et dépendances", "Build and packages", "dependances", "packages";
    Data = "data", "Données", "Data", "donnees";
    Ai = "ai", "IA", "AI", "ia";
}

vocabulary! {
    /// Where a skill's entry comes from.
    Origin ("origine", "origin")
    Sheet = "sheet", "une fiche", "a sheet", "fiche";
    Vocabulary = "vocabulary", "notre vocabulaire", "our vocabulary", "vocabulaire";
}

vocabulary! {
    /// What a spelling that is also an ordinary word must have to name the skill.
    Evidence ("indice", "evidence")
    Capital = "capital", "une majuscule, ou une place dans une liste", "a capital, or a place in a list", "majuscule";
    Exact = "exact", "exactement ces capitales", "exactly these capitals";
    Listed = "listed", "une place dans une liste", "a place in a list", "liste";
    Clue = "clue", "un indice technique à côté", "a technical clue nearby", "contexte";
    Quality = "quality", "une qualité que quelqu’un a", "a quality that somebody has", "qualite";
}

vocabulary! {
    /// A part of life outside computing, in which a skill's spelling has another meaning.
    Domain ("domaine", "domain")
    People = "people", "les noms de personnes", "names of people", "personnes";
    Driving = "driving", "le permis de conduire", "driving licences", "permis";
    Transport = "transport", "les transports", "transport", "transports";
    Money = "money", "l’argent et l’assurance", "money and insurance", "argent";
    Arts = "arts", "les arts et les légendes", "arts and legends", "art";
    Nature = "nature", "la nature et les lieux", "nature and places", "lieux";
    Food = "food", "la table", "food and drink", "cuisine";
    Leisure = "leisure", "le sport, le jeu et la maison", "sport, games and the home", "loisirs";
    Health = "health", "la santé", "health", "sante";
    Society = "society", "l’école, l’enfance, le droit, la foi", "school, childhood, law, faith", "societe";
}

impl Default for Origin {
    /// An entry that does not say so is what a source asks for.
    fn default() -> Self {
        Self::Sheet
    }
}

/// What some of a skill's spellings must have beside them to count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// The spellings that are also ordinary words; a skill’s other spellings count by themselves.
    pub names: Vec<String>,
    /// What they must have, all of it.
    pub evidence: Vec<Evidence>,
    /// The parts of life whose words, right beside a spelling, say that something else is meant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_beside: Vec<Domain>,
}

impl Category {
    /// Whether one skill of the category is enough to do the job.
    ///
    /// Nobody works in every language, framework, database, cloud or collaboration tool at once:
    /// the sheets list them as alternatives. What remains is asked for skill by skill.
    pub const fn one_suffices(self) -> bool {
        matches!(
            self,
            Self::Language | Self::Framework | Self::Database | Self::Api | Self::Cloud | Self::Collaboration
        )
    }
}

/// One skill the job asks for.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// Unique among skills.
    pub id: EntryId,
    /// The name it goes by.
    pub name: Text,
    /// Technical or human.
    pub kind: SkillKind,
    /// What it is about.
    pub category: Category,
    /// Whether a source names it, or only our vocabulary of what CVs and job ads say.
    #[serde(default)]
    pub origin: Origin,
    /// Other spellings under which a CV names it.
    pub aliases: Vec<String>,
    /// What is certain for who has this skill: ids of other skills, to be followed further from there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub implies: Vec<EntryId>,
    /// Which spellings are also ordinary words, and what they must have beside them to count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Needs>,
    /// Phrases in which one of its spellings means something else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confused_with: Vec<String>,
    /// What it is asked for, where a source says more than the name.
    #[serde(default)]
    pub detail: Option<Text>,
    /// Who asks for it; nobody where the entry is of our vocabulary.
    pub sources: Vec<SourceId>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

impl Skill {
    /// Whether a source asks for it: what the vocabulary adds only helps to read CVs and ads.
    pub fn is_asked_by_a_source(&self) -> bool {
        self.origin == Origin::Sheet
    }

    /// Whether knowing it counts as a part of the job: a framework that the caveat calls misplaced
    /// belongs to the front end, and none of those makes a back end.
    pub fn serves_the_back_end(&self) -> bool {
        let misplaced = self.caveat.as_ref().is_some_and(|caveat| caveat.kind == CaveatKind::Misplaced);
        !(misplaced && self.category == Category::Framework)
    }
}

fact! {
    Skill: Skill, name, caveat;
    fn texts(&self) -> Vec<&Text> {
        self.detail.iter().collect()
    }
    fn names(&self) -> Vec<&str> {
        self.aliases.iter().map(String::as_str).collect()
    }
}
