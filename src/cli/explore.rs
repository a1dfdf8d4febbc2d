//! `explore` on the command line: the explorer on a terminal, or what to run instead.

use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

use clap::{ArgMatches, Command};

use super::argument::{Arguments, flag};
use super::command::{Group, Subcommand, in_language};
use super::document;
use super::session::Session;
use crate::cli::atomic_file::write_file;
use crate::dataset::Dataset;
use crate::explore::question::Asked;
use crate::explore::terminal::Outside;
use crate::explore::{self, Settings};
use crate::model::error::Reason;
use crate::model::text::{Lang, Text, text};
use crate::view::{Format, RenderOptions};

/// The command.
pub static COMMAND: Subcommand = Subcommand {
    name: "explore",
    group: Group::Discover,
    about: text(
        "Tout explorer au clavier, sans rien savoir des commandes",
        "Explore everything by keys, without knowing a command",
    ),
    examples: &["backend-career explore", "backend-career explore --lang fr"],
    arguments: in_language!(arguments),
    run,
};

fn arguments(command: Command, lang: Lang) -> Command {
    command.arg(flag(
        lang,
        "no-mouse",
        text("Laisser la souris au terminal", "Leave the mouse to the terminal"),
    ))
}

fn run(args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    if !session.environment.full_screen {
        return Err(Reason::Usage(text(
            "l’explorateur demande un terminal, et un écran que l’on voit\n`backend-career` seul montre le métier en un écran ; `backend-career search MOT` cherche partout ; `backend-career help` liste les questions",
            "the explorer needs a terminal, and a screen that is seen\n`backend-career` alone shows the job on one screen; `backend-career search WORD` searches everywhere; `backend-career help` lists the questions",
        ))
        .into());
    }
    let options = &session.options;
    let settings = Settings {
        lang: options.lang,
        ascii: options.ascii,
        color: options.color,
        mouse: !args.has("no-mouse"),
    };
    let dataset = session.dataset;
    // The data is read before the screen is taken, so that an error is told as everywhere.
    dataset.edition()?;
    explore::run(dataset, settings, &mut Shell { dataset, session })
}

/// The form of a page, and the ending of its file.
const PAGE: (Format, &str) = (Format::Html, "html");
/// Charts in a page are drawn for this width.
const PAGE_WIDTH: usize = 80;

/// What the explorer does outside the terminal.
struct Shell<'s, 'a> {
    dataset: &'a Dataset,
    session: &'s Session<'a>,
}

impl Outside for Shell<'_, '_> {
    fn write_page(&mut self, asked: &Asked, lang: Lang) -> anyhow::Result<String> {
        let report = asked.answer(self.dataset)?;
        let path = free_name(asked.question.command);
        let options = RenderOptions {
            format: PAGE.0,
            lang,
            width: PAGE_WIDTH,
            color: false,
            on_terminal: false,
            command: asked.command_line(self.dataset, Some(lang)),
            ..self.session.options.clone()
        };
        let mut page = Vec::new();
        self.session.render(&*report, &options, &mut page)?;
        write_file(&path, &page, false)?;
        Ok(path.display().to_string())
    }

    fn read(&mut self, path: &str) -> Result<String, Text> {
        let home = self.session.environment.home.as_ref();
        let below_home = path.strip_prefix("~/").and_then(|below| Some(home?.join(below)));
        document::text_in(&below_home.unwrap_or_else(|| PathBuf::from(path)))
            .map_err(|reason| reason.message())
    }

    fn open(&mut self, url: &str) -> bool {
        // Over SSH a browser would open on the wrong machine; without a display there is none.
        if !self.session.environment.browser {
            return false;
        }
        let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        let quiet = || Stdio::null();
        let started = Process::new(opener).arg(url).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
        started.is_ok()
    }
}

/// A name of the working folder that no file has yet: `salary.html`, `salary-2.html`.
fn free_name(command: &str) -> PathBuf {
    let ending = PAGE.1;
    let name = |number: usize| match number {
        1 => PathBuf::from(format!("{command}.{ending}")),
        _ => PathBuf::from(format!("{command}-{number}.{ending}")),
    };
    (1..1000).map(name).find(|path| !Path::exists(path)).unwrap_or_else(|| name(1000))
}
