//! `lock` and `RLock`. There is one thread: whoever waits without end for a lock that is taken waits for itself.

use std::time::Duration;

use crate::api::{
    NativeDef, Record, Ref, Run, Value, Vm, class, convert, method, raise, record_of, repr, static_method, text, truth,
    unreachable_body,
};

/// How often it is taken.
const COUNT: usize = 0;

pub static LOCK: &[NativeDef] = &[
    static_method("__new__", "(type)", |vm, args| {
        Ok(record_of(vm, args[0], &[Value::small_int(0)]))
    }),
    method("acquire", "($self, /, blocking=True, timeout=-1)", |vm, args| {
        acquire(vm, args, false)
    })
    .doc("Lock the lock."),
    method("acquire_lock", "($self, /, blocking=True, timeout=-1)", |vm, args| {
        acquire(vm, args, false)
    }),
    method("release", "($self, /)", release).doc("Release the lock."),
    method("release_lock", "($self, /)", release),
    method("locked", "($self, /)", locked).doc("Return whether the lock is in the locked state."),
    method("locked_lock", "($self, /)", locked),
    method("__enter__", "($self, /)", |vm, args| {
        acquire(vm, &[args[0], Value::UNBOUND, Value::UNBOUND], false)
    }),
    method("__exit__", "($self, /, *exc_info)", |vm, args| release(vm, &args[..1])),
    method("_at_fork_reinit", "($self, /)", reset),
    method("__repr__", "($self, /)", show),
];

pub static RLOCK: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body)
        .spread(|vm, args, _| Ok(record_of(vm, args[0], &[Value::small_int(0)]))),
    method("acquire", "($self, /, blocking=True, timeout=-1)", |vm, args| {
        acquire(vm, args, true)
    })
    .doc("Lock the lock."),
    method("release", "($self, /)", release_again).doc("Release the lock."),
    method("locked", "($self, /)", locked).doc("Return a boolean indicating whether this object is locked right now."),
    method("__enter__", "($self, /)", |vm, args| {
        acquire(vm, &[args[0], Value::UNBOUND, Value::UNBOUND], true)
    }),
    method("__exit__", "($self, /, *exc_info)", |vm, args| {
        release_again(vm, &args[..1])
    }),
    method("_is_owned", "($self, /)", locked),
    method("_recursion_count", "($self, /)", |_, args| {
        Ok(args[0].expect::<Record>().get(COUNT))
    }),
    method("_acquire_restore", "($self, state, /)", restore),
    method("_release_save", "($self, /)", save),
    method("_at_fork_reinit", "($self, /)", reset),
    method("__repr__", "($self, /)", show),
];

fn count(args: &[Value]) -> i64 {
    args[0].expect::<Record>().get(COUNT).int_unchecked()
}
fn set_count(args: &[Value], n: i64) {
    args[0].expect::<Record>().set(COUNT, Value::small_int(n));
}

fn acquire(vm: &mut Vm, args: &[Value], again: bool) -> Run<Value> {
    let blocking = match args[1].bound() {
        Some(blocking) => truth::truth(vm, blocking)?,
        None => true,
    };
    let timeout_s = match args[2].bound() {
        Some(timeout) => convert::to_f64(vm, timeout)?,
        None => -1.0,
    };
    if !blocking && timeout_s != -1.0 {
        return Err(raise::value_error(
            vm,
            "can't specify a timeout for a non-blocking call",
        ));
    }
    if timeout_s < 0.0 && timeout_s != -1.0 {
        return Err(raise::value_error(vm, "timeout value must be a non-negative number"));
    }
    if count(args) == 0 || again {
        set_count(args, count(args) + 1);
        return Ok(Value::TRUE);
    }
    if blocking && timeout_s < 0.0 {
        let text = "deadlock: the only thread waits for a lock that it holds";
        return Err(raise::runtime_error(vm, text));
    }
    if blocking {
        std::thread::sleep(Duration::from_secs_f64(timeout_s.min(1e9)));
    }
    Ok(Value::FALSE)
}

fn release(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if count(args) == 0 {
        return Err(raise::runtime_error(vm, "release unlocked lock"));
    }
    set_count(args, 0);
    Ok(Value::NONE)
}

fn release_again(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if count(args) == 0 {
        return Err(raise::runtime_error(vm, "cannot release un-acquired lock"));
    }
    set_count(args, count(args) - 1);
    Ok(Value::NONE)
}

fn locked(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(count(args) > 0))
}
fn reset(_: &mut Vm, args: &[Value]) -> Run<Value> {
    set_count(args, 0);
    Ok(Value::NONE)
}

fn restore(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = args[1]
        .cast::<crate::api::Tuple>()
        .and_then(|state| state.items().first().copied())
        .and_then(Value::as_int);
    set_count(args, n.unwrap_or(1));
    Ok(Value::NONE)
}
fn save(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = count(args);
    if n == 0 {
        return Err(raise::runtime_error(vm, "cannot release un-acquired lock"));
    }
    set_count(args, 0);
    let owner = Value::small_int(IDENT);
    Ok(crate::api::make::tuple(vm, &[Value::small_int(n), owner]))
}

/// The identity of the one thread.
pub const IDENT: i64 = 1;

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    let name = repr::qualified_name(vm, class::of(vm, args[0]).value());
    let n = this.get(COUNT).int_unchecked();
    let state = if n > 0 { "locked" } else { "unlocked" };
    let at = repr::address(args[0]);
    let text = if name.ends_with("RLock") {
        let owner = if n > 0 { IDENT } else { 0 };
        format!("<{state} {name} object owner={owner} count={n} at {at:#x}>")
    } else {
        format!("<{state} {name} object at {at:#x}>")
    };
    Ok(text::new(vm, &text))
}
