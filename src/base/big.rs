//! Arbitrary-precision signed integers behind one type.
//!
//! dashu-int does the work while an operand that reaches its number-theoretic transform stays short; num-bigint takes over from
//! `WIDE` words up, because dashu multiplies, squares and divides wrongly there. Nothing here limits sizes: a caller that
//! must refuse absurd results asks `pow_bits`, `mul_bits` or `shl` amounts first.

use std::cmp::Ordering;

use dashu_int::ops::{BitTest, DivRem, Gcd, SquareRoot};
use dashu_int::{IBig, Sign, UBig};
use num_bigint::{BigInt, BigUint};

use crate::base::limbs::Limbs;

/// Words of the shorter operand from which num-bigint does products and quotients.
const WIDE: usize = 4000;

/// A signed integer of any size, always in canonical form.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Big(IBig);

/// Why an integer has no quotient as a float.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TrueDivError {
    DivisionByZero,
    /// CPython: "integer division result too large for a float".
    Overflow,
}

/// Why `pow(a, b, c)` has no value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ModPowError {
    /// CPython: "pow() 3rd argument cannot be 0".
    ZeroModulus,
    /// CPython: "base is not invertible for the given modulus".
    NotInvertible,
}

/// Why an integer does not fit the bytes asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ToBytesError {
    /// CPython: "can't convert negative int to unsigned".
    Negative,
    /// CPython: "int too big to convert".
    TooBig,
}

/// Which end of a byte string holds the low byte.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Endian {
    Little,
    Big,
}

/// Construction and conversion to and from machine numbers.
impl Big {
    pub fn zero() -> Big {
        Big(IBig::ZERO)
    }

    pub fn one() -> Big {
        Big(IBig::ONE)
    }

    pub fn from_i64(value: i64) -> Big {
        Big(IBig::from(value))
    }

    pub fn from_u64(value: u64) -> Big {
        Big(IBig::from(value))
    }

    pub fn from_i128(value: i128) -> Big {
        Big(IBig::from(value))
    }

    pub fn from_u128(value: u128) -> Big {
        Big(IBig::from(value))
    }

    /// The value of little-endian 64-bit words, negated when `negative`.
    pub fn from_words(negative: bool, words: &[u64]) -> Big {
        Big(IBig::from_sign_words(sign_of(negative), words))
    }

    /// Sign (true when negative) and magnitude as little-endian 64-bit words, without leading zeros.
    pub fn words(&self) -> (bool, &[u64]) {
        let (sign, words) = self.0.as_sign_words();
        (sign == Sign::Negative, words)
    }

    /// The same, borrowed.
    #[inline]
    pub fn limbs(&self) -> Limbs<'_> {
        let (negative, words) = self.words();
        Limbs { negative, words }
    }

    pub fn to_i64(&self) -> Option<i64> {
        self.limbs().to_i64()
    }

    pub fn to_u64(&self) -> Option<u64> {
        self.limbs().to_u64()
    }

    pub fn to_i128(&self) -> Option<i128> {
        i128::try_from(&self.0).ok()
    }

    /// The integer part of `x`, exactly; nothing for infinities and NaN.
    pub fn from_f64(x: f64) -> Option<Big> {
        if !x.is_finite() {
            return None;
        }
        if x.abs() < 9e18 {
            return Some(Big::from_i64(x as i64));
        }
        let bits = x.to_bits();
        let shift = ((bits >> 52) & 0x7ff) as usize - 1075;
        let mantissa = (bits & ((1 << 52) - 1)) | (1 << 52);
        let magnitude = UBig::from(mantissa) << shift;
        Some(Big(IBig::from_parts(sign_of(x < 0.0), magnitude)))
    }

    /// The nearest float, ties to even; nothing when it is out of range.
    pub fn to_f64(&self) -> Option<f64> {
        let (negative, words) = self.words();
        let magnitude = match words {
            [] => 0.0,
            &[word] => word as f64,
            _ => {
                let (top, sticky, exponent) = leading_bits(words);
                compose_f64(top, sticky, exponent)?
            }
        };
        Some(if negative { -magnitude } else { magnitude })
    }

    /// `self == m * 2**e` rounded, with 0.5 ≤ |m| < 1 (m = 0 for zero): a float of any magnitude.
    pub fn frexp(&self) -> (f64, i64) {
        let (negative, words) = self.words();
        if words.is_empty() {
            return (0.0, 0);
        }
        let (top, sticky, exponent) = leading_bits(words);
        let mut fraction = compose_f64(top, sticky, -64).unwrap_or(1.0);
        let mut exponent = exponent + 64;
        if fraction == 1.0 {
            fraction = 0.5;
            exponent += 1;
        }
        (if negative { -fraction } else { fraction }, exponent)
    }
}

