//! Sets of registers: what is known at a point of the code. Code with few registers, which is nearly all code, has a word a set.

use crate::bytecode::effect::{LOOP_STATE, Registers};

/// The sets.
#[derive(Clone, Copy)]
pub enum Set {
    /// Holds a value (UNBOUND is one).
    Value,
    /// Holds a cell, which is a value too.
    Cell,
    /// The first register of the state of a loop; not a value.
    LoopFirst,
    /// One of the other registers of such a state.
    LoopRest,
}

const SETS: usize = 4;

/// Registers are below the number that the facts were made for.
pub trait Facts: Clone {
    /// Nothing is known of so many registers.
    fn nothing(registers: u32) -> Self;
    fn has(&self, set: Set, register: u32) -> bool;
    fn put(&mut self, set: Set, register: u32, on: bool);
    /// The register now holds an ordinary value. Tells whether it was more than that.
    fn write(&mut self, register: u32) -> bool;
    /// Nothing is known any more of registers above this one.
    fn forget_behind(&mut self, register: u32);
    /// Keeps what both know. Tells whether that is less than before.
    fn meet(&mut self, other: &Self) -> bool;

    /// The first of some registers that may hold nothing.
    fn first_unwritten(&self, registers: Registers) -> Option<u32> {
        (registers.first..registers.first + registers.count).find(|&register| !self.has(Set::Value, register))
    }

    /// The registers from `first` on become the state of a loop.
    fn begin_loop(&mut self, first: u32) {
        for register in first..first + LOOP_STATE {
            self.put(Set::Value, register, false);
            self.put(Set::Cell, register, false);
            self.put(Set::LoopFirst, register, register == first);
            self.put(Set::LoopRest, register, register != first);
        }
    }
}

/// Of at most 64 registers.
#[derive(Clone, Copy)]
pub struct Small([u64; SETS]);

impl Facts for Small {
    fn nothing(_: u32) -> Small {
        Small([0; SETS])
    }

    #[inline]
    fn has(&self, set: Set, register: u32) -> bool {
        self.0[set as usize] >> (register & 63) & 1 == 1
    }

    #[inline]
    fn put(&mut self, set: Set, register: u32, on: bool) {
        let word = &mut self.0[set as usize];
        *word = *word & !(1 << (register & 63)) | u64::from(on) << (register & 63);
    }

    #[inline]
    fn write(&mut self, register: u32) -> bool {
        let bit = 1 << (register & 63);
        let [value, cell, first, rest] = &mut self.0;
        let was_special = (*cell | *first | *rest) & bit != 0;
        *value |= bit;
        if was_special {
            *cell &= !bit;
            *first &= !bit;
            *rest &= !bit;
        }
        was_special
    }

    #[inline]
    fn forget_behind(&mut self, register: u32) {
        let keep = u64::MAX >> (63 - (register & 63));
        self.0.iter_mut().for_each(|set| *set &= keep);
    }

    #[inline]
    fn meet(&mut self, other: &Small) -> bool {
        let before = self.0;
        for (known, word) in self.0.iter_mut().zip(&other.0) {
            *known &= word;
        }
        self.0 != before
    }

    #[inline]
    fn first_unwritten(&self, registers: Registers) -> Option<u32> {
        if registers.count == 0 {
            return None;
        }
        let wanted = (u64::MAX >> (64 - registers.count.min(64))) << (registers.first & 63);
        let missing = wanted & !self.0[Set::Value as usize];
        (missing != 0).then_some(missing.trailing_zeros())
    }
}

/// Of any number of registers: the sets, one behind the other.
#[derive(Clone)]
pub struct Many {
    words: Vec<u64>,
    /// Words a set.
    width: usize,
}

impl Facts for Many {
    fn nothing(registers: u32) -> Many {
        let width = registers as usize / 64 + 1;
        Many {
            words: vec![0; SETS * width],
            width,
        }
    }

    fn has(&self, set: Set, register: u32) -> bool {
        let word = set as usize * self.width + register as usize / 64;
        self.words[word] >> (register % 64) & 1 == 1
    }

    fn put(&mut self, set: Set, register: u32, on: bool) {
        let word = set as usize * self.width + register as usize / 64;
        let bit = 1 << (register % 64);
        if on {
            self.words[word] |= bit;
        } else {
            self.words[word] &= !bit;
        }
    }

    fn write(&mut self, register: u32) -> bool {
        self.put(Set::Value, register, true);
        let special = [Set::Cell, Set::LoopFirst, Set::LoopRest];
        let was_special = special.iter().any(|&set| self.has(set, register));
        for set in special {
            self.put(set, register, false);
        }
        was_special
    }

    fn forget_behind(&mut self, register: u32) {
        let word = register as usize / 64;
        let keep = u64::MAX >> (63 - register % 64);
        for set in self.words.chunks_exact_mut(self.width) {
            set[word] &= keep;
            set[word + 1..].fill(0);
        }
    }

    fn meet(&mut self, other: &Many) -> bool {
        let mut changed = false;
        for (known, word) in self.words.iter_mut().zip(&other.words) {
            changed |= *known & word != *known;
            *known &= word;
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use crate::bytecode::effect::Registers;
    use crate::bytecode::verify::facts::{Facts, Many, Set, Small};

    /// The same changes mean the same in both forms.
    #[test]
    fn both_forms_agree() {
        let (mut small, mut many) = (Small::nothing(63), Many::nothing(63));
        let mut seed = 1u64;
        for _ in 0..10_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let register = (seed >> 33) as u32 % 60;
            match seed >> 60 {
                0..=8 => assert_eq!(small.write(register), many.write(register)),
                9 => {
                    small.forget_behind(register);
                    many.forget_behind(register);
                }
                10 => {
                    small.begin_loop(register.min(59));
                    many.begin_loop(register.min(59));
                }
                _ => {
                    small.put(Set::Cell, register, true);
                    many.put(Set::Cell, register, true);
                }
            }
            for set in [Set::Value, Set::Cell, Set::LoopFirst, Set::LoopRest] {
                assert_eq!(small.has(set, register), many.has(set, register));
            }
            let some = Registers::new(register.min(50), (seed >> 50) as u32 % 10);
            assert_eq!(small.first_unwritten(some), many.first_unwritten(some));
        }
    }
}
