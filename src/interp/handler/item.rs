//! Subscription. Exact lists, tuples, ASCII strings and bytes by an inline int, and exact dicts by an int or a str, are done in line.

use crate::heap::header::Kind;
use crate::heap::store::SMALL_CELL_BYTES_MAX;
use crate::heap::value::{Value, ZERO_BITS};
use crate::interp::dispatch::handler::{copy_values, handlers, keep_branch, next, save_pc, tail};
use crate::interp::steps::operator::{self, Ask, special};
use crate::interp::unwind::{finish, need_bound, raise};
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::key;
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::object::record::Opaque;
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::object::text::string::Str;
use crate::ops::container::slice::Span;
use crate::ops::container::{item, list};
use crate::ops::render::buffer::Items;
use crate::ops::{class, make, raise as error, text};
use crate::vm::known::ClassId;
use crate::vm::own::Own;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Where in an exact list the key is an index from the front; `None` for anything else.
///
/// # Safety
/// The place is good until the list changes its size.
#[inline(always)] // PERF: perf/0001-handlers.md
pub unsafe fn list_place(object: Value, key: Value) -> Option<*mut Value> {
    // SAFETY: the shape proves the layout.
    unsafe {
        if !object.is_object() || (*object.address()).shape() != ClassId::List.shape() {
            return None;
        }
        // One unsigned bound check covers tag, sign and range: what is no int becomes a huge index.
        (*object.address().cast::<List>()).place(key.bits().wrapping_sub(ZERO_BITS) as usize)
    }
}

/// The item of an exact list or tuple at an index from either end; `None` for anything else.
#[inline(always)] // PERF: perf/0003-numbers.md
unsafe fn indexed(object: Value, key: Value) -> Option<Value> {
    if !object.is_object() {
        return None;
    }
    // SAFETY: the shape proves the layout.
    unsafe {
        let shape = (*object.address()).shape();
        if shape == ClassId::Tuple.shape() {
            let items = (*object.address().cast::<Tuple>()).items();
            return items.get(from_either_end(key, items.len())?).copied();
        }
        if shape == ClassId::List.shape() {
            let list = &*object.address().cast::<List>();
            return list.get(from_either_end(key, list.len())?);
        }
    }
    None
}

/// The byte of exact bytes or an exact bytearray at an index from either end; `None` for anything else.
#[inline(always)] // PERF: perf/0015-containers.md
unsafe fn byte_of(object: Value, key: Value) -> Option<Value> {
    if !object.is_object() {
        return None;
    }
    // SAFETY: the shape proves the layout; no borrow of a bytearray is held while handlers run.
    unsafe {
        let shape = (*object.address()).shape();
        let data: &[u8] = if shape == ClassId::Bytes.shape() {
            (*object.address().cast::<Bytes>()).data()
        } else if shape == ClassId::ByteArray.shape() {
            &*(*object.address().cast::<ByteArray>()).data().as_ptr()
        } else {
            return None;
        };
        let byte = *data.get(from_either_end(key, data.len())?)?;
        Some(Value::small_int(i64::from(byte)))
    }
}

/// The items of an exact array of the module `array`; `None` for anything else.
///
/// # Safety
/// No other borrow of them lives while they are used: none does while handlers run.
#[inline(always)] // PERF: perf/0011-fused-numbers.md
unsafe fn array_items(vm: &Vm, object: Value) -> Option<*mut Items> {
    // SAFETY: an object value points at a live header; objects of the class hold `Items`.
    unsafe {
        if !object.is_object() || (*object.address()).kind() != Kind::Opaque {
            return None;
        }
        let class = vm.own[Own::Array as usize].cast::<Class>()?;
        let is_exact = (*object.address()).shape() == class.shape.get();
        is_exact.then(|| (*object.address().cast::<Opaque>()).address())
    }
}

/// The number at an index from either end of an exact array; `None` for anything else.
#[inline(always)] // PERF: perf/0011-fused-numbers.md
unsafe fn array_number(vm: &Vm, object: Value, key: Value) -> Option<Value> {
    // SAFETY: the borrow ends here.
    unsafe {
        let items = &*array_items(vm, object)?;
        items.number(array_index(items, key)?)
    }
}

