//! What all code of a source shares: one block of names, and one of bytes, of which code objects have parts.
//!
//! While a source is being compiled its code objects are made before all of that is known: `Names` collects it, and fills the
//! table at the end. PERF: perf/0026-compile-again.md.

use std::cell::OnceCell;
use std::fmt::{self, Debug, Display, Formatter};
use std::ops::{Deref, Index};
use std::rc::Rc;

/// Name `number` of texts that stand one behind the other, each up to its end.
fn part<'t>(text: &'t str, ends: &[u32], number: u32) -> &'t str {
    let number = number as usize;
    let start = number.checked_sub(1).map_or(0, |before| ends[before]);
    &text[start as usize..ends[number] as usize]
}

/// All that is shared.
struct Parts {
    text: Box<str>,
    ends: Box<[u32]>,
    /// Of the names in all lists.
    numbers: Box<[u32]>,
    bytes: Box<[u8]>,
}

#[derive(Clone, Default)]
struct Table(Rc<OnceCell<Parts>>);

impl Table {
    /// Before all is known names are empty.
    fn get(&self, number: u32) -> &str {
        self.0.get().map_or("", |parts| part(&parts.text, &parts.ends, number))
    }
}

/// A part of one of the vectors.
#[derive(Clone, Copy, Default)]
struct Range {
    start: u32,
    length: u32,
}

impl Range {
    /// Appends `items` to `all`; answers where they are.
    fn append<T: Copy>(all: &mut Vec<T>, items: &[T]) -> Range {
        let (start, length) = (all.len() as u32, items.len() as u32);
        all.extend_from_slice(items);
        Range { start, length }
    }

    fn of<T>(self, all: &[T]) -> &[T] {
        &all[self.start as usize..][..self.length as usize]
    }
}

/// Collects the names and bytes of one source.
#[derive(Default)]
pub struct Names {
    table: Table,
    text: String,
    ends: Vec<u32>,
    numbers: Vec<u32>,
    bytes: Vec<u8>,
}

impl Names {
    /// Adds a text, whether or not it is there; answers its number.
    pub fn add(&mut self, text: &str) -> u32 {
        self.text.push_str(text);
        self.end()
    }

    /// The same for the text of `number` with two more behind it.
    pub fn add_behind(&mut self, number: u32, texts: [&str; 2]) -> u32 {
        let end = self.ends[number as usize] as usize;
        let start = end - self.text(number).len();
        self.text.extend_from_within(start..end);
        texts.iter().for_each(|text| self.text.push_str(text));
        self.end()
    }

    fn end(&mut self) -> u32 {
        self.ends.push(self.text.len() as u32);
        self.ends.len() as u32 - 1
    }

    pub fn count(&self) -> u32 {
        self.ends.len() as u32
    }

    pub fn text(&self, number: u32) -> &str {
        part(&self.text, &self.ends, number)
    }

    pub fn name(&self, number: u32) -> Name {
        Name {
            table: self.table.clone(),
            number,
        }
    }

    pub fn list(&mut self, numbers: &[u32]) -> NameList {
        NameList {
            range: Range::append(&mut self.numbers, numbers),
            table: self.table.clone(),
        }
    }

    pub fn bytes(&mut self, bytes: &[u8]) -> Bytes {
        Bytes {
            range: Range::append(&mut self.bytes, bytes),
            table: self.table.clone(),
        }
    }

    /// The text of a constant that may be a part of these.
    pub fn text_of<'t>(&'t self, text: &'t Text) -> &'t [u8] {
        match text {
            Text::Own(bytes) => bytes,
            Text::Shared(bytes) => bytes.range.of(&self.bytes),
        }
    }

    /// Says that all that is needed is there: from now on names have their texts. It is empty then, with its memory.
    pub fn finish(&mut self) {
        let parts = Parts {
            text: self.text.as_str().into(),
            ends: self.ends.as_slice().into(),
            numbers: self.numbers.as_slice().into(),
            bytes: self.bytes.as_slice().into(),
        };
        // Nothing else fills it.
        let _ = std::mem::take(&mut self.table).0.set(parts);
        self.text.clear();
        self.ends.clear();
        self.numbers.clear();
        self.bytes.clear();
    }

