//! `list`: a growable array of values.
//!
//! The items of a new list lie behind it in its cell, as many as fit. A list that outgrows them gets a buffer in a cell of the heap,
//! which dies with it unseen; one of more than `CELL_ITEMS_MAX` items owns memory of the system's allocator.

use std::cell::Cell;

use crate::heap::block::{CELL_BYTES_MAX, Sort, Space, cell_bytes, class_of, group_of};
use crate::heap::header::{Header, Kind, ShapeId};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::pressure;
use crate::heap::store::Heap;
use crate::heap::value::Value;

/// INVARIANT: `data` is the memory behind this object, a buffer of its space, or (exactly if `capacity` is above `CELL_ITEMS_MAX`)
/// a block of `malloc`; it has room for `capacity` values, and the first `len` are initialised. No reference into the items
/// outlives one method of this file, so that methods may take `&self`.
#[repr(C)]
pub struct List {
    pub header: Header,
    data: Cell<*mut Value>,
    len: Cell<usize>,
    capacity: Cell<usize>,
}

const ITEM_BYTES: usize = size_of::<Value>();
/// Items of the largest buffer in a cell.
const CELL_ITEMS_MAX: usize = CELL_BYTES_MAX / ITEM_BYTES;
/// Bytes of the largest list that is made with its items behind it.
const INLINE_BYTES_MAX: usize = 512;
/// In `header.flags`: the space knows that this list owns memory, or did.
const ADOPTED: u8 = Header::OWN_A;

// SAFETY: `repr(C)`, header first, all items are traced, and the buffer is kept.
unsafe impl Object for List {
    const KIND: Kind = Kind::List;
    const ADOPTED: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        if self.capacity.get() > CELL_ITEMS_MAX {
            tracer.weigh(self.capacity.get() * ITEM_BYTES);
        } else if !self.is_inline() {
            tracer.buffer(self.data.get().cast());
        }
        tracer.values(self.items());
    }
    fn fault(&self) -> Option<&'static str> {
        let capacity = self.capacity.get();
        if self.len.get() > capacity {
            return Some("a list longer than its memory");
        }
        if capacity > CELL_ITEMS_MAX {
            return (!self.header.has(ADOPTED)).then_some("a list that owns memory and was not adopted");
        }
        // SAFETY: lists lie in cells.
        let space = unsafe { Space::of(&self.header) };
        (!self.is_inline() && !space.is_buffer(self.data.get() as usize)).then_some("a list without its buffer")
    }
}

impl Drop for List {
    fn drop(&mut self) {
        if self.capacity.get() > CELL_ITEMS_MAX {
            // SAFETY: by the invariant.
            unsafe { libc::free(self.data.get().cast()) }
        }
    }
}

/// Growth that cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

/// The group of the cells of a list that is made for `capacity` items, and how many fit; `None` if they need a buffer.
#[inline]
pub const fn inline_group(capacity: usize) -> Option<(usize, usize)> {
    if capacity > (INLINE_BYTES_MAX - size_of::<List>()) / ITEM_BYTES {
        return None;
    }
    let bytes = size_of::<List>() + capacity * ITEM_BYTES;
    let room = (cell_bytes(class_of(bytes)) - size_of::<List>()) / ITEM_BYTES;
    Some((group_of(Sort::Plain, bytes), room))
}

impl List {
    /// Offsets of the data pointer and the length, for handlers that index in line.
    pub const DATA_OFFSET: usize = std::mem::offset_of!(List, data);
    pub const LEN_OFFSET: usize = std::mem::offset_of!(List, len);

