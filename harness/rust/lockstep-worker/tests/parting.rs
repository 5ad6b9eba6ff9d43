//! Where the ways of a fuzz build part.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

mod client;
#[path = "client/sides.rs"]
mod sides;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sides::zoo_port;

fn input(name: &str, bytes: &[u8]) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, bytes).expect("can be written");
    file
}

/// The source of a port of the zoo.
fn source(port: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../zoo/ports")
        .join(port)
        .canonicalize()
        .expect("is there")
}

fn parting(package: &str, glue: &Path, agreeing: &[u8], diverging: &[u8]) -> Output {
    let name = format!("parting-{package}-{}", diverging.escape_ascii());
    let agreeing = input(&format!("{name}-agreeing"), agreeing);
    let diverging = input(&format!("{name}-diverging"), diverging);
    Command::new(env!("CARGO_BIN_EXE_lockstep-worker"))
        .arg("--parting")
        .args([&zoo_port(package, true), glue, Path::new("")])
        .args([agreeing, diverging])
        .output()
        .expect("starts")
}

/// The line number of the one line that says this.
fn line(file: &Path, says: &str) -> usize {
    let text = fs::read_to_string(file).expect("can be read");
    let mut lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains(says));
    let (at, _) = lines.next().expect("says it");
    assert!(lines.next().is_none(), "says it twice");
    at + 1
}

#[test]
fn ways_part_after_the_comparison_that_came_out_otherwise() {
    let port = source("value_differs");
    let output = parting("zoo-value-differs", &port, b"aU", b"aV");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "the same way");

    let output = parting("zoo-value-differs", &port, b"U", b"V");
    let file = port.join("src/lib.rs");
    let expected = format!(
        "{}\t{}\tobserve\n",
        line(&file, "starts_with(b\"V\")"),
        file.display()
    );
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    assert!(output.status.success());
}

#[test]
fn what_a_panic_has_left_of_a_way_is_enough() {
    let port = source("panics");
    let output = parting("zoo-panics", &port, b"PANIX", b"PANIC");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let file = port.join("src/lib.rs");
    assert!(
        said.starts_with(&format!(
            "{}\t{}\t",
            line(&file, "== wanted"),
            file.display()
        )),
        "{said}"
    );
}

#[test]
fn a_release_build_has_no_ways() {
    let agreeing = input("parting-release-agreeing", b"U");
    let diverging = input("parting-release-diverging", b"V");
    let output = Command::new(env!("CARGO_BIN_EXE_lockstep-worker"))
        .arg("--parting")
        .args([
            &zoo_port("zoo-value-differs", false),
            Path::new("/"),
            Path::new(""),
        ])
        .args([agreeing, diverging])
        .output()
        .expect("starts");
    assert!(output.status.success());
    assert_eq!(output.stdout, b"");
}
