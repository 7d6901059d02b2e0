//! What a native module may use: values, layouts, protocols, tables. `stdlib` sees this and `crate::base`, nothing else.

pub use crate::builtins::import::find as import_find;
pub use crate::builtins::io::open::{OPEN, TABLES as FILE_TABLES};
pub use crate::builtins::io::support::{unsupported, unsupported_class};
pub use crate::bytecode::isa::BinaryOperator;
pub use crate::heap::header::{Header, Kind, ShapeId, Slot};
pub use crate::heap::mark::Tracer;
pub use crate::heap::mark::weak::WeakRef;
pub use crate::heap::object::Ref;
pub use crate::heap::value::Value;
pub use crate::interp::host::system;
pub use crate::interp::safepoint;
pub use crate::object::callable::native::Native;
pub use crate::object::class::layout::Class;
pub use crate::object::container::dict::Dict;
pub use crate::object::container::list::List;
pub use crate::object::container::set::Set;
pub use crate::object::container::tuple::{self, Tuple};
pub use crate::object::exception::Exception;
pub use crate::object::module::Module;
pub use crate::object::number::{BigInt, Complex, Decimal};
pub use crate::object::record::{Opaque, Payload, Record};
pub use crate::object::text::bytes::{ByteArray, Bytes};
pub use crate::object::text::string::Str;
pub use crate::ops::attrs::{attribute, check, errors, own};
pub use crate::ops::container::item;
pub use crate::ops::container::{dict, iterate, set, slice};
pub use crate::ops::number::arith;
pub use crate::ops::number::{integer, real};
pub use crate::ops::relation::{compare, depth, hash, truth};
pub use crate::ops::render::{buffer, codec, format, repr};
pub use crate::ops::{call, class, convert, make, raise, text};
pub use crate::types::callable::generator as coroutine;
pub use crate::types::class::install::{self, NewClass};
pub use crate::types::class::typing::params::no_default;
pub use crate::types::error::os as os_error;
pub use crate::types::glue;
pub use crate::types::number::int_convert::of_float as int_of_float;
pub use crate::types::sequence::iterators::itself;
pub use crate::types::sequence::{shared, structseq};
pub use crate::types::text::binary::make::hex as binary_hex;
pub use crate::vm::known::{ClassId, flag};
pub use crate::vm::native::{
    NativeDef, StepFn, class_method, function, getter, method, spread_function, spread_method, static_method,
    unreachable_body,
};
pub use crate::vm::own::Own;
pub use crate::vm::raised::{Raised, Run};
pub use crate::vm::special::Special;
pub use crate::vm::state::Vm;

/// A native module with its functions. Constants and classes are added by [`set_in`].
pub fn module(vm: &mut Vm, name: &str, doc: &str, functions: &'static [NativeDef]) -> Value {
    let namespace = make::dict(vm).expect::<Dict>();
    let made = Module::new(&mut vm.heap, ClassId::Module.shape(), namespace).value();
    let name = text::intern(vm, name);
    let doc = if doc.is_empty() {
        Value::NONE
    } else {
        text::new(vm, doc)
    };
    let names = &vm.names;
    for (key, value) in [
        (names.__name__, name),
        (names.__doc__, doc),
        (names.__package__, vm.empty_str),
        (names.__loader__, Value::NONE),
        (names.__spec__, Value::NONE),
    ] {
        store(namespace, key, value);
    }
    for row in functions {
        let function = make::native(vm, row, name);
        set_in(vm, made, row.name, function);
    }
    made
}

/// Sets an attribute of a native module.
pub fn set_in(vm: &mut Vm, module: Value, name: &str, value: Value) {
    let name = text::intern(vm, name);
    store(module.expect::<Module>().namespace(), name, value);
}

fn store(namespace: Ref<Dict>, name: Value, value: Value) {
    let stored = namespace.set_str(name, value);
    debug_assert!(stored.is_ok(), "a namespace of a few hundred names");
}

