//! What is made of the searches and changes of `dict`: keys that are names, whose search runs no Python; a dict with room; the last
//! entry.

use crate::heap::header::ShapeId;
use crate::heap::object::Ref;
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::container::list::TooLarge;
use crate::object::text::string::Str;

impl Dict {
    /// An empty dict with room for `len` entries, or at least for as many as there is memory for.
    pub fn with_capacity(heap: &mut Heap, shape: ShapeId, len: usize) -> Ref<Dict> {
        let dict = Dict::new(heap, shape);
        let _ = dict.reserve(len);
        dict
    }
    /// Deletes the last entry; answers its key and value.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        let (i, key, value) = self.prev_entry(usize::MAX)?;
        self.remove_at(i);
        Some((key, value))
    }
    /// The number of the entry whose key is the text of `key`, which must be a `str`; keys that are no `str` are passed over.
    #[inline]
    pub fn find_str(&self, key: Value) -> Option<usize> {
        let text = key.cast::<Str>()?;
        self.find(text.hash(), |other| {
            other == key || other.cast::<Str>().is_some_and(|other| other.same_text(&text))
        })
    }
    /// The value of the key that is the text of `key`, which must be a `str`.
    #[inline]
    pub fn get_str(&self, key: Value) -> Option<Value> {
        self.find_str(key).map(|i| self.value_at(i))
    }
    /// Sets the value of `key`, which must be exactly a `str`.
    /// # Errors
    /// When there is no memory for it.
    pub fn set_str(&self, key: Value, value: Value) -> Result<(), TooLarge> {
        match self.find_str(key) {
            Some(i) => self.set_value(i, value),
            None => _ = self.insert_new(key.expect::<Str>().hash(), key, value)?,
        }
        Ok(())
    }
    /// Deletes the key that is the text of `key`, which must be a `str`; answers its value.
    pub fn remove_str(&self, key: Value) -> Option<Value> {
        self.find_str(key).map(|i| self.remove_at(i))
    }
}
