//! What the program does for the shell: help, examples, completions, manual pages.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use super::asking::{ask, ask_line, commands};

fn installed(tool: &str) -> bool {
    env::split_paths(&env::var_os("PATH").unwrap()).any(|folder| folder.join(tool).is_file())
}

/// Runs a line of shell with the program on the path.
fn run(shell: &str, line: &str) -> std::process::Output {
    let program = Path::new(env!("CARGO_BIN_EXE_backend-career"));
    let path = env::var_os("PATH").unwrap();
    let folders = [program.parent().unwrap().to_owned()].into_iter().chain(env::split_paths(&path));
    Command::new(shell)
        .args(["-c", line])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("PATH", env::join_paths(folders).unwrap())
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap()
}

#[test]
fn the_help_groups_every_command_by_what_people_are_after() {
    let french = ask_line("--help --lang fr").answered().stdout;
    for heading in ["Découvrir\u{202f}:", "Décider\u{202f}:", "Vérifier\u{202f}:", "Terminal\u{202f}:"] {
        assert!(french.contains(heading), "{heading} in {french}");
    }
}

#[test]
fn the_help_of_every_command_is_one_screen_and_that_of_the_program_has_every_option() {
    for name in commands() {
        let short = ask([name.as_str(), "-h"]).answered().stdout;
        assert!(short.lines().count() <= 40, "{} lines for {name}", short.lines().count());
        // The common options are told in one line, and in full by the help of the program.
        assert!(!short.contains("--ascii") && short.contains("see `backend-career --help`"), "{name}");
    }
    let short = ask(["-h"]).answered().stdout;
    assert!(short.lines().count() <= 52, "{}", short.lines().count());
    let long = ask(["--help"]).answered().stdout;
    assert!(!short.contains("--ascii") && long.contains("--ascii"), "{long}");
}

#[test]
fn help_begins_with_examples() {
    for name in commands() {
        let help = ask([name.as_str(), "-h"]).answered().stdout;
        let at = |words: &str| help.find(words).unwrap_or_else(|| panic!("{words} in {help}"));
        assert!(at("Examples:") < at("Usage:"), "{help}");
    }
}

#[test]
fn manual_pages_tell_every_option() {
    let page = ask(["man", "--lang", "en"]).answered().stdout;
    assert!(
        page.contains("Colours") && page.contains("No pager") && page.matches("EXAMPLES").count() == 1,
        "{page}"
    );
}

