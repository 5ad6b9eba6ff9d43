//! Walks over a charstring as the Type 1 Font Format says and draws nothing. The rules are those of the original's adapter
//! (`Walk.java`).

use read_fonts::ps::PredefinedEncoding;

use crate::program::{Program, STANDARD_SUBRS};
use crate::words::{self, Bar, FLEX_NUMBERS, ILL_FORMED, require};

const STACK_MAX: usize = 24;
const DEPTH_MAX: usize = 10;
const STEPS_MAX: usize = 5_000;

/// Beyond this the sum of a charstring's numbers might not fit into 16.16.
const SUM_MAX: i32 = 32_767;

/// What a charstring is made of: `Walk.Shape`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    Plain,
    Divided,
    Flexed,
    Hinted,
    Accented,
}

/// A number that stands in the charstring as it is; none for one that is computed.
type Number = Option<i32>;

/// How far a charstring has come: to its `hsbw`, into a path, to the end of one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Before,
    Begun,
    Open,
    Drawn,
}

struct Walk<'p, 'a> {
    program: &'p Program<'a>,
    stack: Vec<Number>,
    steps: usize,
    sum: i32,
    stage: Stage,
    component: bool,
    shape: Shape,
}

/// What a glyph's charstring is made of, or why it is not drawn.
pub fn shape(program: &Program, glyph: &str) -> Result<Shape, Bar> {
    let mut walk = Walk {
        program,
        stack: Vec::with_capacity(STACK_MAX),
        steps: 0,
        sum: 0,
        stage: Stage::Before,
        component: false,
        shape: Shape::Plain,
    };
    walk.whole(program.glyph(glyph).ok_or(ILL_FORMED)?)?;
    Ok(walk.shape)
}

impl<'p> Walk<'p, '_> {
    fn whole(&mut self, words: &[&str]) -> Result<(), Bar> {
        require(self.run(words, 0)?)
    }

    /// True if the charstring has come to its end, false if a subroutine returns.
    fn run(&mut self, words: &[&str], depth: usize) -> Result<bool, Bar> {
        require(depth <= DEPTH_MAX)?;
        for (index, &word) in words.iter().enumerate() {
            self.steps += 1;
            require(self.steps <= STEPS_MAX)?;
            let last = index == words.len() - 1;
            if let Some(value) = words::number(word) {
                self.push(Some(value))?;
                self.sum += value.abs();
                require(self.sum <= SUM_MAX)?;
                continue;
            }
            match word {
                "callsubr" | "hints" => {
                    if word == "hints" {
                        self.is(Shape::Hinted);
                        require(self.stage > Stage::Before && self.stack.len() == 1)?;
                    }
                    let subr = self.subr()?;
                    if self.run(subr, depth + 1)? {
                        require(last)?;
                        return Ok(true);
                    }
                }
                "return" => {
                    require(depth > 0 && last)?;
                    return Ok(false);
                }
                "endchar" => {
                    self.take(0)?;
                    require(last && self.stage != Stage::Open)?;
                    return Ok(true);
                }
                "seac" => {
                    require(last)?;
                    self.accented()?;
                    return Ok(true);
                }
                _ => self.apply(word)?,
            }
        }
        Err(ILL_FORMED)
    }

    fn push(&mut self, number: Number) -> Result<(), Bar> {
        require(self.stack.len() < STACK_MAX)?;
        self.stack.push(number);
        Ok(())
    }

    fn is(&mut self, shape: Shape) {
        self.shape = self.shape.max(shape);
    }

    /// Clears the stack of just so many numbers.
    fn take(&mut self, numbers: usize) -> Result<(), Bar> {
        require(self.stage > Stage::Before && self.stack.len() == numbers)?;
        self.stack.clear();
        Ok(())
    }

    fn pop_literal(&mut self) -> Result<i32, Bar> {
        self.stack.pop().flatten().ok_or(ILL_FORMED)
    }

    fn subr(&mut self) -> Result<&'p [&'p str], Bar> {
        let index = self.pop_literal()?;
        self.sum -= index.abs();
        let index = usize::try_from(index).or(Err(ILL_FORMED))?;
        let index = index.checked_sub(STANDARD_SUBRS).ok_or(ILL_FORMED)?;
        let subr = self.program.subrs.get(index).ok_or(ILL_FORMED)?;
        Ok(subr)
    }

    fn accented(&mut self) -> Result<(), Bar> {
        require(self.stage == Stage::Begun && !self.component && self.stack.len() == 5)?;
        self.is(Shape::Accented);
        let accent = self.pop_literal()?;
        let base = self.pop_literal()?;
        self.stack.clear();
        self.component = true;
        for code in [base, accent] {
            let code = u8::try_from(code).or(Err(ILL_FORMED))?;
            let name = PredefinedEncoding::Standard.name(code);
            self.stage = Stage::Before;
            let words = self.program.glyph(name).ok_or(ILL_FORMED)?;
            self.whole(words)?;
        }
        Ok(())
    }

    fn apply(&mut self, word: &str) -> Result<(), Bar> {
        match word {
            "hsbw" | "sbw" => {
                let numbers = if word == "sbw" { 4 } else { 2 };
                require(self.stage == Stage::Before && self.stack.len() == numbers)?;
                self.stage = Stage::Begun;
                self.stack.clear();
                Ok(())
            }
            "hstem" | "vstem" => self.take(2),
            "hstem3" | "vstem3" => self.take(6),
            "dotsection" => self.take(0),
            "rmoveto" => self.start(2),
            "hmoveto" | "vmoveto" => self.start(1),
            "rlineto" => self.draw(2),
            "hlineto" | "vlineto" => self.draw(1),
            "rrcurveto" => self.draw(6),
            "vhcurveto" | "hvcurveto" => self.draw(4),
            "closepath" => {
                self.draw(0)?;
                self.stage = Stage::Drawn;
                Ok(())
            }
            "flex" => {
                require(self.stack.iter().all(Option::is_some))?;
                self.draw(FLEX_NUMBERS)?;
                self.is(Shape::Flexed);
                Ok(())
            }
            "div" => {
                let divisor = self.pop_literal()?;
                self.pop_literal()?;
                require(divisor != 0)?;
                self.push(None)?;
                self.is(Shape::Divided);
                Ok(())
            }
            _ => Err(ILL_FORMED),
        }
    }

    fn start(&mut self, numbers: usize) -> Result<(), Bar> {
        self.take(numbers)?;
        require(self.stage != Stage::Open)?;
        self.stage = Stage::Open;
        Ok(())
    }

    fn draw(&mut self, numbers: usize) -> Result<(), Bar> {
        self.take(numbers)?;
        require(self.stage == Stage::Open)
    }
}
