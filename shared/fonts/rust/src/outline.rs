//! Turns an outline as drawn back into the points of its contours: the one form that both sides reach exactly.
//!
//! The rules are those of the original's adapters (`OutlineNormaliser.java`):
//!
//! 1. Coordinates are rounded to whole numbers, halves upwards: of font units, or of the parts of them that are counted in.
//! 2. A contour starts where the library starts to draw it. One that is not closed counts as closed, since filling closes it.
//! 3. Points at its end that lie on the start are left out.
//! 4. Of quadratic curves, a point on the curve within half a unit of the middle between two neighbours off the curve is left
//!    out.
//! 5. A contour of a single point is left out.
//!
//! Libraries that start to draw in different places are compared [from anywhere](Normaliser::from_anywhere).
//!
//! A library draws on a type of the port's own, which [`pen!`](crate::pen) makes:
//!
//! ```ignore
//! lockstep_fonts::pen!(Pen: skrifa::outline::OutlinePen);
//!
//! let mut pen = Pen(Normaliser::cubic(64));
//! glyph.draw(settings, &mut pen)?;
//! let contours = pen.0.into_contours().or_reject("quadratic")?;
//! ```

use serde::Serialize;

/// One closed contour as its points, in font units or the parts of them that are counted in, y up.
#[derive(Serialize)]
pub struct Contour {
    x: Vec<i32>,
    y: Vec<i32>,
    on: Vec<bool>,
}

