//! Decimal objects, contexts, and the current one.

use crate::api::{
    self, Class, Decimal, Opaque, Own, Payload, Raised, Record, Ref, Run, ShapeId, Tracer, Tuple, Value, Vm, call,
    class, make, own_class, raise, tuple,
};
use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
use crate::stdlib::number::decimal::arith::context::{Context, flag};
use crate::stdlib::number::decimal::arith::number::{Form, Number};
use crate::stdlib::tools::contextvars;

/// Fields of the record that the module keeps.
pub mod state {
    /// The context variable, and its hash.
    pub const VARIABLE: usize = 0;
    pub const HASH: usize = 1;
    /// Templates of new contexts.
    pub const DEFAULT: usize = 2;
    pub const BASIC: usize = 3;
    pub const EXTENDED: usize = 4;
    /// Classes: DecimalTuple, SignalDict, numbers.Rational.
    pub const TUPLE: usize = 5;
    pub const SIGNAL_DICT: usize = 6;
    pub const RATIONAL: usize = 7;
    /// Tuples: exceptions of signals, of conditions, names of roundings.
    pub const SIGNALS: usize = 8;
    pub const CONDITIONS: usize = 9;
    pub const ROUNDINGS: usize = 10;
    pub const FIELDS: usize = 11;
}

/// What the module keeps, by `state`.
pub fn kept(vm: &Vm, field: usize) -> Value {
    vm.own[Own::DecimalState as usize].expect::<Record>().get(field)
}

pub fn kept_tuple(vm: &Vm, field: usize) -> &'static [Value] {
    tuple::items(kept(vm, field).expect::<Tuple>())
}

const NEGATIVE: u16 = 4;
const LARGE: u16 = 8;

/// The number in a decimal object.
#[inline]
pub fn number(object: Ref<Decimal>) -> Number {
    let (tag, words) = (object.tag(), object.words());
    let coefficient = match *words {
        _ if tag & LARGE != 0 => Coefficient::Large(words.to_vec()),
        [low] => Coefficient::Small(u128::from(low)),
        [low, high] => Coefficient::Small(u128::from(high) << 64 | u128::from(low)),
        _ => Coefficient::ZERO,
    };
    Number {
        coefficient,
        exponent: object.exponent(),
        form: match tag & 3 {
            0 => Form::Finite,
            1 => Form::Infinite,
            2 => Form::Quiet,
            _ => Form::Signaling,
        },
        negative: tag & NEGATIVE != 0,
    }
}

/// A Decimal.
/// # Errors
/// MemoryError
#[inline]
pub fn new(vm: &mut Vm, number: &Number) -> Run<Value> {
    let shape = class::shape(own_class(vm, Own::Decimal));
    new_of(vm, shape, number)
}

/// As `new`, for a class of the shape `shape`.
#[inline]
pub fn new_of(vm: &mut Vm, shape: ShapeId, number: &Number) -> Run<Value> {
    let tag = number.form as u16 | if number.negative { NEGATIVE } else { 0 };
    let exponent = number.exponent;
    let made = match &number.coefficient {
        &Coefficient::Small(n) => {
            let words = [n as u64, (n >> 64) as u64];
            let count = if words[1] == 0 { 1 } else { 2 };
            Decimal::new(&mut vm.heap, shape, tag, exponent, &words[..count])
        }
        Coefficient::Large(limbs) => {
            raise::room(vm, size_of_val(&limbs[..]))?;
            Decimal::new(&mut vm.heap, shape, tag | LARGE, exponent, limbs)
        }
    };
    Ok(made.value())
}

/// As `new`, for a class or a subclass.
pub fn new_in(vm: &mut Vm, class: Value, number: &Number) -> Run<Value> {
    let shape = class::shape(class.expect::<Class>());
    new_of(vm, shape, number)
}

/// A context: that of the arithmetic, which also holds the flags, and what only Python knows.
pub struct Environment {
    pub arith: Context,
    pub traps: u32,
    pub capitals: bool,
    /// `flags` and `traps` as Python sees them, once somebody has looked.
    pub views: [Value; 2],
}

impl Payload for Environment {
    fn trace(&self, tracer: &mut Tracer) {
        tracer.values(&self.views);
    }
}

/// Works on the state of a context. `work` must not run Python.
#[inline]
pub fn with<R>(context: Value, work: impl FnOnce(&mut Environment) -> R) -> R {
    match context.expect::<Opaque>().with(work) {
        Some(result) => result,
        None => unreachable!("a context holds an environment"),
    }
}

/// The arithmetic of a context, with nothing met yet.
#[inline]
pub fn arith(context: Value) -> Context {
    with(context, |environment| environment.arith.fresh())
}

/// A context of `class` like another one.
pub fn copy_context(vm: &mut Vm, class: Ref<Class>, like: Value) -> Value {
    let copy = with(like, |known| Environment {
        arith: known.arith,
        traps: known.traps,
        capitals: known.capitals,
        views: [Value::UNBOUND; 2],
    });
    Opaque::new(&mut vm.heap, class::shape(class), Box::new(copy)).value()
}

