//! A question with the values that are set now: what it asks, and the command line that asks the same.

use std::rc::Rc;

use super::Question;
use crate::dataset::Dataset;
use crate::explore::both::Both;
use crate::explore::chip::Chip;
use crate::model::amount::{SaidPay, parse_amount, parse_pay_in};
use crate::model::error::Reason;
use crate::model::money::Money;
use crate::model::text::{Lang, Text};
use crate::model::vocabulary::Vocabulary;
use crate::pay::Basis;
use crate::report::Report;
use crate::view::quoted_for_shell;

/// A question with the values that are set.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The question.
    pub question: &'static Question,
    /// What it is about, where that is no field: the entries to show.
    pub subjects: Vec<String>,
    /// The filters with their values.
    pub chips: Vec<Chip>,
    /// What is typed in each field.
    pub fields: Vec<String>,
    /// Which answer each row has, by the position of the reply; 0 is none.
    pub replies: Vec<usize>,
    /// The document that the field of a file names, or why it cannot be read.
    pub document: Option<Rc<Result<String, Text>>>,
}

impl Asked {
    /// The question as it is asked at first.
    pub fn new(question: &'static Question, dataset: &Dataset) -> Self {
        let fields = vec![String::new(); question.fields.len()];
        let chips = (question.chips)(dataset);
        Self { question, subjects: Vec::new(), chips, fields, replies: Vec::new(), document: None }
    }

    /// The question with nothing left out, whatever its filters leave out at first.
    pub fn open(question: &'static Question, dataset: &Dataset) -> Self {
        let mut asked = Self::new(question, dataset);
        asked.chips.iter_mut().for_each(Chip::open);
        asked
    }

    /// The same question about these entries.
    #[must_use]
    pub fn about(mut self, subjects: Vec<String>) -> Self {
        self.subjects = subjects;
        self
    }

    /// The same question with a field filled in.
    #[must_use]
    pub fn with_typed(mut self, option: &str, text: &str) -> Self {
        let specs = self.question.fields.iter().zip(&mut self.fields);
        specs.filter(|(spec, _)| spec.option == option).for_each(|(_, typed)| text.clone_into(typed));
        self
    }

