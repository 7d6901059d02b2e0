//! Instructions of whole processes, counted by valgrind's callgrind.

use std::process::{Command, Stdio};

/// Whether valgrind is there.
pub fn is_there() -> bool {
    let version = Command::new("valgrind")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    version.is_ok_and(|status| status.success())
}

/// The instructions that a command, or what it becomes, executes; none if it fails or there is no valgrind.
pub fn instructions(program: &str, arguments: &[String]) -> Option<u64> {
    let output = Command::new("valgrind")
        .args([
            "--tool=callgrind",
            "--trace-children=yes",
            "--callgrind-out-file=/dev/null",
        ])
        .arg(program)
        .args(arguments)
        .output()
        .ok()?;
    if !output.status.success() {
        return None;
    }
    let report = String::from_utf8_lossy(&output.stderr);
    let collected = report.lines().rev().find_map(|line| line.split_once("Collected : "))?;
    collected.1.trim().parse().ok()
}

/// Instructions an iteration: what a command executes more for `more` iterations than for `few`. Its arguments are made of the number.
pub fn per_iteration(program: &str, arguments: impl Fn(u64) -> Vec<String>, few: u64, more: u64) -> Option<f64> {
    let low = instructions(program, &arguments(few))?;
    let high = instructions(program, &arguments(more))?;
    Some((high as f64 - low as f64) / (more - few) as f64)
}
