//! Decimals from other objects.

use crate::api::{
    BigInt, Decimal, List, NativeDef, Own, Raised, Run, Str, Tuple, Value, Vm, class, class_method, convert, is_own,
    method, own_class, raise, static_method, tuple, unreachable_body,
};
use crate::base::big::Big;
use crate::base::{float, unicode};
use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
use crate::stdlib::number::decimal::arith::context::{Context, flag};
use crate::stdlib::number::decimal::arith::number::{Form, Number, finish, invalid};
use crate::stdlib::number::decimal::arith::text::parse;
use crate::stdlib::number::decimal::face::arguments;
use crate::stdlib::number::decimal::face::object::{self, context_or_current, current, number, settle, with};

/// The number of an int.
pub fn of_int(int: Value) -> Number {
    match int.as_int() {
        Some(n) => Number::integer(n),
        None => {
            let big = int.expect::<BigInt>().big();
            Number::finite(big.is_negative(), Coefficient::from_big(&big), 0)
        }
    }
}

/// The number of a Decimal or an int.
#[inline]
pub fn operand(value: Value) -> Option<Number> {
    if let Some(object) = value.cast::<Decimal>() {
        return Some(number(object));
    }
    convert::int_value(value).map(of_int)
}

#[cold]
fn unsupported(vm: &mut Vm, value: Value) -> Raised {
    let name = class::name_of(vm, value);
    raise::type_error(vm, format!("conversion from {name} to Decimal is not supported"))
}

/// The number of an argument that must be a Decimal or an int.
/// # Errors
/// TypeError
#[inline]
pub fn required(vm: &mut Vm, value: Value) -> Run<Number> {
    match operand(value) {
        Some(number) => Ok(number),
        None => Err(unsupported(vm, value)),
    }
}

/// The exact value of a float.
pub fn of_float(x: f64) -> Number {
    let negative = x.is_sign_negative();
    if x.is_nan() {
        return Number::NAN;
    }
    if x.is_infinite() {
        return Number::infinity(negative);
    }
    let Some((above, below)) = float::as_integer_ratio(x.abs()) else {
        return Number::NAN;
    };
    // The denominator is a power of two: halves are tenths times five.
    let halvings = below.bit_length() - 1;
    let scaled = above.mul(&Big::from_u64(5).pow(halvings));
    Number::finite(negative, Coefficient::from_big(&scaled), -(halvings as i64))
}

/// Text without spaces around it and without underscores.
fn simplified(text: &[u8]) -> Vec<u8> {
    let ascii = unicode::ascii_number(text);
    let is_space = |c: &u8| matches!(c, 9..=13 | 28..=32);
    let start = ascii.iter().position(|c| !is_space(c)).unwrap_or(ascii.len());
    let end = ascii.iter().rposition(|c| !is_space(c)).map_or(start, |last| last + 1);
    ascii[start..end].iter().copied().filter(|&c| c != b'_').collect()
}

/// A result that must be exact, in no context.
fn exact(number: Number) -> (Number, u32) {
    let mut context = Context::MAX;
    let mut number = finish(number, &mut context);
    if context.status & (flag::INEXACT | flag::ROUNDED | flag::CLAMPED) != 0 {
        number = invalid(&mut context, flag::INVALID_OPERATION);
    }
    (number, context.status & flag::ERRORS)
}

/// The number of a text, spaces and underscores allowed.
/// # Errors
/// InvalidOperation if that is trapped.
pub fn of_text(vm: &mut Vm, text: &[u8], context: Value) -> Run<Number> {
    // Most texts are plain.
    let parsed = match parse(text) {
        Some(number) => Some(number),
        None => parse(&simplified(text)),
    };
    let (number, status) = match parsed {
        Some(number) => exact(number),
        None => (Number::NAN, flag::CONVERSION_SYNTAX),
    };
    settle(vm, context, status)?;
    Ok(number)
}

