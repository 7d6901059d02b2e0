//! SignalDict: the flags or traps of a context as a mapping.

use crate::api::{
    Dict, NativeDef, Raised, Record, Ref, Run, Value, Vm, attribute, call, class, dict, iterate, make, method, raise,
    record_of, spread_method, static_method, text, truth, unreachable_body,
};
use crate::stdlib::number::decimal::face::object::{SIGNALS, kept, kept_tuple, state, with};

/// Fields: the context, and which of its words this shows (an int).
const CONTEXT: usize = 0;
const WHICH: usize = 1;

/// Which word of a context.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(usize)]
pub enum Which {
    Flags = 0,
    Traps = 1,
}

/// The mapping that shows a word of `context`.
pub fn view(vm: &mut Vm, context: Value, which: Which) -> Value {
    let known = with(context, |environment| environment.views[which as usize]);
    if known.is_bound() {
        return known;
    }
    let class = kept(vm, state::SIGNAL_DICT);
    let made = record_of(vm, class, &[context, Value::small_int(which as i64)]);
    with(context, |environment| environment.views[which as usize] = made);
    made
}

/// The word that a mapping shows, if it is one of ours.
pub fn word_of(vm: &Vm, mapping: Value) -> Option<Run<u32>> {
    let of = class::of(vm, mapping).value();
    if of != kept(vm, state::SIGNAL_DICT) {
        return None;
    }
    let this: Ref<Record> = mapping.expect();
    let context = this.get(CONTEXT).bound()?;
    let is_traps = this.get(WHICH) == Value::small_int(Which::Traps as i64);
    Some(Ok(with(context, |environment| match is_traps {
        true => environment.traps,
        false => environment.arith.status,
    })))
}

fn word(vm: &mut Vm, mapping: Value) -> Run<u32> {
    match word_of(vm, mapping) {
        Some(word) => word,
        None => Err(raise::value_error(vm, "invalid signal dict")),
    }
}

const NOT_A_SIGNAL: &str = "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   \
                            Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]";

#[cold]
fn key_error(vm: &mut Vm, message: &str) -> Raised {
    let message = text::new(vm, message);
    raise::key_error(vm, message)
}

/// The flags of an exception class.
fn flag_of(vm: &mut Vm, key: Value) -> Run<u32> {
    match kept_tuple(vm, state::SIGNALS).iter().position(|&class| class == key) {
        Some(i) => Ok(SIGNALS[i].2),
        None => Err(key_error(vm, NOT_A_SIGNAL)),
    }
}

/// The word that a mapping or a list of signals means.
/// # Errors
/// KeyError, TypeError
pub fn word_from(vm: &mut Vm, given: Value) -> Run<u32> {
    if let Some(word) = word_of(vm, given) {
        return word;
    }
    let Some(names) = given.cast::<Dict>() else {
        return Err(raise::type_error(vm, "argument must be a signal dict"));
    };
    if names.len() != SIGNALS.len() {
        return Err(key_error(vm, "invalid signal dict"));
    }
    let mut word = 0;
    for (row, &class) in SIGNALS.iter().zip(kept_tuple(vm, state::SIGNALS)) {
        match dict::get(vm, names, class)? {
            Some(set) => word |= if truth::truth(vm, set)? { row.2 } else { 0 },
            None => return Err(key_error(vm, "invalid signal dict")),
        }
    }
    Ok(word)
}

/// The word of a list of signals.
/// # Errors
/// KeyError
pub fn word_from_list(vm: &mut Vm, items: &[Value]) -> Run<u32> {
    let mut word = 0;
    for &item in items {
        word |= flag_of(vm, item)?;
    }
    Ok(word)
}

/// The signals in a word.
pub fn signals_in(vm: &mut Vm, word: u32) -> Value {
    let classes = kept_tuple(vm, state::SIGNALS);
    let set = SIGNALS.iter().zip(classes).filter(|(row, _)| word & row.2 != 0);
    let set = set.map(|(_, &class)| class).collect();
    make::list(vm, set)
}

fn as_dict(vm: &mut Vm, word: u32) -> Run<Value> {
    let made: Ref<Dict> = make::dict(vm).expect();
    for (row, &class) in SIGNALS.iter().zip(kept_tuple(vm, state::SIGNALS)) {
        dict::set(vm, made, class, Value::bool(word & row.2 != 0))?;
    }
    Ok(made.value())
}

