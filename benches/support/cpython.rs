//! The CPython to compare with: `PYFAST_CPYTHON`, else `python3`.

use std::process::Command;

/// The command's name.
pub fn name() -> String {
    std::env::var("PYFAST_CPYTHON").unwrap_or_else(|_| "python3".to_string())
}

/// A sentence for tables that have no column for it.
pub fn absent() -> String {
    format!("no CPython: `{}` does not run, set PYFAST_CPYTHON", name())
}

/// Runs `script` after `setup`, which defines what it times: the least of five rounds of `f(n)` for each of `functions`, in ns an
/// iteration. Answers the version, too.
pub fn nanoseconds(setup: &str, functions: &[&str], n: u64) -> Option<(String, Vec<f64>)> {
    let script = format!(
        "{setup}\nimport sys, time\n\
         def ns(f):\n    start = time.perf_counter_ns()\n    f({n})\n    return time.perf_counter_ns() - start\n\
         print(sys.version.split()[0])\n\
         for f in ({},):\n    print(min(ns(f) for _ in range(5)) / {n})\n",
        functions.join(", ")
    );
    let output = Command::new(name()).arg("-c").arg(script).output().ok()?;
    if !output.status.success() {
        return None;
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let (version, rest) = text.split_once('\n')?;
    let ns = rest.lines().filter_map(|line| line.parse().ok()).collect();
    Some((version.to_string(), ns))
}
