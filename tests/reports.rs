//! What the command reports of a run: sums that must hold, and what becomes of reports when something fails.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// Exit status, stdout, stderr of a run of `code` with `-X` options.
fn run(options: &[&str], code: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pyfast"));
    for option in options {
        command.args(["-X", option]);
    }
    let output = command.args(["-c", code]).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn temporary(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("pyfast-{}-{name}", std::process::id()))
}

/// The report of a program that ends well.
fn cost(name: &str, options: &[&str], code: &str) -> Value {
    let path = temporary(name);
    let option = format!("cost={}", path.display());
    let (status, _, stderr) = run(&[&[option.as_str()], options].concat(), code);
    assert_eq!((status, stderr.as_str()), (0, ""));
    let report = fs::read_to_string(&path).unwrap();
    fs::remove_file(path).unwrap();
    serde_json::from_str(&report).unwrap()
}

/// The number under `number` of the row whose `key` is `name`; 0 if there is no such row.
fn of(rows: &Value, key: &str, name: &str, number: &str) -> u64 {
    let mut rows = rows.as_array().unwrap().iter();
    rows.find(|row| row[key] == name)
        .map_or(0, |row| row[number].as_u64().unwrap())
}

/// How often a guard ended so.
fn ended(report: &Value, opcode: &str, verdict: &str) -> u64 {
    let rows = report["guards"].as_array().unwrap().iter();
    rows.filter(|row| row["opcode"] == opcode && row["verdict"] == verdict)
        .map(|row| row["count"].as_u64().unwrap())
        .sum()
}

const LOOP: &str = "
def add(n):
    s = 0
    for i in range(n):
        s += i
    return s
add(100000)
";

#[test]
fn a_loop_is_counted_exactly_and_priced_as_the_ladder_measures_it() {
    let report = cost("loop", &[], LOOP);
    let opcodes = &report["opcodes"];
    assert_eq!(of(opcodes, "opcode", "iadd_next", "count"), 100_000);
    // The first round finds the loop not quickened, the last one finds its end.
    let steps = report["instructions"]["merged"].as_u64().unwrap() + of(opcodes, "opcode", "for_next_range", "count");
    assert_eq!(steps + of(opcodes, "opcode", "for_next", "count"), 100_001);
    let shares: f64 = opcodes
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["percent"].as_f64().unwrap())
        .sum();
    assert!((shares - 100.0).abs() < 1e-6, "{shares}");
    let counts: u64 = opcodes
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["count"].as_u64().unwrap())
        .sum();
    assert_eq!(report["instructions"]["dispatched"], counts);
    let layers = report["layers"].as_array().unwrap().iter();
    let instructions: f64 = layers.map(|layer| layer["instructions"].as_f64().unwrap()).sum();
    let ladder: Value = serde_json::from_str(include_str!("../perf/ladder.json")).unwrap();
    let price = ladder["pyfast"]["instructions"].as_f64().unwrap();
    assert!((instructions / 100_000.0 / price - 1.0).abs() < 0.02, "{instructions}");
}

#[test]
fn a_loop_without_superinstructions_has_two_instructions() {
    let report = cost("plain", &["no-superinstructions"], LOOP);
    assert_eq!(report["instructions"]["merged"], 0);
    assert_eq!(of(&report["opcodes"], "opcode", "iadd", "count"), 100_000);
    let steps = of(&report["opcodes"], "opcode", "for_next_range", "count");
    assert_eq!(steps + of(&report["opcodes"], "opcode", "for_next", "count"), 100_001);
}

#[test]
fn changing_types_fail_guards_and_say_why() {
    let code = "
def total(values):
    t = 0
    for x in values:
        t = t + x
    return t
total([1, 2.5] * 1000)
";
    let report = cost("types", &[], code);
    let reasons = ["an int and a float", "floats", "ints"];
    let of_add = |reason| ended(&report, "add", reason) + ended(&report, "add_float", reason);
    assert!(of_add(reasons[0]) > 900, "{report:#}");
    let all: u64 = ["passed"].iter().chain(&reasons).map(|reason| of_add(reason)).sum();
    assert_eq!(all, 2000);
}

#[test]
fn a_first_call_is_no_failure_and_defaults_must_be_bound() {
    let code = "
def plain(a):
    return a
def filled(a, b=1):
    return a
def run(n):
    for i in range(n):
        plain(i)
        filled(i)
        filled(i, i)
run(1000)
";
    let report = cost("calls", &[], code);
    assert_eq!(ended(&report, "call", "arguments that must be bound"), 999);
    assert_eq!(ended(&report, "call", "passed"), 1999);
}

