//! The command `lockstep-worker`: reads its arguments and becomes a keeper, or waits for a debugger.

use std::env::args_os;
use std::process::ExitCode;

use lockstep_worker::exchange::Exchange;
use lockstep_worker::keeper::Keeper;
use lockstep_worker::options::{Options, USAGE};
use lockstep_worker::{attended, edges, parting};

fn main() -> ExitCode {
    let mode = args_os().nth(1).unwrap_or_default();
    if mode == "--attended" {
        return ended(attended::run(args_os().skip(2)), attended::USAGE);
    }
    if mode == "--parting" {
        return ended(parting::run(args_os().skip(2)), parting::USAGE);
    }
    if mode == "--edges" {
        return ended(edges::run(args_os().skip(2)), edges::USAGE);
    }
    let options = match Options::parse(args_os().skip(1)) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("lockstep-worker: {error}\n\n{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    let exchange = match Exchange::open(&options.exchange) {
        Ok(exchange) => exchange,
        Err(error) => {
            eprintln!(
                "lockstep-worker: the exchange `{}`: {error}",
                options.exchange.display()
            );
            return ExitCode::FAILURE;
        }
    };
    match Keeper::new(exchange, options.side).and_then(|mut keeper| keeper.run()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lockstep-worker: {error}");
            ExitCode::FAILURE
        }
    }
}

fn ended(result: Result<(), String>, usage: &str) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lockstep-worker: {error}\n\nusage: {usage}");
            ExitCode::FAILURE
        }
    }
}
