//! The edge: arguments, environment and terminal in, an exit code out.

use std::env;
use std::io::{self, BufWriter, IsTerminal};
use std::process::ExitCode;

use backend_career::cli::{self, Surroundings};

fn main() -> ExitCode {
    let surroundings = Surroundings::read(
        |name| env::var_os(name),
        io::stdout().is_terminal(),
        io::stderr().is_terminal(),
        terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
    )
    .with_typed_input(io::stdin().is_terminal());
    let mut stdout = BufWriter::new(io::stdout().lock());
    let mut stderr = io::stderr().lock();
    ExitCode::from(cli::answer(env::args_os(), &surroundings, &mut stdout, &mut stderr))
}
