//! Who is taxed together: kind of household, children, partner; and the yearly scale with the family quotient.
//!
//! Sources: code général des impôts, art. 193 to 197 (quotient, caps, décote), 223 sexies (high incomes), 1657 1 bis
//! (collection). Not computed: alternate custody, disability, widowhood, real expenses, reductions and credits, adult
//! children, smoothing of the contribution on high incomes.

use serde::Serialize;

use crate::model::money::Money;
use crate::model::rules::{Bracket, Deduction, IncomeTax};
use crate::model::vocabulary::vocabulary;

vocabulary! {
    /// Who is taxed together. A couple is married or in a civil partnership; a lone parent ticks box T.
    HouseholdKind ("foyer", "household")
    Single = "single", "Personne seule", "Single person", "seul", "seule", "celibataire";
    Couple = "couple", "Couple marié ou pacsé", "Married couple or civil partners", "married", "marie", "pacse", "pacs";
    LoneParent = "lone-parent", "Parent isolé", "Lone parent", "parentisole", "loneparent", "parent";
}

/// The most children that are taken: twice the largest families of the census, so anything above is a slip.
pub const MAX_CHILDREN: u8 = 20;

/// A household, with what the partner earns.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Household {
    kind: HouseholdKind,
    children: u8,
    partner_taxable: Money,
}

/// Why a household cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HouseholdError {
    /// More than [`MAX_CHILDREN`].
    TooManyChildren(u8),
    /// A lone parent without a child.
    LoneParentWithoutChild,
    /// A partner's income without a couple.
    PartnerWithoutCouple,
    /// A partner's income that is no amount.
    BadPartnerIncome,
}

impl Default for Household {
    /// A single person without children.
    fn default() -> Self {
        Self { kind: HouseholdKind::Single, children: 0, partner_taxable: Money::euros(0.0) }
    }
}

impl Household {
    /// A household whose partner has `partner_taxable` euros a year of net taxable pay, before the deduction.
    ///
    /// # Errors
    /// If there are more than [`MAX_CHILDREN`] children, if a lone parent has none, if a partner's income is given
    /// without a couple or is no positive amount.
    pub fn new(kind: HouseholdKind, children: u8, partner_taxable: Money) -> Result<Self, HouseholdError> {
        let partner = partner_taxable.as_euros();
        if children > MAX_CHILDREN {
            Err(HouseholdError::TooManyChildren(children))
        } else if kind == HouseholdKind::LoneParent && children == 0 {
            Err(HouseholdError::LoneParentWithoutChild)
        } else if !partner.is_finite() || partner < 0.0 {
            Err(HouseholdError::BadPartnerIncome)
        } else if kind != HouseholdKind::Couple && partner > 0.0 {
            Err(HouseholdError::PartnerWithoutCouple)
        } else {
            Ok(Self { kind, children, partner_taxable })
        }
    }

    /// Who is taxed together.
    pub const fn kind(&self) -> HouseholdKind {
        self.kind
    }

    /// The children.
    pub const fn children(&self) -> u8 {
        self.children
    }

    /// The partner's net taxable pay of a year, before the deduction.
    pub const fn partner_taxable(&self) -> Money {
        self.partner_taxable
    }
}

/// The tax of a household and how it comes about, in euros a year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct HouseholdTax {
    /// The parts of the family quotient.
    pub parts: f64,
    /// Income after deductions, of everybody.
    pub net_income: Money,
    /// The scale's tax with the caps on the quotient.
    pub tax_before_rebate: Money,
    /// The rebate on a small tax (décote), before it is cut to the tax.
    pub rebate: Money,
    /// The contribution on high incomes.
    pub high_income: Money,
    /// The tax before rounding.
    pub exact: Money,
    /// The tax in whole euros, zero below the least that is collected.
    pub collected: Money,
    /// The family quotient saved more than its caps allow.
    pub capped: bool,
}

/// The scale prepared for a household: parts, caps and rebate do not depend on income.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quotient<'rules> {
    rules: &'rules IncomeTax,
    parts: f64,
    adults: f64,
    /// The most that the parts above the adults' may save.
    cap: f64,
    rebate: f64,
    high: &'rules [Bracket],
    /// The partner's income after the deduction.
    partner: f64,
    /// The partner's income before it.
    partner_taxable: f64,
}

