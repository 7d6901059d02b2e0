//! Code objects as plain data: what the compiler makes, `.pyc` files hold, and the loader turns into a heap object.

use std::rc::Rc;

use crate::bytecode::names::{Bytes, Name, NameList, Text};

/// Sizes and flags of a code object, and everything that instructions refer to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodeData {
    /// The name, and the dotted name that tracebacks show.
    pub name: Name,
    pub qualname: Name,
    pub filename: Rc<str>,
    /// Line of the `def`, `class`, `lambda` or the module's first line.
    pub first_line: u32,
    pub flags: Flags,
    /// Parameters: positional-only, positional (these included), keyword-only. They are the first registers, in order
    /// positional, keyword-only, `*args`, `**kwargs`.
    pub positional_only: u32,
    pub positional: u32,
    pub keyword_only: u32,
    /// How many registers a frame's window needs.
    pub registers: u32,
    /// Names of the locals, by register: parameters first. A register above these is a temporary.
    pub locals: NameList,
    /// Locals (by register) that are cells, whether a parameter or not: `make_cell` is run on each by the prologue.
    pub cells: Vec<u32>,
    /// Names of the free variables, in the order of the closure; `copy_free` puts their cells at `free_first`.
    pub free: NameList,
    pub free_first: u32,
    pub constants: Vec<Constant>,
    /// What each inline-cache site names.
    pub sites: NameList,
    /// The instructions, verified before they run.
    pub bytes: Bytes,
    /// Exception ranges, innermost first among those that share a byte.
    pub cover: Vec<Cover>,
    /// Positions by instruction.
    pub lines: LineTable,
    /// The docstring is `constants[0]` when this is set.
    pub has_doc: bool,
}

/// One constant.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Int(i64),
    /// Digits in a radix, sign in front: an int that does not fit 64 bits.
    BigInt {
        radix: u32,
        digits: String,
    },
    /// Compared by bits, so that 0.0 and -0.0 stay apart.
    Float(u64),
    Complex(u64, u64),
    /// WTF-8.
    Str(Text),
    Bytes(Text),
    Tuple(Vec<Constant>),
    FrozenSet(Vec<Constant>),
    Slice(Box<[Constant; 3]>),
    Code(Rc<CodeData>),
}

/// What kind of code this is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u32);

impl Flags {
    pub const VARARGS: u32 = 0x04;
    pub const VARKEYWORDS: u32 = 0x08;
    pub const NESTED: u32 = 0x10;
    pub const GENERATOR: u32 = 0x20;
    pub const COROUTINE: u32 = 0x80;
    /// Set by `types.coroutine`: a generator that can be awaited.
    pub const ITERABLE_COROUTINE: u32 = 0x100;
    pub const ASYNC_GENERATOR: u32 = 0x200;
    /// The frame has fast locals: a function, lambda, or comprehension (not a module or class body).
    pub const OPTIMIZED: u32 = 0x01;
    pub const HAS_DOCSTRING: u32 = 0x0400_0000;
    /// Defined in a class body: `__qualname__` and `super()` care.
    pub const METHOD: u32 = 0x0800_0000;
    pub const FUTURE_ANNOTATIONS: u32 = 0x0100_0000;

    pub fn has(self, flag: u32) -> bool {
        self.0 & flag != 0
    }
}

/// An exception raised at an offset in `start..end` goes to `handler` with the exception in register `register`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover {
    pub start: u32,
    pub end: u32,
    pub handler: u32,
    pub register: u16,
}

/// Positions by instruction, in the compact form that `bytecode::lines` writes and reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineTable(pub Bytes);

/// The position of the instructions from `offset` up to the next entry: lines from 1, columns in UTF-8 bytes from 0.
/// `line == 0` means no position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineEntry {
    pub offset: u32,
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
}
