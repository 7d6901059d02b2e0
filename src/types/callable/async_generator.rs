//! Async generators, and the awaitables that `__anext__`, `asend`, `athrow` and `aclose` answer.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::generator::{self, Outcome};
use crate::object::generator::{Generator, State};
use crate::object::record::Record;
use crate::ops::{call, make, raise};
use crate::types::callable::generator::{code, exception_of, frame, is_suspended, throw_into};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

pub static ASYNC_GENERATOR: &[NativeDef] = &[
    method("__aiter__", "($self, /)", |_, args| Ok(args[0])),
    method("__anext__", "($self, /)", |vm, args| {
        Ok(new_send(vm, args[0], Value::NONE))
    }),
    method("asend", "($self, value, /)", |vm, args| {
        Ok(new_send(vm, args[0], args[1]))
    }),
    method("athrow", "($self, type, value=None, traceback=None, /)", |vm, args| {
        Ok(new_throw(vm, args, false))
    }),
    method("aclose", "($self, /)", |vm, args| Ok(new_throw(vm, args, true))),
    getter("ag_frame", frame),
    getter("ag_code", code),
    getter("ag_suspended", is_suspended),
    getter("ag_running", |_, args| {
        Ok(Value::bool(generator_of(args[0]).busy.get()))
    }),
    getter("ag_await", |_, args| {
        Ok(generator_of(args[0]).delegate.get().or(Value::NONE))
    }),
];

/// The awaitable of `__anext__` and `asend`.
pub static SEND: &[NativeDef] = &[
    method("__await__", "($self, /)", |_, args| Ok(args[0])),
    method("__iter__", "($self, /)", |_, args| Ok(args[0])),
    method("__next__", "($self, /)", |vm, args| send(vm, args[0], Value::NONE)).stepping(step_next),
    method("send", "($self, value, /)", |vm, args| send(vm, args[0], args[1])),
    method("throw", "($self, type, value=None, traceback=None, /)", throw_send),
    method("close", "($self, /)", close),
];

/// The awaitable of `athrow` and `aclose`.
pub static THROW: &[NativeDef] = &[
    method("__await__", "($self, /)", |_, args| Ok(args[0])),
    method("__iter__", "($self, /)", |_, args| Ok(args[0])),
    method("__next__", "($self, /)", |vm, args| {
        step_throw(vm, args[0], Value::NONE)
    }),
    method("send", "($self, value, /)", |vm, args| step_throw(vm, args[0], args[1])),
    method("throw", "($self, type, value=None, traceback=None, /)", throw_throw),
    method("close", "($self, /)", close),
];

/// Fields of both awaitables: the async generator, where it stands, and what to send or to throw.
const GENERATOR: usize = 0;
const STAGE: usize = 1;
const VALUE: usize = 2;
const TRACEBACK: usize = 4;
/// Stages: not started, under way, done.
const NEW: Value = Value::small_int(0);
const UNDER_WAY: Value = Value::small_int(1);
const DONE: Value = Value::small_int(2);

fn generator_of(value: Value) -> Ref<Generator> {
    value.expect()
}

fn new_send(vm: &mut Vm, generator: Value, value: Value) -> Value {
    make::record(vm, ClassId::AsyncGeneratorSend, &[generator, NEW, value])
}

/// For `aclose` the three arguments of `throw` are UNBOUND.
fn new_throw(vm: &mut Vm, args: &[Value], close: bool) -> Value {
    let thrown = if close {
        [Value::UNBOUND; 3]
    } else {
        [args[1], args[2], args[3]]
    };
    make::record(
        vm,
        ClassId::AsyncGeneratorThrow,
        &[args[0], NEW, thrown[0], thrown[1], thrown[2]],
    )
}

fn close(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let this = args[0].expect::<Record>();
    if this.get(STAGE) == UNDER_WAY {
        generator_of(this.get(GENERATOR)).busy.set(false);
    }
    this.set(STAGE, DONE);
    Ok(Value::NONE)
}

/// The awaitable is done with.
fn end(this: Ref<Record>) {
    generator_of(this.get(GENERATOR)).busy.set(false);
    this.set(STAGE, DONE);
}

fn stop_async(vm: &mut Vm) -> Raised {
    raise::with_args(vm, ClassId::StopAsyncIteration, &[])
}

fn send(vm: &mut Vm, this: Value, sent: Value) -> Run<Value> {
    match step_send(vm, this, sent)? {
        Some(value) => Ok(value),
        None => {
            let value = std::mem::replace(&mut vm.thread.result, Value::UNBOUND);
            Err(raise::stop_iteration(vm, value))
        }
    }
}

fn step_next(vm: &mut Vm, this: Value) -> Run<Option<Value>> {
    step_send(vm, this, Value::NONE)
}

/// One step of the wait; `None` at its end, whose value is `Thread::result` then.
fn step_send(vm: &mut Vm, this: Value, sent: Value) -> Run<Option<Value>> {
    let this = this.expect::<Record>();
    let generator = generator_of(this.get(GENERATOR));
    let mut sent = sent;
    if this.get(STAGE) == DONE {
        return Err(raise::runtime_error(
            vm,
            "cannot reuse already awaited __anext__()/asend()",
        ));
    }
    if this.get(STAGE) == NEW {
        if generator.busy.get() {
            this.set(STAGE, DONE);
            return Err(raise::runtime_error(
                vm,
                "anext(): asynchronous generator is already running",
            ));
        }
        sent = if sent.is_none() { this.get(VALUE) } else { sent };
        this.set(STAGE, UNDER_WAY);
        generator.busy.set(true);
    }
    if generator.state.get() == State::Created && !sent.is_none() {
        end(this);
        return Err(raise::type_error(
            vm,
            "can't send non-None value to a just-started async generator",
        ));
    }
    if generator.state.get() == State::Closed {
        end(this);
        return Err(stop_async(vm));
    }
    match generator::resume(vm, generator, sent) {
        Ok(Outcome::Yielded(value)) => {
            end(this);
            vm.thread.result = value;
            Ok(None)
        }
        outcome => answer(vm, this, outcome).map(Some),
    }
}

