//! `type`: calling classes, and the methods that classes have.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::calls::instantiate::{self, exception};
use crate::object::callable::native::Native;
use crate::object::class::layout::{Class, Maker};
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::record::Record;
use crate::ops::attrs::{check, descriptor, errors, find, own, set, specials};
use crate::ops::{call, class, make, raise};
use crate::types::class::{attributes, make as maker, mro};
use crate::types::glue;
use crate::vm::known::{ClassId, flag};
use crate::vm::native::{Binding, NativeDef, class_method, method, spread_method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(maker::new),
    method("__repr__", "($self, /)", repr),
    spread_method("__call__", "($self, /, *args, **kwargs)", call_class),
    method("__getattribute__", "($self, name, /)", getattribute),
    method("__setattr__", "($self, name, value, /)", setattr),
    method("__delattr__", "($self, name, /)", delattr),
    spread_method("__init__", "($self, /, *args, **kwargs)", init),
    method("mro", "($self, /)", mro_list).doc("Return a type's method resolution order."),
    method("__subclasses__", "($self, /)", subclasses).doc("Return a list of immediate subclasses."),
    class_method("__prepare__", "($type, /, *args, **kwargs)", unreachable_body).spread(prepare),
    method("__instancecheck__", "($self, instance, /)", instance_check).doc("Check if an object is an instance."),
    method("__subclasscheck__", "($self, subclass, /)", subclass_check).doc("Check if a class is a subclass."),
    method("__dir__", "($self, /)", dir).doc("Specialized __dir__ implementation for types."),
    method("__sizeof__", "($self, /)", size_in_bytes).doc("Return memory consumption of the type object."),
];

/// The rows of `type` besides these methods.
pub static ATTRIBUTES: &[NativeDef] = attributes::ATTRIBUTES;

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = glue::full_name(vm, args[0].expect());
    glue::text(vm, format!("<class '{name}'>"))
}

/// `class(*args, **keywords)`: `__new__`, then `__init__` if that made an instance.
fn call_class(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let class = args[0].expect::<Class>();
    if class == class::known(vm, ClassId::Type) {
        let count = args.len() - 1;
        if count == 1 && names.is_empty() {
            return Ok(class::of(vm, args[1]).value());
        }
        if count == 2 && names.len() == 1 {
            return Err(raise::type_error(vm, "type() takes no keyword arguments"));
        }
        if count - names.len() != 3 {
            return Err(raise::type_error(vm, "type() takes 1 or 3 arguments"));
        }
    }
    match instantiate::maker(vm, class) {
        Maker::Exception if names.is_empty() => return Ok(exception(vm, class, &args[1..])),
        _ => {}
    }
    let new = match class.special(Special::New) {
        Some(new) if !class.has(flag::NO_NEW) => new,
        _ => {
            let name = glue::full_name(vm, class);
            return Err(raise::type_error(vm, format!("cannot create '{name}' instances")));
        }
    };
    let object = match (new.cast::<Native>(), new.cast::<Record>()) {
        (Some(native), _) if native.def.binding == Binding::Static => call::invoke(vm, native, args, names)?,
        (_, Some(record)) if class::is_exact(new, ClassId::StaticMethod) => {
            call::call_named(vm, record.get(descriptor::WRAPPED), args, names)?
        }
        _ => {
            let new = descriptor::get(vm, new, Value::UNBOUND, class.value())?;
            call::call_named(vm, new, args, names)?
        }
    };
    let made = class::of(vm, object);
    if !made.is_subclass(class) {
        return Ok(object);
    }
    maker::note_finalizer(vm, made, object);
    let plain = class::known(vm, ClassId::Object);
    let own_new = made.special(Special::New) != plain.special(Special::New);
    if own_new && made.special(Special::Init) == plain.special(Special::Init) {
        // object's `__init__` leaves the arguments to `__new__`.
        return Ok(object);
    }
    initialise(vm, made, object, &args[1..], names)?;
    Ok(object)
}

/// `object.__init__(*args, **keywords)`
fn initialise(vm: &mut Vm, made: Ref<Class>, object: Value, args: &[Value], names: &[Value]) -> Run<()> {
    let Some(init) = made.special(Special::Init) else {
        return Ok(());
    };
    let result = call::call_unbound(vm, init, object, args, names)?;
    if result.is_none() {
        return Ok(());
    }
    let got = class::name_of(vm, result);
    Err(raise::type_error(
        vm,
        format!("__init__() should return None, not '{got}'"),
    ))
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let positional = args.len() - names.len() - 1;
    if positional == 1 && !names.is_empty() {
        return Err(raise::type_error(vm, "type.__init__() takes no keyword arguments"));
    }
    if positional != 1 && positional != 3 {
        return Err(raise::type_error(vm, "type.__init__() takes 1 or 3 arguments"));
    }
    Ok(Value::NONE)
}

fn getattribute(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = errors::interned(vm, args[1])?;
    match find::class_find(vm, args[0].expect(), name)? {
        Some(value) => Ok(value),
        None => Err(errors::missing(vm, args[0], name)),
    }
}

fn setattr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = errors::interned(vm, args[1])?;
    set::class_set(vm, args[0].expect(), name, args[2])?;
    Ok(Value::NONE)
}

fn delattr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = errors::interned(vm, args[1])?;
    set::class_set(vm, args[0].expect(), name, Value::UNBOUND)?;
    Ok(Value::NONE)
}

fn mro_list(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let order = mro::linearise(vm, args[0].expect())?;
    Ok(make::list(vm, order))
}

fn subclasses(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let all = specials::subclasses(args[0].expect());
    let all = all.into_iter().map(|class| class.value()).collect();
    Ok(make::list(vm, all))
}

fn prepare(vm: &mut Vm, _: &[Value], _: &[Value]) -> Run<Value> {
    Ok(make::dict(vm))
}

fn instance_check(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check::plain_instance(vm, args[1], args[0]).map(Value::bool)
}

fn subclass_check(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check::plain_subclass(vm, args[1], args[0]).map(Value::bool)
}

/// The names of a class and its bases.
pub fn dir(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let names = make::dict(vm).expect::<Dict>();
    collect_names(vm, args[0].expect(), names)?;
    Ok(keys(vm, names))
}

/// Adds the names that the namespaces along the MRO hold.
pub fn collect_names(vm: &mut Vm, class: Ref<Class>, names: Ref<Dict>) -> Run<()> {
    for base in class.mro().to_vec() {
        if let Some(base) = base.cast::<Class>() {
            merge_names(vm, base.namespace(), names)?;
        }
    }
    Ok(())
}

/// Adds the str keys of a namespace.
pub fn merge_names(vm: &mut Vm, from: Ref<Dict>, names: Ref<Dict>) -> Run<()> {
    let mut at = 0;
    while let Some((i, key, _)) = from.next_entry(at) {
        at = i + 1;
        if class::is_exact(key, ClassId::Str) {
            own::store(vm, names, key, Value::NONE)?;
        }
    }
    Ok(())
}

/// A list of the keys of a dict.
pub fn keys(vm: &mut Vm, dict: Ref<Dict>) -> Value {
    let list = make::list(vm, Vec::new()).expect::<List>();
    let mut at = 0;
    while let Some((i, key, _)) = dict.next_entry(at) {
        at = i + 1;
        list.push(key);
    }
    list.value()
}

fn size_in_bytes(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::small_int(size_of::<Class>() as i64))
}
