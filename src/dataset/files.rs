//! The shape of each file in data/. A new file is one struct here, and one row in `table.rs`.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::model::fact::Fact;
use crate::model::floor::Floor;
use crate::model::funding::{Funding, NextStep};
use crate::model::glossary::{GlossaryEntry, Synonyms};
use crate::model::mission::Mission;
use crate::model::price::PriceIndex;
use crate::model::progression::{CareerRole, Mobility, Step};
use crate::model::rate::DayRate;
use crate::model::role::Role;
use crate::model::salary::{Factor, Observation};
use crate::model::skill::Skill;
use crate::model::source::Source;
use crate::model::title::RegisteredTitle;
use crate::model::town::{Department, Region, Town};
use crate::model::training::{Advice, Programme};
use crate::model::work::{WorkEntry, WorkFact, WorkTopic};

/// A file of data/ that is part of the program.
pub trait File: DeserializeOwned + Serialize {
    /// Its name in data/.
    const NAME: &'static str;
    /// Its text.
    const EMBEDDED: &'static str;
    /// The keys at its top that hold facts.
    const KEYS: &'static [&'static str];

    /// Shows every fact to `visit`, in the order of the file.
    fn each_fact(&self, visit: &mut dyn FnMut(&dyn Fact));
}

/// Declares a file: its name in data/, its keys with their types, and how its facts are visited.
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
        /// Registered titles, sorted by id.
        #[serde(default)]
        titles: Vec<RegisteredTitle>,
        /// What is due and who helps, sorted by id.
        #[serde(default)]
        funding: Vec<Funding>,
        /// Official sites and their calendar, sorted by id.
        #[serde(default)]
        next_steps: Vec<NextStep>,
    }
    |file, visit| {
        file.programmes.iter().for_each(|fact| visit(fact));
        file.advice.iter().for_each(|fact| visit(fact));
        file.titles.iter().for_each(|fact| visit(fact));
        file.funding.iter().for_each(|fact| visit(fact));
        file.next_steps.iter().for_each(|fact| visit(fact));
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
        /// Moves that the official job sheet lists, sorted by id.
        #[serde(default)]
        mobilities: Vec<Mobility>,
    }
    |file, visit| {
        file.roles.iter().for_each(|fact| visit(fact));
        file.steps.iter().for_each(|fact| visit(fact));
        file.mobilities.iter().for_each(|fact| visit(fact));
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
    /// What freelances ask for a day.
    RatesFile = "rates.json" {
        /// Day rates, sorted by id.
        #[serde(default)]
        rates: Vec<DayRate>,
    }
    |file, visit| { file.rates.iter().for_each(|fact| visit(fact)); }
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
    /// What the law says pay is at least.
    FloorsFile = "floors.json" {
        /// Sorted by id.
        #[serde(default)]
        floors: Vec<Floor>,
    }
    |file, visit| { file.floors.iter().for_each(|fact| visit(fact)); }
}

file! {
    /// Where towns are.
    TownsFile = "towns.json" {
        /// Sorted by id.
        #[serde(default)]
        towns: Vec<Town>,
        /// Sorted by code.
        #[serde(default)]
        departments: Vec<Department>,
        /// Sorted by code.
        #[serde(default)]
        regions: Vec<Region>,
    }
    |_file, _visit| {}
}

file! {
    /// What words mean.
    GlossaryFile = "glossary.json" {
        /// Sorted by id.
        #[serde(default)]
        words: Vec<GlossaryEntry>,
        /// Words that a search takes for one another, sorted by id.
        #[serde(default)]
        synonyms: Vec<Synonyms>,
    }
    |file, visit| { file.words.iter().for_each(|fact| visit(fact)); }
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
