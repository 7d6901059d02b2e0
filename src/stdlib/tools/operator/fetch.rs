//! `itemgetter`, `attrgetter`, `methodcaller`.

use crate::api::{
    List, NativeDef, Record, Ref, Run, Str, Tuple, Value, Vm, attribute, call, class, item, make, method, raise,
    record_of, repr, shared, spread_method, static_method, text, tuple, unreachable_body,
};

/// A tuple: what to fetch. For `attrgetter` the names as they were given.
const WANTED: usize = 0;
/// `attrgetter`: a tuple of tuples, the parts of the dotted names.
const PARTS: usize = 1;

/// One positional argument and no keywords.
fn single(vm: &mut Vm, args: &[Value], names: &[Value], what: &str) -> Run<Value> {
    if !names.is_empty() {
        return Err(raise::type_error(vm, format!("{what}() takes no keyword arguments")));
    }
    match *args {
        [_, object] => Ok(object),
        _ => {
            let message = format!("{what} expected 1 argument, got {}", args.len() - 1);
            Err(raise::type_error(vm, message))
        }
    }
}

/// What `__new__` was given, as a tuple; at least one.
fn wanted(vm: &mut Vm, args: &[Value], names: &[Value], what: &str) -> Run<Ref<Tuple>> {
    if !names.is_empty() {
        return Err(raise::type_error(vm, format!("{what}() takes no keyword arguments")));
    }
    if args.len() < 2 {
        let message = format!("{what} expected 1 argument, got 0");
        return Err(raise::type_error(vm, message));
    }
    Ok(make::tuple(vm, &args[1..]).expect())
}

/// The answer for one wanted thing, or a tuple of the answers for several.
fn each(vm: &mut Vm, wanted: &[Value], fetch: impl Fn(&mut Vm, Value) -> Run<Value>) -> Run<Value> {
    match *wanted {
        [one] => fetch(vm, one),
        [a, b] => {
            let (a, b) = (fetch(vm, a)?, fetch(vm, b)?);
            Ok(make::tuple(vm, &[a, b]))
        }
        _ => {
            let all = make::list(vm, Vec::new()).expect::<List>();
            for &one in wanted {
                let found = fetch(vm, one)?;
                all.push(found);
            }
            let all = all.take_vec();
            Ok(make::tuple(vm, &all))
        }
    }
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = class::of(vm, args[0]).value();
    let wanted = args[0].expect::<Record>().get(WANTED);
    Ok(make::tuple(vm, &[class, wanted]))
}

/// "operator.itemgetter(1, 'a')"
fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let wanted = tuple::items(args[0].expect::<Record>().get(WANTED).expect::<Tuple>());
    let name = repr::qualified_name(vm, class::of(vm, args[0]).value());
    shared::repr_guarded(vm, args[0], "...", |vm, out| {
        out.extend_from_slice(name.as_bytes());
        out.push(b'(');
        for (i, &one) in wanted.iter().enumerate() {
            if i > 0 {
                out.extend_from_slice(b", ");
            }
            shared::repr_into(vm, one, out)?;
        }
        out.push(b')');
        Ok(())
    })
}

pub static ITEM_GETTER: &[NativeDef] = &[
    static_method("__new__", "(type, item, /, *items)", unreachable_body).spread(|vm, args, names| {
        let wanted = wanted(vm, args, names, "itemgetter")?;
        Ok(record_of(vm, args[0], &[wanted.value()]))
    }),
    spread_method("__call__", "($self, /, *args, **kwargs)", |vm, args, names| {
        let object = single(vm, args, names, "itemgetter")?;
        let wanted = tuple::items(args[0].expect::<Record>().get(WANTED).expect::<Tuple>());
        each(vm, wanted, |vm, key| item::get(vm, object, key))
    }),
    method("__repr__", "($self, /)", show),
    method("__reduce__", "($self, /)", reduce).doc("Return state information for pickling"),
];

pub static ATTR_GETTER: &[NativeDef] = &[
    static_method("__new__", "(type, attr, /, *attrs)", unreachable_body).spread(new_attr_getter),
    spread_method("__call__", "($self, /, *args, **kwargs)", |vm, args, names| {
        let object = single(vm, args, names, "attrgetter")?;
        let wanted = tuple::items(args[0].expect::<Record>().get(PARTS).expect::<Tuple>());
        each(vm, wanted, |vm, path| {
            let mut found = object;
            for &part in tuple::items(path.expect::<Tuple>()) {
                found = attribute::get(vm, found, part)?;
            }
            Ok(found)
        })
    }),
    method("__repr__", "($self, /)", show),
    method("__reduce__", "($self, /)", reduce).doc("Return state information for pickling"),
];

