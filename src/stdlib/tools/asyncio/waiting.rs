//! What `await` runs of a future: it yields the future once, and answers its result.

use crate::api::{
    Class, ClassId, Exception, NativeDef, Own, Record, Ref, Run, Value, Vm, call, class, flag, itself, method,
    own_class, raise, record_of, text,
};
use crate::stdlib::support::finish;
use crate::stdlib::tools::asyncio::{future, state};

/// The future; UNBOUND at the end.
const FUTURE: usize = 0;

pub static ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", itself),
    method("__next__", "($self, /)", |vm, args| {
        vm.thread.result = Value::UNBOUND;
        match step(vm, args[0]) {
            Ok(None) => {
                let result = std::mem::replace(&mut vm.thread.result, Value::UNBOUND).or(Value::NONE);
                Err(raise::stop_iteration(vm, result))
            }
            other => finish(vm, other),
        }
    })
    .stepping(step),
    method("send", "($self, value, /)", |vm, args| {
        let name = vm.names.__next__;
        match call::method_of_class(vm, args[0], name, &[]) {
            Some(answer) => answer,
            None => Ok(Value::NONE),
        }
    })
    .doc("send(value) -> send value into generator."),
    method("throw", "($self, type, value=None, traceback=None, /)", throw)
        .doc("throw(value) or throw(type[,value[,tb]])."),
    method("close", "($self, /)", |_, args| {
        args[0].expect::<Record>().set(FUTURE, Value::UNBOUND);
        Ok(Value::NONE)
    })
    .doc("close() -> raise GeneratorExit inside generator."),
];

/// `__await__`
pub fn iterator(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    future::check(vm, args[0].expect())?;
    let class = own_class(vm, Own::FutureIter).value();
    Ok(record_of(vm, class, &[args[0]]))
}

/// The future, or the end, with the result in `Thread::result`.
fn step(vm: &mut Vm, iterator: Value) -> Run<Option<Value>> {
    let iterator: Ref<Record> = iterator.expect();
    let Some(waited) = iterator.get(FUTURE).cast::<Record>() else {
        return Ok(None);
    };
    if waited.get(future::STATE) == future::PENDING {
        if future::has(waited, future::BLOCKS) {
            return Err(raise::runtime_error(vm, "await wasn't used with future"));
        }
        future::set_flag(waited, future::BLOCKS, true);
        return Ok(Some(waited.value()));
    }
    // CPYTHON: asked again, it answers the result again.
    let result = future::result(vm, waited)?;
    vm.thread.result = result;
    Ok(None)
}

fn throw(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (kind, value, traceback) = (args[1], args[2].or(Value::NONE), args[3].or(Value::NONE));
    if args[2].is_bound() {
        let text = "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.";
        let all = [text::new(vm, text), vm.class(ClassId::DeprecationWarning)];
        state::call_imported(vm, ("warnings", "warn"), &all)?;
    }
    if !traceback.is_none() && !class::is_exact(traceback, ClassId::Traceback) {
        return Err(raise::type_error(vm, "throw() third argument must be a traceback"));
    }
    let is_class = kind.cast::<Class>().is_some_and(|class| class.has(flag::EXCEPTION));
    let exception = if is_class {
        match value {
            value if value.is::<Exception>() => value,
            value if value.is_none() => call::call(vm, kind, &[])?,
            value => call::call(vm, kind, &[value])?,
        }
    } else if kind.is::<Exception>() {
        if !value.is_none() {
            return Err(raise::type_error(
                vm,
                "instance exception may not have a separate value",
            ));
        }
        kind
    } else {
        let text = "exceptions must be classes deriving BaseException or instances of such a class";
        return Err(raise::type_error(vm, text));
    };
    if let Some(exception) = exception.cast::<Exception>()
        && !traceback.is_none()
    {
        exception.set_traceback(traceback);
    }
    args[0].expect::<Record>().set(FUTURE, Value::UNBOUND);
    Err(raise::again(vm, exception))
}
