//! `int`: its constructors, and bytes in both directions.

use std::borrow::Cow;

use crate::base::big::{Big, Endian, ToBytesError};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::list::List;
use crate::object::text::bytes::Bytes;
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::number::integer;
use crate::ops::relation::truth;
use crate::ops::render::buffer;
use crate::ops::{call, class, convert, make, raise, text};
use crate::types::number::literal;
use crate::types::number::wrapped;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, method, static_method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Bytes of the longest int that `to_bytes` makes.
const LENGTH_MAX: i64 = 1 << 31;

pub static CONVERSIONS: &[NativeDef] = &[
    static_method("__new__", "(type, x=0, /, base=10)", new),
    method(
        "to_bytes",
        "($self, /, length=1, byteorder='big', *, signed=False)",
        to_bytes,
    )
    .doc("Return an array of bytes representing an integer."),
    class_method(
        "from_bytes",
        "($type, /, bytes, byteorder='big', *, signed=False)",
        from_bytes,
    )
    .doc("Return the integer represented by the given array of bytes."),
];

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let [class, x, base] = [args[0], args[1], args[2]];
    let number = match (x.is_bound(), base.is_bound()) {
        (false, false) => Value::small_int(0),
        (false, true) => return Err(raise::type_error(vm, "int() missing string argument")),
        (true, false) => of(vm, x)?,
        (true, true) => with_base(vm, x, base)?,
    };
    Ok(wrapped::new(vm, class.expect(), ClassId::Int, number))
}

/// `int(x)`: a plain int.
pub fn of(vm: &mut Vm, x: Value) -> Run<Value> {
    if class::is_exact(x, ClassId::Int) {
        return Ok(x);
    }
    if let Some(x) = x.as_float() {
        return of_float(vm, x);
    }
    if class::is_exact(x, ClassId::Str)
        && let Some(n) = literal::small_decimal(x.expect::<Str>().bytes())
    {
        return Ok(Value::small_int(n));
    }
    if let Some(result) = call::special(vm, x, Special::Int, &[]) {
        let result = result?;
        return match convert::int_value(result) {
            Some(int) => Ok(int),
            None => {
                let name = class::name_of(vm, result);
                Err(raise::type_error(vm, format!("__int__ returned non-int (type {name})")))
            }
        };
    }
    if let Some(int) = convert::try_index(vm, x)? {
        return Ok(int);
    }
    if let Some(text) = literal::of_value(x) {
        return literal::int(vm, x, &text, 10);
    }
    match buffer::copy(x) {
        Some(text) => {
            let shown = make::bytes(vm, &text[..]);
            literal::int(vm, shown, &text, 10)
        }
        None => {
            let name = class::name_of(vm, x);
            let text = format!("int() argument must be a string, a bytes-like object or a real number, not '{name}'");
            Err(raise::type_error(vm, text))
        }
    }
}

/// The integer part of a float.
pub fn of_float(vm: &mut Vm, x: f64) -> Run<Value> {
    match Big::from_f64(x) {
        Some(big) => Ok(make::big(vm, big)),
        None if x.is_nan() => Err(raise::value_error(vm, "cannot convert float NaN to integer")),
        None => Err(raise::overflow_error(vm, "cannot convert float infinity to integer")),
    }
}

fn with_base(vm: &mut Vm, x: Value, base: Value) -> Run<Value> {
    let base = convert::index_clamped(vm, base)?;
    if base != 0 && !(2..=36).contains(&base) {
        return Err(raise::value_error(vm, "int() base must be >= 2 and <= 36, or 0"));
    }
    match literal::of_value(x) {
        Some(text) => literal::int(vm, x, &text, base as u32),
        None => Err(raise::type_error(
            vm,
            "int() can't convert non-string with explicit base",
        )),
    }
}

/// The argument `byteorder`.
fn byte_order(vm: &mut Vm, order: Value, function: &str) -> Run<Endian> {
    if order.is_unbound() {
        return Ok(Endian::Big);
    }
    let Some(text) = order.cast::<Str>() else {
        let name = class::name_of_argument(vm, order);
        let text = format!("{function}() argument 'byteorder' must be str, not {name}");
        return Err(raise::type_error(vm, text));
    };
    match text.bytes() {
        b"little" => Ok(Endian::Little),
        b"big" => Ok(Endian::Big),
        _ => Err(raise::value_error(vm, "byteorder must be either 'little' or 'big'")),
    }
}

