//! Whole numbers of any size, just enough to write out a double digit by digit.

use std::fmt;

const LIMB: u64 = 1_000_000_000;
const LIMB_DIGITS: usize = 9;

/// A whole number, nine decimal digits a limb, the lowest first. The last limb is not 0, except in 0 itself.
pub struct Decimal {
    limbs: Vec<u64>,
}

impl Decimal {
    pub fn new(mut value: u64) -> Self {
        let mut limbs = vec![value % LIMB];
        value /= LIMB;
        while value > 0 {
            limbs.push(value % LIMB);
            value /= LIMB;
        }
        Self { limbs }
    }

    /// Multiplies by `base^exponent`, as many factors at a time as fit into 32 bits.
    pub fn multiply_by_power(&mut self, base: u32, exponent: u32) {
        let at_once = u32::MAX.ilog(base);
        for _ in 0..exponent / at_once {
            self.multiply(base.pow(at_once));
        }
        self.multiply(base.pow(exponent % at_once));
    }

    fn multiply(&mut self, factor: u32) {
        let mut carry = 0;
        for limb in &mut self.limbs {
            let product = *limb * u64::from(factor) + carry;
            *limb = product % LIMB;
            carry = product / LIMB;
        }
        while carry > 0 {
            self.limbs.push(carry % LIMB);
            carry /= LIMB;
        }
    }

    /// Takes 1 away; the number is not 0.
    pub fn decrement(&mut self) {
        for limb in &mut self.limbs {
            if *limb > 0 {
                *limb -= 1;
                break;
            }
            *limb = LIMB - 1;
        }
        if self.limbs.len() > 1 && self.limbs.last() == Some(&0) {
            self.limbs.pop();
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut limbs = self.limbs.iter().rev();
        if let Some(highest) = limbs.next() {
            write!(formatter, "{highest}")?;
        }
        for limb in limbs {
            write!(formatter, "{limb:0LIMB_DIGITS$}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_power_of_five_has_the_digits_that_it_should() {
        let mut number = Decimal::new(3);
        number.multiply_by_power(5, 40);
        assert_eq!(number.to_string(), "27284841053187847137451171875");
    }

    #[test]
    fn zeros_within_a_number_are_written() {
        let mut number = Decimal::new(1_000_000_000_000_000_007);
        assert_eq!(number.to_string(), "1000000000000000007");
        number.multiply_by_power(2, 0);
        assert_eq!(number.to_string(), "1000000000000000007");
    }

    #[test]
    fn one_less_than_a_power_of_ten_loses_a_limb() {
        let mut number = Decimal::new(1_000_000_000);
        number.decrement();
        assert_eq!(number.to_string(), "999999999");
    }
}
