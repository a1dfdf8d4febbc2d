//! The shape of each file in data/.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::model::fact::Fact;
use crate::model::id::SourceId;
use crate::model::mission::Mission;
use crate::model::price::PriceLevel;
use crate::model::progression::{CareerRole, Step};
use crate::model::role::Role;
use crate::model::salary::{Factor, Observation};
use crate::model::skill::Skill;
use crate::model::source::Source;
use crate::model::text::{Text, text};
use crate::model::training::{Advice, Programme};
use crate::model::vocabulary::Topic;
use crate::model::work::{WorkEntry, WorkTopic};

/// A file of data/ that is part of the program.
pub trait File: DeserializeOwned {
    /// Its name in data/.
    const NAME: &'static str;
    /// Its text.
    const EMBEDDED: &'static str;
}

macro_rules! file {
    ($(#[$doc:meta])* $name:ident = $file:literal { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)+
        }

        impl File for $name {
            const NAME: &'static str = $file;
            const EMBEDDED: &'static str = include_str!(concat!("../../data/", $file));
        }
    };
}

file! {
    /// What the job is.
    RoleFile = "role.json" {
        /// The job.
        role: Role,
    }
}

file! {
    /// What one does in it.
    MissionsFile = "missions.json" {
        /// Sorted by id.
        missions: Vec<Mission>,
    }
}

file! {
    /// What it asks for.
    SkillsFile = "skills.json" {
        /// Sorted by id.
        skills: Vec<Skill>,
    }
}

file! {
    /// What it pays.
    SalariesFile = "salaries.json" {
        /// Figures, sorted by id.
        observations: Vec<Observation>,
        /// What they depend on, sorted by id.
        factors: Vec<Factor>,
    }
}

file! {
    /// How people get in.
    TrainingFile = "training.json" {
        /// Diplomas and schools, sorted by id.
        programmes: Vec<Programme>,
        /// What is said of the ways in, sorted by id.
        advice: Vec<Advice>,
    }
}

file! {
    /// Where it leads.
    ProgressionFile = "progression.json" {
        /// Positions, sorted by id.
        roles: Vec<CareerRole>,
        /// Steps between them, sorted by id.
        steps: Vec<Step>,
    }
}

file! {
    /// How one works.
    WorkFile = "work.json" {
        /// Who hires, sorted by id.
        employers: Vec<WorkEntry>,
        /// Under which contract, sorted by id.
        contracts: Vec<WorkEntry>,
        /// With whom, sorted by id.
        colleagues: Vec<WorkEntry>,
        /// The market and the field, sorted by id.
        market: Vec<WorkEntry>,
    }
}

impl Fact for PricesFile {
    fn topic(&self) -> Topic {
        Topic::Prices
    }
    fn id(&self) -> &'static str {
        "consumer-prices"
    }
    fn title(&self) -> Text {
        text("Indice des prix à la consommation", "Consumer price index")
    }
    fn sources(&self) -> &[SourceId] {
        &self.sources
    }
    fn texts(&self) -> Vec<&Text> {
        vec![&self.note]
    }
}

impl WorkFile {
    /// The list of a topic.
    pub fn list(&self, topic: WorkTopic) -> &[WorkEntry] {
        match topic {
            WorkTopic::Employers => &self.employers,
            WorkTopic::Contracts => &self.contracts,
            WorkTopic::Colleagues => &self.colleagues,
            WorkTopic::Market => &self.market,
        }
    }
}

file! {
    /// What money buys.
    PricesFile = "prices.json" {
        /// Who says so.
        sources: Vec<SourceId>,
        /// What the index is.
        note: Text,
        /// By year, oldest first.
        years: Vec<PriceLevel>,
    }
}

file! {
    /// Who says so.
    SourcesFile = "sources.json" {
        /// The date of this edition of the facts, as `YYYY-MM-DD`.
        edition: String,
        /// Sorted by id.
        sources: Vec<Source>,
    }
}