fn is_signed(vm: &mut Vm, signed: Value) -> Run<bool> {
    if signed.is_unbound() {
        Ok(false)
    } else {
        truth::truth(vm, signed)
    }
}

/// Whether `n` fits so many bytes, and they fit a word.
fn fits(n: i64, length: usize, signed: bool) -> bool {
    if length == 0 || length > size_of::<i64>() || n < 0 && !signed {
        return false;
    }
    let spare = 64 - 8 * length as u32;
    match signed {
        true => n << spare >> spare == n,
        false => (n as u64) << spare >> spare == n as u64,
    }
}

/// The number of a few bytes.
fn small_number(bytes: &[u8], order: Endian, signed: bool) -> Option<i64> {
    if !(1..=size_of::<i64>()).contains(&bytes.len()) {
        return None;
    }
    let spare = 64 - 8 * bytes.len() as u32;
    let mut few = [0; 8];
    few[..bytes.len()].copy_from_slice(bytes);
    if order == Endian::Big {
        few[..bytes.len()].reverse();
    }
    let n = u64::from_le_bytes(few);
    match signed {
        true => Some((n as i64) << spare >> spare),
        false => i64::try_from(n).ok(),
    }
}

fn to_bytes(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let length = if args[1].is_unbound() {
        1
    } else {
        convert::size(vm, args[1])?
    };
    let order = byte_order(vm, args[2], "to_bytes")?;
    let signed = is_signed(vm, args[3])?;
    if length < 0 {
        return Err(raise::value_error(vm, "length argument must be non-negative"));
    }
    if length > LENGTH_MAX {
        return Err(raise::memory_error(vm));
    }
    let number = convert::int_value(args[0]).expect("methods of int get ints");
    if let Some(n) = number.as_int()
        && fits(n, length as usize, signed)
    {
        let (mut few, length) = (n.to_le_bytes(), length as usize);
        if order == Endian::Big {
            few[..length].reverse();
        }
        return Ok(make::bytes(vm, &few[..length]));
    }
    match integer::with_big(number, |big| big.to_bytes(length as usize, order, signed)) {
        Ok(bytes) => Ok(make::bytes(vm, bytes)),
        Err(ToBytesError::Negative) => Err(raise::overflow_error(vm, "can't convert negative int to unsigned")),
        Err(ToBytesError::TooBig) => Err(raise::overflow_error(vm, "int too big to convert")),
    }
}

fn from_bytes(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let order = byte_order(vm, args[2], "from_bytes")?;
    let given = args[1].cast::<Bytes>();
    let bytes = match &given {
        Some(bytes) => Cow::Borrowed(bytes.data()),
        None => Cow::Owned(bytes_of(vm, args[1])?),
    };
    let signed = is_signed(vm, args[3])?;
    let number = match small_number(&bytes, order, signed) {
        Some(n) => make::int(vm, n),
        None => make::big(vm, Big::from_bytes(&bytes, order, signed)),
    };
    let class: Ref<Class> = args[0].expect();
    if class == class::known(vm, ClassId::Int) {
        return Ok(number);
    }
    call::call(vm, class.value(), &[number])
}

/// What `bytes(value)` would hold, for objects that are no numbers.
fn bytes_of(vm: &mut Vm, value: Value) -> Run<Vec<u8>> {
    if let Some(bytes) = literal::bytes_of(value) {
        return Ok(bytes);
    }
    let name = text::intern(vm, "__bytes__");
    if let Some(result) = call::method_of_class(vm, value, name, &[]) {
        let result = result?;
        return match literal::bytes_of(result) {
            Some(bytes) => Ok(bytes),
            None => {
                let name = class::name_of(vm, result);
                Err(raise::type_error(
                    vm,
                    format!("__bytes__ returned non-bytes (type {name})"),
                ))
            }
        };
    }
    if value.is::<Str>() || !iterate::is_iterable(vm, value) {
        let name = class::name_of(vm, value);
        return Err(raise::type_error(
            vm,
            format!("cannot convert '{name}' object to bytes"),
        ));
    }
    let items: Ref<List> = iterate::to_list(vm, value)?;
    let mut bytes = Vec::with_capacity(items.len());
    let mut i = 0;
    // index() may change the list.
    while let Some(item) = items.get(i) {
        let n = convert::index_clamped(vm, item)?;
        match u8::try_from(n) {
            Ok(byte) => bytes.push(byte),
            Err(_) => return Err(raise::value_error(vm, "bytes must be in range(0, 256)")),
        }
        i += 1;
    }
    Ok(bytes)
}
