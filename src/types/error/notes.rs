//! `__notes__`: lines added to an exception after it was made.

use crate::heap::value::Value;
use crate::object::container::list::List;
use crate::ops::attrs::attribute;
use crate::ops::attrs::own;
use crate::ops::{make, raise, text};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// `exception.add_note(note)`; `note` is a str.
pub fn add(vm: &mut Vm, exception: Value, note: Value) -> Run<()> {
    let name = vm.names.__notes__;
    match attribute::find(vm, exception, name)? {
        None => {
            let list = make::list(vm, vec![note]);
            own::set(vm, exception, name, list)
        }
        Some(notes) => match notes.cast::<List>() {
            Some(list) => {
                list.push(note);
                Ok(())
            }
            None => Err(raise::type_error(vm, "Cannot add note: __notes__ is not a list")),
        },
    }
}

/// Adds a note to the exception that is pending, and leaves it so.
pub fn add_to_pending(vm: &mut Vm, note: &str) -> Run<()> {
    let pending = std::mem::replace(&mut vm.thread.pending, Value::UNBOUND);
    let note = text::new(vm, note);
    add(vm, pending, note)?;
    vm.thread.pending = pending;
    Ok(())
}
