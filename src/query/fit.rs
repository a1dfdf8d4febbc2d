//! `fit`: fourteen questions from the human qualities of the sheets and the interests of the official job sheet.
//!
//! The result says what speaks for the job and what to try first. It gives no score: no source measures one.

mod questions;

use serde::Serialize;

use self::questions::INTERESTS;
pub use self::questions::{QUESTIONS, Question};
use super::cite::Citations;
use crate::dataset::Dataset;
use crate::model::error::Reason;
use crate::model::id::SourceId;
use crate::model::name::{Unknown, key};
use crate::model::text::{Text, text};
use crate::model::vocabulary::{Vocabulary, vocabulary};
use crate::report::{Block, Document, Kind, Report, Table};

vocabulary! {
    /// What is answered to a question.
    Reply ("réponse", "answer")
    Yes = "yes", "oui", "yes", "oui", "o", "y", "plutotoui", "ratheryes";
    Unsure = "unsure", "je ne sais pas", "not sure", "jenesaispas", "nesaispas", "notsure", "idontknow", "bof";
    No = "no", "non", "no", "non", "n", "plutotnon", "ratherno";
}

/// The answers given so far; a question may be left out.
#[derive(Debug, Default)]
pub struct FitParams {
    /// One for each question, in their order; none asks for the questions alone.
    pub replies: Vec<Option<Reply>>,
}

/// A question with its answer and who says that the quality counts.
#[derive(Serialize)]
struct FitLine<'a> {
    id: &'static str,
    question: &'static Text,
    quality: &'static Text,
    reply: Option<Reply>,
    /// What the sheets say of the quality.
    detail: Option<&'a Text>,
    /// What can be tried to find out, unless the answer is yes.
    trial: Option<&'static Text>,
    sources: Vec<SourceId>,
}

/// The questions with their answers.
#[derive(Serialize)]
pub struct FitReport<'a> {
    questions: Vec<FitLine<'a>>,
    answered: usize,
    notes: Vec<Text>,
    #[serde(skip)]
    citations: Citations<'a>,
}

/// Reads answers: one a line, in the order of the questions, or each behind its question's id or number.
///
/// # Errors
/// Fails if a line is no answer, or names no question.
pub fn replies(written: &str) -> Result<Vec<Option<Reply>>, Reason> {
    let mut replies = vec![None; QUESTIONS.len()];
    let mut next = 0;
    let lines = written.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    for line in lines {
        let (at, reply) = match line.split_once([':', '=', '\t']).or_else(|| numbered(line)) {
            Some((name, reply)) => (place(name)?, reply),
            None => (next, line),
        };
        let Some(slot) = replies.get_mut(at) else {
            let kind = text("question de trop : il y en a quatorze", "question too many: there are fourteen");
            return Err(Unknown::new(kind, line, []).into());
        };
        let reply = reply.trim().trim_end_matches(['.', '!']);
        *slot = Some(Reply::parse(reply).map_err(|_| no_reply(reply))?);
        next = at + 1;
    }
    Ok(replies)
}

/// That a line is no answer, with the answers that are understood.
fn no_reply(typed: &str) -> Reason {
    let Text { fr, en } = Text::joined(Reply::ALL.iter().map(|reply| reply.label()), ", ");
    Reason::Usage(Text::new(
        format!("« {typed} » n’est pas une réponse ; donnez {fr}"),
        format!("`{typed}` is no answer; give {en}"),
    ))
}

/// The number and the rest of a line such as `3. oui`.
fn numbered(line: &str) -> Option<(&str, &str)> {
    line.split_once(['.', ')']).filter(|(number, _)| number.trim().parse::<usize>().is_ok())
}

/// Which question an id or number stands for.
fn place(name: &str) -> Result<usize, Reason> {
    let wanted = key(name);
    let by_number = wanted.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let found = by_number.filter(|at| *at < QUESTIONS.len());
    found.or_else(|| QUESTIONS.iter().position(|question| key(question.id) == wanted)).ok_or_else(|| {
        let ids = QUESTIONS.iter().map(|question| question.id);
        Unknown::new(text("question", "question"), name.trim(), ids).into()
    })
}

/// Answers with what speaks for the job and what to try, or with the questions alone.
///
/// # Errors
/// Fails if the user's data cannot be read.
pub fn ask<'a>(params: &FitParams, dataset: &'a Dataset) -> Result<FitReport<'a>, Reason> {
    let skills = &dataset.skills()?.skills;
    let line = |(at, question): (usize, &'static Question)| {
        let skill = question.skill.and_then(|id| skills.iter().find(|skill| skill.id.as_str() == id));
        let reply = params.replies.get(at).copied().flatten();
        let interest = || vec![SourceId::new(INTERESTS)];
        FitLine {
            id: question.id,
            question: &question.question,
            quality: &question.quality,
            reply,
            detail: skill.and_then(|skill| skill.detail.as_ref()),
            trial: reply.filter(|reply| *reply != Reply::Yes).map(|_| &question.trial),
            sources: skill.map_or_else(interest, |skill| skill.sources.clone()),
        }
    };
    let questions: Vec<FitLine<'a>> = QUESTIONS.iter().enumerate().map(line).collect();
    let answered = questions.iter().filter(|line| line.reply.is_some()).count();
    Ok(FitReport { notes: notes(answered), answered, questions, citations: Citations::new(dataset)? })
}

