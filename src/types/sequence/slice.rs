//! `slice` objects. What a slice means for a sequence is in `ops::slice`.

use crate::base::hash::TupleHash;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::ops::container::range::to_big;
use crate::ops::container::slice::{self, START, STEP, STOP};
use crate::ops::relation::{compare, hash};
use crate::ops::{convert, make, raise, text};
use crate::types::sequence::shared;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static SLICE: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new),
    getter("start", start).setter(shared::read_only),
    getter("stop", stop).setter(shared::read_only),
    getter("step", step).setter(shared::read_only),
    method("indices", "($self, object, /)", indices).doc(
        "S.indices(len) -> (start, stop, stride)\n\n\
Assuming a sequence of length len, calculate the start and stop\n\
indices, and the stride length of the extended slice described by\n\
S. Out of bounds indices are clipped in a manner consistent with the\n\
handling of normal slices.",
    ),
    method("__eq__", "($self, value, /)", eq),
    method("__ne__", "($self, value, /)", ne),
    method("__lt__", "($self, value, /)", lt),
    method("__le__", "($self, value, /)", le),
    method("__gt__", "($self, value, /)", gt),
    method("__ge__", "($self, value, /)", ge),
    method("__hash__", "($self, /)", hash_method),
    method("__repr__", "($self, /)", repr),
    method("__reduce__", "($self, /)", reduce).doc("Return state information for pickling."),
];

/// The receiver.
fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if !names.is_empty() {
        return Err(raise::type_error(vm, "slice() takes no keyword arguments"));
    }
    let fields = match args[1..] {
        [] => return Err(raise::type_error(vm, "slice expected at least 1 argument, got 0")),
        [stop] => [Value::NONE, stop, Value::NONE],
        [start, stop] => [start, stop, Value::NONE],
        [start, stop, step] => [start, stop, step],
        _ => {
            let text = format!("slice expected at most 3 arguments, got {}", args.len() - 1);
            return Err(raise::type_error(vm, text));
        }
    };
    Ok(make::record(vm, ClassId::Slice, &fields))
}

fn start(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(this(args).get(START))
}
fn stop(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(this(args).get(STOP))
}
fn step(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(this(args).get(STEP))
}

fn indices(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let len = to_big(convert::index(vm, args[1])?);
    if len.is_negative() {
        return Err(raise::value_error(vm, "length should not be negative"));
    }
    let numbers = slice::fit_big(vm, this(args), &len)?;
    let numbers = numbers.map(|n| make::big(vm, n));
    Ok(make::tuple(vm, &numbers))
}

/// The three fields as a tuple: slices compare and hash as these do.
fn fields(vm: &mut Vm, slice: Ref<Record>) -> Value {
    make::tuple(vm, &[slice.get(START), slice.get(STOP), slice.get(STEP)])
}

macro_rules! comparisons {
    ($($name:ident $special:ident;)*) => {$(
        fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            let Some(other) = slice::cast(args[1]) else { return Ok(Value::NOT_IMPLEMENTED) };
            let (a, b) = (fields(vm, this(args)), fields(vm, other));
            compare::rich(vm, Special::$special, a, b)
        }
    )*};
}
comparisons! { eq Eq; ne Ne; lt Lt; le Le; gt Gt; ge Ge; }

fn hash_method(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut combined = TupleHash::new();
    for field in [START, STOP, STEP] {
        combined.push(hash::hash(vm, this(args).get(field))?);
    }
    Ok(make::int(vm, combined.finish()))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut out = b"slice(".to_vec();
    for field in [START, STOP, STEP] {
        if field > START {
            out.extend_from_slice(b", ");
        }
        shared::repr_into(vm, this(args).get(field), &mut out)?;
    }
    out.push(b')');
    Ok(text::from_bytes(vm, &out))
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let parts = fields(vm, this(args));
    let class = vm.class(ClassId::Slice);
    Ok(make::tuple(vm, &[class, parts]))
}