/// As `from_either_end`, of an array: a division only where its length matters.
#[inline(always)] // PERF: perf/0011-fused-numbers.md
fn array_index(items: &Items, key: Value) -> Option<usize> {
    match key.as_int()? {
        i @ 0.. => Some(i as usize),
        _ => from_either_end(key, items.data.len().checked_div(items.size)?),
    }
}

/// The index that an int means in a sequence of `len` items; too large if it is beyond either end.
#[inline(always)] // PERF: perf/0003-numbers.md
fn from_either_end(key: Value, len: usize) -> Option<usize> {
    let i = key.as_int()?;
    Some(if i < 0 { i.wrapping_add(len as i64) } else { i } as usize)
}

/// The item of a list or tuple at an index, or of a dict at a key where the search begins well, if the object's class, a subclass,
/// leaves `__getitem__` alone; `None` for anything else.
#[inline(always)] // PERF: perf/0031-attributes-and-items.md
unsafe fn inherited(vm: &Vm, object: Value, key: Value) -> Option<Value> {
    let inherits = |id| class::inherits(vm, object, id, Special::GetItem);
    // SAFETY: the kind proves the layout.
    unsafe {
        match (*object.address()).kind() {
            Kind::Dict if inherits(ClassId::Dict) => {
                let dict = &*object.address().cast::<Dict>();
                dict.find_at_once(key).map(|i| dict.value_at(i))
            }
            Kind::List if inherits(ClassId::List) => {
                let list = &*object.address().cast::<List>();
                list.get(from_either_end(key, list.len())?)
            }
            Kind::Tuple if inherits(ClassId::Tuple) => {
                let items = (*object.address().cast::<Tuple>()).items();
                items.get(from_either_end(key, items.len())?).copied()
            }
            _ => None,
        }
    }
}