/// Predicates, sizes and comparison.
impl Big {
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    pub fn is_negative(&self) -> bool {
        self.0.sign() == Sign::Negative
    }

    /// −1, 0 or 1.
    pub fn signum(&self) -> i32 {
        if self.is_zero() {
            0
        } else if self.is_negative() {
            -1
        } else {
            1
        }
    }

    pub fn is_odd(&self) -> bool {
        self.limbs().is_odd()
    }

    pub fn size_in_words(&self) -> usize {
        self.words().1.len()
    }

    /// Bits of the magnitude; 0 for zero.
    pub fn bit_length(&self) -> u64 {
        self.limbs().bit_length()
    }

    /// Zeros below the lowest one of the magnitude; nothing for zero.
    pub fn trailing_zeros(&self) -> Option<u64> {
        let words = self.words().1;
        let at = words.iter().position(|&word| word != 0)?;
        Some(at as u64 * 64 + u64::from(words[at].trailing_zeros()))
    }

    /// An upper bound for the bits of `self ** exponent`, saturating.
    pub fn pow_bits(&self, exponent: u64) -> u64 {
        match self.bit_length() {
            0 | 1 => 1,
            bits if self.trailing_zeros() == Some(bits - 1) => (bits - 1).saturating_mul(exponent).saturating_add(1),
            bits => bits.saturating_mul(exponent),
        }
    }

    /// An upper bound for the bits of `self * other`.
    pub fn mul_bits(&self, other: &Big) -> u64 {
        self.bit_length() + other.bit_length()
    }

    /// Compares exactly with a float; nothing for NaN.
    pub fn partial_cmp_f64(&self, x: f64) -> Option<Ordering> {
        if x.is_nan() {
            return None;
        }
        if x == f64::INFINITY {
            return Some(Ordering::Less);
        }
        if x == f64::NEG_INFINITY {
            return Some(Ordering::Greater);
        }
        let whole = x.trunc();
        let order = self.cmp(&Big::from_f64(whole)?);
        Some(order.then_with(|| whole.partial_cmp(&x).unwrap_or(Ordering::Equal)))
    }

    /// CPython's hash of the same int: modulo 2^61 − 1 with the sign kept, and −2 for −1.
    pub fn hash_value(&self) -> i64 {
        self.limbs().hash_value()
    }
}

/// Arithmetic.
impl Big {
    pub fn add(&self, other: &Big) -> Big {
        Big(&self.0 + &other.0)
    }

    pub fn sub(&self, other: &Big) -> Big {
        Big(&self.0 - &other.0)
    }

    pub fn add_i64(&self, other: i64) -> Big {
        Big(&self.0 + other)
    }

    pub fn mul(&self, other: &Big) -> Big {
        if self.size_in_words().min(other.size_in_words()) < WIDE {
            return Big(&self.0 * &other.0);
        }
        Big::from_num(&(self.to_num() * other.to_num()))
    }

    pub fn mul_i64(&self, other: i64) -> Big {
        Big(&self.0 * other)
    }

    pub fn neg(&self) -> Big {
        Big(-&self.0)
    }

    pub fn abs(&self) -> Big {
        if self.is_negative() { self.neg() } else { self.clone() }
    }

    /// `divmod(self, other)`, rounding towards minus infinity; nothing for a zero divisor.
    pub fn div_mod_floor(&self, other: &Big) -> Option<(Big, Big)> {
        let (quotient, remainder) = self.div_rem(other)?;
        if !remainder.is_zero() && remainder.is_negative() != other.is_negative() {
            return Some((quotient.add_i64(-1), remainder.add(other)));
        }
        Some((quotient, remainder))
    }

    /// `self // other`; nothing for a zero divisor.
    pub fn floor_div(&self, other: &Big) -> Option<Big> {
        Some(self.div_mod_floor(other)?.0)
    }

    /// `self % other`, with the sign of `other`; nothing for a zero divisor.
    pub fn floor_mod(&self, other: &Big) -> Option<Big> {
        Some(self.div_mod_floor(other)?.1)
    }

