//! Which metaclass and which layout a new class has.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::ops::{class, raise};
use crate::vm::known::flag;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The class that determined the layout of `class`'s instances: built-in, or one with `__slots__`.
pub fn solid(class: Ref<Class>) -> Ref<Class> {
    let mut at = class;
    while let Some(base) = at.best_base.get().cast::<Class>() {
        let adds = if at.has(flag::HEAP) {
            at.reserved.get() != base.reserved.get()
        } else {
            at.kind.get() != base.kind.get()
        };
        if adds {
            return at;
        }
        at = base;
    }
    at
}

/// The base whose layout a class with these bases gets.
/// # Errors
/// TypeError when two bases have different layouts, or one cannot be derived from.
pub fn best_base(vm: &mut Vm, bases: &[Value]) -> Run<Ref<Class>> {
    let mut best: Option<(Ref<Class>, Ref<Class>)> = None;
    for &base in bases {
        let Some(base) = base.cast::<Class>() else {
            return Err(raise::type_error(vm, "bases must be types"));
        };
        if !base.has(flag::BASE) {
            let name = class::full_name(vm, base);
            return Err(raise::type_error(
                vm,
                format!("type '{name}' is not an acceptable base type"),
            ));
        }
        let candidate = solid(base);
        best = match best {
            None => Some((base, candidate)),
            Some((_, winner)) if winner.is_subclass(candidate) => best,
            Some((_, winner)) if candidate.is_subclass(winner) => Some((base, candidate)),
            Some(_) => {
                let text = "multiple bases have instance lay-out conflict";
                return Err(raise::type_error(vm, text));
            }
        };
    }
    match best {
        Some((base, _)) => Ok(base),
        None => Err(raise::type_error(vm, "a class needs a base")),
    }
}

/// The most derived of `meta` and the metaclasses of the bases.
/// # Errors
/// TypeError when they conflict.
pub fn metaclass(vm: &mut Vm, meta: Ref<Class>, bases: &[Value]) -> Run<Ref<Class>> {
    let mut winner = meta;
    for &base in bases {
        let of_base = class::of(vm, base);
        if winner.is_subclass(of_base) {
            continue;
        }
        if of_base.is_subclass(winner) {
            winner = of_base;
            continue;
        }
        let text = "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
                    metaclasses of all its bases";
        return Err(raise::type_error(vm, text));
    }
    Ok(winner)
}
