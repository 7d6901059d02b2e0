//! The lexer against CPython: its errors (data by scripts/oracle-lexer-errors), and what no input may do to it.

use std::time::{Duration, Instant};

use pyfast::syntax::lexer::batch;
use pyfast::syntax::lexer::lexed::Lexed;
use pyfast::syntax::literal::{number, string};
use pyfast::syntax::source::Source;
use pyfast::syntax::token::TokenKind;

/// Undoes Python's `unicode_escape`.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let (length, code) = match rest.as_bytes()[at + 1] {
            b'x' => (4, &rest[at + 2..at + 4]),
            b'u' => (6, &rest[at + 2..at + 6]),
            b'U' => (10, &rest[at + 2..at + 10]),
            b'n' => (2, "a"),
            b't' => (2, "9"),
            _ => (2, "5c"),
        };
        out.extend(char::from_u32(
            u32::from_str_radix(code, 16).expect("hexadecimal digits"),
        ));
        rest = &rest[at + length..];
    }
    out + rest
}

#[test]
fn errors_are_those_of_cpython() {
    let data = include_str!("data/lexer_errors.txt");
    let lines: Vec<&str> = data.lines().collect();
    let mut wrong = String::new();
    for pair in lines.chunks(2) {
        let text = unescape(pair[0]);
        let source = Source::from_text("f", &text).expect("decodable");
        let lexed = batch::lex(&source);
        let answer = match &lexed.error {
            None => "no error".to_string(),
            Some(error) => {
                let place = source.location(error).expect("a location");
                let (line, column, end_line, end_column) = (place.line, place.column, place.end_line, place.end_column);
                let (kind, text) = (error.kind.class_name(), place.text.unwrap_or_default());
                format!(
                    "{kind}\t{}\t{line}\t{column}\t{end_line}\t{end_column}\t{text}",
                    error.message
                )
            }
        };
        let expected: Vec<String> = pair[1].split('\t').map(unescape).collect();
        if answer != expected.join("\t") {
            wrong.push_str(&format!(
                "{}\n  CPython {:?}\n  pyfast  {answer:?}\n",
                pair[0],
                expected.join("\t")
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_parser_error_gives_way_to_what_is_wrong_with_the_rest() {
    let cases = [
        // The parser stops at the second name of line 1 or 2.
        ("a b\n'c", 2, Some("unterminated string literal (detected at line 2)")),
        ("x = (1\ny z\n", 9, Some("'(' was never closed")),
        ("x = (y z\n", 7, None),
        ("x y\nif 1:\n  a\n b\n", 2, None),
        ("x y\nz\n", 2, None),
    ];
    for (text, furthest, message) in cases {
        let source = Source::from_text("f", text).expect("decodable");
        let error = batch::lex(&source).overriding_error(&source, furthest);
        assert_eq!(error.as_ref().map(|error| error.message.as_str()), message, "{text}");
    }
}

#[test]
fn middles_of_templates() {
    let text = r"f'{{a\n}}\{x}\N{DIGIT ONE}' rf'\{x}\n'";
    let source = Source::from_text("", text).expect("a good source");
    let lexed = batch::lex(&source);
    let middles = lexed
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::FStringMiddle);
    let decoded: Vec<_> = middles
        .map(|token| {
            let is_raw = token.span.start > 27;
            let literal = string::decode_middle(&source, token.span, is_raw).expect("a good middle");
            let warnings: String = literal
                .invalid_escapes
                .iter()
                .map(|escape| escape.text.as_str())
                .collect();
            (String::from_utf8_lossy(&literal.value).into_owned(), warnings)
        })
        .collect();
    let expected = [("{", ""), ("a\n}", ""), ("\\", "{"), ("1", ""), ("\\", ""), ("\\n", "")];
    assert_eq!(decoded, expected.map(|pair| (pair.0.to_string(), pair.1.to_string())));
}

#[test]
fn a_prompt_knows_when_to_ask_for_more() {
    let cases = [
        ("x = (1,\n", true),
        ("f'{x\n", true),
        ("'''a\n", true),
        ("\"\"\"a\n", true),
        ("t'''a\n", true),
        ("x = \\\n", true),
        ("'a\n", false),
        ("f'a\n", false),
        ("x)\n", false),
        ("x\n", false),
    ];
    for (text, needs_more) in cases {
        let source = Source::from_text("f", text).expect("decodable");
        assert_eq!(batch::lex(&source).needs_more, needs_more, "{text}");
    }
}

/// Lexes, checks what must hold for every token, and decodes all literals.
fn check(source: &Source) -> Lexed {
    let lexed = batch::lex(source);
    let mut end = 0;
    for token in &lexed.tokens {
        assert!(token.span.start <= token.span.end && (token.kind == TokenKind::Error || token.span.start >= end));
        let text = source.slice(token.span);
        end = token.span.end;
        match token.kind {
            TokenKind::Number => drop(number::parse(text, number::DIGITS_MAX)),
            TokenKind::String => drop(string::decode(text)),
            TokenKind::FStringMiddle | TokenKind::TStringMiddle => {
                drop(string::decode_middle(source, token.span, false))
            }
            _ => {}
        }
    }
    let last = lexed.tokens.last().expect("a last token").kind;
    assert_eq!(last == TokenKind::Error, lexed.error.is_some());
    assert!(last == TokenKind::Error || last == TokenKind::EndMarker);
    if let Some(error) = &lexed.error {
        assert!(source.location(error).is_some());
    }
    batch::lex_verbose(source);
    lexed
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

const FRAGMENTS: &str = "f' f\" f''' t\"\"\" rb' ' \" ''' \"\"\" { } {{ }} {x} !r : := = ( ) [ ] \\ \\\n \\N{ \\{ \\x \\u12 \\777 \\ud800 \n \
    \n\x20 \n\t \n\x0c \t #c x if\x20x: é … \u{a0} 0 00 0x 0xf 0o8 1_ 1e 1e+ 1.5 .5 1j 1if $ ? ... ** //= -> \x01 \u{7f} 😀 a…";

#[test]
fn random_input_never_panics() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let fragments: Vec<&str> = FRAGMENTS.split(' ').collect();
    let begin = Instant::now();
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..random.below(20) {
            text.push_str(fragments[random.below(fragments.len())]);
        }
        check(&Source::from_text("f", &text).expect("decodable"));
        let bytes: Vec<u8> = (0..random.below(60)).map(|_| random.below(256) as u8).collect();
        if let Ok(source) = Source::from_bytes("f", &bytes) {
            check(&source);
        }
        let latin = [b"#coding:latin-1\n".as_slice(), &bytes].concat();
        if let Ok(source) = Source::from_bytes("f", &latin) {
            check(&source);
        }
        if begin.elapsed() > Duration::from_secs(1) {
            break;
        }
    }
}

#[test]
fn extreme_sources_are_quick() {
    let nested: String = (0..2000).map(|level| " ".repeat(level) + "if x:\n").collect();
    let cases = [
        ("(".repeat(100_000), Some("too many nested parentheses")),
        ("f'{".repeat(100_000), Some("too many nested f-strings or t-strings")),
        (nested, Some("too many levels of indentation")),
        ("x ".repeat(500_000), None),
        ("'".to_string() + &"a\\'".repeat(500_000) + "'", None),
        ("f'".to_string() + &"{{".repeat(500_000) + "'", None),
        ("x = ".to_string() + &"1".repeat(1_000_000), None),
        ("\\\n".repeat(500_000) + "x", None),
        ("é".repeat(500_000), None),
    ];
    for (text, message) in cases {
        let begin = Instant::now();
        let lexed = check(&Source::from_text("f", &text).expect("decodable"));
        let start: String = text.chars().take(10).collect();
        assert_eq!(lexed.error.map(|error| error.message).as_deref(), message, "{start}");
        assert!(begin.elapsed() < Duration::from_secs(2), "{start}");
    }
}
