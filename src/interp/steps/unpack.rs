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

/// Items that wait on the native stack, where the collector sees them.
const FEW: usize = 8;

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
            match source.cast::<List>() {
                Some(list) => list.with_items(|items| registers.copy_from_slice(items)),
                None => registers.copy_from_slice(source.expect::<Tuple>().items()),
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
    if let Some(tuple) = source.cast::<Tuple>()
        && tuple.len() == wanted
        && class::inherits(vm, source, ClassId::Tuple, Special::Iter)
    {
        registers.copy_from_slice(tuple.items());
        return Ok(());
    }
    let iterator = iterator(vm, source)?;
    // The registers may be visible locals: they stay as they are until all items are there.
    let mut few = [Value::UNBOUND; FEW];
    let kept = (wanted > FEW).then(|| make::list_of(vm, &[]).expect::<List>());
    let mut got = 0;
    while got < wanted {
        match iterate::next(vm, iterator)? {
            Some(item) => {
                match kept {
                    Some(list) => list.push(item),
                    None => few[got] = item,
                }
                got += 1;
            }
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
    match kept {
        Some(list) => list.with_items(|items| registers.copy_from_slice(items)),
        None => registers.copy_from_slice(&few[..wanted]),
    }
    Ok(())
}

/// `before` items, a list of the rest, and as many items as there are registers left.
pub fn with_rest(vm: &mut Vm, source: Value, before: usize, registers: &mut [Value]) -> Run<()> {
    let after = registers.len() - before - 1;
    if class::is_exact(source, ClassId::Tuple) || class::is_exact(source, ClassId::List) {
        let items = match source.cast::<List>() {
            Some(list) => list.to_vec(),
            None => source.expect::<Tuple>().items().to_vec(),
        };
        if items.len() >= before + after {
            let end = items.len() - after;
            let rest = make::list_of(vm, &items[before..end]);
            registers[..before].copy_from_slice(&items[..before]);
            registers[before] = rest;
            registers[before + 1..].copy_from_slice(&items[end..]);
            return Ok(());
        }
    }
    let iterator = iterator(vm, source)?;
    let list = make::list_of(vm, &[]).expect::<List>();
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
    let middle = list.with_items(|items| make::list_of(vm, &items[before..got - after]));
    list.with_items(|items| {
        registers[..before].copy_from_slice(&items[..before]);
        registers[before] = middle;
        registers[before + 1..].copy_from_slice(&items[got - after..]);
    });
    Ok(())
}