#[test]
fn every_line_of_help_is_in_the_readers_language() {
    // A line with an option or a command must differ between the languages, unless it is a name alone.
    for name in commands() {
        let lines = |lang: &str| {
            let help = ask([name.as_str(), "--help", "--lang", lang]).answered().stdout;
            help.lines()
                .filter(|line| line.starts_with("  ") && !line.contains("backend-career"))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let french = lines("fr");
        // A list of ids is the same in every language.
        let is_list = |line: &str| line.split_whitespace().all(|word| word.ends_with([',', ']']));
        for line in lines("en").iter().filter(|line| line.split_whitespace().count() > 3 && !is_list(line)) {
            assert!(!french.contains(line), "{name}: `{line}` is the same in French");
        }
    }
}

#[test]
fn the_examples_of_the_help_work() {
    let folder = env::temp_dir().join(format!("backend-career-examples-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for file in fs::read_dir("examples").unwrap() {
        let file = file.unwrap().path();
        // Recipes for other engines are folders.
        if file.is_file() {
            fs::copy(&file, folder.join(file.file_name().unwrap())).unwrap();
        }
    }
    let mut tried = 0;
    for name in commands().iter().map(String::as_str).chain(["--help"]) {
        let help = ask_line(&format!("{name} --help")).answered().stdout;
        for example in help
            .lines()
            .filter_map(|line| line.strip_prefix("  "))
            .filter(|line| line.starts_with("backend-career"))
        {
            let needs_more = example.contains('~')
                || example.contains("| source")
                || example.contains("xclip")
                || example.contains("explore")
                || example.contains("man -l")
                || (example.contains("jq") && !installed("jq"));
            if !needs_more {
                let output = run("sh", &format!("cd {} && {example} >/dev/null", folder.display()));
                assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
                tried += 1;
            }
        }
    }
    fs::remove_dir_all(&folder).unwrap();
    assert!(tried > 25, "only {tried} examples were tried");
}

#[test]
fn bash_completes_commands_options_levels_and_the_datasets_ids() {
    let complete = |words: &str, current: &str| {
        let line = format!(
            "source <(backend-career completions bash); COMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); \
             _backend__career backend-career '{current}' \"${{COMP_WORDS[COMP_CWORD-1]}}\"; echo \"${{COMPREPLY[*]}}\""
        );
        let output = run("bash", &line);
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    };
    assert_eq!(complete("backend-career sal", "sal").trim(), "salary");
    assert!(complete("backend-career salary --level ''", "").contains("confirmed"));
    assert!(complete("backend-career salary --source ''", "").contains("onisep-2024"));
    assert!(complete("backend-career progression --from ''", "").contains("lead-developer"));
    assert!(complete("backend-career training --columns ''", "").contains("work_study"));
    assert!(complete("backend-career training --sort ''", "").contains("tuition_per_year"));
    assert_eq!(
        complete("backend-career training --columns id,tuition_p", "id,tuition_p").lines().next(),
        Some("id,tuition_per_year")
    );
    assert_eq!(
        complete("backend-career training --city lyon,met", "lyon,met").lines().next(),
        Some("lyon,metz")
    );
}

#[test]
fn the_other_shells_load_their_script_where_they_are_installed() {
    for (shell, check) in [("zsh", "zsh -n"), ("fish", "fish --no-execute")] {
        let script = ask(["completions", shell]).answered().stdout;
        assert!(script.contains("onisep-2024"), "{shell}");
        let after_comma = if shell == "zsh" { "_sequence -s , compadd - " } else { "(__fish_append , " };
        assert!(script.contains(after_comma) && !script.contains("list-of-values"), "{shell}");
        let told = shell != "fish" || script.contains("using_subcommand sources\" -f -a 'onisep-2024'");
        assert!(told, "sources of {shell}");
        if installed(shell) {
            let output = run("bash", &format!("{check} <(backend-career completions {shell})"));
            assert!(output.status.success(), "{shell}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
    for shell in ["elvish", "powershell"] {
        assert!(ask(["completions", shell]).answered().stdout.contains("salary"), "{shell}");
    }
}

#[test]
fn every_command_has_a_manual_page_that_the_linter_accepts() {
    let dir = env::temp_dir().join(format!("backend-career-man-{}", std::process::id()));
    ask(["man", "--dir", dir.to_str().unwrap()]).answered();
    let below = ["validate", "diff", "schema", "export"].map(|name| format!("data-{name}"));
    for name in commands().into_iter().chain(below) {
        let page = dir.join(format!("backend-career-{name}.1"));
        assert!(page.is_file(), "{}", page.display());
        if installed("mandoc") {
            let output =
                Command::new("mandoc").args(["-T", "lint", "-W", "warning"]).arg(&page).output().unwrap();
            assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
        }
    }
    fs::remove_dir_all(&dir).unwrap();
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let answer = ask(["man", "--dir", "/proc/nowhere"]).answer();
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("/proc/nowhere"), "{}", answer.stderr);
}

#[test]
fn a_slip_is_answered_with_the_name_of_the_command_once() {
    let answer = ask_line("salry --lang en").answer();
    assert!(answer.stderr.contains("did you mean `salary`?"), "{}", answer.stderr);
    let answer = ask_line("pay 48000 --heure 3 --lang fr").answer();
    assert!(answer.stderr.contains("--hours"), "{}", answer.stderr);
}
