//! The port of the target `planted_chunks`.

lockstep_port::port!(zoo_planted::chunks::read);
