//! What inline caches may keep of an attribute: answered without running Python.

use crate::heap::header::{Kind, ShapeId};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::class::instance::Instance;
use crate::object::class::layout::Class;
use crate::object::module::Module;
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::attrs::descriptor;
use crate::ops::attrs::descriptor::{Role, getset};
use crate::ops::attrs::own;
use crate::ops::class;
use crate::vm::known::{ClassId, flag};
use crate::vm::native::Binding;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// What an attribute is, as long as its guard holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// Slot of an instance (`Instance::slot`). Guard: shape and epoch. A slot of `__slots__` may be UNBOUND: then take the slow way.
    Slot(u32),
    /// Setting adds this slot and changes the shape. Guard: shape and epoch.
    Add { slot: u32, next: ShapeId },
    /// A value of the class, to be given out as it is. Guard: shape and epoch.
    ClassValue(Value),
    /// A function or method of a built-in class, to be called with the receiver first. Guard: shape and epoch.
    ClassMethod(Value),
    /// A property with this getter, an attribute that a native computes, or a descriptor whose `__get__` is made in Python. Guard:
    /// shape and epoch.
    Property(Value),
    /// What `__get__` of this data descriptor, a native, answers. Guard: shape and epoch.
    Descriptor(Value),
    /// In the dict of the object, which is in dict mode, or this value of the class, unless that is UNBOUND. Guard: shape and epoch.
    InDict(Value),
    /// In the dict of the object, or this function or method, to be called with the receiver first. Guard: shape and epoch.
    InDictOrMethod(Value),
    /// A function of a class method, called with this class first. Guard: the class itself and the epoch, or shape and epoch.
    ClassBound(Value, Value),
    /// Nothing but what this `__getattr__` answers. Guard: shape and epoch.
    Hook(Value),
    /// What this very class gives for its attribute. Guard: the class itself and the epoch.
    OfClass(Value),
    /// Entry of the module's dict. Guard: the dict and its version.
    ModuleEntry(u32),
    /// To be looked up every time.
    Other,
}

/// What reading `object.name` finds; `name` is interned.
pub fn describe_get(vm: &mut Vm, object: Value, name: Value) -> Found {
    match object.kind() {
        Some(Kind::Class) => return of_class(vm, object.expect(), name),
        Some(Kind::Module) => return of_module(vm, object.expect(), name),
        _ => {}
    }
    let class = class::of(vm, object);
    let plain = class::known(vm, ClassId::Object).special(Special::GetAttribute);
    if !class.has(flag::PLAIN_GET) && class.special(Special::GetAttribute) != plain {
        return Found::Other;
    }
    let found = class::lookup(vm, class, name);
    let role = found.map_or(Role::Plain, |found| descriptor::role(vm, found));
    if let (Some(found), Role::Data) = (found, role) {
        let object_class = class::known(vm, ClassId::Object);
        if name == vm.names.__class__ && class::lookup(vm, object_class, name) == Some(found) {
            return Found::ClassValue(class.value());
        }
        return match data(vm, class, object, found) {
            // `__getattr__` is asked after a getter that raises AttributeError.
            Found::Property(_) | Found::Descriptor(_) if !class.has(flag::PLAIN_GET) => Found::Other,
            found => found,
        };
    }
    let shape = class::shape_of(object);
    let has_dict = match object.cast::<Instance>() {
        Some(_) if vm.shapes.get(shape).is_dict => true,
        Some(_) => {
            if let Some(slot) = vm.shapes.find(shape, name) {
                return Found::Slot(slot);
            }
            false
        }
        // What has no dict yet has the shape of its class: see `own::attach`.
        None if class.has(flag::DICT) && !(own::shows_dict(class) && shape == class.shape.get()) => {
            if !own::shows_dict(class) || !vm.shapes.get(shape).is_dict {
                return Found::Other;
            }
            true
        }
        None => false,
    };
    let below = of_class_of(vm, class, name, found, role);
    match below {
        below if !has_dict => below,
        Found::Other if found.is_none() => Found::InDict(Value::UNBOUND),
        Found::ClassValue(value) => Found::InDict(value),
        Found::ClassMethod(function) => Found::InDictOrMethod(function),
        _ => Found::Other,
    }
}

/// What the class of an object gives where nothing of the object hides it.
fn of_class_of(vm: &Vm, class: Ref<Class>, name: Value, found: Option<Value>, role: Role) -> Found {
    match found {
        None => match class.special(Special::GetAttr) {
            Some(hook) if hook.kind() == Some(Kind::Function) => Found::Hook(hook),
            _ => Found::Other,
        },
        Some(found) => match class_function(found) {
            Some(function) => Found::ClassBound(function, class.value()),
            None if class.has(flag::PLAIN_GET) && is_python_getter(vm, found) => Found::Property(found),
            None => of_namespace(name, found, role),
        },
    }
}

/// The Python function of a class method.
fn class_function(found: Value) -> Option<Value> {
    if !class::is_exact(found, ClassId::ClassMethod) {
        return None;
    }
    let function = found.expect::<Record>().get(descriptor::WRAPPED);
    (function.kind() == Some(Kind::Function)).then_some(function)
}

