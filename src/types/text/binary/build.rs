//! Making bytes from bytes: join, replace, padding, case, translation; and what they say of themselves.

use crate::base::search::{self, Unit};
use crate::heap::value::Value;
use crate::ops::render::buffer;
use crate::ops::{class, convert, raise};
use crate::types::text::arguments;
use crate::types::text::binary::receiver;
use crate::types::text::str::build::{TooLong, expand_tabs, room};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub fn join(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let items = arguments::joined_items(vm, args[1])?;
    let separator = receiver::with(args[0], <[u8]>::to_vec);
    let mut out = Vec::new();
    for (i, &item) in items.iter().enumerate() {
        let more = buffer::with(item, <[u8]>::len).unwrap_or(0) + separator.len();
        if out.try_reserve(more).is_err() {
            return Err(raise::memory_error(vm));
        }
        if i > 0 {
            out.extend_from_slice(&separator);
        }
        if buffer::with(item, |data| out.extend_from_slice(data)).is_none() {
            let got = class::name_of(vm, item);
            let message = format!("sequence item {i}: expected a bytes-like object, {got} found");
            return Err(raise::type_error(vm, message));
        }
    }
    match items[..] {
        [only] if class::is_exact(only, ClassId::Bytes) && !receiver::is_array(args[0]) => Ok(only),
        _ => Ok(receiver::like(vm, args[0], out)),
    }
}

pub fn replace(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let limit = arguments::limit(vm, args[3])?;
    let old = buffer::require(vm, args[1], <[u8]>::to_vec)?;
    let new = buffer::require(vm, args[2], <[u8]>::to_vec)?;
    let length = receiver::with(args[0], |data| {
        search::replaced_length(data, &old, &new, limit, Unit::Byte)
    });
    room(vm, length)?;
    match receiver::with(args[0], |data| search::replace(data, &old, &new, limit, Unit::Byte)) {
        Some(replaced) => Ok(receiver::like(vm, args[0], replaced)),
        None => Ok(receiver::all(vm, args[0])),
    }
}

/// Reads `(self, width, fillchar)`: how many bytes are missing, the width, and with what to fill.
fn padding(vm: &mut Vm, args: &[Value], method: &str) -> Run<(usize, usize, u8)> {
    let width = usize::try_from(arguments::size(vm, args[1])?).unwrap_or(0);
    let mut fill = b' ';
    if args[2].is_bound() {
        let data = if buffer::view(args[2]).is_some() {
            None
        } else {
            buffer::copy(args[2])
        };
        match data.as_deref() {
            Some(&[byte]) => fill = byte,
            Some(data) => {
                let (got, length) = (class::name_of_argument(vm, args[2]), data.len());
                let message = format!(
                    "{method}(): argument 2 must be a byte string of length 1, not a {got} object of length {length}"
                );
                return Err(raise::type_error(vm, message));
            }
            None => {
                let got = arguments::shown(vm, args[2]);
                let message = format!("{method}() argument 2 must be a byte string of length 1, not {got}");
                return Err(raise::type_error(vm, message));
            }
        }
    }
    Ok((width.saturating_sub(receiver::length(args[0])), width, fill))
}

fn padded(vm: &mut Vm, own: Value, before: usize, after: usize, fill: u8) -> Run<Value> {
    if before + after == 0 {
        return Ok(receiver::all(vm, own));
    }
    let mut out = room(vm, (before + after).checked_add(receiver::length(own)))?;
    out.resize(before, fill);
    receiver::with(own, |data| out.extend_from_slice(data));
    out.resize(out.len() + after, fill);
    Ok(receiver::like(vm, own, out))
}

pub fn center(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (missing, width, fill) = padding(vm, args, "center")?;
    let before = missing / 2 + (missing & width & 1);
    padded(vm, args[0], before, missing - before, fill)
}
pub fn ljust(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (missing, _, fill) = padding(vm, args, "ljust")?;
    padded(vm, args[0], 0, missing, fill)
}
pub fn rjust(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (missing, _, fill) = padding(vm, args, "rjust")?;
    padded(vm, args[0], missing, 0, fill)
}

pub fn zfill(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let width = usize::try_from(arguments::size(vm, args[1])?).unwrap_or(0);
    let missing = width.saturating_sub(receiver::length(args[0]));
    if missing == 0 {
        return Ok(receiver::all(vm, args[0]));
    }
    let mut out = room(vm, Some(width))?;
    receiver::with(args[0], |data| {
        let sign = usize::from(matches!(data.first(), Some(b'+' | b'-')));
        out.extend_from_slice(&data[..sign]);
        out.resize(sign + missing, b'0');
        out.extend_from_slice(&data[sign..]);
    });
    Ok(receiver::like(vm, args[0], out))
}

pub fn expandtabs(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let size = if args[1].is_bound() {
        convert::c_int(vm, args[1])?
    } else {
        8
    };
    match receiver::with(args[0], |data| expand_tabs(data, size, Unit::Byte)) {
        Some(Ok(expanded)) => Ok(receiver::like(vm, args[0], expanded)),
        Some(Err(TooLong)) => Err(raise::overflow_error(vm, "result too long")),
        None => {
            let data = receiver::with(args[0], <[u8]>::to_vec);
            Ok(receiver::like(vm, args[0], data))
        }
    }
}

