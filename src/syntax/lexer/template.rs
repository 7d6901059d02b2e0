//! f-strings and t-strings: their literal parts. Replacement fields are scanned as ordinary tokens in between.
//!
//! A doubled brace ends a middle token, which keeps one of the two; the other lies between the tokens. So the text of a
//! middle token needs no further treatment of braces.

use crate::syntax::lexer::state::{Lexer, Scan, Stop, Template};
use crate::syntax::span::Span;
use crate::syntax::token::{Token, TokenKind};

/// CPYTHON: its limits, with its errors.
const TEMPLATES_MAX: usize = 150;
const FIELDS_MAX: i32 = 3;

impl Lexer<'_> {
    /// Opens a template whose prefix begins at `start`; `self.at` is its first quote.
    pub fn template_start(&mut self, start: usize, letter: u8, is_raw: bool) -> Scan {
        let quote = self.bytes[self.at];
        let is_triple = self.byte(self.at + 1) == quote && self.byte(self.at + 2) == quote;
        self.at += if is_triple { 3 } else { 1 };
        if self.templates.len() + 1 >= TEMPLATES_MAX {
            return Err(self.fail_at(self.at, "too many nested f-strings or t-strings"));
        }
        let (depth, field_depth) = (0, -1);
        let start32 = start as u32;
        let (in_spec, in_literal) = (false, true);
        self.templates.push(Template {
            letter,
            is_raw,
            quote,
            is_triple,
            start: start32,
            depth,
            field_depth,
            in_spec,
            in_literal,
        });
        self.push(
            if letter == b'f' {
                TokenKind::FStringStart
            } else {
                TokenKind::TStringStart
            },
            start,
        );
        Ok(())
    }

    /// Scans literal text up to the next field, doubled brace or the end of the template, which it closes.
    pub fn template_literal(&mut self, template: Template) -> Scan {
        let start = self.at;
        if self.byte(start) == b'{' && self.byte(start + 1) != b'{' {
            return self.enter_field(template, start);
        }
        if self.is_closing(template, start) {
            self.at += if template.is_triple { 3 } else { 1 };
            self.templates.pop();
            self.push(
                if template.letter == b'f' {
                    TokenKind::FStringEnd
                } else {
                    TokenKind::TStringEnd
                },
                start,
            );
            return Ok(());
        }
        self.template_middle(template, start)
    }

    fn is_closing(&self, template: Template, at: usize) -> bool {
        let quote = template.quote;
        self.byte(at) == quote && (!template.is_triple || (self.byte(at + 1) == quote && self.byte(at + 2) == quote))
    }

    fn enter_field(&mut self, template: Template, middle_start: usize) -> Scan {
        if template.field_depth + 1 >= FIELDS_MAX {
            let message = format!("{}-string: expressions nested too deeply", char::from(template.letter));
            return Err(self.fail_at(self.at, message));
        }
        self.push_middle(template, middle_start, self.at);
        if let Some(template) = self.templates.last_mut() {
            template.field_depth += 1;
            template.in_literal = false;
        }
        Ok(())
    }

    /// Empty middles are not pushed.
    fn push_middle(&mut self, template: Template, start: usize, end: usize) {
        if start < end {
            let kind = if template.letter == b'f' {
                TokenKind::FStringMiddle
            } else {
                TokenKind::TStringMiddle
            };
            self.tokens.push(Token::new(kind, Span::new(start as u32, end as u32)));
        }
    }

    fn template_middle(&mut self, template: Template, start: usize) -> Scan {
        let in_spec = template.in_spec && template.field_depth >= 0;
        let mut in_name = false;
        loop {
            match self.byte(self.at) {
                0 if self.at >= self.bytes.len() => return Err(self.unterminated_template(template, self.last_line())),
                b'\n' if !template.is_triple => return Err(self.newline_in_template(template, in_spec)),
                b'{' if self.byte(self.at + 1) != b'{' || in_spec => return self.enter_field(template, start),
                b'{' => {
                    self.push_middle(template, start, self.at + 1);
                    self.at += 2;
                    return Ok(());
                }
                b'}' if in_name => {
                    self.at += 1;
                    self.push_middle(template, start, self.at);
                    return Ok(());
                }
                b'}' if self.byte(self.at + 1) == b'}' && !in_spec && template.depth == 0 => {
                    self.push_middle(template, start, self.at + 1);
                    self.at += 2;
                    return Ok(());
                }
                b'}' => {
                    self.push_middle(template, start, self.at);
                    if let Some(template) = self.templates.last_mut() {
                        template.in_literal = false;
                        template.in_spec = false;
                    }
                    return Ok(());
                }
                b'\\' => in_name |= self.template_escape(template),
                byte if byte == template.quote && self.is_closing(template, self.at) => {
                    self.push_middle(template, start, self.at);
                    return Ok(());
                }
                _ => self.at += 1,
            }
        }
    }

    /// Skips a backslash and what it escapes, but never a brace. Answers whether the name of a `\N{…}` begins.
    fn template_escape(&mut self, template: Template) -> bool {
        self.at += 1;
        match self.byte(self.at) {
            b'{' | b'}' => false,
            b'N' if !template.is_raw && self.byte(self.at + 1) == b'{' => {
                self.at += 2;
                true
            }
            _ => {
                self.at = (self.at + 1).min(self.bytes.len());
                false
            }
        }
    }

    #[cold]
    fn newline_in_template(&mut self, template: Template, in_spec: bool) -> Stop {
        if in_spec {
            let letter = char::from(template.letter);
            let message = format!(
                "{letter}-string: newlines are not allowed in format specifiers for single quoted {letter}-strings"
            );
            return self.fail_at(self.at + 1, message);
        }
        self.unterminated_template(template, self.line_of(self.at))
    }

    #[cold]
    fn unterminated_template(&mut self, template: Template, line: u32) -> Stop {
        let triple = if template.is_triple { "triple-quoted " } else { "" };
        let letter = char::from(template.letter);
        let message = format!("unterminated {triple}{letter}-string literal (detected at line {line})");
        self.at = template.start as usize;
        self.needs_more = template.is_triple;
        self.fail_at(self.at + 1, message)
    }
}
