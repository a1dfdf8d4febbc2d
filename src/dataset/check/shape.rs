//! What a value may be, read once from the JSON Schema of the types, so that both always agree.

use schemars::Schema;
use serde_json::{Map, Value};

use super::lexer::Kind;

/// What a value may be.
#[derive(Debug, PartialEq)]
pub struct Node {
    /// What it is when it is there.
    pub shape: Shape,
    /// Whether `null` will do.
    pub nullable: bool,
}

/// What a value is.
#[derive(Debug, PartialEq)]
pub enum Shape {
    /// Anything at all.
    Any,
    /// Keys with values.
    Object(Object),
    /// Any number of values of one shape.
    List {
        /// What each is.
        of: Box<Node>,
        /// Whether one at least must be there.
        filled: bool,
        /// What rises from each to the next, if something does.
        rising: Option<Rising>,
    },
    /// A text.
    Text(TextKind),
    /// One of a closed set.
    Choice(Vec<String>),
    /// A number.
    Number(Numbers),
    /// A calendar year.
    Year,
    /// `true` or `false`.
    Flag,
}

/// The numbers that will do.
#[derive(Debug, PartialEq)]
pub struct Numbers {
    /// Whether it has no decimals.
    pub whole: bool,
    /// Whether it has two decimals at most.
    pub cents: bool,
    /// The smallest.
    pub min: f64,
    /// The largest.
    pub max: f64,
}

/// A value that rises from each element of a list to the next.
#[derive(Debug, PartialEq)]
pub struct Rising {
    /// Its key in the elements.
    pub key: String,
    /// Whether it is `null` in the last element, which has no end, and only there.
    pub open_ended: bool,
}

/// What a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// Anything, or nothing.
    Free,
    /// At least one visible character.
    Filled,
    /// A page of the web.
    Link,
    /// A day, as `YYYY-MM-DD`.
    Date,
    /// The id of the entry that it stands in.
    OwnId,
    /// The id of a source.
    SourceId,
    /// The id of a position.
    RoleId,
}

/// The keys an object may have.
#[derive(Debug, PartialEq)]
pub struct Object {
    /// The keys, at most 64.
    pub fields: Vec<Field>,
    /// Whether it is a text in both languages.
    pub bilingual: bool,
    /// The key that tells where it stands in a rising list.
    pub placed_by: Option<String>,
}

impl Object {
    /// Which of its keys `name` is.
    pub fn field(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }
}

/// A key and its value.
#[derive(Debug, PartialEq)]
pub struct Field {
    /// The key.
    pub name: String,
    /// What it holds.
    pub node: Node,
    /// Whether it must be there.
    pub required: bool,
}

impl Node {
    /// What `schema` describes.
    pub fn of(schema: &Schema) -> Self {
        let root = schema.as_value();
        let none = Map::new();
        let defs = root.get("$defs").and_then(Value::as_object).unwrap_or(&none);
        node(root, defs, "")
    }

    /// Whether a value that begins like this is of the right type.
    pub const fn may_begin_with(&self, token: Kind) -> bool {
        match self.shape {
            Shape::Any => true,
            Shape::Object(_) => matches!(token, Kind::OpenObject),
            Shape::List { .. } => matches!(token, Kind::OpenList),
            Shape::Text(_) | Shape::Choice(_) => matches!(token, Kind::Text { .. }),
            Shape::Number(_) | Shape::Year => matches!(token, Kind::Number),
            Shape::Flag => matches!(token, Kind::True | Kind::False),
        }
    }

    /// Anything at all.
    pub const ANY: Self = Self { shape: Shape::Any, nullable: false };
}

/// `at` is the key under which the value stands: an entry's own `id` refers to nothing else.
fn node(schema: &Value, defs: &Map<String, Value>, at: &str) -> Node {
    if let Some(options) = schema.get("anyOf").and_then(Value::as_array) {
        let real = options.iter().find(|option| !is_null(option));
        return Node {
            nullable: options.iter().any(is_null),
            ..real.map_or(Node::ANY, |real| node(real, defs, at))
        };
    }
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next()) {
        return match name {
            "SourceId" if at != "id" => text(TextKind::SourceId),
            "RoleId" if at != "id" => text(TextKind::RoleId),
            "SourceId" | "RoleId" | "EntryId" => text(TextKind::OwnId),
            _ => defs.get(name).map_or(Node::ANY, |schema| node(schema, defs, at)),
        };
    }
    let (kind, nullable) = type_of(schema);
    Node { shape: shape(kind, schema, defs), nullable }
}

const fn text(kind: TextKind) -> Node {
    Node { shape: Shape::Text(kind), nullable: false }
}

fn is_null(schema: &Value) -> bool {
    schema.get("type").is_some_and(|kind| kind == "null")
}

/// The type, and whether `null` is one too.
fn type_of(schema: &Value) -> (&str, bool) {
    match schema.get("type") {
        Some(Value::String(kind)) => (kind, false),
        Some(Value::Array(kinds)) => {
            let real = kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null");
            (real.unwrap_or_default(), kinds.iter().any(|kind| kind == "null"))
        }
        _ => ("", false),
    }
}

fn shape(kind: &str, schema: &Value, defs: &Map<String, Value>) -> Shape {
    let format = schema.get("format").and_then(Value::as_str);
    match kind {
        "object" => object(schema, defs),
        "array" => list(schema, defs),
        "string" => string(schema, format),
        "integer" if format == Some("year") => Shape::Year,
        "integer" | "number" => {
            let bound = |name: &str, or: f64| schema.get(name).and_then(Value::as_f64).unwrap_or(or);
            Shape::Number(Numbers {
                whole: kind == "integer",
                min: bound("minimum", f64::MIN),
                max: bound("maximum", f64::MAX),
                cents: schema.get("x-decimals").is_some(),
            })
        }
        "boolean" => Shape::Flag,
        _ => Shape::Any,
    }
}

fn list(schema: &Value, defs: &Map<String, Value>) -> Shape {
    let mut of = schema.get("items").map_or(Node::ANY, |items| node(items, defs, ""));
    let key = schema.get("x-rising").and_then(Value::as_str).map(str::to_owned);
    let rising = match (&mut of.shape, key) {
        (Shape::Object(object), Some(key)) => {
            let field = object.fields.iter().find(|field| field.name == key);
            let open_ended = field.is_some_and(|field| field.node.nullable);
            object.placed_by = Some(key.clone());
            Some(Rising { key, open_ended })
        }
        _ => None,
    };
    Shape::List { of: Box::new(of), filled: schema.get("minItems").is_some(), rising }
}

fn string(schema: &Value, format: Option<&str>) -> Shape {
    if let Some(members) = schema.get("enum").and_then(Value::as_array) {
        return Shape::Choice(members.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    }
    Shape::Text(match format {
        Some("uri") => TextKind::Link,
        Some("date") => TextKind::Date,
        _ if schema.get("pattern").is_some() => TextKind::Filled,
        _ => TextKind::Free,
    })
}

fn object(schema: &Value, defs: &Map<String, Value>) -> Shape {
    let required: Vec<&str> = schema
        .get("required")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let field = |(name, schema): (&String, &Value)| Field {
        name: name.clone(),
        node: node(schema, defs, name),
        required: required.contains(&name.as_str()),
    };
    let properties = schema.get("properties").and_then(Value::as_object);
    let fields: Vec<Field> = properties.into_iter().flatten().map(field).collect();
    let bilingual = fields.len() == 2 && fields.iter().all(|field| field.name == "fr" || field.name == "en");
    Shape::Object(Object { fields, bilingual, placed_by: None })
}
