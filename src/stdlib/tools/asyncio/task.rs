//! Tasks: their beginning, and their methods.

use crate::api::{
    ClassId, NativeDef, Raised, Record, Ref, Run, Value, Vm, attribute, call, class, class_method, getter, glue, make,
    method, raise, shared, static_method, text, truth, unreachable_body,
};
use crate::stdlib::tools::asyncio::future::{
    self, IS_SCHEDULED, LOGS_DESTROYED, LOGS_TRACEBACK, LOOP, MESSAGE, MUST_CANCEL, PENDING, STATE, this,
};
use crate::stdlib::tools::asyncio::future_table::{finalize, keywords, report};
use crate::stdlib::tools::asyncio::state;
use crate::stdlib::tools::asyncio::step::{
    self, CANCEL_REQUESTS, CONTEXT, COROUTINE, NAME, TASK_FIELDS, WAITER, cancel_other,
};
use crate::stdlib::tools::contextvars;

pub static TASK: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body)
        .spread(|vm, args, _| Ok(future::new(vm, args[0], TASK_FIELDS))),
    method("__init__", "($self, *args, **kwargs)", unreachable_body).spread(init),
    method("__repr__", "($self, /)", |vm, args| {
        future::check(vm, this(args))?;
        state::call_imported(vm, ("asyncio.base_tasks", "_task_repr"), &[args[0]])
    }),
    method("__del__", "($self, /)", del),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem)
        .doc("Tasks are generic over the return type of their wrapped coroutines"),
    method("cancel", "($self, /, msg=None)", |vm, args| {
        Ok(Value::bool(cancel(vm, this(args), args[1].or(Value::NONE))?))
    })
    .doc("Request that this task cancel itself.\n\nThis arranges for a CancelledError to be thrown into the\nwrapped coroutine on the next cycle through the event loop.\nThe coroutine then has a chance to clean up or even deny\nthe request using try/except/finally."),
    method("cancelling", "($self, /)", |_, args| Ok(requests(args)))
        .doc("Return the count of the task's cancellation requests.\n\nThis count is incremented when .cancel() is called\nand may be decremented using .uncancel()."),
    method("uncancel", "($self, /)", uncancel)
        .doc("Decrement the task's count of cancellation requests.\n\nThis should be used by tasks that catch CancelledError\nand wish to continue indefinitely until they are cancelled again.\n\nReturns the remaining number of cancellation requests."),
    method("get_coro", "($self, /)", |_, args| Ok(shown(args, COROUTINE))),
    method("get_context", "($self, /)", |_, args| Ok(shown(args, CONTEXT))),
    method("get_name", "($self, /)", get_name),
    method("set_name", "($self, value, /)", |vm, args| {
        let name = name_of(vm, args[1])?;
        this(args).set(NAME, name);
        Ok(Value::NONE)
    }),
    method("set_result", "($self, result, /)", |vm, _| {
        Err(raise::runtime_error(vm, "Task does not support set_result operation"))
    }),
    method("set_exception", "($self, exception, /)", |vm, _| {
        Err(raise::runtime_error(vm, "Task does not support set_exception operation"))
    }),
    method("get_stack", "($self, /, *, limit=None)", |vm, args| {
        future::check(vm, this(args))?;
        let all = [args[0], args[1].or(Value::NONE)];
        state::call_imported(vm, ("asyncio.base_tasks", "_task_get_stack"), &all)
    })
    .doc("Return the list of stack frames for this task's coroutine."),
    method("print_stack", "($self, /, *, limit=None, file=None)", |vm, args| {
        future::check(vm, this(args))?;
        let all = [args[0], args[1].or(Value::NONE), args[2].or(Value::NONE)];
        state::call_imported(vm, ("asyncio.base_tasks", "_task_print_stack"), &all)
    })
    .doc("Print the stack or traceback for this task's coroutine."),
    getter("_coro", |_, args| Ok(shown(args, COROUTINE))),
    getter("_fut_waiter", |_, args| Ok(shown(args, WAITER))),
    getter("_must_cancel", |_, args| Ok(Value::bool(future::has(this(args), MUST_CANCEL)))),
    getter("_log_destroy_pending", |_, args| {
        Ok(Value::bool(future::has(this(args), LOGS_DESTROYED)))
    })
    .setter(set_log_destroy_pending),
];

