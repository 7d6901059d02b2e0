//! Drives the compiler: what it refuses, against CPython's answers in `data/` (`make_refused.py` writes them).
//! With files behind it, `--symbols` prints their scopes, `--dis` their code, `--check` whether they compile and verify,
//! `--time` what that costs.

mod folded;

use bumpalo::Bump;
use pyfast::bytecode::code::Constant;
use pyfast::bytecode::{dis, verify};
use pyfast::compile::options::Options;
use pyfast::compile::pipeline;
use pyfast::compile::symbols::{analyse, dump};
use pyfast::interp::host::allocator::Mimalloc;
use pyfast::syntax::error::SyntaxError;
use pyfast::syntax::parser::entry::{self, Mode};
use pyfast::syntax::source::Source;
use std::time::Duration;

#[global_allocator]
static ALLOCATOR: Mimalloc = Mimalloc;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.split_first() {
        Some((first, files)) if first == "--symbols" => files.iter().for_each(|file| print_symbols(file)),
        Some((first, files)) if first == "--time" => time(files),
        Some((first, files)) if first == "--codes" => files.iter().for_each(|file| codes(file)),
        Some((first, files)) if first == "--check" => check(files),
        Some((first, files)) if first == "--dis" => listing(files),
        _ => {
            if refused() + folded::run() > 0 {
                std::process::exit(1);
            }
        }
    }
}

/// The sources of `refused.py` must be refused exactly as CPython does; answers how many are not.
fn refused() -> usize {
    let sources = include_str!("data/refused.py").split("###\n");
    let expected = include_str!("data/refused.out").lines();
    let (mut count, mut wrong) = (0, 0);
    for (source, expected) in sources.zip(expected) {
        count += 1;
        let said = verdict(source);
        if said != expected {
            wrong += 1;
            println!("{source}  expected: {expected}\n  said:     {said}\n");
        }
    }
    println!("refused: {count} sources, {wrong} wrong");
    wrong
}

fn verdict(text: &str) -> String {
    let source = match Source::from_text("<case>", text) {
        Ok(source) => source,
        Err(error) => return error.message,
    };
    source_verdict(&source)
}

fn source_verdict(source: &Source) -> String {
    match pipeline::compile(source, &Options::default()) {
        Ok(compiled) => match verify::code::verify(&compiled.code) {
            Ok(()) => "accepted".to_owned(),
            Err(fault) => format!("does not verify: {fault}"),
        },
        Err(error) => describe(source, &error),
    }
}

fn describe(source: &Source, error: &SyntaxError) -> String {
    match source.location(error) {
        Some(at) => format!(
            "{} ({}, {}, {}, {})",
            error.message, at.line, at.column, at.end_line, at.end_column
        ),
        None => error.message.clone(),
    }
}

fn print_symbols(file: &str) {
    println!("=== {file}");
    let bytes = std::fs::read(file).expect("readable");
    let source = match Source::from_bytes(file, &bytes) {
        Ok(source) => source,
        Err(error) => return println!("decoding: {}", error.message),
    };
    match symbols(&source) {
        Ok(text) => print!("{text}"),
        Err(error) => println!("{}", describe(&source, &error)),
    }
}

/// CPU time of this thread so far: unlike the clock's, it does not count the work of others on a shared machine.
fn cpu() -> Duration {
    let text = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|field| field.parse().ok()).unwrap_or(0))
}

/// Times the passes over all files that compile.
fn time(files: &[String]) {
    let sources = files
        .iter()
        .filter_map(|file| Source::from_bytes(file, &std::fs::read(file).ok()?).ok());
    let sources: Vec<Source> = sources.collect();
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    let options = Options::default();
    let mut spent = [Duration::ZERO; 4];
    for source in &sources {
        let start = cpu();
        let arena = Bump::new();
        let Ok(module) = entry::parse(source, &arena, Mode::Module) else {
            continue;
        };
        let parsed = cpu();
        drop(analyse::analyse(module, &arena, analyse::Options::default()));
        let analysed = cpu();
        drop(arena);
        let before = cpu();
        let compiled = pipeline::compile(source, &options);
        let after = cpu();
        if let Ok(compiled) = &compiled {
            let _ = verify::code::verify(&compiled.code);
        }
        let verified = cpu();
        spent[0] += parsed - start;
        spent[1] += analysed - parsed;
        spent[2] += after - before;
        spent[3] += verified - after;
    }
    let [parse, symbols, all, verify] = spent;
    let lower = all.saturating_sub(parse + symbols);
    println!(
        "{} files, {bytes} bytes: parse {parse:?}, symbols {symbols:?}, lower {lower:?}; compile {all:?}",
        sources.len()
    );
    println!("verify {verify:?}");
}

/// Compiles and verifies every file: the verdict that CPython's `compile` must share.
fn check(files: &[String]) {
    for file in files {
        let Ok(bytes) = std::fs::read(file) else { continue };
        let verdict = match Source::from_bytes(file, &bytes) {
            Ok(source) => source_verdict(&source),
            Err(error) => error.message,
        };
        println!("{file}: {verdict}");
    }
}

/// The code objects of a file with what Python shows of each, to compare with CPython's (`codes.py`).
fn codes(file: &str) {
    println!("=== {file}");
    let Ok(bytes) = std::fs::read(file) else { return };
    let Ok(source) = Source::from_bytes(file, &bytes) else {
        return;
    };
    let Ok(compiled) = pipeline::compile(&source, &Options::default()) else {
        return;
    };
    let mut waiting = vec![&compiled.code];
    while let Some(code) = waiting.pop() {
        // VARARGS, VARKEYWORDS, NESTED, GENERATOR, COROUTINE, ASYNC_GENERATOR, METHOD, OPTIMIZED, HAS_DOCSTRING
        let flags = code.flags.0 & 0x0C00_02BD;
        println!(
            "{} {} {} {} {} {:x} ({}) ({})",
            code.qualname,
            code.first_line,
            code.positional,
            code.positional_only,
            code.keyword_only,
            flags,
            code.free.iter().collect::<Vec<_>>().join(" "),
            code.locals
                .iter()
                .take((code.positional + code.keyword_only) as usize)
                .collect::<Vec<_>>()
                .join(" "),
        );
        waiting.extend(code.constants.iter().filter_map(|constant| match constant {
            Constant::Code(inner) => Some(&**inner),
            _ => None,
        }));
    }
}

fn listing(files: &[String]) {
    for file in files {
        let source = std::fs::read(file).map(|bytes| Source::from_bytes(file, &bytes));
        let Ok(Ok(source)) = source else { continue };
        match pipeline::compile(&source, &Options::default()) {
            Ok(compiled) => print!("{}", dis::listing(&compiled.code, dis::Detail::Legend)),
            Err(error) => println!("{}", describe(&source, &error)),
        }
    }
}

fn symbols(source: &Source) -> Result<String, SyntaxError> {
    let arena = Bump::new();
    let module = entry::parse(source, &arena, Mode::Module)?;
    let symbols = analyse::analyse(module, &arena, analyse::Options::default())?;
    Ok(dump::dump(&symbols, source))
}
