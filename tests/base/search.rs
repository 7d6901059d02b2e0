//! Finding, replacing, splitting, stripping.

use std::ops::Range;

use pyfast::base::search::{
    Unit, count, replace, replaced_length, rsplit, rsplit_space, split, split_lines, split_space, strip_set,
    strip_space,
};

fn texts(text: &str, ranges: Vec<Range<usize>>) -> Vec<&str> {
    ranges.into_iter().map(|range| &text[range]).collect()
}

#[test]
fn counts_and_replaces() {
    assert_eq!(count(b"aaaa", b"aa", Unit::Byte), 2);
    assert_eq!(count("añb".as_bytes(), b"", Unit::CodePoint), 4);
    assert_eq!(count("añb".as_bytes(), b"", Unit::Byte), 5);
    let replaced = |text: &str, old: &str, new: &str, limit| {
        let made = replace(text.as_bytes(), old.as_bytes(), new.as_bytes(), limit, Unit::CodePoint);
        if let Some(made) = &made {
            let length = replaced_length(text.as_bytes(), old.as_bytes(), new.as_bytes(), limit, Unit::CodePoint);
            assert_eq!(length, Some(made.len()));
        }
        made.map(|bytes| String::from_utf8(bytes).unwrap())
    };
    assert_eq!(replaced("añb", "", "-", usize::MAX).unwrap(), "-a-ñ-b-");
    assert_eq!(replaced("añb", "", "-", 2).unwrap(), "-a-ñb");
    assert_eq!(replaced("", "", "-", 5).unwrap(), "-");
    assert_eq!(replaced("aXbXc", "X", "yy", 1).unwrap(), "ayybXc");
    assert_eq!(replaced("abc", "X", "y", 1), None);
}

#[test]
fn splits() {
    let text = "  a b\u{3000}c  ";
    assert_eq!(
        texts(text, split_space(text.as_bytes(), usize::MAX, Unit::CodePoint)),
        ["a", "b", "c"]
    );
    assert_eq!(
        texts(text, split_space(text.as_bytes(), 1, Unit::CodePoint)),
        ["a", "b\u{3000}c  "]
    );
    assert_eq!(
        texts(text, rsplit_space(text.as_bytes(), 1, Unit::CodePoint)),
        ["  a b", "c"]
    );
    assert_eq!(
        texts(text, rsplit_space(text.as_bytes(), 0, Unit::CodePoint)),
        ["  a b\u{3000}c"]
    );
    assert_eq!(texts("a,b,,c", split(b"a,b,,c", b",", usize::MAX)), ["a", "b", "", "c"]);
    assert_eq!(texts("a,b,,c", rsplit(b"a,b,,c", b",", 2)), ["a,b", "", "c"]);
    assert_eq!(texts("", split(b"", b",", 2)), [""]);
    assert!(split_space(b"  ", 0, Unit::Byte).is_empty());
    let lines = "a\r\nb\u{2028}c\n\nd";
    assert_eq!(
        texts(lines, split_lines(lines.as_bytes(), false, Unit::CodePoint)),
        ["a", "b", "c", "", "d"]
    );
    assert_eq!(
        texts(lines, split_lines(lines.as_bytes(), true, Unit::Byte)),
        ["a\r\n", "b\u{2028}c\n", "\n", "d"]
    );
}

#[test]
fn strips() {
    assert_eq!(strip_space(b" \ta ", true, true, Unit::Byte), 2..3);
    assert_eq!(strip_space(b"  ", false, true, Unit::Byte), 0..0);
    assert_eq!(strip_space(b"  ", true, true, Unit::CodePoint), 2..2);
    assert_eq!(
        strip_set("ñaxñ".as_bytes(), "ñ".as_bytes(), true, true, Unit::CodePoint),
        2..4
    );
    assert_eq!(strip_set(b"xxx", b"x", true, true, Unit::Byte), 3..3);
}
