//! When to collect: bytes allocated since the last collection, counted in one place per thread.
//!
//! Blocks report each cell page that they hand out, buffers outside the heap (list items, dict tables, long strings) report what
//! they grow by. Above the threshold the interrupt word of the running interpreter is set; the next safepoint collects.

use std::cell::Cell;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

/// Blocks up to this size are taken without asking first.
const ASKED_BYTES_MIN: usize = 1 << 20;

/// Bytes of addresses that the system grants this process (`ulimit -v`), as far as it says.
#[cfg(all(unix, not(miri)))]
pub fn address_space() -> usize {
    let mut limit = libc::rlimit {
        rlim_cur: libc::RLIM_INFINITY,
        rlim_max: libc::RLIM_INFINITY,
    };
    // SAFETY: the call writes the structure and nothing else.
    unsafe { libc::getrlimit(libc::RLIMIT_AS, &mut limit) };
    usize::try_from(limit.rlim_cur).unwrap_or(usize::MAX)
}
#[cfg(not(all(unix, not(miri))))]
pub fn address_space() -> usize {
    usize::MAX
}

/// Ends the process, since not even the smallest `what` can be had: before any Python runs, so that nothing is lost.
#[cold]
pub fn no_address_space(what: &str) -> ! {
    eprintln!("pyfast: no address space for the {what}");
    std::process::exit(1)
}

/// Whether the allocator would grant a block of `bytes` now. Small ones are not asked for.
#[inline]
pub fn has_room(bytes: usize) -> bool {
    bytes <= ASKED_BYTES_MIN || asks_for_room(bytes)
}
#[cold]
#[inline(never)]
fn asks_for_room(bytes: usize) -> bool {
    Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
}

/// Bits of the interrupt word, which is read at loop back-edges and calls.
pub const COLLECT: u32 = 1;
pub const SIGNAL: u32 = 2;
pub const STRESS: u32 = 4;
/// Finalisers or weak-reference callbacks wait.
pub const FINALIZE: u32 = 8;
/// The profiler's timer has ticked.
pub const SAMPLE: u32 = 16;
/// A large buffer was made that leaves too little room: see `HEADROOM`.
pub const FULL: u32 = 32;
/// Memory was refused to something that could not raise: MemoryError is due.
pub const REFUSED: u32 = 64;

/// Buffers from this size on are followed by a look at what is left.
const HUGE_BYTES_MIN: usize = 16 << 20;
/// How often the largest buffer must fit again into what is left. Most that is done with a text or a sequence needs as much
/// memory as that has, or twice as much while a buffer grows: with so much room at hand it cannot fail half way, where nothing
/// but the end of the process would follow. What needs still more asks for it itself.
const HEADROOM: usize = 3;

/// What an interpreter is asked for, and the limit that calls compare frames with. While anything is asked for, the limit is 0, so
/// that calls need one comparison for both. Signal handlers and other threads may ask.
pub struct Interrupt {
    word: AtomicU32,
    limit: AtomicUsize,
    /// What the limit is while nothing is asked for.
    frame_limit: AtomicUsize,
}

impl Interrupt {
    pub const fn new() -> Interrupt {
        Interrupt {
            word: AtomicU32::new(0),
            limit: AtomicUsize::new(0),
            frame_limit: AtomicUsize::new(0),
        }
    }
    /// The bits that are asked for.
    #[inline(always)] // PERF: perf/0001-handlers.md
    pub fn word(&self) -> u32 {
        // SAFETY: a plain load of an aligned word, so that it folds into comparisons; who writes it does not matter.
        unsafe { self.word.as_ptr().read() }
    }
    /// As `word`, for loops that wait for a change.
    pub fn asked(&self) -> u32 {
        self.word.load(Ordering::Relaxed)
    }
    /// Address at or beyond which no frame may be pushed without more ado.
    #[inline(always)] // PERF: perf/0001-handlers.md
    pub fn frame_limit(&self) -> usize {
        // SAFETY: as above.
        unsafe { self.limit.as_ptr().read() }
    }
    /// Asks for attention at the next safepoint.
    pub fn request(&self, bits: u32) {
        self.word.fetch_or(bits, Ordering::SeqCst);
        self.limit.store(0, Ordering::SeqCst);
    }
    /// What was asked for is done.
    pub fn withdraw(&self, bits: u32) {
        self.word.fetch_and(!bits, Ordering::SeqCst);
        self.restore();
    }
    /// The recursion limit is another.
    pub fn set_frame_limit(&self, limit: usize) {
        self.frame_limit.store(limit, Ordering::SeqCst);
        self.restore();
    }
    fn restore(&self) {
        self.limit
            .store(self.frame_limit.load(Ordering::SeqCst), Ordering::SeqCst);
        // Whoever asked before this store is seen here; whoever asks later lowers the limit himself.
        if self.word.load(Ordering::SeqCst) != 0 {
            self.limit.store(0, Ordering::SeqCst);
        }
    }
}

