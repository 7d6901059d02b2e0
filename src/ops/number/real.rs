//! Arithmetic of floats.

use crate::base::float::{self, Power};
use crate::bytecode::isa::BinaryOperator;
use crate::heap::value::Value;
use crate::ops::number::complex;
use crate::ops::{make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// `x op y`; NotImplemented for operators that floats have not.
#[inline]
pub fn binary(vm: &mut Vm, operator: BinaryOperator, x: f64, y: f64) -> Run<Value> {
    let result = match operator {
        BinaryOperator::Add => Some(x + y),
        BinaryOperator::Sub => Some(x - y),
        BinaryOperator::Mul => Some(x * y),
        BinaryOperator::Truediv => (y != 0.0).then(|| x / y),
        BinaryOperator::Floordiv => float::floor_div(x, y),
        BinaryOperator::Mod => float::floor_mod(x, y),
        BinaryOperator::Divmod => match float::div_mod_floor(x, y) {
            Some((q, r)) => return Ok(make::tuple(vm, &[Value::float(q), Value::float(r)])),
            None => None,
        },
        BinaryOperator::Pow => return power(vm, x, y),
        _ => return Ok(Value::NOT_IMPLEMENTED),
    };
    match result {
        Some(x) => Ok(Value::float(x)),
        None => Err(raise::zero_division_error(vm, "division by zero")),
    }
}

/// `x ** y`: complex for a negative base with a fractional exponent.
pub fn power(vm: &mut Vm, x: f64, y: f64) -> Run<Value> {
    match float::pow(x, y) {
        Power::Value(x) => Ok(Value::float(x)),
        Power::ZeroToNegative => Err(raise::zero_division_error(vm, "zero to a negative power")),
        Power::Complex => complex::power(vm, (x, 0.0), (y, 0.0)),
        Power::Overflow => Err(out_of_range(vm)),
    }
}

/// OverflowError(34, 'Numerical result out of range'), as the C library's.
#[cold]
#[inline(never)]
pub fn out_of_range(vm: &mut Vm) -> Raised {
    let message = text::new(vm, "Numerical result out of range");
    raise::with_args(vm, ClassId::OverflowError, &[Value::small_int(34), message])
}
