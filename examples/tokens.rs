//! Prints the tokens of the files named on standard input, one file a line: what `scripts/compare-tokens` compares with CPython.
//! With `--time N` as arguments it lexes each file N times instead and prints lines a second.

use std::fmt::Write;
use std::io::BufRead;
use std::time::Instant;

use pyfast::syntax::error::{Location, SyntaxError};
use pyfast::syntax::lexer::batch;
use pyfast::syntax::source::Source;
use pyfast::syntax::token::{Token, TokenKind};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let names = std::io::stdin().lock().lines().map_while(Result::ok);
    if let [flag, times] = arguments.as_slice()
        && flag == "--time"
    {
        return time(names.collect(), times.parse().unwrap_or(1));
    }
    for name in names {
        let bytes = std::fs::read(&name).unwrap_or_default();
        print!("FILE {name}\n{}", dump(&name, &bytes));
    }
}

fn dump(name: &str, bytes: &[u8]) -> String {
    let mut out = String::new();
    let source = match Source::from_bytes(name, bytes) {
        Ok(source) => source,
        Err(error) => {
            write_error(error.location.as_deref().cloned(), &error, &mut out);
            return out;
        }
    };
    let lexed = batch::lex(&source);
    for &token in &lexed.tokens {
        write_token(&source, token, &mut out);
    }
    if let Some(error) = &lexed.error {
        write_error(source.location(error), error, &mut out);
    }
    out
}

fn write_token(source: &Source, token: Token, out: &mut String) {
    let (line, column) = source.character_position(token.span.start);
    let (end_line, end_column) = source.character_position(token.span.end);
    let _ = match token.kind {
        TokenKind::Indent | TokenKind::Dedent | TokenKind::EndMarker => writeln!(out, "{}", token.kind.text()),
        TokenKind::Newline => writeln!(out, "NEWLINE {line}:{}", column - 1),
        TokenKind::Error => writeln!(out, "ERRORTOKEN"),
        kind => {
            let text = if kind.is_keyword() { "NAME" } else { kind.text() };
            writeln!(out, "{text} {line}:{}-{end_line}:{}", column - 1, end_column - 1)
        }
    };
}

fn write_error(place: Option<Location>, error: &SyntaxError, out: &mut String) {
    let kind = error.kind.class_name();
    let Some(place) = place else {
        let _ = writeln!(out, "ERROR {kind} {}", error.message);
        return;
    };
    let _ = writeln!(
        out,
        "ERROR {kind} {} {} {} {} {} {:?}",
        error.message,
        place.line,
        place.column,
        place.end_line,
        place.end_column,
        place.text.unwrap_or_default()
    );
}

fn time(names: Vec<String>, times: u32) {
    let files: Vec<Vec<u8>> = names.iter().filter_map(|name| std::fs::read(name).ok()).collect();
    let sources: Vec<Source> = files
        .iter()
        .filter_map(|bytes| Source::from_bytes("", bytes).ok())
        .collect();
    let lines: usize = sources.iter().map(|source| source.line_starts.len() - 1).sum();
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    let (mut read, mut lexed, mut tokens) = (f64::MAX, f64::MAX, 0);
    for _ in 0..times {
        let begin = Instant::now();
        for bytes in &files {
            std::hint::black_box(Source::from_bytes("", bytes).is_ok());
        }
        read = read.min(begin.elapsed().as_secs_f64());
        let begin = Instant::now();
        tokens = sources.iter().map(|source| batch::lex(source).tokens.len()).sum();
        lexed = lexed.min(begin.elapsed().as_secs_f64());
    }
    let rate = |seconds: f64| lines as f64 / seconds / 1e6;
    println!("{lines} lines, {bytes} bytes, {tokens} tokens");
    println!(
        "reading {:.1} M lines/s, lexing {:.1} M lines/s, {:.0} MB/s",
        rate(read),
        rate(lexed),
        bytes as f64 / lexed / 1e6
    );
}
