//! Products: column by column, by Karatsuba's halves, and by number-theoretic transforms modulo three primes.

use crate::stdlib::number::decimal::arith::limbs::{self, BASE, BY_BASE, Divider, NoMemory};

/// Limbs of the shorter factor from which halves pay.
const KARATSUBA_MIN: usize = 48;
/// Limbs of the shorter factor from which transforms pay.
const TRANSFORM_MIN: usize = 400;
/// Products of two limbs that two words hold the sum of, with room for a carry.
const COLUMN_MAX: usize = 256;

/// `a * b`.
pub fn multiply(a: &[u64], b: &[u64]) -> Result<Vec<u64>, NoMemory> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return Ok(Vec::new());
    }
    if short.len() == 1 {
        return Ok(limbs::multiply_word(long, short[0], 0));
    }
    let mut room = limbs::zeros(long.len() + short.len())?;
    if short.len() < KARATSUBA_MIN {
        columns(long, short, &mut room);
    } else if short.len() >= TRANSFORM_MIN {
        transformed(long, short, &mut room)?;
    } else {
        in_pieces(long, short, &mut room);
    }
    Ok(limbs::trim(room))
}

/// Writes the product of two factors that are not empty: the products of each column are summed before they are divided.
fn columns(long: &[u64], short: &[u64], room: &mut [u64]) {
    debug_assert!(short.len() <= COLUMN_MAX);
    let mut carry: u128 = 0;
    for (column, out) in room.iter_mut().enumerate() {
        let first = (column + 1).saturating_sub(long.len());
        let last = column.min(short.len() - 1);
        if first <= last {
            let falling = long[column - last..=column - first].iter().rev();
            for (&x, &y) in short[first..=last].iter().zip(falling) {
                carry += u128::from(x) * u128::from(y);
            }
        }
        // What is carried may need more than a word: divide its upper part first.
        let (high, rest) = BY_BASE.divide(carry >> 64);
        let (low, digit) = BY_BASE.divide(u128::from(rest) << 64 | carry & u128::from(u64::MAX));
        *out = digit;
        carry = u128::from(high) << 64 | u128::from(low);
    }
}

/// The longer factor in pieces as long as the shorter one.
fn in_pieces(long: &[u64], short: &[u64], room: &mut [u64]) {
    let mut part = vec![0; 2 * short.len()];
    for (i, piece) in long.chunks(short.len()).enumerate() {
        let part = &mut part[..piece.len() + short.len()];
        if piece.len() == short.len() {
            karatsuba(piece, short, part);
        } else if piece.len() < KARATSUBA_MIN {
            columns(short, piece, part);
        } else {
            part.fill(0);
            in_pieces(short, piece, part);
        }
        let carried = limbs::add_to(&mut room[i * short.len()..], part);
        debug_assert!(!carried);
    }
}

/// Writes the product of factors of one length.
fn karatsuba(a: &[u64], b: &[u64], room: &mut [u64]) {
    let len = a.len();
    if len < KARATSUBA_MIN {
        return columns(a, b, room);
    }
    let half = len.div_ceil(2);
    let ((a_low, a_high), (b_low, b_high)) = (a.split_at(half), b.split_at(half));
    let (low, high) = room.split_at_mut(2 * half);
    karatsuba(a_low, b_low, low);
    karatsuba(a_high, b_high, high);
    // (a0 + a1)(b0 + b1) - a0 b0 - a1 b1
    let sum = |x: &[u64], y: &[u64]| {
        let mut sum = x.to_vec();
        sum.push(0);
        limbs::add_to(&mut sum, y);
        sum
    };
    let (a_sum, b_sum) = (sum(a_low, a_high), sum(b_low, b_high));
    let mut middle = vec![0; 2 * half + 2];
    karatsuba(&a_sum, &b_sum, &mut middle);
    limbs::subtract_from(&mut middle, low);
    limbs::subtract_from(&mut middle, high);
    let carried = limbs::add_to(&mut room[half..], limbs::trimmed(&middle));
    debug_assert!(!carried);
}

