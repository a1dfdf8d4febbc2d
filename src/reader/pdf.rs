//! The words of a PDF, line by line as they stand on the page.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Document, Encoding, LoadOptions, Object};

use crate::model::text::{Text, text};

/// The most pages that are read: a CV has fewer.
const MOST_PAGES: usize = 60;
/// The most that one stream may unpack to, in bytes.
const LARGEST_STREAM: usize = 16 * 1024 * 1024;
/// The most text that is kept, in bytes.
const LONGEST_TEXT: usize = 4 * 1024 * 1024;

/// The text of a document.
///
/// # Errors
/// Fails if the document is damaged, encrypted, or made of pictures only.
pub fn words(bytes: &[u8]) -> Result<String, Text> {
    let options = LoadOptions { max_decompressed_size: Some(LARGEST_STREAM), ..LoadOptions::default() };
    let damaged =
        || text("ce PDF est abîmé ; enregistrez-le à nouveau", "this PDF is damaged; save it again");
    let document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => return Err(encrypted()),
        Err(_) => return Err(damaged()),
    };
    if document.is_encrypted() {
        return Err(encrypted());
    }
    let mut out = String::new();
    let pages = document.get_pages();
    for page in pages.values().take(MOST_PAGES) {
        page_words(&document, *page, &mut out);
        out.push('\n');
        if out.len() > LONGEST_TEXT {
            break;
        }
    }
    if out.trim().is_empty() {
        return Err(text(
            "ce PDF n’a pas de texte : sans doute un document numérisé ; passez-le à la reconnaissance de caractères (ocrmypdf)",
            "this PDF has no text: a scan, no doubt; run it through character recognition (ocrmypdf)",
        ));
    }
    Ok(out)
}

fn encrypted() -> Text {
    text(
        "ce PDF est protégé par un mot de passe ; enregistrez-en une copie sans protection",
        "this PDF is protected by a password; save a copy without protection",
    )
}

/// A transformation of the page: `[a b c d e f]` as the format writes it.
type Matrix = [f32; 6];
const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

#[allow(clippy::many_single_char_names, reason = "the format’s own names")]
fn times(first: Matrix, then: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [k, l, m, n, o, p] = then;
    [a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p]
}

/// Where the pen is while a page is drawn.
struct Pen<'a> {
    page: Matrix,
    saved: Vec<Matrix>,
    line: Matrix,
    text: Matrix,
    leading: f32,
    size: f32,
    font: Option<&'a Font<'a>>,
    /// Where the last word ended.
    x: f32,
    y: f32,
}

/// A font: how its bytes are read, and how wide its glyphs are.
struct Font<'a> {
    encoding: Option<Encoding<'a>>,
    widths: BTreeMap<u32, f32>,
    default_width: f32,
    two_bytes: bool,
}

fn page_words(document: &Document, page: lopdf::ObjectId, out: &mut String) {
    let fonts: BTreeMap<Vec<u8>, Font<'_>> = document
        .get_page_fonts(page)
        .unwrap_or_default()
        .into_iter()
        .map(|(name, font)| (name, font_of(document, font)))
        .collect();
    let Ok(content) = document.get_page_content_with_limit(page, LARGEST_STREAM) else { return };
    let Ok(content) = Content::decode(&content) else { return };
    let mut pen = Pen {
        page: IDENTITY,
        saved: Vec::new(),
        line: IDENTITY,
        text: IDENTITY,
        leading: 0.0,
        size: 1.0,
        font: None,
        x: f32::MAX,
        y: f32::MAX,
    };
    for operation in &content.operations {
        draw(&mut pen, &fonts, &operation.operator, &operation.operands, out);
        if out.len() > LONGEST_TEXT {
            return;
        }
    }
}

