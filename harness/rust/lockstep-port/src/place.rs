//! Where a panic came from, the same on every machine.

/// What precedes the telling part of a path, and how many components after it are noise as well.
const PREFIXES: [(&str, usize); 4] = [
    ("/registry/src/", 1),
    ("/git/checkouts/", 0),
    ("/lib/rustlib/src/rust/", 0),
    ("/rustc/", 1),
];

/// `file:line`, without the folders that say only where a machine keeps its crates:
/// `skrifa-0.46.2/src/metrics.rs:211`, `library/core/src/option.rs:100`. A file of the workspace is
/// already named from its root.
pub(crate) fn place(file: &str, line: u32) -> String {
    format!("{}:{line}", shorten(file))
}

fn shorten(file: &str) -> &str {
    for (prefix, noise) in PREFIXES {
        if let Some(at) = file.find(prefix) {
            let rest = &file[at + prefix.len()..];
            return rest.splitn(noise + 1, '/').last().unwrap_or(rest);
        }
    }
    file
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_file_of_a_registry_crate_starts_with_the_crate_and_its_version() {
        assert_eq!(
            place(
                "/home/x/.cargo/registry/src/index-1f2e/skrifa-0.46.2/src/metrics.rs",
                211
            ),
            "skrifa-0.46.2/src/metrics.rs:211"
        );
    }

    #[test]
    fn a_file_of_a_git_crate_starts_with_its_checkout() {
        assert_eq!(
            place("/home/x/.cargo/git/checkouts/a-12/34/src/lib.rs", 1),
            "a-12/34/src/lib.rs:1"
        );
    }

    #[test]
    fn a_file_of_the_standard_library_starts_with_library_whether_its_source_is_installed_or_not() {
        let expected = "library/core/src/option.rs:7";
        assert_eq!(
            place("/rustc/59807616e1/library/core/src/option.rs", 7),
            expected
        );
        assert_eq!(
            place("/t/lib/rustlib/src/rust/library/core/src/option.rs", 7),
            expected
        );
    }

    #[test]
    fn a_file_of_the_workspace_stays_as_it_is() {
        assert_eq!(
            place("targets/a/port/src/lib.rs", 3),
            "targets/a/port/src/lib.rs:3"
        );
    }
}
