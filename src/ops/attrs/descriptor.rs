//! What a value in a class's namespace gives for an instance or for the class, and takes.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::class::layout::Class;
use crate::object::record::Record;
use crate::ops::attrs::{errors, own};
use crate::ops::{call, class, make, raise};
use crate::vm::known::ClassId;
use crate::vm::native::{Binding, NativeCode};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Fields of a getset descriptor: the getter as a native, the name, the class.
pub mod getset {
    pub const NATIVE: usize = 0;
    pub const NAME: usize = 1;
    pub const OWNER: usize = 2;
}
/// Fields of a member descriptor, which `__slots__` makes: the index of the slot, the name, the class.
pub mod member {
    pub const INDEX: usize = 0;
    pub const NAME: usize = 1;
    pub const OWNER: usize = 2;
}
/// Fields of a property; None where not given. `NAME` is UNBOUND or what `__set_name__` got; `OWN_DOC` is True if the doc was given
/// and not taken from the getter.
pub mod property {
    pub const GET: usize = 0;
    pub const SET: usize = 1;
    pub const DELETE: usize = 2;
    pub const DOC: usize = 3;
    pub const NAME: usize = 4;
    pub const OWN_DOC: usize = 5;
    pub const FIELDS: usize = 6;
}
/// Field of classmethod and staticmethod: the callable.
pub const WRAPPED: usize = 0;

/// How a value in a class stands to the instance's own attributes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Given out as it is; an own attribute hides it.
    Plain,
    /// Bound when given out; an own attribute hides it.
    NonData,
    /// Comes before own attributes.
    Data,
}

/// The role of `value`, found in a class.
#[inline]
pub fn role(vm: &Vm, value: Value) -> Role {
    match value.kind() {
        Some(Kind::Function | Kind::Native) => return Role::NonData,
        None => return Role::Plain,
        _ => {}
    }
    let class = class::of(vm, value);
    if class.special(Special::Set).is_some() || class.special(Special::Delete).is_some() {
        Role::Data
    } else if class.special(Special::Get).is_some() {
        Role::NonData
    } else {
        Role::Plain
    }
}

/// What `found`, in a class, gives for `receiver`; UNBOUND as the receiver: for the class `owner` itself.
pub fn get(vm: &mut Vm, found: Value, receiver: Value, owner: Value) -> Run<Value> {
    match found.kind() {
        Some(Kind::Function) if receiver.is_unbound() => return Ok(found),
        Some(Kind::Function) => return Ok(make::method(vm, found, receiver)),
        Some(Kind::Native) => return Ok(bind_native(vm, found.expect(), receiver, owner)),
        Some(Kind::Record) => {
            let record = found.expect::<Record>();
            if class::is_exact(found, ClassId::GetSetDescriptor) {
                return get_computed(vm, record, receiver);
            }
            if class::is_exact(found, ClassId::MemberDescriptor) {
                return get_member(vm, record, receiver);
            }
            if class::is_exact(found, ClassId::Property) {
                return get_property(vm, record, receiver);
            }
        }
        None => return Ok(found),
        _ => {}
    }
    match class::special(vm, found, Special::Get) {
        None => Ok(found),
        Some(get) => call::call_unbound(vm, get, found, &[receiver.or(Value::NONE), owner], &[]),
    }
}

/// A method of a built-in class, bound.
fn bind_native(vm: &mut Vm, native: Ref<Native>, receiver: Value, owner: Value) -> Value {
    if native.receiver.get().is_bound() {
        return native.value();
    }
    let (receiver, id) = match native.def.binding {
        Binding::Method if class::is_exact(native.value(), ClassId::WrapperDescriptor) => {
            (receiver, ClassId::MethodWrapper)
        }
        Binding::Method => (receiver, ClassId::BuiltinFunction),
        Binding::ClassMethod => (owner, ClassId::BuiltinFunction),
        _ => return native.value(),
    };
    if receiver.is_unbound() {
        return native.value();
    }
    Native::new(&mut vm.heap, id.shape(), native.def, receiver, native.owner.get()).value()
}

/// A descriptor of a built-in class takes its instances only.
pub fn check_owner(vm: &mut Vm, owner: Ref<Class>, name: Value, receiver: Value) -> Run<()> {
    if class::of(vm, receiver).is_subclass(owner) {
        return Ok(());
    }
    let message = format!(
        "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
        errors::shown(name),
        class::name(owner),
        class::name_of(vm, receiver)
    );
    Err(raise::type_error(vm, message))
}

