//! Where the edges of a fuzz build are.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

mod client;
#[path = "client/sides.rs"]
mod sides;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sides::zoo_port;

fn edges(library: &Path, glue: &Path, port: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_lockstep-worker"))
        .arg("--edges")
        .args([library, glue, Path::new(port)])
        .output()
        .expect("starts")
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../zoo/ports/value_differs")
        .canonicalize()
        .expect("is there")
}

#[test]
fn each_edge_of_a_port_has_its_line_and_function() {
    // Somewhere else, so that the zoo's port is no adapter but what is adapted.
    let output = edges(
        &zoo_port("zoo-value-differs", true),
        Path::new("/elsewhere"),
        "",
    );
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let file = source().join("src/lib.rs").display().to_string();
    let own: Vec<Vec<&str>> = said
        .lines()
        .map(|line| line.split('\t').collect())
        .filter(|fields: &Vec<&str>| fields[3] == file)
        .collect();
    assert!(!own.is_empty(), "{said}");
    for fields in own {
        assert_eq!(fields.len(), 5, "{fields:?}");
        assert!(fields[0].parse::<usize>().is_ok(), "{fields:?}");
        assert_eq!(fields[1], "port");
        assert!(
            fields[2].parse::<u32>().is_ok_and(|line| line > 0),
            "{fields:?}"
        );
    }
}

#[test]
fn what_an_adapter_does_is_no_edge_of_the_port() {
    let output = edges(&zoo_port("zoo-value-differs", true), &source(), "");
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let glue = source().display().to_string();
    assert!(!said.contains(&glue), "{said}");
}

#[test]
fn a_release_build_has_no_edges() {
    let output = edges(&zoo_port("zoo-value-differs", false), Path::new("/"), "");
    assert!(!output.status.success());
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("it is no fuzz build"),
        "{output:?}"
    );
}
