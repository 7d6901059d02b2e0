//! `Vm`: one interpreter.

use std::collections::HashMap;

use ahash::RandomState;

use crate::heap::header::KINDS;
use crate::heap::object::KindInfo;
use crate::heap::shape::Shapes;
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::vm::known::{ClassId, KNOWN_CLASSES};
use crate::vm::names::Names;
use crate::vm::thread::Thread;

/// How an interpreter is to run.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Collect at every safepoint.
    pub gc_stress: bool,
    /// No inline caches, no quickening.
    pub no_caches: bool,
    /// `sys.argv`.
    pub argv: Vec<String>,
    /// `sys.flags` that matter: -O, -B, -i, -v …
    pub optimize: u8,
    pub write_bytecode: bool,
}

/// Entries of the method cache; a power of two.
pub const METHOD_CACHE: usize = 2048;

/// One entry of the method cache: what the MRO of a class gives for a name, valid in one epoch.
#[derive(Clone, Copy)]
pub struct CachedMethod {
    pub class: Value,
    pub name: Value,
    /// UNBOUND: nothing.
    pub found: Value,
    pub epoch: u32,
}

/// One interpreter: what its threads share, and the running thread's own state.
pub struct Vm {
    pub thread: Thread,
    pub heap: Heap,
    pub shapes: Shapes,
    /// The built-in classes, by `ClassId`.
    pub classes: [Value; KNOWN_CLASSES],
    pub names: Names,
    /// Interned special-method names, by `Special`.
    pub special_names: Vec<Value>,
    pub interned: HashMap<Box<[u8]>, Value, RandomState>,
    /// Changes with every change of a class that could invalidate a lookup.
    pub class_epoch: u32,
    pub method_cache: Box<[CachedMethod; METHOD_CACHE]>,
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
    /// Objects in the middle of their repr, for `[...]`.
    pub reprs: Vec<Value>,
    pub options: Options,
    /// Native modules by name, filled at boot.
    pub native_modules: HashMap<&'static str, fn(&mut Vm) -> crate::vm::raised::Run<Value>, RandomState>,
}

impl Vm {
    /// An interpreter without classes or modules: `boot` fills it.
    pub fn empty(kinds: &'static [KindInfo; KINDS], thread: Thread, options: Options) -> Vm {
        let hasher = RandomState::new();
        let nothing = CachedMethod {
            class: Value::UNBOUND,
            name: Value::UNBOUND,
            found: Value::UNBOUND,
            epoch: 0,
        };
        Vm {
            thread,
            heap: Heap::new(kinds),
            shapes: Shapes::new(KNOWN_CLASSES),
            classes: [Value::UNBOUND; KNOWN_CLASSES],
            names: Names::unset(),
            special_names: Vec::new(),
            interned: HashMap::with_hasher(hasher.clone()),
            class_epoch: 1,
            method_cache: Box::new([nothing; METHOD_CACHE]),
            builtins: Value::UNBOUND,
            modules: Value::UNBOUND,
            sys: Value::UNBOUND,
            empty_tuple: Value::UNBOUND,
            empty_str: Value::UNBOUND,
            characters: Box::new([Value::UNBOUND; 256]),
            roots: Vec::new(),
            reprs: Vec::new(),
            options,
            native_modules: HashMap::with_hasher(hasher),
        }
    }
    /// A built-in class, as a value.
    pub fn class(&self, id: ClassId) -> Value {
        self.classes[id as usize]
    }
}
