//! The words of a Word document: headers, body with its tables and text boxes, footers; deleted passages are not read.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{HEADING, LARGEST_UNPACKED, LONGEST_TEXT};
use crate::model::text::{Text, text};

/// More parts than this are no headers and footers of a CV.
const MOST_PARTS: usize = 64;
/// A first cell of more words than this is no label of the second.
const LONGEST_LABEL: usize = 5;

/// Cells and text boxes within each other deeper than this are no design of a CV: their words are read as those of the
/// one around them, so that no word is carried outwards many times.
const DEEPEST: usize = 32;

/// The text of a document, a paragraph per line.
///
/// # Errors
/// Fails if the archive holds no Word document, is damaged, or unpacks to more than is read.
pub fn words(bytes: &[u8]) -> Result<String, Text> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let mut names: Vec<String> = archive
        .file_names()
        .filter_map(Result::ok)
        .filter(|name| is_part(name))
        .map(std::borrow::Cow::into_owned)
        .collect();
    if !names.iter().any(|name| name == "word/document.xml") {
        return Err(text(
            "c’est une archive ou un document d’une autre sorte ; enregistrez-le en DOCX, en PDF ou en texte",
            "it is an archive or a document of another kind; save it as DOCX, PDF or text",
        ));
    }
    names.sort_by_key(|name| (rank(name), name.clone()));
    names.truncate(MOST_PARTS);
    let (mut out, mut left) = (String::new(), LARGEST_UNPACKED);
    for name in names {
        let part = archive.by_name(&name).map_err(|_| damaged())?;
        let mut xml = Vec::new();
        part.take(left as u64 + 1).read_to_end(&mut xml).map_err(|_| damaged())?;
        left = left.checked_sub(xml.len()).ok_or_else(|| {
            text("déplié, ce document dépasse 64 Mo", "unpacked, this document is larger than 64 MB")
        })?;
        let xml = String::from_utf8(xml)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        out += &part_words(&xml);
        out.push('\n');
        if out.len() > LONGEST_TEXT {
            break;
        }
    }
    Ok(out)
}

fn damaged() -> Text {
    text("ce document est abîmé ; enregistrez-le à nouveau", "this document is damaged; save it again")
}

fn is_part(name: &str) -> bool {
    let Some(part) = name.strip_prefix("word/").and_then(|part| part.strip_suffix(".xml")) else {
        return false;
    };
    part == "document" || part == "footnotes" || part.starts_with("header") || part.starts_with("footer")
}

/// Headers first, then the body, then what stands below.
fn rank(name: &str) -> u8 {
    match name {
        _ if name.starts_with("word/header") => 0,
        "word/document.xml" => 1,
        _ => 2,
    }
}

/// Where text goes while elements are open.
#[derive(Default)]
struct Writer {
    /// The text so far, and that of open cells and text boxes.
    open: Vec<String>,
    /// Finished cells of open rows.
    rows: Vec<Vec<String>>,
    /// Text boxes, which stand beside the paragraph they hang on.
    boxes: Vec<String>,
    /// How many cells and text boxes are open that lie too deep to have a text of their own.
    too_deep: usize,
    /// How many open elements hold what is not read.
    unread: usize,
    /// Whether an element that holds text is open.
    text: bool,
    /// How many bytes of text were met.
    written: usize,
}

