//! What makes the figures trusted: who states them, of whom, which statistic, how they were got, how well they are known.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a step that fails fails the test"
)]

use std::collections::{HashMap, HashSet};

use backend_career::dataset::Dataset;
use backend_career::model::fact::Fact;
use backend_career::model::figure::{BasisKind, Confidence, Population, Spread, Statistic};
use backend_career::model::money::{Money, Range};
use backend_career::model::source::Source;
use backend_career::model::text::{Lang, Text};
use backend_career::model::vocabulary::{Per, Vocabulary};
use backend_career::model::work::WorkTopic;
use backend_career::query::offer::{OfferParams, Verdict};
use backend_career::query::rates::RatesParams;
use backend_career::query::salary::SalaryParams;
use backend_career::query::{offer, rates, salary};
use backend_career::report::Report;

fn sources(dataset: &Dataset) -> HashMap<&str, &Source> {
    dataset.sources().unwrap().sources.iter().map(|source| (source.id.as_str(), source)).collect()
}

#[test]
fn the_edition_is_that_of_the_last_facts() {
    assert_eq!(Dataset::embedded().edition().unwrap(), "2026-11-25");
}

#[test]
fn addresses_are_safe_and_most_sources_have_one() {
    let dataset = Dataset::embedded();
    let all = &dataset.sources().unwrap().sources;
    for source in all {
        for url in source.url.iter().chain(&source.relays) {
            assert!(url.starts_with("https://") && !url.contains(char::is_whitespace), "{url}");
        }
    }
    let without: Vec<&str> =
        all.iter().filter(|source| source.url.is_none()).map(|source| source.id.as_str()).collect();
    assert!(without.len() * 4 < all.len(), "{without:?}");
}

#[test]
fn a_short_name_holds_no_comma_since_lists_join_names_by_commas() {
    let dataset = Dataset::embedded();
    for source in &dataset.sources().unwrap().sources {
        assert!(!source.short.fr.contains(',') && !source.short.en.contains(','), "{:?}", source.short);
    }
}

#[test]
fn a_figure_is_credited_to_the_source_in_its_id_and_to_no_year_after_it() {
    let dataset = Dataset::embedded();
    let sources = sources(&dataset);
    // Ids whose first words are not those of their source.
    let named_otherwise = ["apec-developer-ads", "lexpress-", "welovedevs-back-end"];
    for one in &dataset.salaries().unwrap().observations {
        let id = one.id.as_str();
        let source = one.source.as_str();
        assert!(
            id.starts_with(source) || named_otherwise.iter().any(|start| id.starts_with(start)),
            "{id} is credited to {source}"
        );
        let published = sources[source].published.as_deref().and_then(|date| date[..4].parse::<u16>().ok());
        assert!(one.year.zip(published).is_none_or(|(year, published)| year <= published), "{id}");
    }
    for rate in &dataset.rates().unwrap().rates {
        assert!(rate.id.as_str().starts_with(rate.source.as_str()), "{}", rate.id);
    }
}

#[test]
fn a_doubtful_figure_says_why() {
    let dataset = Dataset::embedded();
    let salaries = dataset.salaries().unwrap();
    let figures = salaries.observations.iter().map(|one| (one as &dyn Fact, Some(one.confidence)));
    let factors = salaries.factors.iter().map(|factor| (factor as &dyn Fact, factor.confidence));
    let rates = dataset.rates().unwrap().rates.iter().map(|rate| (rate as &dyn Fact, Some(rate.confidence)));
    let mut doubtful = 0;
    for (fact, confidence) in figures.chain(factors).chain(rates) {
        if confidence == Some(Confidence::Low) {
            doubtful += 1;
            assert!(fact.caveat().is_some(), "{}", fact.id());
        }
    }
    assert!(doubtful > 20, "{doubtful}");
    for topic in WorkTopic::ALL {
        for entry in dataset.work().unwrap().list(*topic) {
            assert!(entry.confidence != Some(Confidence::Low) || entry.caveat.is_some(), "{}", entry.id);
        }
    }
}

#[test]
fn a_commercial_figure_is_never_called_certain() {
    let dataset = Dataset::embedded();
    let sources = sources(&dataset);
    for one in &dataset.salaries().unwrap().observations {
        let source = sources[one.source.as_str()];
        assert!(!source.commercial || one.confidence > Confidence::High, "{}", one.id);
    }
}

#[test]
fn only_back_end_figures_make_a_span() {
    let dataset = Dataset::embedded();
    let report = salary::ask(&SalaryParams::default(), &dataset).unwrap();
    for level in &report.levels {
        assert!(level.observations.iter().all(|one| one.population == Population::BackEnd));
        assert!(!level.low_is_ceiling);
        let stated = |amount: Money| {
            level.observations.iter().any(|one| one.low == Some(amount) || one.high == Some(amount))
        };
        assert!(level.low.is_none_or(stated) && level.high.is_none_or(stated), "{:?}", level.level);
        let ceiling = |one: &&salary::ObservationLine<'_>| one.low.is_none();
        for one in level.observations.iter().filter(ceiling) {
            let lowest = level.observations.iter().filter_map(|one| one.low).reduce(Money::min);
            assert!(level.low == lowest || one.high != level.low, "a ceiling is a low end");
        }
        assert!(level.observations.iter().all(|one| !one.package || one.high != level.high));
    }
    assert!(report.populations.iter().all(|wider| wider.population != Population::BackEnd));
    assert!(report.populations.iter().any(|wider| wider.population == Population::Php));
}

