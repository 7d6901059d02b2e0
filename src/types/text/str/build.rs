//! Making `str` from `str`: join, replace, padding, case.

use crate::base::search::{self, Unit};
use crate::base::unicode;
use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::text::string::Str;
use crate::ops::{class, convert, raise, text};
use crate::types::text::arguments;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Longest text that is made, in bytes: beyond it, MemoryError comes before the attempt.
pub const BYTES_MAX: usize = 1 << 40;

/// Fill characters that are written without asking first whether there is room.
const PADDED_AT_ONCE_MAX: usize = 256;

/// Bytes that are taken without asking first whether there is room.
const MADE_AT_ONCE_MAX: usize = 1 << 24;

/// An empty buffer for `length` bytes.
/// # Errors
/// MemoryError if there is no room.
pub fn room(vm: &mut Vm, length: Option<usize>) -> Run<Vec<u8>> {
    let mut buffer = Vec::new();
    match length {
        Some(length) if length <= BYTES_MAX && buffer.try_reserve_exact(length).is_ok() => Ok(buffer),
        _ => Err(raise::memory_error(vm)),
    }
}

/// The exact `str` with the text of `string`: itself, unless it is of a subclass.
pub fn exact(vm: &mut Vm, string: Ref<Str>) -> Value {
    text::cut(vm, string, 0, string.len())
}

pub fn join(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let separator = args[0].expect::<Str>();
    let items = arguments::joined_items(vm, args[1])?;
    let mut length = separator.len().checked_mul(items.len().saturating_sub(1));
    for (i, &item) in items.iter().enumerate() {
        let Some(part) = item.cast::<Str>() else {
            let got = class::name_of(vm, item);
            let message = format!("sequence item {i}: expected str instance, {got} found");
            return Err(raise::type_error(vm, message));
        };
        length = length.and_then(|length| length.checked_add(part.len()));
    }
    match items[..] {
        [] => return Ok(vm.empty_str),
        [only] => return Ok(exact(vm, only.expect())),
        _ => {}
    }
    if length.is_none_or(|length| length > MADE_AT_ONCE_MAX) {
        room(vm, length)?;
    }
    Ok(text::join_between(vm, separator.bytes(), separator.chars(), &items))
}

pub fn replace(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let string = args[0].expect::<Str>();
    let old = arguments::string(vm, args[1], "replace", 1)?;
    let new = arguments::string(vm, args[2], "replace", 2)?;
    let limit = arguments::limit(vm, args[3])?;
    let (text, old, new) = (string.bytes(), old.bytes(), new.bytes());
    if text.len() > MADE_AT_ONCE_MAX || new.len() > old.len() && text.len().saturating_mul(new.len()) > BYTES_MAX {
        let length = search::replaced_length(text, old, new, limit, Unit::CodePoint);
        room(vm, length)?;
    }
    let is_ascii = string.is_ascii() && new.is_ascii();
    match search::replace(text, old, new, limit, Unit::CodePoint) {
        Some(replaced) if is_ascii => Ok(text::from_ascii_vec(vm, replaced)),
        Some(replaced) => Ok(text::from_vec(vm, replaced)),
        None => Ok(exact(vm, string)),
    }
}

/// Reads `(self, width, fillchar)`: the string, how many characters it lacks, and with what to fill.
fn padding(vm: &mut Vm, args: &[Value]) -> Run<(Ref<Str>, usize, u32)> {
    let string = args[0].expect::<Str>();
    let width = arguments::size(vm, args[1])?;
    let mut fill = u32::from(b' ');
    if args[2].is_bound() {
        let Some(filler) = args[2].cast::<Str>() else {
            let got = class::name_of(vm, args[2]);
            let message = format!("The fill character must be a unicode character, not {got}");
            return Err(raise::type_error(vm, message));
        };
        match walk::decode(filler.bytes(), 0) {
            Some((c, next)) if next == filler.len() => fill = c,
            _ => {
                let message = "The fill character must be exactly one character long";
                return Err(raise::type_error(vm, message));
            }
        }
    }
    let missing = usize::try_from(width).unwrap_or(0).saturating_sub(string.chars());
    Ok((string, missing, fill))
}

/// `string` between so many fill characters.
fn padded(vm: &mut Vm, string: Ref<Str>, before: usize, after: usize, fill: u32) -> Run<Value> {
    if before + after == 0 {
        return Ok(exact(vm, string));
    }
    let extra = (before + after).checked_mul(walk::encoded_length(fill));
    if fill < 0x80 && before + after <= PADDED_AT_ONCE_MAX {
        let (length, own) = (string.len() + before + after, string.len());
        let chars = string.chars() + before + after;
        let pad = |text: &mut [u8]| {
            text[..before].fill(fill as u8);
            text[before..before + own].copy_from_slice(string.bytes());
            text[before + own..].fill(fill as u8);
        };
        return Ok(text::with(vm, length, chars, pad));
    }
    let mut out = room(vm, extra.and_then(|extra| extra.checked_add(string.len())))?;
    push_fill(&mut out, fill, before);
    out.extend_from_slice(string.bytes());
    push_fill(&mut out, fill, after);
    Ok(text::from_vec(vm, out))
}