impl Default for Interrupt {
    fn default() -> Interrupt {
        Interrupt::new()
    }
}

/// The counters of one thread.
struct Pressure {
    bytes: Cell<usize>,
    threshold: Cell<usize>,
    /// Bytes of the largest buffer that may still be there.
    largest: Cell<usize>,
    interrupt: Cell<*const Interrupt>,
}

impl Pressure {
    fn request(&self, bits: u32) {
        // SAFETY: `enter` set a word that outlives the run, or null.
        if let Some(word) = unsafe { self.interrupt.get().as_ref() } {
            word.request(bits);
        }
    }
}

thread_local! {
    static PRESSURE: Pressure = const {
        Pressure {
            bytes: Cell::new(0),
            threshold: Cell::new(usize::MAX),
            largest: Cell::new(0),
            interrupt: Cell::new(std::ptr::null()),
        }
    };
}

/// Reports that `bytes` were taken from the system.
pub fn add(bytes: usize) {
    PRESSURE.with(|p| {
        let total = p.bytes.get().saturating_add(bytes);
        p.bytes.set(total);
        if total > p.threshold.get() {
            p.request(COLLECT);
        }
    });
    if bytes >= HUGE_BYTES_MIN {
        add_huge(bytes);
    }
}
#[cold]
#[inline(never)]
fn add_huge(bytes: usize) {
    PRESSURE.with(|p| p.largest.set(p.largest.get().max(bytes)));
    if !has_headroom() {
        PRESSURE.with(|p| p.request(FULL));
    }
}

/// Bytes of the largest buffer that may still be there.
pub fn largest() -> usize {
    PRESSURE.with(|p| p.largest.get())
}

/// Whether the largest buffer would fit several times more.
pub fn has_headroom() -> bool {
    has_room(largest().saturating_mul(HEADROOM))
}

/// Reports that something was left out for want of memory: the next safepoint raises MemoryError.
#[cold]
pub fn refuse() {
    PRESSURE.with(|p| p.request(REFUSED));
}

/// Starts counting for the interpreter whose interrupt word this is; answers what to give [`leave`].
///
/// # Safety
/// `interrupt` stays valid until `leave` or another `enter`.
pub unsafe fn enter(interrupt: *const Interrupt, threshold: usize) -> (*const Interrupt, usize) {
    PRESSURE.with(|p| (p.interrupt.replace(interrupt), p.threshold.replace(threshold)))
}

/// Goes back to the interpreter that ran before.
pub fn leave(before: (*const Interrupt, usize)) {
    PRESSURE.with(|p| {
        p.interrupt.set(before.0);
        p.threshold.set(before.1);
    });
}

/// After a collection that found a `largest` buffer: counts from nothing, up to `threshold` bytes.
pub fn reset(threshold: usize, largest: usize) {
    PRESSURE.with(|p| {
        p.largest.set(largest);
        p.bytes.set(0);
        p.threshold.set(threshold);
    });
}

/// Bytes reported since the last [`reset`].
pub fn bytes() -> usize {
    PRESSURE.with(|p| p.bytes.get())
}
