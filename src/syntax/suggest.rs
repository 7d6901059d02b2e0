//! Misspelt keywords: what CPython's traceback says in place of "invalid syntax" when it prints an uncaught error.
//!
//! It takes the lines up to the error, puts in keywords for names that look like them, and sees whether that compiles.

use crate::base::names::suggest::closest;
use crate::syntax::error::{ErrorKind, SyntaxError};
use crate::syntax::lexer::batch;
use crate::syntax::source::Source;
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;

/// Longer texts are not looked through.
const CHARACTERS_MAX: usize = 1024;
/// How many names are tried, and how many keywords for each.
const NAMES_MAX: usize = 10;
const MATCHES_MAX: usize = 3;

/// A name that should be a keyword. `line` (from 1) and the columns (characters from 1) replace those of the error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typo {
    pub message: String,
    pub line: i64,
    pub column: i64,
    pub end_column: i64,
    /// The text of the line, without the indentation common to all that were looked at.
    pub text: String,
}

/// Looks for a misspelt keyword that explains `error`. `is_file`: the source was read from a file by its name, then only the
/// line of the error counts. `compiles` says whether a text compiles, or would if it went on.
pub fn keyword_typo(
    source: &Source,
    error: &SyntaxError,
    is_file: bool,
    compiles: &mut dyn FnMut(&str) -> bool,
) -> Option<Typo> {
    let message = &error.message;
    let is_vague = message == "invalid syntax" || message.contains("Perhaps you forgot a comma");
    if error.kind != ErrorKind::Syntax || !is_vague {
        return None;
    }
    let last_line = source.location(error)?.line;
    let first_line = error.after.map_or(1, |start| i64::from(source.position(start).0));
    let lines: Vec<&str> = (first_line..=last_line)
        .map(|line| source.line_text(line as u32).trim_end_matches('\n'))
        .collect();
    let code = dedent(&lines).join("\n");
    if code.chars().count() > CHARACTERS_MAX {
        return None;
    }
    let part = Source::from_text("", &code).ok()?;
    let lexed = batch::lex(&part);
    let names = lexed.tokens.iter().filter(|token| token.kind == TokenKind::Name);
    let is_there = |span: Span| !is_file || i64::from(part.position(span.start).0) + first_line - 1 == last_line;
    let spans = names.map(|token| token.span).filter(|&span| is_there(span));
    spans
        .take(NAMES_MAX)
        .find_map(|span| typo(&part, &code, span, first_line, compiles))
}

fn typo(
    part: &Source,
    code: &str,
    span: Span,
    first_line: i64,
    compiles: &mut dyn FnMut(&str) -> bool,
) -> Option<Typo> {
    let wrong = &code[span.range()];
    let keyword = candidates(wrong).into_iter().find(|keyword| {
        let mut mended = code.to_string();
        mended.replace_range(span.range(), keyword);
        compiles(&mended)
    })?;
    let (line, column) = part.character_position(span.start);
    Some(Typo {
        message: format!("invalid syntax. Did you mean '{keyword}'?"),
        line: line + first_line - 1,
        column,
        end_column: column + wrong.chars().count() as i64,
        text: part.line_text(line as u32).to_string(),
    })
}

/// The keywords that `wrong` may stand for, best first.
fn candidates(wrong: &str) -> Vec<&'static str> {
    let keywords = || TokenKind::KEYWORDS.iter().map(|kind| kind.text());
    let mut close: Vec<(f64, &str)> = keywords()
        .map(|keyword| (similarity(keyword.as_bytes(), wrong.as_bytes()), keyword))
        .filter(|pair| pair.0 >= 0.5)
        .collect();
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(a.1)));
    let close = close.into_iter().take(MATCHES_MAX).map(|pair| pair.1);
    closest(wrong, keywords())
        .into_iter()
        .chain(close)
        .take(MATCHES_MAX)
        .collect()
}

/// `difflib.SequenceMatcher(a, b).ratio()`.
fn similarity(a: &[u8], b: &[u8]) -> f64 {
    2.0 * matching(a, b) as f64 / (a.len() + b.len()) as f64
}

/// Bytes in the longest common block (the first in `a`, then in `b`, of several), and in those before and behind it.
fn matching(a: &[u8], b: &[u8]) -> usize {
    let (mut best, mut at_a, mut at_b) = (0, 0, 0);
    for i in 0..a.len() {
        for j in 0..b.len() {
            let length = a[i..].iter().zip(&b[j..]).take_while(|pair| pair.0 == pair.1).count();
            if length > best {
                (best, at_a, at_b) = (length, i, j);
            }
        }
    }
    match best {
        0 => 0,
        _ => best + matching(&a[..at_a], &b[..at_b]) + matching(&a[at_a + best..], &b[at_b + best..]),
    }
}

/// The lines without the indentation that those with text have in common; the others become empty.
fn dedent<'s>(lines: &[&'s str]) -> Vec<&'s str> {
    let is_blank = |line: &str| line.trim_matches([' ', '\t']).is_empty();
    let indentation = |line: &'s str| &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
    let mut common: Option<&str> = None;
    for line in lines.iter().filter(|line| !is_blank(line)) {
        let own = indentation(line);
        let shared = common.map_or(own.len(), |common| {
            own.bytes()
                .zip(common.bytes())
                .take_while(|pair| pair.0 == pair.1)
                .count()
        });
        common = Some(&own[..shared]);
    }
    let width = common.map_or(0, str::len);
    let cut = |line: &&'s str| if is_blank(line) { "" } else { &line[width..] };
    lines.iter().map(cut).collect()
}

#[cfg(test)]
mod tests {
    use crate::syntax::error::ErrorKind;
    use crate::syntax::parser::entry::{Mode, Options, parse, parse_with};
    use crate::syntax::source::Source;
    use crate::syntax::suggest::keyword_typo;
    use bumpalo::Bump;

    fn compiles(text: &str) -> bool {
        let source = Source::from_text("x", text).expect("a good text");
        let options = Options {
            allows_incomplete: true,
            needs_dedent: true,
        };
        match parse_with(&source, &Bump::new(), Mode::Module, options) {
            Ok(_) => true,
            Err(error) => error.kind == ErrorKind::Incomplete,
        }
    }

    #[test]
    fn keywords_are_found_where_cpython_finds_them() {
        let cases = [
            ("whille True:\n  pass\n", Some(("while", 1, 1))),
            ("x = 1\nfro i in range(3):\n    pass\n", Some(("for", 2, 1))),
            ("def f():\n    retrun 1\n", Some(("return", 2, 5))),
            ("if x:\n  pass\nelsee:\n  pass\n", Some(("else", 3, 1))),
            ("print(a fi b else c)\n", Some(("if", 1, 9))),
            ("imprt os", Some(("import", 1, 1))),
            (
                "if a:\n    b\nx = 1\nif b: pass\nc = 2\nwhille x:\n pass",
                Some(("while", 6, 1)),
            ),
            ("a b\n", None),
            ("a = = b\n", None),
        ];
        for (text, expected) in cases {
            let source = Source::from_text("x", text).expect("a good text");
            let arena = Bump::new();
            let error = parse(&source, &arena, Mode::Module).expect_err("a bad text");
            let typo = keyword_typo(&source, &error, true, &mut compiles);
            let found = typo.map(|typo| (typo.message, typo.line, typo.column));
            let expected = expected.map(|(keyword, line, column)| {
                let message = format!("invalid syntax. Did you mean '{keyword}'?");
                (message, line, column)
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
