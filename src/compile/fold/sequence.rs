//! Concatenation, repetition and subscripts of constant strings, bytes and tuples.

use crate::bytecode::code::Constant;
use crate::compile::fold::number;
use crate::syntax::ast::Operator;

/// Lengths that a repetition may reach.
const TUPLE_MAX: usize = 256;
const STRING_MAX: usize = 4096;
/// Items that a repeated tuple may hold, those of inner tuples included.
const ITEMS_MAX: usize = 1024;

/// `left op right`, one of them a sequence.
pub fn binary(left: &Constant, op: Operator, right: &Constant) -> Option<Constant> {
    match (op, left, right) {
        (Operator::Add, Constant::Str(a), Constant::Str(b)) => Some(Constant::Str(joined(a, b)?.into())),
        (Operator::Add, Constant::Bytes(a), Constant::Bytes(b)) => Some(Constant::Bytes([&a[..], b].concat().into())),
        (Operator::Add, Constant::Tuple(a), Constant::Tuple(b)) => Some(Constant::Tuple([&a[..], b].concat())),
        (Operator::Mult, sequence, count) if number::small_int(sequence).is_none() => {
            repeated(sequence, number::small_int(count)?)
        }
        (Operator::Mult, count, sequence) => repeated(sequence, number::small_int(count)?),
        _ => None,
    }
}

/// Two halves of a surrogate pair must not meet: WTF-8 would have to join them.
fn joined(a: &[u8], b: &[u8]) -> Option<Vec<u8>> {
    let meets = a.len() >= 3 && a[a.len() - 3] == 0xED && a[a.len() - 2] >= 0xA0 && b.first() == Some(&0xED);
    (!meets).then(|| [a, b].concat())
}

fn repeated(sequence: &Constant, count: i64) -> Option<Constant> {
    match sequence {
        Constant::Str(text) => {
            let length = text.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
            let count = times(length, count, STRING_MAX)?;
            if count > 1 && joined(text, text).is_none() {
                return None;
            }
            Some(Constant::Str(text.repeat(count).into()))
        }
        Constant::Bytes(bytes) => Some(Constant::Bytes(
            bytes.repeat(times(bytes.len(), count, STRING_MAX)?).into(),
        )),
        Constant::Tuple(items) => {
            let count = times(items.len(), count, TUPLE_MAX)?;
            if let Some(limit) = ITEMS_MAX.checked_div(count) {
                weigh(items, limit)?;
            }
            let total = items.len() * count;
            Some(Constant::Tuple(items.iter().cycle().take(total).cloned().collect()))
        }
        _ => None,
    }
}

/// How often to repeat, if the limit allows it.
fn times(length: usize, count: i64, max: usize) -> Option<usize> {
    if length == 0 {
        return Some(0);
    }
    let count = usize::try_from(count).ok()?;
    (count <= max / length).then_some(count)
}

/// What is left of `limit` after the items, inner ones included; nothing when they are more.
fn weigh(items: &[Constant], limit: usize) -> Option<usize> {
    let mut left = limit.checked_sub(items.len())?;
    for item in items {
        if let Constant::Tuple(inner) = item {
            left = weigh(inner, left)?;
        }
    }
    Some(left)
}

/// `sequence[index]`, if that cannot fail.
pub fn subscript(sequence: &Constant, index: &Constant) -> Option<Constant> {
    let index = number::small_int(index)?;
    match sequence {
        Constant::Tuple(items) => items.get(place(index, items.len())?).cloned(),
        Constant::Bytes(bytes) => {
            let byte = *bytes.get(place(index, bytes.len())?)?;
            Some(Constant::Int(i64::from(byte)))
        }
        Constant::Str(text) => {
            let starts: Vec<usize> = (0..text.len()).filter(|&at| text[at] & 0xC0 != 0x80).collect();
            let at = place(index, starts.len())?;
            let end = starts.get(at + 1).copied().unwrap_or(text.len());
            Some(Constant::Str(text[starts[at]..end].into()))
        }
        _ => None,
    }
}

fn place(index: i64, length: usize) -> Option<usize> {
    let length = i64::try_from(length).ok()?;
    let place = if index < 0 { index + length } else { index };
    (0..length).contains(&place).then_some(place as usize)
}
