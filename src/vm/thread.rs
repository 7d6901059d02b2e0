//! What belongs to one thread of execution: the register stack, the frames, the pending exception.
//!
//! Kept apart from what threads share (`Vm`), so that threads under one lock can swap it.

use crate::heap::value::Value;

/// One frame's record. The frame's registers are elsewhere in the arena.
#[repr(C)]
pub struct Frame {
    /// Where this frame goes on when its callee returns; current only while it calls.
    pub pc: *const u8,
    pub registers: *mut Value,
    /// Address of the code's constant 0.
    pub constants: *mut Value,
    /// The running function, or a code object's stand-in for modules and class bodies.
    pub function: Value,
    /// UNBOUND for a plain call; the namespace mapping of a class body or `exec`; the generator object of a generator's frame.
    pub extra: Value,
}

const _: () = assert!(size_of::<Frame>() == 40);

/// Registers of one thread: 256 Mi values are reserved where the system grants them, committed as used.
pub const REGISTERS_MAX: usize = 256 << 20;
/// Frames of one thread, where the system grants them.
pub const FRAMES_MAX: usize = 4 << 20;
/// Frames that are left free below the end.
const FRAMES_SPARE: usize = 64;
/// Registers that every call leaves free below the end, for natives and windows of calls.
pub const REGISTERS_SPARE: usize = 1 << 17;

/// Registers that a frame's window may lie above its caller's last one: those of entry records, padding, receivers.
const WINDOW_GAP: usize = 8;

/// State of one thread.
pub struct Thread {
    /// The running frame.
    pub frame: *mut Frame,
    /// No frame is pushed at or beyond this one: the recursion limit.
    pub frame_limit: *mut Frame,
    /// No window begins beyond this register.
    pub register_limit: *mut Value,
    /// The exception being raised; UNBOUND if none.
    pub pending: Value,
    /// The exception being handled (`sys.exception()`); UNBOUND if none.
    pub handled: Value,
    pub frames: *mut Frame,
    pub registers: *mut Value,
    /// How many frames and registers were reserved.
    pub frames_reserved: usize,
    pub registers_reserved: usize,
    /// Highest register ever used since the last collection: above the top is garbage to be cleared.
    pub high_water: *mut Value,
    /// Older end of the native stack, for the conservative scan, and the address below which natives must not recurse.
    pub native_base: usize,
    pub native_limit: usize,
    pub recursion_limit: usize,
    /// How many frames the recursion limit allows, entry records and all.
    pub frames_wanted: usize,
    /// Registers of the widest code that there is.
    pub widest: usize,
    /// Where the loop back end goes on: instruction, registers, constants.
    pub next: (*const u8, *mut Value, *mut Value),
    /// What the run that just ended answers.
    pub result: Value,
    /// How many run loops are nested on the native stack.
    pub nesting: usize,
}

impl Thread {
    /// How many frames there may be, so that calls need not look whether registers are left.
    pub fn frames_that_fit(&self) -> usize {
        let fit = (self.registers_reserved - REGISTERS_SPARE) / (self.widest + WINDOW_GAP);
        let room = self.frames_reserved - FRAMES_SPARE;
        self.frames_wanted.min(room).min(fit)
    }
}
