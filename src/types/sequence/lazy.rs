//! `enumerate`, `zip`, `map`, `filter`, `reversed`: the classes. How they advance, `ops::container::iterate` says.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::tuple::{self, Tuple};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::container::iterate::{
    self, ENUMERATED, FILTERED, FUNCTION, INDEX, ITERATORS, NUMBER, PREDICATE, SEQUENCE, STRICT,
};
use crate::ops::relation::truth;
use crate::ops::{call, class, convert, make, raise};
use crate::types::sequence::iterators::itself;
use crate::types::sequence::shared;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, method, static_method, unreachable_body};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static ENUMERATE: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new_enumerate),
    method("__iter__", "($self, /)", itself),
    method("__next__", "($self, /)", |vm, args| {
        step(vm, args, iterate::step_enumerate)
    }),
    method("__reduce__", "($self, /)", |vm, args| {
        let iter = this(args);
        reduce(vm, args, &[iter.get(ENUMERATED), iter.get(NUMBER)])
    }),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];
pub static ZIP: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new_zip),
    method("__iter__", "($self, /)", itself),
    method("__next__", "($self, /)", |vm, args| step(vm, args, iterate::step_zip)),
    method("__reduce__", "($self, /)", |vm, args| {
        let iterators = tuple::items(this(args).get(ITERATORS).expect::<Tuple>());
        reduce(vm, args, iterators)
    }),
    method("__setstate__", "($self, object, /)", set_strict),
];
pub static MAP: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new_map),
    method("__iter__", "($self, /)", itself),
    method("__next__", "($self, /)", |vm, args| step(vm, args, iterate::step_map)),
    method("__reduce__", "($self, /)", |vm, args| {
        let mut parts = vec![this(args).get(FUNCTION)];
        parts.extend_from_slice(tuple::items(this(args).get(ITERATORS).expect::<Tuple>()));
        reduce(vm, args, &parts)
    }),
    method("__setstate__", "($self, object, /)", set_strict),
];
pub static FILTER: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new_filter),
    method("__iter__", "($self, /)", itself),
    method("__next__", "($self, /)", |vm, args| {
        step(vm, args, iterate::step_filter)
    }),
    method("__reduce__", "($self, /)", |vm, args| {
        let iter = this(args);
        reduce(vm, args, &[iter.get(PREDICATE), iter.get(FILTERED)])
    }),
];
pub static REVERSED: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new_reversed),
    method("__iter__", "($self, /)", itself),
    method("__next__", "($self, /)", |vm, args| {
        step(vm, args, iterate::step_reversed)
    }),
    method("__reduce__", "($self, /)", reduce_reversed).doc("Return state information for pickling."),
    method("__setstate__", "($self, object, /)", set_place_of_reversed).doc("Set state information for unpickling."),
    method("__length_hint__", "($self, /)", hint_of_reversed)
        .doc("Private method returning an estimate of len(list(it))."),
];

fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

/// `__next__` by a step.
fn step(vm: &mut Vm, args: &[Value], step: fn(&mut Vm, Ref<Record>) -> Run<Option<Value>>) -> Run<Value> {
    match step(vm, this(args))? {
        Some(item) => Ok(item),
        None => Err(raise::stop_iteration(vm, Value::NONE)),
    }
}

/// What `__reduce__` answers. All classes here have at least two fields, and only `strict` is ever True.
fn reduce(vm: &mut Vm, args: &[Value], parts: &[Value]) -> Run<Value> {
    let class = class::of(vm, args[0]).value();
    let parts = make::tuple(vm, parts);
    if this(args).get(STRICT) == Value::TRUE {
        return Ok(make::tuple(vm, &[class, parts, Value::TRUE]));
    }
    Ok(make::tuple(vm, &[class, parts]))
}

fn set_strict(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let strict = truth::truth(vm, args[1])?;
    this(args).set(STRICT, Value::bool(strict));
    Ok(Value::NONE)
}

/// An object of the class that `__new__` got.
fn make(vm: &mut Vm, class: Value, fields: &[Value]) -> Value {
    let shape = class::shape(class.expect::<Class>());
    Record::new(&mut vm.heap, shape, fields).value()
}

/// Keyword arguments go to `__init__` of subclasses only.
fn no_keywords(vm: &mut Vm, class: Value, id: ClassId, names: &[Value]) -> Run<()> {
    if names.is_empty() || class != vm.class(id) {
        return Ok(());
    }
    let name = id.row().name;
    Err(raise::type_error(vm, format!("{name}() takes no keyword arguments")))
}

fn unexpected(vm: &mut Vm, function: &str, name: Value) -> Raised {
    let name = name.expect::<Str>();
    let message = format!("{function}() got an unexpected keyword argument '{}'", name.lossy());
    raise::type_error(vm, message)
}

