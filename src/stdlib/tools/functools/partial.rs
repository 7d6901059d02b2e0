//! `functools.partial`, with placeholders.

use crate::api::{
    Dict, NativeDef, Own, Raised, Record, Ref, Run, Str, Tuple, Value, Vm, call, class, class_method, compare, dict,
    getter, is_own, make, method, own, own_class, raise, record_of, repr, shared, spread_method, static_method, text,
    tuple, unreachable_body,
};

const FUNCTION: usize = 0;
/// A tuple, which may hold placeholders.
const ARGUMENTS: usize = 1;
/// A dict.
const KEYWORDS: usize = 2;

pub static PARTIAL: &[NativeDef] = &[
    static_method("__new__", "(type, func, /, *args, **keywords)", unreachable_body).spread(new),
    spread_method("__call__", "($self, /, *args, **kwargs)", call_it),
    method("__get__", "($self, instance, owner=None, /)", |vm, args| {
        if args[1].is_none() {
            return Ok(args[0]);
        }
        Ok(make::method(vm, args[0], args[1]))
    }),
    method("__repr__", "($self, /)", show),
    method("__reduce__", "($self, /)", reduce),
    method("__setstate__", "($self, state, /)", set_state),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
    getter("func", |_, args| Ok(args[0].expect::<Record>().get(FUNCTION)))
        .setter(shared::read_only)
        .doc("function object to use in future partial calls"),
    getter("args", |_, args| Ok(args[0].expect::<Record>().get(ARGUMENTS)))
        .setter(shared::read_only)
        .doc("tuple of arguments to future partial calls"),
    getter("keywords", |_, args| Ok(args[0].expect::<Record>().get(KEYWORDS)))
        .setter(shared::read_only)
        .doc("dictionary of keyword arguments to future partial calls"),
];

pub static PLACEHOLDER: &[NativeDef] = &[
    static_method("__new__", "(type)", |vm, _| Ok(placeholder(vm))),
    method("__repr__", "($self, /)", |vm, _| Ok(text::new(vm, "Placeholder"))),
    method("__reduce__", "($self, /)", |vm, _| Ok(text::new(vm, "Placeholder"))),
];

/// The one placeholder: the class keeps it in its reserved attribute.
pub fn placeholder(vm: &mut Vm) -> Value {
    let class = own_class(vm, Own::PartialPlaceholder);
    let kept = class.attrs();
    if let Some(known) = kept.cast::<Record>() {
        return known.value();
    }
    let made = record_of(vm, class.value(), &[Value::NONE]);
    class.set_attrs(made);
    made
}

fn is_callable(vm: &Vm, value: Value) -> bool {
    class::special(vm, value, crate::api::Special::Call).is_some()
}

/// The arguments of a partial of a partial: new ones fill the old one's placeholders, the rest follows.
fn merged(vm: &mut Vm, old: &[Value], new: &[Value]) -> Value {
    let placeholder = placeholder(vm);
    let mut rest = new.iter().copied();
    let mut all: Vec<Value> = Vec::with_capacity(old.len() + new.len());
    for &item in old {
        all.push(match item == placeholder {
            true => rest.next().unwrap_or(placeholder),
            false => item,
        });
    }
    all.extend(rest);
    make::tuple(vm, &all)
}

fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let end = args.len() - names.len();
    if end < 2 {
        return Err(raise::type_error(vm, "type 'partial' takes at least one argument"));
    }
    let (mut function, mut given) = (args[1], make::tuple(vm, &args[2..end]));
    if !is_callable(vm, function) {
        return Err(raise::type_error(vm, "the first argument must be callable"));
    }
    let placeholder = placeholder(vm);
    if end > 2 && args[end - 1] == placeholder {
        return Err(raise::type_error(vm, "trailing Placeholders are not allowed"));
    }
    if args[end..].contains(&placeholder) {
        return Err(raise::type_error(
            vm,
            "Placeholder cannot be passed as a keyword argument",
        ));
    }
    let keywords: Ref<Dict> = make::dict(vm).expect();
    if is_own(vm, function, Own::Partial) && own::dict_now(function).is_none() {
        let inner: Ref<Record> = function.expect();
        function = inner.get(FUNCTION);
        given = merged(vm, tuple::items(inner.get(ARGUMENTS).expect()), &args[2..end]);
        dict::merge(vm, keywords, inner.get(KEYWORDS).expect())?;
    }
    for (&name, &value) in names.iter().zip(&args[end..]) {
        dict::set(vm, keywords, name, value)?;
    }
    Ok(record_of(vm, args[0], &[function, given, keywords.value()]))
}

#[cold]
fn too_few(vm: &mut Vm, expected: usize, got: usize) -> Raised {
    let text = format!("missing positional arguments in 'partial' call; expected at least {expected}, got {got}");
    raise::type_error(vm, text)
}

/// Arguments up to which a call is put together on the native stack.
const ON_STACK: usize = 16;

fn call_it(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    let kept = tuple::items(this.get(ARGUMENTS).expect::<Tuple>());
    let keywords: Ref<Dict> = this.get(KEYWORDS).expect();
    let total = kept.len() + args.len() - 1;
    let has_holes = match vm.own[Own::PartialPlaceholder as usize]
        .header()
        .map(|header| header.attrs.get())
    {
        Some(placeholder) => kept.contains(&placeholder),
        None => false,
    };
    if !has_holes && keywords.is_empty() && total <= ON_STACK {
        let mut all = [Value::UNBOUND; ON_STACK];
        all[..kept.len()].copy_from_slice(kept);
        all[kept.len()..total].copy_from_slice(&args[1..]);
        return call::call_named(vm, this.get(FUNCTION), &all[..total], names);
    }
    if !has_holes && total + keywords.len() <= ON_STACK {
        return call_with_keywords(vm, this, &args[1..], names);
    }
    call_general(vm, this, args, names)
}

