//! JSON as a row of tokens with their places.
//!
//! It never recurses, never allocates and never stops early: what is no token becomes a [`Kind::Word`].

use super::quotes;

/// From where to where in the text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `{`
    OpenObject,
    /// `}`
    CloseObject,
    /// `[`
    OpenList,
    /// `]`
    CloseList,
    /// `:`
    Colon,
    /// `,`
    Comma,
    /// A text in quotes; whether it has escapes.
    Text {
        /// Whether a backslash stands in it.
        escaped: bool,
    },
    /// A text with a raw control character.
    RawText,
    /// A text whose closing quote is missing; it ends where the text was most likely meant to.
    OpenText,
    /// A number as JSON writes them.
    Number,
    /// `true`
    True,
    /// `false`
    False,
    /// `null`
    Null,
    /// Anything else: `NaN`, `'single'`, `01`.
    Word,
    /// A remark, as other formats have them: `// …`, `# …`, `/* … */`.
    Comment,
    /// Nothing, where a key or a value must stand; the lexer never finds it.
    Missing,
    /// The end of the text.
    End,
}

/// A token and its place.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub span: Span,
}

/// Cuts a text into tokens.
#[derive(Debug, Clone)]
pub struct Lexer<'t> {
    bytes: &'t [u8],
    at: usize,
    /// Up to where foreign quotes of each kind were found to have no end.
    unpaired: [usize; quotes::FOREIGN.len()],
    /// A text that begins before this has no quote that closes it before this.
    unclosed: usize,
}

