//! One source text with its lines: what spans point into.

use crate::syntax::encoding;
use crate::syntax::error::{Extent, Location, SyntaxError};
use crate::syntax::span::Span;

/// INVARIANT: `text` holds no NUL and no carriage return, ends in a newline, and is shorter than `u32::MAX` bytes.
#[derive(Clone, Debug)]
pub struct Source {
    pub name: String,
    pub text: String,
    /// Offset of the first byte of every line; the empty line after the last newline is counted.
    pub line_starts: Vec<u32>,
    /// By block of the text: the index of the line in which it begins.
    block_lines: Vec<u32>,
    /// The last newline is ours, the text came without.
    pub newline_added: bool,
    /// Compiled as a module. CPython shows an added newline in `SyntaxError.text` only then.
    pub is_module: bool,
}

impl Source {
    /// A source as `compile(bytes, name, …)` and `import` read it.
    /// # Errors
    /// CPython's `SyntaxError` for what cannot be decoded, and for NUL bytes.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Source, SyntaxError> {
        check_nul(bytes)?;
        Source::new(name, encoding::decode(bytes, None)?)
    }

    /// A source as the interpreter reads its script; differs from `from_bytes` in a message that names the file.
    /// # Errors
    /// As `from_bytes`.
    pub fn from_file_bytes(name: &str, bytes: &[u8]) -> Result<Source, SyntaxError> {
        check_nul(bytes)?;
        Source::new(name, encoding::decode(bytes, Some(name))?)
    }

    /// A source as `compile(str, name, …)` reads it: coding cookies mean nothing, a byte order mark is a stray character.
    /// # Errors
    /// NUL characters; texts of 4 GiB.
    pub fn from_text(name: &str, text: &str) -> Result<Source, SyntaxError> {
        check_nul(text.as_bytes())?;
        Source::new(name, text.to_string())
    }

    fn new(name: &str, mut text: String) -> Result<Source, SyntaxError> {
        if text.len() >= u32::MAX as usize - 1 {
            return Err(SyntaxError::without_span("source code is too large", None));
        }
        if memchr::memchr(b'\r', text.as_bytes()).is_some() {
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        let newline_added = !text.ends_with('\n');
        if newline_added {
            text.push('\n');
        }
        let (line_starts, block_lines) = lines_of(text.as_bytes());
        Ok(Source {
            name: name.to_string(),
            text,
            line_starts,
            block_lines,
            newline_added,
            is_module: true,
        })
    }

    /// The index of the line of an offset; of the last line beyond the end.
    #[inline]
    pub fn line_index(&self, offset: u32) -> usize {
        let block = (offset as usize / BLOCK).min(self.block_lines.len() - 1);
        let mut line = self.block_lines[block] as usize;
        while let Some(&next) = self.line_starts.get(line + 1)
            && next <= offset
        {
            line += 1;
        }
        line
    }

    /// The line (from 1) and the column (UTF-8 bytes, from 0) of an offset.
    pub fn position(&self, offset: u32) -> (u32, u32) {
        let index = self.line_index(offset);
        (index as u32 + 1, offset - self.line_starts[index])
    }

    /// A line (from 1) with its newline; empty when there is no such line.
    pub fn line_text(&self, line: u32) -> &str {
        let index = (line as usize).wrapping_sub(1);
        let Some(&start) = self.line_starts.get(index) else {
            return "";
        };
        let end = self
            .line_starts
            .get(index + 1)
            .map_or(self.text.len(), |&end| end as usize);
        &self.text[start as usize..end]
    }

    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Line and column of an offset, the column in characters from 1 as `SyntaxError.offset` counts.
    pub fn character_position(&self, offset: u32) -> (i64, i64) {
        let (line, column) = self.position(offset);
        (i64::from(line), self.characters(line, column) + 1)
    }

    /// As `character_position`, for the end of a span: what ends with a newline ends in the line of that newline.
    pub fn character_end(&self, offset: u32) -> (i64, i64) {
        let line = self.position(offset.saturating_sub(1)).0;
        let column = offset - self.line_starts[line as usize - 1];
        (i64::from(line), self.characters(line, column) + 1)
    }

    fn characters(&self, line: u32, column: u32) -> i64 {
        self.line_text(line)
            .get(..column as usize)
            .unwrap_or_default()
            .chars()
            .count() as i64
    }

    /// CPYTHON: it counts the characters before an end in another line in the text of the first line.
    fn clipped_end(&self, line: i64, end: u32) -> i64 {
        let column = end - self.line_starts[self.position(end.saturating_sub(1)).0 as usize - 1];
        let first = self.line_text(line as u32).trim_end_matches('\n');
        let clipped = (0..=column.min(first.len() as u32)).rev();
        let column = clipped.into_iter().find(|&at| first.is_char_boundary(at as usize));
        self.characters(line as u32, column.unwrap_or(0)) + 1
    }

    /// The attributes of the Python exception for `error`; `None` when it has a message only.
    pub fn location(&self, error: &SyntaxError) -> Option<Location> {
        if let Some(location) = &error.location {
            return Some((**location).clone());
        }
        let span = error.span?;
        let (line, column) = match error.extent {
            Extent::Point | Extent::Open => self.character_end(span.start),
            _ => self.character_position(span.start),
        };
        let (range_line, range_column) = if span.is_empty() {
            self.character_position(span.end)
        } else {
            self.character_end(span.end)
        };
        let range_column = match range_line == line {
            true => range_column,
            false => self.clipped_end(line, span.end),
        };
        let (column, end_line, end_column) = match error.extent {
            Extent::Range => (column, range_line, range_column),
            Extent::Token => (column, range_line, range_column - 1),
            Extent::Point => (column - 1, line, column - 1),
            Extent::Zero => (column, line, 0),
            Extent::Open => (column - 1, line, -1),
            Extent::Line => (0, line, 0),
        };
        let mut text = self.line_text(line as u32);
        let is_added = self.newline_added && self.line_starts.get(line as usize) == Some(&(self.text.len() as u32));
        let is_bare = matches!(error.extent, Extent::Point | Extent::Token) || !error.in_last_line;
        if is_bare || (is_added && !self.is_module) {
            text = text.strip_suffix('\n').unwrap_or(text);
        }
        Some(Location {
            line,
            column,
            end_line,
            end_column,
            text: Some(text.to_string()),
        })
    }
}

