//! Unpacking into registers, with CPython's errors.

use crate::heap::value::Value;
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::ops::container::iterate;
use crate::ops::{class, convert, make, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// The iterator of what is unpacked.
fn iterator(vm: &mut Vm, source: Value) -> Run<Value> {
    let iterable = class::special(vm, source, Special::Iter).is_some_and(|method| !method.is_none())
        || class::special(vm, source, Special::GetItem).is_some();
    if !iterable {
        let name = class::name_of(vm, source);
        return Err(raise::type_error(
            vm,
            format!("cannot unpack non-iterable {name} object"),
        ));
    }
    iterate::iter(vm, source)
}

/// Exactly as many items of `source` as there are registers.
pub fn exactly(vm: &mut Vm, source: Value, registers: &mut [Value]) -> Run<()> {
    let wanted = registers.len();
    if class::is_exact(source, ClassId::Tuple) || class::is_exact(source, ClassId::List) {
        let got = match source.cast::<List>() {
            Some(list) => list.len(),
            None => source.expect::<Tuple>().len(),
        };
        if got == wanted {
            for (i, register) in registers.iter_mut().enumerate() {
                *register = match source.cast::<List>() {
                    Some(list) => list.get(i).unwrap_or(Value::NONE),
                    None => source.expect::<Tuple>().items()[i],
                };
            }
            return Ok(());
        }
        if got > wanted {
            return Err(raise::value_error(
                vm,
                format!("too many values to unpack (expected {wanted}, got {got})"),
            ));
        }
        return Err(raise::value_error(
            vm,
            format!("not enough values to unpack (expected {wanted}, got {got})"),
        ));
    }
    let iterator = iterator(vm, source)?;
    // The registers may be visible locals: they stay as they are until all items are there.
    let kept = make::list(vm, Vec::with_capacity(wanted));
    let items = kept.expect::<List>();
    for got in 0..wanted {
        match iterate::next(vm, iterator)? {
            Some(item) => items.push(item),
            None => {
                let message = format!("not enough values to unpack (expected {wanted}, got {got})");
                return Err(raise::value_error(vm, message));
            }
        }
    }
    if iterate::next(vm, iterator)?.is_some() {
        let counted = class::is_exact(source, ClassId::Dict);
        let message = match counted {
            true => {
                let got = convert::len(vm, source)?;
                format!("too many values to unpack (expected {wanted}, got {got})")
            }
            false => format!("too many values to unpack (expected {wanted})"),
        };
        return Err(raise::value_error(vm, message));
    }
    registers.copy_from_slice(&items.to_vec());
    Ok(())
}

/// `before` items, a list of the rest, and as many items as there are registers left.
pub fn with_rest(vm: &mut Vm, source: Value, before: usize, registers: &mut [Value]) -> Run<()> {
    let after = registers.len() - before - 1;
    let iterator = iterator(vm, source)?;
    let rest = make::list(vm, Vec::new());
    let list = rest.expect::<List>();
    while let Some(item) = iterate::next(vm, iterator)? {
        list.push(item);
    }
    let got = list.len();
    if got < before + after {
        let wanted = before + after;
        return Err(raise::value_error(
            vm,
            format!("not enough values to unpack (expected at least {wanted}, got {got})"),
        ));
    }
    let mut head = list.with_vec(|items| {
        let tail = items.split_off(items.len() - after);
        let mut head: Vec<Value> = items.drain(..before).collect();
        head.push(rest);
        head.extend(tail);
        head
    });
    registers.swap_with_slice(&mut head);
    Ok(())
}
