//! The lines of a payslip, each from its rule, and their rounding.

use super::contribution::Levy;
use super::payslip::{Line, Payslip, Side, round_to_totals};
use super::schedule::{Assessment, Figures, Schedule};
use super::tax::Taxation;
use crate::model::money::Money;
use crate::model::rules::{NamedRate, Rate, Section};
use crate::model::text::{Text, text};

/// The id of the line of the contribution on high incomes.
pub const HIGH_INCOME_ID: &str = "high-income-contribution";

/// What the contribution on high incomes is called.
pub const HIGH_INCOME_NAME: Text =
    text("Contribution exceptionnelle sur les hauts revenus", "Contribution on high incomes");

/// How a rule names itself: id, name, source.
type Label<'rules> = (&'rules String, &'rules Text, &'rules Text);

/// A line before rounding.
fn line((id, name, source): Label, section: Section, side: Side, terms: Terms) -> Line {
    Line {
        id: id.clone(),
        name: name.clone(),
        section,
        side,
        base: terms.base.map(Money::euros),
        rate: terms.rate.map(Rate::fraction),
        amount: Money::euros(terms.amount),
        source: source.clone(),
    }
}

/// Base, rate and amount, in euros a year.
#[derive(Clone, Copy)]
struct Terms {
    base: Option<f64>,
    rate: Option<f64>,
    amount: f64,
}

impl Terms {
    fn share(base: f64, rate: f64) -> Self {
        Self { base: Some(base), rate: Some(rate), amount: base * rate }
    }

    fn flat(amount: f64) -> Self {
        Self { base: None, rate: None, amount }
    }
}

impl Schedule<'_> {
    /// The payslip of `gross`, a year's gross salary, with every line that is not zero. A negative salary counts as
    /// none.
    pub fn payslip(&self, gross: Money, taxation: impl Into<Taxation>) -> Payslip {
        let tax = taxation.into();
        let figures = self.figures(gross, tax);
        let assessment = self.assess(figures.gross.as_euros());
        let mut taken = self.lines_of(Side::Employee, &figures, &assessment);
        taken.extend(self.csg_lines(assessment.csg_base));
        let mut added = self.lines_of(Side::Employer, &figures, &assessment);
        added.extend(self.employer_lines(&figures, &assessment));
        for lines in [&mut taken, &mut added] {
            lines.retain(|line| line.amount.as_euros() != 0.0);
            lines.sort_by_key(|line| line.section);
        }
        round_to_totals(&mut taken, -1.0, figures.gross, figures.net_before_tax);
        round_to_totals(&mut added, 1.0, figures.gross, figures.employer_cost);
        let lines = taken.into_iter().chain(added).chain(self.tax_lines(&figures, tax)).collect();
        Payslip { figures, lines }
    }

    /// The contributions and the health cover of one side.
    fn lines_of(&self, side: Side, figures: &Figures, assessment: &Assessment) -> Vec<Line> {
        let gross = figures.gross.as_euros();
        let rate = |levy: &Levy| match side {
            Side::Employee => levy.employee_rate,
            Side::Employer | Side::Tax => levy.employer_rate(gross),
        };
        let cover = match side {
            Side::Employee => assessment.employee_cover,
            Side::Employer | Side::Tax => assessment.employer_cover,
        };
        let contributions = self.levies.iter().map(|levy| {
            let rule = levy.rule;
            let subject = if side == Side::Employee { (gross - self.exempt).max(0.0) } else { gross };
            let terms = Terms::share(levy.base(subject), rate(levy));
            line((&rule.id, &rule.name, &rule.source), rule.section, side, terms)
        });
        let rule = &self.rules.health_cover;
        let label = (&rule.id, &rule.name, &rule.source);
        contributions.chain([line(label, Section::Health, side, Terms::flat(cover))]).collect()
    }

    /// CSG and CRDS.
    fn csg_lines(&self, base: f64) -> [Line; 3] {
        let csg = &self.rules.csg;
        [&csg.deductible, &csg.non_deductible, &csg.crds].map(|rule: &NamedRate| {
            let terms = Terms::share(base, rule.rate.as_fraction());
            line((&rule.id, &rule.name, &rule.source), Section::Csg, Side::Employee, terms)
        })
    }

    /// Forfait social, the general reduction and an apprentice's flat amount.
    fn employer_lines(&self, figures: &Figures, assessment: &Assessment) -> Vec<Line> {
        let forfait = &self.rules.forfait_social;
        let reduction = &self.rules.general_reduction;
        let owed = Terms::share(assessment.protection, self.forfait_rate);
        let given_back = Terms::share(figures.gross.as_euros(), -assessment.reduction_coefficient);
        let mut lines = vec![
            line((&forfait.id, &forfait.name, &forfait.source), Section::Other, Side::Employer, owed),
            line(
                (&reduction.id, &reduction.name, &reduction.source),
                Section::Relief,
                Side::Employer,
                given_back,
            ),
        ];
        let owes_flat = self.employer_flat > 0.0 && figures.gross.as_euros() > 0.0;
        if let Some(rule) = self.rules.apprentice.as_ref().filter(|_| owes_flat) {
            let rule = &rule.participation;
            let label = (&rule.id, &rule.name, &rule.source);
            lines.push(line(label, Section::Other, Side::Employer, Terms::flat(self.employer_flat)));
        }
        lines
    }

    /// Income tax, shown even if it is zero, and the contribution on high incomes where some is due.
    fn tax_lines(&self, figures: &Figures, tax: Taxation) -> Vec<Line> {
        let rule = &self.rules.income_tax;
        let (name, source) = match tax {
            Taxation::Neutral => (&rule.neutral.name, &rule.neutral.source),
            Taxation::Own { .. } => (&rule.own_rate.name, &rule.own_rate.source),
            Taxation::Scale(_) => (&rule.scale.name, &rule.scale.source),
        };
        let high = match tax {
            Taxation::Scale(household) => {
                rule.high_income_on(household, figures.taxable, true).min(figures.tax)
            }
            Taxation::Neutral | Taxation::Own { .. } => Money::euros(0.0),
        };
        let taxable = figures.taxable.as_euros();
        let share = |amount: Money| if taxable > 0.0 { amount.as_euros() / taxable } else { 0.0 };
        let terms = |amount: Money, rate: f64| Terms {
            base: Some(taxable),
            rate: Some(rate),
            amount: amount.as_euros(),
        };
        let of_line = |label, terms| line(label, Section::IncomeTax, Side::Tax, terms);
        if high <= Money::euros(0.0) {
            return vec![of_line(
                (&rule.id, name, source),
                terms(figures.tax, figures.tax_rate.as_fraction()),
            )];
        }
        let rest = figures.tax - high;
        let id = HIGH_INCOME_ID.to_owned();
        vec![
            of_line((&rule.id, name, source), terms(rest, share(rest))),
            of_line((&id, &HIGH_INCOME_NAME, &rule.high_income.source), terms(high, share(high))),
        ]
    }
}
