//! `format()`, the conversions of replacement fields, and what the specification of a str means.

use crate::base::spec::number::{self, Int};
use crate::base::spec::parse::{FormatError, Spec, Subject};
use crate::base::spec::quick::{Line, Usual};
use crate::base::spec::text as text_spec;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::text::string::Str;
use crate::ops::render::repr;
use crate::ops::{call, class, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Widths and precisions beyond this are refused with a MemoryError before anything is made.
pub const WIDTH_MAX: usize = 1 << 31;

/// `format(value, spec)`; `spec` is a str. The answer is a str.
pub fn format(vm: &mut Vm, value: Value, spec: Value) -> Run<Value> {
    if let Some(string) = spec.cast::<Str>() {
        if string.is_empty() {
            return format_plain(vm, value);
        }
        if let Some(made) = known(vm, value, string.bytes()) {
            return made;
        }
    }
    by_method(vm, value, spec)
}

/// `format(value, "")`
pub fn format_plain(vm: &mut Vm, value: Value) -> Run<Value> {
    if class::is_exact(value, ClassId::Str) {
        return Ok(value);
    }
    if value.is_int() || value.is_float() {
        return repr::repr(vm, value);
    }
    let plain = class::known(vm, ClassId::Object).special(Special::Format);
    if plain.is_some() && class::special(vm, value, Special::Format) == plain {
        return repr::str(vm, value);
    }
    let empty = vm.empty_str;
    by_method(vm, value, empty)
}

/// Exact str, int and float by a specification, without a look at their class.
fn known(vm: &mut Vm, value: Value, spec: &[u8]) -> Option<Run<Value>> {
    if let Some(made) = usual(vm, value, spec) {
        return Some(Ok(made));
    }
    if let Some(n) = value.as_int() {
        return Some(format_int(vm, Int::Small(n), spec, "int"));
    }
    if let Some(x) = value.as_float() {
        return Some(format_float(vm, x, spec, "float"));
    }
    if class::is_exact(value, ClassId::Str) {
        let string = value.expect::<Str>();
        return Some(format_str(vm, string.bytes(), spec, "str"));
    }
    None
}

/// Exact str, int and float by a specification of the usual forms.
fn usual(vm: &mut Vm, value: Value, spec: &[u8]) -> Option<Value> {
    let usual = Usual::read(spec)?;
    if let Some(n) = value.as_int() {
        let line = Line::of_int(n, &usual)?;
        return Some(text::from_ascii(vm, line.text()));
    }
    if let Some(x) = value.as_float() {
        let line = Line::of_float(x, &usual)?;
        return Some(text::from_ascii(vm, line.text()));
    }
    if !usual.is_for_text() || !class::is_exact(value, ClassId::Str) {
        return None;
    }
    let string = value.expect::<Str>();
    let (before, after) = usual.margins(string.chars(), b'<');
    if before + after == 0 {
        return Some(value);
    }
    let (len, chars) = (string.len() + before + after, string.chars() + before + after);
    Some(text::with(vm, len, chars, |padded| {
        padded.fill(b' ');
        padded[before..before + string.len()].copy_from_slice(string.bytes());
    }))
}

fn by_method(vm: &mut Vm, value: Value, spec: Value) -> Run<Value> {
    let made = match call::special(vm, value, Special::Format, &[spec]) {
        Some(made) => made?,
        None => {
            let name = class::name_of(vm, value);
            return Err(raise::type_error(vm, format!("Type {name} doesn't define __format__")));
        }
    };
    if made.is::<Str>() {
        return Ok(made);
    }
    let name = class::name_of(vm, made);
    Err(raise::type_error(
        vm,
        format!("__format__ must return a str, not {name}"),
    ))
}

/// `object.__format__(value, spec)`
pub fn default(vm: &mut Vm, value: Value, spec: Value) -> Run<Value> {
    match specification(vm, spec)?.is_empty() {
        true => repr::str(vm, value),
        false => Err(unsupported(vm, value)),
    }
}

/// The argument of `__format__`.
/// # Errors
/// TypeError if it is no str.
pub fn specification(vm: &mut Vm, spec: Value) -> Run<Ref<Str>> {
    spec.cast::<Str>().ok_or_else(|| {
        let name = class::name_of_argument(vm, spec);
        raise::type_error(vm, format!("__format__() argument must be str, not {name}"))
    })
}

/// The error of a class whose instances know the empty specification only.
pub fn unsupported(vm: &mut Vm, value: Value) -> Raised {
    let name = class::name_of(vm, value);
    let message = format!("unsupported format string passed to {name}.__format__");
    raise::type_error(vm, message)
}

/// A specification, its sizes checked.
fn parse(vm: &mut Vm, spec: &[u8], subject: Subject, class: &str) -> Run<Spec> {
    let parsed = Spec::parse(spec, subject, class).map_err(|refusal| error(vm, refusal))?;
    if parsed.width > WIDTH_MAX {
        return Err(raise::memory_error(vm));
    }
    Ok(parsed)
}

/// An int by a non-empty specification; `class` is shown in messages.
pub fn format_int(vm: &mut Vm, value: Int<'_>, spec: &[u8], class: &str) -> Run<Value> {
    let spec = parse(vm, spec, Subject::Int, class)?;
    let mut out = Vec::with_capacity(spec.width + 24);
    number::format_int(&mut out, &spec, value, class).map_err(|refusal| error(vm, refusal))?;
    Ok(text::from_vec(vm, out))
}

/// A float by a non-empty specification.
pub fn format_float(vm: &mut Vm, value: f64, spec: &[u8], class: &str) -> Run<Value> {
    let spec = parse(vm, spec, Subject::Float, class)?;
    let mut out = Vec::with_capacity(spec.width + 32);
    number::format_float(&mut out, &spec, value, class).map_err(|refusal| error(vm, refusal))?;
    Ok(text::from_vec(vm, out))
}

/// A complex number by a non-empty specification.
pub fn format_complex(vm: &mut Vm, value: (f64, f64), spec: &[u8], class: &str) -> Run<Value> {
    let spec = parse(vm, spec, Subject::Complex, class)?;
    let mut out = Vec::with_capacity(spec.width + 64);
    number::format_complex(&mut out, &spec, value.0, value.1, class).map_err(|refusal| error(vm, refusal))?;
    Ok(text::from_vec(vm, out))
}

/// A str by a non-empty specification.
pub fn format_str(vm: &mut Vm, value: &[u8], spec: &[u8], class: &str) -> Run<Value> {
    let spec = parse(vm, spec, Subject::Str, class)?;
    let mut out = Vec::with_capacity(spec.width.max(value.len()));
    text_spec::format_str(&mut out, &spec, value, class).map_err(|refusal| error(vm, refusal))?;
    Ok(text::from_vec(vm, out))
}

/// Raises what formatting refused.
pub fn error(vm: &mut Vm, refusal: FormatError) -> Raised {
    match refusal {
        FormatError::Value(message) => raise::value_error(vm, message),
        FormatError::Overflow(message) => raise::overflow_error(vm, message),
        FormatError::Type(message) => raise::type_error(vm, message),
    }
}

/// The conversion of a replacement field: 0 none, 1 `!s`, 2 `!r`, 3 `!a`.
pub fn convert(vm: &mut Vm, value: Value, conversion: u32) -> Run<Value> {
    match conversion {
        1 => repr::str(vm, value),
        2 => repr::repr(vm, value),
        3 => repr::ascii(vm, value),
        _ => Ok(value),
    }
}