/// Primes of the form `k * 2**55 + 1` or more, and a generator of each.
const PRIMES: [(u64, u64); 3] = [
    (4_179_340_454_199_820_289, 3),
    (1_945_555_039_024_054_273, 5),
    (2_485_986_994_308_513_793, 5),
];

/// A factor with what makes products by it quick (Shoup).
#[derive(Clone, Copy)]
struct Factor {
    value: u64,
    quotient: u64,
}

/// Arithmetic modulo a prime below 2^62; sums stay below four times the prime.
#[derive(Clone, Copy)]
struct Field {
    prime: u64,
    by: Divider,
}

impl Field {
    fn new(prime: u64) -> Field {
        Field {
            prime,
            by: Divider::new(prime),
        }
    }
    fn factor(&self, value: u64) -> Factor {
        let (quotient, _) = self.by.divide(u128::from(value) << 64);
        Factor { value, quotient }
    }
    fn multiply(&self, a: u64, b: u64) -> u64 {
        self.by.divide(u128::from(a) * u128::from(b)).1
    }
    /// `a * factor`, below twice the prime, of any word.
    #[inline(always)] // PERF: perf/0024-decimal.md
    fn scale(&self, a: u64, factor: Factor) -> u64 {
        let quotient = ((u128::from(a) * u128::from(factor.quotient)) >> 64) as u64;
        a.wrapping_mul(factor.value)
            .wrapping_sub(quotient.wrapping_mul(self.prime))
    }
    fn power(&self, base: u64, mut exponent: u64) -> u64 {
        let (mut result, mut base) = (1, base);
        while exponent != 0 {
            if exponent & 1 == 1 {
                result = self.multiply(result, base);
            }
            base = self.multiply(base, base);
            exponent >>= 1;
        }
        result
    }
    /// The powers of a root of unity of order `size`, half of them; of its square, and so on.
    fn roots(&self, root: u64, size: usize) -> Vec<Vec<Factor>> {
        let step = self.factor(root);
        let mut power = 1;
        let mut roots = Vec::with_capacity(size / 2);
        for _ in 0..size / 2 {
            roots.push(self.factor(power));
            power = self.reduce(self.scale(power, step));
        }
        let mut levels = vec![roots];
        while let Some(last) = levels.last()
            && last.len() > 1
        {
            levels.push(last.iter().step_by(2).copied().collect());
        }
        levels
    }
    /// Below the prime what is below four times that.
    fn reduce(&self, a: u64) -> u64 {
        let a = if a >= 2 * self.prime { a - 2 * self.prime } else { a };
        if a >= self.prime { a - self.prime } else { a }
    }
    /// Forward, in natural order to bit-reversed order.
    fn forward(&self, values: &mut [u64], roots: &[Vec<Factor>]) {
        let twice = 2 * self.prime;
        for factors in roots {
            let half = factors.len();
            for block in values.chunks_exact_mut(2 * half) {
                let (low, high) = block.split_at_mut(half);
                for ((x, y), &factor) in low.iter_mut().zip(high).zip(factors) {
                    let sum = *x + *y;
                    let difference = *x + twice - *y;
                    *x = if sum >= twice { sum - twice } else { sum };
                    *y = self.scale(difference, factor);
                }
            }
        }
    }
    /// Back, from bit-reversed order; without the division by the size.
    fn backward(&self, values: &mut [u64], roots: &[Vec<Factor>]) {
        let twice = 2 * self.prime;
        for factors in roots.iter().rev() {
            let half = factors.len();
            for block in values.chunks_exact_mut(2 * half) {
                let (low, high) = block.split_at_mut(half);
                for ((x, y), &factor) in low.iter_mut().zip(high).zip(factors) {
                    let turned = self.scale(*y, factor);
                    let (sum, difference) = (*x + turned, *x + twice - turned);
                    *x = if sum >= twice { sum - twice } else { sum };
                    *y = if difference >= twice {
                        difference - twice
                    } else {
                        difference
                    };
                }
            }
        }
    }
    /// The cyclic convolution of two sequences, of length `size`.
    fn convolve(&self, a: &[u64], b: &[u64], size: usize, generator: u64) -> Result<Vec<u64>, NoMemory> {
        let root = self.power(generator, (self.prime - 1) / size as u64);
        let roots = self.roots(root, size);
        let load = |limbs: &[u64]| -> Result<Vec<u64>, NoMemory> {
            let mut values = limbs::zeros(size)?;
            for (to, &limb) in values.iter_mut().zip(limbs) {
                *to = limb;
            }
            self.forward(&mut values, &roots);
            Ok(values)
        };
        let mut values = load(a)?;
        let scale = self.power(size as u64 % self.prime, self.prime - 2);
        let scale = self.factor(scale);
        if std::ptr::eq(a, b) {
            for value in &mut values {
                *value = self.scale(self.multiply(self.reduce(*value), self.reduce(*value)), scale);
            }
        } else {
            for (value, other) in values.iter_mut().zip(load(b)?) {
                *value = self.scale(self.multiply(self.reduce(*value), self.reduce(other)), scale);
            }
        }
        let back = self.roots(self.power(root, self.prime - 2), size);
        self.backward(&mut values, &back);
        for value in &mut values {
            *value = self.reduce(*value);
        }
        Ok(values)
    }
}

