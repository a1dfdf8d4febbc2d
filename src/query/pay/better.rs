//! The salary just below a step of the law that leaves more than the one that was asked about.

use serde::Serialize;

use super::inverse::lowered;
use super::reading::PayParams;
use crate::model::figures::amount;
use crate::model::money::Money;
use crate::model::text::Text;
use crate::model::vocabulary::Vocabulary;
use crate::pay::{Schedule, StepCause};

/// A salary just below a step of the law, which leaves more than the one that was asked about; euros a year.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct BetterBelow {
    gross: Money,
    net_after_tax: Money,
    /// What the law changes above it.
    cause: StepCause,
    /// How much less the salary that was asked about leaves.
    #[serde(skip)]
    loss: Money,
}

impl BetterBelow {
    /// That of `gross` a year under `schedule`; `None` if no lower salary leaves more.
    pub fn of(schedule: &Schedule<'_>, params: &PayParams, gross: Money) -> Option<Self> {
        let (figures, cause) = schedule.better_below(gross, params.taxation)?;
        let left = schedule.figures(gross, params.taxation).net_after_tax;
        Some(Self {
            gross: figures.gross.rounded(),
            net_after_tax: figures.net_after_tax.rounded(),
            cause,
            loss: figures.net_after_tax.rounded() - left.rounded(),
        })
    }

    /// The same for people.
    pub fn told(&self) -> Text {
        let [gross, net, loss] =
            [self.gross, self.net_after_tax, self.loss].map(|money| amount(money.rounded()));
        let cause = self.cause.label();
        let (advance_fr, advance_en) = if self.cause == StepCause::WithholdingRate {
            (
                " Le prélèvement est une avance : l’impôt de l’année suit le barème, sans ce palier.",
                " Withholding is an advance: the tax of the year follows the scale, without this step.",
            )
        } else {
            ("", "")
        };
        Text::new(
            format!(
                "Juste sous ce palier : {} brut par an laisse davantage, {} net après impôt ({} de plus). Ce qui change là : {}.{advance_fr}",
                gross.fr,
                net.fr,
                loss.fr,
                lowered(&cause.fr)
            ),
            format!(
                "Just below this step: {} gross a year leaves more, {} net after tax ({} more). What changes there: {}.{advance_en}",
                gross.en,
                net.en,
                loss.en,
                lowered(&cause.en)
            ),
        )
    }
}
