//! The threads of a run: one reads and splits, some answer, this one writes in the order of the input.
//!
//! Pieces are dealt out in turn and their answers collected in the same turn, which keeps the order. Every queue is
//! bounded, so that memory stays the same however long the input is.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use clap::ArgMatches;
use indicatif::{FormattedDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::errors::ErrorFile;
use super::input::Input;
use super::pay::PayDesk;
use super::plan::{Form, Plan};
use super::row::Answered;
use super::sink::Sink;
use super::split::{Piece, Splitter};
use super::worker::Worker;
use crate::cli::argument::Arguments;
use crate::cli::atomic_file::PendingFile;
use crate::cli::explain::reason;
use crate::cli::options;
use crate::cli::session::Session;
use crate::dataset::Dataset;
use crate::model::error::{InvalidData, Problem, Reason};
use crate::model::figures::figure;
use crate::model::text::{Lang, Text, text};
use crate::query::batch::YearRules;

/// Pieces that may wait for each thread, and answers of it: enough that none waits, few enough to hold in memory.
const PIECES_EACH: usize = 2;

/// Answers every row of `input`.
///
/// # Errors
/// Fails if the input cannot be read or the output takes no more; with `--strict` at the first row without an answer.
pub fn run(plan: Plan, input: Input, args: &ArgMatches, session: &mut Session<'_>) -> anyhow::Result<()> {
    let output = options::output(args);
    let mut sink = if args.has("summary") {
        Sink::summary(&plan, args.one("by"))?
    } else {
        match output {
            output if plan.raw => Sink::sheet(output),
            Some(output) => Sink::File(PendingFile::create(&output.file, output.force)?),
            None => Sink::Stream,
        }
    };
    let force = args.has("force");
    let mut errors = args.one::<PathBuf>("errors").map(|path| ErrorFile::create(&path, force)).transpose()?;
    let jobs = args.one("jobs").unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from));
    let length = input.length;
    let plan = Arc::new(plan);
    sink.begin(&plan, session)?;
    let answer_queues = start(&plan, input, jobs);
    let progress = progress(length, session);
    let mut totals = Totals::default();
    let strict = args.has("strict");
    // Pieces are dealt out in the same turn, so that the first queue that is closed is the end.
    for answers in answer_queues.iter().cycle() {
        let answered = if let Ok(answered) = answers.try_recv() {
            answered
        } else {
            // What there is goes out before waiting.
            if matches!(sink, Sink::Stream) {
                session.flush()?;
            }
            match answers.recv() {
                Ok(answered) => answered,
                Err(_) => break,
            }
        };
        let mut answered: Answered = answered?;
        if strict && let Some(failure) = answered.failures.first() {
            progress.finish_and_clear();
            // What was answered before it stays, where it went out already; a file is left as it was.
            let failure = failure.clone();
            answered.bytes.truncate(answered.failed_at);
            if matches!(sink, Sink::Stream) {
                sink.add(&answered, session)?;
                session.flush()?;
            }
            let line = usize::try_from(failure.line).ok();
            let message = Text::same(&failure.message);
            let problem = Problem { line, ..Problem::of_file(&plan.name, message) };
            return Err(Reason::InvalidData(InvalidData::from(problem)).into());
        }
        totals.add(&answered);
        sink.add(&answered, session)?;
        if let Some(errors) = &mut errors {
            errors.add(&answered.failures)?;
        }
        tell(&progress, &totals, session);
    }
    let seconds = progress.elapsed().as_secs_f64();
    progress.finish_and_clear();
    if let Some(errors) = errors {
        errors.commit()?;
    }
    sink.finish(&plan, totals.failures > 0, session)?;
    totals.remark(seconds, session);
    Ok(())
}

/// Starts the threads; the answers to the first piece come from the first receiver, and so on in turn.
fn start(plan: &Arc<Plan>, input: Input, jobs: usize) -> Vec<Receiver<anyhow::Result<Answered>>> {
    let start_worker = |_| {
        let (give_piece, pieces) = sync_channel(PIECES_EACH);
        let (give_answer, answers) = sync_channel(PIECES_EACH);
        let plan = Arc::clone(plan);
        thread::spawn(move || work(&plan, pieces, &give_answer));
        (give_piece, answers)
    };
    let (piece_queues, answer_queues): (Vec<_>, Vec<_>) = (0..jobs).map(start_worker).unzip();
    let delimiter = match plan.form {
        Form::Csv(delimiter) => Some(delimiter),
        Form::Lines => None,
    };
    let splitter = Splitter::new(input, delimiter, plan.first_line);
    thread::spawn(move || read(splitter, &piece_queues));
    answer_queues
}

/// Cuts the input into pieces until it ends or nobody takes them.
fn read(mut splitter: Splitter, piece_queues: &[SyncSender<Result<Piece, Reason>>]) {
    for pieces in piece_queues.iter().cycle() {
        let Some(piece) = splitter.next().transpose() else { return };
        let is_last = piece.is_err();
        if pieces.send(piece).is_err() || is_last {
            return;
        }
    }
}

