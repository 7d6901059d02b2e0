//! A task's steps: its coroutine runs until it waits for a future, whose end wakes the task up.

use crate::api::{
    ClassId, Exception, Native, NativeDef, Own, Record, Ref, Run, Special, Value, Vm, attribute, call, class,
    coroutine, getter, glue, is_own, method, own_class, raise, record_of, truth,
};
use crate::stdlib::tools::asyncio::future::{
    self, BLOCKS, CANCELLED_EXCEPTION, FIELDS, Held, LOOP, MESSAGE, MUST_CANCEL, PENDING, STATE,
};
use crate::stdlib::tools::asyncio::state;

/// Fields of a task behind those of a future. What it waits for, UNBOUND for nothing; a name that nobody asked for yet is a number.
pub const WAITER: usize = FIELDS;
pub const COROUTINE: usize = FIELDS + 1;
pub const NAME: usize = FIELDS + 2;
pub const CONTEXT: usize = FIELDS + 3;
pub const CANCEL_REQUESTS: usize = FIELDS + 4;
pub const TASK_FIELDS: usize = FIELDS + 5;

/// What the loop calls to step a task: the task, an exception to be thrown or UNBOUND.
pub static STEP: &[NativeDef] = &[
    method("__call__", "($self, /, *args, **kwargs)", crate::api::unreachable_body).spread(|vm, args, names| {
        if args.len() - names.len() > 1 {
            return Err(raise::type_error(vm, "function takes no positional arguments"));
        }
        if !names.is_empty() {
            return Err(raise::type_error(vm, "function takes no keyword arguments"));
        }
        let (task, exception) = (future::this(args).get(0), future::this(args).get(1));
        step(vm, task.expect(), exception)?;
        Ok(Value::NONE)
    }),
    getter("__self__", |_, args| Ok(future::this(args).get(0))),
];

/// What futures call when they are done.
static WAKE_UP: NativeDef = method("task_wakeup", "($self, fut, /)", |vm, args| {
    wake_up(vm, args[0].expect(), args[1])?;
    Ok(Value::NONE)
});

/// `_enter_task`
/// # Errors
/// RuntimeError if the loop does not run, or another task does.
pub fn enter(vm: &mut Vm, event_loop: Value, task: Value) -> Run<()> {
    check_running(vm, event_loop)?;
    let running = state::of(vm).get(state::RUNNING_TASK);
    if running.is_bound() {
        let (task, running) = (glue::repr(vm, task)?, glue::repr(vm, running)?);
        let text = format!("Cannot enter into task {task} while another task {running} is being executed.");
        return Err(raise::runtime_error(vm, text));
    }
    state::of(vm).set(state::RUNNING_TASK, task);
    Ok(())
}

/// `_leave_task`
/// # Errors
/// RuntimeError if the loop or the task does not run.
pub fn leave(vm: &mut Vm, event_loop: Value, task: Value) -> Run<()> {
    check_running(vm, event_loop)?;
    let running = state::of(vm).get(state::RUNNING_TASK);
    if running != task {
        let (task, running) = (glue::repr(vm, task)?, glue::repr(vm, running.or(Value::NONE))?);
        let text = format!("Invalid attempt to leave task {task} while task {running} is entered.");
        return Err(raise::runtime_error(vm, text));
    }
    state::of(vm).set(state::RUNNING_TASK, Value::UNBOUND);
    Ok(())
}

/// `_swap_current_task`: the task that ran, or None.
/// # Errors
/// RuntimeError if the loop does not run.
pub fn swap(vm: &mut Vm, event_loop: Value, task: Value) -> Run<Value> {
    check_running(vm, event_loop)?;
    let running = state::of(vm).get(state::RUNNING_TASK);
    let task = if task.is_none() { Value::UNBOUND } else { task };
    state::of(vm).set(state::RUNNING_TASK, task);
    Ok(running.or(Value::NONE))
}

fn check_running(vm: &mut Vm, event_loop: Value) -> Run<()> {
    if state::of(vm).get(state::RUNNING_LOOP) == event_loop {
        return Ok(());
    }
    let shown = glue::repr(vm, event_loop)?;
    Err(raise::runtime_error(
        vm,
        format!("loop {shown} is not the running loop"),
    ))
}

/// Asks the loop to step the task, which gets `exception` thrown unless that is UNBOUND.
pub fn soon(vm: &mut Vm, task: Ref<Record>, exception: Value) -> Run<()> {
    let class = own_class(vm, Own::TaskStep).value();
    let callback = record_of(vm, class, &[task.value(), exception]);
    let (event_loop, context) = (task.get(LOOP), task.get(CONTEXT));
    state::call_soon(vm, event_loop, callback, None, context)
}

/// As `soon`, with a RuntimeError.
#[cold]
fn fail_soon(vm: &mut Vm, task: Ref<Record>, message: &str) -> Run<()> {
    let error = raise::new(vm, ClassId::RuntimeError, message);
    soon(vm, task, error)
}

