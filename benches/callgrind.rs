//! Instructions of single operations, counted by callgrind: the same in every run, on a loaded machine too.
//!
//! `cargo bench --bench callgrind` counts, compares with `benches/callgrind.json`, and fails when an operation takes over 2 % more
//! instructions than there. `scripts/bless` writes that file anew. It needs valgrind and the runner of iai-callgrind, which
//! `scripts/setup-perf` installs; where one is missing the bench says so and succeeds.

use pyfast::interp::host::allocator::Mimalloc;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

#[global_allocator]
static ALLOCATOR: Mimalloc = Mimalloc;

/// Is set for the processes that the runner starts, or is started by.
const INSIDE: &str = "PYFAST_COUNTED";
/// Is set by `scripts/bless`.
const BLESS: &str = "PYFAST_BLESS";
/// How much more than the baseline fails.
const TOLERANCE: f64 = 0.02;

/// Instructions of one iteration, by operation.
type Counts = BTreeMap<String, f64>;

/// What is counted, and the runner's view of it.
mod counted {
    use std::hint::black_box;

    use iai_callgrind::{library_benchmark, library_benchmark_group, main};
    use pyfast::base::hash::seed_text;
    use pyfast::embed::{Interpreter, Item, Options};

    /// Iterations of an operation.
    pub fn iterations(function: &str) -> i64 {
        match function {
            "sum_loop" => 100_000, // Its list is as long.
            _ => 10_000,
        }
    }

    /// An interpreter in which the operation has run once, so that its code is quickened.
    pub struct Ready {
        python: Interpreter,
        function: &'static str,
    }

    impl Ready {
        fn run(&mut self) -> Item {
            let result = self.python.call(self.function, &[Item::Int(iterations(self.function))]);
            result.expect("the operation runs")
        }
    }

    fn ready(function: &'static str) -> Ready {
        seed_text(0); // Where in a dict a text lies decides how many steps it takes to find it.
        let mut python = Interpreter::new(Options::default());
        for source in [include_str!("support/loops.py"), include_str!("support/counted.py")] {
            python.run_source(source, "counted.py").expect("the definitions run");
        }
        let mut ready = Ready { python, function };
        ready.run();
        ready
    }

    #[library_benchmark(setup = ready)]
    #[bench::range_loop("range_loop")]
    #[bench::while_loop("while_loop")]
    #[bench::float_loop("float_loop")]
    #[bench::call_loop("call_loop")]
    #[bench::sum_loop("sum_loop")]
    #[bench::call_and_return("call_and_return")]
    #[bench::attribute_load("attribute_load")]
    #[bench::attribute_store("attribute_store")]
    #[bench::method_call("method_call")]
    #[bench::list_index("list_index")]
    #[bench::dict_get("dict_get")]
    #[bench::generator_step("generator_step")]
    #[bench::raise_and_catch("raise_and_catch")]
    #[bench::for_over_list("for_over_list")]
    #[bench::for_over_dict("for_over_dict")]
    #[bench::for_over_range("for_over_range")]
    #[bench::string_concat("string_concat")]
    #[bench::compile_source("compile_source")]
    fn operation(mut ready: Ready) -> Ready {
        black_box(ready.run());
        ready
    }

    library_benchmark_group!(name = operations; benchmarks = operation);
    main!(library_benchmark_groups = operations);

    /// The `main` that the macro has made.
    pub fn run() {
        main();
    }
}

