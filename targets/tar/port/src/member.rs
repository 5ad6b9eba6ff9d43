//! One member of an archive.

use std::io::Read;

use lockstep_port::{Bytes, OrReject, Part, part};
use serde::Serialize;
use tar::{Entry, EntryType};

/// What stands for a number that cannot be read, as in the original.
const UNKNOWN: i64 = -1;

/// One member, with what is said of it anywhere.
#[derive(Serialize)]
pub(crate) struct Member {
    name: Bytes<Vec<u8>>,
    /// The character of its type; a file that is none of an old archive is `0`.
    r#type: u8,
    link: Bytes<Vec<u8>>,
    size: u64,
    mode: i64,
    uid: i64,
    gid: i64,
    /// In seconds.
    mtime: i64,
    user: Bytes<Vec<u8>>,
    group: Bytes<Vec<u8>>,
    /// Of a device only.
    device: Option<[i64; 2]>,
    content: Part<Content>,
}

/// What a member holds; without either if it is more than is looked at.
#[derive(Serialize)]
struct Content {
    length: Option<u64>,
    crc: Option<u32>,
}

/// More content of one member is not looked at: sparse files may be of any size.
pub(crate) fn content_bytes_max(input: &[u8]) -> u64 {
    65_536 + 2 * input.len() as u64
}

impl Member {
    pub(crate) fn of(entry: &mut Entry<'_, impl Read>, content_bytes_max: u64) -> Self {
        let header = entry.header();
        let kind = header.entry_type();
        let is_device = matches!(kind, EntryType::Char | EntryType::Block);
        let device = is_device.then(|| {
            [header.device_major(), header.device_minor()]
                .map(|number| number.map_or(UNKNOWN, |number| number.map_or(0, i64::from)))
        });
        Self {
            name: Bytes(name(entry)),
            r#type: kind.as_byte(),
            link: Bytes(entry.link_name_bytes().unwrap_or_default().into_owned()),
            size: entry.size(),
            mode: header.mode().map_or(UNKNOWN, i64::from),
            uid: header.uid().map_or(UNKNOWN, u64::cast_signed),
            gid: header.gid().map_or(UNKNOWN, u64::cast_signed),
            mtime: header.mtime().map_or(UNKNOWN, u64::cast_signed),
            user: Bytes(header.username_bytes().unwrap_or_default().to_vec()),
            group: Bytes(header.groupname_bytes().unwrap_or_default().to_vec()),
            device,
            content: content(entry, content_bytes_max),
        }
    }
}

/// Without slashes at the end of a directory's, where the original adds one if there is none.
fn name(entry: &Entry<'_, impl Read>) -> Vec<u8> {
    let mut name = entry.path_bytes().into_owned();
    while entry.header().entry_type().is_dir() && name.last() == Some(&b'/') {
        name.pop();
    }
    name
}

fn content(entry: &mut impl Read, bytes_max: u64) -> Part<Content> {
    part(|| {
        let mut crc = crc32fast::Hasher::new();
        let mut length = 0;
        let mut piece = [0; 4096];
        loop {
            let count = entry.read(&mut piece).or_reject("malformed")?;
            length += count as u64;
            if count == 0 || length > bytes_max {
                break;
            }
            crc.update(&piece[..count]);
        }
        Ok(if length > bytes_max {
            Content {
                length: None,
                crc: None,
            }
        } else {
            Content {
                length: Some(length),
                crc: Some(crc.finalize()),
            }
        })
    })
}
