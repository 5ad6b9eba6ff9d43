//! Which line each edge of a port's fuzz build is at.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use crate::port::Port;
use crate::symbols::{Parts, Rank, Symbols};

/// How this is called.
pub const USAGE: &str = "lockstep-worker --edges PORT.so GLUE CRATE";

/// Says on stdout where the edges of a fuzz build are, in a line each: `NUMBER TAB RANK TAB LINE TAB FILE TAB FUNCTION`, with
/// the edge's number in the build's tables, from 0 on, and `port` or `dependency` for its rank. An edge in code of neither (the
/// standard library's, the adapter's) has no line. `CRATE` is the port (empty if it has no name), `GLUE` the adapter's folder.
///
/// # Errors
///
/// What is wrong with the arguments, or with the library.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<(), String> {
    let arguments: Vec<PathBuf> = arguments.into_iter().map(PathBuf::from).collect();
    let [library, glue, port] = &arguments[..] else {
        return Err("there are three arguments".into());
    };
    let parts = Parts {
        glue: glue.clone(),
        port: port.to_string_lossy().into_owned(),
    };
    let mut symbols = Symbols::read(library, parts)?;
    let port = Port::load(library)?;
    let location = port.coverage().ok_or("it is no fuzz build")?;
    let base = port.base()?;
    let addresses: Vec<u64> = location
        .addresses()
        .into_iter()
        .map(|address| address.wrapping_sub(base))
        .collect();
    say(&addresses, &mut symbols).map_err(|error| format!("stdout: {error}"))
}

fn say(addresses: &[u64], symbols: &mut Symbols) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (number, &address) in addresses.iter().enumerate() {
        let Some(place) = symbols.line(address, Rank::Dependency) else {
            continue;
        };
        let rank = match place.rank {
            Rank::Port => "port",
            Rank::Dependency => "dependency",
            Rank::Glue => continue,
        };
        writeln!(
            out,
            "{number}\t{rank}\t{}\t{}\t{}",
            place.line, place.file, place.function
        )?;
    }
    out.flush()
}
