//! `float`.

use crate::base::float::{self, HexError};
use crate::base::unicode;
use crate::binary_specials;
use crate::bytecode::isa::BinaryOperator;
use crate::comparison_specials;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::text::string::Str;
use crate::ops::number::arith;
use crate::ops::relation::{compare, hash};
use crate::ops::render::{buffer, format, repr};
use crate::ops::{call, class, convert, make, raise, text};
use crate::types::number::int_convert;
use crate::types::number::literal;
use crate::types::number::wrapped;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, getter, method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static FLOAT: &[NativeDef] = &[
    static_method("__new__", "(type, x=0, /)", unreachable_body).spread(new),
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
    method("__int__", "($self, /)", trunc),
    method("__float__", "($self, /)", plain),
    method("__floordiv__", "($self, value, /)", floordiv),
    method("__rfloordiv__", "($self, value, /)", rfloordiv),
    method("__truediv__", "($self, value, /)", truediv),
    method("__rtruediv__", "($self, value, /)", rtruediv),
    class_method("from_number", "($type, number, /)", from_number)
        .doc("Convert real number to a floating-point number."),
    method("conjugate", "($self, /)", plain).doc("Return self, the complex conjugate of any float."),
    method("__trunc__", "($self, /)", trunc).doc("Return the Integral closest to x between 0 and x."),
    method("__floor__", "($self, /)", floor).doc("Return the floor as an Integral."),
    method("__ceil__", "($self, /)", ceil).doc("Return the ceiling as an Integral."),
    method("__round__", "($self, ndigits=None, /)", round)
        .doc("Return the Integral closest to x, rounding half toward even."),
    method("as_integer_ratio", "($self, /)", as_integer_ratio)
        .doc("Return a pair of integers, whose ratio is exactly equal to the original float."),
    class_method("fromhex", "($type, string, /)", from_hex)
        .doc("Create a floating-point number from a hexadecimal string."),
    method("hex", "($self, /)", hex).doc("Return a hexadecimal representation of a floating-point number."),
    method("is_integer", "($self, /)", is_integer).doc("Return True if the float is an integer."),
    method("__getnewargs__", "($self, /)", new_args),
    class_method("__getformat__", "($type, typestr, /)", number_format)
        .doc("You probably don't want to use this function."),
    method("__format__", "($self, format_spec, /)", formatted).doc("Formats the float according to format_spec."),
    getter("real", plain).doc("the real part of a complex number"),
    getter("imag", zero).doc("the imaginary part of a complex number"),
];

binary_specials! { arith::floats;
    add radd Add; sub rsub Sub; mul rmul Mul; rem rrem Mod; divmod rdivmod Divmod; floordiv rfloordiv Floordiv;
    truediv rtruediv Truediv; powers rpowers Pow;
}
comparison_specials! { compared; lt Lt; le Le; eq Eq; ne Ne; gt Gt; ge Ge; }

fn compared(operator: Special, a: Value, b: Value) -> Value {
    match compare::order_numbers(a, b) {
        Some(order) => Value::bool(compare::holds(operator, order)),
        None => Value::NOT_IMPLEMENTED,
    }
}

/// The number of a receiver, which is a float of some class.
fn receiver(args: &[Value]) -> f64 {
    convert::float_value(args[0]).expect("methods of float get floats")
}

fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let class = args[0].expect::<Class>();
    let own_init = class.special(Special::Init) != class::known(vm, ClassId::Float).special(Special::Init);
    if !names.is_empty() && !own_init {
        return Err(raise::type_error(vm, "float() takes no keyword arguments"));
    }
    let x = match args[1..args.len() - names.len()] {
        [] => 0.0,
        [x] => of(vm, x)?,
        ref given => {
            let message = format!("float expected at most 1 argument, got {}", given.len());
            return Err(raise::type_error(vm, message));
        }
    };
    let x = match args.get(1) {
        Some(&given) if given.is_float() => given,
        _ if x.is_nan() => {
            vm.nans += 1;
            Value::nan(vm.nans)
        }
        _ => Value::float(x),
    };
    Ok(wrapped::new(vm, class, ClassId::Float, x))
}

/// `float(x)`
fn of(vm: &mut Vm, x: Value) -> Run<f64> {
    if let Some(x) = x.as_float() {
        return Ok(x);
    }
    if class::is_exact(x, ClassId::Str) {
        let string: Ref<Str> = x.expect();
        return literal::float(vm, x, &unicode::ascii_number(string.bytes()));
    }
    if let Some(text) = literal::of_value(x)
        && class::special(vm, x, Special::Float).is_none()
    {
        return literal::float(vm, x, &text);
    }
    // Instances of subclasses of float may say something else by `__float__`.
    let plain = class::known(vm, ClassId::Float).special(Special::Float);
    if convert::float_value(x).is_some()
        && class::special(vm, x, Special::Float) != plain
        && let Some(result) = call::special(vm, x, Special::Float, &[])
    {
        let result = result?;
        return checked(vm, x, result);
    }
    if let Some(x) = convert::try_f64(vm, x)? {
        return Ok(x);
    }
    match buffer::copy(x) {
        Some(text) => literal::float(vm, x, &text),
        None => {
            let name = class::name_of(vm, x);
            let text = format!("float() argument must be a string or a real number, not '{name}'");
            Err(raise::type_error(vm, text))
        }
    }
}