    /// The answer.
    ///
    /// # Errors
    /// Fails as the command does, or if a field cannot be read.
    pub fn answer<'a>(&self, dataset: &'a Dataset) -> anyhow::Result<Box<dyn Report + 'a>> {
        let first = (self.question.ask)(self, dataset)?;
        let Some(beside) = self.beside(dataset) else { return Ok(first) };
        let title = beside.question.title.clone();
        let beside = (beside.question.ask)(&beside, dataset)?;
        Ok(Box::new(Both { first, beside: (title, beside) }))
    }

    /// The question that is asked beside, once there is an amount, with what is set for it.
    fn beside(&self, dataset: &Dataset) -> Option<Self> {
        let beside = self.question.beside?;
        let typed = self.typed(beside.amount)?;
        let mut asked = Self::new(beside.question, dataset).with_typed("", typed);
        if let Some(said) =
            parse_pay_in(typed, Lang::En).ok().filter(|said| said.is_net || said.per.is_some())
        {
            // Its words are options of the other command.
            asked = asked.with_typed("", &said.amount.as_euros().to_string());
            asked.choose("from", if said.is_net { Basis::Net } else { Basis::Gross }.id());
            asked.choose("per", said.period().id());
        }
        for option in beside.options {
            let set = self.chip(option).map_or(0, |chip| chip.set);
            if let Some(chip) = asked.chip_mut(option) {
                chip.set = set;
            }
            asked = asked.with_typed(option, self.typed(option).unwrap_or_default());
        }
        Some(asked)
    }

    /// Whether an option is one of the question that is asked beside.
    fn is_beside(&self, option: &str) -> bool {
        self.question.beside.is_some_and(|beside| beside.options.contains(&option))
    }

    /// Sets a filter to one of its values.
    fn choose(&mut self, option: &str, id: &str) {
        if let Some(chip) = self.chip_mut(option) {
            chip.set = chip.values.iter().position(|value| value.id == id).unwrap_or(chip.set);
        }
    }

    fn chip(&self, option: &str) -> Option<&Chip> {
        self.chips.iter().find(|chip| chip.option == option)
    }

    /// The filter that an option belongs to, to be changed.
    pub fn chip_mut(&mut self, option: &str) -> Option<&mut Chip> {
        self.chips.iter_mut().find(|chip| chip.option == option)
    }

    /// The member of a closed set that a filter is set to.
    pub fn choice<V: Vocabulary>(&self, option: &str) -> Option<V> {
        V::parse(self.chip(option)?.id()).ok()
    }

    /// The same as a list, empty where the filter lets everything through.
    pub fn choices<V: Vocabulary>(&self, option: &str) -> Vec<V> {
        self.choice(option).into_iter().collect()
    }

    /// Whether a flag is set.
    pub fn has(&self, option: &str) -> bool {
        self.chip(option).is_some_and(|chip| chip.set > 0)
    }

    /// The name that a filter is set to, as a list.
    pub fn named(&self, option: &str) -> Vec<String> {
        self.chip(option).and_then(Chip::given).map(str::to_owned).into_iter().collect()
    }

    /// The members of a closed set that a filter lets through; none if it lets all of them.
    pub fn among<V: Vocabulary>(&self, option: &str) -> Vec<V> {
        let chip = self.chip(option).filter(|chip| chip.is_changed());
        chip.map(Chip::on).unwrap_or_default().into_iter().filter_map(|id| V::parse(id).ok()).collect()
    }

    /// The names that a filter turns off.
    pub fn off(&self, option: &str) -> Vec<String> {
        self.chip(option).map(Chip::off).unwrap_or_default().into_iter().map(str::to_owned).collect()
    }

    /// What is typed in a field; `None` if nothing is.
    pub fn typed(&self, option: &str) -> Option<&str> {
        let at = self.question.fields.iter().position(|field| field.option == option)?;
        self.fields.get(at).map(|field| field.trim()).filter(|text| !text.is_empty())
    }

    /// The pay in a field, with the words behind it.
    ///
    /// # Errors
    /// Fails if what is typed is no pay.
    pub fn pay(&self, option: &str) -> Result<Option<SaidPay>, Reason> {
        let read = |typed: &str| parse_pay_in(typed, Lang::En).map_err(|_| no_amount(typed));
        self.typed(option).map(read).transpose()
    }

    /// The amount of euros in a field.
    ///
    /// # Errors
    /// Fails if what is typed is no amount.
    pub fn amount(&self, option: &str) -> Result<Option<Money>, Reason> {
        let read = |typed: &str| parse_amount(typed).map_err(|_| no_amount(typed));
        self.typed(option).map(read).transpose()
    }

    /// The text of the document that is handed in; `None` if none is.
    ///
    /// # Errors
    /// Fails if the document could not be read.
    pub fn text(&self) -> Result<Option<String>, Reason> {
        match self.document.as_deref() {
            None => Ok(None),
            Some(Ok(text)) => Ok(Some(text.clone())),
            Some(Err(reason)) => Err(Reason::Usage(reason.clone())),
        }
    }

    /// The whole number in a field.
    ///
    /// # Errors
    /// Fails if what is typed is no such number.
    pub fn number<N: std::str::FromStr>(&self, option: &str) -> Result<Option<N>, Reason> {
        let digits = |typed: &str| typed.chars().take_while(char::is_ascii_digit).collect::<String>();
        let read = |typed: &str| {
            digits(typed).parse().map_err(|_| {
                Reason::Usage(Text::new(
                    format!("« {typed} » n’est pas un nombre ; écrivez par exemple 9."),
                    format!("`{typed}` is no number; write for instance 9."),
                ))
            })
        };
        self.typed(option).map(read).transpose()
    }

    /// Whether a filter or a field leaves something out.
    pub fn is_narrowed(&self) -> bool {
        let typed = self.fields.iter().any(|field| !field.is_empty());
        typed || self.chips.iter().any(Chip::is_changed)
    }

    /// The command line that gives the same answer.
    pub fn command_line(&self, dataset: &Dataset, other_lang: Option<Lang>) -> String {
        let first = self.command(other_lang);
        // Two answers on a screen are those of two commands.
        self.beside(dataset)
            .map_or(first.clone(), |beside| format!("{first}; {}", beside.command(other_lang)))
    }

    fn command(&self, other_lang: Option<Lang>) -> String {
        let mut words = vec!["backend-career".to_owned(), self.question.command.to_owned()];
        words.extend(self.subjects.iter().map(|subject| quoted_for_shell(subject)));
        for (spec, field) in self.question.fields.iter().zip(&self.fields) {
            let typed = field.trim();
            if !typed.is_empty() && !self.is_beside(spec.option) {
                words.extend((!spec.option.is_empty()).then(|| format!("--{}", spec.option)));
                words.push(spec.argument(typed));
            }
        }
        let chips = self.chips.iter().filter(|chip| !self.is_beside(chip.option));
        words.extend(chips.flat_map(Chip::arguments).map(|word| quoted_for_shell(&word)));
        words.extend(other_lang.map(|lang| format!("--lang {}", if lang == Lang::Fr { "fr" } else { "en" })));
        words.join(" ")
    }
}

/// That what is typed is no amount.
fn no_amount(typed: &str) -> Reason {
    Reason::Usage(Text::new(
        format!("« {typed} » n’est pas un montant ; écrivez par exemple 48000, 48k ou 3 200,50."),
        format!("`{typed}` is no amount; write for instance 48000, 48k or 3200.50."),
    ))
}

#[cfg(test)]
mod tests {
    use super::Asked;
    use crate::dataset::Dataset;
    use crate::explore::questions;

    #[test]
    fn the_command_line_names_what_is_set_and_nothing_else() {
        let dataset = Dataset::embedded();
        let mut asked = Asked::new(&questions::SALARY, &dataset);
        assert_eq!(asked.command_line(&dataset, None), "backend-career salary");
        asked.chip_mut("level").unwrap().turn(true);
        asked.chip_mut("net").unwrap().turn(true);
        assert_eq!(asked.command_line(&dataset, None), "backend-career salary --level junior --net");
    }
}
