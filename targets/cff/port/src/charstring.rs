//! Walks over a charstring as Technical Note 5177 says and draws nothing. The rules are those of the original's adapter
//! (`Charstring.java`).

use crate::form::Form;
use crate::reader::{Bar, ILL_FORMED, Reader, require};

const STACK_MAX: usize = 48;
const DEPTH_MAX: usize = 10;
const STEPS_MAX: usize = 20_000;
const STORAGE: i32 = 32;

/// Beyond this the sum of a charstring's numbers might not fit into 16.16.
const SUM_MAX: f64 = 32_767.0;

/// What a charstring is made of: `Shape.java`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    Plain,
    Fractional,
    Divided,
    Accented,
    Computed,
}

/// Of each number its value, and whether it stands in the charstring as it is.
#[derive(Clone, Copy)]
struct Number {
    value: f64,
    literal: bool,
}

struct Walk<'f, 'a> {
    form: &'f Form<'a>,
    stack: Vec<Number>,
    stems: usize,
    steps: usize,
    sum: f64,
    width_seen: bool,
    open: bool,
    component: bool,
    shape: Shape,
}

/// What the charstring is made of, or why it is not drawn.
pub fn shape(form: &Form, charstring: &[u8]) -> Result<Shape, Bar> {
    let mut walk = Walk {
        form,
        stack: Vec::with_capacity(STACK_MAX),
        stems: 0,
        steps: 0,
        sum: 0.0,
        width_seen: false,
        open: false,
        component: false,
        shape: Shape::Plain,
    };
    walk.whole(charstring)?;
    Ok(walk.shape)
}

