//! `tuple`: methods and special methods.

use crate::heap::value::Value;
use crate::object::container::tuple::{self, Tuple};
use crate::ops::container::{item, iterate, list, slice};
use crate::ops::relation::{compare, hash};
use crate::ops::{class, make, raise, text};
use crate::types::sequence::shared;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static TUPLE: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new),
    method("index", "($self, value, start=0, stop=9223372036854775807, /)", index)
        .doc("Return first index of value.\n\nRaises ValueError if the value is not present."),
    method("count", "($self, value, /)", count).doc("Return number of occurrences of value."),
    method("__len__", "($self, /)", len),
    method("__getitem__", "($self, key, /)", get_item),
    method("__contains__", "($self, key, /)", contains),
    method("__add__", "($self, value, /)", add),
    method("__mul__", "($self, value, /)", mul),
    method("__rmul__", "($self, value, /)", mul),
    method("__eq__", "($self, value, /)", eq),
    method("__ne__", "($self, value, /)", ne),
    method("__lt__", "($self, value, /)", lt),
    method("__le__", "($self, value, /)", le),
    method("__gt__", "($self, value, /)", gt),
    method("__ge__", "($self, value, /)", ge),
    method("__hash__", "($self, /)", hash_method),
    method("__repr__", "($self, /)", repr),
    method("__iter__", "($self, /)", iter),
    method("__getnewargs__", "($self, /)", new_args),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

/// The items of the receiver, which the caller keeps.
fn this(args: &[Value]) -> &'static [Value] {
    tuple::items(args[0].expect())
}

fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let (class, given) = (args[0].expect(), args.len() - names.len() - 1);
    let exact = args[0] == vm.class(ClassId::Tuple);
    if !names.is_empty() && shared::inherits(vm, args[0].expect(), ClassId::Tuple, Special::Init) {
        return Err(raise::type_error(vm, "tuple() takes no keyword arguments"));
    }
    if given > 1 {
        return Err(raise::type_error(
            vm,
            format!("tuple expected at most 1 argument, got {given}"),
        ));
    }
    let plain = match args.get(1).filter(|_| given == 1) {
        Some(&iterable) => iterate::to_tuple(vm, iterable)?,
        None => make::tuple(vm, &[]),
    };
    if exact {
        return Ok(plain);
    }
    Ok(Tuple::new(&mut vm.heap, class::shape(class), tuple::items(plain.expect())).value())
}

fn index(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let items = this(args);
    let (start, stop) = shared::search_range(vm, args[2], args[3], items.len())?;
    for (i, &item) in items.iter().enumerate().take(stop).skip(start) {
        if compare::equal(vm, item, args[1])? {
            return Ok(make::size(vm, i));
        }
    }
    Err(raise::value_error(vm, "tuple.index(x): x not in tuple"))
}

fn count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut n = 0;
    for &item in this(args) {
        n += compare::equal(vm, item, args[1])? as usize;
    }
    Ok(make::size(vm, n))
}

fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::size(vm, this(args).len()))
}

/// `tuple[index]` for any index or slice.
pub fn get_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let items = this(args);
    if let Some(slice) = slice::cast(args[1]) {
        return list::get_tuple_slice(vm, args[0].expect(), slice);
    }
    let n = shared::index(vm, args[1], "tuple")?;
    match shared::place(n, items.len()) {
        Some(i) => Ok(items[i]),
        None => Err(raise::index_error(vm, "tuple index out of range")),
    }
}

fn contains(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(item::tuple_contains(vm, args[0].expect(), args[1])?))
}

fn add(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(other) = args[1].cast::<Tuple>() else {
        return Err(shared::no_concatenation(vm, args[1], "tuple"));
    };
    if this(args).is_empty() && class::is_exact(args[1], ClassId::Tuple) {
        return Ok(args[1]);
    }
    if other.is_empty() && class::is_exact(args[0], ClassId::Tuple) {
        return Ok(args[0]);
    }
    Ok(Tuple::joined(&mut vm.heap, ClassId::Tuple.shape(), this(args), other.items()).value())
}

fn mul(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = shared::repeat_count(vm, args[1])?;
    if n == 1 && class::is_exact(args[0], ClassId::Tuple) {
        return Ok(args[0]);
    }
    let items = shared::repeated(vm, this(args), n)?;
    Ok(make::tuple(vm, &items))
}

/// The items of both operands, if the other is a tuple too.
fn both(args: &[Value]) -> Option<(&'static [Value], &'static [Value])> {
    Some((this(args), tuple::items(args[1].cast()?)))
}

fn eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some((a, b)) = both(args) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::bool(a.len() == b.len() && first_difference(vm, a, b)?.is_none()))
}

fn ne(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some((a, b)) = both(args) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::bool(a.len() != b.len() || first_difference(vm, a, b)?.is_some()))
}

/// The first place where the items differ, as far as both go.
fn first_difference(vm: &mut Vm, a: &[Value], b: &[Value]) -> Run<Option<(Value, Value)>> {
    for (&x, &y) in a.iter().zip(b) {
        if !compare::equal(vm, x, y)? {
            return Ok(Some((x, y)));
        }
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

fn hash_method(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let hash = hash::of_tuple(vm, args[0].expect())?;
    Ok(make::int(vm, hash))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let items = this(args);
    if items.is_empty() {
        return Ok(text::new(vm, "()"));
    }
    shared::repr_guarded(vm, args[0], "(...)", |vm, out| {
        out.push(b'(');
        for (i, &item) in items.iter().enumerate() {
            if i > 0 {
                out.extend_from_slice(b", ");
            }
            shared::repr_into(vm, item, out)?;
        }
        out.extend_from_slice(if items.len() == 1 { b",)" } else { b")" });
        Ok(())
    })
}

fn iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::record(
        vm,
        ClassId::TupleIterator,
        &[args[0], Value::small_int(0)],
    ))
}

fn new_args(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let plain = make::tuple(vm, this(args));
    Ok(make::tuple(vm, &[plain]))
}
