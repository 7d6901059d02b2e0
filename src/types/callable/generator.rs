//! Generators and coroutines: `send`, `throw`, `close`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::generator;
pub use crate::interp::generator::Outcome;
use crate::object::class::layout::Class;
use crate::object::container::tuple::{self, Tuple};
use crate::object::exception::Exception;
use crate::object::generator::{Generator, State};
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::render::repr::{self, address};
use crate::ops::{call, class, make, raise, text};
use crate::vm::known::{ClassId, flag};
use crate::vm::native::{NativeDef, getter, method};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// What generators and coroutines share.
pub static SHARED: &[NativeDef] = &[
    method("send", "($self, value, /)", send),
    method("throw", "($self, type, value=None, traceback=None, /)", throw),
    method("close", "($self, /)", close),
];

/// What async generators share with both.
pub static ASYNC_SHARED: &[NativeDef] = &[
    method("__repr__", "($self, /)", shown),
    getter("__name__", |_, args| Ok(this(args).name.get())).setter(set_name),
    getter("__qualname__", |_, args| Ok(this(args).qualname.get())).setter(set_qualname),
];

pub static GENERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", |_, args| Ok(args[0])),
    method("__next__", "($self, /)", next),
    getter("gi_running", is_running),
    getter("gi_suspended", is_suspended),
    getter("gi_frame", frame),
    getter("gi_code", code),
    getter("gi_yieldfrom", delegate),
];

pub static COROUTINE: &[NativeDef] = &[
    method("__await__", "($self, /)", |vm, args| {
        Ok(make::record(vm, ClassId::CoroutineWrapper, &[args[0]]))
    }),
    getter("cr_running", is_running),
    getter("cr_suspended", is_suspended),
    getter("cr_frame", frame),
    getter("cr_code", code),
    getter("cr_await", delegate),
    getter("cr_origin", |_, _| Ok(Value::NONE)),
];

/// What `coroutine.__await__()` answers: an iterator over the coroutine.
pub static COROUTINE_WRAPPER: &[NativeDef] = &[
    method("__iter__", "($self, /)", |_, args| Ok(args[0])),
    method("__next__", "($self, /)", |vm, args| {
        send(vm, &[wrapped(args), Value::NONE])
    }),
    method("send", "($self, value, /)", |vm, args| {
        send(vm, &[wrapped(args), args[1]])
    }),
    method("throw", "($self, type, value=None, traceback=None, /)", |vm, args| {
        throw(vm, &[wrapped(args), args[1], args[2], args[3]])
    }),
    method("close", "($self, /)", |vm, args| close(vm, &[wrapped(args)])),
];

fn wrapped(args: &[Value]) -> Value {
    args[0].expect::<crate::object::record::Record>().get(0)
}

fn this(args: &[Value]) -> Ref<Generator> {
    args[0].expect()
}

/// "generator", "coroutine" or "async generator": as messages call it.
pub fn kind(generator: Ref<Generator>) -> &'static str {
    match class::shape_of(generator.value()) {
        shape if shape == ClassId::Coroutine.shape() => "coroutine",
        shape if shape == ClassId::AsyncGenerator.shape() => "async generator",
        _ => "generator",
    }
}

/// Checks that the generator can be resumed; a closed one answers its end.
fn check(vm: &mut Vm, generator: Ref<Generator>) -> Run<()> {
    match generator.state.get() {
        _ if Generator::is_executing(generator) => {
            let message = format!("{} already executing", kind(generator));
            Err(raise::value_error(vm, message))
        }
        State::Closed if kind(generator) == "coroutine" => {
            Err(raise::runtime_error(vm, "cannot reuse already awaited coroutine"))
        }
        State::Closed => Err(raise::stop_iteration(vm, Value::NONE)),
        _ => Ok(()),
    }
}

/// What the caller of `send` sees of an outcome.
fn answer(vm: &mut Vm, outcome: Outcome) -> Run<Value> {
    match outcome {
        Outcome::Yielded(value) | Outcome::Passed(value) => Ok(value),
        Outcome::Returned(value) => Err(raise::stop_iteration(vm, value)),
    }
}

