//! The module `_collections`.

use crate::api::{self, ClassId, Kind, NewClass, Own, Run, Value, Vm, flag, install};
use crate::stdlib::tools::collections::{default, deque, deque_sequence, named, ordered};

const DOC: &str = "High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n\
                   - defaultdict:  dict subclass with a default value factory\n";

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "_collections", DOC, named::FUNCTIONS);
    let record = |name, flags| NewClass::new(name, ClassId::Object, Kind::Record, flags);
    let made = record("collections.deque", flag::BASE | flag::WEAK | flag::SEQUENCE);
    let made = api::class_in(vm, module, Some(Own::Deque), made, deque::DEQUE);
    install::more_methods(vm, made, deque_sequence::SEQUENCE);
    let iterator = record("_collections._deque_iterator", 0);
    api::class_in(vm, module, Some(Own::DequeIterator), iterator, deque::ITERATOR);
    let reverse = record("_collections._deque_reverse_iterator", 0);
    api::class_in(
        vm,
        module,
        Some(Own::DequeReverseIterator),
        reverse,
        deque::REVERSE_ITERATOR,
    );
    let made = NewClass::new(
        "collections.defaultdict",
        ClassId::Dict,
        Kind::Dict,
        flag::BASE | flag::WEAK,
    );
    let made = api::class_in(vm, module, Some(Own::DefaultDict), made, default::DEFAULT_DICT);
    made.reserved.set(1);
    let made = NewClass::new(
        "collections.OrderedDict",
        ClassId::Dict,
        Kind::Dict,
        flag::BASE | flag::WEAK | flag::DICT,
    );
    api::class_in(vm, module, Some(Own::OrderedDict), made, ordered::ORDERED_DICT);
    let getter = record("collections._tuplegetter", flag::BASE);
    api::class_in(vm, module, Some(Own::TupleGetter), getter, named::TUPLE_GETTER);
    Ok(module)
}
