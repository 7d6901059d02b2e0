//! `_bisect` and `_heapq`.

use crate::api::{
    self, ClassId, Dict, List, NativeDef, Raised, Ref, Run, Value, Vm, call, class, compare, convert, function, item,
    make, raise, text,
};

/// The heap, argument `which` of `function`.
fn list(vm: &mut Vm, value: Value, (function, which): (&str, &str), is_max: bool) -> Run<Ref<List>> {
    match value.cast::<List>() {
        Some(list) => Ok(list),
        None => {
            let got = api::shown_type(vm, value);
            let max = if is_max { "_max" } else { "" };
            let message = format!("{function}{max}() {which} must be list, not {got}");
            Err(raise::type_error(vm, message))
        }
    }
}

#[cold]
fn changed(vm: &mut Vm) -> Raised {
    raise::runtime_error(vm, "list changed size during iteration")
}

fn at(vm: &mut Vm, heap: Ref<List>, i: usize) -> Run<Value> {
    heap.get(i).ok_or_else(|| changed(vm))
}

/// Whether `a` is to lie above `b`.
fn above(vm: &mut Vm, a: Value, b: Value, is_max: bool) -> Run<bool> {
    if let (Some(a), Some(b)) = (a.as_int(), b.as_int()) {
        return Ok(if is_max { b < a } else { a < b });
    }
    if is_max {
        compare::less(vm, b, a)
    } else {
        compare::less(vm, a, b)
    }
}

/// Moves the item at `place` up, not beyond `start`.
fn rise(vm: &mut Vm, heap: Ref<List>, start: usize, mut place: usize, is_max: bool) -> Run<()> {
    let len = heap.len();
    let item = at(vm, heap, place)?;
    while place > start {
        let parent_place = (place - 1) >> 1;
        let parent = at(vm, heap, parent_place)?;
        let is_above = above(vm, item, parent, is_max)?;
        if heap.len() != len {
            return Err(changed(vm));
        }
        if !is_above {
            break;
        }
        // Comparing may have moved them.
        let (item, parent) = (at(vm, heap, place)?, at(vm, heap, parent_place)?);
        heap.set(parent_place, item);
        heap.set(place, parent);
        place = parent_place;
    }
    Ok(())
}

/// Moves the item at `place` down to a leaf, always along the better child, and up again from there.
fn sink(vm: &mut Vm, heap: Ref<List>, start: usize, is_max: bool) -> Run<()> {
    let len = heap.len();
    let mut place = start;
    while 2 * place + 1 < len {
        let mut child = 2 * place + 1;
        if child + 1 < len {
            let (left, right) = (at(vm, heap, child)?, at(vm, heap, child + 1)?);
            let left_above = above(vm, left, right, is_max)?;
            if heap.len() != len {
                return Err(changed(vm));
            }
            child += usize::from(!left_above);
        }
        let (down, up) = (at(vm, heap, place)?, at(vm, heap, child)?);
        heap.set(place, up);
        heap.set(child, down);
        place = child;
    }
    rise(vm, heap, start, place, is_max)
}

fn push(vm: &mut Vm, args: &[Value], is_max: bool) -> Run<Value> {
    let heap = list(vm, args[0], ("heappush", "argument 1"), is_max)?;
    heap.push(args[1]);
    rise(vm, heap, 0, heap.len() - 1, is_max)?;
    Ok(Value::NONE)
}

fn pop(vm: &mut Vm, args: &[Value], is_max: bool) -> Run<Value> {
    let heap = list(vm, args[0], ("heappop", "argument"), is_max)?;
    let Some(last) = heap.pop() else {
        return Err(raise::index_error(vm, "index out of range"));
    };
    let Some(first) = heap.get(0) else { return Ok(last) };
    heap.set(0, last);
    sink(vm, heap, 0, is_max)?;
    Ok(first)
}

fn replace(vm: &mut Vm, args: &[Value], is_max: bool) -> Run<Value> {
    let heap = list(vm, args[0], ("heapreplace", "argument 1"), is_max)?;
    let Some(first) = heap.get(0) else {
        return Err(raise::index_error(vm, "index out of range"));
    };
    heap.set(0, args[1]);
    sink(vm, heap, 0, is_max)?;
    Ok(first)
}

fn push_pop(vm: &mut Vm, args: &[Value], is_max: bool) -> Run<Value> {
    let heap = list(vm, args[0], ("heappushpop", "argument 1"), is_max)?;
    let Some(first) = heap.get(0) else { return Ok(args[1]) };
    if !above(vm, first, args[1], is_max)? {
        return Ok(args[1]);
    }
    let Some(first) = heap.get(0) else {
        return Err(raise::index_error(vm, "index out of range"));
    };
    heap.set(0, args[1]);
    sink(vm, heap, 0, is_max)?;
    Ok(first)
}

fn heapify(vm: &mut Vm, args: &[Value], is_max: bool) -> Run<Value> {
    let heap = list(vm, args[0], ("heapify", "argument"), is_max)?;
    for i in (0..heap.len() / 2).rev() {
        sink(vm, heap, i, is_max)?;
    }
    Ok(Value::NONE)
}

