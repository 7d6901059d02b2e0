//! Keys of tables as far as they can be hashed and compared without Python: inline ints, floats, exact strs and bytes, classes,
//! and exact tuples of such.

use crate::base::hash::{self, TupleHash};
use crate::heap::header::Kind;
use crate::heap::mark::weak::WeakRef;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::tuple::Tuple;
use crate::object::text::bytes::Bytes;
use crate::object::text::string::Str;
use crate::vm::known::ClassId;

/// Not to be told without Python, perhaps.
pub struct Unsure;

/// The hash of an inline int, or of an exact `str` or `tuple` that knows it.
#[inline(always)] // PERF: perf/0003-texts.md
pub fn quick_hash(key: Value) -> Option<i64> {
    if key.is_int() {
        return Some(of_int(key));
    }
    let hash = match text_of(key) {
        Some(text) => text.known_hash(),
        None => tuple_of(key)?.hash.get(),
    };
    (hash != -1).then_some(hash)
}

/// The hash of an object that is equal to nothing but itself.
pub fn hash_by_identity(object: Value) -> i64 {
    (object.bits() >> 4) as i64 & ((1 << 49) - 1)
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
    if let Some(text) = text_of(key) {
        return Some(text.hash());
    }
    match tuple_of(key) {
        Some(tuple) => flat_hash(&tuple).or_else(|| composite_hash(key, NESTED_MAX)),
        // Only its class tells.
        None if key.kind() == Some(Kind::Instance) => None,
        None => composite_hash(key, NESTED_MAX),
    }
}

/// The hash of a tuple that knows it, or whose items are inline ints and exact strs that know theirs; the tuple knows it then.
#[inline]
fn flat_hash(tuple: &Tuple) -> Option<i64> {
    if tuple.hash.get() != -1 {
        return Some(tuple.hash.get());
    }
    let mut sum = TupleHash::new();
    for &item in tuple.items() {
        let hash = match item.is_int() {
            true => of_int(item),
            false => text_of(item)?.known_hash(),
        };
        if hash == -1 {
            return None;
        }
        sum.push(hash);
    }
    tuple.hash.set(sum.finish());
    Some(tuple.hash.get())
}

/// Whether these are exact tuples of the same items.
#[inline(always)] // PERF: perf/0031-attributes-and-items.md
pub fn same_items(a: Value, b: Value) -> bool {
    let (Some(a), Some(b)) = (tuple_of(a), tuple_of(b)) else {
        return false;
    };
    let (a, b) = (a.items(), b.items());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len()
}

/// Tuples inside tuples that are looked into here.
const NESTED_MAX: u32 = 2;

/// The hash of None, a float, bytes, a class without a metaclass, a weak reference that knows it, and of a tuple of such plain keys.
#[inline(never)]
fn composite_hash(key: Value, nested: u32) -> Option<i64> {
    if let Some(x) = key.as_float() {
        return hash::of_f64(x);
    }
    if key.is_none() {
        return Some(hash::OF_NONE);
    }
    let shape = key.header()?.shape();
    if shape == ClassId::Type.shape() || shape == ClassId::Function.shape() {
        return Some(hash_by_identity(key));
    }
    if shape == ClassId::WeakReference.shape() {
        return key.expect::<WeakRef>().hash.get().as_int();
    }
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
    if let (Some(a), Some(b)) = (tuple_of(a), tuple_of(b)) {
        return same_tuples(a, b, nested);
    }
    if let (Some(x), Some(y)) = (number_of(a), number_of(b)) {
        return Ok(x == y);
    }
    match (a.header(), b.header()) {
        (Some(of_a), Some(of_b)) if of_a.shape() == of_b.shape() && of_a.shape() == ClassId::Bytes.shape() => {
            Ok(a.expect::<Bytes>().data() == b.expect::<Bytes>().data())
        }
        _ => Err(Unsure),
    }
}

fn same_tuples(a: Ref<Tuple>, b: Ref<Tuple>, nested: u32) -> Result<bool, Unsure> {
    let (a, b) = (a.items(), b.items());
    if a.len() != b.len() {
        return Ok(false);
    }
    let nested = nested.checked_sub(1).ok_or(Unsure)?;
    for (&x, &y) in a.iter().zip(b) {
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

/// `value`, if it is exactly a `tuple`.
#[inline(always)] // PERF: perf/0015-containers.md
pub fn tuple_of(value: Value) -> Option<Ref<Tuple>> {
    let address = value.as_header()?;
    // SAFETY: an object value points at a live header, whose shape proves the layout.
    unsafe { (address.as_ref().shape() == ClassId::Tuple.shape()).then(|| Ref::from_raw(address.cast())) }
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
        (None, None) if same_items(other, key) => Ok(true),
        _ => same_composite(other, key, NESTED_MAX),
    }
}