fn push_fill(out: &mut Vec<u8>, c: u32, count: usize) {
    if c < 0x80 {
        out.resize(out.len() + count, c as u8);
    } else {
        (0..count).for_each(|_| walk::push(out, c));
    }
}

pub fn center(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (string, missing, fill) = padding(vm, args)?;
    // CPYTHON: the odd one goes left where the width is odd.
    let odd = missing & (missing + string.chars()) & 1;
    let before = missing / 2 + odd;
    padded(vm, string, before, missing - before, fill)
}

pub fn ljust(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (string, missing, fill) = padding(vm, args)?;
    padded(vm, string, 0, missing, fill)
}

pub fn rjust(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (string, missing, fill) = padding(vm, args)?;
    padded(vm, string, missing, 0, fill)
}

pub fn zfill(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let string = args[0].expect::<Str>();
    let width = arguments::size(vm, args[1])?;
    let missing = usize::try_from(width).unwrap_or(0).saturating_sub(string.chars());
    if missing == 0 {
        return Ok(exact(vm, string));
    }
    let bytes = string.bytes();
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    if missing <= PADDED_AT_ONCE_MAX {
        let zeros = sign..sign + missing;
        return Ok(text::with(
            vm,
            string.len() + missing,
            string.chars() + missing,
            |text| {
                text[..sign].copy_from_slice(&bytes[..sign]);
                text[zeros.clone()].fill(b'0');
                text[zeros.end..].copy_from_slice(&bytes[sign..]);
            },
        ));
    }
    let mut out = room(vm, missing.checked_add(string.len()))?;
    out.extend_from_slice(&bytes[..sign]);
    push_fill(&mut out, u32::from(b'0'), missing);
    out.extend_from_slice(&bytes[sign..]);
    Ok(text::from_vec(vm, out))
}

pub fn expandtabs(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let size = if args[1].is_bound() {
        convert::c_int(vm, args[1])?
    } else {
        8
    };
    let string = args[0].expect::<Str>();
    match expand_tabs(string.bytes(), size, Unit::CodePoint) {
        Some(Ok(expanded)) => Ok(text::from_vec(vm, expanded)),
        Some(Err(TooLong)) => Err(raise::overflow_error(vm, "new string is too long")),
        None => Ok(exact(vm, string)),
    }
}

/// A result that no memory could hold.
pub struct TooLong;

/// `expandtabs` of text or bytes; nothing where there is no tab.
pub fn expand_tabs(text: &[u8], size: i32, unit: Unit) -> Option<Result<Vec<u8>, TooLong>> {
    let tabs = memchr::memchr_iter(b'\t', text).count();
    if tabs == 0 {
        return None;
    }
    let size = usize::try_from(size).unwrap_or(0);
    let mut out = Vec::new();
    let length = tabs.checked_mul(size).and_then(|extra| extra.checked_add(text.len()));
    if length.is_none_or(|length| length > BYTES_MAX || out.try_reserve(length).is_err()) {
        return Some(Err(TooLong));
    }
    let mut column = 0;
    for &byte in text {
        match byte {
            b'\t' if size > 0 => {
                let spaces = size - column % size;
                out.resize(out.len() + spaces, b' ');
                column += spaces;
                continue;
            }
            b'\t' => continue,
            b'\n' | b'\r' => column = 0,
            _ if unit == Unit::Byte || byte & 0xC0 != 0x80 => column += 1,
            _ => {}
        }
        out.push(byte);
    }
    Some(Ok(out))
}

macro_rules! cases {
    ($($name:ident)*) => {$(
        pub fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            let text = args[0].expect::<Str>();
            raise::room_for(vm, text.len(), 2)?;
            let mapped = unicode::$name(text.bytes());
            Ok(text::from_vec(vm, mapped))
        }
    )*};
}

cases! { title capitalize swapcase }

/// A mapping that changes one ASCII byte into another.
fn mapped(vm: &mut Vm, args: &[Value], ascii: fn(&u8) -> u8, any: fn(&[u8]) -> Vec<u8>) -> Run<Value> {
    let string = args[0].expect::<Str>();
    let bytes = string.bytes();
    if !string.is_ascii() {
        raise::room_for(vm, bytes.len(), 3)?;
        return Ok(text::from_vec(vm, any(bytes)));
    }
    raise::room(vm, bytes.len())?;
    let map = |text: &mut [u8]| text.iter_mut().zip(bytes).for_each(|(to, from)| *to = ascii(from));
    Ok(text::with(vm, bytes.len(), bytes.len(), map))
}

pub fn upper(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    mapped(vm, args, u8::to_ascii_uppercase, unicode::upper)
}

pub fn lower(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    mapped(vm, args, u8::to_ascii_lowercase, unicode::lower)
}

pub fn casefold(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    mapped(vm, args, u8::to_ascii_lowercase, unicode::casefold)
}
