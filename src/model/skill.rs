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
    /// Other spellings under which a CV names it.
    pub aliases: Vec<String>,
    /// What it is asked for, where a source says more than the name.
    #[serde(default)]
    pub detail: Option<Text>,
    /// Who asks for it.
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceId>,
    /// Why it should be read with care.
    #[serde(default)]
    pub caveat: Option<Caveat>,
}

impl Skill {
    /// Whether knowing it counts as a part of the job: a framework that the caveat calls misplaced
    /// belongs to the front end, and none of those makes a back end.
    pub fn serves_the_back_end(&self) -> bool {
        let misplaced = self.caveat.as_ref().is_some_and(|caveat| caveat.kind == CaveatKind::Misplaced);
        !(misplaced && self.category == Category::Framework)
    }
}

fact! {
    Skill: Skill, name;
    fn caveat(&self) -> Option<&Caveat> {
        self.caveat.as_ref()
    }
    fn texts(&self) -> Vec<&Text> {
        self.detail.iter().collect()
    }
    fn names(&self) -> Vec<&str> {
        self.aliases.iter().map(String::as_str).collect()
    }
}
