//! `dict`: methods and special methods. What they do to the table is in `ops::dict`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::ops::container::item;
use crate::ops::container::update::update_dict;
use crate::ops::container::{dict as table, iterate};
use crate::ops::relation::compare;
use crate::ops::{call, class, make, raise, text};
use crate::types::container::dict_iter;
use crate::types::sequence::shared;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, method, spread_method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static DICT: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new),
    spread_method("__init__", "($self, *args, **kwargs)", init).making(make_dict),
    method("get", "($self, key, default=None, /)", get)
        .doc("Return the value for key if key is in the dictionary, else default."),
    method("setdefault", "($self, key, default=None, /)", set_default).doc(
        "Insert key with a value of default if key is not in the dictionary.\n\n\
Return the value for key if key is in the dictionary, else default.",
    ),
    method("pop", "($self, key, default=<unrepresentable>, /)", pop).doc(
        "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\n\
If the key is not found, return the default if given; otherwise,\nraise a KeyError.",
    ),
    method("popitem", "($self, /)", pop_item).doc(
        "Remove and return a (key, value) pair as a 2-tuple.\n\n\
Pairs are returned in LIFO (last-in, first-out) order.\nRaises KeyError if the dict is empty.",
    ),
    method("keys", "($self, /)", keys).doc("Return a set-like object providing a view on the dict's keys."),
    method("values", "($self, /)", values).doc("Return an object providing a view on the dict's values."),
    method("items", "($self, /)", items).doc("Return a set-like object providing a view on the dict's items."),
    spread_method("update", "($self, *args, **kwargs)", update).doc(
        "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.\n\
If E is present and has a .keys() method, then does:  for k in E.keys(): D[k] = E[k]\n\
If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\n\
In either case, this is followed by: for k in F:  D[k] = F[k]",
    ),
    method("clear", "($self, /)", clear).doc("Remove all items from the dict."),
    method("copy", "($self, /)", copy).doc("Return a shallow copy of the dict."),
    class_method("fromkeys", "($type, iterable, value=None, /)", from_keys)
        .doc("Create a new dictionary with keys from iterable and values set to value."),
    method("__len__", "($self, /)", len),
    method("__getitem__", "($self, key, /)", get_item).doc("Return self[key]."),
    method("__setitem__", "($self, key, value, /)", set_item),
    method("__delitem__", "($self, key, /)", del_item),
    method("__contains__", "($self, key, /)", contains)
        .doc("True if the dictionary has the specified key, else False."),
    method("__eq__", "($self, value, /)", eq),
    method("__ne__", "($self, value, /)", ne),
    method("__or__", "($self, value, /)", or),
    method("__ror__", "($self, value, /)", ror),
    method("__ior__", "($self, value, /)", ior),
    method("__repr__", "($self, /)", repr),
    method("__iter__", "($self, /)", dict_iter::keys),
    method("__reversed__", "($self, /)", dict_iter::reversed_keys).doc("Return a reverse iterator over the dict keys."),
    method("__sizeof__", "($self, /)", size_of).doc("Return the size of the dict in memory."),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

/// The receiver.
fn this(args: &[Value]) -> Ref<Dict> {
    args[0].expect()
}

fn new(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let class = args[0].expect();
    Ok(Dict::new(&mut vm.heap, class::shape(class)).value())
}

/// `dict(other)`
fn make_dict(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let dict = Dict::new(&mut vm.heap, class::shape(args[0].expect()));
    if args[1].is_bound() {
        update_dict(vm, dict, args[1])?;
    }
    Ok(dict.value())
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    update_all(vm, args, names, "dict")
}

fn update(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    update_all(vm, args, names, "update")
}

/// Updates the receiver from at most one positional argument, then from keywords.
fn update_all(vm: &mut Vm, args: &[Value], names: &[Value], function: &str) -> Run<Value> {
    let dict = this(args);
    let (given, values) = args[1..].split_at(args.len() - names.len() - 1);
    match *given {
        [] => {}
        [other] => update_dict(vm, dict, other)?,
        _ => {
            let text = format!("{function} expected at most 1 argument, got {}", given.len());
            return Err(raise::type_error(vm, text));
        }
    }
    for (&name, &value) in names.iter().zip(values) {
        table::set(vm, dict, name, value)?;
    }
    Ok(Value::NONE)
}

fn get(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(table::get(vm, this(args), args[1])?.unwrap_or(args[2].or(Value::NONE)))
}

