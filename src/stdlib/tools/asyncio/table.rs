//! The module `_asyncio`.

use crate::api::{self, ClassId, Kind, NewClass, Own, Run, Value, Vm, flag};
use crate::stdlib::tools::asyncio::{future_table, registry, state, step, task, waiting};

pub fn make(vm: &mut Vm) -> Run<Value> {
    state::make(vm)?;
    let module = api::module(vm, "_asyncio", "Accelerator module for asyncio", registry::FUNCTIONS);
    let class = |name, flags| NewClass::new(name, ClassId::Object, Kind::Record, flags);
    let open = flag::BASE | flag::DICT | flag::WEAK;
    let future = class("_asyncio.Future", open);
    let future = api::class_in(vm, module, Some(Own::Future), future, future_table::FUTURE);
    let task = class("_asyncio.Task", open);
    let task = api::subclass_in(vm, module, Own::Task, (future, task), task::TASK);
    // The few that need `__del__` are noted when they come to need it.
    future.clear_flag(flag::FINALIZER);
    task.clear_flag(flag::FINALIZER);
    let iterator = class("_asyncio.FutureIter", flag::NO_NEW);
    let iterator = api::class_in(vm, module, Some(Own::FutureIter), iterator, waiting::ITERATOR);
    // Its end has a result, which `next` must show: only `await` takes the short way.
    iterator.advance.set(None);
    let step = class("_asyncio.TaskStepMethWrapper", flag::NO_NEW);
    let step = api::class_in(vm, module, Some(Own::TaskStep), step, step::STEP);
    for (name, docs) in [(future, FUTURE_DOC), (task, "A coroutine wrapped in a Future.")] {
        let (key, docs) = (vm.names.__doc__, api::text::new(vm, docs));
        api::dict::set(vm, name.namespace(), key, docs)?;
    }
    for hidden in [iterator, step] {
        let name = api::class::name(hidden);
        api::remove_from(vm, module, &name);
    }
    Ok(module)
}

const FUTURE_DOC: &str = "This class is *almost* compatible with concurrent.futures.Future.

    Differences:

    - result() and exception() do not take a timeout argument and
      raise an exception when the future isn't done yet.

    - Callbacks registered with add_done_callback() are always called
      via the event loop's call_soon_threadsafe().

    - This class is not compatible with the wait() and as_completed()
      methods in the concurrent.futures package.";