fn get_computed(vm: &mut Vm, record: Ref<Record>, receiver: Value) -> Run<Value> {
    if receiver.is_unbound() {
        return Ok(record.value());
    }
    let owner = record.get(getset::OWNER).expect::<Class>();
    check_owner(vm, owner, record.get(getset::NAME), receiver)?;
    let def = record.get(getset::NATIVE).expect::<Native>().def;
    match def.code {
        NativeCode::Fixed(body) => body(vm, &[receiver]),
        NativeCode::Spread(body) => body(vm, &[receiver], &[]),
    }
}

fn get_member(vm: &mut Vm, record: Ref<Record>, receiver: Value) -> Run<Value> {
    if receiver.is_unbound() {
        return Ok(record.value());
    }
    let name = record.get(member::NAME);
    check_owner(vm, record.get(member::OWNER).expect(), name, receiver)?;
    match own::slot(receiver, slot_index(record)).bound() {
        Some(value) => Ok(value),
        None => Err(errors::missing(vm, receiver, name)),
    }
}

/// The slot of a member descriptor.
pub fn slot_index(record: Ref<Record>) -> usize {
    record.get(member::INDEX).as_int().unwrap_or(0) as usize
}

fn get_property(vm: &mut Vm, record: Ref<Record>, receiver: Value) -> Run<Value> {
    if receiver.is_unbound() {
        return Ok(record.value());
    }
    let getter = record.get(property::GET);
    if getter.is_none() {
        return Err(property_lacks(vm, record, receiver, "getter"));
    }
    call::call(vm, getter, &[receiver])
}

/// "property 'x' of 'C' object has no setter".
pub fn property_lacks(vm: &mut Vm, record: Ref<Record>, receiver: Value, what: &str) -> Raised {
    let owner = class::of(vm, receiver);
    let owner = errors::shown(owner.qualname.get());
    let message = match record.get(property::NAME).bound() {
        Some(name) if name.kind() == Some(Kind::Str) => {
            format!("property '{}' of '{owner}' object has no {what}", errors::shown(name))
        }
        _ => format!("property of '{owner}' object has no {what}"),
    };
    raise::attribute_error_text(vm, message)
}

/// Sets through a data descriptor; UNBOUND as the value deletes.
pub fn set(vm: &mut Vm, found: Value, receiver: Value, value: Value) -> Run<()> {
    if let Some(record) = found.cast::<Record>() {
        if class::is_exact(found, ClassId::GetSetDescriptor) {
            return set_computed(vm, record, receiver, value);
        }
        if class::is_exact(found, ClassId::MemberDescriptor) {
            return set_member(vm, record, receiver, value);
        }
        if class::is_exact(found, ClassId::Property) {
            return set_property(vm, record, receiver, value);
        }
    }
    let (special, text) = if value.is_bound() {
        (Special::Set, "__set__")
    } else {
        (Special::Delete, "__delete__")
    };
    let Some(method) = class::special(vm, found, special) else {
        return Err(raise::attribute_error_text(vm, text));
    };
    let args = [receiver, value];
    let count = 1 + value.is_bound() as usize;
    call::call_unbound(vm, method, found, &args[..count], &[]).map(|_| ())
}

fn set_computed(vm: &mut Vm, record: Ref<Record>, receiver: Value, value: Value) -> Run<()> {
    let owner = record.get(getset::OWNER).expect::<Class>();
    let name = record.get(getset::NAME);
    check_owner(vm, owner, name, receiver)?;
    match record.get(getset::NATIVE).expect::<Native>().def.setter {
        Some(setter) => setter(vm, &[receiver, value]).map(|_| ()),
        None => Err(errors::not_writable(vm, name, owner)),
    }
}

fn set_member(vm: &mut Vm, record: Ref<Record>, receiver: Value, value: Value) -> Run<()> {
    let name = record.get(member::NAME);
    check_owner(vm, record.get(member::OWNER).expect(), name, receiver)?;
    let index = slot_index(record);
    if value.is_unbound() && own::slot(receiver, index).is_unbound() {
        // CPYTHON: the message is the bare name here.
        return Err(raise::attribute_error_text(vm, errors::shown(name)));
    }
    own::set_slot(vm, receiver, index, value);
    Ok(())
}

fn set_property(vm: &mut Vm, record: Ref<Record>, receiver: Value, value: Value) -> Run<()> {
    let (field, what) = if value.is_bound() {
        (property::SET, "setter")
    } else {
        (property::DELETE, "deleter")
    };
    let function = record.get(field);
    if function.is_none() {
        return Err(property_lacks(vm, record, receiver, what));
    }
    let args = [receiver, value];
    let count = 1 + value.is_bound() as usize;
    call::call(vm, function, &args[..count]).map(|_| ())
}
