//! The JSON of a file with its places, once something in it is wrong.
//!
//! The parser lets a comment, a comma too many or too few, a bare key and the like pass, so that they are told and
//! hide nothing that stands behind them. A missing quote, colon or bracket ends the search.

use std::collections::{HashMap, HashSet};

use jsonc_parser::ast::{Object, ObjectPropName, Value as Tree};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::tokens::{Token, TokenAndRange};
use jsonc_parser::{
    CollectOptions, CommentCollectionStrategy, ParseOptions, ParseStringErrorKind, parse_to_ast,
};
use serde_json::{Map, Number, Value};

use super::messages as say;
use super::place::{Flaw, Span};
use crate::model::text::Text;

/// Objects with more keys than this get an index, so that looking up each of them stays linear.
const INDEXED: usize = 64;

/// A step of a path in the JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'s> {
    /// Into the value of a key.
    Key(&'s str),
    /// Into an element of a list, from 0.
    Index(usize),
}

/// The path as people write it: `programmes[12].tuition.low`.
pub fn written(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Key(key) if path.is_empty() => path.push_str(&say::brief(key)),
            Step::Key(key) => path.extend([".", &say::brief(key)]),
            Step::Index(index) => path += &format!("[{index}]"),
        }
    }
    path
}

/// A text that could be read as JSON, and what had to be overlooked for that.
pub struct Parsed<'t> {
    tree: Tree<'t>,
    /// What is wrong with it as JSON.
    pub flaws: Vec<Flaw>,
}

/// Reads `text` as JSON. Fails with the first slip that cannot be overlooked.
pub fn parse(text: &str) -> Result<Parsed<'_>, Flaw> {
    let collect = CollectOptions { comments: CommentCollectionStrategy::AsTokens, tokens: true };
    let parsed =
        parse_to_ast(text, &collect, &ParseOptions::default()).map_err(|error| broken(text, &error))?;
    let tree = parsed.value.ok_or_else(|| flaw(Range::new(0, 0), say::empty_file()))?;
    let mut flaws = overlooked(text, &parsed.tokens.unwrap_or_default());
    for flaw in &mut flaws {
        flaw.path = written(&path_around(&tree, flaw.span.start));
    }
    doubled(&tree, &mut Vec::new(), &mut flaws);
    Ok(Parsed { tree, flaws })
}

impl Parsed<'_> {
    /// What the text says; a number that is none stands as `null`, which its flaw explains.
    pub fn value(&self) -> Value {
        value(&self.tree)
    }

    /// Finds the places of many paths.
    pub fn locator(&self) -> Locator<'_> {
        Locator { tree: &self.tree, indexes: HashMap::new() }
    }
}

/// Finds places in one text.
pub struct Locator<'p> {
    tree: &'p Tree<'p>,
    /// The keys of large objects, by where each object begins.
    indexes: HashMap<usize, HashMap<&'p str, usize>>,
}

impl Locator<'_> {
    /// Where the value at the end of `path` stands, or its key; the deepest value around it if it is not there.
    pub fn span(&mut self, path: &[Step<'_>], on_key: bool) -> Span {
        let (mut tree, mut key) = (self.tree, None);
        for step in path {
            match (step, tree) {
                (Step::Index(at), Tree::Array(list)) if *at < list.elements.len() => {
                    (tree, key) = (&list.elements[*at], None);
                }
                (Step::Key(name), Tree::Object(object)) => {
                    let Some(at) = self.property(object, name) else { return brief_span(tree) };
                    let property = &object.properties[at];
                    (tree, key) = (&property.value, Some(property.name.range()));
                }
                _ => return brief_span(tree),
            }
        }
        key.filter(|_| on_key).map_or_else(|| brief_span(tree), span)
    }
}

