//! `list`: methods and special methods. Slices are in `ops::container::list`, sorting in `list_sort`.
//!
//! Comparing items, reading an iterable or asking for `__index__` may run Python that changes the list: lengths and items are read
//! again after each.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::list::List;
use crate::ops::container::dict::too_large;
use crate::ops::container::{item, iterate, list, slice};
use crate::ops::relation::compare;
use crate::ops::{class, convert, make, raise};
use crate::types::sequence::shared;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, method, spread_method, static_method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static LIST: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", crate::vm::native::unreachable_body).spread(new),
    spread_method("__init__", "($self, iterable=(), /)", init).making(make_list),
    method("append", "($self, object, /)", append).doc("Append object to the end of the list."),
    method("clear", "($self, /)", clear).doc("Remove all items from list."),
    method("copy", "($self, /)", copy).doc("Return a shallow copy of the list."),
    method("count", "($self, value, /)", count).doc("Return number of occurrences of value."),
    method("extend", "($self, iterable, /)", extend).doc("Extend list by appending elements from the iterable."),
    method("index", "($self, value, start=0, stop=9223372036854775807, /)", index)
        .doc("Return first index of value.\n\nRaises ValueError if the value is not present."),
    method("insert", "($self, index, object, /)", insert).doc("Insert object before index."),
    method("pop", "($self, index=-1, /)", pop)
        .doc("Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range."),
    method("remove", "($self, value, /)", remove)
        .doc("Remove first occurrence of value.\n\nRaises ValueError if the value is not present."),
    method("reverse", "($self, /)", reverse).doc("Reverse *IN PLACE*."),
    method("__len__", "($self, /)", len),
    method("__getitem__", "($self, index, /)", get_item).doc("Return self[index]."),
    method("__setitem__", "($self, key, value, /)", set_item),
    method("__delitem__", "($self, key, /)", del_item),
    method("__contains__", "($self, key, /)", contains),
    method("__add__", "($self, value, /)", add),
    method("__mul__", "($self, value, /)", mul),
    method("__rmul__", "($self, value, /)", mul),
    method("__iadd__", "($self, value, /)", iadd),
    method("__imul__", "($self, value, /)", imul),
    method("__eq__", "($self, value, /)", eq),
    method("__ne__", "($self, value, /)", ne),
    method("__lt__", "($self, value, /)", lt),
    method("__le__", "($self, value, /)", le),
    method("__gt__", "($self, value, /)", gt),
    method("__ge__", "($self, value, /)", ge),
    method("__repr__", "($self, /)", repr),
    method("__iter__", "($self, /)", iter),
    method("__reversed__", "($self, /)", reversed).doc("Return a reverse iterator over the list."),
    method("__sizeof__", "($self, /)", size_of).doc("Return the size of the list in memory, in bytes."),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

/// The receiver.
fn this(args: &[Value]) -> Ref<List> {
    args[0].expect()
}

fn new(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let class = args[0].expect();
    Ok(List::new(&mut vm.heap, class::shape(class), Vec::new()).value())
}

/// `list(iterable)`
fn make_list(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let shape = class::shape(args[0].expect());
    if args[1].is_bound() && class::is_exact(args[1], ClassId::List) {
        let items = args[1].expect::<List>();
        return match items.with_items(|items| List::from_slice(&mut vm.heap, shape, items)) {
            Ok(list) => Ok(list.value()),
            Err(_) => Err(raise::memory_error(vm)),
        };
    }
    let list = List::new(&mut vm.heap, shape, Vec::new());
    if args[1].is_bound() {
        iterate::extend(vm, list, args[1])?;
    }
    Ok(list.value())
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if !names.is_empty() && shared::inherits(vm, class::of(vm, args[0]), ClassId::List, Special::New) {
        return Err(raise::type_error(vm, "list() takes no keyword arguments"));
    }
    let given = args.len() - names.len() - 1;
    if given > 1 {
        return Err(raise::type_error(
            vm,
            format!("list expected at most 1 argument, got {given}"),
        ));
    }
    this(args).clear();
    if given == 1 {
        iterate::extend(vm, this(args), args[1])?;
    }
    Ok(Value::NONE)
}

fn append(_: &mut Vm, args: &[Value]) -> Run<Value> {
    this(args).push(args[1]);
    Ok(Value::NONE)
}

fn clear(_: &mut Vm, args: &[Value]) -> Run<Value> {
    this(args).clear();
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    list::copy(vm, this(args))
}

fn count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (list, mut n, mut i) = (this(args), 0, 0);
    while let Some(found) = list::find(vm, list, args[1], i, usize::MAX)? {
        n += 1;
        i = found + 1;
    }
    Ok(Value::small_int(n))
}

fn extend(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    iterate::extend(vm, this(args), args[1])?;
    Ok(Value::NONE)
}

fn index(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let list = this(args);
    let (start, stop) = shared::search_range(vm, args[2], args[3], list.len())?;
    match list::find(vm, list, args[1], start, stop)? {
        Some(i) => Ok(make::size(vm, i)),
        None => Err(raise::value_error(vm, "list.index(x): x not in list")),
    }
}

fn insert(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::size_argument(vm, args[1])?;
    let list = this(args);
    let i = slice::fit_index(n, list.len());
    list.insert(i, args[2]).map_err(too_large(vm))?;
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let list = this(args);
    if args[1].is_unbound() {
        return list.pop().ok_or_else(|| raise::index_error(vm, "pop from empty list"));
    }
    let n = convert::size_argument(vm, args[1])?;
    if list.is_empty() {
        return Err(raise::index_error(vm, "pop from empty list"));
    }
    match shared::place(n, list.len()).and_then(|i| list.remove(i)) {
        Some(item) => Ok(item),
        None => Err(raise::index_error(vm, "pop index out of range")),
    }
}

