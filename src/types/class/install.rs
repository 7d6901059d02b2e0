//! Making the built-in classes at boot, and classes of native modules.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::text::string::Str;
use crate::ops::attrs::specials;
use crate::ops::{class, make, text};
use crate::types::class::attributes;
use crate::vm::known::{CLASSES, ClassId, ClassRow, KNOWN_CLASSES, flag};
use crate::vm::native::{Binding, NativeDef};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Flags that instances of a subclass have because those of the base have them.
pub const INHERITED: u32 =
    flag::DICT | flag::WEAK | flag::EXCEPTION | flag::SEQUENCE | flag::MAPPING | flag::MATCH_SELF | flag::META;

/// Special methods that are no slots of CPython's types: shown as `method_descriptor`.
const NOT_SLOTS: &[Special] = &[
    Special::Bytes,
    Special::Complex,
    Special::Format,
    Special::Dir,
    Special::LengthHint,
    Special::Missing,
    Special::Reversed,
    Special::Round,
    Special::Trunc,
    Special::Floor,
    Special::Ceil,
    Special::Enter,
    Special::Exit,
    Special::AEnter,
    Special::AExit,
    Special::InstanceCheck,
    Special::SubclassCheck,
];

/// Built-in classes with `__eq__` and without `__hash__`.
const UNHASHABLE: &[ClassId] = &[
    ClassId::List,
    ClassId::Dict,
    ClassId::Set,
    ClassId::ByteArray,
    ClassId::DictKeys,
    ClassId::DictItems,
    ClassId::SimpleNamespace,
    ClassId::Cell,
];

