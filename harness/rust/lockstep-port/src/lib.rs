//! The kit for the Rust side of a Lockstep target.
//!
//! The author of a port writes one function and names it:
//!
//! ```
//! use lockstep_port::{OrReject, Rejection};
//! use serde::Serialize;
//!
//! #[derive(Serialize)]
//! struct Header {
//!     version: u8,
//!     units_per_em: u16,
//! }
//!
//! fn observe(input: &[u8]) -> Result<impl Serialize, Rejection> {
//!     let [version, high, low, ..] = *input else {
//!         return Err(Rejection::new("malformed").because("three bytes are needed"));
//!     };
//!     Ok(Header { version, units_per_em: u16::from_be_bytes([high, low]) })
//! }
//!
//! lockstep_port::port!(observe);
//! ```
//!
//! With `crate-type = ["cdylib"]` that is a whole port. What may go wrong in a piece of the input
//! (a table, a glyph, an entry) goes through [`part()`], so that the other pieces stay comparable.
//! Where the whole observation is a few such parts, each a function of the input, the macro takes
//! their names, and no type has to be written for them:
//!
//! ```
//! use lockstep_port::{Rejection, utf8};
//!
//! fn number(input: &[u8]) -> Result<i32, Rejection> {
//!     Ok(utf8(input)?.parse()?) // an error is a rejection, and `malformed` if nobody says more
//! }
//!
//! fn words(input: &[u8]) -> Result<Vec<&str>, Rejection> {
//!     Ok(utf8(input)?.split_whitespace().collect())
//! }
//!
//! lockstep_port::port!(number: number, words: words);
//! ```
//!
//! `docs/observation-format.md` says what may be observed and how it is encoded, `docs/seam.md`
//! what the library exports.

#[doc(hidden)]
pub mod abi;
mod bytes;
mod canary;
#[cfg(lockstep_fuzz)]
#[doc(hidden)]
pub mod coverage;
pub mod encode;
mod explain;
mod guard;
pub mod operations;
mod part;
mod parts;
mod place;
mod port;
pub mod regression;
mod rejection;
mod text;
mod written;

pub use bytes::Bytes;
pub use explain::explaining;
pub use guard::Crash;
pub use part::{Part, part};
pub use parts::{Fields, Named, Parts};
pub use rejection::{OrReject, Rejection};
pub use text::{Utf16, latin1, utf8};
pub use written::Written;
