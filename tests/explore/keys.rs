//! What keys make of the explorer, and that none of them breaks it.

use backend_career::dataset::Dataset;
use backend_career::explore::{App, Effect, Event, Key};
use backend_career::model::text::{Lang, text};
use proptest::prelude::*;

use super::{after, settings, times, typed};

fn opened(at: usize) -> Vec<Key> {
    [times(Key::Down, at), vec![Key::Enter]].concat()
}

#[test]
fn a_filter_changes_the_answer_and_the_command_that_is_shown() {
    let dataset = Dataset::embedded();
    let keys = [opened(2), vec![Key::Tab, Key::Right]].concat();
    let text = after(&dataset, Lang::En, (100, 40), &keys).frame().text();
    assert!(text.contains("backend-career salary --level junior"), "{text}");
    assert!(!text.contains("≤"), "{text}");
}

#[test]
fn what_is_typed_in_a_field_stays_there_and_answers_at_each_key() {
    let dataset = Dataset::embedded();
    let keys = [opened(7), typed("42kq?l")].concat();
    let mut app = after(&dataset, Lang::En, (80, 24), &keys);
    assert!(app.frame().text().contains("42kq?l"));
    for key in times(Key::Backspace, 3) {
        app.update(Event::Key(key));
    }
    let text = app.frame().text();
    assert!(text.contains("backend-career offer 42k") && text.contains("above"), "{text}");
}

#[test]
fn y_copies_the_answer_and_once_more_the_command() {
    let dataset = Dataset::embedded();
    let mut app = after(&dataset, Lang::Fr, (80, 24), &opened(2));
    let copied = |effects: Vec<Effect>| match effects.as_slice() {
        [Effect::Copy(text, _)] => text.clone(),
        other => panic!("{other:?}"),
    };
    assert!(copied(app.update(Event::Key(Key::Char('y')))).contains("Onisep"));
    assert_eq!(copied(app.update(Event::Key(Key::Char('y')))), "backend-career salary");
    app.update(Event::Key(Key::Char('l')));
    app.update(Event::Key(Key::Char('y')));
    assert_eq!(copied(app.update(Event::Key(Key::Char('y')))), "backend-career salary --lang en");
}

#[test]
fn the_language_changes_and_the_line_stays() {
    let dataset = Dataset::embedded();
    let keys = [opened(3), times(Key::Down, 4)].concat();
    let mut app = after(&dataset, Lang::Fr, (120, 40), &keys);
    let current = |app: &mut App<'_>| {
        let frame = app.frame();
        let row = frame.rows.iter().position(|row| row.is_current);
        row.map(|row| frame.rows[row].line.text())
    };
    let before = current(&mut app).unwrap();
    app.update(Event::Key(Key::Char('l')));
    assert_ne!(current(&mut app).unwrap(), before);
    app.update(Event::Resize(45, 20));
    app.update(Event::Resize(120, 40));
    app.update(Event::Key(Key::Char('l')));
    assert_eq!(current(&mut app).unwrap(), before);
}

#[test]
fn escape_finds_the_cursor_as_it_was() {
    let dataset = Dataset::embedded();
    let keys = [opened(3), times(Key::Down, 5)].concat();
    let mut app = after(&dataset, Lang::Fr, (80, 24), &keys);
    let before = app.frame().text();
    for key in [Key::Enter, Key::Down, Key::Char('?'), Key::Esc, Key::Esc] {
        app.update(Event::Key(key));
    }
    assert_eq!(app.frame().text(), before);
}