/// A class of a native module with the methods `rows`, remembered as `own` and set in `module` under its last name.
pub fn class_in(vm: &mut Vm, module: Value, own: Option<Own>, new: NewClass, rows: &'static [NativeDef]) -> Ref<Class> {
    let name = new.name.rsplit('.').next().unwrap_or(new.name).to_string();
    // A module that is imported anew has the classes that natives know already.
    if let Some(known) = own.and_then(|own| vm.own[own as usize].cast::<Class>()) {
        set_in(vm, module, &name, known.value());
        return known;
    }
    let base = class::known(vm, new.base);
    let class = install::define_under(vm, base, new, rows);
    finish_class(vm, module, (class, &name), own, rows)
}

/// As [`class_in`], under a class of the same module.
pub fn subclass_in(
    vm: &mut Vm,
    module: Value,
    own: Own,
    (base, new): (Ref<Class>, NewClass),
    rows: &'static [NativeDef],
) -> Ref<Class> {
    let name = new.name.rsplit('.').next().unwrap_or(new.name).to_string();
    if let Some(known) = vm.own[own as usize].cast::<Class>() {
        set_in(vm, module, &name, known.value());
        return known;
    }
    let class = install::define_under(vm, base, new, rows);
    finish_class(vm, module, (class, &name), Some(own), rows)
}

fn finish_class(
    vm: &mut Vm,
    module: Value,
    (class, name): (Ref<Class>, &str),
    own: Option<Own>,
    rows: &'static [NativeDef],
) -> Ref<Class> {
    class.set_flag(flag::IMMUTABLE);
    if let Some(next) = rows.iter().find(|row| row.special == Some(Special::Next)) {
        class.advance.set(next.step);
    }
    if let Some(own) = own {
        vm.own[own as usize] = class.value();
    }
    set_in(vm, module, name, class.value());
    class
}

/// Takes an attribute of a native module away: that of a class which is only met by its instances.
pub fn remove_from(vm: &mut Vm, module: Value, name: &str) {
    let name = text::intern(vm, name);
    module.expect::<Module>().namespace().remove_str(name);
}

/// A class whose module has been imported.
pub fn own_class(vm: &Vm, own: Own) -> Ref<Class> {
    vm.own[own as usize].expect()
}

/// Whether `value` is an instance of a class of a native module, or of a subclass.
pub fn is_own(vm: &Vm, value: Value, own: Own) -> bool {
    match vm.own[own as usize].cast::<Class>() {
        Some(wanted) => class::of(vm, value).is_subclass(wanted),
        None => false,
    }
}

/// What `object.__getstate__()` answers: attributes and slots, for pickles.
/// # Errors
/// Whatever a method made in Python raises.
pub fn state(vm: &mut Vm, object: Value) -> Run<Value> {
    let name = vm.names.__getstate__;
    let method = attribute::get(vm, object, name)?;
    call::call(vm, method, &[])
}

/// A record of the class `class`, which `__new__` got or [`own_class`] gave.
pub fn record_of(vm: &mut Vm, class: Value, fields: &[Value]) -> Value {
    let shape = class::shape(class.expect::<Class>());
    Record::new(&mut vm.heap, shape, fields).value()
}

/// Text argument `n` of `function`.
/// # Errors
/// TypeError in CPython's words.
pub fn text_argument(vm: &mut Vm, value: Value, function: &str, n: usize) -> Run<Ref<Str>> {
    match value.cast::<Str>() {
        Some(text) => Ok(text),
        None => {
            let got = shown_type(vm, value);
            let of = if n == 0 {
                "argument".to_string()
            } else {
                format!("argument {n}")
            };
            Err(raise::type_error(
                vm,
                format!("{function}() {of} must be str, not {got}"),
            ))
        }
    }
}

/// The name of a class in "must be …, not …": None shows as itself.
pub fn shown_type(vm: &Vm, value: Value) -> String {
    if value.is_none() {
        "None".into()
    } else {
        class::name_of(vm, value)
    }
}
