//! Methods of Decimal that are no operators.

use crate::api::{
    NativeDef, Run, Value, Vm, call, class, getter, make, method, raise, spread_method, text, unreachable_body,
};
use crate::stdlib::number::decimal::arith::basic::{self, Extreme};
use crate::stdlib::number::decimal::arith::context::{Context, Rounding};
use crate::stdlib::number::decimal::arith::number::{self, Form, Number};
use crate::stdlib::number::decimal::arith::text::{Style, show};
use crate::stdlib::number::decimal::arith::{logic, power, quantum, transcend};
use crate::stdlib::number::decimal::face::arguments::parse;
use crate::stdlib::number::decimal::face::context::rounding_of;
use crate::stdlib::number::decimal::face::convert::required;
use crate::stdlib::number::decimal::face::format::format;
use crate::stdlib::number::decimal::face::object::{self, arith, context_or_current, kept, operate, state};
use crate::stdlib::number::decimal::face::operators::{Binary, Unary, receiver, shown, to_ratio};

fn unary(vm: &mut Vm, args: &[Value], names: &[Value], operation: Unary) -> Run<Value> {
    let [context] = parse(vm, &args[1..], names, ["context"], 0)?;
    let context = context_or_current(vm, context)?;
    operate(vm, context, |arith| operation(&receiver(args), arith))
}

fn binary(vm: &mut Vm, args: &[Value], names: &[Value], operation: Binary) -> Run<Value> {
    let [other, context] = parse(vm, &args[1..], names, ["other", "context"], 1)?;
    let context = context_or_current(vm, context)?;
    let other = required(vm, other)?;
    operate(vm, context, |arith| operation(&receiver(args), &other, arith))
}

fn fma(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [other, third, context] = parse(vm, &args[1..], names, ["other", "third", "context"], 2)?;
    let context = context_or_current(vm, context)?;
    let (other, third) = (required(vm, other)?, required(vm, third)?);
    operate(vm, context, |arith| basic::fma(&receiver(args), &other, &third, arith))
}

/// The rounding of a context, or another one.
fn rounded(vm: &mut Vm, rounding: Value, context: Value) -> Run<Rounding> {
    match rounding.bound().filter(|rounding| !rounding.is_none()) {
        Some(rounding) => rounding_of(vm, rounding),
        None => Ok(arith(context).rounding),
    }
}

fn quantize(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [unit, rounding, context] = parse(vm, &args[1..], names, ["exp", "rounding", "context"], 1)?;
    let context = context_or_current(vm, context)?;
    let rounding = rounded(vm, rounding, context)?;
    let unit = required(vm, unit)?;
    operate(vm, context, |arith| {
        arith.rounding = rounding;
        quantum::quantize(&receiver(args), &unit, arith)
    })
}

fn to_whole(vm: &mut Vm, args: &[Value], names: &[Value], exact: bool) -> Run<Value> {
    let [rounding, context] = parse(vm, &args[1..], names, ["rounding", "context"], 0)?;
    let context = context_or_current(vm, context)?;
    let rounding = rounded(vm, rounding, context)?;
    operate(vm, context, |arith| {
        arith.rounding = rounding;
        quantum::to_whole(&receiver(args), exact, arith)
    })
}

/// A question about the receiver and a context.
fn asked(vm: &mut Vm, args: &[Value], names: &[Value], ask: fn(&Number, &Context) -> Value) -> Run<Value> {
    let [context] = parse(vm, &args[1..], names, ["context"], 0)?;
    let context = context_or_current(vm, context)?;
    Ok(ask(&receiver(args), &arith(context)))
}

fn engineering(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [context] = parse(vm, &args[1..], names, ["context"], 0)?;
    let context = context_or_current(vm, context)?;
    let line = shown(vm, &receiver(args), context, true)?;
    Ok(text::from_ascii(vm, &line))
}

fn number_class(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [context] = parse(vm, &args[1..], names, ["context"], 0)?;
    let context = context_or_current(vm, context)?;
    let name = quantum::class_name(&receiver(args), &arith(context));
    Ok(text::new(vm, name))
}

