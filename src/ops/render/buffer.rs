//! Bytes-like objects: bytes, bytearray, memoryview, arrays of the module `array`.

use std::ops::Range;

use crate::heap::mark::Tracer;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::{Opaque, Payload, Record};
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::ops::render::codec;
use crate::ops::{class, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The state of a `memoryview`: a window of one dimension on the bytes of another object.
///
/// INVARIANT: `base` is a bytes, a bytearray or an array. The latter may shrink below the window meanwhile; whoever reads it clips.
#[derive(Clone, Copy)]
pub struct View {
    pub base: Value,
    /// Offset of item 0 in bytes.
    pub start: usize,
    /// Number of items.
    pub count: usize,
    /// Bytes from one item to the next; may be negative.
    pub step: isize,
    /// A format character of `struct`, in native order.
    pub format: u8,
    pub item_size: usize,
    pub readonly: bool,
    pub released: bool,
    /// Counted in the exports of the base: inside a `with`.
    pub counted: bool,
}

impl Payload for View {
    fn trace(&self, tracer: &mut Tracer) {
        tracer.visit(self.base);
    }
}

/// The state of an array of the module `array`: items of one kind, as bytes.
pub struct Items {
    /// A format character of `struct`, or `u` or `w` for characters.
    pub code: u8,
    /// Bytes of an item.
    pub size: usize,
    pub data: Vec<u8>,
}

impl Payload for Items {
    fn trace(&self, _: &mut Tracer) {}
}

impl Items {
    /// Item `i`, if it is a number that its box holds; `None` for others, and beyond the end.
    #[inline(always)] // PERF: perf/0011-fused-numbers.md
    pub fn number(&self, i: usize) -> Option<Value> {
        let rest = self.data.get(i.checked_mul(self.size)?..)?;
        macro_rules! int {
            ($type:ty) => {
                Value::small_int(<$type>::from_ne_bytes(*rest.first_chunk()?).into())
            };
        }
        Some(match self.code {
            b'd' => Value::float(f64::from_ne_bytes(*rest.first_chunk()?)),
            b'f' => Value::float(f32::from_ne_bytes(*rest.first_chunk()?).into()),
            b'b' => int!(i8),
            b'B' => int!(u8),
            b'h' => int!(i16),
            b'H' => int!(u16),
            b'i' => int!(i32),
            b'I' => int!(u32),
            b'l' | b'q' => return Value::try_int(i64::from_ne_bytes(*rest.first_chunk()?)),
            b'L' | b'Q' => return Value::try_int(u64::from_ne_bytes(*rest.first_chunk()?).try_into().ok()?),
            _ => return None,
        })
    }
    /// Makes an inline number item `i`; `None` if it is no number of the kind, or there is no such item.
    #[inline(always)] // PERF: perf/0011-fused-numbers.md
    pub fn set_number(&mut self, i: usize, value: Value) -> Option<()> {
        let rest = self.data.get_mut(i.checked_mul(self.size)?..)?;
        macro_rules! int {
            ($type:ty) => {
                *rest.first_chunk_mut()? = <$type>::try_from(value.as_int()?).ok()?.to_ne_bytes()
            };
        }
        let float = || value.as_float().or(value.as_int().map(|n| n as f64));
        match self.code {
            b'd' => *rest.first_chunk_mut()? = float()?.to_ne_bytes(),
            b'f' => *rest.first_chunk_mut()? = (float()? as f32).to_ne_bytes(),
            b'b' => int!(i8),
            b'B' => int!(u8),
            b'h' => int!(i16),
            b'H' => int!(u16),
            b'i' => int!(i32),
            b'I' => int!(u32),
            b'l' | b'q' => int!(i64),
            b'L' | b'Q' => int!(u64),
            _ => return None,
        }
        Some(())
    }
}

impl View {
    /// The view of all that a bytes-like object holds; `None` for other objects. That of a view may be released.
    pub fn of(value: Value) -> Option<View> {
        if let Some(view) = view(value) {
            return Some(View { counted: false, ..view });
        }
        let kind = |items: &Items| (items.code, items.size);
        let (format, item_size) = value
            .cast::<Opaque>()
            .and_then(|opaque| opaque.read(kind))
            .unwrap_or((b'B', 1));
        let length = with_owner(value, <[u8]>::len)?;
        Some(View {
            base: value,
            start: 0,
            count: length / item_size,
            step: item_size as isize,
            format,
            item_size,
            readonly: value.is::<Bytes>(),
            released: false,
            counted: false,
        })
    }
    /// Overwrites the bytes of item `i`, where the base has not shrunk; `data` has the size of an item.
    pub fn write(&self, i: usize, data: &[u8]) {
        self.put(self.place(i).start, data);
    }
    /// Overwrites the first bytes of a view whose items lie one behind the other.
    pub fn fill(&self, data: &[u8]) {
        self.put(self.start, data);
    }
    /// As `fill`, from byte `at` of the view on.
    pub fn fill_at(&self, at: usize, data: &[u8]) {
        self.put(self.start + at, data);
    }
    fn put(&self, start: usize, data: &[u8]) {
        let place = start..start + data.len();
        let copy = |target: Option<&mut [u8]>| {
            if let Some(target) = target {
                target.copy_from_slice(data);
            }
        };
        if let Some(array) = self.base.cast::<ByteArray>() {
            copy(array.data().borrow_mut().get_mut(place));
        } else if let Some(opaque) = self.base.cast::<Opaque>() {
            opaque.with(|items: &mut Items| copy(items.data.get_mut(place)));
        }
    }
    /// Whether the items lie one behind the other.
    pub fn is_contiguous(&self) -> bool {
        self.step == self.item_size as isize || self.count <= 1
    }
    /// Where the bytes of item `i` lie in the base, which may have shrunk.
    pub fn place(&self, i: usize) -> Range<usize> {
        let start = (self.start as isize + i as isize * self.step) as usize;
        start..start + self.item_size
    }
    /// Length in bytes.
    pub fn length(&self) -> usize {
        self.count * self.item_size
    }
}

/// Works on the bytes of a bytes-like object; `None` for other objects and for released views. `work` must not run Python.
pub fn with<R>(value: Value, work: impl FnOnce(&[u8]) -> R) -> Option<R> {
    let Some(view) = view(value) else {
        return with_owner(value, work);
    };
    if view.released {
        return None;
    }
    if view.is_contiguous() {
        return with_owner(view.base, |data| {
            let start = view.start.min(data.len());
            work(&data[start..(start + view.length()).min(data.len())])
        });
    }
    let items = with_owner(view.base, |data| {
        let mut items = Vec::with_capacity(view.length());
        (0..view.count).for_each(|i| items.extend_from_slice(data.get(view.place(i)).unwrap_or(&[])));
        items
    })?;
    Some(work(&items))
}

/// Works on the bytes of an object that has them itself: not a view, which would make the closures nest without end.
fn with_owner<R>(value: Value, work: impl FnOnce(&[u8]) -> R) -> Option<R> {
    if let Some(bytes) = value.cast::<Bytes>() {
        return Some(work(bytes.data()));
    }
    if let Some(array) = value.cast::<ByteArray>() {
        return Some(work(&array.data().borrow()));
    }
    value.cast::<Opaque>()?.read(|items: &Items| work(&items.data))
}

/// The state of a memoryview.
pub fn view(value: Value) -> Option<View> {
    value.cast::<Opaque>()?.read(|view: &View| *view)
}

/// Whether `value` is bytes-like.
pub fn is_buffer(value: Value) -> bool {
    value.is::<Bytes>()
        || value.is::<ByteArray>()
        || value.cast::<Opaque>().is_some_and(|opaque| {
            opaque
                .read(|_: &View| ())
                .or_else(|| opaque.read(|_: &Items| ()))
                .is_some()
        })
}

/// A copy of the bytes of a bytes-like object.
pub fn copy(value: Value) -> Option<Vec<u8>> {
    with(value, <[u8]>::to_vec)
}

/// Works on the bytes of an argument that must be bytes-like.
/// # Errors
/// TypeError "a bytes-like object is required, not 'str'".
pub fn require<R>(vm: &mut Vm, value: Value, work: impl FnOnce(&[u8]) -> R) -> Run<R> {
    if let Some(result) = with(value, work) {
        return Ok(result);
    }
    if view(value).is_some() {
        return Err(raise::value_error(
            vm,
            "operation forbidden on released memoryview object",
        ));
    }
    let got = class::name_of(vm, value);
    Err(raise::type_error(
        vm,
        format!("a bytes-like object is required, not '{got}'"),
    ))
}

/// The view of what can be written to, item behind item.
pub fn writable_view(value: Value) -> Option<View> {
    View::of(value).filter(|view| !view.readonly && !view.released && view.is_contiguous())
}

/// The view of an argument that is to be written to, item behind item. `function`, if any, is what messages begin with.
/// # Errors
/// TypeError "readinto() argument must be read-write bytes-like object, not bytes".
pub fn writable(vm: &mut Vm, value: Value, function: &str) -> Run<View> {
    if let Some(view) = writable_view(value) {
        return Ok(view);
    }
    let got = class::name_of_argument(vm, value);
    let message = format!("{function}argument must be read-write bytes-like object, not {got}");
    Err(raise::type_error(vm, message))
}

/// Decodes a bytes-like object; `None` for others.
pub fn decode(vm: &mut Vm, value: Value, encoding: &str, errors: &str) -> Option<Run<Value>> {
    if let Some(bytes) = value.cast::<Bytes>() {
        let object = if class::is_exact(value, ClassId::Bytes) {
            value
        } else {
            Value::UNBOUND
        };
        return Some(codec::decode(vm, bytes.data(), object, encoding, errors));
    }
    let data = copy(value)?;
    Some(codec::decode(vm, &data, Value::UNBOUND, encoding, errors))
}

/// Fields of an iterator over bytes: the object (None at the end), the index of the next byte.
pub const SEQUENCE: usize = 0;
pub const INDEX: usize = 1;

/// The next byte of an iterator over bytes or a bytearray.
pub fn step(iterator: Ref<Record>) -> Option<Value> {
    let (sequence, at) = (iterator.get(SEQUENCE), iterator.get(INDEX).int_unchecked());
    if let Some(bytes) = sequence.cast::<Bytes>()
        && let Some(&byte) = bytes.data().get(at as usize)
    {
        iterator.set(INDEX, Value::small_int(at + 1));
        return Some(Value::small_int(i64::from(byte)));
    }
    match with(sequence, |data| data.get(at as usize).copied()).flatten() {
        Some(byte) => {
            iterator.set(INDEX, Value::small_int(at + 1));
            Some(Value::small_int(i64::from(byte)))
        }
        None => {
            iterator.set(SEQUENCE, Value::NONE);
            None
        }
    }
}
