//! The pen that draws a page: where it is, and what it writes there as lines of text.

use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::{Document, Object};

use super::font::{Font, number, width};

/// A transformation of the page: `[a b c d e f]` as the format writes it.
pub type Matrix = [f32; 6];
/// The transformation that changes nothing.
pub const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

#[allow(clippy::many_single_char_names, reason = "the format’s own names")]
/// One transformation, then another.
pub fn times(first: Matrix, then: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [k, l, m, n, o, p] = then;
    [a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p]
}

/// Where the pen is while a page is drawn.
pub struct Pen<'a> {
    pub page: Matrix,
    saved: Vec<Matrix>,
    line: Matrix,
    text: Matrix,
    leading: f32,
    size: f32,
    font: Option<&'a Font<'a>>,
    pub end: End,
}

impl Pen<'_> {
    /// A pen at the beginning of a page or a form.
    pub fn new(page: Matrix, end: End) -> Self {
        let saved = Vec::new();
        Self { page, saved, line: IDENTITY, text: IDENTITY, leading: 0.0, size: 1.0, font: None, end }
    }
}

/// Where on the page the last word ended.
#[derive(Clone, Copy)]
pub struct End {
    pub x: f32,
    pub y: f32,
}

/// Fonts by the names that a page or a form has for them.
pub type Fonts<'a> = BTreeMap<&'a [u8], Rc<Font<'a>>>;

/// Does what an operation says.
pub fn draw<'a>(
    pen: &mut Pen<'a>,
    fonts: &'a Fonts<'a>,
    operator: &str,
    operands: &[Object],
    out: &mut String,
) {
    let figures = || operands.iter().filter_map(number).collect::<Vec<f32>>();
    match operator {
        "q" if pen.saved.len() < 256 => pen.saved.push(pen.page),
        "Q" => pen.page = pen.saved.pop().unwrap_or(pen.page),
        "cm" => {
            if let Ok(matrix) = Matrix::try_from(figures()) {
                pen.page = times(matrix, pen.page);
            }
        }
        "BT" => (pen.line, pen.text) = (IDENTITY, IDENTITY),
        "Tm" => {
            if let Ok(matrix) = Matrix::try_from(figures()) {
                (pen.line, pen.text) = (matrix, matrix);
            }
        }
        "Td" | "TD" => {
            if let [x, y] = figures()[..] {
                if operator == "TD" {
                    pen.leading = -y;
                }
                pen.line = times([1.0, 0.0, 0.0, 1.0, x, y], pen.line);
                pen.text = pen.line;
            }
        }
        "TL" => pen.leading = figures().first().copied().unwrap_or_default(),
        "T*" => next_line(pen),
        "Tf" => {
            let name = operands.first().and_then(|name| name.as_name().ok());
            pen.font = name.and_then(|name| fonts.get(name)).map(Rc::as_ref);
            pen.size = figures().first().copied().unwrap_or(1.0);
        }
        "Tj" => show(pen, operands, out),
        "TJ" => {
            if let Some(Object::Array(pieces)) = operands.first() {
                show(pen, pieces, out);
            }
        }
        "'" | "\"" => {
            next_line(pen);
            show(pen, operands.get(operands.len().saturating_sub(1)..).unwrap_or_default(), out);
        }
        _ => {}
    }
}

fn next_line(pen: &mut Pen<'_>) {
    pen.line = times([1.0, 0.0, 0.0, 1.0, 0.0, -pen.leading], pen.line);
    pen.text = pen.line;
}

/// Writes pieces of a line; a new line, a gap between words or a column are told by where the pen is.
fn show(pen: &mut Pen<'_>, pieces: &[Object], out: &mut String) {
    let Some(font) = pen.font else { return };
    let place = times(pen.text, pen.page);
    let scale = (place[0].abs() + place[1].abs()).max(0.001);
    let height = (pen.size * (place[3].abs() + place[2].abs()).max(0.001)).abs().max(1.0);
    let (x, y) = (place[4], place[5]);
    let mut advance = 0.0;
    separate(pen.end, x, y, height, out);
    for piece in pieces {
        match piece {
            Object::String(bytes, _) => {
                let before = out.len();
                if let Some(encoding) = &font.encoding {
                    out.push_str(&Document::decode_text(encoding, bytes).unwrap_or_default());
                }
                // What a damaged font makes of its glyphs is no text.
                let cleaned: String =
                    out[before..].chars().filter(|char| !char.is_control() || *char == '\n').collect();
                out.truncate(before);
                out.push_str(&cleaned);
                advance += width(font, bytes) * pen.size / 1000.0;
            }
            other => {
                let Some(kern) = number(other) else { continue };
                advance -= kern * pen.size / 1000.0;
                // Wider than a quarter of the height is the gap between two words.
                if kern < -250.0 && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
            }
        }
    }
    pen.end = End { x: x + advance * scale, y };
    pen.text = times([1.0, 0.0, 0.0, 1.0, advance, 0.0], pen.text);
}

fn separate(end: End, x: f32, y: f32, height: f32, out: &mut String) {
    if out.is_empty() || out.ends_with('\n') && (end.y - y).abs() < height * 1.9 {
        return;
    }
    let fall = (end.y - y).abs();
    if fall > height * 1.9 {
        out.push_str("\n\n");
    } else if fall > height * 0.5 {
        out.push('\n');
    } else if x - end.x > height * 2.0 || x - end.x < -height * 2.0 {
        out.push_str("    ");
    } else if x - end.x > height * 0.15 && !out.ends_with(' ') {
        out.push(' ');
    }
}
