//! What the module keeps: the loop and the task that run, classes of `asyncio.exceptions`, names that are asked for often.

use crate::api::{
    ClassId, Dict, Exception, Kind, Module, Own, Raised, Record, Ref, Run, Value, Vm, attribute, call, class, flag,
    glue, make, own, own_class, raise, record_of, text,
};

/// The loop that runs, and its task that does; UNBOUND for none.
pub const RUNNING_LOOP: usize = 0;
pub const RUNNING_TASK: usize = 1;
/// Classes.
const CANCELLED_ERROR: usize = 2;
const INVALID_STATE: usize = 3;
/// A `WeakSet` of tasks that are not of `Task`, and a set of those that are in their first, eager step.
pub const OTHERS: usize = 4;
pub const EAGER: usize = 5;
/// The number of the last task that got its name from us.
pub const COUNTER: usize = 6;
/// Names: strs.
pub const CALL_SOON: usize = 7;
pub const CONTEXT: usize = 8;
pub const BLOCKING: usize = 9;
pub const ADD_DONE_CALLBACK: usize = 10;
pub const GET_DEBUG: usize = 11;
pub const MSG: usize = 12;
pub const CANCEL: usize = 13;
const NAMES: [&str; 7] = [
    "call_soon",
    "context",
    "_asyncio_future_blocking",
    "add_done_callback",
    "get_debug",
    "msg",
    "cancel",
];

/// The state, a record that is no object of Python's.
pub fn of(vm: &Vm) -> Ref<Record> {
    vm.own[Own::AsyncState as usize].expect()
}

/// Makes the state, when the module is imported first. `asyncio` is being imported then.
pub fn make(vm: &mut Vm) -> Run<()> {
    if vm.own[Own::AsyncState as usize].is_bound() {
        return Ok(());
    }
    glue::import(vm, "_contextvars")?;
    let cancelled = imported(vm, "asyncio.exceptions", "CancelledError")?;
    let invalid = imported(vm, "asyncio.exceptions", "InvalidStateError")?;
    let weak_set = imported(vm, "weakref", "WeakSet")?;
    let mut fields = vec![Value::UNBOUND, Value::UNBOUND, cancelled, invalid];
    fields.push(call::call(vm, weak_set, &[])?);
    fields.push(make::set(vm));
    fields.push(Value::small_int(0));
    for name in NAMES {
        fields.push(text::intern(vm, name));
    }
    let class = class::known(vm, ClassId::Object).value();
    vm.own[Own::AsyncState as usize] = record_of(vm, class, &fields);
    Ok(())
}

/// `from module import name`
pub fn imported(vm: &mut Vm, module: &str, name: &str) -> Run<Value> {
    glue::import(vm, module)?;
    let (path, name) = (text::intern(vm, module), text::intern(vm, name));
    let found = vm.modules.cast::<Dict>().and_then(|modules| modules.get_str(path));
    match found.filter(|found| found.is::<Module>()) {
        Some(found) => attribute::get(vm, found, name),
        None => Err(raise::import_error_text(vm, format!("no module named '{module}'"))),
    }
}

/// `get_event_loop()`: the loop that runs, or what the policy says.
pub fn event_loop(vm: &mut Vm) -> Run<Value> {
    if let Some(running) = of(vm).get(RUNNING_LOOP).bound() {
        return Ok(running);
    }
    let policy = call_imported(vm, ("asyncio.events", "_get_event_loop_policy"), &[])?;
    let name = text::intern(vm, "get_event_loop");
    let method = attribute::get(vm, policy, name)?;
    call::call(vm, method, &[])
}

/// A function of `asyncio` or another module, called.
pub fn call_imported(vm: &mut Vm, (module, name): (&str, &str), args: &[Value]) -> Run<Value> {
    let function = imported(vm, module, name)?;
    call::call(vm, function, args)
}

/// `object.name(*args)` for a name of the state.
pub fn call_method(vm: &mut Vm, object: Value, name: usize, args: &[Value], names: &[Value]) -> Run<Value> {
    let name = of(vm).get(name);
    let class = class::of(vm, object);
    // Functions are no data descriptors: what the object has itself goes first.
    if class.has(flag::PLAIN_GET)
        && let Some(method) = class::lookup(vm, class, name)
        && method.kind() == Some(Kind::Function)
        && own::get(vm, object, name).is_none()
    {
        return call::with_first(vm, method, object, args, names);
    }
    let method = attribute::get(vm, object, name)?;
    call::call_named(vm, method, args, names)
}

/// `loop.call_soon(callback[, arg][, context=context])`
pub fn call_soon(vm: &mut Vm, event_loop: Value, callback: Value, arg: Option<Value>, context: Value) -> Run<()> {
    let named = [of(vm).get(CONTEXT)];
    let names: &[Value] = if context.is_bound() { &named } else { &[] };
    let all = [callback, arg.unwrap_or(context), context];
    let count = 1 + arg.is_some() as usize + names.len();
    call_method(vm, event_loop, CALL_SOON, &all[..count], names)?;
    Ok(())
}

/// Raises `asyncio.InvalidStateError`.
#[cold]
pub fn invalid_state(vm: &mut Vm, message: &str) -> Raised {
    let (class, message) = (of(vm).get(INVALID_STATE), text::new(vm, message));
    let made = call::call(vm, class, &[message]);
    raise::made(vm, made)
}

/// `CancelledError()`, with an argument unless that is None or UNBOUND.
pub fn new_cancelled_error(vm: &mut Vm, message: Value) -> Run<Value> {
    let class = of(vm).get(CANCELLED_ERROR);
    match message.bound().filter(|message| !message.is_none()) {
        Some(message) => call::call(vm, class, &[message]),
        None => call::call(vm, class, &[]),
    }
}

/// Whether an exception is a `CancelledError`.
pub fn is_cancelled_error(vm: &Vm, exception: Value) -> bool {
    let wanted = of(vm).get(CANCELLED_ERROR).cast();
    wanted.is_some_and(|wanted| class::of(vm, exception).is_subclass(wanted))
}

/// The pending exception, which is no longer pending.
pub fn take(vm: &mut Vm) -> Value {
    let pending = raise::catch(vm, ClassId::BaseException);
    pending.unwrap_or(Value::NONE)
}

/// The exception's traceback.
pub fn traceback(vm: &mut Vm, exception: Value) -> Value {
    exception.expect::<Exception>().traceback(&mut vm.heap)
}

/// Whether this is a future or task of ours, and of no subclass.
pub fn is_exact(vm: &Vm, value: Value) -> bool {
    let class = class::of(vm, value);
    class == own_class(vm, Own::Task) || class == own_class(vm, Own::Future)
}
