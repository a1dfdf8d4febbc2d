//! The lines of a salary: a month's slip as an employee knows it, and the same as records.

use super::{PayReport, SlipLine};
use crate::model::money::Money;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::pay::{Section, Side};
use crate::report::{Cell, Kind, Table};

/// The lines as records: one per side, euros a year.
pub fn lines(report: &PayReport) -> Table {
    Table::of(&report.lines)
        .column("id", Kind::Name, text("Id", "Id"), |slip| &slip.line.id)
        .column("name", Kind::Text, text("Ligne", "Line"), |slip| &slip.line.name)
        .column("section", Kind::Name, text("Rubrique", "Section"), |slip| slip.line.section)
        .column("side", Kind::Name, text("Part", "Side"), |slip| slip.line.side)
        .column("base", Kind::Number, text("Base", "Base"), |slip| Cell::of(slip.line.base, Cell::Cents))
        .hidden("rate", Kind::Number, text("Taux", "Rate"), |slip| {
            Cell::of(slip.line.rate.map(crate::pay::Rate::as_fraction), Cell::Rate)
        })
        .column("rate_percent", Kind::Number, text("Taux", "Rate"), |slip| {
            Cell::of(slip.rate_percent, |rate| Cell::Percent(rate.value()))
        })
        .column("amount", Kind::Number, text("Montant annuel", "Amount a year"), |slip| {
            Cell::Cents(slip.line.amount)
        })
        .hidden("source", Kind::Text, text("Fondement", "Source"), |slip| &slip.line.source)
        .main()
}

/// One row of the slip.
#[derive(Default)]
struct Entry {
    name: Option<Text>,
    base: Option<Money>,
    employee: (Option<f64>, Option<Money>),
    employer: (Option<f64>, Option<Money>),
    source: Option<Text>,
    is_line: bool,
}

impl Entry {
    fn total(name: Text, employee: Option<Money>, employer: Option<Money>) -> Self {
        Self { name: Some(name), employee: (None, employee), employer: (None, employer), ..Self::default() }
    }

    /// The two sides of a rule in one row.
    fn of(lines: &[&SlipLine], id: &str, share: impl Fn(Money) -> Money) -> Self {
        let side =
            |side: Side| lines.iter().copied().find(|slip| slip.line.id == id && slip.line.side == side);
        let (employee, employer) = (side(Side::Employee), side(Side::Employer));
        let either = employee.or(employer);
        let cells = |slip: Option<&SlipLine>| {
            let rate = slip.and_then(|slip| slip.rate_percent).map(super::Percent::value);
            (rate, slip.map(|slip| share(slip.line.amount)))
        };
        Self {
            name: either.map(|slip| slip.line.name.clone()),
            base: either.and_then(|slip| slip.line.base).map(&share),
            employee: cells(employee),
            employer: cells(employer),
            source: either.map(|slip| slip.line.source.clone()),
            is_line: true,
        }
    }
}

/// A month's slip: a heading per section, what each side bears with the article that says so, the totals.
pub fn of(report: &PayReport) -> Table {
    let share = |amount: Money| report.share(amount);
    let mut entries =
        vec![Entry::total(text("SALAIRE BRUT", "GROSS SALARY"), Some(report.gross.month), None)];
    for section in Section::ALL.iter().filter(|section| **section != Section::IncomeTax) {
        let lines: Vec<&SlipLine> =
            report.lines.iter().filter(|slip| slip.line.section == *section).collect();
        if lines.is_empty() {
            continue;
        }
        entries.push(Entry { name: Some(section.label()), ..Entry::default() });
        let mut ids: Vec<&str> = Vec::new();
        for slip in &lines {
            if !ids.contains(&slip.line.id.as_str()) {
                ids.push(&slip.line.id);
            }
        }
        entries.extend(ids.into_iter().map(|id| Entry::of(&lines, id, share)));
    }
    let sum = |side: Side| {
        let lines = report.lines.iter().filter(|slip| slip.line.side == side);
        share(lines.fold(Money::euros(0.0), |sum, slip| sum + slip.line.amount))
    };
    let mut taxes = report.lines.iter().filter(|slip| slip.line.side == Side::Tax);
    let tax = taxes.next();
    let included = taxes.map(|slip| Entry {
        name: Some(Text::new(
            format!("dont : {}", slip.line.name.fr),
            format!("of which: {}", slip.line.name.en),
        )),
        employee: (slip.rate_percent.map(super::Percent::value), Some(share(slip.line.amount))),
        source: Some(slip.line.source.clone()),
        is_line: true,
        ..Entry::default()
    });
    entries.extend([
        Entry::total(
            text("TOTAL DES COTISATIONS", "TOTAL CONTRIBUTIONS"),
            Some(sum(Side::Employee)),
            Some(sum(Side::Employer)),
        ),
        Entry::total(
            text("NET À PAYER AVANT IMPÔT", "NET PAY BEFORE TAX"),
            Some(report.net_before_tax.month),
            None,
        ),
        Entry {
            employee: (Some(report.tax.rate_percent.value()), Some(share(report.tax.amount))),
            source: tax.map(|slip| slip.line.source.clone()),
            ..Entry::total(tax_name(report), None, None)
        },
    ]);
    entries.extend(included);
    entries.extend([
        Entry::total(text("NET PAYÉ", "NET PAY"), Some(report.net_after_tax.month), None),
        Entry::total(
            text("COÛT POUR L’EMPLOYEUR", "COST TO THE EMPLOYER"),
            None,
            Some(report.employer_cost.month),
        ),
    ]);
    let figure = |amount: Option<Money>| amount.map_or(Cell::Blank, Cell::Figure);
    let rate = |rate: Option<f64>| rate.map_or(Cell::Blank, Cell::Percent);
    Table::of(&entries)
        .column("name", Kind::Text, text("Euros par mois", "Euros a month"), |entry| {
            entry.name.clone().map_or(Cell::Blank, Cell::Text)
        })
        .column("base", Kind::Number, text("Base", "Base"), |entry| figure(entry.base))
        .column("employee_rate", Kind::Number, text("Taux", "Rate"), |entry| rate(entry.employee.0))
        .column("employee", Kind::Number, text("Salarié", "Employee"), |entry| figure(entry.employee.1))
        .column("employer_rate", Kind::Number, text("Taux", "Rate"), |entry| rate(entry.employer.0))
        .column("employer", Kind::Number, text("Employeur", "Employer"), |entry| figure(entry.employer.1))
        .noted(|entry| entry.source.clone())
        .styled(|entry, row| if entry.is_line { row.indented(1) } else { row.strong() })
        .beside()
}

/// Income tax with its method.
pub fn tax_name(report: &PayReport) -> Text {
    let name = |method: &Text| {
        Text::new(
            format!("Impôt ({})", method.fr.to_lowercase()),
            format!("Income tax ({})", method.en.to_lowercase()),
        )
    };
    match report.tax.method {
        "neutral" => name(&text("taux neutre", "neutral rate")),
        "scale" => name(&text("barème", "scale")),
        _ => name(&text("taux personnel", "own rate")),
    }
}
