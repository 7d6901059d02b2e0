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

impl<'a> Ident<'a> {
    fn new(text: &'a str, id: u32) -> Ident<'a> {
        Ident {
            text,
            id: NameId(id),
            is_private: text.starts_with("__") && !text.ends_with("__"),
        }
    }
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
        /// Their keys.
        static KNOWN_KEYS: &[u64] = &[$(key_of($text.as_bytes())),*];
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
const SHORT: usize = 8;
const FACTOR: u64 = 0x9FB2_1C65_1E98_DF25;
const SLOTS_MIN: usize = 128;
const SLOTS_FIRST_MAX: usize = 4096;

/// A place of the table. Empty where `number`, which counts from 1, is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Slot {
    /// See `key_of`.
    key: u64,
    length: u32,
    number: u32,
}

/// The numbers of the names of a source, which the lexer gives.
///
/// INVARIANT: the number of slots is a power of two and at least twice that of the names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    slots: Vec<Slot>,
    /// By number from 0: where a name stands first. `KNOWN` come before.
    places: Vec<Span>,
}

impl Table {
    /// For a source of so many bytes.
    pub fn new(length: usize) -> Table {
        let slots = (length / 64).next_power_of_two().clamp(SLOTS_MIN, SLOTS_FIRST_MAX);
        let mut table = Table {
            slots: vec![Slot::default(); slots],
            places: Vec::with_capacity(slots / 2),
        };
        for (number, (&key, known)) in KNOWN_KEYS.iter().zip(KNOWN).enumerate() {
            let (length, number) = (known.text.len() as u32, number as u32 + 1);
            table.place(Slot { key, length, number });
        }
        table
    }

    /// The number, from 1, of the name at `span` of a source, whose key that is.
    #[inline]
    pub fn number(&mut self, source: &[u8], span: Span, key: u64) -> u32 {
        let length = span.length();
        let found = find(&self.slots, key, length, |number| {
            length as usize <= SHORT || source[span.range()] == *self.text(source, number)
        });
        match found {
            Some(number) => number,
            None => self.insert(span, key),
        }
    }

    #[inline]
    fn text<'s>(&self, source: &'s [u8], number: u32) -> &'s [u8] {
        let index = number as usize - 1;
        match index.checked_sub(KNOWN.len()) {
            Some(place) => &source[self.places[place].range()],
            None => KNOWN[index].text.as_bytes(),
        }
    }

    #[inline(never)]
    fn insert(&mut self, span: Span, key: u64) -> u32 {
        self.places.push(span);
        let number = (KNOWN.len() + self.places.len()) as u32;
        self.enter(Slot {
            key,
            length: span.length(),
            number,
        });
        number
    }

    /// Puts a slot where it is found; it has the highest number.
    fn enter(&mut self, slot: Slot) {
        if 2 * slot.number as usize > self.slots.len() {
            let doubled = vec![Slot::default(); 2 * self.slots.len()];
            let slots = std::mem::replace(&mut self.slots, doubled);
            slots
                .into_iter()
                .filter(|slot| slot.number != 0)
                .for_each(|slot| self.place(slot));
        }
        self.place(slot);
    }

    fn place(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = home(slot.key, slot.length) & mask;
        while self.slots[at].number != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }
}

/// The number of a text of this key and length for which `is_same` holds.
#[inline]
fn find(slots: &[Slot], key: u64, length: u32, is_same: impl Fn(u32) -> bool) -> Option<u32> {
    let mask = slots.len() - 1;
    let mut at = home(key, length) & mask;
    loop {
        let slot = slots[at];
        if slot.key == key && slot.length == length && slot.number != 0 && is_same(slot.number) {
            return Some(slot.number);
        }
        if slot.number == 0 {
            return None;
        }
        at = (at + 1) & mask;
    }
}

/// The identifiers themselves.
///
/// INVARIANT: `list` has those of all numbers in `table`.
#[derive(Debug)]
pub struct Idents<'a> {
    arena: &'a Bump,
    table: Table,
    list: Vec<&'a Ident<'a>>,
}

