//! `str`: WTF-8 bytes (UTF-8, lone surrogates allowed) with the length in code points and a cached hash.
//!
//! The bytes of a short string lie behind it in its cell: 32 bytes and the text, rounded up to 16. Those of a long one lie in a
//! buffer that it owns, or in a [`Growth`] that it shares with others: `s + x` writes `x` behind `s` where the buffer goes on free,
//! so that `s += x` in a loop is linear and no string needs to be joined later. ASCII strings index in O(1), others from the
//! nearer end, or, if long, by a table of every 64th code point, made at first need.

use std::alloc::Layout;
use std::cell::{Cell, OnceCell};
use std::cmp::Ordering;

use crate::base::hash;
use crate::base::wtf8::walk;
use crate::heap::block::Space;
use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::pressure;
use crate::heap::store::Heap;

/// Bytes up to which a string's text lies behind it in its cell. Its number of code points fits `header.extra`.
const INLINE_BYTES_MAX: usize = 512;
/// Concatenations of more bytes get a buffer with room to grow.
const GROW_BYTES_MIN: usize = 256;
/// Code points between two entries of the index.
const STRIDE: usize = 64;
const NO_HASH: i64 = -1;

/// A string. `header.OWN_A`: ASCII; `OWN_B`: interned; `OWN_C`: the text is not in the cell, but an `Outer` is.
#[repr(C)]
pub struct Str {
    pub header: Header,
    hash: Cell<i64>,
    /// Length in bytes.
    len: usize,
}

/// What lies behind a string whose text is elsewhere.
#[repr(C)]
struct Outer {
    data: *const u8,
    chars: usize,
    /// The buffer that `data` points into, or UNBOUND: then the string owns its bytes.
    growth: Slot,
    /// Byte offsets of every 64th code point, for strings that are not ASCII.
    #[allow(clippy::box_collection)] // One word, where a boxed slice takes two.
    index: OnceCell<Box<Vec<usize>>>,
}

/// A buffer with room behind the text of the strings that share it. Python never sees one.
#[repr(C)]
pub struct Growth {
    header: Header,
    data: *mut u8,
    capacity: usize,
    /// Bytes that belong to some string; they never change.
    used: Cell<usize>,
}

const _: () = assert!(size_of::<Str>() == 32 && size_of::<Outer>() == 32);

const ASCII: u8 = Header::OWN_A;
const INTERNED: u8 = Header::OWN_B;
const OUTER: u8 = Header::OWN_C;
/// Marks of names in `header.extra`; above them a short string that is not ASCII keeps its number of code points.
const LOOKED_UP: u16 = 1;
const VOLATILE: u16 = 2;
const CHARS_SHIFT: u32 = 2;
const _: () = assert!(INLINE_BYTES_MAX < 1 << (16 - CHARS_SHIFT));
/// In the same place an ASCII name of a special method keeps one more than the method's number.
const SPECIAL_SHIFT: u32 = CHARS_SHIFT;

// SAFETY: `repr(C)`, header first, the shared buffer is traced.
unsafe impl Object for Str {
    const KIND: Kind = Kind::Str;
    const TENURES: bool = true;
    const ADOPTED: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        if let Some(outer) = self.outer() {
            tracer.slot(&outer.growth);
            if outer.growth.get().is_unbound() {
                tracer.weigh(self.len);
            }
        }
    }
}

// SAFETY: `repr(C)`, header first, no values.
unsafe impl Object for Growth {
    const KIND: Kind = Kind::Growth;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.weigh(self.capacity);
    }
}

impl Drop for Str {
    fn drop(&mut self) {
        if !self.header.has(OUTER) {
            return;
        }
        let outer = std::ptr::from_mut(self).wrapping_add(1).cast::<Outer>();
        // SAFETY: the flag says that an `Outer` lies behind; owned bytes were made by `own` with this layout.
        unsafe {
            if (*outer).growth.get().is_unbound() {
                let layout = Layout::from_size_align_unchecked(self.len, 1);
                std::alloc::dealloc((*outer).data.cast_mut(), layout);
            }
            outer.drop_in_place();
        }
    }
}

impl Drop for Growth {
    fn drop(&mut self) {
        // SAFETY: the buffer was allocated with this layout.
        unsafe { std::alloc::dealloc(self.data, Layout::from_size_align_unchecked(self.capacity, 1)) }
    }
}

