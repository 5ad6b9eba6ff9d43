//! The Rust side of the target `tar`: the members of an archive in order, as `Archive::entries` hands them out.

mod member;

use std::io::Read;
use std::num::TryFromIntError;

use lockstep_port::{OrReject, Part, Rejection, part};
use member::Member;
use serde::Serialize;
use tar::{Archive, Entry, GnuHeader};

const BLOCK_BYTES: usize = 512;

/// Where a block with further pieces of a sparse file says whether there is another.
const IS_EXTENDED_BYTE: usize = 504;

#[derive(Serialize)]
struct Observation {
    /// For each block the member whose header is the last thing before its content there.
    blocks: Vec<Option<Member>>,
    /// `complete`, `too_large`, or the rejection that ended the list.
    end: Part<&'static str>,
}

#[allow(clippy::unnecessary_wraps)] // how the list ends is a part's
fn observe(input: &[u8]) -> Result<Observation, Rejection> {
    let mut blocks = Vec::new();
    blocks.resize_with(input.len() / BLOCK_BYTES, || None);
    let end = part(|| all(input, &mut blocks));
    Ok(Observation { blocks, end })
}

fn all(input: &[u8], blocks: &mut [Option<Member>]) -> Result<&'static str, Rejection> {
    let bytes_max = member::content_bytes_max(input);
    let mut archive = Archive::new(input);
    for entry in archive.entries().or_reject("malformed")? {
        let mut entry = entry.or_reject("malformed")?;
        // Global records are handed to the caller as a member; the original keeps them to itself.
        if entry.header().entry_type().is_pax_global_extensions() {
            continue;
        }
        let block = last_block_before_content(input, &entry).or_reject("malformed")?;
        blocks[block] = Some(Member::of(&mut entry, bytes_max));
        if entry.header().entry_type().is_gnu_sparse() && entry.size() > bytes_max {
            return Ok("too_large"); // the original is not asked for what is behind it
        }
    }
    Ok("complete")
}

/// That of the header, or of the last of those with further pieces of a sparse file.
fn last_block_before_content(
    input: &[u8],
    entry: &Entry<'_, impl Read>,
) -> Result<usize, TryFromIntError> {
    let header = entry.header();
    let mut block = usize::try_from(entry.raw_header_position())? / BLOCK_BYTES;
    let mut is_extended =
        header.entry_type().is_gnu_sparse() && header.as_gnu().is_some_and(GnuHeader::is_extended);
    while is_extended {
        block += 1;
        is_extended = input[block * BLOCK_BYTES + IS_EXTENDED_BYTE] == 1;
    }
    Ok(block)
}

lockstep_port::port!(observe);
