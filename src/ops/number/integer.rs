//! Arithmetic of ints: inline ones in machine words, others in `Big`. Operands are plain: inline or `BigInt`.

use std::cmp::Ordering;

use crate::base::big::{Big, ModPowError, TrueDivError};
use crate::base::limbs;
use crate::base::limbs::Limbs;
use crate::bytecode::isa::BinaryOperator;
use crate::heap::value::Value;
use crate::object::number;
use crate::object::number::BigInt;
use crate::ops::number::real;
use crate::ops::{convert, make, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Bits above which a result is refused with MemoryError before it is computed: 2 GiB.
const BITS_MAX: u64 = 1 << 34;
/// Words of a factor that are surely within that.
const LONG: usize = 1 << 27;

/// `a op b`; NotImplemented for operators that ints have not.
#[inline]
pub fn binary(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    match (a.as_int(), b.as_int()) {
        (Some(x), Some(y)) => small(vm, operator, x, y),
        _ => large(vm, operator, a, b),
    }
}

/// `x op y` for inline ints.
fn small(vm: &mut Vm, operator: BinaryOperator, x: i64, y: i64) -> Run<Value> {
    let n = match operator {
        BinaryOperator::Add => x + y,
        BinaryOperator::Sub => x - y,
        BinaryOperator::Mul => match x.checked_mul(y) {
            Some(n) => n,
            None => return Ok(make::wide_int(vm, i128::from(x) * i128::from(y))),
        },
        BinaryOperator::Floordiv if y != 0 => floor_div(x, y),
        BinaryOperator::Mod if y != 0 => floor_mod(x, y),
        BinaryOperator::Divmod if y != 0 => {
            let (q, r) = (make::int(vm, floor_div(x, y)), make::int(vm, floor_mod(x, y)));
            return Ok(make::tuple(vm, &[q, r]));
        }
        // Both are exact as floats, so that the quotient is rounded once.
        BinaryOperator::Truediv if y != 0 => return Ok(Value::float(x as f64 / y as f64)),
        BinaryOperator::Floordiv | BinaryOperator::Mod | BinaryOperator::Divmod | BinaryOperator::Truediv => {
            return Err(raise::zero_division_error(vm, "division by zero"));
        }
        BinaryOperator::And => x & y,
        BinaryOperator::Or => x | y,
        BinaryOperator::Xor => x ^ y,
        BinaryOperator::Lshift if (0..=12).contains(&y) => x << y,
        BinaryOperator::Rshift if y >= 0 => x >> y.min(63),
        BinaryOperator::Lshift | BinaryOperator::Rshift => {
            return shift(vm, operator, Value::small_int(x), Value::small_int(y));
        }
        BinaryOperator::Pow => return power(vm, Value::small_int(x), Value::small_int(y)),
        BinaryOperator::Matmul => return Ok(Value::NOT_IMPLEMENTED),
    };
    Ok(make::int(vm, n))
}

fn floor_div(x: i64, y: i64) -> i64 {
    let q = x / y;
    if x % y != 0 && (x < 0) != (y < 0) { q - 1 } else { q }
}
fn floor_mod(x: i64, y: i64) -> i64 {
    let r = x % y;
    if r != 0 && (r < 0) != (y < 0) { r + y } else { r }
}

/// The words of a plain int; `word` is for those of an inline one.
#[inline(always)] // PERF: perf/0019-small-containers.md
fn limbs_of(int: Value, word: &mut [u64; 1]) -> Limbs<'_> {
    match int.as_int() {
        Some(n) => Limbs::of_i64(n, word),
        None => number::limbs_of(int.expect()),
    }
}

/// Works on the words of a plain int.
#[inline]
pub fn with_limbs<R>(int: Value, work: impl FnOnce(Limbs) -> R) -> R {
    work(limbs_of(int, &mut [0]))
}

