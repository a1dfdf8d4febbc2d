//! The words of a PDF, line by line as they stand on the page.

mod font;
mod pen;

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, LoadOptions, Object, Stream};

use self::font::{Font, font_of, number};
use self::pen::{End, Fonts, IDENTITY, Matrix, Pen, draw, times};
use super::LONGEST_TEXT;
use crate::model::text::{Text, text};

/// The most pages that are read: a CV has fewer.
const MOST_PAGES: usize = 60;
/// The most that one stream may unpack to, in bytes.
const LARGEST_STREAM: usize = 16 * 1024 * 1024;
/// The most that one stream of objects may unpack to, in bytes: each byte may become a hundred of memory.
const LARGEST_OBJECTS: usize = 2 * 1024 * 1024;
/// The most that stands outside of streams, in bytes: each byte may become three hundred of memory.
const LARGEST_OUTSIDE: usize = 1536 * 1024;
/// The most of a page or a form that is drawn, in bytes; what stands behind is not read. One operation may take all of it,
/// and then two hundred times as much memory.
const LARGEST_CONTENT: usize = 2 * 1024 * 1024;
/// The most fonts that are read: a design has a dozen.
const MOST_FONTS: usize = 256;
/// The most that is drawn, in bytes of unpacked content: a dense page has a hundred thousand. Forms that place each other
/// again and again end here.
const MOST_CONTENT: usize = 8 * 1024 * 1024;
/// A table of places that names one more often than this is no table of objects.
const MOST_TIMES: usize = 8;
/// What placing a form counts for at least, in bytes of content.
const SMALLEST_FORM: usize = 4096;
/// Forms within forms deeper than this are no design of a CV.
const DEEPEST_FORM: usize = 4;

/// The text of a document.
///
/// # Errors
/// Fails if the document is damaged, encrypted, made of pictures only, or of far more parts than a CV has.
pub fn words(bytes: &[u8]) -> Result<String, Text> {
    if outside_streams(bytes) > LARGEST_OUTSIDE || names_a_place_again_and_again(bytes) {
        return Err(text(
            "ce PDF a bien plus d’éléments qu’un CV ; copiez son texte dans un fichier .txt",
            "this PDF has far more parts than a CV; copy its text to a .txt file",
        ));
    }
    let options = LoadOptions { max_decompressed_size: Some(LARGEST_OBJECTS), ..LoadOptions::default() };
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
    let mut drawing = Drawing { document: &document, out: String::new(), drawn: 0, fonts: BTreeMap::new() };
    for page in document.page_iter().take(MOST_PAGES) {
        drawing.page(page);
        drawing.out.push('\n');
        if drawing.is_long_enough() {
            break;
        }
    }
    let out = drawing.out;
    if out.trim().is_empty() {
        return Err(text(
            "ce PDF n’a pas de texte : sans doute un document numérisé ; passez-le à la reconnaissance de caractères (ocrmypdf)",
            "this PDF has no text: a scan, no doubt; run it through character recognition (ocrmypdf)",
        ));
    }
    Ok(out)
}

/// How many bytes stand outside of streams.
fn outside_streams(bytes: &[u8]) -> usize {
    const END: &[u8] = b"endstream";
    let find = |bytes: &[u8], word: &[u8]| bytes.windows(word.len()).position(|window| window == word);
    let (mut rest, mut outside) = (bytes, 0);
    while let Some(start) = find(rest, b"stream") {
        let Some(length) = find(&rest[start..], END) else { break };
        outside += start;
        rest = &rest[start + length + END.len()..];
    }
    outside + rest.len()
}

/// Whether a table of places names one of them so often that its object would be built again and again.
fn names_a_place_again_and_again(bytes: &[u8]) -> bool {
    let mut times: HashMap<&[u8], usize> = HashMap::new();
    let mut words = bytes.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let (mut place, mut before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    words.any(|word| {
        // A line of the table: `0000000017 00000 n`.
        let is_line = word == b"n" && place.len() == 10 && before.len() == 5;
        let most = is_line.then(|| times.entry(place).and_modify(|times| *times += 1).or_insert(1));
        let is_too_often = most.is_some_and(|times| *times > MOST_TIMES);
        (place, before) = (before, word);
        is_too_often
    })
}

fn encrypted() -> Text {
    text(
        "ce PDF est protégé par un mot de passe ; enregistrez-en une copie sans protection",
        "this PDF is protected by a password; save a copy without protection",
    )
}

/// What a page or a form draws with: fonts, and the forms that it places.
struct Resources<'a> {
    fonts: Fonts<'a>,
    forms: BTreeMap<&'a [u8], &'a Stream>,
}