/// What `x.__float__()` answered.
fn checked(vm: &mut Vm, x: Value, result: Value) -> Run<f64> {
    match convert::float_value(result) {
        Some(x) => Ok(x),
        None => {
            let (name, got) = (class::name_of(vm, x), class::name_of(vm, result));
            let text = format!("{name}.__float__ returned non-float (type {got})");
            Err(raise::type_error(vm, text))
        }
    }
}

/// The float `x` as an instance of `class`.
fn of_class(vm: &mut Vm, class: Value, x: f64) -> Run<Value> {
    let class: Ref<Class> = class.expect();
    if class == class::known(vm, ClassId::Float) {
        return Ok(Value::float(x));
    }
    call::call(vm, class.value(), &[Value::float(x)])
}

fn from_number(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_float() && args[0] == vm.class(ClassId::Float) {
        return Ok(args[1]);
    }
    let x = convert::to_f64(vm, args[1])?;
    of_class(vm, args[0], x)
}

fn from_hex(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(string) = args[1].cast::<Str>() else {
        return Err(raise::type_error(vm, "bad argument type for built-in operation"));
    };
    match float::from_hex(&string.lossy()) {
        Ok(x) => of_class(vm, args[0], x),
        Err(HexError::Invalid) => Err(raise::value_error(vm, "invalid hexadecimal floating-point string")),
        Err(HexError::TooLarge) => {
            let text = "hexadecimal value too large to represent as a float";
            Err(raise::overflow_error(vm, text))
        }
    }
}

fn number_format(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(kind) = args[1].cast::<Str>() else {
        let name = class::name_of_argument(vm, args[1]);
        return Err(raise::type_error(
            vm,
            format!("__getformat__() argument must be str, not {name}"),
        ));
    };
    if !matches!(kind.bytes(), b"double" | b"float") {
        let text = "__getformat__() argument 1 must be 'double' or 'float'";
        return Err(raise::value_error(vm, text));
    }
    let order = if cfg!(target_endian = "little") {
        "IEEE, little-endian"
    } else {
        "IEEE, big-endian"
    };
    Ok(text::new(vm, order))
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
    let text = "pow() 3rd argument not allowed unless all arguments are integers";
    Err(raise::type_error(vm, text))
}

fn plain(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::float(receiver(args)))
}
fn zero(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::float(0.0))
}
fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    repr::repr(vm, Value::float(receiver(args)))
}
fn hashed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::int(vm, hash::of_float(receiver(args))))
}
fn truth(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(receiver(args) != 0.0))
}
fn neg(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::float(-receiver(args)))
}
fn abs(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::float(receiver(args).abs()))
}
fn trunc(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    int_convert::of_float(vm, receiver(args))
}
fn floor(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    int_convert::of_float(vm, receiver(args).floor())
}
fn ceil(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    int_convert::of_float(vm, receiver(args).ceil())
}
fn hex(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(text::new(vm, &float::hex(receiver(args))))
}
fn is_integer(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let x = receiver(args);
    Ok(Value::bool(x.is_finite() && x == x.trunc()))
}
fn new_args(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::tuple(vm, &[Value::float(receiver(args))]))
}

fn round(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let x = receiver(args);
    if args[1].or(Value::NONE).is_none() {
        return int_convert::of_float(vm, x.round_ties_even());
    }
    let digits = convert::index_clamped(vm, args[1])?;
    match float::round(x, digits) {
        Some(x) => Ok(Value::float(x)),
        None => Err(raise::overflow_error(vm, "rounded value too large to represent")),
    }
}

fn as_integer_ratio(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let x = receiver(args);
    match float::as_integer_ratio(x) {
        Some((numerator, denominator)) => {
            let (numerator, denominator) = (make::big(vm, numerator), make::big(vm, denominator));
            Ok(make::tuple(vm, &[numerator, denominator]))
        }
        None if x.is_nan() => Err(raise::value_error(vm, "cannot convert NaN to integer ratio")),
        None => Err(raise::overflow_error(vm, "cannot convert Infinity to integer ratio")),
    }
}

fn formatted(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let spec = format::specification(vm, args[1])?;
    if spec.is_empty() {
        return repr::str(vm, args[0]);
    }
    let name = class::name_of(vm, args[0]);
    format::format_float(vm, receiver(args), spec.bytes(), &name)
}
