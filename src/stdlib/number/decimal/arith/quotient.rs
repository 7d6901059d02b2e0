//! Quotients: digit by digit (Knuth), and by halves (Burnikel and Ziegler) where products are quick.

use std::cmp::Ordering;

use crate::stdlib::number::decimal::arith::limbs::{self, BASE, BY_BASE, Divider, NoMemory};
use crate::stdlib::number::decimal::arith::product;

/// Limbs of divisor and quotient from which halves pay.
const HALVES_MIN: usize = 80;

/// Quotient and remainder.
pub type Parts = (Vec<u64>, Vec<u64>);

/// Quotient and remainder; the divisor is not zero.
pub fn divide(a: &[u64], b: &[u64]) -> Result<Parts, NoMemory> {
    if limbs::compare(a, b) == Ordering::Less {
        return Ok((Vec::new(), a.to_vec()));
    }
    if let [divisor] = *b {
        let (quotient, rest) = limbs::divide_word(a, divisor);
        return Ok((quotient, if rest == 0 { Vec::new() } else { vec![rest] }));
    }
    // The highest limb of the divisor has to be half the base or more.
    let factor = BASE / (b[b.len() - 1] + 1);
    let (a, b) = (limbs::multiply_word(a, factor, 0), limbs::multiply_word(b, factor, 0));
    let (quotient, rest) = if b.len() < HALVES_MIN || a.len() - b.len() < HALVES_MIN {
        by_digits(a, &b)
    } else {
        in_blocks(&a, &b)?
    };
    Ok((quotient, limbs::divide_word(&rest, factor).0))
}

/// Digit by digit. The divisor has two limbs or more, and its highest is half the base or more.
fn by_digits(mut a: Vec<u64>, b: &[u64]) -> Parts {
    let len = b.len();
    if a.len() < len {
        return (Vec::new(), a);
    }
    a.push(0);
    let (top, second) = (b[len - 1], b[len - 2]);
    let by_top = Divider::new(top);
    let mut quotient = vec![0; a.len() - len];
    for at in (0..quotient.len()).rev() {
        let part = &mut a[at..=at + len];
        let head = u128::from(part[len]) * u128::from(BASE) + u128::from(part[len - 1]);
        let (mut digit, mut rest) = by_top.divide(head);
        while digit >= BASE
            || u128::from(digit) * u128::from(second) > u128::from(rest) * u128::from(BASE) + u128::from(part[len - 2])
        {
            digit -= 1;
            rest += top;
            if rest >= BASE {
                break;
            }
        }
        if subtract_product(part, b, digit) {
            digit -= 1;
            limbs::add_to(part, b);
        }
        quotient[at] = digit;
    }
    (limbs::trim(quotient), limbs::trim(a))
}

/// `part -= b * digit`; answers whether the result is below zero, and then misses a one in front.
fn subtract_product(part: &mut [u64], b: &[u64], digit: u64) -> bool {
    let (mut carry, mut borrow) = (0, 0);
    let mut take = |to: &mut u64, amount: u64| {
        let difference = to.wrapping_sub(amount + borrow);
        borrow = difference >> 63;
        *to = if borrow == 1 {
            difference.wrapping_add(BASE)
        } else {
            difference
        };
    };
    for (to, &limb) in part.iter_mut().zip(b) {
        let (high, low) = BY_BASE.divide(u128::from(limb) * u128::from(digit) + u128::from(carry));
        carry = high;
        take(to, low);
    }
    take(&mut part[b.len()], carry);
    borrow == 1
}

/// Block by block of the divisor's length, which is made one that can be halved.
fn in_blocks(a: &[u64], b: &[u64]) -> Result<Parts, NoMemory> {
    let mut unit = 1;
    while b.len().div_ceil(unit) >= HALVES_MIN {
        unit *= 2;
    }
    let len = b.len().next_multiple_of(unit);
    let pad = len - b.len();
    let b = joined(b, &[], pad);
    let a = joined(a, &[], pad);
    let mut quotient = limbs::zeros(a.len().next_multiple_of(len))?;
    let mut rest = Vec::new();
    for (i, block) in a.chunks(len).enumerate().rev() {
        let (digit, next) = two_by_one(&joined(&rest, limbs::trimmed(block), len), &b, len)?;
        quotient[i * len..][..digit.len()].copy_from_slice(&digit);
        rest = next;
    }
    Ok((limbs::trim(quotient), rest.get(pad..).unwrap_or(&[]).to_vec()))
}

/// `high * BASE**len + low`.
fn joined(high: &[u64], low: &[u64], len: usize) -> Vec<u64> {
    if high.is_empty() {
        return low.to_vec();
    }
    let mut all = Vec::with_capacity(len + high.len());
    all.extend_from_slice(low);
    all.resize(len, 0);
    all.extend_from_slice(high);
    all
}

/// The limbs from `len` on, and those below.
fn parted(limbs: &[u64], len: usize) -> (&[u64], &[u64]) {
    if limbs.len() <= len {
        return (&[], limbs);
    }
    (&limbs[len..], limbs::trimmed(&limbs[..len]))
}

/// A quotient of `len` limbs by a divisor of `len` limbs.
fn two_by_one(a: &[u64], b: &[u64], len: usize) -> Result<Parts, NoMemory> {
    if len < HALVES_MIN || !len.is_multiple_of(2) {
        return Ok(by_digits(a.to_vec(), b));
    }
    let half = len / 2;
    let (upper, low) = parted(a, half);
    let (high, rest) = three_by_two(upper, b, half)?;
    let (digit, rest) = three_by_two(&joined(&rest, low, half), b, half)?;
    Ok((joined(&high, &digit, half), rest))
}

/// A quotient of `half` limbs by a divisor of twice as many.
fn three_by_two(a: &[u64], b: &[u64], half: usize) -> Result<Parts, NoMemory> {
    let (b_high, b_low) = parted(b, half);
    let (upper, low) = parted(a, half);
    let top = parted(upper, half).0;
    let (mut quotient, rest) = if limbs::compare(top, b_high) == Ordering::Less {
        two_by_one(upper, b_high, half)?
    } else {
        let excess = limbs::subtract(upper, &joined(b_high, &[], half));
        (vec![BASE - 1; half], limbs::add(&excess, b_high))
    };
    let mut rest = joined(&rest, low, half);
    let product = product::multiply(&quotient, b_low)?;
    // The guess is too large by two at the most.
    while limbs::compare(&rest, &product) == Ordering::Less {
        rest = limbs::add(&rest, b);
        quotient = limbs::subtract(&quotient, &[1]);
    }
    Ok((quotient, limbs::subtract(&rest, &product)))
}