fn is_form(dictionary: &Dictionary) -> bool {
    dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form")
}

/// The objects that a dictionary of resources holds under `kind`, by name.
fn entries<'a>(
    document: &'a Document,
    resources: &'a Dictionary,
    kind: &[u8],
) -> impl Iterator<Item = (&'a [u8], &'a Object)> {
    let below = resources.get_deref(kind, document).and_then(Object::as_dict);
    let entries = below.into_iter().flat_map(Dictionary::iter);
    entries.filter_map(|(name, object)| Some((name.as_slice(), document.dereference(object).ok()?.1)))
}

/// What a document draws, as text.
struct Drawing<'a> {
    document: &'a Document,
    out: String,
    /// How many bytes of content were drawn.
    drawn: usize,
    /// The fonts that were read, by where the document holds them.
    fonts: BTreeMap<*const Dictionary, Rc<Font<'a>>>,
}

impl<'a> Drawing<'a> {
    fn is_long_enough(&self) -> bool {
        self.out.len() > LONGEST_TEXT || self.drawn > MOST_CONTENT
    }

    fn page(&mut self, page: lopdf::ObjectId) {
        let (own, shared) = self.document.get_page_resources(page).unwrap_or_default();
        let shared = shared.into_iter().filter_map(|id| self.document.get_dictionary(id).ok());
        let dictionaries: Vec<&Dictionary> = own.into_iter().chain(shared).collect();
        let resources = self.resources(&dictionaries);
        if let Ok(content) = self.document.get_page_content_with_limit(page, LARGEST_STREAM) {
            self.content(&content, &resources, Pen::new(IDENTITY, End { x: f32::MAX, y: f32::MAX }), 0);
        }
    }

    /// What the `dictionaries` name, the nearest first.
    fn resources(&mut self, dictionaries: &[&'a Dictionary]) -> Resources<'a> {
        let mut resources = Resources { fonts: BTreeMap::new(), forms: BTreeMap::new() };
        for dictionary in dictionaries {
            for (name, font) in entries(self.document, dictionary, b"Font") {
                if let Some(font) = font.as_dict().ok().and_then(|font| self.font(font)) {
                    resources.fonts.entry(name).or_insert(font);
                }
            }
            for (name, object) in entries(self.document, dictionary, b"XObject") {
                let form = object.as_stream().ok().filter(|stream| is_form(&stream.dict));
                if let Some(form) = form {
                    resources.forms.entry(name).or_insert(form);
                }
            }
        }
        resources
    }

    /// A font, read once however often it is named; `None` once there are too many.
    fn font(&mut self, font: &'a Dictionary) -> Option<Rc<Font<'a>>> {
        let at = std::ptr::from_ref(font);
        if !self.fonts.contains_key(&at) && self.fonts.len() < MOST_FONTS {
            self.fonts.insert(at, Rc::new(font_of(self.document, font)));
        }
        self.fonts.get(&at).cloned()
    }

    /// Draws operations one by one, up to one that is damaged; tells where the last word ended.
    fn content<'r>(
        &mut self,
        content: &[u8],
        resources: &'r Resources<'a>,
        mut pen: Pen<'r>,
        depth: usize,
    ) -> End
    where
        'a: 'r,
    {
        let left = LARGEST_CONTENT.min(MOST_CONTENT.saturating_sub(self.drawn));
        let content = &content[..content.len().min(left)];
        self.drawn += content.len();
        // Decoded one by one, operations take no memory.
        let operations = Content::<Vec<Operation>>::decode_iter(content);
        for operation in operations.map_while(Result::ok) {
            if self.is_long_enough() {
                break;
            }
            if operation.operator == "Do" {
                let name = operation.operands.first().and_then(|name| name.as_name().ok());
                if let Some(form) = name.and_then(|name| resources.forms.get(name)) {
                    self.drawn += SMALLEST_FORM;
                    pen.end = self.form(form, resources, &pen, depth + 1);
                }
            } else {
                draw(&mut pen, &resources.fonts, &operation.operator, &operation.operands, &mut self.out);
            }
        }
        pen.end
    }

    /// Draws a form where the pen is; a form without resources draws with those of the page.
    fn form(&mut self, form: &'a Stream, around: &Resources<'a>, pen: &Pen<'_>, depth: usize) -> End {
        if depth > DEEPEST_FORM {
            return pen.end;
        }
        let Ok(content) = form.get_plain_content_with_limit(LARGEST_STREAM) else { return pen.end };
        let matrix = form.dict.get(b"Matrix").ok().and_then(|matrix| matrix.as_array().ok());
        let figures: Vec<f32> = matrix.into_iter().flatten().filter_map(number).collect();
        let page = times(Matrix::try_from(figures).unwrap_or(IDENTITY), pen.page);
        let own = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict);
        let own = own.ok().map(|own| self.resources(&[own]));
        self.content(&content, own.as_ref().unwrap_or(around), Pen::new(page, pen.end), depth)
    }
}

#[cfg(test)]
mod tests {
    use lopdf::{Dictionary, Document, Object, Stream, dictionary};

