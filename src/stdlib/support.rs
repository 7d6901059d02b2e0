//! What many native modules need: iterators' `__next__`, errors of their own classes.

use crate::api::{Own, Raised, Run, Value, Vm, call, own_class, raise, text};

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

/// Raises an error of a module's own class.
#[cold]
pub fn own_error(vm: &mut Vm, class: Own, message: &str) -> Raised {
    let (class, message) = (own_class(vm, class).value(), text::new(vm, message));
    let made = call::call(vm, class, &[message]);
    raise::made(vm, made)
}
