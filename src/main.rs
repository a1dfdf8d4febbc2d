//! The edge: arguments, environment and terminal in, an exit code out.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use backend_career::cli::{self, Environment, TerminalInfo};
use supports_hyperlinks::Stream;

fn main() -> ExitCode {
    let args: Vec<OsString> = env::args_os().collect();
    let environment = Environment::read(|name| env::var_os(name), terminal());
    let lang = cli::language(&args, &environment);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut err = io::stderr().lock();
    let code = cli::run(args, lang, &environment, &mut out, &mut err)
        .unwrap_or_else(|error| cli::explain(&error, lang, &environment, &mut err));
    ExitCode::from(code)
}

fn terminal() -> TerminalInfo {
    let (stdout, stderr) = (io::stdout(), io::stderr());
    TerminalInfo {
        stdin: io::stdin().is_terminal(),
        stdout: stdout.is_terminal(),
        stderr: stderr.is_terminal(),
        stdout_color: AutoStream::choice(&stdout) != ColorChoice::Never,
        stderr_color: AutoStream::choice(&stderr) != ColorChoice::Never,
        links: supports_hyperlinks::on(Stream::Stdout),
        size: terminal_size::terminal_size().map(|(width, height)| (width.0.into(), height.0.into())),
    }
}
