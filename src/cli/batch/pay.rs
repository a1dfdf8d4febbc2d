//! The direct way of `pay`: rows that differ in their amount only share one schedule.
//!
//! Whatever is not plain here (an apprentice, an unusual amount) takes the usual way.

use std::collections::HashMap;

use clap::ArgMatches;

use super::columns::Columns;
use crate::cli::pay as command;
use crate::model::amount::parse_amount_in;
use crate::model::money::Money;
use crate::model::text::Lang;
use crate::model::vocabulary::Vocabulary;
use crate::query::batch::{PayCalculator, YearRules};

/// More different rows than this share little; then the usual way answers.
const MOST_KINDS: usize = 10_000;

/// The place of `solutions`, behind `status` and eight amounts.
const SOLUTIONS: usize = 9;

/// The place of `taxable_urssaf_year`, behind `below_minimum_wage`; that of an apprentice's aid follows.
const TAXABLE_URSSAF: usize = 11;

/// The figures of a row, in cents.
#[derive(Debug, Clone, Copy)]
pub struct PayRow {
    status: &'static str,
    cents: [i64; 8],
    solutions: &'static str,
    below_minimum_wage: bool,
    taxable_urssaf: i64,
}

impl PayRow {
    /// Whether the figure at `at` is a word, which JSON puts between quotation marks.
    pub fn is_text(at: usize) -> bool {
        at == 0 || at == SOLUTIONS
    }

    /// Gives the figure at `at` of [`crate::query::batch::figures`] as text.
    pub fn with<E>(&self, at: usize, mut take: impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        match at.checked_sub(1).map(|at| self.cents.get(at)) {
            None => take(self.status.as_bytes()),
            Some(Some(cents)) => take(written(*cents, &mut [0_u8; 24])),
            Some(None) if at == SOLUTIONS => take(self.solutions.as_bytes()),
            Some(None) if at < TAXABLE_URSSAF => {
                take(if self.below_minimum_wage { b"true" } else { b"false" })
            }
            Some(None) if at == TAXABLE_URSSAF => take(written(self.taxable_urssaf, &mut [0_u8; 24])),
            // Apprentices take the usual way; nobody else has an aid.
            Some(None) => take(b"0"),
        }
    }
}

/// Whole euros without decimals, others with those that count: as JSON has them.
fn written(cents: i64, text: &mut [u8; 24]) -> &[u8] {
    let mut at = text.len();
    let mut push = |byte: u8, at: &mut usize| {
        *at -= 1;
        text[*at] = byte;
    };
    #[allow(clippy::cast_possible_truncation, reason = "a digit")]
    let digit = |number: u64| b'0' + (number % 10) as u8;
    let (mut whole, part) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    if part > 0 {
        if part % 10 > 0 {
            push(digit(part), &mut at);
        }
        push(digit(part / 10), &mut at);
        push(b'.', &mut at);
    }
    loop {
        push(digit(whole), &mut at);
        whole /= 10;
        if whole == 0 {
            break;
        }
    }
    if cents < 0 {
        push(b'-', &mut at);
    }
    &text[at..]
}

/// What rows that differ in their amount only have in common.
pub struct PayDesk<'r> {
    rules: &'r [YearRules],
    lang: Lang,
    known: HashMap<Vec<u8>, PayCalculator<'r>>,
    key: Vec<u8>,
}

impl<'r> PayDesk<'r> {
    /// A desk over the rules of every year, newest first, for amounts as `lang` writes them.
    pub fn new(rules: &'r [YearRules], lang: Lang) -> Self {
        Self { rules, lang, known: HashMap::new(), key: Vec::new() }
    }