#[test]
fn a_click_opens_what_is_current_and_sets_a_filter() {
    let dataset = Dataset::embedded();
    let mut app = after(&dataset, Lang::Fr, (80, 24), &[]);
    let row = app.frame().text().lines().position(|line| line.contains("Combien gagne-t-on")).unwrap();
    let row = u16::try_from(row).unwrap();
    app.update(Event::Click(10, row));
    app.update(Event::Click(10, row));
    assert_eq!(app.depth(), 2);
    let text = app.frame().text();
    let at = text.lines().position(|line| line.contains("Senior")).unwrap();
    let column = text.lines().nth(at).unwrap().chars().take_while(|char| *char != 'S').count();
    app.update(Event::Click(u16::try_from(column).unwrap() + 1, u16::try_from(at).unwrap()));
    assert!(app.frame().text().contains("--level senior"));
}

#[test]
fn every_figure_of_every_level_opens_its_source() {
    let dataset = Dataset::embedded();
    let mut app = after(&dataset, Lang::En, (80, 60), &opened(2));
    let frame = app.frame().text();
    let (_, count) = frame.lines().last().unwrap().rsplit_once('/').unwrap();
    for at in 0..count.trim().parse().unwrap() {
        for key in [Key::Char('s'), Key::Enter] {
            app.update(Event::Key(key));
            assert_eq!(app.depth(), 3, "{at} {key:?}: {}", app.frame().text());
            app.update(Event::Key(Key::Esc));
        }
        app.update(Event::Key(Key::Down));
    }
}

#[test]
fn home_invites_to_type_only_what_is_no_command() {
    let dataset = Dataset::embedded();
    for (lang, told) in [(Lang::Fr, "/ puis un mot"), (Lang::En, "/ then a word")] {
        let text = after(&dataset, lang, (80, 24), &[]).frame().text();
        assert!(text.contains(told), "{text}");
    }
    let keys = [vec![Key::Char('/')], typed("junior")].concat();
    assert!(after(&dataset, Lang::Fr, (80, 24), &keys).frame().text().contains("/ junior"));
}

#[test]
fn every_form_takes_digits_at_once_and_says_what_is_accepted() {
    let dataset = Dataset::embedded();
    for (at, command) in [(6, "payback --current 26"), (7, "offer 26"), (8, "pay 26")] {
        let mut app = after(&dataset, Lang::En, (80, 24), &opened(at));
        assert!(app.frame().text().contains("e.g. "), "{}", app.frame().text());
        for key in typed("26") {
            app.update(Event::Key(key));
        }
        assert!(app.frame().text().contains(command), "{}", app.frame().text());
    }
}

#[test]
fn filters_give_way_to_the_answer_where_rows_are_short() {
    let dataset = Dataset::embedded();
    for (lang, told) in [(Lang::Fr, "région, niveau"), (Lang::En, "region, level")] {
        let mut app = after(&dataset, lang, (80, 24), &opened(3));
        let text = app.frame().text();
        assert!(text.lines().nth(2).unwrap().contains(told), "{text}");
        app.update(Event::Key(Key::Tab));
        assert!(app.frame().text().contains('‹'), "{}", app.frame().text());
        app.update(Event::Key(Key::Right));
        app.update(Event::Key(Key::Esc));
        let text = app.frame().text();
        assert!(text.lines().nth(2).unwrap().contains("‹Auvergne-Rhône-Alpes›"), "{text}");
    }
}

#[test]
fn work_study_is_asked_for_as_said_not_said_or_ruled_out() {
    let dataset = Dataset::embedded();
    let filter = [opened(3), vec![Key::Tab, Key::Down, Key::Down]].concat();
    let mut app = after(&dataset, Lang::En, (120, 40), &filter);
    let mut press = |keys: &[Key]| {
        for key in keys {
            app.update(Event::Key(*key));
        }
        app.frame().text()
    };
    // What is not said counts from the start; what is ruled out does not, and is counted as hidden.
    let text = press(&[]);
    assert!(
        text.contains("--apprenticeship=yes,not-said ─") && text.contains("31 programmes of 32"),
        "{text}"
    );
    let text = press(&[Key::Right, Key::Char(' ')]);
    assert!(text.contains("--apprenticeship=yes ─") && text.contains("6 programmes of 32"), "{text}");
    let text = press(&[Key::Left, Key::Char(' ')]);
    assert!(text.contains("One value at least stays on"), "{text}");
    press(&[Key::Right]);
    let text = press(&[Key::Right, Key::Char(' ')]);
    assert!(text.contains("--apprenticeship=yes,no ─"), "{text}");
    let text = press(&[Key::Char('x')]);
    assert!(text.contains("career training ─") && text.contains("32 programmes"), "{text}");
}

