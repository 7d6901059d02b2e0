//! The order in which a class and its bases are asked: the C3 linearisation.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::tuple::{Tuple, items};
use crate::ops::attrs::specials;
use crate::ops::{call, class, make, raise, text};
use crate::types::class::layout;
use crate::types::glue;
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The linearisation of `class` from the MROs of its bases: what `type.mro` answers.
pub fn linearise(vm: &mut Vm, class: Ref<Class>) -> Run<Vec<Value>> {
    let bases = items(class.bases.get().expect::<Tuple>());
    for (i, base) in bases.iter().enumerate() {
        if bases[..i].contains(base) {
            let name = class::name(base.expect());
            return Err(raise::type_error(vm, format!("duplicate base class {name}")));
        }
    }
    let mut mro = vec![class.value()];
    if let [base] = bases {
        mro.extend(base.expect::<Class>().mro());
        return Ok(mro);
    }
    let mut lists: Vec<&[Value]> = bases.iter().map(|base| mro_of(*base)).collect();
    lists.push(bases);
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(mro);
        }
        let good = |head: &Value| lists.iter().all(|list| !list[1..].contains(head));
        let Some(next) = lists.iter().map(|list| list[0]).find(good) else {
            return inconsistent(vm, &lists);
        };
        mro.push(next);
        for list in &mut lists {
            if list[0] == next {
                *list = &list[1..];
            }
        }
    }
}

/// The MRO of a base, borrowed from the heap.
fn mro_of<'a>(base: Value) -> &'a [Value] {
    base.expect::<Class>().mro.get().cast::<Tuple>().map_or(&[], items)
}

fn inconsistent(vm: &mut Vm, lists: &[&[Value]]) -> Run<Vec<Value>> {
    let mut heads: Vec<Value> = Vec::new();
    for list in lists {
        if !heads.contains(&list[0]) {
            heads.push(list[0]);
        }
    }
    let names: Vec<String> = heads.iter().map(|&head| class::name(head.expect())).collect();
    let message = format!(
        "Cannot create a consistent method resolution order (MRO) for bases {}",
        names.join(", ")
    );
    Err(raise::type_error(vm, message))
}

/// Computes and sets the MRO of `class`, by its metaclass's `mro` if that is overridden.
pub fn set(vm: &mut Vm, class: Ref<Class>) -> Run<()> {
    let meta = class::of(vm, class.value());
    let name = text::intern(vm, "mro");
    let type_class = class::known(vm, ClassId::Type);
    let method = class::lookup(vm, meta, name);
    let order = match method {
        Some(method) if method != class::lookup(vm, type_class, name).unwrap_or(Value::UNBOUND) => {
            let order = call::call_unbound(vm, method, class.value(), &[], &[])?;
            custom(vm, class, order)?
        }
        _ => linearise(vm, class)?,
    };
    let order = make::tuple(vm, &order);
    class.mro.set(&class.header, order);
    Ok(())
}

/// Checks what a metaclass's `mro` answered.
fn custom(vm: &mut Vm, class: Ref<Class>, order: Value) -> Run<Vec<Value>> {
    let order = glue::list_of(vm, order)?.to_vec();
    if order.is_empty() {
        return Err(raise::type_error(vm, "type MRO must not be empty"));
    }
    let solid = layout::solid(class);
    for &item in &order {
        let Some(base) = item.cast::<Class>() else {
            let got = class::name_of(vm, item);
            return Err(raise::type_error(vm, format!("mro() returned a non-class ('{got}')")));
        };
        if !is_layout_base(solid, layout::solid(base)) {
            let name = class::name(base);
            return Err(raise::type_error(
                vm,
                format!("mro() returned base with unsuitable layout ('{name}')"),
            ));
        }
    }
    Ok(order)
}

/// Whether the layout `solid` builds on the layout `base`.
fn is_layout_base(solid: Ref<Class>, base: Ref<Class>) -> bool {
    let mut at = Some(solid);
    while let Some(class) = at {
        if class == base {
            return true;
        }
        at = class.best_base.get().cast::<Class>();
    }
    false
}

/// Computes the MROs of `class` and of all classes below it anew, and what hangs from them.
pub fn reset(vm: &mut Vm, class: Ref<Class>) -> Run<()> {
    set(vm, class)?;
    specials::fill(vm, class);
    let inherited = flag::EXCEPTION | flag::SEQUENCE | flag::MAPPING;
    for &base in &class.mro().to_vec()[1..] {
        if let Some(base) = base.cast::<Class>() {
            class.set_flag(base.flags.get() & inherited);
        }
    }
    for subclass in specials::subclasses(class) {
        reset(vm, subclass)?;
    }
    vm.class_epoch += 1;
    Ok(())
}
