//! `str`: WTF-8 bytes (UTF-8, lone surrogates allowed) with the length in code points and a cached hash.
//!
//! Three forms. *Flat, inline*: the bytes lie behind the object. *Flat, owned*: the bytes are a buffer outside the heap. *Rope*:
//! two parts, joined at the first use of the bytes, so that `s += x` in a loop is linear. ASCII strings index in O(1), others by
//! a table of every 64th code point, made at first need.

use std::alloc::Layout;
use std::cell::{Cell, OnceCell};

use crate::base::hash;
use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::pressure;
use crate::heap::store::Heap;
use crate::heap::value::Value;

/// Bytes up to which a string's text lies behind it in its cell.
const INLINE_BYTES_MAX: usize = 512;
/// Concatenations of at least this many bytes make ropes.
const ROPE_BYTES_MIN: usize = 256;
/// Code points between two entries of the index.
const STRIDE: usize = 64;
const NO_HASH: i64 = -1;

/// A string. `header.OWN_A`: ASCII; `OWN_B`: interned; `OWN_C`: a rope; `OWN_D`: the buffer is owned.
#[repr(C)]
pub struct Str {
    pub header: Header,
    hash: Cell<i64>,
    chars: Cell<usize>,
    len: Cell<usize>,
    data: Cell<*const u8>,
    /// Parts of a rope; UNBOUND once flat.
    left: Slot,
    right: Slot,
    /// Byte offsets of every 64th code point, for strings that are not ASCII.
    index: OnceCell<Box<[usize]>>,
}

const ASCII: u8 = Header::OWN_A;
const INTERNED: u8 = Header::OWN_B;
const ROPE: u8 = Header::OWN_C;
const OWNED: u8 = Header::OWN_D;
/// Marks of names in `header.extra`.
const LOOKED_UP: u16 = 1;
const VOLATILE: u16 = 2;

// SAFETY: `repr(C)`, header first, the parts are traced.
unsafe impl Object for Str {
    const KIND: Kind = Kind::Str;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.slot(&self.left);
        tracer.slot(&self.right);
    }
}

impl Drop for Str {
    fn drop(&mut self) {
        if self.header.has(OWNED) {
            // SAFETY: an owned buffer was made by `own` with this layout.
            unsafe {
                std::alloc::dealloc(
                    self.data.get().cast_mut(),
                    Layout::from_size_align_unchecked(self.len.get(), 1),
                )
            }
        }
    }
}

/// A buffer of its own with `bytes` in it.
fn own(bytes: &[u8]) -> *const u8 {
    Box::leak(Box::<[u8]>::from(bytes)).as_ptr()
}

/// Counts the code points of WTF-8.
fn count_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count()
}