fn font_of<'a>(document: &'a Document, font: &'a lopdf::Dictionary) -> Font<'a> {
    let encoding = font.get_font_encoding_with_limit(document, LARGEST_STREAM).ok();
    let resolved = |object: &'a Object| document.dereference(object).map(|(_, object)| object).ok();
    let key = |dictionary: &'a lopdf::Dictionary, name: &[u8]| dictionary.get(name).ok().and_then(resolved);
    let descendant = key(font, b"DescendantFonts")
        .and_then(|list| list.as_array().ok())
        .and_then(|list| list.first())
        .and_then(resolved)
        .and_then(|font| font.as_dict().ok());
    let mut widths = BTreeMap::new();
    if let Some(descendant) = descendant {
        let list = key(descendant, b"W")
            .and_then(|list| list.as_array().ok())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut rest = list;
        while let [first, second, tail @ ..] = rest {
            let Some(from) = number(first) else { break };
            if let Some(each) = resolved(second).and_then(|list| list.as_array().ok()) {
                for (code, width) in (code_of(from)..).zip(each) {
                    widths.extend(number(width).map(|width| (code, width)));
                }
                rest = tail;
            } else if let ([width, tail @ ..], Some(to)) = (tail, number(second)) {
                let width = number(width).unwrap_or_default();
                // A damaged file may name any span.
                widths.extend((code_of(from)..=code_of(to)).map(|code| (code, width)));
                rest = tail;
            } else {
                break;
            }
        }
        let default_width = key(descendant, b"DW").and_then(number).unwrap_or(1000.0);
        return Font { encoding, widths, default_width, two_bytes: true };
    }
    let first = key(font, b"FirstChar").and_then(number).unwrap_or_default();
    let list =
        key(font, b"Widths").and_then(|list| list.as_array().ok()).map(Vec::as_slice).unwrap_or_default();
    widths.extend((code_of(first)..).zip(list).filter_map(|(code, width)| Some((code, number(width)?))));
    Font { encoding, widths, default_width: 500.0, two_bytes: false }
}

/// A code of a glyph; a damaged file may name any number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to two bytes before")]
fn code_of(number: f32) -> u32 {
    number.clamp(0.0, 65_535.0) as u32
}

fn number(object: &Object) -> Option<f32> {
    match object {
        #[allow(clippy::cast_precision_loss, reason = "places on a page are small")]
        Object::Integer(number) => Some(*number as f32),
        Object::Real(number) => Some(*number),
        _ => None,
    }
    .filter(|number| number.is_finite())
}

fn draw<'a>(
    pen: &mut Pen<'a>,
    fonts: &'a BTreeMap<Vec<u8>, Font<'a>>,
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
            pen.font = operands.first().and_then(|name| name.as_name().ok()).and_then(|name| fonts.get(name));
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
    separate(pen, x, y, height, out);
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
    pen.x = x + advance * scale;
    pen.y = y;
    pen.text = times([1.0, 0.0, 0.0, 1.0, advance, 0.0], pen.text);
}

fn separate(pen: &Pen<'_>, x: f32, y: f32, height: f32, out: &mut String) {
    if out.is_empty() || out.ends_with('\n') && (pen.y - y).abs() < height * 1.9 {
        return;
    }
    let fall = (pen.y - y).abs();
    if fall > height * 1.9 {
        out.push_str("\n\n");
    } else if fall > height * 0.5 {
        out.push('\n');
    } else if x - pen.x > height * 2.0 || x - pen.x < -height * 2.0 {
        out.push_str("    ");
    } else if x - pen.x > height * 0.15 && !out.ends_with(' ') {
        out.push(' ');
    }
}

fn width(font: &Font<'_>, bytes: &[u8]) -> f32 {
    let of = |code: u32| font.widths.get(&code).copied().unwrap_or(font.default_width);
    if font.two_bytes {
        bytes.chunks(2).map(|pair| of(pair.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))).sum()
    } else {
        bytes.iter().map(|byte| of(u32::from(*byte))).sum()
    }
}
