//! From an address in a port's library to a line of its source.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use addr2line::Loader;

/// In the path of a file that belongs neither to a port nor to what it depends on: the standard library, and what writes
/// observations.
const NOT_THE_PORTS: [&str; 8] = [
    "/rustc/",
    "/rust/deps/",
    "/lib/rustlib/src/rust/",
    "/lockstep-port/src/",
    "/lockstep-port-",
    "/serde-",
    "/serde_core-",
    "/itoa-",
];

/// In the path of a file that comes from elsewhere.
const OTHERS: [&str; 2] = ["/registry/src/", "/git/checkouts/"];

/// How much a line says about a port. The first is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// Of the crate that is the port, or of a crate beside its adapter that is from no registry.
    Port,
    /// Of what that depends on.
    Dependency,
    /// Of the port's adapter.
    Glue,
}

/// What is to be told apart in a port's library.
#[derive(Debug)]
pub(crate) struct Parts {
    /// The folder of the port's adapter.
    pub(crate) glue: PathBuf,
    /// The name of the crate that is the port; empty if it has none of its own.
    pub(crate) port: String,
}

impl Parts {
    /// None if a file belongs to none of them.
    fn rank(&self, file: &str) -> Option<Rank> {
        if NOT_THE_PORTS.iter().any(|part| file.contains(part)) {
            return None;
        }
        let is_of_a_registry = OTHERS.iter().any(|part| file.contains(part));
        Some(
            if !is_of_a_registry && Path::new(file).starts_with(&self.glue) {
                Rank::Glue
            } else if self.is_port(file) || (self.port.is_empty() && !is_of_a_registry) {
                Rank::Port
            } else {
                Rank::Dependency
            },
        )
    }

    /// Whether a folder on the way to a file is called like the port's crate, with or without a version.
    fn is_port(&self, file: &str) -> bool {
        let port = self.port.replace('_', "-");
        !port.is_empty()
            && file.split('/').any(|folder| {
                folder
                    .replace('_', "-")
                    .strip_prefix(&port)
                    .is_some_and(|rest| rest.is_empty() || is_version(rest))
            })
    }
}

/// Whether this is a version behind a hyphen.
fn is_version(text: &str) -> bool {
    text.strip_prefix('-')
        .is_some_and(|version| version.starts_with(|first: char| first.is_ascii_digit()))
}

/// A line of source, and what it is a part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// As the debug information has it.
    pub(crate) file: String,
    /// From 1.
    pub(crate) line: u32,
    /// With the path to it.
    pub(crate) function: String,
    /// Whose it is.
    pub(crate) rank: Rank,
}

/// The lines of a library.
pub(crate) struct Symbols {
    loader: Loader,
    parts: Parts,
    known: HashMap<u64, Vec<Place>>,
}

impl Symbols {
    /// Reads a library.
    pub(crate) fn read(library: &Path, parts: Parts) -> Result<Self, String> {
        let loader = Loader::new(library)
            .map_err(|error| format!("cannot read `{}`: {error}", library.display()))?;
        Ok(Self {
            loader,
            parts,
            known: HashMap::new(),
        })
    }

    /// The line at an address, of a function that ranks as high as asked: the innermost, if others were inlined into it.
    /// None if there is no such function.
    pub(crate) fn line(&mut self, address: u64, rank: Rank) -> Option<&Place> {
        let Self {
            loader,
            parts,
            known,
        } = self;
        known
            .entry(address)
            .or_insert_with(|| lines(loader, parts, address))
            .iter()
            .find(|line| line.rank <= rank)
    }
}

/// The lines of an address, innermost first. What cannot be read has none.
fn lines(loader: &Loader, parts: &Parts, address: u64) -> Vec<Place> {
    let mut lines = Vec::new();
    let Ok(mut frames) = loader.find_frames(address) else {
        return lines;
    };
    while let Ok(Some(frame)) = frames.next() {
        let Some((file, line)) = frame.location.and_then(|at| at.file.zip(at.line)) else {
            continue;
        };
        let Some(rank) = parts.rank(file).filter(|_| line > 0) else {
            continue;
        };
        let function = frame.function.and_then(|name| {
            name.demangle()
                .map(|name| without_hash(&name).to_owned())
                .ok()
        });
        lines.push(Place {
            file: file.to_owned(),
            line,
            function: function.unwrap_or_default(),
            rank,
        });
    }
    lines
}

/// A name without the compiler's hash at its end.
fn without_hash(name: &str) -> &str {
    match name.rsplit_once("::h") {
        Some((rest, hash)) if hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
            rest
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank(port: &str, file: &str) -> Option<Rank> {
        Parts {
            glue: "/w/targets/a/port".into(),
            port: port.into(),
        }
        .rank(file)
    }

    #[test]
    fn the_crate_that_is_the_port_ranks_before_what_it_depends_on_and_that_before_the_adapter() {
        let file = "/c/registry/src/index-1/java-properties-2.0.0/src/lib.rs";
        assert_eq!(rank("java-properties", file), Some(Rank::Port));
        assert_eq!(rank("java_properties", file), Some(Rank::Port));
        assert_eq!(rank("java", file), Some(Rank::Dependency));
        assert_eq!(rank("", file), Some(Rank::Dependency));
        assert_eq!(
            rank("java-properties", "/w/targets/a/port/src/lib.rs"),
            Some(Rank::Glue)
        );
        assert!(Rank::Port < Rank::Dependency && Rank::Dependency < Rank::Glue);
    }

    #[test]
    fn without_a_name_all_crates_from_no_registry_are_the_port() {
        assert_eq!(rank("", "/w/parser/src/lib.rs"), Some(Rank::Port));
        assert_eq!(
            rank("parser", "/w/other/src/lib.rs"),
            Some(Rank::Dependency)
        );
        assert_eq!(rank("parser", "/w/parser/src/lib.rs"), Some(Rank::Port));
    }

    #[test]
    fn the_standard_library_and_what_writes_observations_are_no_part_of_a_port() {
        for file in [
            "/rustc/01ab/library/core/src/option.rs",
            "/rust/deps/hashbrown-0.16.0/src/map.rs",
            "/w/harness/rust/lockstep-port/src/abi.rs",
            "/c/registry/src/index-1/serde_core-1.0.0/src/lib.rs",
        ] {
            assert_eq!(rank("", file), None, "{file}");
        }
    }

    #[test]
    fn a_name_goes_without_its_hash() {
        assert_eq!(without_hash("a::b::h0123456789abcdef"), "a::b");
        assert_eq!(without_hash("a::b::help"), "a::b::help");
    }
}