    /// Makes an empty list of a cell whose memory behind the list holds `room` items.
    ///
    /// # Safety
    /// The cell is free and as large as that.
    #[inline(always)] // PERF: perf/0006-heap.md
    pub unsafe fn lay(cell: *mut u8, shape: ShapeId, room: usize) -> Ref<List> {
        let list = cell.cast::<List>();
        // SAFETY: by the caller.
        unsafe {
            list.write(List {
                header: Header::new(Kind::List, shape),
                data: Cell::new(list.add(1).cast()),
                len: Cell::new(0),
                capacity: Cell::new(room),
            });
            Ref::from_raw(std::ptr::NonNull::new_unchecked(list))
        }
    }
    /// As `lay`, a list of `len` items, which the caller writes at once to the address that is answered too.
    ///
    /// # Safety
    /// The cell is free and has `bytes(len)` bytes.
    #[inline(always)] // PERF: perf/0006-heap.md
    pub unsafe fn lay_filled(cell: *mut u8, shape: ShapeId, len: usize) -> (Value, *mut Value) {
        let room = (((List::bytes(len) + 15) & !15) - size_of::<List>()) / ITEM_BYTES;
        // SAFETY: by the caller; cells of that size come in steps of 16 bytes.
        let list = unsafe { List::lay(cell, shape, room) };
        list.len.set(len);
        (list.value(), list.data.get())
    }
    /// Room of an empty list that a display or a comprehension makes: it will grow.
    pub const FIRST_ROOM: usize = 5;
    /// Bytes of a list that is made with `len` items behind it.
    pub const fn bytes(len: usize) -> usize {
        size_of::<List>() + len * ITEM_BYTES
    }
    /// An empty list with room for `capacity` items.
    /// # Errors
    /// When there is no memory for them.
    #[inline]
    pub fn with_capacity(heap: &mut Heap, shape: ShapeId, capacity: usize) -> Result<Ref<List>, TooLarge> {
        let inline = inline_group(capacity);
        let (group, room) = inline.unwrap_or((group_of(Sort::Plain, size_of::<List>()), 1));
        let cell = heap.cell(group);
        // SAFETY: the group's cells are that large.
        let list = unsafe { List::lay(cell, shape, room) };
        if inline.is_none() {
            list.grow_to(capacity)?;
        }
        Ok(list)
    }
    /// A list of the same items, the last first.
    /// # Errors
    /// When there is no memory for them.
    #[inline]
    pub fn from_reversed(heap: &mut Heap, shape: ShapeId, items: &[Value]) -> Result<Ref<List>, TooLarge> {
        let list = List::with_capacity(heap, shape, items.len())?;
        let end = list.data.get().wrapping_add(items.len());
        for (i, &item) in items.iter().enumerate() {
            // SAFETY: the room was just made, in fresh memory.
            unsafe { end.sub(i + 1).write(item) };
        }
        list.len.set(items.len());
        Ok(list)
    }
    /// A list of the same items.
    /// # Errors
    /// When there is no memory for them.
    #[inline]
    pub fn from_slice(heap: &mut Heap, shape: ShapeId, items: &[Value]) -> Result<Ref<List>, TooLarge> {
        let list = List::with_capacity(heap, shape, items.len())?;
        // SAFETY: the room was just made, in fresh memory.
        unsafe { std::ptr::copy_nonoverlapping(items.as_ptr(), list.data.get(), items.len()) };
        list.len.set(items.len());
        Ok(list)
    }
    /// The items of `left`, then those of `right`.
    /// # Errors
    /// When there is no memory for them.
    #[inline]
    pub fn joined(heap: &mut Heap, shape: ShapeId, left: &List, right: &List) -> Result<Ref<List>, TooLarge> {
        let (a, b) = (left.items(), right.items());
        let list = List::with_capacity(heap, shape, a.len().saturating_add(b.len()))?;
        // SAFETY: the room was just made, in fresh memory.
        unsafe {
            std::ptr::copy_nonoverlapping(a.as_ptr(), list.data.get(), a.len());
            std::ptr::copy_nonoverlapping(b.as_ptr(), list.data.get().add(a.len()), b.len());
        }
        list.len.set(a.len() + b.len());
        Ok(list)
    }
    /// `n` times the same item.
    /// # Errors
    /// When there is no memory for them.
    pub fn filled(heap: &mut Heap, shape: ShapeId, item: Value, n: usize) -> Result<Ref<List>, TooLarge> {
        let list = List::with_capacity(heap, shape, n)?;
        // SAFETY: the room was just made.
        unsafe { std::slice::from_raw_parts_mut(list.data.get().cast::<std::mem::MaybeUninit<Value>>(), n) }
            .fill(std::mem::MaybeUninit::new(item));
        list.len.set(n);
        Ok(list)
    }
    /// The items `n` times.
    /// # Errors
    /// When there is no memory for them.
    pub fn repeated(heap: &mut Heap, shape: ShapeId, list: Ref<List>, n: usize) -> Result<Ref<List>, TooLarge> {
        if let [item] = *list.items() {
            return List::filled(heap, shape, item, n);
        }
        let all = List::with_capacity(heap, shape, list.len().saturating_mul(n))?;
        let n = if list.is_empty() { 0 } else { n };
        (0..n).try_for_each(|_| all.extend_from(&list)).map(|()| all)
    }
    pub fn new(heap: &mut Heap, shape: ShapeId, items: Vec<Value>) -> Ref<List> {
        match List::from_slice(heap, shape, &items) {
            Ok(list) => list,
            Err(TooLarge) => {
                pressure::refuse();
                List::new(heap, shape, Vec::new())
            }
        }
    }

