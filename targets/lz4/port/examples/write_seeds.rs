//! Writes blocks of `lz4_flex` into the folder that is named, as seeds: what the port writes, the original has to read.

use std::path::PathBuf;

use lz4_flex::block::compress;

fn main() -> std::io::Result<()> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err(std::io::Error::other(
            "usage: seeds.sh (it names the folder of the seeds)",
        ));
    };
    let text: Vec<u8> = (0..400_u32)
        .map(|i| (i * i / 7 % 11) as u8 + b'a')
        .chain(*b"abcabcabcabcabcabcabcabc")
        .collect();
    let noise: Vec<u8> = (0..=99).collect();
    for (name, content) in [("text", text), ("run", vec![b'x'; 1000]), ("noise", noise)] {
        let seed = [vec![0], compress(&content)].concat();
        std::fs::write(folder.join(format!("flex-{name}")), seed)?;
    }
    Ok(())
}
