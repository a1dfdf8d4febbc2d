//! A salary as people read it: the four amounts, or the whole slip with every line.

use super::PayReport;
use crate::model::money::Money;
use crate::model::text::{Lang, Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::pay::{Line, Section, Side};
use crate::query::rules::YearAndMonth;
use crate::report::{Block, Cell, Column, Document, Kind, Row, Table, Term};

/// The whole answer.
pub fn of(report: &PayReport) -> Document {
    let notes = report.warnings.iter().chain(&report.assumptions).map(|note| Block::Note(note.clone()));
    let document = Document::new(title(report));
    let document = if report.in_lines {
        document
            .with(Block::Table(slip(report)))
            .with(Block::Table(lines(report).unseen()))
            .with(Block::Table(Table::aside(text("En résumé", "In short"), columns(), amounts(report))))
    } else {
        document.with(Block::Table(Table::main(columns(), amounts(report))))
    };
    document.with_all(notes)
}

fn title(report: &PayReport) -> Text {
    let status = report.status.label();
    let staff = report.staff;
    let lower = |lang| status.in_lang(lang).to_lowercase();
    Text::new(
        format!("Salaire estimé : statut {}, entreprise de {staff} personnes", lower(Lang::Fr)),
        format!("Estimated salary: {} status, company of {staff} people", lower(Lang::En)),
    )
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("id", Kind::Name, text("Id", "Id")).hidden(),
        Column::new("name", Kind::Text, text("Montant", "Amount")),
        Column::new("month", Kind::Number, text("Par mois", "A month")),
        Column::new("year", Kind::Number, text("Par an", "A year")),
    ]
}

/// From what the employer spends to what arrives on the account.
fn amounts(report: &PayReport) -> Vec<Row> {
    let tax = Money::euros(0.0) - report.tax.amount;
    let employee = report.net_before_tax.year - report.gross.year;
    let employer = report.employer_cost.year - report.gross.year;
    let row = |id: &str, name: Text, amount: YearAndMonth| {
        let cells = [
            Cell::Word(id.to_owned()),
            Cell::Text(name),
            Cell::Cents(amount.month),
            Cell::Cents(amount.year),
        ];
        Row::new(cells.into())
    };
    vec![
        row("employer_cost", text("Coût employeur", "Employer’s cost"), report.employer_cost),
        row(
            "employer_contributions",
            text("\u{a0}\u{a0}dont cotisations patronales", "\u{a0}\u{a0}of which employer contributions"),
            employer.into(),
        ),
        row("gross", text("Salaire brut", "Gross salary"), report.gross),
        row(
            "employee_contributions",
            text("Cotisations salariales", "Employee contributions"),
            employee.into(),
        ),
        row("net_before_tax", text("Net avant impôt", "Net before tax"), report.net_before_tax),
        row("taxable", text("\u{a0}\u{a0}(base imposable)", "\u{a0}\u{a0}(tax base)"), report.taxable),
        row("tax", tax_name(report), tax.into()),
        row("net_after_tax", text("Net après impôt", "Net after tax"), report.net_after_tax),
    ]
}

fn tax_name(report: &PayReport) -> Text {
    let rate = report.tax.rate.as_fraction() * 100.0;
    let decimals = |mark: &str| format!("{rate:.1}").replace('.', mark);
    let method = report.tax.method.label();
    Text::new(
        format!("Impôt ({}, {} %)", method.in_lang(Lang::Fr).to_lowercase(), decimals(",")),
        format!("Income tax ({}, {}%)", method.in_lang(Lang::En).to_lowercase(), decimals(".")),
    )
}

/// The lines as records: one per side, euros a year.
fn lines(report: &PayReport) -> Table {
    let columns = vec![
        Column::new("id", Kind::Name, text("Id", "Id")),
        Column::new("name", Kind::Text, text("Ligne", "Line")),
        Column::new("section", Kind::Name, text("Rubrique", "Section")),
        Column::new("side", Kind::Name, text("Part", "Side")),
        Column::new("base", Kind::Number, text("Base", "Base")),
        Column::new("rate", Kind::Number, text("Taux", "Rate")),
        Column::new("amount", Kind::Number, text("Montant annuel", "Amount a year")),
        Column::new("source", Kind::Text, text("Fondement", "Source")).hidden(),
    ];
    let row = |line: &Line| {
        Row::new(vec![
            Cell::Word(line.id.clone()),
            Cell::Text(line.name.clone()),
            Cell::Term(Term::of(line.section)),
            Cell::Term(Term::of(line.side)),
            Cell::of(line.base, Cell::Cents),
            Cell::of(line.rate.map(crate::pay::Rate::as_fraction), Cell::Rate),
            Cell::Cents(line.amount),
            Cell::Text(line.source.clone()),
        ])
    };
    Table::main(columns, report.lines.iter().map(row).collect())
}

