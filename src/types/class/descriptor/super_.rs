//! `super`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::frame;
use crate::object::class::layout::Class;
use crate::object::record::Record;
use crate::ops::attrs::parent::{look, object_class};
use crate::ops::attrs::{errors, find};
use crate::ops::{class, raise};
use crate::types::glue;
use crate::vm::native::{NativeDef, getter, method, spread_method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Fields: the class after which to look, the object (UNBOUND if unbound), and the class whose MRO it is.
const THIS_CLASS: usize = 0;
const OBJECT: usize = 1;
const OBJECT_CLASS: usize = 2;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(new),
    spread_method("__init__", "($self, /, *args, **kwargs)", init),
    method("__repr__", "($self, /)", repr),
    method("__getattribute__", "($self, name, /)", getattribute),
    method("__get__", "($self, instance, owner=None, /)", get),
    getter("__thisclass__", |_, args| {
        Ok(fields(args).get(THIS_CLASS).or(Value::NONE))
    }),
    getter("__self__", |_, args| Ok(fields(args).get(OBJECT).or(Value::NONE))),
    getter("__self_class__", |_, args| {
        Ok(fields(args).get(OBJECT_CLASS).or(Value::NONE))
    }),
];

fn fields(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn new(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let shape = class::shape(args[0].expect());
    Ok(Record::new(&mut vm.heap, shape, &[Value::UNBOUND; 3]).value())
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if !names.is_empty() {
        return Err(raise::type_error(vm, "super() takes no keyword arguments"));
    }
    let record = fields(args);
    let from_frame;
    let args = match args.len() - 1 {
        0 => {
            // Where `super()` is not followed by an attribute, the compiler leaves it to us to find the two arguments.
            let (this, object) = frame::method_of_super(&vm.thread);
            if object.is_unbound() {
                let has_first = frame::has_parameters(&vm.thread);
                let problem = if has_first { "arg[0] deleted" } else { "no arguments" };
                return Err(raise::runtime_error(vm, format!("super(): {problem}")));
            }
            if this.is_unbound() {
                return Err(raise::runtime_error(vm, "super(): __class__ cell not found"));
            }
            from_frame = [args[0], this, object];
            &from_frame[..]
        }
        1 | 2 => args,
        given => {
            let message = format!("super() expected at most 2 arguments, got {given}");
            return Err(raise::type_error(vm, message));
        }
    };
    let Some(this) = args[1].cast::<Class>() else {
        let got = class::name_of(vm, args[1]);
        let message = format!("super() argument 1 must be a type, not {got}");
        return Err(raise::type_error(vm, message));
    };
    record.set(THIS_CLASS, this.value());
    if let Some(&object) = args.get(2)
        && !object.is_none()
    {
        let of = object_class(vm, this, object)?;
        record.set(OBJECT, object);
        record.set(OBJECT_CLASS, of.value());
    }
    Ok(Value::NONE)
}

fn getattribute(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = errors::interned(vm, args[1])?;
    let record = fields(args);
    let (this, of) = (record.get(THIS_CLASS), record.get(OBJECT_CLASS));
    if name != vm.names.__class__
        && let (Some(this), Some(of)) = (this.cast::<Class>(), of.cast::<Class>())
        && let Some(value) = look(vm, this, record.get(OBJECT), of, name)?
    {
        return Ok(value);
    }
    find::generic_get(vm, args[0], name)
}

fn get(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let record = fields(args);
    if args[1].is_none() || record.get(OBJECT).is_bound() {
        return Ok(args[0]);
    }
    let Some(this) = record.get(THIS_CLASS).cast::<Class>() else {
        return Ok(args[0]);
    };
    let of = object_class(vm, this, args[1])?;
    let shape = args[0].expect::<Record>().shape();
    let values = [this.value(), args[1], of.value()];
    Ok(Record::new(&mut vm.heap, shape, &values).value())
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let record = fields(args);
    let name = match record.get(THIS_CLASS).cast::<Class>() {
        Some(class) => class::name(class),
        None => "NULL".to_string(),
    };
    match record.get(OBJECT_CLASS).cast::<Class>() {
        Some(of) => {
            let of = class::name(of);
            glue::text(vm, format!("<super: <class '{name}'>, <{of} object>>"))
        }
        None => glue::text(vm, format!("<super: <class '{name}'>, NULL>")),
    }
}