/// `__next__`
pub fn next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    send(vm, &[args[0], Value::NONE])
}

fn send(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let outcome = step(vm, args[0], args[1])?;
    answer(vm, outcome)
}

/// `send(sent)` without StopIteration, unless it had ended before.
pub fn step(vm: &mut Vm, generator: Value, sent: Value) -> Run<Outcome> {
    let generator = generator.expect::<Generator>();
    if generator.state.get() == State::Suspended {
        return generator::resume(vm, generator, sent);
    }
    check(vm, generator)?;
    if generator.state.get() == State::Created && !sent.is_none() {
        let message = format!("can't send non-None value to a just-started {}", kind(generator));
        return Err(raise::type_error(vm, message));
    }
    generator::resume(vm, generator, sent)
}

/// The exception that the arguments of `throw` mean.
pub fn exception_of(vm: &mut Vm, class: Value, value: Value, traceback: Value) -> Run<Value> {
    let (value, traceback) = (value.or(Value::NONE), traceback.or(Value::NONE));
    if !traceback.is_none() && !class::is_exact(traceback, ClassId::Traceback) {
        return Err(raise::type_error(
            vm,
            "throw() third argument must be a traceback object",
        ));
    }
    let exception = if class.cast::<Class>().is_some_and(|class| class.has(flag::EXCEPTION)) {
        if value.is::<Exception>() {
            value
        } else {
            // What goes wrong here is thrown in its place.
            match make_exception(vm, class, value) {
                Ok(made) => made,
                Err(raised) => take(vm, raised),
            }
        }
    } else if class.is::<Exception>() {
        if !value.is_none() {
            return Err(raise::type_error(
                vm,
                "instance exception may not have a separate value",
            ));
        }
        class
    } else {
        let got = class::name_of(vm, class);
        let message = format!("exceptions must be classes or instances deriving from BaseException, not {got}");
        return Err(raise::type_error(vm, message));
    };
    if !traceback.is_none() {
        exception.expect::<Exception>().set_traceback(traceback);
    }
    Ok(exception)
}

/// Calls the class of an exception with the arguments that `value` means.
fn make_exception(vm: &mut Vm, class: Value, value: Value) -> Run<Value> {
    let made = match value.cast::<Tuple>() {
        Some(args) => call::call(vm, class, tuple::items(args))?,
        None if value.is_none() => call::call(vm, class, &[])?,
        None => call::call(vm, class, &[value])?,
    };
    if made.is::<Exception>() {
        return Ok(made);
    }
    let (class, got) = (repr::repr(vm, class)?.expect::<Str>(), class::name_of(vm, made));
    let message = format!(
        "calling {} should have returned an instance of BaseException, not {got}",
        class.lossy()
    );
    Err(raise::type_error(vm, message))
}

fn throw(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let exception = exception_of(vm, args[1], args[2], args[3])?;
    let generator = this(args);
    match generator.state.get() {
        _ if Generator::is_executing(generator) => {
            let message = format!("{} already executing", kind(generator));
            return Err(raise::value_error(vm, message));
        }
        State::Closed if kind(generator) == "coroutine" => {
            return Err(raise::runtime_error(vm, "cannot reuse already awaited coroutine"));
        }
        State::Closed => return Err(raise::again(vm, exception)),
        _ => {}
    }
    let outcome = throw_into(vm, generator, exception)?;
    answer(vm, outcome)
}

/// Raises `exception` where the generator stands: in its delegate first, if it has one.
pub fn throw_into(vm: &mut Vm, generator: Ref<Generator>, exception: Value) -> Run<Outcome> {
    if generator.state.get() != State::Delegating {
        return generator::throw_here(vm, generator, exception);
    }
    let delegate = generator.delegate.get();
    if class::is_instance(vm, exception, ClassId::GeneratorExit) {
        if let Err(raised) = close_delegate(vm, generator, delegate) {
            let error = take(vm, raised);
            return generator::throw_here(vm, generator, error);
        }
        return generator::throw_here(vm, generator, exception);
    }
    generator.state.set(State::Running);
    let result = throw_to_delegate(vm, delegate, exception);
    generator.state.set(State::Delegating);
    match result {
        None => generator::throw_here(vm, generator, exception),
        Some(Ok(value)) => Ok(Outcome::Passed(value)),
        Some(Err(raised)) => match raise::catch(vm, ClassId::StopIteration) {
            Some(stop) => {
                let value = stop.expect::<Exception>().field(0).or(Value::NONE);
                generator::resume_behind_delegate(vm, generator, value)
            }
            None => {
                let error = take(vm, raised);
                generator::throw_here(vm, generator, error)
            }
        },
    }
}