/// A month's slip as an employee knows it: a heading per section, what each side bears, the totals.
fn slip(report: &PayReport) -> Table {
    let columns = vec![
        Column::new("name", Kind::Text, text("Euros par mois", "Euros a month")),
        Column::new("base", Kind::Number, text("Base", "Base")),
        Column::new("employee_rate", Kind::Number, text("Taux salarié", "Employee rate")),
        Column::new("employee", Kind::Number, text("Salarié", "Employee")),
        Column::new("employer_rate", Kind::Number, text("Taux employeur", "Employer rate")),
        Column::new("employer", Kind::Number, text("Employeur", "Employer")),
    ];
    let mut rows = vec![total(text("SALAIRE BRUT", "GROSS SALARY"), Some(report.gross.month), None)];
    for section in Section::ALL.iter().filter(|section| **section != Section::IncomeTax) {
        let of_section: Vec<&Line> = report.lines.iter().filter(|line| line.section == *section).collect();
        if !of_section.is_empty() {
            rows.push(heading(section.label()));
            rows.extend(entries(&of_section));
        }
    }
    let sum = |side: Side| {
        let lines = report.lines.iter().filter(|line| line.side == side);
        lines.fold(Money::euros(0.0), |sum, line| sum + line.amount) / 12.0
    };
    let (employee, employer) = (sum(Side::Employee), sum(Side::Employer));
    rows.push(total(text("TOTAL DES COTISATIONS", "TOTAL CONTRIBUTIONS"), Some(employee), Some(employer)));
    rows.push(total(
        text("NET À PAYER AVANT IMPÔT", "NET PAY BEFORE TAX"),
        Some(report.net_before_tax.month),
        None,
    ));
    rows.push(total(tax_name(report), Some(report.tax.amount / 12.0), None));
    rows.push(total(text("NET PAYÉ", "NET PAY"), Some(report.net_after_tax.month), None));
    rows.push(total(
        text("COÛT POUR L’EMPLOYEUR", "COST TO THE EMPLOYER"),
        None,
        Some(report.employer_cost.month),
    ));
    Table::plain(columns, rows)
}

fn heading(section: Text) -> Row {
    let mut cells = vec![Cell::Blank; 6];
    cells[0] = Cell::Text(section);
    Row::new(cells)
}

fn total(name: Text, employee: Option<Money>, employer: Option<Money>) -> Row {
    let cell = |amount: Option<Money>| amount.map_or(Cell::Blank, Cell::Figure);
    Row::new(vec![Cell::Text(name), Cell::Blank, Cell::Blank, cell(employee), Cell::Blank, cell(employer)])
}

/// The lines of a section, the two sides of a rule in one row.
fn entries(lines: &[&Line]) -> Vec<Row> {
    let mut ids: Vec<&str> = Vec::new();
    for line in lines {
        if !ids.contains(&line.id.as_str()) {
            ids.push(&line.id);
        }
    }
    ids.into_iter().map(|id| entry(lines, id)).collect()
}

fn entry(lines: &[&Line], id: &str) -> Row {
    let side = |side: Side| lines.iter().copied().find(|line| line.id == id && line.side == side);
    let (employee, employer) = (side(Side::Employee), side(Side::Employer));
    let either = employee.or(employer);
    let amount = |line: Option<&Line>| line.map_or(Cell::Blank, |line| Cell::Figure(line.amount / 12.0));
    let rate = |line: Option<&Line>| {
        line.and_then(|line| line.rate).map_or(Cell::Blank, |rate| Cell::Rate(rate.as_fraction()))
    };
    let base = either.and_then(|line| line.base).map_or(Cell::Blank, |base| Cell::Figure(base / 12.0));
    let name = either.map_or_else(|| Text::same(id), |line| indented(&line.name));
    Row::new(vec![Cell::Text(name), base, rate(employee), amount(employee), rate(employer), amount(employer)])
}

/// A line stands a little to the right of its section.
fn indented(name: &Text) -> Text {
    Text::literal(format!("\u{a0}\u{a0}{}", name.fr), format!("\u{a0}\u{a0}{}", name.en))
}
