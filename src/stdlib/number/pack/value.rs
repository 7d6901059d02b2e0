//! Single values of `struct` to bytes and back.

use crate::api::{ByteArray, Bytes, Own, Raised, Run, Value, Vm, convert, make, raise, truth};
use crate::stdlib::number::pack::layout::{Field, Layout};
use crate::stdlib::support::own_error;

/// Raises `struct.error`.
#[cold]
pub fn error(vm: &mut Vm, message: &str) -> Raised {
    own_error(vm, Own::StructError, message)
}

/// Puts the low bytes of `bits` at `out`.
fn put(out: &mut [u8], bits: u64, big_endian: bool) {
    let n = out.len();
    if big_endian {
        out.copy_from_slice(&bits.to_be_bytes()[8 - n..]);
    } else {
        out.copy_from_slice(&bits.to_le_bytes()[..n]);
    }
}

fn bits(data: &[u8], big_endian: bool) -> u64 {
    let mut all = [0; 8];
    let n = data.len();
    if big_endian {
        all[8 - n..].copy_from_slice(data);
        return u64::from_be_bytes(all);
    }
    all[..n].copy_from_slice(data);
    u64::from_le_bytes(all)
}

#[cold]
fn out_of_range(vm: &mut Vm, code: u8, low: i128, high: i128) -> Raised {
    let text = format!("'{}' format requires {low} <= number <= {high}", char::from(code));
    error(vm, &text)
}

fn pack_int(vm: &mut Vm, field: &Field, value: Value) -> Run<u64> {
    let bits = 8 * field.size as u32;
    let (low, high) = match field.code.is_ascii_lowercase() {
        true => (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1),
        false => (0, (1i128 << bits) - 1),
    };
    let int = match convert::int_value(value) {
        Some(int) => int,
        None if convert::has_index(vm, value) => convert::index(vm, value)?,
        None => return Err(error(vm, "required argument is not an integer")),
    };
    let n = match int.as_int() {
        Some(n) => Some(i128::from(n)),
        None => convert::big(int).and_then(|big| big.to_i128()),
    };
    match n.filter(|n| (low..=high).contains(n)) {
        Some(n) => Ok(n as u64),
        None => Err(out_of_range(vm, field.code, low, high)),
    }
}

fn float(vm: &mut Vm, value: Value) -> Run<f64> {
    if let Some(x) = value.as_float() {
        return Ok(x);
    }
    match convert::to_f64(vm, value) {
        Ok(x) => Ok(x),
        Err(raised) => match raise::catch(vm, crate::api::ClassId::TypeError) {
            Some(_) => Err(error(vm, "required argument is not a float")),
            None => Err(raised),
        },
    }
}

/// The bits of a half-precision float nearest to `x`; `None` if it is too large.
fn half_bits(x: f64) -> Option<u16> {
    let sign = if x.is_sign_negative() { 0x8000 } else { 0 };
    if x.is_nan() {
        return Some(sign | 0x7E00);
    }
    let size = x.abs();
    if size.is_infinite() {
        return Some(sign | 0x7C00);
    }
    // Steps of 2^-24 below 2^-14, of 2^(e-10) above.
    let exponent = if size < f64::powi(2.0, -14) {
        -14
    } else {
        size.log2().floor() as i32
    };
    let exponent = if size < f64::powi(2.0, exponent) {
        exponent - 1
    } else {
        exponent
    };
    let exponent = exponent.max(-14);
    let steps = (size / f64::powi(2.0, exponent - 10)).round_ties_even() as u32;
    let packed = ((exponent + 14) as u32) * 0x400 + steps;
    (packed < 0x7C00).then_some(sign | packed as u16)
}

fn half_value(bits: u16) -> f64 {
    let sign = if bits & 0x8000 != 0 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1F), f64::from(bits & 0x3FF));
    sign * match exponent {
        0 => fraction * f64::powi(2.0, -24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1.0 + fraction / 1024.0) * f64::powi(2.0, exponent - 15),
    }
}

fn pack_text(vm: &mut Vm, field: &Field, value: Value, out: &mut [u8]) -> Run<()> {
    let data = match (value.cast::<Bytes>(), value.cast::<ByteArray>()) {
        (Some(bytes), _) => bytes.data().to_vec(),
        (None, Some(array)) => array.data().borrow().clone(),
        (None, None) => {
            let text = format!("argument for '{}' must be a bytes object", char::from(field.code));
            return Err(error(vm, &text));
        }
    };
    if field.code == b'p' {
        let n = data.len().min(out.len().saturating_sub(1)).min(255);
        if let Some((first, rest)) = out.split_first_mut() {
            *first = n as u8;
            rest[..n].copy_from_slice(&data[..n]);
        }
        return Ok(());
    }
    let n = data.len().min(out.len());
    out[..n].copy_from_slice(&data[..n]);
    Ok(())
}

