//! Numbers: where they end, and what must not follow them. Their values are found by `literal::number`.

use crate::syntax::lexer::class::CONTINUES;
use crate::syntax::lexer::lexed::Warning;
use crate::syntax::lexer::state::{Lexer, Scan, Stop};
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;

impl Lexer<'_> {
    /// A number that starts with a digit.
    pub fn number(&mut self) -> Scan {
        let start = self.at;
        if self.bytes[start] == b'0' {
            match self.byte(start + 1) {
                b'x' | b'X' => self.radix_digits(16, "hexadecimal")?,
                b'o' | b'O' => self.radix_digits(8, "octal")?,
                b'b' | b'B' => self.radix_digits(2, "binary")?,
                _ => self.after_zero(start)?,
            }
        } else {
            self.decimal_digits()?;
            self.fraction_and_beyond()?;
        }
        self.push(TokenKind::Number, start);
        Ok(())
    }

    /// A number that starts with a dot; a digit follows it.
    pub fn number_from_dot(&mut self) -> Scan {
        let start = self.at;
        self.fraction_and_beyond()?;
        self.push(TokenKind::Number, start);
        Ok(())
    }

    fn radix_digits(&mut self, radix: u8, kind: &str) -> Scan {
        self.at += 2;
        loop {
            if self.byte(self.at) == b'_' {
                self.at += 1;
            }
            if !is_digit(self.byte(self.at), radix) {
                return Err(self.bad_digit(radix, kind));
            }
            while is_digit(self.byte(self.at), radix) {
                self.at += 1;
            }
            if self.byte(self.at) != b'_' {
                break;
            }
        }
        if self.byte(self.at).is_ascii_digit() {
            return Err(self.bad_digit(radix, kind));
        }
        self.end_of_number(kind)
    }

    #[cold]
    fn bad_digit(&mut self, radix: u8, kind: &str) -> Stop {
        let byte = self.byte(self.at);
        if radix < 10 && byte.is_ascii_digit() {
            return self.fail_at(
                self.at + 1,
                format!("invalid digit '{}' in {kind} literal", char::from(byte)),
            );
        }
        self.fail_at(self.at, format!("invalid {kind} literal"))
    }

    fn after_zero(&mut self, start: usize) -> Scan {
        loop {
            if self.byte(self.at) == b'_' {
                self.at += 1;
                if !self.byte(self.at).is_ascii_digit() {
                    return Err(self.fail_at(self.at, "invalid decimal literal"));
                }
            }
            if self.byte(self.at) != b'0' {
                break;
            }
            self.at += 1;
        }
        let is_nonzero = self.byte(self.at).is_ascii_digit();
        let zeros_end = self.at + 1;
        if is_nonzero {
            self.decimal_digits()?;
        }
        let is_integer = !matches!(self.byte(self.at), b'.' | b'e' | b'E' | b'j' | b'J');
        if is_nonzero && is_integer {
            let message = "leading zeros in decimal integer literals are not permitted; \
                           use an 0o prefix for octal integers";
            return Err(self.fail_over(start, zeros_end, message));
        }
        self.fraction_and_beyond()
    }

    /// Digits with single underscores between them.
    fn decimal_digits(&mut self) -> Scan {
        loop {
            while self.byte(self.at).is_ascii_digit() {
                self.at += 1;
            }
            if self.byte(self.at) != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.byte(self.at).is_ascii_digit() {
                return Err(self.fail_at(self.at, "invalid decimal literal"));
            }
        }
    }

    fn fraction_and_beyond(&mut self) -> Scan {
        if self.byte(self.at) == b'.' {
            self.at += 1;
            if self.byte(self.at).is_ascii_digit() {
                self.decimal_digits()?;
            }
        }
        if matches!(self.byte(self.at), b'e' | b'E') {
            let next = self.byte(self.at + 1);
            if matches!(next, b'+' | b'-') {
                self.at += 2;
                if !self.byte(self.at).is_ascii_digit() {
                    return Err(self.fail_at(self.at, "invalid decimal literal"));
                }
            } else if next.is_ascii_digit() {
                self.at += 1;
            } else {
                return self.end_of_number("decimal");
            }
            self.decimal_digits()?;
        }
        if matches!(self.byte(self.at), b'j' | b'J') {
            self.at += 1;
            return self.end_of_number("imaginary");
        }
        self.end_of_number("decimal")
    }

    /// CPYTHON: a keyword that may follow a number in correct code only warns; any other ASCII letter is an error.
    #[inline]
    fn end_of_number(&mut self, kind: &str) -> Scan {
        let next = self.byte(self.at);
        if !CONTINUES[usize::from(next)] || !next.is_ascii() {
            return Ok(());
        }
        if self.is_before_keyword() {
            let span = Span::new(self.at as u32, self.at as u32 + 1);
            self.warnings.push(Warning {
                message: format!("invalid {kind} literal"),
                span,
            });
            return Ok(());
        }
        Err(self.fail_at(self.at, format!("invalid {kind} literal")))
    }

    /// CPYTHON: `if`, `in` and `is` count even when they only begin a longer name.
    fn is_before_keyword(&self) -> bool {
        let rest = &self.bytes[self.at..];
        let begins: [&[u8]; 3] = [b"if", b"in", b"is"];
        let whole: [&[u8]; 5] = [b"and", b"else", b"for", b"or", b"not"];
        let ends = |keyword: &[u8]| !CONTINUES[usize::from(self.byte(self.at + keyword.len()))];
        begins.iter().any(|keyword| rest.starts_with(keyword))
            || whole.iter().any(|keyword| rest.starts_with(keyword) && ends(keyword))
    }
}

#[inline]
fn is_digit(byte: u8, radix: u8) -> bool {
    match radix {
        16 => byte.is_ascii_hexdigit(),
        _ => byte.is_ascii_digit() && byte - b'0' < radix,
    }
}
