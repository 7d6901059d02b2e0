//! The attributes that an object itself has: inline slots by its shape, or a dict.
//!
//! Where they lie: an `Instance` whose shape is not in dict mode has them in slots, and *all* slots of its shape that
//! `__slots__` did not reserve are bound: deleting one moves those behind it, or turns the object to dict mode. A module has its namespace. Any other object (and
//! an instance in dict mode) has a dict in `header.attrs`. Instances of built-in layouts with `__slots__` have a record there:
//! the dict (or UNBOUND), then the slots.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::instance::Instance;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::module::Module;
use crate::object::record::Record;
use crate::ops::{class, make, raise, text};
use crate::vm::known::{ClassId, KNOWN_CLASSES, flag};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Field of a slots record that holds the dict.
const RECORD_DICT: usize = 0;

/// The dict that `object` has by now; shape-mode instances have none.
pub fn dict_now(object: Value) -> Option<Ref<Dict>> {
    let header = object.header()?;
    let attrs = header.attrs.get();
    match header.kind() {
        Kind::Module => Some(object.expect::<Module>().namespace()),
        Kind::Instance => attrs.cast(),
        _ => match attrs.cast::<Record>() {
            Some(record) => record.get(RECORD_DICT).cast(),
            None => attrs.cast(),
        },
    }
}

/// The object's own attribute.
#[inline]
pub fn get(vm: &mut Vm, object: Value, name: Value) -> Option<Value> {
    if let Some(instance) = object.cast::<Instance>()
        && !instance.attrs().is::<Dict>()
    {
        let slot = vm.shapes.find(instance.shape(), name)?;
        return instance.slot(slot as usize)?.get().bound();
    }
    dict_now(object)?.get_str(name)
}

/// Whether instances of the class of `object` may have attributes of their own.
pub fn allowed(vm: &Vm, object: Value) -> bool {
    class::of(vm, object).has(flag::DICT)
}

/// Sets the object's own attribute; its class must allow it.
pub fn set(vm: &mut Vm, object: Value, name: Value, value: Value) -> Run<()> {
    let Some(instance) = object.cast::<Instance>() else {
        return put(vm, object, name, value);
    };
    let shape = instance.shape();
    if vm.shapes.get(shape).is_dict {
        return put(vm, object, name, value);
    }
    if let Some(slot) = vm.shapes.find(shape, name) {
        instance.slot_or_grow(&mut vm.heap, slot as usize).set(value);
        return Ok(());
    }
    let slot = vm.shapes.get(shape).count as usize;
    match vm.shapes.extend(shape, name) {
        Some(next) => {
            if slot >= instance.header().extra() as usize {
                note_overflow(vm, instance, slot as u32);
            }
            instance.slot_or_grow(&mut vm.heap, slot).set(value);
            instance.header().set_shape(next);
            Ok(())
        }
        None => put(vm, object, name, value),
    }
}

/// Instances have at most so many attributes inside, besides those of `__slots__`.
pub const INLINE_MAX: u32 = 32;

/// Gives `class` a new root shape, with `inline` slots inside its instances. Those that exist keep theirs.
pub fn root(vm: &mut Vm, class: Ref<Class>, inline: u32) {
    class.inline_slots.set(inline);
    let mut root = vm.shapes.new_root(class.value(), inline);
    if class.kind.get() == Kind::Instance {
        // Reserved slots have names that no attribute has: they are found by their descriptors only.
        for i in 0..class.reserved.get() {
            let name = text::intern(vm, &format!(" {i}"));
            root = vm.shapes.extend_root(root, name);
        }
    }
    class.shape.set(root);
}

/// Attribute `slot` of `instance` finds no room inside it. When the second instance overflows, later ones get as much room as the
/// first came to need.
fn note_overflow(vm: &mut Vm, instance: Ref<Instance>, slot: u32) {
    let inline = u32::from(instance.header().extra());
    let class: Ref<Class> = vm.shapes.class(instance.shape()).expect();
    let wanted = class.wanted_slots.get();
    if slot > inline || wanted <= inline {
        return class.wanted_slots.set(wanted.max(slot + 1));
    }
    let wanted = wanted.min(class.reserved.get() + INLINE_MAX);
    if class.inline_slots.get() < wanted {
        root(vm, class, wanted);
    }
}

/// Sets an entry of the object's dict, which is made if need be.
fn put(vm: &mut Vm, object: Value, name: Value, value: Value) -> Run<()> {
    let dict = dict(vm, object);
    store(vm, dict, name, value)
}

/// Sets an entry of a namespace.
pub fn store(vm: &mut Vm, dict: Ref<Dict>, name: Value, value: Value) -> Run<()> {
    dict.set_str(name, value).map_err(|_| raise::memory_error(vm))
}