impl<'p> Locator<'p> {
    /// The place of a key among those of `object`; of one that stands twice, the last.
    fn property(&mut self, object: &'p Object<'p>, name: &str) -> Option<usize> {
        let properties = &object.properties;
        if properties.len() <= INDEXED {
            return properties.iter().rposition(|property| property.name.as_str() == name);
        }
        let index = || properties.iter().enumerate().map(|(at, one)| (one.name.as_str(), at)).collect();
        self.indexes.entry(object.range.start).or_insert_with(index).get(name).copied()
    }
}

const fn span(range: Range) -> Span {
    Span { start: range.start, end: range.end }
}

/// The path of the deepest value that the byte `at` belongs to.
fn path_around<'p>(mut tree: &'p Tree<'p>, at: usize) -> Vec<Step<'p>> {
    let mut path = Vec::new();
    loop {
        let (step, below) = match tree {
            Tree::Array(list) => {
                let index = list.elements.partition_point(|element| element.end() <= at);
                (Step::Index(index), list.elements.get(index))
            }
            Tree::Object(object) => {
                let index = object.properties.partition_point(|property| property.value.end() <= at);
                let Some(property) = object.properties.get(index) else { return path };
                (Step::Key(property.name.as_str()), Some(&property.value))
            }
            _ => return path,
        };
        let Some(below) = below.filter(|below| below.start() <= at) else { return path };
        path.push(step);
        tree = below;
    }
}

/// A single value whole; of an object or a list, what opens it.
fn brief_span(tree: &Tree<'_>) -> Span {
    let Range { start, end } = tree.range();
    match tree {
        Tree::Object(_) | Tree::Array(_) => Span { start, end: start + 1 },
        _ => Span { start, end },
    }
}

const fn flaw(range: Range, message: Text) -> Flaw {
    Flaw::new(span(range), message)
}

fn value(tree: &Tree<'_>) -> Value {
    match tree {
        Tree::StringLit(text) => Value::String(text.value.to_string()),
        Tree::NumberLit(number) => number.value.parse::<Number>().map_or(Value::Null, Value::Number),
        Tree::BooleanLit(flag) => Value::Bool(flag.value),
        Tree::NullKeyword(_) => Value::Null,
        Tree::Array(list) => Value::Array(list.elements.iter().map(value).collect()),
        Tree::Object(object) => {
            let entry =
                |one: &jsonc_parser::ast::ObjectProp<'_>| (one.name.as_str().to_owned(), value(&one.value));
            Value::Object(object.properties.iter().map(entry).collect::<Map<_, _>>())
        }
    }
}

