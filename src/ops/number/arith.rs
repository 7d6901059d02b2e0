//! The arithmetic operators for any objects: plain numbers first, then the special methods by Python's rules.

use crate::bytecode::isa::BinaryOperator;
use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::class::layout::Class;
use crate::object::container::algebra;
use crate::object::container::list::List;
use crate::object::container::set::Set;
use crate::object::container::tuple::{self, Tuple};
use crate::object::number::{Complex, Wrapped};
use crate::object::text::bytes::Bytes;
use crate::object::text::string::Str;
use crate::ops::number::{complex, integer, real};
use crate::ops::{call, class, convert, make, raise};
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::{SPECIALS, Special};
use crate::vm::state::Vm;

/// Signs of the operators, in their order.
const SIGNS: [&str; 14] = [
    "+",
    "-",
    "*",
    "@",
    "/",
    "//",
    "%",
    "divmod()",
    "** or pow()",
    "<<",
    ">>",
    "&",
    "^",
    "|",
];

/// The special method of an operator.
#[inline]
pub fn special_of(operator: BinaryOperator) -> Special {
    SPECIALS[operator as usize]
}

/// `a op b`
#[inline]
pub fn binary(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    if operator == BinaryOperator::Add
        && let Some(sum) = concatenation(vm, a, b)
    {
        return Ok(sum);
    }
    if let Some(result) = of_sets(vm, operator, a, b) {
        return Ok(result);
    }
    if operator == BinaryOperator::Mul
        && let Some(result) = repetition(vm, a, b)
    {
        return Ok(result);
    }
    if let Some(result) = plain(vm, operator, a, b) {
        return result;
    }
    general(vm, operator, a, b, (false, Stage::Start))
}

/// `a op= b`: what `a` is to be then.
#[inline]
pub fn inplace(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    if operator == BinaryOperator::Add
        && let Some(sum) = joined(vm, a, b, true)
    {
        return Ok(sum);
    }
    if let Some(result) = plain(vm, operator, a, b) {
        return result;
    }
    if operator == BinaryOperator::Add && class::is_exact(a, ClassId::List) && extend(a.expect(), b).is_some() {
        return Ok(a);
    }
    if operator == BinaryOperator::Or
        && class::is_exact(a, ClassId::Set)
        && let Some(other) = exact_set(b)
        && algebra::merge(&a.expect::<Set>(), &other).is_ok()
    {
        return Ok(a);
    }
    general(vm, operator, a, b, (true, Stage::Start))
}

