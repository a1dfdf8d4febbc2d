//! Every screen as text, in both languages and two sizes.

use backend_career::dataset::Dataset;
use backend_career::explore::{App, Event, Key, Settings, paint};
use backend_career::model::text::Lang;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::{after, settings, times, typed};

/// A screen: its name, and the keys that lead there from home.
fn screens() -> Vec<(&'static str, Vec<Key>)> {
    let open = |at: usize| [times(Key::Down, at), vec![Key::Enter]].concat();
    let with = |at: usize, more: Vec<Key>| [open(at), more].concat();
    vec![
        ("home", times(Key::Down, 2)),
        ("search", [vec![Key::Char('/')], typed("cvec")].concat()),
        ("search_unknown", [vec![Key::Char('/')], typed("zzzz")].concat()),
        ("salary", open(2)),
        ("training", open(3)),
        ("entry", with(3, vec![Key::Enter])),
        ("comparison", with(3, vec![Key::Char(' '), Key::Down, Key::Down, Key::Char(' '), Key::Char('c')])),
        ("progression", open(4)),
        ("my_case", with(6, typed("24k"))),
        ("offer", with(7, typed("42k"))),
        ("offer_unreadable", with(7, typed("42kx"))),
        ("pay", with(8, typed("42k"))),
        ("fit", with(12, vec![Key::Right, Key::Down, Key::Right, Key::Right])),
        ("sources", open(13)),
        ("sources_of_a_line", with(2, vec![Key::Char('s')])),
        ("help", vec![Key::Char('?')]),
    ]
}

#[test]
fn every_screen_looks_as_recorded() {
    let dataset = Dataset::embedded();
    for (name, keys) in screens() {
        for size in [(80, 24), (120, 40)] {
            for (lang, suffix) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
                let mut app = after(&dataset, lang, size, &keys);
                insta::assert_snapshot!(format!("{name}_{}x{}_{suffix}", size.0, size.1), app.frame().text());
            }
        }
    }
}

#[test]
fn every_line_fits_the_window_whatever_its_size() {
    let dataset = Dataset::embedded();
    for (name, keys) in screens() {
        for size in [(30, 10), (40, 12), (48, 24), (60, 20), (99, 30), (200, 60)] {
            for lang in [Lang::Fr, Lang::En] {
                let mut app = after(&dataset, lang, size, &keys);
                let frame = app.frame();
                assert_eq!(frame.rows.len(), usize::from(size.1), "{name} {size:?}");
                for row in &frame.rows {
                    let width = row.line.width();
                    assert!(width <= usize::from(size.0), "{name} {size:?}: {width} {}", row.line.text());
                }
                let last = frame.rows.last().unwrap().line.text();
                assert!(!last.trim().is_empty(), "{name} {size:?}");
            }
        }
    }
}

/// A frame as ratatui draws it.
fn drawn(app: &mut App<'_>, size: (u16, u16)) -> ratatui::buffer::Buffer {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
    let (frame, color) = (app.frame(), app.settings().color);
    terminal.draw(|onto| paint::paint(&frame, color, onto)).unwrap();
    terminal.backend().buffer().clone()
}

#[test]
fn without_colour_there_is_text_and_nothing_else() {
    let dataset = Dataset::embedded();
    let settings = Settings { color: false, ..settings(Lang::Fr) };
    let mut app = App::new(&dataset, settings, (80, 24));
    app.update(Event::Key(Key::Enter));
    let buffer = drawn(&mut app, (80, 24));
    let plain = ratatui::style::Style::reset();
    assert!(buffer.content().iter().all(|cell| cell.modifier.is_empty() && Some(cell.fg) == plain.fg));
    let coloured = drawn(&mut after(&dataset, Lang::Fr, (80, 24), &[Key::Enter]), (80, 24));
    assert!(coloured.content().iter().any(|cell| !cell.modifier.is_empty()));
}

#[test]
fn in_ascii_no_sign_of_the_drawing_is_beyond_it() {
    let dataset = Dataset::embedded();
    let settings = Settings { ascii: true, ..settings(Lang::En) };
    let mut app = App::new(&dataset, settings, (80, 24));
    let drawing = "─│╌›✓‹▏█●▌┊├┤╎⏎␣↑↓←→";
    for key in [Key::Down, Key::Down, Key::Enter, Key::Tab, Key::Char('?')] {
        app.update(Event::Key(key));
        let text = app.frame().text();
        assert!(!text.contains(|char| drawing.contains(char)), "{text}");
    }
}

#[test]
fn the_documentation_shows_the_frames_as_they_are() {
    let root = env!("CARGO_MANIFEST_DIR");
    let read = |path: &str| std::fs::read_to_string(format!("{root}/{path}")).unwrap();
    let mut page = read("docs/explorer.md");
    let frames = page.split("<!-- frame: ").skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert!(!frames.is_empty(), "no frame in docs/explorer.md");
    for part in frames {
        let (name, rest) = part.split_once(" -->\n```text\n").unwrap();
        let shown = rest.split("\n```").next().unwrap();
        let recorded = read(&format!("tests/explore/snapshots/explore__frames__{name}.snap"));
        let recorded = recorded.splitn(3, "---\n").nth(2).unwrap().trim_end_matches('\n');
        if std::env::var_os("UPDATE_DOCS").is_some() {
            page = page.replace(shown, recorded);
        } else {
            assert_eq!(shown, recorded, "{name}; UPDATE_DOCS=1 writes the page anew");
        }
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(format!("{root}/docs/explorer.md"), page).unwrap();
    }
}
