//! Sick: it answers with a status that nobody knows.

use zoo_sick_common::lockstep_port::abi::Reply;

zoo_sick_common::forging_port!(forge);

fn forge(_reply: &mut Reply) -> u32 {
    77
}
