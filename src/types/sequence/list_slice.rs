//! Slices of lists: reading, assigning, deleting.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::list::List;
use crate::object::record::Record;
use crate::ops::container::dict::too_large;
use crate::ops::container::iterate;
use crate::ops::container::slice::{self, Span};
use crate::ops::{class, make, raise};
use crate::types::sequence::shared;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `list[slice]`
pub fn get(vm: &mut Vm, list: Ref<List>, slice: Ref<Record>) -> Run<Value> {
    let span = slice::unpack(vm, slice)?.fit(list.len());
    let items = pick(list, span);
    Ok(make::list(vm, items))
}

fn pick(list: Ref<List>, span: Span) -> Vec<Value> {
    if span.step == 1 {
        return list.range(span.start, span.start + span.count);
    }
    list.with_vec(|items| span.indices().map(|i| items[i]).collect())
}

/// `list[slice] = value`
pub fn set(vm: &mut Vm, list: Ref<List>, slice: Ref<Record>, value: Value) -> Run<()> {
    let bounds = slice::unpack(vm, slice)?;
    if bounds.step == 1 {
        let items = items_of(vm, value)?;
        // Reading the iterable may have changed the list.
        let span = bounds.fit(list.len());
        list.reserve(items.len()).map_err(too_large(vm))?;
        list.with_vec(|all| drop(all.splice(span.start..span.start + span.count, items)));
        return Ok(());
    }
    let items = items_of(vm, value)?;
    let span = bounds.fit(list.len());
    if items.len() != span.count {
        let (given, wanted) = (items.len(), span.count);
        let text = format!("attempt to assign sequence of size {given} to extended slice of size {wanted}");
        return Err(raise::value_error(vm, text));
    }
    list.with_vec(|all| {
        for (i, item) in span.indices().zip(items) {
            all[i] = item;
        }
    });
    Ok(())
}

/// The items of what is assigned; a copy, so that a list may be assigned to a part of itself.
fn items_of(vm: &mut Vm, value: Value) -> Run<Vec<Value>> {
    if let Some(items) = shared::plain_items(value) {
        return Ok(items);
    }
    if class::special(vm, value, Special::Iter).is_none() && class::special(vm, value, Special::GetItem).is_none() {
        return Err(raise::type_error(vm, "must assign iterable to extended slice"));
    }
    Ok(iterate::to_list(vm, value)?.take_vec())
}

/// `del list[slice]`
pub fn delete(vm: &mut Vm, list: Ref<List>, slice: Ref<Record>) -> Run<()> {
    let span = slice::unpack(vm, slice)?.fit(list.len()).ascending();
    list.with_vec(|items| {
        if span.step == 1 {
            items.drain(span.start..span.start + span.count);
            return;
        }
        let (mut next, mut left, mut i) = (span.start, span.count, 0);
        items.retain(|_| {
            let goes = left > 0 && i == next;
            if goes {
                left -= 1;
                next += span.step as usize;
            }
            i += 1;
            !goes
        });
    });
    Ok(())
}
