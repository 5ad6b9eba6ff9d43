//! Sick: it answers with far more bytes than there are.

use zoo_sick_common::lockstep_port::abi::Reply;

zoo_sick_common::forging_port!(forge);

fn forge(reply: &mut Reply) -> u32 {
    reply.len = 1 << 40;
    0
}
