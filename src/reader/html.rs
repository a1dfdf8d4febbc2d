//! What pasting an ad leaves of its HTML: tags become breaks, entities the characters they stand for.

use super::HEADING;

/// Tags after which a line ends.
const BREAKING: &str =
    "p br li div ul ol h1 h2 h3 h4 h5 h6 tr table section article header footer dt dd hr blockquote";
/// Tags whose content a page does not show.
const UNREAD: &[&str] = &["script", "style", "title", "noscript", "template"];
/// A title that is shorter than this on its own line gets a colon, so that it is known as one.
const LONGEST_TITLE: usize = 60;
/// A longer name of an entity, in bytes, is none: an `&` somewhere in a text.
const LONGEST_ENTITY: usize = 10;

/// The text without tags; a text that has none is only freed of entities.
///
/// Every byte is looked at a bounded number of times, whatever is left open.
pub fn stripped(text: &str) -> String {
    if !looks_like_html(text) {
        return if text.contains('&') { entities(text) } else { text.to_owned() };
    }
    let mut page = Page { out: String::with_capacity(text.len()), line_start: 0, has_lines: false };
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        page.inline(&rest[..at]);
        let (markup, length) = markup(&rest[at..]);
        let (read, after) = rest[at..].split_at(length);
        rest = after;
        match markup {
            Markup::None => page.inline(read),
            Markup::Unseen => {}
            Markup::Start(name) if UNREAD.contains(&name.as_str()) && !read.ends_with("/>") => {
                rest = &rest[content_length(rest, &name)..];
            }
            Markup::Start(name) => page.start(&name),
            Markup::End(name) => page.end(&name, rest),
        }
    }
    page.inline(rest);
    entities(&page.out)
}

/// What stands at a `<`; names are in lower case.
enum Markup {
    Start(String),
    End(String),
    /// A comment or a declaration.
    Unseen,
    /// Text with a `<` in it.
    None,
}

/// What `text`, which begins with `<`, begins with, and its length.
fn markup(text: &str) -> (Markup, usize) {
    const COMMENT: &str = "<!--";
    if text.starts_with(COMMENT) {
        // The hyphens of `<!-->` open a comment and close it.
        let end = text[2..].find("-->").map_or(text.len(), |at| 2 + at + "-->".len());
        return (Markup::Unseen, end);
    }
    let inner = &text[1..];
    if !inner.starts_with(|char: char| char.is_ascii_alphabetic() || matches!(char, '/' | '!' | '?')) {
        return (Markup::None, 1);
    }
    let length = match tag_length(text) {
        Ok(length) => length,
        Err(length) => return (Markup::None, length),
    };
    let closing = inner.strip_prefix('/');
    let name = closing.unwrap_or(inner).split(|char: char| !char.is_ascii_alphanumeric()).next();
    let name = name.unwrap_or_default().to_ascii_lowercase();
    let markup = match closing {
        _ if inner.starts_with(['!', '?']) => Markup::Unseen,
        Some(_) => Markup::End(name),
        None => Markup::Start(name),
    };
    (markup, length)
}

/// The length of the tag at the start of `text`: to the first `>` that is in no quoted value.
///
/// Where another `<` or the end of the text comes first there is no tag, and the error is how far the text was read:
/// a caller that goes on behind it reads nothing twice.
fn tag_length(text: &str) -> Result<usize, usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'>' => return Ok(at + 1),
            b'<' => return Err(at),
            // Only behind `=` does a quote open a value; one that nothing closes is a character like any other.
            b'"' | b'\'' if bytes[at - 1] == b'=' => {
                at = text[at + 1..].find(char::from(*byte)).map_or(at, |end| at + 1 + end);
            }
            _ => {}
        }
        at += 1;
    }
    Err(text.len())
}

/// How long the content of an element `name` is, at the beginning of `text`; without an end it is all of the text.
fn content_length(text: &str, name: &str) -> usize {
    let closes = |at: &usize| {
        let tag = &text.as_bytes()[at + "</".len()..];
        tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
            && !tag.get(name.len()).is_some_and(u8::is_ascii_alphanumeric)
    };
    text.match_indices("</").map(|(at, _)| at).find(closes).unwrap_or(text.len())
}

/// The text of a page while it is read.
struct Page {
    out: String,
    /// Where the line begins that is being written.
    line_start: usize,
    /// Whether a line before it has words.
    has_lines: bool,
}

impl Page {
    /// Adds text; in HTML a line break of the source is a space.
    fn inline(&mut self, text: &str) {
        for char in text.chars() {
            if !char.is_whitespace() || char == '\u{a0}' {
                self.out.push(char);
            } else if !self.out.ends_with([' ', '\n']) {
                self.out.push(' ');
            }
        }
    }

