//! Of which class a value is, and what that class gives for a name.

use crate::heap::header::ShapeId;
use crate::heap::lookups::{CachedMethod, METHOD_CACHE};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::text::string::Str;
use crate::vm::known::{CLASSES, ClassId, flag};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// The shape of any value.
#[inline]
pub fn shape_of(value: Value) -> ShapeId {
    match value.header() {
        Some(header) => header.shape(),
        None => shape_of_immediate(value),
    }
}

fn shape_of_immediate(value: Value) -> ShapeId {
    let class = match value {
        v if v.is_int() => ClassId::Int,
        v if v.is_float() => ClassId::Float,
        Value::TRUE | Value::FALSE => ClassId::Bool,
        Value::NONE => ClassId::NoneType,
        Value::ELLIPSIS => ClassId::Ellipsis,
        Value::NOT_IMPLEMENTED => ClassId::NotImplemented,
        other => unreachable!("{other:?} has no class"),
    };
    class.shape()
}

/// `type(value)`
#[inline]
pub fn of(vm: &Vm, value: Value) -> Ref<Class> {
    let shape = match value.header() {
        Some(header) => header.shape(),
        None => shape_of_immediate(value),
    };
    Class::of_shape(&vm.shapes, shape)
}

/// A built-in class.
pub fn known(vm: &Vm, id: ClassId) -> Ref<Class> {
    vm.class(id).expect()
}

/// Whether the class of `value` has for a special method what a built-in class has: it, or a subclass that leaves it alone.
#[inline]
pub fn inherits(vm: &Vm, value: Value, id: ClassId, special: Special) -> bool {
    of(vm, value).specials[special as usize].get() == known(vm, id).specials[special as usize].get()
}

/// Whether `value` is exactly of a built-in class.
pub fn is_exact(value: Value, id: ClassId) -> bool {
    shape_of(value) == id.shape()
}

/// Whether `type(value)` is a built-in class or derives from it; asks no `__instancecheck__`.
pub fn is_instance(vm: &Vm, value: Value, id: ClassId) -> bool {
    is_exact(value, id) || of(vm, value).is_subclass(known(vm, id))
}

/// Whether `type(value)` is `class` or derives from it; asks no `__instancecheck__`.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn is_of(vm: &Vm, value: Value, class: Ref<Class>) -> bool {
    shape_of(value) == class.shape.get() || derives(vm, value, class)
}

#[cold]
#[inline(never)]
fn derives(vm: &Vm, value: Value, class: Ref<Class>) -> bool {
    of(vm, value).is_subclass(class)
}

/// What the MRO of `class` gives for `name` (an interned str); cached.
///
/// Which changes of classes move `vm.class_epoch` follows from two marks on the interned names. A name that no class was asked
/// for may come and go without notice: that is why this marks it. A name whose plain value (one that is no descriptor) some
/// class has replaced before is volatile: plain values found for it are never cached, so replacing them again moves nothing.
pub fn lookup(vm: &mut Vm, class: Ref<Class>, name: Value) -> Option<Value> {
    let (a, b) = (class.value().bits() >> 4, name.bits() >> 4);
    let entry = (a.wrapping_mul(31) ^ b) as usize % METHOD_CACHE;
    let cached = vm.method_cache[entry];
    if cached.class == class.value() && cached.name == name && cached.epoch == vm.class_epoch {
        return cached.found.bound();
    }
    let found = class.lookup_where(name).map(|(found, _)| found);
    if let Some(text) = name.cast::<Str>() {
        text.note_lookup();
        if text.is_volatile() && found.is_some_and(|found| is_plain(vm, found)) {
            return found;
        }
    }
    let epoch = vm.class_epoch;
    vm.method_cache[entry] = CachedMethod {
        class: class.value(),
        name,
        found: found.unwrap_or(Value::UNBOUND),
        epoch,
    };
    found
}

/// Whether `value`, in a class's namespace, is given out as it is: no descriptor.
pub fn is_plain(vm: &Vm, value: Value) -> bool {
    let class = of(vm, value);
    [Special::Get, Special::Set, Special::Delete]
        .iter()
        .all(|&special| class.special(special).is_none())
}

/// The special method of `type(value)`.
pub fn special(vm: &Vm, value: Value, special: Special) -> Option<Value> {
    of(vm, value).special(special)
}

/// `type(value).__name__`, for messages. A built-in class of another module is shown with it, as CPython's `tp_name`.
pub fn name_of(vm: &Vm, value: Value) -> String {
    match CLASSES.get(shape_of(value).0 as usize) {
        Some(row) => row.name.to_string(),
        None => full_name(vm, of(vm, value)),
    }
}

/// What messages about an argument of the wrong class call it: its class, but None by itself.
pub fn name_of_argument(vm: &Vm, value: Value) -> String {
    match value {
        Value::NONE => "None".into(),
        value => name_of(vm, value),
    }
}

/// The name for messages: with the module for a class of a native module.
pub fn full_name(vm: &Vm, class: Ref<Class>) -> String {
    let short = name(class);
    if class.has(flag::HEAP) {
        return short;
    }
    match class
        .namespace()
        .get_str(vm.names.__module__)
        .and_then(|module| module.cast::<Str>())
    {
        Some(module) if module.bytes() != b"builtins" => format!("{}.{short}", module.lossy()),
        _ => short,
    }
}

/// `class.__name__`
pub fn name(class: Ref<Class>) -> String {
    class
        .name
        .get()
        .cast::<Str>()
        .map_or_else(String::new, |name| name.lossy().into_owned())
}

/// The class of ours whose layout instances of `class` have.
pub fn layout_of(class: Ref<Class>) -> Ref<Class> {
    let mut at = class;
    while at.has(flag::HEAP)
        && let Some(base) = at.best_base.get().cast::<Class>()
    {
        at = base;
    }
    at
}

/// The shape for a new object of `class`.
pub fn shape(class: Ref<Class>) -> ShapeId {
    class.shape.get()
}
