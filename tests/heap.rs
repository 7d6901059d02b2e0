//! The heap audited: after every collection of every golden script, and of some at every safepoint.

mod driver;

fn main() {
    let arguments = libtest_mimic::Arguments::from_args();
    let mut trials = driver::trials("audit", "tests/golden", &["-X", "gc-audit"]);
    trials.extend(driver::trials(
        "audit/stress",
        "tests/golden/heap",
        &["-X", "gc-audit", "-X", "gc-stress"],
    ));
    trials.extend(driver::trials(
        "audit/programs",
        "benches/programs",
        &["-X", "gc-audit"],
    ));
    libtest_mimic::run(&arguments, trials).exit();
}