/// Makes all classes of `known::CLASSES` with the methods of `tables`.
pub fn all(vm: &mut Vm, tables: &[(ClassId, &'static [NativeDef])]) {
    // Every class gets `__module__` or `__doc__` or both besides its rows.
    let mut lengths = [3; KNOWN_CLASSES];
    for &(id, rows) in tables {
        lengths[id as usize] += rows.len();
    }
    for row in CLASSES {
        bare(vm, row, lengths[row.id as usize]);
    }
    for row in CLASSES {
        let class = class::known(vm, row.id);
        link(vm, class, row);
    }
    for &(id, rows) in tables {
        let class = class::known(vm, id);
        methods(vm, class, rows);
    }
    for row in CLASSES {
        let class = class::known(vm, row.id);
        let dict = vm.names.__dict__;
        let first = class.has(flag::DICT) && !class::known(vm, row.base).has(flag::DICT);
        if first && !class.has(flag::META) && class.namespace().get_str(dict).is_none() {
            methods(vm, class, attributes::INSTANCE_DICT);
        }
    }
    let (hash, doc) = (vm.names.__hash__, vm.names.__doc__);
    for &id in UNHASHABLE {
        let class = class::known(vm, id);
        set(class, hash, Value::NONE);
        class.specials[Special::Hash as usize].set(&class.header, Value::NONE);
    }
    for row in CLASSES {
        let class = class::known(vm, row.id);
        if class.namespace().get_str(doc).is_none() {
            set(class, doc, Value::NONE);
        }
        specials::complete(vm, class);
    }
    vm.class_epoch += 1;
}

/// "types.GenericAlias" is the class GenericAlias of the module types.
fn split_name(full: &str) -> (Option<&str>, &str) {
    match full.rsplit_once('.') {
        Some((module, name)) => (Some(module), name),
        None => (None, full),
    }
}

/// A class without bases, whose namespace has room for `length` entries.
fn bare(vm: &mut Vm, row: &'static ClassRow, length: usize) {
    let (module, name) = split_name(row.name);
    let name = text::intern(vm, name);
    let dict = Dict::with_capacity(&mut vm.heap, ClassId::Dict.shape(), length);
    let class = Class::new(&mut vm.heap, ClassId::Type.shape(), name, dict);
    class.shape.set(row.id.shape());
    class.kind.set(row.kind);
    class.inline_slots.set(0);
    vm.shapes.set_class(row.id.shape(), class.value());
    vm.classes[row.id as usize] = class.value();
    if let Some(module) = module {
        let module = text::intern(vm, module);
        set(class, vm.names.__module__, module);
    }
}

/// Bases, MRO and flags of a built-in class, whose base has them already.
fn link(vm: &mut Vm, class: Ref<Class>, row: &ClassRow) {
    let base = class::known(vm, row.base);
    let mut flags = row.flags | flag::IMMUTABLE;
    let mut mro = vec![class.value()];
    let mut bases = Vec::new();
    if row.id != ClassId::Object {
        flags |= base.flags.get() & INHERITED;
        class.best_base.set(&class.header, base.value());
        bases.push(base.value());
        if row.id == ClassId::ExceptionGroup {
            let exception = vm.class(ClassId::Exception);
            bases.push(exception);
            mro.extend([base.value(), exception]);
            mro.extend(&base.mro()[1..]);
        } else {
            mro.extend(base.mro());
        }
    }
    specials::register(class, &bases);
    let (bases, mro) = (make::tuple(vm, &bases), make::tuple(vm, &mro));
    class.bases.set(&class.header, bases);
    class.mro.set(&class.header, mro);
    class.flags.set(flags);
}

/// Sets an entry of a namespace.
fn set(class: Ref<Class>, name: Value, value: Value) {
    let stored = class.namespace().set_str(name, value);
    debug_assert!(stored.is_ok(), "a namespace of a few hundred names");
}

/// Adds methods and attributes to the namespace of `class`, and its own specials; the others are to be filled afterwards.
pub fn methods(vm: &mut Vm, class: Ref<Class>, rows: &'static [NativeDef]) {
    for row in rows {
        let name = text::intern(vm, row.name);
        let value = descriptor(vm, class, row, name);
        let (names, hash) = (class.namespace(), name.expect::<Str>().hash());
        debug_assert!(names.get_str(name).is_none(), "{} twice", row.name);
        let stored = names.insert_new(hash, name, value);
        debug_assert!(stored.is_ok(), "a namespace of a few hundred names");
        if let Some(special) = row.special {
            class.specials[special as usize].set(&class.header, value);
        }
    }
}

/// What stands in the namespace of `class` for a row of its method table.
///
/// Static methods have no receiver: `__new__` gets the class as its first argument. A getset descriptor is a record of
/// [the getter as a native, its name, the class].
fn descriptor(vm: &mut Vm, class: Ref<Class>, row: &'static NativeDef, name: Value) -> Value {
    let id = match row.binding {
        Binding::Static | Binding::Function | Binding::Getter => ClassId::BuiltinFunction,
        Binding::ClassMethod => ClassId::ClassMethodDescriptor,
        Binding::Method if row.special.is_some_and(|special| !NOT_SLOTS.contains(&special)) => {
            ClassId::WrapperDescriptor
        }
        Binding::Method => ClassId::MethodDescriptor,
    };
    let native = Native::new(&mut vm.heap, id.shape(), row, Value::UNBOUND, class.value()).value();
    if row.binding != Binding::Getter {
        return native;
    }
    make::record(vm, ClassId::GetSetDescriptor, &[native, name, class.value()])
}

/// As `methods`, for a class that is complete otherwise.
pub fn more_methods(vm: &mut Vm, class: Ref<Class>, rows: &'static [NativeDef]) {
    methods(vm, class, rows);
    let (eq, hash) = (vm.names.__eq__, vm.names.__hash__);
    if class.namespace().get_str(eq).is_some() && class.namespace().get_str(hash).is_none() {
        set(class, hash, Value::NONE);
    }
    specials::fill(vm, class);
}

/// What a native module says of a class of its own.
pub struct NewClass<'a> {
    /// "collections.deque": with its module.
    pub name: &'a str,
    pub base: ClassId,
    /// Layout of the instances.
    pub kind: Kind,
    /// Bits of `known::flag`; `IMMUTABLE` is not implied.
    pub flags: u32,
}

impl<'a> NewClass<'a> {
    pub const fn new(name: &'a str, base: ClassId, kind: Kind, flags: u32) -> NewClass<'a> {
        NewClass {
            name,
            base,
            kind,
            flags,
        }
    }
}

/// A class for a native module. Its instances are made with `class::shape(class)`.
pub fn define(vm: &mut Vm, new: NewClass, rows: &'static [NativeDef]) -> Ref<Class> {
    let base = class::known(vm, new.base);
    define_under(vm, base, new, rows)
}

/// As `define`, with any class as its base.
pub fn define_under(vm: &mut Vm, base: Ref<Class>, new: NewClass, rows: &'static [NativeDef]) -> Ref<Class> {
    let (module, name) = split_name(new.name);
    let name = text::intern(vm, name);
    let dict = Dict::new(&mut vm.heap, ClassId::Dict.shape());
    let class = Class::new(&mut vm.heap, ClassId::Type.shape(), name, dict);
    let root = vm.shapes.new_root(class.value(), 0);
    class.shape.set(root);
    class.kind.set(new.kind);
    class.inline_slots.set(0);
    class.flags.set(new.flags | base.flags.get() & INHERITED);
    class.best_base.set(&class.header, base.value());
    let bases = make::tuple(vm, &[base.value()]);
    class.bases.set(&class.header, bases);
    let mut mro = vec![class.value()];
    mro.extend(base.mro());
    let mro = make::tuple(vm, &mro);
    class.mro.set(&class.header, mro);
    specials::register(class, &[base.value()]);
    let module = text::intern(vm, module.unwrap_or("builtins"));
    set(class, vm.names.__module__, module);
    methods(vm, class, rows);
    if new.flags & flag::DICT != 0 && !base.has(flag::DICT) {
        methods(vm, class, attributes::INSTANCE_DICT);
    }
    let has_own = |name| class.namespace().get_str(name).is_some();
    if has_own(vm.names.__eq__) && !has_own(vm.names.__hash__) {
        set(class, vm.names.__hash__, Value::NONE);
    }
    if !has_own(vm.names.__doc__) {
        set(class, vm.names.__doc__, Value::NONE);
    }
    specials::fill(vm, class);
    class
}
