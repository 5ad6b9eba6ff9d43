//! The port of the target `planted_brackets`.

lockstep_port::port!(zoo_planted::brackets::read);
