//! What futures are, and what can be done to them. Their methods are in `future_table`; a task is a future with more fields.

use crate::api::{
    ClassId, Exception, Header, List, Own, Raised, Record, Ref, Run, Set, Tuple, Value, Vm, call, class, compare, flag,
    is_own, make, raise, record_of, set, truth, tuple,
};
use crate::stdlib::tools::asyncio::state;
use crate::stdlib::tools::contextvars;

/// The event loop; UNBOUND until `__init__`.
pub const LOOP: usize = 0;
/// [`PENDING`], [`CANCELLED`] or [`FINISHED`].
pub const STATE: usize = 1;
pub const RESULT: usize = 2;
pub const EXCEPTION: usize = 3;
/// The exception's traceback when it was set, UNBOUND once it was raised.
pub const TRACEBACK: usize = 4;
/// The first callback and its context, and a list of pairs for the others; each UNBOUND where there is none.
pub const CALLBACK: usize = 5;
pub const CALLBACK_CONTEXT: usize = 6;
pub const MORE_CALLBACKS: usize = 7;
pub const SOURCE: usize = 8;
pub const MESSAGE: usize = 9;
/// The CancelledError that ended a task, to be raised once.
pub const CANCELLED_EXCEPTION: usize = 10;
/// UNBOUND, one waiter, or a set of them.
pub const AWAITED_BY: usize = 11;
/// The flags below.
pub const FLAGS: usize = 12;
pub const FIELDS: usize = 13;

pub const PENDING: Value = Value::small_int(0);
pub const CANCELLED: Value = Value::small_int(1);
pub const FINISHED: Value = Value::small_int(2);

/// The exception was not retrieved.
pub const LOGS_TRACEBACK: i64 = 1;
/// Yielded by `__await__`.
pub const BLOCKS: i64 = 2;
/// Tasks: report when destroyed while pending; cancel at the next step.
pub const LOGS_DESTROYED: i64 = 4;
pub const MUST_CANCEL: i64 = 8;
/// The loop knows of it: `all_tasks` shows it until it is done.
pub const IS_SCHEDULED: i64 = 16;

pub fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

pub fn has(future: Ref<Record>, flag: i64) -> bool {
    future.get(FLAGS).int_unchecked() & flag != 0
}
pub fn set_flag(future: Ref<Record>, flag: i64, on: bool) {
    let flags = future.get(FLAGS).int_unchecked();
    let flags = if on { flags | flag } else { flags & !flag };
    future.set(FLAGS, Value::small_int(flags));
}

/// A future or task of `class` that was not initialised.
pub fn new(vm: &mut Vm, class: Value, fields: usize) -> Value {
    let mut all = [Value::UNBOUND; 18];
    all[STATE] = PENDING;
    all[FLAGS] = Value::small_int(0);
    record_of(vm, class, &all[..fields])
}

/// Makes sure that `__del__` runs. Most futures end without need of it, and are not noted.
pub fn finalize_later(vm: &mut Vm, future: Ref<Record>) {
    let noted = future.header.has(Header::FINALIZE);
    if !noted && !class::of(vm, future.value()).has(flag::FINALIZER) {
        vm.heap.finalize_later(future.value());
    }
}

/// `__init__`
pub fn init(vm: &mut Vm, future: Ref<Record>, event_loop: Value) -> Run<()> {
    for field in [
        LOOP,
        RESULT,
        EXCEPTION,
        TRACEBACK,
        CALLBACK,
        CALLBACK_CONTEXT,
        MORE_CALLBACKS,
        SOURCE,
        MESSAGE,
        CANCELLED_EXCEPTION,
        AWAITED_BY,
    ] {
        future.set(field, Value::UNBOUND);
    }
    future.set(STATE, PENDING);
    future.set(FLAGS, Value::small_int(0));
    let event_loop = match event_loop.bound().filter(|given| !given.is_none()) {
        Some(given) => given,
        None => state::event_loop(vm)?,
    };
    future.set(LOOP, event_loop);
    let debug = state::call_method(vm, event_loop, state::GET_DEBUG, &[], &[])?;
    if truth::truth(vm, debug)? {
        let stack = state::call_imported(vm, ("traceback", "extract_stack"), &[])?;
        future.set(SOURCE, stack);
    }
    Ok(())
}

/// Raises unless the future was initialised.
pub fn check(vm: &mut Vm, future: Ref<Record>) -> Run<()> {
    match future.get(LOOP).bound() {
        Some(_) => Ok(()),
        None => Err(raise::runtime_error(vm, "Future object is not initialized.")),
    }
}

