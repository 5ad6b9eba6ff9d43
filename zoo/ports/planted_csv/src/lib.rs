//! The port of the target `planted_csv`.

lockstep_port::port!(zoo_planted::csv::read);
