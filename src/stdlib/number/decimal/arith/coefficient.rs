//! Coefficients of decimal numbers: two words while they have at most 38 digits, limbs of eighteen digits beyond.

use std::cmp::Ordering;
use std::ops::Deref;

use crate::base::big::Big;
use crate::stdlib::number::decimal::arith::limbs::{
    self, BASE, BY_BASE, NoMemory, Rest, WIDE_POWERS, WIDTH, wide_digits,
};
use crate::stdlib::number::decimal::arith::{product, quotient};

/// Digits of the largest coefficient that is kept in two words.
pub const SMALL_DIGITS: u64 = 38;

/// A natural number. INVARIANT: one of at most 38 digits is `Small`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Coefficient {
    Small(u128),
    Large(Vec<u64>),
}

/// The limbs of a coefficient.
pub enum Limbs<'a> {
    Few([u64; 3], usize),
    Many(&'a [u64]),
}

impl Deref for Limbs<'_> {
    type Target = [u64];
    fn deref(&self) -> &[u64] {
        match self {
            Limbs::Few(limbs, len) => &limbs[..*len],
            Limbs::Many(limbs) => limbs,
        }
    }
}

fn few(n: u128) -> ([u64; 3], usize) {
    let (high, rest) = BY_BASE.divide(n >> 64);
    let (quotient, low) = BY_BASE.divide(u128::from(rest) << 64 | n & u128::from(u64::MAX));
    let upper = u128::from(high) << 64 | u128::from(quotient);
    let (top, middle) = BY_BASE.divide(upper);
    let limbs = [low, middle, top];
    (limbs, limbs::trimmed(&limbs).len())
}

impl Coefficient {
    pub const ZERO: Coefficient = Coefficient::Small(0);
    pub const ONE: Coefficient = Coefficient::Small(1);

    #[inline]
    pub fn of(n: u128) -> Coefficient {
        if n < WIDE_POWERS[SMALL_DIGITS as usize] {
            return Coefficient::Small(n);
        }
        let (limbs, len) = few(n);
        Coefficient::Large(limbs[..len].to_vec())
    }

    /// Of limbs without zeros at the end.
    pub fn from_limbs(limbs: Vec<u64>) -> Coefficient {
        let value = |top: u64, limbs: &[u64]| {
            let start = u128::from(top);
            limbs
                .iter()
                .rev()
                .fold(start, |n, &limb| n * u128::from(BASE) + u128::from(limb))
        };
        match limbs[..] {
            [] => Coefficient::ZERO,
            [n] => Coefficient::Small(u128::from(n)),
            [_, _] => Coefficient::Small(value(0, &limbs)),
            [_, _, top] if top < 100 => Coefficient::Small(value(top, &limbs[..2])),
            _ => Coefficient::Large(limbs),
        }
    }

    pub fn limbs(&self) -> Limbs<'_> {
        match self {
            Coefficient::Small(n) => {
                let (limbs, len) = few(*n);
                Limbs::Few(limbs, len)
            }
            Coefficient::Large(limbs) => Limbs::Many(limbs),
        }
    }

    #[inline]
    pub fn is_zero(&self) -> bool {
        matches!(self, Coefficient::Small(0))
    }

    pub fn is_odd(&self) -> bool {
        match self {
            Coefficient::Small(n) => n & 1 == 1,
            Coefficient::Large(limbs) => limbs[0] & 1 == 1,
        }
    }

    /// Decimal digits; one for zero.
    #[inline]
    pub fn digits(&self) -> i64 {
        match self {
            Coefficient::Small(n) => wide_digits(*n).max(1) as i64,
            Coefficient::Large(limbs) => limbs::digits(limbs) as i64,
        }
    }

    pub fn last_digit(&self) -> u64 {
        match self {
            Coefficient::Small(n) => (n % 10) as u64,
            Coefficient::Large(limbs) => limbs[0] % 10,
        }
    }

    /// Zeros at the end; none for zero.
    pub fn trailing_zeros(&self) -> i64 {
        match *self {
            Coefficient::Small(0) => 0,
            Coefficient::Small(mut n) => {
                let mut count = 0;
                while n.is_multiple_of(10) {
                    n /= 10;
                    count += 1;
                }
                count
            }
            Coefficient::Large(ref limbs) => limbs::trailing_zeros(limbs) as i64,
        }
    }

    pub fn to_u64(&self) -> Option<u64> {
        match self {
            Coefficient::Small(n) => u64::try_from(*n).ok(),
            Coefficient::Large(_) => None,
        }
    }

    pub fn compare(&self, other: &Coefficient) -> Ordering {
        match (self, other) {
            (Coefficient::Small(a), Coefficient::Small(b)) => a.cmp(b),
            (Coefficient::Small(_), Coefficient::Large(_)) => Ordering::Less,
            (Coefficient::Large(_), Coefficient::Small(_)) => Ordering::Greater,
            (Coefficient::Large(a), Coefficient::Large(b)) => limbs::compare(a, b),
        }
    }
}

