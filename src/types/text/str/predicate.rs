//! What `str` says of its characters: `isalpha` and its kin.

use crate::base::unicode;
use crate::base::wtf8::walk;
use crate::heap::value::Value;
use crate::object::text::string::Str;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Whether there are characters, and all are of a kind.
fn all(args: &[Value], ascii: fn(u8) -> bool, any: fn(u32) -> bool) -> Run<Value> {
    let string = args[0].expect::<Str>();
    let bytes = string.bytes();
    let holds = if string.is_ascii() {
        bytes.iter().all(|&b| ascii(b))
    } else {
        walk::code_points(bytes).all(any)
    };
    Ok(Value::bool(holds && !bytes.is_empty()))
}

pub fn isalpha(_: &mut Vm, args: &[Value]) -> Run<Value> {
    all(args, |b| b.is_ascii_alphabetic(), unicode::is_alpha)
}
pub fn isdigit(_: &mut Vm, args: &[Value]) -> Run<Value> {
    all(args, |b| b.is_ascii_digit(), unicode::is_digit)
}
pub fn isdecimal(_: &mut Vm, args: &[Value]) -> Run<Value> {
    all(args, |b| b.is_ascii_digit(), unicode::is_decimal)
}
pub fn isnumeric(_: &mut Vm, args: &[Value]) -> Run<Value> {
    all(args, |b| b.is_ascii_digit(), unicode::is_numeric)
}
pub fn isalnum(_: &mut Vm, args: &[Value]) -> Run<Value> {
    all(args, |b| b.is_ascii_alphanumeric(), unicode::is_alnum)
}
pub fn isspace(_: &mut Vm, args: &[Value]) -> Run<Value> {
    all(args, |b| unicode::is_space(u32::from(b)), unicode::is_space)
}
pub fn isprintable(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let string = args[0].expect::<Str>();
    Ok(Value::bool(
        walk::code_points(string.bytes()).all(unicode::is_printable),
    ))
}
pub fn isascii(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(args[0].expect::<Str>().is_ascii()))
}
pub fn isupper(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(unicode::is_upper_text(args[0].expect::<Str>().bytes())))
}
pub fn islower(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(unicode::is_lower_text(args[0].expect::<Str>().bytes())))
}
pub fn istitle(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(unicode::is_title_text(args[0].expect::<Str>().bytes())))
}
pub fn isidentifier(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(unicode::is_identifier(args[0].expect::<Str>().bytes())))
}
