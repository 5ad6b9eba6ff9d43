//! The words of a charstring: `Words.java` says what they are.

/// Why a font or a glyph is not compared.
pub type Bar = &'static str;

pub const ILL_FORMED: Bar = "ill_formed";

/// Says that something has to hold in a program that is well formed.
pub fn require(holds: bool) -> Result<(), Bar> {
    if holds { Ok(()) } else { Err(ILL_FORMED) }
}

pub const FLEX_NUMBERS: usize = 17;
const NUMBER_MAX: i32 = 32_000;

/// The value of a word that is a number.
pub fn number(word: &str) -> Option<i32> {
    let digits = word.strip_prefix('-').unwrap_or(word);
    let is_number = (1..=5).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let value = is_number.then(|| word.parse::<i32>().ok()).flatten()?;
    (value.abs() <= NUMBER_MAX).then_some(value)
}

/// The bytes of a command.
fn command(word: &str) -> Option<&'static [u8]> {
    Some(match word {
        "hstem" => &[1],
        "vstem" => &[3],
        "vmoveto" => &[4],
        "rlineto" => &[5],
        "hlineto" => &[6],
        "vlineto" => &[7],
        "rrcurveto" => &[8],
        "closepath" => &[9],
        "callsubr" => &[10],
        "return" => &[11],
        "hsbw" => &[13],
        "endchar" => &[14],
        "rmoveto" => &[21],
        "hmoveto" => &[22],
        "vhcurveto" => &[30],
        "hvcurveto" => &[31],
        "dotsection" => &[12, 0],
        "vstem3" => &[12, 1],
        "hstem3" => &[12, 2],
        "seac" => &[12, 6],
        "sbw" => &[12, 7],
        "div" => &[12, 12],
        "callothersubr" => &[12, 16],
        "pop" => &[12, 17],
        "setcurrentpoint" => &[12, 33],
        _ => return None,
    })
}

pub fn is_word(word: &str) -> bool {
    command(word).is_some() || matches!(word, "flex" | "hints") || number(word).is_some()
}

/// The bytes of a charstring, not encrypted.
pub fn bytes(words: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    for word in spelled_out(words) {
        match (command(word), number(word)) {
            (Some(command), _) => out.extend_from_slice(command),
            (None, Some(value)) => push_number(&mut out, value),
            (None, None) => {}
        }
    }
    out
}

fn spelled_out<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let mut all = Vec::new();
    for &word in words {
        match word {
            "hints" => all.extend(["1", "3", "callothersubr", "pop", "callsubr"]),
            "flex" => {
                let numbers = all.split_off(all.len().saturating_sub(FLEX_NUMBERS));
                let (moves, end) = numbers.split_at(numbers.len().saturating_sub(3) / 2 * 2);
                all.extend(["1", "callsubr"]);
                for pair in moves.chunks(2) {
                    all.extend_from_slice(pair);
                    all.extend(["rmoveto", "2", "callsubr"]);
                }
                all.extend_from_slice(end);
                all.extend(["0", "callsubr"]);
            }
            _ => all.push(word),
        }
    }
    all
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the lower eight bits
fn push_number(out: &mut Vec<u8>, value: i32) {
    match value {
        -107..=107 => out.push((value + 139) as u8),
        108..=1131 => out.extend([(247 + ((value - 108) >> 8)) as u8, (value - 108) as u8]),
        -1131..=-108 => out.extend([(251 + ((-value - 108) >> 8)) as u8, (-value - 108) as u8]),
        _ => {
            out.push(255);
            out.extend(value.to_be_bytes());
        }
    }
}
