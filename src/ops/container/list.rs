//! Slices of lists and tuples: reading, assigning, deleting; concatenating and repeating lists; searching.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::list::{List, TooLarge};
use crate::object::container::tuple::{self, Tuple};
use crate::object::record::Record;
use crate::ops::container::dict::too_large;
use crate::ops::container::iterate;
use crate::ops::container::slice::{self, Span};
use crate::ops::relation::compare;
use crate::ops::{class, make, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Answers a new list, or raises MemoryError.
fn made(vm: &mut Vm, list: Result<Ref<List>, TooLarge>) -> Run<Value> {
    match list {
        Ok(list) => Ok(list.value()),
        Err(TooLarge) => Err(raise::memory_error(vm)),
    }
}

/// `list[slice]`
pub fn get_slice(vm: &mut Vm, list: Ref<List>, slice: Ref<Record>) -> Run<Value> {
    let span = slice::unpack(vm, slice)?.fit(list.len());
    pick(vm, list, span)
}

/// The items of `span`, which lies within the list, as a new list.
pub fn pick(vm: &mut Vm, list: Ref<List>, span: Span) -> Run<Value> {
    let (shape, heap) = (ClassId::List.shape(), &mut vm.heap);
    let picked = match span.step {
        1 => list.with_items(|items| List::from_slice(heap, shape, &items[span.start..span.start + span.count])),
        -1 if span.count > 0 => {
            let first = span.start + 1 - span.count;
            list.with_items(|items| List::from_reversed(heap, shape, &items[first..=span.start]))
        }
        _ => List::with_capacity(heap, shape, span.count).inspect(|picked| {
            list.with_items(|items| span.indices().for_each(|i| picked.push(items[i])));
        }),
    };
    made(vm, picked)
}

/// `list[slice] = value`
pub fn set_slice(vm: &mut Vm, list: Ref<List>, slice: Ref<Record>, value: Value) -> Run<()> {
    let bounds = slice::unpack(vm, slice)?;
    let source = list_of(vm, value)?;
    if bounds.step == 1 {
        let span = bounds.fit(list.len());
        return list.splice_list(span.start, span.count, &source).map_err(too_large(vm));
    }
    // Reading an iterable may have changed the list.
    let span = bounds.fit(list.len());
    if source.len() != span.count {
        let (given, wanted) = (source.len(), span.count);
        let text = format!("attempt to assign sequence of size {given} to extended slice of size {wanted}");
        return Err(raise::value_error(vm, text));
    }
    let items = source.to_vec();
    list.with_items_mut(|all| {
        for (i, item) in span.indices().zip(items) {
            all[i] = item;
        }
    });
    Ok(())
}

/// `list[start:stop] = source`, where `span` is what the bounds mean, and `source` an exact list.
pub fn replace(vm: &mut Vm, list: Ref<List>, span: Span, source: Ref<List>) -> Run<()> {
    list.splice_list(span.start, span.count, &source).map_err(too_large(vm))
}

/// The items of an iterable: a list as it is, of others a copy.
fn list_of(vm: &mut Vm, value: Value) -> Run<Ref<List>> {
    if class::is_exact(value, ClassId::List) {
        return Ok(value.expect());
    }
    if class::special(vm, value, Special::Iter).is_none() && class::special(vm, value, Special::GetItem).is_none() {
        return Err(raise::type_error(vm, "must assign iterable to extended slice"));
    }
    iterate::to_list(vm, value)
}

/// `del list[slice]`
pub fn delete_slice(vm: &mut Vm, list: Ref<List>, slice: Ref<Record>) -> Run<()> {
    let span = slice::unpack(vm, slice)?.fit(list.len()).ascending();
    if span.step == 1 {
        return list.splice(span.start, span.count, &[]).map_err(too_large(vm));
    }
    let step = span.step as usize;
    let kept = list.with_items_mut(|items| {
        let (mut to, mut next, mut left) = (span.start, span.start, span.count);
        for from in span.start..items.len() {
            if left > 0 && from == next {
                left -= 1;
                next += step;
            } else {
                items[to] = items[from];
                to += 1;
            }
        }
        to.min(items.len())
    });
    list.truncate(kept);
    Ok(())
}

/// `tuple[slice]`
pub fn get_tuple_slice(vm: &mut Vm, tuple: Ref<Tuple>, slice: Ref<Record>) -> Run<Value> {
    let items = tuple::items(tuple);
    let span = slice::unpack(vm, slice)?.fit(items.len());
    if span.step == 1 {
        if span.count == items.len() && class::is_exact(tuple.value(), ClassId::Tuple) {
            return Ok(tuple.value());
        }
        return Ok(make::tuple(vm, &items[span.start..span.start + span.count]));
    }
    let picked: Vec<Value> = span.indices().map(|i| items[i]).collect();
    Ok(make::tuple(vm, &picked))
}

/// A new list of the same items.
pub fn copy(vm: &mut Vm, list: Ref<List>) -> Run<Value> {
    let copy = list.with_items(|items| List::from_slice(&mut vm.heap, ClassId::List.shape(), items));
    made(vm, copy)
}

/// `a + b`
pub fn concat(vm: &mut Vm, a: Ref<List>, b: Ref<List>) -> Run<Value> {
    match make::joined_lists(vm, a, b) {
        Some(both) => Ok(both),
        None => Err(raise::memory_error(vm)),
    }
}

/// `list * n`
pub fn repeat(vm: &mut Vm, list: Ref<List>, n: usize) -> Run<Value> {
    let repeated = List::repeated(&mut vm.heap, ClassId::List.shape(), list, n);
    made(vm, repeated)
}

/// `list *= n`
pub fn repeat_in_place(vm: &mut Vm, list: Ref<List>, n: usize) -> Run<()> {
    let items = list.to_vec();
    if n == 0 || items.is_empty() {
        list.clear();
        return Ok(());
    }
    let more = items.len().checked_mul(n - 1).ok_or(TooLarge);
    more.and_then(|more| list.reserve(more))
        .and_then(|()| (1..n).try_for_each(|_| list.extend_from_slice(&items)))
        .map_err(too_large(vm))
}

/// The first index from `start` on, but before `stop`, whose item is `wanted`. Comparing may run Python and change the list.
pub fn find(vm: &mut Vm, list: Ref<List>, wanted: Value, start: usize, stop: usize) -> Run<Option<usize>> {
    let mut i = start;
    loop {
        // Ints differ from ints by their bits.
        let distance = list.with_items(|items| {
            let items = items.get(i..stop.min(items.len()))?;
            match wanted.is_int() {
                true => items.iter().position(|&item| item == wanted || !item.is_int()),
                false => (!items.is_empty()).then_some(0),
            }
        });
        let Some(item) = distance.and_then(|distance| list.get(i + distance)) else {
            return Ok(None);
        };
        i += distance.unwrap_or(0);
        if compare::equal(vm, item, wanted)? {
            return Ok(Some(i));
        }
        i += 1;
    }
}

/// How many items at the beginning of two lists are the same objects.
pub fn same_prefix(a: Ref<List>, b: Ref<List>) -> usize {
    let len = a.len().min(b.len());
    a.with_items(|a| b.with_items(|b| a.iter().zip(b).position(|(x, y)| x != y)))
        .unwrap_or(len)
}
