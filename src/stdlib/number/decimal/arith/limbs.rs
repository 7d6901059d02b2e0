//! Natural numbers as limbs of eighteen decimal digits, lowest first: rounding, shifting and text need no division by powers of ten.
//!
//! A number has no zero limb at its end; zero has no limb at all.

use std::cmp::Ordering;

/// What a limb is below.
pub const BASE: u64 = 1_000_000_000_000_000_000;
/// Decimal digits of a limb.
pub const WIDTH: u64 = 18;

/// Powers of ten that fit a word.
pub static POWERS: [u64; 20] = {
    let mut table = [1; 20];
    let mut i = 1;
    while i < 20 {
        table[i] = table[i - 1] * 10;
        i += 1;
    }
    table
};

/// Powers of ten that fit two words.
pub static WIDE_POWERS: [u128; 39] = {
    let mut table = [1; 39];
    let mut i = 1;
    while i < 39 {
        table[i] = table[i - 1] * 10;
        i += 1;
    }
    table
};

/// There is no memory for a result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoMemory;

/// What was cut off, in relation to half a unit of what is left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rest {
    Zero,
    Below,
    Half,
    Above,
}

impl Rest {
    /// By the first digit that was cut off, and whether another one is not zero.
    pub fn of(first: u64, more: bool) -> Rest {
        match (first, more) {
            (0, false) => Rest::Zero,
            (0..=4, _) => Rest::Below,
            (5, false) => Rest::Half,
            _ => Rest::Above,
        }
    }
}

/// Division of two words by one, whose reciprocal is at hand (Möller and Granlund, "Improved division by invariant integers").
#[derive(Clone, Copy)]
pub struct Divider {
    normal: u64,
    reciprocal: u64,
    shift: u32,
}

impl Divider {
    pub const fn new(divisor: u64) -> Divider {
        let shift = divisor.leading_zeros();
        let normal = divisor << shift;
        let reciprocal = (u128::MAX / normal as u128 - (1 << 64)) as u64;
        Divider {
            normal,
            reciprocal,
            shift,
        }
    }

    /// Quotient and remainder. The quotient must fit a word: `n >> 64` is below the divisor.
    #[inline(always)] // PERF: perf/0024-decimal.md
    pub fn divide(&self, n: u128) -> (u64, u64) {
        let n = n << self.shift;
        let (high, low) = ((n >> 64) as u64, n as u64);
        let guess = (u128::from(self.reciprocal) * u128::from(high)).wrapping_add(n);
        let mut quotient = ((guess >> 64) as u64).wrapping_add(1);
        let mut rest = low.wrapping_sub(quotient.wrapping_mul(self.normal));
        if rest > guess as u64 {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(self.normal);
        }
        if rest >= self.normal {
            quotient += 1;
            rest -= self.normal;
        }
        (quotient, rest >> self.shift)
    }
}

/// Division by [`BASE`].
pub const BY_BASE: Divider = Divider::new(BASE);

/// Zeros for so many limbs.
pub fn zeros(count: usize) -> Result<Vec<u64>, NoMemory> {
    let mut room = empty(count)?;
    room.resize(count, 0);
    Ok(room)
}

/// Room for so many limbs.
pub fn empty(count: usize) -> Result<Vec<u64>, NoMemory> {
    let mut room = Vec::new();
    room.try_reserve_exact(count).map_err(|_| NoMemory)?;
    Ok(room)
}

/// Removes zero limbs at the end.
pub fn trim(mut limbs: Vec<u64>) -> Vec<u64> {
    let len = trimmed(&limbs).len();
    limbs.truncate(len);
    limbs
}

/// The same without zero limbs at the end.
pub fn trimmed(limbs: &[u64]) -> &[u64] {
    &limbs[..limbs.iter().rposition(|&limb| limb != 0).map_or(0, |last| last + 1)]
}

/// Digits of a word; none for zero.
pub fn word_digits(word: u64) -> u64 {
    wide_digits(u128::from(word))
}

