//! The Rust side of the target `cff`: read-fonts, observed part by part.

mod charstring;
mod form;
mod observation;
mod open_type;
mod outline;
mod reader;

use form::Form;
use lockstep_port::Rejection;
use observation::Observation;

fn observe(input: &[u8]) -> Result<Observation, Rejection> {
    let program = open_type::program(input).map_err(Rejection::new)?;
    let form = Form::read(program).map_err(Rejection::new)?;
    Observation::of(program, &form)
}

lockstep_port::port!(observe);
