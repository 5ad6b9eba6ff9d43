//! What an input asks for: its first byte is the kind, the second holds options. The original has the same.

use lockstep_port::{OrReject, Rejection};
use rxing::BarcodeFormat;

/// By the first byte.
pub const KINDS: [(&str, BarcodeFormat); 9] = [
    ("write_code_128", BarcodeFormat::CODE_128),
    ("write_code_39", BarcodeFormat::CODE_39),
    ("write_code_93", BarcodeFormat::CODE_93),
    ("write_ean_13", BarcodeFormat::EAN_13),
    ("write_ean_8", BarcodeFormat::EAN_8),
    ("write_upc_a", BarcodeFormat::UPC_A),
    ("write_upc_e", BarcodeFormat::UPC_E),
    ("write_itf", BarcodeFormat::ITF),
    ("write_codabar", BarcodeFormat::CODABAR),
];

pub struct Request<'a> {
    pub kind: usize,
    options: u8,
    body: &'a [u8],
}

impl<'a> Request<'a> {
    pub fn of(input: &'a [u8]) -> Self {
        Self {
            kind: usize::from(input.first().copied().unwrap_or(0)) % KINDS.len(),
            options: input.get(1).copied().unwrap_or(0),
            body: input.get(2..).unwrap_or_default(),
        }
    }

    /// The option of a format that has some: the lowest three bits.
    pub fn option(&self) -> usize {
        usize::from(self.options & 7)
    }

    /// The body as text.
    pub fn text(&self) -> Result<&'a str, Rejection> {
        std::str::from_utf8(self.body).or_reject("not_text")
    }
}
