//! Hash values: CPython's for numbers, tuples and frozensets; ahash, keyed once per process, for text and bytes.
//!
//! No answer here is ever −1.

use std::hash::{BuildHasher, Hasher};
use std::sync::OnceLock;

use ahash::RandomState;

/// The modulus of Python's numeric hash.
pub const MODULUS: u64 = (1 << 61) - 1;
/// `hash(float('inf'))`.
pub const INFINITY: i64 = 314_159;
/// `sys.hash_info.imag`.
pub const IMAGINARY: i64 = 1_000_003;

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

static TEXT_KEYS: OnceLock<RandomState> = OnceLock::new();

/// Hash of an int that fits 64 bits.
#[inline]
pub fn of_i64(value: i64) -> i64 {
    let magnitude = value.unsigned_abs();
    let folded = (magnitude & MODULUS) + (magnitude >> 61);
    let folded = if folded >= MODULUS { folded - MODULUS } else { folded } as i64;
    no_error(if value < 0 { -folded } else { folded })
}

/// Hash of None, as in CPython.
pub const OF_NONE: i64 = 0xFCA8_6420;

/// Hash of a float; nothing for NaN, whose hash is that of its identity.
pub fn of_f64(x: f64) -> Option<i64> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 { INFINITY } else { -INFINITY });
    }
    if x == x.trunc() && x.abs() < 1e18 {
        return Some(of_i64(x as i64));
    }
    let bits = x.to_bits();
    let field = ((bits >> 52) & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) = if field == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, field - 1075)
    };
    // Times 2^e modulo 2^61 − 1 is a rotation of 61 bits.
    let turn = exponent.rem_euclid(61) as u32;
    let hash = if turn == 0 {
        mantissa
    } else {
        (mantissa << turn) & MODULUS | mantissa >> (61 - turn)
    } as i64;
    Some(no_error(if x < 0.0 { -hash } else { hash }))
}

/// Hash of a complex number from the hashes of its parts.
pub fn of_complex(real: i64, imaginary: i64) -> i64 {
    no_error(real.wrapping_add(imaginary.wrapping_mul(IMAGINARY)))
}

/// Combines the hashes of a tuple's items, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct TupleHash {
    sum: u64,
    length: u64,
}

impl TupleHash {
    #[inline]
    pub fn new() -> TupleHash {
        TupleHash {
            sum: PRIME_5,
            length: 0,
        }
    }

    #[inline]
    pub fn push(&mut self, hash: i64) {
        self.sum = self
            .sum
            .wrapping_add((hash as u64).wrapping_mul(PRIME_2))
            .rotate_left(31)
            .wrapping_mul(PRIME_1);
        self.length += 1;
    }

    #[inline]
    pub fn finish(self) -> i64 {
        let hash = self.sum.wrapping_add(self.length ^ (PRIME_5 ^ 3_527_539)) as i64;
        if hash == -1 { 1_546_275_796 } else { hash }
    }
}

impl Default for TupleHash {
    fn default() -> TupleHash {
        TupleHash::new()
    }
}

/// Hash of a tuple from the hashes of its items.
pub fn of_tuple(hashes: impl IntoIterator<Item = i64>) -> i64 {
    let mut combined = TupleHash::new();
    for hash in hashes {
        combined.push(hash);
    }
    combined.finish()
}

/// Hash of a frozenset from the hashes of its items, in any order.
pub fn of_frozenset(hashes: impl IntoIterator<Item = i64>) -> i64 {
    let (mut mixed, mut count) = (0u64, 0u64);
    for hash in hashes {
        let hash = hash as u64;
        mixed ^= ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167);
        count += 1;
    }
    mixed ^= count.wrapping_add(1).wrapping_mul(1_927_868_237);
    mixed ^= (mixed >> 11) ^ (mixed >> 25);
    let hash = mixed.wrapping_mul(69_069).wrapping_add(907_133_923) as i64;
    if hash == -1 { 590_923_713 } else { hash }
}

/// Keys the text hash: the same seed gives the same hashes in every process. Only the first key counts, and only before
/// anything was hashed; the answer tells whether this one was taken.
pub fn seed_text(seed: u64) -> bool {
    TEXT_KEYS
        .set(RandomState::with_seeds(
            seed,
            !seed,
            seed.rotate_left(32) ^ PRIME_1,
            PRIME_2,
        ))
        .is_ok()
}

/// Hash of a `str` or `bytes`, by its bytes. Keyed at random unless `seed_text` came first. The empty text hashes to 0.
#[inline]
pub fn of_text(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = TEXT_KEYS.get_or_init(RandomState::new).build_hasher();
    hasher.write(bytes);
    no_error(hasher.finish() as i64)
}

/// A random number for seeding, different in every process.
pub fn entropy() -> u64 {
    RandomState::new().hash_one(std::process::id())
}

#[inline]
fn no_error(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}
