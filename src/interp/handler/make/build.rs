//! Displays, strings, and the steps of `*` and `**`.

use crate::bytecode::isa::FORMAT_PART;
use crate::heap::store::SMALL_CELL_BYTES_MAX;
use crate::heap::value::Value;
use crate::interp::calls::spread;
use crate::interp::dispatch::handler::{copy_values, handlers, keep_branch, next, save_pc, tail};
use crate::interp::unwind::{finish, need_bound, raise};
use crate::object::container::dict::Dict;
use crate::object::container::key;
use crate::object::container::list::List;
use crate::object::container::set::Set;
use crate::object::container::tuple::Tuple;
use crate::ops::container::{dict, set};
use crate::ops::make;
use crate::ops::render::joined;
use crate::vm::known::ClassId;
use crate::vm::state::Vm;

handlers! {
    /// `[…]`
    fn build_list<E>(pc, r, k, vm, table) {
        let n = E::c(pc);
        if n == 0 {
            tail!(build_empty_list::<E>, pc, r, k, vm, table)
        }
        if List::bytes(n) <= SMALL_CELL_BYTES_MAX
            && let Some(cell) = (*vm).heap.try_small_cell(List::bytes(n))
        {
            let (list, items) = List::lay_filled(cell, ClassId::List.shape(), n);
            copy_values!(r.add(E::b(pc)), 1, items, n);
            *r.add(E::a(pc)) = list;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(build_list_slow::<E>, pc, r, k, vm, table)
    }
    /// `[]`, which will grow.
    fn build_empty_list<E>(pc, r, k, vm, table) {
        if let Some(cell) = (*vm).heap.try_small_cell(List::bytes(List::FIRST_ROOM)) {
            *r.add(E::a(pc)) = List::lay(cell, ClassId::List.shape(), List::FIRST_ROOM).value();
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(build_list_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn build_list_slow<E>(pc, r, k, vm, table) {
        let items = std::slice::from_raw_parts(r.add(E::b(pc)), E::c(pc));
        *r.add(E::a(pc)) = make::list_of(&mut *vm, items);
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// `(…)`
    fn build_tuple<E>(pc, r, k, vm, table) {
        let n = E::c(pc);
        if n != 0
            && Tuple::bytes(n) <= SMALL_CELL_BYTES_MAX
            && let Some(cell) = (*vm).heap.try_small_cell(Tuple::bytes(n))
        {
            let (tuple, items) = Tuple::lay(cell, ClassId::Tuple.shape(), n);
            copy_values!(r.add(E::b(pc)), 1, items, n);
            *r.add(E::a(pc)) = tuple;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(build_tuple_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn build_tuple_slow<E>(pc, r, k, vm, table) {
        let items = std::slice::from_raw_parts(r.add(E::b(pc)), E::c(pc));
        *r.add(E::a(pc)) = make::tuple(&mut *vm, items);
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// `{…}` of items
    fn build_set<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let items = std::slice::from_raw_parts(r.add(E::b(pc)), E::c(pc));
        finish!(spread::set_of(&mut *vm, items), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// `{…}` of pairs
    fn build_map<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let pairs = std::slice::from_raw_parts(r.add(E::b(pc)), E::c(pc) * 2);
        finish!(spread::map_of(&mut *vm, pairs), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// Joins the parts of an f-string.
    fn build_string<E>(pc, r, k, vm, table) {
        let parts = std::slice::from_raw_parts(r.add(E::b(pc)), E::c(pc));
        *r.add(E::a(pc)) = joined::join(&mut *vm, parts);
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// Appends to a list being built.
    fn list_append<E>(pc, r, k, vm, table) {
        let (list, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        if value.is_bound() && (*list.address().cast::<List>()).try_push(value) {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(list_append_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn list_append_slow<E>(pc, r, k, vm, table) {
        let (list, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        need_bound!(E, pc, r, k, vm, table, value);
        (*list.address().cast::<List>()).push(value);
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// Extends a list being built: here by a tuple, as one of constants is.
    fn list_extend<E>(pc, r, k, vm, table) {
        let (list, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        if let Some(tuple) = key::tuple_of(value)
            && (*list.address().cast::<List>()).try_extend(tuple.items())
        {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(list_extend_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn list_extend_slow<E>(pc, r, k, vm, table) {
        let (list, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        match spread::extend(&mut *vm, list, value) {
            Ok(()) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// Adds to a set being built.
    fn set_add<E>(pc, r, k, vm, table) {
        let (target, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        if (*target.address().cast::<Set>()).try_add(value) {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(set_add_plain::<E>, pc, r, k, vm, table)
    }
    /// What takes a search, or a larger table.
    fn set_add_plain<E>(pc, r, k, vm, table) {
        let (target, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        if let Some(hash) = key::plain_hash(value)
            && (*target.address().cast::<Set>()).add_plainly(hash, value).is_ok()
        {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(set_add_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn set_add_slow<E>(pc, r, k, vm, table) {
        let (target, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        match set::add(&mut *vm, target.expect(), value) {
            Ok(_) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// Adds all items to a set being built.
    fn set_update<E>(pc, r, k, vm, table) {
        let (target, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        match spread::set_update(&mut *vm, target, value) {
            Ok(()) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// Adds a pair to a dict being built.
    fn map_add<E>(pc, r, k, vm, table) {
        let (map, key, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)), *r.add(E::c(pc)));
        if value.is_bound() && (*map.address().cast::<Dict>()).try_set(key, value) {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(map_add_plain::<E>, pc, r, k, vm, table)
    }
    /// What takes a search, or a larger block.
    fn map_add_plain<E>(pc, r, k, vm, table) {
        let (map, key, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)), *r.add(E::c(pc)));
        if value.is_bound()
            && let Some(hash) = key::plain_hash(key)
            && (*map.address().cast::<Dict>()).set_plainly(hash, key, value).is_ok()
        {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(map_add_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn map_add_slow<E>(pc, r, k, vm, table) {
        let (map, key, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, key, value);
        save_pc!(pc, vm);
        match dict::set(&mut *vm, map.expect(), key, value) {
            Ok(()) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// `**src` in a display.
    fn map_update<E>(pc, r, k, vm, table) {
        let (map, source) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        need_bound!(E, pc, r, k, vm, table, source);
        save_pc!(pc, vm);
        match spread::map_update(&mut *vm, map, source) {
            Ok(()) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// `**src` of a call.
    fn map_merge<E>(pc, r, k, vm, table) {
        let (map, source) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        need_bound!(E, pc, r, k, vm, table, source);
        save_pc!(pc, vm);
        match spread::map_merge(&mut *vm, map, source, *r.add(E::c(pc))) {
            Ok(()) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// A replacement field without a spec.
    fn format<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        if E::c(pc) == FORMAT_PART as usize
            && (value.is_int()
                || value.is_float()
                || value.is_object() && (*value.address()).shape() == ClassId::Str.shape())
        {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(format_slow::<E>, pc, r, k, vm, table)
    }
    fn format_slow<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        let result = spread::formatted(&mut *vm, value, E::c(pc), None);
        finish!(result, E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// A replacement field with a spec.
    fn format_spec<E>(pc, r, k, vm, table) {
        let window = r.add(E::b(pc));
        let (value, spec) = (*window, *window.add(1));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        let result = spread::formatted(&mut *vm, value, E::c(pc), Some(spec));
        finish!(result, E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// An interpolation of a template.
    fn build_interpolation<E>(pc, r, k, vm, table) {
        let parts = r.add(E::b(pc));
        *r.add(E::a(pc)) = new_interpolation(&mut *vm, *parts, *parts.add(1), *parts.add(2), *parts.add(3));
        next!(E::after(pc, 0), r, k, vm, table)
    }
}

/// Never part of the handler, which could not leave by a jump while an address of its own has escaped.
#[inline(never)]
fn new_interpolation(vm: &mut Vm, value: Value, text: Value, conversion: Value, spec: Value) -> Value {
    make::record(vm, ClassId::Interpolation, &[value, text, conversion, spec])
}