/// Copies `part` to the beginning of `room`; answers what is left.
#[inline]
pub fn append<'a>(room: &'a mut [u8], part: &[u8]) -> &'a mut [u8] {
    let (here, rest) = room.split_at_mut(part.len());
    // Short parts are the rule: a loop is quicker than a call.
    if part.len() <= 8 {
        here.iter_mut().zip(part).for_each(|(to, from)| *to = *from);
    } else {
        here.copy_from_slice(part);
    }
    rest
}

impl Growth {
    /// A buffer of `capacity` bytes whose first are those of `text`.
    fn new(heap: &mut Heap, capacity: usize, text: &[u8]) -> Ref<Growth> {
        let mut buffer = Vec::<u8>::with_capacity(capacity);
        buffer.extend_from_slice(text);
        let mut buffer = std::mem::ManuallyDrop::new(buffer);
        pressure::add(buffer.capacity());
        heap.alloc(Growth {
            header: Header::new(Kind::Growth, ShapeId(0)),
            data: buffer.as_mut_ptr(),
            capacity: buffer.capacity(),
            used: Cell::new(text.len()),
        })
    }
    /// Writes `more` behind the first `len` bytes, if those are all that is used and there is room.
    fn append(&self, len: usize, more: &[u8]) -> bool {
        if self.used.get() != len || self.capacity - len < more.len() {
            return false;
        }
        // SAFETY: there is room, and nobody reads beyond `used`; `more` may lie in the used part.
        unsafe { std::ptr::copy_nonoverlapping(more.as_ptr(), self.data.add(len), more.len()) };
        self.used.set(len + more.len());
        true
    }
}

impl Str {
    /// A string of the class that `shape` stands for. `bytes` must be WTF-8.
    pub fn new(heap: &mut Heap, shape: ShapeId, bytes: &[u8]) -> Ref<Str> {
        let chars = if bytes.is_ascii() {
            bytes.len()
        } else {
            walk::count(bytes)
        };
        Str::with(heap, shape, bytes.len(), chars, |text| text.copy_from_slice(bytes))
    }

    /// A string of `len` bytes and `chars` code points, which `fill` writes: all of them, in WTF-8.
    #[inline]
    pub fn with(heap: &mut Heap, shape: ShapeId, len: usize, chars: usize, fill: impl FnOnce(&mut [u8])) -> Ref<Str> {
        if len > INLINE_BYTES_MAX {
            if !pressure::has_room(len) {
                pressure::refuse();
                return Str::new(heap, shape, &[]);
            }
            let mut bytes = vec![0; len];
            fill(&mut bytes);
            return Str::own(heap, shape, bytes, chars);
        }
        let header = Header::new(Kind::Str, shape);
        if chars == len {
            header.set(ASCII);
        } else {
            header.set_extra((chars as u16) << CHARS_SHIFT);
        }
        let string = Str {
            header,
            hash: Cell::new(NO_HASH),
            len,
        };
        heap.alloc_tail(string, len, |tail| {
            // SAFETY: the tail has `len` bytes; cells are initialised memory.
            fill(unsafe { std::slice::from_raw_parts_mut(tail, len) });
        })
    }

    /// As `new`, of a buffer that becomes the string's own if it is long.
    pub fn from_vec(heap: &mut Heap, shape: ShapeId, bytes: Vec<u8>) -> Ref<Str> {
        if bytes.len() <= INLINE_BYTES_MAX {
            return Str::new(heap, shape, &bytes);
        }
        let chars = walk::count(&bytes);
        Str::own(heap, shape, bytes, chars)
    }

    /// As `from_vec`, of ASCII.
    pub fn from_ascii_vec(heap: &mut Heap, shape: ShapeId, bytes: Vec<u8>) -> Ref<Str> {
        let len = bytes.len();
        if len <= INLINE_BYTES_MAX {
            return Str::with(heap, shape, len, len, |text| text.copy_from_slice(&bytes));
        }
        Str::own(heap, shape, bytes, len)
    }

    fn own(heap: &mut Heap, shape: ShapeId, bytes: Vec<u8>, chars: usize) -> Ref<Str> {
        let len = bytes.len();
        pressure::add(len);
        let data = Box::leak(bytes.into_boxed_slice()).as_ptr();
        Str::outside(heap, shape, len, (data, chars), Slot::default())
    }

