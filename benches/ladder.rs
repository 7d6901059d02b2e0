//! The ladder from native code to the interpreter: `for i in range(n): s += i`, one layer of interpretation a rung.
//!
//! `cargo bench --bench ladder` measures each rung in ns and, where valgrind is, in instructions an iteration; prints a table; writes
//! `perf/ladder.svg`, and `perf/ladder.json`, from which `pyfast -X cost` has its prices. `-- --runs N` says how often instructions
//! are counted (3): their spread is a column.

#[path = "support/callgrind.rs"]
mod callgrind;
#[path = "support/cpython.rs"]
mod cpython;
#[allow(dead_code)] // Two of its loops are the rungs at the bottom.
#[path = "support/native.rs"]
mod native;
#[path = "support/picture.rs"]
mod picture;
#[path = "support/rungs.rs"]
mod rungs;

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use pyfast::interp::host::allocator::Mimalloc;
use rungs::{RUNGS, Rung, SCRIPT};

#[global_allocator]
static ALLOCATOR: Mimalloc = Mimalloc;

/// Iterations of one sample.
const N: u64 = 400_000;
const ROUNDS: usize = 15;
/// Is set for the bench's own processes, which measure one rung.
const CHILD: &str = "PYFAST_LADDER_CHILD";
const PROCESSES: usize = 5;
/// Iterations of the two runs whose difference is counted.
const FEW: u64 = 20_000;
const MORE: u64 = 120_000;
const RUNS: usize = 3;

/// What was measured of a rung.
#[derive(Clone, Copy, Default)]
pub struct Measured {
    pub ns: Option<f64>,
    pub instructions: Option<f64>,
    /// Of the instructions: (most − least) / least.
    pub spread: f64,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |flag: &str, i: usize| {
        let at = arguments.iter().position(|argument| argument == flag)?;
        arguments.get(at + i).cloned()
    };
    let named = |name: String| {
        let found = RUNGS.iter().find(|rung| rung.name == name);
        found.expect("a rung of the table")
    };
    match arguments.get(1).map(String::as_str) {
        Some("--time") => return println!("{}", time(named(after("--time", 1).unwrap_or_default()))),
        Some("--rung") => {
            let n = after("--rung", 2).and_then(|n| n.parse().ok());
            return rungs::runner(named(after("--rung", 1).unwrap_or_default()))(n.expect("a number of iterations"));
        }
        _ => assert!(
            std::env::var_os(CHILD).is_none(),
            "the bench runs itself for single rungs only"
        ),
    }
    let runs = after("--runs", 1).map_or(RUNS, |runs| runs.parse().expect("a number of runs"));
    let mut measured = times();
    let version = with_cpython(&mut measured);
    count(&mut measured, runs.max(1));
    table(&measured, &version);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("perf");
    std::fs::write(folder.join("ladder.json"), json(&measured)).expect("perf/ladder.json can be written");
    picture::draw(&folder.join("ladder.svg"), &measured);
    println!("\nperf/ladder.svg shows it; perf/ladder.json has the figures.");
}

/// The least time of each rung over processes of its own: how memory happens to lie in a process changes times by half.
fn times() -> Vec<Measured> {
    let this = std::env::current_exe().expect("the bench knows its file");
    let mut measured = vec![Measured::default(); RUNGS.len()];
    for _ in 0..PROCESSES {
        for (rung, measured) in RUNGS.iter().zip(&mut measured).filter(|(rung, _)| rung.is_ours()) {
            let output = Command::new(&this)
                .args(["--time", rung.name])
                .env(CHILD, "1")
                .output()
                .expect("the bench runs itself");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let ns: f64 = String::from_utf8_lossy(&output.stdout).trim().parse().expect("a time");
            measured.ns = Some(measured.ns.map_or(ns, |least| least.min(ns)));
        }
    }
    measured
}

/// The least time of one rung, in this process.
fn time(rung: &Rung) -> f64 {
    let mut runner = rungs::runner(rung);
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        runner(N);
        start.elapsed().as_nanos() as f64 / N as f64
    });
    rounds.fold(f64::INFINITY, f64::min)
}

/// CPython's time, if there is one. Answers a sentence about it.
fn with_cpython(measured: &mut [Measured]) -> String {
    let place = RUNGS
        .iter()
        .position(|rung| !rung.is_ours())
        .expect("CPython is a rung");
    match cpython::nanoseconds(SCRIPT, &["range_loop"], N) {
        Some((version, ns)) => {
            measured[place].ns = ns.first().copied();
            format!("CPython is {version}")
        }
        None => cpython::absent(),
    }
}

