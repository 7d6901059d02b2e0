//! Keys of tables as far as they can be hashed and compared without Python: inline ints, floats, exact strs and bytes, and
//! exact tuples of such.

use crate::base::hash::{self, TupleHash};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::tuple::Tuple;
use crate::object::text::bytes::Bytes;
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

/// The hash of an inline int, an exact `str`, or what is made of such.
#[inline]
pub fn plain_hash(key: Value) -> Option<i64> {
    if key.is_int() {
        return Some(of_int(key));
    }
    match text_of(key) {
        Some(text) => Some(text.hash()),
        None => composite_hash(key, NESTED_MAX),
    }
}

/// Tuples inside tuples that are looked into here.
const NESTED_MAX: u32 = 2;

/// The hash of a float, of bytes, and of a tuple of such plain keys.
#[inline(never)]
fn composite_hash(key: Value, nested: u32) -> Option<i64> {
    if let Some(x) = key.as_float() {
        return hash::of_f64(x);
    }
    let shape = key.header()?.shape();
    if shape == ClassId::Bytes.shape() {
        return Some(key.expect::<Bytes>().hash());
    }
    if shape != ClassId::Tuple.shape() {
        return None;
    }
    let tuple = key.expect::<Tuple>();
    if tuple.hash.get() != -1 {
        return Some(tuple.hash.get());
    }
    let nested = nested.checked_sub(1)?;
    let mut sum = TupleHash::new();
    for &item in tuple.items() {
        let known = if item.is_int() { Some(of_int(item)) } else { None };
        let known = known.or_else(|| text_of(item).map(|text| text.hash()));
        sum.push(known.or_else(|| composite_hash(item, nested))?);
    }
    tuple.hash.set(sum.finish());
    Some(tuple.hash.get())
}

/// Whether two keys of the kinds of `composite_hash` are equal.
#[inline(never)]
fn same_composite(a: Value, b: Value, nested: u32) -> Result<bool, Unsure> {
    if !a.is_object()
        && !b.is_object()
        && let (Some(x), Some(y)) = (number_of(a), number_of(b))
    {
        return Ok(x == y);
    }
    let (Some(of_a), Some(of_b)) = (a.header(), b.header()) else {
        return Err(Unsure);
    };
    if of_a.shape() != of_b.shape() {
        return Err(Unsure);
    }
    if of_a.shape() == ClassId::Bytes.shape() {
        return Ok(a.expect::<Bytes>().data() == b.expect::<Bytes>().data());
    }
    if of_a.shape() != ClassId::Tuple.shape() {
        return Err(Unsure);
    }
    let (a, b) = (a.expect::<Tuple>(), b.expect::<Tuple>());
    if a.len() != b.len() {
        return Ok(false);
    }
    let nested = nested.checked_sub(1).ok_or(Unsure)?;
    for (&x, &y) in a.items().iter().zip(b.items()) {
        if x == y {
            continue;
        }
        let same = match (text_of(x), text_of(y)) {
            _ if x.is_int() && y.is_int() => false,
            (Some(x), Some(y)) => x.same_text(&y),
            _ => same_composite(x, y, nested)?,
        };
        if !same {
            return Ok(false);
        }
    }
    Ok(true)
}

/// An inline int or a float, exactly.
fn number_of(value: Value) -> Option<f64> {
    match value.as_int() {
        Some(n) => Some(n as f64),
        None => value.as_float(),
    }
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
        _ => same_composite(other, key, NESTED_MAX),
    }
}
