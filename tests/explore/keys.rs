//! What keys make of the explorer, and that none of them breaks it.

use backend_career::dataset::Dataset;
use backend_career::explore::{App, Effect, Event, Key};
use backend_career::model::text::Lang;
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
        [Effect::Copy(text)] => text.clone(),
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
        2 => prop::sample::select("jkgGsyponxdlc /?4k9éœ\u{1b}\u{202e}界".chars().collect::<Vec<_>>())
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
