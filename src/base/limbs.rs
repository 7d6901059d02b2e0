//! Integers as slices of words: sign and magnitude, little-endian, without leading zeros. What takes one walk over them, or few
//! words, is done here, into memory of the caller; the rest is for `big`.

use std::cmp::Ordering;

/// Words of the shorter factor up to which products are made by the rule of school.
pub const SHORT: usize = 24;

/// The modulus of Python's numeric hash, 2^61 − 1.
const HASH_MODULUS: u64 = (1 << 61) - 1;

/// A signed integer, borrowed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limbs<'a> {
    /// False for zero.
    pub negative: bool,
    pub words: &'a [u64],
}

impl<'a> Limbs<'a> {
    /// `n`, whose magnitude is kept in `word`.
    #[inline]
    pub fn of_i64(n: i64, word: &'a mut [u64; 1]) -> Limbs<'a> {
        word[0] = n.unsigned_abs();
        Limbs {
            negative: n < 0,
            words: if n == 0 { &[] } else { word },
        }
    }
    pub fn is_zero(self) -> bool {
        self.words.is_empty()
    }
    pub fn is_odd(self) -> bool {
        self.words.first().is_some_and(|word| word & 1 == 1)
    }
    #[inline]
    pub fn negated(self) -> Limbs<'a> {
        Limbs {
            negative: !self.negative && !self.is_zero(),
            words: self.words,
        }
    }
    #[inline]
    pub fn to_i64(self) -> Option<i64> {
        match (self.negative, self.words) {
            (_, []) => Some(0),
            (false, &[word]) => i64::try_from(word).ok(),
            (true, &[word]) if word <= 1 << 63 => Some((word as i64).wrapping_neg()),
            _ => None,
        }
    }
    pub fn to_u64(self) -> Option<u64> {
        match (self.negative, self.words) {
            (_, []) => Some(0),
            (false, &[word]) => Some(word),
            _ => None,
        }
    }
    /// The integer if it and its negative fit 128 bits.
    #[inline]
    pub fn to_i128(self) -> Option<i128> {
        let size = match *self.words {
            [] => 0,
            [low] => u128::from(low),
            [low, high] => u128::from(low) | u128::from(high) << 64,
            _ => return None,
        };
        let n = i128::try_from(size).ok()?;
        Some(if self.negative { -n } else { n })
    }
    /// Bits of the magnitude; 0 for zero.
    pub fn bit_length(self) -> u64 {
        match self.words {
            [] => 0,
            words => words.len() as u64 * 64 - u64::from(words[words.len() - 1].leading_zeros()),
        }
    }
    /// Ones in the magnitude.
    pub fn bit_count(self) -> u64 {
        self.words.iter().map(|word| u64::from(word.count_ones())).sum()
    }
    /// CPython's hash of the same int: modulo 2^61 − 1 with the sign kept, and −2 for −1.
    pub fn hash_value(self) -> i64 {
        let mut hash = 0u64;
        for &word in self.words.iter().rev() {
            hash = fold61((u128::from(hash) << 64) | u128::from(word));
        }
        match (hash as i64, self.negative) {
            (1, true) => -2,
            (hash, true) => -hash,
            (hash, false) => hash,
        }
    }
}

/// `wide` modulo 2^61 − 1.
fn fold61(wide: u128) -> u64 {
    let once = (wide & u128::from(HASH_MODULUS)) + (wide >> 61);
    let twice = (once & u128::from(HASH_MODULUS)) as u64 + (once >> 61) as u64;
    if twice >= HASH_MODULUS {
        twice - HASH_MODULUS
    } else {
        twice
    }
}

impl Ord for Limbs<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => magnitudes(self.words, other.words),
            (true, true) => magnitudes(other.words, self.words),
        }
    }
}

