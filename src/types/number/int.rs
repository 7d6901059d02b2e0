//! `int`: operators, attributes and small methods.

use crate::base::big::Big;
use crate::base::spec::number::Int;
use crate::binary_specials;
use crate::bytecode::isa::BinaryOperator;
use crate::comparison_specials;
use crate::heap::value::Value;
use crate::object::number::BigInt;
use crate::ops::number::arith;
use crate::ops::number::{digits, integer};
use crate::ops::relation::{compare, hash};
use crate::ops::render::{format, repr};
use crate::ops::{class, convert, make};
use crate::vm::native::{NativeDef, getter, method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Operators and methods; the constructors are in `int_convert`.
pub static INT: &[NativeDef] = &[
    method("__repr__", "($self, /)", show),
    method("__hash__", "($self, /)", hashed),
    method("__lt__", "($self, value, /)", lt),
    method("__le__", "($self, value, /)", le),
    method("__eq__", "($self, value, /)", eq),
    method("__ne__", "($self, value, /)", ne),
    method("__gt__", "($self, value, /)", gt),
    method("__ge__", "($self, value, /)", ge),
    method("__add__", "($self, value, /)", add),
    method("__radd__", "($self, value, /)", radd),
    method("__sub__", "($self, value, /)", sub),
    method("__rsub__", "($self, value, /)", rsub),
    method("__mul__", "($self, value, /)", mul),
    method("__rmul__", "($self, value, /)", rmul),
    method("__mod__", "($self, value, /)", rem),
    method("__rmod__", "($self, value, /)", rrem),
    method("__divmod__", "($self, value, /)", divmod),
    method("__rdivmod__", "($self, value, /)", rdivmod),
    method("__pow__", "($self, value, mod=None, /)", pow),
    method("__rpow__", "($self, value, mod=None, /)", rpow),
    method("__neg__", "($self, /)", neg),
    method("__pos__", "($self, /)", plain),
    method("__abs__", "($self, /)", abs),
    method("__bool__", "($self, /)", truth),
    method("__invert__", "($self, /)", invert),
    method("__lshift__", "($self, value, /)", lshift),
    method("__rlshift__", "($self, value, /)", rlshift),
    method("__rshift__", "($self, value, /)", rshift),
    method("__rrshift__", "($self, value, /)", rrshift),
    method("__and__", "($self, value, /)", and),
    method("__rand__", "($self, value, /)", rand),
    method("__xor__", "($self, value, /)", xor),
    method("__rxor__", "($self, value, /)", rxor),
    method("__or__", "($self, value, /)", or),
    method("__ror__", "($self, value, /)", ror),
    method("__int__", "($self, /)", plain),
    method("__float__", "($self, /)", float),
    method("__floordiv__", "($self, value, /)", floordiv),
    method("__rfloordiv__", "($self, value, /)", rfloordiv),
    method("__truediv__", "($self, value, /)", truediv),
    method("__rtruediv__", "($self, value, /)", rtruediv),
    method("__index__", "($self, /)", plain),
    method("conjugate", "($self, /)", plain).doc("Returns self, the complex conjugate of any int."),
    method("bit_length", "($self, /)", bit_length).doc("Number of bits necessary to represent self in binary."),
    method("bit_count", "($self, /)", bit_count)
        .doc("Number of ones in the binary representation of the absolute value of self."),
    method("as_integer_ratio", "($self, /)", as_integer_ratio)
        .doc("Return a pair of integers, whose ratio is equal to the original int."),
    method("__trunc__", "($self, /)", plain).doc("Truncating an Integral returns itself."),
    method("__floor__", "($self, /)", plain).doc("Flooring an Integral returns itself."),
    method("__ceil__", "($self, /)", plain).doc("Ceiling of an Integral returns itself."),
    method("__round__", "($self, ndigits=None, /)", round).doc("Rounding an Integral returns itself."),
    method("__getnewargs__", "($self, /)", new_args),
    method("__format__", "($self, format_spec, /)", formatted).doc("Convert to a string according to format_spec."),
    method("__sizeof__", "($self, /)", size_of).doc("Returns size in memory, in bytes."),
    method("is_integer", "($self, /)", is_integer)
        .doc("Returns True. Exists for duck type compatibility with float.is_integer."),
    getter("real", plain).doc("the real part of a complex number"),
    getter("imag", zero).doc("the imaginary part of a complex number"),
    getter("numerator", plain).doc("the numerator of a rational number in lowest terms"),
    getter("denominator", one).doc("the denominator of a rational number in lowest terms"),
];

binary_specials! { arith::ints;
    add radd Add; sub rsub Sub; mul rmul Mul; rem rrem Mod; divmod rdivmod Divmod; lshift rlshift Lshift;
    rshift rrshift Rshift; and rand And; xor rxor Xor; or ror Or; floordiv rfloordiv Floordiv; truediv rtruediv Truediv;
}
comparison_specials! { compared; lt Lt; le Le; eq Eq; ne Ne; gt Gt; ge Ge; }

fn compared(operator: Special, a: Value, b: Value) -> Value {
    match (convert::int_value(a), convert::int_value(b)) {
        (Some(a), Some(b)) => Value::bool(compare::holds(operator, Some(integer::order(a, b)))),
        _ => Value::NOT_IMPLEMENTED,
    }
}

/// The plain int of a receiver, which is an int of some class.
fn receiver(args: &[Value]) -> Value {
    convert::int_value(args[0]).expect("methods of int get ints")
}

fn pow(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    powers(vm, args[0], args[1], args[2])
}
fn rpow(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    powers(vm, args[1], args[0], args[2])
}
fn powers(vm: &mut Vm, a: Value, b: Value, modulus: Value) -> Run<Value> {
    match (
        convert::int_value(a),
        convert::int_value(b),
        convert::int_value(modulus),
    ) {
        (Some(a), Some(b), _) if modulus.or(Value::NONE).is_none() => integer::power(vm, a, b),
        (Some(a), Some(b), Some(modulus)) => integer::power_modulo(vm, a, b, modulus),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn plain(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(receiver(args))
}
fn zero(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::small_int(0))
}
fn one(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::small_int(1))
}
fn is_integer(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::TRUE)
}
fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    digits::decimal(vm, receiver(args))
}
fn hashed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::int(vm, hash::of_int(receiver(args))))
}
fn truth(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(receiver(args) != Value::small_int(0)))
}
fn neg(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(integer::negate(vm, receiver(args)))
}
fn abs(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(integer::absolute(vm, receiver(args)))
}
fn invert(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(integer::invert(vm, receiver(args)))
}
fn float(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::float(convert::int_to_f64(vm, receiver(args))?))
}
fn bit_length(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let bits = integer::with_limbs(receiver(args), |x| x.bit_length());
    Ok(make::int(vm, bits as i64))
}
fn bit_count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let ones = match receiver(args).as_int() {
        Some(n) => u64::from(n.unsigned_abs().count_ones()),
        None => integer::with_limbs(receiver(args), |x| x.bit_count()),
    };
    Ok(make::int(vm, ones as i64))
}
fn as_integer_ratio(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::tuple(vm, &[receiver(args), Value::small_int(1)]))
}
fn new_args(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::tuple(vm, &[receiver(args)]))
}
/// The size that CPython gives: a header and digits of 30 bits.
fn size_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let bits = integer::with_limbs(receiver(args), |x| x.bit_length());
    Ok(make::int(vm, 24 + 4 * bits.div_ceil(30).max(1) as i64))
}

