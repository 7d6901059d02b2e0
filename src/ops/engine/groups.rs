//! Exception groups as `except*` needs them.

use crate::heap::value::Value;
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::exception::Exception;
use crate::ops::attrs::attribute;
use crate::ops::{call, class, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// A group without a message around a naked exception.
pub fn wrap(vm: &mut Vm, exception: Value) -> Run<Value> {
    let list = make::list(vm, vec![exception]);
    group(vm, list)
}

fn group(vm: &mut Vm, exceptions: Value) -> Run<Value> {
    let (class, message) = (vm.class(ClassId::BaseExceptionGroup), vm.empty_str);
    call::call(vm, class, &[message, exceptions])
}

/// `group.split(condition)`: what matches and what does not, None for nothing.
pub fn split(vm: &mut Vm, group: Value, condition: Value) -> Run<(Value, Value)> {
    let name = text::intern(vm, "split");
    let method = attribute::get(vm, group, name)?;
    let pair = call::call(vm, method, &[condition])?;
    let items = pair.cast::<Tuple>().map_or(&[][..], tuple::items);
    if items.len() < 2 {
        let (owner, got) = (class::name_of(vm, group), class::name_of(vm, pair));
        return Err(raise::type_error(
            vm,
            format!("{owner}.split must return a tuple, not {got}"),
        ));
    }
    Ok((items[0], items[1]))
}

/// What must be raised behind the clauses of `except*`: `raised` (a list) are the parts that no clause took and what clauses
/// raised. None for nothing.
pub fn combine(vm: &mut Vm, original: Value, raised: Value) -> Run<Value> {
    let all = raised.expect::<List>();
    if all.is_empty() {
        return Ok(Value::NONE);
    }
    if !class::is_instance(vm, original, ClassId::BaseExceptionGroup) {
        return Ok(all.get(0).unwrap_or(Value::NONE));
    }
    let (new, old) = (make::list(vm, Vec::new()), make::list(vm, Vec::new()));
    for exception in all.to_vec() {
        let list = if same_origin(vm, exception, original) { old } else { new };
        list.expect::<List>().push(exception);
    }
    let leaves = make::list(vm, Vec::new());
    for part in old.expect::<List>().to_vec() {
        add_leaves(vm, part, leaves.expect());
    }
    let again = project(vm, original, leaves)?;
    let new_list = new.expect::<List>();
    if new_list.is_empty() {
        return Ok(again);
    }
    if !again.is_none() {
        new_list.push(again);
    }
    if new_list.len() == 1 {
        return Ok(new_list.get(0).unwrap_or(Value::NONE));
    }
    group(vm, new)
}

/// Whether an exception is a part of the original group, rather than raised by a clause.
fn same_origin(vm: &mut Vm, exception: Value, original: Value) -> bool {
    match (exception.cast::<Exception>(), original.cast::<Exception>()) {
        (Some(a), Some(b)) => {
            a.traceback(&mut vm.heap) == b.traceback(&mut vm.heap)
                && a.cause() == b.cause()
                && a.context.get() == b.context.get()
        }
        _ => false,
    }
}

/// `group.exceptions`
fn exceptions(group: Value) -> Value {
    group.cast::<Exception>().map_or(Value::UNBOUND, |group| group.field(1))
}

fn add_leaves(vm: &mut Vm, exception: Value, leaves: crate::heap::object::Ref<List>) {
    let mut parts = vec![exception];
    while let Some(part) = parts.pop() {
        if class::is_instance(vm, part, ClassId::BaseExceptionGroup) {
            parts.extend(exceptions(part).cast::<Tuple>().map_or(&[][..], tuple::items));
        } else {
            leaves.push(part);
        }
    }
}

/// `group` with those of its leaves that are in `leaves`, nested as before; None if there are none.
fn project(vm: &mut Vm, group: Value, leaves: Value) -> Run<Value> {
    let parts = exceptions(group).cast::<Tuple>().map_or(&[][..], tuple::items);
    let kept = make::list(vm, Vec::new());
    for &part in parts {
        if class::is_instance(vm, part, ClassId::BaseExceptionGroup) {
            let inner = project(vm, part, leaves)?;
            if !inner.is_none() {
                kept.expect::<List>().push(inner);
            }
        } else if leaves.expect::<List>().to_vec().contains(&part) {
            kept.expect::<List>().push(part);
        }
    }
    if kept.expect::<List>().is_empty() {
        return Ok(Value::NONE);
    }
    let name = text::intern(vm, "derive");
    let derive = attribute::get(vm, group, name)?;
    let derived = call::call(vm, derive, &[kept])?;
    if let (Some(new), Some(old)) = (derived.cast::<Exception>(), group.cast::<Exception>()) {
        new.set_traceback(old.traceback(&mut vm.heap));
        new.set_cause(&mut vm.heap, old.cause());
        new.context.set(old.context.get());
        let notes = vm.names.__notes__;
        if let Some(notes) = attribute::find(vm, group, notes)? {
            let name = vm.names.__notes__;
            attribute::set(vm, derived, name, notes)?;
        }
    }
    Ok(derived)
}
