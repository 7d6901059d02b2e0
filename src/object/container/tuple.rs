//! `tuple`: a fixed number of values behind the object.

use std::cell::Cell;

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::pressure;
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::tail;

#[repr(C)]
pub struct Tuple {
    pub header: Header,
    len: usize,
    /// The hash once computed; −1 before.
    pub hash: Cell<i64>,
}

// SAFETY: `repr(C)`, header first, all items are traced.
unsafe impl Object for Tuple {
    const KIND: Kind = Kind::Tuple;
    const TENURES: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.slots(self.slots());
    }
}

impl Tuple {
    /// Of no items, with MemoryError to come, if there is no room for them.
    pub fn new(heap: &mut Heap, shape: ShapeId, items: &[Value]) -> Ref<Tuple> {
        if !pressure::has_room(size_of_val(items)) {
            pressure::refuse();
            return Tuple::new(heap, shape, &[]);
        }
        let object = Tuple {
            header: Header::new(Kind::Tuple, shape),
            len: items.len(),
            hash: Cell::new(-1),
        };
        // SAFETY: the tail is as long as the items.
        heap.alloc_tail(object, size_of_val(items), |t| unsafe { tail::fill(t, items) })
    }
    /// Items from `kept`, then those up to `len` by their number; computing them allocates nothing.
    #[inline]
    pub fn completed(
        heap: &mut Heap,
        shape: ShapeId,
        kept: &[Value],
        len: usize,
        item: impl Fn(usize) -> Value,
    ) -> Ref<Tuple> {
        debug_assert!(kept.len() <= len);
        let bytes = len * size_of::<Value>();
        if !pressure::has_room(bytes) {
            pressure::refuse();
            return Tuple::new(heap, shape, &[]);
        }
        let object = Tuple {
            header: Header::new(Kind::Tuple, shape),
            len,
            hash: Cell::new(-1),
        };
        heap.alloc_tail(object, bytes, |tail| {
            let place: *mut Value = tail.cast();
            for i in 0..len {
                let value = if i < kept.len() { kept[i] } else { item(i) };
                // SAFETY: the tail has room for `len` items, and `i` is less.
                unsafe { place.add(i).write(value) };
            }
        })
    }
    /// The items of `left`, then those of `right`.
    pub fn joined(heap: &mut Heap, shape: ShapeId, left: &[Value], right: &[Value]) -> Ref<Tuple> {
        if !pressure::has_room(size_of_val(left) + size_of_val(right)) {
            pressure::refuse();
            return Tuple::new(heap, shape, &[]);
        }
        let object = Tuple {
            header: Header::new(Kind::Tuple, shape),
            len: left.len() + right.len(),
            hash: Cell::new(-1),
        };
        heap.alloc_tail(object, size_of_val(left) + size_of_val(right), |tail| {
            // SAFETY: the tail is as long as both together.
            unsafe {
                tail::fill(tail, left);
                tail::fill(tail.add(size_of_val(left)), right);
            }
        })
    }
    /// Makes a tuple of `len` items, which the caller writes at once to the address that is answered too.
    ///
    /// # Safety
    /// The cell is free and has `bytes(len)` bytes.
    #[inline(always)] // PERF: perf/0006-heap.md
    pub unsafe fn lay(cell: *mut u8, shape: ShapeId, len: usize) -> (Value, *mut Value) {
        let tuple = cell.cast::<Tuple>();
        // SAFETY: by the caller.
        unsafe {
            tuple.write(Tuple {
                header: Header::new(Kind::Tuple, shape),
                len,
                hash: Cell::new(-1),
            });
            (Value::from_bits(tuple as u64), tuple.add(1).cast())
        }
    }
    /// Bytes of a tuple of `len` items.
    pub const fn bytes(len: usize) -> usize {
        size_of::<Tuple>() + len * size_of::<Value>()
    }
    fn slots(&self) -> &[Slot] {
        // SAFETY: allocated with `len` slots.
        unsafe { tail::slots(self, self.len) }
    }
    /// The items. A tuple never changes, so that the slice stays valid while the tuple is reachable.
    pub fn items(&self) -> &[Value] {
        let slots = self.slots();
        // SAFETY: a `Slot` is a `Value` in memory, and those of a tuple are never set.
        unsafe { std::slice::from_raw_parts(slots.as_ptr().cast(), slots.len()) }
    }
    pub fn len(&self) -> usize {
        self.len
    }
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}

/// The items of a `Ref<Tuple>`, borrowed from the heap and not from the reference.
pub fn items<'a>(tuple: Ref<Tuple>) -> &'a [Value] {
    // SAFETY: as `Tuple::items`; the caller keeps the tuple reachable while it uses the slice.
    unsafe { &*std::ptr::from_ref(tuple.items()) }
}