/// To a multiple of a power of ten, ties to even.
fn round(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let number = receiver(args);
    if args[1].or(Value::NONE).is_none() {
        return Ok(number);
    }
    let places = convert::index(vm, args[1])?;
    if !convert::int_is_negative(places) {
        return Ok(number);
    }
    let places = convert::int_clamped(places).unsigned_abs();
    // 10^places > 2^(3 places): beyond the number's own length everything rounds to zero.
    if places > integer::with_limbs(number, |x| x.bit_length()) / 3 + 2 {
        return Ok(Value::small_int(0));
    }
    let unit = Big::from_i64(10).pow(places);
    let rounded = integer::with_big(number, |n| {
        let (quotient, rest) = n.div_mod_floor(&unit)?;
        let up = match rest.mul_i64(2).cmp(&unit) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => quotient.is_odd(),
            std::cmp::Ordering::Greater => true,
        };
        Some(quotient.add_i64(i64::from(up)).mul(&unit))
    });
    Ok(make::big(vm, rounded.expect("a power of ten is not zero")))
}

fn formatted(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let spec = format::specification(vm, args[1])?;
    if spec.is_empty() {
        return repr::str(vm, args[0]);
    }
    let (number, name) = (receiver(args), class::name_of(vm, args[0]));
    match number.cast::<BigInt>() {
        None => format::format_int(vm, Int::Small(number.int_unchecked()), spec.bytes(), &name),
        Some(big) => {
            let is_decimal = !matches!(
                spec.bytes().last(),
                Some(b'x' | b'X' | b'o' | b'b' | b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%')
            );
            if is_decimal {
                digits::check(vm, number)?;
            }
            format::format_int(vm, Int::Big(&big.big()), spec.bytes(), &name)
        }
    }
}
