//! `count`, `cycle`, `repeat`, `accumulate`.

use crate::api::{
    BinaryOperator, List, NativeDef, Record, Ref, Run, Special, Value, Vm, arith, call, class, convert, iterate,
    itself, make, method, raise, record_of, repr, shared, static_method, text,
};
use crate::stdlib::support::{finish, stepper};

const COUNTER: usize = 0;
const STEP: usize = 1;

pub static COUNT: &[NativeDef] = &[
    static_method("__new__", "($type, start=0, step=1)", new_count),
    method("__iter__", "($self, /)", itself),
    stepper!(step_count),
    method("__repr__", "($self, /)", show_count),
];

fn is_number(vm: &Vm, value: Value) -> bool {
    [Special::Index, Special::Int, Special::Float, Special::Complex]
        .iter()
        .any(|&special| class::special(vm, value, special).is_some())
}

fn new_count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let one = Value::small_int(1);
    let (start, step) = (args[1].or(Value::small_int(0)), args[2].or(one));
    if !is_number(vm, start) || !is_number(vm, step) {
        return Err(raise::type_error(vm, "a number is required"));
    }
    // CPYTHON: where both fit a machine word, the start is counted on as a plain int.
    let fits = convert::is_int(start) && step == one;
    let start = convert::int_value(start).filter(|_| fits).unwrap_or(start);
    Ok(record_of(vm, args[0], &[start, step]))
}

fn step_count(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let (now, step) = (iter.get(COUNTER), iter.get(STEP));
    if let (Some(n), Some(by)) = (now.as_int(), step.as_int())
        && let Some(next) = Value::try_int(n + by)
    {
        iter.set(COUNTER, next);
        return Ok(Some(now));
    }
    let next = arith::binary(vm, BinaryOperator::Add, now, step)?;
    iter.set(COUNTER, next);
    Ok(Some(now))
}

fn show_count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter: Ref<Record> = args[0].expect();
    let name = class::name(class::of(vm, args[0]));
    let now = repr::repr(vm, iter.get(COUNTER))?;
    let mut out = format!("{name}({}", now.expect::<crate::api::Str>().lossy());
    if iter.get(STEP) != Value::small_int(1) {
        let step = repr::repr(vm, iter.get(STEP))?;
        out.push_str(", ");
        out.push_str(&step.expect::<crate::api::Str>().lossy());
    }
    out.push(')');
    Ok(text::new(vm, &out))
}

const CYCLED: usize = 0;
const SAVED: usize = 1;
const PLACE: usize = 2;

pub static CYCLE: &[NativeDef] = &[
    static_method("__new__", "($type, iterable, /)", new_cycle),
    method("__iter__", "($self, /)", itself),
    stepper!(step_cycle),
];

fn new_cycle(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = iterate::iter(vm, args[1])?;
    let saved = make::list(vm, Vec::new());
    Ok(record_of(vm, args[0], &[iterator, saved, Value::small_int(0)]))
}

fn step_cycle(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let saved: Ref<List> = iter.get(SAVED).expect();
    if iter.get(CYCLED).is_bound() {
        if let Some(item) = iterate::next(vm, iter.get(CYCLED))? {
            saved.push(item);
            return Ok(Some(item));
        }
        iter.set(CYCLED, Value::UNBOUND);
    }
    let at = iter.get(PLACE).int_unchecked() as usize;
    let Some(item) = saved.get(at) else { return Ok(None) };
    let after = if at + 1 < saved.len() { at + 1 } else { 0 };
    iter.set(PLACE, Value::small_int(after as i64));
    Ok(Some(item))
}

const REPEATED: usize = 0;
/// How often still; negative for ever.
const LEFT: usize = 1;

pub static REPEAT: &[NativeDef] = &[
    static_method("__new__", "($type, object, times=None)", new_repeat),
    method("__iter__", "($self, /)", itself),
    stepper!(step_repeat),
    method("__repr__", "($self, /)", show_repeat),
    method("__length_hint__", "($self, /)", hint_repeat).doc("Private method returning an estimate of len(list(it))."),
];

fn new_repeat(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let times = match args[2].bound() {
        Some(times) => convert::size_argument(vm, times)?.max(0),
        None => -1,
    };
    let times = make::int(vm, times);
    Ok(record_of(vm, args[0], &[args[1], times]))
}

fn step_repeat(_: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let Some(left) = iter.get(LEFT).as_int() else {
        return Ok(Some(iter.get(REPEATED)));
    };
    if left == 0 {
        return Ok(None);
    }
    if left > 0 {
        iter.set(LEFT, Value::small_int(left - 1));
    }
    Ok(Some(iter.get(REPEATED)))
}

fn show_repeat(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter: Ref<Record> = args[0].expect();
    let name = class::name(class::of(vm, args[0]));
    let mut out = format!("{name}(").into_bytes();
    shared::repr_into(vm, iter.get(REPEATED), &mut out)?;
    if let Some(left) = iter.get(LEFT).as_int().filter(|&left| left >= 0) {
        out.extend_from_slice(format!(", {left}").as_bytes());
    }
    out.push(b')');
    Ok(text::from_vec(vm, out))
}

fn hint_repeat(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter: Ref<Record> = args[0].expect();
    match iter.get(LEFT) {
        left if left.as_int().is_some_and(|n| n < 0) => Err(raise::type_error(vm, "len() of unsized object")),
        left => Ok(left),
    }
}

const SUMMED: usize = 0;
const FUNCTION: usize = 1;
const TOTAL: usize = 2;
const INITIAL: usize = 3;

pub static ACCUMULATE: &[NativeDef] = &[
    static_method(
        "__new__",
        "($type, iterable, func=None, *, initial=None)",
        new_accumulate,
    ),
    method("__iter__", "($self, /)", itself),
    stepper!(step_accumulate),
];

fn new_accumulate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = iterate::iter(vm, args[1])?;
    let (function, initial) = (args[2].or(Value::NONE), args[3].or(Value::NONE));
    Ok(record_of(vm, args[0], &[iterator, function, Value::UNBOUND, initial]))
}

fn step_accumulate(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let initial = iter.get(INITIAL);
    if !initial.is_none() {
        iter.set(TOTAL, initial);
        iter.set(INITIAL, Value::NONE);
        return Ok(Some(initial));
    }
    let Some(item) = iterate::next(vm, iter.get(SUMMED))? else {
        return Ok(None);
    };
    let (total, function) = (iter.get(TOTAL), iter.get(FUNCTION));
    let total = match (total.is_unbound(), function.is_none()) {
        (true, _) => item,
        (false, true) => arith::binary(vm, BinaryOperator::Add, total, item)?,
        (false, false) => call::call(vm, function, &[total, item])?,
    };
    iter.set(TOTAL, total);
    Ok(Some(total))
}
