//! The parts of an f-string put together: texts, and numbers that nobody has made a text of.

use crate::base::float;
use crate::heap::value::Value;
use crate::object::text::string::{Str, append};
use crate::ops::render::repr;
use crate::ops::text;
use crate::vm::state::Vm;

/// Bytes of the longest number: an inline int, or the shortest digits of a float.
const NUMBER_BYTES_MAX: usize = 25;
/// Numbers whose digits wait on the native stack.
const NUMBERS_MAX: usize = 8;

/// The digits of some numbers, one after the other.
struct Digits {
    bytes: [u8; NUMBERS_MAX * NUMBER_BYTES_MAX],
    len: usize,
    ends: [u8; NUMBERS_MAX],
    count: usize,
}

const _: () = assert!(NUMBERS_MAX * NUMBER_BYTES_MAX < 256);

impl Digits {
    fn new() -> Digits {
        Digits {
            bytes: [0; NUMBERS_MAX * NUMBER_BYTES_MAX],
            len: 0,
            ends: [0; NUMBERS_MAX],
            count: 0,
        }
    }
    /// Takes a number that is none of a text; answers its length.
    fn push(&mut self, number: Value) -> usize {
        let from = self.len;
        match number.as_float() {
            Some(x) => self.copy(float::repr(x).as_bytes()),
            None => self.copy(repr::decimal(&mut [0; 20], number.int_unchecked())),
        }
        self.ends[self.count] = self.len as u8;
        self.count += 1;
        self.len - from
    }
    fn copy(&mut self, digits: &[u8]) {
        self.bytes[self.len..self.len + digits.len()].copy_from_slice(digits);
        self.len += digits.len();
    }
    fn number(&self, n: usize) -> &[u8] {
        let from = n.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.bytes[from..self.ends[n] as usize]
    }
}

/// The text of all `parts`: exact texts, inline ints and floats.
pub fn join(vm: &mut Vm, parts: &[Value]) -> Value {
    let numbers = parts.iter().filter(|part| !part.is_object()).count();
    match numbers {
        0 => text::join_strs(vm, parts),
        1..=NUMBERS_MAX => join_few(vm, parts),
        _ => join_many(vm, parts),
    }
}

fn join_few(vm: &mut Vm, parts: &[Value]) -> Value {
    let mut digits = Digits::new();
    let (mut len, mut chars) = (0, 0);
    for &part in parts {
        let (bytes, points) = match part.cast::<Str>() {
            Some(part) => (part.len(), part.chars()),
            None => {
                let bytes = digits.push(part);
                (bytes, bytes)
            }
        };
        len += bytes;
        chars += points;
    }
    text::with(vm, len, chars, |mut room| {
        let mut number = 0;
        for part in parts {
            room = match part.cast::<Str>() {
                Some(part) => append(room, part.bytes()),
                None => {
                    number += 1;
                    append(room, digits.number(number - 1))
                }
            };
        }
    })
}

/// Of very many numbers each becomes a text of its own first. No Python runs, so that they need no roots.
#[cold]
fn join_many(vm: &mut Vm, parts: &[Value]) -> Value {
    let text_of = |&part: &Value| match (part.as_float(), part.as_int()) {
        (Some(x), _) => text::new(vm, &float::repr(x)),
        (None, Some(n)) => repr::of_small_int(vm, n),
        _ => part,
    };
    let texts: Vec<Value> = parts.iter().map(text_of).collect();
    text::join_strs(vm, &texts)
}
