//! A salary as people read it: the amounts and the legal floors beside them, or the whole slip with every line.

use super::slip;
use super::{PaidAs, PayReport};
use crate::model::money::Money;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::rules::YearAndMonth;
use crate::report::{Block, Cell, Document, Kind, Table};

/// The whole answer.
pub fn of(report: &PayReport) -> Document {
    let document = Document::new(title(report)).with_notes(report.warnings.clone());
    let document = if report.in_lines {
        document
            .with(Block::Table(slip::of(report)))
            .with(Block::Table(slip::lines(report).unseen()))
            .with(Block::Table(amounts(report).beside().titled(text("En résumé", "In short"))))
    } else {
        document.with(Block::Table(amounts(report)))
    };
    let floors = report.floor_table.clone().map(Block::Table);
    document.with_all(floors).with_notes(report.assumptions.clone())
}

fn title(report: &PayReport) -> Text {
    let status = report.status.label();
    let staff = report.staff;
    let lower = |lang| status.in_lang(lang).to_lowercase();
    let (people, persons) = if staff == 1 { ("personne", "person") } else { ("personnes", "people") };
    match report.status {
        PaidAs::Cadre | PaidAs::NonCadre => Text::new(
            format!("Salaire estimé : statut {}, entreprise de {staff} {people}", lower(Lang::Fr)),
            format!("Estimated salary: {} status, company of {staff} {persons}", lower(Lang::En)),
        ),
        PaidAs::Apprentice => Text::new(
            format!("Salaire estimé d’un apprenti, entreprise de {staff} {people}"),
            format!("Estimated pay of an apprentice, company of {staff} {persons}"),
        ),
        PaidAs::Intern => text("Gratification estimée d’un stagiaire", "Estimated pay of an intern"),
    }
}

/// One amount of the summary.
struct Amount {
    id: &'static str,
    name: Text,
    money: YearAndMonth,
    rate_percent: Option<f64>,
    indent: u8,
    strong: bool,
}

impl Amount {
    const fn new(id: &'static str, name: Text, money: YearAndMonth) -> Self {
        Self { id, name, money, rate_percent: None, indent: 0, strong: false }
    }

    /// A part of the amount above, or how one comes about.
    fn below(self) -> Self {
        Self { indent: 1, ..self }
    }

    fn strong(self) -> Self {
        Self { strong: true, ..self }
    }
}

/// From what the employer spends to what arrives on the account.
fn amounts(report: &PayReport) -> Table {
    let difference = |a: YearAndMonth, b: YearAndMonth| YearAndMonth {
        year: (a.year - b.year).rounded(),
        month: (a.month - b.month).rounded(),
    };
    let mut rows = vec![
        Amount::new("employer_cost", text("Coût employeur", "Employer’s cost"), report.employer_cost),
        Amount::new(
            "employer_contributions",
            text("Cotisations patronales", "Employer contributions"),
            difference(report.employer_cost, report.gross),
        )
        .below(),
    ];
    if report.aid > Money::euros(0.0) {
        rows.push(
            Amount::new(
                "aid",
                text("Aide à l’embauche", "Hiring aid"),
                YearAndMonth::over(report.aid, report.pays),
            )
            .below(),
        );
        rows.push(
            Amount::new(
                "employer_cost_after_aid",
                text("Coût après l’aide", "Cost after the aid"),
                report.employer_cost_after_aid,
            )
            .below(),
        );
    }
    rows.extend([
        Amount::new("gross", text("Salaire brut", "Gross salary"), report.gross).strong(),
        Amount::new(
            "employee_contributions",
            text("Cotisations salariales", "Employee contributions"),
            difference(report.net_before_tax, report.gross),
        ),
        Amount::new("net_before_tax", text("Net avant impôt", "Net before tax"), report.net_before_tax),
        Amount::new("taxable", text("Base imposable", "Tax base"), report.taxable).below(),
        Amount {
            rate_percent: Some(report.tax.rate_percent.value()),
            ..Amount::new(
                "tax",
                slip::tax_name(report),
                difference(report.net_after_tax, report.net_before_tax),
            )
        },
        Amount::new("net_after_tax", text("Net après impôt", "Net after tax"), report.net_after_tax).strong(),
    ]);
    let rate = |row: &Amount| row.rate_percent.map_or(Cell::Blank, Cell::Percent);
    Table::of(&rows)
        .hidden("id", Kind::Name, text("Id", "Id"), |row| row.id)
        .column("name", Kind::Text, text("Montant", "Amount"), |row| &row.name)
        .column("rate_percent", Kind::Number, text("Taux", "Rate"), rate)
        .column("month", Kind::Number, text("Par mois", "A month"), |row| Cell::Cents(row.money.month))
        .column("year", Kind::Number, text("Par an", "A year"), |row| Cell::Cents(row.money.year))
        .styled(|amount, row| {
            let row = row.indented(amount.indent);
            if amount.strong { row.strong() } else { row }
        })
        .main()
}
