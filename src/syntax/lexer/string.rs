//! Strings without replacement fields: from the quote to its partner.

use crate::syntax::lexer::state::{Lexer, Scan, Stop};
use crate::syntax::token::TokenKind;

impl Lexer<'_> {
    /// A string whose prefix begins at `start`; `self.at` is its first quote.
    pub fn string(&mut self, start: usize) -> Scan {
        let quote = self.bytes[self.at];
        if self.byte(self.at + 1) != quote {
            self.at += 1;
            self.short_string(start, quote)?;
        } else if self.byte(self.at + 2) != quote {
            self.at += 2;
        } else {
            self.at += 3;
            self.long_string(start, quote)?;
        }
        self.push(TokenKind::String, start);
        Ok(())
    }

    fn short_string(&mut self, start: usize, quote: u8) -> Scan {
        let mut escaped_quote = false;
        loop {
            let Some(found) = memchr::memchr3(quote, b'\\', b'\n', &self.bytes[self.at..]) else {
                return Err(self.unterminated(start, quote, false, self.last_line(), escaped_quote));
            };
            self.at += found;
            match self.bytes[self.at] {
                b'\\' => {
                    escaped_quote |= self.byte(self.at + 1) == quote;
                    self.at = (self.at + 2).min(self.bytes.len());
                }
                b'\n' => {
                    return Err(self.unterminated(start, quote, false, self.line_of(self.at), escaped_quote));
                }
                _ => {
                    self.at += 1;
                    return Ok(());
                }
            }
        }
    }

    fn long_string(&mut self, start: usize, quote: u8) -> Scan {
        loop {
            let Some(found) = memchr::memchr2(quote, b'\\', &self.bytes[self.at..]) else {
                return Err(self.unterminated(start, quote, true, self.last_line(), false));
            };
            self.at += found;
            if self.bytes[self.at] == b'\\' {
                self.at = (self.at + 2).min(self.bytes.len());
            } else if self.byte(self.at + 1) == quote && self.byte(self.at + 2) == quote {
                self.at += 3;
                return Ok(());
            } else {
                self.at += 1;
            }
        }
    }

    #[cold]
    fn unterminated(&mut self, start: usize, quote: u8, is_triple: bool, line: u32, escaped_quote: bool) -> Stop {
        self.at = start;
        self.needs_more = is_triple;
        if let Some(template) = self.templates.last()
            && template.quote == quote
            && template.is_triple == is_triple
        {
            let message = format!("{}-string: expecting '}}'", char::from(template.letter));
            return self.fail_at(start + 1, message);
        }
        let message = match (is_triple, escaped_quote) {
            (true, _) => format!("unterminated triple-quoted string literal (detected at line {line})"),
            (false, true) => {
                format!("unterminated string literal (detected at line {line}); perhaps you escaped the end quote?")
            }
            (false, false) => format!("unterminated string literal (detected at line {line})"),
        };
        self.fail_at(start + 1, message)
    }
}