fn pack_one(vm: &mut Vm, field: &Field, value: Value, out: &mut [u8], big_endian: bool) -> Run<()> {
    match field.code {
        b'c' => match value.cast::<Bytes>().filter(|bytes| bytes.data().len() == 1) {
            Some(bytes) => out[0] = bytes.data()[0],
            None => return Err(error(vm, "char format requires a bytes object of length 1")),
        },
        b'?' => out[0] = u8::from(truth::truth(vm, value)?),
        b'd' => put(out, float(vm, value)?.to_bits(), big_endian),
        b'f' => {
            let x = float(vm, value)?;
            let single = x as f32;
            if single.is_infinite() && x.is_finite() {
                return Err(raise::overflow_error(vm, "float too large to pack with f format"));
            }
            put(out, u64::from(single.to_bits()), big_endian);
        }
        b'e' => {
            let x = float(vm, value)?;
            match half_bits(x) {
                Some(bits) => put(out, u64::from(bits), big_endian),
                None => return Err(raise::overflow_error(vm, "float too large to pack with e format")),
            }
        }
        b'F' | b'D' => {
            let (re, im) = match value.cast::<crate::api::Complex>() {
                Some(complex) => (complex.re, complex.im),
                None => (float(vm, value)?, 0.0),
            };
            let half = out.len() / 2;
            for (x, out) in [re, im].into_iter().zip(out.chunks_mut(half)) {
                let bits = if half == 8 {
                    x.to_bits()
                } else {
                    u64::from((x as f32).to_bits())
                };
                put(out, bits, big_endian);
            }
        }
        _ => put(out, pack_int(vm, field, value)?, big_endian),
    }
    Ok(())
}

/// As `pack_one`, for an array: its errors are OverflowError and TypeError.
pub fn pack_item(vm: &mut Vm, field: &Field, value: Value, out: &mut [u8]) -> Run<()> {
    let is_float = matches!(field.code, b'f' | b'd');
    if is_float {
        let x = convert::to_f64(vm, value)?;
        let bits = if field.size == 8 {
            x.to_bits()
        } else {
            u64::from((x as f32).to_bits())
        };
        put(out, bits, cfg!(target_endian = "big"));
        return Ok(());
    }
    let int = convert::index(vm, value)?;
    let bits = 8 * field.size as u32;
    let (low, high) = match field.code.is_ascii_lowercase() {
        true => (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1),
        false => (0, (1i128 << bits) - 1),
    };
    let n = convert::big(int).and_then(|big| big.to_i128()).unwrap_or(i128::MAX);
    if (low..=high).contains(&n) {
        put(out, n as u64, cfg!(target_endian = "big"));
        return Ok(());
    }
    let kind = match field.code {
        b'b' => "signed char",
        b'B' => "unsigned byte integer",
        b'h' => "signed short integer",
        b'H' => "unsigned short",
        b'i' => "signed integer",
        b'I' => "unsigned int",
        _ => return Err(raise::overflow_error(vm, "int too large to convert to C long")),
    };
    let side = if n > high {
        "greater than maximum"
    } else {
        "less than minimum"
    };
    Err(raise::overflow_error(vm, format!("{kind} is {side}")))
}

/// Packs as many values as the layout takes into `out`.
pub fn pack(vm: &mut Vm, layout: &Layout, values: &[Value], out: &mut [u8]) -> Run<()> {
    let mut values = values.iter().copied();
    for field in &layout.fields {
        if matches!(field.code, b's' | b'p') {
            let value = values.next().unwrap_or(Value::NONE);
            pack_text(vm, field, value, &mut out[field.offset..field.offset + field.count])?;
            continue;
        }
        for i in 0..field.count {
            let start = field.offset + i * field.size;
            let value = values.next().unwrap_or(Value::NONE);
            pack_one(vm, field, value, &mut out[start..start + field.size], layout.big_endian)?;
        }
    }
    Ok(())
}

/// The value in `data`.
pub fn unpack_one(vm: &mut Vm, field: &Field, data: &[u8], big_endian: bool) -> Value {
    let float = |data: &[u8]| match data.len() {
        8 => f64::from_bits(bits(data, big_endian)),
        4 => f64::from(f32::from_bits(bits(data, big_endian) as u32)),
        _ => half_value(bits(data, big_endian) as u16),
    };
    match field.code {
        b'c' => make::bytes(vm, data),
        b'?' => Value::bool(data[0] != 0),
        b'd' | b'f' | b'e' => Value::float(float(data)),
        b'F' | b'D' => {
            let (re, im) = data.split_at(data.len() / 2);
            make::complex(vm, float(re), float(im))
        }
        code => {
            let bits = bits(data, big_endian);
            let unused = 64 - 8 * field.size as u32;
            if code.is_ascii_lowercase() {
                return make::int(vm, ((bits << unused) as i64) >> unused);
            }
            match i64::try_from(bits) {
                Ok(n) => make::int(vm, n),
                Err(_) => make::big(vm, crate::base::big::Big::from_u64(bits)),
            }
        }
    }
}

/// The values in `data`, which is as long as the layout.
pub fn unpack(vm: &mut Vm, layout: &Layout, data: &[u8]) -> Value {
    let mut all = Vec::with_capacity(layout.values);
    for field in &layout.fields {
        match field.code {
            b's' => {
                let piece = make::bytes(vm, &data[field.offset..field.offset + field.count]);
                all.push(piece);
            }
            b'p' => {
                let room = &data[field.offset..field.offset + field.count];
                let n = room
                    .first()
                    .map_or(0, |&n| usize::from(n))
                    .min(room.len().saturating_sub(1));
                let piece = make::bytes(vm, room.get(1..1 + n).unwrap_or_default());
                all.push(piece);
            }
            _ => {
                for i in 0..field.count {
                    let start = field.offset + i * field.size;
                    let value = unpack_one(vm, field, &data[start..start + field.size], layout.big_endian);
                    all.push(value);
                }
            }
        }
    }
    make::tuple(vm, &all)
}