/// By transforms: each column of the product is known modulo three primes, hence itself.
fn transformed(long: &[u64], short: &[u64], room: &mut [u64]) -> Result<(), NoMemory> {
    if long.len() > 2 * short.len() {
        for (i, piece) in long.chunks(short.len()).enumerate() {
            let part = multiply(piece, short)?;
            limbs::add_to(&mut room[i * short.len()..], &part);
        }
        return Ok(());
    }
    let size = room.len().next_power_of_two();
    let fields = PRIMES.map(|(prime, _)| Field::new(prime));
    let mut parts = [const { Vec::new() }; 3];
    for ((part, field), (_, generator)) in parts.iter_mut().zip(&fields).zip(PRIMES) {
        *part = field.convolve(long, short, size, generator)?;
    }
    collect(&fields, &parts, room);
    Ok(())
}

/// From residues to columns (Garner), and from columns to limbs.
fn collect(fields: &[Field; 3], parts: &[Vec<u64>; 3], room: &mut [u64]) {
    let [first, second, third] = *fields;
    let (p, q) = (first.prime, second.prime);
    let by_p = second.factor(second.power(p % q, q - 2));
    let third_p = third.factor(p % third.prime);
    let both = third.multiply(p % third.prime, q % third.prime);
    let by_both = third.factor(third.power(both, third.prime - 2));
    let product = u128::from(p) * u128::from(q);
    // `product` in limbs: a column is a + p (b + q c), and all is kept as (low two words, high word).
    let mut carry = (0u128, 0u64);
    for (i, out) in room.iter_mut().enumerate() {
        let (x, y, z) = (parts[0][i], parts[1][i], parts[2][i]);
        let b = second.reduce(second.scale(y + q - x % q, by_p));
        let ab = u128::from(x) + u128::from(p) * u128::from(b);
        let known = third.reduce(x % third.prime + third.reduce(third.scale(b, third_p)));
        let c = third.reduce(third.scale(z + third.prime - known, by_both));
        // column = ab + product * c, three words.
        let low = u128::from(product as u64) * u128::from(c);
        let high = (product >> 64) * u128::from(c) + (low >> 64);
        let (mut bottom, over) = ((high << 64) | u128::from(low as u64)).overflowing_add(ab);
        let mut top = (high >> 64) as u64 + u64::from(over);
        let (sum, over) = bottom.overflowing_add(carry.0);
        bottom = sum;
        top += carry.1 + u64::from(over);
        (*out, carry) = split(top, bottom);
    }
}

/// The limb of a number of three words, and the rest of it divided by [`BASE`].
fn split(top: u64, bottom: u128) -> (u64, (u128, u64)) {
    let (high, rest) = BY_BASE.divide(u128::from(top));
    let (middle, rest) = BY_BASE.divide(u128::from(rest) << 64 | bottom >> 64);
    let (low, rest) = BY_BASE.divide(u128::from(rest) << 64 | bottom & u128::from(u64::MAX));
    debug_assert!(rest < BASE);
    (rest, (u128::from(middle) << 64 | u128::from(low), high))
}
