//! Writes blocks and a stream of `snap` into the folder that is named, as seeds: what the port writes, the original has to read.

use std::io::{Error, Result, Write};
use std::path::PathBuf;

use snap::raw::Encoder;
use snap::write::FrameEncoder;

fn main() -> Result<()> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err(Error::other(
            "usage: seeds.sh (it names the folder of the seeds)",
        ));
    };
    let text: Vec<u8> = (0..300_u32)
        .map(|i| (i * i / 7 % 11) as u8 + b'a')
        .chain(*b"abcabcabcabcabcabcabcabc")
        .collect();
    let noise: Vec<u8> = (0..=99).collect();
    let contents = [("text", text), ("run", vec![b'x'; 1000]), ("noise", noise)];
    let mut framed = FrameEncoder::new(vec![1]);
    for (name, content) in &contents {
        let block = Encoder::new().compress_vec(content)?;
        let seed = [vec![0], block].concat();
        std::fs::write(folder.join(format!("snap-{name}")), seed)?;
        framed.write_all(content)?;
        framed.flush()?;
    }
    let framed = framed.into_inner().map_err(Error::other)?;
    std::fs::write(folder.join("snap-framed"), framed)
}
