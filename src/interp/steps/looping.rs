//! What the loop instructions mean. A loop's state is four registers:
//!
//! | state      | +1                 | +2              | +3                 |
//! |------------|--------------------|-----------------|--------------------|
//! | RANGE_LOOP | next int, boxed    | rounds left, raw| step, raw          |
//! | list, tuple| next index, raw    | tag             | 0                  |
//! | generator  | registers in use   | tag             | 0                  |
//! | ours       |                    | tag             | `Class::advance`   |
//! | in Python  | `__next__`         | guard           | what that answered |
//! | others     |                    | tag             | 0                  |
//!
//! A tag stands for the exact class of what is iterated over; it is no number of rounds. The guard of an iterator made in Python is
//! its shape and the class epoch, for which the function in the second register is `__next__`.

use crate::bytecode::isa::Op;
use crate::heap::header::{Kind, ShapeId};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::calls::suspension;
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::frame::{self, Place};
use crate::interp::load;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::record::Record;
use crate::ops::class;
use crate::ops::container::dict::{DICT, LEFT, POSITION, USED};
use crate::ops::container::iterate;
use crate::ops::raise;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// The tag of a built-in class.
pub const fn tag(shape: ShapeId) -> u64 {
    !(shape.0 as u64)
}

/// No tag is below, nothing else above.
pub const TAGS: u64 = tag(ShapeId(u32::MAX));

/// What guards a `__next__` made in Python.
pub fn guard(shape: ShapeId, epoch: u32) -> u64 {
    1 << 63 | (shape.0 as u64) << 32 | epoch as u64
}

/// What `prepare` did.
pub enum Prepared {
    Ready,
    /// The frame of `__iter__` was pushed; its answer will be the first register of the state.
    Enter(Place),
}

/// Fills the state registers of a loop over `value`. Only a narrow instruction can go on after a call.
///
/// # Safety
/// Four registers, above which none is in use.
pub unsafe fn prepare(vm: &mut Vm, state: *mut Value, value: Value, narrow: bool) -> Run<Prepared> {
    // SAFETY: by the caller.
    unsafe {
        if class::is_exact(value, ClassId::Range) {
            let range = value.expect::<Record>();
            if let Some((start, rounds, step)) = small_range(range.get(0), range.get(1), range.get(2)) {
                *state = Value::RANGE_LOOP;
                *state.add(1) = start;
                *state.add(2) = Value::from_bits(rounds);
                *state.add(3) = Value::from_bits(step as u64);
                return Ok(Prepared::Ready);
            }
        }
        if narrow
            && value.kind() == Some(Kind::Instance)
            && let Some(function) = unary(vm, class::special(vm, value, Special::Iter))
        {
            let window = state.add(1);
            *window = value;
            return Ok(Prepared::Enter(frame::push(vm, function, window, Value::UNBOUND)?));
        }
        let indexed = class::is_exact(value, ClassId::List) || class::is_exact(value, ClassId::Tuple);
        let iterator = if indexed { value } else { iterate::iter(vm, value)? };
        start(vm, state, iterator);
        Ok(Prepared::Ready)
    }
}

/// Fills the state registers of a loop over an iterator, a list or a tuple.
///
/// # Safety
/// Four registers of the running frame.
pub unsafe fn start(vm: &mut Vm, state: *mut Value, iterator: Value) {
    let shape = class::shape_of(iterator);
    let (mut second, mut third) = (Value::from_bits(0), tag(shape));
    let mut fourth = 0;
    if shape == ClassId::Generator.shape() {
        // Behind the registers in use comes a generator's frame.
        let used = frame::top(&vm.thread).addr() - frame::current(&vm.thread).registers.addr();
        second = Value::from_bits((used / size_of::<Value>()) as u64);
    } else if let Some(advance) = class::of(vm, iterator).advance.get() {
        fourth = advance as usize as u64;
    } else if let Some(function) = unary(vm, class::special(vm, iterator, Special::Next)) {
        second = function.value();
        third = guard(shape, vm.class_epoch);
    }
    // SAFETY: by the caller.
    unsafe {
        *state = iterator;
        *state.add(1) = second;
        *state.add(2) = Value::from_bits(third);
        *state.add(3) = Value::from_bits(fourth);
    }
}

/// What `__iter__` has answered, at the start of a loop.
///
/// # Errors
/// TypeError for what is no iterator.
pub fn check_iterator(vm: &mut Vm, made: Value) -> Run<()> {
    if class::special(vm, made, Special::Next).is_some() {
        return Ok(());
    }
    let name = class::name_of(vm, made);
    Err(raise::type_error(
        vm,
        format!("iter() returned non-iterator of type '{name}'"),
    ))
}

/// A function that is called with just its receiver.
fn unary(vm: &mut Vm, method: Option<Value>) -> Option<Ref<Function>> {
    let function = method?.cast::<Function>()?;
    // What goes wrong here does so again when the function is called.
    (load::ready(vm, function).is_ok() && function.simple.get() == 1).then_some(function)
}

/// Start, number of rounds and step of a range of inline ints, none of which leaves the inline range on the way.
fn small_range(start: Value, stop: Value, step: Value) -> Option<(Value, u64, i64)> {
    let (first, end, by) = (start.as_int()?, stop.as_int()?, step.as_int()?);
    let rounds = match by {
        by if by > 0 && first < end => (end - first - 1) / by + 1,
        by if by < 0 && first > end => (first - end - 1) / -by + 1,
        0 => return None,
        _ => 0,
    };
    // The state holds one value beyond the last.
    let beyond = first.checked_add(rounds.checked_mul(by)?)?;
    Value::try_int(beyond)?;
    Some((start, rounds as u64, by))
}

