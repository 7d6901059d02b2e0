//! What a native module may use: values, layouts, protocols, tables. `stdlib` sees this and `crate::base`, nothing else.

pub use crate::bytecode::isa::BinaryOperator;
pub use crate::heap::header::{Header, Kind, ShapeId, Slot};
pub use crate::heap::mark::Tracer;
pub use crate::heap::object::Ref;
pub use crate::heap::value::Value;
pub use crate::object::callable::native::Native;
pub use crate::object::class::layout::Class;
pub use crate::object::container::dict::Dict;
pub use crate::object::container::list::List;
pub use crate::object::container::set::Set;
pub use crate::object::container::tuple::{self, Tuple};
pub use crate::object::exception::Exception;
pub use crate::object::module::Module;
pub use crate::object::number::{BigInt, Complex};
pub use crate::object::record::{Opaque, Payload, Record};
pub use crate::object::text::bytes::{ByteArray, Bytes};
pub use crate::object::text::string::Str;
pub use crate::ops::attrs::attribute;
pub use crate::ops::container::item;
pub use crate::ops::container::{dict, iterate, set, slice};
pub use crate::ops::number::arith;
pub use crate::ops::number::{integer, real};
pub use crate::ops::relation::{compare, depth, hash, truth};
pub use crate::ops::render::{format, repr};
pub use crate::ops::{call, class, convert, make, raise, text};
pub use crate::types::class::install::{self, NewClass};
pub use crate::types::number::int_convert::of_float as int_of_float;
pub use crate::types::sequence::structseq;
pub use crate::vm::known::{ClassId, flag};
pub use crate::vm::native::{
    NativeDef, class_method, function, getter, method, spread_function, spread_method, static_method,
};
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
