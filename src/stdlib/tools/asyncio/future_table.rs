//! The methods of futures. Those of tasks that do the same are inherited.

use crate::api::{
    Class, ClassId, NativeDef, Own, Raised, Record, Ref, Run, Set, Str, Value, Vm, class_method, dict, getter, make,
    method, own_class, raise, set, shared, static_method, text, truth, unreachable_body,
};
use crate::stdlib::tools::asyncio::future::{
    self, AWAITED_BY, BLOCKS, CANCELLED, EXCEPTION, FIELDS, FINISHED, LOGS_TRACEBACK, LOOP, MESSAGE, PENDING, RESULT,
    SOURCE, STATE, this,
};
use crate::stdlib::tools::asyncio::{state, waiting};

pub static FUTURE: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body)
        .spread(|vm, args, _| Ok(future::new(vm, args[0], FIELDS))),
    method("__init__", "($self, *args, **kwargs)", unreachable_body).spread(init),
    method("__repr__", "($self, /)", |vm, args| {
        future::check(vm, this(args))?;
        state::call_imported(vm, ("asyncio.base_futures", "_future_repr"), &[args[0]])
    }),
    method("__del__", "($self, /)", |vm, args| {
        finalize(vm, this(args))?;
        Ok(Value::NONE)
    }),
    method("__await__", "($self, /)", waiting::iterator),
    method("__iter__", "($self, /)", waiting::iterator),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem)
        .doc("Futures are generic over the type of their results"),
    method("result", "($self, /)", |vm, args| future::result(vm, this(args)))
        .doc("Return the result this future represents.\n\nIf the future has been cancelled, raises CancelledError.  If the\nfuture's result isn't yet available, raises InvalidStateError.  If\nthe future is done and has an exception set, this exception is raised."),
    method("exception", "($self, /)", exception)
        .doc("Return the exception that was set on this future.\n\nThe exception (or None if no exception was set) is returned only if\nthe future is done.  If the future has been cancelled, raises\nCancelledError.  If the future isn't done yet, raises\nInvalidStateError."),
    method("set_result", "($self, result, /)", |vm, args| {
        future::set_result(vm, this(args), args[1])?;
        Ok(Value::NONE)
    })
    .doc("Mark the future done and set its result.\n\nIf the future is already done when this method is called, raises\nInvalidStateError."),
    method("set_exception", "($self, exception, /)", |vm, args| {
        future::set_exception(vm, this(args), args[1])?;
        Ok(Value::NONE)
    })
    .doc("Mark the future done and set an exception.\n\nIf the future is already done when this method is called, raises\nInvalidStateError."),
    method("add_done_callback", "($self, fn, /, *, context=None)", |vm, args| {
        let context = match args[2].bound() {
            Some(context) => context,
            None => future::context_or_copy(vm, Value::NONE),
        };
        future::add_callback(vm, this(args), args[1], context)?;
        Ok(Value::NONE)
    })
    .doc("Add a callback to be run when the future becomes done.\n\nThe callback is called with a single argument - the future object. If\nthe future is already done when this is called, the callback is\nscheduled with call_soon."),
    method("remove_done_callback", "($self, fn, /)", |vm, args| {
        future::check(vm, this(args))?;
        Ok(Value::small_int(future::remove_callback(vm, this(args), args[1])?))
    })
    .doc("Remove all instances of a callback from the \"call when done\" list.\n\nReturns the number of callbacks removed."),
    method("cancel", "($self, /, msg=None)", |vm, args| {
        future::check(vm, this(args))?;
        Ok(Value::bool(future::cancel(vm, this(args), args[1].or(Value::NONE))?))
    })
    .doc("Cancel the future and schedule callbacks.\n\nIf the future is already done or cancelled, return False.  Otherwise,\nchange the future's state to cancelled, schedule the callbacks and\nreturn True."),
    method("cancelled", "($self, /)", |_, args| {
        Ok(Value::bool(this(args).get(STATE) == CANCELLED))
    })
    .doc("Return True if the future was cancelled."),
    method("done", "($self, /)", |_, args| {
        Ok(Value::bool(this(args).get(STATE) != PENDING))
    })
    .doc("Return True if the future is done.\n\nDone means either that a result / exception are available, or that the\nfuture was cancelled."),
    method("get_loop", "($self, /)", |vm, args| {
        future::check(vm, this(args))?;
        Ok(this(args).get(LOOP))
    })
    .doc("Return the event loop the Future is bound to."),
    method("_make_cancelled_error", "($self, /)", |vm, args| {
        future::cancelled_error(vm, this(args))
    })
    .doc("Create the CancelledError to raise if the Future is cancelled.\n\nThis should only be called once when handling a cancellation since\nit erases the context exception value."),
    getter("_state", shown_state),
    getter("_loop", |_, args| Ok(this(args).get(LOOP).or(Value::NONE))),
    getter("_callbacks", |vm, args| {
        future::check(vm, this(args))?;
        Ok(future::callbacks(vm, this(args)))
    }),
    getter("_result", |vm, args| checked(vm, args, RESULT)),
    getter("_exception", |vm, args| checked(vm, args, EXCEPTION)),
    getter("_source_traceback", |_, args| Ok(this(args).get(SOURCE).or(Value::NONE))),
    getter("_cancel_message", |_, args| Ok(this(args).get(MESSAGE).or(Value::NONE))).setter(set_message),
    getter("_log_traceback", |vm, args| {
        future::check(vm, this(args))?;
        Ok(Value::bool(future::has(this(args), LOGS_TRACEBACK)))
    })
    .setter(set_log_traceback),
    getter("_asyncio_future_blocking", |_, args| {
        Ok(Value::bool(future::has(this(args), BLOCKS)))
    })
    .setter(set_blocking),
    getter("_asyncio_awaited_by", awaited_by),
];

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if args.len() - names.len() > 1 {
        return Err(raise::type_error(vm, "Future() takes no positional arguments"));
    }
    let [event_loop] = keywords(vm, "Future", ["loop"], &args[1..], names)?;
    future::init(vm, this(args), event_loop)?;
    Ok(Value::NONE)
}

