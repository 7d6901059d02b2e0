//! What `-X profile` keeps: the last tick of its timer, and the stacks that were met. Data only: `interp::host::observe::profile`
//! takes the samples, the command line draws them.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize};

use ahash::RandomState;

/// Frames whose place a tick notes; of those below only what their records say.
pub const NOTED: usize = 32;

/// What a tick of the timer has found. The signal's handler writes it while `ticks` is 0, and counts on while it is not.
#[derive(Default)]
pub struct Desk {
    pub ticks: AtomicUsize,
    /// The running frame, and whether native code had been called in it; else `pc` is what the machine's register held.
    pub top: AtomicUsize,
    pub in_call: AtomicBool,
    pub pc: AtomicUsize,
    /// From the running frame down: the function, and where its record says that it is.
    pub functions: [AtomicU64; NOTED],
    pub places: [AtomicUsize; NOTED],
    /// The native stack's end in fast handlers of the running loop; 0 if that is not known.
    pub stack_end: AtomicUsize,
    pub collecting: AtomicBool,
    pub was_collecting: AtomicBool,
}

/// The samples of one run.
pub struct Profile {
    pub desk: &'static Desk,
    /// Numbers of functions with lines, and of opcodes.
    pub names: HashMap<String, u32, RandomState>,
    pub texts: Vec<String>,
    /// By code object and offset: the numbers of the function with its line, and of the opcode. Forgotten with each collection.
    pub places: HashMap<(usize, usize), (u32, u32), RandomState>,
    pub collections_seen: usize,
    /// Ticks by stack, outermost frame first.
    pub stacks: HashMap<Vec<u32>, u64, RandomState>,
}

impl Profile {
    pub fn new(desk: &'static Desk) -> Profile {
        let hasher = RandomState::with_seeds(1, 2, 3, 4);
        Profile {
            desk,
            names: HashMap::with_hasher(hasher.clone()),
            texts: Vec::new(),
            places: HashMap::with_hasher(hasher.clone()),
            collections_seen: 0,
            stacks: HashMap::with_hasher(hasher),
        }
    }
    /// The number of a text.
    pub fn number(&mut self, text: String) -> u32 {
        let next = self.texts.len() as u32;
        let number = *self.names.entry(text.clone()).or_insert(next);
        if number == next {
            self.texts.push(text);
        }
        number
    }
}
