//! Reading a page's tags, enough to check what they promise.

/// A tag that opens an element.
#[derive(Debug)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Its attributes, as they are written.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The tags that open elements, in the order of the page; the style is no markup.
pub fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if rest.starts_with(['/', '!']) {
            continue;
        }
        let end = end_of_tag(rest);
        let tag = read(&rest[..end]);
        rest = &rest[end..];
        if tag.name == "style" {
            rest = &rest[rest.find("</style>").unwrap()..];
        }
        tags.push(tag);
    }
    tags
}

/// Where a tag ends, quotes aside.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    for (at, char) in text.char_indices() {
        match char {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    panic!("a tag without end: {}", &text[..text.len().min(80)]);
}

fn read(text: &str) -> Tag {
    let name: String = text.chars().take_while(|char| !char.is_whitespace()).collect();
    let mut attributes = Vec::new();
    let mut rest = text[name.len()..].trim_start();
    while let Some((attribute, after)) = rest.split_once('=') {
        let (value, after) = after.strip_prefix('"').unwrap().split_once('"').unwrap();
        attributes.push((attribute.trim().to_owned(), value.to_owned()));
        rest = after.trim_start();
    }
    Tag { name, attributes }
}

/// What people read of a page: without tags, style and head, with the signs that entities stand for.
pub fn text(page: &str) -> String {
    let body = page.split_once("<body>").unwrap().1;
    let mut shown = String::new();
    let mut inside = false;
    for char in body.chars() {
        match char {
            '<' => {
                inside = true;
                shown.push(' ');
            }
            '>' => inside = false,
            _ if !inside => shown.push(char),
            _ => {}
        }
    }
    shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
