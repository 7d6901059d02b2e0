//! The main loop: a whole source to its tokens.

use crate::syntax::lexer::class::{CLASS, Class};
use crate::syntax::lexer::lexed::Lexed;
use crate::syntax::lexer::state::{Lexer, Scan, Stop};
use crate::syntax::source::Source;
use crate::syntax::token::TokenKind;

/// The tokens that the parser wants.
pub fn lex(source: &Source) -> Lexed {
    scan(Lexer::new(source, false))
}

/// The same for a `tokenize` view: with comments and insignificant newlines, and whether or not brackets match.
pub fn lex_verbose(source: &Source) -> Lexed {
    scan(Lexer::new(source, true))
}

fn scan(mut lexer: Lexer<'_>) -> Lexed {
    // An error is kept in the lexer.
    let _ = lexer.run();
    lexer.finish()
}

impl Lexer<'_> {
    fn run(&mut self) -> Scan {
        loop {
            if let Some(&template) = self.templates.last()
                && template.in_literal
            {
                self.template_literal(template)?;
                continue;
            }
            if self.at_line_start {
                self.line_start()?;
            }
            if self.tokens_of_line()? {
                return Ok(());
            }
        }
    }

    /// Scans to the end of a logical line, or to where the literal text of a template begins. Answers whether all is scanned.
    fn tokens_of_line(&mut self) -> Result<bool, Stop> {
        loop {
            // Most tokens come after one space.
            self.at += usize::from(self.byte(self.at) == b' ');
            let byte = self.byte(self.at);
            match CLASS[usize::from(byte)] {
                Class::Name => {
                    self.name()?;
                    if !self.templates.is_empty() {
                        return Ok(false);
                    }
                }
                Class::Space => self.at += 1,
                Class::Operator => {
                    self.operator()?;
                    if !self.templates.is_empty() {
                        return Ok(false);
                    }
                }
                Class::Comma => {
                    self.at += 1;
                    self.push(TokenKind::Comma, self.at - 1);
                }
                Class::Open => self.open_bracket(byte)?,
                Class::Close => {
                    self.close_bracket(byte)?;
                    if !self.templates.is_empty() {
                        return Ok(false);
                    }
                }
                Class::Dot => self.dot()?,
                Class::Newline if self.brackets.is_empty() => {
                    self.newline(self.at);
                    return Ok(false);
                }
                Class::Newline => self.insignificant_newline(),
                Class::Digit => self.number()?,
                Class::Quote => self.string(self.at)?,
                Class::Comment => {
                    let start = self.at;
                    self.comment();
                    // CPYTHON: the comment before a newline is part of the newline's token.
                    if self.brackets.is_empty() && self.at < self.bytes.len() {
                        self.newline(if self.verbose { self.at } else { start });
                        return Ok(false);
                    }
                }
                Class::Backslash => self.continuation()?,
                Class::Control if self.at >= self.bytes.len() => {
                    return if self.brackets.is_empty() || self.verbose {
                        self.push(TokenKind::EndMarker, self.at);
                        Ok(true)
                    } else {
                        Err(self.fail_at_end())
                    };
                }
                Class::Control => {
                    let message = format!("invalid non-printable character U+{byte:04X}");
                    return Err(self.fail_at(self.at + 1, message));
                }
            }
        }
    }

    fn newline(&mut self, start: usize) {
        self.at += 1;
        self.push(TokenKind::Newline, start);
        self.at_line_start = true;
    }
}
