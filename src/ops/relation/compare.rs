//! Comparison of any objects.
//!
//! What `is` means for numbers that live in the box and not on the heap: two inline ints, or two floats, are the same object
//! exactly if their bits are equal. So `0.0 is not -0.0`, every NaN is the same NaN, `1 is not 1.0`, and an int beyond the inline
//! range is itself only.

use std::cmp::Ordering;

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::key::text_of;
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::number::Complex;
use crate::object::text::bytes::Bytes;
use crate::object::text::string::Str;
use crate::ops::number::integer;
use crate::ops::relation::{depth, truth};
use crate::ops::{call, class, convert, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `a is b`
#[inline]
pub fn same(a: Value, b: Value) -> bool {
    a == b
}

/// `a is b or a == b`, as containers compare their items.
#[inline]
pub fn equal(vm: &mut Vm, a: Value, b: Value) -> Run<bool> {
    if a == b {
        return Ok(true);
    }
    equal_slow(vm, a, b)
}

fn equal_slow(vm: &mut Vm, a: Value, b: Value) -> Run<bool> {
    let are_tuples = a.kind() == Some(Kind::Tuple) && b.kind() == Some(Kind::Tuple);
    if !are_tuples && let Some(result) = plain(Special::Eq, a, b) {
        return Ok(result);
    }
    if are_tuples && let (Some(a), Some(b)) = (tuple_by_items(vm, a), tuple_by_items(vm, b)) {
        return equal_tuples(vm, a, b);
    }
    let result = rich_slow(vm, Special::Eq, a, b)?;
    truth::truth(vm, result)
}

/// A tuple, of whatever class, that is equal to those with equal items.
fn tuple_by_items(vm: &Vm, value: Value) -> Option<Ref<Tuple>> {
    let tuple = value.cast::<Tuple>()?;
    let of_tuples = || class::known(vm, ClassId::Tuple).special(Special::Eq);
    (class::is_exact(value, ClassId::Tuple) || class::special(vm, value, Special::Eq) == of_tuples()).then_some(tuple)
}

/// As `tuple.__eq__`.
fn equal_tuples(vm: &mut Vm, a: Ref<Tuple>, b: Ref<Tuple>) -> Run<bool> {
    depth::enter(vm)?;
    if a.len() != b.len() {
        return Ok(false);
    }
    for (&x, &y) in tuple::items(a).iter().zip(tuple::items(b)) {
        if !equal(vm, x, y)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `a < b` as a bool.
#[inline]
pub fn less(vm: &mut Vm, a: Value, b: Value) -> Run<bool> {
    if let Some(result) = plain(Special::Lt, a, b) {
        return Ok(result);
    }
    let result = rich_slow(vm, Special::Lt, a, b)?;
    truth::truth(vm, result)
}

/// `a op b` for `Lt, Le, Eq, Ne, Gt, Ge`: whatever the special methods answer.
#[inline]
pub fn rich(vm: &mut Vm, operator: Special, a: Value, b: Value) -> Run<Value> {
    if let Some(result) = of_instance(vm, operator, a, b) {
        return Ok(Value::bool(result));
    }
    match plain(operator, a, b) {
        Some(result) => Ok(Value::bool(result)),
        None => rich_slow(vm, operator, a, b),
    }
}

/// As `rich`, for a condition.
#[inline]
pub fn test(vm: &mut Vm, operator: Special, a: Value, b: Value) -> Run<bool> {
    if let Some(result) = of_instance(vm, operator, a, b) {
        return Ok(result);
    }
    if let Some(result) = plain(operator, a, b) {
        return Ok(result);
    }
    let result = rich_slow(vm, operator, a, b)?;
    truth::truth(vm, result)
}

/// Whether an instance or a class equals None or another object, if the classes of both leave that to identity; `None` for anything else.
#[inline]
fn of_instance(vm: &Vm, operator: Special, a: Value, b: Value) -> Option<bool> {
    let is_instance = |value: Value| matches!(value.kind(), Some(Kind::Instance | Kind::Class));
    let concerns_one = is_instance(a) || a.is_none() && is_instance(b);
    if !concerns_one || !(b.is_object() || b.is_none()) {
        return None;
    }
    let is_left_alone = |value: Value| value.is_none() || by_identity(vm, operator, class::of(vm, value));
    (is_left_alone(a) && is_left_alone(b)).then_some((a == b) == (operator == Special::Eq))
}

/// What an order means for a comparison; `None` is "unordered", as NaN is.
pub fn holds(operator: Special, order: Option<Ordering>) -> bool {
    match operator {
        Special::Lt => order == Some(Ordering::Less),
        Special::Le => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        Special::Eq => order == Some(Ordering::Equal),
        Special::Ne => order != Some(Ordering::Equal),
        Special::Gt => order == Some(Ordering::Greater),
        Special::Ge => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        _ => unreachable!("{operator:?} is no comparison"),
    }
}

/// Compares exact ints, bools, floats, strs and bytes; `None` for anything else.
#[inline]
fn plain(operator: Special, a: Value, b: Value) -> Option<bool> {
    if let (Some(x), Some(y)) = (a.as_int(), b.as_int()) {
        return Some(holds(operator, Some(x.cmp(&y))));
    }
    if let (Some(x), Some(y)) = (a.as_float(), b.as_float()) {
        return Some(holds(operator, x.partial_cmp(&y)));
    }
    if matches!(a.kind(), Some(Kind::Instance | Kind::Class)) {
        return None;
    }
    if matches!(operator, Special::Eq | Special::Ne) && differ_in_kind(a, b) {
        return Some(operator == Special::Ne);
    }
    if class::is_exact(a, ClassId::Str) && class::is_exact(b, ClassId::Str) {
        let (a, b) = (a.expect::<Str>(), b.expect::<Str>());
        return Some(match operator {
            Special::Eq => a.same_text(&b),
            Special::Ne => !a.same_text(&b),
            _ => holds(operator, Some(order_texts(a, b))),
        });
    }
    if class::is_exact(a, ClassId::Bytes) && class::is_exact(b, ClassId::Bytes) {
        let (a, b) = (a.expect::<Bytes>(), b.expect::<Bytes>());
        return Some(match operator {
            Special::Eq => a.data() == b.data(),
            Special::Ne => a.data() != b.data(),
            _ => holds(operator, Some(a.data().cmp(b.data()))),
        });
    }
    if is_plain_number(a) && is_plain_number(b) {
        return Some(holds(operator, order_numbers(a, b)?));
    }
    match class::is_exact(a, ClassId::List) {
        true => plain_lists(operator, a, b, NESTED_MAX),
        false => plain_tuples(operator, a, b, NESTED_MAX),
    }
}

/// Whether one is None or an exact str, and the other a number or the other of these.
fn differ_in_kind(a: Value, b: Value) -> bool {
    let is_text = |value| class::is_exact(value, ClassId::Str);
    let is_simple = |value: Value| value.is_int() || value.is_float() || value.is_bool();
    match (a.is_none(), b.is_none()) {
        (true, true) => false,
        (true, false) => is_simple(b) || is_text(b),
        (false, true) => is_simple(a) || is_text(a),
        (false, false) => is_text(a) && is_simple(b) || is_simple(a) && is_text(b),
    }
}

/// Tuples and lists inside others that are compared here.
const NESTED_MAX: u32 = 2;

/// Compares exact tuples as far as their items need no Python; `None` for anything else.
#[inline(never)]
fn plain_tuples(operator: Special, a: Value, b: Value, nested: u32) -> Option<bool> {
    if !class::is_exact(a, ClassId::Tuple) || !class::is_exact(b, ClassId::Tuple) {
        return None;
    }
    plain_sequences(operator, tuple::items(a.expect()), tuple::items(b.expect()), nested)
}

/// As `plain_tuples`, of lists.
fn plain_lists(operator: Special, a: Value, b: Value, nested: u32) -> Option<bool> {
    if !class::is_exact(b, ClassId::List) {
        return None;
    }
    let (a, b) = (a.expect::<List>(), b.expect::<List>());
    a.with_items(|a| b.with_items(|b| plain_sequences(operator, a, b, nested)))
}

/// As `plain_tuples`, of the items.
fn plain_sequences(operator: Special, a: &[Value], b: &[Value], nested: u32) -> Option<bool> {
    let nested = nested.checked_sub(1)?;
    if a.len() != b.len() && matches!(operator, Special::Eq | Special::Ne) {
        return Some(operator == Special::Ne);
    }
    for (&x, &y) in a.iter().zip(b) {
        if x == y {
            continue;
        }
        if let (Some(x), Some(y)) = (x.as_int(), y.as_int()) {
            return Some(holds(operator, Some(x.cmp(&y))));
        }
        if let (Some(x), Some(y)) = (x.as_float(), y.as_float()) {
            if x == y {
                continue;
            }
            return Some(holds(operator, x.partial_cmp(&y)));
        }
        if let (Some(x), Some(y)) = (text_of(x), text_of(y)) {
            match order_texts(x, y) {
                Ordering::Equal => continue,
                order => return Some(holds(operator, Some(order))),
            }
        }
        if !plain_item(Special::Eq, x, y, nested)? {
            return plain_item(operator, x, y, nested);
        }
    }
    Some(holds(operator, Some(a.len().cmp(&b.len()))))
}

/// As `plain`, for items of tuples.
fn plain_item(operator: Special, a: Value, b: Value, nested: u32) -> Option<bool> {
    if class::is_exact(a, ClassId::List) {
        return plain_lists(operator, a, b, nested);
    }
    match class::is_exact(a, ClassId::Tuple) {
        true => plain_tuples(operator, a, b, nested),
        false => plain(operator, a, b),
    }
}

/// The order of two texts: WTF-8 sorts as its code points do. Most differ in the first bytes.
#[inline]
fn order_texts(a: Ref<Str>, b: Ref<Str>) -> Ordering {
    a.order_quickly(&b).unwrap_or_else(|| a.bytes().cmp(b.bytes()))
}

/// An exact int, bool or float.
fn is_plain_number(value: Value) -> bool {
    value.is_int() || value.is_float() || value.is_bool() || value.kind() == Some(Kind::BigInt)
}

/// The order of two real numbers of any class; the outer `None` is "not both real numbers", the inner one "NaN".
pub fn order_numbers(a: Value, b: Value) -> Option<Option<Ordering>> {
    match (convert::float_value(a), convert::float_value(b)) {
        (Some(x), Some(y)) => Some(x.partial_cmp(&y)),
        (Some(x), None) => {
            let order = integer::order_with_float(convert::int_value(b)?, x);
            Some(order.map(Ordering::reverse))
        }
        (None, Some(y)) => Some(integer::order_with_float(convert::int_value(a)?, y)),
        (None, None) => {
            let (a, b) = (convert::int_value(a)?, convert::int_value(b)?);
            Some(Some(integer::order(a, b)))
        }
    }
}

/// Whether a complex number equals a number of any class; `None` if the other is no number.
pub fn equal_complex(a: Value, b: Value) -> Option<bool> {
    let number = a.cast::<Complex>()?;
    if let Some(other) = b.cast::<Complex>() {
        return Some(number.re == other.re && number.im == other.im);
    }
    let order = order_numbers(b, Value::float(number.re))?;
    Some(number.im == 0.0 && order == Some(Ordering::Equal))
}

/// The comparison that `b op' a` must be for `a op b`.
pub fn reflected(operator: Special) -> Special {
    match operator {
        Special::Lt => Special::Gt,
        Special::Le => Special::Ge,
        Special::Gt => Special::Lt,
        Special::Ge => Special::Le,
        same => same,
    }
}

#[inline(never)]
fn rich_slow(vm: &mut Vm, operator: Special, a: Value, b: Value) -> Run<Value> {
    let (class_a, class_b) = (class::of(vm, a), class::of(vm, b));
    if by_identity(vm, operator, class_a) && by_identity(vm, operator, class_b) {
        return identical(vm, operator, a, b);
    }
    depth::enter(vm)?;
    if operator == Special::Eq
        && let (Some(a), Some(b)) = (tuple_by_items(vm, a), tuple_by_items(vm, b))
    {
        return Ok(Value::bool(equal_tuples(vm, a, b)?));
    }
    let reversed = reflected(operator);
    let priority = class_a != class_b && class_b.is_subclass(class_a);
    if priority && let Some(result) = attempt(vm, reversed, b, a)? {
        return Ok(result);
    }
    if let Some(result) = attempt(vm, operator, a, b)? {
        return Ok(result);
    }
    if !priority {
        return rich_after_left(vm, operator, a, b);
    }
    identical(vm, operator, a, b)
}

/// `a op b` when the method of `a` has answered NotImplemented, and that of `b` was not asked yet.
pub fn rich_after_left(vm: &mut Vm, operator: Special, a: Value, b: Value) -> Run<Value> {
    if let Some(result) = attempt(vm, reflected(operator), b, a)? {
        return Ok(result);
    }
    identical(vm, operator, a, b)
}

/// Whether the class has `==` (and, for that, `!=`) from `object`.
fn by_identity(vm: &Vm, operator: Special, class: Ref<Class>) -> bool {
    let object = class::known(vm, ClassId::Object);
    let is_of_object = |special| class.special(special) == object.special(special);
    match operator {
        Special::Eq => is_of_object(Special::Eq),
        Special::Ne => is_of_object(Special::Ne) && is_of_object(Special::Eq),
        _ => false,
    }
}

/// `a op b` where no method answers.
fn identical(vm: &mut Vm, operator: Special, a: Value, b: Value) -> Run<Value> {
    match operator {
        Special::Eq => Ok(Value::bool(a == b)),
        Special::Ne => Ok(Value::bool(a != b)),
        _ => Err(unordered(vm, operator, a, b)),
    }
}

/// `type(a).<operator>(a, b)` unless there is none or it answers NotImplemented.
fn attempt(vm: &mut Vm, operator: Special, a: Value, b: Value) -> Run<Option<Value>> {
    match call::special(vm, a, operator, &[b]) {
        None => Ok(None),
        Some(result) => {
            let result = result?;
            Ok((result != Value::NOT_IMPLEMENTED).then_some(result))
        }
    }
}

/// The sign of a comparison.
pub fn sign(operator: Special) -> &'static str {
    match operator {
        Special::Lt => "<",
        Special::Le => "<=",
        Special::Eq => "==",
        Special::Ne => "!=",
        Special::Gt => ">",
        _ => ">=",
    }
}

#[cold]
#[inline(never)]
fn unordered(vm: &mut Vm, operator: Special, a: Value, b: Value) -> Raised {
    let (of_a, of_b) = (class::name_of(vm, a), class::name_of(vm, b));
    let sign = sign(operator);
    let text = format!("'{sign}' not supported between instances of '{of_a}' and '{of_b}'");
    raise::type_error(vm, text)
}
