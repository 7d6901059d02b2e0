//! `isinstance` and `issubclass`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::tuple::{Tuple, items};
use crate::object::record::Record;
use crate::ops::attrs::find;
use crate::ops::relation::truth;
use crate::ops::{call, class, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Tuples inside tuples that a check follows.
const DEPTH_MAX: usize = 500;
/// Field of a union: the tuple of its members.
pub const UNION_ARGS: usize = 0;

/// `isinstance(object, wanted)`
pub fn is_instance(vm: &mut Vm, object: Value, wanted: Value) -> Run<bool> {
    if class::is_exact(wanted, ClassId::Type) {
        let class = class::of(vm, object);
        if class.is_subclass(wanted.expect()) {
            return Ok(true);
        }
        if class.unclaimed.get() == vm.class_epoch {
            return Ok(false);
        }
    }
    decide(vm, object, wanted, Special::InstanceCheck, 0)
}

/// `issubclass(class, wanted)`
pub fn is_subclass(vm: &mut Vm, class: Value, wanted: Value) -> Run<bool> {
    decide(vm, class, wanted, Special::SubclassCheck, 0)
}

fn decide(vm: &mut Vm, object: Value, wanted: Value, check: Special, depth: usize) -> Run<bool> {
    let is_instance = check == Special::InstanceCheck;
    if is_instance && class::of(vm, object).value() == wanted {
        return Ok(true);
    }
    if class::is_exact(wanted, ClassId::Type) {
        return plain(vm, object, wanted, is_instance);
    }
    let members = match wanted.cast::<Tuple>() {
        Some(tuple) => Some(tuple),
        None if class::is_exact(wanted, ClassId::Union) => wanted.expect::<Record>().get(UNION_ARGS).cast(),
        None => None,
    };
    if let Some(members) = members {
        if depth > DEPTH_MAX {
            let text = "maximum recursion depth exceeded";
            return Err(raise::recursion_error(vm, text));
        }
        if is_instance && let Some(answer) = of_plain_classes(vm, object, items(members)) {
            return Ok(answer);
        }
        for &member in items(members) {
            if decide(vm, object, member, check, depth + 1)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    let by_type = class::known(vm, ClassId::Type).special(check);
    match class::special(vm, wanted, check) {
        Some(method) if Some(method) != by_type => {
            let answer = call::call_unbound(vm, method, wanted, &[object], &[])?;
            truth::truth(vm, answer)
        }
        _ => plain(vm, object, wanted, is_instance),
    }
}

/// Whether the object is an instance of one of the classes, if none of them has a say in that.
fn of_plain_classes(vm: &mut Vm, object: Value, classes: &[Value]) -> Option<bool> {
    if !classes.iter().all(|&class| class::is_exact(class, ClassId::Type)) {
        return None;
    }
    let class = class::of(vm, object);
    if classes.iter().any(|&wanted| class.is_subclass(wanted.expect())) {
        return Some(true);
    }
    claims_nothing(vm, class).then_some(false)
}

fn plain(vm: &mut Vm, object: Value, wanted: Value, is_instance: bool) -> Run<bool> {
    if is_instance {
        plain_instance(vm, object, wanted)
    } else {
        plain_subclass(vm, object, wanted)
    }
}

/// `type.__instancecheck__(wanted, object)`
pub fn plain_instance(vm: &mut Vm, object: Value, wanted: Value) -> Run<bool> {
    let name = vm.names.__class__;
    if let Some(wanted) = wanted.cast::<Class>() {
        let class = class::of(vm, object);
        if class.is_subclass(wanted) {
            return Ok(true);
        }
        if claims_nothing(vm, class) {
            return Ok(false);
        }
        let claimed = find::find(vm, object, name)?.and_then(|claimed| claimed.cast::<Class>());
        return Ok(claimed.is_some_and(|claimed| claimed != class && claimed.is_subclass(wanted)));
    }
    let text = "isinstance() arg 2 must be a type, a tuple of types, or a union";
    bases_of(vm, wanted, text)?;
    match find::find(vm, object, name)? {
        Some(class) => derives(vm, class, wanted),
        None => Ok(false),
    }
}

/// Whether `__class__` of the instances of `class` is surely their class: they look attributes up as object does, and the class
/// that says what `__class__` is is object.
fn claims_nothing(vm: &mut Vm, class: Ref<Class>) -> bool {
    let object = class::known(vm, ClassId::Object);
    let name = vm.names.__class__;
    if class.special(Special::GetAttribute) != object.special(Special::GetAttribute) {
        return false;
    }
    if class.unclaimed.get() == vm.class_epoch {
        return true;
    }
    let nothing = class::lookup(vm, class, name) == class::lookup(vm, object, name);
    if nothing {
        class.unclaimed.set(vm.class_epoch);
    }
    nothing
}

/// `type.__subclasscheck__(wanted, class)`
pub fn plain_subclass(vm: &mut Vm, class: Value, wanted: Value) -> Run<bool> {
    if let (Some(class), Some(wanted)) = (class.cast::<Class>(), wanted.cast::<Class>()) {
        return Ok(class.is_subclass(wanted));
    }
    bases_of(vm, class, "issubclass() arg 1 must be a class")?;
    let text = "issubclass() arg 2 must be a class, a tuple of classes, or a union";
    bases_of(vm, wanted, text)?;
    derives(vm, class, wanted)
}

/// `class.__bases__`, of anything that has a tuple there.
fn bases_of(vm: &mut Vm, class: Value, text: &str) -> Run<Ref<Tuple>> {
    let name = vm.names.__bases__;
    let bases = find::find(vm, class, name)?.and_then(|bases| bases.cast::<Tuple>());
    bases.ok_or_else(|| raise::type_error(vm, text))
}

/// Whether `wanted` is among the bases of `class`, by `__bases__` alone.
fn derives(vm: &mut Vm, class: Value, wanted: Value) -> Run<bool> {
    let mut waiting = vec![class];
    let roots = vm.roots.len();
    let mut steps = 0;
    while let Some(at) = waiting.pop() {
        if at == wanted {
            vm.roots.truncate(roots);
            return Ok(true);
        }
        steps += 1;
        if steps > 100_000 {
            vm.roots.truncate(roots);
            return Err(raise::recursion_error(vm, "maximum recursion depth exceeded"));
        }
        let name = vm.names.__bases__;
        if let Some(bases) = find::find(vm, at, name)?.and_then(|bases| bases.cast::<Tuple>()) {
            vm.roots.push(bases.value());
            waiting.extend(items(bases));
        }
    }
    vm.roots.truncate(roots);
    Ok(false)
}