    /// Quotient rounded towards zero and the remainder with the sign of `self`; nothing for a zero divisor.
    pub fn div_rem(&self, other: &Big) -> Option<(Big, Big)> {
        if other.is_zero() {
            return None;
        }
        let (long, short) = (self.size_in_words(), other.size_in_words());
        if long < short {
            return Some((Big::zero(), self.clone()));
        }
        // dashu divides by multiplying pieces as long as the shorter of divisor and quotient.
        if short.min(long - short) + 1 < WIDE {
            let (quotient, remainder) = (&self.0).div_rem(&other.0);
            return Some((Big(quotient), Big(remainder)));
        }
        let (dividend, divisor) = (self.to_num(), other.to_num());
        let quotient = &dividend / &divisor;
        let remainder = dividend - &quotient * divisor;
        Some((Big::from_num(&quotient), Big::from_num(&remainder)))
    }

    /// `self / other`, correctly rounded.
    pub fn true_div(&self, other: &Big) -> Result<f64, TrueDivError> {
        if other.is_zero() {
            return Err(TrueDivError::DivisionByZero);
        }
        let negative = self.is_negative() != other.is_negative();
        if self.is_zero() {
            return Ok(if negative { -0.0 } else { 0.0 });
        }
        // The quotient gets 65 or 66 bits: room for 53, and a remainder that only matters as "not zero".
        let shift = self.bit_length() as i64 - other.bit_length() as i64 - 65;
        let (dividend, lost) = if shift >= 0 {
            let lost = self.trailing_zeros().is_some_and(|zeros| zeros < shift as u64);
            (self.abs().shr(shift as u64), lost)
        } else {
            (self.abs().shl(shift.unsigned_abs()), false)
        };
        let (quotient, remainder) = dividend.div_rem(&other.abs()).ok_or(TrueDivError::DivisionByZero)?;
        let (top, sticky, exponent) = leading_bits(quotient.words().1);
        let sticky = sticky || lost || !remainder.is_zero();
        let magnitude = compose_f64(top, sticky, exponent + shift).ok_or(TrueDivError::Overflow)?;
        Ok(if negative { -magnitude } else { magnitude })
    }

    /// `self ** exponent`. Check `pow_bits` first: the result is computed whatever its size.
    pub fn pow(&self, exponent: u64) -> Big {
        if self.bit_length() <= 1 && exponent > 2 {
            return self.pow(2 - exponent % 2);
        }
        if self.pow_bits(exponent) < 64 * WIDE as u64 {
            return Big(self.0.pow(exponent as usize));
        }
        let zeros = self.trailing_zeros().unwrap_or(0);
        if zeros >= 16 {
            return self.shr(zeros).pow(exponent).shl(zeros.saturating_mul(exponent));
        }
        let mut result = self.clone();
        for bit in (0..exponent.ilog2()).rev() {
            result = result.mul(&result);
            if exponent >> bit & 1 == 1 {
                result = result.mul(self);
            }
        }
        result
    }

    /// `pow(self, exponent, modulus)`, of the sign of `modulus`; a negative exponent inverts.
    pub fn mod_pow(&self, exponent: &Big, modulus: &Big) -> Result<Big, ModPowError> {
        if modulus.is_zero() {
            return Err(ModPowError::ZeroModulus);
        }
        let size = modulus.abs();
        let mut base = self.floor_mod(&size).ok_or(ModPowError::ZeroModulus)?;
        if exponent.is_negative() {
            base = base.mod_inverse(&size).ok_or(ModPowError::NotInvertible)?;
        }
        let power = mod_pow_unsigned(base, &exponent.abs(), &size);
        if modulus.is_negative() && !power.is_zero() {
            return Ok(power.add(modulus));
        }
        Ok(power)
    }

    /// The inverse of `self` modulo `modulus` > 0, in `0..modulus`; nothing when they share a factor.
    pub fn mod_inverse(&self, modulus: &Big) -> Option<Big> {
        let (mut high, mut low) = (modulus.clone(), self.floor_mod(modulus)?);
        let (mut high_factor, mut low_factor) = (Big::zero(), Big::one());
        while !low.is_zero() {
            let (quotient, rest) = high.div_rem(&low)?;
            let factor = high_factor.sub(&quotient.mul(&low_factor));
            (high, low) = (low, rest);
            (high_factor, low_factor) = (low_factor, factor);
        }
        if high != Big::one() {
            return None;
        }
        high_factor.floor_mod(modulus)
    }

