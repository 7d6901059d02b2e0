//! Character classes and mappings: one digest a property over all code points, and texts where the context decides.

use pyfast::base::unicode::{self, Form};
use pyfast::base::wtf8::walk;

use crate::{bytes, hex, rows};

/// FNV-1a over the answers for all code points, each followed by a newline.
fn digest(mut answer: impl FnMut(u32, &[u8]) -> Vec<u8>) -> String {
    let mut hash = 0xCBF2_9CE4_8422_2325u64;
    let mut text = Vec::new();
    for c in 0..0x11_0000 {
        text.clear();
        walk::push(&mut text, c);
        let mut bytes = answer(c, &text);
        bytes.push(b'\n');
        for byte in bytes {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        }
    }
    format!("{hash:016x}")
}

fn flag(test: impl Fn(u32) -> bool) -> String {
    digest(|c, _| vec![if test(c) { b'1' } else { b'0' }])
}

fn shown<T: ToString>(value: Option<T>) -> Vec<u8> {
    value.map_or("-".to_string(), |value| value.to_string()).into_bytes()
}

fn digest_of(name: &str) -> String {
    match name {
        "isalpha" => flag(unicode::is_alpha),
        "isdecimal" => flag(unicode::is_decimal),
        "isdigit" => flag(unicode::is_digit),
        "isnumeric" => flag(unicode::is_numeric),
        "isalnum" => flag(unicode::is_alnum),
        "isspace" => flag(unicode::is_space),
        "isprintable" => flag(unicode::is_printable),
        "isupper" => digest(|_, text| vec![b'0' + u8::from(unicode::is_upper_text(text))]),
        "islower" => digest(|_, text| vec![b'0' + u8::from(unicode::is_lower_text(text))]),
        "istitle" => digest(|_, text| vec![b'0' + u8::from(unicode::is_title_text(text))]),
        "start" => flag(unicode::is_identifier_start),
        "continue" => flag(unicode::is_identifier_continue),
        "linebreak" => flag(unicode::is_line_break),
        "upper" => digest(|_, text| unicode::upper(text)),
        "lower" => digest(|_, text| unicode::lower(text)),
        "title" => digest(|_, text| unicode::title(text)),
        "capitalize" => digest(|_, text| unicode::capitalize(text)),
        "swapcase" => digest(|_, text| unicode::swapcase(text)),
        "casefold" => digest(|_, text| unicode::casefold(text)),
        "decimal" => digest(|c, _| shown(unicode::decimal_value(c))),
        "digit" => digest(|c, _| shown(unicode::digit_value(c))),
        "numeric" => digest(|c, _| shown(unicode::numeric_value(c).map(|x| format!("{:016x}", x.to_bits())))),
        "category" => digest(|c, _| unicode::category(c).into()),
        "bidirectional" => digest(|c, _| unicode::bidirectional(c).into()),
        "east_asian_width" => digest(|c, _| unicode::east_asian_width(c).into()),
        "combining" => digest(|c, _| shown(Some(unicode::combining(c)))),
        "mirrored" => digest(|c, _| shown(Some(u8::from(unicode::mirrored(c))))),
        "decomposition" => digest(|c, _| unicode::decomposition(c).into()),
        "NFC" => digest(|_, text| unicode::normalized(Form::Nfc, text).to_vec()),
        "NFD" => digest(|_, text| unicode::normalized(Form::Nfd, text).to_vec()),
        "NFKC" => digest(|_, text| unicode::normalized(Form::Nfkc, text).to_vec()),
        "NFKD" => digest(|_, text| unicode::normalized(Form::Nfkd, text).to_vec()),
        _ => panic!("no property {name}"),
    }
}

#[test]
fn all_code_points_agree() {
    let wrong: Vec<&str> = rows(include_str!("data/unicode_digests.txt"))
        .filter(|row| digest_of(row[0]) != row[1])
        .map(|row| row[0])
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn texts_agree() {
    for row in rows(include_str!("data/unicode_texts.txt")) {
        let text = bytes(row[0]);
        let made = [
            unicode::upper(&text),
            unicode::lower(&text),
            unicode::title(&text),
            unicode::capitalize(&text),
            unicode::swapcase(&text),
            unicode::casefold(&text),
        ];
        assert_eq!(
            made.map(|text| hex(&text)),
            row[1..7],
            "{}",
            walk::to_string_lossy(&text)
        );
        let flags = [
            unicode::is_upper_text(&text),
            unicode::is_lower_text(&text),
            unicode::is_title_text(&text),
        ];
        assert_eq!(flags.map(|flag| u8::from(flag).to_string()).concat(), row[7]);
    }
}

#[test]
fn numbers_become_ascii() {
    assert_eq!(&*unicode::ascii_number("\u{3000}-٣4\u{1D7DA}é".as_bytes()), b" -342?");
}
