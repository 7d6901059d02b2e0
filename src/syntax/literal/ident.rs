//! The identifiers of one source: each distinct one once, with a number, so that no later pass looks at its text to find it.

use crate::syntax::span::Span;
use bumpalo::Bump;
use std::fmt::{self, Display, Formatter};
use std::ops::Deref;

/// The number of an identifier: dense, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NameId(pub u32);

/// INVARIANT: those of one `Idents` have the same text exactly when they have the same number.
#[derive(Clone, Copy, Debug)]
pub struct Ident<'a> {
    pub text: &'a str,
    pub id: NameId,
    /// Begins with two underscores and does not end with two: classes mangle it.
    pub is_private: bool,
}

impl Deref for Ident<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl PartialEq for Ident<'_> {
    fn eq(&self, other: &Ident<'_>) -> bool {
        self.id == other.id
    }
}

impl Eq for Ident<'_> {}

impl PartialEq<str> for Ident<'_> {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl Display for Ident<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

/// How the tree holds them.
pub type Id<'a> = &'a Ident<'a>;

macro_rules! known {
    ($($name:ident = $text:literal;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($name),* }
        $(pub static $name: Ident<'static> = Ident { text: $text, id: NameId(Number::$name as u32), is_private: false };)*
        /// In the order of their numbers: every source has them.
        static KNOWN: &[&Ident<'static>] = &[$(&$name),*];
    };
}

known! {
    LOCALS = "locals";
    VARS = "vars";
    DIR = "dir";
    EVAL = "eval";
    EXEC = "exec";
    SYS = "sys";
    INSPECT = "inspect";
    BREAKPOINT = "breakpoint";
    PDB = "pdb";
    GETFRAME = "_getframe";
    DEBUG = "__debug__";
    SUPER = "super";
    SELF = "self";
    DOC = "__doc__";
    MODULE = "__module__";
    QUALNAME = "__qualname__";
    FIRSTLINENO = "__firstlineno__";
    STATIC_ATTRIBUTES = "__static_attributes__";
    CLASSCELL = "__classcell__";
    CLASSDICTCELL = "__classdictcell__";
    ANNOTATE = "__annotate__";
    ANNOTATE_FUNC = "__annotate_func__";
    ANNOTATIONS = "__annotations__";
    NAME = "__name__";
    RETURN = "return";
    CLASS = "__class__";
    CLASSDICT = "__classdict__";
    CONDITIONAL_ANNOTATIONS = "__conditional_annotations__";
    TYPE_PARAMS = "__type_params__";
    FORMAT_PARAMETER = ".format";
    ITERABLE_PARAMETER = ".0";
    DEFAULTS_PARAMETER = ".defaults";
    KWDEFAULTS_PARAMETER = ".kwdefaults";
    HELD_TYPE_PARAMS = ".type_params";
    GENERIC_BASE = ".generic_base";
}

/// Texts up to this length are their own key.
const SHORT: u32 = 8;
const FACTOR: u64 = 0x9FB2_1C65_1E98_DF25;
const SLOTS_MIN: usize = 128;
const SLOTS_FIRST_MAX: usize = 4096;

/// A place of the table. Empty where `number`, which counts from 1, is 0.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// All bytes of a short text, lowest first; a hash of any other.
    key: u64,
    length: u32,
    number: u32,
}

/// INVARIANT: the number of slots is a power of two and at least twice that of the identifiers.
#[derive(Debug)]
pub struct Idents<'a> {
    arena: &'a Bump,
    slots: Vec<Slot>,
    list: Vec<&'a Ident<'a>>,
}

impl<'a> Idents<'a> {
    /// For a source of so many bytes.
    pub fn new(arena: &'a Bump, length: usize) -> Idents<'a> {
        let slots = (length / 64).next_power_of_two().clamp(SLOTS_MIN, SLOTS_FIRST_MAX);
        let mut idents = Idents {
            arena,
            slots: vec![Slot::default(); slots],
            list: Vec::with_capacity(slots / 2),
        };
        for &known in KNOWN {
            let (key, length) = (key_of(known.text), known.text.len() as u32);
            idents.list.push(known);
            idents.place(Slot {
                key,
                length,
                number: known.id.0 + 1,
            });
        }
        idents
    }

    pub fn count(&self) -> usize {
        self.list.len()
    }

    pub fn text(&self, id: NameId) -> &'a str {
        self.list[id.0 as usize].text
    }

    pub fn ident(&self, id: NameId) -> &'a Ident<'a> {
        self.list[id.0 as usize]
    }

    /// The identifier that stands at `span` of `source`.
    #[inline]
    pub fn at(&mut self, source: &'a str, span: Span) -> &'a Ident<'a> {
        let length = span.length();
        let key = match length {
            0..=SHORT => low_bytes(word(source.as_bytes(), span.start as usize), length),
            _ => key_of(&source[span.range()]),
        };
        match self.find(key, length, || &source[span.range()]) {
            Some(known) => known,
            None => self.insert(&source[span.range()], key),
        }
    }

