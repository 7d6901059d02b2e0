//! Character classes and case mappings, as `str` methods of CPython 3.14 see them: Unicode 16.
//!
//! The tables are of a later version; what that added or changed is taken back here. Surrogates have no properties.

use std::borrow::Cow;

use rustpython_unicode::case;
use rustpython_unicode::classify;
use rustpython_unicode::identifier;
use rustpython_unicode::{LookupResult, NormalizeForm, Ucd, character_name, is_normalized, lookup_name, normalize};

use crate::base::wtf8::walk;

const UCD: Ucd = Ucd::new(true);

/// The character at `c` unless it is a surrogate or unassigned in Unicode 16.
#[inline]
fn assigned(c: u32) -> Option<char> {
    char::from_u32(c).filter(|_| !is_newer(c))
}

macro_rules! predicates {
    ($($(#[$doc:meta])* $name:ident: |$ascii:ident| $fast:expr, |$c:ident| $slow:expr;)*) => {$(
        $(#[$doc])*
        #[inline]
        pub fn $name(c: u32) -> bool {
            if c < 0x80 {
                let $ascii = c as u8;
                return $fast;
            }
            assigned(c).is_some_and(|$c| $slow)
        }
    )*};
}

predicates! {
    /// `str.isalpha` of one character.
    is_alpha: |b| b.is_ascii_alphabetic(), |c| classify::is_alpha(c);
    /// `str.isdecimal` of one character.
    is_decimal: |b| b.is_ascii_digit(), |c| classify::is_decimal(c);
    /// `str.isdigit` of one character.
    is_digit: |b| b.is_ascii_digit(), |c| classify::is_digit(c);
    /// `str.isnumeric` of one character.
    is_numeric: |b| b.is_ascii_digit(), |c| classify::is_numeric(c) && !is_renumbered(u32::from(c));
    /// `str.isalnum` of one character.
    is_alnum: |b| b.is_ascii_alphanumeric(), |c| classify::is_alpha(c) || classify::is_numeric(c);
    /// `str.isspace` of one character.
    is_space: |b| matches!(b, b'\t'..=b'\r' | 0x1C..=0x1F | b' '), |c| classify::is_space(c);
    /// `str.isprintable` of one character, and whether `repr` shows it as it is.
    is_printable: |b| (0x20..0x7F).contains(&b), |c| classify::is_printable(c);
    /// The derived property Uppercase.
    is_upper: |b| b.is_ascii_uppercase(), |c| case::is_uppercase(c);
    /// The derived property Lowercase.
    is_lower: |b| b.is_ascii_lowercase(), |c| case::is_lowercase(c) || c == 'ʕ';
    /// A titlecase letter (category Lt).
    is_title: |_b| false, |c| case::is_titlecase(c);
    /// The derived property Cased.
    is_cased: |b| b.is_ascii_alphabetic(), |c| case::is_cased(c) || c == 'ʕ';
    /// The derived property Case_Ignorable.
    is_case_ignorable: |b| matches!(b, b'\'' | b'.' | b':' | b'^' | b'`'), |c| case::is_case_ignorable(c);
    /// May start an identifier.
    is_identifier_start: |b| b.is_ascii_alphabetic() || b == b'_', |c| identifier::is_xid_start(c);
    /// May stand in an identifier after its start.
    is_identifier_continue: |b| b.is_ascii_alphanumeric() || b == b'_', |c| identifier::is_xid_continue(c);
}

/// Whether `str.splitlines` ends a line after `c`. "\r\n" is one end.
#[inline]
pub fn is_line_break(c: u32) -> bool {
    matches!(c, 0x0A..=0x0D | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}

/// Whether all of `text` is an identifier by its characters.
pub fn is_identifier(text: &[u8]) -> bool {
    let mut points = walk::code_points(text);
    points.next().is_some_and(is_identifier_start) && points.all(is_identifier_continue)
}

/// `str.isupper`.
pub fn is_upper_text(text: &[u8]) -> bool {
    let mut seen = false;
    for c in walk::code_points(text) {
        if is_lower(c) || is_title(c) {
            return false;
        }
        seen |= is_upper(c);
    }
    seen
}

/// `str.islower`.
pub fn is_lower_text(text: &[u8]) -> bool {
    let mut seen = false;
    for c in walk::code_points(text) {
        if is_upper(c) || is_title(c) {
            return false;
        }
        seen |= is_lower(c);
    }
    seen
}

/// `str.istitle`.
pub fn is_title_text(text: &[u8]) -> bool {
    let (mut seen, mut after_cased) = (false, false);
    for c in walk::code_points(text) {
        let starts = is_upper(c) || is_title(c);
        if starts && after_cased {
            return false;
        }
        let follows = !starts && is_lower(c);
        if follows && !after_cased {
            return false;
        }
        after_cased = starts || follows;
        seen |= after_cased;
    }
    seen
}

/// The value of a decimal digit (`int('٣')`).
#[inline]
pub fn decimal_value(c: u32) -> Option<u32> {
    if c < 0x80 {
        return (c as u8).is_ascii_digit().then(|| c - u32::from(b'0'));
    }
    UCD.decimal(assigned(c)?.into()).map(|value| value as u32)
}

/// Text for `int()`, `float()` and `complex()` in ASCII: spaces of any kind as ' ', decimal digits of any script as '0' to '9', and
/// '?' for whatever else is not ASCII.
pub fn ascii_number(text: &[u8]) -> Cow<'_, [u8]> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let simplified = walk::code_points(text).map(|c| match c {
        0..0x80 => c as u8,
        _ if is_space(c) => b' ',
        _ => decimal_value(c).map_or(b'?', |digit| b'0' + digit as u8),
    });
    Cow::Owned(simplified.collect())
}