fn set_default(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    table::set_default(vm, this(args), args[1], args[2].or(Value::NONE))
}

fn pop(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let dict = this(args);
    let found = if dict.is_empty() {
        None
    } else {
        table::remove(vm, dict, args[1])?
    };
    match found.or(args[2].bound()) {
        Some(value) => Ok(value),
        None => Err(raise::key_error(vm, args[1])),
    }
}

fn pop_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match this(args).pop_last() {
        Some((key, value)) => Ok(make::tuple(vm, &[key, value])),
        None => {
            let text = text::new(vm, "popitem(): dictionary is empty");
            Err(raise::key_error(vm, text))
        }
    }
}

fn keys(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::record(vm, ClassId::DictKeys, &args[..1]))
}
fn values(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::record(vm, ClassId::DictValues, &args[..1]))
}
fn items(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::record(vm, ClassId::DictItems, &args[..1]))
}

fn clear(_: &mut Vm, args: &[Value]) -> Run<Value> {
    this(args).clear();
    Ok(Value::NONE)
}

fn copy(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(table::copy(vm, this(args))?.value())
}

fn from_keys(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (iterable, value) = (args[1], args[2].or(Value::NONE));
    let made = call::call(vm, args[0], &[])?;
    let iter = iterate::iter(vm, iterable)?;
    if class::is_exact(made, ClassId::Dict) {
        let dict = made.expect::<Dict>();
        while let Some(key) = iterate::next(vm, iter)? {
            table::set(vm, dict, key, value)?;
        }
        return Ok(made);
    }
    while let Some(key) = iterate::next(vm, iter)? {
        item::set(vm, made, key, value)?;
    }
    Ok(made)
}

fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::size(vm, this(args).len()))
}

/// `dict[key]`; asks `__missing__` of subclasses.
pub fn get_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    item::of_dict(vm, this(args), args[1])
}

fn set_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    table::set(vm, this(args), args[1], args[2])?;
    Ok(Value::NONE)
}

fn del_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match table::remove(vm, this(args), args[1])? {
        Some(_) => Ok(Value::NONE),
        None => Err(raise::key_error(vm, args[1])),
    }
}

fn contains(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(table::find(vm, this(args), args[1])?.is_some()))
}

fn eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(other) = args[1].cast::<Dict>() else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::bool(equal(vm, this(args), other)?))
}

fn ne(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(other) = args[1].cast::<Dict>() else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    Ok(Value::bool(!equal(vm, this(args), other)?))
}

fn equal(vm: &mut Vm, a: Ref<Dict>, b: Ref<Dict>) -> Run<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let mut from = 0;
    while let Some((i, key, value)) = a.next_entry(from) {
        let Some(found) = table::find_hashed(vm, b, key, a.hash_at(i))? else {
            return Ok(false);
        };
        if !compare::equal(vm, value, b.value_at(found))? {
            return Ok(false);
        }
        // The comparisons may have changed either.
        from = i + 1;
    }
    Ok(true)
}

/// `left | right` of two dicts.
fn union(vm: &mut Vm, left: Value, right: Value) -> Run<Value> {
    let (Some(left), Some(right)) = (left.cast::<Dict>(), right.cast::<Dict>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let all = Dict::with_capacity(&mut vm.heap, ClassId::Dict.shape(), left.len() + right.len());
    all.fill_from(&left).map_err(table::too_large(vm))?;
    update_dict(vm, all, right.value())?;
    Ok(all.value())
}

fn or(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    union(vm, args[0], args[1])
}
fn ror(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    union(vm, args[1], args[0])
}
fn ior(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    update_dict(vm, this(args), args[1])?;
    Ok(args[0])
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let dict = this(args);
    if dict.is_empty() {
        return Ok(text::new(vm, "{}"));
    }
    shared::repr_guarded(vm, args[0], "{...}", |vm, out| {
        out.push(b'{');
        let mut from = 0;
        // The repr of a key or value may change the dict.
        while let Some((i, key, value)) = dict.next_entry(from) {
            if from > 0 || out.len() > 1 {
                out.extend_from_slice(b", ");
            }
            shared::repr_into(vm, key, out)?;
            out.extend_from_slice(b": ");
            shared::repr_into(vm, value, out)?;
            from = i + 1;
        }
        out.push(b'}');
        Ok(())
    })
}

fn size_of(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::small_int(64 + 32 * this(args).len() as i64))
}