fn same_quantum(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [other, context] = parse(vm, &args[1..], names, ["other", "context"], 1)?;
    context_or_current(vm, context)?;
    let other = required(vm, other)?;
    Ok(Value::bool(is_same_quantum(&receiver(args), &other)))
}

/// Whether exponents are the same.
pub fn is_same_quantum(a: &Number, b: &Number) -> bool {
    if a.is_finite() && b.is_finite() {
        return a.exponent == b.exponent;
    }
    a.is_nan() && b.is_nan() || a.is_infinite() && b.is_infinite()
}

/// `copy_sign`
pub fn with_sign_of(a: &Number, b: &Number, _: &mut Context) -> Number {
    a.clone().with_sign(b.negative)
}

pub fn compare_total(a: &Number, b: &Number, _: &mut Context) -> Number {
    basic::order(number::compare_total(a, b))
}

pub fn compare_total_magnitudes(a: &Number, b: &Number, _: &mut Context) -> Number {
    basic::order(number::total_magnitudes(a, b))
}

macro_rules! extremes {
    ($($name:ident $largest:literal $by_magnitude:literal;)*) => {$(
        pub fn $name(a: &Number, b: &Number, context: &mut Context) -> Number {
            let which = Extreme { largest: $largest, by_magnitude: $by_magnitude };
            basic::extreme(a, b, which, context)
        }
    )*};
}

extremes! {
    max true false;
    max_mag true true;
    min false false;
    min_mag false true;
}

macro_rules! logical {
    ($($name:ident $work:expr;)*) => {$(
        pub fn $name(a: &Number, b: &Number, context: &mut Context) -> Number {
            logic::combine(a, b, $work, context)
        }
    )*};
}

logical! {
    and |x, y| x & y;
    or |x, y| x | y;
    xor |x, y| x ^ y;
}

/// `to_integral_exact` and `to_integral_value` of contexts.
pub fn to_whole_exact(a: &Number, context: &mut Context) -> Number {
    quantum::to_whole(a, true, context)
}
pub fn to_whole_value(a: &Number, context: &mut Context) -> Number {
    quantum::to_whole(a, false, context)
}

fn as_tuple(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this = receiver(args);
    let mut digits = Vec::new();
    if !(this.is_nan() && this.coefficient.is_zero()) {
        raise::room(vm, 8 * this.digits() as usize)?;
        this.coefficient.push_text(&mut digits);
    }
    let digits: Vec<Value> = digits.iter().map(|&c| Value::small_int(i64::from(c - b'0'))).collect();
    let digits = make::tuple(vm, &digits);
    let exponent = match this.form {
        Form::Finite => make::int(vm, this.exponent),
        Form::Infinite => text::new(vm, "F"),
        Form::Quiet => text::new(vm, "n"),
        Form::Signaling => text::new(vm, "N"),
    };
    let class = kept(vm, state::TUPLE);
    let sign = Value::small_int(i64::from(this.negative));
    call::call(vm, class, &[sign, digits, exponent])
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let style = Style {
        engineering: false,
        capitals: true,
    };
    let line = text::from_ascii(vm, &show(&receiver(args), style));
    let given = make::tuple(vm, &[line]);
    let class = class::of(vm, args[0]).value();
    Ok(make::tuple(vm, &[class, given]))
}

fn adjusted(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this = receiver(args);
    let size = if this.is_finite() { this.adjusted() } else { 0 };
    Ok(make::int(vm, size))
}

/// What CPython's object would take.
fn size_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let words = (receiver(args).digits() as usize).div_ceil(19);
    let more = if words > 4 { 8 * words } else { 0 };
    Ok(make::size(vm, 104 + more))
}

fn made(vm: &mut Vm, number: Number) -> Run<Value> {
    object::new(vm, &number)
}

macro_rules! unary {
    ($name:literal, $operation:path, $doc:literal) => {
        spread_method($name, "($self, /, context=None)", |vm, args, names| {
            unary(vm, args, names, $operation)
        })
        .doc($doc)
    };
}
macro_rules! binary {
    ($name:literal, $operation:path, $doc:literal) => {
        spread_method($name, "($self, /, other, context=None)", |vm, args, names| {
            binary(vm, args, names, $operation)
        })
        .doc($doc)
    };
}
macro_rules! question {
    ($name:literal, $this:ident => $ask:expr, $doc:literal) => {
        method($name, "($self, /)", |_, args| {
            let $this = receiver(args);
            Ok(Value::bool($ask))
        })
        .doc($doc)
    };
}

