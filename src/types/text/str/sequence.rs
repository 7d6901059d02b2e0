//! `str` as a sequence and as a value: indexing, iteration, `+`, `*`, comparison, hash.

use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::container::slice;
use crate::ops::render::percent;
use crate::ops::{class, convert, make, raise, text};
use crate::types::text::arguments;
use crate::types::text::str::build;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub fn getitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let string = args[0].expect::<Str>();
    if let Some(slice) = slice::cast(args[1]) {
        let bounds = slice::unpack(vm, slice)?;
        return Ok(slice::of_text(vm, string, bounds.fit(string.chars())));
    }
    if !convert::has_index(vm, args[1]) {
        let got = class::name_of(vm, args[1]);
        let message = format!("string indices must be integers, not '{got}'");
        return Err(raise::type_error(vm, message));
    }
    let n = convert::index_size(vm, args[1])?;
    let n = if n < 0 {
        n.saturating_add(string.chars() as i64)
    } else {
        n
    };
    match usize::try_from(n).ok().and_then(|n| text::char_at(vm, string, n)) {
        Some(c) => Ok(c),
        None => Err(raise::index_error(vm, "string index out of range")),
    }
}

pub fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::size(vm, args[0].expect::<Str>().chars()))
}

pub fn add(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (left, Some(right)) = (args[0].expect::<Str>(), args[1].cast::<Str>()) else {
        let got = class::name_of(vm, args[1]);
        let message = format!("can only concatenate str (not \"{got}\") to str");
        return Err(raise::type_error(vm, message));
    };
    raise::room(vm, left.len() + right.len())?;
    Ok(text::concat(vm, left, right))
}

/// `str * n` and `n * str`
pub fn mul(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::size(vm, args[1])?.max(0) as usize;
    let string = args[0].expect::<Str>();
    if n == 0 || string.is_empty() {
        return Ok(vm.empty_str);
    }
    if n == 1 {
        return Ok(build::exact(vm, string));
    }
    let Some(length) = string
        .len()
        .checked_mul(n)
        .filter(|&length| length <= isize::MAX as usize)
    else {
        return Err(raise::overflow_error(vm, "repeated string is too long"));
    };
    let mut out = build::room(vm, Some(length))?;
    match *string.bytes() {
        [byte] => out.resize(length, byte),
        ref bytes => (0..n).for_each(|_| out.extend_from_slice(bytes)),
    }
    Ok(text::from_vec(vm, out))
}

pub fn modulo(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    percent::of_str(vm, args[0], args[1])
}

pub fn rmod(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is::<Str>() {
        return percent::of_str(vm, args[1], args[0]);
    }
    Ok(Value::NOT_IMPLEMENTED)
}

macro_rules! comparisons {
    ($($name:ident |$a:ident, $b:ident| $holds:expr;)*) => {$(
        pub fn $name(_: &mut Vm, args: &[Value]) -> Run<Value> {
            let (a, Some(b)) = (args[0].expect::<Str>(), args[1].cast::<Str>()) else {
                return Ok(Value::NOT_IMPLEMENTED);
            };
            let ($a, $b) = (&*a, &*b);
            Ok(Value::bool($holds))
        }
    )*};
}

// The order of WTF-8 bytes is that of code points.
comparisons! {
    eq |a, b| a.same_text(b);
    ne |a, b| !a.same_text(b);
    lt |a, b| a.bytes() < b.bytes();
    le |a, b| a.bytes() <= b.bytes();
    gt |a, b| a.bytes() > b.bytes();
    ge |a, b| a.bytes() >= b.bytes();
}

pub fn hash(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::int(vm, args[0].expect::<Str>().hash()))
}

pub fn iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let is_ascii = args[0].expect::<Str>().is_ascii();
    let class = if is_ascii {
        ClassId::StrAsciiIterator
    } else {
        ClassId::StrIterator
    };
    Ok(make::record(vm, class, &[args[0], Value::small_int(0)]))
}

pub fn iterator_self(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(args[0])
}

pub fn iterator_next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match text::step(vm, args[0].expect()) {
        Some(c) => Ok(c),
        None => Err(raise::stop_iteration(vm, Value::NONE)),
    }
}

/// Characters that an iterator has left, and how many went before.
fn progress(iterator: Ref<Record>) -> Option<(Ref<Str>, usize, usize)> {
    let string = iterator.get(text::STRING).cast::<Str>()?;
    let at = iterator.get(text::OFFSET).int_unchecked() as usize;
    let passed = walk::index_of(string.bytes(), at);
    Some((string, passed, string.chars() - passed))
}

pub fn iterator_length(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let left = progress(args[0].expect()).map_or(0, |(_, _, left)| left);
    Ok(make::size(vm, left))
}

pub fn iterator_reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = arguments::builtin(vm, "iter");
    let Some((string, passed, _)) = progress(args[0].expect()) else {
        let empty = make::tuple(vm, &[vm.empty_str]);
        return Ok(make::tuple(vm, &[iter, empty]));
    };
    let of = make::tuple(vm, &[string.value()]);
    let passed = make::size(vm, passed);
    Ok(make::tuple(vm, &[iter, of, passed]))
}

pub fn iterator_setstate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = arguments::size(vm, args[1])?;
    let iterator = args[0].expect::<Record>();
    if let Some(string) = iterator.get(text::STRING).cast::<Str>() {
        let n = usize::try_from(n).unwrap_or(0).min(string.chars());
        iterator.set(text::OFFSET, Value::small_int(string.offset(n) as i64));
    }
    Ok(Value::NONE)
}
