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

/// Attributes that lie on the native stack while a class pattern finds them.
const FEW: usize = 6;

/// The attributes that a class pattern has found, and their names, UNBOUND for the subject itself.
struct Attributes {
    values: [Value; FEW],
    names: [Value; FEW],
    n: usize,
    /// Lists of what goes beyond.
    more: Option<(Ref<List>, Ref<List>)>,
}

impl Attributes {
    fn push(&mut self, vm: &mut Vm, name: Value, value: Value) {
        if self.n < FEW {
            (self.values[self.n], self.names[self.n]) = (value, name);
            self.n += 1;
            return;
        }
        let (values, names) = match self.more {
            Some(lists) => lists,
            None => {
                let lists = [(); 2].map(|()| make::list(vm, Vec::new()).expect::<List>());
                *self.more.insert((lists[0], lists[1]))
            }
        };
        values.push(value);
        names.push(name);
    }
    fn has(&self, name: Ref<Str>) -> bool {
        let same = |seen: &Value| seen.cast::<Str>().is_some_and(|seen| seen.same_text(&name));
        let more = self.more.as_ref();
        self.names[..self.n].iter().any(same) || more.is_some_and(|(_, names)| names.to_vec().iter().any(same))
    }
    fn tuple(&self, vm: &mut Vm) -> Value {
        match self.more {
            None => make::tuple(vm, &self.values[..self.n]),
            Some((values, _)) => make::tuple(vm, &[&self.values[..], &values.to_vec()].concat()),
        }
    }
}

/// The attributes that a class pattern names, as a tuple; None if the subject does not match.
pub fn class(vm: &mut Vm, subject: Value, class: Value, names: Value, positional: usize) -> Run<Value> {
    let Some(pattern) = class.cast::<Class>() else {
        return Err(raise::type_error(vm, "called match pattern must be a class"));
    };
    if !check::is_instance(vm, subject, class)? {
        return Ok(Value::NONE);
    }
    let mut found = Attributes {
        values: [Value::UNBOUND; FEW],
        names: [Value::UNBOUND; FEW],
        n: 0,
        more: None,
    };
    if positional > 0 && !positional_attributes(vm, subject, pattern, positional, &mut found)? {
        return Ok(Value::NONE);
    }
    for &name in tuple::items(names.expect::<Tuple>()) {
        if !find_once(vm, subject, pattern, name, &mut found)? {
            return Ok(Value::NONE);
        }
    }
    Ok(found.tuple(vm))
}

/// Adds what the positional patterns match to `found`; whether all were there.
fn positional_attributes(
    vm: &mut Vm,
    subject: Value,
    pattern: Ref<Class>,
    n: usize,
    found: &mut Attributes,
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
        found.push(vm, Value::UNBOUND, subject);
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
        if !find_once(vm, subject, pattern, name, found)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Adds the attribute to `found`, unless the pattern asks for it a second time; whether it is there.
fn find_once(vm: &mut Vm, subject: Value, pattern: Ref<Class>, name: Value, found: &mut Attributes) -> Run<bool> {
    let wanted = name.expect::<Str>();
    if found.has(wanted) {
        let (class, text) = (classes::name(pattern), wanted.lossy().into_owned());
        return Err(raise::type_error(
            vm,
            format!("{class}() got multiple sub-patterns for attribute '{text}'"),
        ));
    }
    let value = attribute::find(vm, subject, name)?;
    if let Some(value) = value {
        found.push(vm, name, value);
    }
    Ok(value.is_some())
}
