//! What the ports of the targets of fonts share, so that they are asked the same and answer in the same form:
//!
//! * [`outline`]: an outline as drawn, turned back into the points of its contours. Its other half is `OutlineNormaliser.java`.
//! * [`truetype`]: which parts of a TrueType font are asked for, by the bytes alone, and the parts of an observation that
//!   are the same for every library.
//!
//! It knows no library of fonts: each port brings its own, and [`pen!`] joins the two.

pub mod outline;
pub mod truetype;

use lockstep_port::{Part, Rejection, part};

/// Observes a part unless it is barred: then it is rejected with its bar as the kind, as on the original's side.
pub fn barred_or<T>(
    bar: Option<&'static str>,
    observe: impl FnOnce() -> Result<T, Rejection>,
) -> Part<T> {
    match bar {
        Some(kind) => Part::Rejected(Rejection::new(kind)),
        None => part(observe),
    }
}
