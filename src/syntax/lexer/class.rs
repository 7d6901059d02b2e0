//! Tables over bytes: what a byte may start, and the keywords by a perfect hash.

use crate::syntax::token::TokenKind;

/// What a token that starts with a byte is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Includes all bytes of non-ASCII characters: those count as letters until the name is complete.
    Name,
    Space,
    Newline,
    Digit,
    Quote,
    Dot,
    Operator,
    Comment,
    Backslash,
    /// A control character; NUL stands for the end of the text.
    Control,
}

const fn class_of(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80..=0xFF => Class::Name,
        b' ' | b'\t' | 0x0C => Class::Space,
        b'\n' => Class::Newline,
        b'0'..=b'9' => Class::Digit,
        b'"' | b'\'' => Class::Quote,
        b'.' => Class::Dot,
        b'#' => Class::Comment,
        b'\\' => Class::Backslash,
        b'!'..=b'~' => Class::Operator,
        _ => Class::Control,
    }
}

pub static CLASS: [Class; 256] = {
    let mut table = [Class::Control; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = class_of(byte as u8);
        byte += 1;
    }
    table
};

/// Whether a byte continues a name.
pub static CONTINUES: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(class_of(byte as u8), Class::Name | Class::Digit);
        byte += 1;
    }
    table
};

const SLOTS: usize = 128;
pub const KEYWORD_LENGTH_MAX: usize = 8;

/// Found by trial: no two keywords share a slot, which `KEYWORD_SLOTS` asserts.
const FACTOR: u64 = 0x2AA3300B2B711343;

const fn slot(word: u64) -> usize {
    (word.wrapping_mul(FACTOR) >> 57) as usize
}

/// Texts are padded with zeros to eight bytes, and compared as one word.
static KEYWORD_SLOTS: [(u64, TokenKind); SLOTS] = {
    let mut table = [(0, TokenKind::Name); SLOTS];
    let mut index = 0;
    while index < TokenKind::KEYWORDS.len() {
        let kind = TokenKind::KEYWORDS[index];
        let text = kind.text().as_bytes();
        assert!(text.len() >= 2 && text.len() <= KEYWORD_LENGTH_MAX);
        let at = slot(word(text));
        assert!(table[at].0 == 0);
        table[at] = (word(text), kind);
        index += 1;
    }
    table
};

const fn word(text: &[u8]) -> u64 {
    let mut word = 0;
    let mut index = 0;
    while index < text.len() {
        word |= (text[index] as u64) << (8 * index);
        index += 1;
    }
    word
}

/// The kind of a name: its own when it is a keyword, else `Name`.
#[inline]
pub fn name_kind(text: &[u8]) -> TokenKind {
    let length = text.len();
    if !(2..=KEYWORD_LENGTH_MAX).contains(&length) {
        return TokenKind::Name;
    }
    let word = word(text);
    let (expected, kind) = KEYWORD_SLOTS[slot(word)];
    if word == expected { kind } else { TokenKind::Name }
}

#[cfg(test)]
mod tests {
    use crate::syntax::lexer::class::name_kind;
    use crate::syntax::token::TokenKind;

    #[test]
    fn every_keyword_is_found_and_nothing_near_it() {
        for &kind in TokenKind::KEYWORDS {
            let text = kind.text();
            assert_eq!(name_kind(text.as_bytes()), kind);
            assert_eq!(name_kind(format!("{text}_").as_bytes()), TokenKind::Name);
        }
        for soft in ["match", "case", "type", "_", "print", "x"] {
            assert_eq!(name_kind(soft.as_bytes()), TokenKind::Name);
        }
    }
}