    /// The identifier of a text.
    pub fn of(&mut self, text: &'a str) -> &'a Ident<'a> {
        match self.known(text) {
            Some(known) => known,
            None => self.insert(text, key_of(text)),
        }
    }

    /// The identifier of a text, if there is one.
    pub fn known(&self, text: &str) -> Option<&'a Ident<'a>> {
        self.find(key_of(text), text.len() as u32, || text)
    }

    #[inline]
    fn find<'t>(&self, key: u64, length: u32, text: impl Fn() -> &'t str) -> Option<&'a Ident<'a>> {
        let mask = self.slots.len() - 1;
        let mut at = home(key, length) & mask;
        loop {
            let slot = self.slots[at];
            if slot.number == 0 {
                return None;
            }
            if slot.key == key && slot.length == length {
                let ident = self.list[slot.number as usize - 1];
                if length <= SHORT || ident.text == text() {
                    return Some(ident);
                }
            }
            at = (at + 1) & mask;
        }
    }

    #[inline(never)]
    fn insert(&mut self, text: &'a str, key: u64) -> &'a Ident<'a> {
        if 2 * self.list.len() + 2 > self.slots.len() {
            let doubled = vec![Slot::default(); 2 * self.slots.len()];
            let slots = std::mem::replace(&mut self.slots, doubled);
            slots
                .into_iter()
                .filter(|slot| slot.number != 0)
                .for_each(|slot| self.place(slot));
        }
        let ident = &*self.arena.alloc(Ident {
            text,
            id: NameId(self.list.len() as u32),
            is_private: text.starts_with("__") && !text.ends_with("__"),
        });
        self.list.push(ident);
        self.place(Slot {
            key,
            length: text.len() as u32,
            number: self.list.len() as u32,
        });
        ident
    }

    /// Puts a slot where it is found.
    fn place(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = home(slot.key, slot.length) & mask;
        while self.slots[at].number != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }
}

/// Where to look first; the high bits of the product depend on all of the key's.
fn home(key: u64, length: u32) -> usize {
    ((key ^ u64::from(length) << 56).wrapping_mul(FACTOR) >> 40) as usize
}

fn key_of(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let length = bytes.len();
    if length <= SHORT as usize {
        return low_bytes(word(bytes, 0), length as u32);
    }
    let mut key = 0_u64;
    let mut fold = |word: u64| {
        let product = u128::from(key ^ word ^ FACTOR) * u128::from(FACTOR.rotate_left(32));
        key = product as u64 ^ (product >> 64) as u64;
    };
    (0..length - 8).step_by(8).for_each(|at| fold(word(bytes, at)));
    // The last word may overlap the one before.
    fold(word(bytes, length - 8));
    key
}

/// The eight bytes from an offset, the first one lowest; zeros stand for those beyond the end.
#[inline]
fn word(bytes: &[u8], offset: usize) -> u64 {
    match bytes.get(offset..offset + 8) {
        Some(&[a, b, c, d, e, f, g, h]) => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => {
            let rest = bytes.get(offset..).unwrap_or_default();
            rest.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte))
        }
    }
}

fn low_bytes(word: u64, length: u32) -> u64 {
    match length {
        SHORT => word,
        _ => word & ((1 << (8 * length)) - 1),
    }
}

#[cfg(test)]
mod tests {
    use crate::syntax::literal::ident::{Idents, KNOWN};
    use crate::syntax::span::Span;
    use bumpalo::Bump;

    #[test]
    fn every_text_has_one_number() {
        let arena = Bump::new();
        let texts: Vec<String> = (0..3000).map(|n| "name_".repeat(n % 4) + &n.to_string()).collect();
        let mut idents = Idents::new(&arena, 10);
        for round in 0..2 {
            for (n, text) in texts.iter().enumerate() {
                let ident = idents.of(text);
                assert_eq!(ident.id.0 as usize, KNOWN.len() + n, "{round}");
                assert_eq!(ident.text, text);
            }
        }
        for &known in KNOWN {
            assert_eq!(idents.known(known.text), Some(known));
        }
        assert_eq!(idents.count(), KNOWN.len() + 3000);
        assert!(idents.known("nobody").is_none());
    }

    #[test]
    fn places_in_a_source_are_texts() {
        let arena = Bump::new();
        let mut idents = Idents::new(&arena, 10);
        let source = "a abcdefgh abcdefghi __private";
        for (start, end) in [(0, 1), (2, 10), (11, 20), (21, 30)] {
            let ident = idents.at(source, Span::new(start, end));
            assert_eq!(ident.text, &source[start as usize..end as usize]);
            assert_eq!(Some(ident), idents.known(ident.text));
            assert_eq!(ident.is_private, start == 21);
        }
    }
}