    #[inline]
    pub fn len(&self) -> usize {
        self.len.get()
    }
    pub fn is_empty(&self) -> bool {
        self.len.get() == 0
    }
    fn behind(&self) -> *mut Value {
        std::ptr::from_ref(self).wrapping_add(1).cast_mut().cast()
    }
    fn is_inline(&self) -> bool {
        self.data.get() == self.behind()
    }
    fn items(&self) -> &[Value] {
        // SAFETY: by the invariant.
        unsafe { std::slice::from_raw_parts(self.data.get(), self.len.get()) }
    }
    /// Item `i`, or `None` beyond the end.
    #[inline]
    pub fn get(&self, i: usize) -> Option<Value> {
        // SAFETY: the index is in range.
        (i < self.len.get()).then(|| unsafe { *self.data.get().add(i) })
    }
    /// The address of item `i`, or `None` beyond the end. It is good until the list changes its size.
    #[inline(always)] // PERF: perf/0003-numbers.md
    pub fn place(&self, i: usize) -> Option<*mut Value> {
        // SAFETY: the index is in range.
        (i < self.len.get()).then(|| unsafe { self.data.get().add(i) })
    }
    /// The address of the first item, for handlers. It is good until the list changes its size.
    #[inline(always)] // PERF: perf/0006-heap.md
    pub fn data(&self) -> *mut Value {
        self.data.get()
    }
    /// Sets item `i`; answers whether it exists.
    #[inline]
    pub fn set(&self, i: usize, value: Value) -> bool {
        let exists = i < self.len.get();
        if exists {
            // SAFETY: the index is in range.
            unsafe { *self.data.get().add(i) = value }
        }
        exists
    }
    /// Appends an item if there is room: for handlers, which must not call.
    #[inline(always)] // PERF: perf/0006-heap.md
    pub fn try_push(&self, value: Value) -> bool {
        let len = self.len.get();
        if len == self.capacity.get() {
            return false;
        }
        // SAFETY: there is room for one more.
        unsafe { self.data.get().add(len).write(value) }
        self.len.set(len + 1);
        true
    }
    #[inline]
    pub fn push(&self, value: Value) {
        if !self.try_push(value) && self.push_slow(value).is_err() {
            pressure::refuse();
        }
    }
    /// As `push`, for lists that may become very long.
    /// # Errors
    /// When there is no memory for the item.
    #[inline]
    pub fn append(&self, value: Value) -> Result<(), TooLarge> {
        if self.try_push(value) {
            Ok(())
        } else {
            self.push_slow(value)
        }
    }
    #[cold]
    #[inline(never)]
    fn push_slow(&self, value: Value) -> Result<(), TooLarge> {
        self.make_room(1)?;
        self.try_push(value);
        Ok(())
    }
    #[inline]
    pub fn pop(&self) -> Option<Value> {
        let last = self.len.get().checked_sub(1)?;
        let value = self.get(last);
        self.len.set(last);
        value
    }