/// `unicodedata.digit`: also of superscripts and the like.
pub fn digit_value(c: u32) -> Option<u32> {
    UCD.digit(assigned(c)?.into()).map(|value| value as u32)
}

/// `unicodedata.numeric`.
pub fn numeric_value(c: u32) -> Option<f64> {
    if is_renumbered(c) {
        return None;
    }
    // Later versions read this sign as a million millions.
    if c == 0x5146 {
        return Some(1e6);
    }
    UCD.numeric(assigned(c)?.into())
}

/// `unicodedata.category`.
pub fn category(c: u32) -> &'static str {
    match assigned(c) {
        Some('ʕ') => "Ll",
        Some(known) => UCD.category(known.into()),
        None if walk::is_surrogate(c) => "Cs",
        None => "Cn",
    }
}

/// `unicodedata.bidirectional`.
pub fn bidirectional(c: u32) -> &'static str {
    match assigned(c) {
        Some('\u{1B3A}' | '\u{1B3C}' | '\u{1B42}') => "NSM",
        Some(known) if UCD.category(known.into()) != "Cn" => UCD.bidirectional(known.into()),
        None if walk::is_surrogate(c) => "L",
        _ => "",
    }
}

/// `unicodedata.east_asian_width`.
pub fn east_asian_width(c: u32) -> &'static str {
    // The unassigned rest of the ideographic planes counts as wide.
    let unassigned = if matches!(c, 0x2_0000..=0x2_FFFD | 0x3_0000..=0x3_FFFD) {
        "W"
    } else {
        "N"
    };
    assigned(c).map_or(unassigned, |known| UCD.east_asian_width(known.into()))
}

/// `unicodedata.combining`.
pub fn combining(c: u32) -> u8 {
    assigned(c).map_or(0, |known| UCD.combining(known.into()))
}

/// `unicodedata.mirrored`.
pub fn mirrored(c: u32) -> bool {
    assigned(c).is_some_and(|known| UCD.mirrored(known.into()) != 0)
}

