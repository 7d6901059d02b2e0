//! Keys of tables as far as they can be hashed and compared without Python: inline ints and exact strs.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::text::string::Str;
use crate::vm::known::ClassId;

/// Not to be told without Python, perhaps.
pub struct Unsure;

/// The hash of an inline int, or of an exact `str` that knows it.
#[inline(always)] // PERF: perf/0003-texts.md
pub fn quick_hash(key: Value) -> Option<i64> {
    if key.is_int() {
        return Some(of_int(key));
    }
    let hash = text_of(key)?.known_hash();
    (hash != -1).then_some(hash)
}

/// The hash of an inline int.
#[inline(always)] // PERF: perf/0003-texts.md
fn of_int(key: Value) -> i64 {
    let n = key.int_unchecked();
    if n == -1 { -2 } else { n }
}

/// The hash of an inline int or an exact `str`.
#[inline]
pub fn plain_hash(key: Value) -> Option<i64> {
    if key.is_int() {
        return Some(of_int(key));
    }
    Some(text_of(key)?.hash())
}

/// `value`, if it is exactly a `str`.
#[inline(always)] // PERF: perf/0003-texts.md
pub fn text_of(value: Value) -> Option<Ref<Str>> {
    let address = value.as_header()?;
    // SAFETY: an object value points at a live header, whose shape proves the layout.
    unsafe { (address.as_ref().shape() == ClassId::Str.shape()).then(|| Ref::from_raw(address.cast())) }
}

/// Whether the key of an entry, perhaps deleted, is `key`, which has the same hash.
#[inline(always)] // PERF: perf/0003-texts.md
pub fn same_plainly(other: Value, key: Value) -> Result<bool, Unsure> {
    if other == key {
        return Ok(true);
    }
    if other.is_unbound() || other.is_int() && key.is_int() {
        return Ok(false);
    }
    match (text_of(other), text_of(key)) {
        (Some(a), Some(b)) => Ok(a.same_text(&b)),
        (Some(_), None) if !key.is_object() => Ok(false),
        (None, Some(_)) if !other.is_object() => Ok(false),
        _ => Err(Unsure),
    }
}
