//! The real terminal: events in, frames out, and given back as it was whatever happens.
//!
//! Two threads wait, one for keys and one for signals; the program itself sleeps until either has something to say.

use std::io::{self, Stdout, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{self, DisableMouseCapture, EnableMouseCapture, KeyEventKind};
use crossterm::event::{Event as Raw, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEventKind};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::app::{App, Settings};
use super::event::{Effect, Event, Key};
use super::paint;
use super::question::Asked;
use crate::dataset::Dataset;
use crate::model::text::{Lang, Text, text};

/// Lines that one turn of the wheel moves.
const WHEEL: i16 = 3;

/// What woke us.
enum Woken {
    By(Raw),
    Signal(i32),
    Failed(io::Error),
}

/// What is done outside the terminal.
pub trait Outside {
    /// Writes an answer as a page and returns its path.
    ///
    /// # Errors
    /// Fails if the page cannot be written.
    fn write_page(&mut self, asked: &Asked, lang: Lang) -> anyhow::Result<String>;

    /// The text of the document of this path.
    ///
    /// # Errors
    /// Fails, with the reason, if it cannot be read.
    fn read(&mut self, path: &str) -> Result<String, Text>;

    /// Opens a page of the web; false where there is no browser.
    fn open(&mut self, url: &str) -> bool;
}

/// Explores until the person leaves or a signal ends it; the program then ends by that signal.
///
/// # Errors
/// Fails if the terminal cannot be read or written.
pub fn run(dataset: &Dataset, settings: Settings, outside: &mut dyn Outside) -> anyhow::Result<()> {
    restore_on_panic(settings.mouse);
    let woken = listen()?;
    let guard = Guard { mouse: settings.mouse };
    enter(settings.mouse)?;
    let signal = explore(dataset, settings, outside, &woken);
    drop(guard);
    match signal? {
        // The parent is to see which signal it was.
        Some(signal) => Ok(emulate_default_handler(signal)?),
        None => Ok(()),
    }
}

fn explore(
    dataset: &Dataset,
    settings: Settings,
    outside: &mut dyn Outside,
    woken: &Receiver<Woken>,
) -> anyhow::Result<Option<i32>> {
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    let mut app = App::new(dataset, settings, size()?);
    loop {
        draw(&mut app, &mut terminal)?;
        let event = match woken.recv()? {
            Woken::By(raw) => raw,
            Woken::Signal(signal) => return Ok(Some(signal)),
            Woken::Failed(error) => return Err(error.into()),
        };
        let Some(event) = understood(&event) else { continue };
        for effect in app.update(event) {
            match effect {
                Effect::Quit => return Ok(None),
                Effect::Redraw => forget(&mut terminal)?,
                Effect::Suspend => suspend(settings.mouse, &mut app, &mut terminal)?,
                Effect::Copy(copied, said) => {
                    let is_copied = copy(&copied);
                    app.say(if is_copied { said } else { NOT_COPIED });
                }
                Effect::Read(path) => app.hand_in(outside.read(&path)),
                Effect::Open(url) if outside.open(&url) => app.say(Text::same(&url)),
                Effect::Open(url) => {
                    copy(&url);
                    app.say(Text::new(format!("Lien copié : {url}"), format!("Link copied: {url}")));
                }
                Effect::WritePage(asked, lang) => {
                    let said = match outside.write_page(&asked, lang) {
                        Ok(path) => {
                            Text::new(format!("Page écrite : {path}"), format!("Page written: {path}"))
                        }
                        Err(error) => super::screen::message(&error),
                    };
                    app.say(said);
                }
            }
        }
    }
}

fn draw(app: &mut App<'_>, terminal: &mut Terminal<CrosstermBackend<Stdout>>) -> io::Result<()> {
    let frame = app.frame();
    let color = app.settings().color;
    terminal.draw(|onto| paint::paint(&frame, color, onto)).map(|_| ())
}

/// Forgets what was drawn, so that everything is drawn anew.
///
/// `Terminal::clear` would ask the terminal for its cursor, and the answer would go to the thread that reads keys.
fn forget(terminal: &mut Terminal<CrosstermBackend<Stdout>>) -> io::Result<()> {
    let size = terminal.size()?;
    terminal.resize(size.into())
}

/// What is said where nothing could be copied.
const NOT_COPIED: Text =
    text("Impossible de copier : p écrit la page.", "Could not copy: p writes the page.");

/// Puts a text on the clipboard through the terminal, and says whether that could be done.
fn copy(copied: &str) -> bool {
    execute!(io::stdout(), CopyToClipboard::to_clipboard_from(copied)).is_ok()
}

/// The terminal in the state that the explorer needs; given back when dropped.
struct Guard {
    mouse: bool,
}

fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen)?;
    if mouse { execute!(io::stdout(), EnableMouseCapture) } else { Ok(()) }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore(self.mouse);
    }
}

/// Gives the terminal back; nobody is left to tell if even that fails.
fn restore(mouse: bool) {
    let mut out = io::stdout();
    if mouse {
        let _ = execute!(out, DisableMouseCapture);
    }
    let _ = execute!(out, LeaveAlternateScreen, crossterm::cursor::Show);
    let _ = disable_raw_mode();
    let _ = out.flush();
}

/// The message of a panic is to be read on the terminal as it was.
fn restore_on_panic(mouse: bool) {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        restore(mouse);
        told(panic);
    }));
}

/// Gives the terminal to the shell until it resumes us.
fn suspend(
    mouse: bool,
    app: &mut App<'_>,
    terminal: &mut Terminal<CrosstermBackend<Stdout>>,
) -> anyhow::Result<()> {
    restore(mouse);
    emulate_default_handler(SIGTSTP)?;
    enter(mouse)?;
    forget(terminal)?;
    let (width, height) = size()?;
    app.update(Event::Resize(width, height));
    Ok(())
}

/// Starts the two threads that wait.
fn listen() -> io::Result<Receiver<Woken>> {
    let (sender, receiver) = channel();
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let to = sender.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            if to.send(Woken::Signal(signal)).is_err() {
                return;
            }
        }
    });
    thread::spawn(move || read_events(&sender));
    Ok(receiver)
}

fn read_events(to: &Sender<Woken>) {
    loop {
        let woken = event::read().map_or_else(Woken::Failed, Woken::By);
        let is_last = matches!(woken, Woken::Failed(_));
        if to.send(woken).is_err() || is_last {
            return;
        }
    }
}

/// What an event of the terminal means; `None` if nothing.
fn understood(raw: &Raw) -> Option<Event> {
    match raw {
        Raw::Resize(width, height) => Some(Event::Resize(*width, *height)),
        Raw::Key(key) if key.kind != KeyEventKind::Release => understood_key(*key).map(Event::Key),
        Raw::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Event::Click(mouse.column, mouse.row)),
            MouseEventKind::ScrollDown => Some(Event::Wheel(WHEEL)),
            MouseEventKind::ScrollUp => Some(Event::Wheel(-WHEEL)),
            _ => None,
        },
        _ => None,
    }
}

fn understood_key(key: KeyEvent) -> Option<Key> {
    Some(match key.code {
        KeyCode::Char(letter) if key.modifiers.contains(KeyModifiers::CONTROL) => {
            Key::Ctrl(letter.to_ascii_lowercase())
        }
        KeyCode::Char(letter) => Key::Char(letter),
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace | KeyCode::Delete => Key::Backspace,
        _ => return None,
    })
}
