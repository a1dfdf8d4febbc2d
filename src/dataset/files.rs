//! The shape of each file in data/, and how a user's file lies over the embedded one.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::diff::Change;
use super::part::Part;
use crate::model::fact::Fact;
use crate::model::mission::Mission;
use crate::model::price::PriceIndex;
use crate::model::progression::{CareerRole, Step};
use crate::model::role::Role;
use crate::model::salary::{Factor, Observation};
use crate::model::skill::Skill;
use crate::model::source::Source;
use crate::model::training::{Advice, Programme};
use crate::model::work::{WorkEntry, WorkFact, WorkTopic};

/// A file of data/ that is part of the program.
pub trait File: DeserializeOwned + Serialize + JsonSchema + Send {
    /// Its name in data/.
    const NAME: &'static str;
    /// Its text.
    const EMBEDDED: &'static str;
    /// The keys at its top that hold facts.
    const KEYS: &'static [&'static str];

    /// This file's entries over the `embedded` ones: a known id replaces, a new one is added.
    fn over(self, embedded: Self) -> Self;
    /// Shows every fact to `visit`, in the order of the file.
    fn each_fact(&self, visit: &mut dyn FnMut(&dyn Fact));
    /// What differs from the `embedded` file, list by list.
    fn changes(&self, embedded: &Self) -> Vec<Change>;
}

macro_rules! file {
    ($(#[$doc:meta])* $name:ident = $file:literal { $($(#[$field_meta:meta])* $field:ident: $type:ty,)+ }
     |$this:ident, $visit:ident| $facts:block) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The schema that an editor checks this file against; the program does not read it.
            #[serde(default, rename = "$schema", skip_serializing)]
            pub schema: Option<String>,
            /// True to leave out the entries of this file that ship with the program.
            #[serde(default, skip_serializing)]
            pub only: bool,
            $($(#[$field_meta])* pub $field: $type,)+
        }

        impl File for $name {
            const NAME: &'static str = $file;
            const EMBEDDED: &'static str = include_str!(concat!("../../data/", $file));
            const KEYS: &'static [&'static str] = &[$(stringify!($field)),+];

            fn over(self, embedded: Self) -> Self {
                Self {
                    schema: self.schema,
                    only: self.only,
                    $($field: self.$field.over(embedded.$field, self.only),)+
                }
            }

            fn changes(&self, embedded: &Self) -> Vec<Change> {
                let mut changes = Vec::new();
                $(self.$field.changes(&embedded.$field, $file, stringify!($field), &mut changes);)+
                changes
            }

            fn each_fact(&self, $visit: &mut dyn FnMut(&dyn Fact)) {
                let $this = self;
                $facts
            }
        }
    };
}

file! {
    /// What the job is.
    RoleFile = "role.json" {
        /// The job.
        role: Role,
    }
    |file, visit| { visit(&file.role); }
}

file! {
    /// What one does in it.
    MissionsFile = "missions.json" {
        /// Sorted by id.
        #[serde(default)]
        missions: Vec<Mission>,
    }
    |file, visit| { file.missions.iter().for_each(|fact| visit(fact)); }
}

file! {
    /// What it asks for.
    SkillsFile = "skills.json" {
        /// Sorted by id.
        #[serde(default)]
        skills: Vec<Skill>,
    }
    |file, visit| {
        // Words for reading CVs are no facts that somebody states.
        file.skills.iter().filter(|skill| skill.is_asked_by_a_source()).for_each(|fact| visit(fact));
    }
}

file! {
    /// What it pays.
    SalariesFile = "salaries.json" {
        /// Figures, sorted by id.
        #[serde(default)]
        observations: Vec<Observation>,
        /// What they depend on, sorted by id.
        #[serde(default)]
        factors: Vec<Factor>,
    }
    |file, visit| {
        file.observations.iter().for_each(|fact| visit(fact));
        file.factors.iter().for_each(|fact| visit(fact));
    }
}

file! {
    /// How people get in.
    TrainingFile = "training.json" {
        /// Diplomas and schools, sorted by id.
        #[serde(default)]
        programmes: Vec<Programme>,
        /// What is said of the ways in, sorted by id.
        #[serde(default)]
        advice: Vec<Advice>,
    }
    |file, visit| {
        file.programmes.iter().for_each(|fact| visit(fact));
        file.advice.iter().for_each(|fact| visit(fact));
    }
}

file! {
    /// Where it leads.
    ProgressionFile = "progression.json" {
        /// Positions, sorted by id.
        #[serde(default)]
        roles: Vec<CareerRole>,
        /// Steps between them, sorted by id.
        #[serde(default)]
        steps: Vec<Step>,
    }
    |file, visit| {
        file.roles.iter().for_each(|fact| visit(fact));
        file.steps.iter().for_each(|fact| visit(fact));
    }
}

file! {
    /// How one works.
    WorkFile = "work.json" {
        /// Who hires, sorted by id.
        #[serde(default)]
        employers: Vec<WorkEntry>,
        /// Under which contract, sorted by id.
        #[serde(default)]
        contracts: Vec<WorkEntry>,
        /// With whom, sorted by id.
        #[serde(default)]
        colleagues: Vec<WorkEntry>,
        /// The market and the field, sorted by id.
        #[serde(default)]
        market: Vec<WorkEntry>,
    }
    |file, visit| {
        for topic in [WorkTopic::Employers, WorkTopic::Contracts, WorkTopic::Colleagues, WorkTopic::Market] {
            file.list(topic).iter().for_each(|entry| visit(&WorkFact(topic, entry)));
        }
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
        /// The index of consumer prices.
        index: PriceIndex,
    }
    |file, visit| { visit(&file.index); }
}

file! {
    /// Who says so.
    SourcesFile = "sources.json" {
        /// The date of this edition of the facts, as `YYYY-MM-DD`.
        #[serde(default)]
        #[schemars(extend("format" = "date"))]
        edition: String,
        /// Sorted by id.
        #[serde(default)]
        sources: Vec<Source>,
    }
    |_file, _visit| {}
}
