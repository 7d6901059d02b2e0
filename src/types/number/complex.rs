//! `complex`: operators and methods.

use crate::base::float;
use crate::binary_specials;
use crate::bytecode::isa::BinaryOperator;
use crate::comparison_specials;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::number::Complex;
use crate::ops::number::complex;
use crate::ops::relation::{compare, hash};
use crate::ops::render::{format, repr};
use crate::ops::{class, make, raise, text};
use crate::types::sequence::shared;
use crate::vm::native::{NativeDef, getter, method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Operators and methods; the constructors are in `complex_new`.
pub static COMPLEX: &[NativeDef] = &[
    method("__repr__", "($self, /)", show),
    method("__hash__", "($self, /)", hashed),
    method("__lt__", "($self, value, /)", unordered),
    method("__le__", "($self, value, /)", unordered),
    method("__eq__", "($self, value, /)", eq),
    method("__ne__", "($self, value, /)", ne),
    method("__gt__", "($self, value, /)", unordered),
    method("__ge__", "($self, value, /)", unordered),
    method("__add__", "($self, value, /)", add),
    method("__radd__", "($self, value, /)", radd),
    method("__sub__", "($self, value, /)", sub),
    method("__rsub__", "($self, value, /)", rsub),
    method("__mul__", "($self, value, /)", mul),
    method("__rmul__", "($self, value, /)", rmul),
    method("__pow__", "($self, value, mod=None, /)", pow),
    method("__rpow__", "($self, value, mod=None, /)", rpow),
    method("__neg__", "($self, /)", neg),
    method("__pos__", "($self, /)", plain),
    method("__abs__", "($self, /)", abs),
    method("__bool__", "($self, /)", truth),
    method("__truediv__", "($self, value, /)", truediv),
    method("__rtruediv__", "($self, value, /)", rtruediv),
    method("conjugate", "($self, /)", conjugate)
        .doc("Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j."),
    method("__complex__", "($self, /)", plain).doc("Convert this value to exact type complex."),
    method("__getnewargs__", "($self, /)", new_args),
    method("__format__", "($self, format_spec, /)", formatted).doc("Convert to a string according to format_spec."),
    getter("real", real)
        .setter(shared::read_only)
        .doc("the real part of a complex number"),
    getter("imag", imaginary)
        .setter(shared::read_only)
        .doc("the imaginary part of a complex number"),
];

binary_specials! { complex::binary;
    add radd Add; sub rsub Sub; mul rmul Mul; truediv rtruediv Truediv; powers rpowers Pow;
}
comparison_specials! { compared; eq Eq; ne Ne; }

fn compared(operator: Special, a: Value, b: Value) -> Value {
    match compare::equal_complex(a, b) {
        Some(equal) => Value::bool(equal == (operator == Special::Eq)),
        None => Value::NOT_IMPLEMENTED,
    }
}
fn unordered(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::NOT_IMPLEMENTED)
}

fn receiver(args: &[Value]) -> Ref<Complex> {
    args[0].expect()
}

fn pow(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    no_modulus(vm, args[2])?;
    powers(vm, args)
}
fn rpow(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    no_modulus(vm, args[2])?;
    rpowers(vm, args)
}
fn no_modulus(vm: &mut Vm, modulus: Value) -> Run<()> {
    if modulus.or(Value::NONE).is_none() {
        return Ok(());
    }
    Err(raise::value_error(vm, "complex modulo"))
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let z = receiver(args);
    Ok(text::new(vm, &float::repr_complex(z.re, z.im)))
}
fn hashed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::int(vm, hash::of_complex(receiver(args))))
}
fn truth(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let z = receiver(args);
    Ok(Value::bool(z.re != 0.0 || z.im != 0.0))
}
fn neg(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let z = receiver(args);
    Ok(make::complex(vm, -z.re, -z.im))
}
fn plain(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let z = receiver(args);
    Ok(make::complex(vm, z.re, z.im))
}
fn conjugate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let z = receiver(args);
    Ok(make::complex(vm, z.re, -z.im))
}
fn abs(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let z = receiver(args);
    let size = z.re.hypot(z.im);
    if size.is_infinite() && z.re.is_finite() && z.im.is_finite() {
        return Err(raise::overflow_error(vm, "absolute value too large"));
    }
    Ok(Value::float(size))
}
fn real(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::float(receiver(args).re))
}
fn imaginary(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::float(receiver(args).im))
}
fn new_args(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let z = receiver(args);
    Ok(make::tuple(vm, &[Value::float(z.re), Value::float(z.im)]))
}

fn formatted(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let spec = format::specification(vm, args[1])?;
    if spec.is_empty() {
        return repr::str(vm, args[0]);
    }
    let (z, name) = (receiver(args), class::name_of(vm, args[0]));
    format::format_complex(vm, (z.re, z.im), spec.bytes(), &name)
}
