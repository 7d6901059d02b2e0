//! `types.SimpleNamespace`: attributes and nothing else, kept in a dict.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::attrs::own;
use crate::ops::container::{dict as table, update};
use crate::ops::relation::compare;
use crate::ops::render::repr;
use crate::ops::{call, class, make, raise, text};
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, method, spread_method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body).spread(new),
    spread_method("__init__", "($self, /, *args, **kwargs)", init),
    method("__repr__", "($self, /)", shown),
    method("__lt__", "($self, value, /)", |vm, args| order(vm, args, Special::Lt)),
    method("__le__", "($self, value, /)", |vm, args| order(vm, args, Special::Le)),
    method("__eq__", "($self, value, /)", |vm, args| order(vm, args, Special::Eq)),
    method("__ne__", "($self, value, /)", |vm, args| order(vm, args, Special::Ne)),
    method("__gt__", "($self, value, /)", |vm, args| order(vm, args, Special::Gt)),
    method("__ge__", "($self, value, /)", |vm, args| order(vm, args, Special::Ge)),
    method("__reduce__", "($self, /)", reduce),
    spread_method("__replace__", "($self, /, **changes)", replace),
];

fn new(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let shape = class::shape(args[0].expect());
    Ok(Record::new(&mut vm.heap, shape, &[]).value())
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let (given, values) = args[1..].split_at(args.len() - names.len() - 1);
    let attributes = own::dict(vm, args[0]);
    match *given {
        [] => {}
        [other] => {
            let entries: Ref<Dict> = if class::is_exact(other, ClassId::Dict) {
                other.expect()
            } else {
                let class = vm.class(ClassId::Dict);
                call::call(vm, class, &[other])?.expect()
            };
            let mut from = 0;
            while let Some((i, key, _)) = entries.next_entry(from) {
                if !key.is::<Str>() {
                    return Err(raise::type_error(vm, "keywords must be strings"));
                }
                from = i + 1;
            }
            update::update_dict(vm, attributes, entries.value())?;
        }
        _ => {
            let name = class::name_of(vm, args[0]);
            let name = name.rsplit('.').next().unwrap_or_default();
            let message = format!("{name} expected at most 1 argument, got {}", given.len());
            return Err(raise::type_error(vm, message));
        }
    }
    for (&name, &value) in names.iter().zip(values) {
        table::set(vm, attributes, name, value)?;
    }
    Ok(Value::NONE)
}

fn shown(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = if class::is_exact(args[0], ClassId::SimpleNamespace) {
        "namespace".to_string()
    } else {
        class::name_of(vm, args[0])
    };
    let inner = repr::guarded(vm, args[0], |vm| {
        let attributes = own::dict(vm, args[0]);
        let (mut parts, mut from) = (Vec::new(), 0);
        // A repr may change the dict: entries are looked up one by one.
        while let Some((i, key, value)) = attributes.next_entry(from) {
            from = i + 1;
            let Some(key) = key.cast::<Str>().filter(|key| !key.bytes().is_empty()) else {
                continue;
            };
            let value = glue::repr(vm, value)?;
            parts.push(format!("{}={value}", key.lossy()));
        }
        Ok(parts.join(", "))
    })?;
    let inner = inner.unwrap_or_else(|| "...".to_string());
    Ok(text::new(vm, &format!("{name}({inner})")))
}

/// Namespaces compare by their dicts.
fn order(vm: &mut Vm, args: &[Value], special: Special) -> Run<Value> {
    let both = args
        .iter()
        .all(|&value| class::is_instance(vm, value, ClassId::SimpleNamespace));
    if !both {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (a, b) = (own::dict(vm, args[0]).value(), own::dict(vm, args[1]).value());
    compare::rich(vm, special, a, b)
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = class::of(vm, args[0]).value();
    let (nothing, attributes) = (vm.empty_tuple, own::dict(vm, args[0]).value());
    Ok(make::tuple(vm, &[class, nothing, attributes]))
}

fn replace(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if args.len() - names.len() != 1 {
        return Err(raise::type_error(vm, "__replace__() takes no positional arguments"));
    }
    let class = class::of(vm, args[0]).value();
    let made = call::call(vm, class, &[])?;
    if !class::is_instance(vm, made, ClassId::SimpleNamespace) {
        let (class, got) = (glue::repr(vm, class)?, class::name_of(vm, made));
        let message = format!("expect types.SimpleNamespace type, but {class}() returned '{got}' object");
        return Err(raise::type_error(vm, message));
    }
    let (from, into) = (own::dict(vm, args[0]), own::dict(vm, made));
    table::merge(vm, into, from)?;
    for (&name, &value) in names.iter().zip(&args[1..]) {
        table::set(vm, into, name, value)?;
    }
    Ok(made)
}
