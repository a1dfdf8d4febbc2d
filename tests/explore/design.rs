//! What the design of the explorer promises: counts, units, sources, questions to ask, rows instead of cards.

use backend_career::dataset::Dataset;
use backend_career::explore::{Effect, Event, Key};
use backend_career::model::text::Lang;

use super::{after, times, typed};

fn opened(at: usize) -> Vec<Key> {
    [times(Key::Down, at), vec![Key::Enter]].concat()
}

fn found(word: &str) -> Vec<Key> {
    [vec![Key::Char('/')], typed(word), vec![Key::Enter]].concat()
}

fn text(lang: Lang, size: (u16, u16), keys: &[Key]) -> String {
    after(&Dataset::embedded(), lang, size, keys).frame().text()
}

#[test]
fn s_opens_the_sources_of_a_card_of_a_comparison_and_of_a_fact_that_was_found() {
    let open_sources = |keys: Vec<Key>| text(Lang::En, (80, 24), &[keys, vec![Key::Char('s')]].concat());
    for word in ["Django", "but-mmi", "Ignition"] {
        let shown = open_sources(found(word));
        assert!(shown.contains("backend-career sources "), "{word}: {shown}");
    }
    let retain = vec![Key::Char(' ')];
    let compared = [opened(3), retain.clone(), vec![Key::Down], retain, vec![Key::Char('c')]].concat();
    assert!(open_sources(compared).contains("backend-career sources "));
    let search = [vec![Key::Char('/')], typed("cvec"), vec![Key::Tab]].concat();
    assert!(open_sources(search).contains("backend-career sources "));
    assert!(open_sources(opened(13)).contains("backend-career sources "), "a source is its own");
}

#[test]
fn what_was_copied_is_what_is_said() {
    let dataset = Dataset::embedded();
    for (lang, answer, command) in
        [(Lang::Fr, "Réponse copiée", "Commande copiée"), (Lang::En, "Answer copied", "Command copied")]
    {
        let mut app = after(&dataset, lang, (80, 24), &opened(2));
        for said in [answer, command] {
            let effects = app.update(Event::Key(Key::Char('y')));
            let [Effect::Copy(_, told)] = effects.as_slice() else { panic!("{effects:?}") };
            assert!(told.in_lang(lang).starts_with(said), "{told:?}");
        }
    }
}

#[test]
fn what_no_source_says_is_a_question_never_a_dash() {
    for size in [(40, 12), (80, 24), (120, 40)] {
        for lang in [Lang::Fr, Lang::En] {
            let compared =
                [opened(3), vec![Key::Char(' '), Key::Down, Key::Char(' '), Key::Char('c')]].concat();
            for keys in [opened(3), compared, vec![Key::Char('?')]] {
                let shown = text(lang, size, &keys);
                let is_dash = |line: &str| line.split_whitespace().any(|word| word == "–");
                assert!(!shown.lines().any(is_dash), "{shown}");
            }
        }
    }
    assert!(text(Lang::Fr, (80, 40), &[Key::Char('?')]).contains("?  aucune source ne le dit"));
}

#[test]
fn the_first_line_counts_what_is_shown_of_what_there_is() {
    let first = |lang: Lang, width: u16, keys: &[Key]| {
        text(lang, (width, 24), keys).lines().next().unwrap().trim_end().to_owned()
    };
    let everything = [opened(3), vec![Key::Char('x')]].concat();
    assert!(first(Lang::Fr, 80, &everything).ends_with(" 32 formations"));
    let in_region = [opened(3), vec![Key::Tab, Key::Right, Key::Esc]].concat();
    let counted = first(Lang::Fr, 80, &in_region);
    assert!(counted.ends_with(" 27 formations sur 32"), "{counted}");
    assert!(first(Lang::En, 80, &in_region).ends_with(" 27 programmes of 32"));
    assert!(first(Lang::Fr, 40, &in_region).ends_with(" 27/32"), "the count never gives way");
    let last = text(Lang::Fr, (120, 40), &in_region).lines().last().unwrap().to_owned();
    assert!(last.contains("x tout montrer") && last.trim_end().ends_with("/27"), "{last}");
    for (at, right) in [(2, "brut, par an"), (7, "brut, par an"), (8, "par an"), (13, "84 sources")] {
        let line = first(Lang::Fr, 80, &opened(at));
        assert!(line.ends_with(right), "{line}");
    }
}

