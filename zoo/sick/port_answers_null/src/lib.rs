//! Sick: it answers with 16 bytes at address 0.

use std::ptr;

use zoo_sick_common::lockstep_port::abi::Reply;

zoo_sick_common::forging_port!(forge);

fn forge(reply: &mut Reply) -> u32 {
    reply.data = ptr::null();
    reply.len = 16;
    0
}
