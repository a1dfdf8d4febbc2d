//! A JSON Resume (jsonresume.org, 1.x): the texts in which a person says what they can do.

use serde_json::Value;

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
    let resume: Value = serde_json::from_str(json).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Text::new(
            format!("JSON illisible à la ligne {line}, colonne {column}"),
            format!("unreadable JSON at line {line}, column {column}"),
        )
    })?;
    let known = |(section, _): &(&str, _)| {
        resume.get(section).is_some_and(|value| value.is_array() || value.is_object())
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

/// A name, its level and its keywords in one line: `Web (Expert): PHP, SQL`.
fn group(entry: &Value) -> String {
    let field = |key| entry.get(key).and_then(Value::as_str).map(str::trim).filter(|told| !told.is_empty());
    let level = field("level").map(|level| format!(" ({level})")).unwrap_or_default();
    let name = field("name").map(|name| format!("{name}{level}")).unwrap_or_default();
    let keywords =
        entry.get("keywords").map(|value| lines(value).collect::<Vec<_>>().join(", ")).unwrap_or_default();
    match (name.is_empty(), keywords.is_empty()) {
        (false, false) => format!("{name}: {keywords}"),
        _ => format!("{name}{keywords}"),
    }
}

/// The entries of a section, which is a list or a single one.
fn entries(section: Option<&Value>) -> &[Value] {
    match section {
        Some(Value::Array(entries)) => entries,
        Some(entry) => std::slice::from_ref(entry),
        None => &[],
    }
}

/// A text, or each text of a list.
fn lines(value: &Value) -> impl Iterator<Item = &str> {
    let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
    value.as_str().into_iter().chain(list.iter().filter_map(Value::as_str))
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn what_a_person_says_of_skills_is_read_and_names_and_addresses_are_not() {
        let resume = r#"{"basics": {"name": "Java Dupont", "label": "Développeuse", "url": "https://php.net"},
            "work": [{"name": "Spring SA", "highlights": ["API REST"], "summary": null}],
            "skills": [{"name": "Web", "level": "Expert", "keywords": ["PHP", "SQL"]}]}"#;
        assert_eq!(words(resume), Ok("Développeuse\n\nAPI REST\n\nWeb (Expert): PHP, SQL".to_owned()));
    }

    #[test]
    fn json_that_is_no_resume_is_refused() {
        for json in [r#"{"a": 1}"#, "[1, 2]", "3", r#"{"skills": "php"}"#] {
            assert!(words(json).unwrap_err().en.contains("no résumé"), "{json}");
        }
        assert!(words("{\"a\":\n oops}").unwrap_err().en.contains("line 2, column 2"));
    }
}
