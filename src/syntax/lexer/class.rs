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
    Open,
    Close,
    Comma,
    /// All others.
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
        b'(' | b'[' | b'{' => Class::Open,
        b')' | b']' | b'}' => Class::Close,
        b',' => Class::Comma,
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

/// The kind of a name of `length` bytes whose first eight bytes, or all of them and zeros, are `word`.
#[inline]
pub fn name_kind(word: u64, length: usize) -> TokenKind {
    let (expected, kind) = KEYWORD_SLOTS[slot(word)];
    if word == expected && length <= KEYWORD_LENGTH_MAX {
        kind
    } else {
        TokenKind::Name
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x80 * ONES;

/// How many of the eight bytes of `word`, from the lowest, continue a name: `CONTINUES` for eight at once.
#[inline]
pub fn name_bytes(word: u64) -> usize {
    // The high bit of each byte of `x + (0x80 - n) * ONES` says whether that byte of `x`, below 0x80, is at least `n`.
    let at_least = |x: u64, n: u8| x + u64::from(0x80 - n) * ONES;
    let low = word & !HIGHS;
    let folded = low | (0x20 * ONES);
    let letters = at_least(folded, b'a') & !at_least(folded, b'z' + 1);
    let digits = at_least(low, b'0') & !at_least(low, b'9' + 1);
    let underscores = !at_least(low ^ (u64::from(b'_') * ONES), 1);
    let names = (letters | digits | underscores | word) & HIGHS;
    (!names & HIGHS).trailing_zeros() as usize / 8
}

/// How many of the eight bytes of `word`, from the lowest, are spaces.
#[inline]
pub fn space_bytes(word: u64) -> usize {
    (word ^ (0x20 * ONES)).trailing_zeros() as usize / 8
}

/// Whether all bytes of `word` are ASCII.
#[inline]
pub fn is_ascii(word: u64) -> bool {
    word & HIGHS == 0
}

/// The lowest `length` bytes of `word`.
#[inline]
pub fn low_bytes(word: u64, length: usize) -> u64 {
    if length >= 8 {
        word
    } else {
        word & ((1 << (8 * length)) - 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::syntax::lexer::class::{CONTINUES, low_bytes, name_bytes, name_kind, space_bytes, word};
    use crate::syntax::token::TokenKind;

    fn kind(text: &str) -> TokenKind {
        name_kind(word(&text.as_bytes()[..text.len().min(8)]), text.len())
    }

    #[test]
    fn every_keyword_is_found_and_nothing_near_it() {
        for &keyword in TokenKind::KEYWORDS {
            let text = keyword.text();
            assert_eq!(kind(text), keyword);
            assert_eq!(kind(&format!("{text}_")), TokenKind::Name);
            assert_eq!(kind(&text.to_uppercase()), TokenKind::Name);
        }
        for soft in [
            "match",
            "case",
            "type",
            "_",
            "print",
            "x",
            "continue1",
            "nonlocal_names",
        ] {
            assert_eq!(kind(soft), TokenKind::Name);
        }
    }

    #[test]
    fn eight_bytes_at_once_agree_with_the_table() {
        for byte in 0..=255 {
            for place in 0..8 {
                let mut bytes = [b'a', b'Z', b'_', b'9', 0xC3, b'0', b'z', b'A'];
                bytes[place] = byte;
                let expected = if CONTINUES[usize::from(byte)] { 8 } else { place };
                assert_eq!(name_bytes(u64::from_le_bytes(bytes)), expected);
            }
        }
        assert_eq!(space_bytes(u64::from_le_bytes(*b"   x    ")), 3);
        assert_eq!(space_bytes(u64::from_le_bytes([b' '; 8])), 8);
        assert_eq!(low_bytes(u64::MAX, 8), u64::MAX);
        assert_eq!(low_bytes(u64::MAX, 2), 0xFFFF);
    }
}