#[test]
fn the_points_of_a_distribution_rise_around_their_centre() {
    fn check(id: &str, centre: Range<Money>, statistic: Statistic, spread: &Spread) {
        let median = spread.median.or(centre.low.filter(|_| statistic == Statistic::Median));
        let points: Vec<Money> =
            [spread.p10, spread.p25, median, spread.p75, spread.p90].into_iter().flatten().collect();
        assert!(points.len() >= 2 && points.is_sorted(), "{id}: {points:?}");
    }
    let dataset = Dataset::embedded();
    for one in &dataset.salaries().unwrap().observations {
        if let Some(spread) = one.spread {
            check(one.id.as_str(), one.stated.over(one.stated.per), one.statistic, &spread);
        }
    }
    for rate in &dataset.rates().unwrap().rates {
        assert!(rate.per_day.low <= rate.per_day.high && rate.per_day.low.is_some(), "{}", rate.id);
        if let Some(spread) = rate.spread {
            check(rate.id.as_str(), rate.per_day, rate.statistic, &spread);
        }
    }
}

#[test]
fn kinds_of_price_are_never_mixed() {
    let dataset = Dataset::embedded();
    let report = rates::ask(&RatesParams::default(), &dataset).unwrap();
    let kinds: Vec<BasisKind> = report.kinds.iter().map(|kind| kind.basis).collect();
    assert_eq!(kinds.iter().collect::<HashSet<_>>().len(), kinds.len());
    for kind in &report.kinds {
        assert!(kind.rates.iter().all(|line| line.rate.basis.kind == kind.basis));
    }
    assert!(kinds.contains(&BasisKind::Asked) && kinds.contains(&BasisKind::Declared));
}

#[test]
fn five_years_of_php_have_a_usual_day_rate() {
    let dataset = Dataset::embedded();
    let params =
        RatesParams { experience: Some(5), technology: Some("PHP".to_owned()), ..RatesParams::default() };
    let report = rates::ask(&params, &dataset).unwrap();
    let found: Vec<&str> =
        report.kinds.iter().flat_map(|kind| &kind.rates).map(|line| line.rate.id.as_str()).collect();
    assert_eq!(found, ["malt-2026-fullstack-3-7-years", "free-work-2026-5-10-years", "tjmetre-2026-php"]);
    assert_eq!(report.remarks().len(), 1, "no source gives both, and that is said");
    let placed = RatesParams { rate: Some(Money::euros(500.0)), ..params };
    let report = rates::ask(&placed, &dataset).unwrap();
    let verdicts: Vec<Option<Verdict>> =
        report.kinds.iter().flat_map(|kind| &kind.rates).map(|line| line.verdict).collect();
    assert_eq!(verdicts, [Some(Verdict::Above), Some(Verdict::Below), Some(Verdict::Above)]);
    let unknown = RatesParams { technology: Some("cobolt".to_owned()), ..RatesParams::default() };
    assert!(rates::ask(&unknown, &dataset).is_err());
}

#[test]
fn what_later_figures_contradict_names_them() {
    let dataset = Dataset::embedded();
    let work = dataset.work().unwrap();
    let all = || WorkTopic::ALL.iter().flat_map(|topic| work.list(*topic));
    let ids: HashSet<&str> = all().map(|entry| entry.id.as_str()).collect();
    let mut contradicted = HashSet::new();
    for entry in all() {
        for later in &entry.contradicted_by {
            assert!(ids.contains(later.as_str()), "{} names {later}", entry.id);
            contradicted.insert(entry.id.as_str());
        }
        assert!(
            entry.contradicted_by.is_empty() || entry.caveat.is_some() || entry.year.is_some(),
            "{}",
            entry.id
        );
        let words = entry.quotation.as_deref().map_or(0, |quotation| quotation.split_whitespace().count());
        assert!(words <= 8, "{}: a quotation of {words} words", entry.id);
    }
    for claim in ["very-sought-after", "easy-to-find-work", "micro-entrepreneur-share", "permanent"] {
        assert!(contradicted.contains(claim), "{claim}");
    }
}

