//! Where a day rate stands among those that sources state, kind of price by kind of price.

use serde::Serialize;

use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::figure::BasisKind;
use crate::model::figures::amounts;
use crate::model::id::SourceId;
use crate::model::money::{Money, Range};
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::cite::Citations;
use crate::query::offer::Verdict;
use crate::query::rates::{self, PriceGroup, RatesParams};
use crate::report::{Cell, Facts};

/// Where a day rate stands against the figures of one kind of price, which are never mixed with those of another.
#[derive(Debug, Serialize)]
pub struct RateStanding {
    /// How the prices were got.
    basis: BasisKind,
    /// How many figures the rate is below.
    below: usize,
    /// How many it is equal to, or within.
    within: usize,
    /// How many it is above.
    above: usize,
    /// The lowest and the highest figure, euros a day before VAT.
    figures: Range<Money>,
    /// Who states them.
    sources: Vec<SourceId>,
    #[serde(skip)]
    by: Text,
}

/// Where `rate`, euros a day before VAT, stands against each kind of price.
pub fn of(dataset: &Dataset, rate: Money) -> Result<Vec<RateStanding>, Reason> {
    let params = RatesParams { rate: Some(rate), ..RatesParams::default() };
    let citations = Citations::new(dataset)?;
    let kinds = rates::ask(&params, dataset)?.kinds;
    Ok(kinds.iter().filter_map(|kind| standing(kind, &citations)).collect())
}

fn standing(kind: &PriceGroup<'_>, citations: &Citations<'_>) -> Option<RateStanding> {
    let count = |wanted: &dyn Fn(Verdict) -> bool| {
        kind.rates.iter().filter(|line| line.verdict.is_some_and(wanted)).count()
    };
    let (below, above) = (count(&|one| one == Verdict::Below), count(&|one| one == Verdict::Above));
    let mut sources: Vec<SourceId> = kind.rates.iter().map(|line| line.rate.source.clone()).collect();
    sources.sort();
    sources.dedup();
    Some(RateStanding {
        by: citations.list(&sources),
        sources,
        basis: kind.basis,
        below,
        above,
        within: kind.rates.len() - below - above,
        figures: Range::spanning(kind.rates.iter().map(|line| line.rate.per_day))?,
    })
}

/// The same for people, a line for each kind of price.
pub fn told(standings: &[RateStanding]) -> Facts {
    let title =
        text("Ce tarif parmi ceux que citent les sources", "This rate among those that sources state");
    let item = |one: &RateStanding| (one.basis.label(), Cell::Text(sentence(one)));
    Facts { title: Some(title), items: standings.iter().map(item).collect() }
}

fn sentence(one: &RateStanding) -> Text {
    let counts = [
        (text("au-dessus de", "above"), one.above),
        (text("au niveau de", "level with"), one.within),
        (text("en dessous de", "below"), one.below),
    ];
    let total = one.above + one.within + one.below;
    let of = |lang: Lang| match lang {
        Lang::Fr if total == 1 => " chiffre".to_owned(),
        Lang::Fr => format!(" chiffres sur {total}"),
        Lang::En if total == 1 => " figure".to_owned(),
        Lang::En => format!(" of {total} figures"),
    };
    let said = Text::in_each(|lang| {
        let told = counts.iter().filter(|(_, count)| *count > 0).enumerate();
        let parts = told.map(|(at, (words, count))| {
            let of = if at == 0 { of(lang) } else { String::new() };
            format!("{} {count}{of}", words.in_lang(lang))
        });
        parts.collect::<Vec<_>>().join(", ")
    });
    let span = amounts(one.figures).unwrap_or(text("", ""));
    Text::new(
        format!("{} ({}) : {}", one.by.fr, span.fr, said.fr),
        format!("{} ({}): {}", one.by.en, span.en, said.en),
    )
}