/// Whether `found` is a descriptor whose `__get__` is made in Python.
fn is_python_getter(vm: &Vm, found: Value) -> bool {
    found.kind() == Some(Kind::Instance)
        && class::special(vm, found, Special::Get).is_some_and(|get| get.kind() == Some(Kind::Function))
}

/// What a data descriptor means for a cache.
fn data(vm: &Vm, class: Ref<Class>, object: Value, found: Value) -> Found {
    if is_python_getter(vm, found) {
        return Found::Property(found);
    }
    let Some(record) = found.cast::<Record>() else {
        return Found::Other;
    };
    if class::is_exact(found, ClassId::GetSetDescriptor) && class.is_subclass(record.get(getset::OWNER).expect()) {
        return Found::Property(record.get(getset::NATIVE));
    }
    if class::is_exact(found, ClassId::MemberDescriptor) && object.is::<Instance>() {
        return Found::Slot(descriptor::slot_index(record) as u32);
    }
    if class::is_exact(found, ClassId::Property) {
        let getter = record.get(descriptor::property::GET);
        if getter.is_object() {
            return Found::Property(getter);
        }
    }
    match class::special(vm, found, Special::Get) {
        Some(get) if get.is::<Native>() => Found::Descriptor(found),
        _ => Found::Other,
    }
}

/// A value of the class that nothing hides.
fn of_namespace(name: Value, found: Value, role: Role) -> Found {
    match role {
        Role::Plain if name.cast::<Str>().is_some_and(|name| name.is_volatile()) => Found::Other,
        Role::Plain => Found::ClassValue(found),
        _ if found.kind() == Some(Kind::Function) => Found::ClassMethod(found),
        _ if class::is_exact(found, ClassId::StaticMethod) => {
            Found::ClassValue(found.expect::<Record>().get(descriptor::WRAPPED))
        }
        _ => match found.cast::<Native>() {
            Some(native) if native.receiver.get().is_unbound() => match native.def.binding {
                Binding::Method => Found::ClassMethod(found),
                Binding::Static | Binding::Function => Found::ClassValue(found),
                _ => Found::Other,
            },
            _ => Found::Other,
        },
    }
}

fn of_class(vm: &mut Vm, class: Ref<Class>, name: Value) -> Found {
    let meta = class::of(vm, class.value());
    let type_class = class::known(vm, ClassId::Type);

    if meta.special(Special::GetAttribute) != type_class.special(Special::GetAttribute) {
        return Found::Other;
    }
    if let Some(found) = class::lookup(vm, meta, name)
        && descriptor::role(vm, found) == Role::Data
    {
        return match data(vm, meta, class.value(), found) {
            Found::Property(getter) if getter.is::<Native>() => Found::Property(getter),
            _ => Found::Other,
        };
    }
    let Some(found) = class::lookup(vm, class, name) else {
        return Found::Other;
    };
    if let Some(function) = class_function(found) {
        return Found::ClassBound(function, class.value());
    }
    let role = descriptor::role(vm, found);
    match of_namespace(name, found, role) {
        Found::ClassValue(value) | Found::ClassMethod(value) => Found::OfClass(value),
        _ => Found::Other,
    }
}

fn of_module(vm: &mut Vm, module: Ref<Module>, name: Value) -> Found {
    let class = class::of(vm, module.value());
    if class != class::known(vm, ClassId::Module) {
        return Found::Other;
    }
    if let Some(found) = class::lookup(vm, class, name)
        && descriptor::role(vm, found) == Role::Data
    {
        return Found::Other;
    }
    match module.namespace().find_str(name) {
        Some(entry) => Found::ModuleEntry(entry as u32),
        None => Found::Other,
    }
}

/// What setting `object.name` means: `Slot`, `Add`, `InDict` or `Other`. `name` is interned.
pub fn describe_set(vm: &mut Vm, object: Value, name: Value) -> Found {
    let (class, shape) = (class::of(vm, object), class::shape_of(object));
    if !class.has(flag::PLAIN_SET) || matches!(object.kind(), None | Some(Kind::Class | Kind::Module)) {
        return Found::Other;
    }
    if let Some(found) = class::lookup(vm, class, name)
        && descriptor::role(vm, found) == Role::Data
    {
        return match data(vm, class, object, found) {
            Found::Slot(slot) => Found::Slot(slot),
            _ => Found::Other,
        };
    }
    if !class.has(flag::DICT) {
        return Found::Other;
    }
    if own::shows_dict(class) && vm.shapes.get(shape).is_dict {
        return Found::InDict(Value::UNBOUND);
    }
    if !object.is::<Instance>() {
        return Found::Other;
    }
    if let Some(slot) = vm.shapes.find(shape, name) {
        return Found::Slot(slot);
    }
    let slot = vm.shapes.get(shape).count;
    match vm.shapes.extend(shape, name) {
        Some(next) => Found::Add { slot, next },
        None => Found::Other,
    }
}
