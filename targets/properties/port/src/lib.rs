//! The Rust side of the target `properties`: the crate `java-properties`, called the way its documentation shows.

use java_properties::{PropertiesError, PropertiesIter};
use lockstep_port::{Part, Rejection, part};
use serde::Serialize;

/// What one input was loaded as.
#[derive(Serialize)]
struct Loaded {
    /// In the order in which they were handed out.
    pairs: Vec<Pair>,
    /// `complete`, or the part that ended the loading early.
    end: Part<&'static str>,
}

#[derive(Serialize)]
struct Pair {
    key: String,
    value: String,
}

#[allow(clippy::unnecessary_wraps)] // a malformed input is a rejected part: what came before it stays comparable
fn observe(input: &[u8]) -> Result<Loaded, Rejection> {
    let mut pairs = Vec::new();
    let end = part(|| {
        PropertiesIter::new(input)
            .read_into(|key, value| pairs.push(Pair { key, value }))
            .map_err(rejection)?;
        Ok("complete")
    });
    Ok(Loaded { pairs, end })
}

/// An escape of a surrogate is well formed, but no Rust text can hold it. The crate tells the two apart by its words only.
fn rejection(error: PropertiesError) -> Rejection {
    let kind = if error.to_string().contains("invalid character") {
        "unrepresentable"
    } else {
        "malformed"
    };
    Rejection::new(kind).because(error)
}

lockstep_port::port!(observe);

#[cfg(test)]
mod tests {
    use super::*;

    fn end_of(input: &[u8]) -> Part<&'static str> {
        observe(input).expect("rejections are parts").end
    }

    #[test]
    fn a_surrogate_is_not_malformed() {
        let Part::Rejected(rejection) = end_of(br"a=\ud800") else {
            panic!("the crate takes a surrogate now: mend the README");
        };
        assert_eq!(rejection.kind(), "unrepresentable");
    }

    #[test]
    fn what_is_not_hexadecimal_is_malformed() {
        for input in [br"a=\u12g4".as_slice(), br"a=\u12"] {
            assert!(matches!(end_of(input), Part::Rejected(no) if no.kind() == "malformed"));
        }
    }

    #[test]
    fn each_pair_is_told_in_order() {
        let loaded = observe(b"a=1\nb=2\na=3").expect("rejections are parts");
        let pairs: Vec<_> = loaded
            .pairs
            .iter()
            .map(|pair| (pair.key.as_str(), pair.value.as_str()))
            .collect();
        assert_eq!(pairs, [("a", "1"), ("b", "2"), ("a", "3")]);
        assert!(matches!(loaded.end, Part::Value("complete")));
    }
}
