//! A real terminal: the fee of one school by keys alone, and the terminal given back.

use std::path::Path;
use std::process::{Command, Output};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A tmux server of its own, ended when dropped.
struct Tmux(String);

impl Tmux {
    fn start(columns: u16, rows: u16, lang: &str) -> Self {
        let tmux = Self(format!("backend-career-test-{}-{columns}-{rows}", std::process::id()));
        let (columns, rows) = (columns.to_string(), rows.to_string());
        tmux.run(&["-f", "/dev/null", "new-session", "-d", "-x", &columns, "-y", &rows, "env PS1='$ ' sh"]);
        let program = Path::new(env!("CARGO_BIN_EXE_backend-career")).display();
        tmux.keys(&[&format!("LC_ALL={lang} {program} explore; echo left with $?"), "Enter"]);
        tmux
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new("tmux").arg("-L").arg(&self.0).args(arguments).output().unwrap()
    }

    fn keys(&self, keys: &[&str]) {
        self.run(&[&["send-keys", "-t", "0"], keys].concat());
    }

    fn screen(&self) -> String {
        String::from_utf8_lossy(&self.run(&["capture-pane", "-p", "-t", "0"]).stdout).into_owned()
    }

    /// Waits until the screen shows `text`.
    fn shows(&self, text: &str) -> String {
        let start = Instant::now();
        loop {
            let screen = self.screen();
            if screen.contains(text) {
                return screen;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "no `{text}` in:\n{screen}");
            sleep(Duration::from_millis(50));
        }
    }

    /// The id of the process that explores.
    fn explorer(&self) -> String {
        let pane = self.run(&["display-message", "-p", "-t", "0", "#{pane_pid}"]);
        let shell = String::from_utf8_lossy(&pane.stdout).trim().to_owned();
        let children = Command::new("pgrep").args(["-P", &shell]).output().unwrap();
        String::from_utf8_lossy(&children.stdout).trim().to_owned()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

#[test]
#[ignore = "needs tmux: .ci/run runs it"]
fn a_cv_is_read_by_the_path_that_a_terminal_drops() {
    let folder = tempfile::tempdir().unwrap();
    let cv = folder.path().join("my cv.md");
    std::fs::write(&cv, "Symfony and PostgreSQL, every day").unwrap();
    let tmux = Tmux::start(96, 32, "en_US.UTF-8");
    tmux.shows("What do I lack?");
    tmux.keys(&["-N", "11", "Down"]);
    tmux.keys(&["Enter"]);
    tmux.shows("My CV");
    tmux.keys(&["-l", &format!("'{}'", cv.display())]);
    let screen = tmux.shows("Symfony");
    assert!(screen.contains("PostgreSQL"), "{screen}");
    tmux.keys(&["Escape"]);
    tmux.keys(&["q"]);
    tmux.shows("left with 0");
}

#[test]
#[ignore = "needs tmux: .ci/run runs it"]
fn the_fee_of_one_school_is_found_by_keys_alone() {
    let tmux = Tmux::start(80, 24, "en_US.UTF-8");
    tmux.shows("What does it pay?");
    tmux.keys(&["/"]);
    tmux.keys(&["-l", "epitech"]);
    tmux.shows("Epitech");
    tmux.keys(&["Enter"]);
    let screen = tmux.shows("backend-career show");
    assert!(screen.contains("Epitech"), "{screen}");
    let fee = |screen: &str| screen.contains("8,270");
    let found = (0..40).any(|_| {
        tmux.keys(&["Down"]);
        sleep(Duration::from_millis(50));
        fee(&tmux.screen())
    });
    assert!(found, "{}", tmux.screen());
    tmux.keys(&["q"]);
    let screen = tmux.shows("left with 0");
    assert!(!screen.contains("What does it pay?"), "the screen was not given back:\n{screen}");
}

#[test]
#[ignore = "needs tmux: .ci/run runs it"]
fn a_signal_gives_the_terminal_back() {
    let tmux = Tmux::start(100, 30, "fr_FR.UTF-8");
    tmux.shows("Combien gagne-t-on ?".split(' ').next().unwrap());
    let id = tmux.explorer();
    Command::new("kill").args(["-TERM", &id]).status().unwrap();
    let screen = tmux.shows("left with 143");
    assert!(!screen.contains("Combien"), "{screen}");
    tmux.keys(&["echo tty$((1+1))", "Enter"]);
    tmux.shows("tty2");
}

#[test]
#[ignore = "needs tmux: .ci/run runs it"]
fn it_stops_and_goes_on_and_is_idle_in_between() {
    let tmux = Tmux::start(90, 30, "en_US.UTF-8");
    tmux.shows("What does it pay?");
    tmux.keys(&["C-z"]);
    tmux.shows("Stopped");
    tmux.keys(&["fg", "Enter"]);
    tmux.shows("What does it pay?");
    let id = tmux.explorer();
    let ticks = || -> u64 {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
    };
    let before = ticks();
    sleep(Duration::from_secs(2));
    assert_eq!(ticks(), before, "an idle explorer uses no processor");
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let memory = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
    let kilobytes: u64 = memory.trim().trim_end_matches(" kB").parse().unwrap();
    assert!(kilobytes < 20_000, "{kilobytes} kB");
    tmux.keys(&["q"]);
    // The shell's own screen is there again.
    tmux.shows("Stopped");
}