    /// Room for `more` items, with some to spare.
    fn make_room(&self, more: usize) -> Result<(), TooLarge> {
        let (len, capacity) = (self.len.get(), self.capacity.get());
        let wanted = len.checked_add(more).ok_or(TooLarge)?;
        if wanted <= capacity {
            return Ok(());
        }
        // Large lists as CPython's: an eighth more, so that memory stays close to what is used.
        let spare = if capacity < CELL_ITEMS_MAX / 2 {
            capacity.max(3)
        } else {
            (capacity >> 3) + 6
        };
        self.grow_to(wanted.max(capacity.saturating_add(spare)))
    }
    /// Moves the items to memory with room for `capacity` of them, which is more than there is.
    fn grow_to(&self, capacity: usize) -> Result<(), TooLarge> {
        let bytes = capacity
            .checked_mul(ITEM_BYTES)
            .filter(|&bytes| bytes <= isize::MAX as usize);
        let bytes = bytes.ok_or(TooLarge)?;
        if self.capacity.get() > CELL_ITEMS_MAX {
            // SAFETY: by the invariant, the memory is of `malloc`.
            return unsafe { self.own(libc::realloc(self.data.get().cast(), bytes).cast(), capacity) };
        }
        let before = self.data.get();
        if bytes <= CELL_BYTES_MAX {
            // SAFETY: lists lie in cells.
            let (buffer, size) = unsafe { Space::of(&self.header) }.buffer(bytes);
            self.leave_buffer(buffer.cast());
            self.capacity.set(size / ITEM_BYTES);
            return Ok(());
        }
        // SAFETY: the size is not zero.
        let memory: *mut Value = unsafe { libc::malloc(bytes) }.cast();
        if memory.is_null() {
            return Err(TooLarge);
        }
        debug_assert!(!before.is_null());
        self.leave_buffer(memory);
        self.adopt();
        self.own(memory, capacity)
    }
    fn own(&self, memory: *mut Value, capacity: usize) -> Result<(), TooLarge> {
        if memory.is_null() {
            return Err(TooLarge);
        }
        pressure::add(capacity.saturating_sub(self.capacity.get()) * ITEM_BYTES);
        self.data.set(memory);
        self.capacity.set(capacity);
        Ok(())
    }
    /// Copies the items to `memory` and gives the buffer in a cell back, if there is one.
    fn leave_buffer(&self, memory: *mut Value) {
        let before = self.data.get();
        // SAFETY: `memory` is fresh, and its room is larger than the old one.
        unsafe { std::ptr::copy_nonoverlapping(before, memory, self.len.get()) };
        if !self.is_inline() {
            // SAFETY: by the invariant, the buffer is of the space and has this size.
            unsafe { Space::of(&self.header).give_back(before.cast(), self.capacity.get() * ITEM_BYTES) };
        }
        self.data.set(memory);
    }
    /// Makes room for `more` items.
    /// # Errors
    /// When there is no memory for them.
    pub fn reserve(&self, more: usize) -> Result<(), TooLarge> {
        let wanted = self.len.get().checked_add(more).ok_or(TooLarge)?;
        if wanted <= self.capacity.get() {
            Ok(())
        } else {
            self.grow_to(wanted)
        }
    }
    /// Gives memory back that is much larger than what it is used for.
    fn shrink(&self) {
        let capacity = self.len.get().max(CELL_ITEMS_MAX + 1);
        if self.capacity.get() / 2 > capacity {
            // SAFETY: by the invariant, the memory is of `malloc`.
            let memory = unsafe { libc::realloc(self.data.get().cast(), capacity * ITEM_BYTES) };
            let _ = self.own(memory.cast(), capacity);
        }
    }