impl<'a> Idents<'a> {
    /// Those that the lexer has found in `source`.
    pub fn new(arena: &'a Bump, source: &'a str, mut table: Table) -> Idents<'a> {
        let places = std::mem::take(&mut table.places);
        let mut list = Vec::with_capacity(KNOWN.len() + places.len() + 16);
        list.extend_from_slice(KNOWN);
        let ident = |index: usize| Ident::new(&source[places[index].range()], (KNOWN.len() + index) as u32);
        list.extend(&*arena.alloc_slice_fill_with(places.len(), ident));
        Idents { arena, table, list }
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

    /// The identifier of a text.
    pub fn of(&mut self, text: &'a str) -> &'a Ident<'a> {
        if let Some(known) = self.known(text) {
            return known;
        }
        let ident = &*self.arena.alloc(Ident::new(text, self.list.len() as u32));
        self.list.push(ident);
        self.table.enter(Slot {
            key: key_of(text.as_bytes()),
            length: text.len() as u32,
            number: self.list.len() as u32,
        });
        ident
    }

    /// The identifier of a text, if there is one.
    pub fn known(&self, text: &str) -> Option<&'a Ident<'a>> {
        let of_number = |number: u32| self.list[number as usize - 1];
        let (key, length) = (key_of(text.as_bytes()), text.len());
        let is_same = |number| length <= SHORT || of_number(number).text == text;
        find(&self.table.slots, key, length as u32, is_same).map(of_number)
    }
}

/// Where to look first; the high bits of the product depend on all of the key's.
#[inline]
fn home(key: u64, length: u32) -> usize {
    ((key ^ (length as u64) << 56).wrapping_mul(FACTOR) >> 40) as usize
}

/// The key of a text of which `key` is that of the bytes before, and `word` the next eight, or as many as are left and zeros.
#[inline]
pub const fn longer_key(key: u64, word: u64) -> u64 {
    let product = (key ^ FACTOR) as u128 * (word ^ FACTOR.rotate_left(32)) as u128;
    product as u64 ^ (product >> 64) as u64
}

/// All bytes of a short text, lowest first. Of any other they are the first key; each eight bytes behind, and at the end those that
/// are left, be there none, make a longer one of it.
const fn key_of(text: &[u8]) -> u64 {
    let mut key = word(text, 0);
    if text.len() > SHORT {
        let mut at = 8;
        while at <= text.len() {
            key = longer_key(key, word(text, at));
            at += 8;
        }
    }
    key
}

/// The eight bytes from an offset, the first one lowest; zeros stand for those beyond the end.
const fn word(bytes: &[u8], offset: usize) -> u64 {
    let (_, rest) = bytes.split_at(offset);
    if let Some(&eight) = rest.first_chunk::<8>() {
        return u64::from_le_bytes(eight);
    }
    let mut word = 0;
    let mut index = 0;
    while index < rest.len() {
        word |= (rest[index] as u64) << (8 * index);
        index += 1;
    }
    word
}

#[cfg(test)]
mod tests {
    use crate::syntax::literal::ident::{Idents, KNOWN, Table, key_of};
    use crate::syntax::span::Span;
    use bumpalo::Bump;

    #[test]
    fn every_text_has_one_number() {
        let arena = Bump::new();
        let texts: Vec<String> = (0..3000).map(|n| "name_".repeat(n % 4) + &n.to_string()).collect();
        let mut idents = Idents::new(&arena, "", Table::new(10));
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
    fn names_of_a_source_have_their_numbers() {
        let arena = Bump::new();
        let source = "a abcdefgh abcdefghi __private a self __qualname__ abcdefghi abcdefghijklmnop";
        let mut table = Table::new(10);
        let (mut start, mut numbers) = (0, Vec::new());
        for text in source.split(' ') {
            let span = Span::new(start, start + text.len() as u32);
            numbers.push(table.number(source.as_bytes(), span, key_of(text.as_bytes())));
            start = span.end + 1;
        }
        let mut idents = Idents::new(&arena, source, table);
        for (text, number) in source.split(' ').zip(numbers) {
            let ident = idents.list[number as usize - 1];
            assert_eq!(ident.text, text);
            assert_eq!(Some(ident), idents.known(text));
            assert_eq!(ident.is_private, text == "__private");
        }
        assert_eq!(idents.of("another").id.0 as usize, KNOWN.len() + 5);
    }
}
