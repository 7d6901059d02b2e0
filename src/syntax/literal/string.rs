//! From the text of a string token, or of the middle of an f-string, to its value.
//!
//! Text is WTF-8 in the wide sense: every code point by itself, so that `"\ud83d\ude00"` stays two surrogates.

use std::borrow::Cow;

use crate::syntax::source::Source;
use crate::syntax::span::Span;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Literal<'s> {
    pub is_bytes: bool,
    /// Written with the prefix `u`, which `ast` shows.
    pub has_unicode_prefix: bool,
    pub value: Cow<'s, [u8]>,
    /// What deserves a `SyntaxWarning`. CPython warns of the first one only.
    pub invalid_escapes: Vec<InvalidEscape>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidEscape {
    /// Of the backslash, from the start of the token's text.
    pub offset: u32,
    /// What follows the backslash: one character, or octal digits above `377`.
    pub text: String,
    pub is_octal: bool,
}

impl InvalidEscape {
    /// The text of CPython's warning.
    pub fn message(&self) -> String {
        self.compose("Such sequences will not work in the future. ")
    }

    fn compose(&self, outlook: &str) -> String {
        let kind = if self.is_octal { "octal escape" } else { "escape" };
        let text = &self.text;
        format!(
            "\"\\{text}\" is an invalid {kind} sequence. {outlook}Did you mean \"\\\\{text}\"? A raw string is also an option."
        )
    }
}

/// The value of a `String` token, prefix and quotes included in `text`.
/// # Errors
/// The message of CPython's `SyntaxError`, which is over the whole token.
pub fn decode(text: &str) -> Result<Literal<'_>, String> {
    let bytes = text.as_bytes();
    let prefix_length = bytes.iter().position(|byte| matches!(byte, b'"' | b'\'')).unwrap_or(0);
    let has = |letter: u8| {
        bytes[..prefix_length]
            .iter()
            .any(|byte| byte.to_ascii_lowercase() == letter)
    };
    let (is_bytes, is_raw, has_unicode_prefix) = (has(b'b'), has(b'r'), has(b'u'));
    let quoted = &text[prefix_length..];
    let is_triple = quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''"));
    let quotes = if is_triple { 3 } else { 1 };
    let body = quoted
        .get(quotes..quoted.len().saturating_sub(quotes))
        .unwrap_or_default();
    let base = prefix_length + quotes;
    if is_bytes && !body.is_ascii() {
        return Err("bytes can only contain ASCII literal characters".to_string());
    }
    let (value, invalid_escapes) = if is_raw || memchr::memchr(b'\\', body.as_bytes()).is_none() {
        (Cow::Borrowed(body.as_bytes()), Vec::new())
    } else {
        let mut decoder = Decoder::new(body, base, is_bytes);
        decoder.run()?;
        (Cow::Owned(decoder.value), decoder.invalid_escapes)
    };
    Ok(Literal {
        is_bytes,
        has_unicode_prefix,
        value,
        invalid_escapes,
    })
}

/// The value of an `FStringMiddle` or `TStringMiddle` token. The lexer has taken doubled braces apart.
/// # Errors
/// As `decode`.
pub fn decode_middle(source: &Source, token: Span, is_raw: bool) -> Result<Literal<'_>, String> {
    let text = source.slice(token);
    let (is_bytes, has_unicode_prefix) = (false, false);
    if is_raw || memchr::memchr(b'\\', text.as_bytes()).is_none() {
        let value = Cow::Borrowed(text.as_bytes());
        return Ok(Literal {
            is_bytes,
            has_unicode_prefix,
            value,
            invalid_escapes: Vec::new(),
        });
    }
    let mut decoder = Decoder::new(text, 0, false);
    decoder.run()?;
    if let Some(last) = decoder.invalid_escapes.last_mut()
        && last.text.is_empty()
    {
        // A backslash before the brace of a replacement field.
        let brace = source.text.as_bytes().get(token.end as usize).copied().unwrap_or(b'{');
        last.text = char::from(brace).to_string();
    }
    Ok(Literal {
        is_bytes,
        has_unicode_prefix,
        value: Cow::Owned(decoder.value),
        invalid_escapes: decoder.invalid_escapes,
    })
}

struct Decoder<'s> {
    body: &'s str,
    /// Where `body` begins in the text of the token.
    base: usize,
    is_bytes: bool,
    at: usize,
    value: Vec<u8>,
    invalid_escapes: Vec<InvalidEscape>,
}