    /// A string whose text lies at `data`, in `growth` or in a buffer that becomes its own.
    fn outside(
        heap: &mut Heap,
        shape: ShapeId,
        len: usize,
        (data, chars): (*const u8, usize),
        growth: Slot,
    ) -> Ref<Str> {
        let header = Header::new(Kind::Str, shape);
        header.set(OUTER | if chars == len { ASCII } else { 0 });
        let string = Str {
            header,
            hash: Cell::new(NO_HASH),
            len,
        };
        let outer = Outer {
            data,
            chars,
            growth,
            index: OnceCell::new(),
        };
        let is_owner = outer.growth.get().is_unbound();
        let string = heap.alloc_tail(string, size_of::<Outer>(), |tail| {
            // SAFETY: the tail has room for an `Outer`, and is aligned to 16.
            unsafe { tail.cast::<Outer>().write(outer) }
        });
        if is_owner {
            string.adopt();
        }
        string
    }
    /// Tells the space that this string owns memory: its text, or its index alone.
    fn adopt(&self) {
        // SAFETY: strings lie in cells, however long their text.
        unsafe { Space::of(&self.header) }.adopt(&self.header);
    }

    /// `left + right`, both `str` of any class; the result is of the class of `shape`.
    pub fn concat(heap: &mut Heap, shape: ShapeId, left: Ref<Str>, right: Ref<Str>) -> Ref<Str> {
        let (len, chars) = (left.len + right.len, left.chars() + right.chars());
        if len > GROW_BYTES_MIN {
            return Str::grow(heap, shape, left, right, chars);
        }
        Str::with(heap, shape, len, chars, |text| {
            let rest = append(text, left.bytes());
            append(rest, right.bytes());
        })
    }

    /// A long sum: in the buffer of `left` if that goes on free behind it, or in a new one.
    #[inline(never)]
    fn grow(heap: &mut Heap, shape: ShapeId, left: Ref<Str>, right: Ref<Str>, chars: usize) -> Ref<Str> {
        let len = left.len + right.len;
        let old = left.outer().and_then(|outer| outer.growth.get().cast::<Growth>());
        if let Some(growth) = old
            && growth.append(left.len, right.bytes())
        {
            return Str::outside(heap, shape, len, (growth.data, chars), Slot::new(growth.value()));
        }
        // What was appended to before will be again.
        let room = if old.is_some() { len / 2 } else { len / 8 };
        let capacity = if pressure::has_room(len + room) {
            len + room
        } else {
            len
        };
        if !pressure::has_room(capacity) {
            pressure::refuse();
            return Str::new(heap, shape, &[]);
        }
        let growth = Growth::new(heap, capacity, left.bytes());
        growth.append(left.len, right.bytes());
        Str::outside(heap, shape, len, (growth.data, chars), Slot::new(growth.value()))
    }

    #[inline]
    fn outer(&self) -> Option<&Outer> {
        if !self.header.has(OUTER) {
            return None;
        }
        // SAFETY: the flag says that an `Outer` lies behind.
        Some(unsafe { &*std::ptr::from_ref(self).add(1).cast::<Outer>() })
    }

