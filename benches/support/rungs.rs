//! The rungs: what each is, and how it is run.

use pyfast::boot;
use pyfast::embed::{Interpreter, Item, Options};
use pyfast::interp::host::rungs::{counted, register, stack, tail};

use crate::native;

pub const SCRIPT: &str = "\
def range_loop(n):
    s = 0
    for i in range(n):
        s += i
    return s
";

/// One rung.
pub struct Rung {
    pub name: &'static str,
    /// What it adds to the one `below`, in a few words.
    pub layer: &'static str,
    pub below: Option<&'static str>,
    kind: Kind,
}

enum Kind {
    Native(fn(u64) -> u64),
    Toy(fn(u64) -> Option<i64>),
    /// With handlers, which get an interpreter.
    Handlers(fn(&mut pyfast::vm::state::Vm, u64) -> Option<i64>),
    Engine(fn() -> Options),
    Cpython,
}

impl Rung {
    pub fn is_ours(&self) -> bool {
        !matches!(self.kind, Kind::Cpython)
    }
}

const fn rung(name: &'static str, layer: &'static str, below: &'static str, kind: Kind) -> Rung {
    let below = if below.is_empty() { None } else { Some(below) };
    Rung {
        name,
        layer,
        below,
        kind,
    }
}

pub const RUNGS: &[Rung] = &[
    rung(
        "native",
        "an addition in machine code",
        "",
        Kind::Native(native::RANGE.wrapping),
    ),
    rung(
        "checked",
        "a test for overflow",
        "native",
        Kind::Native(native::RANGE.checked),
    ),
    rung(
        "boxed",
        "boxes with tags, which are tested",
        "checked",
        Kind::Toy(register::boxed),
    ),
    rung(
        "memory",
        "registers of the machine become memory",
        "boxed",
        Kind::Toy(register::memory),
    ),
    rung(
        "decoded",
        "operands are read from instructions",
        "memory",
        Kind::Toy(register::decoded),
    ),
    rung(
        "match",
        "dispatch by `match` in a loop",
        "decoded",
        Kind::Toy(register::matched),
    ),
    rung(
        "tail calls",
        "dispatch by tail calls",
        "decoded",
        Kind::Handlers(tail::called),
    ),
    rung(
        "interruptible",
        "a look whether to stop or collect",
        "tail calls",
        Kind::Handlers(tail::interruptible),
    ),
    rung(
        "fused",
        "a superinstruction: two in one dispatch",
        "interruptible",
        Kind::Handlers(tail::fused),
    ),
    rung(
        "stack",
        "load, load, add, store in place of add",
        "tail calls",
        Kind::Handlers(stack::stacked),
    ),
    rung(
        "counted",
        "ints on the heap that count references",
        "stack",
        Kind::Handlers(counted::counted),
    ),
    rung(
        "pyfast, plain",
        "the engine: no caches, forms, superinstr.",
        "fused",
        Kind::Engine(|| Options {
            no_caches: true,
            no_quickening: true,
            no_superinstructions: true,
            ..Options::default()
        }),
    ),
    rung(
        "pyfast, no caches",
        "the engine without inline caches",
        "pyfast",
        Kind::Engine(|| Options {
            no_caches: true,
            ..Options::default()
        }),
    ),
    rung(
        "pyfast, no quickening",
        "the engine without forms by type",
        "pyfast",
        Kind::Engine(|| Options {
            no_quickening: true,
            ..Options::default()
        }),
    ),
    rung(
        "pyfast, not fused",
        "the engine without superinstructions",
        "pyfast",
        Kind::Engine(|| Options {
            no_superinstructions: true,
            ..Options::default()
        }),
    ),
    rung("pyfast", "the engine", "fused", Kind::Engine(Options::default)),
    rung("CPython", "all that CPython does", "counted", Kind::Cpython),
];

/// Runs a rung for a number of iterations, and checks its sum.
pub type Runner = Box<dyn FnMut(u64)>;

/// The runner of a rung that is ours.
pub fn runner(rung: &Rung) -> Runner {
    let name = rung.name;
    let check = move |n: u64, sum: Option<i64>| assert_eq!(sum, Some((n * (n - 1) / 2) as i64), "{name}");
    match rung.kind {
        Kind::Native(run) => Box::new(move |n| check(n, Some(run(std::hint::black_box(n)) as i64))),
        Kind::Toy(run) => Box::new(move |n| check(n, run(std::hint::black_box(n)))),
        Kind::Handlers(run) => {
            let mut vm = boot::new_vm(Options::default());
            Box::new(move |n| check(n, run(&mut vm, std::hint::black_box(n))))
        }
        Kind::Engine(options) => {
            let mut python = Interpreter::new(options());
            python.run_source(SCRIPT, "ladder").expect("the script runs");
            Box::new(move |n| match python.call("range_loop", &[Item::Int(n as i64)]) {
                Ok(Item::Int(sum)) => check(n, Some(sum)),
                other => panic!("{name} answered {other:?}"),
            })
        }
        Kind::Cpython => Box::new(|_| ()),
    }
}