    /// The greatest common divisor, never negative.
    pub fn gcd(&self, other: &Big) -> Big {
        let (mut a, mut b) = (self.abs(), other.abs());
        if a.is_zero() {
            return b;
        }
        while !b.is_zero() && a.size_in_words().max(b.size_in_words()) >= WIDE {
            let Some((_, rest)) = a.div_rem(&b) else { break };
            (a, b) = (b, rest);
        }
        if b.is_zero() {
            return a;
        }
        Big(IBig::from(a.magnitude().gcd(b.magnitude())))
    }

    /// The integer square root; nothing below zero.
    pub fn isqrt(&self) -> Option<Big> {
        if self.is_negative() {
            return None;
        }
        if self.size_in_words() < WIDE {
            return Some(Big(IBig::from(self.magnitude().sqrt())));
        }
        // Newton from above: the root of the top half, doubled in length, then one or two corrections.
        let shift = (self.bit_length() / 4) & !1;
        let mut root = self.shr(2 * shift).isqrt()?.add_i64(1).shl(shift);
        loop {
            let next = root.add(&self.floor_div(&root)?).shr(1);
            if next >= root {
                return Some(root);
            }
            root = next;
        }
    }
}

/// Bits, as of an infinite two's complement.
impl Big {
    /// `self << count`. The caller has refused counts whose result cannot be stored.
    pub fn shl(&self, count: u64) -> Big {
        if self.is_zero() {
            return Big::zero();
        }
        Big(&self.0 << count as usize)
    }

    /// `self >> count`, rounding towards minus infinity.
    pub fn shr(&self, count: u64) -> Big {
        if count >= self.bit_length() {
            return Big::from_i64(if self.is_negative() { -1 } else { 0 });
        }
        Big(&self.0 >> count as usize)
    }

    pub fn and(&self, other: &Big) -> Big {
        Big(&self.0 & &other.0)
    }

    pub fn or(&self, other: &Big) -> Big {
        Big(&self.0 | &other.0)
    }

    pub fn xor(&self, other: &Big) -> Big {
        Big(&self.0 ^ &other.0)
    }

    pub fn not(&self) -> Big {
        Big(!&self.0)
    }

    /// The bit of the two's complement at `index`.
    pub fn bit(&self, index: u64) -> bool {
        if index >= self.bit_length() {
            return self.is_negative();
        }
        self.0.bit(index as usize)
    }
}

/// Text and bytes.
impl Big {
    /// The value of `digits` (ASCII, no sign, no underscores, at least one) in `radix` 2 to 36.
    pub fn parse(radix: u32, digits: &[u8]) -> Option<Big> {
        if digits.is_empty() || !digits.iter().all(|&c| (c as char).is_digit(radix)) {
            return None;
        }
        Some(parse_digits(radix, digits))
    }

    /// Digits in `radix` 2 to 36, lower case, with '-' in front of a negative value.
    pub fn to_string_radix(&self, radix: u32) -> String {
        if self.size_in_words() < WIDE {
            return self.0.in_radix(radix as u8).to_string();
        }
        self.to_num().to_str_radix(radix)
    }

    /// `int.from_bytes`.
    pub fn from_bytes(bytes: &[u8], endian: Endian, signed: bool) -> Big {
        let magnitude = match endian {
            Endian::Little => UBig::from_le_bytes(bytes),
            Endian::Big => UBig::from_be_bytes(bytes),
        };
        let value = Big(IBig::from(magnitude));
        let top = match endian {
            Endian::Little => bytes.last(),
            Endian::Big => bytes.first(),
        };
        if signed && top.is_some_and(|&byte| byte >= 0x80) {
            return value.sub(&Big::one().shl(bytes.len() as u64 * 8));
        }
        value
    }

    /// `int.to_bytes` into exactly `length` bytes.
    pub fn to_bytes(&self, length: usize, endian: Endian, signed: bool) -> Result<Vec<u8>, ToBytesError> {
        if self.is_negative() && !signed {
            return Err(ToBytesError::Negative);
        }
        // −2^(n−1) fits n bits: its complement has one bit less.
        let bits = if self.is_negative() {
            self.not().bit_length()
        } else {
            self.bit_length()
        };
        let room = length as u64 * 8;
        if bits + u64::from(signed && !self.is_zero()) > room {
            return Err(ToBytesError::TooBig);
        }
        let (negative, words) = self.words();
        let mut bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        bytes.resize(length, 0);
        if negative {
            let mut carry = true;
            for byte in &mut bytes {
                (*byte, carry) = (!*byte).overflowing_add(u8::from(carry));
            }
        }
        if endian == Endian::Big {
            bytes.reverse();
        }
        Ok(bytes)
    }

