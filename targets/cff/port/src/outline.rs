//! Turns an outline of lines and cubic curves as drawn into contours that both sides reach.
//!
//! The rules are those of the original's adapter (`CubicOutline.java`): a contour starts where the library starts to draw it;
//! lines at its end that lead to a point on the start are left out; a contour in which nothing is drawn is left out.

use std::fmt::Write as _;

use read_fonts::ps::charstring::CommandSink;
use read_fonts::types::Fixed;
use serde::Serialize;

/// One closed contour: a letter for each operation, M, L or C, and the points of each in turn, in font units.
#[derive(Serialize, Default)]
pub struct Contour {
    kinds: String,
    points: Vec<f64>,
}

/// All contours as one text, in 1/65536 of a unit.
pub fn text(contours: &[Contour]) -> String {
    let mut text = String::new();
    for contour in contours {
        let mut points = contour.points.iter();
        for kind in contour.kinds.chars() {
            text.push(kind);
            for point in points.by_ref().take(if kind == 'C' { 6 } else { 2 }) {
                let _ = write!(text, "{} ", point * 65536.0);
            }
        }
    }
    text
}

/// A sink that collects contours.
#[derive(Default)]
pub struct Normaliser {
    contours: Vec<Contour>,
    contour: Contour,
}

impl Normaliser {
    pub fn into_contours(mut self) -> Vec<Contour> {
        self.end();
        self.contours
    }

    fn add(&mut self, kind: char, numbers: &[Fixed]) {
        self.contour.kinds.push(kind);
        let numbers = numbers.iter().map(|number| number.to_f64());
        self.contour.points.extend(numbers);
    }

    #[allow(clippy::float_cmp)] // the same point, not one nearby
    fn end(&mut self) {
        let mut contour = std::mem::take(&mut self.contour);
        while contour.kinds.len() > 1 && contour.kinds.ends_with('L') {
            let last = contour.points.len() - 2;
            if contour.points[last..] != contour.points[..2] {
                break;
            }
            contour.points.truncate(last);
            contour.kinds.pop();
        }
        if contour.kinds.len() > 1 {
            self.contours.push(contour);
        }
    }
}

impl CommandSink for Normaliser {
    fn move_to(&mut self, x: Fixed, y: Fixed) {
        self.end();
        self.add('M', &[x, y]);
    }

    fn line_to(&mut self, x: Fixed, y: Fixed) {
        self.add('L', &[x, y]);
    }

    fn curve_to(&mut self, cx0: Fixed, cy0: Fixed, cx1: Fixed, cy1: Fixed, x: Fixed, y: Fixed) {
        self.add('C', &[cx0, cy0, cx1, cy1, x, y]);
    }

    fn close(&mut self) {}
}