fn set_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    word(vm, args[0])?;
    let flags = flag_of(vm, args[1])?;
    let set = truth::truth(vm, args[2])?;
    let this: Ref<Record> = args[0].expect();
    let is_traps = this.get(WHICH) == Value::small_int(Which::Traps as i64);
    with(this.get(CONTEXT), |environment| {
        let word = if is_traps {
            &mut environment.traps
        } else {
            &mut environment.arith.status
        };
        *word = if set { *word | flags } else { *word & !flags };
    });
    Ok(Value::NONE)
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let word = word(vm, args[0])?;
    let parts: Vec<String> = SIGNALS
        .iter()
        .map(|row| {
            let set = if word & row.2 != 0 { "True" } else { "False" };
            format!("<class 'decimal.{}'>:{set}", row.0)
        })
        .collect();
    Ok(text::new(vm, &format!("{{{}}}", parts.join(", "))))
}

fn equal(vm: &mut Vm, args: &[Value]) -> Run<Option<bool>> {
    let ours = word(vm, args[0])?;
    if let Some(theirs) = word_of(vm, args[1]) {
        return Ok(Some(ours == theirs?));
    }
    if !args[1].is::<Dict>() {
        return Ok(None);
    }
    match word_from(vm, args[1]) {
        Ok(theirs) => Ok(Some(ours == theirs)),
        Err(raised) => match raise::catch(vm, crate::api::ClassId::KeyError) {
            Some(_) => Ok(None),
            None => Err(raised),
        },
    }
}

pub static SIGNAL_DICT: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body)
        .spread(|vm, args, _| Ok(record_of(vm, args[0], &[Value::UNBOUND, Value::UNBOUND]))),
    spread_method("__init__", "($self, /, *args, **kwargs)", |_, _, _| Ok(Value::NONE)),
    method("__len__", "($self, /)", |vm, args| {
        word(vm, args[0])?;
        Ok(Value::small_int(SIGNALS.len() as i64))
    }),
    method("__iter__", "($self, /)", |vm, args| {
        word(vm, args[0])?;
        let all = kept(vm, state::SIGNALS);
        iterate::iter(vm, all)
    }),
    method("__getitem__", "($self, key, /)", |vm, args| {
        let word = word(vm, args[0])?;
        Ok(Value::bool(word & flag_of(vm, args[1])? != 0))
    }),
    method("__setitem__", "($self, key, value, /)", set_item),
    method("__delitem__", "($self, key, /)", |vm, _| {
        Err(raise::value_error(vm, "signal keys cannot be deleted"))
    }),
    method("__repr__", "($self, /)", show),
    method("__eq__", "($self, value, /)", |vm, args| {
        Ok(equal(vm, args)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
    }),
    method("__ne__", "($self, value, /)", |vm, args| {
        Ok(equal(vm, args)?.map_or(Value::NOT_IMPLEMENTED, |same| Value::bool(!same)))
    }),
    method("copy", "($self, /)", |vm, args| {
        let word = word(vm, args[0])?;
        as_dict(vm, word)
    }),
];

/// The class that mixes this into `collections.abc.MutableMapping`.
/// # Errors
/// Whatever the import raises.
pub fn make_class(vm: &mut Vm, mixin: Value) -> Run<Value> {
    let abstracts = crate::api::glue::import(vm, "_collections_abc")?;
    let name = text::intern(vm, "MutableMapping");
    let mapping = attribute::get(vm, abstracts, name)?;
    let bases = make::tuple(vm, &[mixin, mapping]);
    named_class(vm, "SignalDict", bases, "abc")
}

/// `type(name, bases, {"__module__": module})`
/// # Errors
/// Whatever a metaclass raises.
pub fn named_class(vm: &mut Vm, name: &str, bases: Value, module: &str) -> Run<Value> {
    let namespace: Ref<Dict> = make::dict(vm).expect();
    let (key, module) = (vm.names.__module__, text::intern(vm, module));
    dict::set(vm, namespace, key, module)?;
    let name = text::intern(vm, name);
    let meta = vm.class(crate::api::ClassId::Type);
    call::call(vm, meta, &[name, bases, namespace.value()])
}
