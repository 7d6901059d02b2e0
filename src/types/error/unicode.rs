//! `UnicodeDecodeError`, `UnicodeEncodeError`, `UnicodeTranslateError`.

use crate::heap::value::Value;
use crate::object::exception::Exception;
use crate::object::exception::field::{ENCODING, END, OBJECT, REASON, START};
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::object::text::string::Str;
use crate::ops::{class, convert, make, raise};
use crate::types::error::base::{exception, field, init as base_init, no_keywords, set_field};
use crate::types::glue;
use crate::vm::native::{NativeDef, getter, method, spread_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static DECODE: &[NativeDef] = &[
    spread_method("__init__", "($self, /, *args, **kwargs)", init_decode),
    method("__str__", "($self, /)", decode_str),
];
pub static ENCODE: &[NativeDef] = &[
    spread_method("__init__", "($self, /, *args, **kwargs)", init_encode),
    method("__str__", "($self, /)", encode_str),
];
pub static TRANSLATE: &[NativeDef] = &[
    spread_method("__init__", "($self, /, *args, **kwargs)", init_translate),
    method("__str__", "($self, /)", translate_str),
];
pub static ENCODING_FIELD: &[NativeDef] =
    &[getter("encoding", |_, args| field(args, ENCODING)).setter(|vm, args| set_field(vm, args, ENCODING))];
/// Of all three.
pub static FIELDS: &[NativeDef] = &[
    getter("object", |_, args| field(args, OBJECT)).setter(|vm, args| set_field(vm, args, OBJECT)),
    getter("start", |_, args| field(args, START)).setter(|vm, args| set_field(vm, args, START)),
    getter("end", |_, args| field(args, END)).setter(|vm, args| set_field(vm, args, END)),
    getter("reason", |_, args| field(args, REASON)).setter(|vm, args| set_field(vm, args, REASON)),
];

fn check_count(vm: &mut Vm, args: &[Value], names: &[Value], count: usize) -> Run<()> {
    if !names.is_empty() {
        return Err(no_keywords(vm, args[0]));
    }
    base_init(vm, args, names)?;
    let given = args.len() - 1;
    if given != count {
        let message = format!("function takes exactly {count} arguments ({given} given)");
        return Err(raise::type_error(vm, message));
    }
    Ok(())
}

fn check_text(vm: &mut Vm, args: &[Value], place: usize) -> Run<Value> {
    if args[place].is::<Str>() {
        return Ok(args[place]);
    }
    let got = class::name_of_argument(vm, args[place]);
    let message = format!("argument {place} must be str, not {got}");
    Err(raise::type_error(vm, message))
}

/// Sets the fields behind the encoding, which stand from `first` on in the arguments.
fn set_rest(vm: &mut Vm, args: &[Value], object: Value, first: usize) -> Run<Value> {
    let start = convert::index(vm, args[first])?;
    let end = convert::index(vm, args[first + 1])?;
    let reason = check_text(vm, args, first + 2)?;
    for (place, value) in [(OBJECT, object), (START, start), (END, end), (REASON, reason)] {
        exception(args).set_field(&mut vm.heap, place, value);
    }
    Ok(Value::NONE)
}

fn init_decode(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    check_count(vm, args, names, 5)?;
    let encoding = check_text(vm, args, 1)?;
    exception(args).set_field(&mut vm.heap, ENCODING, encoding);
    let object = match args[2].cast::<ByteArray>() {
        Some(array) => {
            let copy = array.data().borrow().clone();
            make::bytes(vm, copy)
        }
        None if args[2].is::<Bytes>() => args[2],
        None => {
            let got = class::name_of(vm, args[2]);
            let message = format!("a bytes-like object is required, not '{got}'");
            return Err(raise::type_error(vm, message));
        }
    };
    set_rest(vm, args, object, 3)
}

fn init_encode(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    check_count(vm, args, names, 5)?;
    let encoding = check_text(vm, args, 1)?;
    exception(args).set_field(&mut vm.heap, ENCODING, encoding);
    let object = check_text(vm, args, 2)?;
    set_rest(vm, args, object, 3)
}

fn init_translate(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    check_count(vm, args, names, 4)?;
    let object = check_text(vm, args, 1)?;
    set_rest(vm, args, object, 2)
}

/// Start and end as they are, which may lie outside of the object.
fn range(error: &Exception) -> (i64, i64) {
    let get = |i: usize| error.field(i).as_int().unwrap_or(0);
    (get(START), get(END))
}

/// "byte 0xff in position 3", or "bytes in position 3-5".
fn decode_str(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let error = exception(args);
    let Some(object) = error.field(OBJECT).cast::<Bytes>() else {
        return Ok(vm.empty_str);
    };
    let (start, end) = range(&error);
    let encoding = glue::str(vm, error.field(ENCODING).or(Value::NONE))?;
    let reason = glue::str(vm, error.field(REASON).or(Value::NONE))?;
    let byte = usize::try_from(start).ok().and_then(|start| object.data().get(start));
    let what = match byte {
        Some(byte) if end == start + 1 => format!("byte 0x{byte:02x} in position {start}"),
        _ => format!("bytes in position {start}-{}", end - 1),
    };
    glue::text(vm, format!("'{encoding}' codec can't decode {what}: {reason}"))
}

/// "character '\xe4' in position 3", or "characters in position 3-5"; `None` if the object is no str.
fn characters(error: &Exception) -> Option<String> {
    let object = error.field(OBJECT).cast::<Str>()?;
    let (start, end) = range(error);
    let place = usize::try_from(start).ok().filter(|&place| place < object.chars());
    let Some(place) = place.filter(|_| end == start + 1) else {
        return Some(format!("characters in position {start}-{}", end - 1));
    };
    let c = code_point(&object.bytes()[object.offset(place)..]);
    let shown = match c {
        ..=0xFF => format!("\\x{c:02x}"),
        0x100..=0xFFFF => format!("\\u{c:04x}"),
        _ => format!("\\U{c:08x}"),
    };
    Some(format!("character '{shown}' in position {start}"))
}

/// The first code point of WTF-8.
fn code_point(bytes: &[u8]) -> u32 {
    let tail = |i: usize| (bytes[i] & 0x3F) as u32;
    match bytes[0] {
        b if b < 0x80 => b as u32,
        b if b < 0xE0 => (b as u32 & 0x1F) << 6 | tail(1),
        b if b < 0xF0 => (b as u32 & 0xF) << 12 | tail(1) << 6 | tail(2),
        b => (b as u32 & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3),
    }
}

fn encode_str(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let error = exception(args);
    let Some(what) = characters(&error) else {
        return Ok(vm.empty_str);
    };
    let encoding = glue::str(vm, error.field(ENCODING).or(Value::NONE))?;
    let reason = glue::str(vm, error.field(REASON).or(Value::NONE))?;
    glue::text(vm, format!("'{encoding}' codec can't encode {what}: {reason}"))
}

fn translate_str(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let error = exception(args);
    let Some(what) = characters(&error) else {
        return Ok(vm.empty_str);
    };
    let reason = glue::str(vm, error.field(REASON).or(Value::NONE))?;
    glue::text(vm, format!("can't translate {what}: {reason}"))
}