#[test]
fn a_cv_is_asked_for_by_its_path_and_read_once_it_is_typed() {
    let dataset = Dataset::embedded();
    let mut app = after(&dataset, Lang::En, (100, 30), &opened(11));
    assert!(app.frame().text().contains("My CV"), "{}", app.frame().text());
    let mut asked = Vec::new();
    for key in typed("~/my cv.md") {
        let effects = app.update(Event::Key(key));
        let [Effect::Read(path)] = effects.as_slice() else { panic!("{effects:?}") };
        asked.push(path.clone());
        app.hand_in(match path.as_str() {
            "~/my cv.md" => Ok("PHP and Symfony, every day".to_owned()),
            _ => Err(text("aucun fichier", "no such file")),
        });
        let told = app.frame().text();
        assert_eq!(path != "~/my cv.md", told.contains("no such file"), "{told}");
    }
    assert_eq!(asked.last().map(String::as_str), Some("~/my cv.md"));
    let text = app.frame().text();
    assert!(text.contains("gap ~/'my cv.md'") && text.contains("Symfony"), "{text}");
}

#[test]
fn pay_today_is_typed_as_people_say_it() {
    let dataset = Dataset::embedded();
    let keys = [opened(6), typed("2 100 net")].concat();
    let text = after(&dataset, Lang::En, (120, 50), &keys).frame().text();
    assert!(text.contains("pay 2100 --from net --per month"), "{text}");
    assert!(text.contains("payback --current '2 100 net'"), "{text}");
}

#[test]
fn the_arrows_go_through_filters_and_fields_in_their_order() {
    let dataset = Dataset::embedded();
    let to_last = [opened(3), vec![Key::Tab], times(Key::Down, 3)].concat();
    let typed_town = [to_last.clone(), vec![Key::Down], typed("Lyon")].concat();
    let text = after(&dataset, Lang::En, (100, 30), &typed_town).frame().text();
    assert!(text.contains("training --city Lyon"), "{text}");
    let back = [to_last, vec![Key::Down, Key::Up, Key::Right]].concat();
    let text = after(&dataset, Lang::En, (100, 30), &back).frame().text();
    assert!(text.contains("--sector public"), "{text}");
}

#[test]
fn a_word_that_is_found_is_explained_whatever_else_goes_by_it() {
    let dataset = Dataset::embedded();
    let found = [vec![Key::Char('/')], typed("cvec")].concat();
    let mut app = after(&dataset, Lang::En, (100, 30), &found);
    for key in [Key::Down, Key::Down, Key::Enter] {
        app.update(Event::Key(key));
    }
    let text = app.frame().text();
    assert!(text.contains("glossary cvec") && !text.contains(".json"), "{text}");
}

#[test]
fn sources_are_turned_off_and_on_one_by_one() {
    let dataset = Dataset::embedded();
    let to_sources = [vec![Key::Tab], times(Key::Down, 3)].concat();
    let keys = [opened(2), to_sources, vec![Key::Char(' '), Key::Right, Key::Char(' ')]].concat();
    let mut app = after(&dataset, Lang::En, (120, 40), &keys);
    let text = app.frame().text();
    let (_, without) = text.split_once("--without ").unwrap();
    let without = without.split(' ').next().unwrap().to_owned();
    assert_eq!(without.split(',').count(), 2, "{text}");
    for key in [Key::Char(' '), Key::Left, Key::Char(' ')] {
        app.update(Event::Key(key));
    }
    assert!(!app.frame().text().contains("--without"), "{}", app.frame().text());
}

