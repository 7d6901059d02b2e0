//! The module `_decimal`.

use crate::api::{
    self, ClassId, Kind, Module, NewClass, Own, Record, Ref, Run, Value, Vm, attribute, call, flag, hash, install,
    make, own_class, shared, text,
};
use crate::stdlib::number::decimal::arith::context::{
    EMAX_MAX, EMIN_MIN, ETINY_MIN, PREC_MAX, ROUNDINGS, Rounding, flag as condition,
};
use crate::stdlib::number::decimal::face::context::{CONTEXT, DEFAULT, DEFAULT_TRAPS, new_context};
use crate::stdlib::number::decimal::face::convert::{CONSTRUCTORS, IN_CONTEXT};
use crate::stdlib::number::decimal::face::in_context::OPERATIONS;
use crate::stdlib::number::decimal::face::manager::{BITS_MAX, FUNCTIONS, MANAGER};
use crate::stdlib::number::decimal::face::methods::METHODS;
use crate::stdlib::number::decimal::face::object::{CONDITIONS, SIGNALS, kept, kept_tuple, state};
use crate::stdlib::number::decimal::face::operators::{ARITHMETIC, OPERATORS};
use crate::stdlib::number::decimal::face::signals::{SIGNAL_DICT, make_class, named_class};

fn library(vm: &mut Vm, module: &str, name: &str) -> Run<Value> {
    let module = api::glue::import(vm, module)?;
    let name = text::intern(vm, name);
    attribute::get(vm, module, name)
}

fn method_of(vm: &mut Vm, object: Value, name: &str, args: &[Value]) -> Run<Value> {
    let name = text::intern(vm, name);
    let method = attribute::get(vm, object, name)?;
    call::call(vm, method, args)
}

/// An exception class by its name and those of its bases, which the module or `builtins` has.
fn exception(vm: &mut Vm, module: Value, name: &str, bases: &[&str]) -> Run<Value> {
    let mut found = Vec::new();
    for base in bases {
        let key = text::intern(vm, base);
        let known = module.expect::<Module>().namespace().get_str(key);
        found.push(match known {
            Some(class) => class,
            None => shared::builtin(vm, base),
        });
    }
    let bases = make::tuple(vm, &found);
    let class = named_class(vm, name, bases, "decimal")?;
    api::set_in(vm, module, name, class);
    Ok(class)
}

/// The exceptions, bases first; answers those of signals and of conditions.
fn exceptions(vm: &mut Vm, module: Value) -> Run<(Value, Value)> {
    exception(vm, module, "DecimalException", &["ArithmeticError"])?;
    // Classes are made after their bases, and found by name afterwards.
    let order = [0, 1, 2, 8, 7, 6, 5, 3, 4];
    for i in order {
        let (name, bases, _) = SIGNALS[i];
        exception(vm, module, name, bases)?;
    }
    for &(name, bases, _) in &CONDITIONS[1..] {
        exception(vm, module, name, bases)?;
    }
    let find = |vm: &mut Vm, name: &str| {
        let key = text::intern(vm, name);
        let namespace = module.expect::<Module>().namespace();
        namespace.get_str(key).unwrap_or(Value::NONE)
    };
    let signals: Vec<Value> = SIGNALS.iter().map(|row| find(vm, row.0)).collect();
    let conditions: Vec<Value> = CONDITIONS.iter().map(|row| find(vm, row.0)).collect();
    Ok((make::tuple(vm, &signals), make::tuple(vm, &conditions)))
}

/// `DecimalTuple`, a named tuple.
fn tuple_class(vm: &mut Vm) -> Run<Value> {
    let namedtuple = library(vm, "collections", "namedtuple")?;
    let (name, fields) = (text::intern(vm, "DecimalTuple"), text::new(vm, "sign digits exponent"));
    let (key, module) = (text::intern(vm, "module"), text::intern(vm, "decimal"));
    call::call_named(vm, namedtuple, &[name, fields, module], &[key])
}

/// The record of what the module keeps, still without contexts.
fn make_state(vm: &mut Vm, module: Value) -> Run<Ref<Record>> {
    let fields = [Value::UNBOUND; state::FIELDS];
    let made: Ref<Record> = make::record(vm, ClassId::Object, &fields).expect();
    vm.own[Own::DecimalState as usize] = made.value();
    let class = library(vm, "_contextvars", "ContextVar")?;
    let name = text::new(vm, "decimal_context");
    let variable = call::call(vm, class, &[name])?;
    made.set(state::VARIABLE, variable);
    let hash = hash::hash(vm, variable)?;
    made.set(state::HASH, Value::small_int(hash));
    let (signals, conditions) = exceptions(vm, module)?;
    made.set(state::SIGNALS, signals);
    made.set(state::CONDITIONS, conditions);
    let names: Vec<Value> = ROUNDINGS.iter().map(|row| text::intern(vm, row.1)).collect();
    let names = make::tuple(vm, &names);
    made.set(state::ROUNDINGS, names);
    let class = tuple_class(vm)?;
    made.set(state::TUPLE, class);
    let rational = library(vm, "numbers", "Rational")?;
    made.set(state::RATIONAL, rational);
    Ok(made)
}

