//! Prints the tokens of the files named on standard input, one file a line: what `scripts/compare-tokens` compares with CPython.
//! `--verbose` adds comments and insignificant newlines, `--values` prints the values of literals instead of tokens, and
//! `--time N` lexes each file N times and prints lines a second.

use std::fmt::Write;
use std::io::BufRead;
use std::time::Instant;

use pyfast::syntax::error::{Location, SyntaxError};
use pyfast::syntax::lexer::batch;
use pyfast::syntax::literal::number::{self, Number};
use pyfast::syntax::literal::string;
use pyfast::syntax::source::Source;
use pyfast::syntax::token::{Token, TokenKind};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let names = std::io::stdin().lock().lines().map_while(Result::ok);
    let flag = arguments.first().map(String::as_str).unwrap_or_default();
    if flag == "--time" {
        let times = arguments.get(1).and_then(|times| times.parse().ok());
        return time(names.collect(), times.unwrap_or(1));
    }
    for name in names {
        let bytes = std::fs::read(&name).unwrap_or_default();
        print!("FILE {name}\n{}", dump(&name, &bytes, flag));
    }
}

fn dump(name: &str, bytes: &[u8], flag: &str) -> String {
    let mut out = String::new();
    let source = match Source::from_bytes(name, bytes) {
        Ok(source) => source,
        Err(error) => {
            write_error(error.location.as_deref().cloned(), &error, &mut out);
            return out;
        }
    };
    let lexed = if flag == "--verbose" {
        batch::lex_verbose(&source)
    } else {
        batch::lex(&source)
    };
    for &token in &lexed.tokens {
        match flag {
            "--values" => write_value(&source, token, &mut out),
            _ => write_token(&source, token, &mut out),
        }
    }
    if let Some(error) = &lexed.error {
        write_error(source.location(error), error, &mut out);
    }
    out
}

/// Strings in hexadecimal, in their UTF-8 or bytes; integers by their digits.
fn write_value(source: &Source, token: Token, out: &mut String) {
    let text = source.slice(token.span);
    let _ = match token.kind {
        TokenKind::Number => match number::parse(text, number::DIGITS_MAX) {
            Ok(Number::Int(value)) => writeln!(out, "{value}"),
            Ok(Number::Big { radix, digits }) => writeln!(out, "{radix} {digits}"),
            Ok(Number::Float(value)) => writeln!(out, "{:016x}", value.to_bits()),
            Ok(Number::Imaginary(value)) => writeln!(out, "{:016x}j", value.to_bits()),
            Err(error) => writeln!(out, "{}", error.error(token.span).message),
        },
        TokenKind::String => match string::decode(text) {
            Ok(literal) => {
                let hex: String = literal.value.iter().map(|byte| format!("{byte:02x}")).collect();
                let warning = literal
                    .invalid_escapes
                    .first()
                    .map(|escape| escape.message())
                    .unwrap_or_default();
                writeln!(out, "{} {hex} {warning}", if literal.is_bytes { "b" } else { "s" })
            }
            Err(message) => writeln!(out, "{message}"),
        },
        _ => Ok(()),
    };
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
