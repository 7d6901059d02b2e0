//! Runs scripts through the built `pyfast` and compares what they print with what is recorded beside them.
//!
//! Beside `NAME.py` stand `NAME.out` (stdout), and where needed `NAME.code` (exit status, if not 0), `NAME.err` (stderr) and
//! `NAME.in` (stdin). All but the last are written by `scripts/oracle` from CPython 3.14, never by hand. Golden scripts get a folder
//! to write in as their argument.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use libtest_mimic::{Failed, Trial};

/// A script that runs longer is killed, and its test fails.
const RUN_SECONDS_MAX: u64 = 240;
/// Lines of context shown before the first differing line.
const DIFF_CONTEXT: usize = 2;
/// Differing lines shown.
const DIFF_LINES_MAX: usize = 12;

/// What one run of a script gave.
struct Outcome {
    stdout: String,
    stderr: String,
    /// The exit status; minus the signal's number if one ended the run.
    code: i32,
}

/// One test for each script under `root`, named `prefix/folder/NAME`, run with `options` before the script's name.
///
/// Scripts without a `.out` beside them are helper modules that others import.
pub fn trials(prefix: &str, root: &str, options: &'static [&'static str]) -> Vec<Trial> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    // Modes must change nothing, which says nothing about what is wrong anyway.
    let left_out = |script: &PathBuf| !options.is_empty() && pending(&root).contains(&name_of(&root, script));
    scripts(&root)
        .into_iter()
        .filter(|script| !left_out(script))
        .map(|script| {
            let name = name_of(&root, &script);
            let expected_to_differ = options.is_empty() && pending(&root).contains(&name);
            Trial::test(format!("{prefix}/{name}"), move || {
                match (check(&script, options), expected_to_differ) {
                    (Ok(()), true) => Err("is right by now: strike it off pending.txt".into()),
                    (Err(_), true) => Ok(()),
                    (result, false) => result,
                }
            })
        })
        .collect()
}

/// `folder/NAME` of a script.
fn name_of(root: &Path, script: &Path) -> String {
    script
        .with_extension("")
        .strip_prefix(root)
        .unwrap()
        .display()
        .to_string()
}

/// The scripts of `root` that pyfast is known to get wrong today, from its `pending.txt`: a name and the reason in each line. The
/// list is held against the truth in both directions: one that is right by now fails the test, too.
pub fn pending(root: &Path) -> Vec<String> {
    let text = fs::read_to_string(root.join("pending.txt")).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| Some(line.split_once(':')?.0.to_string()))
        .collect()
}

/// The scripts below `root` that have a recorded output, sorted.
fn scripts(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "py") && path.with_extension("out").exists() {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Runs `script` and compares stdout, exit status and, where it is recorded, stderr.
fn check(script: &Path, options: &[&str]) -> Result<(), Failed> {
    let beside = |extension: &str| fs::read_to_string(script.with_extension(extension)).ok();
    let outcome = run(script, options)?;
    let code = beside("code").map_or(0, |text| text.trim().parse().expect("NAME.code holds a number"));
    let mut report = String::new();
    let stdout = beside("out").expect("collected because it exists");
    report += &diff("stdout", &stdout, &outcome.stdout);
    if let Some(stderr) = beside("err") {
        report += &diff("stderr", &without_carets(&stderr), &without_carets(&outcome.stderr));
    }
    if code != outcome.code {
        report += &format!("exit status: expected {code}, got {}\n", outcome.code);
    }
    if report.is_empty() {
        return Ok(());
    }
    if !outcome.stderr.is_empty() {
        let lines: Vec<&str> = outcome.stderr.lines().collect();
        report += "end of its stderr:\n";
        for line in &lines[lines.len().saturating_sub(6)..] {
            report += &format!("    {line}\n");
        }
    }
    Err(report.into())
}

/// Runs `script` in its own folder, with both pipes drained, and kills it when its time is over.
fn run(script: &Path, options: &[&str]) -> Result<Outcome, Failed> {
    let folder = script.parent().unwrap();
    let stdin = match fs::File::open(script.with_extension("in")) {
        Ok(file) => Stdio::from(file),
        Err(_) => Stdio::null(),
    };
    let scratch = scratch(script, options)?;
    let is_golden = script.components().any(|part| part.as_os_str() == "golden");
    let mut child = Command::new(env!("CARGO_BIN_EXE_pyfast"))
        .args(options)
        .arg(script.file_name().unwrap())
        .args(is_golden.then_some(&scratch))
        .current_dir(folder)
        .stdin(stdin)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let stdout = drain(child.stdout.take().unwrap());
    let stderr = drain(child.stderr.take().unwrap());
    let started = Instant::now();
    let mut pause = Duration::from_millis(1);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if started.elapsed() > Duration::from_secs(RUN_SECONDS_MAX) {
            child.kill()?;
            child.wait()?;
            return Err(format!("still running after {RUN_SECONDS_MAX} s").into());
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    };
    let here = format!("{}/", fs::canonicalize(folder)?.display());
    let plain = |text: String| text.replace(&here, "").replace(&scratch, "SCRATCH");
    Ok(Outcome {
        stdout: plain(stdout.join().unwrap()),
        stderr: plain(stderr.join().unwrap()),
        code: exit_code(status),
    })
}

/// A folder of this run's own, for scripts that write files. Programs take numbers as arguments, so only golden scripts get it.
fn scratch(script: &Path, options: &[&str]) -> Result<String, Failed> {
    let name = format!("{}{}", script.file_stem().unwrap().display(), options.concat());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder)?;
    Ok(folder.display().to_string())
}

/// Reads `pipe` to its end in a thread of its own, so that a child never waits for us.
fn drain(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // A pipe that breaks off gives what came before; the comparison then shows what is missing.
        let _ = pipe.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn exit_code(status: ExitStatus) -> i32 {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        if let Some(signal) = status.signal() {
            return -signal;
        }
    }
    status.code().unwrap_or(-1)
}

/// A traceback without the lines that only underline a part of the source line above them.
fn without_carets(text: &str) -> String {
    let is_marker = |line: &&str| line.contains(['^', '~']) && line.chars().all(|c| " ^~|".contains(c));
    text.lines()
        .filter(|line| !is_marker(line))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// A short report of where `got` leaves `expected`; empty if they are equal.
fn diff(what: &str, expected: &str, got: &str) -> String {
    if expected == got {
        return String::new();
    }
    let (expected, got): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), got.lines().collect());
    let first = expected.iter().zip(&got).take_while(|(a, b)| a == b).count();
    let mut report = format!("{what} differs at line {}:\n", first + 1);
    for line in &expected[first.saturating_sub(DIFF_CONTEXT)..first] {
        report += &format!("    {line}\n");
    }
    let mut shown = 0;
    for n in first..expected.len().max(got.len()) {
        let (a, b) = (expected.get(n), got.get(n));
        if a == b {
            continue;
        }
        report += &a.map_or(String::new(), |line| format!("  - {line}\n"));
        report += &b.map_or(String::new(), |line| format!("  + {line}\n"));
        shown += 1;
        if shown == DIFF_LINES_MAX {
            report += "  …\n";
            break;
        }
    }
    report
}