impl<'s> Decoder<'s> {
    fn new(body: &'s str, base: usize, is_bytes: bool) -> Decoder<'s> {
        Decoder {
            body,
            base,
            is_bytes,
            at: 0,
            value: Vec::with_capacity(body.len()),
            invalid_escapes: Vec::new(),
        }
    }

    fn run(&mut self) -> Result<(), String> {
        let bytes = self.body.as_bytes();
        while let Some(found) = memchr::memchr(b'\\', &bytes[self.at..]) {
            let backslash = self.at + found;
            self.value.extend_from_slice(&bytes[self.at..backslash]);
            self.at = backslash + 1;
            self.escape(backslash)?;
        }
        self.value.extend_from_slice(&bytes[self.at..]);
        Ok(())
    }

    fn peek(&self) -> u8 {
        self.body.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn escape(&mut self, backslash: usize) -> Result<(), String> {
        let simple = match self.peek() {
            b'\n' => {
                self.at += 1;
                return Ok(());
            }
            b'\\' => b'\\',
            b'\'' => b'\'',
            b'"' => b'"',
            b'a' => 0x07,
            b'b' => 0x08,
            b'f' => 0x0C,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 0x0B,
            b'0'..=b'7' => {
                self.octal(backslash);
                return Ok(());
            }
            b'x' if self.is_bytes => return self.byte_escape(backslash),
            b'x' => return self.hexadecimal(backslash, 2, "truncated \\xXX escape"),
            b'u' if !self.is_bytes => return self.hexadecimal(backslash, 4, "truncated \\uXXXX escape"),
            b'U' if !self.is_bytes => return self.hexadecimal(backslash, 8, "truncated \\UXXXXXXXX escape"),
            b'N' if !self.is_bytes => return self.named(backslash),
            other => {
                // CPYTHON: no warning before a character that is not ASCII. Nothing follows before a replacement field.
                self.value.push(b'\\');
                if other.is_ascii() {
                    let text = self.body[self.at..].chars().next().map_or(String::new(), String::from);
                    self.warn(backslash, text, false);
                }
                return Ok(());
            }
        };
        self.at += 1;
        self.value.push(simple);
        Ok(())
    }

    fn warn(&mut self, backslash: usize, text: String, is_octal: bool) {
        self.invalid_escapes.push(InvalidEscape {
            offset: (self.base + backslash) as u32,
            text,
            is_octal,
        });
    }

    fn octal(&mut self, backslash: usize) {
        let start = self.at;
        let mut code = 0;
        while self.at < start + 3 && matches!(self.peek(), b'0'..=b'7') {
            code = code * 8 + u32::from(self.peek() - b'0');
            self.at += 1;
        }
        if code > 0o377 {
            let text = self.body[start..self.at].to_string();
            self.warn(backslash, text, true);
        }
        if self.is_bytes {
            self.value.push((code & 0xFF) as u8);
        } else {
            self.push_code_point(code);
        }
    }

    fn byte_escape(&mut self, backslash: usize) -> Result<(), String> {
        let digits = self.body.as_bytes().get(self.at + 1..self.at + 3).unwrap_or_default();
        let digit = |index: usize| digits.get(index).and_then(|&byte| char::from(byte).to_digit(16));
        let (Some(high), Some(low)) = (digit(0), digit(1)) else {
            return Err(format!("(value error) invalid \\x escape at position {backslash}"));
        };
        self.at += 3;
        self.value.push((high * 16 + low) as u8);
        Ok(())
    }

    fn hexadecimal(&mut self, backslash: usize, count: usize, message: &str) -> Result<(), String> {
        self.at += 1;
        let mut code: u32 = 0;
        for _ in 0..count {
            let Some(digit) = char::from(self.peek()).to_digit(16) else {
                return Err(self.undecodable(backslash, message));
            };
            code = (code << 4) | digit;
            self.at += 1;
        }
        if code > 0x10_FFFF {
            return Err(self.undecodable(backslash, "illegal Unicode character"));
        }
        self.push_code_point(code);
        Ok(())
    }

    fn named(&mut self, backslash: usize) -> Result<(), String> {
        const MALFORMED: &str = "malformed \\N character escape";
        self.at += 1;
        if self.peek() != b'{' {
            return Err(self.undecodable(backslash, MALFORMED));
        }
        self.at += 1;
        let rest = &self.body[self.at..];
        let Some(length) = memchr::memchr(b'}', rest.as_bytes()) else {
            self.at = self.body.len();
            return Err(self.undecodable(backslash, MALFORMED));
        };
        if length == 0 {
            return Err(self.undecodable(backslash, MALFORMED));
        }
        self.at += length + 1;
        let Some(character) = character_named(&rest[..length]) else {
            return Err(self.undecodable(backslash, "unknown Unicode character name"));
        };
        self.push_code_point(character as u32);
        Ok(())
    }

    fn push_code_point(&mut self, code: u32) {
        match char::from_u32(code) {
            Some(character) => {
                let mut buffer = [0; 4];
                self.value
                    .extend_from_slice(character.encode_utf8(&mut buffer).as_bytes());
            }
            None => {
                // A surrogate: three bytes, as UTF-8 would have it.
                let (high, middle, low) = (code >> 12, (code >> 6) & 0x3F, code & 0x3F);
                self.value
                    .extend_from_slice(&[0xE0 | high as u8, 0x80 | middle as u8, 0x80 | low as u8]);
            }
        }
    }

    /// The error of what begins at `backslash` and breaks at `self.at`.
    fn undecodable(&self, backslash: usize, message: &str) -> String {
        let (start, end) = (self.escaped_length(backslash), self.escaped_length(self.at));
        format!(
            "(unicode error) 'unicodeescape' codec can't decode bytes in position {start}-{}: {message}",
            end - 1
        )
    }

    /// CPYTHON: it decodes a copy in which characters beyond ASCII are written `\UXXXXXXXX`, and a backslash before one of
    /// them `\u005c`; its positions count that copy.
    fn escaped_length(&self, end: usize) -> usize {
        let text = &self.body[..end];
        let mut length = 0;
        let mut after_backslash = false;
        for character in text.chars() {
            length += match (character.is_ascii(), after_backslash) {
                (true, _) => 1,
                (false, true) => 15,
                (false, false) => 10,
            };
            after_backslash = character == '\\' && !after_backslash;
        }
        length
    }
}

/// The character of a name or alias, in any case of letters, but spelt exactly.
fn character_named(name: &str) -> Option<char> {
    let is_spelt = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-');
    if !name.bytes().all(is_spelt) || name.contains("  ") || name.trim() != name {
        return None;
    }
    let character = rustpython_unicode::lookup_character(name)?;
    let Some(official) = rustpython_unicode::character_name(character) else {
        return Some(character);
    };
    if official.eq_ignore_ascii_case(name) {
        return Some(character);
    }
    // The look-up is lax about spaces and hyphens. What differs in more than these is an alias.
    let squeeze = |text: &str| text.to_ascii_uppercase().replace([' ', '-'], "");
    (squeeze(&official) != squeeze(name)).then_some(character)
}

#[cfg(test)]
mod tests {
    use crate::syntax::literal::string::decode;

    #[test]
    fn values() {
        let cases: &[(&str, &[u8])] = &[
            ("''", b""),
            ("'abc'", b"abc"),
            ("'''a'b'''", b"a'b"),
            (r#""""""""#, b""),
            (r"r'\n'", br"\n"),
            (r"Rb'\x'", br"\x"),
            ("'a\\\nb'", b"ab"),
            (r#"'\a\b\f\n\r\t\v\\\'\"'"#, b"\x07\x08\x0c\n\r\t\x0b\\'\""),
            (r"'\0\101\1234'", b"\0AS4"),
            (r"b'\xff\400'", b"\xff\0"),
            (r"'\xe9\u20ac\U0001F600'", "é€😀".as_bytes()),
            (r"'\ud83d\ude00'", b"\xed\xa0\xbd\xed\xb8\x80"),
            (r"'\N{snowman}\N{LINE FEED}'", "☃\n".as_bytes()),
            (
                r"'\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-4E00}'",
                "각一".as_bytes(),
            ),
            (r"b'\u1234\N{x}'", br"\u1234\N{x}"),
            (r"'\é\d'", r"\é\d".as_bytes()),
        ];
        for (text, value) in cases {
            assert_eq!(
                decode(text).map(|literal| literal.value.to_vec()),
                Ok(value.to_vec()),
                "{text}"
            );
        }
    }

    #[test]
    fn errors_are_those_of_cpython() {
        let unicode =
            |rest: &str| format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {rest}");
        let cases = [
            (r"'a\x'", unicode(r"1-2: truncated \xXX escape")),
            (r"'é\xz'", unicode(r"10-11: truncated \xXX escape")),
            (r"'\é\u12'", unicode(r"16-19: truncated \uXXXX escape")),
            (r"'\U0011'", unicode(r"0-5: truncated \UXXXXXXXX escape")),
            (r"'\U00110000'", unicode("0-9: illegal Unicode character")),
            (r"'\N'", unicode(r"0-1: malformed \N character escape")),
            (r"'\N{'", unicode(r"0-2: malformed \N character escape")),
            (r"'\N{}'", unicode(r"0-2: malformed \N character escape")),
            (r"'\N{foo}'", unicode("0-6: unknown Unicode character name")),
            (
                r"'\N{latinsmalllettera}'",
                unicode("0-20: unknown Unicode character name"),
            ),
            (r"b'\xz'", r"(value error) invalid \x escape at position 0".to_string()),
            ("b'é'", "bytes can only contain ASCII literal characters".to_string()),
        ];
        for (text, message) in cases {
            assert_eq!(decode(text).map(|literal| literal.value), Err(message), "{text}");
        }
    }

    #[test]
    fn invalid_escapes_are_listed() {
        let found = |text: &str| -> Vec<(u32, String)> {
            let literal = decode(text).expect("a good string");
            literal
                .invalid_escapes
                .into_iter()
                .map(|escape| (escape.offset, escape.text))
                .collect()
        };
        assert_eq!(found(r"'\d\n\ '"), [(1, "d".to_string()), (5, " ".to_string())]);
        assert_eq!(found(r"b'''\400\u'''"), [(4, "400".to_string()), (8, "u".to_string())]);
        assert_eq!(found(r"'\é'"), []);
        let literal = decode(r"'\d'").expect("a good string");
        let expected = "\"\\d\" is an invalid escape sequence. Such sequences will not work in the future. \
                        Did you mean \"\\\\d\"? A raw string is also an option.";
        assert_eq!(literal.invalid_escapes[0].message(), expected);
    }
}
