//! Turns an outline as drawn back into the points of its contours: the one form that both sides reach exactly.
//!
//! The rules are those of the original's adapter (`OutlineNormaliser.java`): a contour starts where the library starts to
//! draw it; points at its end that lie on the start are left out; a point on the curve within half a font unit of the
//! middle between two neighbours off the curve is left out; and so is a contour of a single point.

use serde::Serialize;
use skrifa::outline::OutlinePen;

/// One closed contour as its points, in font units, y up.
#[derive(Serialize)]
pub struct Contour {
    x: Vec<i32>,
    y: Vec<i32>,
    on: Vec<bool>,
}

/// All contours as one text, `0,0 ~10,20 30,0; 5,5 …`, where `~` marks a point off the curve.
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

#[derive(Clone, Copy)]
struct Drawn {
    x: f32,
    y: f32,
    on: bool,
}

/// A pen that collects contours.
#[derive(Default)]
pub struct Normaliser {
    contours: Vec<Contour>,
    points: Vec<Drawn>,
    cubic: bool,
}

impl Normaliser {
    /// What was drawn; `None` if that takes cubic curves, which the observation has no words for.
    pub fn into_contours(self) -> Option<Vec<Contour>> {
        (!self.cubic).then_some(self.contours)
    }

    fn is_implied(&self, index: usize) -> bool {
        let count = self.points.len();
        let before = self.points[(index + count - 1) % count];
        let after = self.points[(index + 1) % count];
        let point = self.points[index];
        point.on
            && !before.on
            && !after.on
            && (2.0 * point.x - before.x - after.x).abs() <= 1.0
            && (2.0 * point.y - before.y - after.y).abs() <= 1.0
    }
}

impl OutlinePen for Normaliser {
    fn move_to(&mut self, x: f32, y: f32) {
        self.points.push(Drawn { x, y, on: true });
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.points.push(Drawn { x, y, on: true });
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.points.push(Drawn {
            x: cx0,
            y: cy0,
            on: false,
        });
        self.points.push(Drawn { x, y, on: true });
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.cubic = true;
    }

    #[allow(clippy::float_cmp)] // the same point, not one nearby
    #[allow(clippy::cast_possible_truncation)] // what is left has whole coordinates
    fn close(&mut self) {
        while let [start, .., last] = self.points[..] {
            if last.on && last.x == start.x && last.y == start.y {
                self.points.pop();
            } else {
                break;
            }
        }
        let kept = || (0..self.points.len()).filter(|&index| !self.is_implied(index));
        if kept().nth(1).is_some() {
            self.contours.push(Contour {
                x: kept().map(|index| self.points[index].x as i32).collect(),
                y: kept().map(|index| self.points[index].y as i32).collect(),
                on: kept().map(|index| self.points[index].on).collect(),
            });
        }
        self.points.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(draw: impl FnOnce(&mut Normaliser)) -> String {
        let mut pen = Normaliser::default();
        draw(&mut pen);
        pen.close();
        text(&pen.into_contours().expect("no cubic curves"))
    }

    #[test]
    fn a_line_back_to_the_start_is_left_out() {
        let contour = drawn(|pen| {
            pen.move_to(0.0, 0.0);
            pen.line_to(10.0, 20.0);
            pen.line_to(20.0, 0.0);
            pen.line_to(0.0, 0.0);
        });
        assert_eq!(contour, "0,0 10,20 20,0");
    }

    #[test]
    fn a_point_halfway_between_control_points_is_left_out() {
        let contour = drawn(|pen| {
            pen.move_to(0.0, 0.0);
            pen.quad_to(0.0, 11.0, 5.5, 11.0);
            pen.quad_to(11.0, 11.0, 11.0, 0.0);
        });
        assert_eq!(contour, "0,0 ~0,11 ~11,11 11,0");
    }

    #[test]
    fn a_point_one_unit_off_the_middle_stays() {
        let contour = drawn(|pen| {
            pen.move_to(0.0, 0.0);
            pen.quad_to(0.0, 10.0, 6.0, 10.0);
            pen.quad_to(10.0, 10.0, 10.0, 0.0);
        });
        assert_eq!(contour, "0,0 ~0,10 6,10 ~10,10 10,0");
    }

    #[test]
    fn a_contour_of_one_point_is_left_out() {
        let contour = drawn(|pen| {
            pen.move_to(7.0, 7.0);
            pen.quad_to(7.0, 7.0, 7.0, 7.0);
        });
        assert_eq!(contour, "");
    }
}