/// The form of `for_next` that suits the state, for the instruction at `pc`.
///
/// # Safety
/// A prepared loop of the running code, and its `for_next`.
pub unsafe fn form(state: *mut Value, pc: *const u8, k: *mut Value, narrow: bool) -> Op {
    // SAFETY: by the caller.
    let (iterator, third) = unsafe { (*state, (*state.add(2)).bits()) };
    if iterator == Value::RANGE_LOOP {
        return Op::for_next_range;
    }
    let shape = class::shape_of(iterator);
    let is = |id: ClassId| shape == id.shape();
    match () {
        () if is(ClassId::List) => Op::for_next_list,
        () if is(ClassId::Tuple) => Op::for_next_tuple,
        () if is(ClassId::Generator) => Op::for_next_generator,
        () if narrow && third != tag(shape) => {
            // SAFETY: the third byte operand of a narrow `for_next` is not in use.
            unsafe { *pc.add(3).cast_mut() = Op::for_item as u8 };
            Op::for_next_call
        }
        // SAFETY: by the caller.
        () if narrow && has_pairs(iterator) && unsafe { unpacks_pair(pc, k) } => match is(ClassId::DictItemIterator) {
            true => Op::for_next_entry,
            false => Op::for_next_pair,
        },
        () if is(ClassId::DictKeyIterator) => Op::for_next_key,
        () if is(ClassId::DictValueIterator) => Op::for_next_value,
        // SAFETY: by the caller.
        () if unsafe { *state.add(3) } != Value::from_bits(0) => Op::for_next_record,
        () => Op::for_next,
    }
}

/// Whether `iterate::next_pair` knows the iterator.
fn has_pairs(iterator: Value) -> bool {
    let exact = |id| class::is_exact(iterator, id);
    exact(ClassId::DictItemIterator)
        || exact(ClassId::Enumerate)
        || exact(ClassId::Zip) && {
            let iterators = iterator.expect::<Record>().get(iterate::ITERATORS);
            tuple::items(iterators.expect::<Tuple>()).len() == 2
        }
}

/// Whether the loop's body begins by unpacking the item, a temporary, to two registers.
unsafe fn unpacks_pair(pc: *const u8, k: *mut Value) -> bool {
    // SAFETY: by the caller: a narrow `for_next`, whose target is an instruction of the same code.
    unsafe {
        let (item, body) = (Narrow::a(pc), Narrow::target(pc, 0));
        let code = Code::of_constants(k);
        let is_temporary = item >= code.data().free_first as usize + code.data().free.len();
        is_temporary && *body == Op::unpack as u8 && Narrow::b(body) == item && Narrow::c(body) == 2
    }
}

/// The next entry of an iterator over a dict that has not changed, if it lies right behind the last one.
///
/// # Safety
/// The iterator is one of the three that go forwards.
#[inline(always)] // PERF: perf/2026-11-22-generators.md
pub unsafe fn dict_entry(iterator: Value) -> Option<(Value, Value)> {
    // SAFETY: by the caller: the record has four fields, of which the first is a dict or UNBOUND.
    unsafe {
        let fields = (*iterator.address().cast::<Record>()).fields().as_ptr();
        let (dict, position) = ((*fields.add(DICT)).get(), (*fields.add(POSITION)).get());
        if !dict.is_object() {
            return None;
        }
        let dict = &*dict.address().cast::<Dict>();
        let left = (*fields.add(LEFT)).get();
        if (*fields.add(USED)).get() != Value::small_int(dict.len() as i64) || left == Value::small_int(0) {
            return None;
        }
        let entry = dict.entry(position.int_unchecked() as usize)?;
        (*fields.add(POSITION)).set(Value::from_bits(position.bits() + 1));
        (*fields.add(LEFT)).set(Value::from_bits(left.bits() - 1));
        Some(entry)
    }
}

/// One step of a loop.
pub enum Step {
    Item(Value),
    End,
    /// A generator's frame was pushed.
    Enter(Place),
}

/// One step of any loop.
///
/// # Safety
/// Four registers of a prepared loop, and `pc` is at its `for_next`.
pub unsafe fn advance(vm: &mut Vm, state: *mut Value, pc: *const u8) -> Run<Step> {
    // SAFETY: by the caller.
    unsafe {
        let iterable = *state;
        if iterable == Value::RANGE_LOOP {
            let left = (*state.add(2)).bits();
            if left == 0 {
                return Ok(Step::End);
            }
            let item = *state.add(1);
            *state.add(1) = Value::from_bits(item.bits().wrapping_add((*state.add(3)).bits()));
            *state.add(2) = Value::from_bits(left - 1);
            return Ok(Step::Item(item));
        }
        let exact = |id| class::is_exact(iterable, id);
        if exact(ClassId::List) || exact(ClassId::Tuple) {
            let i = (*state.add(1)).bits() as usize;
            let item = match iterable.cast::<List>() {
                Some(list) => list.get(i),
                None => iterable.expect::<Tuple>().items().get(i).copied(),
            };
            *state.add(1) = Value::from_bits(i as u64 + 1);
            // CPYTHON: an exhausted iterator stays so, even if the list grows: but a `for` loop never asks again.
            return Ok(item.map_or(Step::End, Step::Item));
        }
        if exact(ClassId::Generator)
            && let Some(generator) = suspension::resumable(iterable)
        {
            let top = frame::top(&vm.thread);
            let place = suspension::push(vm, generator, top, Value::NONE)?;
            (*vm.thread.frame.sub(1)).pc = pc.add(1);
            return Ok(Step::Enter(place));
        }
        let item = iterate::next(vm, iterable)?;
        if (*state.add(2)).bits() != tag(class::shape_of(iterable)) {
            // Its shape or a class has changed since the loop began.
            start(vm, state, iterable);
        }
        Ok(item.map_or(Step::End, Step::Item))
    }
}