/// Sums, differences and products of two plain ints of which one has two words or more; `None` for other operators and for products
/// that the library makes better.
#[inline(never)]
pub fn long(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Option<Value> {
    let (mut one, mut two) = ([0], [0]);
    let (x, y) = (limbs_of(a, &mut one), limbs_of(b, &mut two));
    let y = if operator == BinaryOperator::Sub {
        y.negated()
    } else {
        y
    };
    match operator {
        BinaryOperator::Add | BinaryOperator::Sub => {
            if x.words.len() <= 2
                && y.words.len() <= 2
                && let (Some(one), Some(two)) = (x.to_i128(), y.to_i128())
                && let Some(n) = one.checked_add(two)
            {
                return Some(made(vm, n));
            }
            Some(sum(vm, x, y))
        }
        BinaryOperator::Mul => product(vm, x, y),
        _ => None,
    }
}

/// The int `n`, inline or on the heap.
#[inline]
fn made(vm: &mut Vm, n: i128) -> Value {
    match i64::try_from(n).ok().and_then(Value::try_int) {
        Some(value) => value,
        None => make::wide_int(vm, n),
    }
}

#[inline(always)] // PERF: perf/0019-small-containers.md
fn sum(vm: &mut Vm, x: Limbs, y: Limbs) -> Value {
    let room = x.words.len().max(y.words.len()) + 1;
    number::with_words(&mut vm.heap, ClassId::Int.shape(), room, |room| limbs::add(x, y, room))
}

#[inline(always)] // PERF: perf/0019-small-containers.md
fn product(vm: &mut Vm, x: Limbs, y: Limbs) -> Option<Value> {
    let (long, short) = (x.words.len().max(y.words.len()), x.words.len().min(y.words.len()));
    if short == 0 {
        return Some(Value::small_int(0));
    }
    if short > limbs::SHORT || long > LONG {
        return None;
    }
    let product = number::with_words(&mut vm.heap, ClassId::Int.shape(), long + short, |room| {
        limbs::multiply(x.words, y.words, room);
        x.negative != y.negative
    });
    Some(product)
}

/// Works on a plain int as a `Big`.
pub fn with_big<R>(int: Value, work: impl FnOnce(&Big) -> R) -> R {
    match int.as_int() {
        Some(n) => work(&Big::from_i64(n)),
        None => work(&int.expect::<BigInt>().big()),
    }
}

/// As `with_big`, for two.
pub fn with_bigs<R>(a: Value, b: Value, work: impl FnOnce(&Big, &Big) -> R) -> R {
    with_big(a, |x| with_big(b, |y| work(x, y)))
}

/// A plain int of at most 64 bits and a sign.
#[inline]
fn wide(int: Value) -> Option<i128> {
    if let Some(n) = int.as_int() {
        return Some(i128::from(n));
    }
    match int.cast::<BigInt>()?.limbs() {
        Limbs {
            negative: false,
            words: &[word],
        } => Some(i128::from(word)),
        Limbs {
            negative: true,
            words: &[word],
        } => Some(-i128::from(word)),
        _ => None,
    }
}

/// `x op y` of ints of at most 64 bits, where the result surely fits 128.
#[inline]
fn within_128(operator: BinaryOperator, x: i128, y: i128) -> Option<i128> {
    match operator {
        BinaryOperator::Add => Some(x + y),
        BinaryOperator::Sub => Some(x - y),
        BinaryOperator::Mul => x.checked_mul(y),
        BinaryOperator::And => Some(x & y),
        BinaryOperator::Or => Some(x | y),
        BinaryOperator::Xor => Some(x ^ y),
        BinaryOperator::Rshift if y >= 0 => Some(x >> y.min(127)),
        BinaryOperator::Lshift if (0..62).contains(&y) => Some(x << y),
        _ => None,
    }
}

fn large(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    if let (Some(x), Some(y)) = (wide(a), wide(b))
        && let Some(n) = within_128(operator, x, y)
    {
        return Ok(made(vm, n));
    }
    if let Some(result) = by_words(vm, operator, limbs_of(a, &mut [0]), limbs_of(b, &mut [0])) {
        return Ok(result);
    }
    let result = match operator {
        BinaryOperator::Add => with_bigs(a, b, Big::add),
        BinaryOperator::Sub => with_bigs(a, b, Big::sub),
        BinaryOperator::Mul => {
            if with_limbs(a, |x| x.bit_length()) + with_limbs(b, |x| x.bit_length()) > BITS_MAX {
                return Err(raise::memory_error(vm));
            }
            with_bigs(a, b, Big::mul)
        }
        BinaryOperator::And => with_bigs(a, b, Big::and),
        BinaryOperator::Or => with_bigs(a, b, Big::or),
        BinaryOperator::Xor => with_bigs(a, b, Big::xor),
        BinaryOperator::Lshift | BinaryOperator::Rshift => return shift(vm, operator, a, b),
        BinaryOperator::Pow => return power(vm, a, b),
        BinaryOperator::Matmul => return Ok(Value::NOT_IMPLEMENTED),
        BinaryOperator::Truediv => {
            return match with_bigs(a, b, Big::true_div) {
                Ok(x) => Ok(Value::float(x)),
                Err(TrueDivError::DivisionByZero) => Err(raise::zero_division_error(vm, "division by zero")),
                Err(TrueDivError::Overflow) => Err(raise::overflow_error(
                    vm,
                    "integer division result too large for a float",
                )),
            };
        }
        BinaryOperator::Floordiv | BinaryOperator::Mod | BinaryOperator::Divmod => {
            let Some((q, r)) = with_bigs(a, b, Big::div_mod_floor) else {
                return Err(raise::zero_division_error(vm, "division by zero"));
            };
            match operator {
                BinaryOperator::Floordiv => q,
                BinaryOperator::Mod => r,
                _ => {
                    let (q, r) = (make::big(vm, q), make::big(vm, r));
                    return Ok(make::tuple(vm, &[q, r]));
                }
            }
        }
    };
    Ok(make::big(vm, result))
}

/// What one walk over the words computes, or a few; `None` for the rest.
#[inline]
fn by_words(vm: &mut Vm, operator: BinaryOperator, x: Limbs, y: Limbs) -> Option<Value> {
    let (longer, shorter) = {
        let (a, b) = (x.words.len(), y.words.len());
        (a.max(b), a.min(b))
    };
    let natural = !x.negative && !y.negative;
    let shape = ClassId::Int.shape();
    match operator {
        BinaryOperator::Add => Some(sum(vm, x, y)),
        BinaryOperator::Sub => Some(sum(vm, x, y.negated())),
        BinaryOperator::Mul => product(vm, x, y),
        BinaryOperator::And if natural => Some(number::with_words(&mut vm.heap, shape, shorter, |room| {
            let both = x.words.iter().zip(y.words);
            room.iter_mut().zip(both).for_each(|(out, (a, b))| *out = a & b);
            false
        })),
        BinaryOperator::Or | BinaryOperator::Xor if natural => {
            Some(number::with_words(&mut vm.heap, shape, longer, |room| {
                let (long, short) = if x.words.len() == longer { (x, y) } else { (y, x) };
                let is_or = operator == BinaryOperator::Or;
                room.copy_from_slice(long.words);
                let both = room.iter_mut().zip(short.words);
                both.for_each(|(out, b)| *out = if is_or { *out | b } else { *out ^ b });
                false
            }))
        }
        BinaryOperator::Floordiv | BinaryOperator::Mod | BinaryOperator::Divmod if natural => {
            divide_short(vm, operator, x, y)
        }
        _ => None,
    }
}

/// A division by an int of 32 bits.
fn divide_short(vm: &mut Vm, operator: BinaryOperator, x: Limbs, y: Limbs) -> Option<Value> {
    let divisor = u32::try_from(y.to_u64()?).ok().filter(|&divisor| divisor != 0)?;
    let mut rest = 0;
    let quotient = number::with_words(&mut vm.heap, ClassId::Int.shape(), x.words.len(), |room| {
        rest = limbs::divide_short(x.words, divisor, room);
        false
    });
    let rest = Value::small_int(i64::from(rest));
    Some(match operator {
        BinaryOperator::Floordiv => quotient,
        BinaryOperator::Mod => rest,
        _ => make::tuple(vm, &[quotient, rest]),
    })
}

/// `a << count` of a magnitude, and `a >> count` of an int that is not negative.
fn shift_words(vm: &mut Vm, operator: BinaryOperator, x: Limbs, count: u64) -> Option<Value> {
    let (heap, shape) = (&mut vm.heap, ClassId::Int.shape());
    let skip = (count / 64) as usize;
    if operator == BinaryOperator::Lshift {
        return Some(number::with_words(heap, shape, x.words.len() + skip + 1, |room| {
            limbs::shift_left(x.words, count, room);
            x.negative
        }));
    }
    if x.negative {
        return None;
    }
    if count >= x.bit_length() {
        return Some(Value::small_int(0));
    }
    Some(number::with_words(heap, shape, x.words.len() - skip, |room| {
        limbs::shift_right(x.words, count, room);
        false
    }))
}

/// `a << b` and `a >> b`.
fn shift(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    if convert::int_is_negative(b) {
        return Err(raise::value_error(vm, "negative shift count"));
    }
    let count = convert::int_to_i64(b);
    if a == Value::small_int(0) {
        return Ok(a);
    }
    let count = match (operator, count) {
        (BinaryOperator::Rshift, count) => count.map_or(u64::MAX, |n| n as u64),
        (_, Some(count)) => {
            if with_limbs(a, |x| x.bit_length()) + count as u64 > BITS_MAX {
                return Err(raise::memory_error(vm));
            }
            count as u64
        }
        (_, None) => return Err(raise::overflow_error(vm, "too many digits in integer")),
    };
    match with_limbs(a, |x| shift_words(vm, operator, x, count)) {
        Some(result) => Ok(result),
        None => {
            let result = with_big(a, |x| x.shr(count));
            Ok(make::big(vm, result))
        }
    }
}

/// `a ** b`: a float for a negative exponent.
pub fn power(vm: &mut Vm, a: Value, b: Value) -> Run<Value> {
    if convert::int_is_negative(b) {
        let (x, y) = (convert::int_to_f64(vm, a)?, convert::int_to_f64(vm, b)?);
        return real::power(vm, x, y);
    }
    if let (Some(x), Some(y)) = (a.as_int(), b.as_int())
        && let Some(n) = u32::try_from(y).ok().and_then(|y| x.checked_pow(y))
    {
        return Ok(make::int(vm, n));
    }
    let exponent = match convert::int_to_i64(b) {
        Some(n) => n as u64,
        // Only −1, 0 and 1 have such powers; they depend on whether the exponent is odd.
        None if matches!(a.as_int(), Some(-1..=1)) => 2 + u64::from(with_limbs(b, |x| x.is_odd())),
        None => return Err(raise::memory_error(vm)),
    };
    if with_big(a, |x| x.pow_bits(exponent)) > BITS_MAX {
        return Err(raise::memory_error(vm));
    }
    let result = with_big(a, |x| x.pow(exponent));
    Ok(make::big(vm, result))
}

/// `pow(a, b, modulus)`
pub fn power_modulo(vm: &mut Vm, a: Value, b: Value, modulus: Value) -> Run<Value> {
    if let (Some(x), Some(y), Some(m)) = (a.as_int(), b.as_int(), modulus.as_int())
        && y >= 0
        && (1..1 << 31).contains(&m)
    {
        return Ok(Value::small_int(
            small_power_modulo(floor_mod(x, m) as u64, y as u64, m as u64) as i64,
        ));
    }
    let result = with_bigs(a, b, |x, y| with_big(modulus, |m| x.mod_pow(y, m)));
    match result {
        Ok(n) => Ok(make::big(vm, n)),
        Err(error) => Err(modulus_error(vm, error)),
    }
}

/// `base ** exponent % modulus` where `base < modulus < 2^31`.
fn small_power_modulo(mut base: u64, mut exponent: u64, modulus: u64) -> u64 {
    let mut result = 1 % modulus;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % modulus;
        }
        base = base * base % modulus;
        exponent >>= 1;
    }
    result
}

