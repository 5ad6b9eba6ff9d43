//! Joins the outlines that the targets of fonts share with what read-fonts draws on.

use lockstep_fonts::outline::Normaliser;
use read_fonts::ps::charstring::CommandSink;
use read_fonts::types::Fixed;

/// How many parts of a font unit are counted, as on the original's side.
const GRAIN: u16 = 16;

pub struct Pen(pub Normaliser);

impl Pen {
    pub fn new() -> Self {
        Self(Normaliser::cubic(GRAIN))
    }
}

impl CommandSink for Pen {
    fn move_to(&mut self, x: Fixed, y: Fixed) {
        self.0.move_to(x.to_f32(), y.to_f32());
    }

    fn line_to(&mut self, x: Fixed, y: Fixed) {
        self.0.line_to(x.to_f32(), y.to_f32());
    }

    #[allow(clippy::similar_names)]
    fn curve_to(&mut self, cx0: Fixed, cy0: Fixed, cx1: Fixed, cy1: Fixed, x: Fixed, y: Fixed) {
        let [cx0, cy0, cx1, cy1, x, y] = [cx0, cy0, cx1, cy1, x, y].map(Fixed::to_f32);
        self.0.curve_to(cx0, cy0, cx1, cy1, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