/// The pending exception, taken.
fn take(vm: &mut Vm, _: Raised) -> Value {
    std::mem::replace(&mut vm.thread.pending, Value::UNBOUND)
}

/// `delegate.throw(exception)`; `None` if it has no such method.
fn throw_to_delegate(vm: &mut Vm, delegate: Value, exception: Value) -> Option<Run<Value>> {
    let name = vm.names.throw;
    match attribute::find(vm, delegate, name) {
        Ok(None) => None,
        Ok(Some(method)) => Some(call::call(vm, method, &[exception])),
        Err(raised) => Some(Err(raised)),
    }
}

fn close_delegate(vm: &mut Vm, generator: Ref<Generator>, delegate: Value) -> Run<()> {
    let name = vm.names.close;
    generator.state.set(State::Running);
    let result = match attribute::find(vm, delegate, name) {
        Ok(Some(method)) => call::call(vm, method, &[]).map(|_| ()),
        Ok(None) => Ok(()),
        Err(raised) => Err(raised),
    };
    generator.state.set(State::Delegating);
    result
}

fn close(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let generator = this(args);
    match generator.state.get() {
        State::Closed => return Ok(Value::NONE),
        State::Created => {
            generator.close();
            return Ok(Value::NONE);
        }
        _ if Generator::is_executing(generator) => {
            let message = format!("{} already executing", kind(generator));
            return Err(raise::value_error(vm, message));
        }
        _ if generator::ends_by_exception(generator) => {
            generator.close();
            generator.handled.set(Value::UNBOUND);
            return Ok(Value::NONE);
        }
        _ => {}
    }
    let class = vm.class(ClassId::GeneratorExit);
    let exit = call::call(vm, class, &[])?;
    match throw_into(vm, generator, exit) {
        Ok(Outcome::Returned(value)) => Ok(value),
        Ok(_) => {
            let message = format!("{} ignored GeneratorExit", kind(generator));
            Err(raise::runtime_error(vm, message))
        }
        Err(raised) => {
            let stopped = raise::catch(vm, ClassId::GeneratorExit).or_else(|| raise::catch(vm, ClassId::StopIteration));
            if stopped.is_some() {
                Ok(Value::NONE)
            } else {
                Err(raised)
            }
        }
    }
}

fn shown(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = this(args).qualname.get().expect::<Str>();
    let class = class::name_of(vm, args[0]);
    let shown = format!("<{class} object {} at {:#x}>", name.lossy(), address(args[0]));
    Ok(text::new(vm, &shown))
}

fn set_name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !args[1].is::<Str>() {
        return Err(raise::type_error(vm, "__name__ must be set to a string object"));
    }
    this(args).name.set(args[1]);
    Ok(Value::NONE)
}

fn set_qualname(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !args[1].is::<Str>() {
        return Err(raise::type_error(vm, "__qualname__ must be set to a string object"));
    }
    this(args).qualname.set(args[1]);
    Ok(Value::NONE)
}

fn is_running(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(Generator::is_executing(this(args))))
}

pub fn is_suspended(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let generator = this(args);
    let suspended = matches!(generator.state.get(), State::Suspended | State::Delegating);
    Ok(Value::bool(suspended && !Generator::is_executing(generator)))
}

pub fn frame(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if this(args).state.get() == State::Closed {
        return Ok(Value::NONE);
    }
    Ok(generator::suspended_frame(vm, this(args)))
}

pub fn code(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(this(args).code().value())
}

fn delegate(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(this(args).delegate.get().or(Value::NONE))
}
