//! `Vm`: one interpreter.

use std::collections::HashMap;

use ahash::RandomState;

use crate::heap::header::KINDS;
use crate::heap::lookups::{ATTRIBUTE_CACHE, CachedAttribute, CachedMethod, METHOD_CACHE};
use crate::heap::mark::Tracer;
use crate::heap::object::KindInfo;
use crate::heap::pressure;
use crate::heap::shape::Shapes;
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::vm::cost::Cost;
use crate::vm::counts::Counts;
use crate::vm::interned::Interned;
use crate::vm::known::{ClassId, KNOWN_CLASSES};
use crate::vm::names::Names;
use crate::vm::own::OWN_COUNT;
use crate::vm::profile::Profile;
use crate::vm::raised::Run;
use crate::vm::thread::Thread;

/// How an interpreter is to run.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Collect at every safepoint.
    pub gc_stress: bool,
    /// Audit the heap after every collection, and once at the end.
    pub gc_audit: bool,
    /// Say at the end what collections did.
    pub gc_stats: bool,
    /// No inline caches.
    pub no_caches: bool,
    /// Instructions do not become forms for the types that they see.
    pub no_quickening: bool,
    /// The compiler makes none.
    pub no_superinstructions: bool,
    /// `sys.argv`.
    pub argv: Vec<String>,
    /// `sys.flags` that matter: -O, -B, -i, -v …
    pub optimize: u8,
    pub write_bytecode: bool,
    /// Texts hash the same in every process (PYTHONHASHSEED is 0).
    pub fixed_hashes: bool,
    /// Places in `sys.flags` that options set.
    pub flags: Vec<usize>,
    /// `sys.warnoptions`.
    pub warn_options: Vec<String>,
    /// What `sys._xoptions` is made of: `name` or `name=value`.
    pub x_options: Vec<String>,
    /// Folders that the environment puts in front of `sys.path`.
    pub search: Vec<String>,
}

/// Looks at an instruction before it runs: where it is, the frame's registers, the code's constants.
pub type Observe = fn(&mut Vm, (*const u8, *mut Value, *mut Value));

/// Turns the last tick of the profiler's timer into a sample. To be called at safepoints, and before anything is freed.
pub type Sample = fn(&mut Vm);

/// Makes a native module when it is imported first.
pub type MakeModule = fn(&mut Vm) -> Run<Value>;

/// One interpreter: what its threads share, and the running thread's own state.
pub struct Vm {
    pub thread: Thread,
    pub heap: Heap,
    pub shapes: Shapes,
    /// The built-in classes, by `ClassId`.
    pub classes: [Value; KNOWN_CLASSES],
    /// Classes of native modules, by `Own`; UNBOUND until their module is imported.
    pub own: [Value; OWN_COUNT],
    pub names: Names,
    /// Interned special-method names, by `Special`.
    pub special_names: Vec<Value>,
    pub interned: Interned,
    /// Changes with every change of a class that could invalidate a lookup.
    pub class_epoch: u32,
    pub method_cache: Box<[CachedMethod; METHOD_CACHE]>,
    pub attribute_cache: Box<[CachedAttribute; ATTRIBUTE_CACHE]>,
    /// `builtins.__dict__`, `sys.modules`, `sys.__dict__`: dicts.
    pub builtins: Value,
    pub modules: Value,
    pub sys: Value,
    pub empty_tuple: Value,
    pub empty_str: Value,
    /// Strings of one character below U+0100.
    pub characters: Box<[Value; 256]>,
    /// Values that natives hold across calls in vectors of their own; pushed and truncated.
    pub roots: Vec<Value>,
    /// Which entry of the globals `__name__` was when a function was made last: most modules begin with it.
    pub name_entry: usize,
    /// Most decimal digits of an int in conversions from and to text; 0 for no limit.
    pub int_digits_max: usize,
    /// NaNs made by `float("nan")`: each is another object.
    pub nans: u64,
    /// Objects in the middle of their repr, for `[...]`.
    pub reprs: Vec<Value>,
    pub options: Options,
    /// What sees every instruction, if the options ask for something that does. Such a run has a dispatch table of its own.
    pub observe: Option<Observe>,
    /// Where `-X ops` and `-X cost` count.
    pub counts: Option<Box<Counts>>,
    pub cost: Option<Box<Cost>>,
    /// Whether runs begin with more than a jump: something observes, or takes samples.
    pub watched: bool,
    pub profile: Option<Box<Profile>>,
    pub sample: Option<Sample>,
    /// Names of the parameters of natives that were called with keyword arguments, by the address of the native's description:
    /// interned strs, UNBOUND for those that have no name.
    pub signatures: HashMap<usize, Box<[Value]>, RandomState>,
    /// Specs of modules are made by `importlib`, which is there.
    pub real_specs: bool,
    /// Sources that are in no file, by the name in their code: what `-c` got, embedded modules. For tracebacks.
    pub sources: HashMap<String, KeptSource, RandomState>,
    /// Native modules by name, filled at boot.
    pub native_modules: HashMap<&'static str, MakeModule, RandomState>,
}