/// Arithmetic.
impl Coefficient {
    #[inline]
    pub fn add(&self, other: &Coefficient) -> Coefficient {
        match (self, other) {
            (Coefficient::Small(a), Coefficient::Small(b)) => Coefficient::of(a + b),
            _ => Coefficient::from_limbs(limbs::add(&self.limbs(), &other.limbs())),
        }
    }

    /// `self - other`, where `other` is not above `self`.
    #[inline]
    pub fn subtract(&self, other: &Coefficient) -> Coefficient {
        match (self, other) {
            (Coefficient::Small(a), Coefficient::Small(b)) => Coefficient::Small(a - b),
            _ => Coefficient::from_limbs(limbs::subtract(&self.limbs(), &other.limbs())),
        }
    }

    pub fn add_one(&self) -> Coefficient {
        self.add(&Coefficient::ONE)
    }

    #[inline]
    pub fn multiply(&self, other: &Coefficient) -> Result<Coefficient, NoMemory> {
        if let (Coefficient::Small(a), Coefficient::Small(b)) = (self, other)
            && let Some(product) = a.checked_mul(*b)
        {
            return Ok(Coefficient::of(product));
        }
        let product = product::multiply(&self.limbs(), &other.limbs())?;
        Ok(Coefficient::from_limbs(product))
    }

    /// Quotient and remainder; the divisor is not zero.
    pub fn divide(&self, other: &Coefficient) -> Result<(Coefficient, Coefficient), NoMemory> {
        if let (&Coefficient::Small(a), &Coefficient::Small(b)) = (self, other) {
            let quotient = if a >> 64 == 0 && b >> 64 == 0 {
                u128::from(a as u64 / b as u64)
            } else {
                a / b
            };
            return Ok((Coefficient::Small(quotient), Coefficient::Small(a - quotient * b)));
        }
        let (quotient, rest) = quotient::divide(&self.limbs(), &other.limbs())?;
        Ok((Coefficient::from_limbs(quotient), Coefficient::from_limbs(rest)))
    }

    /// `self * 10**count`.
    #[inline]
    pub fn shift_left(&self, count: u64) -> Result<Coefficient, NoMemory> {
        if let &Coefficient::Small(n) = self
            && (n == 0 || count <= SMALL_DIGITS && wide_digits(n) + count <= SMALL_DIGITS)
        {
            let power = WIDE_POWERS[if n == 0 { 0 } else { count as usize }];
            return Ok(Coefficient::Small(n * power));
        }
        Ok(Coefficient::from_limbs(limbs::shift_left(&self.limbs(), count)?))
    }

    /// `self // 10**count`, and what was cut off.
    #[inline]
    pub fn shift_right(&self, count: u64) -> (Coefficient, Rest) {
        match *self {
            _ if count == 0 => (self.clone(), Rest::Zero),
            Coefficient::Small(n) if count <= SMALL_DIGITS => {
                let power = WIDE_POWERS[count as usize];
                let quotient = if n >> 64 == 0 && power >> 64 == 0 {
                    u128::from(n as u64 / power as u64)
                } else {
                    n / power
                };
                let rest = n - quotient * power;
                let rest = match rest.cmp(&(power / 2)) {
                    _ if rest == 0 => Rest::Zero,
                    Ordering::Less => Rest::Below,
                    Ordering::Equal => Rest::Half,
                    Ordering::Greater => Rest::Above,
                };
                (Coefficient::Small(quotient), rest)
            }
            Coefficient::Small(n) => (Coefficient::ZERO, if n == 0 { Rest::Zero } else { Rest::Below }),
            Coefficient::Large(ref limbs) => {
                let (kept, rest) = limbs::shift_right(limbs, count);
                (Coefficient::from_limbs(kept), rest)
            }
        }
    }