/// The words of one part; what is damaged ends it where it is.
fn part_words(xml: &str) -> String {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut writer = Writer { open: vec![String::new()], ..Writer::default() };
    // More text than a document may have is refused as a whole: nobody needs the rest.
    while let Ok(event) = reader.read_event()
        && writer.written <= LONGEST_TEXT
    {
        match event {
            Event::Start(start) | Event::Empty(start) if is_heading_style(&start) => writer.push(HEADING),
            Event::Start(start) => writer.start(start.local_name().as_ref()),
            Event::Empty(start) => writer.empty(start.local_name().as_ref()),
            Event::End(end) => writer.end(end.local_name().as_ref()),
            Event::Text(words) if writer.text && writer.unread == 0 => writer.push(&words.xml10_content()),
            Event::GeneralRef(entity) if writer.text && writer.unread == 0 => {
                let char = entity.resolve_char_ref().ok().flatten().map(String::from);
                let named = || Some(super::html::entities(&format!("&{};", entity.xml10_content())));
                writer.push(&char.or_else(named).unwrap_or_default());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    writer.finish()
}

/// Whether an element gives its paragraph the style of a heading; Word names the styles in its own language.
fn is_heading_style(element: &BytesStart<'_>) -> bool {
    const STYLES: [&str; 4] = ["heading", "titre", "title", "berschrift"];
    let is_heading = |style: &str| STYLES.iter().any(|known| style.to_lowercase().contains(known));
    let mut attributes = element.attributes().flatten();
    element.local_name().as_ref() == "pStyle"
        && attributes.any(|one| one.key.local_name().as_ref() == "val" && is_heading(&one.value))
}

impl Writer {
    fn start(&mut self, name: impl AsRef<[u8]>) {
        match name.as_ref() {
            b"del" | b"moveFrom" | b"Fallback" => self.unread += 1,
            b"t" => self.text = true,
            b"tr" => self.rows.push(Vec::new()),
            b"tc" | b"txbxContent" if self.open.len() > DEEPEST => self.too_deep += 1,
            b"tc" | b"txbxContent" => self.open.push(String::new()),
            other => self.empty(other),
        }
    }

    fn empty(&mut self, name: impl AsRef<[u8]>) {
        if self.unread > 0 {
            return;
        }
        match name.as_ref() {
            b"tab" | b"ptab" => self.push(" \t "),
            b"br" | b"cr" => self.push("\n"),
            b"noBreakHyphen" => self.push("-"),
            b"softHyphen" => self.push("\u{ad}"),
            // A numbered or bulleted paragraph.
            b"numPr" => self.push("- "),
            _ => {}
        }
    }

    fn end(&mut self, name: impl AsRef<[u8]>) {
        match name.as_ref() {
            b"del" | b"moveFrom" | b"Fallback" => self.unread = self.unread.saturating_sub(1),
            b"t" => self.text = false,
            b"p" => {
                self.end_paragraph();
                if self.open.len() == 1 {
                    self.place_boxes();
                }
            }
            b"tc" | b"txbxContent" if self.too_deep > 0 => self.too_deep -= 1,
            b"tc" => {
                let cell = self.close();
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                } else {
                    self.push(&cell);
                }
            }
            b"tr" => {
                let row = row(&self.rows.pop().unwrap_or_default());
                self.push(&row);
            }
            b"txbxContent" => {
                let boxed = self.close();
                self.boxes.push(boxed);
            }
            _ => {}
        }
    }

    fn push(&mut self, words: &str) {
        if self.unread == 0
            && let Some(open) = self.open.last_mut()
        {
            open.push_str(words);
            self.written += words.len();
        }
    }

    /// Ends a paragraph; a heading without words is none.
    fn end_paragraph(&mut self) {
        if let Some(open) = self.open.last_mut()
            && open.rsplit('\n').next().is_some_and(|line| line.trim() == HEADING.trim())
        {
            open.truncate(open.trim_end_matches(' ').len() - HEADING.trim().len());
        }
        self.push("\n");
    }

    /// The text of the innermost cell or box; the outermost stays.
    fn close(&mut self) -> String {
        if self.open.len() > 1 { self.open.pop().unwrap_or_default() } else { String::new() }
    }

    fn place_boxes(&mut self) {
        for boxed in std::mem::take(&mut self.boxes) {
            self.push(&format!("\n{boxed}\n"));
        }
    }

    fn finish(mut self) -> String {
        self.place_boxes();
        self.open.join("\n")
    }
}

/// A row of a table: a short first cell is the label of the second.
fn row(cells: &[String]) -> String {
    let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    match cells.as_slice() {
        [label, value]
            if label.split_whitespace().count() <= LONGEST_LABEL && !label.contains(['\n', ',']) =>
        {
            let label = label.trim_start_matches(HEADING).trim_end_matches([' ', ':']);
            format!("{label} : {value}\n")
        }
        _ => cells.join("\n") + "\n",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::{part_words, words};

    #[test]
    fn tables_boxes_and_breaks_are_read_and_deleted_passages_are_not() {
        let xml = r"<w:document><w:body><w:p><w:r><w:t>PHP &amp; SQL</w:t><w:br/></w:r><w:del><w:r><w:delText>Java</w:delText><w:t>Go</w:t></w:r></w:del></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Outils</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Git</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Docker</w:t></w:r></w:p></w:txbxContent></mc:Choice>
            <mc:Fallback><w:txbxContent><w:p><w:r><w:t>Docker</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>Linux</w:t></w:r></w:p></w:body></w:document>";
        let lines: Vec<String> = part_words(xml)
            .lines()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect();
        assert_eq!(lines, ["PHP & SQL", "Outils : Git", "Linux", "Docker"]);
        part_words("<w:p><w:t>broken</w:p></w:tc></w:tr");
    }

    /// A document whose body is so many bytes of markup, with a few words at its end.
    fn packed(markup: usize) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
        let properties = "x".repeat(markup);
        write!(archive, "<w:document><w:body><w:p w:rsidR=\"{properties}\">").unwrap();
        archive.write_all(b"<w:r><w:t>PHP et SQL</w:t></w:r></w:p></w:body></w:document>").unwrap();
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn much_markup_is_read_up_to_its_bound() {
        const MEGABYTE: usize = 1024 * 1024;
        assert_eq!(words(&packed(30 * MEGABYTE)).unwrap().trim(), "PHP et SQL");
        assert!(words(&packed(65 * MEGABYTE)).unwrap_err().en.contains("larger than 64 MB"));
    }

    #[test]
    fn headings_are_marked() {
        let paragraph = |style: &str, words: &str| {
            format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
        };
        let xml = [
            paragraph("Titre1", "Profil"),
            paragraph("Normal", "PHP"),
            paragraph("Heading2", ""),
            paragraph("ListParagraph", "SQL"),
        ];
        let read = part_words(&xml.concat());
        assert_eq!(
            read.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>(),
            ["# Profil", "PHP", "SQL"]
        );
    }

    #[test]
    fn cells_within_each_other_lose_no_words_and_cost_no_time() {
        let begun = std::time::Instant::now();
        for (open, close) in [("<w:tc>", "</w:tc>"), ("<w:tr><w:tc>", "</w:tc></w:tr>")] {
            let nested =
                |depth| format!("{}<w:t>PHP</w:t>{}<w:t>SQL</w:t>", open.repeat(depth), close.repeat(depth));
            for depth in [3, 33, 20_000] {
                let read = part_words(&nested(depth));
                assert_eq!(read.split_whitespace().collect::<Vec<_>>().concat(), "PHPSQL", "{depth}");
            }
        }
        assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    }
}
