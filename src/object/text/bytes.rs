//! `bytes` and `bytearray`.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use crate::base::hash;
use crate::heap::block::Space;
use crate::heap::header::{Header, Kind, ShapeId};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::pressure;
use crate::heap::store::Heap;

/// Bytes up to which they lie behind the object in its cell.
const INLINE_BYTES_MAX: usize = 512;
/// The bytes are a buffer of their own, whose address lies behind the object.
const OUTER: u8 = Header::OWN_A;

/// Immutable bytes, behind this object or in a buffer that it owns.
#[repr(C)]
pub struct Bytes {
    pub header: Header,
    hash: Cell<i64>,
    len: usize,
}

// SAFETY: `repr(C)`, header first, no values.
unsafe impl Object for Bytes {
    const KIND: Kind = Kind::Bytes;
    const TENURES: bool = true;
    const ADOPTED: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        if self.header.has(OUTER) {
            tracer.weigh(self.len);
        }
    }
}

impl Drop for Bytes {
    fn drop(&mut self) {
        if self.header.has(OUTER) {
            let data = std::ptr::slice_from_raw_parts_mut(self.start().cast_mut(), self.len);
            // SAFETY: an outer buffer was a boxed slice of this length.
            drop(unsafe { Box::from_raw(data) });
        }
    }
}

impl Bytes {
    pub fn new<'a>(heap: &mut Heap, shape: ShapeId, data: impl Into<Cow<'a, [u8]>>) -> Ref<Bytes> {
        match data.into() {
            Cow::Owned(data) if data.len() > INLINE_BYTES_MAX => Bytes::own(heap, shape, data),
            Cow::Borrowed(data) if data.len() > INLINE_BYTES_MAX && pressure::has_room(data.len()) => {
                Bytes::own(heap, shape, data.to_vec())
            }
            data => Bytes::with(heap, shape, data.len(), |bytes| bytes.copy_from_slice(&data)),
        }
    }
    /// `len` bytes that `fill` writes, all of them; none, with MemoryError to come, if there is no room.
    #[inline]
    pub fn with(heap: &mut Heap, shape: ShapeId, len: usize, fill: impl FnOnce(&mut [u8])) -> Ref<Bytes> {
        if len > INLINE_BYTES_MAX {
            if !pressure::has_room(len) {
                pressure::refuse();
                return Bytes::none(heap, shape);
            }
            let mut data = vec![0; len];
            fill(&mut data);
            return Bytes::own(heap, shape, data);
        }
        let object = Bytes {
            header: Header::new(Kind::Bytes, shape),
            hash: Cell::new(-1),
            len,
        };
        heap.alloc_tail(object, len, |tail| {
            // SAFETY: the tail has `len` bytes; cells are initialised memory.
            fill(unsafe { std::slice::from_raw_parts_mut(tail, len) });
        })
    }
    fn none(heap: &mut Heap, shape: ShapeId) -> Ref<Bytes> {
        heap.alloc(Bytes {
            header: Header::new(Kind::Bytes, shape),
            hash: Cell::new(-1),
            len: 0,
        })
    }
    fn own(heap: &mut Heap, shape: ShapeId, data: Vec<u8>) -> Ref<Bytes> {
        pressure::add(data.len());
        let header = Header::new(Kind::Bytes, shape);
        header.set(OUTER);
        let object = Bytes {
            header,
            hash: Cell::new(-1),
            len: data.len(),
        };
        let start: *const u8 = Box::leak(data.into_boxed_slice()).as_ptr();
        let bytes = heap.alloc_tail(object, size_of::<*const u8>(), |tail| {
            // SAFETY: the tail has room for the address, and is aligned to 16.
            unsafe { tail.cast::<*const u8>().write(start) }
        });
        // SAFETY: bytes lie in cells, however many they are.
        unsafe { Space::of(&bytes.header) }.adopt(&bytes.header);
        bytes
    }
    #[inline]
    fn start(&self) -> *const u8 {
        let behind = std::ptr::from_ref(self).wrapping_add(1);
        if self.header.has(OUTER) {
            // SAFETY: the flag says that the address lies behind.
            return unsafe { *behind.cast::<*const u8>() };
        }
        behind.cast()
    }
    #[inline]
    pub fn data(&self) -> &[u8] {
        // SAFETY: `len` bytes lie behind this object or in its buffer, and they never change.
        unsafe { std::slice::from_raw_parts(self.start(), self.len) }
    }
    /// The hash of the bytes, never −1.
    pub fn hash(&self) -> i64 {
        if self.hash.get() == -1 {
            self.hash.set(hash::of_text(self.data()));
        }
        self.hash.get()
    }
}

/// Mutable bytes. `exports` counts the buffers that forbid resizing.
#[repr(C)]
pub struct ByteArray {
    pub header: Header,
    data: RefCell<Vec<u8>>,
    pub exports: Cell<usize>,
}

// SAFETY: `repr(C)`, header first, no values.
unsafe impl Object for ByteArray {
    const KIND: Kind = Kind::ByteArray;
    fn trace(&self, tracer: &mut Tracer) {
        if let Ok(data) = self.data.try_borrow() {
            tracer.weigh(data.capacity());
        }
    }
}

impl ByteArray {
    pub fn new(heap: &mut Heap, shape: ShapeId, data: Vec<u8>) -> Ref<ByteArray> {
        pressure::add(data.capacity());
        heap.alloc(ByteArray {
            header: Header::new(Kind::ByteArray, shape),
            data: RefCell::new(data),
            exports: Cell::new(0),
        })
    }
    /// The bytes; never hold the borrow while Python may run.
    pub fn data(&self) -> &RefCell<Vec<u8>> {
        &self.data
    }
}