impl<'t> Lexer<'t> {
    /// Starts at the beginning of `text`.
    pub const fn new(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, unpaired: [0; quotes::FOREIGN.len()], unclosed: 0 }
    }

    /// The next token; [`Kind::End`] once nothing is left.
    pub fn next(&mut self) -> Token {
        self.blanks();
        let start = self.at;
        let Some(first) = self.bytes.get(start) else {
            return Token { kind: Kind::End, span: Span { start, end: start } };
        };
        self.at += 1;
        let kind = match first {
            b'{' => Kind::OpenObject,
            b'}' => Kind::CloseObject,
            b'[' => Kind::OpenList,
            b']' => Kind::CloseList,
            b':' => Kind::Colon,
            b',' => Kind::Comma,
            b'"' => self.text(start),
            b'#' | b'/' if self.comment(start) => Kind::Comment,
            b'(' | b')' => Kind::Word,
            _ => self.word(start),
        };
        Token { kind, span: Span { start, end: self.at } }
    }

    fn skip(&mut self, skipped: impl Fn(u8) -> bool) {
        let rest = &self.bytes[self.at..];
        self.at += rest.iter().position(|byte| !skipped(*byte)).unwrap_or(rest.len());
    }

    /// Passes over white space; indentation goes eight bytes at a time.
    fn blanks(&mut self) {
        self.skip(|byte| matches!(byte, b'\n' | b'\r'));
        while self.bytes[self.at..].starts_with(b"        ") {
            self.at += 8;
        }
        self.skip(|byte| matches!(byte, b' ' | b'\n' | b'\t' | b'\r'));
    }

    /// Passes over what neither ends a text nor is an escape or a control character in it.
    fn plain(&mut self) {
        while let Some(eight) = self.bytes[self.at..].first_chunk() {
            let at = u64::from_le_bytes(*eight);
            // The lowest bit that is set is that of the first byte that stops, whatever stands above it.
            let stops = below(at, b' ')
                | below(at ^ (EACH * u64::from(b'"')), 1)
                | below(at ^ (EACH * u64::from(b'\\')), 1);
            if stops != 0 {
                self.at += stops.trailing_zeros() as usize / 8;
                return;
            }
            self.at += 8;
        }
        self.skip(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
    }

    /// The rest of a text after its opening quote, which stands at `start`.
    fn text(&mut self, start: usize) -> Kind {
        if start < self.unclosed {
            self.at = self.unclosed;
            return self.cut(start);
        }
        let (mut escaped, mut raw) = (false, false);
        loop {
            self.plain();
            match self.bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    if quotes::opens_another(self.bytes, start, self.at) {
                        self.at -= 1;
                        return self.cut(start);
                    }
                    return if raw { Kind::RawText } else { Kind::Text { escaped } };
                }
                Some(b'\\') => {
                    escaped = true;
                    // An escaped quote is two bytes; whatever else follows is read on.
                    self.at = (self.at + 2).min(self.bytes.len());
                }
                Some(b'\n') => {
                    raw = true;
                    let line_end = self.at;
                    self.blanks();
                    if quotes::goes_on_with_json(&self.bytes[self.at..]) {
                        self.at = line_end;
                        return self.cut(start);
                    }
                }
                Some(_) => {
                    raw = true;
                    self.at += 1;
                }
                None => return self.cut(start),
            }
        }
    }

    /// Ends the text from `start`, whose quote is missing, before the marks that belong to what stands around it.
    fn cut(&mut self, start: usize) -> Kind {
        self.unclosed = self.at;
        self.at = quotes::end_without_quote(self.bytes, start, self.at);
        Kind::OpenText
    }

    /// A run of bytes up to the next mark or blank, or between foreign quotes.
    fn word(&mut self, start: usize) -> Kind {
        let foreign = quotes::foreign(&self.bytes[start..]);
        if let Some(kind) = foreign.filter(|kind| start >= self.unpaired[*kind]) {
            match quotes::foreign_end(self.bytes, start, kind) {
                Ok(end) => {
                    self.at = end;
                    return Kind::Word;
                }
                Err(looked) => self.unpaired[kind] = looked,
            }
        }
        self.skip(in_word);
        let remark = self.bytes[start..self.at].windows(2).position(|two| two == b"/*" || two == b"//");
        self.at = remark.map_or(self.at, |at| start + at.max(1));
        if self.bytes[self.at..].starts_with(b"://") {
            self.skip(|byte| in_word(byte) || byte == b':');
        }
        if quotes::closes_a_word(&self.bytes[self.at..]) {
            self.at += 1;
        }
        match &self.bytes[start..self.at] {
            b"true" => Kind::True,
            b"false" => Kind::False,
            b"null" => Kind::Null,
            word if is_number(word) => Kind::Number,
            _ => Kind::Word,
        }
    }

    /// Passes over a remark that begins at `start`, if one does.
    fn comment(&mut self, start: usize) -> bool {
        let from = &self.bytes[start..];
        if from.starts_with(b"/*") {
            let end = from.windows(2).skip(2).position(|two| two == b"*/").map(|at| at + 4);
            self.at = start + end.unwrap_or(from.len());
            return true;
        }
        let remark = from.starts_with(b"#") || from.starts_with(b"//");
        if remark {
            self.skip(|byte| byte != b'\n');
        }
        remark
    }
}

/// Whether a byte belongs to the word before it.
const fn in_word(byte: u8) -> bool {
    byte > b' ' && !matches!(byte, b'{' | b'}' | b'[' | b']' | b'(' | b')' | b':' | b',' | b';' | b'"')
}

/// 1 in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// The high bit of each byte of `bytes` that is below `least`, up to the first such byte.
const fn below(bytes: u64, least: u8) -> u64 {
    bytes.wrapping_sub(EACH * least as u64) & !bytes & (EACH << 7)
}

/// Whether `word` is a number by the grammar of JSON.
fn is_number(word: &[u8]) -> bool {
    let word = word.strip_prefix(b"-").unwrap_or(word);
    let (whole, rest) = digits(word);
    let starts_well = !whole.is_empty() && (whole.len() == 1 || whole[0] != b'0');
    let after_fraction = match rest.strip_prefix(b".") {
        None => Some(rest),
        Some(rest) => Some(digits(rest)).filter(|(fraction, _)| !fraction.is_empty()).map(|(_, rest)| rest),
    };
    starts_well && after_fraction.is_some_and(is_exponent)
}