/// `unicodedata.decomposition`.
pub fn decomposition(c: u32) -> String {
    // A Hangul syllable decomposes into its two or three letters at once.
    if let Some(index) = c.checked_sub(0xAC00).filter(|&index| index < 11_172) {
        let (lead, vowel, tail) = (0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28);
        return if tail == 0x11A7 {
            format!("{lead:04X} {vowel:04X}")
        } else {
            format!("{lead:04X} {vowel:04X} {tail:04X}")
        };
    }
    // Five compatibility ideographs whose corrected decompositions the tables keep apart.
    match c {
        0x2F868 => "36FC".to_string(),
        0x2F874 => "5F53".to_string(),
        0x2F91F => "243AB".to_string(),
        0x2F95F => "7AEE".to_string(),
        0x2F9BF => "45D7".to_string(),
        _ => assigned(c).map_or_else(String::new, |known| UCD.decomposition(known.into())),
    }
}

/// `unicodedata.name`. Tangut ideographs have none in CPython.
pub fn name(c: u32) -> Option<String> {
    if matches!(c, 0x1_7000..0x1_8800 | 0x1_8D00..0x1_8D80) {
        return None;
    }
    character_name(assigned(c)?)
}

/// What a name stands for: a character or, for a named sequence, several.
pub fn lookup(name: &str) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    match lookup_name(name)? {
        LookupResult::Character(c) => walk::push(&mut text, u32::from(assigned(u32::from(c))?)),
        LookupResult::Sequence(sequence) => text.extend_from_slice(sequence.as_bytes()),
    }
    Some(text)
}

/// `str.upper`.
pub fn upper(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    map_beyond_ascii(text, u8::to_ascii_uppercase, |_, c, out| push_upper(out, c))
}

/// `str.lower`.
pub fn lower(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    map_beyond_ascii(text, u8::to_ascii_lowercase, |at, c, out| push_lower(out, text, at, c))
}

/// `str.title`.
pub fn title(text: &[u8]) -> Vec<u8> {
    let mut after_cased = false;
    map(text, |at, c, out| {
        if after_cased {
            push_lower(out, text, at, c);
        } else {
            push_title(out, c);
        }
        after_cased = is_cased(c);
    })
}

/// `str.capitalize`.
pub fn capitalize(text: &[u8]) -> Vec<u8> {
    map(text, |at, c, out| {
        if at == 0 {
            push_title(out, c)
        } else {
            push_lower(out, text, at, c)
        }
    })
}

/// `str.swapcase`.
pub fn swapcase(text: &[u8]) -> Vec<u8> {
    let ascii = |byte: &u8| byte ^ (u8::from(byte.is_ascii_alphabetic()) << 5);
    map_beyond_ascii(text, ascii, |at, c, out| {
        if is_upper(c) {
            push_lower(out, text, at, c);
        } else if is_lower(c) {
            push_upper(out, c);
        } else {
            walk::push(out, c);
        }
    })
}

/// `str.casefold`.
pub fn casefold(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    map(text, |_, c, out| match assigned(c) {
        Some(known) if c >= 0x80 && !is_recased(c) => {
            out.extend_from_slice(case::casefold_str(known.encode_utf8(&mut [0; 4])).as_bytes());
        }
        Some(known) => walk::push(out, u32::from(known.to_ascii_lowercase())),
        None => walk::push(out, c),
    })
}

/// One lower-case character for one: `Py_UNICODE_TOLOWER`, for regular expressions.
pub fn simple_lower(c: u32) -> u32 {
    assigned(c)
        .filter(|_| !is_recased(c))
        .map_or(c, |known| u32::from(case::simple_lowercase(known)))
}

/// One upper-case character for one: `Py_UNICODE_TOUPPER`.
pub fn simple_upper(c: u32) -> u32 {
    assigned(c)
        .filter(|_| !is_recased(c))
        .map_or(c, |known| u32::from(case::simple_uppercase(known)))
}

/// The four normal forms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
}

/// `unicodedata.normalize`. Surrogates and characters unknown to Unicode 16 stay, and cut the text into runs.
pub fn normalized(form: Form, text: &[u8]) -> Cow<'_, [u8]> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let form = library_form(form);
    let mut out = Vec::with_capacity(text.len() + text.len() / 4);
    for (known, run) in runs(text) {
        match walk::as_str(run) {
            Some(run) if known => out.extend_from_slice(normalize(form, run.as_ref()).as_bytes()),
            _ => out.extend_from_slice(run),
        }
    }
    Cow::Owned(out)
}