    /// The text in WTF-8.
    #[inline]
    pub fn bytes(&self) -> &[u8] {
        let data = match self.outer() {
            None => std::ptr::from_ref(self).wrapping_add(1).cast(),
            Some(outer) => outer.data,
        };
        // SAFETY: `data` has `len` bytes, behind this object or in a buffer, and they never change.
        unsafe { std::slice::from_raw_parts(data, self.len) }
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
        match std::str::from_utf8(self.bytes()) {
            Ok(text) => text.into(),
            Err(_) => String::from_utf8_lossy(self.bytes()),
        }
    }
    /// Length in code points.
    #[inline]
    pub fn chars(&self) -> usize {
        if self.is_ascii() {
            return self.len;
        }
        match self.outer() {
            None => (self.header.extra() >> CHARS_SHIFT) as usize,
            Some(outer) => outer.chars,
        }
    }
    /// Length in bytes.
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
    /// The hash if it was computed before; −1 otherwise.
    #[inline]
    pub fn known_hash(&self) -> i64 {
        self.hash.get()
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
    #[inline]
    pub fn hash(&self) -> i64 {
        if self.hash.get() == NO_HASH {
            self.hash.set(hash::of_text(self.bytes()));
        }
        self.hash.get()
    }
    /// Tells the hash of the text to a string that was made of hashed text.
    pub fn set_hash(&self, hash: i64) {
        debug_assert_eq!(hash, hash::of_text(self.bytes()));
        self.hash.set(hash);
    }
    /// The number of the special method of this name, if it is one: of interned strings only.
    pub fn special(&self) -> Option<usize> {
        let number = self.header.extra() >> SPECIAL_SHIFT;
        if self.is_ascii() {
            number.checked_sub(1).map(usize::from)
        } else {
            None
        }
    }
    /// To be called at boot.
    pub fn set_special(&self, number: usize) {
        debug_assert!(self.is_ascii());
        let mark = (number as u16 + 1) << SPECIAL_SHIFT;
        self.header.set_extra(self.header.extra() | mark);
    }
    /// Whether both are the same text.
    #[inline]
    pub fn same_text(&self, other: &Str) -> bool {
        match self.compare_quickly(other) {
            Some(same) => same,
            None => self.bytes() == other.bytes(),
        }
    }
    /// Whether both are the same text, if that can be told without a call: handlers make none.
    #[inline(always)] // PERF: perf/0003-texts.md
    pub fn compare_quickly(&self, other: &Str) -> Option<bool> {
        if std::ptr::eq(self, other) {
            return Some(true);
        }
        if self.len != other.len {
            return Some(false);
        }
        if self.len > 16 {
            let (a, b) = (self.hash.get(), other.hash.get());
            return (a != b && a != NO_HASH && b != NO_HASH).then_some(false);
        }
        // SAFETY: such short texts are in their cells. Cells are whole multiples of 16 bytes, so that the words below lie in
        // them where the text does.
        unsafe {
            let (a, b) = (self.words(), other.words());
            if self.len <= 8 {
                let beyond = 64 - 8 * self.len as u32;
                return Some(self.len == 0 || (*a ^ *b) << beyond == 0);
            }
            let beyond = 128 - 8 * self.len as u32;
            Some(*a == *b && (*a.add(1) ^ *b.add(1)) << beyond == 0)
        }
    }
    /// The order of two texts, if their first eight bytes tell: handlers call nothing. WTF-8 sorts as its code points do.
    #[inline(always)] // PERF: perf/0015-containers.md
    pub fn order_quickly(&self, other: &Str) -> Option<Ordering> {
        let (a, b) = (self.beginning(), other.beginning());
        if a != b {
            return Some(a.cmp(&b));
        }
        (self.len.max(other.len) <= 8).then(|| self.len.cmp(&other.len))
    }
    /// The first eight bytes, as a number of the same order; what is shorter counts as filled up with zeros.
    #[inline(always)] // PERF: perf/0015-containers.md
    pub fn beginning(&self) -> u64 {
        if self.len == 0 {
            return 0;
        }
        // SAFETY: a text in the cell lies in cells of whole multiples of 16 bytes; what lies elsewhere is longer than eight.
        let first = u64::from_be(unsafe { self.bytes().as_ptr().cast::<u64>().read_unaligned() });
        match self.len {
            1..8 => first & !(u64::MAX >> (8 * self.len)),
            _ => first,
        }
    }
    #[inline(always)] // PERF: perf/0003-texts.md
    fn words(&self) -> *const u64 {
        std::ptr::from_ref(self).wrapping_add(1).cast()
    }
    /// The byte at index `i`, which may count from the end, of an ASCII string.
    #[inline(always)] // PERF: perf/0003-texts.md
    pub fn ascii_at(&self, i: i64) -> Option<u8> {
        if !self.is_ascii() {
            return None;
        }
        let i = if i < 0 { i + self.len as i64 } else { i } as usize;
        self.bytes().get(i).copied()
    }

    /// The byte offset of code point `n`, which is at most `chars()`.
    #[inline]
    pub fn offset(&self, n: usize) -> usize {
        if self.is_ascii() || n == 0 {
            return n;
        }
        self.offset_slow(n)
    }
    #[inline(never)]
    fn offset_slow(&self, n: usize) -> usize {
        let (bytes, chars) = (self.bytes(), self.chars());
        if chars - n < STRIDE {
            let starts = (0..bytes.len()).rev().filter(|&i| bytes[i] & 0xC0 != 0x80);
            return match chars - n {
                0 => bytes.len(),
                back => starts.take(back).last().unwrap_or(0),
            };
        }
        match self.outer() {
            Some(outer) if n >= STRIDE => {
                let index = outer.index.get_or_init(|| {
                    if outer.growth.get().is_bound() {
                        self.adopt();
                    }
                    pressure::add(chars / STRIDE * 8);
                    let starts = (0..bytes.len()).filter(|&i| bytes[i] & 0xC0 != 0x80);
                    Box::new(starts.step_by(STRIDE).collect())
                });
                let start = index[n / STRIDE];
                start + walk::offset_of(&bytes[start..], n % STRIDE).unwrap_or(0)
            }
            _ => walk::offset_of(bytes, n).unwrap_or(bytes.len()),
        }
    }
}
