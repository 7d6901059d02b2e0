//! The golden set again in modes that must change nothing: a collection at every safepoint, and neither inline caches nor forms of
//! instructions by type nor superinstructions.
//!
//! The third mode, dispatch by `loop`, is a build of its own: `cargo test --features dispatch-loop`, which `scripts/check` runs.

mod driver;

const PLAIN: &[&str] = &["-X", "no-caches", "-X", "no-quickening", "-X", "no-superinstructions"];

fn main() {
    let arguments = libtest_mimic::Arguments::from_args();
    // Whole programs are left out of the first: a collection at each of their back-edges takes hours.
    let mut trials = driver::trials("gc-stress", "tests/golden", &["-X", "gc-stress"]);
    // So do the import of every module of the library, and scripts that import large parts of it.
    trials.retain(|trial| {
        trial.name() != "gc-stress/stdlib/imports_all" && !trial.name().starts_with("gc-stress/library/")
    });
    trials.extend(driver::trials("plain", "tests/golden", PLAIN));
    trials.extend(driver::trials("plain/programs", "benches/programs", PLAIN));
    libtest_mimic::run(&arguments, trials).exit();
}
