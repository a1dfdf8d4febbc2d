//! Freelance work as people read it: the statuses side by side, a chart, the grid, the assumptions.

use super::{FreelanceReport, GridCell, StatusLine};
use crate::model::figures::amount;
use crate::model::money::Range;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Bar, Block, Cell, Column, Document, Kind, Ranges, Row, Table, Term};

/// The whole answer.
pub fn of(report: &FreelanceReport) -> Document {
    // A salary to equal makes all bars the same.
    let chart = report.like.is_none().then(|| Block::Ranges(chart(report)));
    Document::new(title(report))
        .with(Block::Table(statuses(report)))
        .with_all(chart)
        .with(Block::Table(grid(report)))
        .with_all(report.warnings.iter().chain(&report.assumptions).map(|note| Block::Note(note.clone())))
}

fn title(report: &FreelanceReport) -> Text {
    if let Some(turnover) = report.turnover {
        let (rate, days) = (amount(turnover.daily_rate), billed(turnover.days));
        let year = amount(turnover.year);
        return Text::new(
            format!("Ce que laissent {} par jour, {} ({} par an)", rate.fr, days.fr, year.fr),
            format!("What {} a day leaves, {} billed ({} a year)", rate.en, days.en, year.en),
        );
    }
    let gross = report.like.map_or_else(|| text("", ""), amount);
    let days = billed(report.days);
    Text::new(
        format!("Le tarif journalier qui vaut {} brut par an, à {}", gross.fr, days.fr),
        format!("The day rate that equals {} gross a year, at {} billed", gross.en, days.en),
    )
}

/// A number of days, in French with what they are.
fn billed(days: u16) -> Text {
    if days == 1 {
        text("1 jour facturé", "1 day")
    } else {
        Text::new(format!("{days} jours facturés"), format!("{days} days"))
    }
}

fn statuses(report: &FreelanceReport) -> Table {
    let rate = Column::new("daily_rate", Kind::Number, text("Par jour", "A day"));
    let turnover = Column::new("turnover", Kind::Number, text("Facturé par an", "Billed a year"));
    let gross = Column::new("gross", Kind::Number, text("Brut", "Gross"));
    let before = Column::new("net_before_tax", Kind::Number, text("Net avant impôt", "Net before tax"));
    let equal = Column::new("equivalent_gross", Kind::Number, text("Vaut un brut de", "Equals gross of"));
    let asked = report.like.is_some();
    let columns = vec![
        Column::new("id", Kind::Name, text("Statut", "Status")),
        if asked { rate } else { rate.hidden() },
        if asked { turnover } else { turnover.hidden() },
        if asked { gross.hidden() } else { gross },
        if asked { before.hidden() } else { before },
        Column::new("net_after_tax", Kind::Number, text("Net après impôt", "Net after tax")),
        Column::new("net_after_tax_month", Kind::Number, text("par mois", "a month")),
        if asked { equal.hidden() } else { equal },
    ];
    let row = |line: &StatusLine| {
        Row::new(vec![
            Cell::Term(Term::of(line.id)),
            Cell::of(line.turnover, |turnover| Cell::Money(turnover.daily_rate)),
            Cell::of(line.turnover, |turnover| Cell::Money(turnover.year)),
            Cell::of(line.gross, Cell::Money),
            Cell::Money(line.net_before_tax),
            Cell::Money(line.net_after_tax),
            Cell::Money(line.net_after_tax / 12.0),
            Cell::Money(line.equivalent_gross),
        ])
        .noted(line.notes.iter().cloned())
    };
    Table::main(columns, report.statuses.iter().map(row).collect())
}

fn chart(report: &FreelanceReport) -> Ranges {
    let bars = report.statuses.iter().map(|line| {
        Bar::new(text("", ""), line.id.label(), Range::between(line.net_after_tax, line.net_after_tax))
    });
    Ranges {
        title: text("Net après impôt, par an", "Net after tax, a year"),
        bars: bars.collect(),
        lines: Vec::new(),
    }
}

/// Days down, fees across: the day rate to ask for, or what is left of it.
fn grid(report: &FreelanceReport) -> Table {
    const KEYS: [&str; 3] = ["fee_low", "fee_usual", "fee_high"];
    let fee = |rate: crate::pay::Rate| {
        let percent = rate.as_fraction() * 100.0;
        Text::new(format!("frais {percent} %").replace('.', ","), format!("fee {percent}%"))
    };
    let mut columns = vec![Column::new("days", Kind::Number, text("Jours facturés", "Days billed"))];
    columns.extend(
        KEYS.into_iter().zip(report.fees).map(|(key, rate)| Column::new(key, Kind::Number, fee(rate))),
    );
    let value = |cell: &GridCell| match report.like {
        Some(_) => Cell::Money(cell.daily_rate),
        None => Cell::Money(cell.net_after_tax),
    };
    let rows = report.grid.chunk_by(|a, b| a.days == b.days).map(|cells| {
        let days = cells.first().map_or(0, |cell| u64::from(cell.days));
        let mut row = vec![Cell::Count(days)];
        row.extend(cells.iter().map(value));
        row.resize(columns.len(), Cell::Empty);
        Row::new(row)
    });
    let rows = rows.collect();
    let title = match report.like {
        Some(_) => text(
            "Le tarif journalier en portage, selon les jours et les frais",
            "The day rate in portage, by days and fee",
        ),
        None => text(
            "Net après impôt en portage, selon les jours et les frais",
            "Net after tax in portage, by days and fee",
        ),
    };
    Table::aside(title, columns, rows)
}
