//! A JSON Resume (jsonresume.org, 1.x): the texts in which a person says what they can do.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::model::text::{Text, text};

/// The sections of a résumé, and in each the fields that tell of skills: no addresses, no employers’ names.
const SECTIONS: [(&str, &[&str]); 12] = [
    ("basics", &["label", "summary"]),
    ("work", &["position", "description", "summary", "highlights"]),
    ("volunteer", &["position", "summary", "highlights"]),
    ("education", &["studyType", "area", "courses"]),
    ("awards", &["title", "summary"]),
    ("certificates", &["name"]),
    ("publications", &["name", "summary"]),
    ("skills", &["name", "keywords"]),
    ("languages", &["language", "fluency"]),
    ("interests", &["name", "keywords"]),
    ("projects", &["description", "highlights", "keywords", "roles"]),
    ("references", &["reference"]),
];

/// The words of a résumé, a paragraph per entry; a field that is absent or of another shape is passed over.
///
/// # Errors
/// Fails if the text is no JSON, or has none of a résumé’s sections.
pub fn words(json: &str) -> Result<String, Text> {
    let resume: Node = serde_json::from_str(json).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Text::new(
            format!("JSON illisible à la ligne {line}, colonne {column}"),
            format!("unreadable JSON at line {line}, column {column}"),
        )
    })?;
    let known = |(section, _): &(&str, _)| {
        resume.get(section).is_some_and(|value| matches!(value, Node::List(_) | Node::Fields(_)))
    };
    if !SECTIONS.iter().any(known) {
        return Err(text(
            "ce JSON n’est pas un CV : il y manque les rubriques de jsonresume.org (skills, work…)",
            "this JSON is no résumé: it has none of jsonresume.org’s sections (skills, work…)",
        ));
    }
    let mut told = Vec::new();
    for (section, fields) in SECTIONS {
        for entry in entries(resume.get(section)) {
            let paragraph = match section {
                // A group of skills is a label with its list, as in any other CV.
                "skills" | "interests" => group(entry),
                _ => fields
                    .iter()
                    .filter_map(|field| entry.get(field))
                    .flat_map(lines)
                    .collect::<Vec<_>>()
                    .join("\n"),
            };
            if !paragraph.is_empty() {
                told.push(paragraph);
            }
        }
    }
    Ok(told.join("\n\n"))
}

/// A name and its keywords in one line.
fn group(entry: &Node) -> String {
    let name = entry.get("name").and_then(Node::words).unwrap_or_default();
    let keywords =
        entry.get("keywords").map(|value| lines(value).collect::<Vec<_>>().join(", ")).unwrap_or_default();
    match (name.is_empty(), keywords.is_empty()) {
        (false, false) => format!("{name}: {keywords}"),
        _ => format!("{name}{keywords}"),
    }
}

/// The entries of a section, which is a list or a single one.
fn entries(section: Option<&Node>) -> &[Node] {
    match section {
        Some(Node::List(entries)) => entries,
        Some(entry) => std::slice::from_ref(entry),
        None => &[],
    }
}

/// A text, or each text of a list.
fn lines(value: &Node) -> impl Iterator<Item = &str> {
    let list = if let Node::List(list) = value { list.as_slice() } else { &[] };
    value.words().into_iter().chain(list.iter().filter_map(Node::words))
}

/// What a résumé is made of: fields of other names are passed over while it is read, and take no memory.
#[derive(Debug)]
enum Node {
    Words(String),
    List(Vec<Node>),
    Fields(Vec<(&'static str, Node)>),
    /// A number, a truth value or nothing.
    Other,
}

impl Node {
    fn words(&self) -> Option<&str> {
        if let Self::Words(words) = self { Some(words) } else { None }
    }

    /// The field of that name; of several, the last.
    fn get(&self, name: &str) -> Option<&Self> {
        let Self::Fields(fields) = self else { return None };
        fields.iter().rev().find(|(field, _)| *field == name).map(|(_, value)| value)
    }
}

/// The name of a section or of a field that is read, as it stands in the table of sections.
fn known_name(name: &str) -> Option<&'static str> {
    let mut names =
        SECTIONS.iter().flat_map(|(section, fields)| std::iter::once(section).chain(fields.iter()));
    names.find(|known| **known == name).copied()
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON")
    }

    fn visit_str<E>(self, words: &str) -> Result<Node, E> {
        Ok(Node::Words(words.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element()? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            match known_name(&name) {
                Some(name) => fields.push((name, map.next_value()?)),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Node::Fields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn what_a_person_says_of_skills_is_read_and_names_and_addresses_are_not() {
        let resume = r#"{"basics": {"name": "Java Dupont", "label": "Développeuse", "url": "https://php.net"},
            "work": [{"name": "Spring SA", "highlights": ["API REST"], "summary": null}],
            "skills": [{"name": "Web", "level": "Expert", "keywords": ["PHP", "SQL"]}]}"#;
        assert_eq!(words(resume), Ok("Développeuse\n\nAPI REST\n\nWeb: PHP, SQL".to_owned()));
    }

    #[test]
    fn fields_of_other_names_are_passed_over_however_deep_and_of_two_the_last_counts() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        let resume = format!(
            r#"{{"x": {deep}, "skills": [{{"name": "Go"}}], "skills": [{{"n": 1, "name": "PHP"}}]}}"#
        );
        assert_eq!(words(&resume), Ok("PHP".to_owned()));
        let within = format!(r#"{{"skills": {deep}}}"#);
        assert!(words(&within).unwrap_err().en.contains("line 1"));
    }

    #[test]
    fn json_that_is_no_resume_is_refused() {
        for json in [r#"{"a": 1}"#, "[1, 2]", "3", r#"{"skills": "php"}"#] {
            assert!(words(json).unwrap_err().en.contains("no résumé"), "{json}");
        }
        assert!(words("{\"a\":\n oops}").unwrap_err().en.contains("line 2, column 2"));
    }
}