/// Answers pieces until there are no more or nobody takes the answers.
fn work(
    plan: &Plan,
    pieces: Receiver<Result<Piece, Reason>>,
    answers: &SyncSender<anyhow::Result<Answered>>,
) {
    let prepared = Worker::dataset(plan).and_then(|dataset| Ok((rules(plan, &dataset)?, dataset)));
    // Every piece is told why there is no worker: the first of them that is waited for ends the run.
    let reason_of = |error: &anyhow::Error| {
        reason(error).unwrap_or_else(|| Reason::Failed(Text::same(&format!("{error:#}"))))
    };
    let mut worker = match &prepared {
        Ok((rules, dataset)) => {
            Worker::new(plan, dataset, PayDesk::new(rules, plan.lang)).map_err(|error| reason_of(&error))
        }
        Err(error) => Err(reason_of(error)),
    };
    for piece in pieces {
        let answered = match (piece, &mut worker) {
            (Ok(piece), Ok(worker)) => worker.answer(&piece),
            (Ok(_), Err(reason)) => Err(reason.clone().into()),
            (Err(reason), _) => Err(reason.into()),
        };
        if answers.send(answered).is_err() {
            return;
        }
    }
}

/// The rules of every year, for the direct way of `pay`.
fn rules(plan: &Plan, dataset: &Dataset) -> anyhow::Result<Vec<YearRules>> {
    if plan.command.name == "pay" { Ok(YearRules::all(dataset)?) } else { Ok(Vec::new()) }
}

/// What a run has done so far.
#[derive(Default)]
struct Totals {
    rows: u64,
    failures: u64,
    guarded: u64,
    garbled: u64,
    read: u64,
}

impl Totals {
    fn add(&mut self, answered: &Answered) {
        self.rows += answered.rows;
        self.failures += answered.failures.len() as u64;
        self.guarded += answered.guarded;
        self.garbled += answered.garbled;
        self.read += answered.read;
    }

    /// The last lines on standard error.
    fn remark(&self, seconds: f64, session: &mut Session<'_>) {
        let Self { rows, failures, guarded, garbled, .. } = self;
        if *garbled > 0 {
            session.remark(&Text::new(
                format!("champs qui ne sont pas en UTF-8 : {garbled} ; des lettres y sont perdues, enregistrez l’entrée en UTF-8"),
                format!("fields that are not in UTF-8: {garbled}; letters are lost in them, save the input as UTF-8"),
            ));
        }
        if *guarded > 0 {
            session.remark(&if *guarded == 1 {
                text(
                    "1 cellule commençait comme une formule : précédée d’une apostrophe",
                    "1 cell began like a formula: put behind an apostrophe",
                )
            } else {
                Text::new(
                    format!("{guarded} cellules commençaient comme une formule : précédées d’une apostrophe"),
                    format!("{guarded} cells began like a formula: put behind an apostrophe"),
                )
            });
        }
        // Below a second nobody waits, and the same rows say the same.
        let took = |lang| {
            if seconds < 1.0 { String::new() } else { format!(", {} s", figure(seconds, 1, lang)) }
        };
        session.remark(&Text::new(
            format!("lignes : {rows}, erreurs : {failures}{}", took(Lang::Fr)),
            format!("rows: {rows}, errors: {failures}{}", took(Lang::En)),
        ));
    }
}

/// A bar on a terminal, hidden elsewhere.
fn progress(length: Option<u64>, session: &Session<'_>) -> ProgressBar {
    let shown = session.environment.errors_on_terminal && !session.quiet;
    let target = if shown { ProgressDrawTarget::stderr_with_hz(5) } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(length, target);
    match ProgressStyle::with_template(if length.is_some() { "{wide_bar} {msg}" } else { "{spinner} {msg}" })
    {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// Shows how far the run is, once it takes more than a second.
#[allow(clippy::cast_precision_loss, reason = "a rate for the eye")]
fn tell(bar: &ProgressBar, totals: &Totals, session: &Session<'_>) {
    let seconds = bar.elapsed().as_secs_f64();
    if bar.is_hidden() || seconds < 1.0 {
        return;
    }
    bar.set_position(totals.read);
    let count = |number: f64, lang| figure(number, 0, lang);
    let (rows, rate) = (totals.rows as f64, (totals.rows as f64 / seconds).round());
    let (mut fr, mut en) = (
        format!("{} lignes, {}/s", count(rows, Lang::Fr), count(rate, Lang::Fr)),
        format!("{} rows, {}/s", count(rows, Lang::En), count(rate, Lang::En)),
    );
    if bar.length().is_some() {
        let left = FormattedDuration(bar.eta());
        fr += &format!(", reste {left}");
        en += &format!(", {left} left");
    }
    let message = Text::new(fr, en);
    bar.set_message(message.in_lang(session.options.lang).to_owned());
}