/// The bytes of a block of `Source::block_lines`.
const BLOCK: usize = 64;

/// The starts of the lines of a text, and for each block the index of the line in which it begins; there is a block for the end.
fn lines_of(text: &[u8]) -> (Vec<u32>, Vec<u32>) {
    let mut line_starts = Vec::with_capacity(text.len() / 32 + 2);
    let mut block_lines = Vec::with_capacity(text.len() / BLOCK + 1);
    line_starts.push(0);
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let mut start = 1;
    let mut add = |mut newlines: u64, line_starts: &mut Vec<u32>| {
        block_lines.push(line_starts.len() as u32 - 1);
        while newlines != 0 {
            line_starts.push(start + newlines.trailing_zeros());
            newlines &= newlines - 1;
        }
        start += BLOCK as u32;
    };
    for block in blocks {
        add(newlines_of(block), &mut line_starts);
    }
    let mut last = [0; BLOCK];
    last[..rest.len()].copy_from_slice(rest);
    add(newlines_of(&last), &mut line_starts);
    (line_starts, block_lines)
}

/// One bit for each byte that is a newline, the first one lowest.
#[inline]
fn newlines_of(block: &[u8; BLOCK]) -> u64 {
    const LOWS: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    const NEWLINES: u64 = 0x0101_0101_0101_0101 * b'\n' as u64;
    let (words, _) = block.as_chunks::<8>();
    let mut bits = 0;
    for (place, &word) in words.iter().enumerate() {
        let others = u64::from_le_bytes(word) ^ NEWLINES;
        // The high bit of each byte says whether it is a newline; the product collects these bits in the highest byte.
        let found = !(((others & LOWS) + LOWS) | others | LOWS);
        bits |= ((found >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * place);
    }
    bits
}

fn check_nul(bytes: &[u8]) -> Result<(), SyntaxError> {
    match memchr::memchr(0, bytes) {
        None => Ok(()),
        Some(_) => Err(SyntaxError::without_span(
            "source code string cannot contain null bytes",
            None,
        )),
    }
}

#[cfg(test)]
mod tests {
    use crate::syntax::source::Source;

    #[test]
    fn every_offset_is_in_its_line() {
        for stride in [1, 2, 7, 63, 64, 65, 200] {
            let text: String = (0..700)
                .map(|n| if n % stride == 3 % stride { '\n' } else { 'x' })
                .collect();
            let source = Source::from_text("text", &text).expect("no NUL");
            let starts: Vec<u32> = source.text.match_indices('\n').map(|(at, _)| at as u32 + 1).collect();
            assert_eq!(source.line_starts[1..], starts, "{stride}");
            for offset in 0..source.text.len() as u32 + 100 {
                let index = starts.partition_point(|&start| start <= offset);
                assert_eq!(source.line_index(offset), index, "{stride} {offset}");
            }
        }
    }
}
