//! What pasting an ad leaves of its HTML: tags become breaks, entities the characters they stand for.

/// Tags after which a line ends.
const BREAKING: &[&str] = &[
    "p",
    "br",
    "li",
    "div",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "table",
    "section",
    "article",
    "header",
    "footer",
    "dt",
    "dd",
    "hr",
    "blockquote",
];
/// Tags whose content nobody reads.
const UNREAD: &[&str] = &["script", "style", "head"];
/// A tag longer than this is none: a `<` somewhere in a text.
const LONGEST_TAG: usize = 400;
/// A title that is shorter than this on its own line gets a colon, so that it is known as one.
const LONGEST_TITLE: usize = 60;

/// The text without tags; a text that has none is only freed of entities.
pub fn stripped(text: &str) -> String {
    if !looks_like_html(text) {
        return if text.contains('&') { entities(text) } else { text.to_owned() };
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        // In HTML a line break of the source is a space.
        push_inline(&mut out, &rest[..at]);
        rest = &rest[at..];
        let Some((tag, length)) = tag(rest) else {
            out.push('<');
            rest = &rest[1..];
            continue;
        };
        rest = &rest[length..];
        let closing = tag.starts_with('/');
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        if !closing && UNREAD.contains(&name.as_str()) {
            let end = format!("</{name}");
            let skip = rest.to_ascii_lowercase().find(&end).unwrap_or(rest.len());
            rest = &rest[skip..];
            continue;
        }
        match name.as_str() {
            "li" if !closing => out.push_str("\n- "),
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !closing => out.push_str("\n\n"),
            "td" | "th" | "span" if closing => out.push(' '),
            "b" | "strong" | "u" if closing => title_end(&mut out, rest),
            name if BREAKING.contains(&name) => out.push('\n'),
            _ => {}
        }
    }
    push_inline(&mut out, rest);
    entities(&out)
}

/// Ends a line that is nothing but a title in bold.
fn title_end(out: &mut String, rest: &str) {
    let line = out.rsplit('\n').next().unwrap_or_default().trim();
    let next = rest.trim_start();
    let ends = ["<br", "</p", "</div", "<ul", "</h", "</li"].iter().any(|tag| next.starts_with(tag));
    if ends
        && !line.is_empty()
        && line.len() < LONGEST_TITLE
        && !line.ends_with([':', '.'])
        && !line.starts_with("- ")
        && out.trim().len() > line.len()
    {
        out.push_str(" :");
    }
}

fn push_inline(out: &mut String, text: &str) {
    for char in text.chars() {
        if !char.is_whitespace() || char == '\u{a0}' {
            out.push(char);
        } else if !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
    }
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

/// The tag at the start of `text` without its brackets, and its length.
fn tag(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix('<')?;
    if !inner.starts_with(|char: char| char.is_ascii_alphabetic() || matches!(char, '/' | '!')) {
        return None;
    }
    let end = inner.find('>').filter(|end| *end <= LONGEST_TAG)?;
    Some((&inner[..end], end + 2))
}

/// Replaces entities, named or numbered, by their characters; an unknown one stays as it is.
pub fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest[1..]
            .find(';')
            .filter(|end| *end <= 10)
            .and_then(|end| Some((character(&rest[1..=end])?, end + 2)));
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

    #[test]
    fn tags_become_breaks_and_entities_characters() {
        let html =
            "<p>D&eacute;veloppeur&nbsp;<b>PHP</b> &amp; C&#43;&#x2b;</p><ul><li>SQL</li><li>Git</li></ul>";
        assert_eq!(
            stripped(html).split_whitespace().collect::<Vec<_>>().join(" "),
            "Développeur PHP & C++ - SQL - Git"
        );
        assert_eq!(stripped("a < b && c"), "a < b && c");
    }
}
