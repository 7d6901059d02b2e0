//! Shows what the front end makes of sources, for comparison with CPython: `dump LIST` writes a tree or an error for every
//! file named in LIST, `cases FILE` for every NUL-separated text in FILE, `time LIST` measures.

use bumpalo::Bump;
use pyfast::syntax::dump::tree::dump;
use pyfast::syntax::parser::entry::{Mode, parse};
use pyfast::syntax::source::Source;
use std::io::Write;
use std::time::Instant;

fn show(source: Result<Source, pyfast::syntax::error::SyntaxError>, mode: Mode) -> String {
    let source = match source {
        Ok(source) => source,
        Err(error) => return format!("! {error} (None, None, None, None)"),
    };
    let arena = Bump::new();
    match parse(&source, &arena, mode) {
        Ok(module) => dump(&source, &module),
        Err(error) => match source.location(&error) {
            Some(at) => format!(
                "! {error} ({}, {}, {}, {})",
                at.line, at.column, at.end_line, at.end_column
            ),
            None => format!("! {error} (None, None, None, None)"),
        },
    }
}

fn names(list: &str) -> Vec<String> {
    let text = std::fs::read_to_string(list).expect("a list of files");
    text.lines().map(str::to_string).collect()
}

fn time(list: &str) {
    let sources: Vec<Source> = names(list)
        .iter()
        .filter_map(|name| Source::from_bytes(name, &std::fs::read(name).ok()?).ok())
        .collect();
    let lines: usize = sources.iter().map(|source| source.line_starts.len()).sum();
    for _ in 0..5 {
        let start = Instant::now();
        let mut tokens = 0;
        for source in &sources {
            tokens += pyfast::syntax::lexer::batch::lex(source).tokens.len();
        }
        let lexing = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let mut arena = Bump::new();
        let mut good = 0;
        for source in &sources {
            good += usize::from(parse(source, &arena, Mode::Module).is_ok());
            arena.reset();
        }
        let all = start.elapsed().as_secs_f64();
        let rate = lines as f64 / all / 1e6;
        println!(
            "{good} files, {lines} lines, {tokens} tokens: lexer {lexing:.3} s, both {all:.3} s, {rate:.2} M lines/s"
        );
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let out = std::io::stdout().lock();
    let mut out = std::io::BufWriter::new(out);
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["dump", list] => {
            for name in names(list) {
                let bytes = std::fs::read(&name).expect("a file");
                let text = show(Source::from_bytes(&name, &bytes), Mode::Module);
                writeln!(out, "{text}").expect("room");
            }
        }
        ["cases", file, mode] => {
            let mode = match mode {
                "eval" => Mode::Expression,
                "single" => Mode::Interactive,
                _ => Mode::Module,
            };
            let text = std::fs::read_to_string(file).expect("cases");
            for case in text.split('\0') {
                writeln!(out, "{}", show(Source::from_text("x", case), mode)).expect("room");
            }
        }
        ["time", list] => time(list),
        _ => eprintln!("usage: dump LIST | cases FILE MODE | time LIST"),
    }
}