handlers! {
    /// `object[key]` of a list, from the front.
    fn load_item<E>(pc, r, k, vm, table) {
        if let Some(place) = list_place(*r.add(E::b(pc)), *r.add(E::c(pc))) {
            *r.add(E::a(pc)) = *place;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_other::<E>, pc, r, k, vm, table)
    }
    /// By the layout of the object, the likeliest first.
    fn load_item_other<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        if object.is_object() {
            let shape = (*object.address()).shape();
            if shape == ClassId::Dict.shape() {
                tail!(load_item_dict::<E>, pc, r, k, vm, table)
            }
            if shape == ClassId::Tuple.shape() || shape == ClassId::List.shape() {
                tail!(load_item_indexed::<E>, pc, r, k, vm, table)
            }
            if (*object.address()).kind() == Kind::Instance {
                tail!(load_item_method::<E>, pc, r, k, vm, table)
            }
            if (*object.address()).kind() == Kind::Opaque {
                tail!(load_item_array::<E>, pc, r, k, vm, table)
            }
        }
        tail!(load_item_keyed::<E>, pc, r, k, vm, table)
    }
    /// Of a tuple, or from the end.
    fn load_item_indexed<E>(pc, r, k, vm, table) {
        if let Some(value) = indexed(*r.add(E::b(pc)), *r.add(E::c(pc))) {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_slow::<E>, pc, r, k, vm, table)
    }
    /// A str, bytes or bytearray, or an instance of a subclass of a container.
    fn load_item_keyed<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        if object.is_object() {
            if (*object.address()).shape() == ClassId::Str.shape() {
                tail!(load_item_str::<E>, pc, r, k, vm, table)
            }
            if let Some(byte) = byte_of(object, *r.add(E::c(pc))) {
                *r.add(E::a(pc)) = byte;
                next!(E::after(pc, 0), r, k, vm, table)
            }
            tail!(load_item_inherited::<E>, pc, r, k, vm, table)
        }
        tail!(load_item_slow::<E>, pc, r, k, vm, table)
    }
    /// Of an exact array of numbers.
    fn load_item_array<E>(pc, r, k, vm, table) {
        if let Some(number) = array_number(&*vm, *r.add(E::b(pc)), *r.add(E::c(pc))) {
            *r.add(E::a(pc)) = number;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_slow::<E>, pc, r, k, vm, table)
    }
    /// Of an instance of a class made in Python.
    fn load_item_inherited<E>(pc, r, k, vm, table) {
        if let Some(value) = inherited(&*vm, *r.add(E::b(pc)), *r.add(E::c(pc))) {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_slow::<E>, pc, r, k, vm, table)
    }
    /// By the `__getitem__` of a class made in Python.
    fn load_item_method<E>(pc, r, k, vm, table) {
        let (object, key) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        save_pc!(pc, vm);
        let method = class::of(&*vm, object).specials[Special::GetItem as usize].get();
        if key.is_bound() && operator::push(&mut *vm, method, 2, object, key, Value::UNBOUND) {
            let (pc, r, k) = (*vm).thread.next;
            next!(pc, r, k, vm, table)
        }
        tail!(load_item_slow::<E>, pc, r, k, vm, table)
    }
    fn load_item_dict<E>(pc, r, k, vm, table) {
        let dict = (*r.add(E::b(pc))).address().cast::<Dict>();
        if let Some(i) = (*dict).find_at_once(*r.add(E::c(pc))) {
            *r.add(E::a(pc)) = (*dict).value_at(i);
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_plain::<E>, pc, r, k, vm, table)
    }
    /// Of an exact dict, where the search takes longer.
    fn load_item_plain<E>(pc, r, k, vm, table) {
        let (dict, key) = ((*r.add(E::b(pc))).address().cast::<Dict>(), *r.add(E::c(pc)));
        if let Some(hash) = key::plain_hash(key) && let Ok(found) = (*dict).find_plainly(hash, key) {
            if let Some(i) = found {
                *r.add(E::a(pc)) = (*dict).value_at(i);
                next!(E::after(pc, 0), r, k, vm, table)
            }
            tail!(load_item_missing::<E>, pc, r, k, vm, table)
        }
        tail!(load_item_slow::<E>, pc, r, k, vm, table)
    }
    /// The key is not in the exact dict.
    fn load_item_missing<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let _ = error::key_error(&mut *vm, *r.add(E::c(pc)));
        tail!(raise::<E>, pc, r, k, vm, table)
    }
    fn load_item_str<E>(pc, r, k, vm, table) {
        let (string, key) = ((*r.add(E::b(pc))).address().cast::<Str>(), *r.add(E::c(pc)));
        if key.is_int() && let Some(c) = (*string).ascii_at(key.int_unchecked()) {
            *r.add(E::a(pc)) = (&(*vm).characters)[c as usize];
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn load_item_slow<E>(pc, r, k, vm, table) {
        let (object, key) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, object, key);
        save_pc!(pc, vm);
        special!(Ask::GetItem, [object, key, Value::UNBOUND], vm, table);
        finish!(item::get(&mut *vm, object, key), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// `object[imm]` of a list or tuple.
    fn load_item_imm<E>(pc, r, k, vm, table) {
        if let Some(value) = indexed(*r.add(E::b(pc)), Value::small_int(E::imm_c(pc))) {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_imm_str::<E>, pc, r, k, vm, table)
    }
    /// An exact str, bytes or bytearray.
    fn load_item_imm_str<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        if object.is_object() && (*object.address()).shape() == ClassId::Str.shape()
            && let Some(c) = (*object.address().cast::<Str>()).ascii_at(E::imm_c(pc))
        {
            *r.add(E::a(pc)) = (&(*vm).characters)[c as usize];
            next!(E::after(pc, 0), r, k, vm, table)
        }
        if let Some(byte) = byte_of(object, Value::small_int(E::imm_c(pc))) {
            *r.add(E::a(pc)) = byte;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        if object.is_object() && (*object.address()).kind() != Kind::Opaque {
            tail!(load_item_imm_dict::<E>, pc, r, k, vm, table)
        }
        tail!(load_item_imm_array::<E>, pc, r, k, vm, table)
    }
    /// Of a dict, or of an instance of a class made in Python.
    fn load_item_imm_dict<E>(pc, r, k, vm, table) {
        if let Some(value) = inherited(&*vm, *r.add(E::b(pc)), Value::small_int(E::imm_c(pc))) {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_imm_slow::<E>, pc, r, k, vm, table)
    }
    /// Of an exact array of numbers.
    fn load_item_imm_array<E>(pc, r, k, vm, table) {
        if let Some(number) = array_number(&*vm, *r.add(E::b(pc)), Value::small_int(E::imm_c(pc))) {
            *r.add(E::a(pc)) = number;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(load_item_imm_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn load_item_imm_slow<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, object);
        save_pc!(pc, vm);
        let key = Value::small_int(E::imm_c(pc));
        special!(Ask::GetItem, [object, key, Value::UNBOUND], vm, table);
        finish!(item::get(&mut *vm, object, key), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// `object[key] = src` of a list, from the front.
    fn store_item<E>(pc, r, k, vm, table) {
        let value = *r.add(E::c(pc));
        if let Some(place) = list_place(*r.add(E::a(pc)), *r.add(E::b(pc)))
            && value.is_bound()
        {
            *place = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(store_item_other::<E>, pc, r, k, vm, table)
    }
    /// By the layout of the object, the likeliest first.
    fn store_item_other<E>(pc, r, k, vm, table) {
        let object = *r.add(E::a(pc));
        if object.is_object() {
            let shape = (*object.address()).shape();
            if shape == ClassId::Dict.shape() {
                tail!(store_item_dict::<E>, pc, r, k, vm, table)
            }
            if shape == ClassId::List.shape() {
                tail!(store_item_indexed::<E>, pc, r, k, vm, table)
            }
            if shape == ClassId::ByteArray.shape() {
                tail!(store_item_byte::<E>, pc, r, k, vm, table)
            }
            if (*object.address()).kind() == Kind::Instance {
                tail!(store_item_method::<E>, pc, r, k, vm, table)
            }
        }
        tail!(store_item_array::<E>, pc, r, k, vm, table)
    }
    /// From the end.
    fn store_item_indexed<E>(pc, r, k, vm, table) {
        let (object, key, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)), *r.add(E::c(pc)));
        if object.is_object() && (*object.address()).shape() == ClassId::List.shape() && value.is_bound() {
            let list = &*object.address().cast::<List>();
            if let Some(i) = from_either_end(key, list.len())
                && let Some(place) = list.place(i)
            {
                *place = value;
                next!(E::after(pc, 0), r, k, vm, table)
            }
        }
        tail!(store_item_slow::<E>, pc, r, k, vm, table)
    }
    /// The value of a key that an exact dict has.
    fn store_item_dict<E>(pc, r, k, vm, table) {
        let value = *r.add(E::c(pc));
        if value.is_bound() {
            let dict = (*r.add(E::a(pc))).address().cast::<Dict>();
            if !(*dict).header.is_tenured()
                && let Some(i) = (*dict).find_at_once(*r.add(E::b(pc)))
            {
                (*(*dict).value_slot(i)).set(value);
                next!(E::after(pc, 0), r, k, vm, table)
            }
            tail!(store_item_plain::<E>, pc, r, k, vm, table)
        }
        tail!(store_item_slow::<E>, pc, r, k, vm, table)
    }
    /// Of an exact bytearray.
    fn store_item_byte<E>(pc, r, k, vm, table) {
        let (object, value) = (*r.add(E::a(pc)), *r.add(E::c(pc)));
        let byte = value.bits().wrapping_sub(ZERO_BITS);
        let data = (*object.address().cast::<ByteArray>()).data().as_ptr();
        if byte < 256
            && let Some(i) = from_either_end(*r.add(E::b(pc)), (*data).len())
            && let Some(place) = (&mut *data).get_mut(i)
        {
            *place = byte as u8;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(store_item_slow::<E>, pc, r, k, vm, table)
    }
    /// By the `__setitem__` of a class made in Python.
    fn store_item_method<E>(pc, r, k, vm, table) {
        let (object, key, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)), *r.add(E::c(pc)));
        save_pc!(pc, vm);
        let method = class::of(&*vm, object).specials[Special::SetItem as usize].get();
        if key.is_bound() && value.is_bound() && operator::push(&mut *vm, method, 3, object, key, value) {
            let (pc, r, k) = (*vm).thread.next;
            next!(pc, r, k, vm, table)
        }
        tail!(store_item_slow::<E>, pc, r, k, vm, table)
    }
    /// A number of an exact array.
    fn store_item_array<E>(pc, r, k, vm, table) {
        if let Some(items) = array_items(&*vm, *r.add(E::a(pc)))
            && let Some(i) = array_index(&*items, *r.add(E::b(pc)))
            && (*items).set_number(i, *r.add(E::c(pc))).is_some()
        {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(store_item_slow::<E>, pc, r, k, vm, table)
    }
    /// Of an exact dict, where the search takes longer, or for a new key.
    fn store_item_plain<E>(pc, r, k, vm, table) {
        let (dict, key) = ((*r.add(E::a(pc))).address().cast::<Dict>(), *r.add(E::b(pc)));
        if let Some(hash) = key::plain_hash(key) && (*dict).set_plainly(hash, key, *r.add(E::c(pc))).is_ok() {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(store_item_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn store_item_slow<E>(pc, r, k, vm, table) {
        let (object, key, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, object, key, value);
        if object.kind() == Some(Kind::Dict)
            && class::inherits(&*vm, object, ClassId::Dict, Special::SetItem)
            && (*object.address().cast::<Dict>()).try_set(key, value)
        {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        save_pc!(pc, vm);
        special!(Ask::SetItem, [object, key, value], vm, table);
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
        let (object, bounds) = (*r.add(E::b(pc)), r.add(E::c(pc)));
        if is_list(object) {
            let list = &*object.address().cast::<List>();
            if let Some(Span { start, count, .. }) = plain_span(*bounds, *bounds.add(1), list.len())
                && List::bytes(count) <= SMALL_CELL_BYTES_MAX
                && let Some(cell) = (*vm).heap.try_small_cell(List::bytes(count))
            {
                let (made, items) = List::lay_filled(cell, ClassId::List.shape(), count);
                copy_values!(list.data().add(start), 1, items, count);
                *r.add(E::a(pc)) = made;
                next!(E::after(pc, 0), r, k, vm, table)
            }
        }
        tail!(load_slice_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn load_slice_slow<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, object);
        save_pc!(pc, vm);
        let bounds = r.add(E::c(pc));
        finish!(slice_of(&mut *vm, object, *bounds, *bounds.add(1)), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// `object[start:stop:step]`: here downwards by one.
    fn load_slice_step<E>(pc, r, k, vm, table) {
        let (object, parts) = (*r.add(E::b(pc)), r.add(E::c(pc)));
        if is_list(object) && *parts.add(2) == Value::small_int(-1) {
            let list = &*object.address().cast::<List>();
            if let Some((first, count)) = plain_descent(*parts, *parts.add(1), list.len())
                && List::bytes(count) <= SMALL_CELL_BYTES_MAX
                && let Some(cell) = (*vm).heap.try_small_cell(List::bytes(count))
            {
                let (made, items) = List::lay_filled(cell, ClassId::List.shape(), count);
                copy_values!(list.data().wrapping_offset(first), -1, items, count);
                *r.add(E::a(pc)) = made;
                next!(E::after(pc, 0), r, k, vm, table)
            }
        }
        tail!(load_slice_step_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn load_slice_step_slow<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, object);
        save_pc!(pc, vm);
        let parts = r.add(E::c(pc));
        finish!(slice_by(&mut *vm, object, parts), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// `object[start:stop] = src`: here where no item moves.
    fn store_slice<E>(pc, r, k, vm, table) {
        let (object, bounds, value) = (*r.add(E::a(pc)), r.add(E::b(pc)), *r.add(E::c(pc)));
        if is_list(object) && is_list(value) && object != value {
            let (list, source) = (&*object.address().cast::<List>(), &*value.address().cast::<List>());
            if let Some(Span { start, count, .. }) = plain_span(*bounds, *bounds.add(1), list.len())
                && count == source.len()
                && count <= SMALL_CELL_BYTES_MAX / size_of::<Value>()
            {
                copy_values!(source.data(), 1, list.data().add(start), count);
                next!(E::after(pc, 0), r, k, vm, table)
            }
        }
        tail!(store_slice_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn store_slice_slow<E>(pc, r, k, vm, table) {
        let (object, value) = (*r.add(E::a(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, object, value);
        save_pc!(pc, vm);
        let bounds = r.add(E::b(pc));
        match set_slice_of(&mut *vm, object, (*bounds, *bounds.add(1)), value) {
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

/// Never part of the handler, which could not leave by a jump while an address of its own has escaped.
#[inline(never)]
fn new_slice(vm: &mut Vm, start: Value, stop: Value, step: Value) -> Value {
    make::record(
        vm,
        ClassId::Slice,
        &[start.or(Value::NONE), stop.or(Value::NONE), step.or(Value::NONE)],
    )
}

/// Whether this is an exact list.
#[inline(always)] // PERF: perf/0006-heap.md
fn is_list(value: Value) -> bool {
    // SAFETY: an object value points at a live header.
    value.is_object() && unsafe { (*value.address()).shape() } == ClassId::List.shape()
}

/// First index and number of the items that a slice with step -1 means for a list of `len` items, if its bounds are inline ints or
/// None.
#[inline(always)] // PERF: perf/0006-heap.md
fn plain_descent(start: Value, stop: Value, len: usize) -> Option<(isize, usize)> {
    let len = len as i64;
    let place = |bound: Value, open: i64| match bound {
        Value::UNBOUND | Value::NONE => Some(open),
        bound => bound
            .as_int()
            .map(|n| if n < 0 { (n + len).max(-1) } else { n.min(len - 1) }),
    };
    let (start, stop) = (place(start, len - 1)?, place(stop, -1)?);
    Some((start as isize, (start - stop).max(0) as usize))
}

/// `object[start:stop:step]`. The parts are not given as an array: that would lie in memory of the handler.
///
/// # Safety
/// Three registers begin at `parts`.
#[inline(never)]
unsafe fn slice_by(vm: &mut Vm, object: Value, parts: *const Value) -> Run<Value> {
    // SAFETY: by the caller.
    let (start, stop, step) = unsafe { (*parts, *parts.add(1), *parts.add(2)) };
    if step == Value::small_int(-1)
        && let Some(string) = key::text_of(object)
        && string.is_ascii()
        && let Some((first, count)) = plain_descent(start, stop, string.len())
    {
        let last = (first + 1) as usize;
        return Ok(text::with(vm, count, count, |part| {
            let from = string.bytes()[last - count..last].iter().rev();
            part.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
        }));
    }
    let key = new_slice(vm, start, stop, step);
    item::get(vm, object, key)
}

/// What bounds mean for a list of `len` items, if they are inline ints, None or UNBOUND.
#[inline(always)] // PERF: perf/0006-heap.md
fn plain_span(start: Value, stop: Value, len: usize) -> Option<Span> {
    let len = len as i64;
    let place = |bound: Value, open: i64| match bound {
        Value::UNBOUND | Value::NONE => Some(open),
        bound => bound
            .as_int()
            .map(|n| if n < 0 { (n + len).max(0) } else { n.min(len) }),
    };
    let (start, stop) = (place(start, 0)?, place(stop, len)?);
    Some(Span {
        start: start as usize,
        step: 1,
        count: (stop - start).max(0) as usize,
    })
}

/// `object[start:stop]`; bounds that are None or UNBOUND are open.
#[inline(never)]
fn slice_of(vm: &mut Vm, object: Value, start: Value, stop: Value) -> Run<Value> {
    if class::is_exact(object, ClassId::List) {
        let items = object.expect::<List>();
        if let Some(span) = plain_span(start, stop, items.len()) {
            return list::pick(vm, items, span);
        }
    }
    if class::is_exact(object, ClassId::Str)
        && let Some(cut) = item::plain_cut(vm, object.expect(), start, stop)
    {
        return Ok(cut);
    }
    if class::is_exact(object, ClassId::Bytes)
        && let Some(part) = item::plain_bytes(vm, object.expect(), start, stop)
    {
        return Ok(part);
    }
    let key = new_slice(vm, start, stop, Value::NONE);
    item::get(vm, object, key)
}

/// `object[start:stop] = value`
#[inline(never)]
fn set_slice_of(vm: &mut Vm, object: Value, (start, stop): (Value, Value), value: Value) -> Run<()> {
    if class::is_exact(object, ClassId::List) && class::is_exact(value, ClassId::List) {
        let items = object.expect::<List>();
        if let Some(span) = plain_span(start, stop, items.len()) {
            return list::replace(vm, items, span, value.expect());
        }
    }
    let key = new_slice(vm, start, stop, Value::NONE);
    item::set(vm, object, key, value)
}
