//! A font of a PDF: how its bytes are read, and how wide its glyphs are.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Encoding, Object};

/// The most that says which character each code of a font is, in bytes.
const LARGEST_ENCODING: usize = 1024 * 1024;
/// The most codes of a font: they have two bytes.
const MOST_CODES: usize = 65_536;

/// A font: how its bytes are read, and how wide its glyphs are.
pub struct Font<'a> {
    pub encoding: Option<Encoding<'a>>,
    widths: BTreeMap<u32, f32>,
    default_width: f32,
    two_bytes: bool,
}

/// The font that a dictionary describes; what is damaged in it is left out.
pub fn font_of<'a>(document: &'a Document, font: &'a Dictionary) -> Font<'a> {
    let encoding = font.get_font_encoding_with_limit(document, LARGEST_ENCODING).ok();
    let figure = |of: &Dictionary, key: &[u8]| of.get_deref(key, document).ok().and_then(number);
    let list = |of: &'a Dictionary, key: &[u8]| {
        of.get_deref(key, document).and_then(Object::as_array).map(Vec::as_slice).unwrap_or_default()
    };
    let array = |object: &'a Object| document.dereference(object).and_then(|(_, object)| object.as_array());
    let descendant = list(font, b"DescendantFonts").first().and_then(|font| document.dereference(font).ok());
    let mut widths = BTreeMap::new();
    if let Some(descendant) = descendant.and_then(|(_, font)| font.as_dict().ok()) {
        let mut rest = list(descendant, b"W");
        // A damaged file may name any span, any number of times.
        let mut left = MOST_CODES;
        while let [first, second, tail @ ..] = rest
            && left > 0
        {
            let Some(from) = number(first) else { break };
            if let Ok(each) = array(second) {
                for (code, width) in (code_of(from)..).zip(each).take(left) {
                    widths.extend(number(width).map(|width| (code, width)));
                }
                left = left.saturating_sub(each.len().max(1));
                rest = tail;
            } else if let ([width, tail @ ..], Some(to)) = (tail, number(second)) {
                let width = number(width).unwrap_or_default();
                let codes = code_of(from)..=code_of(to);
                left = left.saturating_sub(codes.clone().count().max(1));
                widths.extend(codes.map(|code| (code, width)));
                rest = tail;
            } else {
                break;
            }
        }
        let default_width = figure(descendant, b"DW").unwrap_or(1000.0);
        return Font { encoding, widths, default_width, two_bytes: true };
    }
    let first = figure(font, b"FirstChar").unwrap_or_default();
    let codes = (code_of(first)..).zip(list(font, b"Widths")).take(MOST_CODES);
    widths.extend(codes.filter_map(|(code, width)| Some((code, number(width)?))));
    Font { encoding, widths, default_width: 500.0, two_bytes: false }
}

/// A code of a glyph; a damaged file may name any number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to two bytes before")]
fn code_of(number: f32) -> u32 {
    number.clamp(0.0, 65_535.0) as u32
}

/// A number, if the object is one that can be reckoned with.
pub fn number(object: &Object) -> Option<f32> {
    object.as_float().ok().filter(|number| number.is_finite())
}

/// How wide bytes are written, in thousandths of the size.
pub fn width(font: &Font<'_>, bytes: &[u8]) -> f32 {
    let of = |code: u32| font.widths.get(&code).copied().unwrap_or(font.default_width);
    if font.two_bytes {
        bytes.chunks(2).map(|pair| of(pair.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))).sum()
    } else {
        bytes.iter().map(|byte| of(u32::from(*byte))).sum()
    }
}
