//! What was wrong with a row, told of its columns: nobody typed an option.

use clap::Command;

use super::columns::Columns;
use super::split::{Fault, LONGEST_ROW};
use crate::cli::explain;
use crate::model::text::{Text, text};

/// A reason in one line.
pub fn told(error: &anyhow::Error) -> Text {
    let one_line = |text: &str| {
        let mut lines = text.lines();
        let first = lines.next().unwrap_or_default();
        // What would have been understood is a part of what is wrong.
        let known =
            lines.find(|line| line.starts_with("known: ") || line.starts_with("valeurs possibles : "));
        let mark = if text.contains("\nknown: ") { ";" } else { " ;" };
        known.map_or_else(|| first.to_owned(), |known| format!("{first}{mark} {known}"))
    };
    explain::reason(error).map_or_else(
        || text("pas de réponse", "no answer"),
        |reason| {
            let message = reason.message();
            Text::new(one_line(&message.fr), one_line(&message.en))
        },
    )
}

/// What is wrong with a line as such.
pub fn fault(found: Fault) -> Text {
    match found {
        Fault::TooLong => {
            let megabytes = LONGEST_ROW / (1024 * 1024);
            Text::new(format!("ligne de plus de {megabytes} Mo"), format!("line of more than {megabytes} MB"))
        }
        Fault::OpenQuote => text("guillemet jamais fermé", "a quotation mark never closes"),
    }
}

/// A field that gives an argument and cannot be read.
pub fn not_utf8(heading: &str) -> Text {
    Text::new(format!("{heading} : pas en UTF-8"), format!("{heading}: not in UTF-8"))
}

/// A message about arguments as one about the columns that gave them.
pub fn about_columns<'r>(
    message: Text,
    reader: &Command,
    columns: &Columns,
    field: impl Fn(usize) -> &'r [u8],
) -> Text {
    let Text { fr, en } = message;
    let (mut fr, mut en) = (fr.into_owned(), en.into_owned());
    for (at, heading, id) in columns.given() {
        let value = String::from_utf8_lossy(field(at));
        if value.trim().is_empty() {
            continue;
        }
        let shown = reader.get_arguments().find(|arg| arg.get_id() == id).map(ToString::to_string);
        if let Some(shown) = shown
            && let (Some(rest_fr), Some(rest_en)) = (fr.strip_prefix(&shown), en.strip_prefix(&shown))
        {
            return Text::new(
                format!("colonne « {heading} »{rest_fr}"),
                format!("column `{heading}`{rest_en}"),
            );
        }
        for option in [format!("`--{id} {}`", value.trim()), format!("`--{id}`")] {
            fr = fr.replace(&option, &format!("la colonne « {heading} »"));
            en = en.replace(&option, &format!("column `{heading}`"));
        }
    }
    Text::new(fr, en)
}

/// Nothing gives what the command cannot do without: the cell is empty, or no column is called so. The columns that
/// were not read may be the ones that were meant.
pub fn missing<'r>(reader: &Command, columns: &Columns, field: impl Fn(usize) -> &'r [u8]) -> Text {
    let needed = needed(reader);
    let is_empty = |at: usize| field(at).trim_ascii().is_empty();
    let empty = columns.given().find(|(at, _, id)| needed.iter().any(|name| name == id) && is_empty(*at));
    if let Some((_, heading, _)) = empty {
        return Text::new(
            format!("la colonne « {heading} » est vide"),
            format!("column `{heading}` is empty"),
        );
    }
    let unread = columns.unread();
    let list = |or: &str| needed.join(or);
    if unread.is_empty() {
        return Text::new(
            format!("aucune colonne ne donne {}", list(" ou ")),
            format!("no column gives {}", list(" or ")),
        );
    }
    let unread = unread.join(", ");
    Text::new(
        format!("aucune colonne ne donne {} (non lues : {unread})", list(" ou ")),
        format!("no column gives {} (not read: {unread})", list(" or ")),
    )
}

/// The arguments one of which a row must give; the amount where the command can do without one for the young.
fn needed(reader: &Command) -> Vec<String> {
    let of_groups =
        reader.get_groups().filter(|group| group.is_required_set()).flat_map(clap::ArgGroup::get_args);
    let required = reader.get_arguments().filter(|arg| arg.is_required_set()).map(clap::Arg::get_id);
    let names: Vec<String> = of_groups.chain(required).map(ToString::to_string).collect();
    if names.is_empty() { vec!["amount".to_owned()] } else { names }
}