fn shown(args: &[Value], field: usize) -> Value {
    this(args).get(field).or(Value::NONE)
}

fn requests(args: &[Value]) -> Value {
    this(args).get(CANCEL_REQUESTS).or(Value::small_int(0))
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let (task, given) = (this(args), args.len() - names.len() - 1);
    if given > 1 {
        let text = format!("Task() takes exactly 1 positional argument ({given} given)");
        return Err(raise::type_error(vm, text));
    }
    let known = ["loop", "name", "context", "eager_start", "coro"];
    let all = keywords(vm, "Task", known, &args[1 + given..], names)?;
    let [event_loop, name, context, eager, named] = all;
    let Some(coroutine) = (if given == 1 { args[1] } else { named }).bound() else {
        return Err(raise::type_error(vm, "Task() missing required argument 'coro' (pos 1)"));
    };
    future::init(vm, task, event_loop)?;
    if !is_coroutine(vm, coroutine)? {
        let shown = glue::repr(vm, coroutine)?;
        return Err(raise::type_error(vm, format!("a coroutine was expected, got {shown}")));
    }
    let context = future::context_or_copy(vm, context);
    task.set(CONTEXT, context);
    task.set(WAITER, Value::UNBOUND);
    future::set_flag(task, MUST_CANCEL, false);
    future::set_flag(task, LOGS_DESTROYED, true);
    task.set(CANCEL_REQUESTS, Value::small_int(0));
    task.set(COROUTINE, coroutine);
    let name = match name.bound().filter(|name| !name.is_none()) {
        Some(name) => name_of(vm, name)?,
        None => {
            let state = state::of(vm);
            let number = Value::small_int(state.get(state::COUNTER).int_unchecked() + 1);
            state.set(state::COUNTER, number);
            number
        }
    };
    task.set(NAME, name);
    begin(vm, task, eager)?;
    Ok(Value::NONE)
}

/// Has the task stepped, soon or at once.
fn begin(vm: &mut Vm, task: Ref<Record>, eager: Value) -> Run<()> {
    if let Some(eager) = eager.bound()
        && truth::truth(vm, eager)?
    {
        let name = text::intern(vm, "is_running");
        let method = attribute::get(vm, task.get(LOOP), name)?;
        let runs = call::call(vm, method, &[])?;
        if truth::truth(vm, runs)? {
            return start_eagerly(vm, task);
        }
    }
    let asked = step::soon(vm, task, Value::UNBOUND);
    match asked {
        Ok(()) => future::set_flag(task, IS_SCHEDULED, true),
        // Nobody will end it.
        Err(_) => future::finalize_later(vm, task),
    }
    asked
}

/// The first step, in place of a call by the loop.
fn start_eagerly(vm: &mut Vm, task: Ref<Record>) -> Run<()> {
    let before = step::swap(vm, task.get(LOOP), task.value())?;
    if let Err(raised) = contextvars::enter(vm, task.get(CONTEXT)) {
        step::swap(vm, task.get(LOOP), before)?;
        return Err(raised);
    }
    future::set_flag(task, IS_SCHEDULED, true);
    let stepped = step::run(vm, task, Value::UNBOUND);
    contextvars::exit(vm, task.get(CONTEXT));
    let swapped = step::swap(vm, task.get(LOOP), before);
    if task.get(STATE) != PENDING {
        task.set(COROUTINE, Value::UNBOUND);
    }
    stepped?;
    swapped?;
    Ok(())
}

fn is_coroutine(vm: &mut Vm, value: Value) -> Run<bool> {
    if class::is_exact(value, ClassId::Coroutine) {
        return Ok(true);
    }
    let answer = state::call_imported(vm, ("asyncio.coroutines", "iscoroutine"), &[value])?;
    truth::truth(vm, answer)
}

