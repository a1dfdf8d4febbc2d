//! That nobody waits. The limits are those of a release build; a debug build on a busy machine has twenty times as long.

use std::time::{Duration, Instant};

use backend_career::dataset::{Dataset, UserData};
use backend_career::explore::{App, Event, Key};
use backend_career::model::text::Lang;

use serde_json::{Value, json};

use super::{settings, typed};

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

/// How long the slowest of the keys takes that search, open the training, filter and scroll it.
fn slowest_key(dataset: &Dataset) -> Duration {
    let keys =
        [vec![Key::Char('/')], typed("apprenti"), vec![Key::Esc, Key::Esc, Key::Down, Key::Enter]].concat();
    let keys =
        [keys, vec![Key::Tab, Key::Right, Key::Right, Key::Esc, Key::Down, Key::End, Key::Enter]].concat();
    shortest(|| {
        let mut app = App::new(dataset, settings(Lang::Fr), (120, 40));
        let answer = |key: &Key| {
            let start = Instant::now();
            app.update(Event::Key(*key));
            app.frame();
            let took = start.elapsed();
            if std::env::var_os("SHOW_TIMES").is_some() {
                eprintln!("{key:?}: {took:?}");
            }
            took
        };
        keys.iter().map(answer).max().unwrap()
    })
}

#[test]
fn a_key_is_answered_within_16_ms() {
    let slowest = slowest_key(&Dataset::embedded());
    assert!(slowest < Duration::from_millis(16) * SLOWER, "{slowest:?}");
}

#[test]
fn a_key_is_answered_within_50_ms_with_ten_thousand_programmes() {
    let shipped: Value = serde_json::from_str(include_str!("../../data/training.json")).unwrap();
    let programmes = shipped["programmes"].as_array().unwrap().iter().cycle();
    let numbered = programmes.take(10_000).enumerate().map(|(at, programme)| {
        let mut programme = programme.clone();
        programme["id"] = json!(format!("programme-{at}"));
        programme
    });
    let file = json!({ "only": true, "programmes": numbered.collect::<Vec<_>>() }).to_string();
    let dataset = Dataset::with(UserData::given("training.json", file.into_bytes()));
    assert_eq!(dataset.training().unwrap().programmes.len(), 10_000);
    let slowest = slowest_key(&dataset);
    assert!(slowest < Duration::from_millis(50) * SLOWER, "{slowest:?}");
}
