//! The tests of `match` statements.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::list::List;
use crate::object::container::set::Set;
use crate::object::container::tuple::{self, Tuple};
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::attrs::check;
use crate::ops::container::set;
use crate::ops::render::repr;
use crate::ops::{call, class as classes, convert, make, raise};
use crate::vm::known::flag;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub fn is_sequence(vm: &Vm, subject: Value) -> bool {
    classes::of(vm, subject).has(flag::SEQUENCE)
}

pub fn is_mapping(vm: &Vm, subject: Value) -> bool {
    classes::of(vm, subject).has(flag::MAPPING)
}

/// `len(subject)` as an int.
pub fn len(vm: &mut Vm, subject: Value) -> Run<Value> {
    let len = convert::len(vm, subject)?;
    Ok(make::size(vm, len))
}

/// The values of `subject` at `keys`, as a tuple; None if one is missing.
pub fn keys(vm: &mut Vm, subject: Value, keys: Value) -> Run<Value> {
    let keys = tuple::items(keys.expect::<Tuple>());
    let found = make::list(vm, Vec::new());
    let seen = make::set(vm);
    let name = vm.names.get;
    let get = attribute::get(vm, subject, name)?;
    let missing = make::list(vm, Vec::new());
    for &key in keys {
        let before = seen.expect::<Set>().len();
        set::add(vm, seen.expect(), key)?;
        if seen.expect::<Set>().len() == before {
            let shown = repr::repr(vm, key)?;
            let text = shown.expect::<Str>().lossy().into_owned();
            return Err(raise::value_error(
                vm,
                format!("mapping pattern checks duplicate key ({text})"),
            ));
        }
        let value = call::call(vm, get, &[key, missing])?;
        if value == missing {
            return Ok(Value::NONE);
        }
        found.expect::<List>().push(value);
    }
    Ok(make::tuple(vm, &found.expect::<List>().to_vec()))
}

/// The attributes that a class pattern names, as a tuple; None if the subject does not match.
pub fn class(vm: &mut Vm, subject: Value, class: Value, names: Value, positional: usize) -> Run<Value> {
    let Some(pattern) = class.cast::<Class>() else {
        return Err(raise::type_error(vm, "called match pattern must be a class"));
    };
    if !check::is_instance(vm, subject, class)? {
        return Ok(Value::NONE);
    }
    let (found, seen) = (make::list(vm, Vec::new()), make::list(vm, Vec::new()));
    if positional > 0 && !positional_attributes(vm, subject, pattern, positional, found, seen)? {
        return Ok(Value::NONE);
    }
    for &name in tuple::items(names.expect::<Tuple>()) {
        match attribute_once(vm, subject, pattern, name, seen)? {
            Some(value) => found.expect::<List>().push(value),
            None => return Ok(Value::NONE),
        }
    }
    Ok(make::tuple(vm, &found.expect::<List>().to_vec()))
}

/// Adds what the positional patterns match to `found`; whether all were there.
fn positional_attributes(
    vm: &mut Vm,
    subject: Value,
    pattern: Ref<Class>,
    n: usize,
    found: Value,
    seen: Value,
) -> Run<bool> {
    let name = vm.names.__match_args__;
    let args = attribute::find(vm, pattern.value(), name)?;
    let match_self = args.is_none() && pattern.has(flag::MATCH_SELF);
    let args = match args {
        Some(args) => match args.cast::<Tuple>() {
            Some(args) => args,
            None => {
                let (name, got) = (classes::name(pattern), classes::name_of(vm, args));
                return Err(raise::type_error(
                    vm,
                    format!("{name}.__match_args__ must be a tuple (got {got})"),
                ));
            }
        },
        None => vm.empty_tuple.expect(),
    };
    let allowed = if match_self { 1 } else { args.len() };
    if n > allowed {
        let (name, plural) = (classes::name(pattern), if allowed == 1 { "" } else { "s" });
        let message = format!("{name}() accepts {allowed} positional sub-pattern{plural} ({n} given)");
        return Err(raise::type_error(vm, message));
    }
    if match_self {
        found.expect::<List>().push(subject);
        return Ok(true);
    }
    for &name in &tuple::items(args)[..n] {
        if !name.is::<Str>() {
            let got = classes::name_of(vm, name);
            return Err(raise::type_error(
                vm,
                format!("__match_args__ elements must be strings (got {got})"),
            ));
        }
        match attribute_once(vm, subject, pattern, name, seen)? {
            Some(value) => found.expect::<List>().push(value),
            None => return Ok(false),
        }
    }
    Ok(true)
}

/// The attribute, unless the pattern asks for it a second time.
fn attribute_once(vm: &mut Vm, subject: Value, pattern: Ref<Class>, name: Value, seen: Value) -> Run<Option<Value>> {
    let wanted = name.expect::<Str>();
    let again = seen
        .expect::<List>()
        .to_vec()
        .iter()
        .any(|seen| seen.expect::<Str>().same_text(&wanted));
    if again {
        let (class, text) = (classes::name(pattern), wanted.lossy().into_owned());
        return Err(raise::type_error(
            vm,
            format!("{class}() got multiple sub-patterns for attribute '{text}'"),
        ));
    }
    seen.expect::<List>().push(name);
    attribute::find(vm, subject, name)
}
