//! How wide each column of a table may be: figures keep their width, texts share what is left.

use textwrap::core::display_width;

/// Blank columns between two table columns.
pub const GAP: usize = 2;
/// A longer word than this may be broken.
const LONGEST_WORD: usize = 26;
/// A column of texts longer than this needs at least this much to read well.
const COMFORTABLE: usize = 10;

/// How many columns of the terminal a text takes.
pub fn columns(text: &str) -> usize {
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) { text.len() } else { display_width(text) }
}

/// What a column needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// The narrowest it can be without breaking a word or a figure.
    pub least: usize,
    /// What it would take on one line.
    pub most: usize,
}

impl Need {
    /// What a column of `cells` under `heading` needs; figures never break, headings may.
    pub fn of<'a>(heading: &str, cells: impl Iterator<Item = &'a str>, figures: bool) -> Self {
        let heading = Self::of_text(heading);
        let cells = cells.map(|cell| {
            let need = Self::of_text(cell);
            if figures { Self { least: need.most, most: need.most } } else { need }
        });
        let need = cells.fold(heading, Self::or);
        if figures {
            need
        } else {
            Self { least: need.least.max(COMFORTABLE.min(need.most)), most: need.most }
        }
    }

    /// What fits both.
    pub fn or(self, other: Self) -> Self {
        Self { least: self.least.max(other.least), most: self.most.max(other.most) }
    }

    fn of_text(text: &str) -> Self {
        let longest_word = text.split(' ').map(columns).max().unwrap_or(0);
        Self { least: longest_word.min(LONGEST_WORD), most: columns(text) }
    }
}

/// The widths of columns that together fit in `width`, or `None` if they cannot.
pub fn share(needs: &[Need], width: usize) -> Option<Vec<usize>> {
    let gaps = GAP * needs.len().saturating_sub(1);
    let mut left = width.checked_sub(gaps + needs.iter().map(|need| need.least).sum::<usize>())?;
    let mut widths: Vec<usize> = needs.iter().map(|need| need.least).collect();
    loop {
        let hungry: Vec<usize> = (0..needs.len()).filter(|at| widths[*at] < needs[*at].most).collect();
        let Some(each) = left.checked_div(hungry.len()) else { return Some(widths) };
        if each == 0 {
            return Some(widths);
        }
        for at in hungry {
            let more = each.min(needs[at].most - widths[at]);
            widths[at] += more;
            left -= more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Need, share};

    #[test]
    fn figures_keep_their_width_and_texts_share_the_rest() {
        let figures = Need { least: 10, most: 10 };
        let text = Need { least: 5, most: 40 };
        assert_eq!(share(&[text, figures, text], 44), Some(vec![15, 10, 15]));
        assert_eq!(share(&[text, figures], 80), Some(vec![40, 10]));
        assert_eq!(share(&[text, figures], 16), None);
    }
}