/// All contours as one text, `0,0 ~10,20 30,0; 5,5 …`, where `~` marks a point off the curve.
#[must_use]
pub fn text(contours: &[Contour]) -> String {
    let contour = |contour: &Contour| {
        let points = contour.x.iter().zip(&contour.y).zip(&contour.on);
        points
            .map(|((x, y), on)| format!("{}{x},{y}", if *on { "" } else { "~" }))
            .collect::<Vec<_>>()
            .join(" ")
    };
    contours.iter().map(contour).collect::<Vec<_>>().join("; ")
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Drawn {
    x: i32,
    y: i32,
    on: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Curves {
    Quadratic,
    Cubic,
}

/// Collects contours, segment by segment.
pub struct Normaliser {
    contours: Vec<Contour>,
    points: Vec<Drawn>,
    curves: Curves,
    grain: f64,
    anywhere: bool,
    foreign: bool,
}

impl Normaliser {
    /// For the quadratic curves of TrueType, in whole font units.
    #[must_use]
    #[allow(clippy::doc_markdown)] // the name of the format
    pub fn quadratic() -> Self {
        Self::new(Curves::Quadratic, 1)
    }

    /// For the cubic curves of PostScript. `grain` is how many parts of a font unit are counted: 1 for whole units.
    #[must_use]
    #[allow(clippy::doc_markdown)] // the name of the language
    pub fn cubic(grain: u16) -> Self {
        Self::new(Curves::Cubic, grain)
    }

    fn new(curves: Curves, grain: u16) -> Self {
        Self {
            contours: Vec::new(),
            points: Vec::new(),
            curves,
            grain: f64::from(grain),
            anywhere: false,
            foreign: false,
        }
    }

    /// The same without the second rule and the third: wherever a library starts, points on the curve that repeat the one
    /// before are left out, and a contour starts where it reads smallest, by x, then y, then off before on.
    #[must_use]
    pub fn from_anywhere(self) -> Self {
        Self {
            anywhere: true,
            ..self
        }
    }

    /// What was drawn; `None` if that takes curves of the other kind, which the observation has no words for.
    #[must_use]
    pub fn into_contours(mut self) -> Option<Vec<Contour>> {
        self.close();
        (!self.foreign).then_some(self.contours)
    }

    /// Starts a contour.
    pub fn move_to(&mut self, x: f32, y: f32) {
        self.close();
        self.add(x, y, true);
    }

    /// A line to a point.
    pub fn line_to(&mut self, x: f32, y: f32) {
        self.add(x, y, true);
    }

    /// A curve with one control point.
    pub fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.foreign |= self.curves != Curves::Quadratic;
        self.add(cx, cy, false);
        self.add(x, y, true);
    }

    /// A curve with two control points.
    #[allow(clippy::similar_names)] // as every pen has them
    pub fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.foreign |= self.curves != Curves::Cubic;
        self.add(cx0, cy0, false);
        self.add(cx1, cy1, false);
        self.add(x, y, true);
    }

    /// Ends a contour.
    pub fn close(&mut self) {
        while let [start, .., last] = self.points[..] {
            if last.on && last.x == start.x && last.y == start.y {
                self.points.pop();
            } else {
                break;
            }
        }
        if self.anywhere {
            self.keep(|pen, index| !pen.repeats(index));
        }
        if self.curves == Curves::Quadratic {
            self.keep(|pen, index| !pen.is_implied(index));
        }
        if self.points.len() > 1 {
            if self.anywhere {
                let start = smallest_start(&self.points);
                self.points.rotate_left(start);
            }
            self.contours.push(Contour {
                x: self.points.iter().map(|point| point.x).collect(),
                y: self.points.iter().map(|point| point.y).collect(),
                on: self.points.iter().map(|point| point.on).collect(),
            });
        }
        self.points.clear();
    }

    /// Leaves out the points of which `kept` does not hold.
    fn keep(&mut self, kept: impl Fn(&Self, usize) -> bool) {
        let keeps: Vec<bool> = (0..self.points.len())
            .map(|index| kept(self, index))
            .collect();
        let mut keeps = keeps.into_iter();
        self.points.retain(|_| keeps.next() == Some(true));
    }

    fn repeats(&self, index: usize) -> bool {
        let count = self.points.len();
        let [before, point] = [(index + count - 1) % count, index].map(|at| self.points[at]);
        point.on && point == before
    }

    fn add(&mut self, x: f32, y: f32, on: bool) {
        let (x, y) = (self.whole(x), self.whole(y));
        self.points.push(Drawn { x, y, on });
    }

    #[allow(clippy::cast_possible_truncation)] // to the nearest that there is, as on the other side
    fn whole(&self, coordinate: f32) -> i32 {
        (f64::from(coordinate) * self.grain + 0.5).floor() as i32
    }

    fn is_implied(&self, index: usize) -> bool {
        let count = self.points.len();
        let before = self.points[(index + count - 1) % count];
        let after = self.points[(index + 1) % count];
        let point = self.points[index];
        let is_middle = |before: i32, point: i32, after: i32| {
            (2 * i64::from(point) - i64::from(before) - i64::from(after)).abs() <= 1
        };
        point.on
            && !before.on
            && !after.on
            && is_middle(before.x, point.x, after.x)
            && is_middle(before.y, point.y, after.y)
    }
}

/// Where a contour reads smallest.
fn smallest_start(points: &[Drawn]) -> usize {
    let from = |start: usize| points[start..].iter().chain(&points[..start]);
    let mut smallest = 0;
    for start in 1..points.len() {
        if from(start).lt(from(smallest)) {
            smallest = start;
        }
    }
    smallest
}