    /// The lowest `count` digits.
    pub fn low_digits(&self, count: u64) -> Coefficient {
        Coefficient::from_limbs(limbs::low_digits(&self.limbs(), count))
    }

    /// The integer square root.
    pub fn root(&self) -> Result<Coefficient, NoMemory> {
        if let &Coefficient::Small(n) = self {
            return Ok(Coefficient::Small(n.isqrt()));
        }
        // Newton from above: the root of the upper half, then one or two corrections.
        let shift = (self.digits() as u64 / 4).max(1);
        let mut root = self.shift_right(2 * shift).0.root()?.add_one().shift_left(shift)?;
        loop {
            let sum = root.add(&self.divide(&root)?.0);
            let next = Coefficient::from_limbs(limbs::divide_word(&sum.limbs(), 2).0);
            if next.compare(&root).is_ge() {
                return Ok(root);
            }
            root = next;
        }
    }

    /// `10**digits - 1`.
    pub fn nines(digits: u64) -> Result<Coefficient, NoMemory> {
        if digits <= SMALL_DIGITS {
            return Ok(Coefficient::Small(WIDE_POWERS[digits as usize] - 1));
        }
        let mut all = limbs::empty((digits / WIDTH) as usize + 1)?;
        all.resize((digits / WIDTH) as usize, BASE - 1);
        if !digits.is_multiple_of(WIDTH) {
            all.push(limbs::POWERS[(digits % WIDTH) as usize] - 1);
        }
        Ok(Coefficient::from_limbs(all))
    }
}

/// Conversion to and from text and binary integers.
impl Coefficient {
    /// The number of these ASCII digits.
    pub fn from_text(digits: &[u8]) -> Coefficient {
        if digits.len() <= SMALL_DIGITS as usize {
            let read = |piece: &[u8]| piece.iter().fold(0u64, |n, &c| n * 10 + u64::from(c - b'0'));
            let mut n = 0;
            for piece in digits.chunks(WIDTH as usize) {
                n = n * WIDE_POWERS[piece.len()] + u128::from(read(piece));
            }
            return Coefficient::Small(n);
        }
        Coefficient::from_limbs(limbs::from_text(digits))
    }

    /// Appends the digits, most significant first.
    pub fn push_text(&self, out: &mut Vec<u8>) {
        match self {
            Coefficient::Small(0) => out.push(b'0'),
            &Coefficient::Small(n) if n < u128::from(BASE) * 10 => {
                limbs::push_word(n as u64, wide_digits(n) as usize, out);
            }
            _ => limbs::push_text(&self.limbs(), out),
        }
    }

    /// The magnitude of a binary integer.
    pub fn from_big(big: &Big) -> Coefficient {
        let (_, words) = big.words();
        match *words {
            [] => Coefficient::ZERO,
            [low] => Coefficient::Small(u128::from(low)),
            [low, high] => Coefficient::of(u128::from(high) << 64 | u128::from(low)),
            _ => Coefficient::from_limbs(decimal_limbs(big.abs())),
        }
    }

    pub fn to_big(&self) -> Big {
        match self {
            Coefficient::Small(n) => Big::from_u128(*n),
            Coefficient::Large(limbs) => binary(limbs),
        }
    }
}

/// Limbs or words up to which conversions go one by one.
const CONVERT_PLAIN: usize = 40;

/// Limbs of a magnitude: halves by halves.
fn decimal_limbs(big: Big) -> Vec<u64> {
    let mut powers = vec![(Big::from_u64(BASE), 1)];
    while let Some((power, width)) = powers.last()
        && 2 * power.size_in_words() <= big.size_in_words()
    {
        powers.push((power.mul(power), 2 * width));
    }
    let mut out = Vec::new();
    write_limbs(big, &powers, 0, &mut out);
    limbs::trim(out)
}

