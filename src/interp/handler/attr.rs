//! Attributes. A site that has seen one shape guards it and reads the slot; one that saw many asks the interpreter's attribute
//! cache; the rest goes through `ops::attribute`.
//!
//! INVARIANT: what a site or the cache holds is true for objects of the guarded shape as long as `vm.class_epoch` stands.

use crate::bytecode::isa::Op;
use crate::heap::header::Kind;
use crate::heap::header::{Header, ShapeId};
use crate::heap::lookups::{ATTRIBUTE_CACHE, AttributeRole, CachedAttribute};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::dispatch::handler::{handlers, keep_branch, next, save_pc, tail};
use crate::interp::dispatch::pairs;
use crate::interp::handler::call::general::call_window;
use crate::interp::handler::call::native::answer;
use crate::interp::handler::call::python::{enter, enter_short, is_function, is_simple};
use crate::interp::load;
use crate::interp::steps::site::site;
use crate::interp::steps::{native, operator};
use crate::interp::unwind::{finish, go, need_bound, raise, unbound};
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::callable::site::{MISSES_MAX, Site};
use crate::object::class::instance::SLOTS_OFFSET;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::module::Module;
use crate::ops::attrs::describe::{Found, describe_get, describe_set};
use crate::ops::attrs::{attribute, parent};
use crate::ops::call::is_plain_method;
use crate::ops::class;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The entry of the attribute cache for a shape and a name.
#[inline(always)] // PERF: perf/0001-handlers.md
fn cache_index(shape: ShapeId, name: Value) -> usize {
    ((shape.0 as usize).wrapping_mul(0x9E37_79B1) ^ (name.bits() as usize >> 4)) % ATTRIBUTE_CACHE
}

/// The entry if it is about this shape and name.
///
/// # Safety
/// `vm` is the running interpreter.
#[inline(always)] // PERF: perf/0001-handlers.md
pub unsafe fn cached(vm: *const Vm, shape: ShapeId, name: Value) -> Option<*const CachedAttribute> {
    // SAFETY: by the caller: `vm` is the running interpreter; the index is below the length.
    unsafe {
        let entry = (*vm).attribute_cache.as_ptr().add(cache_index(shape, name));
        ((*entry).shape == shape.0 && (*entry).name == name && (*entry).epoch == (*vm).class_epoch).then_some(entry)
    }
}

/// The name under which the attribute cache keeps what setting an attribute means: no address of an object, and another entry.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn for_setting(name: Value) -> Value {
    Value::from_bits(name.bits() ^ 0x401)
}

