//! Writes a program as a file of Type 1 in segments, encrypted: byte for byte what the original's adapter writes (`Pfb.java`).

use std::fmt::Write as _;

use crate::program::{Program, STANDARD_SUBRS};
use crate::words;

const EEXEC: u16 = 55665;
const CHARSTRING: u16 = 4330;

const SUBRS: [&[&str]; STANDARD_SUBRS] = [
    &[
        "3",
        "0",
        "callothersubr",
        "pop",
        "pop",
        "setcurrentpoint",
        "return",
    ],
    &["0", "1", "callothersubr", "return"],
    &["0", "2", "callothersubr", "return"],
    &["return"],
];

pub fn of(program: &Program) -> Vec<u8> {
    let mut out = Vec::new();
    segment(&mut out, 1, clear(program).as_bytes());
    segment(&mut out, 2, &encrypted(&secret(program), EEXEC));
    out.extend([0x80, 3]);
    out
}

#[allow(clippy::cast_possible_truncation)] // a program has a few kilobytes
fn segment(out: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    out.extend([0x80, kind]);
    out.extend((bytes.len() as u32).to_le_bytes());
    out.extend_from_slice(bytes);
}

fn clear(program: &Program) -> String {
    let values = &program.values;
    let value = |key| values.get(key).copied().unwrap_or_default();
    let mut text =
        String::from("%!PS-AdobeFont-1.0: Seed\n12 dict begin\n/FontInfo 10 dict dup begin\n");
    for key in ["version", "Notice", "FullName", "FamilyName", "Weight"] {
        if values.contains_key(key) {
            let _ = writeln!(text, "/{key} ({}) readonly def", value(key));
        }
    }
    for key in [
        "ItalicAngle",
        "isFixedPitch",
        "UnderlinePosition",
        "UnderlineThickness",
    ] {
        if values.contains_key(key) {
            let _ = writeln!(text, "/{key} {} def", value(key));
        }
    }
    let _ = writeln!(
        text,
        "end readonly def\n/FontName /{} def",
        value("FontName")
    );
    text.push_str("/PaintType 0 def\n/FontType 1 def\n");
    text.push_str("/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n");
    if program.codes.is_empty() {
        text.push_str("/Encoding StandardEncoding def\n");
    } else {
        text.push_str("/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n");
        for (code, name) in &program.codes {
            let _ = writeln!(text, "dup {code} /{name} put");
        }
        text.push_str("readonly def\n");
    }
    let _ = writeln!(text, "/FontBBox {{{}}} readonly def", value("FontBBox"));
    text.push_str("currentdict end\ncurrentfile eexec\n");
    text
}

fn secret(program: &Program) -> Vec<u8> {
    let mut out = Vec::new();
    let text = |out: &mut Vec<u8>, text: &str| out.extend_from_slice(text.as_bytes());
    text(&mut out, "dup /Private 9 dict dup begin\n");
    text(
        &mut out,
        "/RD {string currentfile exch readstring pop} executeonly def\n",
    );
    text(
        &mut out,
        "/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly def\n",
    );
    text(
        &mut out,
        "/BlueValues [] def\n/MinFeature {16 16} def\n/password 5839 def\n",
    );
    let subrs = STANDARD_SUBRS + program.subrs.len();
    text(&mut out, &format!("/Subrs {subrs} array\n"));
    let own = program.subrs.iter().map(Vec::as_slice);
    for (index, words) in SUBRS.into_iter().chain(own).enumerate() {
        charstring(&mut out, &format!("dup {index}"), words, "NP");
    }
    let glyphs = program.glyphs.len();
    text(
        &mut out,
        &format!("ND\n2 index /CharStrings {glyphs} dict dup begin\n"),
    );
    for (name, words) in &program.glyphs {
        charstring(&mut out, &format!("/{name}"), words, "ND");
    }
    text(&mut out, "end\nend\nreadonly put\nnoaccess put\n");
    text(
        &mut out,
        "dup /FontName get exch definefont pop\nmark currentfile closefile\n",
    );
    out
}

fn charstring(out: &mut Vec<u8>, before: &str, words: &[&str], after: &str) {
    let bytes = encrypted(&words::bytes(words), CHARSTRING);
    out.extend_from_slice(format!("{before} {} RD ", bytes.len()).as_bytes());
    out.extend_from_slice(&bytes);
    out.extend_from_slice(format!(" {after}\n").as_bytes());
}

/// Encryption (7.1), behind four bytes that would be random and are zeros here.
fn encrypted(plain: &[u8], key: u16) -> Vec<u8> {
    let mut r = key;
    [0; 4]
        .iter()
        .chain(plain)
        .map(|byte| {
            let cipher = byte ^ r.to_be_bytes()[0];
            r = (u16::from(cipher).wrapping_add(r))
                .wrapping_mul(52845)
                .wrapping_add(22719);
            cipher
        })
        .collect()
}
