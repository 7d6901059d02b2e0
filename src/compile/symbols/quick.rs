//! A cheap hash for the compiler's own tables: short names, and pairs of small numbers.
//!
//! Each word is folded into the state by one long multiplication, so that all bits of the input reach all bits of the result.

use std::hash::Hasher;

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

/// Numbers by pairs of numbers, in one table with open addressing.
///
/// INVARIANT: the number of slots is a power of two, or none, and at least twice `count`.
#[derive(Debug, Default)]
pub struct PairMap {
    slots: Vec<Slot>,
    count: usize,
}

/// Of the pair `NOWHERE` where it is empty.
#[derive(Clone, Copy, Debug)]
struct Slot {
    pair: u64,
    value: u32,
}

/// No key: both numbers would be the highest.
const NOWHERE: u64 = u64::MAX;
const SLOTS_MIN: usize = 64;

fn pair(first: u32, second: u32) -> u64 {
    u64::from(first) << 32 | u64::from(second)
}

impl PairMap {
    /// With room for so many pairs.
    pub fn with_room(count: usize) -> PairMap {
        let mut map = PairMap::default();
        map.resize((2 * count).next_power_of_two().max(SLOTS_MIN));
        map
    }

    #[inline]
    pub fn get(&self, first: u32, second: u32) -> Option<u32> {
        let pair = pair(first, second);
        let slot = self.slots.get(self.place(pair))?;
        (slot.pair == pair).then_some(slot.value)
    }

    /// Puts a value in the place of what is there.
    pub fn insert(&mut self, first: u32, second: u32, value: u32) {
        if 2 * (self.count + 1) > self.slots.len() {
            self.resize((2 * self.slots.len()).max(SLOTS_MIN));
        }
        let pair = pair(first, second);
        let place = self.place(pair);
        self.count += usize::from(self.slots[place].pair == NOWHERE);
        self.slots[place] = Slot { pair, value };
    }

    /// Where a pair is, or belongs.
    #[inline]
    fn place(&self, pair: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut place = (pair.wrapping_mul(FACTOR) >> 32) as usize & mask;
        while let Some(slot) = self.slots.get(place)
            && slot.pair != pair
            && slot.pair != NOWHERE
        {
            place = (place + 1) & mask;
        }
        place
    }

    #[cold]
    fn resize(&mut self, length: usize) {
        let empty = Slot {
            pair: NOWHERE,
            value: 0,
        };
        for slot in std::mem::replace(&mut self.slots, vec![empty; length]) {
            if slot.pair != NOWHERE {
                let place = self.place(slot.pair);
                self.slots[place] = slot;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::symbols::quick::{PairMap, Quick};
    use std::collections::HashSet;
    use std::hash::{BuildHasher, BuildHasherDefault};

    #[test]
    fn pairs_keep_their_values() {
        let mut map = PairMap::default();
        assert_eq!(map.get(0, 0), None);
        for (first, second) in (0..40).flat_map(|first| (0..50).map(move |second| (first, second))) {
            map.insert(first, second, first + second);
            map.insert(first, second, first * second);
        }
        for first in 0..41 {
            for second in 0..51 {
                let expected = (first < 40 && second < 50).then_some(first * second);
                assert_eq!(map.get(first, second), expected);
            }
        }
        assert_eq!(PairMap::with_room(1000).get(1, 2), None);
    }

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
