//! Functions of `builtins` on numbers.

use crate::base::special::sum::CompensatedSum;
use crate::bytecode::isa::BinaryOperator;
use crate::heap::value::Value;
use crate::object::number::Complex;
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::number::arith;
use crate::ops::render::buffer;
use crate::ops::{call, class, convert, make, raise};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, function};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static NUMBERS: &[NativeDef] = &[
    function("abs", "(number, /)", |vm, args| match args[0].as_int() {
        Some(n) => Ok(make::int(vm, n.abs())),
        None => arith::unary(vm, Special::Abs, args[0]),
    }),
    function("divmod", "(x, y, /)", |vm, args| {
        arith::binary(vm, BinaryOperator::Divmod, args[0], args[1])
    }),
    function("pow", "(base, exp, mod=None)", |vm, args| {
        arith::power(vm, args[0], args[1], args[2].or(Value::NONE))
    }),
    function("round", "(number, ndigits=None)", round),
    function("sum", "(iterable, /, start=0)", sum),
];

fn round(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let digits = args[1].or(Value::NONE);
    let given = [digits];
    let given = if digits.is_none() { &[][..] } else { &given[..] };
    match call::special(vm, args[0], Special::Round, given) {
        Some(result) => result,
        None => {
            let name = class::name_of(vm, args[0]);
            let message = format!("type {name} doesn't define __round__ method");
            Err(raise::type_error(vm, message))
        }
    }
}

fn sum(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let start = args[1].or(Value::small_int(0));
    let refused = if start.is::<Str>() {
        Some("sum() can't sum strings [use ''.join(seq) instead]")
    } else if start.is::<Bytes>() {
        Some("sum() can't sum bytes [use b''.join(seq) instead]")
    } else if start.is::<ByteArray>() {
        Some("sum() can't sum bytearray [use b''.join(seq) instead]")
    } else {
        None
    };
    if let Some(text) = refused {
        return Err(raise::type_error(vm, text));
    }
    let is_bytes = class::is_exact(args[0], ClassId::Bytes) || class::is_exact(args[0], ClassId::ByteArray);
    if is_bytes && let Some(n) = start.as_int() {
        let sum = buffer::with(args[0], |data| data.iter().map(|&byte| i64::from(byte)).sum::<i64>());
        return Ok(make::int(vm, n + sum.unwrap_or(0)));
    }
    let iterator = iterate::iter(vm, args[0])?;
    let mut total = start;
    let mut waiting;
    if let Some(n) = total.as_int() {
        match sum_ints(vm, iterator, n)? {
            (sum, None) => return Ok(sum),
            (sum, item) => (total, waiting) = (sum, item),
        }
        // What did not fit the int loop is added in the general way, which shows what the sum has become.
        if let Some(item) = waiting.take() {
            total = arith::binary(vm, BinaryOperator::Add, total, item)?;
        }
    }
    if let Some(x) = total.as_float() {
        match sum_floats(vm, iterator, x)? {
            (sum, None) => return Ok(sum),
            (sum, item) => (total, waiting) = (sum, item),
        }
        if let Some(item) = waiting.take() {
            total = arith::binary(vm, BinaryOperator::Add, total, item)?;
        }
    }
    if let Some(z) = total.cast::<Complex>() {
        (total, waiting) = sum_complex(vm, iterator, (z.re, z.im))?;
        match waiting.take() {
            None => return Ok(total),
            Some(item) => total = arith::binary(vm, BinaryOperator::Add, total, item)?,
        }
    }
    while let Some(item) = iterate::next(vm, iterator)? {
        total = arith::binary(vm, BinaryOperator::Add, total, item)?;
    }
    Ok(total)
}

/// Adds ints and bools as machine numbers; answers the sum, and the first item that is none or overflows.
fn sum_ints(vm: &mut Vm, iterator: Value, start: i64) -> Run<(Value, Option<Value>)> {
    let mut total = start;
    if let Some((list, at)) = iterate::rest_of_list(iterator) {
        let ints = list.with_items(|items| {
            let ints = items.get(at..).unwrap_or_default().iter().map_while(|item| {
                total = total.checked_add(item.as_int()?)?;
                Some(())
            });
            ints.count()
        });
        iterate::skip_in_list(iterator, at + ints);
    }
    let rest = iterate::feed(vm, iterator, &mut |item| {
        let sum = item.as_int_or_bool().and_then(|n| total.checked_add(n));
        total = sum.unwrap_or(total);
        sum.is_some()
    })?;
    Ok((make::int(vm, total), rest))
}

/// Adds floats and ints with compensation; answers the sum, and the first item of another class.
fn sum_floats(vm: &mut Vm, iterator: Value, start: f64) -> Run<(Value, Option<Value>)> {
    let mut total = CompensatedSum::new(start);
    while let Some(item) = iterate::feed(vm, iterator, &mut |item| {
        item.as_float().map(|x| total.add(x)).is_some()
    })? {
        if let Some(int) = convert::int_value(item) {
            let x = convert::int_to_f64(vm, int)?;
            total.add(x);
        } else {
            return Ok((Value::float(total.value()), Some(item)));
        }
    }
    Ok((Value::float(total.value()), None))
}

/// As `sum_floats`, for complex numbers.
fn sum_complex(vm: &mut Vm, iterator: Value, start: (f64, f64)) -> Run<(Value, Option<Value>)> {
    let (mut re, mut im) = (CompensatedSum::new(start.0), CompensatedSum::new(start.1));
    let mut rest = None;
    while let Some(item) = iterate::next(vm, iterator)? {
        if let Some(z) = item
            .cast::<Complex>()
            .filter(|_| class::is_exact(item, crate::vm::known::ClassId::Complex))
        {
            re.add(z.re);
            im.add(z.im);
        } else if let Some(x) = item.as_float() {
            re.add(x);
        } else if let Some(int) = convert::int_value(item) {
            let x = convert::int_to_f64(vm, int)?;
            re.add(x);
        } else {
            rest = Some(item);
            break;
        }
    }
    Ok((make::complex(vm, re.value(), im.value()), rest))
}