    /// The figures of a row, if its kind is known and its amount can be read.
    pub fn answer<'f>(&mut self, columns: &Columns, field: impl Fn(usize) -> &'f [u8]) -> Option<PayRow> {
        let amount = self.key_of(columns, field)?;
        let calculator = self.known.get(&self.key)?;
        let figures = calculator.figures(Money::euros(amount))?;
        Some(PayRow {
            status: figures.status.id(),
            cents: figures.amounts.map(cents),
            solutions: figures.solutions.id(),
            below_minimum_wage: figures.below_minimum_wage,
            taxable_urssaf: cents(figures.taxable_urssaf),
        })
    }

    /// Remembers what `args`, read from the row, ask.
    pub fn learn<'f>(&mut self, columns: &Columns, field: impl Fn(usize) -> &'f [u8], args: &ArgMatches) {
        if self.key_of(columns, field).is_none()
            || self.known.contains_key(&self.key)
            || self.known.len() >= MOST_KINDS
        {
            return;
        }
        let calculator = command::params(args).ok().and_then(|params| {
            let rules = match params.year {
                Some(year) => self.rules.iter().find(|known| known.rules.year == year),
                None => self.rules.first(),
            };
            PayCalculator::new(params, rules?)
        });
        if let Some(calculator) = calculator {
            self.known.insert(self.key.clone(), calculator);
        }
    }

    /// Puts everything but the amount into the key, and returns the amount if it can be read.
    fn key_of<'f>(&mut self, columns: &Columns, field: impl Fn(usize) -> &'f [u8]) -> Option<f64> {
        self.key.clear();
        let mut amount = None;
        for (at, _, argument) in columns.given() {
            if argument == "amount" {
                amount = plain_amount(field(at)).or_else(|| read_amount(field(at), self.lang));
            } else if !field(at).is_empty() {
                self.key.extend_from_slice(argument.as_bytes());
                self.key.push(b'=');
                self.key.extend_from_slice(field(at));
                self.key.push(0x1f);
            }
        }
        amount
    }
}

fn cents(amount: Money) -> i64 {
    #[allow(clippy::cast_possible_truncation, reason = "amounts are far below 2^53 cents")]
    let cents = (amount.as_euros() * 100.0).round() as i64;
    cents
}

/// An amount as people write it in `lang`; what is refused is told the usual way.
fn read_amount(typed: &[u8], lang: Lang) -> Option<f64> {
    let amount = parse_amount_in(std::str::from_utf8(typed).ok()?, lang).ok()?.as_euros();
    (amount > 0.0).then_some(amount)
}

/// Digits with at most two decimals behind a point, above zero; anything else is read with more care.
fn plain_amount(typed: &[u8]) -> Option<f64> {
    let (whole, decimals) = match typed.iter().position(|byte| *byte == b'.') {
        Some(at) => (&typed[..at], &typed[at + 1..]),
        None => (typed, &b""[..]),
    };
    let is_plain = !whole.is_empty()
        && whole.len() <= 7
        && decimals.len() <= 2
        && (decimals.is_empty() == (whole.len() == typed.len()));
    let digits = whole.iter().chain(decimals);
    if !is_plain || !digits.clone().all(u8::is_ascii_digit) {
        return None;
    }
    let number = digits.fold(0_u32, |number, digit| number * 10 + u32::from(digit - b'0'));
    let amount = f64::from(number) / [1.0, 10.0, 100.0][decimals.len()];
    (amount > 0.0).then_some(amount)
}

#[cfg(test)]
mod tests {
    use super::{plain_amount, written};

    #[test]
    fn cents_are_written_as_json_has_them() {
        let text = |cents| String::from_utf8(written(cents, &mut [0; 24]).to_vec()).unwrap();
        let all: Vec<String> = [0, 5, 50, 100, 123_450, 3_765_204, -250].map(text).to_vec();
        assert_eq!(all, ["0", "0.05", "0.5", "1", "1234.5", "37652.04", "-2.5"]);
    }

    #[test]
    fn only_plain_amounts_go_the_direct_way() {
        assert_eq!(plain_amount(b"48000"), Some(48_000.0));
        assert_eq!(plain_amount(b"3200.5"), Some(3_200.5));
        for odd in ["", "0", "1.234", "48k", "-5", "1.", "99999999", "3200,5", ".5"] {
            assert_eq!(plain_amount(odd.as_bytes()), None, "{odd}");
        }
    }
}
