//! `repr`, `str` and `ascii` of any object.

use crate::base::codec::repr as quoted;
use crate::base::float;
use crate::base::spec::quick;
use crate::heap::header::Kind;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::text::string::Str;
use crate::ops::relation::depth;
use crate::ops::{call, class, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `repr(value)`: a str.
pub fn repr(vm: &mut Vm, value: Value) -> Run<Value> {
    match plain(vm, value) {
        Some(shown) => Ok(shown),
        None => repr_slow(vm, value),
    }
}

/// The repr of values that need no look at their class.
fn plain(vm: &mut Vm, value: Value) -> Option<Value> {
    if let Some(n) = value.as_int() {
        return Some(of_small_int(vm, n));
    }
    if let Some(x) = value.as_float() {
        return Some(text::new(vm, &float::repr(x)));
    }
    match value {
        Value::NONE => Some(text::intern(vm, "None")),
        Value::TRUE => Some(text::intern(vm, "True")),
        Value::FALSE => Some(text::intern(vm, "False")),
        _ if class::is_exact(value, ClassId::Str) => {
            let string = value.expect::<Str>();
            let bytes = string.bytes();
            // All are looked at, so that many are at once.
            if !bytes.iter().fold(false, |odd, &byte| odd | needs_care(byte)) {
                let len = bytes.len() + 2;
                return Some(text::with(vm, len, len, |shown| {
                    shown[1..len - 1].copy_from_slice(bytes);
                    (shown[0], shown[len - 1]) = (b'\'', b'\'');
                }));
            }
            Some(text::from_vec(vm, quoted::of_text(bytes)))
        }
        _ => None,
    }
}

/// Whether a byte is shown otherwise in the repr of a text, or decides how the text is quoted.
#[inline]
fn needs_care(byte: u8) -> bool {
    !(0x20..0x7F).contains(&byte) || byte == b'\'' || byte == b'\\'
}

/// Decimal digits of an inline int.
pub fn of_small_int(vm: &mut Vm, n: i64) -> Value {
    let mut buffer = [0; 20];
    let digits = decimal(&mut buffer, n);
    text::from_ascii(vm, digits)
}

/// Writes `n` at the end of `buffer`; answers its digits.
pub fn decimal(buffer: &mut [u8; 20], n: i64) -> &[u8] {
    let mut at = quick::decimal(buffer, 20, n.unsigned_abs());
    if n < 0 {
        at -= 1;
        buffer[at] = b'-';
    }
    &buffer[at..]
}

/// Containers inside one another of which a repr is made. Each copies the text of what it holds, so that more would take long.
const NESTED_MAX: usize = 20_000;

#[inline(never)]
fn repr_slow(vm: &mut Vm, value: Value) -> Run<Value> {
    depth::enter(vm)?;
    if vm.reprs.len() > NESTED_MAX {
        let message = "maximum recursion depth exceeded while getting the repr of an object";
        return Err(raise::recursion_error(vm, message));
    }
    let shown = match call::special(vm, value, Special::Repr, &[]) {
        Some(shown) => shown?,
        None => return default(vm, value),
    };
    if shown.is::<Str>() {
        return Ok(shown);
    }
    let name = class::name_of(vm, shown);
    Err(raise::type_error(
        vm,
        format!("__repr__ returned non-string (type {name})"),
    ))
}

/// `str(value)`: a str, or an instance of a subclass that `__str__` gave.
pub fn str(vm: &mut Vm, value: Value) -> Run<Value> {
    if class::is_exact(value, ClassId::Str) {
        return Ok(value);
    }
    match plain(vm, value) {
        Some(shown) => Ok(shown),
        None => str_slow(vm, value),
    }
}

#[inline(never)]
fn str_slow(vm: &mut Vm, value: Value) -> Run<Value> {
    let method = class::special(vm, value, Special::Str);
    let plain = class::known(vm, ClassId::Object).special(Special::Str);
    // CPYTHON: `object.__str__` is `__repr__`, whose answer is judged as that of `__str__`.
    let inherited = method == plain;
    let method = if inherited {
        class::special(vm, value, Special::Repr)
    } else {
        method
    };
    let Some(method) = method else {
        return repr_slow(vm, value);
    };
    depth::enter(vm)?;
    let shown = call::call_unbound(vm, method, value, &[], &[])?;
    if shown.is::<Str>() {
        return Ok(shown);
    }
    let name = class::name_of(vm, shown);
    Err(raise::type_error(
        vm,
        format!("__str__ returned non-string (type {name})"),
    ))
}

/// `ascii(value)`: a str.
pub fn ascii(vm: &mut Vm, value: Value) -> Run<Value> {
    let shown = repr(vm, value)?;
    let string = shown.expect::<Str>();
    if string.is_ascii() {
        return Ok(shown);
    }
    Ok(text::from_vec(vm, quoted::to_ascii(string.bytes())))
}

/// `object.__repr__`: `<__main__.C object at 0x7f…>`.
pub fn default(vm: &mut Vm, value: Value) -> Run<Value> {
    let of = class::of(vm, value);
    let shown = format!("<{} object at {:#x}>", qualified_name(vm, of.value()), address(value));
    Ok(text::new(vm, &shown))
}

/// What stands for the address of a value: `id(value)`.
pub fn address(value: Value) -> u64 {
    value.bits()
}

/// `module.qualname` of a class, the module left out for built-in ones.
pub fn qualified_name(vm: &Vm, of: Value) -> String {
    let Some(of) = of.cast::<Class>() else {
        return String::new();
    };
    let name = match of.qualname.get().cast::<Str>() {
        Some(name) => name.lossy().into_owned(),
        None => class::name(of),
    };
    let module = of.namespace().get_str(vm.names.__module__);
    match module.and_then(|module| module.cast::<Str>()) {
        Some(module) if module.bytes() != b"builtins" => format!("{}.{name}", module.lossy()),
        _ => name,
    }
}

/// Runs `work` with `value` noted as being in the middle of its repr; `None` when it already is: the caller shows `[...]`.
pub fn guarded<T>(vm: &mut Vm, value: Value, work: impl FnOnce(&mut Vm) -> Run<T>) -> Run<Option<T>> {
    debug_assert!(value.kind() != Some(Kind::Free));
    if vm.reprs.contains(&value) {
        return Ok(None);
    }
    vm.reprs.push(value);
    let result = work(vm);
    vm.reprs.pop();
    result.map(Some)
}