/// What was given for each of the keywords of `function`, UNBOUND where nothing was.
pub fn keywords<const N: usize>(
    vm: &mut Vm,
    function: &str,
    known: [&str; N],
    values: &[Value],
    names: &[Value],
) -> Run<[Value; N]> {
    let mut found = [Value::UNBOUND; N];
    for (name, &value) in names.iter().zip(values) {
        let name = name.expect::<Str>();
        match known.iter().position(|known| known.as_bytes() == name.bytes()) {
            Some(i) => found[i] = value,
            None => return Err(unknown_keyword(vm, function, &known, &name.lossy())),
        }
    }
    Ok(found)
}

#[cold]
fn unknown_keyword(vm: &mut Vm, function: &str, known: &[&str], shown: &str) -> Raised {
    let hint = crate::base::names::suggest::closest(shown, known.iter().copied());
    let hint = hint.map_or(String::new(), |name| format!(". Did you mean '{name}'?"));
    raise::type_error(
        vm,
        format!("{function}() got an unexpected keyword argument '{shown}'{hint}"),
    )
}

fn exception(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let future = this(args);
    if future.get(LOOP).is_unbound() {
        return Err(state::invalid_state(vm, "Future object is not initialized."));
    }
    match future.get(STATE) {
        CANCELLED => Err(future::raise_cancelled(vm, future)),
        FINISHED => {
            future::set_flag(future, LOGS_TRACEBACK, false);
            Ok(future.get(EXCEPTION).or(Value::NONE))
        }
        _ => Err(state::invalid_state(vm, "Exception is not set.")),
    }
}

/// A field that only an initialised future shows.
fn checked(vm: &mut Vm, args: &[Value], field: usize) -> Run<Value> {
    future::check(vm, this(args))?;
    Ok(this(args).get(field).or(Value::NONE))
}

fn shown_state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    future::check(vm, this(args))?;
    let shown = match this(args).get(STATE) {
        PENDING => "PENDING",
        CANCELLED => "CANCELLED",
        _ => "FINISHED",
    };
    Ok(text::intern(vm, shown))
}

#[cold]
fn no_deletion(vm: &mut Vm, args: &[Value], name: &str) -> Raised {
    let own = if crate::api::is_own(vm, args[0], Own::Task) {
        "Task"
    } else {
        "Future"
    };
    raise::attribute_error_text(
        vm,
        format!("attribute '{name}' of '_asyncio.{own}' objects cannot be deleted"),
    )
}

fn set_message(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_unbound() {
        return Err(no_deletion(vm, args, "_cancel_message"));
    }
    this(args).set(MESSAGE, args[1]);
    Ok(Value::NONE)
}

fn set_log_traceback(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_unbound() {
        return Err(no_deletion(vm, args, "_log_traceback"));
    }
    if truth::truth(vm, args[1])? {
        return Err(raise::value_error(vm, "_log_traceback can only be set to False"));
    }
    future::set_flag(this(args), LOGS_TRACEBACK, false);
    Ok(Value::NONE)
}

fn set_blocking(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    future::check(vm, this(args))?;
    if args[1].is_unbound() {
        return Err(no_deletion(vm, args, "_asyncio_future_blocking"));
    }
    let blocks = truth::truth(vm, args[1])?;
    future::set_flag(this(args), BLOCKS, blocks);
    Ok(Value::NONE)
}

fn awaited_by(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let waiters = this(args).get(AWAITED_BY);
    if waiters.is_unbound() {
        return Ok(Value::NONE);
    }
    let all: Ref<Set> = match waiters.cast::<Set>() {
        Some(all) => all,
        None => {
            let one: Ref<Set> = make::set(vm).expect();
            set::add(vm, one, waiters)?;
            one
        }
    };
    Ok(set::copy(vm, all, ClassId::FrozenSet)?.value())
}

/// `__del__` of a future: says that nobody has asked for its exception.
pub fn finalize(vm: &mut Vm, future: Ref<Record>) -> Run<()> {
    if !future::has(future, LOGS_TRACEBACK) {
        return Ok(());
    }
    future::set_flag(future, LOGS_TRACEBACK, false);
    let name = crate::api::class::name(crate::api::class::of(vm, future.value()));
    let message = text::new(vm, &format!("{name} exception was never retrieved"));
    let rows = [
        ("message", message),
        ("exception", future.get(EXCEPTION)),
        ("future", future.value()),
    ];
    report(vm, future, &rows)
}

/// Tells the event loop's exception handler.
pub fn report(vm: &mut Vm, future: Ref<Record>, rows: &[(&str, Value)]) -> Run<()> {
    let context = make::dict(vm).expect();
    let source = ("source_traceback", future.get(SOURCE));
    for &(name, value) in rows.iter().chain(source.1.is_bound().then_some(&source)) {
        let name = text::intern(vm, name);
        dict::set(vm, context, name, value)?;
    }
    let name = text::intern(vm, "call_exception_handler");
    let handler = crate::api::attribute::get(vm, future.get(LOOP), name)?;
    crate::api::call::call(vm, handler, &[context.value()])?;
    Ok(())
}

/// The class of futures.
pub fn class(vm: &Vm) -> Ref<Class> {
    own_class(vm, Own::Future)
}