pub static METHODS: &[NativeDef] = &[
    unary!(
        "exp",
        transcend::exp,
        "Return the value of the (natural) exponential function e**x at the given number.\n\n"
    ),
    unary!(
        "ln",
        transcend::ln,
        "Return the natural (base e) logarithm of the operand.\n\n"
    ),
    unary!(
        "log10",
        transcend::log10,
        "Return the base ten logarithm of the operand.\n\n"
    ),
    unary!(
        "logb",
        quantum::logb,
        "Return the adjusted exponent of the operand as a Decimal instance.\n\n"
    ),
    unary!("logical_invert", logic::invert, "Invert all its digits.\n\n"),
    unary!(
        "next_minus",
        quantum::next_minus,
        "Return the largest number that is smaller than the operand.\n\n"
    ),
    unary!(
        "next_plus",
        quantum::next_plus,
        "Return the smallest number that is larger than the operand.\n\n"
    ),
    unary!(
        "normalize",
        quantum::normalize,
        "Normalize the number by stripping trailing 0s.\n\n"
    ),
    unary!(
        "sqrt",
        power::square_root,
        "Return the square root of the argument to full precision.\n\n"
    ),
    binary!(
        "compare",
        basic::compare,
        "Compare self to other.  Return a decimal value.\n\n"
    ),
    binary!(
        "compare_signal",
        basic::compare_signal,
        "Identical to compare(), except that all NaNs signal.\n\n"
    ),
    binary!(
        "compare_total",
        compare_total,
        "Compare two operands using their abstract representation.\n\n"
    ),
    binary!(
        "compare_total_mag",
        compare_total_magnitudes,
        "Compare two operands by representation, ignoring signs.\n\n"
    ),
    binary!(
        "copy_sign",
        with_sign_of,
        "Return a copy of self with the sign of other.\n\n"
    ),
    binary!(
        "logical_and",
        and,
        "Applies an 'and' operation between self and other's digits.\n\n"
    ),
    binary!(
        "logical_or",
        or,
        "Applies an 'or' operation between self and other's digits.\n\n"
    ),
    binary!(
        "logical_xor",
        xor,
        "Applies an 'xor' operation between self and other's digits.\n\n"
    ),
    binary!("max", max, "Maximum of self and other.\n\n"),
    binary!(
        "max_mag",
        max_mag,
        "As the max() method, but compares the absolute values of the operands.\n\n"
    ),
    binary!("min", min, "Minimum of self and other.\n\n"),
    binary!(
        "min_mag",
        min_mag,
        "As the min() method, but compares the absolute values of the operands.\n\n"
    ),
    binary!(
        "next_toward",
        quantum::next_toward,
        "Return the neighbour of the operand on the side of the other one.\n\n"
    ),
    binary!(
        "remainder_near",
        basic::remainder_near,
        "Return the remainder from dividing self by other.\n\n"
    ),
    binary!(
        "rotate",
        logic::rotate,
        "Return the result of rotating the digits of self.\n\n"
    ),
    binary!(
        "scaleb",
        quantum::scaleb,
        "Return the first operand with its exponent adjusted by the second.\n\n"
    ),
    binary!(
        "shift",
        logic::shift,
        "Return the result of shifting the digits of self.\n\n"
    ),
    spread_method("fma", "($self, /, other, third, context=None)", fma)
        .doc("Fused multiply-add.  Return self*other+third with no rounding in between.\n\n"),
    spread_method("quantize", "($self, /, exp, rounding=None, context=None)", quantize)
        .doc("Return a value equal to *self* after rounding, with the exponent of *exp*.\n\n"),
    spread_method(
        "to_integral",
        "($self, /, rounding=None, context=None)",
        |vm, args, names| to_whole(vm, args, names, false),
    )
    .doc("Identical to the to_integral_value() method.\n\n"),
    spread_method(
        "to_integral_value",
        "($self, /, rounding=None, context=None)",
        |vm, args, names| to_whole(vm, args, names, false),
    )
    .doc("Round to the nearest integer without signaling Inexact or Rounded.\n\n"),
    spread_method(
        "to_integral_exact",
        "($self, /, rounding=None, context=None)",
        |vm, args, names| to_whole(vm, args, names, true),
    )
    .doc("Round to the nearest integer.\n\n"),
    spread_method("is_normal", "($self, /, context=None)", |vm, args, names| {
        asked(vm, args, names, |this, context| Value::bool(this.is_normal(context)))
    })
    .doc("Return True if the argument is a normal number and False otherwise.\n\n"),
    spread_method("is_subnormal", "($self, /, context=None)", |vm, args, names| {
        asked(vm, args, names, |this, context| Value::bool(this.is_subnormal(context)))
    })
    .doc("Return True if the argument is subnormal, and False otherwise.\n\n"),
    spread_method("number_class", "($self, /, context=None)", number_class)
        .doc("Return a string describing the class of the operand.\n\n"),
    spread_method("same_quantum", "($self, /, other, context=None)", same_quantum)
        .doc("Test whether self and other have the same exponent or whether both are NaN.\n\n"),
    spread_method("to_eng_string", "($self, /, context=None)", engineering)
        .doc("Convert to an engineering-type string.\n\n"),
    question!("is_finite", this => this.is_finite(), "Return True if the argument is a finite number, and False otherwise.\n\n"),
    question!("is_infinite", this => this.is_infinite(), "Return True if the argument is infinite, and False otherwise.\n\n"),
    question!("is_nan", this => this.is_nan(), "Return True if the argument is a (quiet or signaling) NaN, else False.\n\n"),
    question!("is_qnan", this => this.is_nan() && !this.is_signaling(), "Return True if the argument is a quiet NaN, and False otherwise.\n\n"),
    question!("is_snan", this => this.is_signaling(), "Return True if the argument is a signaling NaN and False otherwise.\n\n"),
    question!("is_signed", this => this.negative, "Return True if the argument has a negative sign and False otherwise.\n\n"),
    question!("is_zero", this => this.is_zero(), "Return True if the argument is a zero and False otherwise.\n\n"),
    method("is_canonical", "($self, /)", |_, _| Ok(Value::TRUE))
        .doc("Return True if the argument is canonical and False otherwise.\n\n"),
    method("canonical", "($self, /)", |_, args| Ok(args[0])).doc("Return the canonical encoding of the argument.\n\n"),
    method("conjugate", "($self, /)", |_, args| Ok(args[0])).doc("Return self.\n\n"),
    method("radix", "($self, /)", |vm, _| made(vm, Number::integer(10))).doc("Return Decimal(10).\n\n"),
    method("copy_abs", "($self, /)", |vm, args| made(vm, receiver(args).absolute()))
        .doc("Return the absolute value of the argument.\n\n"),
    method("copy_negate", "($self, /)", |vm, args| {
        made(vm, receiver(args).negated())
    })
    .doc("Return the negation of the argument.\n\n"),
    method("adjusted", "($self, /)", adjusted)
        .doc("Return the adjusted exponent (exp + digits - 1) of the number.\n\n"),
    method("as_tuple", "($self, /)", as_tuple).doc("Return a tuple representation of the number.\n\n"),
    method("as_integer_ratio", "($self, /)", |vm, args| {
        to_ratio(vm, &receiver(args))
    })
    .doc("Return a pair of integers whose ratio is exactly equal to the original.\n\n"),
    method("__copy__", "($self, /)", |_, args| Ok(args[0])),
    method("__deepcopy__", "($self, memo, /)", |_, args| Ok(args[0])),
    method("__reduce__", "($self, /)", reduce),
    method("__sizeof__", "($self, /)", size_of),
    method("__format__", "($self, format_spec, override=None, /)", unreachable_body).spread(format),
    getter("real", |_, args| Ok(args[0])),
    getter("imag", |vm, _| made(vm, Number::zero(false, 0))),
];
