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
        let mut line_starts = Vec::with_capacity(text.len() / 32 + 2);
        line_starts.push(0);
        line_starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        Ok(Source {
            name: name.to_string(),
            text,
            line_starts,
            newline_added,
            is_module: true,
        })
    }

    /// The line (from 1) and the column (UTF-8 bytes, from 0) of an offset.
    pub fn position(&self, offset: u32) -> (u32, u32) {
        let line = self.line_starts.partition_point(|&start| start <= offset).max(1);
        (line as u32, offset.saturating_sub(self.line_starts[line - 1]))
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

fn check_nul(bytes: &[u8]) -> Result<(), SyntaxError> {
    match memchr::memchr(0, bytes) {
        None => Ok(()),
        Some(_) => Err(SyntaxError::without_span(
            "source code string cannot contain null bytes",
            None,
        )),
    }
}