/// What the awaiting side sees: a yield ends the wait with a value, the end of the generator with StopAsyncIteration.
fn answer(vm: &mut Vm, this: Ref<Record>, outcome: Run<Outcome>) -> Run<Value> {
    match outcome {
        Ok(Outcome::Passed(value)) => Ok(value),
        Ok(Outcome::Yielded(value)) => {
            end(this);
            Err(raise::stop_iteration(vm, value))
        }
        Ok(Outcome::Returned(_)) => {
            end(this);
            Err(stop_async(vm))
        }
        Err(raised) => {
            end(this);
            Err(raised)
        }
    }
}

fn throw_send(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this = args[0].expect::<Record>();
    let generator = generator_of(this.get(GENERATOR));
    if this.get(STAGE) == DONE {
        return Err(raise::runtime_error(
            vm,
            "cannot reuse already awaited __anext__()/asend()",
        ));
    }
    let exception = exception_of(vm, args[1], args[2], args[3])?;
    if this.get(STAGE) == NEW {
        if generator.busy.get() {
            this.set(STAGE, DONE);
            return Err(raise::runtime_error(
                vm,
                "anext(): asynchronous generator is already running",
            ));
        }
        this.set(STAGE, UNDER_WAY);
        generator.busy.set(true);
    }
    let outcome = throw_or_raise(vm, generator, exception);
    answer(vm, this, outcome)
}

/// Throws into a generator that may be closed.
fn throw_or_raise(vm: &mut Vm, generator: Ref<Generator>, exception: Value) -> Run<Outcome> {
    if generator.state.get() == State::Closed {
        return Err(raise::value(vm, exception));
    }
    throw_into(vm, generator, exception)
}

fn step_throw(vm: &mut Vm, this: Value, sent: Value) -> Run<Value> {
    let this = this.expect::<Record>();
    let generator = generator_of(this.get(GENERATOR));
    let closing = this.get(VALUE).is_unbound();
    if this.get(STAGE) == DONE {
        return Err(raise::runtime_error(
            vm,
            "cannot reuse already awaited aclose()/athrow()",
        ));
    }
    if this.get(STAGE) == UNDER_WAY {
        let outcome = generator::resume(vm, generator, sent);
        return if closing {
            answer_close(vm, this, outcome)
        } else {
            answer(vm, this, outcome)
        };
    }
    if generator.busy.get() {
        this.set(STAGE, DONE);
        let name = if closing { "aclose" } else { "athrow" };
        return Err(raise::runtime_error(
            vm,
            format!("{name}(): asynchronous generator is already running"),
        ));
    }
    if generator.state.get() == State::Closed {
        this.set(STAGE, DONE);
        return Err(if closing {
            raise::stop_iteration(vm, Value::NONE)
        } else {
            stop_async(vm)
        });
    }
    if !sent.is_none() {
        return Err(raise::runtime_error(
            vm,
            "can't send non-None value to a just-started coroutine",
        ));
    }
    this.set(STAGE, UNDER_WAY);
    generator.busy.set(true);
    if !closing {
        let exception = exception_of(vm, this.get(VALUE), this.get(VALUE + 1), this.get(TRACEBACK));
        let outcome = match exception {
            Ok(exception) => throw_into(vm, generator, exception),
            Err(raised) => Err(raised),
        };
        return answer(vm, this, outcome);
    }
    let class = vm.class(ClassId::GeneratorExit);
    let exit = call::call(vm, class, &[])?;
    let outcome = throw_into(vm, generator, exit);
    answer_close(vm, this, outcome)
}

/// What whoever awaits `aclose()` sees.
fn answer_close(vm: &mut Vm, this: Ref<Record>, outcome: Run<Outcome>) -> Run<Value> {
    match outcome {
        Ok(Outcome::Passed(value)) => Ok(value),
        Ok(Outcome::Yielded(_)) => {
            end(this);
            Err(raise::runtime_error(vm, "async generator ignored GeneratorExit"))
        }
        Ok(Outcome::Returned(_)) => {
            end(this);
            Err(raise::stop_iteration(vm, Value::NONE))
        }
        Err(raised) => {
            end(this);
            let exit =
                raise::catch(vm, ClassId::GeneratorExit).or_else(|| raise::catch(vm, ClassId::StopAsyncIteration));
            if exit.is_some() {
                Err(raise::stop_iteration(vm, Value::NONE))
            } else {
                Err(raised)
            }
        }
    }
}

fn throw_throw(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this = args[0].expect::<Record>();
    let generator = generator_of(this.get(GENERATOR));
    if this.get(STAGE) == DONE {
        return Err(raise::runtime_error(
            vm,
            "cannot reuse already awaited aclose()/athrow()",
        ));
    }
    let exception = exception_of(vm, args[1], args[2], args[3])?;
    this.set(STAGE, UNDER_WAY);
    generator.busy.set(true);
    let outcome = throw_or_raise(vm, generator, exception);
    if this.get(VALUE).is_unbound() {
        answer_close(vm, this, outcome)
    } else {
        answer(vm, this, outcome)
    }
}