#[test]
fn the_source_narrows_the_answer_and_can_be_left_out() {
    let dataset = Dataset::embedded();
    let of = |params: SalaryParams| {
        let report = salary::ask(&params, &dataset).unwrap();
        let levels = report.levels.iter().flat_map(|level| &level.observations);
        let wider = report.populations.iter().flat_map(|wider| &wider.observations);
        levels.chain(&report.all_levels).chain(wider).map(|one| one.id.to_string()).collect::<Vec<_>>()
    };
    let id = |id: &str| backend_career::model::id::SourceId::new(id);
    let afup = of(SalaryParams { sources: vec![id("AFUP")], ..SalaryParams::default() });
    assert!(afup.len() > 3 && afup.iter().all(|id| id.starts_with("afup-")), "{afup:?}");
    let without = of(SalaryParams { without: vec![id("job-sheet")], ..SalaryParams::default() });
    assert!(!without.is_empty() && !without.iter().any(|id| id.starts_with("job-sheet")), "{without:?}");
    let recent = of(SalaryParams { since: Some(2026), ..SalaryParams::default() });
    assert!(recent.iter().all(|id| id.contains("2026")), "{recent:?}");
    let paris = of(SalaryParams { region: Some("PARIS".to_owned()), ..SalaryParams::default() });
    assert_eq!(paris, ["robert-half-2026-paris"]);
    let none = SalaryParams {
        since: Some(2026),
        region: Some("ile de france".to_owned()),
        ..SalaryParams::default()
    };
    let remarks = salary::ask(&none, &dataset).unwrap().remarks();
    assert!(remarks[0].en.contains("--region"), "{remarks:?}");
}

#[test]
fn an_offer_is_placed_inside_a_survey_in_the_surveys_own_terms() {
    let dataset = Dataset::embedded();
    let ask = |euros: f64, high: Option<f64>| {
        let params = OfferParams {
            amount: Money::euros(euros),
            high: high.map(Money::euros),
            per: Per::Year,
            ..OfferParams::default()
        };
        let report = offer::ask(&params, &dataset).unwrap();
        let document = format!("{:?}", report.document());
        (serde_json::to_value(&report).unwrap(), document)
    };
    let position = |report: &serde_json::Value, id: &str| {
        let positions = report["positions"].as_array().unwrap();
        positions.iter().find(|position| position["id"] == id).unwrap().clone()
    };
    let (report, document) = ask(48_000.0, None);
    let afup = position(&report, "afup-2025-developer");
    assert_eq!(afup["part"], serde_json::json!({"above": "median", "below": "p90"}));
    assert!(document.contains("between the median and the ninth decile"), "{document}");
    let (report, _) = ask(45_000.0, None);
    assert_eq!(position(&report, "adabot-2023-confirmed")["verdict"], Verdict::Equal.id());
    assert!(
        position(&report, "adabot-2023-senior")["difference"].is_null(),
        "under a ceiling there is no gap"
    );
    let (report, _) = ask(40_000.0, Some(48_000.0));
    assert_eq!(position(&report, "job-sheet-junior")["verdict"], Verdict::Overlapping.id());
}

/// What the program prints for a question, in Markdown, with every run of white space as one space.
fn markdown(question: &str, lang: &str) -> String {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_backend-career"))
        .args(question.split(' '))
        .args(["--format", "markdown", "--lang", lang])
        .env_clear()
        .output()
        .unwrap();
    assert!(output.status.success(), "{question}: {}", String::from_utf8_lossy(&output.stderr));
    plain(&String::from_utf8(output.stdout).unwrap())
}

fn plain(text: &str) -> String {
    let bare = text.replace(['\\', '*', '`'], "");
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_text_can_be_read_in_markdown() {
    let dataset = Dataset::embedded();
    let questions = [
        "overview",
        "missions --phase need,build,test,run,document,watch",
        "salary --more",
        "rates",
        "offer 42000 --euros-of 2023",
        "progression",
        "progression --columns from,to,kind",
        "work --topic employers,contracts,colleagues,market",
    ];
    let mut questions: Vec<String> = questions.map(str::to_owned).into();
    let sources = &dataset.sources().unwrap().sources;
    questions.extend(sources.iter().map(|source| format!("sources {}", source.id)));
    // What no overview has room for, the card of the entry tells whole.
    let mut ids: Vec<String> = Vec::new();
    dataset.each_fact(&mut |fact| ids.push(fact.id().to_owned())).unwrap();
    questions.extend(ids.chunks(40).map(|ids| format!("show {}", ids.join(" "))));
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let read: String = questions.iter().map(|question| markdown(question, name)).collect();
        let mut unread = Vec::new();
        let mut check = |id: &str, text: &Text| {
            if !read.contains(&plain(text.in_lang(lang))) {
                unread.push(format!("{id}: {}", text.in_lang(lang)));
            }
        };
        dataset
            .each_fact(&mut |fact| {
                let caveat = fact.caveat().map(|caveat| &caveat.reason);
                fact.texts().into_iter().chain(caveat).for_each(|text| check(fact.id(), text));
            })
            .unwrap();
        for source in sources {
            let texts = [Some(&source.title), source.note.as_ref(), source.population.as_ref()];
            texts.into_iter().flatten().for_each(|text| check(source.id.as_str(), text));
        }
        assert!(unread.is_empty(), "{} texts: {unread:#?}", unread.len());
    }
}