/// The slot at a byte offset of an object.
///
/// # Safety
/// The object's shape has the slot.
#[inline(always)] // PERF: perf/0001-handlers.md
pub unsafe fn slot(object: Value, offset: u32) -> *mut Value {
    // SAFETY: by the caller: the guard proved that the object has the slot.
    unsafe { object.address().cast::<u8>().add(offset as usize).cast() }
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
        save_pc!(pc, vm);
        if entry.role == AttributeRole::Property && (*entry.held.address()).kind() == Kind::Native {
            answer!(native::get(vm, entry.held, object), E, 1, vm, table)
        }
        if entry.role == AttributeRole::Property && operator::enter_getter(&mut *vm, entry.held, object) {
            let (pc, r, k) = (*vm).thread.next;
            next!(pc, r, k, vm, table)
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
            if (*getter.address()).kind() == Kind::Native {
                answer!(native::get(vm, getter, object), E, 1, vm, table)
            }
            if operator::enter_getter(&mut *vm, getter, object) {
                let (pc, r, k) = (*vm).thread.next;
                next!(pc, r, k, vm, table)
            }
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
                if (*entry).role == AttributeRole::Add {
                    header.set_shape(ShapeId((*entry).held.bits() as u32));
                }
                *slot(object, (*entry).offset) = value;
                next!(E::after(pc, 1), r, k, vm, table)
            }
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
            if let Some(entry) = cached(vm, (*object.address()).shape(), site.name.get())
                && (*entry).role == AttributeRole::Method
                && site.misses.get() >= MISSES_MAX
            {
                let window = r.add(E::a(pc));
                *window = (*entry).held;
                *window.add(1) = object;
                next!(E::after(pc, 1), r, k, vm, table)
            }
        }
        tail!(load_method_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn load_method_slow<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, object);
        save_pc!(pc, vm);
        match method::<E>(&mut *vm, pc, k, object, Op::load_method_cached) {
            Ok((function, receiver)) => {
                let window = r.add(E::a(pc));
                *window = function;
                *window.add(1) = receiver;
                next!(E::after(pc, 1), r, k, vm, table)
            }
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
            if let Some(entry) = cached(vm, (*object.address()).shape(), site.name.get())
                && (*entry).role == AttributeRole::Method
                && site.misses.get() >= MISSES_MAX
            {
                if is_simple!((*entry).held, E::b(pc) + 1) {
                    enter!((*entry).held, window.add(1), E::after(pc, 1), vm, table);
                }
                *window = (*entry).held;
                tail!(invoke_short::<E>, pc, r, k, vm, table)
            }
        }
        tail!(invoke_slow::<E>, pc, r, k, vm, table)
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
        match method::<E>(&mut *vm, pc, k, object, Op::invoke_cached) {
            Ok((function, receiver)) => {
                save_pc!(pc, vm);
                *window = function;
                // The class, where a class method was found.
                *window.add(1) = receiver;
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
            *window.add(1) = Value::UNBOUND;
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
            tail!(invoke_native_object::<E>, pc, r, k, vm, table)
        }
        tail!(invoke_slow::<E>, pc, r, k, vm, table)
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

/// What a site learnt of objects of a shape: caches it, in the site as long as that sees few shapes, and in the interpreter's cache.
///
/// # Safety
/// `pc` is at an instruction of the site, which the two others may replace.
unsafe fn learn<E: Encoding>(
    vm: &mut Vm,
    pc: *const u8,
    site: &Site,
    shape: ShapeId,
    (role, offset, held): (AttributeRole, u32, Value),
    op: Op,
) {
    let (epoch, name) = (vm.class_epoch, site.name.get());
    vm.attribute_cache[cache_index(shape, name)] = CachedAttribute {
        shape: shape.0,
        epoch,
        name,
        offset,
        role,
        held,
    };
    if site.misses.get() >= MISSES_MAX {
        // SAFETY: both forms have the same operands.
        unsafe { E::rewrite(pc, op.generic() as u8) };
        return;
    }
    site.misses.set(site.misses.get() + 1);
    if role == AttributeRole::Slot {
        site.cache_offset(shape, offset);
    } else {
        site.hold(shape, held);
    }
    site.next.set(epoch);
    let fuses = E::BASE == Narrow::BASE && !vm.options.no_superinstructions && !vm.options.no_quickening;
    let slot = op == Op::load_attr_slot && fuses;
    // SAFETY: as above; both forms have the same operands.
    unsafe { E::rewrite(pc, if slot { pairs::of_slot(pc) } else { op } as u8) };
}

/// Byte offset of slot `i` if it is an inline one of objects of this shape.
fn inline_offset(vm: &Vm, shape: ShapeId, i: u32) -> Option<u32> {
    (i < vm.shapes.get(shape).inline).then(|| SLOTS_OFFSET as u32 + i * 8)
}

/// What a site knows of one class or module, if it is about this one.
fn of_object(vm: &Vm, site: &Site, object: Value) -> Option<Value> {
    if site.object() != Some(object) {
        return None;
    }
    // SAFETY: the site is about the object.
    unsafe { of_this(vm, site, object) }
}

/// What a site knows of the one class or module that it is about: `site.next` is the class epoch or the version of the module's
/// dict, and `site.held` the value, or for a module the address of its entry.
///
/// # Safety
/// `site.is_about(object)`.
#[inline(always)] // PERF: perf/0001-handlers.md
pub unsafe fn of_this(vm: *const Vm, site: &Site, object: Value) -> Option<Value> {
    // SAFETY: by the caller; entries stay where they are as long as the dict's version does.
    unsafe {
        if (*object.address()).kind() == Kind::Module {
            let namespace = (*object.address().cast::<Module>()).dict.get().address().cast::<Dict>();
            return ((*namespace).version() == site.next.get()).then(|| *(site.held.get() as *const Value));
        }
        (site.next.get() == (*vm).class_epoch).then(|| Value::from_bits(site.held.get()))
    }
}

/// Keeps what a class or module gives for its site's name.
///
/// # Safety
/// `pc` is at the site's instruction.
unsafe fn learn_object<E: Encoding>(vm: &Vm, pc: *const u8, site: &Site, object: Value, found: Found) {
    let (next, held, is_value) = match found {
        Found::OfClass(value) => (vm.class_epoch, value.bits(), true),
        Found::ModuleEntry(i) => {
            let namespace = object.expect::<Module>().namespace();
            (namespace.version(), namespace.value_slot(i as usize) as u64, false)
        }
        _ => return,
    };
    site.guard_object(object);
    site.next.set(next);
    site.held.set(held);
    site.holds_value.set(is_value);
    // SAFETY: by the caller.
    unsafe {
        let op = match Op::from_byte(*pc.add(E::BASE / 8)).map(Op::generic) {
            Some(Op::load_attr) => Op::load_attr_object,
            Some(Op::load_method) => Op::load_method_object,
            Some(Op::invoke) => Op::invoke_object,
            _ => return,
        };
        E::rewrite(pc, op as u8);
    }
}

#[inline(never)]
unsafe fn load<E: Encoding>(vm: &mut Vm, pc: *const u8, k: *mut Value, object: Value) -> Run<Value> {
    // SAFETY: verified code has the site.
    let site = unsafe { &*site(k, E::word(pc, 0)) };
    let name = site.name.get();
    if let Some(value) = of_object(vm, site, object) {
        return Ok(value);
    }
    if object.is_object() && !vm.options.no_caches {
        let shape = class::shape_of(object);
        let found = describe_get(vm, object, name);
        let known = match found {
            Found::Slot(i) => {
                let offset = inline_offset(vm, shape, i);
                offset.map(|offset| (AttributeRole::Slot, offset, Value::UNBOUND, Op::load_attr_slot))
            }
            Found::ClassValue(value) => Some((AttributeRole::Held, 0, value, Op::load_attr_held)),
            Found::Property(getter)
                if matches!(getter.kind(), Some(Kind::Function | Kind::Native | Kind::Instance)) =>
            {
                Some((AttributeRole::Property, 0, getter, Op::load_attr_property))
            }
            _ => None,
        };
        // SAFETY: `pc` is at a load of an attribute.
        unsafe {
            match known {
                Some((role, offset, held, op)) => learn::<E>(vm, pc, site, shape, (role, offset, held), op),
                None => learn_object::<E>(vm, pc, site, object, found),
            }
        }
    }
    attribute::get(vm, object, name)
}

/// Makes a function ready to be called, if it can.
fn ready(vm: &mut Vm, function: Ref<Function>) -> bool {
    // What goes wrong here does so again when the function is called.
    load::ready(vm, function).is_ok()
}

/// The instruction that calls `function` of an object's class with `n` arguments in all. That of a Python function that takes them
/// as they are checks nothing of it: who replaces a function's code moves the class epoch.
fn invocation(vm: &mut Vm, function: Value, object: Value, n: usize) -> Op {
    if native::direct_method(vm, function, object, n).is_some() {
        return Op::invoke_native;
    }
    match function.cast::<Function>() {
        Some(function) if ready(vm, function) && function.simple.get() as usize == n => Op::invoke_cached,
        _ => Op::invoke_any,
    }
}

/// Function and receiver of a method call, or what the attribute is and UNBOUND.
#[inline(never)]
unsafe fn method<E: Encoding>(vm: &mut Vm, pc: *const u8, k: *mut Value, object: Value, op: Op) -> Run<(Value, Value)> {
    // SAFETY: verified code has the site.
    let site = unsafe { &*site(k, E::word(pc, 0)) };
    let name = site.name.get();
    if let Some(value) = of_object(vm, site, object) {
        return Ok((value, Value::UNBOUND));
    }
    match describe_get(vm, object, name) {
        Found::ClassMethod(function) => {
            if object.is_object() && !vm.options.no_caches {
                // SAFETY: `pc` is at a load of a method or an invocation.
                unsafe {
                    let op = if op == Op::invoke_cached {
                        invocation(vm, function, object, E::b(pc) + 1)
                    } else {
                        op
                    };
                    learn::<E>(
                        vm,
                        pc,
                        site,
                        class::shape_of(object),
                        (AttributeRole::Method, 0, function),
                        op,
                    );
                }
            }
            Ok((function, object))
        }
        Found::ClassValue(value) => Ok((value, Value::UNBOUND)),
        Found::ClassBound(function, class) => Ok((function, class)),
        found => {
            if !vm.options.no_caches {
                // SAFETY: `pc` is at a load of a method or an invocation.
                unsafe { learn_object::<E>(vm, pc, site, object, found) };
            }
            Ok((attribute::get(vm, object, name)?, Value::UNBOUND))
        }
    }
}

#[inline(never)]
unsafe fn store<E: Encoding>(vm: &mut Vm, pc: *const u8, k: *mut Value, object: Value, value: Value) -> Run<()> {
    // SAFETY: verified code has the site.
    let site = unsafe { &*site(k, E::word(pc, 0)) };
    let name = site.name.get();
    if object.is_object() && !vm.options.no_caches {
        let shape = class::shape_of(object);
        let known = match describe_set(vm, object, name) {
            Found::Slot(i) => inline_offset(vm, shape, i).map(|offset| (AttributeRole::Slot, offset, ShapeId(0))),
            Found::Add { slot, next } => {
                inline_offset(vm, shape, slot).map(|offset| (AttributeRole::Add, offset, next))
            }
            _ => None,
        };
        if let Some(known) = known {
            // SAFETY: `pc` is at a store of an attribute.
            unsafe { learn_store::<E>(vm, pc, site, shape, known) };
        }
    }
    attribute::set(vm, object, name, value)
}

/// As `learn`, for setting.
///
/// # Safety
/// As `learn`.
unsafe fn learn_store<E: Encoding>(
    vm: &mut Vm,
    pc: *const u8,
    site: &Site,
    shape: ShapeId,
    (role, offset, next): (AttributeRole, u32, ShapeId),
) {
    let (epoch, name) = (vm.class_epoch, for_setting(site.name.get()));
    vm.attribute_cache[cache_index(shape, name)] = CachedAttribute {
        shape: shape.0,
        epoch,
        name,
        offset,
        role,
        held: Value::from_bits(next.0 as u64),
    };
    let op = if site.misses.get() >= MISSES_MAX {
        Op::store_attr
    } else {
        site.misses.set(site.misses.get() + 1);
        site.cache_offset(shape, offset);
        if role == AttributeRole::Add {
            site.next.set(next.0);
            site.held.set(epoch as u64);
            Op::store_attr_add
        } else {
            site.next.set(epoch);
            Op::store_attr_slot
        }
    };
    // SAFETY: by the caller; all of them have the same operands.
    unsafe { E::rewrite(pc, op as u8) };
}

/// `super(cls, receiver).name`; whatever the global `super` is by now is called.
///
/// # Safety
/// Three registers from `window` on.
#[inline(never)]
unsafe fn super_attribute(vm: &mut Vm, window: *mut Value, name: Value) -> Run<Value> {
    // SAFETY: by the caller.
    let (callee, class, receiver) = unsafe { (*window, *window.add(1), *window.add(2)) };
    if callee == vm.class(ClassId::Super)
        && name != vm.names.__class__
        && let Some(this) = class.cast::<Class>()
        && receiver.is_bound()
        && !receiver.is_none()
    {
        let of = parent::object_class(vm, this, receiver)?;
        if let Some(value) = parent::look(vm, this, receiver, of, name)? {
            return Ok(value);
        }
    }
    let object = crate::ops::call::call(vm, callee, &[class, receiver])?;
    attribute::get(vm, object, name)
}

/// As `super_attribute`, into a method window. A plain function is found again by the shape of the receiver.
///
/// # Safety
/// As `super_attribute`.
#[inline(never)]
unsafe fn super_method<E: Encoding>(vm: &mut Vm, pc: *const u8, k: *mut Value, window: *mut Value) -> Run<()> {
    // SAFETY: by the caller; verified code has the site.
    unsafe {
        let site = &*site(k, E::word(pc, 0));
        let (callee, class, receiver) = (*window, *window.add(1), *window.add(2));
        let name = site.name.get();
        if callee == vm.class(ClassId::Super)
            && let Some(this) = class.cast::<Class>()
            && receiver.is_object()
            && class::of(vm, receiver).is_subclass(this)
            && !receiver.is::<Class>()
            && let Some(found) = parent::after(this, class::of(vm, receiver), name)
            && is_plain_method(found)
        {
            if !vm.options.no_caches {
                site.hold(class::shape_of(receiver), found);
                site.next.set(vm.class_epoch);
                site.set_after(class);
                E::rewrite(pc, Op::load_super_method_cached as u8);
            }
            *window = found;
            *window.add(1) = receiver;
            return Ok(());
        }
        *window = super_attribute(vm, window, name)?;
        *window.add(1) = Value::UNBOUND;
        Ok(())
    }
}
