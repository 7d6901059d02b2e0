//! Functions of many numbers.

use crate::api::{BinaryOperator, List, Raised, Ref, Run, Tuple, Value, Vm, arith, convert, iterate, make, raise};
use crate::base::special::sum::{self, DotProduct, ExactSum, SumError};

pub fn fsum(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = iterate::iter(vm, args[0])?;
    let mut total = ExactSum::new();
    while let Some(item) = iterate::next(vm, iterator)? {
        let x = convert::to_f64(vm, item)?;
        total.add(x).map_err(|error| sum_error(vm, error))?;
    }
    match total.finish() {
        Ok(x) => Ok(Value::float(x)),
        Err(error) => Err(sum_error(vm, error)),
    }
}

fn sum_error(vm: &mut Vm, error: SumError) -> Raised {
    match error {
        SumError::Overflow => raise::overflow_error(vm, "intermediate overflow in fsum"),
        SumError::OppositeInfinities => raise::value_error(vm, "-inf + inf in fsum"),
    }
}

pub fn prod(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = iterate::iter(vm, args[0])?;
    let mut result = args[1].or(Value::small_int(1));
    while let Some(item) = iterate::next(vm, iterator)? {
        result = arith::binary(vm, BinaryOperator::Mul, result, item)?;
    }
    Ok(result)
}

/// Runs of floats are summed in triple length, everything else by the operators.
pub fn sumprod(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let left = iterate::iter(vm, args[0])?;
    let right = iterate::iter(vm, args[1])?;
    let mut total = Value::small_int(0);
    let mut floats: Option<DotProduct> = None;
    loop {
        let (x, y) = (iterate::next(vm, left)?, iterate::next(vm, right)?);
        let (x, y) = match (x, y) {
            (Some(x), Some(y)) => (x, y),
            (None, None) => break,
            _ => return Err(raise::value_error(vm, "Inputs are not the same length")),
        };
        if let Some((x, y)) = float_pair(x, y) {
            let mut sum = floats.unwrap_or_default();
            if sum.add(x, y) {
                floats = Some(sum);
                continue;
            }
        }
        if let Some(sum) = floats.take() {
            total = arith::binary(vm, BinaryOperator::Add, total, Value::float(sum.value()))?;
        }
        let product = arith::binary(vm, BinaryOperator::Mul, x, y)?;
        total = arith::binary(vm, BinaryOperator::Add, total, product)?;
    }
    match floats {
        Some(sum) => arith::binary(vm, BinaryOperator::Add, total, Value::float(sum.value())),
        None => Ok(total),
    }
}

/// Both as floats, if at least one is a float and the other a float or small int.
fn float_pair(x: Value, y: Value) -> Option<(f64, f64)> {
    if !x.is_float() && !y.is_float() {
        return None;
    }
    let number = |value: Value| value.as_float().or_else(|| value.as_int_or_bool().map(|n| n as f64));
    Some((number(x)?, number(y)?))
}

pub fn hypot(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut coordinates = Vec::with_capacity(args.len());
    for &arg in args {
        coordinates.push(convert::to_f64(vm, arg)?);
    }
    Ok(Value::float(sum::norm(&coordinates)))
}

/// A point as a tuple.
fn point(vm: &mut Vm, value: Value) -> Run<Ref<Tuple>> {
    if let Some(tuple) = value.cast::<Tuple>() {
        return Ok(tuple);
    }
    let items: Ref<List> = iterate::to_list(vm, value)?;
    let items = items.take_vec();
    Ok(make::tuple(vm, &items).expect())
}

pub fn dist(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (p, q) = (point(vm, args[0])?, point(vm, args[1])?);
    if p.len() != q.len() {
        let text = "both points must have the same number of dimensions";
        return Err(raise::value_error(vm, text));
    }
    let mut differences = Vec::with_capacity(p.len());
    for (&x, &y) in p.items().iter().zip(q.items()) {
        let x = convert::to_f64(vm, x)?;
        differences.push((x - convert::to_f64(vm, y)?).abs());
    }
    Ok(Value::float(sum::norm(&differences)))
}