/// Writes the limbs of `big`, filled with zeros up to `width`.
fn write_limbs(big: Big, powers: &[(Big, usize)], width: usize, out: &mut Vec<u64>) {
    let end = out.len() + width;
    if big.size_in_words() <= CONVERT_PLAIN || powers.is_empty() {
        let mut words = big.words().1.to_vec();
        while let Some(last) = words.iter().rposition(|&word| word != 0) {
            words.truncate(last + 1);
            let mut rest = 0;
            for word in words.iter_mut().rev() {
                (*word, rest) = BY_BASE.divide(u128::from(rest) << 64 | u128::from(*word));
            }
            out.push(rest);
        }
    } else if let Some(((power, low_width), smaller)) = powers.split_last() {
        match big.div_rem(power).filter(|parts| !parts.0.is_zero()) {
            Some((high, low)) => {
                write_limbs(low, smaller, *low_width, out);
                write_limbs(high, smaller, 0, out);
            }
            None => write_limbs(big, smaller, 0, out),
        }
    }
    out.resize(out.len().max(end), 0);
}

fn binary(limbs: &[u64]) -> Big {
    let mut parts: Vec<Big> = limbs.iter().map(|&limb| Big::from_u64(limb)).collect();
    let mut power = Big::from_u64(BASE);
    while parts.len() > 1 {
        let join = |pair: &[Big]| match pair {
            [low, high] => high.mul(&power).add(low),
            _ => pair[0].clone(),
        };
        parts = parts.chunks(2).map(join).collect();
        power = power.mul(&power);
    }
    parts.pop().unwrap_or_else(Big::zero)
}

#[cfg(test)]
mod tests {
    use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
    use crate::stdlib::number::decimal::arith::limbs::BASE;
    use crate::stdlib::number::decimal::arith::{product, quotient};

    /// Limbs that are large, small or anything.
    fn limbs(len: usize, mut seed: u64) -> Vec<u64> {
        let mut next = || {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            match seed >> 61 {
                0 => BASE - 1,
                1 => 1,
                _ => (seed >> 3) % (BASE - 1) + 1,
            }
        };
        (0..len).map(|_| next()).collect()
    }

    #[test]
    fn products_and_quotients_agree_with_binary_ones() {
        for (a, b) in [
            (1, 1),
            (3, 2),
            (47, 48),
            (97, 96),
            (200, 50),
            (399, 401),
            (900, 450),
            (1300, 410),
        ] {
            let (x, y) = (limbs(a, 1), limbs(b, 2));
            let both = |limbs: &[u64]| Coefficient::from_limbs(limbs.to_vec()).to_big();
            let (big_x, big_y) = (both(&x), both(&y));
            let product = product::multiply(&x, &y).expect("memory for a product");
            assert_eq!(both(&product), big_x.mul(&big_y), "{a} by {b} limbs");
            assert_eq!(&*Coefficient::from_big(&big_x.mul(&big_y)).limbs(), &product[..]);
            let (quotient, rest) = quotient::divide(&x, &y).expect("memory for a quotient");
            let expected = big_x.div_rem(&big_y).expect("no zero");
            assert_eq!((both(&quotient), both(&rest)), expected, "{a} over {b} limbs");
            let (quotient, rest) = quotient::divide(&product, &y).expect("memory for a quotient");
            assert_eq!((quotient, rest), (x, vec![]), "{a} times {b} limbs and back");
        }
    }

    #[test]
    fn roots_are_the_largest_whose_square_fits() {
        for len in [1, 2, 3, 10, 101, 450] {
            let n = Coefficient::from_limbs(limbs(len, 3));
            let root = n.root().expect("memory for a root");
            let next = root.add_one();
            let square = |n: &Coefficient| n.multiply(n).expect("memory for a square");
            assert!(square(&root).compare(&n).is_le() && square(&next).compare(&n).is_gt());
        }
    }
}
