//! What the tests run in a worker.
#![allow(dead_code, reason = "each user of it uses a part")]

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::client::{Sizes, Worker};

const TARGET: &str = "x86_64-unknown-linux-gnu";

/// The port of `sick_port.rs`.
pub fn sick_port() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/client/sick_port.rs");
        // Each test binary its own: they may run side by side.
        let name = env::current_exe().expect("has a name");
        let name = name
            .file_name()
            .expect("has a name")
            .to_string_lossy()
            .into_owned();
        let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("lib{name}.so"));
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let built = Command::new(rustc)
            .args([
                "--crate-type",
                "cdylib",
                "--crate-name",
                "sick_port",
                "--edition",
                "2024",
                "-O",
                "-o",
            ])
            .args([&library, &source])
            .status();
        assert!(built.expect("rustc starts").success());
        library
    })
}

/// Builds a port of the zoo.
pub fn zoo_port(package: &str, fuzz: bool) -> PathBuf {
    let rust = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("is in a folder");
    let root = rust.ancestors().nth(2).expect("is in a workspace");
    let mut target = root.join("target");
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root).env_remove("RUSTFLAGS");
    cargo.args(["build", "--quiet", "--release", "--package", package]);
    if fuzz {
        target.push("lockstep-fuzz");
        cargo
            .args(["--target", TARGET])
            .env("RUSTC_WRAPPER", rust.join("rustc-coverage"))
            .env("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true")
            .env("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only");
    }
    cargo.arg("--target-dir").arg(&target);
    assert!(cargo.status().expect("cargo starts").success());
    if fuzz {
        target.push(TARGET);
    }
    target
        .join("release")
        .join(format!("lib{}.so", package.replace('-', "_")))
}

/// A worker for a library, not started yet.
pub fn keep(library: &Path, sizes: Sizes, limits: &[&str]) -> Worker {
    let program = Path::new(env!("CARGO_BIN_EXE_lockstep-worker"));
    let library = library.to_str().expect("is UTF-8");
    Worker::keep(program, sizes, &[limits, &["--library", library]].concat())
}

/// A worker with the sick port, started.
pub fn sick() -> Worker {
    sick_within(&[])
}

/// The same with limits.
pub fn sick_within(limits: &[&str]) -> Worker {
    let mut worker = keep(sick_port(), Sizes::default(), limits);
    worker.start().expect("the port loads");
    worker
}
