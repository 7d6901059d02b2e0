//! `hash(v)` for any object.
//!
//! Equal numbers have equal hashes: 1, 1.0, True and 1+0j. A NaN hashes by its identity; all NaNs are one value here, hence one
//! hash.

use crate::base::hash as numeric;
use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::key;
use crate::object::container::set::Set;
use crate::object::container::tuple::{self, Tuple};
use crate::object::number::{BigInt, Complex};
use crate::object::text::bytes::Bytes;
use crate::object::text::string::Str;
use crate::ops::relation::depth;
use crate::ops::{call, class, convert, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Hash of every NaN.
const OF_NAN: i64 = 0x7FF8_0000;

/// `hash(value)`, never −1.
/// # Errors
/// TypeError "unhashable type: 'list'", and what `__hash__` raises.
#[inline]
pub fn hash(vm: &mut Vm, value: Value) -> Run<i64> {
    if let Some(n) = value.as_int() {
        // −2^50 ≤ n < 2^50 is its own hash, but for −1.
        return Ok(if n == -1 { -2 } else { n });
    }
    if class::is_exact(value, ClassId::Str) {
        return Ok(value.expect::<Str>().hash());
    }
    hash_slow(vm, value)
}

#[inline(never)]
fn hash_slow(vm: &mut Vm, value: Value) -> Run<i64> {
    if let Some(tuple) = key::tuple_of(value) {
        return match key::plain_hash(value) {
            Some(hash) => Ok(hash),
            None => of_tuple(vm, tuple),
        };
    }
    match value {
        Value::NONE => return Ok(numeric::OF_NONE),
        Value::TRUE => return Ok(1),
        Value::FALSE => return Ok(0),
        v if v.is_float() => return Ok(of_float(v.float_unchecked())),
        _ => {}
    }
    match value.kind() {
        Some(Kind::BigInt) => return Ok(value.expect::<BigInt>().limbs().hash_value()),
        Some(Kind::Set) if class::is_exact(value, ClassId::FrozenSet) => {
            let known = value.expect::<Set>().hash.get();
            if known != -1 {
                return Ok(known);
            }
        }
        Some(Kind::Bytes) if class::is_exact(value, ClassId::Bytes) => return Ok(value.expect::<Bytes>().hash()),
        _ => {}
    }
    let method = class::special(vm, value, Special::Hash).unwrap_or(Value::NONE);
    if method.is_none() {
        let name = class::name_of(vm, value);
        return Err(raise::type_error(vm, format!("unhashable type: '{name}'")));
    }
    if method == class::known(vm, ClassId::Object).specials[Special::Hash as usize].get() {
        return Ok(key::hash_by_identity(value));
    }
    if let Some(tuple) = value.cast::<Tuple>()
        && method == class::known(vm, ClassId::Tuple).specials[Special::Hash as usize].get()
    {
        return of_tuple(vm, tuple);
    }
    let result = call::call_unbound(vm, method, value, &[], &[])?;
    match convert::int_value(result) {
        Some(int) => Ok(of_result(int)),
        None => Err(raise::type_error(vm, "__hash__ method should return an integer")),
    }
}

/// The hash that a plain int from `__hash__` means.
fn of_result(int: Value) -> i64 {
    match convert::int_to_i64(int) {
        Some(-1) => -2,
        Some(n) => n,
        None => int.expect::<BigInt>().limbs().hash_value(),
    }
}

/// Hash of a float.
pub fn of_float(x: f64) -> i64 {
    numeric::of_f64(x).unwrap_or(OF_NAN)
}

/// Hash of a complex number.
pub fn of_complex(number: Ref<Complex>) -> i64 {
    numeric::of_complex(of_float(number.re), of_float(number.im))
}

/// Hash of a plain int.
pub fn of_int(int: Value) -> i64 {
    match int.as_int() {
        Some(n) => numeric::of_i64(n),
        None => int.expect::<BigInt>().limbs().hash_value(),
    }
}

/// Hash of a tuple of any class, kept once computed.
pub fn of_tuple(vm: &mut Vm, tuple: Ref<Tuple>) -> Run<i64> {
    if tuple.hash.get() != -1 {
        return Ok(tuple.hash.get());
    }
    depth::enter(vm)?;
    let mut sum = numeric::TupleHash::new();
    for &item in tuple::items(tuple) {
        sum.push(hash(vm, item)?);
    }
    tuple.hash.set(sum.finish());
    Ok(tuple.hash.get())
}
