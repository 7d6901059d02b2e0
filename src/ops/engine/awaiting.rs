//! What `yield from`, `await` and `async for` run.

use crate::bytecode::code::Flags;
use crate::heap::value::Value;
use crate::object::arena;
use crate::object::callable::function::Function;
use crate::object::exception::Exception;
use crate::object::generator::{Generator, State};
use crate::ops::container::iterate;
use crate::ops::{call, class, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// The iterator that `yield from source` runs.
pub fn yield_from_iterator(vm: &mut Vm, source: Value) -> Run<Value> {
    if class::is_exact(source, ClassId::Coroutine) {
        if is_iterable(arena::running(&vm.thread)) {
            return Ok(source);
        }
        let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
        return Err(raise::type_error(vm, message));
    }
    if class::is_exact(source, ClassId::Generator) {
        return Ok(source);
    }
    iterate::iter(vm, source)
}

/// A generator whose code `types.coroutine` has marked.
fn is_iterable_coroutine(source: Value) -> bool {
    source
        .cast::<Generator>()
        .is_some_and(|generator| is_iterable(generator.function.get()))
}

fn is_iterable(function: Value) -> bool {
    let function = function.cast::<Function>();
    function.is_some_and(|function| function.code().data().flags.has(Flags::ITERABLE_COROUTINE))
}

/// The iterator that `await source` runs. `context`: 0 `await`, 1 and 2 the results of `__aenter__` and `__aexit__`.
pub fn awaitable(vm: &mut Vm, source: Value, context: usize) -> Run<Value> {
    if class::is_exact(source, ClassId::Coroutine) {
        let coroutine = source.expect::<Generator>();
        if coroutine.state.get() == State::Delegating && !Generator::is_executing(coroutine) {
            return Err(raise::runtime_error(vm, "coroutine is being awaited already"));
        }
        return Ok(source);
    }
    if is_iterable_coroutine(source) {
        return Ok(source);
    }
    let Some(result) = call::special(vm, source, Special::Await, &[]) else {
        let name = class::name_of(vm, source);
        let message = match context {
            1 => format!("'async with' received an object from __aenter__ that does not implement __await__: {name}"),
            2 => format!("'async with' received an object from __aexit__ that does not implement __await__: {name}"),
            _ => format!("'{name}' object can't be awaited"),
        };
        return Err(raise::type_error(vm, message));
    };
    let iterator = result?;
    if class::is_exact(iterator, ClassId::Coroutine) {
        return Err(raise::type_error(vm, "__await__() returned a coroutine"));
    }
    if class::special(vm, iterator, Special::Next).is_none() {
        let name = class::name_of(vm, iterator);
        return Err(raise::type_error(
            vm,
            format!("__await__() returned non-iterator of type '{name}'"),
        ));
    }
    Ok(iterator)
}

/// `aiter(source)` as `async for` asks for it.
pub fn async_iterator(vm: &mut Vm, source: Value) -> Run<Value> {
    let Some(result) = call::special(vm, source, Special::AIter, &[]) else {
        let name = class::name_of(vm, source);
        return Err(raise::type_error(
            vm,
            format!("'async for' requires an object with __aiter__ method, got {name}"),
        ));
    };
    let iterator = result?;
    if class::special(vm, iterator, Special::ANext).is_none() {
        let name = class::name_of(vm, iterator);
        let message =
            format!("'async for' received an object from __aiter__ that does not implement __anext__: {name}");
        return Err(raise::type_error(vm, message));
    }
    Ok(iterator)
}

/// What `await anext(iterator)` runs.
pub fn async_next(vm: &mut Vm, iterator: Value) -> Run<Value> {
    let Some(result) = call::special(vm, iterator, Special::ANext, &[]) else {
        let name = class::name_of(vm, iterator);
        return Err(raise::type_error(
            vm,
            format!("'async for' requires an iterator with __anext__ method, got {name}"),
        ));
    };
    let next = result?;
    if class::is_exact(iterator, ClassId::AsyncGenerator) {
        return Ok(next);
    }
    awaitable(vm, next, 0).map_err(|raised| {
        let Some(cause) = raise::catch(vm, ClassId::TypeError) else {
            return raised;
        };
        let name = class::name_of(vm, next);
        let message = format!("'async for' received an invalid object from __anext__: {name}");
        let error = raise::new(vm, ClassId::TypeError, &message);
        let exception = error.expect::<Exception>();
        exception.set_cause(&mut vm.heap, cause);
        exception.suppress_context.set(true);
        exception.context.set(cause);
        raise::value(vm, error)
    })
}
