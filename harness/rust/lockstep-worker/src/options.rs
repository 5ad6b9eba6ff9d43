//! The command line.

use std::ffi::{CString, OsString};
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};

/// How the worker is called.
pub const USAGE: &str =
    "usage: lockstep-worker --exchange FILE [--memory-mib N] [--stack-kib N] --library PORT.so
       lockstep-worker --exchange FILE -- COMMAND [ARGUMENT…]";

/// What the worker was told.
#[derive(Debug)]
pub struct Options {
    /// The memory that the client made.
    pub exchange: PathBuf,
    /// What a child does.
    pub side: Side,
}

/// What a child does.
#[derive(Debug)]
pub enum Side {
    /// It loads a port and answers.
    Port(PortOptions),
    /// It becomes another program, given with its arguments.
    Command(Vec<CString>),
}

/// A port and its limits.
#[derive(Debug)]
pub struct PortOptions {
    /// The shared library.
    pub library: PathBuf,
    /// Address space beyond what is in use after loading, in bytes; no limit if `None`.
    pub memory: Option<u64>,
    /// The stack of the thread that runs the port, in bytes.
    pub stack: usize,
}

const STACK_KIB: usize = 8192;

/// Less than this and not even an empty port could run.
const STACK_KIB_MIN: usize = 16;

impl Options {
    /// Reads the arguments, without the program's name.
    ///
    /// # Errors
    ///
    /// What is wrong with them.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut arguments = arguments.into_iter();
        let (mut exchange, mut library, mut memory, mut stack) = (None, None, None, None);
        let mut command = None;
        while let Some(argument) = arguments.next() {
            if argument == "--" {
                command = Some(arguments.by_ref().collect::<Vec<_>>());
                break;
            }
            let name = argument.to_string_lossy().into_owned();
            let mut value = || {
                let value = arguments.next();
                value.ok_or_else(|| format!("`{name}` needs a value"))
            };
            match &*name {
                "--exchange" => exchange = Some(PathBuf::from(value()?)),
                "--library" => library = Some(PathBuf::from(value()?)),
                "--memory-mib" => memory = Some(number(&name, &value()?)?),
                "--stack-kib" => stack = Some(number(&name, &value()?)?),
                _ => return Err(format!("`{name}` is no option of the worker")),
            }
        }
        let exchange = exchange.ok_or("`--exchange` is missing")?;
        let side = match (library, command) {
            (Some(library), None) => Side::Port(port(&library, memory, stack)?),
            (None, Some(command)) if memory.is_none() && stack.is_none() => {
                Side::Command(words(command)?)
            }
            (None, Some(_)) => return Err("limits are for a port; a command sets its own".into()),
            (Some(_), Some(_)) => return Err("either a library or a command, not both".into()),
            (None, None) => return Err("`--library` is missing".into()),
        };
        Ok(Self { exchange, side })
    }
}

fn port(library: &Path, memory: Option<u64>, stack: Option<u64>) -> Result<PortOptions, String> {
    let stack = match stack {
        None => STACK_KIB,
        Some(kib) => usize::try_from(kib).map_err(|_| "`--stack-kib` is too large")?,
    };
    Ok(PortOptions {
        library: std::path::absolute(library)
            .map_err(|error| format!("`{}`: {error}", library.display()))?,
        memory: memory.map(|mib| mib.saturating_mul(1 << 20)),
        stack: stack.max(STACK_KIB_MIN).saturating_mul(1 << 10),
    })
}

fn number(name: &str, value: &OsString) -> Result<u64, String> {
    value
        .to_str()
        .and_then(|value| value.parse().ok())
        .ok_or_else(|| format!("`{name}` needs a number, not `{}`", value.display()))
}

fn words(command: Vec<OsString>) -> Result<Vec<CString>, String> {
    if command.is_empty() {
        return Err("a command is missing after `--`".into());
    }
    let words = command
        .into_iter()
        .map(|word| CString::new(word.into_vec()));
    words
        .collect::<Result<_, _>>()
        .map_err(|_| "an argument of the command holds a zero byte".into())
}
