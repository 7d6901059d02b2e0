//! `property`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::ops::attrs::attribute;
use crate::ops::attrs::descriptor::property::{DELETE, DOC, FIELDS, GET, NAME, OWN_DOC, SET};
use crate::ops::attrs::{descriptor, errors, own, set};
use crate::ops::{call, class, raise};
use crate::types::glue;
use crate::vm::known::{ClassId, flag};
use crate::vm::native::{NativeDef, getter, method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(new),
    method(
        "__init__",
        "($self, /, fget=None, fset=None, fdel=None, doc=None)",
        init,
    ),
    method("__get__", "($self, instance, owner=None, /)", get),
    method("__set__", "($self, instance, value, /)", set_it),
    method("__delete__", "($self, instance, /)", delete),
    method("getter", "($self, object, /)", with_getter)
        .doc("Descriptor to obtain a copy of the property with a different getter."),
    method("setter", "($self, object, /)", with_setter)
        .doc("Descriptor to obtain a copy of the property with a different setter."),
    method("deleter", "($self, object, /)", with_deleter)
        .doc("Descriptor to obtain a copy of the property with a different deleter."),
    method("__set_name__", "($self, owner, name, /)", set_name).doc("Method to set name of a property."),
    getter("fget", |_, args| Ok(fields(args).get(GET))).setter(read_only),
    getter("fset", |_, args| Ok(fields(args).get(SET))).setter(read_only),
    getter("fdel", |_, args| Ok(fields(args).get(DELETE))).setter(read_only),
    getter("__doc__", |_, args| Ok(fields(args).get(DOC))).setter(set_doc),
    getter("__name__", name).setter(assign_name),
    getter("__isabstractmethod__", is_abstract),
];

/// CPYTHON: members of a C struct have a wording of their own.
fn read_only(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    Err(raise::attribute_error_text(vm, "readonly attribute"))
}

fn fields(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn new(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let mut values = [Value::NONE; FIELDS];
    values[NAME] = Value::UNBOUND;
    values[OWN_DOC] = Value::FALSE;
    let shape = class::shape(args[0].expect());
    Ok(Record::new(&mut vm.heap, shape, &values).value())
}

fn init(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let record = fields(args);
    for (field, &arg) in [GET, SET, DELETE].iter().zip(&args[1..4]) {
        record.set(*field, arg.or(Value::NONE));
    }
    let mut doc = args[4].or(Value::NONE);
    record.set(NAME, Value::UNBOUND);
    record.set(OWN_DOC, Value::bool(!doc.is_none()));
    let getter = record.get(GET);
    if doc.is_none() && !getter.is_none() {
        let name = vm.names.__doc__;
        doc = attribute::find(vm, getter, name)?.unwrap_or(Value::NONE);
    }
    record.set(DOC, doc);
    if !class::is_exact(args[0], ClassId::Property) {
        subclass_doc(vm, args[0], doc)?;
    }
    Ok(Value::NONE)
}

/// A subclass of property hides the `__doc__` of `property` behind its own: the text goes to the instance's dict.
fn subclass_doc(vm: &mut Vm, property: Value, doc: Value) -> Run<()> {
    let name = vm.names.__doc__;
    let class = class::of(vm, property);
    let base = class::known(vm, ClassId::Property);
    let hidden = class::lookup(vm, class, name) != class::lookup(vm, base, name);
    if hidden && class.has(flag::DICT) {
        return own::set(vm, property, name, doc);
    }
    if hidden && !doc.is_none() {
        return set::set(vm, property, name, doc);
    }
    Ok(())
}

fn get(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_none() {
        if args[2].or(Value::NONE).is_none() {
            return Err(raise::type_error(vm, "__get__(None, None) is invalid"));
        }
        return Ok(args[0]);
    }
    let getter = fields(args).get(GET);
    if getter.is_none() {
        return Err(descriptor::property_lacks(vm, fields(args), args[1], "getter"));
    }
    call::call(vm, getter, &[args[1]])
}

fn change(vm: &mut Vm, args: &[Value], field: usize, what: &str) -> Run<Value> {
    let function = fields(args).get(field);
    if function.is_none() {
        return Err(descriptor::property_lacks(vm, fields(args), args[1], what));
    }
    call::call(vm, function, &args[1..])?;
    Ok(Value::NONE)
}

fn set_it(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    change(vm, args, SET, "setter")
}
fn delete(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    change(vm, args, DELETE, "deleter")
}

/// A property of the same class with one function exchanged.
fn copy_with(vm: &mut Vm, args: &[Value], field: usize) -> Run<Value> {
    let record = fields(args);
    let mut functions = [record.get(GET), record.get(SET), record.get(DELETE), Value::NONE];
    if !args[1].is_none() {
        functions[field] = args[1];
    }
    if record.get(OWN_DOC) == Value::TRUE {
        functions[3] = record.get(DOC);
    }
    let class = class::of(vm, args[0]).value();
    let made = call::call(vm, class, &functions)?;
    if let Some(new) = made.cast::<Record>()
        && class::is_instance(vm, made, ClassId::Property)
    {
        new.set(NAME, record.get(NAME));
    }
    Ok(made)
}

fn with_getter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    copy_with(vm, args, GET)
}
fn with_setter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    copy_with(vm, args, SET)
}
fn with_deleter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    copy_with(vm, args, DELETE)
}

fn set_name(_: &mut Vm, args: &[Value]) -> Run<Value> {
    fields(args).set(NAME, args[2]);
    Ok(Value::NONE)
}

fn set_doc(_: &mut Vm, args: &[Value]) -> Run<Value> {
    fields(args).set(DOC, args[1].or(Value::NONE));
    Ok(Value::NONE)
}

fn name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(name) = fields(args).get(NAME).bound() {
        return Ok(name);
    }
    let (getter, name) = (fields(args).get(GET), vm.names.__name__);
    let found = match getter.is_none() {
        true => None,
        false => attribute::find(vm, getter, name)?,
    };
    match found {
        Some(found) => Ok(found),
        None => Err(errors::missing(vm, args[0], name)),
    }
}

fn assign_name(_: &mut Vm, args: &[Value]) -> Run<Value> {
    fields(args).set(NAME, args[1]);
    Ok(Value::NONE)
}

fn is_abstract(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    for field in [GET, SET, DELETE] {
        let function = fields(args).get(field);
        if !function.is_none() && claims_abstract(vm, function)? {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

/// `bool(getattr(function, '__isabstractmethod__', False))`
pub fn claims_abstract(vm: &mut Vm, function: Value) -> Run<bool> {
    let name = vm.names.__isabstractmethod__;
    match attribute::find(vm, function, name)? {
        Some(flag) => glue::truth(vm, flag),
        None => Ok(false),
    }
}