    /// `self` as a magnitude; the sign is dropped.
    fn magnitude(&self) -> UBig {
        UBig::from_words(self.words().1)
    }

    fn to_num(&self) -> BigInt {
        let (negative, words) = self.words();
        let halves = words
            .iter()
            .flat_map(|&word| [word as u32, (word >> 32) as u32])
            .collect();
        let sign = if negative {
            num_bigint::Sign::Minus
        } else {
            num_bigint::Sign::Plus
        };
        BigInt::from_biguint(sign, BigUint::new(halves))
    }

    fn from_num(value: &BigInt) -> Big {
        let (sign, words) = value.to_u64_digits();
        Big::from_words(sign == num_bigint::Sign::Minus, &words)
    }
}

fn sign_of(negative: bool) -> Sign {
    if negative { Sign::Negative } else { Sign::Positive }
}

/// The leading 64 bits of a number of one word or more (top bit set), whether anything below them is set, and their exponent.
fn leading_bits(words: &[u64]) -> (u64, bool, i64) {
    let last = words.len() - 1;
    let shift = words[last].leading_zeros();
    let base = last as i64 * 64 - i64::from(shift);
    if last == 0 {
        return (words[0] << shift, false, base);
    }
    let pair = (u128::from(words[last]) << 64 | u128::from(words[last - 1])) << shift;
    let sticky = pair as u64 != 0 || words[..last - 1].iter().any(|&word| word != 0);
    ((pair >> 64) as u64, sticky, base)
}

/// The float nearest to `(top + something) * 2**exponent`, ties to even, where `top` has its highest bit set and `sticky` tells
/// whether the something, below one, is not zero. Nothing when that is too large; small values round as subnormals do.
pub fn compose_f64(top: u64, sticky: bool, exponent: i64) -> Option<f64> {
    // Value is in [2^(e), 2^(e+1)) with e = exponent + 63.
    let leading = exponent + 63;
    if leading > 1023 {
        return None;
    }
    let drop = if leading >= -1022 { 11 } else { 11 + (-1022 - leading) };
    if drop > 64 {
        return Some(0.0);
    }
    let (kept, rest, half) = if drop == 64 {
        (0, u128::from(top), 1u128 << 63)
    } else {
        (top >> drop, u128::from(top & ((1 << drop) - 1)), 1u128 << (drop - 1))
    };
    let up = rest > half || (rest == half && (sticky || kept & 1 == 1));
    let mantissa = kept + u64::from(up);
    // A carry out of the mantissa runs into the exponent field, which is what rounding up means.
    let bits = if leading >= -1022 {
        (((leading + 1023) as u64) << 52) + mantissa - (1 << 52)
    } else {
        mantissa
    };
    let value = f64::from_bits(bits);
    value.is_finite().then_some(value)
}

fn mod_pow_unsigned(base: Big, exponent: &Big, modulus: &Big) -> Big {
    if let (Some(small_base), Some(small_modulus)) = (base.to_u64(), modulus.to_u64()) {
        return Big::from_u64(mod_pow_u64(small_base, exponent.words().1, small_modulus));
    }
    let power = base.to_num().modpow(&exponent.to_num(), &modulus.to_num());
    Big::from_num(&power)
}

fn mod_pow_u64(base: u64, exponent: &[u64], modulus: u64) -> u64 {
    let multiply = |a: u64, b: u64| {
        if modulus <= u64::from(u32::MAX) {
            a * b % modulus
        } else {
            (u128::from(a) * u128::from(b) % u128::from(modulus)) as u64
        }
    };
    let mut result = 1 % modulus;
    for (index, word) in exponent.iter().enumerate().rev() {
        let top = if index + 1 == exponent.len() {
            64 - word.leading_zeros()
        } else {
            64
        };
        for bit in (0..top).rev() {
            result = multiply(result, result);
            if word >> bit & 1 == 1 {
                result = multiply(result, base);
            }
        }
    }
    result
}

