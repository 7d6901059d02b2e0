//! Copies of dicts: entries and index as they lie, where nothing was taken out.

use crate::heap::header::ShapeId;
use crate::heap::object::Ref;
use crate::heap::store::Heap;
use crate::object::container::dict::{Dict, SMALL, by_width};
use crate::object::container::entry::{Entry, block_bytes};
use crate::object::container::list::TooLarge;
use crate::object::container::memory;

impl Dict {
    /// A dict with the same entries.
    /// # Errors
    /// When there is no memory for it.
    pub fn copy(&self, heap: &mut Heap, shape: ShapeId) -> Result<Ref<Dict>, TooLarge> {
        let copy = Dict::new(heap, shape);
        copy.fill_from(self)?;
        Ok(copy)
    }
    /// Copies the entries of `other` into this dict, which must be empty and not `other`.
    /// # Errors
    /// When there is no memory for them.
    pub fn fill_from(&self, other: &Dict) -> Result<(), TooLarge> {
        debug_assert!(self.live.get() == 0);
        self.header.touch();
        if other.is_empty() {
            return Ok(());
        }
        if other.live != other.used {
            self.reserve(other.len())?;
            let mut from = 0;
            while let Some((i, key, value)) = other.next_entry(from) {
                self.insert_new(other.hash_at(i), key, value)?;
                from = i + 1;
            }
            return Ok(());
        }
        let capacity = other.capacity.get() as usize;
        if self.capacity.get() > capacity as u32 && self.filled.get() == 0 {
            // There is room for more to come: the index is another.
            // SAFETY: there is room for as many entries.
            unsafe {
                self.entries
                    .get()
                    .copy_from_nonoverlapping(other.entries.get(), other.used.get() as usize)
            };
            self.used.set(other.used.get());
            self.live.set(other.live.get());
            self.moved();
            if self.has_index() {
                by_width!(self, enter_all());
            }
            return Ok(());
        }
        let (entry_bytes, all_bytes) = (capacity * size_of::<Entry>(), block_bytes(capacity));
        let block = match capacity {
            SMALL => self.inside(),
            _ => memory::take(&self.header, all_bytes).cast(),
        };
        if block.is_null() {
            return Err(TooLarge);
        }
        // SAFETY: both blocks are of this layout; entries beyond `used` are not read.
        unsafe {
            block.copy_from_nonoverlapping(other.entries.get(), other.used.get() as usize);
            let (from, to) = (
                other.entries.get().cast::<u8>().add(entry_bytes),
                block.cast::<u8>().add(entry_bytes),
            );
            to.copy_from_nonoverlapping(from, all_bytes - entry_bytes);
        }
        self.release(self.entries.replace(block), self.capacity.replace(other.capacity.get()));
        self.used.set(other.used.get());
        self.live.set(other.live.get());
        self.first.set(other.first.get());
        self.filled.set(other.filled.get());
        self.moved();
        Ok(())
    }
}