/// Digits of two words; none for zero.
#[inline]
pub fn wide_digits(n: u128) -> u64 {
    if n == 0 {
        return 0;
    }
    // 1233 / 4096 is a little more than log10(2).
    let about = (u64::from(128 - n.leading_zeros()) * 1233) >> 12;
    about + u64::from(n >= WIDE_POWERS[about as usize])
}

/// Decimal digits; none for zero.
pub fn digits(limbs: &[u64]) -> u64 {
    match limbs.last() {
        None => 0,
        Some(&top) => (limbs.len() as u64 - 1) * WIDTH + word_digits(top),
    }
}

/// The digit of `10**place`.
pub fn digit(limbs: &[u64], place: u64) -> u64 {
    match limbs.get((place / WIDTH) as usize) {
        Some(&limb) => limb / POWERS[(place % WIDTH) as usize] % 10,
        None => 0,
    }
}

/// Zeros at the end of a number that is not zero.
pub fn trailing_zeros(limbs: &[u64]) -> u64 {
    let Some(at) = limbs.iter().position(|&limb| limb != 0) else {
        return 0;
    };
    let (mut limb, mut count) = (limbs[at], at as u64 * WIDTH);
    while limb % 10 == 0 {
        limb /= 10;
        count += 1;
    }
    count
}

pub fn compare(a: &[u64], b: &[u64]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

/// `a += b`, where `a` is as long as `b` or longer; answers what is carried out of it.
pub fn add_to(a: &mut [u64], b: &[u64]) -> bool {
    let (low, high) = a.split_at_mut(b.len());
    let mut carry = 0;
    for (to, &from) in low.iter_mut().zip(b) {
        let sum = *to + from + carry;
        carry = u64::from(sum >= BASE);
        *to = if sum >= BASE { sum - BASE } else { sum };
    }
    for to in high {
        if carry == 0 {
            return false;
        }
        *to += 1;
        carry = u64::from(*to == BASE);
        if carry == 1 {
            *to = 0;
        }
    }
    carry != 0
}

/// `a -= b`, where `a` is as long as `b` or longer; answers whether a one is missing.
pub fn subtract_from(a: &mut [u64], b: &[u64]) -> bool {
    let (low, high) = a.split_at_mut(b.len());
    let mut borrow = 0;
    for (to, &from) in low.iter_mut().zip(b) {
        let difference = to.wrapping_sub(from + borrow);
        borrow = difference >> 63;
        *to = if borrow == 1 {
            difference.wrapping_add(BASE)
        } else {
            difference
        };
    }
    for to in high {
        if borrow == 0 {
            return false;
        }
        borrow = u64::from(*to == 0);
        *to = if borrow == 1 { BASE - 1 } else { *to - 1 };
    }
    borrow != 0
}

pub fn add(a: &[u64], b: &[u64]) -> Vec<u64> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let mut sum = Vec::with_capacity(long.len() + 1);
    sum.extend_from_slice(long);
    if add_to(&mut sum, short) {
        sum.push(1);
    }
    sum
}

/// `a - b`, where `a` is not below `b`.
pub fn subtract(a: &[u64], b: &[u64]) -> Vec<u64> {
    let mut difference = a.to_vec();
    let missing = subtract_from(&mut difference, b);
    debug_assert!(!missing, "the smaller one is subtracted");
    trim(difference)
}

/// `limbs * factor + more`; both are below [`BASE`].
pub fn multiply_word(limbs: &[u64], factor: u64, more: u64) -> Vec<u64> {
    let mut product = Vec::with_capacity(limbs.len() + 1);
    let mut carry = more;
    for &limb in limbs {
        let (high, low) = BY_BASE.divide(u128::from(limb) * u128::from(factor) + u128::from(carry));
        product.push(low);
        carry = high;
    }
    product.push(carry);
    trim(product)
}

