//! The classes of None, Ellipsis and NotImplemented.

use crate::heap::value::Value;
use crate::ops::{raise, text};
use crate::vm::native::{NativeDef, method, static_method};

pub static NONE: &[NativeDef] = &[
    static_method("__new__", "(type, /)", |_, _| Ok(Value::NONE)),
    method("__repr__", "($self, /)", |vm, _| Ok(text::new(vm, "None"))),
    method("__bool__", "($self, /)", |_, _| Ok(Value::FALSE)),
];

pub static ELLIPSIS: &[NativeDef] = &[
    static_method("__new__", "(type, /)", |_, _| Ok(Value::ELLIPSIS)),
    method("__repr__", "($self, /)", |vm, _| Ok(text::new(vm, "Ellipsis"))),
    method("__reduce__", "($self, /)", |vm, _| Ok(text::new(vm, "Ellipsis"))),
];

pub static NOT_IMPLEMENTED: &[NativeDef] = &[
    static_method("__new__", "(type, /)", |_, _| Ok(Value::NOT_IMPLEMENTED)),
    method("__repr__", "($self, /)", |vm, _| Ok(text::new(vm, "NotImplemented"))),
    method("__reduce__", "($self, /)", |vm, _| Ok(text::new(vm, "NotImplemented"))),
    method("__bool__", "($self, /)", |vm, _| {
        Err(raise::type_error(
            vm,
            "NotImplemented should not be used in a boolean context",
        ))
    }),
];
