//! Functions of `builtins` on any object: attributes, classes, identity, text.

use crate::base::spec::quick;
use crate::heap::value::Value;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::attrs::check;
use crate::ops::number::integer;
use crate::ops::relation::hash;
use crate::ops::render::{format, repr};
use crate::ops::{class, convert, make, raise, text};
use crate::vm::native::{NativeDef, function};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static OBJECTS: &[NativeDef] = &[
    function("getattr", "(object, name, default=None, /)", getattr),
    function("setattr", "(obj, name, value, /)", setattr),
    function("delattr", "(obj, name, /)", delattr),
    function("hasattr", "(obj, name, /)", hasattr),
    function("isinstance", "(obj, class_or_tuple, /)", |vm, args| {
        check::is_instance(vm, args[0], args[1]).map(Value::bool)
    }),
    function("issubclass", "(cls, class_or_tuple, /)", issubclass),
    function("callable", "(obj, /)", |vm, args| {
        Ok(Value::bool(class::special(vm, args[0], Special::Call).is_some()))
    }),
    function("id", "(obj, /)", id),
    function("hash", "(obj, /)", |vm, args| {
        let hash = hash::hash(vm, args[0])?;
        Ok(make::int(vm, hash))
    }),
    function("repr", "(obj, /)", |vm, args| repr::repr(vm, args[0])),
    function("ascii", "(obj, /)", |vm, args| repr::ascii(vm, args[0])),
    function("format", "(value, format_spec='', /)", format_value),
    function("ord", "(c, /)", ord),
    function("chr", "(i, /)", chr),
    function("bin", "(number, /)", |vm, args| radix(vm, args, 2, "0b")),
    function("oct", "(number, /)", |vm, args| radix(vm, args, 8, "0o")),
    function("hex", "(number, /)", |vm, args| radix(vm, args, 16, "0x")),
];

/// An attribute's name: an interned str.
fn name(vm: &mut Vm, value: Value) -> Run<Value> {
    if value.is::<Str>() {
        return Ok(text::intern_value(vm, value));
    }
    let got = class::name_of(vm, value);
    Err(raise::type_error(
        vm,
        format!("attribute name must be string, not '{got}'"),
    ))
}

fn getattr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = name(vm, args[1])?;
    if args[2].is_unbound() {
        return attribute::get(vm, args[0], name);
    }
    Ok(attribute::find(vm, args[0], name)?.unwrap_or(args[2]))
}

fn setattr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = name(vm, args[1])?;
    attribute::set(vm, args[0], name, args[2])?;
    Ok(Value::NONE)
}

fn delattr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = name(vm, args[1])?;
    attribute::delete(vm, args[0], name)?;
    Ok(Value::NONE)
}

fn hasattr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = name(vm, args[1])?;
    Ok(Value::bool(attribute::find(vm, args[0], name)?.is_some()))
}

fn issubclass(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check::is_subclass(vm, args[0], args[1]).map(Value::bool)
}

fn id(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let address = repr::address(args[0]);
    let number = crate::base::big::Big::from_u64(address);
    Ok(make::big(vm, number))
}

fn format_value(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let spec = args[1].or(vm.empty_str);
    if !spec.is::<Str>() {
        let got = if spec.is_none() {
            "None".to_string()
        } else {
            class::name_of_argument(vm, spec)
        };
        return Err(raise::type_error(
            vm,
            format!("format() argument 2 must be str, not {got}"),
        ));
    }
    format::format(vm, args[0], spec)
}

fn ord(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(string) = args[0].cast::<Str>() {
        let n = string.chars();
        if n == 1
            && let Some((c, _)) = crate::base::wtf8::walk::decode(string.bytes(), 0)
        {
            return Ok(Value::small_int(c as i64));
        }
        return Err(wrong_length(vm, n));
    }
    let found = crate::ops::render::buffer::with(args[0], |bytes| (bytes.len(), bytes.first().copied()));
    match found {
        Some((1, Some(byte))) => Ok(Value::small_int(byte as i64)),
        Some((n, _)) => Err(wrong_length(vm, n)),
        None => {
            let got = class::name_of(vm, args[0]);
            let message = format!("ord() expected string of length 1, but {got} found");
            Err(raise::type_error(vm, message))
        }
    }
}

fn wrong_length(vm: &mut Vm, n: usize) -> crate::vm::raised::Raised {
    let message = format!("ord() expected a character, but string of length {n} found");
    raise::type_error(vm, message)
}

fn chr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match convert::index_clamped(vm, args[0])? {
        n @ 0..0x11_0000 => Ok(text::from_char(vm, n as u32)),
        _ => Err(raise::value_error(vm, "chr() arg not in range(0x110000)")),
    }
}

fn radix(vm: &mut Vm, args: &[Value], radix: u32, prefix: &str) -> Run<Value> {
    let int = convert::index(vm, args[0])?;
    if let Some(n) = int.as_int() {
        let line = quick::prefixed(n, radix.trailing_zeros(), prefix);
        return Ok(text::from_ascii(vm, line.text()));
    }
    let digits = integer::with_big(int, |n| n.to_string_radix(radix));
    let shown = match digits.strip_prefix('-') {
        Some(digits) => format!("-{prefix}{digits}"),
        None => format!("{prefix}{digits}"),
    };
    Ok(text::new(vm, &shown))
}