/// Quotient and remainder by a divisor below [`BASE`].
pub fn divide_word(limbs: &[u64], divisor: u64) -> (Vec<u64>, u64) {
    let by = Divider::new(divisor);
    let mut quotient = limbs.to_vec();
    let mut rest = 0;
    for limb in quotient.iter_mut().rev() {
        (*limb, rest) = by.divide(u128::from(rest) * u128::from(BASE) + u128::from(*limb));
    }
    (trim(quotient), rest)
}

/// `limbs * 10**count`.
pub fn shift_left(limbs: &[u64], count: u64) -> Result<Vec<u64>, NoMemory> {
    if limbs.is_empty() {
        return Ok(Vec::new());
    }
    let (skip, turn) = ((count / WIDTH) as usize, count % WIDTH);
    let mut shifted = empty(skip.saturating_add(limbs.len() + 1))?;
    shifted.resize(skip, 0);
    if turn == 0 {
        shifted.extend_from_slice(limbs);
        return Ok(shifted);
    }
    let (up, down) = (POWERS[turn as usize], POWERS[(WIDTH - turn) as usize]);
    let mut carry = 0;
    for &limb in limbs {
        shifted.push(limb % down * up + carry);
        carry = limb / down;
    }
    if carry != 0 {
        shifted.push(carry);
    }
    Ok(shifted)
}

/// `limbs // 10**count`, and what was cut off.
pub fn shift_right(limbs: &[u64], count: u64) -> (Vec<u64>, Rest) {
    if count == 0 {
        return (limbs.to_vec(), Rest::Zero);
    }
    let (skip, turn) = ((count / WIDTH) as usize, count % WIDTH);
    let rest = cut(limbs, count);
    if skip >= limbs.len() {
        return (Vec::new(), rest);
    }
    let kept = &limbs[skip..];
    if turn == 0 {
        return (kept.to_vec(), rest);
    }
    let (up, down) = (POWERS[(WIDTH - turn) as usize], POWERS[turn as usize]);
    let mut shifted: Vec<u64> = kept.iter().map(|&limb| limb / down).collect();
    for (to, &above) in shifted.iter_mut().zip(&kept[1..]) {
        *to += above % down * up;
    }
    (trim(shifted), rest)
}

/// What the lowest `count` digits are, of which there is one at least.
fn cut(limbs: &[u64], count: u64) -> Rest {
    let place = count - 1;
    let at = (place / WIDTH) as usize;
    let below = &limbs[..at.min(limbs.len())];
    let limb = limbs.get(at).copied().unwrap_or(0);
    let power = POWERS[(place % WIDTH) as usize];
    Rest::of(
        limb / power % 10,
        limb % power != 0 || below.iter().any(|&limb| limb != 0),
    )
}

/// The lowest `count` digits.
pub fn low_digits(limbs: &[u64], count: u64) -> Vec<u64> {
    let (whole, part) = ((count / WIDTH) as usize, count % WIDTH);
    if whole >= limbs.len() {
        return limbs.to_vec();
    }
    let mut low = limbs[..whole].to_vec();
    low.push(limbs[whole] % POWERS[part as usize]);
    trim(low)
}

/// The digits, most significant first; nothing for zero.
pub fn push_text(limbs: &[u64], out: &mut Vec<u8>) {
    let Some((&top, rest)) = limbs.split_last() else {
        return;
    };
    push_word(top, word_digits(top) as usize, out);
    for &limb in rest.iter().rev() {
        push_word(limb, WIDTH as usize, out);
    }
}

/// The lowest `width` digits of a word.
pub fn push_word(mut word: u64, width: usize, out: &mut Vec<u8>) {
    let mut text = [b'0'; 20];
    for place in text[..width].iter_mut().rev() {
        *place += (word % 10) as u8;
        word /= 10;
    }
    out.extend_from_slice(&text[..width]);
}

/// The number of these ASCII digits.
pub fn from_text(text: &[u8]) -> Vec<u64> {
    let read = |piece: &[u8]| piece.iter().fold(0, |word, &c| word * 10 + u64::from(c - b'0'));
    trim(text.rchunks(WIDTH as usize).map(read).collect())
}
