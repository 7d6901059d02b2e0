//! `OrderedDict`: a dict, which keeps its order anyway, with `move_to_end` and an order that counts in comparisons.

use crate::api::{
    ClassId, Dict, NativeDef, Ref, Run, Special, Value, Vm, attribute, call, class, class_method, compare, dict, item,
    iterate, make, method, raise, shared, text, truth,
};

pub static ORDERED_DICT: &[NativeDef] = &[
    method("move_to_end", "($self, /, key, last=True)", move_to_end)
        .doc("Move an existing element to the end (or beginning if last is false)."),
    method("popitem", "($self, /, last=True)", pop_item)
        .doc("Remove and return a (key, value) pair from the dictionary."),
    method("pop", "($self, /, key, default=<unrepresentable>)", pop)
        .doc("od.pop(key[,default]) -> v, remove specified key and return the corresponding value."),
    method("setdefault", "($self, /, key, default=None)", set_default)
        .doc("Insert key with a value of default if key is not in the dictionary."),
    class_method("fromkeys", "($type, /, iterable, value=None)", from_keys)
        .doc("Create a new ordered dictionary with keys from iterable and values set to value."),
    method("copy", "($self, /)", copy).doc("A shallow copy of ordered dict."),
    method("__eq__", "($self, value, /)", |vm, args| same(vm, args, true)),
    method("__ne__", "($self, value, /)", |vm, args| same(vm, args, false)),
    method("__repr__", "($self, /)", show),
    method("__reduce__", "($self, /)", reduce).doc("Return state information for pickling"),
    method("__or__", "($self, value, /)", |vm, args| {
        union(vm, args[0], args[0], args[1])
    }),
    method("__ror__", "($self, value, /)", |vm, args| {
        union(vm, args[0], args[1], args[0])
    }),
];

fn this(args: &[Value]) -> Ref<Dict> {
    args[0].expect()
}

fn last(vm: &mut Vm, value: Value) -> Run<bool> {
    match value.bound() {
        Some(value) => truth::truth(vm, value),
        None => Ok(true),
    }
}

fn move_to_end(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let last = last(vm, args[2])?;
    let dict = this(args);
    let hash = dict::hash_key(vm, args[1])?;
    let Some(i) = dict::find_hashed(vm, dict, args[1], hash)? else {
        return Err(raise::key_error(vm, args[1]));
    };
    let Some((key, value)) = dict.entry(i) else {
        return Err(raise::key_error(vm, args[1]));
    };
    dict.remove_at(i);
    // The entries that must come after it are put behind it.
    let mut others = Vec::new();
    if !last {
        let mut from = 0;
        while let Some((i, key, value)) = dict.next_entry(from) {
            others.push((dict.hash_at(i), key, value));
            from = i + 1;
        }
        dict.clear();
    }
    dict::insert_new(vm, dict, key, hash, value)?;
    for (hash, key, value) in others {
        dict::insert_new(vm, dict, key, hash, value)?;
    }
    Ok(Value::NONE)
}

/// Calls the method of `dict` of that name, without what is absent.
fn of_dict(vm: &mut Vm, name: &str, args: &[Value]) -> Run<Value> {
    let name = text::intern(vm, name);
    let dict = vm.class(ClassId::Dict);
    let plain = attribute::get(vm, dict, name)?;
    let given = args.iter().filter(|arg| arg.is_bound()).count();
    call::call(vm, plain, &args[..given])
}

fn pop(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    of_dict(vm, "pop", args)
}

fn set_default(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    of_dict(vm, "setdefault", args)
}

fn from_keys(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let made = call::call(vm, args[0], &[])?;
    let iterator = iterate::iter(vm, args[1])?;
    while let Some(key) = iterate::next(vm, iterator)? {
        item::set(vm, made, key, args[2].or(Value::NONE))?;
    }
    Ok(made)
}

fn pop_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let dict = this(args);
    let found = match last(vm, args[1])? {
        true => dict.prev_entry(usize::MAX),
        false => dict.next_entry(0),
    };
    let Some((i, key, value)) = found else {
        let text = text::new(vm, "dictionary is empty");
        return Err(raise::key_error(vm, text));
    };
    dict.remove_at(i);
    Ok(make::tuple(vm, &[key, value]))
}

fn copy(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = class::of(vm, args[0]).value();
    call::call(vm, class, &[args[0]])
}

fn same(vm: &mut Vm, args: &[Value], wanted: bool) -> Run<Value> {
    let Some(other) = args[1].cast::<Dict>() else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let dict = this(args);
    let both_ordered = crate::api::is_own(vm, args[1], crate::api::Own::OrderedDict);
    if !both_ordered || dict.len() != other.len() {
        let plain = class::known(vm, ClassId::Dict).special(Special::Eq);
        let answer = match plain {
            Some(plain) => call::call_unbound(vm, plain, args[0], &[args[1]], &[])?,
            None => Value::FALSE,
        };
        return Ok(Value::bool((answer == Value::TRUE) == wanted));
    }
    let (mut a, mut b) = (0, 0);
    while let (Some(x), Some(y)) = (dict.next_entry(a), other.next_entry(b)) {
        if !compare::equal(vm, x.1, y.1)? || !compare::equal(vm, x.2, y.2)? {
            return Ok(Value::bool(!wanted));
        }
        (a, b) = (x.0 + 1, y.0 + 1);
    }
    Ok(Value::bool(wanted))
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = class::name(class::of(vm, args[0]));
    if this(args).is_empty() {
        return Ok(text::new(vm, &format!("{name}()")));
    }
    let plain = dict::copy(vm, this(args))?.value();
    shared::repr_guarded(vm, args[0], "...", |vm, out| {
        out.extend_from_slice(name.as_bytes());
        out.push(b'(');
        shared::repr_into(vm, plain, out)?;
        out.push(b')');
        Ok(())
    })
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = class::of(vm, args[0]).value();
    let state = crate::api::state(vm, args[0])?;
    let name = text::intern(vm, "items");
    let items = crate::api::attribute::get(vm, args[0], name)?;
    let items = call::call(vm, items, &[])?;
    let items = iterate::iter(vm, items)?;
    let nothing = make::tuple(vm, &[]);
    Ok(make::tuple(vm, &[class, nothing, state, Value::NONE, items]))
}

/// `left | right`, of the class of `model`.
fn union(vm: &mut Vm, model: Value, left: Value, right: Value) -> Run<Value> {
    if !left.is::<Dict>() || !right.is::<Dict>() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let class = class::of(vm, model).value();
    let made = call::call(vm, class, &[left])?;
    let update = text::intern(vm, "update");
    let update = crate::api::attribute::get(vm, made, update)?;
    call::call(vm, update, &[right])?;
    Ok(made)
}
