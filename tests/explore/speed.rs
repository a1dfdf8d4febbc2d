//! That nobody waits. The limits are those of a release build; a debug build on a busy machine has twenty times as long.

use std::time::{Duration, Instant};

use backend_career::dataset::Dataset;
use backend_career::explore::{App, Event, Key};
use backend_career::model::text::Lang;

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

#[test]
fn a_key_is_answered_within_16_ms() {
    let dataset = Dataset::embedded();
    let keys =
        [vec![Key::Char('/')], typed("apprenti"), vec![Key::Esc, Key::Esc, Key::Down, Key::Enter]].concat();
    let keys = [keys, vec![Key::Tab, Key::Right, Key::Right, Key::Esc, Key::Down, Key::Enter]].concat();
    let slowest = shortest(|| {
        let mut app = App::new(&dataset, settings(Lang::Fr), (120, 40));
        let answer = |key: &Key| {
            let start = Instant::now();
            app.update(Event::Key(*key));
            app.frame();
            start.elapsed()
        };
        keys.iter().map(answer).max().unwrap()
    });
    assert!(slowest < Duration::from_millis(16) * SLOWER, "{slowest:?}");
}
