//! The edge: arguments, environment and terminal in, an exit code out.

use std::env;
use std::io::{self, BufWriter, IsTerminal};
use std::process::ExitCode;

use backend_career::cli::{self, Surroundings, Terminal};
use supports_hyperlinks::Stream;

fn main() -> ExitCode {
    let stdout = io::stdout().is_terminal();
    let terminal = Terminal {
        stdin: io::stdin().is_terminal(),
        stdout,
        stderr: io::stderr().is_terminal(),
        links: stdout && supports_hyperlinks::on(Stream::Stdout),
        size: terminal_size::terminal_size().map(|(width, height)| (width.0.into(), height.0.into())),
    };
    let surroundings = Surroundings::read(|name| env::var_os(name), terminal);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut err = io::stderr().lock();
    ExitCode::from(cli::answer(env::args_os(), &surroundings, &mut out, &mut err))
}
