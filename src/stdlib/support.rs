//! What many native modules need: iterators' `__next__`.

use crate::api::{Run, Value, Vm, raise};

/// The row of an iterator's `__next__` by its step.
macro_rules! stepper {
    ($step:path) => {
        $crate::api::method("__next__", "($self, /)", |vm, args| {
            let found = $step(vm, args[0]);
            finish(vm, found)
        })
        .stepping($step)
    };
}
pub(crate) use stepper;

/// What `__next__` answers for a step.
pub fn finish(vm: &mut Vm, found: Run<Option<Value>>) -> Run<Value> {
    match found? {
        Some(item) => Ok(item),
        None => Err(raise::stop_iteration(vm, Value::NONE)),
    }
}