/// One step, as the current task of its loop.
fn step(vm: &mut Vm, task: Ref<Record>, exception: Value) -> Run<()> {
    enter(vm, task.get(LOOP), task.value())?;
    let stepped = run(vm, task, exception);
    match stepped {
        Ok(()) => leave(vm, task.get(LOOP), task.value()),
        Err(_) => {
            let error = state::take(vm);
            if leave(vm, task.get(LOOP), task.value()).is_err() {
                let context = state::take(vm);
                if let Some(outer) = context.cast::<Exception>() {
                    outer.context.set(error);
                }
                return Err(raise::again(vm, context));
            }
            Err(raise::again(vm, error))
        }
    }
}

/// What one `send` or `throw` came to.
enum Sent {
    Yielded(Value),
    Returned(Value),
    /// The exception, which is no longer pending.
    Raised(Value),
}

/// One step of the coroutine, and what follows from it for the task.
pub fn run(vm: &mut Vm, task: Ref<Record>, exception: Value) -> Run<()> {
    let mut exception = exception;
    if task.get(STATE) != PENDING {
        let (task, exception) = (
            glue::repr(vm, task.value())?,
            glue::repr(vm, exception.or(Value::NONE))?,
        );
        let text = format!("__step(): already done: {task} {exception}");
        return Err(state::invalid_state(vm, &text));
    }
    if future::has(task, MUST_CANCEL) {
        if exception.is_unbound() || !state::is_cancelled_error(vm, exception) {
            exception = future::cancelled_error(vm, task)?;
        }
        future::set_flag(task, MUST_CANCEL, false);
    }
    task.set(WAITER, Value::UNBOUND);
    let Some(coroutine) = task.get(COROUTINE).bound() else {
        return Err(raise::runtime_error(vm, "uninitialized Task object"));
    };
    match send(vm, coroutine, exception) {
        Sent::Yielded(value) => wait_for(vm, task, value),
        Sent::Returned(value) => {
            if future::has(task, MUST_CANCEL) {
                // It was cancelled right before the coroutine ended.
                future::set_flag(task, MUST_CANCEL, false);
                future::cancel(vm, task, task.get(MESSAGE))?;
                return Ok(());
            }
            future::set_result(vm, task, value)
        }
        Sent::Raised(error) if state::is_cancelled_error(vm, error) => {
            task.set(CANCELLED_EXCEPTION, error);
            future::cancel(vm, task, Value::NONE)?;
            Ok(())
        }
        Sent::Raised(error) => {
            future::set_exception(vm, task, error)?;
            let ends = [ClassId::KeyboardInterrupt, ClassId::SystemExit];
            if ends.into_iter().any(|id| class::is_instance(vm, error, id)) {
                return Err(raise::again(vm, error));
            }
            Ok(())
        }
    }
}

/// `coroutine.send(None)`, or `coroutine.throw(exception)` unless that is UNBOUND.
fn send(vm: &mut Vm, target: Value, exception: Value) -> Sent {
    let answer = match exception.bound() {
        None if class::is_exact(target, ClassId::Coroutine) || class::is_exact(target, ClassId::Generator) => {
            match coroutine::step(vm, target, Value::NONE) {
                Ok(coroutine::Outcome::Returned(value)) => return Sent::Returned(value),
                Ok(coroutine::Outcome::Yielded(value) | coroutine::Outcome::Passed(value)) => Ok(value),
                Err(raised) => Err(raised),
            }
        }
        None if class::special(vm, target, Special::Next).is_some() => call::special(vm, target, Special::Next, &[])
            .unwrap_or_else(|| Err(raise::type_error(vm, "the coroutine is no iterator"))),
        None => {
            let name = vm.names.send;
            attribute::get(vm, target, name).and_then(|send| call::call(vm, send, &[Value::NONE]))
        }
        Some(exception) => {
            let name = vm.names.throw;
            attribute::get(vm, target, name).and_then(|throw| call::call(vm, throw, &[exception]))
        }
    };
    match answer {
        Ok(value) => Sent::Yielded(value),
        Err(_) => match raise::catch(vm, ClassId::StopIteration) {
            Some(stop) => Sent::Returned(stop.expect::<Exception>().field(0).or(Value::NONE)),
            None => Sent::Raised(state::take(vm)),
        },
    }
}

/// The callback that wakes the task up.
fn wake_up_of(vm: &mut Vm, task: Ref<Record>) -> Value {
    let shape = ClassId::BuiltinFunction.shape();
    let class = own_class(vm, Own::Task).value();
    Native::new(&mut vm.heap, shape, &WAKE_UP, task.value(), class).value()
}

