//! Mistakes in f-strings and t-strings.

use crate::syntax::parser::state::{E, Parse, Parser, starts_star_expression};
use crate::syntax::token::TokenKind;

impl<'a> Parser<'a> {
    /// A t-string next to another string; the cursor is at the one that does not fit. Fails also when no cause is looked for.
    pub fn blame_mixed_templates(&mut self, start: u32) -> Parse<E<'a>> {
        if !self.diagnose {
            return self.fail();
        }
        let depth = self.at;
        self.skip_string();
        let span = self.since(start);
        self.at = depth;
        self.raise("cannot mix t-string literals with string or bytes literals", span)
    }

    fn skip_string(&mut self) {
        let mut depth = 0;
        loop {
            match self.kind() {
                TokenKind::FStringStart | TokenKind::TStringStart => depth += 1,
                TokenKind::FStringEnd | TokenKind::TStringEnd => depth -= 1,
                TokenKind::EndMarker | TokenKind::Error => return,
                _ => {}
            }
            self.advance();
            if depth == 0 {
                return;
            }
        }
    }

    /// "f-string: …" at the cursor.
    pub fn raise_at_field<T>(&mut self, letter: char, message: &str) -> Parse<T> {
        if self.is(TokenKind::Error) {
            return self.fail();
        }
        self.raise_at_token(format!("{letter}-string: {message}"))
    }

    /// Nothing between the brace and what ends an expression; the cursor is behind the brace.
    pub fn blame_field_start(&mut self, letter: char) -> Parse<()> {
        let kind = self.kind();
        match kind {
            TokenKind::Equal | TokenKind::Exclamation | TokenKind::Colon | TokenKind::RightBrace => {
                let message = format!("valid expression required before '{}'", kind.text());
                self.raise_at_field(letter, &message)
            }
            _ if starts_star_expression(kind) || kind == TokenKind::Yield => Ok(()),
            _ => self.raise_at_field(letter, "expecting a valid expression after '{'"),
        }
    }

    /// No expression begins with the token at `first`.
    pub fn raise_for_missing_value<T>(&mut self, letter: char, first: usize) -> Parse<T> {
        self.at = first;
        self.raise_at_field(letter, "expecting a valid expression after '{'")
    }

    /// The cursor is behind the expression.
    pub fn blame_field_after_value(&mut self, letter: char) -> Parse<()> {
        match self.kind() {
            TokenKind::Equal | TokenKind::Exclamation | TokenKind::Colon | TokenKind::RightBrace => Ok(()),
            _ => self.raise_at_field(letter, "expecting '=', or '!', or ':', or '}'"),
        }
    }

    /// The cursor is behind the expression and its `=`, if there is one.
    pub fn blame_field_after_debug(&mut self, letter: char, is_debug: bool) -> Parse<()> {
        match self.kind() {
            TokenKind::Exclamation | TokenKind::Colon | TokenKind::RightBrace => Ok(()),
            _ if is_debug => self.raise_at_field(letter, "expecting '!', or ':', or '}'"),
            _ => Ok(()),
        }
    }

    /// The cursor is behind the exclamation mark.
    pub fn blame_conversion(&mut self, letter: char) -> Parse<()> {
        match self.kind() {
            TokenKind::Name => Ok(()),
            TokenKind::Colon | TokenKind::RightBrace => self.raise_at_field(letter, "missing conversion character"),
            _ => self.raise_at_field(letter, "invalid conversion character"),
        }
    }
}
