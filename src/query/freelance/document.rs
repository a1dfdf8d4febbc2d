//! Freelance work as people read it: the statuses side by side, charts, the lines of one, the assumptions.

use super::{FreelanceReport, GridCell, StatusRow, standing};
use crate::model::figures::amount;
use crate::model::money::Range;
use crate::model::text::{Text, text};
use crate::model::vocabulary::Vocabulary;
use crate::query::rules::Percent;
use crate::report::{Bar, Block, Cell, Curves, Document, Kind, Ranges, Series, Table};

/// The whole answer.
pub fn of(report: &FreelanceReport) -> Document {
    let one = report.statuses.first().filter(|_| report.in_lines);
    let several = report.statuses.len() > 1;
    let standings = &report.rate_standings;
    Document::new(title(report))
        .with_notes(report.warnings.clone())
        .with(Block::Table(statuses(report)))
        .with_all(one.map(|row| Block::Table(lines(row))))
        .with_all(several.then(|| Block::Ranges(chart(report))))
        .with_all((!report.curve.is_empty() && one.is_none()).then(|| Block::Curves(curves(report))))
        .with_all(report.shows_grid.then(|| Block::Table(grid(report))))
        .with_all((!standings.is_empty() && one.is_none()).then(|| Block::Facts(standing::told(standings))))
        .with_notes(report.assumptions.clone())
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
    let daily_rate = |row: &StatusRow| row.turnover.map(|turnover| turnover.daily_rate);
    // Who is no employee has no gross, known or not.
    let gross = |row: &StatusRow| row.gross.map_or(Cell::Blank, Cell::Money);
    let per_employee = text("Par jour à net de salarié", "A day for an employee’s net");
    Table::of(&report.statuses)
        .column("id", Kind::Name, text("Statut", "Status"), |row| row.id)
        .shown_if(like, "daily_rate", Kind::Number, text("Par jour", "A day"), daily_rate)
        .shown_if(like, "turnover", Kind::Number, text("Facturé par an", "Billed a year"), |row| {
            row.turnover.map(|turnover| turnover.year)
        })
        .shown_if(!like, "gross", Kind::Number, text("Brut", "Gross"), gross)
        .hidden("contributions", Kind::Number, text("Cotisations", "Contributions"), |row| row.contributions)
        .shown_if(!like, "net_before_tax", Kind::Number, text("Avant impôt", "Before tax"), |row| {
            row.net_before_tax
        })
        .hidden("taxable", Kind::Number, text("Imposable", "Taxable"), |row| row.taxable)
        .hidden("tax", Kind::Number, text("Impôt", "Tax"), |row| row.tax)
        .column("net_after_tax", Kind::Number, text("Après impôt", "After tax"), |row| row.net_after_tax)
        .column("net_after_tax_month", Kind::Number, text("par mois", "a month"), |row| {
            (row.net_after_tax / 12.0).rounded()
        })
        .shown_if(!like, "equivalent_gross", Kind::Number, text("Équivaut à", "Equals gross"), |row| {
            row.equivalent_gross
        })
        .hidden("daily_rate_like_employee", Kind::Number, per_employee, |row| row.daily_rate_like_employee)
        .noted(|row| row.alerts.iter().cloned())
        .main()
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
    Table::of(&row.lines)
        .column("name", Kind::Text, text("Euros par an", "Euros a year"), |line| &line.name)
        .column("side", Kind::Name, text("Part", "Side"), |line| line.side)
        .column("base", Kind::Number, text("Base", "Base"), |line| Cell::of(line.base, Cell::Figure))
        .column("rate_percent", Kind::Number, text("Taux", "Rate"), |line| {
            Cell::of(line.rate_percent.map(Percent::value), Cell::Percent)
        })
        .column("amount", Kind::Number, text("Montant", "Amount"), |line| Cell::Figure(line.amount))
        .noted(|line| [line.source.clone()])
        .beside()
}

/// Days down, fees across: the day rate to ask for, or what is left of it.
fn grid(report: &FreelanceReport) -> Table {
    const KEYS: [&str; 3] = ["fee_low", "fee_usual", "fee_high"];
    let fee = |rate: crate::pay::Rate| {
        let percent = Percent::from(rate).value();
        Text::new(format!("frais {percent} %").replace('.', ","), format!("fee {percent}%"))
    };
    let like = report.like.is_some();
    let value = |cell: &GridCell| if like { cell.daily_rate } else { cell.net_after_tax };
    let rows = report.grid.chunk_by(|a, b| a.days == b.days);
    let mut table =
        Table::of(rows).column("days", Kind::Number, text("Jours facturés", "Days billed"), |cells| {
            usize::from(cells[0].days)
        });
    for (at, (key, rate)) in KEYS.into_iter().zip(report.fees).enumerate() {
        table = table.column(key, Kind::Number, fee(rate), |cells| cells.get(at).map(value));
    }
    table.aside(if like {
        text(
            "Le tarif journalier en portage, selon les jours et les frais",
            "The day rate in portage, by days and fee",
        )
    } else {
        text(
            "Net après impôt en portage, selon les jours et les frais",
            "Net after tax in portage, by days and fee",
        )
    })
}