/// Digits already checked: halves and joins above the size that one library call handles.
fn parse_digits(radix: u32, digits: &[u8]) -> Big {
    if digits.len() <= 12 {
        let value = digits
            .iter()
            .fold(0u64, |sum, &c| sum * u64::from(radix) + u64::from(digit(c)));
        return Big::from_u64(value);
    }
    if digits.len() <= 16_000 {
        let text: String = digits.iter().map(|&c| c as char).collect();
        return match IBig::from_str_radix(&text, radix) {
            Ok(value) => Big(value),
            Err(error) => unreachable!("digits were checked: {error}"),
        };
    }
    let low = digits.len() / 2;
    let (head, tail) = digits.split_at(digits.len() - low);
    let scale = Big::from_u64(u64::from(radix)).pow(low as u64);
    parse_digits(radix, head).mul(&scale).add(&parse_digits(radix, tail))
}

fn digit(c: u8) -> u32 {
    (c as char).to_digit(36).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use crate::base::big::Big;
    use crate::base::limbs::{Limbs, add, divide_short, multiply, shift_left, shift_right};

    /// Numbers of up to `words` words, some of their words all ones or zeros.
    fn numbers(words: usize) -> Vec<Big> {
        let mut state = 7u64;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            match state >> 61 {
                0 => 0,
                1 | 2 => u64::MAX,
                _ => state ^ state >> 29,
            }
        };
        let mut numbers = vec![Big::zero(), Big::one()];
        for len in 1..=words {
            for negative in [false, true] {
                let words: Vec<u64> = (0..len).map(|_| next()).collect();
                numbers.push(Big::from_words(negative, &words));
            }
        }
        numbers
    }
    fn value(negative: bool, words: &[u64]) -> Big {
        Big::from_words(negative, words)
    }

    #[test]
    fn sums_and_products_are_those_of_the_library() {
        let all = numbers(if cfg!(miri) { 3 } else { 14 });
        for a in &all {
            for b in &all {
                let (x, y) = (a.limbs(), b.limbs());
                let mut room = vec![0; x.words.len().max(y.words.len()) + 1];
                let negative = add(x, y, &mut room);
                assert_eq!(value(negative, &room), a.add(b));
                let mut room = vec![0; room.len()];
                let negative = add(x, y.negated(), &mut room);
                assert_eq!(value(negative, &room), a.sub(b));
                if !x.is_zero() && !y.is_zero() {
                    let mut room = vec![7; x.words.len() + y.words.len()];
                    multiply(x.words, y.words, &mut room);
                    assert_eq!(value(x.negative != y.negative, &room), a.mul(b));
                }
                assert_eq!(x.cmp(&y), a.cmp(b));
            }
        }
    }

    #[test]
    fn short_quotients_and_shifts_are_those_of_the_library() {
        for a in numbers(if cfg!(miri) { 3 } else { 9 }) {
            let a = a.abs();
            let words = a.limbs().words;
            for divisor in [1, 3, 10, 1 << 16, u32::MAX] {
                let mut room = vec![0; words.len()];
                let rest = divide_short(words, divisor, &mut room);
                let (quotient, remainder) = a.div_rem(&Big::from_u64(u64::from(divisor))).unwrap();
                assert_eq!(
                    (value(false, &room), Big::from_u64(u64::from(rest))),
                    (quotient, remainder)
                );
            }
            for count in [0, 1, 63, 64, 65, 130] {
                let mut room = vec![7; words.len() + count / 64 + 1];
                shift_left(words, count as u64, &mut room);
                assert_eq!(value(false, &room), a.shl(count as u64));
                if (count as u64) < a.bit_length() {
                    let mut room = vec![0; words.len() - count / 64];
                    shift_right(words, count as u64, &mut room);
                    assert_eq!(value(false, &room), a.shr(count as u64));
                }
            }
        }
    }

    #[test]
    fn small_ones_fit_machine_numbers() {
        let mut word = [0];
        assert_eq!(Limbs::of_i64(i64::MIN, &mut word).to_i64(), Some(i64::MIN));
        assert_eq!(Limbs::of_i64(0, &mut word).to_i128(), Some(0));
        assert_eq!(Limbs::of_i64(-5, &mut word).to_i128(), Some(-5));
        assert_eq!(Limbs::of_i64(-1, &mut word).hash_value(), -2);
        assert_eq!(Big::from_i128(1 << 70).limbs().to_i128(), Some(1 << 70));
    }
}
