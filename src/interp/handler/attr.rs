//! Attributes. A site that has seen one shape guards it and reads the slot; one that saw many asks the interpreter's attribute
//! cache; the rest goes through `ops::attribute`.
//!
//! INVARIANT: what a site or the cache holds is true for objects of the guarded shape as long as `vm.class_epoch` stands.

use crate::bytecode::isa::Op;
use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::lookups::{AttributeRole, CachedAttribute};
use crate::heap::value::Value;
use crate::interp::dispatch::handler::{handlers, keep_branch, next, save_pc, tail};
use crate::interp::frame::push_continued;
use crate::interp::handler::call::general::call_window;
use crate::interp::handler::call::native::answer;
use crate::interp::handler::call::python::{enter, enter_bound, enter_for, enter_short, is_function, is_simple};
use crate::interp::steps::learn::{
    cache_index, cached, for_setting, load, method_into, of_this, slot, store, super_attribute, super_method,
};
use crate::interp::steps::native::PADDING;
use crate::interp::steps::site::site;
use crate::interp::steps::{native, operator};
use crate::interp::unwind::{finish, go, need_bound, raise, unbound};
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::callable::site::{APPENDS, MISSES_MAX};
use crate::object::class::instance::Overflow;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::record::Record;
use crate::ops::attrs::{attribute, find};
use crate::vm::known::ClassId;
/// The dict of an object in dict mode, if that is where such objects mostly have it.
///
/// # Safety
/// The value is an object.
#[inline(always)] // PERF: perf/0027-calls-and-loops.md
unsafe fn own_dict(object: Value) -> Option<*const Dict> {
    // SAFETY: by the caller; the kind proves the layout.
    unsafe {
        let dict = (*object.address()).attrs.get();
        (dict.is_object() && (*dict.address()).kind() == Kind::Dict).then(|| dict.address().cast::<Dict>().cast_const())
    }
}

/// What the attribute cache knows to be called without the object; UNBOUND if it says something else.
///
/// # Safety
/// The entry is about objects of this one's shape.
#[inline(always)] // PERF: perf/0027-calls-and-loops.md
unsafe fn callee_alone(entry: *const CachedAttribute, object: Value) -> Value {
    // SAFETY: by the caller.
    unsafe {
        match (*entry).role {
            AttributeRole::Slot => *slot(object, (*entry).offset),
            AttributeRole::Far => far_slot(object, (*entry).held.bits()).map_or(Value::UNBOUND, |slot| (*slot).get()),
            AttributeRole::Held => (*entry).held,
            _ => Value::UNBOUND,
        }
    }
}

/// Slot `i` of an object's overflow array, if it has one of that length.
///
/// # Safety
/// The value is an object.
#[inline(always)] // PERF: perf/0031-attributes-and-items.md
unsafe fn far_slot(object: Value, i: u64) -> Option<*const Slot> {
    // SAFETY: by the caller; the kind proves the layout.
    unsafe {
        let attrs = (*object.address()).attrs.get();
        if !attrs.is_object() || (*attrs.address()).kind() != Kind::Overflow {
            return None;
        }
        let overflow: &Overflow = &*attrs.address().cast();
        overflow.slots().get(i as usize).map(std::ptr::from_ref)
    }
}

