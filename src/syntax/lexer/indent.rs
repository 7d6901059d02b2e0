//! The start of a line: blank lines, indentation, and backslashes that join lines.

use crate::syntax::error::{ErrorKind, Extent};
use crate::syntax::lexer::class::space_bytes;
use crate::syntax::lexer::state::{Indentation, Lexer, Scan, Stop};
use crate::syntax::token::TokenKind;

/// CPYTHON: the module level counts as one of them.
const INDENTATIONS_MAX: usize = 100;
const TAB: u32 = 8;

impl Lexer<'_> {
    /// Skips blank lines, then compares the indentation of the first other line with those before.
    pub fn line_start(&mut self) -> Scan {
        self.at_line_start = false;
        loop {
            let start = self.at;
            let indentation = self.measure()?;
            match self.byte(self.at) {
                b'#' => self.comment(),
                b'\n' => {}
                _ => return self.compare(indentation, start),
            }
            self.insignificant_newline();
        }
    }

    /// Skips to the newline.
    pub fn comment(&mut self) {
        let start = self.at;
        let rest = &self.bytes[start..];
        self.at = start + memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        if self.verbose {
            self.push(TokenKind::Comment, start);
        }
    }

    /// Steps over a newline that ends no statement.
    pub fn insignificant_newline(&mut self) {
        let start = self.at;
        self.at = (start + 1).min(self.bytes.len());
        let is_empty_source = self.source.newline_added && self.bytes.len() == 1;
        if self.verbose && start < self.at && !is_empty_source {
            self.push(TokenKind::Nl, start);
        }
    }

    fn measure(&mut self) -> Result<Indentation, Stop> {
        let mut now = Indentation { width: 0, narrow: 0 };
        let mut first_line_width = 0;
        loop {
            let spaces = space_bytes(self.word(self.at));
            self.at += spaces;
            now.width += spaces as u32;
            now.narrow += spaces as u32;
            match self.byte(self.at) {
                b' ' => continue,
                b'\t' => {
                    now.width = (now.width / TAB + 1) * TAB;
                    now.narrow += 1;
                }
                0x0C => now = Indentation { width: 0, narrow: 0 },
                b'\\' => {
                    // The first line of several joined ones decides.
                    if first_line_width == 0 {
                        first_line_width = now.width;
                    }
                    self.continuation()?;
                    continue;
                }
                _ => break,
            }
            self.at += 1;
        }
        if first_line_width != 0 {
            now = Indentation {
                width: first_line_width,
                narrow: first_line_width,
            };
        }
        Ok(now)
    }

    fn compare(&mut self, now: Indentation, start: usize) -> Scan {
        let top = self.indentations[self.indentations.len() - 1];
        if now.width == top.width {
            if now.narrow != top.narrow {
                return Err(self.inconsistent());
            }
            return Ok(());
        }
        if now.width > top.width {
            if self.indentations.len() >= INDENTATIONS_MAX {
                let line = self.source.line_starts[self.line_of(self.at) as usize - 1] as usize;
                let message = "too many levels of indentation";
                return Err(self.fail_when_reached(ErrorKind::Indentation, message, line, Extent::Zero));
            }
            if now.narrow <= top.narrow {
                return Err(self.inconsistent());
            }
            self.indentations.push(now);
            self.push(TokenKind::Indent, start);
            return Ok(());
        }
        let mut dedents = 0;
        while self.indentations.len() > 1 && now.width < self.indentations[self.indentations.len() - 1].width {
            self.indentations.pop();
            dedents += 1;
        }
        let top = self.indentations[self.indentations.len() - 1];
        if now.width != top.width {
            let end = self.bytes.len();
            let cursor = memchr::memchr(b'\n', &self.bytes[self.at..]).map_or(end, |found| self.at + found + 1);
            let message = "unindent does not match any outer indentation level";
            return Err(self.fail_when_reached(ErrorKind::Indentation, message, cursor, Extent::Open));
        }
        if now.narrow != top.narrow {
            return Err(self.inconsistent());
        }
        for _ in 0..dedents {
            self.push(TokenKind::Dedent, self.at);
        }
        Ok(())
    }

    #[cold]
    fn inconsistent(&mut self) -> Stop {
        let line = self.source.line_starts[self.line_of(self.at) as usize - 1] as usize;
        let message = "inconsistent use of tabs and spaces in indentation";
        self.fail_when_reached(ErrorKind::Tab, message, line, Extent::Zero)
    }

    /// Steps over a backslash and the newline that must follow it, and the text must go on after it.
    pub fn continuation(&mut self) -> Scan {
        let next = self.at + 1;
        if self.byte(next) != b'\n' {
            let message = "unexpected character after line continuation character";
            return Err(self.fail_when_reached(ErrorKind::Syntax, message, next, Extent::Zero));
        }
        self.at = next + 1;
        if self.at >= self.bytes.len() {
            return Err(self.fail_at_end());
        }
        Ok(())
    }
}
