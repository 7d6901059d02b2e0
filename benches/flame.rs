//! A native flame graph of a script's run: where the interpreter itself spends its time, handlers by their names.
//!
//! `scripts/flame SCRIPT [OUT.svg]` runs it. Samples are pprof's, 997 a second of CPU time.

use std::path::Path;
use std::process::ExitCode;

use pprof::ProfilerGuardBuilder;
use pyfast::embed::{Interpreter, Options};
use pyfast::interp::host::allocator::Mimalloc;

#[global_allocator]
static ALLOCATOR: Mimalloc = Mimalloc;

const SAMPLES_PER_SECOND: i32 = 997;
/// Of the interpreter's thread.
const STACK_BYTES: usize = 256 << 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let [script, out] = &arguments[..] else {
        println!("flame: nothing to do; scripts/flame SCRIPT [OUT.svg] draws where a script's time goes");
        return ExitCode::SUCCESS;
    };
    let (script, out) = (script.clone(), out.clone());
    let worker = std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(move || profile(&script, &out));
    match worker.map(|thread| thread.join()) {
        Ok(Ok(Ok(samples))) => {
            eprintln!("{samples} samples");
            ExitCode::SUCCESS
        }
        Ok(Ok(Err(message))) => {
            eprintln!("flame: {message}");
            ExitCode::FAILURE
        }
        _ => ExitCode::FAILURE,
    }
}

/// Runs the script under the profiler and draws the picture, also of a script that fails; answers the number of samples.
fn profile(script: &str, out: &str) -> Result<isize, String> {
    // Before the run, not after it, is it known that the picture can be written.
    let file = std::fs::File::create(out).map_err(|error| format!("can't write {out}: {error}"))?;
    let guard = ProfilerGuardBuilder::default()
        .frequency(SAMPLES_PER_SECOND)
        .blocklist(&["libc", "libgcc", "pthread", "vdso"])
        .build()
        .map_err(|error| error.to_string())?;
    let mut python = Interpreter::new(Options {
        argv: vec![script.to_string()],
        ..Options::default()
    });
    if let Err(error) = python.run_file(Path::new(script)) {
        eprintln!("{error}");
    }
    let report = guard.report().build().map_err(|error| error.to_string())?;
    report.flamegraph(file).map_err(|error| error.to_string())?;
    Ok(report.data.values().sum())
}