/// `translate(table, /, delete=b'')`
pub fn translate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let table = match args[1] {
        Value::NONE => None,
        table => Some(buffer::require(vm, table, <[u8]>::to_vec)?),
    };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(raise::value_error(vm, "translation table must be 256 characters long"));
    }
    let mut gone = [false; 256];
    if args[2].is_bound() {
        buffer::require(vm, args[2], |data| {
            data.iter().for_each(|&byte| gone[byte as usize] = true)
        })?;
    }
    raise::room_for(vm, receiver::length(args[0]), 2)?;
    let made: Vec<u8> = receiver::with(args[0], |data| {
        if args[2].is_unbound() {
            let table = table.as_deref().unwrap_or_default();
            return data
                .iter()
                .map(|&byte| table.get(byte as usize).copied().unwrap_or(byte))
                .collect();
        }
        let mut kept = Vec::new();
        // What goes on after what is deleted is copied at once.
        for run in data.split(|&byte| gone[byte as usize]).filter(|run| !run.is_empty()) {
            let from = kept.len();
            kept.extend_from_slice(run);
            if let Some(table) = &table {
                kept[from..].iter_mut().for_each(|byte| *byte = table[*byte as usize]);
            }
        }
        kept
    });
    Ok(receiver::like(vm, args[0], made))
}

/// `maketrans(frm, to)`
pub fn maketrans(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let from = buffer::require(vm, args[0], <[u8]>::to_vec)?;
    let to = buffer::require(vm, args[1], <[u8]>::to_vec)?;
    if from.len() != to.len() {
        return Err(raise::value_error(vm, "maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    from.iter().zip(&to).for_each(|(&from, &to)| table[from as usize] = to);
    Ok(receiver::bytes(vm, table))
}

/// Applies `change` to every byte; it is told whether the byte before was a letter.
fn mapped(vm: &mut Vm, args: &[Value], change: fn(u8, bool) -> u8) -> Run<Value> {
    raise::room(vm, receiver::length(args[0]))?;
    let made = receiver::with(args[0], |data| {
        let mut after_letter = false;
        let map = |&byte: &u8| {
            let made = change(byte, after_letter);
            after_letter = byte.is_ascii_alphabetic();
            made
        };
        data.iter().map(map).collect()
    });
    Ok(receiver::like(vm, args[0], made))
}

pub fn upper(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    raise::room(vm, receiver::length(args[0]))?;
    let made = receiver::with(args[0], <[u8]>::to_ascii_uppercase);
    Ok(receiver::like(vm, args[0], made))
}
pub fn lower(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    raise::room(vm, receiver::length(args[0]))?;
    let made = receiver::with(args[0], <[u8]>::to_ascii_lowercase);
    Ok(receiver::like(vm, args[0], made))
}
pub fn swapcase(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    mapped(
        vm,
        args,
        |byte, _| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { byte },
    )
}
pub fn title(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    mapped(vm, args, |byte, after| {
        if after {
            byte.to_ascii_lowercase()
        } else {
            byte.to_ascii_uppercase()
        }
    })
}
pub fn capitalize(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    raise::room(vm, receiver::length(args[0]))?;
    let made = receiver::with(args[0], |data| {
        let mut made = data.to_ascii_lowercase();
        if let Some(first) = made.first_mut() {
            first.make_ascii_uppercase();
        }
        made
    });
    Ok(receiver::like(vm, args[0], made))
}

/// Whether there are bytes, and all are of a kind.
fn every(args: &[Value], holds: fn(&u8) -> bool) -> Run<Value> {
    Ok(Value::bool(receiver::with(args[0], |data| {
        !data.is_empty() && data.iter().all(holds)
    })))
}

pub fn isalnum(_: &mut Vm, args: &[Value]) -> Run<Value> {
    every(args, u8::is_ascii_alphanumeric)
}
pub fn isalpha(_: &mut Vm, args: &[Value]) -> Run<Value> {
    every(args, u8::is_ascii_alphabetic)
}
pub fn isdigit(_: &mut Vm, args: &[Value]) -> Run<Value> {
    every(args, u8::is_ascii_digit)
}
pub fn isspace(_: &mut Vm, args: &[Value]) -> Run<Value> {
    every(args, |byte| matches!(byte, 0x09..=0x0D | 0x20))
}
pub fn isascii(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(receiver::with(args[0], <[u8]>::is_ascii)))
}
pub fn islower(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(receiver::with(args[0], |data| {
        data.iter().any(u8::is_ascii_lowercase) && !data.iter().any(u8::is_ascii_uppercase)
    })))
}
pub fn isupper(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(receiver::with(args[0], |data| {
        data.iter().any(u8::is_ascii_uppercase) && !data.iter().any(u8::is_ascii_lowercase)
    })))
}
pub fn istitle(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(receiver::with(args[0], |data| {
        let (mut seen, mut after) = (false, false);
        for &byte in data {
            let wrong = if after {
                byte.is_ascii_uppercase()
            } else {
                byte.is_ascii_lowercase()
            };
            if wrong {
                return false;
            }
            after = byte.is_ascii_alphabetic();
            seen |= after;
        }
        seen
    })))
}
