//! Any object as a number: `__index__` and `__float__`, and machine numbers of both.

use crate::base::big::Big;
use crate::heap::header::Kind;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::set::Set;
use crate::object::container::tuple::Tuple;
use crate::object::number::{BigInt, Wrapped};
use crate::object::text::string::Str;
use crate::ops::{call, class, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// The plain int (inline or `BigInt`) that an int, a bool or an instance of a subclass of int stands for.
#[inline]
pub fn int_value(value: Value) -> Option<Value> {
    if value.is_int() {
        return Some(value);
    }
    match value {
        Value::TRUE => Some(Value::small_int(1)),
        Value::FALSE => Some(Value::small_int(0)),
        _ => match value.kind()? {
            Kind::BigInt => Some(value),
            Kind::Wrapped => int_value(value.expect::<Wrapped>().number.get()),
            _ => None,
        },
    }
}

/// Whether `value` is an int, bools and subclasses included.
pub fn is_int(value: Value) -> bool {
    int_value(value).is_some()
}

/// The float in a float or an instance of a subclass of float.
#[inline]
pub fn float_value(value: Value) -> Option<f64> {
    match value.as_float() {
        Some(x) => Some(x),
        None => value.cast::<Wrapped>()?.number.get().as_float(),
    }
}

/// The int in an int of any class.
pub fn big(value: Value) -> Option<Big> {
    let value = int_value(value)?;
    match value.as_int() {
        Some(n) => Some(Big::from_i64(n)),
        None => Some(value.expect::<BigInt>().big()),
    }
}

/// A plain int as 64 bits, if it fits.
#[inline]
pub fn int_to_i64(int: Value) -> Option<i64> {
    match int.as_int() {
        Some(n) => Some(n),
        None => int.cast::<BigInt>()?.limbs().to_i64(),
    }
}

/// A plain int clamped to 64 bits.
pub fn int_clamped(int: Value) -> i64 {
    int_to_i64(int).unwrap_or_else(|| if int_is_negative(int) { i64::MIN } else { i64::MAX })
}

/// Whether a plain int is below zero.
pub fn int_is_negative(int: Value) -> bool {
    match int.as_int() {
        Some(n) => n < 0,
        None => int.cast::<BigInt>().is_some_and(|int| int.limbs().negative),
    }
}

/// `value.__index__()` if it has one.
pub fn try_index(vm: &mut Vm, value: Value) -> Run<Option<Value>> {
    if let Some(int) = int_value(value) {
        return Ok(Some(int));
    }
    let Some(result) = call::special(vm, value, Special::Index, &[]) else {
        return Ok(None);
    };
    let result = result?;
    match int_value(result) {
        Some(int) => Ok(Some(int)),
        None => {
            let name = class::name_of(vm, result);
            Err(raise::type_error(
                vm,
                format!("__index__ returned non-int (type {name})"),
            ))
        }
    }
}

/// `operator.index(value)` as a plain int.
/// # Errors
/// TypeError "'X' object cannot be interpreted as an integer".
#[inline]
pub fn index(vm: &mut Vm, value: Value) -> Run<Value> {
    if value.is_int() {
        return Ok(value);
    }
    match try_index(vm, value)? {
        Some(int) => Ok(int),
        None => {
            let name = class::name_of(vm, value);
            let text = format!("'{name}' object cannot be interpreted as an integer");
            Err(raise::type_error(vm, text))
        }
    }
}

/// Whether `value` is an int or has `__index__`.
pub fn has_index(vm: &Vm, value: Value) -> bool {
    is_int(value) || class::special(vm, value, Special::Index).is_some()
}

/// `value.__index__()`, clamped to 64 bits.
pub fn index_clamped(vm: &mut Vm, value: Value) -> Run<i64> {
    Ok(int_clamped(index(vm, value)?))
}

/// `value.__index__()` as a size.
/// # Errors
/// OverflowError "cannot fit 'X' into an index-sized integer".
#[inline]
pub fn size(vm: &mut Vm, value: Value) -> Run<i64> {
    sized(vm, value, ClassId::OverflowError)
}

/// An int as a number of items.
/// # Errors
/// OverflowError "Python int too large to convert to C ssize_t".
pub fn ssize(vm: &mut Vm, int: Value) -> Run<i64> {
    match int_to_i64(int) {
        Some(n) => Ok(n),
        None => Err(raise::overflow_error(
            vm,
            "Python int too large to convert to C ssize_t",
        )),
    }
}

/// `value.__index__()` as an argument that is a number of items.
/// # Errors
/// As `ssize`.
#[inline]
pub fn size_argument(vm: &mut Vm, value: Value) -> Run<i64> {
    if let Some(n) = value.as_int() {
        return Ok(n);
    }
    let int = index(vm, value)?;
    ssize(vm, int)
}

/// `value.__index__()` as an index of a sequence.
/// # Errors
/// IndexError "cannot fit 'X' into an index-sized integer".
#[inline]
pub fn index_size(vm: &mut Vm, value: Value) -> Run<i64> {
    sized(vm, value, ClassId::IndexError)
}

#[inline]
fn sized(vm: &mut Vm, value: Value, error: ClassId) -> Run<i64> {
    if let Some(n) = value.as_int() {
        return Ok(n);
    }
    let int = index(vm, value)?;
    match int_to_i64(int) {
        Some(n) => Ok(n),
        None => {
            let name = class::name_of(vm, value);
            let text = format!("cannot fit '{name}' into an index-sized integer");
            Err(raise::with_text(vm, error, &text))
        }
    }
}

/// An int argument of a native function that is a C int there.
/// # Errors
/// OverflowError "Python int too large to convert to C int".
pub fn c_int(vm: &mut Vm, value: Value) -> Run<i32> {
    let int = index(vm, value)?;
    let fits = int_to_i64(int).and_then(|n| i32::try_from(n).ok());
    fits.ok_or_else(|| raise::overflow_error(vm, "Python int too large to convert to C int"))
}

/// A plain int as the nearest float.
/// # Errors
/// OverflowError "int too large to convert to float".
#[inline]
pub fn int_to_f64(vm: &mut Vm, int: Value) -> Run<f64> {
    if let Some(n) = int.as_int() {
        return Ok(n as f64);
    }
    let big = int.expect::<BigInt>();
    big.big().to_f64().ok_or_else(|| too_large(vm))
}

#[cold]
#[inline(never)]
fn too_large(vm: &mut Vm) -> Raised {
    raise::overflow_error(vm, "int too large to convert to float")
}

/// `float(value)` for any number, strings excluded; `None` if it is none.
pub fn try_f64(vm: &mut Vm, value: Value) -> Run<Option<f64>> {
    if let Some(x) = float_value(value) {
        return Ok(Some(x));
    }
    if let Some(n) = value.as_int_or_bool() {
        return Ok(Some(n as f64));
    }
    if let Some(result) = call::special(vm, value, Special::Float, &[]) {
        let result = result?;
        if let Some(x) = float_value(result) {
            return Ok(Some(x));
        }
        let (name, got) = (class::name_of(vm, value), class::name_of(vm, result));
        let text = format!("{name}.__float__ returned non-float (type {got})");
        return Err(raise::type_error(vm, text));
    }
    match try_index(vm, value)? {
        Some(int) => Ok(Some(int_to_f64(vm, int)?)),
        None => Ok(None),
    }
}

/// `value` as a float, for an argument that must be a number.
/// # Errors
/// TypeError "must be real number, not X".
#[inline]
pub fn to_f64(vm: &mut Vm, value: Value) -> Run<f64> {
    if let Some(x) = value.as_float() {
        return Ok(x);
    }
    match try_f64(vm, value)? {
        Some(x) => Ok(x),
        None => {
            let name = class::name_of(vm, value);
            Err(raise::type_error(vm, format!("must be real number, not {name}")))
        }
    }
}

/// What `__len__` answered, as a length.
/// # Errors
/// TypeError if it is no int, ValueError below zero, OverflowError beyond 64 bits.
pub fn length(vm: &mut Vm, result: Value) -> Run<usize> {
    let int = index(vm, result)?;
    if int_is_negative(int) {
        return Err(raise::value_error(vm, "__len__() should return >= 0"));
    }
    Ok(size(vm, int)? as usize)
}

/// `len(container)`
pub fn len(vm: &mut Vm, container: Value) -> Run<usize> {
    if let Some(len) = plain_len(container) {
        return Ok(len);
    }
    match call::special(vm, container, Special::Len, &[]) {
        Some(result) => {
            let result = result?;
            length(vm, result)
        }
        None => {
            let name = class::name_of(vm, container);
            Err(raise::type_error(vm, format!("object of type '{name}' has no len()")))
        }
    }
}

/// Length of an exact str, list, tuple, dict, set or frozenset.
#[inline]
pub fn plain_len(container: Value) -> Option<usize> {
    let shape = container.header()?.shape();
    if shape == ClassId::List.shape() {
        return Some(container.expect::<List>().len());
    }
    if shape == ClassId::Str.shape() {
        return Some(container.expect::<Str>().chars());
    }
    if shape == ClassId::Tuple.shape() {
        return Some(container.expect::<Tuple>().len());
    }
    if shape == ClassId::Dict.shape() {
        return Some(container.expect::<Dict>().len());
    }
    let is_set = shape == ClassId::Set.shape() || shape == ClassId::FrozenSet.shape();
    is_set.then(|| container.expect::<Set>().len())
}