/// Asks the loop to call all callbacks, which are forgotten.
fn schedule(vm: &mut Vm, future: Ref<Record>) -> Run<()> {
    let event_loop = future.get(LOOP);
    if let Some(callback) = future.get(CALLBACK).bound() {
        let context = future.get(CALLBACK_CONTEXT);
        future.set(CALLBACK, Value::UNBOUND);
        future.set(CALLBACK_CONTEXT, Value::UNBOUND);
        state::call_soon(vm, event_loop, callback, Some(future.value()), context)?;
    }
    let more = future.get(MORE_CALLBACKS);
    future.set(MORE_CALLBACKS, Value::UNBOUND);
    let mut i = 0;
    while let Some(pair) = more.cast::<List>().and_then(|more| more.get(i)) {
        let pair = tuple::items(pair.expect::<Tuple>());
        state::call_soon(vm, event_loop, pair[0], Some(future.value()), pair[1])?;
        i += 1;
    }
    Ok(())
}

/// `set_result`
pub fn set_result(vm: &mut Vm, future: Ref<Record>, result: Value) -> Run<()> {
    check(vm, future)?;
    if future.get(STATE) != PENDING {
        return Err(state::invalid_state(vm, "invalid state"));
    }
    future.set(RESULT, result);
    future.set(STATE, FINISHED);
    schedule(vm, future)
}

/// `set_exception`
pub fn set_exception(vm: &mut Vm, future: Ref<Record>, given: Value) -> Run<()> {
    check(vm, future)?;
    if future.get(STATE) != PENDING {
        return Err(state::invalid_state(vm, "invalid state"));
    }
    let is_class = given
        .cast::<crate::api::Class>()
        .is_some_and(|class| class.has(flag::EXCEPTION));
    let mut exception = if is_class { call::call(vm, given, &[])? } else { given };
    if is_class && future.get(STATE) != PENDING {
        return Err(state::invalid_state(vm, "invalid state"));
    }
    if !exception.is::<Exception>() {
        return Err(raise::type_error(vm, "invalid exception object"));
    }
    if class::is_instance(vm, exception, ClassId::StopIteration) {
        let text = "StopIteration interacts badly with generators and cannot be raised into a Future";
        let error = raise::new(vm, ClassId::RuntimeError, text);
        let made = error.expect::<Exception>();
        made.set_cause(&mut vm.heap, exception);
        made.context.set(exception);
        made.suppress_context.set(true);
        exception = error;
    }
    let traceback = state::traceback(vm, exception);
    future.set(EXCEPTION, exception);
    future.set(TRACEBACK, traceback);
    future.set(STATE, FINISHED);
    schedule(vm, future)?;
    set_flag(future, LOGS_TRACEBACK, true);
    finalize_later(vm, future);
    Ok(())
}

/// The CancelledError to be raised: the one that ended the task, once, or a new one.
pub fn cancelled_error(vm: &mut Vm, future: Ref<Record>) -> Run<Value> {
    let kept = future.get(CANCELLED_EXCEPTION);
    if kept.is_bound() {
        future.set(CANCELLED_EXCEPTION, Value::UNBOUND);
        return Ok(kept);
    }
    state::new_cancelled_error(vm, future.get(MESSAGE))
}

#[cold]
pub fn raise_cancelled(vm: &mut Vm, future: Ref<Record>) -> Raised {
    let error = cancelled_error(vm, future);
    raise::made(vm, error)
}

/// What a future that is done holds.
pub enum Held {
    Result(Value),
    /// To be raised as it is.
    Exception(Value),
}

/// `result()`, without raising the future's own exception.
pub fn held(vm: &mut Vm, future: Ref<Record>) -> Run<Held> {
    match future.get(STATE) {
        CANCELLED => return Err(raise_cancelled(vm, future)),
        PENDING => return Err(state::invalid_state(vm, "Result is not set.")),
        _ => {}
    }
    set_flag(future, LOGS_TRACEBACK, false);
    let Some(exception) = future.get(EXCEPTION).bound() else {
        return Ok(Held::Result(future.get(RESULT)));
    };
    // CPYTHON: the traceback that it had when it was set is raised once; afterwards it begins anew.
    let traceback = future.get(TRACEBACK).or(Value::NONE);
    exception.expect::<Exception>().set_traceback(traceback);
    future.set(TRACEBACK, Value::UNBOUND);
    Ok(Held::Exception(exception))
}

/// `result()`
pub fn result(vm: &mut Vm, future: Ref<Record>) -> Run<Value> {
    if future.get(LOOP).is_unbound() {
        return Err(state::invalid_state(vm, "Future object is not initialized."));
    }
    match held(vm, future)? {
        Held::Result(value) => Ok(value),
        Held::Exception(exception) => Err(raise::value(vm, exception)),
    }
}

/// `cancel(msg)` of a future.
pub fn cancel(vm: &mut Vm, future: Ref<Record>, message: Value) -> Run<bool> {
    set_flag(future, LOGS_TRACEBACK, false);
    if future.get(STATE) != PENDING {
        return Ok(false);
    }
    future.set(STATE, CANCELLED);
    future.set(MESSAGE, message);
    schedule(vm, future)?;
    Ok(true)
}