fn is_exponent(rest: &[u8]) -> bool {
    let Some((b'e' | b'E', rest)) = rest.split_first() else { return rest.is_empty() };
    let rest = rest.strip_prefix(b"-").or_else(|| rest.strip_prefix(b"+")).unwrap_or(rest);
    let (exponent, rest) = digits(rest);
    !exponent.is_empty() && rest.is_empty()
}

fn digits(bytes: &[u8]) -> (&[u8], &[u8]) {
    bytes.split_at(bytes.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len()))
}

#[cfg(test)]
mod tests {
    use super::{Kind, Lexer};

    fn kinds(text: &str) -> Vec<Kind> {
        let mut lexer = Lexer::new(text);
        std::iter::from_fn(|| Some(lexer.next().kind)).take_while(|kind| *kind != Kind::End).collect()
    }

    #[test]
    fn numbers_are_those_of_json() {
        for number in ["0", "-0", "12", "1.5", "1e9", "-1.5E+10", "1e999"] {
            assert_eq!(kinds(number), [Kind::Number], "{number}");
        }
        for word in ["01", "+1", ".5", "1.", "1e", "-", "NaN", "0x10", "1_000", "Infinity"] {
            assert_eq!(kinds(word), [Kind::Word], "{word}");
        }
    }

    #[test]
    fn a_text_ends_at_its_own_quote() {
        assert_eq!(kinds(r#""a\"b" "c""#), [Kind::Text { escaped: true }, Kind::Text { escaped: false }]);
        assert_eq!(kinds("\"a\nb\""), [Kind::RawText]);
        for (stop, kind) in [
            ("", Kind::Text { escaped: false }),
            ("\\n", Kind::Text { escaped: true }),
            ("\t", Kind::RawText),
        ] {
            for before in 0..20 {
                let text = format!("\"{}{stop}é\u{80}\u{7f}\" ", "œ".repeat(before));
                assert_eq!(kinds(&text), [kind], "{text:?}");
            }
        }
        assert_eq!(kinds("\"a\\"), [Kind::OpenText]);
    }

    #[test]
    fn remarks_are_passed_as_one() {
        let of = |text: &str| kinds(text);
        assert_eq!(of("// a {\n1"), [Kind::Comment, Kind::Number]);
        assert_eq!(of("# a {\n1"), [Kind::Comment, Kind::Number]);
        assert_eq!(of("/* a\n} */ 1"), [Kind::Comment, Kind::Number]);
        assert_eq!(of("/* a"), [Kind::Comment]);
        assert_eq!(of("/"), [Kind::Word]);
        assert_eq!(of("https://x.fr/a 1"), [Kind::Word, Kind::Number]);
    }

    #[test]
    fn a_text_without_its_quote_ends_where_it_was_meant_to() {
        let text = Kind::Text { escaped: false };
        for (broken, expected) in [
            // The closing quote is missing at the end of a line, or before the next text.
            (
                "{\"a\": \"b},\n \"c\"",
                &[Kind::OpenObject, text, Kind::Colon, Kind::OpenText, Kind::CloseObject, Kind::Comma, text]
                    [..],
            ),
            ("[\"a, \"b\"]", &[Kind::OpenList, Kind::OpenText, Kind::Comma, text, Kind::CloseList]),
            ("{\"a: 1, \"b\": 2", &[Kind::OpenObject, Kind::OpenText, Kind::Colon]),
            // The opening quote is missing.
            ("[a\", \"b\"]", &[Kind::OpenList, Kind::Word, Kind::Comma, text, Kind::CloseList]),
            // A text over two lines has its quote.
            ("[\"a\nb\", \"c\"]", &[Kind::OpenList, Kind::RawText, Kind::Comma, text, Kind::CloseList]),
            ("[\"a\n\", \"c\"]", &[Kind::OpenList, Kind::RawText, Kind::Comma, text, Kind::CloseList]),
            // Quotes of other kinds.
            ("['a, b', “c”]", &[Kind::OpenList, Kind::Word, Kind::Comma, Kind::Word, Kind::CloseList]),
        ] {
            assert!(kinds(broken).starts_with(expected), "{broken}: {:?}", kinds(broken));
        }
    }
}
