//! Writes streams of `miniz_oxide` into the folder that is named, as seeds: what the port writes, the original has to read.

use std::path::PathBuf;

use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

fn main() -> std::io::Result<()> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err(std::io::Error::other(
            "usage: seeds.sh (it names the folder of the seeds)",
        ));
    };
    // Something to be repeated near and far, and something that is not.
    let content: Vec<u8> = (0..400_u32)
        .map(|i| (i * i / 7 % 11) as u8 + b'a')
        .chain(0..=63)
        .chain(*b"abcabcabcabcabcabcabcabc")
        .collect();
    for level in [0, 3, 6, 9] {
        let raw = [vec![0], compress_to_vec(&content, level)].concat();
        std::fs::write(folder.join(format!("miniz-{level}")), raw)?;
        let zlib = [vec![1], compress_to_vec_zlib(&content, level)].concat();
        std::fs::write(folder.join(format!("miniz-{level}-zlib")), zlib)?;
    }
    Ok(())
}
