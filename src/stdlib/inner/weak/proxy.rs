//! `weakref.proxy`: an object that hands everything on to its target.

use crate::api::{
    BinaryOperator, NativeDef, Own, Record, Ref, Run, Special, Value, Vm, WeakRef, arith, attribute, call, class,
    compare, convert, is_own, item, iterate, method, raise, repr, spread_method, text, truth,
};

/// The weak reference.
const REFERENCE: usize = 0;

/// What a proxy stands for; any other value itself.
/// # Errors
/// ReferenceError when it has died.
pub fn target(vm: &mut Vm, value: Value) -> Run<Value> {
    if !is_own(vm, value, Own::Proxy) && !is_own(vm, value, Own::CallableProxy) {
        return Ok(value);
    }
    match value.expect::<Record>().get(REFERENCE).expect::<WeakRef>().target() {
        Some(target) => Ok(target),
        None => {
            let text = "weakly-referenced object no longer exists";
            Err(raise::with_text(vm, crate::api::ClassId::ReferenceError, text))
        }
    }
}

fn both(vm: &mut Vm, args: &[Value]) -> Run<(Value, Value)> {
    Ok((target(vm, args[0])?, target(vm, args[1])?))
}

macro_rules! handed_on {
    ($($name:literal $reflected:literal $inplace:literal $operator:ident)*) => {
        /// The operators.
        pub static OPERATORS: &[NativeDef] = &[$(
            method($name, "($self, value, /)", |vm, args| {
                let (a, b) = both(vm, args)?;
                arith::binary(vm, BinaryOperator::$operator, a, b)
            }),
            method($reflected, "($self, value, /)", |vm, args| {
                let (a, b) = both(vm, args)?;
                arith::binary(vm, BinaryOperator::$operator, b, a)
            }),
            method($inplace, "($self, value, /)", |vm, args| {
                let (a, b) = both(vm, args)?;
                arith::inplace(vm, BinaryOperator::$operator, a, b)
            }),
        )*];
    };
}
handed_on! {
    "__add__" "__radd__" "__iadd__" Add
    "__sub__" "__rsub__" "__isub__" Sub
    "__mul__" "__rmul__" "__imul__" Mul
    "__matmul__" "__rmatmul__" "__imatmul__" Matmul
    "__truediv__" "__rtruediv__" "__itruediv__" Truediv
    "__floordiv__" "__rfloordiv__" "__ifloordiv__" Floordiv
    "__mod__" "__rmod__" "__imod__" Mod
    "__pow__" "__rpow__" "__ipow__" Pow
    "__lshift__" "__rlshift__" "__ilshift__" Lshift
    "__rshift__" "__rrshift__" "__irshift__" Rshift
    "__and__" "__rand__" "__iand__" And
    "__xor__" "__rxor__" "__ixor__" Xor
    "__or__" "__ror__" "__ior__" Or
}

macro_rules! compared {
    ($($name:literal $special:ident)*) => {
        /// The comparisons.
        pub static COMPARISONS: &[NativeDef] = &[$(
            method($name, "($self, value, /)", |vm, args| {
                let (a, b) = both(vm, args)?;
                compare::rich(vm, Special::$special, a, b)
            }),
        )*];
    };
}
compared! { "__lt__" Lt "__le__" Le "__eq__" Eq "__ne__" Ne "__gt__" Gt "__ge__" Ge }

macro_rules! unary {
    ($($name:literal $special:ident)*) => {
        /// The operators of one operand.
        pub static UNARY: &[NativeDef] = &[$(
            method($name, "($self, /)", |vm, args| {
                let target = target(vm, args[0])?;
                arith::unary(vm, Special::$special, target)
            }),
        )*];
    };
}
unary! { "__neg__" Neg "__pos__" Pos "__invert__" Invert }

macro_rules! specials {
    ($($name:literal $special:ident)*) => {
        /// Special methods that take nothing.
        pub static SPECIALS: &[NativeDef] = &[$(
            method($name, "($self, /)", |vm, args| {
                let target = target(vm, args[0])?;
                special(vm, target, Special::$special)
            }),
        )*];
    };
}
specials! { "__abs__" Abs "__int__" Int "__float__" Float "__index__" Index "__bytes__" Bytes "__reversed__" Reversed }

fn special(vm: &mut Vm, target: Value, special: Special) -> Run<Value> {
    match call::special(vm, target, special, &[]) {
        Some(answer) => answer,
        None => {
            let name = class::name_of(vm, target);
            Err(raise::type_error(
                vm,
                format!("'{name}' object has no {}", special.name()),
            ))
        }
    }
}

pub static METHODS: &[NativeDef] = &[
    method("__getattribute__", "($self, name, /)", |vm, args| {
        let target = target(vm, args[0])?;
        attribute::get(vm, target, args[1])
    }),
    method("__setattr__", "($self, name, value, /)", |vm, args| {
        let target = target(vm, args[0])?;
        attribute::set(vm, target, args[1], args[2])?;
        Ok(Value::NONE)
    }),
    method("__delattr__", "($self, name, /)", |vm, args| {
        let target = target(vm, args[0])?;
        attribute::delete(vm, target, args[1])?;
        Ok(Value::NONE)
    }),
    method("__str__", "($self, /)", |vm, args| {
        let target = target(vm, args[0])?;
        repr::str(vm, target)
    }),
    method("__repr__", "($self, /)", |vm, args| {
        let at = repr::address(args[0]);
        let reference: Ref<WeakRef> = args[0].expect::<Record>().get(REFERENCE).expect();
        let of = reference.target().unwrap_or(Value::NONE);
        let name = class::name_of(vm, of);
        Ok(text::new(
            vm,
            &format!("<weakproxy at {at:#x} to {name} at {:#x}>", repr::address(of)),
        ))
    }),
    method("__bool__", "($self, /)", |vm, args| {
        let target = target(vm, args[0])?;
        Ok(Value::bool(truth::truth(vm, target)?))
    }),
    method("__len__", "($self, /)", |vm, args| {
        let target = target(vm, args[0])?;
        Ok(Value::small_int(convert::len(vm, target)? as i64))
    }),
    method("__getitem__", "($self, key, /)", |vm, args| {
        let target = target(vm, args[0])?;
        item::get(vm, target, args[1])
    }),
    method("__setitem__", "($self, key, value, /)", |vm, args| {
        let target = target(vm, args[0])?;
        item::set(vm, target, args[1], args[2])?;
        Ok(Value::NONE)
    }),
    method("__delitem__", "($self, key, /)", |vm, args| {
        let target = target(vm, args[0])?;
        item::delete(vm, target, args[1])?;
        Ok(Value::NONE)
    }),
    method("__contains__", "($self, key, /)", |vm, args| {
        let target = target(vm, args[0])?;
        Ok(Value::bool(item::contains(vm, target, args[1])?))
    }),
    method("__iter__", "($self, /)", |vm, args| {
        let target = target(vm, args[0])?;
        iterate::iter(vm, target)
    }),
    method("__next__", "($self, /)", |vm, args| {
        let target = target(vm, args[0])?;
        match call::special(vm, target, Special::Next, &[]) {
            Some(answer) => answer,
            None => {
                let name = class::name_of(vm, target);
                let text = format!("Weakref proxy referenced a non-iterator '{name}' object");
                Err(raise::type_error(vm, text))
            }
        }
    }),
];

pub static CALL: &[NativeDef] = &[spread_method(
    "__call__",
    "($self, /, *args, **kwargs)",
    |vm, args, names| {
        let target = target(vm, args[0])?;
        call::call_named(vm, target, &args[1..], names)
    },
)];
