//! Every script under `golden/` and `benches/programs/` prints what CPython 3.14 prints, and every one under `differs/` what is
//! written down there.

mod driver;

use std::fs;

use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = driver::trials("golden", "tests/golden", &[]);
    trials.extend(driver::trials("programs", "benches/programs", &[]));
    trials.extend(driver::trials("differs", "tests/differs", &[]));
    trials.push(Trial::test("differs_are_recorded", differs_are_recorded));
    libtest_mimic::run(&arguments, trials).exit();
}

/// Each known difference keeps CPython's output too, says what it is about in its first line, and still differs.
fn differs_are_recorded() -> Result<(), Failed> {
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/differs"))? {
        let script = entry?.path();
        if script.extension().is_none_or(|e| e != "py") {
            continue;
        }
        let name = script.display();
        let ours = fs::read_to_string(script.with_extension("out"));
        let theirs = fs::read_to_string(script.with_extension("cpython"));
        let (Ok(ours), Ok(theirs)) = (ours, theirs) else {
            return Err(format!("{name}: needs both .out and .cpython").into());
        };
        if ours == theirs {
            return Err(format!("{name}: no longer differs, move it to golden/").into());
        }
        if !fs::read_to_string(&script)?.starts_with("\"\"\"") {
            return Err(format!("{name}: begins without a docstring that says what differs and why").into());
        }
    }
    Ok(())
}
