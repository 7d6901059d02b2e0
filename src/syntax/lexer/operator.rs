//! Operators and brackets, with their double life inside of templates.

use crate::syntax::lexer::lexed::OpenBracket;
use crate::syntax::lexer::state::{Lexer, Scan, Stop};
use crate::syntax::token::TokenKind;

const BRACKETS_MAX: usize = 200;

/// The longest operator at the start of `bytes` (padded with NUL), with its length.
#[inline]
fn longest(first: u8, second: u8, third: u8) -> (TokenKind, usize) {
    use TokenKind as Kind;
    match (first, second) {
        (b'=', b'=') => (Kind::EqualEqual, 2),
        (b'!', b'=') => (Kind::NotEqual, 2),
        (b'-', b'>') => (Kind::Arrow, 2),
        (b'-', b'=') => (Kind::MinusEqual, 2),
        (b':', b'=') => (Kind::ColonEqual, 2),
        (b'+', b'=') => (Kind::PlusEqual, 2),
        (b'*', b'*') if third == b'=' => (Kind::DoubleStarEqual, 3),
        (b'*', b'*') => (Kind::DoubleStar, 2),
        (b'*', b'=') => (Kind::StarEqual, 2),
        (b'/', b'/') if third == b'=' => (Kind::DoubleSlashEqual, 3),
        (b'/', b'/') => (Kind::DoubleSlash, 2),
        (b'/', b'=') => (Kind::SlashEqual, 2),
        (b'<', b'<') if third == b'=' => (Kind::LeftShiftEqual, 3),
        (b'<', b'<') => (Kind::LeftShift, 2),
        (b'<', b'=') => (Kind::LessEqual, 2),
        (b'<', b'>') => (Kind::LessGreater, 2),
        (b'>', b'>') if third == b'=' => (Kind::RightShiftEqual, 3),
        (b'>', b'>') => (Kind::RightShift, 2),
        (b'>', b'=') => (Kind::GreaterEqual, 2),
        (b'%', b'=') => (Kind::PercentEqual, 2),
        (b'@', b'=') => (Kind::AtEqual, 2),
        (b'&', b'=') => (Kind::AmpersandEqual, 2),
        (b'|', b'=') => (Kind::BarEqual, 2),
        (b'^', b'=') => (Kind::CaretEqual, 2),
        _ => (single(first), 1),
    }
}

fn single(byte: u8) -> TokenKind {
    SINGLE[usize::from(byte & 0x7F)]
}

static SINGLE: [TokenKind; 128] = {
    let mut table = [TokenKind::Unknown; 128];
    let mut index = 0;
    while index < TokenKind::OPERATORS.len() {
        let text = TokenKind::OPERATORS[index].text().as_bytes();
        if text.len() == 1 {
            table[text[0] as usize] = TokenKind::OPERATORS[index];
        }
        index += 1;
    }
    table
};

impl Lexer<'_> {
    /// Any operator but brackets, commas and dots.
    pub fn operator(&mut self) -> Scan {
        let start = self.at;
        let first = self.bytes[start];
        if first == b':'
            && let Some(template) = self.templates.last_mut()
            && template.depth - 1 == template.field_depth
            && template.field_depth >= 0
        {
            template.in_literal = true;
            template.in_spec = true;
            self.at += 1;
            self.push(TokenKind::Colon, start);
            return Ok(());
        }
        let second = self.byte(start + 1);
        let (kind, length) = match second {
            b'=' | b'>' | b'<' | b'*' | b'/' => longest(first, second, self.byte(start + 2)),
            _ => (single(first), 1),
        };
        self.at += length;
        self.push(kind, start);
        Ok(())
    }

    /// A dot, an ellipsis, or a number that starts with a dot.
    pub fn dot(&mut self) -> Scan {
        let start = self.at;
        if self.byte(start + 1).is_ascii_digit() {
            return self.number_from_dot();
        }
        let is_ellipsis = self.byte(start + 1) == b'.' && self.byte(start + 2) == b'.';
        self.at += if is_ellipsis { 3 } else { 1 };
        self.push(
            if is_ellipsis {
                TokenKind::Ellipsis
            } else {
                TokenKind::Dot
            },
            start,
        );
        Ok(())
    }

    #[inline]
    pub fn open_bracket(&mut self, byte: u8) -> Scan {
        let start = self.at;
        if self.brackets.len() >= BRACKETS_MAX {
            return Err(self.fail_at(start + 1, "too many nested parentheses"));
        }
        self.brackets.push(OpenBracket {
            byte,
            start: start as u32,
        });
        if let Some(template) = self.templates.last_mut() {
            template.depth += 1;
        }
        self.at += 1;
        self.push(single(byte), start);
        Ok(())
    }

    #[inline]
    pub fn close_bracket(&mut self, byte: u8) -> Scan {
        let start = self.at;
        if byte == b'}'
            && let Some(template) = self.templates.last()
            && template.depth == 0
        {
            let message = format!("{}-string: single '}}' is not allowed", char::from(template.letter));
            return Err(self.fail_at(start + 1, message));
        }
        match self.brackets.pop() {
            None if !self.verbose => return Err(self.fail_at(start + 1, format!("unmatched '{}'", char::from(byte)))),
            Some(opening) if !self.verbose && partner(opening.byte) != byte => {
                return Err(self.mismatch(byte, opening));
            }
            _ => {}
        }
        if let Some(template) = self.templates.last_mut() {
            template.depth -= 1;
            if template.depth < 0 {
                let letter = char::from(template.letter);
                let message = format!("{letter}-string: unmatched '{}'", char::from(byte));
                return Err(self.fail_at(start + 1, message));
            }
            if byte == b'}' && template.depth == template.field_depth {
                template.field_depth -= 1;
                template.in_literal = true;
                template.in_spec = false;
            }
        }
        self.at += 1;
        self.push(single(byte), start);
        Ok(())
    }

    #[cold]
    fn mismatch(&mut self, byte: u8, opening: OpenBracket) -> Stop {
        let cursor = self.at + 1;
        let (closing, open) = (char::from(byte), char::from(opening.byte));
        if let Some(template) = self.templates.last()
            && opening.byte == b'{'
            && template.depth - 1 == template.field_depth
        {
            let message = format!("{}-string: unmatched '{closing}'", char::from(template.letter));
            return self.fail_at(cursor, message);
        }
        let mut message = format!("closing parenthesis '{closing}' does not match opening parenthesis '{open}'");
        let line = self.line_of(opening.start as usize);
        if line != self.line_of(self.at) {
            message.push_str(&format!(" on line {line}"));
        }
        self.fail_at(cursor, message)
    }
}

fn partner(opening: u8) -> u8 {
    match opening {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}
