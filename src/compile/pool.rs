//! The constants of one code object while it is being lowered: each one once.

use std::hash::Hasher;

use crate::bytecode::code::Constant;
use crate::bytecode::names::{Names, Text};
use crate::compile::symbols::quick::Quick;

/// So many constants are looked through by their hashes; more have a table.
const FEW: usize = 8;

/// INVARIANT: `hashes` has one for each of `constants`. `slots` is a table with open addressing of places, counted from 1, or
/// empty as long as there are few.
#[derive(Default)]
pub struct Pool {
    constants: Vec<Constant>,
    hashes: Vec<u32>,
    slots: Vec<u32>,
}

impl Pool {
    pub fn clear(&mut self) {
        self.constants.clear();
        self.hashes.clear();
        self.slots.clear();
    }

    /// The constants, exactly as many bytes as they need; none stay.
    pub fn take(&mut self) -> Vec<Constant> {
        self.constants.drain(..).collect()
    }

    /// The place of a constant. Its texts become parts of `names` when it is new.
    pub fn place(&mut self, mut constant: Constant, names: &mut Names) -> u32 {
        if let Constant::Code(_) = constant {
            // No two are the same; they spread over the table.
            let count = self.constants.len() as u64;
            return self.push(constant, spread(count));
        }
        let hash = hash_of(&constant);
        match self.find(hash, |known| is_same(known, &constant, names)) {
            Some(place) => place,
            None => {
                share(&mut constant, names);
                self.push(constant, hash)
            }
        }
    }

    /// The place of a string.
    pub fn place_of_text(&mut self, text: &[u8], names: &mut Names) -> u32 {
        let mut hasher = Quick::default();
        hash_bytes(STR, text, &mut hasher);
        let hash = hasher.finish() as u32;
        match self.find(hash, |known| is_text(known, text, names)) {
            Some(place) => place,
            None => self.push(Constant::Str(Text::Shared(names.bytes(text))), hash),
        }
    }