static HEAPQ: &[NativeDef] = &[
    function("heappush", "(heap, item, /)", |vm, args| push(vm, args, false))
        .doc("Push item onto heap, maintaining the heap invariant."),
    function("heappop", "(heap, /)", |vm, args| pop(vm, args, false))
        .doc("Pop the smallest item off the heap, maintaining the heap invariant."),
    function("heapreplace", "(heap, item, /)", |vm, args| replace(vm, args, false))
        .doc("Pop and return the current smallest value, and add the new item."),
    function("heappushpop", "(heap, item, /)", |vm, args| push_pop(vm, args, false))
        .doc("Push item on the heap, then pop and return the smallest item from the heap."),
    function("heapify", "(heap, /)", |vm, args| heapify(vm, args, false))
        .doc("Transform list into a heap, in-place, in O(len(heap)) time."),
    function("heappush_max", "(heap, item, /)", |vm, args| push(vm, args, true)),
    function("heappop_max", "(heap, /)", |vm, args| pop(vm, args, true)),
    function("heapreplace_max", "(heap, item, /)", |vm, args| replace(vm, args, true)),
    function("heappushpop_max", "(heap, item, /)", |vm, args| {
        push_pop(vm, args, true)
    }),
    function("heapify_max", "(heap, /)", |vm, args| heapify(vm, args, true)),
];

pub fn make_heapq(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "_heapq", "Heap queue algorithm (a.k.a. priority queue).", HEAPQ);
    let about = text::new(vm, "Heap queues");
    api::set_in(vm, module, "__about__", about);
    Ok(module)
}

/// A size argument that may be None elsewhere.
fn optional_size(vm: &mut Vm, value: Value) -> Run<i64> {
    if convert::has_index(vm, value) {
        return convert::size(vm, value);
    }
    let got = class::name_of(vm, value);
    let message = format!("argument should be integer or None, not '{got}'");
    Err(raise::type_error(vm, message))
}

/// The length of a sequence to search.
fn length(vm: &mut Vm, sequence: Value) -> Run<i64> {
    if sequence.is::<Dict>() {
        let got = class::name_of(vm, sequence);
        return Err(raise::type_error(vm, format!("{got} is not a sequence")));
    }
    Ok(convert::len(vm, sequence)? as i64)
}

/// Where `args[1]` belongs in `args[0]`: before equal items if `left`.
fn bisect(vm: &mut Vm, args: &[Value], left: bool) -> Run<i64> {
    let (sequence, x, key) = (args[0], args[1], args[4].or(Value::NONE));
    let low = match args[2].bound() {
        Some(low) => convert::size_argument(vm, low)?,
        None => 0,
    };
    if low < 0 {
        return Err(raise::value_error(vm, "lo must be non-negative"));
    }
    let high = match args[3].bound().filter(|high| !high.is_none()) {
        Some(high) => optional_size(vm, high)?,
        None => length(vm, sequence)?,
    };
    let (mut low, mut high) = (low, high);
    while low < high {
        let middle = low + (high - low) / 2;
        let mut item = match sequence.cast::<List>() {
            Some(list) if class::is_exact(sequence, ClassId::List) && list.get(middle as usize).is_some() => {
                list.get(middle as usize).unwrap_or(Value::NONE)
            }
            _ => {
                let middle = make::int(vm, middle);
                item::get(vm, sequence, middle)?
            }
        };
        if !key.is_none() {
            item = call::call(vm, key, &[item])?;
        }
        let go_right = if left {
            compare::less(vm, item, x)?
        } else {
            !compare::less(vm, x, item)?
        };
        if go_right {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

fn insort(vm: &mut Vm, args: &[Value], left: bool) -> Run<Value> {
    let key = args[4].or(Value::NONE);
    let x = if key.is_none() {
        args[1]
    } else {
        call::call(vm, key, &[args[1]])?
    };
    let place = bisect(vm, &[args[0], x, args[2], args[3], args[4]], left)?;
    if class::is_exact(args[0], ClassId::List) {
        let list: Ref<List> = args[0].expect();
        list.with_vec(|items| items.insert((place as usize).min(items.len()), args[1]));
        return Ok(Value::NONE);
    }
    let insert = text::intern(vm, "insert");
    let insert = api::attribute::get(vm, args[0], insert)?;
    let place = make::int(vm, place);
    call::call(vm, insert, &[place, args[1]])?;
    Ok(Value::NONE)
}

static BISECT: &[NativeDef] = &[
    function("bisect_right", "(a, x, lo=0, hi=None, *, key=None)", |vm, args| {
        let place = bisect(vm, args, false)?;
        Ok(make::int(vm, place))
    })
    .doc("Return the index where to insert item x in list a, assuming a is sorted."),
    function("bisect_left", "(a, x, lo=0, hi=None, *, key=None)", |vm, args| {
        let place = bisect(vm, args, true)?;
        Ok(make::int(vm, place))
    })
    .doc("Return the index where to insert item x in list a, assuming a is sorted."),
    function("insort_right", "(a, x, lo=0, hi=None, *, key=None)", |vm, args| {
        insort(vm, args, false)
    })
    .doc("Insert item x in list a, and keep it sorted assuming a is sorted."),
    function("insort_left", "(a, x, lo=0, hi=None, *, key=None)", |vm, args| {
        insort(vm, args, true)
    })
    .doc("Insert item x in list a, and keep it sorted assuming a is sorted."),
];

pub fn make_bisect(vm: &mut Vm) -> Run<Value> {
    Ok(api::module(vm, "_bisect", "Bisection algorithms.", BISECT))
}
