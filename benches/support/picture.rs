//! The ladder as a picture: a bar a rung, as long as an iteration takes, of which the part in colour is what the rung adds.

use std::path::Path;

use plotters::prelude::{
    Color, DrawingArea, DrawingBackend, IntoDrawingArea, IntoFont, RGBColor, Rectangle, SVGBackend, Text, WHITE,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{BLACK, TextStyle};

use crate::Measured;
use crate::rungs::RUNGS;

const WIDTH: u32 = 1200;
const ROW: i32 = 34;
const TOP: i32 = 96;
/// Where bars begin and how long the longest is.
const LEFT: i32 = 500;
const LENGTH: f64 = 500.0;

const GREY: RGBColor = RGBColor(200, 205, 212);
const ADDED: RGBColor = RGBColor(214, 92, 56);
const SAVED: RGBColor = RGBColor(70, 140, 90);

/// Writes the picture.
pub fn draw(file: &Path, measured: &[Measured]) {
    let height = TOP as u32 + ROW as u32 * (RUNGS.len() as u32 + 1);
    let area = SVGBackend::new(file, (WIDTH, height)).into_drawing_area();
    area.fill(&WHITE).expect("a picture can be drawn");
    text(&area, "What interpretation costs", (24, 34), 26, HPos::Left);
    let line = "for i in range(n): s += i   nanoseconds an iteration; grey: the rung it stands on, red: what it adds, green: what it saves";
    text(&area, line, (24, 66), 15, HPos::Left);
    let longest = measured.iter().filter_map(|m| m.ns).fold(0.0, f64::max);
    let native = measured[0].ns.unwrap_or(1.0);
    for (i, (rung, this)) in RUNGS.iter().zip(measured).enumerate() {
        let Some(ns) = this.ns else { continue };
        let y = TOP + ROW * i as i32;
        let below = rung
            .below
            .and_then(|name| RUNGS.iter().position(|rung| rung.name == name));
        let below = below.and_then(|place| measured[place].ns).unwrap_or(0.0);
        let x = |ns: f64| LEFT + (ns / longest * LENGTH).round() as i32;
        text(&area, rung.name, (24, y + 15), 16, HPos::Left);
        text(&area, rung.layer, (215, y + 15), 12, HPos::Left);
        bar(&area, LEFT, x(below.min(ns)), y, GREY);
        let colour = if ns >= below { ADDED } else { SAVED };
        bar(&area, x(below.min(ns)), x(below.max(ns)), y, colour);
        let figure = format!("{ns:.2} ns   {:.0}×", ns / native);
        text(&area, &figure, (x(ns.max(below)) + 10, y + 15), 14, HPos::Left);
    }
    area.present().expect("perf/ladder.svg can be written");
}

fn bar<B: DrawingBackend>(area: &DrawingArea<B, plotters::coord::Shift>, from: i32, to: i32, y: i32, colour: RGBColor) {
    if to > from {
        let corners = [(from, y + 4), (to, y + ROW - 8)];
        let drawn = area.draw(&Rectangle::new(corners, colour.filled()));
        assert!(drawn.is_ok(), "a bar can be drawn");
    }
}

fn text<B: DrawingBackend>(
    area: &DrawingArea<B, plotters::coord::Shift>,
    what: &str,
    at: (i32, i32),
    size: i32,
    h: HPos,
) {
    let style = TextStyle::from(("sans-serif", size).into_font())
        .color(&BLACK)
        .pos(Pos::new(h, VPos::Center));
    assert!(
        area.draw(&Text::new(what.to_string(), at, style)).is_ok(),
        "a text can be drawn"
    );
}