    /// Bytes of memory that it has, about.
    pub fn capacity(&self) -> usize {
        self.text.capacity() + 4 * (self.ends.capacity() + self.numbers.capacity()) + self.bytes.capacity()
    }
}

/// One name.
#[derive(Clone)]
pub struct Name {
    table: Table,
    number: u32,
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        self.table.get(self.number)
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Name {
        let mut names = Names::default();
        let number = names.add(text);
        let name = names.name(number);
        names.finish();
        name
    }
}

impl Default for Name {
    fn default() -> Name {
        Name::from("")
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        **self == **other
    }
}

impl Debug for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&**self, f)
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

/// Several names, in order.
#[derive(Clone, Default)]
pub struct NameList {
    table: Table,
    range: Range,
}

impl NameList {
    pub fn len(&self) -> usize {
        self.range.length as usize
    }

    pub fn is_empty(&self) -> bool {
        self.range.length == 0
    }

    fn numbers(&self) -> &[u32] {
        self.table.0.get().map_or(&[], |parts| self.range.of(&parts.numbers))
    }

    pub fn get(&self, place: usize) -> Option<&str> {
        self.numbers().get(place).map(|&number| self.table.get(number))
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.numbers().iter().map(|&number| self.table.get(number))
    }
}

impl Index<usize> for NameList {
    type Output = str;

    fn index(&self, place: usize) -> &str {
        self.table.get(self.numbers()[place])
    }
}

impl<T: AsRef<str>> FromIterator<T> for NameList {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> NameList {
        let mut names = Names::default();
        let numbers: Vec<u32> = texts.into_iter().map(|text| names.add(text.as_ref())).collect();
        let list = names.list(&numbers);
        names.finish();
        list
    }
}

impl PartialEq for NameList {
    fn eq(&self, other: &NameList) -> bool {
        self.iter().eq(other.iter())
    }
}

/// Bytes of code or of a line table.
#[derive(Clone, Default)]
pub struct Bytes {
    table: Table,
    range: Range,
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.table.0.get().map_or(&[], |parts| self.range.of(&parts.bytes))
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Bytes {
        let mut names = Names::default();
        let bytes = names.bytes(bytes);
        names.finish();
        bytes
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Bytes) -> bool {
        **self == **other
    }
}

impl Eq for Bytes {}

impl Debug for Bytes {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&**self, f)
    }
}

/// The text or the bytes of a constant.
#[derive(Clone)]
pub enum Text {
    Own(Box<[u8]>),
    Shared(Bytes),
}

impl Deref for Text {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Text::Own(bytes) => bytes,
            Text::Shared(bytes) => bytes,
        }
    }
}

impl From<Vec<u8>> for Text {
    fn from(bytes: Vec<u8>) -> Text {
        Text::Own(bytes.into())
    }
}

impl From<&[u8]> for Text {
    fn from(bytes: &[u8]) -> Text {
        Text::Own(bytes.into())
    }
}

impl Default for Text {
    fn default() -> Text {
        Text::Own(Box::default())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        **self == **other
    }
}

impl Debug for Text {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&**self, f)
    }
}

impl Debug for NameList {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use crate::bytecode::names::{NameList, Names};

    #[test]
    fn names_have_their_texts_when_all_are_known() {
        let mut names = Names::default();
        let [outer, empty] = ["Outer", ""].map(|text| names.add(text));
        let inner = names.add_behind(outer, [".", "method"]);
        let (name, list) = (names.name(inner), names.list(&[inner, empty, outer]));
        let bytes = [names.bytes(&[1, 2]), names.bytes(&[]), names.bytes(&[3])];
        assert_eq!(names.text(inner), "Outer.method");
        assert_eq!((&*name, names.count()), ("", 3));
        names.finish();
        assert_eq!(&*name, "Outer.method");
        assert_eq!(list, ["Outer.method", "", "Outer"].iter().collect());
        assert_eq!((list.get(2), list.get(3)), (Some("Outer"), None));
        assert_eq!(&list[0], "Outer.method");
        assert_eq!(bytes.map(|bytes| bytes.to_vec()), [vec![1, 2], vec![], vec![3]]);
        assert_eq!(names.count(), 0);
        assert!(NameList::default().is_empty());
    }
}