#[test]
fn words_with_a_town_offer_its_programmes() {
    let dataset = Dataset::embedded();
    let keys = [vec![Key::Char('/')], typed("BUT Lyon")].concat();
    let mut app = after(&dataset, Lang::En, (80, 24), &keys);
    let text = app.frame().text();
    assert!(text.contains("› Programmes in Lyon") && text.contains("BUT"), "{text}");
    app.update(Event::Key(Key::Enter));
    let text = app.frame().text();
    assert!(
        text.contains("backend-career training --city Lyon") && text.contains("in many towns:"),
        "{text}"
    );
    app.update(Event::Key(Key::Char('t')));
    assert!(app.frame().text().contains("Offered in many towns"), "{}", app.frame().text());
}

fn key() -> impl Strategy<Value = Key> {
    let plain = vec![
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Enter,
        Key::Enter,
        Key::Enter,
        Key::Esc,
        Key::Tab,
        Key::BackTab,
        Key::Backspace,
        Key::Ctrl('u'),
        Key::Ctrl('l'),
    ];
    prop_oneof![
        4 => prop::sample::select(plain),
        2 => prop::sample::select("jkgGsyponxdtlc /?4k9éœ\u{1b}\u{202e}界".chars().collect::<Vec<_>>())
            .prop_map(Key::Char),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        20 => key().prop_map(Event::Key),
        1 => (0u16..210, 0u16..70).prop_map(|(width, height)| Event::Resize(width, height)),
        1 => (0u16..210, 0u16..70).prop_map(|(column, row)| Event::Click(column, row)),
        1 => (-5i16..5).prop_map(Event::Wheel),
    ]
}

/// 20 000 events in an optimised build, which `.ci/run` makes; a taste of them in any other.
const WALKS: u32 = if cfg!(debug_assertions) { 3 } else { 40 };

proptest! {
    #![proptest_config(ProptestConfig { cases: WALKS, max_shrink_iters: 100, ..ProptestConfig::default() })]

    /// Walks of 500 events: nothing breaks, every frame fills its window, and Escape always leads home.
    #[test]
    fn no_key_breaks_it_and_escape_leads_home(events in prop::collection::vec(event(), 500)) {
        let dataset = Dataset::embedded();
        let mut app = App::new(&dataset, settings(Lang::Fr), (80, 24));
        let mut size = (80, 24);
        for event in events {
            if let Event::Resize(width, height) = event {
                size = (width, height);
            }
            app.update(event);
            let frame = app.frame();
            prop_assert!(frame.rows.len() <= usize::from(size.1));
            for row in &frame.rows {
                prop_assert!(row.line.width() <= usize::from(size.0.max(1)), "{:?}", row.line);
                prop_assert!(!row.line.text().contains(['\u{1b}', '\u{202e}']), "{:?}", row.line);
            }
        }
        for _ in 0..200 {
            app.update(Event::Key(Key::Esc));
        }
        prop_assert_eq!(app.depth(), 1);
    }
}

#[test]
fn d_leaves_only_what_differs_in_a_comparison_and_brings_the_rest_back() {
    let dataset = Dataset::embedded();
    // Two programmes that lead to the same level.
    let retain = vec![Key::Char(' ')];
    let keys =
        [opened(3), times(Key::Down, 3), retain.clone(), vec![Key::Down], retain, vec![Key::Char('c')]];
    let mut app = after(&dataset, Lang::En, (120, 100), &keys.concat());
    let mut shown = |key: Option<Key>| {
        if let Some(key) = key {
            app.update(Event::Key(key));
        }
        app.frame().text()
    };
    let whole = shown(None);
    assert!(whole.contains("Level ") && whole.contains("Work-study"), "{whole}");
    let differing = shown(Some(Key::Char('d')));
    assert!(!differing.contains("Level "), "{differing}");
    assert_eq!(shown(Some(Key::Char('d'))), whole);
}