fn remove(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let list = this(args);
    match list::find(vm, list, args[1], 0, usize::MAX)? {
        // The comparison may have shrunk the list.
        Some(i) => _ = list.remove(i),
        None => return Err(raise::value_error(vm, "list.remove(x): x not in list")),
    }
    Ok(Value::NONE)
}

fn reverse(_: &mut Vm, args: &[Value]) -> Run<Value> {
    this(args).with_items_mut(<[Value]>::reverse);
    Ok(Value::NONE)
}

fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::size(vm, this(args).len()))
}

/// `list[index]` for any index or slice.
pub fn get_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let list = this(args);
    if let Some(slice) = slice::cast(args[1]) {
        return list::get_slice(vm, list, slice);
    }
    let n = shared::index(vm, args[1], "list")?;
    match shared::place(n, list.len()).and_then(|i| list.get(i)) {
        Some(item) => Ok(item),
        None => Err(raise::index_error(vm, "list index out of range")),
    }
}

/// `list[index] = value` for any index or slice.
pub fn set_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let list = this(args);
    if let Some(slice) = slice::cast(args[1]) {
        list::set_slice(vm, list, slice, args[2])?;
        return Ok(Value::NONE);
    }
    let n = shared::index(vm, args[1], "list")?;
    if !shared::place(n, list.len()).is_some_and(|i| list.set(i, args[2])) {
        return Err(raise::index_error(vm, "list assignment index out of range"));
    }
    Ok(Value::NONE)
}

/// `del list[index]` for any index or slice.
pub fn del_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let list = this(args);
    if let Some(slice) = slice::cast(args[1]) {
        list::delete_slice(vm, list, slice)?;
        return Ok(Value::NONE);
    }
    let n = shared::index(vm, args[1], "list")?;
    match shared::place(n, list.len()).and_then(|i| list.remove(i)) {
        Some(_) => Ok(Value::NONE),
        None => Err(raise::index_error(vm, "list assignment index out of range")),
    }
}

fn contains(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(item::list_contains(vm, this(args), args[1])?))
}

fn add(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(other) = args[1].cast::<List>() else {
        return Err(shared::no_concatenation(vm, args[1], "list"));
    };
    list::concat(vm, this(args), other)
}

fn mul(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = shared::repeat_count(vm, args[1])?;
    list::repeat(vm, this(args), n)
}

fn iadd(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    iterate::extend(vm, this(args), args[1])?;
    Ok(args[0])
}

fn imul(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = shared::repeat_count(vm, args[1])?;
    list::repeat_in_place(vm, this(args), n)?;
    Ok(args[0])
}

/// The receiver and the other operand, if that is a list too.
fn both(args: &[Value]) -> Option<(Ref<List>, Ref<List>)> {
    Some((this(args), args[1].cast::<List>()?))
}

fn eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some((a, b)) = both(args) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::bool(equal(vm, a, b)?))
}

fn ne(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some((a, b)) = both(args) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::bool(!equal(vm, a, b)?))
}

fn equal(vm: &mut Vm, a: Ref<List>, b: Ref<List>) -> Run<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let difference = first_difference(vm, a, b)?;
    Ok(difference.is_none() && a.len() == b.len())
}

/// The first place where two lists have different items, as far as both go.
fn first_difference(vm: &mut Vm, a: Ref<List>, b: Ref<List>) -> Run<Option<(Value, Value)>> {
    let mut i = list::same_prefix(a, b);
    while let (Some(x), Some(y)) = (a.get(i), b.get(i)) {
        if !compare::equal(vm, x, y)? {
            // CPYTHON: a comparison that changed a list leaves other items to compare, or only the lengths.
            return Ok(a.get(i).zip(b.get(i)));
        }
        i += 1;
    }
    Ok(None)
}

macro_rules! orders {
    ($($name:ident $special:ident $operator:tt;)*) => {$(
        fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            let Some((a, b)) = both(args) else { return Ok(Value::NOT_IMPLEMENTED) };
            match first_difference(vm, a, b)? {
                Some((x, y)) => compare::rich(vm, crate::vm::special::Special::$special, x, y),
                None => Ok(Value::bool(a.len() $operator b.len())),
            }
        }
    )*};
}
orders! { lt Lt <; le Le <=; gt Gt >; ge Ge >=; }

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let list = this(args);
    if list.is_empty() {
        return Ok(crate::ops::text::new(vm, "[]"));
    }
    shared::repr_guarded(vm, args[0], "[...]", |vm, out| {
        out.push(b'[');
        let mut i = 0;
        // The repr of an item may change the list.
        while let Some(item) = list.get(i) {
            if i > 0 {
                out.extend_from_slice(b", ");
            }
            shared::repr_into(vm, item, out)?;
            i += 1;
        }
        out.push(b']');
        Ok(())
    })
}

fn iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::record(vm, ClassId::ListIterator, &[args[0], Value::small_int(0)]))
}

fn reversed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let last = Value::small_int(this(args).len() as i64 - 1);
    Ok(make::record(vm, ClassId::ListReverseIterator, &[args[0], last]))
}

fn size_of(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::small_int(56 + 8 * this(args).len() as i64))
}
