//! What `-X cost` counts. Data only: `interp::host::observe` counts, the command line shows.

use std::collections::HashMap;

use ahash::RandomState;

macro_rules! named {
    ($(#[$meta:meta])* $type:ident { $($name:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum $type { $($name),* }
        impl $type {
            pub const ALL: &[$type] = &[$($type::$name),*];
            /// In words, for reports.
            pub fn text(self) -> &'static str {
                match self { $($type::$name => $text),* }
            }
        }
    };
}

named! {
    /// How the guard of an instruction ended: it passed, or why it failed.
    Verdict {
        Passed = "passed",
        First = "first run: nothing was remembered",
        Uncached = "nothing that a site can remember",
        SharedHit = "too many shapes for a site: in the shared cache",
        SharedMiss = "too many shapes for a site: not in the shared cache",
        Shape = "another class or set of attributes",
        Identity = "another class or module",
        Epoch = "a class was changed",
        NoObject = "a number or constant, which has no shape",
        Unset = "the slot holds no value",
        Namespace = "names were added to or taken from the namespace",
        Overflow = "the result is no inline int",
        Ints = "ints",
        Floats = "floats",
        Mixed = "an int and a float",
        NoNumber = "the result is NaN, or a division by zero",
        Big = "ints beyond 2^50",
        Bools = "bools",
        Texts = "texts",
        Tuple = "a tuple",
        Dict = "a dict",
        FromEnd = "an index from the end, or none",
        OtherTypes = "other types",
        Interrupted = "a safepoint was due",
        Iterated = "a loop over something else",
        Callee = "another kind of callee",
        Arguments = "arguments that must be bound",
    }
}

named! {
    /// What was called.
    Called {
        Function = "functions made in Python",
        Method = "methods made in Python",
        Native = "built-in functions",
        NativeMethod = "built-in methods",
        Class = "classes",
        Bound = "bound methods",
        Object = "objects with __call__",
    }
}

pub const VERDICTS: usize = Verdict::ALL.len();
pub const CALLED: usize = Called::ALL.len();

/// What one inline-cache site met.
#[derive(Clone, Debug)]
pub struct SiteCount {
    pub file: String,
    pub line: u32,
    pub name: String,
    /// Number of the generic opcode.
    pub op: u8,
    pub hits: u64,
    /// Found in the cache that sites of many shapes share.
    pub shared: u64,
    pub misses: u64,
}

/// What the instruction before this one leaves to be found out.
#[derive(Clone, Copy, Default)]
pub struct Before {
    pub op: u8,
    /// Where the next instruction lies, and where one is gone on with that did the next one's work, too.
    pub after: usize,
    pub merged: [usize; 3],
    pub frame: usize,
    /// A method was called: of which kind, the next instruction's frame says.
    pub is_method: bool,
}

/// The counts of one run.
pub struct Cost {
    /// Instructions that were dispatched, by opcode: narrow and wide ones.
    pub ops: [Vec<u64>; 2],
    /// Of these, how their guards ended, by opcode.
    pub guards: Vec<[u64; VERDICTS]>,
    pub called: [u64; CALLED],
    /// Calls with keywords or `*`, which are among those above.
    pub bound_calls: u64,
    /// Runs that native code began.
    pub callbacks: u64,
    /// Instructions that ran as part of the one before, without a dispatch: the step of a loop, an `unpack`; and arithmetic on ints
    /// beyond the inline range.
    pub merged: u64,
    /// Of these, steps of loops.
    pub merged_steps: u64,
    pub chained: u64,
    pub sites: Vec<SiteCount>,
    /// The index in `sites` by the address of the instruction; forgotten with each collection, which may free code.
    pub places: HashMap<usize, usize, RandomState>,
    pub collections_seen: usize,
    pub pauses_ns: Vec<u64>,
    pub before: Before,
}

impl Default for Cost {
    fn default() -> Cost {
        Cost {
            ops: [vec![0; 256], vec![0; 256]],
            guards: vec![[0; VERDICTS]; 256],
            called: [0; CALLED],
            bound_calls: 0,
            callbacks: 0,
            merged: 0,
            merged_steps: 0,
            chained: 0,
            sites: Vec::new(),
            places: HashMap::with_hasher(RandomState::with_seeds(1, 2, 3, 4)),
            collections_seen: 0,
            pauses_ns: Vec::new(),
            before: Before::default(),
        }
    }
}