#[test]
fn sites_of_many_shapes_are_the_worst_lines() {
    let code = "
class A:
    def name(self): return 'a'
class B:
    def name(self): return 'b'
class C:
    def name(self): return 'c'
def names(objects, n):
    for i in range(n):
        for o in objects:
            o.name()
names([A(), B(), C()], 1000)
";
    let report = cost("shapes", &[], code);
    let worst = &report["worst_lines"][0];
    assert_eq!(
        (&worst["place"], &worst["names"][0]),
        (&"<string>:11".into(), &"name".into())
    );
    let sum = |row: &Value| {
        ["hits", "shared", "misses"]
            .iter()
            .map(|key| row[key].as_u64().unwrap())
            .sum::<u64>()
    };
    assert_eq!(sum(worst), 3000);
    assert!(worst["misses"].as_u64().unwrap() >= 64);
    assert_eq!(of(&report["calls"], "kind", "methods made in Python", "count"), 3000);
    let report = cost("uncached", &["no-caches"], code);
    assert!(
        report["inline_caches"]
            .as_array()
            .unwrap()
            .iter()
            .all(|kind| kind["hits"] == 0)
    );
}

#[test]
fn objects_are_counted_whether_they_live_or_died() {
    let code = "
class Point:
    def __init__(self, x): self.x = x
kept = [Point(i) for i in range(1000)]
for i in range(299000): Point(i)
big = [2 ** 60 + i for i in range(500)]
";
    let report = cost("objects", &[], code);
    let made = &report["allocations"];
    assert_eq!(of(made, "type", "Point", "objects"), 300_000);
    assert_eq!(of(made, "type", "Point", "bytes"), 300_000 * 32);
    assert!(of(made, "type", "int", "objects") >= 500);
    let collections = report["collections"]["count"].as_u64().unwrap();
    assert!(collections > 0);
    assert_eq!(
        report["collections"]["pauses_ns"].as_array().unwrap().len() as u64,
        collections
    );
    // `range` is called three times.
    assert_eq!(of(&report["calls"], "kind", "classes", "count"), 300_003);
}

#[test]
fn a_script_that_fails_prints_its_traceback_and_then_the_report() {
    let (status, _, stderr) = run(&["cost"], "1 / 0");
    assert_eq!(status, 1);
    let (error, report) = (
        stderr.find("ZeroDivisionError").unwrap(),
        stderr.find("\ncost of <string>").unwrap(),
    );
    assert!(error < report, "{stderr}");
    let (status, _, stderr) = run(&["cost"], "import sys; sys.exit(3)");
    assert!(status == 3 && stderr.starts_with("cost of <string>"), "{stderr}");
}

#[test]
fn an_unwritable_report_is_an_error_before_the_run() {
    let nowhere = [
        "cost=/nowhere/at/all",
        "ops=/nowhere/at/all",
        "profile=/nowhere/at/all.svg",
    ];
    for option in nowhere.iter().chain(&["cost=", "ops", "profile", "profile=out.folded"]) {
        let (status, stdout, stderr) = run(&[option], "print('ran')");
        assert_eq!((status, stdout.as_str()), (2, ""), "{option}");
        assert!(
            stderr.starts_with("pyfast: ") && stderr.lines().count() == 1,
            "{stderr}"
        );
    }
}

#[test]
fn an_unknown_option_is_reported_and_left_to_the_program() {
    let (status, stdout, stderr) = run(&["wrong=1", "dev"], "import sys; print(sys._xoptions)");
    assert_eq!((status, stdout.as_str()), (0, "{'wrong': '1', 'dev': True}\n"));
    assert_eq!(stderr, "pyfast: unknown option -X wrong=1\n");
}

#[test]
fn counting_changes_nothing_that_a_program_does() {
    let code = "
def gen(n):
    for i in range(n): yield i
print(sum(gen(100)), sorted('hello', key=lambda c: -ord(c)), {**{'a': 1}}, [x for x in map(str, range(3))])
try:
    [].x
except AttributeError as e: print(e)
";
    let plain = run(&[], code);
    assert_eq!(run(&["cost"], code).1, plain.1);
    let path = temporary("ops");
    assert_eq!(run(&[&format!("ops={}", path.display())], code).1, plain.1);
    assert!(fs::read_to_string(&path).unwrap().contains(" yield_value"));
    fs::remove_file(path).unwrap();
}

