//! Operations as methods of a context.

use crate::api::{Decimal, NativeDef, Run, Value, Vm, make, method, raise, spread_method, text, unreachable_body};
use crate::stdlib::number::decimal::arith::context::Context;
use crate::stdlib::number::decimal::arith::number::{Number, finish};
use crate::stdlib::number::decimal::arith::{basic, logic, power, quantum, transcend};
use crate::stdlib::number::decimal::face::arguments::{exactly, parse};
use crate::stdlib::number::decimal::face::convert::required;
use crate::stdlib::number::decimal::face::methods::{
    and, compare_total, compare_total_magnitudes, is_same_quantum, max, max_mag, min, min_mag, or, to_whole_exact,
    to_whole_value, with_sign_of, xor,
};
use crate::stdlib::number::decimal::face::object::{self, arith, operate};
use crate::stdlib::number::decimal::face::operators::{Binary, Unary, parts, shown};

fn unary(vm: &mut Vm, args: &[Value], operation: Unary) -> Run<Value> {
    let a = required(vm, args[1])?;
    operate(vm, args[0], |arith| operation(&a, arith))
}

fn binary(vm: &mut Vm, args: &[Value], names: &[Value], name: &str, operation: Binary) -> Run<Value> {
    let [a, b] = exactly(vm, &args[1..], names, name)?;
    let (a, b) = (required(vm, a)?, required(vm, b)?);
    operate(vm, args[0], |arith| operation(&a, &b, arith))
}

fn divmod(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [a, b] = exactly(vm, &args[1..], names, "divmod")?;
    let (a, b) = (required(vm, a)?, required(vm, b)?);
    parts(vm, args[0], &a, &b)
}

fn same_quantum(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [a, b] = exactly(vm, &args[1..], names, "same_quantum")?;
    let (a, b) = (required(vm, a)?, required(vm, b)?);
    Ok(Value::bool(is_same_quantum(&a, &b)))
}

fn fma(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [a, b, c] = exactly(vm, &args[1..], names, "fma")?;
    let (a, b, c) = (required(vm, a)?, required(vm, b)?, required(vm, c)?);
    operate(vm, args[0], |arith| basic::fma(&a, &b, &c, arith))
}

fn powers(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [a, b, modulus] = parse(vm, &args[1..], names, ["a", "b", "modulo"], 2)?;
    let (a, b) = (required(vm, a)?, required(vm, b)?);
    match modulus.bound().filter(|modulus| !modulus.is_none()) {
        None => operate(vm, args[0], |arith| power::power(&a, &b, arith)),
        Some(modulus) => {
            let modulus = required(vm, modulus)?;
            operate(vm, args[0], |arith| power::power_modulo(&a, &b, &modulus, arith))
        }
    }
}

fn written(vm: &mut Vm, args: &[Value], engineering: bool) -> Run<Value> {
    let a = required(vm, args[1])?;
    let line = shown(vm, &a, args[0], engineering)?;
    Ok(text::from_ascii(vm, &line))
}

fn canonical(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is::<Decimal>() {
        return Ok(args[1]);
    }
    Err(raise::type_error(vm, "argument must be a Decimal"))
}

fn plain(vm: &mut Vm, number: &Number) -> Run<Value> {
    object::new(vm, number)
}

macro_rules! unary {
    ($name:literal, $operation:path, $doc:literal) => {
        method($name, "($self, x, /)", |vm, args| unary(vm, args, $operation)).doc($doc)
    };
}
macro_rules! binary {
    ($name:literal, $operation:path, $doc:literal) => {
        spread_method($name, "($self, x, y, /)", |vm, args, names| {
            binary(vm, args, names, $name, $operation)
        })
        .doc($doc)
    };
}
macro_rules! question {
    ($name:literal, ($this:ident, $context:ident) => $ask:expr) => {
        method($name, "($self, x, /)", |vm, args| {
            let ($this, $context) = (required(vm, args[1])?, &arith(args[0]));
            Ok(Value::bool($ask))
        })
    };
}

