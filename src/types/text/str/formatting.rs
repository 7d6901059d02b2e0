//! `str.format` and `str.format_map`: the mini-language of replacement fields.

use crate::base::unicode;
use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::container::item;
use crate::ops::render::format;
use crate::ops::{raise, text};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Replacement fields may stand in the specification of a field, but not in the specification of one of those.
const NESTING_MAX: usize = 2;

/// Where fields take their values from.
struct Arguments<'a> {
    /// `None` for `format_map`.
    positional: Option<&'a [Value]>,
    named: &'a [Value],
    names: &'a [Value],
    /// The mapping of `format_map`.
    mapping: Value,
    numbering: Numbering,
}

/// Whether fields are numbered, by whom, and the next automatic number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

/// The parts of a replacement field.
struct Field<'a> {
    name: &'a [u8],
    conversion: Option<u32>,
    spec: &'a [u8],
    /// The specification has fields itself.
    nested: bool,
}

/// `str.format(*args, **kwargs)`
pub fn format(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let positional = args.len() - names.len();
    let mut arguments = Arguments {
        positional: Some(&args[1..positional]),
        named: &args[positional..],
        names,
        mapping: Value::UNBOUND,
        numbering: Numbering::Unknown,
    };
    let template = args[0].expect::<Str>();
    finished(vm, template, &mut arguments)
}

/// `template` with its fields filled; itself, of whatever class, where there is none.
fn finished(vm: &mut Vm, template: Ref<Str>, arguments: &mut Arguments) -> Run<Value> {
    if memchr::memchr2(b'{', b'}', template.bytes()).is_none() {
        return Ok(template.value());
    }
    let made = expand(vm, template.bytes(), arguments, NESTING_MAX)?;
    Ok(text::from_vec(vm, made))
}

/// `str.format_map(mapping)`
pub fn format_map(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut arguments = Arguments {
        positional: None,
        named: &[],
        names: &[],
        mapping: args[1],
        numbering: Numbering::Unknown,
    };
    let template = args[0].expect::<Str>();
    finished(vm, template, &mut arguments)
}

fn expand(vm: &mut Vm, template: &[u8], arguments: &mut Arguments, levels: usize) -> Run<Vec<u8>> {
    if levels == 0 {
        return Err(raise::value_error(vm, "Max string recursion exceeded"));
    }
    let mut out = Vec::with_capacity(template.len() + 16);
    let mut at = 0;
    while at < template.len() {
        let rest = &template[at..];
        let Some(brace) = memchr::memchr2(b'{', b'}', rest) else {
            raise::append(vm, &mut out, rest)?;
            break;
        };
        raise::append(vm, &mut out, &rest[..brace])?;
        at += brace + 1;
        if template.get(at) == Some(&rest[brace]) {
            out.push(rest[brace]);
            at += 1;
            continue;
        }
        if rest[brace] == b'}' {
            return Err(raise::value_error(vm, "Single '}' encountered in format string"));
        }
        if at == template.len() {
            return Err(raise::value_error(vm, "Single '{' encountered in format string"));
        }
        let (field, next) = read_field(template, at).map_err(|message| raise::value_error(vm, message))?;
        at = next;
        render(vm, &mut out, &field, arguments, levels)?;
    }
    Ok(out)
}

/// Reads the field that begins at `at`, behind its brace, and answers where the text goes on.
fn read_field(template: &[u8], mut at: usize) -> Result<(Field<'_>, usize), &'static str> {
    let start = at;
    let end = loop {
        match template.get(at) {
            None => return Err("expected '}' before end of string"),
            Some(b'{') => return Err("unexpected '{' in field name"),
            Some(b'[') => at += memchr::memchr(b']', &template[at..]).unwrap_or(template.len() - at),
            Some(b'}' | b':' | b'!') => break at,
            Some(_) => at += 1,
        }
    };
    let mut field = Field {
        name: &template[start..end],
        conversion: None,
        spec: &[],
        nested: false,
    };
    at = end + 1;
    match template[end] {
        b'}' => return Ok((field, at)),
        b'!' => {
            let Some((conversion, next)) = walk::decode(template, at) else {
                return Err("end of string while looking for conversion specifier");
            };
            field.conversion = Some(conversion);
            match template.get(next) {
                Some(b'}') => return Ok((field, next + 1)),
                Some(b':') => at = next + 1,
                Some(_) => return Err("expected ':' after conversion specifier"),
                None => return Err("unmatched '{' in format spec"),
            }
        }
        _ => {}
    }
    let (start, mut depth) = (at, 1);
    while let Some(&byte) = template.get(at) {
        at += 1;
        match byte {
            b'{' => {
                field.nested = true;
                depth += 1;
            }
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    field.spec = &template[start..at - 1];
                    return Ok((field, at));
                }
            }
            _ => {}
        }
    }
    Err("unmatched '{' in format spec")
}