fn main() -> ExitCode {
    if std::env::var_os(INSIDE).is_some() || std::env::args().nth(1).as_deref() == Some("--iai-run") {
        counted::run();
        return ExitCode::SUCCESS;
    }
    if let Some(what) = missing() {
        println!("nothing was counted: {what}; scripts/setup-perf installs what is missing");
        return ExitCode::SUCCESS;
    }
    // Of earlier runs: the runner would compare with them, and they may have other operations.
    let _ = std::fs::remove_dir_all(home());
    let myself = std::env::current_exe().expect("this process has a file");
    let status = Command::new(myself)
        .args(std::env::args().skip(1))
        .env(INSIDE, "1")
        .env("IAI_CALLGRIND_SAVE_SUMMARY", "json")
        .env("IAI_CALLGRIND_HOME", home())
        .stdout(std::process::Stdio::null())
        .status();
    if !status.is_ok_and(|status| status.success()) {
        return ExitCode::FAILURE;
    }
    judge(&counts(&home()))
}

/// The tool that is not there, if one is not.
fn missing() -> Option<String> {
    let output = |program: &str| {
        let output = Command::new(program).arg("--version").output().ok()?;
        Some(String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
    };
    if output("valgrind").is_none() {
        return Some("there is no valgrind".to_string());
    }
    let wanted = include_str!("../Cargo.lock")
        .split_once("name = \"iai-callgrind-runner\"\nversion = \"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map_or("", |(version, _)| version);
    // It has no option for that, but names its version when it refuses to run alone.
    match output("iai-callgrind-runner") {
        Some(refusal) if refusal.contains(&format!("({wanted})")) => None,
        _ => Some(format!("there is no iai-callgrind-runner {wanted}")),
    }
}

/// Where the runner leaves what it counted.
fn home() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    target
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"))
        .join("iai")
}

/// The counts of the summaries below a folder.
fn counts(folder: &Path) -> Counts {
    let mut counts = Counts::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            counts.extend(self::counts(&path));
        } else if path.file_name().is_some_and(|name| name == "summary.json") {
            let text = std::fs::read_to_string(&path).expect("the runner's summary can be read");
            let summary: serde_json::Value = serde_json::from_str(&text).expect("the runner's summary is JSON");
            let name = summary["id"].as_str().expect("each count has a name").to_string();
            let each = total(&summary) / counted::iterations(&name) as f64;
            counts.insert(name, each);
        }
    }
    counts
}

/// The instructions of a summary.
fn total(summary: &serde_json::Value) -> f64 {
    let counted = &summary["profiles"][0]["summaries"]["total"]["summary"]["Callgrind"]["Ir"];
    let total = counted["metrics"]["Left"]["Int"].as_u64();
    total.expect("the runner counts instructions") as f64
}

/// Prints the counts beside the baseline's, or makes them the baseline.
fn judge(counts: &Counts) -> ExitCode {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/callgrind.json");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|_| "{}".to_string());
    let baseline: Counts = serde_json::from_str(&text).expect("benches/callgrind.json has a number for each name");
    println!("instructions an iteration; `compile_source`: a line\n");
    println!("| operation        |   counted |  baseline |   moved |      |");
    println!("|------------------|----------:|----------:|--------:|------|");
    let mut slower = false;
    for (name, &now) in counts {
        let (before, moved, verdict) = match baseline.get(name) {
            Some(&before) => {
                let by = now / before - 1.0;
                slower |= by > TOLERANCE;
                let verdict = if by > TOLERANCE { "more" } else { "ok" };
                (format!("{before:.1}"), format!("{:+.1} %", by * 100.0), verdict)
            }
            None => (String::new(), String::new(), "new"),
        };
        println!("| {name:16} | {now:9.1} | {before:>9} | {moved:>7} | {verdict:4} |");
    }
    if std::env::var_os(BLESS).is_some() {
        let text = serde_json::to_string_pretty(counts).expect("numbers have a text");
        std::fs::write(&file, text + "\n").expect("benches/callgrind.json can be written");
        return ExitCode::SUCCESS;
    }
    let lost: Vec<&String> = baseline.keys().filter(|name| !counts.contains_key(*name)).collect();
    if !lost.is_empty() {
        println!("\nnot counted any more: {lost:?}");
    }
    if slower || !lost.is_empty() {
        println!("\nscripts/bless makes these counts the baseline, if that is meant.");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
