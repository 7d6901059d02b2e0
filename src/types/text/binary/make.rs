//! `bytes(...)` and `bytearray(...)`; hexadecimal digits; decoding.

use crate::heap::object::Ref;
use crate::heap::pressure;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::render::{buffer, codec};
use crate::ops::{call, class, convert, raise, text};
use crate::types::text::arguments;
use crate::types::text::binary::receiver;
use crate::types::text::str::build::room;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `bytes(source=b'', encoding='utf-8', errors='strict')`
pub fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let wanted = arguments::new_class(vm, args[0], ClassId::Bytes)?;
    let shape = class::shape(wanted);
    let is_exact = shape == ClassId::Bytes.shape();
    let plain = args[2].is_unbound() && args[3].is_unbound();
    if plain && is_exact && class::is_exact(args[1].or(Value::NONE), ClassId::Bytes) {
        return Ok(args[1]);
    }
    let data = source(vm, &args[1..], "bytes")?;
    Ok(Bytes::new(&mut vm.heap, shape, data).value())
}

/// `bytearray.__new__`: empty; the arguments are `__init__`'s.
pub fn new_array(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let first = args.first().copied().unwrap_or(Value::NONE);
    let wanted = arguments::new_class(vm, first, ClassId::ByteArray)?;
    Ok(ByteArray::new(&mut vm.heap, class::shape(wanted), Vec::new()).value())
}

/// `bytearray.__init__`
pub fn init_array(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let array = args[0].expect::<ByteArray>();
    if array.exports.get() == 0 && args[0] != args[1] {
        // CPYTHON: it is emptied before the source is looked at.
        array.data().replace(Vec::new());
    }
    let data = source(vm, &args[1..], "bytearray")?;
    if array.exports.get() > 0 && array.data().borrow().len() != data.len() {
        return Err(raise::buffer_error(
            vm,
            "Existing exports of data: object cannot be re-sized",
        ));
    }
    pressure::add(data.capacity());
    array.data().replace(data);
    Ok(Value::NONE)
}

/// Room for a copy of a bytes-like object's bytes, and for what becomes of them.
fn room_for_copy(vm: &mut Vm, source: Value) -> Run<()> {
    let length = buffer::with(source, <[u8]>::len).unwrap_or(0);
    raise::room_for(vm, length, 2)
}

/// The bytes that the arguments `(source, encoding, errors)` mean.
fn source(vm: &mut Vm, args: &[Value], kind: &str) -> Run<Vec<u8>> {
    room_for_copy(vm, args[0])?;
    let (source, encoding, errors) = (args[0], args[1], args[2]);
    if encoding.is_bound() || errors.is_bound() {
        let encoding_name = arguments::codec_name(vm, encoding, kind, "encoding", "utf-8")?;
        let errors_name = arguments::codec_name(vm, errors, kind, "errors", "strict")?;
        let Some(string) = source.cast::<Str>() else {
            let given = if encoding.is_bound() { "encoding" } else { "errors" };
            return Err(raise::type_error(vm, format!("{given} without a string argument")));
        };
        return codec::encode(vm, string, &encoding_name, &errors_name);
    }
    if source.is_unbound() {
        return Ok(Vec::new());
    }
    if source.is::<Str>() {
        return Err(raise::type_error(vm, "string argument without an encoding"));
    }
    if kind == "bytes"
        && !class::is_exact(source, ClassId::Bytes)
        && let Some(made) = call::special(vm, source, Special::Bytes, &[])
    {
        let made = made?;
        if let Some(bytes) = made.cast::<Bytes>() {
            return Ok(bytes.data().to_vec());
        }
        let got = class::name_of(vm, made);
        return Err(raise::type_error(
            vm,
            format!("__bytes__ returned non-bytes (type {got})"),
        ));
    }
    if let Some(data) = buffer::copy(source) {
        return Ok(data);
    }
    if convert::has_index(vm, source) {
        return zeros(vm, source);
    }
    if !iterate::is_iterable(vm, source) {
        let got = class::name_of(vm, source);
        return Err(raise::type_error(
            vm,
            format!("cannot convert '{got}' object to {kind}"),
        ));
    }
    let message = if kind == "bytes" {
        "bytes must be in range(0, 256)"
    } else {
        "byte must be in range(0, 256)"
    };
    from_items(vm, source, message)
}

fn zeros(vm: &mut Vm, count: Value) -> Run<Vec<u8>> {
    let count = convert::size(vm, count)?;
    let Ok(count) = usize::try_from(count) else {
        return Err(raise::value_error(vm, "negative count"));
    };
    let mut out = room(vm, Some(count))?;
    out.resize(count, 0);
    Ok(out)
}

/// The bytes that an iterable of ints gives.
pub fn from_items(vm: &mut Vm, source: Value, message: &str) -> Run<Vec<u8>> {
    let mut out = Vec::new();
    if let Some(list) = source.cast::<List>().filter(|_| class::is_exact(source, ClassId::List)) {
        // An item's __index__ may change the list.
        while let Some(item) = list.get(out.len()) {
            out.push(receiver::byte_or(vm, item, message)?);
        }
        return Ok(out);
    }
    if let Some(tuple) = source
        .cast::<Tuple>()
        .filter(|_| class::is_exact(source, ClassId::Tuple))
    {
        for &item in tuple.items() {
            out.push(receiver::byte_or(vm, item, message)?);
        }
        return Ok(out);
    }
    let iterator = iterate::iter(vm, source)?;
    while let Some(item) = iterate::next(vm, iterator)? {
        out.push(receiver::byte_or(vm, item, message)?);
    }
    Ok(out)
}