impl Str {
    /// A string of the class that `shape` stands for. `bytes` must be WTF-8.
    pub fn new(heap: &mut Heap, shape: ShapeId, bytes: &[u8]) -> Ref<Str> {
        let ascii = bytes.is_ascii();
        let chars = if ascii { bytes.len() } else { count_chars(bytes) };
        let header = Header::new(Kind::Str, shape);
        header.set(if ascii { ASCII } else { 0 });
        let object = |header, data| Str {
            header,
            hash: Cell::new(NO_HASH),
            chars: Cell::new(chars),
            len: Cell::new(bytes.len()),
            data: Cell::new(data),
            left: Slot::default(),
            right: Slot::default(),
            index: OnceCell::new(),
        };
        if bytes.len() > INLINE_BYTES_MAX {
            header.set(OWNED);
            pressure::add(bytes.len());
            return heap.alloc(object(header, own(bytes)));
        }
        let string = heap.alloc_tail(object(header, std::ptr::null()), bytes.len(), |tail| {
            // SAFETY: the tail has room for the bytes.
            unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), tail, bytes.len()) }
        });
        string.data.set(string.as_ptr().wrapping_add(1).cast());
        string
    }

    /// As `new`, of a buffer that becomes the string's own if it is long.
    pub fn from_vec(heap: &mut Heap, shape: ShapeId, bytes: Vec<u8>) -> Ref<Str> {
        if bytes.len() <= INLINE_BYTES_MAX {
            return Str::new(heap, shape, &bytes);
        }
        let ascii = bytes.is_ascii();
        let (len, chars) = (bytes.len(), if ascii { bytes.len() } else { count_chars(&bytes) });
        let header = Header::new(Kind::Str, shape);
        header.set(OWNED | if ascii { ASCII } else { 0 });
        pressure::add(len);
        heap.alloc(Str {
            header,
            hash: Cell::new(NO_HASH),
            chars: Cell::new(chars),
            len: Cell::new(len),
            data: Cell::new(Box::leak(bytes.into_boxed_slice()).as_ptr()),
            left: Slot::default(),
            right: Slot::default(),
            index: OnceCell::new(),
        })
    }

    /// `left + right`, both `str` of any class; the result is of the class of `shape`.
    pub fn concat(heap: &mut Heap, shape: ShapeId, left: Ref<Str>, right: Ref<Str>) -> Ref<Str> {
        let len = left.len.get() + right.len.get();
        if len < ROPE_BYTES_MIN {
            let mut buffer = [0; ROPE_BYTES_MIN];
            buffer[..left.len.get()].copy_from_slice(left.bytes());
            buffer[left.len.get()..len].copy_from_slice(right.bytes());
            return Str::new(heap, shape, &buffer[..len]);
        }
        let header = Header::new(Kind::Str, shape);
        header.set(ROPE | (left.header.flags() & right.header.flags() & ASCII));
        heap.alloc(Str {
            header,
            hash: Cell::new(NO_HASH),
            chars: Cell::new(left.chars.get() + right.chars.get()),
            len: Cell::new(len),
            data: Cell::new(std::ptr::null()),
            left: Slot::new(left.value()),
            right: Slot::new(right.value()),
            index: OnceCell::new(),
        })
    }

    /// The text in WTF-8; joins a rope first.
    pub fn bytes(&self) -> &[u8] {
        if self.header.has(ROPE) {
            self.flatten();
        }
        // SAFETY: `data` has `len` bytes, behind this object or in its own buffer, and they never change.
        unsafe { std::slice::from_raw_parts(self.data.get(), self.len.get()) }
    }

    #[cold]
    #[inline(never)]
    fn flatten(&self) {
        let mut buffer = vec![0; self.len.get()].into_boxed_slice();
        let mut end = buffer.len();
        // From the right, since ropes grow to the right and are deep on the left.
        let mut parts = vec![self.left.get(), self.right.get()];
        while let Some(part) = parts.pop() {
            let part = part.expect::<Str>();
            if part.header.has(ROPE) {
                parts.push(part.left.get());
                parts.push(part.right.get());
                continue;
            }
            let start = end - part.len.get();
            buffer[start..end].copy_from_slice(part.bytes());
            end = start;
        }
        pressure::add(buffer.len());
        self.data.set(Box::leak(buffer).as_ptr());
        self.header.clear(ROPE);
        self.header.set(OWNED);
        self.left.set(Value::UNBOUND);
        self.right.set(Value::UNBOUND);
    }

    /// The text, if it has no lone surrogates.
    pub fn as_str(&self) -> Option<&str> {
        if self.is_ascii() {
            // SAFETY: ASCII is UTF-8.
            return Some(unsafe { std::str::from_utf8_unchecked(self.bytes()) });
        }
        std::str::from_utf8(self.bytes()).ok()
    }
    /// The text with lone surrogates replaced: for messages only.
    pub fn lossy(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(self.bytes())
    }
    /// Length in code points.
    pub fn chars(&self) -> usize {
        self.chars.get()
    }
    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.len.get()
    }
    pub fn is_empty(&self) -> bool {
        self.len.get() == 0
    }
    pub fn is_ascii(&self) -> bool {
        self.header.has(ASCII)
    }
    pub fn is_interned(&self) -> bool {
        self.header.has(INTERNED)
    }
    /// To be called by the interner only.
    pub fn set_interned(&self) {
        self.header.set(INTERNED);
    }
    /// Whether classes were asked for this name, so that caches may hold what they answered. Notes it for the future.
    pub fn note_lookup(&self) -> bool {
        let marks = self.header.extra();
        self.header.set_extra(marks | LOOKED_UP);
        marks & LOOKED_UP != 0
    }
    /// Whether `note_lookup` was called.
    pub fn was_looked_up(&self) -> bool {
        self.header.extra() & LOOKED_UP != 0
    }
    /// Some class changes the plain value that it has for this name: caches must not hold it.
    pub fn is_volatile(&self) -> bool {
        self.header.extra() & VOLATILE != 0
    }
    pub fn set_volatile(&self) {
        self.header.set_extra(self.header.extra() | VOLATILE);
    }
    /// The hash of the text, never −1.
    pub fn hash(&self) -> i64 {
        if self.hash.get() == NO_HASH {
            self.hash.set(hash::of_text(self.bytes()));
        }
        self.hash.get()
    }
    /// Whether both are the same text.
    pub fn same_text(&self, other: &Str) -> bool {
        std::ptr::eq(self, other) || self.len() == other.len() && self.bytes() == other.bytes()
    }

    /// The byte offset of code point `n`, which is at most `chars()`.
    pub fn offset(&self, n: usize) -> usize {
        if self.is_ascii() || n == 0 {
            return n;
        }
        let bytes = self.bytes();
        let index = self.index.get_or_init(|| {
            pressure::add(self.chars() / STRIDE * 8);
            let starts = bytes
                .iter()
                .enumerate()
                .filter(|&(_, &b)| b & 0xC0 != 0x80)
                .map(|(i, _)| i);
            starts.step_by(STRIDE).collect()
        });
        let Some(&start) = index.get(n / STRIDE) else {
            return bytes.len();
        };
        let mut rest = n % STRIDE;
        for (i, &b) in bytes[start..].iter().enumerate() {
            if b & 0xC0 != 0x80 {
                if rest == 0 {
                    return start + i;
                }
                rest -= 1;
            }
        }
        bytes.len()
    }
}