    fn start(&mut self, name: &str) {
        match name {
            "li" => {
                self.end_line();
                self.out.push_str("- ");
            }
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_line();
                self.end_line();
            }
            _ if ends_line(name) => self.end_line(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str, rest: &str) {
        match name {
            "td" | "th" | "span" => self.out.push(' '),
            "b" | "strong" | "u" => self.end_title(rest),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.end_heading(),
            _ if ends_line(name) => self.end_line(),
            _ => {}
        }
    }

    fn end_line(&mut self) {
        self.has_lines |= !self.out[self.line_start..].trim().is_empty();
        self.out.push('\n');
        self.line_start = self.out.len();
    }

    /// Ends the line of a heading, marked as Markdown marks one.
    fn end_heading(&mut self) {
        if !self.out[self.line_start..].trim().is_empty() {
            self.out.insert_str(self.line_start, HEADING);
        }
        self.end_line();
    }

    /// Ends a line that is nothing but a title in bold.
    fn end_title(&mut self, rest: &str) {
        let line = &self.out[self.line_start..];
        if line.len() >= LONGEST_TITLE || !self.has_lines {
            return;
        }
        let line = line.trim();
        let next = rest.trim_start();
        let ends = ["<br", "</p", "</div", "<ul", "</h", "</li"].iter().any(|tag| next.starts_with(tag));
        if ends && !line.is_empty() && !line.ends_with([':', '.']) && !line.starts_with("- ") {
            self.out.push_str(" :");
        }
    }
}

fn ends_line(tag: &str) -> bool {
    BREAKING.split(' ').any(|breaking| breaking == tag)
}

fn looks_like_html(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    [
        "<p>", "<p ", "<br", "<li>", "<li ", "<ul", "<div", "<span", "</", "<h1", "<h2", "<h3", "<b>",
        "<strong", "<table",
    ]
    .iter()
    .filter(|tag| lower.contains(**tag))
    .count()
        >= 2
}

/// Replaces entities, named or numbered, by their characters; an unknown one stays as it is.
pub fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(LONGEST_ENTITY + 2).position(|byte| byte == b';');
        let entity = end.and_then(|end| Some((character(&rest[1..end])?, end + 1)));
        if let Some((char, length)) = entity {
            out.push_str(&char);
            rest = &rest[length..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<String> {
    let numbered = name.strip_prefix('#').map(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    if let Some(code) = numbered {
        return code.and_then(char::from_u32).map(String::from);
    }
    NAMED
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, char)| (*char).to_owned())
        .or_else(|| accented(name))
}

/// `eacute`, `Agrave`, `ccedil`: a letter and what it carries.
fn accented(name: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let mut chars = name.chars();
    let letter = chars.next().filter(char::is_ascii_alphabetic)?;
    let mark = match chars.as_str() {
        "acute" => '\u{301}',
        "grave" => '\u{300}',
        "circ" => '\u{302}',
        "uml" => '\u{308}',
        "cedil" => '\u{327}',
        "tilde" => '\u{303}',
        _ => return None,
    };
    Some([letter, mark].iter().copied().nfc().collect())
}

/// Entities that are no letter with an accent.
const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("euro", "€"),
    ("bull", "•"),
    ("middot", "·"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("oelig", "œ"),
    ("OElig", "Œ"),
    ("aelig", "æ"),
    ("deg", "°"),
    ("times", "×"),
    ("rarr", "→"),
    ("shy", "\u{ad}"),
    ("ensp", " "),
    ("thinsp", " "),
    ("zwnj", ""),
    ("copy", "©"),
    ("reg", "®"),
];

#[cfg(test)]
mod tests {
    use super::stripped;

    fn words(html: &str) -> String {
        stripped(html).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tags_become_breaks_and_entities_characters() {
        let html =
            "<p>D&eacute;veloppeur&nbsp;<b>PHP</b> &amp; C&#43;&#x2b;</p><ul><li>SQL</li><li>Git</li></ul>";
        assert_eq!(words(html), "Développeur PHP & C++ - SQL - Git");
        assert_eq!(stripped("a < b && c"), "a < b && c");
    }

    #[test]
    fn what_a_page_does_not_show_is_not_read() {
        let long = "<p class=\"".to_owned() + &"wide ".repeat(100) + "kotlin, java\">MySQL</p>";
        for (html, shown) in [
            ("<div><p>PHP</p><!-- <ul><li>Java</li></ul> --><p>MySQL</p></div>", "PHP MySQL"),
            ("<p>PHP</p><!--><p>MySQL</p><!-- <p>Java", "PHP MySQL"),
            (&long, "MySQL"),
            ("<p title='a > java'>PHP</p><img alt=\"x>go\">", "PHP"),
            ("<html><head><title>x</title><body><p>PHP</p><p>MySQL</p>", "PHP MySQL"),
            ("<head><style>java{}</style></head><header><p>PHP</p></header>", "PHP"),
            ("<p>PHP</p><SCRIPT>java</scripts></Script><p>SQL</p><script/>", "PHP SQL"),
            ("<p>PHP</p><?xml java?><!DOCTYPE java><p>SQL</p>", "PHP SQL"),
        ] {
            assert_eq!(words(html), shown, "{html}");
        }
    }

    #[test]
    fn a_sign_that_opens_no_tag_is_text() {
        assert_eq!(words("<p>PHP</p><p>a <b and <i>c</i> <3 x<y"), "PHP a <b and c <3 x<y");
        assert_eq!(words("<p it='s>PHP</p><p>SQL</p>"), "PHP SQL");
    }

    #[test]
    fn a_title_in_bold_ends_with_a_colon() {
        assert_eq!(words("<p>Offre</p><p><b>Profil</b></p><p>PHP</p>"), "Offre Profil : PHP");
        assert_eq!(words("<p><b>Profil</b></p><p>PHP</p>"), "Profil PHP");
    }

    #[test]
    fn the_time_grows_with_the_length_whatever_is_left_open() {
        let pieces = [
            "& ",
            "<a ",
            "<",
            "<style>",
            "<style></style>",
            "<b>x</b> ",
            "x</b>",
            "</b><br",
            "<!--",
            "<!",
            "<a b=\"",
            "<a b=\"x\" c=\"",
            "<a b='\"",
            "<?x",
        ];
        let begun = std::time::Instant::now();
        for piece in pieces {
            stripped(&format!("<p>PHP</p>{}", piece.repeat(300_000 / piece.len())));
        }
        assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
    }
}
