//! `str(...)`, and what a `str` says of itself: repr, format, encode.

use crate::base::codec::repr as quoted;
use crate::heap::value::Value;
use crate::object::text::string::Str;
use crate::ops::render::{buffer, codec, format, repr};
use crate::ops::{class, make, raise, text};
use crate::types::text::arguments;
use crate::types::text::str::build;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// `str(object='')`, `str(bytes, encoding, errors)`
pub fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let wanted = arguments::new_class(vm, args[0], ClassId::Str)?;
    let made = match (args[1], args[2].is_bound() || args[3].is_bound()) {
        (Value::UNBOUND, _) => vm.empty_str,
        (object, false) => repr::str(vm, object)?,
        (object, true) => decoded(vm, object, args[2], args[3])?,
    };
    if class::shape(wanted) == ClassId::Str.shape() {
        return Ok(made);
    }
    let string = made.expect::<Str>();
    Ok(Str::new(&mut vm.heap, class::shape(wanted), string.bytes()).value())
}

fn decoded(vm: &mut Vm, object: Value, encoding: Value, errors: Value) -> Run<Value> {
    let encoding = arguments::codec_name(vm, encoding, "str", "encoding", "utf-8")?;
    let errors = arguments::codec_name(vm, errors, "str", "errors", "strict")?;
    if object.is::<Str>() {
        return Err(raise::type_error(vm, "decoding str is not supported"));
    }
    match buffer::decode(vm, object, &encoding, &errors) {
        Some(made) => made,
        None => {
            let got = class::name_of(vm, object);
            let message = format!("decoding to str: need a bytes-like object, {got} found");
            Err(raise::type_error(vm, message))
        }
    }
}

pub fn encode(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let string = args[0].expect::<Str>();
    if string.is_ascii() && arguments::is_utf8_by_default(args) {
        return Ok(make::bytes(vm, string.bytes()));
    }
    let encoding = arguments::codec_name(vm, args[1], "encode", "encoding", "utf-8")?;
    let errors = arguments::codec_name(vm, args[2], "encode", "errors", "strict")?;
    let data = codec::encode(vm, string, &encoding, &errors)?;
    Ok(make::bytes(vm, data))
}

pub fn to_str(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(build::exact(vm, args[0].expect()))
}

pub fn to_repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(text::from_vec(vm, quoted::of_text(args[0].expect::<Str>().bytes())))
}

/// `str.__format__`
pub fn to_format(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let spec = format::specification(vm, args[1])?;
    if spec.is_empty() {
        return repr::str(vm, args[0]);
    }
    let name = class::name_of(vm, args[0]);
    format::format_str(vm, args[0].expect::<Str>().bytes(), spec.bytes(), &name)
}

pub fn getnewargs(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let exact = build::exact(vm, args[0].expect());
    Ok(make::tuple(vm, &[exact]))
}

/// `__sizeof__`, as CPython counts.
pub fn sizeof(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let string = args[0].expect::<Str>();
    if string.is_ascii() {
        return Ok(make::size(vm, 41 + string.len()));
    }
    let width = match string.bytes().iter().max() {
        Some(0xF0..) => 4,
        Some(0xC4..) => 2,
        _ => 1,
    };
    Ok(make::size(vm, 56 + width * (string.chars() + 1)))
}
