//! The functions of the module: which loop runs, which task does, which tasks there are.

use crate::api::{NativeDef, Raised, Run, Value, Vm, call, function, raise, set, text};
use crate::stdlib::tools::asyncio::state::{self, EAGER, OTHERS, RUNNING_LOOP, RUNNING_TASK};
use crate::stdlib::tools::asyncio::{future, step, task};

pub static FUNCTIONS: &[NativeDef] = &[
    function("_get_running_loop", "()", |vm, _| {
        Ok(state::of(vm).get(RUNNING_LOOP).or(Value::NONE))
    })
    .doc("Return the running event loop or None.\n\nThis is a low-level function intended to be used by event loops.\nThis function is thread-specific."),
    function("_set_running_loop", "(loop, /)", |vm, args| {
        let given = if args[0].is_none() { Value::UNBOUND } else { args[0] };
        state::of(vm).set(RUNNING_LOOP, given);
        Ok(Value::NONE)
    })
    .doc("Set the running event loop.\n\nThis is a low-level function intended to be used by event loops.\nThis function is thread-specific."),
    function("get_running_loop", "()", |vm, _| running(vm))
        .doc("Return the running event loop.  Raise a RuntimeError if there is none.\n\nThis function is thread-specific."),
    function("get_event_loop", "()", |vm, _| state::event_loop(vm))
        .doc("Return an asyncio event loop.\n\nWhen called from a coroutine or a callback (e.g. scheduled with\ncall_soon or similar API), this function will always return the\nrunning event loop.\n\nIf there is no running event loop set, the function will return\nthe result of `get_event_loop_policy().get_event_loop()` call."),
    function("_enter_task", "(loop, task)", |vm, args| {
        step::enter(vm, args[0], args[1])?;
        Ok(Value::NONE)
    })
    .doc("Enter into task execution or resume suspended task.\n\nTask belongs to loop.\n\nReturns None."),
    function("_leave_task", "(loop, task)", |vm, args| {
        step::leave(vm, args[0], args[1])?;
        Ok(Value::NONE)
    })
    .doc("Leave task execution or suspend a task.\n\nTask belongs to loop.\n\nReturns None."),
    function("_swap_current_task", "(loop, task)", |vm, args| step::swap(vm, args[0], args[1]))
        .doc("Temporarily swap in the supplied task and return the original one (or None).\n\nThis is intended for use during eager coroutine execution."),
    function("_register_task", "(task)", |vm, args| {
        change_others(vm, args[0], "add")
    })
    .doc("Register a new task in asyncio as executed by loop.\n\nReturns None."),
    function("_unregister_task", "(task)", |vm, args| {
        change_others(vm, args[0], "discard")
    })
    .doc("Unregister a task.\n\nReturns None."),
    function("_register_eager_task", "(task)", |vm, args| {
        let eager = state::of(vm).get(EAGER);
        set::add(vm, eager.expect(), args[0])?;
        Ok(Value::NONE)
    })
    .doc("Register a new task in asyncio as executed by loop.\n\nReturns None."),
    function("_unregister_eager_task", "(task)", |vm, args| {
        let eager = state::of(vm).get(EAGER);
        set::remove(vm, eager.expect(), args[0])?;
        Ok(Value::NONE)
    })
    .doc("Unregister a task.\n\nReturns None."),
    function("current_task", "(loop=None)", |vm, args| {
        let event_loop = given_or_running(vm, args[0])?;
        let state = state::of(vm);
        if state.get(RUNNING_LOOP) != event_loop {
            return Ok(Value::NONE);
        }
        Ok(state.get(RUNNING_TASK).or(Value::NONE))
    })
    .doc("Return a currently executed task."),
    function("all_tasks", "(loop=None)", |vm, args| {
        let event_loop = given_or_running(vm, args[0])?;
        task::all(vm, event_loop)
    })
    .doc("Return a set of all tasks for the loop."),
    function("future_add_to_awaited_by", "(fut, waiter, /)", |vm, args| {
        future::awaited_by(vm, args[0], args[1])?;
        Ok(Value::NONE)
    })
    .doc("Record that `fut` is awaited on by `waiter`."),
    function("future_discard_from_awaited_by", "(fut, waiter, /)", |vm, args| {
        future::no_longer_awaited_by(vm, args[0], args[1])?;
        Ok(Value::NONE)
    }),
];

#[cold]
fn no_loop(vm: &mut Vm) -> Raised {
    raise::runtime_error(vm, "no running event loop")
}

fn running(vm: &mut Vm) -> Run<Value> {
    match state::of(vm).get(RUNNING_LOOP).bound() {
        Some(running) => Ok(running),
        None => Err(no_loop(vm)),
    }
}

fn given_or_running(vm: &mut Vm, given: Value) -> Run<Value> {
    match given.bound() {
        Some(given) if !given.is_none() => Ok(given),
        _ => running(vm),
    }
}

/// Adds a task that is not of ours to the weak set of those, or takes it away.
fn change_others(vm: &mut Vm, task: Value, method: &str) -> Run<Value> {
    if step::is_task(vm, task) {
        return Ok(Value::NONE);
    }
    let name = text::intern(vm, method);
    let method = crate::api::attribute::get(vm, state::of(vm).get(OTHERS), name)?;
    call::call(vm, method, &[task])?;
    Ok(Value::NONE)
}
