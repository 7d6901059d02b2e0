//! `list`: a growable array of values.

use std::cell::{Cell, UnsafeCell};

use crate::heap::header::{Header, Kind, ShapeId};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::pressure;
use crate::heap::store::Heap;
use crate::heap::value::Value;

/// INVARIANT: no reference into `items` outlives one method of this file, so that methods may take `&self`.
#[repr(C)]
pub struct List {
    pub header: Header,
    data: Cell<*mut Value>,
    len: Cell<usize>,
    capacity: Cell<usize>,
    /// Keeps the layout `!Sync` and says that the items are owned.
    _owned: UnsafeCell<[Value; 0]>,
}

// SAFETY: `repr(C)`, header first, all items are traced.
unsafe impl Object for List {
    const KIND: Kind = Kind::List;
    fn trace(&self, tracer: &mut Tracer) {
        for i in 0..self.len() {
            tracer.visit(self.at(i));
        }
    }
}

impl Drop for List {
    fn drop(&mut self) {
        drop(self.take_vec());
    }
}

/// Growth that cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl List {
    pub fn new(heap: &mut Heap, shape: ShapeId, items: Vec<Value>) -> Ref<List> {
        let list = heap.alloc(List {
            header: Header::new(Kind::List, shape),
            data: Cell::new(std::ptr::null_mut()),
            len: Cell::new(0),
            capacity: Cell::new(0),
            _owned: UnsafeCell::new([]),
        });
        pressure::add(items.capacity() * size_of::<Value>());
        list.put_vec(items);
        list
    }
    /// Offsets of the data pointer and the length, for handlers that index in line.
    pub const DATA_OFFSET: usize = std::mem::offset_of!(List, data);
    pub const LEN_OFFSET: usize = std::mem::offset_of!(List, len);

    pub fn len(&self) -> usize {
        self.len.get()
    }
    pub fn is_empty(&self) -> bool {
        self.len.get() == 0
    }
    /// Item `i`, or `None` beyond the end.
    pub fn get(&self, i: usize) -> Option<Value> {
        (i < self.len.get()).then(|| self.at(i))
    }
    fn at(&self, i: usize) -> Value {
        debug_assert!(i < self.len.get());
        // SAFETY: callers have checked the index; the first `len` values are initialised.
        unsafe { *self.data.get().add(i) }
    }
    /// The address of item `i`, or `None` beyond the end. It is good until the list changes its size.
    #[inline(always)] // PERF: perf/0003-numbers.md
    pub fn place(&self, i: usize) -> Option<*mut Value> {
        // SAFETY: the index is in range.
        (i < self.len.get()).then(|| unsafe { self.data.get().add(i) })
    }
    /// Sets item `i`; answers whether it exists.
    pub fn set(&self, i: usize, value: Value) -> bool {
        let exists = i < self.len.get();
        if exists {
            // SAFETY: the index is in range.
            unsafe { *self.data.get().add(i) = value }
        }
        exists
    }
    pub fn push(&self, value: Value) {
        if self.len.get() == self.capacity.get() {
            self.grow();
        }
        // SAFETY: there is room for one more.
        unsafe { self.data.get().add(self.len.get()).write(value) }
        self.len.set(self.len.get() + 1);
    }
    #[cold]
    #[inline(never)]
    fn grow(&self) {
        let mut items = self.take_vec();
        let before = items.capacity();
        // As CPython grows: an eighth more, so that memory stays close to what is used.
        items.reserve_exact((before >> 3) + 6);
        pressure::add((items.capacity() - before) * size_of::<Value>());
        self.put_vec(items);
    }
    pub fn pop(&self) -> Option<Value> {
        let last = self.len.get().checked_sub(1)?;
        let value = self.at(last);
        self.len.set(last);
        Some(value)
    }
    /// A copy of the items.
    pub fn to_vec(&self) -> Vec<Value> {
        self.with_vec(|items| items.clone())
    }
    /// A copy of items `start..end`, both within the list.
    pub fn range(&self, start: usize, end: usize) -> Vec<Value> {
        self.with_vec(|items| items[start..end].to_vec())
    }
    /// Changes the items as a vector. `change` must not run Python and not touch this list by another way.
    pub fn with_vec<R>(&self, change: impl FnOnce(&mut Vec<Value>) -> R) -> R {
        let mut items = self.take_vec();
        let before = items.capacity();
        let result = change(&mut items);
        pressure::add(items.capacity().saturating_sub(before) * size_of::<Value>());
        self.put_vec(items);
        result
    }
    /// Makes room for `more` items.
    /// # Errors
    /// When there is no memory for them.
    pub fn reserve(&self, more: usize) -> Result<(), TooLarge> {
        self.with_vec(|items| items.try_reserve(more).map_err(|_| TooLarge))
    }
    /// Takes all items out; the list is empty then.
    pub fn take_vec(&self) -> Vec<Value> {
        let (data, len, capacity) = (
            self.data.replace(std::ptr::null_mut()),
            self.len.replace(0),
            self.capacity.replace(0),
        );
        if data.is_null() {
            return Vec::new();
        }
        // SAFETY: the parts come from `put_vec`, and the list forgets them here.
        unsafe { Vec::from_raw_parts(data, len, capacity) }
    }
    /// Replaces all items.
    pub fn put_vec(&self, items: Vec<Value>) {
        drop(self.take_vec());
        if items.capacity() == 0 {
            return;
        }
        let mut items = std::mem::ManuallyDrop::new(items);
        self.data.set(items.as_mut_ptr());
        self.len.set(items.len());
        self.capacity.set(items.capacity());
    }
}