#[test]
fn programmes_are_rows_and_cards_only_where_the_window_is_narrow() {
    let listed = |width: u16| text(Lang::En, (width, 30), &opened(3));
    for width in (63..=200).step_by(3).chain([64, 80, 100, 110, 140, 160]) {
        let shown = listed(width);
        let heading =
            shown.lines().find(|line| line.contains("Programme ")).unwrap_or_else(|| panic!("{shown}"));
        assert!(
            heading.contains("Entry")
                && heading.contains("Appr.")
                && (width < 80 || heading.contains("Total")),
            "{shown}"
        );
    }
    assert!(!listed(50).contains("Programme "), "{}", listed(50));
    assert!(listed(200).lines().any(|line| line.contains("Villeurbanne") && line.contains("Onisep")));
}

#[test]
fn titles_and_notes_have_no_cursor() {
    let has_cursor = |keys: &[Key]| {
        let shown = text(Lang::Fr, (80, 24), keys);
        shown.lines().skip(3).any(|line| line.starts_with('›'))
    };
    assert!(!has_cursor(&opened(4)), "a tree is scrolled");
    assert!(!has_cursor(&[opened(4), vec![Key::Char('G')]].concat()));
    assert!(!has_cursor(&[opened(3), vec![Key::Char('G')]].concat()), "notes stand last");
    assert!(has_cursor(&opened(3)));
}

#[test]
fn a_near_word_is_searched_by_enter() {
    let keys = [vec![Key::Char('/')], typed("télétravial")].concat();
    assert!(text(Lang::Fr, (80, 24), &keys).contains("› Chercher «\u{202f}télétravail\u{202f}»"));
    let keys = [keys, vec![Key::Enter]].concat();
    let shown = text(Lang::Fr, (80, 24), &keys);
    assert!(shown.contains("/ télétravail") && shown.contains("Le télétravail"), "{shown}");
}

#[test]
fn the_command_that_is_shown_is_that_of_the_answer_that_is_shown() {
    let shown = text(Lang::En, (80, 24), &[opened(7), typed("26k net")].concat());
    assert!(shown.contains("is no amount") && shown.contains("backend-career offer 26k ─"), "{shown}");
}

#[test]
fn my_case_takes_status_household_and_programme_and_months_with_their_word() {
    let fields = [opened(6), typed("26k"), times(Key::Enter, 3), typed("9 mois"), vec![Key::Esc]].concat();
    let shown = text(Lang::Fr, (160, 40), &fields);
    assert!(shown.contains("payback --current 26k --months 9; backend-career pay 26k ─"), "{shown}");
    let chips =
        [fields, vec![Key::Tab, Key::Right, Key::Down, Key::Right, Key::Down, Key::Right, Key::Esc]].concat();
    let shown = text(Lang::Fr, (160, 40), &chips);
    let (_, command) = shown.split_once("backend-career payback ").unwrap();
    let command = command.lines().next().unwrap();
    assert!(command.contains(" ada-tech-school; backend-career pay 26k --status "), "{command}");
    assert!(command.contains("--household single"), "{command}");
    let whole = text(Lang::Fr, (160, 120), &chips);
    assert!(whole.contains("Net après impôt") && whole.contains("Amortie en"), "{whole}");
}

#[test]
fn space_leaves_the_last_programme_out_of_a_comparison() {
    let retain = [Key::Char(' '), Key::Down];
    let keys = [opened(3), [retain, retain, retain].concat(), vec![Key::Char('c')]].concat();
    let three = text(Lang::En, (120, 40), &keys);
    let two = text(Lang::En, (120, 40), &[keys.clone(), vec![Key::Char(' ')]].concat());
    assert!(three.contains("3 retained") && two.contains("2 retained"), "{two}");
    let none = text(Lang::En, (120, 40), &[keys, times(Key::Char(' '), 2)].concat());
    assert!(none.contains("How does one get there?"), "{none}");
}

#[test]
fn a_card_is_named_by_its_title_and_home_writes_its_date_in_words() {
    let card = text(Lang::En, (80, 24), &found("Django"));
    assert!(!card.lines().any(|line| line.trim().starts_with("Id ")), "{card}");
    let home = text(Lang::Fr, (80, 24), &[]);
    assert!(home.lines().next().unwrap().trim_end().ends_with("novembre 2026 · fr"), "{home}");
    let sources = text(Lang::En, (80, 24), &opened(13));
    assert!(!sources.contains("ad-missions-2023"), "{sources}");
    let search = text(Lang::Fr, (80, 24), &[vec![Key::Char('/')], typed("conseil")].concat());
    assert!(search.contains("conseil de formation"), "{search}");
}