/// The templates of contexts.
fn make_templates(vm: &mut Vm) {
    let class = own_class(vm, Own::DecimalContext);
    let known: Ref<Record> = vm.own[Own::DecimalState as usize].expect();
    let default = new_context(vm, class, DEFAULT, DEFAULT_TRAPS);
    known.set(state::DEFAULT, default);
    let mut basic = DEFAULT;
    basic.prec = 9;
    basic.rounding = Rounding::HalfUp;
    let traps = DEFAULT_TRAPS | condition::UNDERFLOW | condition::CLAMPED;
    let basic = new_context(vm, class, basic, traps);
    known.set(state::BASIC, basic);
    let mut extended = DEFAULT;
    extended.prec = 9;
    let extended = new_context(vm, class, extended, 0);
    known.set(state::EXTENDED, extended);
}

/// The classes; they are made when the module is imported first.
fn classes(vm: &mut Vm, module: Value) -> Run<()> {
    let is_new = !vm.own[Own::Decimal as usize].is_bound();
    let new = |name, kind, flags| NewClass::new(name, ClassId::Object, kind, flags);
    let decimal = new("decimal.Decimal", Kind::Decimal, flag::BASE);
    let decimal = api::class_in(vm, module, Some(Own::Decimal), decimal, OPERATORS);
    let context = new("decimal.Context", Kind::Opaque, flag::BASE);
    let context = api::class_in(vm, module, Some(Own::DecimalContext), context, CONTEXT);
    if !is_new {
        return Ok(());
    }
    for rows in [CONSTRUCTORS, ARITHMETIC, METHODS] {
        install::more_methods(vm, decimal, rows);
    }
    for rows in [IN_CONTEXT, OPERATIONS] {
        install::more_methods(vm, context, rows);
    }
    let number = library(vm, "numbers", "Number")?;
    method_of(vm, number, "register", &[decimal.value()])?;
    // Not shown by the module.
    let hidden = api::module(vm, "decimal", "", &[]);
    let manager = new("decimal.ContextManager", Kind::Record, flag::NO_NEW);
    api::class_in(vm, hidden, Some(Own::DecimalManager), manager, MANAGER);
    let mixin = new("decimal.SignalDictMixin", Kind::Record, flag::BASE);
    let mixin = api::class_in(vm, hidden, None, mixin, SIGNAL_DICT);
    let views = make_class(vm, mixin.value())?;
    let known: Ref<Record> = vm.own[Own::DecimalState as usize].expect();
    known.set(state::SIGNAL_DICT, views);
    make_templates(vm);
    Ok(())
}

fn constants(vm: &mut Vm, module: Value) {
    for (name, value) in [
        ("MAX_PREC", PREC_MAX),
        ("MAX_EMAX", EMAX_MAX),
        ("MIN_EMIN", EMIN_MIN),
        ("MIN_ETINY", ETINY_MIN),
        ("IEEE_CONTEXT_MAX_BITS", BITS_MAX),
    ] {
        let value = make::int(vm, value);
        api::set_in(vm, module, name, value);
    }
    api::set_in(vm, module, "HAVE_CONTEXTVAR", Value::TRUE);
    api::set_in(vm, module, "HAVE_THREADS", Value::TRUE);
    for &name in kept_tuple(vm, state::ROUNDINGS) {
        let text = name.expect::<api::Str>().lossy().to_string();
        api::set_in(vm, module, &text, name);
    }
    for (name, text) in [("__version__", "1.70"), ("__libmpdec_version__", "2.5.1")] {
        let text = text::new(vm, text);
        api::set_in(vm, module, name, text);
    }
    for (name, field) in [
        ("DefaultContext", state::DEFAULT),
        ("BasicContext", state::BASIC),
        ("ExtendedContext", state::EXTENDED),
        ("DecimalTuple", state::TUPLE),
    ] {
        let value = kept(vm, field);
        api::set_in(vm, module, name, value);
    }
}

/// What is known from an earlier import.
fn known_exceptions(vm: &mut Vm, module: Value) {
    let base = kept_tuple(vm, state::SIGNALS)[0].expect::<api::Class>().best_base.get();
    api::set_in(vm, module, "DecimalException", base);
    let signals = SIGNALS.iter().zip(kept_tuple(vm, state::SIGNALS));
    let conditions = CONDITIONS.iter().zip(kept_tuple(vm, state::CONDITIONS));
    for (row, &class) in signals.chain(conditions) {
        api::set_in(vm, module, row.0, class);
    }
}

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "_decimal", "C decimal arithmetic module", FUNCTIONS);
    if vm.own[Own::DecimalState as usize].cast::<Record>().is_none() {
        make_state(vm, module)?;
    } else {
        known_exceptions(vm, module);
    }
    classes(vm, module)?;
    constants(vm, module);
    Ok(module)
}