/// `add_done_callback(callback, context=context)`
pub fn add_callback(vm: &mut Vm, future: Ref<Record>, callback: Value, context: Value) -> Run<()> {
    if future.get(LOOP).is_unbound() {
        return Err(raise::runtime_error(vm, "uninitialized Future object"));
    }
    if future.get(STATE) != PENDING {
        return state::call_soon(vm, future.get(LOOP), callback, Some(future.value()), context);
    }
    if future.get(CALLBACK).is_unbound() && future.get(MORE_CALLBACKS).is_unbound() {
        future.set(CALLBACK, callback);
        future.set(CALLBACK_CONTEXT, context);
        return Ok(());
    }
    let pair = make::tuple(vm, &[callback, context]);
    match future.get(MORE_CALLBACKS).cast::<List>() {
        Some(more) => more.push(pair),
        None => {
            let more = make::list(vm, vec![pair]);
            future.set(MORE_CALLBACKS, more);
        }
    }
    Ok(())
}

/// The context that was given, or a copy of the current one.
pub fn context_or_copy(vm: &mut Vm, given: Value) -> Value {
    match given.bound() {
        Some(given) if !given.is_none() => given,
        _ => contextvars::copy_current(vm),
    }
}

/// `remove_done_callback(function)`: how many were removed.
pub fn remove_callback(vm: &mut Vm, future: Ref<Record>, function: Value) -> Run<i64> {
    let mut removed = 0;
    if let Some(first) = future.get(CALLBACK).bound()
        && compare::equal(vm, first, function)?
    {
        // The comparison may have run Python, which may have removed it.
        removed += future.get(CALLBACK).is_bound() as i64;
        future.set(CALLBACK, Value::UNBOUND);
        future.set(CALLBACK_CONTEXT, Value::UNBOUND);
    }
    let Some(more) = future.get(MORE_CALLBACKS).cast::<List>() else {
        return Ok(removed);
    };
    let kept = make::list(vm, Vec::new()).expect::<List>();
    let mut i = 0;
    // Comparing may change the list.
    while let Some(pair) = more.get(i) {
        let callback = tuple::items(pair.expect::<Tuple>())[0];
        if compare::equal(vm, callback, function)? {
            removed += 1;
        } else if i < more.len() {
            kept.push(pair);
        }
        i += 1;
    }
    let kept = if kept.is_empty() { Value::UNBOUND } else { kept.value() };
    future.set(MORE_CALLBACKS, kept);
    Ok(removed)
}

/// A list of pairs of callbacks and contexts; None if there are none.
pub fn callbacks(vm: &mut Vm, future: Ref<Record>) -> Value {
    let mut all = Vec::new();
    if let Some(first) = future.get(CALLBACK).bound() {
        all.push(make::tuple(vm, &[first, future.get(CALLBACK_CONTEXT)]));
    }
    if let Some(more) = future.get(MORE_CALLBACKS).cast::<List>() {
        all.extend((0..more.len()).filter_map(|i| more.get(i)));
    }
    if all.is_empty() {
        return Value::NONE;
    }
    make::list(vm, all)
}

/// Whether it is a future of ours, a task, or of a subclass.
pub fn is_future(vm: &Vm, value: Value) -> bool {
    is_own(vm, value, Own::Future)
}

/// Notes that `waiter` waits for `future`, if both are ours.
pub fn awaited_by(vm: &mut Vm, future: Value, waiter: Value) -> Run<()> {
    if !is_future(vm, future) || !is_future(vm, waiter) {
        return Ok(());
    }
    let future: Ref<Record> = future.expect();
    let waiters = future.get(AWAITED_BY);
    match waiters.cast::<Set>() {
        Some(all) => set::add(vm, all, waiter),
        None if waiters.is_unbound() => {
            future.set(AWAITED_BY, waiter);
            Ok(())
        }
        None => {
            let all: Ref<Set> = make::set(vm).expect();
            set::add(vm, all, waiters)?;
            set::add(vm, all, waiter)?;
            future.set(AWAITED_BY, all.value());
            Ok(())
        }
    }
}

/// Undoes `awaited_by`.
pub fn no_longer_awaited_by(vm: &mut Vm, future: Value, waiter: Value) -> Run<()> {
    if !is_future(vm, future) || !is_future(vm, waiter) {
        return Ok(());
    }
    let future: Ref<Record> = future.expect();
    let waiters = future.get(AWAITED_BY);
    if let Some(all) = waiters.cast::<Set>() {
        set::remove(vm, all, waiter)?;
    } else if waiters == waiter {
        future.set(AWAITED_BY, Value::UNBOUND);
    }
    Ok(())
}