impl<'a> Walk<'_, 'a> {
    fn whole(&mut self, code: &[u8]) -> Result<(), Bar> {
        require(self.run(code, 0)?)
    }

    /// True if the charstring has come to its end, false if a subroutine returns.
    fn run(&mut self, code: &[u8], depth: usize) -> Result<bool, Bar> {
        require(depth <= DEPTH_MAX)?;
        let mut reader = Reader(code);
        while reader.has_more() {
            self.steps += 1;
            if self.steps > STEPS_MAX {
                return Err("too_complex");
            }
            let first = reader.number(1)?;
            if first >= 32 || first == 28 {
                self.number(first, &mut reader)?;
                continue;
            }
            match first {
                10 | 29 => {
                    let subr = self.subr(first == 10)?;
                    if self.run(subr, depth + 1)? {
                        require(!reader.has_more())?;
                        return Ok(true);
                    }
                }
                11 => {
                    require(depth > 0 && !reader.has_more())?;
                    return Ok(false);
                }
                12 => {
                    let second = reader.number(1)?;
                    self.escaped(second)?;
                }
                14 => {
                    self.end()?;
                    require(!reader.has_more())?;
                    return Ok(true);
                }
                19 | 20 => {
                    self.hints(true)?;
                    reader.take(self.stems.div_ceil(8))?;
                }
                _ => self.apply(first)?,
            }
        }
        Err(ILL_FORMED)
    }

    fn number(&mut self, first: u32, reader: &mut Reader) -> Result<(), Bar> {
        let value = if first == 255 {
            let bits = reader.number(4)?;
            if bits & 0xFFFF != 0 {
                self.is(Shape::Fractional);
            }
            f64::from(bits.cast_signed()) / 65536.0
        } else {
            f64::from(reader.integer(first)?)
        };
        self.push(value, true)?;
        self.sum += value.abs();
        if self.sum > SUM_MAX {
            return Err("too_large");
        }
        Ok(())
    }

    fn push(&mut self, value: f64, literal: bool) -> Result<(), Bar> {
        require(self.stack.len() < STACK_MAX)?;
        self.stack.push(Number { value, literal });
        Ok(())
    }

    fn is(&mut self, shape: Shape) {
        self.shape = self.shape.max(shape);
    }

    /// Takes an integer that stands in the charstring as it is.
    #[allow(clippy::cast_possible_truncation, clippy::float_cmp)] // whole, and within 16 bits
    fn pop_integer(&mut self) -> Result<i32, Bar> {
        let number = self.stack.pop().ok_or(ILL_FORMED)?;
        if !number.literal {
            return Err("computed_index");
        }
        require(number.value == number.value.trunc())?;
        Ok(number.value as i32)
    }

    fn subr(&mut self, local: bool) -> Result<&'a [u8], Bar> {
        let form = self.form;
        let subrs = if local {
            &form.subrs
        } else {
            &form.global_subrs
        };
        let bias = match subrs.len() {
            0..1240 => 107,
            1240..33_900 => 1131,
            _ => 32_768,
        };
        let index = self.pop_integer()?;
        self.sum -= f64::from(index).abs();
        let index = usize::try_from(index + bias).or(Err(ILL_FORMED))?;
        subrs.get(index).copied().ok_or(ILL_FORMED)
    }

    /// Takes the width away if `holds`; the first operator that clears the stack may have one.
    fn width(&mut self, holds: bool) {
        if !self.width_seen && holds {
            self.stack.remove(0);
        }
        self.width_seen = true;
    }

    fn hints(&mut self, may_be_none: bool) -> Result<(), Bar> {
        self.width(self.stack.len() % 2 == 1);
        let count = self.stack.len();
        require(count.is_multiple_of(2) && (may_be_none || count > 0))?;
        self.stems += count / 2;
        self.stack.clear();
        Ok(())
    }

    fn start(&mut self, numbers: usize) -> Result<(), Bar> {
        self.width(self.stack.len() == numbers + 1);
        require(self.stack.len() == numbers)?;
        self.stack.clear();
        self.open = true;
        Ok(())
    }

    fn draw(&mut self, fits: bool) -> Result<(), Bar> {
        require(self.open && fits)?;
        self.stack.clear();
        Ok(())
    }

    fn end(&mut self) -> Result<(), Bar> {
        self.width(matches!(self.stack.len(), 1 | 5));
        require(matches!(self.stack.len(), 0 | 4))?;
        if self.stack.len() == 4 {
            self.is(Shape::Accented);
            let accent = self.pop_integer()?;
            let base = self.pop_integer()?;
            self.stack.clear();
            require(!self.component && !self.open)?;
            self.run_component(base)?;
            self.run_component(accent)?;
        }
        Ok(())
    }

    fn run_component(&mut self, code: i32) -> Result<(), Bar> {
        let id = standard_string_id(code).ok_or(ILL_FORMED)?;
        let charstring = self.form.charstring_of(id).ok_or(ILL_FORMED)?;
        self.width_seen = false;
        self.open = false;
        self.component = true;
        self.stems = 0;
        self.stack.clear();
        self.whole(charstring)
    }

    fn apply(&mut self, operator: u32) -> Result<(), Bar> {
        let count = self.stack.len();
        match operator {
            1 | 3 | 18 | 23 => self.hints(false),
            21 => self.start(2),
            4 | 22 => self.start(1),
            5 => self.draw(count >= 2 && count.is_multiple_of(2)),
            6 | 7 => self.draw(count >= 1),
            8 => self.draw(count >= 6 && count.is_multiple_of(6)),
            24 => self.draw(count >= 8 && count % 6 == 2),
            25 => self.draw(count >= 8 && count.is_multiple_of(2)),
            26 | 27 | 30 | 31 => self.draw(count >= 4 && count % 4 <= 1),
            _ => Err(ILL_FORMED),
        }
    }

    fn escaped(&mut self, operator: u32) -> Result<(), Bar> {
        let count = self.stack.len();
        match operator {
            34 => return self.draw(count == 7),
            35 => return self.draw(count == 13),
            36 => return self.draw(count == 9),
            37 => return self.draw(count == 11),
            _ => {}
        }
        match self.stack[..] {
            [.., a, b] if operator == 12 && a.literal && b.literal => {
                require(b.value != 0.0)?;
                self.is(Shape::Divided);
            }
            _ => self.is(Shape::Computed),
        }
        match operator {
            3 | 4 | 10 | 11 | 12 | 15 | 24 => self.replace(2, 1),
            5 | 9 | 14 | 26 => self.replace(1, 1),
            18 => self.replace(1, 0),
            20 | 21 => {
                let index = self.pop_integer()?;
                require((0..STORAGE).contains(&index))?;
                if operator == 20 {
                    self.replace(1, 0)
                } else {
                    self.replace(0, 1)
                }
            }
            22 => self.replace(4, 1),
            27 => self.replace(1, 2),
            28 => self.replace(2, 2),
            29 => {
                let index = self.pop_integer()?;
                let index = usize::try_from(index).or(Err(ILL_FORMED))?;
                require(index < self.stack.len())?;
                self.replace(0, 1)
            }
            30 => {
                self.pop_integer()?;
                let length = self.pop_integer()?;
                let length = usize::try_from(length).or(Err(ILL_FORMED))?;
                require(length > 0)?;
                self.replace(length, length)
            }
            _ => Err(ILL_FORMED),
        }
    }

    fn replace(&mut self, taken: usize, given: usize) -> Result<(), Bar> {
        let left = self.stack.len().checked_sub(taken).ok_or(ILL_FORMED)?;
        self.stack.truncate(left);
        for _ in 0..given {
            self.push(0.0, false)?;
        }
        Ok(())
    }
}

/// The string id of a code of the Standard Encoding (5176, appendix B).
fn standard_string_id(code: i32) -> Option<usize> {
    let runs = [
        (32..=126, 1),
        (161..=175, 96),
        (177..=180, 111),
        (182..=189, 115),
        (191..=191, 123),
        (193..=200, 124),
        (202..=203, 132),
        (205..=208, 134),
        (225..=225, 138),
        (227..=227, 139),
        (232..=235, 140),
        (241..=241, 144),
        (245..=245, 145),
        (248..=251, 146),
    ];
    let (run, first) = runs.iter().find(|(run, _)| run.contains(&code))?;
    usize::try_from(first + code - run.start()).ok()
}