impl<'rules> Quotient<'rules> {
    /// Parts and caps of `household`.
    pub(super) fn new(rules: &'rules IncomeTax, household: Household) -> Self {
        let family = &rules.family;
        let couple = household.kind == HouseholdKind::Couple;
        let lone = household.kind == HouseholdKind::LoneParent && household.children > 0;
        let adults = if couple { 2.0 } else { 1.0 };
        let last = family.child_parts.last().copied().unwrap_or(0.0);
        let child = |index: u8| family.child_parts.get(usize::from(index)).copied().unwrap_or(last);
        let mut parts = adults + (0..household.children).map(child).sum::<f64>();
        if lone {
            parts += family.lone_parent_part;
        }
        // A lone parent's first child and box T together have a cap of their own.
        let (first, first_cap) = if lone {
            (child(0) + family.lone_parent_part, family.lone_parent_cap.as_euros())
        } else {
            (0.0, 0.0)
        };
        let half_parts = (parts - adults - first) * 2.0;
        let partner = household.partner_taxable.as_euros();
        Self {
            rules,
            parts,
            adults,
            cap: first_cap + half_parts * family.half_part_cap.as_euros(),
            rebate: if couple { family.couple_rebate } else { rules.scale.rebate.amount }.as_euros(),
            high: if couple { &rules.high_income.couple } else { &rules.high_income.single },
            partner: if couple { partner - rules.deduction.on(partner) } else { 0.0 },
            partner_taxable: if couple { partner } else { 0.0 },
        }
    }

    /// The exact tax when one's own income after deductions is `own`, the partner's added.
    pub(super) fn exact(&self, own: f64) -> f64 {
        self.assess(own).exact.as_euros()
    }

    /// The share of one's own taxable income in the household's.
    pub(super) fn own_share(&self, taxable: f64) -> f64 {
        if self.partner_taxable > 0.0 {
            taxable.max(0.0) / (taxable.max(0.0) + self.partner_taxable)
        } else {
            1.0
        }
    }

    /// The tax in whole euros; nothing below the least that is collected.
    pub(super) fn collected(&self, exact: f64) -> f64 {
        let rounded = exact.round();
        if rounded < self.rules.collection.min.as_euros() { 0.0 } else { rounded }
    }

    /// The tax and its steps.
    pub(super) fn assess(&self, own: f64) -> HouseholdTax {
        let income = own.max(0.0) + self.partner;
        let single = slices(&self.rules.scale.brackets, income / self.adults) * self.adults;
        let family = slices(&self.rules.scale.brackets, income / self.parts) * self.parts;
        let tax = family.max(single - self.cap);
        let rebate = (self.rebate - self.rules.scale.rebate.rate.as_fraction() * tax).max(0.0);
        let high = slices(self.high, income);
        let exact = (tax - rebate).max(0.0) + high;
        HouseholdTax {
            parts: self.parts,
            net_income: Money::euros(income),
            tax_before_rebate: Money::euros(tax),
            rebate: Money::euros(rebate),
            high_income: Money::euros(high),
            exact: Money::euros(exact),
            collected: Money::euros(self.collected(exact)),
            capped: single - self.cap > family,
        }
    }
}

impl IncomeTax {
    /// One's own share of the contribution on high incomes, in whole euros, on `taxable` euros a year; `deducts` if the
    /// income has the deduction for working costs.
    pub fn high_income_on(&self, household: Household, taxable: Money, deducts: bool) -> Money {
        let taxable = taxable.as_euros().max(0.0);
        let quotient = Quotient::new(self, household);
        let own = if deducts { taxable - self.deduction.on(taxable) } else { taxable };
        Money::euros((quotient.assess(own).high_income.as_euros() * quotient.own_share(taxable)).round())
    }

    /// The tax of a household on pay of `taxable` euros a year, before the deduction for working costs.
    pub fn of_household(&self, household: Household, taxable: Money) -> HouseholdTax {
        let taxable = taxable.as_euros().max(0.0);
        Quotient::new(self, household).assess(taxable - self.deduction.on(taxable))
    }
}

/// The sum of the slices of `income` at their rates.
fn slices(brackets: &[Bracket], income: f64) -> f64 {
    let mut tax = 0.0;
    for (index, bracket) in brackets.iter().enumerate() {
        let start = bracket.from.as_euros();
        if income <= start {
            break;
        }
        let end = brackets.get(index + 1).map_or(f64::INFINITY, |next| next.from.as_euros());
        tax += (income.min(end) - start) * bracket.rate.as_fraction();
    }
    tax
}

impl Deduction {
    /// What is deducted from a year's taxable pay: a share of it, within bounds, never more than the pay.
    ///
    /// Source: code général des impôts, art. 83, 3°.
    pub(super) fn on(&self, taxable: f64) -> f64 {
        let (least, most) = (self.min.as_euros(), self.max.as_euros());
        (taxable * self.rate.as_fraction()).max(least).min(most).min(taxable)
    }
}