/// The coroutine has yielded `value`, which should be a future.
fn wait_for(vm: &mut Vm, task: Ref<Record>, value: Value) -> Run<()> {
    if value == task.value() {
        let shown = glue::repr(vm, value)?;
        return fail_soon(vm, task, &format!("Task cannot await on itself: {shown}"));
    }
    if state::is_exact(vm, value) {
        let waited: Ref<Record> = value.expect();
        if waited.get(LOOP) != task.get(LOOP) {
            return different_loop(vm, task, value);
        }
        if !future::has(waited, BLOCKS) {
            return yielded_instead(vm, task, value);
        }
        future::awaited_by(vm, value, task.value())?;
        future::set_flag(waited, BLOCKS, false);
        let callback = wake_up_of(vm, task);
        future::add_callback(vm, waited, callback, task.get(CONTEXT))?;
        return waiting(vm, task, value);
    }
    if value.is_none() {
        return soon(vm, task, Value::UNBOUND);
    }
    let name = state::of(vm).get(state::BLOCKING);
    if let Some(blocks) = attribute::find(vm, value, name)?
        && !blocks.is_none()
    {
        return wait_for_other(vm, task, value, blocks);
    }
    let (shown_task, shown) = (glue::repr(vm, task.value())?, glue::repr(vm, value)?);
    let text = if class::is_exact(value, ClassId::Generator) {
        format!("yield was used instead of yield from for generator in task {shown_task} with {shown}")
    } else {
        format!("Task got bad yield: {shown}")
    };
    fail_soon(vm, task, &text)
}

/// Waits for a future that is not exactly of our classes.
fn wait_for_other(vm: &mut Vm, task: Ref<Record>, value: Value, blocks: Value) -> Run<()> {
    let blocks = truth::truth(vm, blocks)?;
    if loop_of(vm, value)? != task.get(LOOP) {
        return different_loop(vm, task, value);
    }
    if !blocks {
        return yielded_instead(vm, task, value);
    }
    future::awaited_by(vm, value, task.value())?;
    let name = state::of(vm).get(state::BLOCKING);
    attribute::set(vm, value, name, Value::FALSE)?;
    let callback = wake_up_of(vm, task);
    let named = [state::of(vm).get(state::CONTEXT)];
    state::call_method(
        vm,
        value,
        state::ADD_DONE_CALLBACK,
        &[callback, task.get(CONTEXT)],
        &named,
    )?;
    waiting(vm, task, value)
}

/// The task waits for `value`, and passes on that it is to be cancelled.
fn waiting(vm: &mut Vm, task: Ref<Record>, value: Value) -> Run<()> {
    task.set(WAITER, value);
    future::finalize_later(vm, task);
    if future::has(task, MUST_CANCEL) && cancel_other(vm, value, task.get(MESSAGE))? {
        future::set_flag(task, MUST_CANCEL, false);
    }
    Ok(())
}

/// `value.cancel(msg=message)`
pub fn cancel_other(vm: &mut Vm, value: Value, message: Value) -> Run<bool> {
    let named = [state::of(vm).get(state::MSG)];
    let answer = state::call_method(vm, value, state::CANCEL, &[message.or(Value::NONE)], &named)?;
    truth::truth(vm, answer)
}

/// The loop of anything that is like a future.
pub fn loop_of(vm: &mut Vm, value: Value) -> Run<Value> {
    if state::is_exact(vm, value) {
        let waited: Ref<Record> = value.expect();
        future::check(vm, waited)?;
        return Ok(waited.get(LOOP));
    }
    let name = crate::api::text::intern(vm, "get_loop");
    if let Some(method) = attribute::find(vm, value, name)? {
        return call::call(vm, method, &[]);
    }
    let name = crate::api::text::intern(vm, "_loop");
    attribute::get(vm, value, name)
}

#[cold]
fn different_loop(vm: &mut Vm, task: Ref<Record>, value: Value) -> Run<()> {
    let (shown, value) = (glue::repr(vm, task.value())?, glue::repr(vm, value)?);
    let text = format!("Task {shown} got Future {value} attached to a different loop");
    fail_soon(vm, task, &text)
}

#[cold]
fn yielded_instead(vm: &mut Vm, task: Ref<Record>, value: Value) -> Run<()> {
    let (shown, value) = (glue::repr(vm, task.value())?, glue::repr(vm, value)?);
    let text = format!("yield was used instead of yield from in task {shown} with {value}");
    fail_soon(vm, task, &text)
}

/// What the task waited for is done.
fn wake_up(vm: &mut Vm, task: Ref<Record>, waited: Value) -> Run<()> {
    future::no_longer_awaited_by(vm, waited, task.value())?;
    let held = if state::is_exact(vm, waited) {
        future::check(vm, waited.expect()).and_then(|()| future::held(vm, waited.expect()))
    } else {
        let name = crate::api::text::intern(vm, "result");
        let method = attribute::get(vm, waited, name);
        method.and_then(|method| call::call(vm, method, &[])).map(Held::Result)
    };
    match held {
        // The result comes by the iterator that the coroutine is at.
        Ok(Held::Result(_)) => step(vm, task, Value::UNBOUND),
        Ok(Held::Exception(exception)) => step(vm, task, exception),
        Err(_) => {
            let error = state::take(vm);
            step(vm, task, error)
        }
    }
}

/// Whether it is a task of ours, or of a subclass.
pub fn is_task(vm: &Vm, value: Value) -> bool {
    is_own(vm, value, Own::Task)
}