/// Counts instructions, `runs` times each.
fn count(measured: &mut [Measured], runs: usize) {
    if !callgrind::is_there() {
        println!("no column of instructions: install valgrind (apt install valgrind)");
        return;
    }
    let this = std::env::current_exe().expect("the bench knows its file");
    let this = this.to_string_lossy();
    for (rung, measured) in RUNGS.iter().zip(measured) {
        if measured.ns.is_none() {
            continue;
        }
        let counts: Vec<f64> = (0..runs)
            .filter_map(|_| match rung.is_ours() {
                true => {
                    let arguments = |n: u64| vec!["--rung".to_string(), rung.name.to_string(), n.to_string()];
                    callgrind::per_iteration(&this, arguments, FEW, MORE)
                }
                false => {
                    let arguments = |n: u64| vec!["-c".to_string(), format!("{SCRIPT}\nrange_loop({n})")];
                    callgrind::per_iteration(&cpython::name(), arguments, FEW, MORE)
                }
            })
            .collect();
        let least = counts.iter().copied().fold(f64::INFINITY, f64::min);
        let most = counts.iter().copied().fold(0.0, f64::max);
        if !counts.is_empty() {
            measured.instructions = Some(least);
            measured.spread = (most - least) / least;
        }
    }
}

/// The difference of a figure to that of the rung below.
fn price(measured: &[Measured], rung: &Rung, figure: impl Fn(&Measured) -> Option<f64>) -> Option<f64> {
    let place = |name: &str| RUNGS.iter().position(|rung| rung.name == name);
    let this = figure(&measured[place(rung.name)?])?;
    Some(this - figure(&measured[place(rung.below?)?])?)
}

fn table(measured: &[Measured], note: &str) {
    let shown = |figure: Option<f64>| figure.map_or(String::new(), |figure| format!("{figure:.2}"));
    let signed = |figure: Option<f64>| figure.map_or(String::new(), |figure| format!("{figure:+.2}"));
    println!(
        "\nfor i in range(n): s += i — ns and instructions an iteration, and what each rung adds to the one named; {note}\n"
    );
    println!(
        "| rung                   | layer                                        |    ns | instr. | against              |     ns | instr. | spread |"
    );
    println!(
        "|------------------------|----------------------------------------------|------:|-------:|----------------------|-------:|-------:|-------:|"
    );
    for (rung, this) in RUNGS.iter().zip(measured) {
        println!(
            "| {:22} | {:44} | {:>5} | {:>6} | {:20} | {:>6} | {:>6} | {:>5.1}% |",
            rung.name,
            rung.layer,
            shown(this.ns),
            shown(this.instructions),
            rung.below.unwrap_or(""),
            signed(price(measured, rung, |m| m.ns)),
            signed(price(measured, rung, |m| m.instructions)),
            this.spread * 100.0,
        );
    }
    let of = |name: &str| {
        RUNGS
            .iter()
            .position(|rung| rung.name == name)
            .map(|place| measured[place])
    };
    let (Some(native), Some(last), Some(engine)) = (of("native"), of("fused"), of("pyfast")) else {
        return;
    };
    for (what, figure) in [
        ("ns", (|m| m.ns) as fn(Measured) -> Option<f64>),
        ("instructions", |m| m.instructions),
    ] {
        if let (Some(native), Some(last), Some(engine)) = (figure(native), figure(last), figure(engine)) {
            let (layers, whole) = (last - native, engine - native);
            let share = layers / whole * 100.0;
            println!(
                "\nlayers from native to fused: {layers:.2} {what} of the {whole:.2} between native and pyfast ({share:.0} %)"
            );
        }
    }
}

/// The figures as JSON: by rung, `ns`, `instructions`, and the name of the rung `below`.
fn json(measured: &[Measured]) -> String {
    let rungs: serde_json::Map<String, serde_json::Value> = RUNGS
        .iter()
        .zip(measured)
        .map(|(rung, m)| {
            let row = serde_json::json!({"ns": m.ns, "instructions": m.instructions, "below": rung.below});
            (rung.name.to_string(), row)
        })
        .collect();
    let text = serde_json::to_string_pretty(&rungs).expect("numbers and names are JSON");
    text + "\n"
}
