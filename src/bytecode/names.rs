//! Names in code: numbers of one table, which all code of a source shares.
//!
//! While a source is being compiled its code objects are made before all names are known: `Names` collects them, and fills the
//! table at the end. PERF: perf/0026-compile-again.md.

use std::cell::OnceCell;
use std::fmt::{self, Debug, Display, Formatter};
use std::ops::{Deref, Index};
use std::rc::Rc;

/// The texts, one behind the other, and where each ends.
#[derive(Clone, Debug, Default)]
struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[number] as usize]
    }
}

#[derive(Clone, Default)]
struct Table(Rc<OnceCell<Texts>>);

impl Table {
    /// Before all names are known each is empty.
    fn get(&self, number: u32) -> &str {
        self.0.get().map_or("", |texts| texts.get(number))
    }
}

/// Collects the names of one source.
#[derive(Default)]
pub struct Names {
    table: Table,
    texts: Texts,
}

impl Names {
    /// Adds a text, whether or not it is there; answers its number.
    pub fn add(&mut self, text: &str) -> u32 {
        self.texts.text.push_str(text);
        self.end()
    }

    /// The same for the text of `number` with two more behind it.
    pub fn add_behind(&mut self, number: u32, texts: [&str; 2]) -> u32 {
        let first = self.texts.get(number);
        let start = first.as_ptr() as usize - self.texts.text.as_ptr() as usize;
        let end = start + first.len();
        self.texts.text.extend_from_within(start..end);
        texts.iter().for_each(|text| self.texts.text.push_str(text));
        self.end()
    }

    fn end(&mut self) -> u32 {
        self.texts.ends.push(self.texts.text.len() as u32);
        self.texts.ends.len() as u32 - 1
    }

    pub fn count(&self) -> u32 {
        self.texts.ends.len() as u32
    }

    pub fn text(&self, number: u32) -> &str {
        self.texts.get(number)
    }

    pub fn name(&self, number: u32) -> Name {
        Name {
            table: self.table.clone(),
            number,
        }
    }

    pub fn list(&self, numbers: &[u32]) -> NameList {
        NameList {
            table: self.table.clone(),
            numbers: numbers.into(),
        }
    }

    /// All that are needed are there: from now on names have their texts.
    pub fn finish(mut self) {
        self.texts.text.shrink_to_fit();
        // Nothing else fills it.
        let _ = self.table.0.set(self.texts);
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
    numbers: Box<[u32]>,
}

impl NameList {
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    pub fn get(&self, place: usize) -> Option<&str> {
        self.numbers.get(place).map(|&number| self.table.get(number))
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        self.numbers.iter().map(|&number| self.table.get(number))
    }
}

impl Index<usize> for NameList {
    type Output = str;

    fn index(&self, place: usize) -> &str {
        self.table.get(self.numbers[place])
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
        assert_eq!(names.text(inner), "Outer.method");
        assert_eq!((&*name, names.count()), ("", 3));
        names.finish();
        assert_eq!(&*name, "Outer.method");
        assert_eq!(list, ["Outer.method", "", "Outer"].iter().collect());
        assert_eq!((list.get(2), list.get(3)), (Some("Outer"), None));
        assert_eq!(&list[0], "Outer.method");
        assert!(NameList::default().is_empty());
    }
}
