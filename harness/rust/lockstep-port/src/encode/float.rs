//! Floats in the fewest bits that keep the value.

use super::Encoder;

impl Encoder {
    /// Every NaN is the same one.
    pub(super) fn float(&mut self, value: f64) {
        if value.is_nan() {
            self.out.extend_from_slice(&[0xf9, 0x7e, 0x00]);
            return;
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "what is lost is checked next"
        )]
        let single = value as f32;
        if f64::from(single).to_bits() != value.to_bits() {
            self.out.push(0xfb);
            self.out.extend_from_slice(&value.to_be_bytes());
        } else if let Some(half) = half_of(single) {
            self.out.push(0xf9);
            self.out.extend_from_slice(&half.to_be_bytes());
        } else {
            self.out.push(0xfa);
            self.out.extend_from_slice(&single.to_be_bytes());
        }
    }
}

/// The bits of the half-precision float that is exactly `value`, if there is one. Not for NaN.
fn half_of(value: f32) -> Option<u16> {
    let bits = value.to_bits();
    let sign = bits >> 16 & 0x8000;
    let exponent = bits >> 23 & 0xff;
    let fraction = bits & 0x7f_ffff;
    let magnitude = match exponent {
        0 if fraction == 0 => 0,
        // Infinity: a NaN was excluded.
        0xff => 0x7c00,
        // From 2^-14 to 2^15, normal in half precision too: of 23 bits of fraction 10 remain.
        113..=142 => (exponent - 112) << 10 | kept(fraction, 13)?,
        // From 2^-24 to 2^-15, subnormal there: the leading one is written out, as a multiple of
        // 2^-24.
        103..=112 => kept(fraction | 0x80_0000, 126 - exponent)?,
        _ => return None,
    };
    u16::try_from(sign | magnitude).ok()
}

/// `bits` without the lowest `dropped`, if those are zero.
fn kept(bits: u32, dropped: u32) -> Option<u32> {
    (bits.trailing_zeros() >= dropped).then_some(bits >> dropped)
}

#[cfg(test)]
mod tests {
    use super::half_of;

    /// What the standard says a half is, computed and not shifted.
    fn value_of(half: u16) -> f32 {
        let sign = if half & 0x8000 == 0 { 1.0 } else { -1.0 };
        let exponent = i32::from(half >> 10 & 0x1f);
        let fraction = f32::from(half & 0x3ff);
        match exponent {
            0 => sign * fraction * 2f32.powi(-24),
            31 => sign * f32::INFINITY,
            _ => sign * (1.0 + fraction / 1024.0) * 2f32.powi(exponent - 15),
        }
    }

    #[test]
    fn every_half_is_found_again_from_its_value() {
        for half in (0..=u16::MAX).filter(|half| half & 0x7fff <= 0x7c00) {
            assert_eq!(half_of(value_of(half)), Some(half), "{half:04x}");
        }
    }

    #[test]
    fn a_neighbour_of_a_half_is_not_one() {
        for half in (1..0x7c00).chain(0x8001..0xfc00) {
            let bits = value_of(half).to_bits();
            for neighbour in [bits - 1, bits + 1] {
                assert_eq!(half_of(f32::from_bits(neighbour)), None, "{half:04x}");
            }
        }
        assert_eq!(half_of(f32::from_bits(1)), None);
        assert_eq!(half_of(65536.0), None);
        assert_eq!(half_of(f32::MAX), None);
    }
}
