//! Trees and syntax errors against those of CPython (`syntax/make.py` writes the expectations), and hostile sources.

use bumpalo::Bump;
use pyfast::syntax::dump::tree::dump;
use pyfast::syntax::error::{ErrorKind, SyntaxError};
use pyfast::syntax::lexer::batch;
use pyfast::syntax::parser::entry::{Mode, Options, parse, parse_with};
use pyfast::syntax::source::Source;
use std::fmt::Write;
use std::time::{Duration, Instant};

const BAD: &str = include_str!("syntax/bad.txt");
const GOOD: &str = include_str!("syntax/good.txt");

fn cases(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.strip_suffix('\n').expect("a text file").split("\n----\n")
}

fn show_error(source: &Source, error: &SyntaxError) -> String {
    let at = source.location(error).expect("a place");
    format!(
        "! {error} ({}, {}, {}, {})",
        at.line, at.column, at.end_line, at.end_column
    )
}

fn show(text: &str) -> String {
    let source = Source::from_text("x", text).expect("a good text");
    let arena = Bump::new();
    match parse(&source, &arena, Mode::Module) {
        Ok(module) => dump(&source, &module),
        Err(error) => show_error(&source, &error),
    }
}

fn compare(sources: &'static str, expected: &str) {
    let mut report = String::new();
    let mut expected = expected.lines();
    for case in cases(sources) {
        let (cpython, ours) = (expected.next().expect("as many lines as cases"), show(case));
        if cpython != ours {
            let _ = write!(report, "{case}\n  CPython: {cpython}\n  pyfast:  {ours}\n\n");
        }
    }
    assert!(report.is_empty(), "\n{report}");
    assert_eq!(expected.next(), None);
}

#[test]
fn trees_are_those_of_cpython() {
    compare(GOOD, include_str!("syntax/trees.txt"));
}

#[test]
fn errors_are_those_of_cpython() {
    compare(BAD, include_str!("syntax/errors.txt"));
}

/// The kind of error of a source; nothing when it is good.
fn refusal(text: &str, mode: Mode, options: Options) -> Option<ErrorKind> {
    let source = Source::from_text("x", text).expect("a good text");
    let arena = Bump::new();
    parse_with(&source, &arena, mode, options).err().map(|error| error.kind)
}

#[test]
fn depth_is_bounded_and_length_is_not() {
    let plain = Options::default();
    let nested = [
        ("(", "1", ")"),
        ("[", "1", "]"),
        ("f(", "1", ")"),
        ("a[", "1", "]"),
        ("{1: ", "1", "}"),
    ];
    for (open, middle, close) in nested {
        let good = open.repeat(150) + middle + &close.repeat(150);
        assert_eq!(refusal(&good, Mode::Module, plain), None, "{open}");
        let bad = open.repeat(100_000) + middle + &close.repeat(100_000);
        assert_eq!(refusal(&bad, Mode::Module, plain), Some(ErrorKind::Syntax), "{open}");
    }
    for prefix in ["-", "not ", "lambda: ", "1 if 1 else ", "1 ** "] {
        assert_eq!(
            refusal(&(prefix.repeat(450) + "1"), Mode::Module, plain),
            None,
            "{prefix}"
        );
        let kind = refusal(&(prefix.repeat(100_000) + "1"), Mode::Module, plain);
        assert_eq!(kind, Some(ErrorKind::Memory), "{prefix}");
    }
    let long = [
        "a".to_string() + &".b".repeat(100_000),
        "a".to_string() + &"()".repeat(100_000),
        "1".to_string() + &"+1".repeat(100_000),
        "a".to_string() + &" and a".repeat(100_000),
        "a".to_string() + &" < a".repeat(100_000),
        "x = ".repeat(100_000) + "1",
        "'a' ".repeat(100_000),
        "[".to_string() + &"1, ".repeat(100_000) + "]",
        "if a: b\n".to_string() + &"elif a: b\n".repeat(50_000),
    ];
    for text in long {
        assert_eq!(refusal(&text, Mode::Module, plain), None, "{}", &text[..20]);
        assert!(show(&text).starts_with("Module("));
    }
    let levels: String = (0..2000).map(|level| " ".repeat(level) + "if x:\n").collect();
    assert_eq!(refusal(&levels, Mode::Module, plain), Some(ErrorKind::Indentation));
}

