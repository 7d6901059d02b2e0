//! `list.sort` and `sorted`.

use std::cmp::Ordering;

use crate::base::sort;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::object::text::string::Str;
use crate::ops::container::dict::too_large;
use crate::ops::container::iterate;
use crate::ops::relation::{compare, truth};
use crate::ops::{call, class, make, raise};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, method};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

pub static SORT: &[NativeDef] = &[
    method("sort", "($self, /, *, key=None, reverse=False)", sort_method).doc(
        "Sort the list in ascending order and return None.\n\n\
The sort is in-place (i.e. the list itself is modified) and stable (i.e. the\n\
order of two equal elements is maintained).\n\n\
If a key function is given, apply it once to each list item and sort them,\n\
ascending or descending, according to their function values.\n\n\
The reverse flag can be set to sort in descending order.",
    ),
];

fn sort_method(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let reverse = args[2].is_bound() && truth::truth(vm, args[2])?;
    sort_list(vm, args[0].expect(), args[1].or(Value::NONE), reverse)?;
    Ok(Value::NONE)
}

/// `sorted(iterable, key=key, reverse=reverse)`; `key` is None for none.
pub fn sorted(vm: &mut Vm, iterable: Value, key: Value, reverse: bool) -> Run<Value> {
    let list = iterate::to_list(vm, iterable)?;
    sort_list(vm, list, key, reverse)?;
    Ok(list.value())
}

/// Sorts a list in place, stably. While it sorts the list is empty.
/// # Errors
/// What `key` and comparing raise, the items being in some order then; ValueError if the list was changed meanwhile.
pub fn sort_list(vm: &mut Vm, list: Ref<List>, key: Value, reverse: bool) -> Run<()> {
    if key.is_none() && list.with_items_mut(|items| sort_plainly(vm, items, reverse)) {
        return Ok(());
    }
    // Keeps the items reachable while they are in vectors of ours.
    let kept = make::list_of(vm, &[]).expect::<List>();
    let room = list.move_to(&kept).map_err(too_large(vm))?;
    let items = kept.to_vec();
    let roots = vm.roots.len();
    vm.roots.push(kept.value());
    let (items, outcome) = sort_items(vm, items, kept, key, reverse);
    vm.roots.truncate(roots);
    let changed = list.was_touched();
    if !changed {
        list.restore_room(room);
    }
    list.put_vec(items);
    outcome?;
    if changed {
        return Err(raise::value_error(vm, "list modified during sort"));
    }
    Ok(())
}

/// Sorts what can be compared without Python; answers whether that was so.
fn sort_plainly(vm: &mut Vm, items: &mut [Value], reverse: bool) -> bool {
    if items.len() < 2 {
        return true;
    }
    let sorted = match kind_of(items, |&item| item) {
        // Equal ints cannot be told apart, so that any order of them is stable.
        Keys::Ints => {
            items.sort_unstable_by_key(|item| item.bits());
            if reverse {
                items.reverse();
            }
            return true;
        }
        // Tuples may hold what only Python compares, which must not see the list.
        Keys::Tuples | Keys::Any => return false,
        kind => in_direction(items, reverse, |items| sort_by_kind(vm, kind, items, |&item| item)),
    };
    sorted.is_ok()
}

/// The items sorted, or as far as it went. `kept` holds them, and gets the keys.
fn sort_items(vm: &mut Vm, mut items: Vec<Value>, kept: Ref<List>, key: Value, reverse: bool) -> (Vec<Value>, Run<()>) {
    if key.is_none() {
        let outcome = in_direction(&mut items, reverse, |items| sort_keys(vm, items, |&item| item));
        return (items, outcome);
    }
    let mut pairs = Vec::with_capacity(items.len());
    for &item in &items {
        match call::call(vm, key, &[item]) {
            Ok(key) => {
                kept.push(key);
                pairs.push((key, item));
            }
            Err(raised) => return (items, Err(raised)),
        }
    }
    let outcome = in_direction(&mut pairs, reverse, |pairs| sort_keys(vm, pairs, |&(key, _)| key));
    items.clear();
    items.extend(pairs.iter().map(|&(_, item)| item));
    (items, outcome)
}

/// Sorts downwards by turning around before and after, so that equal items keep their order.
fn in_direction<T>(items: &mut [T], reverse: bool, sort: impl FnOnce(&mut [T]) -> Run<()>) -> Run<()> {
    if reverse {
        items.reverse();
    }
    let outcome = sort(items);
    if reverse {
        items.reverse();
    }
    outcome
}