/// What was overlooked, token by token.
fn overlooked(text: &str, tokens: &[TokenAndRange<'_>]) -> Vec<Flaw> {
    let is_comment = |token: &Token<'_>| matches!(token, Token::CommentLine(_) | Token::CommentBlock(_));
    let mut flaws = Vec::new();
    let mut last: Option<&TokenAndRange<'_>> = None;
    for (at, one) in tokens.iter().enumerate() {
        if is_comment(&one.token) {
            flaws.push(flaw(one.range, say::comment()));
            continue;
        }
        let before = last.replace(one);
        if let Some(before) = before {
            if matches!(one.token, Token::CloseBrace | Token::CloseBracket) && before.token == Token::Comma {
                flaws.push(flaw(before.range, say::trailing_comma()));
            } else if ends_value(&before.token) && begins_value(&one.token) {
                flaws.push(flaw(one.range, say::missing_comma()));
            }
        }
        let written = &text[one.range.start..one.range.end];
        let next = tokens[at + 1..].iter().find(|next| !is_comment(&next.token));
        let is_key = next.is_some_and(|next| next.token == Token::Colon);
        match &one.token {
            Token::String(_) if !written.starts_with('"') => {
                flaws.push(flaw(one.range, if is_key { say::key_expected() } else { say::single_quotes() }));
            }
            Token::String(_) if written.bytes().any(|byte| byte < b' ') => {
                flaws.push(flaw(one.range, say::raw_control()));
            }
            Token::String(_)
                if written.contains('\\') && serde_json::from_str::<String>(written).is_err() =>
            {
                flaws.push(flaw(one.range, say::bad_escape()));
            }
            Token::Word(_) | Token::Number(_) | Token::Boolean(_) | Token::Null if is_key => {
                flaws.push(flaw(one.range, say::key_expected()));
            }
            Token::Number(number) => match number.parse::<Number>() {
                Ok(_) => {}
                Err(_) if number.parse::<f64>().is_ok_and(f64::is_infinite) && number.contains('e') => {
                    flaws.push(flaw(one.range, say::out_of_range(number, f64::MIN, f64::MAX)));
                }
                Err(_) => flaws.push(flaw(one.range, say::no_number(number))),
            },
            _ => {}
        }
    }
    flaws
}

/// Whether a value may end with this token.
const fn ends_value(token: &Token<'_>) -> bool {
    matches!(token, Token::CloseBrace | Token::CloseBracket) || is_scalar(token)
}

/// Whether a value, or a key, may begin with this token.
const fn begins_value(token: &Token<'_>) -> bool {
    matches!(token, Token::OpenBrace | Token::OpenBracket) || is_scalar(token)
}

const fn is_scalar(token: &Token<'_>) -> bool {
    matches!(token, Token::String(_) | Token::Word(_) | Token::Number(_) | Token::Boolean(_) | Token::Null)
}

/// Adds the keys that stand twice in one object.
fn doubled<'t>(tree: &'t Tree<'_>, path: &mut Vec<Step<'t>>, flaws: &mut Vec<Flaw>) {
    match tree {
        Tree::Array(list) => {
            for (at, element) in list.elements.iter().enumerate() {
                path.push(Step::Index(at));
                doubled(element, path, flaws);
                path.pop();
            }
        }
        Tree::Object(object) => {
            let mut seen = HashSet::new();
            for property in &object.properties {
                let name = match &property.name {
                    ObjectPropName::String(name) => name.value.as_ref(),
                    ObjectPropName::Word(name) => name.value,
                };
                path.push(Step::Key(name));
                if !seen.insert(name) {
                    let twice = flaw(property.name.range(), say::twice(name));
                    flaws.push(Flaw { path: written(path), ..twice });
                }
                doubled(&property.value, path, flaws);
                path.pop();
            }
        }
        _ => {}
    }
}

/// What ended the search.
fn broken(text: &str, error: &ParseError) -> Flaw {
    use ParseErrorKind as Kind;
    let range = error.range();
    let at_end = Range::new(text.len(), text.len());
    let is_at_end = text[range.start.min(text.len())..].trim().is_empty();
    let here = text.get(range.start..range.end).unwrap_or_default();
    // A quote that is missing, or one too many, makes the next text end where a word begins.
    let is_behind_quote = text.get(..range.start).is_some_and(|before| before.ends_with('"'));
    let message = match error.kind() {
        Kind::UnterminatedArray | Kind::UnterminatedObject | Kind::UnterminatedCommentBlock => {
            return flaw(at_end, say::cut_short());
        }
        Kind::String(ParseStringErrorKind::UnterminatedStringLiteral) => say::open_text(),
        Kind::String(_) => say::bad_escape(),
        _ if is_at_end => return flaw(at_end, say::cut_short()),
        _ if is_behind_quote && here.starts_with(|first: char| first.is_alphanumeric()) => say::stray_quote(),
        Kind::ExpectedColonAfterObjectKey => say::colon_expected(),
        Kind::ExpectedObjectValue | Kind::UnexpectedComma | Kind::UnexpectedColon => say::value_expected(),
        Kind::MultipleRootJsonValues => say::after_end(),
        Kind::UnexpectedCloseBrace | Kind::UnexpectedCloseBracket => say::closes_nothing(),
        Kind::UnexpectedTokenInObject => say::key_expected(),
        Kind::NestingDepthExceeded => say::too_deep(),
        Kind::ExpectedComma => say::missing_comma(),
        _ => say::no_json(here),
    };
    flaw(range, message)
}