/// The context that is current.
/// # Errors
/// Whatever the context variable raises.
#[inline]
pub fn current(vm: &mut Vm) -> Run<Value> {
    let state: Ref<Record> = vm.own[Own::DecimalState as usize].expect();
    let (variable, hash) = (state.get(state::VARIABLE), state.get(state::HASH));
    match contextvars::value_now(vm, variable, hash.int_unchecked()) {
        Some(context) => Ok(context),
        None => first_current(vm),
    }
}

#[cold]
#[inline(never)]
fn first_current(vm: &mut Vm) -> Run<Value> {
    let class = own_class(vm, Own::DecimalContext);
    let default = kept(vm, state::DEFAULT);
    let fresh = copy_context(vm, class, default);
    with(fresh, |environment| environment.arith.status = 0);
    set_current(vm, fresh)?;
    Ok(fresh)
}

/// Makes `context` the current one.
/// # Errors
/// MemoryError
pub fn set_current(vm: &mut Vm, context: Value) -> Run<()> {
    let variable = kept(vm, state::VARIABLE);
    contextvars::set(vm, &[variable, context])?;
    Ok(())
}

/// The signals, in the order in which they are looked for: class name, bases, flags.
pub const SIGNALS: [(&str, &[&str], u32); 9] = [
    ("InvalidOperation", &["DecimalException"], flag::INVALID),
    (
        "FloatOperation",
        &["DecimalException", "TypeError"],
        flag::FLOAT_OPERATION,
    ),
    (
        "DivisionByZero",
        &["DecimalException", "ZeroDivisionError"],
        flag::DIVISION_BY_ZERO,
    ),
    ("Overflow", &["Inexact", "Rounded"], flag::OVERFLOW),
    ("Underflow", &["Inexact", "Rounded", "Subnormal"], flag::UNDERFLOW),
    ("Subnormal", &["DecimalException"], flag::SUBNORMAL),
    ("Inexact", &["DecimalException"], flag::INEXACT),
    ("Rounded", &["DecimalException"], flag::ROUNDED),
    ("Clamped", &["DecimalException"], flag::CLAMPED),
];

/// The conditions of InvalidOperation.
pub const CONDITIONS: [(&str, &[&str], u32); 5] = [
    ("InvalidOperation", &[], flag::INVALID_OPERATION),
    ("ConversionSyntax", &["InvalidOperation"], flag::CONVERSION_SYNTAX),
    ("DivisionImpossible", &["InvalidOperation"], flag::DIVISION_IMPOSSIBLE),
    (
        "DivisionUndefined",
        &["InvalidOperation", "ZeroDivisionError"],
        flag::DIVISION_UNDEFINED,
    ),
    ("InvalidContext", &["InvalidOperation"], flag::INVALID_CONTEXT),
];

/// Notes what an operation met.
/// # Errors
/// The signal that is trapped; MemoryError.
#[inline]
pub fn settle(vm: &mut Vm, context: Value, status: u32) -> Run<()> {
    if status == 0 {
        return Ok(());
    }
    let traps = with(context, |environment| {
        environment.arith.status |= status;
        environment.traps
    });
    if status & (traps | flag::NO_MEMORY) == 0 {
        return Ok(());
    }
    Err(signal(vm, status, traps))
}

#[cold]
fn signal(vm: &mut Vm, status: u32, traps: u32) -> Raised {
    if status & flag::NO_MEMORY != 0 {
        return raise::memory_error(vm);
    }
    let met = status & traps;
    let signals = kept_tuple(vm, state::SIGNALS);
    let conditions = kept_tuple(vm, state::CONDITIONS);
    let is_met = |row: &(&str, &[&str], u32)| met & row.2 != 0;
    let first = SIGNALS.iter().position(is_met).unwrap_or(0);
    let of_conditions = CONDITIONS.iter().zip(conditions).filter(|(row, _)| is_met(row));
    let of_signals = SIGNALS.iter().zip(signals).skip(1).filter(|(row, _)| is_met(row));
    let all = of_conditions.map(|(_, &class)| class);
    let all: Vec<Value> = all.chain(of_signals.map(|(_, &class)| class)).collect();
    let all = make::list(vm, all);
    let made = call::call(vm, signals[first], &[all]);
    raise::made(vm, made)
}

/// What an operation in `context` makes.
/// # Errors
/// As `settle`.
#[inline]
pub fn operate(vm: &mut Vm, context: Value, work: impl FnOnce(&mut Context) -> Number) -> Run<Value> {
    let mut arith = arith(context);
    let made = work(&mut arith);
    settle(vm, context, arith.status)?;
    new(vm, &made)
}

/// Whether this is a context.
pub fn is_context(vm: &Vm, value: Value) -> bool {
    api::is_own(vm, value, Own::DecimalContext)
}

/// An argument that may be a context, or None for the current one.
/// # Errors
/// TypeError
pub fn context_or_current(vm: &mut Vm, value: Value) -> Run<Value> {
    if !value.is_bound() || value.is_none() {
        return current(vm);
    }
    if is_context(vm, value) {
        return Ok(value);
    }
    Err(raise::type_error(vm, "optional argument must be a context"))
}
