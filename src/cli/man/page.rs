//! One manual page: what clap knows of a command, then examples, environment, exit codes, files and where else to look.

use std::io;

use clap::{Arg, ArgAction, Command};
use clap_mangen::Man;

use crate::model::text::{Lang, Text, text};
use crate::view::localize_message;

/// A variable of the environment, and what it does.
type Variable = (&'static str, Text);

/// The variables that the program heeds.
pub static ENVIRONMENT: [Variable; 9] = [
    (
        "BACKEND_CAREER_LANG",
        text(
            "langue des réponses, avant LC_ALL, LC_MESSAGES et LANG",
            "language of the answers, before LC_ALL, LC_MESSAGES and LANG",
        ),
    ),
    ("BACKEND_CAREER_DATA", text("vos propres faits, comme --data", "your own facts, like --data")),
    (
        "BACKEND_CAREER_PAGER",
        text("pagineur, avant PAGER ; vide : aucun", "pager, before PAGER; empty: none"),
    ),
    ("PAGER", text("pagineur des réponses longues ; less sinon", "pager of long answers; else less")),
    ("LESS", text("options de less ; FRX si elle manque", "options of less; FRX if unset")),
    (
        "LESSCHARSET",
        text("jeu de caractères de less ; utf-8 si elle manque", "character set of less; utf-8 if unset"),
    ),
    ("NO_COLOR", text("sans couleurs, comme --color never", "no colours, like --color never")),
    (
        "ACCESSIBLE",
        text(
            "à 1, une étiquette et sa valeur par ligne, comme --plain",
            "at 1, a label and its value a line, like --plain",
        ),
    ),
    (
        "COLUMNS",
        text(
            "largeur d’une réponse quand le terminal ne la dit pas",
            "width of an answer where no terminal says it",
        ),
    ),
];

static EXIT_CODES: [(&str, Text); 4] = [
    ("0", text("une réponse, même vide", "an answer, even an empty one")),
    ("1", text("un fichier n’a pas pu être lu ou écrit", "a file could not be read or written")),
    ("2", text("la commande n’a pas été comprise", "the command was not understood")),
    ("3", text("des données ne sont pas valides", "some data is invalid")),
];

static FILES: [(&str, Text); 1] = [(
    "*.json",
    text(
        "dans le dossier de --data : vos propres faits ; backend-career data schema dit leur forme",
        "in the folder of --data: your own facts; backend-career data schema says their form",
    ),
)];

/// The page of `command`, whose siblings are named at its end; `edition` dates it.
pub fn render(command: Command, siblings: &[String], edition: &str, lang: Lang) -> io::Result<Vec<u8>> {
    let say = |told: &Text| localize_message(told, lang);
    let examples =
        command.get_before_help().map(|help| anstream::adapter::strip_str(&help.to_string()).to_string());
    let synopsis = synopsis(&command);
    let man = Man::new(command.before_help("").after_help("").after_long_help("")).date(edition);
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    page.extend_from_slice(format!(".SH SYNOPSIS\n{synopsis}\n").as_bytes());
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut below = Vec::new();
    man.render_subcommands_section(&mut below)?;
    if String::from_utf8_lossy(&below).contains(".TP") {
        page.extend_from_slice(&below);
    }
    let listed =
        |(term, told): &(&str, Text)| format!(".TP\n\\fB{}\\fR\n{}", escaped(term), escaped(&say(told)));
    let list = |entries: &[(&str, Text)]| entries.iter().map(listed).collect::<Vec<_>>().join("\n");
    let mut more = Vec::new();
    if let Some(examples) = examples {
        // The first line only says what the heading says.
        let lines: Vec<String> = examples.lines().skip(1).map(|line| escaped(line.trim())).collect();
        more.push(format!(".SH {}\n.nf\n{}\n.fi", say(&text("EXEMPLES", "EXAMPLES")), lines.join("\n")));
    }
    more.push(format!(".SH {}\n{}", say(&text("ENVIRONNEMENT", "ENVIRONMENT")), list(&ENVIRONMENT)));
    more.push(format!(".SH \"{}\"\n{}", say(&text("CODE DE RETOUR", "EXIT STATUS")), list(&EXIT_CODES)));
    more.push(format!(".SH {}\n{}", say(&text("FICHIERS", "FILES")), list(&FILES)));
    if !siblings.is_empty() {
        let named: Vec<String> =
            siblings.iter().map(|name| format!("\\fB{}\\fR(1)", escaped(name))).collect();
        more.push(format!(".SH \"{}\"\n.nh\n{}", say(&text("VOIR AUSSI", "SEE ALSO")), named.join(",\n")));
    }
    page.extend_from_slice(joined(&more).as_bytes());
    Ok(in_language(&String::from_utf8_lossy(&page), lang).into_bytes())
}

fn joined(sections: &[String]) -> String {
    sections.join("\n") + "\n"
}

/// The command with its own options and their values; the common ones are one word.
fn synopsis(command: &Command) -> String {
    let common = |arg: &&Arg| !arg.is_global_set() && !arg.is_hide_set() && !is_flag_of_all(arg);
    let mut words = vec![format!("\\fB{}\\fR", escaped(&typed(command.get_name())))];
    words.extend(command.get_arguments().filter(common).map(usage_of));
    words.push("[\\fIOPTIONS\\fR]".to_owned());
    if command.has_subcommands() {
        let value = command.get_subcommand_value_name().unwrap_or("COMMAND");
        words.push(format!("[\\fI{}\\fR]", escaped(value)));
    }
    words.join(" ")
}

/// A page's name as the command is typed: `backend-career data diff`.
fn typed(name: &str) -> String {
    match name.strip_prefix("backend-career-") {
        Some(below) => format!("backend-career {}", below.replace('-', " ")),
        None => name.to_owned(),
    }
}

/// `--help` and `--version`, which the options list.
fn is_flag_of_all(arg: &Arg) -> bool {
    matches!(
        arg.get_action(),
        ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong | ArgAction::Version
    )
}

/// `[--level LEVEL]`, `FILE`, `[--net]`.
fn usage_of(arg: &Arg) -> String {
    let value = arg.get_value_names().into_iter().flatten().map(|name| format!("\\fI{}\\fR", escaped(name)));
    let value = value.collect::<Vec<_>>().join(" ");
    let many = if matches!(arg.get_action(), ArgAction::Append) { "..." } else { "" };
    let usage = match arg.get_long() {
        Some(long) if arg.get_action().takes_values() => {
            format!("\\fB\\-\\-{}\\fR {value}{many}", escaped(long))
        }
        Some(long) => format!("\\fB\\-\\-{}\\fR", escaped(long)),
        None => format!("{value}{many}"),
    };
    if arg.is_required_set() { usage } else { format!("[{usage}]") }
}

/// Text in which nothing is taken for roff.
fn escaped(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}

/// Headings in the page's language; lines end without blanks, as the linters want it.
fn in_language(page: &str, lang: Lang) -> String {
    let french = [(".SH NAME", ".SH NOM"), (".SH SUBCOMMANDS", ".SH COMMANDES")];
    let line = |line: &str| {
        let known = french.iter().find(|(english, _)| lang == Lang::Fr && line == *english);
        known.map_or_else(|| line.trim_end().to_owned(), |(_, french)| (*french).to_owned())
    };
    page.lines().map(line).filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}

#[cfg(test)]
mod tests {
    use clap::{Arg, Command};

    use super::render;
    use crate::model::text::Lang;

    #[test]
    fn a_page_has_every_section_once_and_a_synopsis_with_values() {
        let level = Arg::new("level").long("level").value_name("LEVEL");
        let command =
            Command::new("backend-career-data-diff").about("x").before_help("Examples:\n  a b").arg(level);
        let page = render(command, &["backend-career".to_owned()], "2026-11-21", Lang::En).unwrap();
        let page = String::from_utf8(page).unwrap();
        for heading in
            ["NAME", "SYNOPSIS", "EXAMPLES", "ENVIRONMENT", "\"EXIT STATUS\"", "FILES", "\"SEE ALSO\""]
        {
            assert_eq!(page.matches(&format!(".SH {heading}\n")).count(), 1, "{heading} in {page}");
        }
        assert!(
            page.contains("\\fBbackend\\-career data diff\\fR [\\fB\\-\\-level\\fR \\fILEVEL\\fR]"),
            "{page}"
        );
        assert!(!page.contains("Examples:"), "{page}");
    }
}