#[test]
fn observed_instructions_leave_nothing_on_the_native_stack() {
    let code = "
def count(n):
    i = 0
    while i < n:
        i += 1
count(15000000)
print(sorted([2, 1], key=lambda x: x))
";
    let path = temporary("many");
    let (status, stdout, stderr) = run(&[&format!("ops={}", path.display())], code);
    fs::remove_file(&path).unwrap();
    assert_eq!((status, stdout.as_str(), stderr.as_str()), (0, "[1, 2]\n", ""));
}

/// Samples of a program, by stack, and the flame graph.
fn profile(name: &str, code: &str) -> (i32, Vec<(Vec<String>, u64)>, String) {
    let path = temporary(name).with_extension("svg");
    let (status, ..) = run(&[&format!("profile={}", path.display())], code);
    let stacks = fs::read_to_string(path.with_extension("folded")).unwrap();
    let graph = fs::read_to_string(&path).unwrap();
    fs::remove_file(path.with_extension("folded")).unwrap();
    fs::remove_file(path).unwrap();
    let stack = |line: &str| {
        let (frames, ticks) = line.rsplit_once(' ').unwrap();
        (frames.split(';').map(str::to_string).collect(), ticks.parse().unwrap())
    };
    (status, stacks.lines().map(stack).collect(), graph)
}

/// Ticks whose stack has such a frame, of all.
fn share(stacks: &[(Vec<String>, u64)], has: impl Fn(&[String]) -> bool) -> f64 {
    let ticks = |which: &dyn Fn(&[String]) -> bool| -> u64 {
        stacks
            .iter()
            .filter(|(frames, _)| which(frames))
            .map(|(_, ticks)| ticks)
            .sum()
    };
    ticks(&|frames| has(frames)) as f64 / ticks(&|_| true) as f64
}

const HOT: &str = "
import time
def hot(n):
    s = 0
    for i in range(n):
        s = s ^ i
    return s
def sorts(values):
    return sorted(values)
def cold():
    return 1
start = time.process_time()
values = list(range(100000, 0, -1)) + list(range(1000))
while time.process_time() < start + 0.3:
    hot(200000)
    cold()
while time.process_time() < start + 0.6:
    sorts(values)
";

#[test]
fn a_profile_shows_the_hot_functions_with_line_and_opcode() {
    let (status, stacks, graph) = profile("hot", HOT);
    assert_eq!(status, 0);
    let first = |frames: &[String]| frames[0].starts_with("<module> (<string>:") || frames[0] == "(no Python frame)";
    assert!(stacks.iter().all(|(frames, _)| first(frames)), "{stacks:?}");
    let hot = share(&stacks, |frames| {
        frames.iter().any(|frame| frame.starts_with("hot (<string>:"))
    });
    assert!(hot > 0.3, "{hot} {stacks:?}");
    let xor = share(&stacks, |frames| {
        frames.ends_with(&["hot (<string>:6)".into(), "xor".into()])
    });
    let step = share(&stacks, |frames| {
        frames.last().is_some_and(|leaf| leaf.starts_with("for_next"))
    });
    assert!(xor + step > 0.2, "{xor} {step} {stacks:?}");
    // What a built-in function takes is its caller's, not that of the next safepoint behind it.
    let sorted = share(&stacks, |frames| {
        frames.iter().any(|frame| frame == "sorts (<string>:9)")
    });
    assert!(sorted > 0.3, "{sorted} {stacks:?}");
    assert!(
        graph.starts_with("<?xml") && graph.trim_end().ends_with("</svg>"),
        "{graph}"
    );
    assert_eq!(graph.matches("<g").count(), graph.matches("</g>").count());
    assert!(graph.contains("hot (&lt;string&gt;:6)"));
}

#[test]
fn a_profile_of_deep_recursion_keeps_both_ends() {
    let code = "
import sys, time
sys.setrecursionlimit(1100000)
def spin():
    end = time.process_time() + 0.2
    while time.process_time() < end: pass
def down(n):
    if n == 0:
        return spin()
    return down(n - 1)
down(1000000)
";
    let (status, stacks, _) = profile("deep", code);
    assert_eq!(status, 0);
    let spinning = share(&stacks, |frames| frames.iter().any(|frame| frame.starts_with("spin")));
    assert!(spinning > 0.2, "{spinning}");
    let deep = stacks
        .iter()
        .find(|(frames, _)| frames.iter().any(|frame| frame.ends_with(" frames)")))
        .unwrap();
    assert!(deep.0[0].starts_with("<module>") && deep.0.len() < 200);
}

#[test]
fn a_profile_is_written_for_what_fails_or_takes_no_time() {
    let (status, _, graph) = profile("short", "1 / 0");
    assert_eq!(status, 1);
    assert!(graph.trim_end().ends_with("</svg>"));
}
