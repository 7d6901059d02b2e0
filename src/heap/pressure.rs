//! When to collect: bytes allocated since the last collection, counted in one place per thread.
//!
//! Blocks report each cell page that they hand out, buffers outside the heap (list items, dict tables, long strings) report what
//! they grow by. Above the threshold the interrupt word of the running interpreter is set; the next safepoint collects.

use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering};

/// Bits of the interrupt word, which is read at loop back-edges and calls.
pub const COLLECT: u32 = 1;
pub const SIGNAL: u32 = 2;
pub const STRESS: u32 = 4;
/// Finalisers or weak-reference callbacks wait.
pub const FINALIZE: u32 = 8;

/// The counters of one thread.
struct Pressure {
    bytes: Cell<usize>,
    threshold: Cell<usize>,
    interrupt: Cell<*const AtomicU32>,
}

thread_local! {
    static PRESSURE: Pressure = const {
        Pressure { bytes: Cell::new(0), threshold: Cell::new(usize::MAX), interrupt: Cell::new(std::ptr::null()) }
    };
}

/// Reports that `bytes` were taken from the system.
pub fn add(bytes: usize) {
    PRESSURE.with(|p| {
        let total = p.bytes.get().saturating_add(bytes);
        p.bytes.set(total);
        if total > p.threshold.get() {
            // SAFETY: `enter` set a word that outlives the run, or null.
            if let Some(word) = unsafe { p.interrupt.get().as_ref() } {
                word.fetch_or(COLLECT, Ordering::Relaxed);
            }
        }
    });
}

/// Starts counting for the interpreter whose interrupt word this is; answers what to give [`leave`].
///
/// # Safety
/// `interrupt` stays valid until `leave` or another `enter`.
pub unsafe fn enter(interrupt: *const AtomicU32, threshold: usize) -> (*const AtomicU32, usize) {
    PRESSURE.with(|p| (p.interrupt.replace(interrupt), p.threshold.replace(threshold)))
}

/// Goes back to the interpreter that ran before.
pub fn leave(before: (*const AtomicU32, usize)) {
    PRESSURE.with(|p| {
        p.interrupt.set(before.0);
        p.threshold.set(before.1);
    });
}

/// After a collection: counts from nothing, up to `threshold` bytes.
pub fn reset(threshold: usize) {
    PRESSURE.with(|p| {
        p.bytes.set(0);
        p.threshold.set(threshold);
    });
}

/// Bytes reported since the last [`reset`].
pub fn bytes() -> usize {
    PRESSURE.with(|p| p.bytes.get())
}