pub fn decode(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(bytes) = args[0].cast::<Bytes>()
        && arguments::is_utf8_by_default(args)
        && bytes.data().is_ascii()
    {
        room_for_copy(vm, args[0])?;
        return Ok(text::from_ascii(vm, bytes.data()));
    }
    let encoding = arguments::codec_name(vm, args[1], "decode", "encoding", "utf-8")?;
    let errors = arguments::codec_name(vm, args[2], "decode", "errors", "strict")?;
    room_for_copy(vm, args[0])?;
    match buffer::decode(vm, args[0], &encoding, &errors) {
        Some(made) => made,
        None => unreachable!("the receiver is bytes or bytearray"),
    }
}

/// `fromhex(string)`
pub fn fromhex(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let digits = match (args[1].cast::<Str>(), buffer::copy(args[1])) {
        (Some(string), _) => string.bytes().to_vec(),
        (_, Some(data)) => data,
        _ => {
            let got = class::name_of(vm, args[1]);
            let message = format!("fromhex() argument must be str or bytes-like, not {got}");
            return Err(raise::type_error(vm, message));
        }
    };
    let data = match read_hex(&digits) {
        Ok(data) => data,
        Err(Some(at)) => {
            let message = format!("non-hexadecimal number found in fromhex() arg at position {at}");
            return Err(raise::value_error(vm, message));
        }
        Err(None) => {
            let message = "fromhex() arg must contain an even number of hexadecimal digits";
            return Err(raise::value_error(vm, message));
        }
    };
    let wanted = args[0].expect::<Class>();
    let is_array = wanted.is_subclass(class::known(vm, ClassId::ByteArray));
    let of = if is_array { ClassId::ByteArray } else { ClassId::Bytes };
    let made = if is_array {
        ByteArray::new(&mut vm.heap, of.shape(), data).value()
    } else {
        receiver::bytes(vm, data)
    };
    called(vm, wanted, of, made)
}

/// `wanted(made)`, unless `made` is of that class.
fn called(vm: &mut Vm, wanted: Ref<Class>, of: ClassId, made: Value) -> Run<Value> {
    if wanted.value() == vm.class(of) {
        Ok(made)
    } else {
        call::call(vm, wanted.value(), &[made])
    }
}

/// Pairs of digits, whitespace between them allowed; an error is where the wrong character stands, or nothing for a lone digit.
fn read_hex(text: &[u8]) -> Result<Vec<u8>, Option<usize>> {
    let digit = |at: usize| text.get(at).and_then(|&byte| char::from(byte).to_digit(16));
    let mut out = Vec::with_capacity(text.len() / 2);
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if matches!(byte, 0x09..=0x0D | b' ') {
            at += 1;
            continue;
        }
        let high = digit(at).ok_or(Some(at))?;
        if at + 1 == text.len() {
            return Err(None);
        }
        let low = digit(at + 1).ok_or(Some(at + 1))?;
        out.push((high << 4 | low) as u8);
        at += 2;
    }
    Ok(out)
}

/// `hex(sep, bytes_per_sep=1)`
pub fn hex(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let group = if args[2].is_bound() {
        i64::from(convert::c_int(vm, args[2])?)
    } else {
        1
    };
    let separator = match args[1] {
        Value::UNBOUND => None,
        separator => Some(hex_separator(vm, separator)?),
    };
    let length = buffer::with(args[0], <[u8]>::len).unwrap_or(0);
    raise::room_for(vm, length, 3)?;
    let made = buffer::require(vm, args[0], |data| hex_text(data, separator, group))?;
    Ok(text::from_vec(vm, made))
}

fn hex_separator(vm: &mut Vm, value: Value) -> Run<u8> {
    if convert::len(vm, value)? != 1 {
        return Err(raise::value_error(vm, "sep must be length 1."));
    }
    let data = match (value.cast::<Str>(), buffer::copy(value)) {
        (Some(string), _) => string.bytes().to_vec(),
        (_, Some(data)) => data,
        _ => return Err(raise::type_error(vm, "sep must be str or bytes.")),
    };
    match data[..] {
        [byte] if byte < 0x80 => Ok(byte),
        _ => Err(raise::value_error(vm, "sep must be ASCII.")),
    }
}

/// Digits of all bytes, a separator after every `group` of them: counted from the right, from the left if negative.
fn hex_text(data: &[u8], separator: Option<u8>, group: i64) -> Vec<u8> {
    let Some(separator) = separator else {
        return faster_hex::hex_string(data).into_bytes();
    };
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let size = group.unsigned_abs() as usize;
    let first = if group > 0 && size > 0 { data.len() % size } else { 0 };
    let mut out = Vec::with_capacity(data.len() * 3);
    for (i, &byte) in data.iter().enumerate() {
        if size > 0 && i > 0 && (i + size - first).is_multiple_of(size) {
            out.push(separator);
        }
        out.extend_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
    out
}