/// The number of a text as the context's own `create_decimal` takes it.
fn of_text_in(text: &[u8], context: &mut Context) -> Number {
    let ascii = unicode::ascii_number(text);
    match parse(&ascii) {
        None => invalid(context, flag::CONVERSION_SYNTAX),
        Some(number) if number.is_nan() && payload_is_long(&number, context) => {
            invalid(context, flag::CONVERSION_SYNTAX)
        }
        Some(number) => finish(number, context),
    }
}

fn payload_is_long(number: &Number, context: &Context) -> bool {
    !number.coefficient.is_zero() && number.digits() > context.prec - i64::from(context.clamp)
}

fn sequence(value: Value) -> Option<Vec<Value>> {
    if let Some(list) = value.cast::<List>() {
        return Some(list.to_vec());
    }
    Some(tuple::items(value.cast::<Tuple>()?).to_vec())
}

/// The number of `(sign, digits, exponent)`.
fn of_parts(vm: &mut Vm, parts: &[Value]) -> Run<Number> {
    let &[sign, digits, exponent] = parts else {
        return Err(raise::value_error(vm, "argument must be a sequence of length 3"));
    };
    let negative = match convert::int_value(sign).and_then(convert::int_to_i64) {
        Some(0) => false,
        Some(1) => true,
        _ => {
            let text = "sign must be an integer with the value 0 or 1";
            return Err(raise::value_error(vm, text));
        }
    };
    let (form, exponent) = form_and_exponent(vm, exponent)?;
    let Some(digits) = sequence(digits) else {
        return Err(raise::value_error(vm, "coefficient must be a tuple of digits"));
    };
    if form == Form::Infinite {
        return Ok(Number::infinity(negative));
    }
    let mut text = Vec::with_capacity(digits.len());
    for digit in digits {
        match convert::int_value(digit).and_then(convert::int_to_i64) {
            Some(digit @ 0..=9) => text.push(b'0' + digit as u8),
            _ => return Err(raise::value_error(vm, "coefficient must be a tuple of digits")),
        }
    }
    let start = text.iter().position(|&c| c != b'0').unwrap_or(text.len());
    let coefficient = Coefficient::from_text(&text[start..]);
    Ok(Number {
        coefficient,
        exponent,
        form,
        negative,
    })
}

fn form_and_exponent(vm: &mut Vm, value: Value) -> Run<(Form, i64)> {
    if let Some(name) = value.cast::<Str>() {
        return match name.bytes() {
            b"F" => Ok((Form::Infinite, 0)),
            b"n" => Ok((Form::Quiet, 0)),
            b"N" => Ok((Form::Signaling, 0)),
            _ => {
                let text = "string argument in the third position must be 'F', 'n' or 'N'";
                Err(raise::value_error(vm, text))
            }
        };
    }
    match convert::int_value(value) {
        Some(int) => {
            let far = 4_000_000_000_000_000_000;
            Ok((Form::Finite, convert::ssize(vm, int)?.clamp(-far, far)))
        }
        None => Err(raise::value_error(vm, "exponent must be an integer")),
    }
}

/// What kinds of objects a constructor takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Wants {
    Anything,
    Numbers,
}

/// A Decimal of `class`, of the exact value of an object.
fn from_object(vm: &mut Vm, class: Value, value: Value, context: Value, wants: Wants) -> Run<Value> {
    if let Some(known) = value.cast::<Decimal>() {
        if class == own_class(vm, Own::Decimal).value() && class::of(vm, value).value() == class {
            return Ok(value);
        }
        return object::new_in(vm, class, &number(known));
    }
    let made = if let Some(int) = convert::int_value(value) {
        of_int(int)
    } else if let Some(x) = convert::float_value(value) {
        settle(vm, context, flag::FLOAT_OPERATION)?;
        of_float(x)
    } else if wants == Wants::Numbers {
        return Err(unsupported(vm, value));
    } else if let Some(text) = value.cast::<Str>() {
        of_text(vm, text.bytes(), context)?
    } else if let Some(parts) = sequence(value) {
        let parsed = of_parts(vm, &parts)?;
        let (number, status) = exact(parsed);
        settle(vm, context, status)?;
        number
    } else {
        return Err(unsupported(vm, value));
    };
    object::new_in(vm, class, &made)
}

fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [value, context] = arguments::parse(vm, &args[1..], names, ["value", "context"], 0)?;
    let context = context_or_current(vm, context)?;
    match value.bound() {
        Some(value) => from_object(vm, args[0], value, context, Wants::Anything),
        None => object::new_in(vm, args[0], &Number::zero(false, 0)),
    }
}

/// An int or a float, exactly.
fn of_float_argument(vm: &mut Vm, value: Value) -> Run<Number> {
    if let Some(int) = convert::int_value(value) {
        return Ok(of_int(int));
    }
    match convert::float_value(value) {
        Some(x) => Ok(of_float(x)),
        None => Err(raise::type_error(vm, "argument must be int or float")),
    }
}

/// `number` as an instance of `class`: a subclass is called with it.
fn through_class(vm: &mut Vm, class: Value, number: &Number) -> Run<Value> {
    let made = object::new(vm, number)?;
    if class == own_class(vm, Own::Decimal).value() {
        return Ok(made);
    }
    crate::api::call::call(vm, class, &[made])
}

fn from_number(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let context = current(vm)?;
    let decimal = own_class(vm, Own::Decimal).value();
    let made = from_object(vm, decimal, args[1], context, Wants::Numbers)?;
    if args[0] == decimal {
        return Ok(made);
    }
    crate::api::call::call(vm, args[0], &[made])
}

fn create(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let value = arguments::at_most_one(vm, &args[1..], names, "create_decimal")?;
    let context = args[0];
    let Some(value) = value.bound() else {
        return object::operate(vm, context, |arith| finish(Number::zero(false, 0), arith));
    };
    if let Some(text) = value.cast::<Str>() {
        return object::operate(vm, context, |arith| of_text_in(text.bytes(), arith));
    }
    if let Some(known) = value.cast::<Decimal>() {
        let number = number(known);
        return object::operate(vm, context, |arith| {
            if number.is_nan() && payload_is_long(&number, arith) {
                return invalid(arith, flag::CONVERSION_SYNTAX);
            }
            finish(number, arith)
        });
    }
    if let Some(int) = convert::int_value(value) {
        return object::operate(vm, context, |arith| finish(of_int(int), arith));
    }
    if let Some(x) = convert::float_value(value) {
        settle(vm, context, flag::FLOAT_OPERATION)?;
        return object::operate(vm, context, |arith| finish(of_float(x), arith));
    }
    let Some(parts) = sequence(value) else {
        return Err(unsupported(vm, value));
    };
    let parsed = of_parts(vm, &parts)?;
    object::operate(vm, context, |arith| {
        if parsed.is_nan() && payload_is_long(&parsed, arith) {
            return invalid(arith, flag::CONVERSION_SYNTAX);
        }
        finish(parsed, arith)
    })
}

/// Constructors of the class Decimal.
pub static CONSTRUCTORS: &[NativeDef] = &[
    static_method("__new__", "($type, value='0', context=None)", unreachable_body).spread(new),
    class_method("from_float", "($type, f, /)", |vm, args| {
        let number = of_float_argument(vm, args[1])?;
        through_class(vm, args[0], &number)
    })
    .doc("Class method that converts a float to a decimal number, exactly.\n\n"),
    class_method("from_number", "($type, number, /)", from_number)
        .doc("Class method that converts a real number to a decimal number, exactly.\n\n"),
];

/// Constructors of contexts.
pub static IN_CONTEXT: &[NativeDef] = &[
    method("create_decimal", "($self, num=\"0\", /)", unreachable_body).spread(create),
    method("create_decimal_from_float", "($self, f, /)", |vm, args| {
        let number = of_float_argument(vm, args[1])?;
        object::operate(vm, args[0], |arith| finish(number, arith))
    }),
];

/// Whether a value is a Decimal.
pub fn is_decimal(vm: &Vm, value: Value) -> bool {
    is_own(vm, value, Own::Decimal)
}

/// Whether exponents of a context are written with a capital.
pub fn capitals(context: Value) -> bool {
    with(context, |environment| environment.capitals)
}
