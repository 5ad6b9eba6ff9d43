//! The port of the target `planted_ini`.

lockstep_port::port!(zoo_planted::ini::read);