fn modulus_error(vm: &mut Vm, error: ModPowError) -> Raised {
    raise::value_error(
        vm,
        match error {
            ModPowError::ZeroModulus => "pow() 3rd argument cannot be 0",
            ModPowError::NotInvertible => "base is not invertible for the given modulus",
        },
    )
}

pub fn negate(vm: &mut Vm, a: Value) -> Value {
    match a.as_int() {
        Some(n) => make::int(vm, -n),
        None => with_limbs(a, |x| number::copy_int(&mut vm.heap, ClassId::Int.shape(), x.negated())),
    }
}
pub fn absolute(vm: &mut Vm, a: Value) -> Value {
    if convert::int_is_negative(a) { negate(vm, a) } else { a }
}
pub fn invert(vm: &mut Vm, a: Value) -> Value {
    match a.as_int() {
        Some(n) => Value::small_int(!n),
        None => make::big(vm, with_big(a, Big::not)),
    }
}

/// The order of two plain ints.
#[inline]
pub fn order(a: Value, b: Value) -> Ordering {
    match (a.as_int(), b.as_int()) {
        (Some(x), Some(y)) => x.cmp(&y),
        _ => with_limbs(a, |x| with_limbs(b, |y| x.cmp(&y))),
    }
}

/// The exact order of a plain int and a float; nothing for NaN.
pub fn order_with_float(a: Value, x: f64) -> Option<Ordering> {
    match a.as_int() {
        Some(n) => (n as f64).partial_cmp(&x),
        None => with_big(a, |big| big.partial_cmp_f64(x)),
    }
}
