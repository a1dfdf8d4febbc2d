//! What every entry in data/ has in common, so that sources, search and checks need one code path.

use super::caveat::Caveat;
use super::id::SourceId;
use super::money::Money;
use super::text::Text;
use super::vocabulary::Topic;

/// An entry of the dataset: an id, a title, the sources it rests on, the words it can be found by.
pub trait Fact {
    /// Which collection the entry belongs to.
    fn topic(&self) -> Topic;
    /// The id, unique within its topic.
    fn id(&self) -> &str;
    /// The title people read.
    fn title(&self) -> Text;
    /// Who says so; never empty in a valid dataset.
    fn sources(&self) -> &[SourceId];
    /// Why the entry is doubtful or dated, if it is.
    fn caveat(&self) -> Option<&Caveat> {
        None
    }
    /// Sources of a part of the entry: a fee, a code.
    fn part_sources(&self) -> Vec<&SourceId> {
        Vec::new()
    }
    /// Every source that something in the entry rests on, its caveat included, each once.
    fn all_sources(&self) -> Vec<&SourceId> {
        let caveat = self.caveat().map(|caveat| caveat.sources.as_slice()).unwrap_or_default();
        let mut all: Vec<&SourceId> = Vec::new();
        for source in self.sources().iter().chain(caveat).chain(self.part_sources()) {
            if !all.contains(&source) {
                all.push(source);
            }
        }
        all
    }
    /// Texts beside the title: detail, admission rule, note.
    fn texts(&self) -> Vec<&Text> {
        Vec::new()
    }
    /// The amount it is about, in words: what tells it from others of its title.
    fn stated(&self) -> Option<Text> {
        None
    }
    /// The amounts it states, in euros as they are stated.
    fn figures(&self) -> Vec<Money> {
        Vec::new()
    }
    /// Names beside the texts: aliases, schools, cities, labels.
    fn names(&self) -> Vec<&str> {
        Vec::new()
    }
}

/// Makes an entry with `id`, `sources`, a title field and perhaps a caveat a [`Fact`]; what else it tells stands after.
macro_rules! fact {
    ($entry:ident: $topic:ident, $title:ident $(, $caveat:ident)?; $($more:tt)*) => {
        impl $crate::model::fact::Fact for $entry {
            fn topic(&self) -> $crate::model::vocabulary::Topic {
                $crate::model::vocabulary::Topic::$topic
            }
            fn id(&self) -> &str {
                self.id.as_str()
            }
            fn title(&self) -> $crate::model::text::Text {
                self.$title.clone()
            }
            fn sources(&self) -> &[$crate::model::id::SourceId] {
                &self.sources
            }
            $(fn caveat(&self) -> Option<&$crate::model::caveat::Caveat> {
                self.$caveat.as_ref()
            })?
            $($more)*
        }
    };
}
pub(crate) use fact;