/// Exact ints, bools, floats and complex numbers; `None` for anything else.
fn plain(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Option<Run<Value>> {
    let result = match (a, b) {
        (a, b) if a.is_int() && b.is_int() => integer::binary(vm, operator, a, b),
        (a, b) if a.is_float() && b.is_float() => real::binary(vm, operator, a.float_unchecked(), b.float_unchecked()),
        _ => {
            let (Some(of_a), Some(of_b)) = (rank(a), rank(b)) else {
                return inherited(vm, operator, a, b);
            };
            numbers(vm, operator, (of_a, a), (of_b, b))
        }
    };
    // An operator that the numbers have not: the general way finds that out again, and says so.
    if result == Ok(Value::NOT_IMPLEMENTED) {
        None
    } else {
        Some(result)
    }
}

/// `plain` of numbers of which at least one is of a subclass that leaves the operator alone.
fn inherited(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Option<Run<Value>> {
    if a.kind() != Some(Kind::Wrapped) && b.kind() != Some(Kind::Wrapped) {
        return None;
    }
    let (a, b) = (number_of(vm, operator, a)?, number_of(vm, operator, b)?);
    plain(vm, operator, a, b)
}

/// The number that an exact one or an instance of such a subclass is.
fn number_of(vm: &Vm, operator: BinaryOperator, value: Value) -> Option<Value> {
    let Some(wrapped) = value.cast::<Wrapped>() else {
        return rank(value).map(|_| value);
    };
    let number = wrapped.number.get();
    let (own, built_in) = (class::of(vm, value), class::of(vm, number));
    let special = special_of(operator);
    let is_left_alone = [special, special.reflected(), special.inplace()]
        .iter()
        .all(|&special| own.special(special) == built_in.special(special));
    is_left_alone.then_some(number)
}

/// How much a number can say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Bool,
    Int,
    Float,
    Complex,
}

/// The rank of an exact number.
fn rank(value: Value) -> Option<Rank> {
    match value {
        v if v.is_int() => Some(Rank::Int),
        v if v.is_float() => Some(Rank::Float),
        v if v.is_bool() => Some(Rank::Bool),
        v => match v.kind()? {
            Kind::BigInt => Some(Rank::Int),
            Kind::Complex if class::is_exact(v, ClassId::Complex) => Some(Rank::Complex),
            _ => None,
        },
    }
}

fn numbers(vm: &mut Vm, operator: BinaryOperator, (of_a, a): (Rank, Value), (of_b, b): (Rank, Value)) -> Run<Value> {
    match of_a.max(of_b) {
        Rank::Complex => complex::binary(vm, operator, a, b),
        Rank::Float => floats(vm, operator, a, b),
        Rank::Int => ints(vm, operator, a, b),
        Rank::Bool => {
            let result = ints(vm, operator, a, b)?;
            let logical = matches!(operator, BinaryOperator::And | BinaryOperator::Or | BinaryOperator::Xor);
            Ok(if logical {
                Value::bool(result == Value::small_int(1))
            } else {
                result
            })
        }
    }
}

/// `a op b` for ints of any class; NotImplemented for others.
pub fn ints(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    match (convert::int_value(a), convert::int_value(b)) {
        (Some(a), Some(b)) => integer::binary(vm, operator, a, b),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// `a op b` for floats and ints of any class, as floats; NotImplemented for others.
pub fn floats(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    if operator as u8 > BinaryOperator::Pow as u8 || operator == BinaryOperator::Matmul {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    match (real_operand(vm, a)?, real_operand(vm, b)?) {
        (Some(x), Some(y)) => real::binary(vm, operator, x, y),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// The float that a float or int of any class means in arithmetic.
fn real_operand(vm: &mut Vm, value: Value) -> Run<Option<f64>> {
    if let Some(x) = convert::float_value(value) {
        return Ok(Some(x));
    }
    match convert::int_value(value) {
        Some(int) => Ok(Some(convert::int_to_f64(vm, int)?)),
        None => Ok(None),
    }
}

/// The sum of two exact strs, bytes, lists or tuples that is an object of its own; `None` for anything else, and without memory
/// for it.
#[inline(never)]
pub fn joined(vm: &mut Vm, a: Value, b: Value, inplace: bool) -> Option<Value> {
    if inplace && class::is_exact(a, ClassId::List) {
        return None;
    }
    concatenation(vm, a, b)
}

/// The sum of two exact strs, bytes, lists or tuples; `None` for anything else, and without memory for it.
#[inline]
fn concatenation(vm: &mut Vm, a: Value, b: Value) -> Option<Value> {
    let shape = a.header()?.shape();
    if b.header()?.shape() != shape {
        return None;
    }
    if shape == ClassId::Str.shape() {
        let (left, right) = (a.expect::<Str>(), b.expect::<Str>());
        return Some(match (left.is_empty(), right.is_empty()) {
            (true, _) => b,
            (_, true) => a,
            _ => Str::concat(&mut vm.heap, shape, left, right).value(),
        });
    }
    if shape == ClassId::List.shape() {
        return make::joined_lists(vm, a.expect(), b.expect());
    }
    if shape == ClassId::Bytes.shape() {
        let (left, right) = (a.expect::<Bytes>(), b.expect::<Bytes>());
        return Some(match (left.data(), right.data()) {
            (_, []) => a,
            ([], _) => b,
            (left, right) => make::joined_bytes(vm, left, right),
        });
    }
    if shape == ClassId::Tuple.shape() {
        let (left, right) = (a.expect::<Tuple>(), b.expect::<Tuple>());
        return Some(match (left.items(), right.items()) {
            (_, []) => a,
            ([], _) => b,
            (left, right) => Tuple::joined(&mut vm.heap, shape, left, right).value(),
        });
    }
    None
}

/// Appends the items of an exact list or tuple; `None`, and nothing is done, for anything else, and without memory for them.
fn extend(list: Ref<List>, items: Value) -> Option<()> {
    if class::is_exact(items, ClassId::List) {
        return list.extend_from(&items.expect::<List>()).ok();
    }
    if class::is_exact(items, ClassId::Tuple) {
        return list.extend_from_slice(items.expect::<Tuple>().items()).ok();
    }
    None
}

/// Items or bytes up to which a sequence is repeated here.
const REPEATED_MAX: usize = 256;

/// A short exact list, tuple, str or bytes as often as an int says, which may stand on either side; `None` for anything else.
fn repetition(vm: &mut Vm, a: Value, b: Value) -> Option<Value> {
    let (sequence, n) = if b.is_int() { (a, b) } else { (b, a) };
    let (shape, n) = (sequence.header()?.shape(), n.as_int()?.max(0) as usize);
    let fits = |len: usize| len.checked_mul(n).filter(|&all| all <= REPEATED_MAX);
    if shape == ClassId::List.shape() {
        let list = sequence.expect::<List>();
        fits(list.len())?;
        return Some(List::repeated(&mut vm.heap, shape, list, n).ok()?.value());
    }
    if shape == ClassId::Tuple.shape() {
        let items = tuple::items(sequence.expect());
        return Some(match (fits(items.len())?, n) {
            (0, _) => make::tuple(vm, &[]),
            (_, 1) => sequence,
            (all, _) => Tuple::completed(&mut vm.heap, shape, items, all, |i| items[i % items.len()]).value(),
        });
    }
    if shape == ClassId::Str.shape() {
        let string = sequence.expect::<Str>();
        return Some(match (fits(string.len())?, n) {
            (0, _) => vm.empty_str,
            (_, 1) => sequence,
            (all, _) => Str::with(&mut vm.heap, shape, all, string.chars() * n, |room| {
                fill(room, string.bytes())
            })
            .value(),
        });
    }
    if shape == ClassId::Bytes.shape() {
        let bytes = sequence.expect::<Bytes>();
        return match (fits(bytes.data().len())?, n) {
            (0, _) => None,
            (_, 1) => Some(sequence),
            (all, _) => Some(Bytes::with(&mut vm.heap, shape, all, |room| fill(room, bytes.data())).value()),
        };
    }
    None
}

/// Fills the room with copies of a part of it.
fn fill(room: &mut [u8], part: &[u8]) {
    match *part {
        [byte] => room.fill(byte),
        _ => room
            .chunks_exact_mut(part.len())
            .for_each(|chunk| chunk.copy_from_slice(part)),
    }
}

/// An exact set or frozenset.
fn exact_set(value: Value) -> Option<Ref<Set>> {
    let shape = value.header()?.shape();
    let is_set = shape == ClassId::Set.shape() || shape == ClassId::FrozenSet.shape();
    is_set.then(|| value.expect())
}

/// `a op b` of two exact sets or frozensets whose keys can be compared without Python.
fn of_sets(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Option<Value> {
    let (left, right) = (exact_set(a)?, exact_set(b)?);
    let result = algebra::binary(&mut vm.heap, left.shape(), operator, &left, &right);
    Some(result.ok()?.value())
}

/// Whether `method` is the `+` or `*` of a built-in sequence, which numbers' methods of the other operand go before.
fn is_of_sequence(method: Value) -> bool {
    let Some(native) = method.cast::<Native>() else {
        return false;
    };
    native.owner.get().cast::<Class>().is_some_and(|owner| {
        owner.has(flag::SEQUENCE) || matches!(owner.kind.get(), Kind::Str | Kind::Bytes | Kind::ByteArray)
    })
}

/// Splits a method into one to try at once and one to try as a sequence, after all others.
fn sequence_later(operator: BinaryOperator, method: Option<Value>) -> (Option<Value>, Option<Value>) {
    let may = matches!(operator, BinaryOperator::Add | BinaryOperator::Mul);
    match method {
        Some(method) if may && is_of_sequence(method) => (None, Some(method)),
        method => (method, None),
    }
}

/// Calls one of the methods, unless it is absent; `None` for NotImplemented too.
fn attempt(vm: &mut Vm, method: Option<Value>, receiver: Value, other: Value) -> Run<Option<Value>> {
    let Some(method) = method else {
        return Ok(None);
    };
    let result = call::call_unbound(vm, method, receiver, &[other], &[])?;
    Ok((result != Value::NOT_IMPLEMENTED).then_some(result))
}

/// How far an operator has come: whose method was called already, and has answered NotImplemented.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Start,
    AfterInplace,
    AfterLeft,
    AfterRight,
}

/// `a op b` by the special methods, from that stage on.
#[inline(never)]
pub fn general(
    vm: &mut Vm,
    operator: BinaryOperator,
    a: Value,
    b: Value,
    (inplace, stage): (bool, Stage),
) -> Run<Value> {
    let special = special_of(operator);
    let (class_a, class_b) = (class::of(vm, a), class::of(vm, b));
    let mut sequence_inplace = None;
    if inplace {
        let (method, later) = sequence_later(operator, class_a.special(special.inplace()));
        sequence_inplace = later;
        if stage == Stage::Start
            && let Some(result) = attempt(vm, method, a, b)?
        {
            return Ok(result);
        }
    }
    let (left, sequence_left) = sequence_later(operator, class_a.special(special));
    let (mut right, mut sequence_right) = (None, None);
    if class_a != class_b {
        (right, sequence_right) = sequence_later(operator, class_b.special(special.reflected()));
    }
    // The reflected method of a subclass goes first, if it is not just the inherited one.
    if stage < Stage::AfterLeft
        && right.is_some()
        && class_b.is_subclass(class_a)
        && class_a.special(special.reflected()) != right
    {
        if let Some(result) = attempt(vm, right, b, a)? {
            return Ok(result);
        }
        right = None;
    }
    if stage < Stage::AfterLeft
        && let Some(result) = attempt(vm, left, a, b)?
    {
        return Ok(result);
    }
    if stage < Stage::AfterRight
        && let Some(result) = attempt(vm, right, b, a)?
    {
        return Ok(result);
    }
    match operator {
        BinaryOperator::Add => {
            if let Some(method) = sequence_inplace.or(sequence_left) {
                return call::call_unbound(vm, method, a, &[b], &[]);
            }
        }
        BinaryOperator::Mul => {
            if let Some(method) = sequence_inplace.or(sequence_left) {
                return repeat(vm, method, a, b);
            }
            // CPYTHON: in-place repetition asks the right operand only where the left one's class is of C and no sequence.
            if class_a == class_b || (inplace && class_a.has(flag::HEAP)) {
                sequence_right = None;
            }
            if let Some(method) = sequence_right {
                return repeat(vm, method, b, a);
            }
        }
        _ => {}
    }
    Err(unsupported(vm, operator, a, b, inplace))
}

/// `sequence * count` by its method.
fn repeat(vm: &mut Vm, method: Value, sequence: Value, count: Value) -> Run<Value> {
    if !convert::has_index(vm, count) {
        let name = class::name_of(vm, count);
        let text = format!("can't multiply sequence by non-int of type '{name}'");
        return Err(raise::type_error(vm, text));
    }
    let n = convert::size(vm, count)?;
    let n = make::int(vm, n);
    call::call_unbound(vm, method, sequence, &[n], &[])
}

#[cold]
#[inline(never)]
fn unsupported(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value, inplace: bool) -> Raised {
    let (of_a, of_b) = (class::name_of(vm, a), class::name_of(vm, b));
    let sign = match (operator, inplace) {
        (BinaryOperator::Pow, true) => "**",
        _ => SIGNS[operator as usize],
    };
    let end = if inplace { "=" } else { "" };
    let text = format!("unsupported operand type(s) for {sign}{end}: '{of_a}' and '{of_b}'");
    raise::type_error(vm, text)
}

/// `-v`, `+v`, `~v` and `abs(v)`: `Neg, Pos, Invert, Abs`.
#[inline]
pub fn unary(vm: &mut Vm, operator: Special, value: Value) -> Run<Value> {
    if let Some(result) = unary_plain(vm, operator, value) {
        return Ok(result);
    }
    match call::special(vm, value, operator, &[]) {
        Some(result) => result,
        None => {
            let name = class::name_of(vm, value);
            let sign = match operator {
                Special::Neg => "unary -",
                Special::Pos => "unary +",
                Special::Invert => "unary ~",
                _ => "abs()",
            };
            Err(raise::type_error(vm, format!("bad operand type for {sign}: '{name}'")))
        }
    }
}

/// The unary operators of exact ints and floats.
fn unary_plain(vm: &mut Vm, operator: Special, value: Value) -> Option<Value> {
    if let Some(x) = value.as_float() {
        return match operator {
            Special::Neg => Some(Value::float(-x)),
            Special::Pos => Some(value),
            Special::Abs => Some(Value::float(x.abs())),
            _ => None,
        };
    }
    let is_int = value.is_int() || value.kind() == Some(Kind::BigInt);
    if is_int { int_unary(vm, operator, value) } else { None }
}

/// The unary operators of plain ints.
pub fn int_unary(vm: &mut Vm, operator: Special, int: Value) -> Option<Value> {
    match operator {
        Special::Neg => Some(integer::negate(vm, int)),
        Special::Pos => Some(int),
        Special::Abs => Some(integer::absolute(vm, int)),
        Special::Invert => Some(integer::invert(vm, int)),
        _ => None,
    }
}

/// `pow(a, b, modulus)`; the two-argument form when `modulus` is None.
pub fn power(vm: &mut Vm, a: Value, b: Value, modulus: Value) -> Run<Value> {
    if modulus.is_none() {
        return binary(vm, BinaryOperator::Pow, a, b);
    }
    if rank(a).is_some() && rank(b).is_some() && rank(modulus).is_some() {
        return power_numbers(vm, a, b, modulus);
    }
    let (class_a, class_b) = (class::of(vm, a), class::of(vm, b));
    let (left, mut right) = (class_a.special(Special::Pow), class_b.special(Special::Rpow));
    if class_a == class_b {
        right = None;
    }
    if right.is_some() && class_b.is_subclass(class_a) && class_a.special(Special::Rpow) != right {
        if let Some(result) = attempt_power(vm, right, b, a, modulus)? {
            return Ok(result);
        }
        right = None;
    }
    if let Some(result) = attempt_power(vm, left, a, b, modulus)? {
        return Ok(result);
    }
    if let Some(result) = attempt_power(vm, right, b, a, modulus)? {
        return Ok(result);
    }
    let names = (
        class::name_of(vm, a),
        class::name_of(vm, b),
        class::name_of(vm, modulus),
    );
    let text = format!(
        "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
        names.0, names.1, names.2
    );
    Err(raise::type_error(vm, text))
}

fn attempt_power(
    vm: &mut Vm,
    method: Option<Value>,
    receiver: Value,
    other: Value,
    modulus: Value,
) -> Run<Option<Value>> {
    let Some(method) = method else {
        return Ok(None);
    };
    let result = call::call_unbound(vm, method, receiver, &[other, modulus], &[])?;
    Ok((result != Value::NOT_IMPLEMENTED).then_some(result))
}

/// `pow(a, b, modulus)` of numbers of any class.
pub fn power_numbers(vm: &mut Vm, a: Value, b: Value, modulus: Value) -> Run<Value> {
    let ints = (
        convert::int_value(a),
        convert::int_value(b),
        convert::int_value(modulus),
    );
    if let (Some(a), Some(b), Some(modulus)) = ints {
        return integer::power_modulo(vm, a, b, modulus);
    }
    if a.is::<Complex>() || b.is::<Complex>() || modulus.is::<Complex>() {
        return Err(raise::value_error(vm, "complex modulo"));
    }
    let text = "pow() 3rd argument not allowed unless all arguments are integers";
    Err(raise::type_error(vm, text))
}
