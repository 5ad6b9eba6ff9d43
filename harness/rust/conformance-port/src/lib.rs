//! A port for the tests of the observation format: its input is an observation, and so is what it
//! makes of it.
//!
//! The decoder here is its own and knows only what `docs/observation-format.md` lists, of definite
//! length. It takes integers and floats that are longer than they need to be, and maps in any
//! order: what comes back is in the shortest form and in order, or an error of the encoder where
//! there is no such form.

mod decode;
mod value;
mod wtf8;

use lockstep_port::Rejection;
use value::Value;

lockstep_port::port!(observe);

fn observe(input: &[u8]) -> Result<Value<'_>, Rejection> {
    decode::item(input)
}
