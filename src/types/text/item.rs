//! Single items of native memory by the format characters of `struct`, in native order and size.

use crate::base::big::Big;
use crate::heap::value::Value;
use crate::object::text::bytes::Bytes;
use crate::ops::relation::truth;
use crate::ops::{convert, make};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Why a value cannot be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    Type,
    Value,
}

/// Bytes of an item; `None` for unknown formats.
pub fn size(format: u8) -> Option<usize> {
    Some(match format {
        b'c' | b'b' | b'B' | b'?' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' | b'q' | b'Q' | b'n' | b'N' | b'd' | b'P' => 8,
        _ => return None,
    })
}

fn is_signed(format: u8) -> bool {
    matches!(format, b'b' | b'h' | b'i' | b'l' | b'q' | b'n')
}

/// The value of an item, whose bytes are `data`.
pub fn read(vm: &mut Vm, format: u8, data: &[u8]) -> Value {
    let mut word = [0; 8];
    word[..data.len()].copy_from_slice(data);
    let bits = u64::from_le_bytes(word);
    match format {
        b'c' => make::bytes(vm, data),
        b'?' => Value::bool(bits != 0),
        b'd' => Value::float(f64::from_bits(bits)),
        b'f' => Value::float(f64::from(f32::from_bits(bits as u32))),
        b'e' => Value::float(half(bits as u16)),
        _ if is_signed(format) => {
            let unused = 64 - 8 * data.len() as u32;
            make::int(vm, ((bits << unused) as i64) >> unused)
        }
        _ => match i64::try_from(bits) {
            Ok(n) => make::int(vm, n),
            Err(_) => make::big(vm, Big::from_u64(bits)),
        },
    }
}

/// A half-precision float.
fn half(bits: u16) -> f64 {
    let (sign, exponent, fraction) = (bits >> 15, (bits >> 10) & 31, f64::from(bits & 1023));
    let magnitude = match exponent {
        0 => fraction / 1024.0 * 2f64.powi(-14),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1.0 + fraction / 1024.0) * 2f64.powi(i32::from(exponent) - 15),
    };
    if sign == 0 { magnitude } else { -magnitude }
}

/// The bytes of `value` as an item.
pub fn write(vm: &mut Vm, format: u8, value: Value) -> Run<Result<Vec<u8>, Refused>> {
    match format {
        b'c' => {
            let Some(bytes) = value.cast::<Bytes>() else {
                return Ok(Err(Refused::Type));
            };
            Ok(if bytes.data().len() == 1 {
                Ok(bytes.data().to_vec())
            } else {
                Err(Refused::Value)
            })
        }
        b'?' => Ok(Ok(vec![u8::from(truth::truth(vm, value)?)])),
        b'd' | b'f' => {
            let Some(x) = convert::try_f64(vm, value)? else {
                return Ok(Err(Refused::Type));
            };
            Ok(Ok(if format == b'd' {
                x.to_le_bytes().to_vec()
            } else {
                (x as f32).to_le_bytes().to_vec()
            }))
        }
        b'e' => Ok(Err(Refused::Value)),
        _ => write_int(vm, format, value),
    }
}

fn write_int(vm: &mut Vm, format: u8, value: Value) -> Run<Result<Vec<u8>, Refused>> {
    if !convert::has_index(vm, value) {
        return Ok(Err(Refused::Type));
    }
    let number = convert::index(vm, value)?;
    let (Some(big), Some(size)) = (convert::big(number), size(format)) else {
        return Ok(Err(Refused::Type));
    };
    let bits = 8 * size as u32;
    let n = big.to_i128().filter(|&n| {
        let (low, high) = if is_signed(format) {
            (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
        } else {
            (0, (1 << bits) - 1)
        };
        (low..=high).contains(&n)
    });
    Ok(n.map(|n| n.to_le_bytes()[..size].to_vec()).ok_or(Refused::Value))
}