/// Of what class all keys are, where comparing needs no Python.
enum Keys {
    Ints,
    Floats,
    Texts,
    /// Exact tuples whose first items are all inline ints or all exact strs.
    Tuples,
    Any,
}

fn kind_of<T>(items: &[T], key: impl Fn(&T) -> Value) -> Keys {
    let begins = |item: &T, test: fn(Value) -> bool| first_of(key(item)).is_some_and(test);
    match items.first() {
        Some(first) if key(first).is_int() && items.iter().all(|item| key(item).is_int()) => Keys::Ints,
        Some(first) if key(first).is_float() && items.iter().all(|item| key(item).is_float()) => Keys::Floats,
        Some(first) if is_text(key(first)) && items.iter().all(|item| is_text(key(item))) => Keys::Texts,
        Some(first) if begins(first, Value::is_int) && items.iter().all(|item| begins(item, Value::is_int)) => {
            Keys::Tuples
        }
        Some(first) if begins(first, is_text) && items.iter().all(|item| begins(item, is_text)) => Keys::Tuples,
        _ => Keys::Any,
    }
}

/// A number of the order of an exact str or inline int among its like, as far as it tells.
fn beginning(key: Value) -> u64 {
    match key.is_int() {
        // Boxes of ints lie in the order of the ints.
        true => key.bits(),
        false => key.expect::<Str>().beginning(),
    }
}

/// The first item of an exact tuple.
fn first_of(key: Value) -> Option<Value> {
    if !class::is_exact(key, ClassId::Tuple) {
        return None;
    }
    key.expect::<Tuple>().items().first().copied()
}

fn is_text(value: Value) -> bool {
    class::is_exact(value, ClassId::Str)
}

fn sort_keys<T: Copy>(vm: &mut Vm, items: &mut [T], key: impl Fn(&T) -> Value) -> Run<()> {
    if items.len() < 2 {
        return Ok(());
    }
    match kind_of(items, &key) {
        Keys::Any => sort::sort_by(items, |a, b| compare::less(vm, key(a), key(b))),
        kind => sort_by_kind(vm, kind, items, key),
    }
}

/// Items that are sorted beside their numbers on the native stack.
const FEW: usize = 16;

/// Sorts by numbers that lie beside the items, and by `less` where those are equal.
fn sort_by_beginning<T: Copy>(
    items: &mut [T],
    beginning: impl Fn(&T) -> u64,
    mut less: impl FnMut(&T, &T) -> Run<bool>,
) -> Run<()> {
    let Some(&any) = items.first() else {
        return Ok(());
    };
    let (mut few, mut many) = ([(0, any); FEW], Vec::new());
    let beginnings = match items.len() {
        n if n <= FEW => &mut few[..n],
        _ => {
            many.resize(items.len(), (0, any));
            &mut many[..]
        }
    };
    for (place, item) in beginnings.iter_mut().zip(&*items) {
        *place = (beginning(item), *item);
    }
    let outcome = sort::sort_by(beginnings, |a, b| match a.0.cmp(&b.0) {
        Ordering::Equal => less(&a.1, &b.1),
        order => Ok(order == Ordering::Less),
    });
    for (item, &(_, sorted)) in items.iter_mut().zip(&*beginnings) {
        *item = sorted;
    }
    outcome
}

/// Sorts by keys of one kind, which is not `Any`.
fn sort_by_kind<T: Copy>(vm: &mut Vm, kind: Keys, items: &mut [T], key: impl Fn(&T) -> Value) -> Run<()> {
    match kind {
        // Boxes of ints lie in the order of the ints.
        Keys::Ints => sort::sort_by(items, |a, b| Ok::<_, Raised>(key(a).bits() < key(b).bits())),
        Keys::Floats => sort::sort_by(items, |a, b| Ok(key(a).float_unchecked() < key(b).float_unchecked())),
        // WTF-8 lies in the order of code points.
        Keys::Texts => sort_by_beginning(
            items,
            |item| beginning(key(item)),
            |a, b| Ok(key(a).expect::<Str>().bytes() < key(b).expect::<Str>().bytes()),
        ),
        Keys::Tuples => {
            let first = |item: &T| first_of(key(item)).map_or(0, beginning);
            sort_by_beginning(items, first, |a, b| compare::less(vm, key(a), key(b)))
        }
        Keys::Any => unreachable!("keys of any kind are compared by Python's rules"),
    }
}
