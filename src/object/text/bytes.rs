//! `bytes` and `bytearray`.

use std::cell::{Cell, RefCell};

use crate::heap::header::{Header, Kind, ShapeId};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::pressure;
use crate::heap::store::Heap;

/// Immutable bytes.
#[repr(C)]
pub struct Bytes {
    pub header: Header,
    data: Box<[u8]>,
    hash: Cell<i64>,
}

// SAFETY: `repr(C)`, header first, no values.
unsafe impl Object for Bytes {
    const KIND: Kind = Kind::Bytes;
    fn trace(&self, _: &mut Tracer) {}
}

impl Bytes {
    pub fn new(heap: &mut Heap, shape: ShapeId, data: impl Into<Box<[u8]>>) -> Ref<Bytes> {
        let data = data.into();
        pressure::add(data.len());
        heap.alloc(Bytes {
            header: Header::new(Kind::Bytes, shape),
            data,
            hash: Cell::new(-1),
        })
    }
    pub fn data(&self) -> &[u8] {
        &self.data
    }
    /// The hash once computed; −1 before.
    pub fn hash(&self) -> &Cell<i64> {
        &self.hash
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
    fn trace(&self, _: &mut Tracer) {}
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