handlers! {
    /// An attribute, by the attribute cache.
    fn load_attr<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        if object.is_object() {
            let site = &*site(k, E::word(pc, 0));
            if let Some(entry) = cached(vm, (*object.address()).shape(), site.name.get())
                && site.misses.get() >= MISSES_MAX
            {
                if (*entry).offset == 0 {
                    tail!(load_attr_other::<E>, pc, r, k, vm, table)
                }
                let value = *slot(object, (*entry).offset);
                if value.is_bound() {
                    *r.add(E::a(pc)) = value;
                    next!(E::after(pc, 1), r, k, vm, table)
                }
            }
        }
        tail!(load_attr_slow::<E>, pc, r, k, vm, table)
    }
    /// The attribute cache knows the attribute, which is in no slot.
    fn load_attr_other<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        let entry = (*vm).attribute_cache[cache_index((*object.address()).shape(), (*site(k, E::word(pc, 0))).name.get())];
        if entry.role == AttributeRole::Held {
            *r.add(E::a(pc)) = entry.held;
            next!(E::after(pc, 1), r, k, vm, table)
        }
        if entry.role == AttributeRole::Dict {
            tail!(load_attr_dict::<E>, pc, r, k, vm, table)
        }
        if entry.role == AttributeRole::Far
            && let Some(slot) = far_slot(object, entry.held.bits())
            && (*slot).get().is_bound()
        {
            *r.add(E::a(pc)) = (*slot).get();
            next!(E::after(pc, 1), r, k, vm, table)
        }
        save_pc!(pc, vm);
        if entry.role == AttributeRole::Hook {
            answer!(find::ask_hook(&mut *vm, entry.held, object, entry.name), E, 1, vm, table)
        }
        if entry.role == AttributeRole::Descriptor {
            answer!(native::describe(vm, entry.held, object), E, 1, vm, table)
        }
        if entry.role == AttributeRole::Property && (*entry.held.address()).kind() == Kind::Native {
            answer!(native::get(vm, entry.held, object), E, 1, vm, table)
        }
        if entry.role == AttributeRole::Property && operator::enter_getter(&mut *vm, entry.held, object) {
            let (pc, r, k) = (*vm).thread.next;
            next!(pc, r, k, vm, table)
        }
        tail!(load_attr_slow::<E>, pc, r, k, vm, table)
    }
    /// Of an object in dict mode, where the search begins well.
    fn load_attr_dict<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        if let Some(dict) = own_dict(object)
            && let Some(i) = (*dict).find_at_once((*site(k, E::word(pc, 0))).name.get())
        {
            *r.add(E::a(pc)) = (*dict).value_at(i);
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(load_attr_in_dict::<E>, pc, r, k, vm, table)
    }
    /// Of an object in dict mode.
    fn load_attr_in_dict<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        let name = (*site(k, E::word(pc, 0))).name.get();
        let below = (*vm).attribute_cache[cache_index((*object.address()).shape(), name)].held;
        if let Some(dict) = own_dict(object) {
            let value = (*dict).get_str(name).unwrap_or(below);
            if value.is_bound() {
                *r.add(E::a(pc)) = value;
                next!(E::after(pc, 1), r, k, vm, table)
            }
        }
        tail!(load_attr_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn load_attr_slow<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, object);
        save_pc!(pc, vm);
        finish!(load::<E>(&mut *vm, pc, k, object), E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// An inline slot.
    fn load_attr_slot<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        let site = &*site(k, E::word(pc, 0));
        if object.is_object() && (*object.address()).shape() == site.guard.get() && site.next.get() == (*vm).class_epoch {
            let value = *slot(object, site.offset.get());
            if value.is_bound() {
                *r.add(E::a(pc)) = value;
                next!(E::after(pc, 1), r, k, vm, table)
            }
        }
        tail!(load_attr_slow::<E>, pc, r, k, vm, table)
    }
    /// Something that the class holds.
    fn load_attr_held<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        let site = &*site(k, E::word(pc, 0));
        if object.is_object() && (*object.address()).shape() == site.guard.get() && site.next.get() == (*vm).class_epoch {
            *r.add(E::a(pc)) = Value::from_bits(site.held.get());
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(load_attr_slow::<E>, pc, r, k, vm, table)
    }
    /// A property: its getter runs in a frame of its own.
    fn load_attr_property<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        let site = &*site(k, E::word(pc, 0));
        if object.is_object() && (*object.address()).shape() == site.guard.get() && site.next.get() == (*vm).class_epoch {
            save_pc!(pc, vm);
            let getter = Value::from_bits(site.held.get());
            if is_simple!(getter, 1) && !site.binds.get() {
                enter_for!(getter, object, vm, table);
            }
            tail!(load_attr_getter::<E>, pc, r, k, vm, table)
        }
        tail!(load_attr_slow::<E>, pc, r, k, vm, table)
    }
    /// The site knows the getter, which is no plain function; `pc` is saved.
    fn load_attr_getter<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        let site = &*site(k, E::word(pc, 0));
        let getter = Value::from_bits(site.held.get());
        if site.binds.get() {
            answer!(find::ask_hook(&mut *vm, getter, object, site.name.get()), E, 1, vm, table)
        }
        if (*getter.address()).kind() == Kind::Native {
            answer!(native::get(vm, getter, object), E, 1, vm, table)
        }
        if operator::enter_getter(&mut *vm, getter, object) {
            let (pc, r, k) = (*vm).thread.next;
            next!(pc, r, k, vm, table)
        }
        tail!(load_attr_slow::<E>, pc, r, k, vm, table)
    }
    /// What one class or module has.
    fn load_attr_object<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        let site = &*site(k, E::word(pc, 0));
        if site.is_about(object)
            && let Some(value) = of_this(vm, site, object)
        {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(load_attr_slow::<E>, pc, r, k, vm, table)
    }
    /// Sets an attribute, by the attribute cache.
    fn store_attr<E>(pc, r, k, vm, table) {
        let (object, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        if object.is_object() && value.is_bound() {
            let site = &*site(k, E::word(pc, 0));
            let header: &Header = &*object.address();
            if let Some(entry) = cached(vm, header.shape(), for_setting(site.name.get()))
                && site.misses.get() >= MISSES_MAX
            {
                if (*entry).offset == 0 {
                    tail!(store_attr_other::<E>, pc, r, k, vm, table)
                }
                if (*entry).role == AttributeRole::Add {
                    header.set_shape(ShapeId((*entry).held.bits() as u32));
                }
                *slot(object, (*entry).offset) = value;
                next!(E::after(pc, 1), r, k, vm, table)
            }
        }
        tail!(store_attr_slow::<E>, pc, r, k, vm, table)
    }
    /// The attribute cache knows the attribute, which is in no slot inside the object.
    fn store_attr_other<E>(pc, r, k, vm, table) {
        let (object, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        let name = for_setting((*site(k, E::word(pc, 0))).name.get());
        let entry = (*vm).attribute_cache[cache_index((*object.address()).shape(), name)];
        if entry.role == AttributeRole::Far
            && let Some(slot) = far_slot(object, entry.held.bits())
        {
            (*slot).set(value);
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(store_attr_dict::<E>, pc, r, k, vm, table)
    }
    /// Of an object in dict mode that has the attribute.
    fn store_attr_dict<E>(pc, r, k, vm, table) {
        let (object, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        if let Some(dict) = own_dict(object)
            && let Some(i) = (*dict).find_at_once((*site(k, E::word(pc, 0))).name.get())
        {
            (*dict).set_value(i, value);
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(store_attr_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn store_attr_slow<E>(pc, r, k, vm, table) {
        let (object, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        need_bound!(E, pc, r, k, vm, table, object, value);
        save_pc!(pc, vm);
        if object.kind() == Some(Kind::Instance)
            && operator::enter_setter(&mut *vm, object, (*site(k, E::word(pc, 0))).name.get(), value)
        {
            let (pc, r, k) = (*vm).thread.next;
            next!(pc, r, k, vm, table)
        }
        match store::<E>(&mut *vm, pc, k, object, value) {
            Ok(()) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// An existing inline slot.
    fn store_attr_slot<E>(pc, r, k, vm, table) {
        let (object, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        let site = &*site(k, E::word(pc, 0));
        if object.is_object()
            && (*object.address()).shape() == site.guard.get()
            && site.next.get() == (*vm).class_epoch
            && value.is_bound()
        {
            *slot(object, site.offset.get()) = value;
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(store_attr_slow::<E>, pc, r, k, vm, table)
    }
    /// A new inline slot: the object gets the next shape. The site's `held` is the epoch.
    fn store_attr_add<E>(pc, r, k, vm, table) {
        let (object, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        let site = &*site(k, E::word(pc, 0));
        if object.is_object()
            && (*object.address()).shape() == site.guard.get()
            && site.held.get() == (*vm).class_epoch as u64
            && value.is_bound()
        {
            let header: &Header = &*object.address();
            header.set_shape(ShapeId(site.next.get()));
            *slot(object, site.offset.get()) = value;
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(store_attr_slow::<E>, pc, r, k, vm, table)
    }
    /// Deletes an attribute.
    fn delete_attr<E>(pc, r, k, vm, table) {
        let object = *r.add(E::a(pc));
        need_bound!(E, pc, r, k, vm, table, object);
        save_pc!(pc, vm);
        let name = (*site(k, E::word(pc, 0))).name.get();
        match attribute::delete(&mut *vm, object, name) {
            Ok(()) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// A method before its call, by the attribute cache.
    fn load_method<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        if object.is_object() {
            let site = &*site(k, E::word(pc, 0));
            if let Some(entry) = cached(vm, (*object.address()).shape(), site.name.get()) {
                if (*entry).role != AttributeRole::Method {
                    tail!(load_method_other::<E>, pc, r, k, vm, table)
                }
                if site.misses.get() >= MISSES_MAX {
                    let window = r.add(E::a(pc));
                    *window = (*entry).held;
                    *window.add(1) = object;
                    next!(E::after(pc, 1), r, k, vm, table)
                }
            }
        }
        tail!(load_method_slow::<E>, pc, r, k, vm, table)
    }
    /// The attribute cache knows what is called, which is no method: it is called without the object.
    fn load_method_other<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        let index = cache_index((*object.address()).shape(), (*site(k, E::word(pc, 0))).name.get());
        let callee = callee_alone((*vm).attribute_cache.as_ptr().add(index), object);
        if callee.is_bound() {
            let window = r.add(E::a(pc));
            *window = callee;
            *window.add(1) = Value::UNBOUND;
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(load_method_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn load_method_slow<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, object);
        save_pc!(pc, vm);
        match method_into::<E>(&mut *vm, pc, k, object, Op::load_method_cached, r.add(E::a(pc))) {
            Ok(()) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// A plain function of the class.
    fn load_method_cached<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        let site = &*site(k, E::word(pc, 0));
        if object.is_object() && (*object.address()).shape() == site.guard.get() && site.next.get() == (*vm).class_epoch {
            let window = r.add(E::a(pc));
            *window = Value::from_bits(site.held.get());
            *window.add(1) = object;
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(load_method_slow::<E>, pc, r, k, vm, table)
    }
    /// What one class or module has, before its call.
    fn load_method_object<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        let site = &*site(k, E::word(pc, 0));
        if site.is_about(object)
            && let Some(value) = of_this(vm, site, object)
        {
            let window = r.add(E::a(pc));
            *window = value;
            *window.add(1) = Value::UNBOUND;
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(load_method_slow::<E>, pc, r, k, vm, table)
    }
    /// Loads a method and calls it, by the attribute cache.
    fn invoke<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let object = *window.add(1);
        if object.is_object() {
            let site = &*site(k, E::word(pc, 0));
            if let Some(entry) = cached(vm, (*object.address()).shape(), site.name.get()) {
                if (*entry).role != AttributeRole::Method {
                    tail!(invoke_other::<E>, pc, r, k, vm, table)
                }
                if site.misses.get() >= MISSES_MAX {
                    if is_simple!((*entry).held, E::b(pc) + 1) {
                        enter!((*entry).held, window.add(1), E::after(pc, 1), vm, table);
                    }
                    *window = (*entry).held;
                    tail!(invoke_short::<E>, pc, r, k, vm, table)
                }
            }
        }
        tail!(invoke_of_number::<E>, pc, r, k, vm, table)
    }
    /// Of an inline int or float.
    fn invoke_of_number<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let object = *window.add(1);
        if object.is_int() || object.is_float() {
            let shape = if object.is_int() { ClassId::Int } else { ClassId::Float }.shape();
            if let Some(entry) = cached(vm, shape, (*site(k, E::word(pc, 0))).name.get())
                && (*entry).role == AttributeRole::Method
            {
                *window = (*entry).held;
                tail!(invoke_held::<E>, pc, r, k, vm, table)
            }
        }
        tail!(invoke_slow::<E>, pc, r, k, vm, table)
    }
    /// The attribute cache knows what is called, which is no method: it is called without the object.
    fn invoke_other<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let object = *window.add(1);
        let index = cache_index((*object.address()).shape(), (*site(k, E::word(pc, 0))).name.get());
        let entry = (*vm).attribute_cache.as_ptr().add(index);
        if matches!((*entry).role, AttributeRole::Dict | AttributeRole::DictMethod) {
            tail!(invoke_in_dict::<E>, pc, r, k, vm, table)
        }
        let callee = callee_alone(entry, object);
        if callee.is_bound() {
            *window = callee;
            *window.add(1) = Value::UNBOUND;
            tail!(invoke_alone::<E>, pc, r, k, vm, table)
        }
        tail!(invoke_slow::<E>, pc, r, k, vm, table)
    }
    /// Of an object in dict mode.
    fn invoke_in_dict<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let object = *window.add(1);
        let name = (*site(k, E::word(pc, 0))).name.get();
        let entry = &(*vm).attribute_cache[cache_index((*object.address()).shape(), name)];
        if let Some(dict) = own_dict(object) {
            if let Some(callee) = (*dict).get_str(name) {
                *window = callee;
                *window.add(1) = Value::UNBOUND;
                tail!(invoke_alone::<E>, pc, r, k, vm, table)
            }
            if entry.held.is_bound() {
                *window = entry.held;
                if entry.role == AttributeRole::DictMethod {
                    tail!(invoke_class_method::<E>, pc, r, k, vm, table)
                }
                *window.add(1) = Value::UNBOUND;
                tail!(invoke_alone::<E>, pc, r, k, vm, table)
            }
        }
        tail!(invoke_slow::<E>, pc, r, k, vm, table)
    }
    /// The callee is in the window by now, and gets the arguments alone.
    fn invoke_alone<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if is_simple!(callee, E::b(pc)) {
            let mut i = 0;
            while i < E::b(pc) {
                *window.add(1 + i) = *window.add(2 + i);
                // Else it becomes a call of memmove.
                keep_branch!();
                i += 1;
            }
            enter!(callee, window.add(1), E::after(pc, 1), vm, table);
            tail!(enter_moved_slow::<E>, pc, r, k, vm, table)
        }
        tail!(invoke_bound::<E>, pc, r, k, vm, table)
    }
    /// What is called alone is a bound method.
    fn invoke_bound<E>(pc, r, k, vm, table) {
        enter_bound!(r.add(E::a(pc)), E::b(pc), E::after(pc, 1), vm, table);
        if (*r.add(E::a(pc) + 1)).is_bound() {
            tail!(invoke_held::<E>, pc, r, k, vm, table)
        }
        tail!(invoke_native_object::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn invoke_slow<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let object = *window.add(1);
        if object.is_unbound() {
            tail!(unbound::<E>, pc, r, k, vm, table)
        }
        // The lookup has a position of its own: that of the byte behind the instruction's first.
        (*(*vm).thread.frame).pc = pc.add(2);
        match method_into::<E>(&mut *vm, pc, k, object, Op::invoke_cached, window) {
            Ok(()) => {
                save_pc!(pc, vm);
                // The class, where a class method was found.
                let receiver = *window.add(1);
                let first = window.add(1 + receiver.is_unbound() as usize);
                let n = E::b(pc) + receiver.is_bound() as usize;
                let there = call_window(&mut *vm, window, first, n, &[], E::after(pc, 1), (r, k));
                go!(there, E, pc, r, k, vm, table)
            }
            // `raise` takes its place for that of the exception: here the lookup's.
            Err(_) => tail!(raise::<E>, pc.add(1), r, k, vm, table),
        }
    }
    /// Calls a plain function of the class.
    fn invoke_cached<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let object = *window.add(1);
        let site = &*site(k, E::word(pc, 0));
        if object.is_object() && (*object.address()).shape() == site.guard.get() && site.next.get() == (*vm).class_epoch {
            enter!(Value::from_bits(site.held.get()), window.add(1), E::after(pc, 1), vm, table);
            tail!(invoke_known::<E>, pc, r, k, vm, table)
        }
        tail!(invoke_slow::<E>, pc, r, k, vm, table)
    }
    /// Calls what a class has whose arguments need binding, or a native that they do not fit.
    fn invoke_any<E>(pc, r, k, vm, table) {
        let object = *r.add(E::a(pc)).add(1);
        let site = &*site(k, E::word(pc, 0));
        if object.is_object() && (*object.address()).shape() == site.guard.get() && site.next.get() == (*vm).class_epoch {
            tail!(invoke_known::<E>, pc, r, k, vm, table)
        }
        tail!(invoke_slow::<E>, pc, r, k, vm, table)
    }
    /// Calls a method of ours whose arguments the site has found to fit.
    fn invoke_native<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let object = *window.add(1);
        let site = &*site(k, E::word(pc, 0));
        if object.is_object() && (*object.address()).shape() == site.guard.get() && site.next.get() == (*vm).class_epoch {
            if site.offset.get() == APPENDS
                && E::b(pc) == 1
                && (*object.address().cast::<List>()).try_push(*window.add(2))
            {
                *window = Value::NONE;
                next!(E::after(pc, 1), r, k, vm, table)
            }
            let native = &*(site.held.get() as *const Native);
            save_pc!(pc, vm);
            answer!(native::run(vm, native.def, window.add(1), E::b(pc) + 1), E, 1, vm, table)
        }
        tail!(invoke_slow::<E>, pc, r, k, vm, table)
    }
    /// Calls what one class or module has.
    fn invoke_object<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let object = *window.add(1);
        let site = &*site(k, E::word(pc, 0));
        if site.is_about(object)
            && let Some(callee) = of_this(vm, site, object)
        {
            *window = callee;
            if site.binds.get() {
                tail!(invoke_class_method::<E>, pc, r, k, vm, table)
            }
            *window.add(1) = Value::UNBOUND;
            tail!(invoke_alone::<E>, pc, r, k, vm, table)
        }
        tail!(invoke_slow::<E>, pc, r, k, vm, table)
    }
    /// A function made in Python and its receiver, a class for instance, are in the window by now.
    fn invoke_class_method<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if is_simple!(callee, E::b(pc) + 1) {
            enter!(callee, window.add(1), E::after(pc, 1), vm, table);
        }
        tail!(invoke_short::<E>, pc, r, k, vm, table)
    }
    /// What a class or module has is in the window, and is no function that takes the arguments as they are.
    fn invoke_native_object<E>(pc, r, k, vm, table) {
        let (window, n) = (r.add(E::a(pc)), E::b(pc));
        let callee = *window;
        save_pc!(pc, vm);
        if callee.kind() == Some(Kind::Native) {
            let native = &*callee.address().cast::<Native>();
            if native.receiver.get().is_bound() && native.def.fits(n + 1) {
                *window.add(1) = native.receiver.get();
                answer!(native::run(vm, native.def, window.add(1), n + 1), E, 1, vm, table)
            }
            if native.receiver.get().is_unbound() && native.def.is_free && native.def.fits(n) {
                answer!(native::run(vm, native.def, window.add(2), n), E, 1, vm, table)
            }
        }
        let there = call_window(&mut *vm, window, window.add(2), n, &[], E::after(pc, 1), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// The arguments have moved down to right behind the function.
    #[cold]
    fn enter_moved_slow<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        let there = call_window(&mut *vm, window, window.add(1), E::b(pc), &[], E::after(pc, 1), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// The site holds a method of ours, or one whose arguments need binding.
    fn invoke_known<E>(pc, r, k, vm, table) {
        *r.add(E::a(pc)) = Value::from_bits((*site(k, E::word(pc, 0))).held.get());
        tail!(invoke_short::<E>, pc, r, k, vm, table)
    }
    /// The method is in the window by now: it may have defaults for the arguments that are missing.
    fn invoke_short<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if is_function!(callee) {
            enter_short!(callee, window.add(1), E::b(pc) + 1, E::after(pc, 1), vm, table);
        }
        tail!(invoke_held::<E>, pc, r, k, vm, table)
    }
    /// The method is in the window by now: one of ours, or one whose arguments need binding.
    #[cold]
    fn invoke_held<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        if let Some(native) = native::direct_method(&*vm, *window, *window.add(1), E::b(pc) + 1) {
            answer!(native::run(vm, native.def, window.add(1), E::b(pc) + 1), E, 1, vm, table)
        }
        let there = call_window(&mut *vm, window, window.add(1), E::b(pc) + 1, &[], E::after(pc, 1), (r, k));
        go!(there, E, pc, r, k, vm, table)
    }
    /// `super(cls, receiver).name`
    fn load_super_attr<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let name = (*site(k, E::word(pc, 0))).name.get();
        finish!(super_attribute(&mut *vm, r.add(E::b(pc)), name), E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// `super(cls, receiver).name` before a call.
    fn load_super_method<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        match super_method::<E>(&mut *vm, pc, k, r.add(E::a(pc))) {
            Ok(()) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// A plain function of a class behind this one in the receiver's MRO.
    fn load_super_method_cached<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let receiver = *window.add(2);
        let site = &*site(k, E::word(pc, 0));
        if receiver.is_object()
            && (*receiver.address()).shape() == site.guard.get()
            && site.next.get() == (*vm).class_epoch
            && site.is_after(*window.add(1))
            && *window == (*vm).classes[ClassId::Super as usize]
        {
            *window = Value::from_bits(site.held.get());
            *window.add(1) = receiver;
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(load_super_method::<E>, pc, r, k, vm, table)
    }
}
