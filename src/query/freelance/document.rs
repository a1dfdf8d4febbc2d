//! Freelance work as people read it: the statuses side by side, charts, the lines of one, the assumptions.

use super::lines::StatusLine;
use super::{FreelanceReport, GridCell, StatusRow, standing};
use crate::model::figures::amount;
use crate::model::money::{Money, Range};
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::rules::Percent;
use crate::report::{
    Bar, Block, Cell, Column, Curves, Document, Kind, Ranges, Row, Series, Table, Term, col,
};

/// The whole answer.
pub fn of(report: &FreelanceReport) -> Document {
    let one = report.statuses.first().filter(|_| report.in_lines);
    let several = report.statuses.len() > 1;
    let standings = &report.rate_standings;
    let notes = report.assumptions.iter().map(|note| Block::Note(note.clone()));
    Document::new(title(report))
        .with_all(report.warnings.iter().map(|warning| Block::Note(warning.clone())))
        .with(Block::Table(statuses(report)))
        .with_all(one.map(|row| Block::Table(lines(row))))
        .with_all(several.then(|| Block::Ranges(chart(report))))
        .with_all((!report.curve.is_empty() && one.is_none()).then(|| Block::Curves(curves(report))))
        .with_all(report.shows_grid.then(|| Block::Table(grid(report))))
        .with_all((!standings.is_empty() && one.is_none()).then(|| Block::Facts(standing::told(standings))))
        .with_all(notes)
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
    let like = report.like.is_some();
    let money = |amount: Option<Money>| Cell::of(amount, Cell::Money);
    let columns = vec![
        col("id", Kind::Name, text("Statut", "Status"), |row: &&StatusRow| Cell::Term(Term::of(row.id))),
        col("daily_rate", Kind::Number, text("Par jour", "A day"), move |row: &&StatusRow| {
            money(row.turnover.map(|turnover| turnover.daily_rate))
        })
        .shown_if(like),
        col("turnover", Kind::Number, text("Facturé par an", "Billed a year"), move |row: &&StatusRow| {
            money(row.turnover.map(|turnover| turnover.year))
        })
        .shown_if(like),
        col("gross", Kind::Number, text("Brut", "Gross"), |row: &&StatusRow| {
            // Who is no employee has no gross, known or not.
            row.gross.map_or(Cell::Blank, Cell::Money)
        })
        .shown_if(!like),
        col("contributions", Kind::Number, text("Cotisations", "Contributions"), |row: &&StatusRow| {
            Cell::Money(row.contributions)
        })
        .hidden(),
        col("net_before_tax", Kind::Number, text("Avant impôt", "Before tax"), |row: &&StatusRow| {
            Cell::Money(row.net_before_tax)
        })
        .shown_if(!like),
        col("taxable", Kind::Number, text("Imposable", "Taxable"), |row: &&StatusRow| {
            Cell::Money(row.taxable)
        })
        .hidden(),
        col("tax", Kind::Number, text("Impôt", "Tax"), |row: &&StatusRow| Cell::Money(row.tax)).hidden(),
        col("net_after_tax", Kind::Number, text("Après impôt", "After tax"), |row: &&StatusRow| {
            Cell::Money(row.net_after_tax)
        }),
        col("net_after_tax_month", Kind::Number, text("par mois", "a month"), |row: &&StatusRow| {
            Cell::Money((row.net_after_tax / 12.0).rounded())
        }),
        col("equivalent_gross", Kind::Number, text("Équivaut à", "Equals gross"), |row: &&StatusRow| {
            Cell::Money(row.equivalent_gross)
        })
        .shown_if(!like),
        col(
            "daily_rate_like_employee",
            Kind::Number,
            text("Par jour à net de salarié", "A day for an employee’s net"),
            move |row: &&StatusRow| money(row.daily_rate_like_employee),
        )
        .hidden(),
    ];
    Table::annotated(&report.statuses, columns, |status, row| row.noted(status.alerts.iter().cloned()))
}

/// Net after tax by status, or the day rate that each needs.
fn chart(report: &FreelanceReport) -> Ranges {
    let like = report.like.is_some();
    let value = |row: &StatusRow| {
        if like { row.turnover.map(|turnover| turnover.daily_rate) } else { Some(row.net_after_tax) }
    };
    let bars = report.statuses.iter().filter_map(|row| {
        let value = value(row)?;
        Some(Bar::new(text("", ""), row.id.label(), Range::between(value, value)))
    });
    let title = if like {
        text("Tarif journalier selon le statut", "Day rate by status")
    } else {
        text("Net après impôt, par an", "Net after tax, a year")
    };
    Ranges { title, bars: bars.collect(), lines: Vec::new() }
}

/// Net after tax by day rate, a curve per status.
fn curves(report: &FreelanceReport) -> Curves {
    let series = report.statuses.iter().enumerate().map(|(at, row)| {
        let point = |point: &super::CurvePoint| {
            let net = point.statuses.get(at).map_or(0.0, |status| status.net_after_tax.as_euros());
            (point.daily_rate.as_euros(), net)
        };
        Series { label: row.id.label(), points: report.curve.iter().map(point).collect() }
    });
    Curves {
        title: text("Net après impôt selon le tarif journalier", "Net after tax by day rate"),
        axis: text("euros par jour", "euros a day"),
        series: series.collect(),
    }
}

/// Every line of a status with the article that sets it.
fn lines(row: &StatusRow) -> Table {
    let columns = vec![
        col("name", Kind::Text, text("Euros par an", "Euros a year"), |line: &&StatusLine| {
            Cell::Text(line.name.clone())
        }),
        col("side", Kind::Name, text("Part", "Side"), |line: &&StatusLine| Cell::Term(Term::of(line.side))),
        col("base", Kind::Number, text("Base", "Base"), |line: &&StatusLine| {
            Cell::of(line.base, Cell::Figure)
        }),
        col("rate_percent", Kind::Number, text("Taux", "Rate"), |line: &&StatusLine| {
            Cell::of(line.rate_percent.map(Percent::value), Cell::Percent)
        }),
        col("amount", Kind::Number, text("Montant", "Amount"), |line: &&StatusLine| {
            Cell::Figure(line.amount)
        }),
    ];
    let noted = |line: &&StatusLine, row: Row| row.noted([line.source.clone()]);
    Table::annotated(&row.lines, columns, noted).beside()
}

/// Days down, fees across: the day rate to ask for, or what is left of it.
fn grid(report: &FreelanceReport) -> Table {
    const KEYS: [&str; 3] = ["fee_low", "fee_usual", "fee_high"];
    let fee = |rate: crate::pay::Rate| {
        let percent = Percent::from(rate).value();
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
