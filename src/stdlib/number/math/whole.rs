//! Functions of ints.

use crate::api::{Run, Value, Vm, convert, integer, make, raise};
use crate::base::big::Big;
use crate::base::special::count;

/// Bits above which a result is refused with MemoryError before it is computed.
const BITS_MAX: f64 = (1u64 << 34) as f64;

/// The greatest common divisor of two plain ints.
fn gcd_of(vm: &mut Vm, a: Value, b: Value) -> Value {
    if let (Some(a), Some(b)) = (a.as_int(), b.as_int()) {
        let (mut a, mut b) = (a.unsigned_abs(), b.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        return make::int(vm, a as i64);
    }
    let result = integer::with_bigs(a, b, Big::gcd);
    make::big(vm, result)
}

pub fn gcd(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut result = Value::small_int(0);
    for &arg in args {
        let n = convert::index(vm, arg)?;
        result = gcd_of(vm, result, n);
    }
    Ok(result)
}

pub fn lcm(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut result = Value::small_int(1);
    for &arg in args {
        let n = convert::index(vm, arg)?;
        if n == Value::small_int(0) {
            // The rest must still be ints.
            result = n;
        }
        if result == Value::small_int(0) {
            continue;
        }
        let divisor = gcd_of(vm, result, n);
        let product = integer::with_bigs(result, n, |a, b| {
            let quotient = integer::with_big(divisor, |divisor| a.floor_div(divisor));
            quotient.map(|quotient| quotient.mul(b).abs())
        });
        result = make::big(vm, product.expect("the divisor of something not zero is not zero"));
    }
    Ok(result)
}

pub fn factorial(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::index(vm, args[0])?;
    if convert::int_is_negative(n) {
        return Err(raise::value_error(vm, "factorial() not defined for negative values"));
    }
    let Some(n) = convert::int_to_i64(n) else {
        let text = format!("factorial() argument should not exceed {}", i64::MAX);
        return Err(raise::overflow_error(vm, text));
    };
    if n as f64 * (n.max(2) as f64).log2() > BITS_MAX {
        return Err(raise::memory_error(vm));
    }
    Ok(make::big(vm, count::factorial(n as u64)))
}

pub fn isqrt(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::index(vm, args[0])?;
    match integer::with_big(n, Big::isqrt) {
        Some(root) => Ok(make::big(vm, root)),
        None => Err(raise::value_error(vm, "isqrt() argument must be nonnegative")),
    }
}

/// The arguments `n` and `k`, both ints and not negative.
fn n_and_k(vm: &mut Vm, args: &[Value]) -> Run<(Value, Value)> {
    let n = convert::index(vm, args[0])?;
    let k = convert::index(vm, args[1])?;
    for (name, value) in [("n", n), ("k", k)] {
        if convert::int_is_negative(value) {
            return Err(raise::value_error(vm, format!("{name} must be a non-negative integer")));
        }
    }
    Ok((n, k))
}

/// Refuses a product of `k` factors up to `n` that cannot be stored.
fn check_size(vm: &mut Vm, n: Value, k: u64) -> Run<()> {
    if integer::with_big(n, Big::bit_length) as f64 * k as f64 > BITS_MAX {
        return Err(raise::memory_error(vm));
    }
    Ok(())
}

pub fn perm(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].or(Value::NONE).is_none() {
        return factorial(vm, args);
    }
    let (n, k) = n_and_k(vm, args)?;
    if integer::order(n, k).is_lt() {
        return Ok(Value::small_int(0));
    }
    let Some(k) = convert::int_to_i64(k) else {
        let text = format!("k must not exceed {}", i64::MAX);
        return Err(raise::overflow_error(vm, text));
    };
    check_size(vm, n, k as u64)?;
    let result = integer::with_big(n, |n| count::permutations(n, k as u64));
    Ok(make::big(vm, result))
}

pub fn comb(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (n, k) = n_and_k(vm, args)?;
    let rest = integer::with_bigs(n, k, Big::sub);
    if rest.is_negative() {
        return Ok(Value::small_int(0));
    }
    let smaller = integer::with_big(k, |k| k.min(&rest).to_u64().filter(|&k| k <= i64::MAX as u64));
    let Some(k) = smaller else {
        let text = format!("min(n - k, k) must not exceed {}", i64::MAX);
        return Err(raise::overflow_error(vm, text));
    };
    check_size(vm, n, k)?;
    let result = integer::with_big(n, |n| count::combinations(n, k));
    Ok(make::big(vm, result))
}