/// Deletes the object's own attribute; whether there was one.
pub fn delete(vm: &mut Vm, object: Value, name: Value) -> bool {
    if get(vm, object, name).is_none() {
        return false;
    }
    if let Some(instance) = object.cast::<Instance>()
        && remove_slot(vm, instance, name)
    {
        return true;
    }
    dict(vm, object).remove_str(name).is_some()
}

/// Deletes the attribute of a shape-mode instance; `false` if it must go to dict mode for that.
fn remove_slot(vm: &mut Vm, instance: Ref<Instance>, name: Value) -> bool {
    let shape = instance.shape();
    let Some(slot) = vm.shapes.find(shape, name) else {
        return false;
    };
    let last = vm.shapes.get(shape).count - 1;
    let Some(next) = vm.shapes.without(shape, name) else {
        return false;
    };
    for i in slot as usize..last as usize {
        let above = instance.slot(i + 1).map_or(Value::UNBOUND, |slot| slot.get());
        instance.slot_or_grow(&mut vm.heap, i).set(above);
    }
    instance.slot_or_grow(&mut vm.heap, last as usize).set(Value::UNBOUND);
    instance.header().set_shape(next);
    true
}

/// `object.__dict__`: a shape-mode instance is turned to dict mode for good.
pub fn dict(vm: &mut Vm, object: Value) -> Ref<Dict> {
    if let Some(dict) = dict_now(object) {
        return dict;
    }
    let dict = make::dict(vm).expect::<Dict>();
    if let Some(instance) = object.cast::<Instance>() {
        let attributes = slots(vm, instance);
        // A dict of at most `SLOTS_MAX` names: there is memory for it, or the process is lost anyway.
        let _ = dict.reserve(attributes.len());
        for (name, value) in attributes {
            let _ = dict.set_str(name, value);
        }
    }
    attach(vm, object, dict);
    dict
}

/// The attributes of a shape-mode instance in order, without those of `__slots__`.
pub fn slots(vm: &Vm, instance: Ref<Instance>) -> Vec<(Value, Value)> {
    let reserved = class::of(vm, instance.value()).reserved.get() as usize;
    let names = vm.shapes.names(instance.shape());
    let bound = |(i, name)| Some((name, instance.slot(i)?.get().bound()?));
    names.into_iter().enumerate().skip(reserved).filter_map(bound).collect()
}

/// Whether the shape of an instance with another layout than `Instance` says that it has a dict: that of the class says that there
/// is none yet. Exact instances of built-in classes keep the shapes by which they are known.
pub fn shows_dict(class: Ref<Class>) -> bool {
    class.shape.get().0 as usize >= KNOWN_CLASSES
}

/// Makes `dict` the `__dict__` of `object`.
pub fn attach(vm: &mut Vm, object: Value, dict: Ref<Dict>) {
    let Some(header) = object.header() else { return };
    match header.kind() {
        Kind::Instance => {
            let class = class::of(vm, object).value();
            let shape = vm.shapes.dict_mode(class);
            header.attrs.set(header, dict.value());
            header.set_shape(shape);
        }
        Kind::Module => object.expect::<Module>().dict.set(header, dict.value()),
        kind => {
            match header.attrs.get().cast::<Record>() {
                Some(record) => record.set(RECORD_DICT, dict.value()),
                None => header.attrs.set(header, dict.value()),
            }
            let class = class::of(vm, object);
            if kind != Kind::Class && shows_dict(class) {
                let shape = vm.shapes.dict_mode(class.value());
                header.set_shape(shape);
            }
        }
    }
}

/// A slot of `__slots__`; UNBOUND if it was not set.
pub fn slot(object: Value, index: usize) -> Value {
    if let Some(instance) = object.cast::<Instance>() {
        return instance.slot(index).map_or(Value::UNBOUND, |slot| slot.get());
    }
    let attrs = object.header().map_or(Value::UNBOUND, |header| header.attrs.get());
    attrs
        .cast::<Record>()
        .map_or(Value::UNBOUND, |record| record.get(1 + index))
}

/// Sets a slot of `__slots__`; UNBOUND deletes it.
pub fn set_slot(vm: &mut Vm, object: Value, index: usize, value: Value) {
    if let Some(instance) = object.cast::<Instance>() {
        instance.slot_or_grow(&mut vm.heap, index).set(value);
        return;
    }
    let Some(header) = object.header() else { return };
    if header.attrs.get().cast::<Record>().is_none() {
        let reserved = class::of(vm, object).reserved.get() as usize;
        let mut fields = vec![Value::UNBOUND; 1 + reserved];
        fields[RECORD_DICT] = header.attrs.get();
        let record = make::record(vm, ClassId::MemberDescriptor, &fields);
        header.attrs.set(header, record);
    }
    header.attrs.get().expect::<Record>().set(1 + index, value);
}