/// Appends what a field stands for.
fn render(vm: &mut Vm, out: &mut Vec<u8>, field: &Field, arguments: &mut Arguments, levels: usize) -> Run<()> {
    let value = resolve(vm, field.name, arguments)?;
    let value = match field.conversion {
        None => value,
        Some(conversion) => convert(vm, value, conversion)?,
    };
    let shown = if field.spec.is_empty() {
        format::format_plain(vm, value)?
    } else if field.nested {
        let spec = expand(vm, field.spec, arguments, levels - 1)?;
        let spec = text::from_vec(vm, spec);
        format::format(vm, value, spec)?
    } else {
        let spec = text::from_bytes(vm, field.spec);
        format::format(vm, value, spec)?
    };
    raise::append(vm, out, shown.expect::<Str>().bytes())
}

fn convert(vm: &mut Vm, value: Value, conversion: u32) -> Run<Value> {
    let number = match char::from_u32(conversion) {
        Some('s') => 1,
        Some('r') => 2,
        Some('a') => 3,
        shown => {
            let message = match shown.filter(|_| conversion > 32 && conversion < 127) {
                Some(c) => format!("Unknown conversion specifier {c}"),
                None => format!("Unknown conversion specifier \\x{conversion:x}"),
            };
            return Err(raise::value_error(vm, message));
        }
    };
    format::convert(vm, value, number)
}

/// The number that `text` is, if it is one.
fn number(vm: &mut Vm, text: &[u8]) -> Run<Option<usize>> {
    let mut sum: Option<usize> = None;
    for c in walk::code_points(text) {
        let Some(digit) = unicode::decimal_value(c) else {
            return Ok(None);
        };
        let grown = sum
            .unwrap_or(0)
            .checked_mul(10)
            .and_then(|sum| sum.checked_add(digit as usize));
        match grown.filter(|&sum| sum <= isize::MAX as usize) {
            Some(grown) => sum = Some(grown),
            None => return Err(raise::value_error(vm, "Too many decimal digits in format string")),
        }
    }
    Ok(sum)
}

/// The value that a field's name stands for: an argument, then attributes and items of it.
fn resolve(vm: &mut Vm, name: &[u8], arguments: &mut Arguments) -> Run<Value> {
    let end = memchr::memchr2(b'.', b'[', name).unwrap_or(name.len());
    let mut value = argument(vm, &name[..end], arguments)?;
    let mut at = end;
    while let Some(&byte) = name.get(at) {
        at += 1;
        let rest = &name[at..];
        match byte {
            b'.' => {
                let end = memchr::memchr2(b'.', b'[', rest).unwrap_or(rest.len());
                check_part(vm, &rest[..end])?;
                let part = text::intern_bytes(vm, &rest[..end]);
                value = attribute::get(vm, value, part)?;
                at += end;
            }
            b'[' => {
                let Some(end) = memchr::memchr(b']', rest) else {
                    return Err(raise::value_error(vm, "Missing ']' in format string"));
                };
                check_part(vm, &rest[..end])?;
                let key = match number(vm, &rest[..end])? {
                    Some(n) => Value::try_int(n as i64).unwrap_or(Value::NONE),
                    None => text::from_bytes(vm, &rest[..end]),
                };
                value = item::get(vm, value, key)?;
                at += end + 1;
            }
            _ => {
                let message = "Only '.' or '[' may follow ']' in format field specifier";
                return Err(raise::value_error(vm, message));
            }
        }
    }
    Ok(value)
}

fn check_part(vm: &mut Vm, part: &[u8]) -> Run<()> {
    if part.is_empty() {
        return Err(raise::value_error(vm, "Empty attribute in format string"));
    }
    Ok(())
}

/// The argument that the first part of a field's name stands for.
fn argument(vm: &mut Vm, name: &[u8], arguments: &mut Arguments) -> Run<Value> {
    let index = number(vm, name)?;
    let index = match (index, arguments.numbering) {
        (None, Numbering::Manual) if name.is_empty() => {
            let message = "cannot switch from manual field specification to automatic field numbering";
            return Err(raise::value_error(vm, message));
        }
        (Some(_), Numbering::Automatic(_)) => {
            let message = "cannot switch from automatic field numbering to manual field specification";
            return Err(raise::value_error(vm, message));
        }
        (None, Numbering::Automatic(next)) if name.is_empty() => {
            arguments.numbering = Numbering::Automatic(next + 1);
            next
        }
        (None, _) if name.is_empty() => {
            arguments.numbering = Numbering::Automatic(1);
            0
        }
        (Some(index), _) => {
            arguments.numbering = Numbering::Manual;
            index
        }
        (None, _) => return named(vm, name, arguments),
    };
    let Some(positional) = arguments.positional else {
        return Err(raise::value_error(vm, "Format string contains positional fields"));
    };
    match positional.get(index) {
        Some(&value) => Ok(value),
        None => {
            let message = format!("Replacement index {index} out of range for positional args tuple");
            Err(raise::index_error(vm, message))
        }
    }
}

fn named(vm: &mut Vm, name: &[u8], arguments: &Arguments) -> Run<Value> {
    if arguments.mapping.is_bound() {
        let key = text::from_bytes(vm, name);
        return item::get(vm, arguments.mapping, key);
    }
    let place = arguments
        .names
        .iter()
        .position(|given| given.expect::<Str>().bytes() == name);
    match place {
        Some(place) => Ok(arguments.named[place]),
        None => {
            let key = text::from_bytes(vm, name);
            Err(raise::key_error(vm, key))
        }
    }
}
