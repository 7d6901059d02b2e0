//! Names, keywords, and the prefixes of strings, which look like names until the quote comes.

use std::borrow::Cow;

use rustpython_unicode::NormalizeForm;

use crate::syntax::lexer::class::{is_ascii, low_bytes, name_bytes, name_kind};
use crate::syntax::lexer::state::{Lexer, Scan};
use crate::syntax::literal::ident::longer_key;
use crate::syntax::source::Source;
use crate::syntax::span::Span;
use crate::syntax::token::{Token, TokenKind};

/// What stands before a quote.
#[derive(Clone, Copy, Default)]
struct Prefix {
    bytes: bool,
    raw: bool,
    unicode: bool,
    /// `f` or `t`, in lower case; or 0.
    template: u8,
    conflict: Option<(char, char)>,
}

impl Lexer<'_> {
    pub fn name(&mut self) -> Scan {
        let start = self.at;
        let first = self.word(start);
        let mut length = name_bytes(first);
        let head = low_bytes(first, length);
        let (mut key, mut all) = (head, head);
        if length == 8 {
            loop {
                let next = self.word(start + length);
                let more = name_bytes(next);
                if length + more == 8 {
                    break;
                }
                let part = low_bytes(next, more);
                (key, all) = (longer_key(key, part), all | part);
                length += more;
                if more < 8 {
                    break;
                }
            }
        }
        self.at = start + length;
        if matches!(self.byte(self.at), b'"' | b'\'')
            && length <= PREFIX_MAX
            && let Some(prefix) = prefix_of(&self.bytes[start..self.at])
        {
            return self.prefixed_string(start, prefix);
        }
        if !is_ascii(all) {
            return self.unicode_name(start);
        }
        match name_kind(head, length) {
            TokenKind::Name => {
                let span = Span::new(start as u32, self.at as u32);
                let number = self.names.number(self.bytes, span, key);
                self.tokens.push(Token::name(span, number));
            }
            keyword => self.push(keyword, start),
        }
        Ok(())
    }

    #[inline(never)]
    fn prefixed_string(&mut self, start: usize, prefix: Prefix) -> Scan {
        if let Some((first, second)) = prefix.conflict {
            let message = format!("'{first}' and '{second}' prefixes are incompatible");
            return Err(self.fail_over(start, self.at + 1, message));
        }
        match prefix.template {
            0 => self.string(start),
            letter => self.template_start(start, letter, prefix.raw),
        }
    }

    #[cold]
    #[inline(never)]
    fn unicode_name(&mut self, start: usize) -> Scan {
        let text = &self.source.text[start..self.at];
        for (offset, letter) in text.char_indices() {
            let is_valid = if offset == 0 {
                rustpython_unicode::identifier::is_start(letter)
            } else {
                rustpython_unicode::identifier::is_continue(letter)
            };
            if !is_valid && !self.verbose {
                self.at = start + offset;
                let code = letter as u32;
                let message = if rustpython_unicode::classify::is_printable(letter) {
                    format!("invalid character '{letter}' (U+{code:04X})")
                } else {
                    format!("invalid non-printable character U+{code:04X}")
                };
                return Err(self.fail_at(self.at + letter.len_utf8(), message));
            }
        }
        self.push(TokenKind::Name, start);
        Ok(())
    }
}

/// Letters that a prefix can have, whether or not they go together.
const PREFIX_MAX: usize = 5;

/// The prefix that `text` spells, or `None` when it is an ordinary name before a quote.
#[inline(never)]
fn prefix_of(text: &[u8]) -> Option<Prefix> {
    let mut prefix = Prefix::default();
    let mut letters = [false; 128];
    for byte in text {
        let letter = byte.to_ascii_lowercase();
        if !matches!(letter, b'b' | b'r' | b'u' | b'f' | b't') || letters[usize::from(letter)] {
            return None;
        }
        letters[usize::from(letter)] = true;
    }
    prefix.bytes = letters[usize::from(b'b')];
    prefix.raw = letters[usize::from(b'r')];
    prefix.unicode = letters[usize::from(b'u')];
    prefix.template = [b'f', b't']
        .into_iter()
        .find(|&letter| letters[usize::from(letter)])
        .unwrap_or(0);
    const CONFLICTS: [(char, char); 7] = [
        ('u', 'b'),
        ('u', 'r'),
        ('u', 'f'),
        ('u', 't'),
        ('b', 'f'),
        ('b', 't'),
        ('f', 't'),
    ];
    prefix.conflict = CONFLICTS
        .into_iter()
        .find(|pair| letters[pair.0 as usize] && letters[pair.1 as usize]);
    Some(prefix)
}

/// The identifier that a `Name` token stands for: its text, normalised to NFKC.
pub fn name_text(source: &Source, token: Token) -> Cow<'_, str> {
    let text = source.slice(token.span);
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    match rustpython_unicode::normalize(NormalizeForm::Nfkc, text.as_ref()).into_string() {
        Ok(normal) if normal != text => Cow::Owned(normal),
        _ => Cow::Borrowed(text),
    }
}