/// Makes a type around a [`Normaliser`](crate::outline::Normaliser) that a library can draw on: `pen!(Pen: path::to::Trait)`,
/// where the trait asks for `move_to`, `line_to`, `quad_to`, `curve_to` and `close`, as most do.
#[macro_export]
macro_rules! pen {
    ($pen:ident: $trait:path) => {
        struct $pen($crate::outline::Normaliser);

        impl $trait for $pen {
            fn move_to(&mut self, x: f32, y: f32) {
                self.0.move_to(x, y);
            }

            fn line_to(&mut self, x: f32, y: f32) {
                self.0.line_to(x, y);
            }

            fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
                self.0.quad_to(cx, cy, x, y);
            }

            #[allow(clippy::similar_names)]
            fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
                self.0.curve_to(cx0, cy0, cx1, cy1, x, y);
            }

            fn close(&mut self) {
                self.0.close();
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(mut pen: Normaliser, draw: impl FnOnce(&mut Normaliser)) -> String {
        draw(&mut pen);
        text(&pen.into_contours().expect("no curves of the other kind"))
    }

    #[test]
    fn a_line_back_to_the_start_is_left_out() {
        let contour = drawn(Normaliser::quadratic(), |pen| {
            pen.move_to(0.0, 0.0);
            pen.line_to(10.0, 20.0);
            pen.line_to(20.0, 0.0);
            pen.line_to(0.0, 0.0);
            pen.close();
        });
        assert_eq!(contour, "0,0 10,20 20,0");
    }

    #[test]
    fn a_point_halfway_between_control_points_is_left_out() {
        let contour = drawn(Normaliser::quadratic(), |pen| {
            pen.move_to(0.0, 0.0);
            pen.quad_to(0.0, 11.0, 5.5, 11.0);
            pen.quad_to(11.0, 11.0, 11.0, 0.0);
            pen.close();
        });
        assert_eq!(contour, "0,0 ~0,11 ~11,11 11,0");
    }

    #[test]
    fn a_point_one_unit_off_the_middle_stays() {
        let contour = drawn(Normaliser::quadratic(), |pen| {
            pen.move_to(0.0, 0.0);
            pen.quad_to(0.0, 10.0, 6.0, 10.0);
            pen.quad_to(10.0, 10.0, 10.0, 0.0);
            pen.close();
        });
        assert_eq!(contour, "0,0 ~0,10 6,10 ~10,10 10,0");
    }

    #[test]
    fn a_contour_of_one_point_is_left_out() {
        let contour = drawn(Normaliser::quadratic(), |pen| {
            pen.move_to(7.0, 7.0);
            pen.quad_to(7.0, 7.0, 7.0, 7.0);
            pen.close();
        });
        assert_eq!(contour, "");
    }

    #[test]
    fn cubic_curves_keep_the_point_between_them() {
        let contour = drawn(Normaliser::cubic(1), |pen| {
            pen.move_to(0.0, 0.0);
            pen.curve_to(0.0, 5.0, 5.0, 10.0, 10.0, 10.0);
            pen.curve_to(15.0, 10.0, 20.0, 5.0, 20.0, 0.0);
            pen.close();
        });
        assert_eq!(contour, "0,0 ~0,5 ~5,10 10,10 ~15,10 ~20,5 20,0");
    }

    #[test]
    fn parts_of_a_unit_are_rounded_upwards_at_the_half() {
        let contour = drawn(Normaliser::cubic(2), |pen| {
            pen.move_to(0.25, -0.25);
            pen.line_to(1.2, -1.3);
            pen.close();
        });
        assert_eq!(contour, "1,0 2,-3");
    }

    #[test]
    fn a_contour_that_is_not_closed_counts_as_closed() {
        let contour = drawn(Normaliser::quadratic(), |pen| {
            pen.move_to(0.0, 0.0);
            pen.line_to(1.0, 0.0);
            pen.move_to(5.0, 5.0);
            pen.line_to(6.0, 5.0);
        });
        assert_eq!(contour, "0,0 1,0; 5,5 6,5");
    }

    #[test]
    fn from_anywhere_the_start_and_repeated_points_do_not_count() {
        let contour = drawn(Normaliser::quadratic().from_anywhere(), |pen| {
            pen.move_to(10.0, 20.0);
            pen.line_to(20.0, 0.0);
            pen.line_to(20.0, 0.0);
            pen.quad_to(5.0, 5.0, 0.0, 0.0);
            pen.line_to(10.0, 20.0);
            pen.close();
        });
        assert_eq!(contour, "0,0 10,20 20,0 ~5,5");
    }

    #[test]
    fn a_curve_of_the_other_kind_has_no_words() {
        let mut pen = Normaliser::quadratic();
        pen.move_to(0.0, 0.0);
        pen.curve_to(0.0, 5.0, 5.0, 10.0, 10.0, 10.0);
        assert!(pen.into_contours().is_none());
    }
}