    use super::words;

    /// A page of one line, and below it a form that draws `form`; the form is placed within itself too.
    fn with_a_form(form: &str) -> Vec<u8> {
        let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" };
        with_a_font(font, form)
    }

    fn with_a_font(font: Dictionary, form: &str) -> Vec<u8> {
        let mut document = Document::with_version("1.5");
        let font = document.add_object(font);
        let fonts = document.add_object(dictionary! { "F1" => font });
        let form_id = document.new_object_id();
        let forms = document.add_object(dictionary! { "Fm1" => form_id });
        let resources = document.add_object(dictionary! { "Font" => fonts, "XObject" => forms });
        let head = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "Resources" => resources,
            "Matrix" => vec![1.into(), 0.into(), 0.into(), 1.into(), 50.into(), 600.into()],
        };
        document.objects.insert(form_id, Object::Stream(Stream::new(head, form.as_bytes().to_vec())));
        let page = "BT /F1 12 Tf 50 700 Td (Skills) Tj ET /Fm1 Do";
        let content = document.add_object(Stream::new(dictionary! {}, page.as_bytes().to_vec()));
        let pages = document.new_object_id();
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
        });
        let all = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
        document.objects.insert(pages, Object::Dictionary(all));
        let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn words_in_a_form_are_read_where_it_stands() {
        let read = words(&with_a_form("BT /F1 12 Tf 0 0 Td (PostgreSQL) Tj ET")).unwrap();
        assert_eq!(read.split_whitespace().collect::<Vec<_>>(), ["Skills", "PostgreSQL"]);
        assert!(read.contains("Skills\n"), "{read:?}");
    }

    #[test]
    fn a_form_that_places_itself_ends() {
        let again = "BT /F1 12 Tf (Go) Tj ET ".to_owned() + &"/Fm1 Do ".repeat(1_000);
        let begun = std::time::Instant::now();
        assert!(words(&with_a_form(&again)).unwrap().contains("Go"));
        assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    }

    #[test]
    fn a_font_that_names_every_width_again_and_again_ends() {
        let begun = std::time::Instant::now();
        let widths: Vec<Object> = [0, 65_535, 1].repeat(5_000).into_iter().map(Object::Integer).collect();
        let descendant = dictionary! { "Subtype" => "CIDFontType2", "W" => widths };
        let font = dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "X", "Encoding" => "WinAnsiEncoding",
            "DescendantFonts" => vec![descendant.into()],
        };
        assert!(words(&with_a_font(font, "")).unwrap().contains("Skills"));
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    }

    #[test]
    fn millions_of_parts_are_refused_before_they_are_built() {
        let parts = |many| {
            let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "Many" => vec![Object::Integer(0); many] };
            words(&with_a_font(font, &"0 w ".repeat(100_000)))
        };
        assert!(parts(700_000).unwrap().contains("Skills"));
        assert!(parts(900_000).unwrap_err().en.contains("far more parts"));
    }

    #[test]
    fn a_place_that_is_named_again_and_again_is_refused() {
        let bytes = with_a_form("");
        let with_lines = |lines: usize| {
            let line = "0000000017 00000 n \n".repeat(lines);
            [bytes.as_slice(), line.as_bytes()].concat()
        };
        assert!(words(&with_lines(3)).is_ok());
        assert!(words(&with_lines(20)).unwrap_err().en.contains("far more parts"));
    }

    #[test]
    fn what_stands_before_a_damaged_operation_is_read() {
        let long = "BT /F1 12 Tf (Go) Tj ET ".to_owned() + &"1 w ".repeat(600_000);
        for form in ["BT /F1 12 Tf (Go) Tj ET ) (Java", &long] {
            assert!(words(&with_a_form(form)).unwrap().contains("Go"));
        }
    }
}
