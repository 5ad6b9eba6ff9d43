//! The port of the target `planted_numbers`.

lockstep_port::port!(zoo_planted::numbers::read);