#[test]
fn mistakes_in_deep_nests_take_linear_time() {
    let start = Instant::now();
    let nests = [
        ("(a if ", "1", ")"),
        ("a[", "1 2", "]"),
        ("(x(", "1", ")=1)"),
        ("(lambda a=", "1 2", ":0)"),
        ("[x for ", "1", " in y]"),
        ("f(1, x for x in ", "1", ")"),
        ("f(a ", "b", ")"),
        ("{1: ", "2 3", "}"),
    ];
    for (open, middle, close) in nests {
        let text = open.repeat(90) + middle + &close.repeat(90);
        assert!(refusal(&text, Mode::Module, Options::default()).is_some(), "{open}");
    }
    for text in ["a ".repeat(900), "'a' b ".repeat(20_000), "print ".repeat(100_000)] {
        assert!(refusal(&text, Mode::Module, Options::default()).is_some());
    }
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn interactive_sources_may_be_incomplete() {
    let options = Options {
        allows_incomplete: true,
        needs_dedent: true,
    };
    let incomplete = [
        "if a:",
        "if a:\n",
        "if a:\n  b",
        "def f():\n  pass",
        "(",
        "'''a",
        "f(a,\n",
        "a = \\\n",
        "@a\n",
    ];
    for text in incomplete {
        let kind = refusal(text, Mode::Interactive, options);
        assert_eq!(kind, Some(ErrorKind::Incomplete), "{text:?}");
    }
    for text in [
        "a",
        "a\n",
        "if a:\n  b\n",
        "if a: b\n",
        "a; b\n",
        "def f():\n  pass\n\n",
    ] {
        assert_eq!(refusal(text, Mode::Interactive, options), None, "{text:?}");
    }
    for text in ["a b", "a\nb\n", "if a b:\n", ")", "if a: b\nc\n"] {
        assert_eq!(
            refusal(text, Mode::Interactive, options),
            Some(ErrorKind::Syntax),
            "{text:?}"
        );
    }
    assert_eq!(refusal("a, b", Mode::Expression, Options::default()), None);
    assert_eq!(
        refusal("a = b", Mode::Expression, Options::default()),
        Some(ErrorKind::Syntax)
    );
    assert_eq!(
        refusal("(int, *str) -> None", Mode::FunctionType, Options::default()),
        None
    );
}

/// A small generator of numbers that look random (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

/// The texts of the tokens of `text`, each with the space before it.
fn pieces(text: &str) -> Vec<String> {
    let source = Source::from_text("x", text).expect("a good text");
    let lexed = batch::lex(&source);
    let mut at = 0;
    let mut pieces = Vec::new();
    for token in &lexed.tokens {
        let end = token.span.end as usize;
        if end > at {
            pieces.push(source.text[at..end].to_string());
            at = end;
        }
    }
    pieces
}

#[test]
fn mutilated_sources_are_parsed_or_refused() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let whole: Vec<Vec<String>> = cases(GOOD).chain(cases(BAD)).map(pieces).collect();
    let start = Instant::now();
    let mut count = 0;
    while start.elapsed() < Duration::from_secs(1) && count < 20_000 {
        let mut pieces = whole[random.below(whole.len())].clone();
        for _ in 0..=random.below(4) {
            if pieces.is_empty() {
                break;
            }
            let at = random.below(pieces.len());
            let donor = &whole[random.below(whole.len())];
            match random.below(4) {
                0 => drop(pieces.remove(at)),
                1 => pieces.insert(at, pieces[at].clone()),
                2 if !donor.is_empty() => pieces[at] = donor[random.below(donor.len())].clone(),
                _ => {
                    let other = random.below(pieces.len());
                    pieces.swap(at, other);
                }
            }
        }
        let text = pieces.concat();
        for mode in [Mode::Module, Mode::Interactive, Mode::Expression] {
            let source = Source::from_text("x", &text).expect("no NUL");
            let arena = Bump::new();
            match parse(&source, &arena, mode) {
                Ok(module) => drop(dump(&source, &module)),
                Err(error) => drop(source.location(&error)),
            }
        }
        count += 1;
    }
    assert!(count > 50);
}