fn new_enumerate(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = args.len() - 1;
    if given > 2 {
        let message = format!("enumerate() takes at most 2 arguments ({given} given)");
        return Err(raise::type_error(vm, message));
    }
    let positional = given - names.len();
    let mut parts = [Value::UNBOUND; 2];
    parts[..positional].copy_from_slice(&args[1..=positional]);
    for (&name, &value) in names.iter().zip(&args[1 + positional..]) {
        let place = match name.expect::<Str>().bytes() {
            b"iterable" => 0,
            b"start" => 1,
            _ => 2,
        };
        if place == 2 || parts[place].is_bound() {
            let message = format!(
                "'{}' is an invalid keyword argument for enumerate()",
                name.expect::<Str>().lossy()
            );
            return Err(raise::type_error(vm, message));
        }
        parts[place] = value;
    }
    if parts[0].is_unbound() {
        let text = "enumerate() missing required argument 'iterable'";
        return Err(raise::type_error(vm, text));
    }
    let start = match parts[1].bound() {
        Some(start) => convert::index(vm, start)?,
        None => Value::small_int(0),
    };
    let iterator = iterate::iter(vm, parts[0])?;
    Ok(make(vm, args[0], &[iterator, start]))
}

/// The argument `strict`, and how many arguments are positional.
fn strict_argument(vm: &mut Vm, args: &[Value], names: &[Value], function: &str) -> Run<(bool, usize)> {
    let positional = args.len() - names.len();
    if names.len() > 1 {
        let message = format!("{function}() takes at most 1 keyword argument ({} given)", names.len());
        return Err(raise::type_error(vm, message));
    }
    let Some(&name) = names.first() else {
        return Ok((false, positional));
    };
    if name.expect::<Str>().bytes() != b"strict" {
        return Err(unexpected(vm, function, name));
    }
    Ok((truth::truth(vm, args[positional])?, positional))
}

/// A tuple of iterators over the arguments.
fn iterators(vm: &mut Vm, iterables: &[Value]) -> Run<Value> {
    let before = vm.roots.len();
    for &iterable in iterables {
        match iterate::iter(vm, iterable) {
            Ok(iterator) => vm.roots.push(iterator),
            Err(raised) => {
                vm.roots.truncate(before);
                return Err(raised);
            }
        }
    }
    let all = vm.roots.split_off(before);
    Ok(make::tuple(vm, &all))
}

fn new_zip(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let (strict, end) = strict_argument(vm, args, names, "zip")?;
    let iterators = iterators(vm, &args[1..end])?;
    Ok(make(vm, args[0], &[iterators, Value::bool(strict)]))
}

fn new_map(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let (strict, end) = strict_argument(vm, args, names, "map")?;
    if end < 3 {
        return Err(raise::type_error(vm, "map() must have at least two arguments."));
    }
    let iterators = iterators(vm, &args[2..end])?;
    Ok(make(vm, args[0], &[iterators, Value::bool(strict), args[1]]))
}

fn new_filter(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    no_keywords(vm, args[0], ClassId::Filter, names)?;
    let given = args.len() - names.len() - 1;
    if given != 2 {
        return Err(raise::type_error(
            vm,
            format!("filter expected 2 arguments, got {given}"),
        ));
    }
    let iterator = iterate::iter(vm, args[2])?;
    Ok(make(vm, args[0], &[args[1], iterator]))
}

fn new_reversed(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    no_keywords(vm, args[0], ClassId::Reversed, names)?;
    let given = args.len() - names.len() - 1;
    if given != 1 {
        return Err(raise::type_error(
            vm,
            format!("reversed expected 1 argument, got {given}"),
        ));
    }
    let sequence = args[1];
    match class::special(vm, sequence, Special::Reversed) {
        Some(method) if !method.is_none() => return call::call_unbound(vm, method, sequence, &[], &[]),
        None if class::special(vm, sequence, Special::GetItem).is_some()
            && class::special(vm, sequence, Special::Len).is_some() => {}
        _ => {
            let name = class::name_of(vm, sequence);
            return Err(raise::type_error(vm, format!("'{name}' object is not reversible")));
        }
    }
    let last = convert::len(vm, sequence)? as i64 - 1;
    let end = match sequence.cast::<Str>() {
        Some(string) => string.len() as i64,
        None => 0,
    };
    Ok(make(
        vm,
        args[0],
        &[sequence, Value::small_int(last), Value::small_int(end)],
    ))
}

fn hint_of_reversed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = this(args);
    if iter.get(SEQUENCE).is_unbound() {
        return Ok(Value::small_int(0));
    }
    let left = iter.get(INDEX).int_unchecked() + 1;
    let len = convert::len(vm, iter.get(SEQUENCE))? as i64;
    Ok(Value::small_int(if len < left { 0 } else { left }))
}

fn reduce_reversed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (class, iter) = (class::of(vm, args[0]).value(), this(args));
    match iter.get(SEQUENCE).bound() {
        Some(sequence) => {
            let given = make::tuple(vm, &[sequence]);
            Ok(make::tuple(vm, &[class, given, iter.get(INDEX)]))
        }
        None => {
            let given = make::tuple(vm, &[vm.empty_tuple]);
            Ok(make::tuple(vm, &[class, given]))
        }
    }
}

fn set_place_of_reversed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let at = convert::size(vm, args[1])?;
    if let Some(sequence) = this(args).get(SEQUENCE).bound() {
        let len = convert::len(vm, sequence)? as i64;
        this(args).set(INDEX, Value::small_int(at.min(len - 1).max(-1)));
    }
    Ok(Value::NONE)
}
