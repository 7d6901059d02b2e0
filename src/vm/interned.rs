//! The table of interned strings, by the hash of their text, which they keep themselves. Strings are never taken out.

use crate::heap::value::Value;

/// Places at the start: about twice what boot interns.
const PLACES: usize = 4096;

/// An open-addressed table that is at most three quarters full.
pub struct Interned {
    /// UNBOUND where there is none.
    places: Vec<Value>,
    /// By place: the high half of the string's hash, so that few others are looked at.
    tags: Vec<u32>,
    len: usize,
}

impl Interned {
    pub fn new() -> Interned {
        Interned {
            places: vec![Value::UNBOUND; PLACES],
            tags: vec![0; PLACES],
            len: 0,
        }
    }

    /// The string that `same` accepts, among those whose hash may be `hash`.
    #[inline]
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<Value> {
        let mask = self.places.len() - 1;
        let mut i = hash as usize & mask;
        loop {
            let value = self.places[i];
            if value.is_unbound() {
                return None;
            }
            if self.tags[i] == tag(hash) && same(value) {
                return Some(value);
            }
            i = (i + 1) & mask;
        }
    }

    /// Adds a string that is not there; `hash_of` tells the hash of those that are.
    #[inline]
    pub fn insert(&mut self, hash: i64, string: Value, hash_of: impl Fn(Value) -> i64) {
        if self.len >= self.places.len() / 4 * 3 {
            self.grow(hash_of);
        }
        self.len += 1;
        self.enter(hash, string);
    }

    fn enter(&mut self, hash: i64, string: Value) {
        let mask = self.places.len() - 1;
        let mut i = hash as usize & mask;
        while self.places[i].is_bound() {
            i = (i + 1) & mask;
        }
        self.places[i] = string;
        self.tags[i] = tag(hash);
    }

    #[cold]
    fn grow(&mut self, hash_of: impl Fn(Value) -> i64) {
        let twice = vec![Value::UNBOUND; self.places.len() * 2];
        self.tags = vec![0; twice.len()];
        for string in std::mem::replace(&mut self.places, twice) {
            if string.is_bound() {
                self.enter(hash_of(string), string);
            }
        }
    }

    /// All strings, in no order.
    pub fn values(&self) -> impl Iterator<Item = Value> {
        self.places.iter().copied().filter(|string| string.is_bound())
    }
}

fn tag(hash: i64) -> u32 {
    (hash >> 32) as u32
}

impl Default for Interned {
    fn default() -> Interned {
        Interned::new()
    }
}

#[cfg(test)]
mod tests {
    use crate::heap::value::Value;
    use crate::vm::interned::{Interned, PLACES};

    #[test]
    fn finds_what_was_put_in_and_grows() {
        let mut table = Interned::new();
        let count = 2 * PLACES as i64;
        for n in 0..count {
            assert!(table.find(n / 3, |value| value == Value::small_int(n)).is_none());
            table.insert(n / 3, Value::small_int(n), |value| value.int_unchecked() / 3);
        }
        for n in 0..count {
            let found = table.find(n / 3, |value| value == Value::small_int(n));
            assert_eq!(found, Some(Value::small_int(n)));
        }
        assert_eq!(table.values().count(), count as usize);
    }
}