/// A str of the name; a str itself.
fn name_of(vm: &mut Vm, name: Value) -> Run<Value> {
    if class::is_exact(name, ClassId::Str) {
        return Ok(name);
    }
    crate::api::repr::str(vm, name)
}

fn get_name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = shown(args, NAME);
    let Some(number) = name.as_int() else {
        return Ok(name);
    };
    let name = text::new(vm, &format!("Task-{number}"));
    this(args).set(NAME, name);
    Ok(name)
}

/// `cancel(msg)`
fn cancel(vm: &mut Vm, task: Ref<Record>, message: Value) -> Run<bool> {
    future::set_flag(task, LOGS_TRACEBACK, false);
    if task.get(STATE) != PENDING {
        return Ok(false);
    }
    let requests = task.get(CANCEL_REQUESTS).or(Value::small_int(0));
    task.set(CANCEL_REQUESTS, Value::small_int(requests.int_unchecked() + 1));
    if let Some(waiter) = task.get(WAITER).bound()
        && cancel_other(vm, waiter, message)?
    {
        return Ok(true);
    }
    future::set_flag(task, MUST_CANCEL, true);
    task.set(MESSAGE, message);
    Ok(true)
}

fn uncancel(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let left = requests(args).int_unchecked();
    if left > 0 {
        this(args).set(CANCEL_REQUESTS, Value::small_int(left - 1));
        if left == 1 {
            future::set_flag(this(args), MUST_CANCEL, false);
        }
    }
    Ok(requests(args))
}

fn set_log_destroy_pending(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_unbound() {
        return Err(no_deletion(vm));
    }
    let on = truth::truth(vm, args[1])?;
    future::set_flag(this(args), LOGS_DESTROYED, on);
    Ok(Value::NONE)
}

#[cold]
fn no_deletion(vm: &mut Vm) -> Raised {
    let text = "attribute '_log_destroy_pending' of '_asyncio.Task' objects cannot be deleted";
    raise::attribute_error_text(vm, text)
}

/// `__del__`: says so if it was not done.
fn del(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let task = this(args);
    if task.get(STATE) == PENDING && future::has(task, LOGS_DESTROYED) {
        let message = text::new(vm, "Task was destroyed but it is pending!");
        report(vm, task, &[("task", args[0]), ("message", message)])?;
    }
    finalize(vm, task)?;
    Ok(Value::NONE)
}

/// A set of all tasks of a loop that are not done: ours are looked for in the heap, others were registered.
pub fn all(vm: &mut Vm, event_loop: Value) -> Run<Value> {
    let found = make::set(vm);
    let objects = vm.heap.objects();
    let ours: Vec<Value> = objects
        .into_iter()
        .filter(|&object| step::is_task(vm, object))
        .collect();
    let tasks = make::list(vm, ours);
    for i in 0.. {
        let Some(task) = tasks.expect::<crate::api::List>().get(i) else {
            break;
        };
        let task: Ref<Record> = task.expect();
        if task.get(STATE) == PENDING && task.get(LOOP) == event_loop && future::has(task, IS_SCHEDULED) {
            crate::api::set::add(vm, found.expect(), task.value())?;
        }
    }
    let state = state::of(vm);
    for others in [state.get(state::EAGER), state.get(state::OTHERS)] {
        let others = glue::list_of(vm, others)?;
        for i in 0.. {
            let Some(task) = others.get(i) else { break };
            if step::loop_of(vm, task)? == event_loop && !is_done(vm, task)? {
                crate::api::set::add(vm, found.expect(), task)?;
            }
        }
    }
    Ok(found)
}

fn is_done(vm: &mut Vm, task: Value) -> Run<bool> {
    let name = text::intern(vm, "done");
    let method = attribute::get(vm, task, name)?;
    let answer = call::call(vm, method, &[])?;
    truth::truth(vm, answer)
}
