//! An account, driven by operations. Sick of a limit that does not belong there: small amounts are taken out although
//! it is frozen.

use lockstep_port::operations::{List, Operations as _};
use lockstep_port::{Bytes, Rejection};
use serde::Serialize;

lockstep_port::choice! {
    enum Rounding { Down, Nearest }
}

lockstep_port::operations! {
    enum Operation, at most 12 {
        Deposit { amount: i64 = 0..=0xff },
        Withdraw { amount: i64 = 0..=0xff },
        Freeze,
        Thaw,
        Interest { rate: f64, rounding: Rounding },
        Note { text: List<u8, 5>, numbers: List<i16, 3>, urgent: bool },
        Mark { small: i8, large: i32, near: i32 = -7..=12 },
    }
}

const SMALL_MAX: i64 = 10;

#[derive(Serialize)]
#[serde(untagged)]
enum Said {
    Balance(i64),
    Echo {
        text: Bytes<Vec<u8>>,
        numbers: Vec<i16>,
        urgent: bool,
    },
    Marked {
        small: i8,
        large: i32,
        near: i32,
    },
}

#[derive(Default)]
struct Account {
    balance: i64,
    frozen: bool,
}

impl Account {
    fn run(&mut self, operation: Operation) -> Result<Said, Rejection> {
        match operation {
            Operation::Deposit { amount } => self.balance += amount,
            Operation::Withdraw { amount } => {
                if amount > self.balance || (self.frozen && amount > SMALL_MAX) {
                    return Err(Rejection::new("refused"));
                }
                self.balance -= amount;
            }
            Operation::Freeze => self.frozen = true,
            Operation::Thaw => self.frozen = false,
            Operation::Interest { rate, rounding } => self.interest(rate, rounding)?,
            Operation::Note {
                text,
                numbers,
                urgent,
            } => {
                return Ok(Said::Echo {
                    text: Bytes(text.into()),
                    numbers: numbers.into(),
                    urgent,
                });
            }
            Operation::Mark { small, large, near } => {
                return Ok(Said::Marked { small, large, near });
            }
        }
        Ok(Said::Balance(self.balance))
    }

    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "an account has at most thirty billions"
    )]
    fn interest(&mut self, rate: f64, rounding: Rounding) -> Result<(), Rejection> {
        if !(0.0..=1.0).contains(&rate) {
            return Err(Rejection::new("refused"));
        }
        let more = self.balance as f64 * rate;
        self.balance += match rounding {
            Rounding::Down => more.floor(),
            Rounding::Nearest => (more + 0.5).floor(),
        } as i64;
        Ok(())
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the shape that `port!` takes")]
fn observe(input: &[u8]) -> Result<impl Serialize + use<>, Rejection> {
    let mut account = Account::default();
    Ok(Operation::run(input, |operation| account.run(operation)))
}

lockstep_port::port!(observe);
