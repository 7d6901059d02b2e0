//! What interpretation costs: add loops in native Rust, on pyfast, and on CPython where there is one.
//!
//! `cargo bench --bench add_loop` measures each loop and prints a table at its end: nanoseconds an iteration, and how many times
//! the checked native loop that is. `PYFAST_CPYTHON` names a CPython; without it `python3` is tried.

#[path = "support/cpython.rs"]
mod cpython;
#[path = "support/native.rs"]
mod native;

use std::path::Path;

use criterion::{Criterion, Throughput};
use native::{CALL, FLOAT, Forms, RANGE, SUM, WHILE};
use pyfast::embed::{Interpreter, Item, Options};
use pyfast::interp::host::allocator::Mimalloc;

#[global_allocator]
static ALLOCATOR: Mimalloc = Mimalloc;

/// Iterations of a loop in one sample.
const N: u64 = 100_000;

const SCRIPT: &str = include_str!("support/loops.py");

/// One row: the group's name, the Python function, the native forms.
const LOOPS: [(&str, &str, Option<Forms>); 5] = [
    ("range", "range_loop", Some(RANGE)),
    ("while", "while_loop", Some(WHILE)),
    ("float", "float_loop", Some(FLOAT)),
    ("call", "call_loop", Some(CALL)),
    ("sum of a list", "sum_loop", None),
];

const COLUMNS: [&str; 4] = ["wrapping", "checked", "boxed", "pyfast"];

fn main() {
    let mut criterion = Criterion::default()
        .without_plots()
        .measurement_time(std::time::Duration::from_secs(2))
        .warm_up_time(std::time::Duration::from_millis(500))
        .configure_from_args();
    let mut python = Interpreter::new(Options::default());
    python.run_source(SCRIPT, "add_loop").expect("the script runs");
    for (name, function, forms) in &LOOPS {
        let mut group = criterion.benchmark_group(*name);
        group.throughput(Throughput::Elements(N));
        let expected = python.call(function, &[Item::Int(N as i64)]).expect("the loop runs");
        match forms {
            Some(forms) => {
                for (form, run) in COLUMNS.iter().zip([forms.wrapping, forms.checked, forms.boxed]) {
                    assert_eq!(bits(&expected), run(N), "{name} {form}");
                    group.bench_function(*form, |b| b.iter(|| run(std::hint::black_box(N))));
                }
            }
            None => sums(&mut group),
        }
        group.bench_function("pyfast", |b| b.iter(|| python.call(function, &[Item::Int(N as i64)])));
        group.finish();
    }
    criterion.final_summary();
    table();
}

/// The native sums over a list.
fn sums(group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>) {
    let numbers: Vec<i64> = (0..N as i64).collect();
    let boxes: Vec<Box<i64>> = numbers.iter().map(|&n| Box::new(n)).collect();
    group.bench_function("wrapping", |b| {
        b.iter(|| (SUM.wrapping)(std::hint::black_box(&numbers)))
    });
    group.bench_function("checked", |b| b.iter(|| (SUM.checked)(std::hint::black_box(&numbers))));
    group.bench_function("boxed", |b| b.iter(|| (SUM.boxed)(std::hint::black_box(&boxes))));
}

/// A result as the native forms answer it.
fn bits(result: &Item) -> u64 {
    match result {
        Item::Int(n) => *n as u64,
        Item::Float(x) => x.to_bits(),
        other => panic!("a loop answered {other:?}"),
    }
}

/// Prints nanoseconds an iteration and ratios, from what criterion wrote down.
fn table() {
    let functions = LOOPS.map(|(_, function, _)| function);
    let (note, theirs) = match cpython::nanoseconds(SCRIPT, &functions, N) {
        Some((version, ns)) => (format!("CPython is {version}"), ns),
        None => (cpython::absent(), Vec::new()),
    };
    println!("\nns an iteration, and × the checked native loop; {note}\n");
    println!("| loop          | wrapping | checked |       boxed |      pyfast |     CPython | CPython / pyfast |");
    println!("|---------------|---------:|--------:|------------:|------------:|------------:|-----------------:|");
    for (i, (name, ..)) in LOOPS.iter().enumerate() {
        let [Some(wrapping), Some(checked), Some(boxed), Some(pyfast)] = COLUMNS.map(|column| estimate(name, column))
        else {
            continue; // Not measured in this run.
        };
        let with_ratio = |ns: f64| format!("{ns:6.2} {:3.0}×", ns / checked);
        let (theirs, faster) = match theirs.get(i) {
            Some(&ns) => (with_ratio(ns), format!("{:.1}", ns / pyfast)),
            None => (String::new(), String::new()),
        };
        println!(
            "| {name:13} | {wrapping:8.2} | {checked:7.2} | {:>11} | {:>11} | {theirs:>11} | {faster:>16} |",
            with_ratio(boxed),
            with_ratio(pyfast)
        );
    }
}

/// The median that criterion found, in ns an iteration.
fn estimate(group: &str, form: &str) -> Option<f64> {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target"),
        std::path::PathBuf::from,
    );
    let file = folder
        .join("criterion")
        .join(group)
        .join(form)
        .join("new/estimates.json");
    let text = std::fs::read_to_string(file).ok()?;
    let estimates: serde_json::Value = serde_json::from_str(&text).ok()?;
    Some(estimates["median"]["point_estimate"].as_f64()? / N as f64)
}
