//! The port of the target `planted_percent`.

lockstep_port::port!(zoo_planted::percent::read);
