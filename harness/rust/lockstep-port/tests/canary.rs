//! A planted divergence, seen through the C interface. A test binary of its own: the variable is
//! read once in a process.

mod port;

use std::fs;
use std::process::Command;

use lockstep_port::Rejection;

use port::run;

const CHILD: &str = "LOCKSTEP_TEST_CHILD";

lockstep_port::port!(observe);

fn observe(input: &[u8]) -> Result<usize, Rejection> {
    if input.starts_with(b"r") {
        return Err(Rejection::new("malformed"));
    }
    Ok(input.len())
}

/// Runs the test of that name in a process where a canary sits on `input`.
fn armed(test: &str, content: &[u8]) -> std::process::Output {
    let file = std::env::temp_dir().join(format!("lockstep-{test}-{}", std::process::id()));
    fs::write(&file, content).expect("the folder can be written to");
    let output = Command::new(std::env::current_exe().expect("it is running"))
        .args(["--exact", test, "--nocapture"])
        .env("LOCKSTEP_CANARY", &file)
        .env(CHILD, "1")
        .output()
        .expect("it starts");
    fs::remove_file(&file).expect("it is there");
    output
}

#[test]
fn a_canary_changes_the_answer_to_its_input_and_to_no_other() {
    if std::env::var_os(CHILD).is_none() {
        assert_eq!(run(lockstep_run, b"ab", 0), (0, vec![2]));
        let output = armed(
            "a_canary_changes_the_answer_to_its_input_and_to_no_other",
            b"\x02\0\0\0\0\0\0\0ab\x18\x63",
        );
        assert!(output.status.success(), "{output:?}");
        return;
    }
    assert_eq!(run(lockstep_run, b"ab", 0), (0, vec![0x18, 0x63]));
    assert_eq!(run(lockstep_run, b"abc", 0), (0, vec![3]));
    assert_eq!(run(lockstep_run, b"ab", 0), (0, vec![0x18, 0x63]));
    assert_eq!(run(lockstep_run, b"r", 0).0, 1);
}

#[test]
fn a_canary_that_cannot_be_read_plants_nothing_and_is_said() {
    if std::env::var_os(CHILD).is_none() {
        let output = armed(
            "a_canary_that_cannot_be_read_plants_nothing_and_is_said",
            b"\x02\0\0\0\0\0\0\0a",
        );
        assert!(output.status.success(), "{output:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("LOCKSTEP_CANARY: cannot read"), "{said}");
        return;
    }
    assert_eq!(run(lockstep_run, b"ab", 0), (0, vec![2]));
}