    /// Shows the items to `look`, which must not run Python and not change this list.
    #[inline]
    pub fn with_items<R>(&self, look: impl FnOnce(&[Value]) -> R) -> R {
        look(self.items())
    }
    /// As `with_items`, for changing items in place.
    #[inline]
    pub fn with_items_mut<R>(&self, change: impl FnOnce(&mut [Value]) -> R) -> R {
        // SAFETY: by the invariant, and by `change`, which uses the list by this slice only.
        change(unsafe { std::slice::from_raw_parts_mut(self.data.get(), self.len.get()) })
    }
    /// Appends items, which may be this list's own.
    /// # Errors
    /// When there is no memory for them.
    pub fn extend_from(&self, other: &List) -> Result<(), TooLarge> {
        let (len, more) = (self.len.get(), other.len.get());
        self.make_room(more)?;
        // SAFETY: there is room for the items; the first `len` of a list do not overlap with what follows.
        unsafe { std::ptr::copy_nonoverlapping(other.data.get(), self.data.get().add(len), more) };
        self.len.set(len + more);
        Ok(())
    }
    /// Appends `n` items that `item` makes, of the numbers from 0 on. It must not run Python and not change this list.
    /// # Errors
    /// When there is no memory for them.
    pub fn extend_by(&self, n: usize, mut item: impl FnMut(usize) -> Value) -> Result<(), TooLarge> {
        self.reserve(n)?;
        let end = self.data.get().wrapping_add(self.len.get());
        for i in 0..n {
            // SAFETY: the room was just made.
            unsafe { end.add(i).write(item(i)) };
        }
        self.len.set(self.len.get() + n);
        Ok(())
    }
    /// Appends items, which must not be this list's own.
    /// # Errors
    /// When there is no memory for them.
    pub fn extend_from_slice(&self, items: &[Value]) -> Result<(), TooLarge> {
        self.splice(self.len.get(), 0, items)
    }
    /// Appends items, none of them this list's own, if there is room: for handlers, which must not call.
    #[inline(always)] // PERF: perf/0015-containers.md
    pub fn try_extend(&self, items: &[Value]) -> bool {
        let len = self.len.get();
        if self.capacity.get() - len < items.len() {
            return false;
        }
        for (i, &item) in items.iter().enumerate() {
            // SAFETY: there is room. Volatile, else it becomes a call of memcpy.
            unsafe { self.data.get().add(len + i).write_volatile(item) };
        }
        self.len.set(len + items.len());
        true
    }
    /// Inserts an item before item `at`, or at the end.
    /// # Errors
    /// When there is no memory for it.
    pub fn insert(&self, at: usize, item: Value) -> Result<(), TooLarge> {
        self.splice(at.min(self.len.get()), 0, &[item])
    }
    /// Takes item `at` out, if it exists.
    pub fn remove(&self, at: usize) -> Option<Value> {
        let item = self.get(at)?;
        // SAFETY: the items behind `at` move down by one.
        unsafe {
            let place = self.data.get().add(at);
            std::ptr::copy(place.add(1), place, self.len.get() - at - 1);
        }
        self.len.set(self.len.get() - 1);
        Some(item)
    }
    /// Replaces `count` items from `start` on, all within the list, by `items`, which must not be this list's own.
    /// # Errors
    /// When there is no memory for them; nothing has changed then.
    pub fn splice(&self, start: usize, count: usize, items: &[Value]) -> Result<(), TooLarge> {
        let len = self.len.get();
        assert!(start <= len && count <= len - start);
        if items.len() > count {
            self.make_room(items.len() - count)?;
        }
        // SAFETY: the places are in the list and in the room just made; the items are elsewhere.
        unsafe {
            let place = self.data.get().add(start);
            if items.len() != count {
                std::ptr::copy(place.add(count), place.add(items.len()), len - start - count);
            }
            std::ptr::copy_nonoverlapping(items.as_ptr(), place, items.len());
        }
        self.len.set(len - count + items.len());
        if items.len() < count {
            self.shrink();
        }
        Ok(())
    }
    /// As `splice`, by the items of a list, which may be this one.
    /// # Errors
    /// As `splice`.
    pub fn splice_list(&self, start: usize, count: usize, other: &List) -> Result<(), TooLarge> {
        if std::ptr::eq(self, other) {
            return self.splice(start, count, &other.to_vec());
        }
        self.splice(start, count, other.items())
    }
    /// Forgets the items from `len` on.
    pub fn truncate(&self, len: usize) {
        self.len.set(self.len.get().min(len));
        self.shrink();
    }
    /// Forgets all items.
    pub fn clear(&self) {
        self.len.set(0);
        if self.capacity.get() > CELL_ITEMS_MAX {
            // SAFETY: by the invariant. The memory behind the list holds one item at least.
            unsafe { libc::free(self.data.get().cast()) };
            self.data.set(self.behind());
            self.capacity.set(1);
        }
    }
    /// Moves all items to `other`, which must be empty and new. This list is empty then, and without room, so that `was_touched`
    /// tells whether it got items since. Answers what `restore_room` needs.
    /// # Errors
    /// When there is no memory for them.
    pub fn move_to(&self, other: &List) -> Result<usize, TooLarge> {
        if self.capacity.get() > CELL_ITEMS_MAX && other.capacity.get() <= CELL_ITEMS_MAX {
            other.adopt();
            other.data.set(self.data.replace(self.behind()));
            other.capacity.set(self.capacity.replace(0));
            other.len.set(self.len.replace(0));
            return Ok(0);
        }
        other.extend_from(self)?;
        self.clear();
        let room = if self.is_inline() { self.capacity.get() } else { 0 };
        self.leave_buffer(self.behind());
        self.capacity.set(0);
        Ok(room)
    }
    /// Whether the list got any item after `move_to`, if only for a while.
    pub fn was_touched(&self) -> bool {
        self.capacity.get() > 0
    }
    /// After `move_to`, if the list was not touched.
    pub fn restore_room(&self, room: usize) {
        debug_assert!(!self.was_touched() && self.is_inline());
        self.capacity.set(room);
    }
    /// Tells the space that this list owns memory.
    fn adopt(&self) {
        if !self.header.has(ADOPTED) {
            self.header.set(ADOPTED);
            // SAFETY: lists lie in cells.
            unsafe { Space::of(&self.header) }.adopt(&self.header);
        }
    }

    /// A copy of the items.
    pub fn to_vec(&self) -> Vec<Value> {
        self.items().to_vec()
    }
    /// A copy of items `start..end`, both within the list.
    pub fn range(&self, start: usize, end: usize) -> Vec<Value> {
        self.items()[start..end].to_vec()
    }
    /// Changes the items as a vector: for what is rare, since they are copied. `change` must not run Python and not touch this
    /// list by another way.
    pub fn with_vec<R>(&self, change: impl FnOnce(&mut Vec<Value>) -> R) -> R {
        let mut items = self.to_vec();
        let result = change(&mut items);
        self.put_vec(items);
        result
    }
    /// Takes all items out; the list is empty then.
    pub fn take_vec(&self) -> Vec<Value> {
        let items = self.to_vec();
        self.clear();
        items
    }
    /// Replaces all items.
    pub fn put_vec(&self, items: Vec<Value>) {
        if self.splice(0, self.len.get(), &items).is_err() {
            pressure::refuse();
        }
    }
}
