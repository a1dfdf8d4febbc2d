//! A JSON Resume (jsonresume.org, 1.x): the texts in which a person says what they can do.

use serde_json::Value;

use crate::model::text::{Text, text};

/// The sections of a résumé, and in each the fields that tell of skills: no addresses, no employers' names.
const SECTIONS: [(&str, &[&str]); 11] = [
    ("awards", &["title", "summary"]),
    ("basics", &["label", "summary"]),
    ("certificates", &["name"]),
    ("education", &["area", "studyType", "courses"]),
    ("interests", &["name", "keywords"]),
    ("languages", &["language"]),
    ("projects", &["name", "description", "highlights", "keywords", "roles"]),
    ("publications", &["name", "summary"]),
    ("skills", &["name", "keywords"]),
    ("volunteer", &["position", "summary", "highlights"]),
    ("work", &["position", "description", "summary", "highlights"]),
];

/// The words of a résumé, a paragraph each; a field that is absent or of another shape is passed over.
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
            fields.iter().filter_map(|field| entry.get(field)).for_each(|value| tell(value, &mut told));
        }
    }
    Ok(told.join("\n\n"))
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
fn tell<'a>(value: &'a Value, told: &mut Vec<&'a str>) {
    match value {
        Value::String(words) => told.push(words),
        Value::Array(values) => told.extend(values.iter().filter_map(Value::as_str)),
        _ => {}
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
        assert_eq!(words(resume), Ok("Développeuse\n\nWeb\n\nPHP\n\nSQL\n\nAPI REST".to_owned()));
    }

    #[test]
    fn json_that_is_no_resume_is_refused() {
        for json in [r#"{"a": 1}"#, "[1, 2]", "3", r#"{"skills": "php"}"#] {
            assert!(words(json).unwrap_err().en.contains("no résumé"), "{json}");
        }
        assert!(words("{\"a\":\n oops}").unwrap_err().en.contains("line 2, column 2"));
    }
}
