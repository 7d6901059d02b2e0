//! The formats by which pickles of arrays tell machines apart.

use crate::api::{Value, Vm, make, text};
use crate::base::big::Big;

/// The format code that pickles name this machine's items with.
pub fn machine_format(code: u8) -> i64 {
    match code {
        b'B' => 0,
        b'b' => 1,
        b'H' => 2,
        b'h' => 4,
        b'I' => 6,
        b'i' => 8,
        b'L' | b'Q' => 10,
        b'l' | b'q' => 12,
        b'f' => 14,
        b'd' => 16,
        _ => 20,
    }
}

/// An item in one of the formats of pickles: even numbers are little-endian, from 2 on.
pub fn foreign(vm: &mut Vm, format: i64, item: &[u8]) -> Value {
    let mut bytes = item.to_vec();
    if format % 2 == 1 && format != 1 {
        bytes.reverse();
    }
    let raw = bytes.iter().rev().fold(0u64, |n, &byte| n << 8 | u64::from(byte));
    let unused = 64 - 8 * bytes.len() as u32;
    match format {
        0 | 2 | 3 | 6 | 7 => make::int(vm, raw as i64),
        10 | 11 => make::big(vm, Big::from_u64(raw)),
        14 | 15 => Value::float(f64::from(f32::from_bits(raw as u32))),
        16 | 17 => Value::float(f64::from_bits(raw)),
        18..=21 => text::from_char(vm, raw as u32),
        _ => make::int(vm, (raw << unused) as i64 >> unused),
    }
}
