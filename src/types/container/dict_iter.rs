//! Iterators over dicts and their views, forwards and backwards.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::record::Record;
use crate::ops::container::dict::{DICT, LEFT, POSITION, USED, step};
use crate::ops::container::iterate;
use crate::ops::{class, make, raise};
use crate::types::sequence::shared;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

macro_rules! tables {
    ($($table:ident $next:ident;)*) => {$(
        pub static $table: &[NativeDef] = &[
            method("__iter__", "($self, /)", itself),
            method("__next__", "($self, /)", $next),
            method("__length_hint__", "($self, /)", length_hint)
                .doc("Private method returning an estimate of len(list(it))."),
            method("__reduce__", "($self, /)", reduce).doc("Return state information for pickling."),
        ];
    )*};
}
tables! {
    KEY_ITERATOR next_key;
    VALUE_ITERATOR next_value;
    ITEM_ITERATOR next_item;
    REVERSE_KEY_ITERATOR next_key;
    REVERSE_VALUE_ITERATOR next_value;
    REVERSE_ITEM_ITERATOR next_item;
}

/// `iter(iterator)`
pub fn itself(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(args[0])
}

/// An iterator of the given class over a dict.
pub fn new(vm: &mut Vm, class: ClassId, dict: Ref<Dict>) -> Value {
    let position = if is_reverse(class) { i64::from(u32::MAX) } else { 0 };
    let len = Value::small_int(dict.len() as i64);
    make::record(vm, class, &[dict.value(), Value::small_int(position), len, len])
}

fn is_reverse(class: ClassId) -> bool {
    use ClassId::{DictReverseItemIterator, DictReverseKeyIterator, DictReverseValueIterator};
    matches!(
        class,
        DictReverseKeyIterator | DictReverseValueIterator | DictReverseItemIterator
    )
}

/// `iter(dict)`
pub fn keys(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(new(vm, ClassId::DictKeyIterator, args[0].expect()))
}
/// `reversed(dict)`
pub fn reversed_keys(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(new(vm, ClassId::DictReverseKeyIterator, args[0].expect()))
}

/// The receiver.
fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn next_key(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match step(vm, this(args))? {
        Some((key, _)) => Ok(key),
        None => Err(raise::stop_iteration(vm, Value::NONE)),
    }
}
fn next_value(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match step(vm, this(args))? {
        Some((_, value)) => Ok(value),
        None => Err(raise::stop_iteration(vm, Value::NONE)),
    }
}
fn next_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match step(vm, this(args))? {
        Some((key, value)) => Ok(make::tuple(vm, &[key, value])),
        None => Err(raise::stop_iteration(vm, Value::NONE)),
    }
}

fn length_hint(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = this(args);
    match iter.get(DICT).cast::<Dict>() {
        Some(dict) if iter.get(USED) == Value::small_int(dict.len() as i64) => Ok(iter.get(LEFT)),
        _ => Ok(Value::small_int(0)),
    }
}

/// `(iter, (what is left as a list,))`
fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = this(args);
    let fields: Vec<Value> = (DICT..=LEFT).map(|i| iter.get(i)).collect();
    let copy = Record::new(&mut vm.heap, iter.shape(), &fields).value();
    let rest = iterate::to_list(vm, copy)?.value();
    let rest = make::tuple(vm, &[rest]);
    let function = shared::builtin(vm, "iter");
    Ok(make::tuple(vm, &[function, rest]))
}

/// Whether `value` is exactly of one of the three views.
pub fn is_view(value: Value) -> bool {
    [ClassId::DictKeys, ClassId::DictValues, ClassId::DictItems]
        .iter()
        .any(|&id| class::is_exact(value, id))
}

const _: () = assert!(DICT == 0 && POSITION == 1);
