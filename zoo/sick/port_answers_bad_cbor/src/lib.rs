//! Sick: it answers with bytes that are no CBOR.

use zoo_sick_common::lockstep_port::abi::Reply;

zoo_sick_common::forging_port!(forge);

fn forge(reply: &mut Reply) -> u32 {
    reply.data = b"\xff\xff".as_ptr();
    reply.len = 2;
    0
}