/// A source that is in no file.
pub enum KeptSource {
    Plain(Box<[u8]>),
    /// As `lz4_flex::block` packs it, with its plain length.
    Packed(&'static [u8], usize),
}

impl Vm {
    /// An interpreter without classes or modules: `boot` fills it.
    pub fn empty(kinds: &'static [KindInfo; KINDS], thread: Thread, options: Options) -> Vm {
        let hasher = RandomState::new();
        let heap = Heap::new(kinds);
        heap.interrupt.set_frame_limit(thread.frame_limit.addr());
        Vm {
            thread,
            heap,
            shapes: Shapes::new(KNOWN_CLASSES),
            classes: [Value::UNBOUND; KNOWN_CLASSES],
            own: [Value::UNBOUND; OWN_COUNT],
            names: Names::unset(),
            special_names: Vec::new(),
            interned: Interned::new(),
            class_epoch: 1,
            method_cache: CachedMethod::table(),
            attribute_cache: CachedAttribute::table(),
            builtins: Value::UNBOUND,
            modules: Value::UNBOUND,
            sys: Value::UNBOUND,
            empty_tuple: Value::UNBOUND,
            empty_str: Value::UNBOUND,
            characters: Box::new([Value::UNBOUND; 256]),
            roots: Vec::new(),
            name_entry: 0,
            int_digits_max: 4300,
            nans: 0,
            reprs: Vec::new(),
            observe: None,
            counts: None,
            cost: None,
            watched: false,
            profile: None,
            sample: None,
            options,
            real_specs: false,
            signatures: HashMap::with_hasher(hasher.clone()),
            sources: HashMap::with_hasher(hasher.clone()),
            native_modules: HashMap::with_hasher(hasher),
        }
    }
    /// Sets how many frames there may be: as many as wanted, and as have room for their registers, however wide they are.
    pub fn limit_frames(&mut self) {
        let frames = self.thread.frames_that_fit();
        self.thread.frame_limit = self.thread.frames.wrapping_add(frames);
        self.heap.interrupt.set_frame_limit(self.thread.frame_limit.addr());
    }
    /// Whether a signal waits for its handler to run.
    pub fn signal_waits(&self) -> bool {
        self.heap.interrupt.asked() & pressure::SIGNAL != 0
    }
    /// A built-in class, as a value.
    pub fn class(&self, id: ClassId) -> Value {
        self.classes[id as usize]
    }
}

impl Vm {
    /// Shows the collector everything that threads share.
    pub fn trace(&self, tracer: &mut Tracer) {
        tracer.values(&self.classes);
        tracer.values(&self.own);
        tracer.values(&self.special_names);
        for value in self.interned.values() {
            tracer.visit(value);
        }
        self.shapes.trace(tracer);
        tracer.values(&[self.builtins, self.modules, self.sys, self.empty_tuple, self.empty_str]);
        tracer.values(&*self.characters);
        tracer.values(&self.roots);
        tracer.values(&self.reprs);
    }
    /// Empties the caches of lookups, which the collector does not trace.
    pub fn forget_lookups(&mut self) {
        for entry in self.method_cache.iter_mut() {
            entry.epoch = 0;
        }
        for entry in self.attribute_cache.iter_mut() {
            entry.epoch = 0;
        }
    }
}
