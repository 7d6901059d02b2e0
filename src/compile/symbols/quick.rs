//! A cheap hash for the compiler's own tables: short names, and pairs of small numbers.
//!
//! Each word is folded into the state by one long multiplication, so that all bits of the input reach all bits of the result.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

#[derive(Clone, Copy, Default)]
pub struct Quick(u64);

/// Odd, with its bits well mixed.
const FACTOR: u64 = 0x9FB2_1C65_1E98_DF25;

impl Quick {
    fn fold(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word ^ FACTOR) * u128::from(FACTOR.rotate_left(32));
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let length = bytes.len();
        let eight = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"));
        let four = |at: usize| u64::from(u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")));
        // The last word may overlap the one before.
        let last = match length {
            8.. => {
                let mut at = 0;
                while at + 8 < length {
                    self.fold(eight(at));
                    at += 8;
                }
                eight(length - 8)
            }
            4.. => four(length - 4) << 32 | four(0),
            1.. => u64::from(bytes[0]) << 16 | u64::from(bytes[length / 2]) << 8 | u64::from(bytes[length - 1]),
            0 => 0,
        };
        self.fold(last.wrapping_add((length as u64) << 56));
    }

    fn write_u8(&mut self, _: u8) {
        // The end mark of a string; its length is in the last word already.
    }

    fn write_u32(&mut self, value: u32) {
        self.fold(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        self.fold(value);
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::symbols::quick::Quick;
    use std::collections::HashSet;
    use std::hash::{BuildHasher, BuildHasherDefault};

    #[test]
    fn numbers_and_names_spread() {
        let build = BuildHasherDefault::<Quick>::default();
        let mut seen = HashSet::new();
        let mut low = HashSet::new();
        for n in 0..1000_u32 {
            for hash in [
                build.hash_one((n, 7_u32)),
                build.hash_one((7_u32, n)),
                build.hash_one(format!("name{n}")),
            ] {
                seen.insert(hash);
                low.insert(hash & 0xFFFF);
            }
        }
        // The pair (7, 7) came twice.
        assert_eq!(seen.len(), 2999);
        assert!(low.len() > 2850);
    }
}
