//! `bool(v)` for any object.

use crate::heap::header::Kind;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::object::text::string::Str;
use crate::ops::{call, class, convert, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Whether `value` is true: `__bool__`, then `__len__`, else yes.
#[inline]
pub fn truth(vm: &mut Vm, value: Value) -> Run<bool> {
    match plain(value) {
        Some(truth) => Ok(truth),
        None => truth_slow(vm, value),
    }
}

/// The truth of a value for which no method is to be asked.
#[inline]
pub fn plain(value: Value) -> Option<bool> {
    match value {
        Value::TRUE => Some(true),
        Value::FALSE | Value::NONE => Some(false),
        v if v.is_int() => Some(v != Value::small_int(0)),
        v if v.is_float() => Some(v.float_unchecked() != 0.0),
        _ => None,
    }
}

fn truth_slow(vm: &mut Vm, value: Value) -> Run<bool> {
    if value == Value::NOT_IMPLEMENTED {
        let text = "NotImplemented should not be used in a boolean context";
        return Err(raise::type_error(vm, text));
    }
    match value.kind() {
        Some(Kind::BigInt) => return Ok(true),
        Some(Kind::Str) if class::is_exact(value, ClassId::Str) => return Ok(!value.expect::<Str>().is_empty()),
        Some(Kind::List) if class::is_exact(value, ClassId::List) => return Ok(!value.expect::<List>().is_empty()),
        Some(Kind::Tuple) if class::is_exact(value, ClassId::Tuple) => return Ok(!value.expect::<Tuple>().is_empty()),
        Some(Kind::Dict) if class::is_exact(value, ClassId::Dict) => return Ok(!value.expect::<Dict>().is_empty()),
        _ => {}
    }
    if let Some(method) = class::special(vm, value, Special::Bool) {
        if method.is_none() {
            let name = class::name_of(vm, value);
            return Err(raise::type_error(
                vm,
                format!("'{name}' cannot be interpreted as a boolean"),
            ));
        }
        let result = call::call_unbound(vm, method, value, &[], &[])?;
        return match result.as_bool() {
            Some(truth) => Ok(truth),
            None => {
                let name = class::name_of(vm, result);
                Err(raise::type_error(
                    vm,
                    format!("__bool__ should return bool, returned {name}"),
                ))
            }
        };
    }
    match call::special(vm, value, Special::Len, &[]) {
        Some(result) => {
            let result = result?;
            Ok(convert::length(vm, result)? != 0)
        }
        None => Ok(true),
    }
}
