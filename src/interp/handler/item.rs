//! Subscription. Exact lists and tuples by an inline int are done in line.

use crate::heap::value::{Value, ZERO_BITS};
use crate::interp::dispatch::handler::{handlers, next, save_pc, tail};
use crate::interp::unwind::{finish, need_bound, raise};
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::ops::container::item;
use crate::ops::{class, make};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The item of an exact list or tuple at an index that is an inline int; `None` for anything else, negative indices too.
#[inline(always)] // PERF: perf/0001-handlers.md
unsafe fn indexed(object: Value, key: Value) -> Option<Value> {
    // One unsigned bound check covers tag, sign and range: what is no int becomes a huge index.
    let i = key.bits().wrapping_sub(ZERO_BITS) as usize;
    if !object.is_object() {
        return None;
    }
    // SAFETY: the shape proves the layout.
    unsafe {
        let shape = (*object.address()).shape();
        if shape == ClassId::List.shape() {
            return (*object.address().cast::<List>()).get(i);
        }
        if shape == ClassId::Tuple.shape() {
            return (*object.address().cast::<Tuple>()).items().get(i).copied();
        }
    }
    None
}

handlers! {
    /// `object[key]`
    fn load_item<E>(pc, r, k, vm, table) {
        if let Some(value) = indexed(*r.add(E::b(pc)), *r.add(E::c(pc))) {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn load_item_slow<E>(pc, r, k, vm, table) {
        let (object, key) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, object, key);
        save_pc!(pc, vm);
        finish!(item::get(&mut *vm, object, key), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// `object[imm]`
    fn load_item_imm<E>(pc, r, k, vm, table) {
        if let Some(value) = indexed(*r.add(E::b(pc)), Value::small_int(E::imm_c(pc))) {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_imm_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn load_item_imm_slow<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, object);
        save_pc!(pc, vm);
        finish!(item::get(&mut *vm, object, Value::small_int(E::imm_c(pc))), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// `object[key] = src`
    fn store_item<E>(pc, r, k, vm, table) {
        let (object, key, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)), *r.add(E::c(pc)));
        if object.is_object() && (*object.address()).shape() == ClassId::List.shape() && value.is_bound() {
            let i = key.bits().wrapping_sub(ZERO_BITS) as usize;
            if (*object.address().cast::<List>()).set(i, value) {
                next!(E::after(pc, 0), r, k, vm, table)
            }
        }
        tail!(store_item_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn store_item_slow<E>(pc, r, k, vm, table) {
        let (object, key, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, object, key, value);
        save_pc!(pc, vm);
        match item::set(&mut *vm, object, key, value) {
            Ok(()) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// `del object[key]`
    fn delete_item<E>(pc, r, k, vm, table) {
        let (object, key) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        need_bound!(E, pc, r, k, vm, table, object, key);
        save_pc!(pc, vm);
        match item::delete(&mut *vm, object, key) {
            Ok(()) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// `object[start:stop]`
    fn load_slice<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, object);
        save_pc!(pc, vm);
        let bounds = r.add(E::c(pc));
        finish!(slice_of(&mut *vm, object, *bounds, *bounds.add(1)), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// `object[start:stop] = src`
    fn store_slice<E>(pc, r, k, vm, table) {
        let (object, value) = (*r.add(E::a(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, object, value);
        save_pc!(pc, vm);
        let bounds = r.add(E::b(pc));
        let key = new_slice(&mut *vm, *bounds, *bounds.add(1), Value::NONE);
        match item::set(&mut *vm, object, key, value) {
            Ok(()) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// `slice(start, stop, step)`
    fn build_slice<E>(pc, r, k, vm, table) {
        let parts = r.add(E::b(pc));
        *r.add(E::a(pc)) = new_slice(&mut *vm, *parts, *parts.add(1), *parts.add(2));
        next!(E::after(pc, 0), r, k, vm, table)
    }
}

fn new_slice(vm: &mut Vm, start: Value, stop: Value, step: Value) -> Value {
    make::record(
        vm,
        ClassId::Slice,
        &[start.or(Value::NONE), stop.or(Value::NONE), step.or(Value::NONE)],
    )
}

/// `object[start:stop]`; bounds that are None or UNBOUND are open.
#[inline(never)]
fn slice_of(vm: &mut Vm, object: Value, start: Value, stop: Value) -> Run<Value> {
    if class::is_exact(object, ClassId::List) {
        let list = object.expect::<List>();
        let len = list.len() as i64;
        let place = |bound: Value, open: i64| match bound {
            Value::UNBOUND | Value::NONE => Some(open),
            bound => bound
                .as_int()
                .map(|n| if n < 0 { (n + len).max(0) } else { n.min(len) }),
        };
        if let (Some(start), Some(stop)) = (place(start, 0), place(stop, len)) {
            let items = if start < stop {
                list.range(start as usize, stop as usize)
            } else {
                Vec::new()
            };
            return Ok(make::list(vm, items));
        }
    }
    let key = new_slice(vm, start, stop, Value::NONE);
    item::get(vm, object, key)
}
