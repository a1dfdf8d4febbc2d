//! A cursor in a list that is longer than the screen.

use crate::view::Line;

/// Between two things that the cursor can stand on, more lines than this are passed a few at a time.
const READ_ALONG: usize = 8;
/// So many at a time, which the lowest window shows.
const PASSED: usize = 4;

/// The places in a list of lines where a cursor can stand, and what of it is seen.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// The lines where the cursor can stand, with the line behind their end.
    pub stops: Vec<(usize, usize)>,
    /// The place of the cursor among them.
    pub at: usize,
    /// The first line that is seen.
    pub top: usize,
    /// How many lines there are.
    pub length: usize,
}

impl List {
    /// The line of the cursor.
    pub fn line(&self) -> Option<usize> {
        self.stops.get(self.at).map(|(line, _)| *line)
    }

    /// The cursor goes down, or the list up where there is no further place.
    pub fn down(&mut self, height: usize) {
        if self.at + 1 < self.stops.len() {
            self.at += 1;
        } else {
            self.top = (self.top + 1).min(self.length.saturating_sub(height));
            return;
        }
        self.show(height);
    }

    /// The cursor goes up, or the list down where there is no further place.
    pub fn up(&mut self, height: usize) {
        if self.at > 0 {
            self.at -= 1;
            self.show(height);
        } else {
            self.top = self.top.saturating_sub(1);
        }
    }

    /// A page down or up: the cursor comes along.
    pub fn page(&mut self, height: usize, down: bool) {
        let step = height.saturating_sub(2).max(1);
        let last = self.length.saturating_sub(height);
        self.top = if down { (self.top + step).min(last) } else { self.top.saturating_sub(step) };
        let seen = |(line, _): &(usize, usize)| (self.top..self.top + height).contains(line);
        let seen: Vec<usize> =
            self.stops.iter().enumerate().filter(|(_, stop)| seen(stop)).map(|(at, _)| at).collect();
        let (first, end) = (seen.first().copied(), seen.last().copied());
        if !seen.contains(&self.at) || self.top == 0 || self.top == last {
            self.at = (if down { end } else { first }).unwrap_or(self.at);
        }
    }

    /// The cursor goes to the first place, and the list to its beginning.
    pub fn first(&mut self) {
        self.at = 0;
        self.top = 0;
    }

    /// The cursor goes to the last place, and the list to its end.
    pub fn last(&mut self, height: usize) {
        self.at = self.stops.len().saturating_sub(1);
        self.top = self.length.saturating_sub(height);
    }

    /// Scrolls as little as it takes for the cursor to be seen.
    pub fn show(&mut self, height: usize) {
        self.at = self.at.min(self.stops.len().saturating_sub(1));
        self.top = self.top.min(self.length.saturating_sub(height));
        let Some((line, end)) = self.stops.get(self.at).copied() else { return };
        if self.at == 0 && end <= height {
            self.top = 0;
        }
        if end > self.top + height {
            self.top = end - height;
        }
        self.top = self.top.min(line);
    }

    /// Where one is among how many: `3/24`.
    pub fn position(&self) -> String {
        if self.stops.is_empty() { String::new() } else { format!("{}/{}", self.at + 1, self.stops.len()) }
    }
}

/// Where the cursor can stand: on each thing that is listed; long texts between them are passed a few lines at a time,
/// and an answer that lists nothing is scrolled.
pub fn stops(lines: &[Line]) -> Vec<(usize, usize)> {
    let mut stops: Vec<(usize, usize)> = Vec::new();
    if lines.iter().all(|line| line.item.is_none()) {
        return stops;
    }
    let mut at = 0;
    while at < lines.len() {
        let item = lines[at].item;
        let end = (at..lines.len()).find(|end| lines[*end].item != item).unwrap_or(lines.len());
        if item.is_some() {
            stops.push((at, end));
        } else if end - at > READ_ALONG {
            stops.extend((at..end).step_by(PASSED).map(|line| (line, (line + PASSED).min(end))));
        }
        at = end;
    }
    stops
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn the_cursor_is_always_seen() {
        let stops = (0..40).map(|at| (at * 3, at * 3 + 2)).collect();
        let mut list = List { stops, length: 120, ..List::default() };
        for step in 0..200 {
            match step % 5 {
                0 => list.page(10, step % 2 == 0),
                4 => list.up(10),
                _ => list.down(10),
            }
            let line = list.line().unwrap();
            assert!((list.top..list.top + 10).contains(&line), "{list:?}");
        }
    }
}
