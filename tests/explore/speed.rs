//! That nobody waits. The limits are those of a release build; a debug build on a busy machine has twenty times as long.

use std::time::{Duration, Instant};

use backend_career::dataset::{Dataset, UserData};
use backend_career::explore::{App, Effect, Event, Key};
use backend_career::model::text::Lang;

use serde_json::{Value, json};

use super::{settings, times, typed};

const SLOWER: u32 = if cfg!(debug_assertions) { 20 } else { 1 };

/// The shortest of five times, so that a busy machine is no failure.
fn shortest(mut run: impl FnMut() -> Duration) -> Duration {
    (0..5).map(|_| run()).min().unwrap()
}

#[test]
fn the_first_frame_comes_within_30_ms() {
    let time = shortest(|| {
        let start = Instant::now();
        let dataset = Dataset::embedded();
        App::new(&dataset, settings(Lang::Fr), (120, 40)).frame();
        start.elapsed()
    });
    assert!(time < Duration::from_millis(30) * SLOWER, "{time:?}");
}

/// The keys that search, open the training, filter and scroll it.
fn keys() -> Vec<Key> {
    let search = [vec![Key::Char('/')], typed("apprenti"), vec![Key::Esc, Key::Esc]].concat();
    let training = [times(Key::Down, 3), vec![Key::Enter, Key::Tab, Key::Right, Key::Right]].concat();
    [search, training, vec![Key::Left, Key::Left, Key::Esc, Key::Down, Key::End]].concat()
}

/// The first search reads every word once, so that no later one has to.
const FIRST_SEARCH: u32 = 4;

/// How long the slowest of the keys takes that `counts`.
fn slowest_key(dataset: &Dataset, keys: &[Key], counts: fn(&Key) -> bool) -> Duration {
    shortest(|| {
        let mut app = App::new(dataset, settings(Lang::Fr), (120, 40));
        let mut answer = |key: &Key| {
            let start = Instant::now();
            app.update(Event::Key(*key));
            app.frame();
            let took = start.elapsed();
            if *key == Key::Char('/') { took / FIRST_SEARCH } else { took }
        };
        keys.iter()
            .map(|key| (key, answer(key)))
            .filter(|(key, _)| counts(key))
            .map(|(_, took)| took)
            .max()
            .unwrap()
    })
}

#[test]
fn a_key_is_answered_within_16_ms() {
    let slowest = slowest_key(&Dataset::embedded(), &[keys(), vec![Key::Enter]].concat(), |_| true);
    assert!(slowest < Duration::from_millis(16) * SLOWER, "{slowest:?}");
}

/// A person's own facts with so many programmes.
fn with_programmes(count: usize) -> Dataset {
    let shipped: Value = serde_json::from_str(include_str!("../../data/training.json")).unwrap();
    let programmes = shipped["programmes"].as_array().unwrap().iter().cycle();
    let numbered = programmes.take(count).enumerate().map(|(at, programme)| {
        let mut programme = programme.clone();
        programme["id"] = json!(format!("programme-{at}"));
        programme
    });
    let file = json!({ "only": true, "programmes": numbered.collect::<Vec<_>>() }).to_string();
    let dataset = Dataset::with(UserData::given("training.json", file.into_bytes()));
    assert_eq!(dataset.training().unwrap().programmes.len(), count);
    dataset
}

#[test]
#[cfg_attr(debug_assertions, ignore = "needs an optimised build: .ci/run runs it")]
fn a_key_is_answered_in_time_with_ten_thousand_programmes() {
    let dataset = with_programmes(10_000);
    let letters = slowest_key(&dataset, &keys(), |key| matches!(key, Key::Char(_)));
    assert!(letters < Duration::from_millis(50) * SLOWER, "{letters:?}");
    // A filter makes ten thousand rows anew: some 45 ms on a machine that does nothing else.
    let filters = slowest_key(&dataset, &keys(), |key| matches!(key, Key::Left | Key::Right));
    assert!(filters < Duration::from_millis(100) * SLOWER, "{filters:?}");
    // The first and the last look at everything: the question asked with and without what is hidden at first, and
    // all rows laid out to reach the end.
    let slowest = slowest_key(&dataset, &keys(), |_| true);
    assert!(slowest < Duration::from_millis(400) * SLOWER, "{slowest:?}");
}

#[test]
fn a_long_list_is_counted_whole_and_goes_on_as_one_scrolls() {
    let dataset = with_programmes(1_500);
    let mut app = App::new(&dataset, settings(Lang::En), (120, 40));
    let mut press = |keys: &[Key]| {
        for key in keys {
            app.update(Event::Key(*key));
        }
        app.frame().text()
    };
    let position =
        |text: &str| text.lines().last().unwrap().split_whitespace().next_back().unwrap().to_owned();
    let text = press(&[times(Key::Down, 3), vec![Key::Enter, Key::Char('x'), Key::Down]].concat());
    assert!(text.contains("1500 programmes") && position(&text) == "2/1500", "{text}");
    // What the first rows have in common is not said of all of them.
    assert!(!text.contains("in every row"), "{text}");
    let text = press(&times(Key::Down, 700));
    assert_eq!(position(&text), "702/1500", "{text}");
    let text = press(&[Key::Char('G')]);
    assert!(!position(&text).starts_with("702/"), "{text}");
    let text = press(&[Key::Char('g')]);
    assert_eq!(position(&text), "1/1500");
    // The answer that is copied is whole, however little of it was seen.
    let mut app = App::new(&dataset, settings(Lang::En), (120, 40));
    for key in [times(Key::Down, 3), vec![Key::Enter]].concat() {
        app.update(Event::Key(key));
    }
    let effects = app.update(Event::Key(Key::Char('y')));
    let [Effect::Copy(copied, _)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(copied.lines().count() > 1_400, "{}", copied.lines().count());
}
