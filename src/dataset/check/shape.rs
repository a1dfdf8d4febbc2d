//! What a value may be, read once from the published JSON Schema, which is the one description of a file's shape.
//!
//! Names that refer to other entries are told by their types: `SourceId` and `RoleId`.

use schemars::Schema;
use serde_json::{Map, Value};

/// What a value may be.
#[derive(Debug)]
pub struct Node {
    /// What it is when it is there.
    pub shape: Shape,
    /// Whether `null` will do.
    pub nullable: bool,
}

/// What a value is.
#[derive(Debug)]
pub enum Shape {
    /// Anything at all.
    Any,
    /// Keys with values.
    Object(Object),
    /// Any number of values of one shape.
    List(List),
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

/// The elements of a list.
#[derive(Debug)]
pub struct List {
    /// What each is.
    pub of: Box<Node>,
    /// How many there must be at least.
    pub min_items: u64,
    /// The key that rises from each element to the next, if one does.
    pub ascending: Option<Ascending>,
}

/// A value that rises from each element of a list to the next.
#[derive(Debug)]
pub struct Ascending {
    /// Its key in the elements.
    pub key: String,
    /// Whether it is `null` in the last element, which has no end, and only there.
    pub open_ended: bool,
}

/// The numbers that will do.
#[derive(Debug)]
pub struct Numbers {
    /// Whether it has no decimals.
    pub whole: bool,
    /// Whether it has two decimals at most.
    pub cents: bool,
    /// The smallest.
    pub min: f64,
    /// The largest.
    pub max: f64,
    /// Whether the smallest itself is left out.
    pub above_min: bool,
    /// Whether the largest itself is left out.
    pub below_max: bool,
}

impl Numbers {
    /// Whether `number` lies between the bounds.
    pub fn holds(&self, number: f64) -> bool {
        let low = if self.above_min { number > self.min } else { number >= self.min };
        let high = if self.below_max { number < self.max } else { number <= self.max };
        low && high
    }
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
#[derive(Debug)]
pub struct Object {
    /// The keys.
    pub fields: Vec<Field>,
    /// Whether it is a text in both languages.
    pub bilingual: bool,
}

/// A key and its value.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub name: String,
    /// What it holds.
    pub node: Node,
    /// Whether it must be there.
    pub required: bool,
}

impl Object {
    /// The key called `name`.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl Node {
    /// Anything at all.
    pub const ANY: Self = Self { shape: Shape::Any, nullable: false };

    /// What `schema` describes.
    pub fn of(schema: &Schema) -> Self {
        let root = schema.as_value();
        let none = Map::new();
        node(root, root.get("$defs").and_then(Value::as_object).unwrap_or(&none), "")
    }

    /// Whether `value` is of the right type, whatever it says.
    pub fn may_be(&self, value: &Value) -> bool {
        match self.shape {
            Shape::Any => true,
            Shape::Object(_) => value.is_object(),
            Shape::List(_) => value.is_array(),
            Shape::Text(_) | Shape::Choice(_) => value.is_string(),
            Shape::Number(_) | Shape::Year => value.is_number(),
            Shape::Flag => value.is_boolean(),
        }
    }
}

/// `at` is the key under which the value stands: an entry's own `id` refers to nothing else.
fn node(schema: &Value, defs: &Map<String, Value>, at: &str) -> Node {
    if let Some(options) = schema.get("anyOf").and_then(Value::as_array) {
        let real = options.iter().find(|option| !is_null(option));
        let nullable = options.iter().any(is_null);
        return Node { nullable, ..real.map_or(Node::ANY, |real| node(real, defs, at)) };
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
        "array" => Shape::List(list(schema, defs)),
        "string" => string(schema, format),
        "integer" if format == Some("year") => Shape::Year,
        "integer" | "number" => Shape::Number(numbers(schema, kind == "integer")),
        "boolean" => Shape::Flag,
        _ => Shape::Any,
    }
}

fn numbers(schema: &Value, whole: bool) -> Numbers {
    let bound = |name: &str| schema.get(name).and_then(Value::as_f64);
    let (above, below) = (bound("exclusiveMinimum"), bound("exclusiveMaximum"));
    Numbers {
        whole,
        cents: schema.get("x-decimals").is_some(),
        min: above.or_else(|| bound("minimum")).unwrap_or(f64::MIN),
        max: below.or_else(|| bound("maximum")).unwrap_or(f64::MAX),
        above_min: above.is_some(),
        below_max: below.is_some(),
    }
}

fn list(schema: &Value, defs: &Map<String, Value>) -> List {
    let of = schema.get("items").map_or(Node::ANY, |items| node(items, defs, ""));
    let key = schema.get("x-rising").and_then(Value::as_str);
    let ascending = key.map(|key| {
        let field = if let Shape::Object(object) = &of.shape { object.field(key) } else { None };
        Ascending { key: key.to_owned(), open_ended: field.is_some_and(|field| field.node.nullable) }
    });
    let min_items = schema.get("minItems").and_then(Value::as_u64).unwrap_or(0);
    List { of: Box::new(of), min_items, ascending }
}

fn string(schema: &Value, format: Option<&str>) -> Shape {
    if let Some(members) = schema.get("enum").and_then(Value::as_array) {
        return Shape::Choice(members.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    }
    Shape::Text(match format {
        Some("uri") => TextKind::Link,
        Some("date") => TextKind::Date,
        // The only pattern that the types use apart from links: one visible character.
        _ if schema.get("pattern").is_some() => TextKind::Filled,
        _ => TextKind::Free,
    })
}

fn object(schema: &Value, defs: &Map<String, Value>) -> Shape {
    let required = schema.get("required").and_then(Value::as_array);
    let required: Vec<&str> = required.into_iter().flatten().filter_map(Value::as_str).collect();
    let field = |(name, schema): (&String, &Value)| Field {
        name: name.clone(),
        node: node(schema, defs, name),
        required: required.contains(&name.as_str()),
    };
    let properties = schema.get("properties").and_then(Value::as_object);
    let fields: Vec<Field> = properties.into_iter().flatten().map(field).collect();
    let bilingual = fields.len() == 2 && fields.iter().all(|field| field.name == "fr" || field.name == "en");
    Shape::Object(Object { fields, bilingual })
}