/// `unicodedata.is_normalized`.
pub fn is_in_form(form: Form, text: &[u8]) -> bool {
    let form = library_form(form);
    runs(text).all(|(known, run)| !known || walk::as_str(run).is_none_or(|run| is_normalized(form, run.as_ref())))
}

fn library_form(form: Form) -> NormalizeForm {
    match form {
        Form::Nfc => NormalizeForm::Nfc,
        Form::Nfd => NormalizeForm::Nfd,
        Form::Nfkc => NormalizeForm::Nfkc,
        Form::Nfkd => NormalizeForm::Nfkd,
    }
}

/// Cuts text into runs of characters that Unicode 16 knows (true) and others.
fn runs(text: &[u8]) -> impl Iterator<Item = (bool, &[u8])> {
    let known = |at: usize| walk::decode(text, at).map(|(c, next)| (char::from_u32(c).is_some() && !is_newer(c), next));
    let mut start = 0;
    std::iter::from_fn(move || {
        let (kind, mut end) = known(start)?;
        while let Some((next_kind, next)) = known(end)
            && next_kind == kind
        {
            end = next;
        }
        let run = &text[start..end];
        start = end;
        Some((kind, run))
    })
}

/// Calls `push` with every offset, code point and the text that is being made.
fn map(text: &[u8], mut push: impl FnMut(usize, u32, &mut Vec<u8>)) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 8);
    let mut at = 0;
    while let Some((c, next)) = walk::decode(text, at) {
        push(at, c, &mut out);
        at = next;
    }
    out
}

/// As `map`, where a byte of ASCII becomes a byte of ASCII, whatever is around it.
fn map_beyond_ascii(text: &[u8], ascii: impl Fn(&u8) -> u8, mut push: impl FnMut(usize, u32, &mut Vec<u8>)) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 8);
    let mut at = 0;
    while at < text.len() {
        let run = text[at..]
            .iter()
            .position(|byte| *byte >= 0x80)
            .unwrap_or(text.len() - at);
        out.extend(text[at..at + run].iter().map(&ascii));
        at += run;
        if let Some((c, next)) = walk::decode(text, at) {
            push(at, c, &mut out);
            at = next;
        }
    }
    out
}

fn push_all(out: &mut Vec<u8>, chars: impl Iterator<Item = char>) {
    chars.for_each(|c| walk::push(out, u32::from(c)));
}

fn push_upper(out: &mut Vec<u8>, c: u32) {
    if c < 0x80 {
        return out.push((c as u8).to_ascii_uppercase());
    }
    match assigned(c).filter(|_| !is_recased(c)) {
        Some(known) => push_all(out, known.to_uppercase()),
        None => walk::push(out, c),
    }
}

fn push_title(out: &mut Vec<u8>, c: u32) {
    if c < 0x80 {
        return out.push((c as u8).to_ascii_uppercase());
    }
    match assigned(c).filter(|_| !is_recased(c)) {
        Some(known) => out.extend_from_slice(case::title_str(known.encode_utf8(&mut [0; 4])).as_bytes()),
        None => walk::push(out, c),
    }
}

#[inline]
fn push_lower(out: &mut Vec<u8>, text: &[u8], at: usize, c: u32) {
    if c < 0x80 {
        return out.push((c as u8).to_ascii_lowercase());
    }
    push_lower_slow(out, text, at, c);
}

fn push_lower_slow(out: &mut Vec<u8>, text: &[u8], at: usize, c: u32) {
    match assigned(c).filter(|_| !is_recased(c)) {
        Some('Σ') => push_all(out, std::iter::once(if is_final_sigma(text, at) { 'ς' } else { 'σ' })),
        Some(known) => push_all(out, known.to_lowercase()),
        None => walk::push(out, c),
    }
}

/// Whether the sigma at `at` ends a word: a cased character before it and none after it, case-ignorable ones aside.
fn is_final_sigma(text: &[u8], at: usize) -> bool {
    let mut start = at;
    let before = loop {
        match walk::decode_back(text, start) {
            Some((c, offset)) if is_case_ignorable(c) => start = offset,
            other => break other.is_some_and(|(c, _)| is_cased(c)),
        }
    };
    let after = &text[at + 'Σ'.len_utf8()..];
    before
        && !walk::code_points(after)
            .find(|&c| !is_case_ignorable(c))
            .is_some_and(is_cased)
}