impl PartialOrd for Limbs<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn magnitudes(a: &[u64], b: &[u64]) -> Ordering {
    let by_length = a.len().cmp(&b.len());
    by_length.then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

/// `a + b`, into one word more than the longer has; answers its sign, if it is not zero.
#[inline]
pub fn add(a: Limbs, b: Limbs, room: &mut [u64]) -> bool {
    if a.negative == b.negative {
        let (long, short) = match a.words.len() >= b.words.len() {
            true => (a.words, b.words),
            false => (b.words, a.words),
        };
        walk(long, short, room, u64::carrying_add);
        return a.negative;
    }
    let (large, small) = match magnitudes(a.words, b.words).is_ge() {
        true => (a, b),
        false => (b, a),
    };
    walk(large.words, small.words, room, u64::borrowing_sub);
    large.negative
}

/// `long` and `short` word by word, with what is carried into the word behind `long`.
#[inline(always)] // PERF: perf/0019-small-containers.md
fn walk(long: &[u64], short: &[u64], room: &mut [u64], step: impl Fn(u64, u64, bool) -> (u64, bool)) {
    let (low, high) = long.split_at(short.len());
    let (begin, end) = room.split_at_mut(short.len());
    let mut carry = false;
    // Four at a time, so that the carry stays in the flag.
    let ((fours_a, ones_a), (fours_b, ones_b)) = (low.as_chunks::<4>(), short.as_chunks::<4>());
    let (fours, ones) = begin.as_chunks_mut::<4>();
    for ((a, b), out) in fours_a.iter().zip(fours_b).zip(fours) {
        (out[0], carry) = step(a[0], b[0], carry);
        (out[1], carry) = step(a[1], b[1], carry);
        (out[2], carry) = step(a[2], b[2], carry);
        (out[3], carry) = step(a[3], b[3], carry);
    }
    for ((&a, &b), out) in ones_a.iter().zip(ones_b).zip(ones) {
        (*out, carry) = step(a, b, carry);
    }
    for (&a, out) in high.iter().zip(&mut *end) {
        (*out, carry) = step(a, 0, carry);
    }
    end[high.len()] = u64::from(carry);
}

/// `a * b` of magnitudes, of which none is zero, into as many words as both have.
#[inline]
pub fn multiply(a: &[u64], b: &[u64], room: &mut [u64]) {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let mut carry = 0;
    for (&word, out) in long.iter().zip(&mut *room) {
        (*out, carry) = word.carrying_mul(short[0], carry);
    }
    room[long.len()] = carry;
    for (shift, &factor) in short.iter().enumerate().skip(1) {
        let row = &mut room[shift..=shift + long.len()];
        let mut carry = 0;
        for (&word, out) in long.iter().zip(&mut *row) {
            (*out, carry) = word.carrying_mul_add(factor, carry, *out);
        }
        row[long.len()] = carry;
    }
}

/// Quotient and remainder of a magnitude and a divisor of 32 bits.
#[inline]
pub fn divide_short(words: &[u64], divisor: u32, room: &mut [u64]) -> u32 {
    let (divisor, mut rest) = (u64::from(divisor), 0u64);
    for (&word, out) in words.iter().zip(room).rev() {
        let high = rest << 32 | word >> 32;
        let low = (high % divisor) << 32 | word & 0xFFFF_FFFF;
        *out = ((high / divisor) << 32) | (low / divisor);
        rest = low % divisor;
    }
    rest as u32
}

/// `words << count`, into `count / 64 + 1` words more than they are.
pub fn shift_left(words: &[u64], count: u64, room: &mut [u64]) {
    let (skip, bits) = ((count / 64) as usize, count as u32 % 64);
    room[..skip].fill(0);
    let mut carry = 0;
    for (&word, out) in words.iter().zip(&mut room[skip..]) {
        *out = word << bits | carry;
        carry = if bits == 0 { 0 } else { word >> (64 - bits) };
    }
    room[skip + words.len()] = carry;
}

/// `words >> count`, of fewer bits than there are, into as many words as are left from the first on that keeps one.
pub fn shift_right(words: &[u64], count: u64, room: &mut [u64]) {
    let (skip, bits) = ((count / 64) as usize, count as u32 % 64);
    let kept = &words[skip..];
    for (i, out) in room.iter_mut().enumerate().take(kept.len()) {
        let above = kept.get(i + 1).copied().unwrap_or(0);
        *out = if bits == 0 {
            kept[i]
        } else {
            kept[i] >> bits | above << (64 - bits)
        };
    }
}