pub static OPERATIONS: &[NativeDef] = &[
    unary!("abs", basic::absolute, "Return the absolute value of x.\n\n"),
    unary!("exp", transcend::exp, "Return e ** x.\n\n"),
    unary!("ln", transcend::ln, "Return the natural (base e) logarithm of x.\n\n"),
    unary!("log10", transcend::log10, "Return the base 10 logarithm of x.\n\n"),
    unary!(
        "logb",
        quantum::logb,
        "Return the exponent of the magnitude of the operand's MSD.\n\n"
    ),
    unary!("logical_invert", logic::invert, "Invert all digits of x.\n\n"),
    unary!(
        "minus",
        basic::minus,
        "Minus corresponds to the unary prefix minus operator.\n\n"
    ),
    unary!(
        "next_minus",
        quantum::next_minus,
        "Return the largest representable number smaller than x.\n\n"
    ),
    unary!(
        "next_plus",
        quantum::next_plus,
        "Return the smallest representable number larger than x.\n\n"
    ),
    unary!("normalize", quantum::normalize, "Reduce x to its simplest form.\n\n"),
    unary!(
        "plus",
        basic::plus,
        "Plus corresponds to the unary prefix plus operator.\n\n"
    ),
    unary!(
        "sqrt",
        power::square_root,
        "Square root of a non-negative number to context precision.\n\n"
    ),
    unary!("to_integral", to_whole_value, "Identical to to_integral_value(x).\n\n"),
    unary!(
        "to_integral_exact",
        to_whole_exact,
        "Round to an integer.  Signal if the result is rounded or inexact.\n\n"
    ),
    unary!("to_integral_value", to_whole_value, "Round to an integer.\n\n"),
    unary!("_apply", applied, "Round x to the context.\n\n"),
    binary!("add", basic::add, "Return the sum of x and y.\n\n"),
    binary!("compare", basic::compare, "Compare x and y numerically.\n\n"),
    binary!(
        "compare_signal",
        basic::compare_signal,
        "Compare x and y numerically.  All NaNs signal.\n\n"
    ),
    binary!(
        "compare_total",
        compare_total,
        "Compare x and y using their abstract representation.\n\n"
    ),
    binary!(
        "compare_total_mag",
        compare_total_magnitudes,
        "Compare x and y by representation, ignoring sign.\n\n"
    ),
    binary!("copy_sign", with_sign_of, "Copy the sign from y to x.\n\n"),
    binary!("divide", basic::divide, "Return x divided by y.\n\n"),
    binary!(
        "divide_int",
        basic::divide_whole,
        "Return x divided by y, truncated to an integer.\n\n"
    ),
    binary!(
        "logical_and",
        and,
        "Applies the logical operation 'and' between each operand's digits.\n\n"
    ),
    binary!(
        "logical_or",
        or,
        "Applies the logical operation 'or' between each operand's digits.\n\n"
    ),
    binary!(
        "logical_xor",
        xor,
        "Applies the logical operation 'xor' between each operand's digits.\n\n"
    ),
    binary!("max", max, "Compare the values numerically and return the maximum.\n\n"),
    binary!(
        "max_mag",
        max_mag,
        "Compare the values numerically with their sign ignored.\n\n"
    ),
    binary!("min", min, "Compare the values numerically and return the minimum.\n\n"),
    binary!(
        "min_mag",
        min_mag,
        "Compare the values numerically with their sign ignored.\n\n"
    ),
    binary!("multiply", basic::multiply, "Return the product of x and y.\n\n"),
    binary!(
        "next_toward",
        quantum::next_toward,
        "Return the number closest to x, in the direction towards y.\n\n"
    ),
    binary!(
        "quantize",
        quantum::quantize,
        "Return a value equal to x (rounded), having the exponent of y.\n\n"
    ),
    binary!(
        "remainder",
        basic::remainder,
        "Return the remainder from integer division.\n\n"
    ),
    binary!(
        "remainder_near",
        basic::remainder_near,
        "Return x - y * n, where n is the integer nearest the exact value of x / y.\n\n"
    ),
    binary!("rotate", logic::rotate, "Return a copy of x, rotated by y places.\n\n"),
    binary!(
        "scaleb",
        quantum::scaleb,
        "Return the first operand after adding the second value to its exp.\n\n"
    ),
    binary!("shift", logic::shift, "Return a copy of x, shifted by y places.\n\n"),
    binary!(
        "subtract",
        basic::subtract,
        "Return the difference between x and y.\n\n"
    ),
    question!("is_finite", (this, _context) => this.is_finite()),
    question!("is_infinite", (this, _context) => this.is_infinite()),
    question!("is_nan", (this, _context) => this.is_nan()),
    question!("is_normal", (this, context) => this.is_normal(context)),
    question!("is_qnan", (this, _context) => this.is_nan() && !this.is_signaling()),
    question!("is_signed", (this, _context) => this.negative),
    question!("is_snan", (this, _context) => this.is_signaling()),
    question!("is_subnormal", (this, context) => this.is_subnormal(context)),
    question!("is_zero", (this, _context) => this.is_zero()),
    method("is_canonical", "($self, x, /)", |vm, args| {
        canonical(vm, args).map(|_| Value::TRUE)
    }),
    method("canonical", "($self, x, /)", canonical).doc("Return a new instance of x.\n\n"),
    method("copy_abs", "($self, x, /)", |vm, args| {
        let a = required(vm, args[1])?;
        plain(vm, &a.absolute())
    }),
    method("copy_decimal", "($self, x, /)", |vm, args| {
        let a = required(vm, args[1])?;
        plain(vm, &a)
    }),
    method("copy_negate", "($self, x, /)", |vm, args| {
        let a = required(vm, args[1])?;
        plain(vm, &a.negated())
    }),
    method("number_class", "($self, x, /)", |vm, args| {
        let a = required(vm, args[1])?;
        Ok(text::new(vm, quantum::class_name(&a, &arith(args[0]))))
    }),
    method("radix", "($self, /)", |vm, _| plain(vm, &Number::integer(10))).doc("Return 10.\n\n"),
    method("to_sci_string", "($self, x, /)", |vm, args| written(vm, args, false))
        .doc("Convert a number to a string using scientific notation.\n\n"),
    method("to_eng_string", "($self, x, /)", |vm, args| written(vm, args, true))
        .doc("Convert a number to a string, using engineering notation.\n\n"),
    method("divmod", "($self, x, y, /)", unreachable_body)
        .spread(divmod)
        .doc("Return quotient and remainder of the division x / y.\n\n"),
    method("same_quantum", "($self, x, y, /)", unreachable_body)
        .spread(same_quantum)
        .doc("Return True if the two operands have the same exponent.\n\n"),
    method("fma", "($self, x, y, z, /)", unreachable_body)
        .spread(fma)
        .doc("Return x multiplied by y, plus z.\n\n"),
    spread_method("power", "($self, /, a, b, modulo=None)", powers)
        .doc("Compute a**b. If 'a' is negative, then 'b' must be integral.\n\n"),
    method("__sizeof__", "($self, /)", |vm, _| Ok(make::size(vm, 112))),
];

fn applied(a: &Number, context: &mut Context) -> Number {
    finish(a.clone(), context)
}