/// Whether the tables know `c` but Unicode 16 does not. Below the first of them the answer costs one comparison.
#[inline]
fn is_newer(c: u32) -> bool {
    c >= NEWER[0].0 && is_newer_slow(c)
}

fn is_newer_slow(c: u32) -> bool {
    let after = NEWER.partition_point(|&(first, _)| first <= c);
    after > 0 && c <= NEWER[after - 1].1
}

/// Characters that Unicode 16 knows, but only later versions gave a case mapping.
#[inline]
fn is_recased(c: u32) -> bool {
    matches!(c, 0x277 | 0x27C | 0xA7D3 | 0xA7D5 | 0xAB4B | 0xAB4C)
}

/// Cuneiform signs that only later versions made numbers.
fn is_renumbered(c: u32) -> bool {
    matches!(
        c,
        0x12038 | 0x12039 | 0x12079 | 0x12226 | 0x1222B | 0x1230B | 0x1230D | 0x12399
    )
}

/// Ranges, ascending, in which every character that the tables know is newer than Unicode 16.
const NEWER: [(u32, u32); 63] = [
    (0x558, 0x558),
    (0x58B, 0x58C),
    (0x5C8, 0x5C9),
    (0x88F, 0x88F),
    (0xB53, 0xB54),
    (0xC5C, 0xC5C),
    (0xCDC, 0xCDC),
    (0x1ACF, 0x1AF0),
    (0x208F, 0x208F),
    (0x209D, 0x209F),
    (0x20C1, 0x20C4),
    (0x2B96, 0x2B96),
    (0x2E60, 0x2E63),
    (0xA7CE, 0xA7CF),
    (0xA7D2, 0xA7D2),
    (0xA7D4, 0xA7D4),
    (0xA7DD, 0xA7F1),
    (0xAB6C, 0xAB6D),
    (0xFBC3, 0xFBD2),
    (0xFD90, 0xFD91),
    (0xFDC8, 0xFDCE),
    (0x107BB, 0x107BF),
    (0x10940, 0x10959),
    (0x10EC5, 0x10EFB),
    (0x11B0A, 0x11B67),
    (0x11DB0, 0x11DF1),
    (0x1246F, 0x1246F),
    (0x12475, 0x1247F),
    (0x12550, 0x12686),
    (0x16EA0, 0x16ED3),
    (0x16FF2, 0x16FF6),
    (0x187F8, 0x187FF),
    (0x18CD6, 0x18CDA),
    (0x18D09, 0x191D2),
    (0x1B123, 0x1B128),
    (0x1B168, 0x1B168),
    (0x1CCFA, 0x1CCFC),
    (0x1CEBA, 0x1CEFD),
    (0x1D127, 0x1D128),
    (0x1D1EB, 0x1D1FF),
    (0x1D250, 0x1D281),
    (0x1D6A6, 0x1D6A6),
    (0x1DB00, 0x1DB1C),
    (0x1DF1F, 0x1DF24),
    (0x1DF2B, 0x1DFFF),
    (0x1E6C0, 0x1E6FF),
    (0x1F1AE, 0x1F1AE),
    (0x1F6D8, 0x1F6D9),
    (0x1F777, 0x1F77A),
    (0x1F7DA, 0x1F7DB),
    (0x1F7F1, 0x1F7FF),
    (0x1F8D0, 0x1F8D8),
    (0x1FA54, 0x1FA57),
    (0x1FA8A, 0x1FA8E),
    (0x1FAC8, 0x1FACD),
    (0x1FADD, 0x1FADD),
    (0x1FAEA, 0x1FAEF),
    (0x1FAF9, 0x1FAFA),
    (0x1FBFA, 0x1FBFA),
    (0x2B73A, 0x2B73F),
    (0x2B81E, 0x2B81E),
    (0x2CEA2, 0x2CEAD),
    (0x323B0, 0x3FC3F),
];