fn new_attr_getter(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let wanted = wanted(vm, args, names, "attrgetter")?;
    let mut paths = Vec::new();
    for &name in tuple::items(wanted) {
        let Some(name) = name.cast::<Str>() else {
            return Err(raise::type_error(vm, "attribute name must be a string"));
        };
        let parts: Vec<Value> = name
            .bytes()
            .split(|&byte| byte == b'.')
            .map(|part| text::intern_bytes(vm, part))
            .collect();
        paths.push(make::tuple(vm, &parts));
    }
    let paths = make::tuple(vm, &paths);
    Ok(record_of(vm, args[0], &[wanted.value(), paths]))
}

/// Fields of `methodcaller`: the name, a tuple of arguments with those given by name last, a tuple of their names.
const NAME: usize = 0;
const ARGUMENTS: usize = 1;
const KEYWORDS: usize = 2;

pub static METHOD_CALLER: &[NativeDef] = &[
    static_method("__new__", "(type, name, /, *args, **kwargs)", unreachable_body).spread(new_method_caller),
    spread_method("__call__", "($self, /, *args, **kwargs)", |vm, args, names| {
        let object = single(vm, args, names, "methodcaller")?;
        let this: Ref<Record> = args[0].expect();
        let method = attribute::get(vm, object, this.get(NAME))?;
        let (values, names) = (this.get(ARGUMENTS).expect(), this.get(KEYWORDS).expect());
        call::call_named(vm, method, tuple::items(values), tuple::items(names))
    }),
    method("__repr__", "($self, /)", show_method_caller),
    method("__reduce__", "($self, /)", reduce_method_caller).doc("Return state information for pickling"),
];

fn new_method_caller(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if args.len() - names.len() < 2 {
        let text = "methodcaller needs at least one argument, the method name";
        return Err(raise::type_error(vm, text));
    }
    if !args[1].is::<Str>() {
        return Err(raise::type_error(vm, "method name must be a string"));
    }
    let name = text::intern_value(vm, args[1]);
    let values = make::tuple(vm, &args[2..]);
    let names = make::tuple(vm, names);
    Ok(record_of(vm, args[0], &[name, values, names]))
}

/// The positional and the named arguments of a `methodcaller`.
fn parts<'a>(this: Ref<Record>) -> (&'a [Value], &'a [Value], &'a [Value]) {
    let (values, names) = (
        tuple::items(this.get(ARGUMENTS).expect()),
        tuple::items(this.get(KEYWORDS).expect()),
    );
    let (positional, named) = values.split_at(values.len() - names.len());
    (positional, names, named)
}

fn show_method_caller(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    let (positional, names, named) = parts(this);
    shared::repr_guarded(vm, args[0], "...", |vm, out| {
        out.extend_from_slice(b"operator.methodcaller(");
        shared::repr_into(vm, this.get(NAME), out)?;
        for &value in positional {
            out.extend_from_slice(b", ");
            shared::repr_into(vm, value, out)?;
        }
        for (name, &value) in names.iter().zip(named) {
            out.extend_from_slice(b", ");
            out.extend_from_slice(name.expect::<Str>().bytes());
            out.push(b'=');
            shared::repr_into(vm, value, out)?;
        }
        out.push(b')');
        Ok(())
    })
}

fn reduce_method_caller(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    let class = class::of(vm, args[0]).value();
    let (positional, names, named) = parts(this);
    let mut all = vec![this.get(NAME)];
    all.extend_from_slice(positional);
    if names.is_empty() {
        let all = make::tuple(vm, &all);
        return Ok(make::tuple(vm, &[class, all]));
    }
    let partial = crate::api::glue::import(vm, "functools")?;
    let name = text::intern(vm, "partial");
    let partial = attribute::get(vm, partial, name)?;
    let mut given = vec![class, this.get(NAME)];
    given.extend_from_slice(named);
    let given = make::tuple(vm, &given).expect::<Tuple>();
    let made = call::call_named(vm, partial, tuple::items(given), names)?;
    let positional = make::tuple(vm, positional);
    Ok(make::tuple(vm, &[made, positional]))
}