/// A call without placeholders, all of whose arguments fit on the native stack.
fn call_with_keywords(vm: &mut Vm, this: Ref<Record>, args: &[Value], names: &[Value]) -> Run<Value> {
    let kept = tuple::items(this.get(ARGUMENTS).expect::<Tuple>());
    let keywords: Ref<Dict> = this.get(KEYWORDS).expect();
    let (given, named) = args.split_at(args.len() - names.len());
    let (mut all, mut all_names) = ([Value::UNBOUND; ON_STACK], [Value::UNBOUND; ON_STACK]);
    let positional = kept.len() + given.len();
    all[..kept.len()].copy_from_slice(kept);
    all[kept.len()..positional].copy_from_slice(given);
    let (mut count, mut from) = (0, 0);
    while let Some((i, name, value)) = keywords.next_entry(from) {
        if !name.is::<Str>() {
            return Err(raise::type_error(vm, "keywords must be strings"));
        }
        (all_names[count], all[positional + count]) = (name, value);
        count += 1;
        from = i + 1;
    }
    for (&name, &value) in names.iter().zip(named) {
        let mut place = count;
        for (i, &known) in all_names[..count].iter().enumerate() {
            if compare::equal(vm, known, name)? {
                place = i;
            }
        }
        (all_names[place], all[positional + place]) = (name, value);
        count = count.max(place + 1);
    }
    call::call_named(vm, this.get(FUNCTION), &all[..positional + count], &all_names[..count])
}

/// Any call: placeholders are filled, keywords merged.
fn call_general(vm: &mut Vm, this: Ref<Record>, args: &[Value], names: &[Value]) -> Run<Value> {
    let kept = tuple::items(this.get(ARGUMENTS).expect::<Tuple>());
    let given = &args[1..args.len() - names.len()];
    let placeholder = placeholder(vm);
    let holes = kept.iter().filter(|&&item| item == placeholder).count();
    if given.len() < holes {
        return Err(too_few(vm, holes, given.len()));
    }
    let positional = merged(vm, kept, given);
    let keywords = dict::copy(vm, this.get(KEYWORDS).expect())?;
    for (&name, &value) in names.iter().zip(&args[args.len() - names.len()..]) {
        dict::set(vm, keywords, name, value)?;
    }
    let mut all = tuple::items(positional.expect::<Tuple>()).to_vec();
    let (mut names, mut from) = (Vec::new(), 0);
    while let Some((i, key, value)) = keywords.next_entry(from) {
        if !key.is::<Str>() {
            return Err(raise::type_error(vm, "keywords must be strings"));
        }
        names.push(key);
        all.push(value);
        from = i + 1;
    }
    let (all, names) = (make::tuple(vm, &all), make::tuple(vm, &names));
    let function = this.get(FUNCTION);
    call::call_named(vm, function, tuple::items(all.expect()), tuple::items(names.expect()))
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    let name = repr::qualified_name(vm, class::of(vm, args[0]).value());
    shared::repr_guarded(vm, args[0], "...", |vm, out| {
        out.extend_from_slice(name.as_bytes());
        out.push(b'(');
        shared::repr_into(vm, this.get(FUNCTION), out)?;
        for &value in tuple::items(this.get(ARGUMENTS).expect::<Tuple>()) {
            out.extend_from_slice(b", ");
            shared::repr_into(vm, value, out)?;
        }
        let (keywords, mut from) = (this.get(KEYWORDS).expect::<Dict>(), 0);
        while let Some((i, key, value)) = keywords.next_entry(from) {
            out.extend_from_slice(b", ");
            let key = repr::str(vm, key)?;
            out.extend_from_slice(key.expect::<Str>().bytes());
            out.push(b'=');
            shared::repr_into(vm, value, out)?;
            from = i + 1;
        }
        out.push(b')');
        Ok(())
    })
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    let class = class::of(vm, args[0]).value();
    let function = make::tuple(vm, &[this.get(FUNCTION)]);
    let attributes = own::dict_now(args[0]).map_or(Value::NONE, |dict| dict.value());
    let state = [this.get(FUNCTION), this.get(ARGUMENTS), this.get(KEYWORDS), attributes];
    let state = make::tuple(vm, &state);
    Ok(make::tuple(vm, &[class, function, state]))
}

fn set_state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    let state = args[1].cast::<Tuple>().map(tuple::items);
    let Some(&[function, arguments, keywords, attributes]) = state else {
        return Err(raise::type_error(vm, "invalid partial state"));
    };
    let is_sound =
        is_callable(vm, function) && arguments.is::<Tuple>() && (keywords.is_none() || keywords.is::<Dict>());
    if !is_sound {
        return Err(raise::type_error(vm, "invalid partial state"));
    }
    let placeholder = placeholder(vm);
    let arguments = tuple::items(arguments.expect::<Tuple>());
    if arguments.last() == Some(&placeholder) {
        return Err(raise::type_error(vm, "trailing Placeholders are not allowed"));
    }
    let arguments = make::tuple(vm, arguments);
    let keywords = match keywords.cast::<Dict>() {
        Some(keywords) => dict::copy(vm, keywords)?.value(),
        None => make::dict(vm),
    };
    this.set(FUNCTION, function);
    this.set(ARGUMENTS, arguments);
    this.set(KEYWORDS, keywords);
    if let Some(attributes) = attributes.cast::<Dict>() {
        own::attach(vm, args[0], attributes);
    }
    Ok(Value::NONE)
}
