//! A screen in lines, with what a click on each of them does; still without colours.

use textwrap::core::display_width;

use crate::view::{Line, Look};

/// What a click does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Moves the cursor to this place of the list, or opens it.
    Stop(usize),
    /// Goes to a filter.
    Filter(usize),
    /// Sets a filter to a value, or turns the value on or off.
    Chip(usize, usize),
    /// Goes to a field.
    Field(usize),
}

/// A line of the screen.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// What is drawn.
    pub line: Line,
    /// What a click between two columns does.
    pub targets: Vec<(usize, usize, Target)>,
    /// Whether the cursor stands on it.
    pub is_current: bool,
    /// Whether it is from before what was typed last.
    pub is_stale: bool,
}

impl Row {
    /// A line that a click does nothing on.
    pub fn of(line: Line) -> Self {
        Self { line, ..Self::default() }
    }

    /// The same line, all of it a target.
    #[must_use]
    pub fn target(mut self, target: Target) -> Self {
        self.targets.push((0, usize::MAX, target));
        self
    }

    /// The same line, as the current one or not.
    #[must_use]
    pub fn current(mut self, is_current: bool) -> Self {
        self.is_current = is_current;
        self
    }
}

/// A whole screen.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    /// One row for each line of the window.
    pub rows: Vec<Row>,
    /// Where something is typed.
    pub cursor: Option<(u16, u16)>,
}

impl Frame {
    /// What a click in a column of a row does.
    pub fn target(&self, column: usize, row: usize) -> Option<Target> {
        let targets = &self.rows.get(row)?.targets;
        targets.iter().find(|(from, to, _)| (*from..*to).contains(&column)).map(|(.., target)| *target)
    }

    /// The text, for tests and for the documentation.
    pub fn text(&self) -> String {
        let lines = self.rows.iter().map(|row| row.line.text().trim_end().to_owned());
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The signs that screens are drawn with.
#[derive(Debug)]
pub struct Signs {
    /// A horizontal rule.
    pub rule: &'static str,
    /// The rule above the detail.
    pub dotted: &'static str,
    /// The rule between two panes.
    pub vertical: &'static str,
    /// The current line.
    pub cursor: &'static str,
    /// What is retained.
    pub check: &'static str,
    /// Around a value that is set.
    pub set: [&'static str; 2],
    /// What was cut.
    pub ellipsis: &'static str,
    /// Where one types.
    pub caret: &'static str,
    is_ascii: bool,
}

/// Signs that every modern terminal has.
pub static UNICODE: Signs = Signs {
    rule: "─",
    dotted: "╌",
    vertical: "│",
    cursor: "›",
    check: "✓",
    set: ["‹", "›"],
    ellipsis: "…",
    caret: "▏",
    is_ascii: false,
};

/// Signs for a terminal or a locale without Unicode.
pub static ASCII: Signs = Signs {
    rule: "-",
    dotted: ".",
    vertical: "|",
    cursor: ">",
    check: "x",
    set: ["<", ">"],
    ellipsis: "...",
    caret: "_",
    is_ascii: true,
};

impl Signs {
    /// The name of a key in these signs.
    pub fn key(&self, key: &str) -> String {
        if !self.is_ascii {
            return key.to_owned();
        }
        let names = [("↑ ↓", "Up Down"), ("← →", "Left Right"), ("↑↓", "Up/Down"), ("←→", "Left/Right")];
        let names = names.iter().chain(&[("⏎", "Enter"), ("␣", "Space")]);
        names.fold(key.to_owned(), |key, (sign, name)| key.replace(sign, name))
    }

    /// A rule across `width` columns.
    pub fn rule(&self, width: usize) -> Line {
        Line::of(self.rule.repeat(width), Look::Quiet)
    }

    /// A line cut to `width` columns.
    pub fn cut(&self, line: &Line, width: usize) -> Line {
        if line.width() <= width {
            return line.clone();
        }
        let room = width.saturating_sub(display_width(self.ellipsis));
        let text = line.text();
        let mut used = 0;
        let end = text.char_indices().find(|(_, char)| {
            used += display_width(char.encode_utf8(&mut [0; 4]));
            used > room
        });
        let end = end.map_or(text.len(), |(at, _)| at);
        let ellipsis: String = self.ellipsis.chars().take(width).collect();
        line.slice(0, end).with(ellipsis, Look::Quiet)
    }

    /// A line with the sign that more stands behind it.
    pub fn goes_on(&self, line: &Line, width: usize) -> Line {
        let mark = format!(" {}", self.ellipsis);
        let room = width.saturating_sub(display_width(&mark));
        if line.width() > room { self.cut(line, room) } else { line.clone().with(mark, Look::Quiet) }
    }

    /// Two texts at both ends of a line; the right one gives way.
    pub fn ends(&self, left: Line, right: Line, width: usize) -> Line {
        let (taken, needed) = (left.width(), right.width());
        if right.is_blank() || taken + needed + 2 > width {
            return self.cut(&left, width);
        }
        let mut line = left.with(" ".repeat(width - taken - needed), Look::Plain);
        line.append(right);
        line
    }
}