    /// The place of a tuple of strings.
    pub fn place_of_texts<'t>(
        &mut self,
        texts: impl ExactSizeIterator<Item = &'t [u8]> + Clone,
        names: &mut Names,
    ) -> u32 {
        let mut hasher = Quick::default();
        hasher.write_u64(TUPLE);
        texts.clone().for_each(|text| hash_bytes(STR, text, &mut hasher));
        let hash = hasher.finish() as u32;
        let are_same = |known: &Constant| match known {
            Constant::Tuple(items) if items.len() == texts.len() => items
                .iter()
                .zip(texts.clone())
                .all(|(item, text)| is_text(item, text, names)),
            _ => false,
        };
        match self.find(hash, are_same) {
            Some(place) => place,
            None => {
                let items = texts.map(|text| Constant::Str(Text::Shared(names.bytes(text))));
                let tuple = Constant::Tuple(items.collect());
                self.push(tuple, hash)
            }
        }
    }

    fn find(&self, hash: u32, is_same: impl Fn(&Constant) -> bool) -> Option<u32> {
        if self.slots.is_empty() {
            let mut places = self.hashes.iter().zip(&self.constants);
            let place = places.position(|(&known, constant)| known == hash && is_same(constant));
            return place.map(|place| place as u32);
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let place = self.slots[slot].checked_sub(1)?;
            if self.hashes[place as usize] == hash && is_same(&self.constants[place as usize]) {
                return Some(place);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn push(&mut self, constant: Constant, hash: u32) -> u32 {
        self.constants.push(constant);
        self.hashes.push(hash);
        let count = self.constants.len();
        if count > FEW && 2 * count > self.slots.len() {
            self.slots.clear();
            self.slots.resize((4 * count).next_power_of_two(), 0);
            (0..count).for_each(|place| self.enter(place));
        } else if count > FEW {
            self.enter(count - 1);
        }
        count as u32 - 1
    }

    /// Enters a constant into the table, which has room.
    fn enter(&mut self, place: usize) {
        let mask = self.slots.len() - 1;
        let mut slot = self.hashes[place] as usize & mask;
        while self.slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = place as u32 + 1;
    }
}

fn spread(number: u64) -> u32 {
    let mut hasher = Quick::default();
    hasher.write_u64(number);
    hasher.finish() as u32
}

/// Equal constants hash equally.
fn hash_of(constant: &Constant) -> u32 {
    let mut hasher = Quick::default();
    hash_constant(constant, &mut hasher);
    hasher.finish() as u32
}

/// Makes all texts in a constant parts of `names`.
fn share(constant: &mut Constant, names: &mut Names) {
    match constant {
        Constant::Str(text) | Constant::Bytes(text) => *text = Text::Shared(names.bytes(text)),
        Constant::Tuple(items) | Constant::FrozenSet(items) => items.iter_mut().for_each(|item| share(item, names)),
        Constant::Slice(parts) => parts.iter_mut().for_each(|part| share(part, names)),
        _ => {}
    }
}

fn is_text(known: &Constant, text: &[u8], names: &Names) -> bool {
    matches!(known, Constant::Str(known) if names.text_of(known) == text)
}

/// Whether a constant is the same as one that is known, whose texts are parts of `names`.
fn is_same(known: &Constant, constant: &Constant, names: &Names) -> bool {
    let all = |known: &[Constant], items: &[Constant]| {
        known.len() == items.len() && known.iter().zip(items).all(|(known, item)| is_same(known, item, names))
    };
    match (known, constant) {
        (Constant::Str(known), Constant::Str(text)) | (Constant::Bytes(known), Constant::Bytes(text)) => {
            names.text_of(known) == &**text
        }
        (Constant::Tuple(known), Constant::Tuple(items)) | (Constant::FrozenSet(known), Constant::FrozenSet(items)) => {
            all(known, items)
        }
        (Constant::Slice(known), Constant::Slice(parts)) => all(&known[..], &parts[..]),
        _ => known == constant,
    }
}

const STR: u64 = 8;
const TUPLE: u64 = 10;

fn hash_bytes(kind: u64, bytes: &[u8], hasher: &mut Quick) {
    hasher.write_u64(kind);
    hasher.write(bytes);
}

fn hash_constant(constant: &Constant, hasher: &mut Quick) {
    match constant {
        Constant::None => hasher.write_u64(0),
        Constant::True => hasher.write_u64(1),
        Constant::False => hasher.write_u64(2),
        Constant::Ellipsis => hasher.write_u64(3),
        Constant::Int(value) => {
            hasher.write_u64(4);
            hasher.write_u64(*value as u64);
        }
        Constant::BigInt { digits, .. } => hash_bytes(5, digits.as_bytes(), hasher),
        Constant::Float(bits) => {
            hasher.write_u64(6);
            hasher.write_u64(*bits);
        }
        Constant::Complex(real, imaginary) => {
            hasher.write_u64(7);
            hasher.write_u64(*real);
            hasher.write_u64(*imaginary);
        }
        Constant::Str(bytes) => hash_bytes(STR, bytes, hasher),
        Constant::Bytes(bytes) => hash_bytes(9, bytes, hasher),
        Constant::Tuple(items) | Constant::FrozenSet(items) => {
            hasher.write_u64(TUPLE);
            items.iter().for_each(|item| hash_constant(item, hasher));
        }
        Constant::Slice(parts) => {
            hasher.write_u64(11);
            parts.iter().for_each(|item| hash_constant(item, hasher));
        }
        Constant::Code(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::bytecode::code::Constant;
    use crate::bytecode::names::Names;
    use crate::compile::pool::Pool;

    #[test]
    fn every_constant_has_one_place() {
        let (mut pool, mut names) = (Pool::default(), Names::default());
        let names = &mut names;
        for round in 0..2 {
            for n in 0..100 {
                assert_eq!(pool.place(Constant::Int(n), names), 3 * n as u32, "{round}");
                assert_eq!(pool.place_of_text(n.to_string().as_bytes(), names), 3 * n as u32 + 1);
                let bits = (n as f64).to_bits();
                assert_eq!(pool.place(Constant::Float(bits), names), 3 * n as u32 + 2);
            }
        }
        let text = |text: &str| Constant::Str(text.as_bytes().into());
        assert_eq!(pool.place(text("7"), names), 22);
        assert_eq!(pool.place(Constant::Tuple(vec![text("7"), text("")]), names), 300);
        assert_eq!(pool.place_of_texts([&b"7"[..], b""].into_iter(), names), 300);
        assert_eq!(pool.place_of_texts([&b""[..], b"7"].into_iter(), names), 301);
        assert_eq!(pool.place(Constant::Tuple(vec![text(""), text("7")]), names), 301);
        assert_eq!(pool.place(Constant::Bytes(b"7"[..].into()), names), 302);
        let constants = pool.take();
        names.finish();
        assert_eq!((constants.len(), &constants[22]), (303, &text("7")));
        assert_eq!(constants[301], Constant::Tuple(vec![text(""), text("7")]));
        pool.clear();
        assert_eq!(pool.place(Constant::Float((-0.0_f64).to_bits()), names), 0);
        assert_eq!(pool.place(Constant::Float(0), names), 1);
    }
}
