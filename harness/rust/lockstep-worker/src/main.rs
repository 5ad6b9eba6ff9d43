//! The command `lockstep-worker`: reads its arguments and becomes a keeper, or waits for a debugger.

use std::env::args_os;
use std::process::ExitCode;

use lockstep_worker::attended;
use lockstep_worker::exchange::Exchange;
use lockstep_worker::keeper::Keeper;
use lockstep_worker::options::{Options, USAGE};

fn main() -> ExitCode {
    if args_os().nth(1).is_some_and(|first| first == "--attended") {
        return match attended::run(args_os().skip(2)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("lockstep-worker: {error}\n\nusage: {}", attended::USAGE);
                ExitCode::FAILURE
            }
        };
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