/// That only a part of the questions has an answer.
fn in_part(answered: usize) -> Option<Text> {
    let left = QUESTIONS.len() - answered;
    (left > 0).then(|| {
        Text::new(
            format!("{left} questions sur {} restent sans réponse.", QUESTIONS.len()),
            format!("{left} of {} questions are left without an answer.", QUESTIONS.len()),
        )
    })
}

fn notes(answered: usize) -> Vec<Text> {
    if answered == 0 {
        return vec![text(
            "Pour répondre : `backend-career fit` dans un terminal, ou `--answers FICHIER`, une réponse par ligne (oui, non, je ne sais pas).",
            "To answer: `backend-career fit` in a terminal, or `--answers FILE`, one answer a line (yes, no, not sure).",
        )];
    }
    let told = [
        text(
            "Aucune note : aucune source ne mesure qui est fait pour ce métier. Les qualités sont celles que les fiches demandent ; elles s’apprennent.",
            "No mark: no source measures who is made for this job. The qualities are those that the sheets ask for; they can be learnt.",
        ),
        text(
            "Les questions et les essais sont les nôtres. Un stage d’observation ou un échange avec une personne du métier en dit plus.",
            "The questions and trials are ours. A short placement or a talk with someone in the job tells more.",
        ),
    ];
    in_part(answered).into_iter().chain(told).collect()
}

impl Report for FitReport<'_> {
    fn name(&self) -> &'static str {
        "fit"
    }

    fn document(&self) -> Document {
        let table = Table::of(&self.questions)
            .hidden("id", Kind::Name, text("Id", "Id"), |line| line.id)
            .column("question", Kind::Text, text("Question", "Question"), |line| line.question)
            .column("quality", Kind::Text, text("Qualité", "Quality"), |line| line.quality)
            .column("reply", Kind::Name, text("Réponse", "Answer"), |line| line.reply)
            .hidden("trial", Kind::Text, text("À essayer", "To try"), |line| line.trial)
            .column("sources", Kind::Names, text("Demandée par", "Asked for by"), |line| {
                self.citations.cell(&line.sources)
            })
            .main();
        let document = Document::new(text("Ce métier est-il pour moi ?", "Is this job for me?").spaced());
        let document = if self.answered == 0 {
            document.with(Block::Table(table))
        } else {
            document.with(Block::Table(table.unseen())).with_all(self.told())
        };
        document.with_notes(self.notes.clone())
    }
}

impl FitReport<'_> {
    /// What speaks for the job, then what to try first.
    fn told(&self) -> Vec<Block> {
        let by = |reply: Reply| self.questions.iter().filter(move |line| line.reply == Some(reply));
        let for_it: Vec<Text> = by(Reply::Yes).map(|line| self.named(line)).collect();
        let mut blocks = Vec::new();
        if !for_it.is_empty() {
            let Text { fr, en } = Text::joined(for_it, " · ");
            let told =
                Text::new(format!("Va dans le sens du métier : {fr}."), format!("Speaks for the job: {en}."));
            blocks.push(Block::Prose(told));
        }
        let to_try = by(Reply::Unsure).chain(by(Reply::No)).map(|line| {
            let name = self.named(line);
            let trial = line.trial.cloned().unwrap_or_else(|| text("", ""));
            Block::Note(Text::new(
                format!("À essayer avant de choisir : {}. {}", name.fr, trial.fr),
                format!("To try before choosing: {}. {}", name.en, trial.en),
            ))
        });
        blocks.extend(to_try);
        blocks
    }

    /// A quality with who asks for it.
    fn named(&self, line: &FitLine<'_>) -> Text {
        line.quality.bracketed(&self.citations.list(&line.sources))
    }
}

#[cfg(test)]
mod tests {
    use super::{QUESTIONS, Reply, replies};

    #[test]
    fn answers_are_read_in_order_or_by_name() {
        let read = replies("oui\n# a remark\nno\n\nteam: je ne sais pas\n14. y\n").unwrap();
        assert_eq!((read[0], read[1], read[2]), (Some(Reply::Yes), Some(Reply::No), None));
        let team = QUESTIONS.iter().position(|question| question.id == "team").unwrap();
        assert_eq!((read[team], read[13]), (Some(Reply::Unsure), Some(Reply::Yes)));
        assert!(replies("perhaps").is_err() && replies("nothing: yes").is_err());
        assert!(replies(&"yes\n".repeat(15)).is_err());
        assert!(replies("99999999999999999999: yes").is_err());
    }
}
