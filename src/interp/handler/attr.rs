//! Attributes. A site that has seen one shape guards it and reads the slot; one that saw many asks the interpreter's attribute
//! cache; the rest goes through `ops::attribute`.
//!
//! INVARIANT: what a site or the cache holds is true for objects of the guarded shape as long as `vm.class_epoch` stands.

use crate::bytecode::isa::Op;
use crate::heap::header::Kind;
use crate::heap::header::{Header, ShapeId};
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::Encoding;
use crate::interp::dispatch::handler::{handlers, next, save_pc, tail};
use crate::interp::handler::call::{call_native, call_window};
use crate::interp::safepoint;
use crate::interp::steps::site::site;
use crate::interp::unwind::{finish, go, need_bound, raise, unbound};
use crate::object::callable::function::Function;
use crate::object::callable::site::{MISSES_MAX, Site};
use crate::object::class::instance::SLOTS_OFFSET;
use crate::object::module::Module;
use crate::ops::attrs::attribute;
use crate::ops::attrs::describe::{Found, describe_get, describe_set};
use crate::ops::class;
use crate::vm::raised::Run;
use crate::vm::state::{ATTRIBUTE_CACHE, CachedAttribute, Vm};

/// The entry of the attribute cache for a shape and a name.
#[inline(always)] // PERF: perf/0001-handlers.md
fn cache_index(shape: ShapeId, name: Value) -> usize {
    ((shape.0 as usize).wrapping_mul(0x9E37_79B1) ^ (name.bits() as usize >> 4)) % ATTRIBUTE_CACHE
}

/// The entry if it is about this shape and name.
#[inline(always)] // PERF: perf/0001-handlers.md
unsafe fn cached(vm: *const Vm, shape: ShapeId, name: Value) -> Option<*const CachedAttribute> {
    // SAFETY: by the caller: `vm` is the running interpreter; the index is below the length.
    unsafe {
        let entry = (*vm).attribute_cache.as_ptr().add(cache_index(shape, name));
        ((*entry).shape == shape.0 && (*entry).name == name && (*entry).epoch == (*vm).class_epoch).then_some(entry)
    }
}

/// The slot at a byte offset of an object.
#[inline(always)] // PERF: perf/0001-handlers.md
unsafe fn slot(object: Value, offset: u32) -> *mut Value {
    // SAFETY: by the caller: the guard proved that the object has the slot.
    unsafe { object.address().cast::<u8>().add(offset as usize).cast() }
}

/// Enters a method that takes its receiver and `$n` arguments as they are; otherwise goes on to what follows.
macro_rules! enter_method {
    ($form:ident, $callee:expr, $window:ident, $n:expr, $pc:ident, $vm:ident, $table:ident) => {
        let callee: Value = $callee;
        if (*callee.address()).kind() == Kind::Function {
            let function = callee.address().cast::<Function>();
            let frame = (*$vm).thread.frame.add(1);
            let base: *mut Value = $window.add(1);
            if (*function).simple.get() as usize == $n + 1
                && frame < (*$vm).thread.frame_limit
                && base < (*$vm).thread.register_limit
                && !safepoint::is_due(&*$vm)
            {
                (*frame.sub(1)).pc = $form::after($pc, 1);
                let constants = (*function).constants.get();
                let entry: *const u8 = (*function).entry.get();
                (*frame).registers = base;
                (*frame).constants = constants;
                (*frame).function = callee;
                (*frame).extra = Value::UNBOUND;
                (*$vm).thread.frame = frame;
                next!(entry, base, constants, $vm, $table)
            }
        }
    };
}
handlers! {
    /// An attribute, by the attribute cache.
    fn load_attr<E>(pc, r, k, vm, table) {
        let object = *r.add(E::b(pc));
        if object.is_object() {
            let site = &*site(k, E::word(pc, 0));
            if let Some(entry) = cached(vm, (*object.address()).shape(), site.name.get())
                && (*entry).offset != 0
                && site.misses.get() >= MISSES_MAX
            {
                let value = *slot(object, (*entry).offset);
                if value.is_bound() {
                    *r.add(E::a(pc)) = value;
                    next!(E::after(pc, 1), r, k, vm, table)
                }
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
    /// Sets an attribute.
    fn store_attr<E>(pc, r, k, vm, table) {
        tail!(store_attr_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn store_attr_slow<E>(pc, r, k, vm, table) {
        let (object, value) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        need_bound!(E, pc, r, k, vm, table, object, value);
        save_pc!(pc, vm);
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
                && (*entry).offset == 0
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
    /// Loads a method and calls it, by the attribute cache.
    fn invoke<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let object = *window.add(1);
        if object.is_object() {
            let site = &*site(k, E::word(pc, 0));
            if let Some(entry) = cached(vm, (*object.address()).shape(), site.name.get())
                && (*entry).offset == 0
                && site.misses.get() >= MISSES_MAX
            {
                enter_method!(E, (*entry).held, window, E::b(pc), pc, vm, table);
                *window = (*entry).held;
                tail!(invoke_held::<E>, pc, r, k, vm, table)
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
            enter_method!(E, Value::from_bits(site.held.get()), window, E::b(pc), pc, vm, table);
            tail!(invoke_known::<E>, pc, r, k, vm, table)
        }
        tail!(invoke_slow::<E>, pc, r, k, vm, table)
    }
    /// The site holds a method of ours, or one whose arguments need binding.
    #[cold]
    fn invoke_known<E>(pc, r, k, vm, table) {
        *r.add(E::a(pc)) = Value::from_bits((*site(k, E::word(pc, 0))).held.get());
        tail!(invoke_held::<E>, pc, r, k, vm, table)
    }
    /// The method is in the window by now: one of ours, or one whose arguments need binding.
    #[cold]
    fn invoke_held<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::a(pc));
        if (*window).kind() == Some(Kind::Native) {
            let result = call_native(&mut *vm, *window, window.add(1), E::b(pc) + 1);
            finish!(result, E, 1, pc, r, k, vm, table, E::a(pc))
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
        let name = (*site(k, E::word(pc, 0))).name.get();
        let window = r.add(E::a(pc));
        match super_attribute(&mut *vm, window, name) {
            Ok(value) => {
                *window = value;
                *window.add(1) = Value::UNBOUND;
                next!(E::after(pc, 1), r, k, vm, table)
            }
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
}

/// What a site learnt: caches it, in the site as long as that sees few shapes, and in the interpreter's cache.
unsafe fn learn<E: Encoding>(
    vm: &mut Vm,
    pc: *const u8,
    site: &Site,
    shape: ShapeId,
    offset: u32,
    held: Value,
    (op, generic): (Op, Op),
) {
    let (epoch, name) = (vm.class_epoch, site.name.get());
    vm.attribute_cache[cache_index(shape, name)] = CachedAttribute {
        shape: shape.0,
        epoch,
        name,
        offset,
        held,
    };
    if site.misses.get() >= MISSES_MAX {
        // SAFETY: both forms have the same operands.
        unsafe { E::rewrite(pc, generic as u8) };
        return;
    }
    site.misses.set(site.misses.get() + 1);
    if offset != 0 {
        site.cache_offset(shape, offset);
    } else {
        site.hold(shape, held);
    }
    site.next.set(epoch);
    // SAFETY: as above.
    unsafe { E::rewrite(pc, op as u8) };
}

/// Byte offset of slot `i` if it is an inline one of objects of this shape.
fn inline_offset(vm: &Vm, shape: ShapeId, i: u32) -> Option<u32> {
    (i < vm.shapes.get(shape).inline).then(|| SLOTS_OFFSET as u32 + i * 8)
}

/// What a site knows of one class or module: `site.next` is the class epoch or the version of the module's dict, and `site.held`
/// the value, or for a module the address of its entry.
fn of_object(vm: &Vm, site: &Site, object: Value) -> Option<Value> {
    if site.object() != Some(object) {
        return None;
    }
    if let Some(module) = object.cast::<Module>() {
        let fresh = module.namespace().version() == site.next.get();
        // SAFETY: entries stay where they are as long as the dict's version does.
        return fresh.then(|| unsafe { *(site.held.get() as *const Value) });
    }
    (site.next.get() == vm.class_epoch).then(|| Value::from_bits(site.held.get()))
}

/// Keeps what a class or module gives for its site's name.
fn learn_object(vm: &Vm, site: &Site, object: Value, found: Found) {
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
        // SAFETY: `pc` is at a load of an attribute.
        unsafe {
            match describe_get(vm, object, name) {
                Found::Slot(i) => {
                    if let Some(offset) = inline_offset(vm, shape, i) {
                        learn::<E>(
                            vm,
                            pc,
                            site,
                            shape,
                            offset,
                            Value::UNBOUND,
                            (Op::load_attr_slot, Op::load_attr),
                        );
                    }
                }
                Found::ClassValue(value) if site.misses.get() < MISSES_MAX => {
                    site.misses.set(site.misses.get() + 1);
                    site.hold(shape, value);
                    site.next.set(vm.class_epoch);
                    E::rewrite(pc, Op::load_attr_held as u8);
                }
                found => learn_object(vm, site, object, found),
            }
        }
    }
    attribute::get(vm, object, name)
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
                let generic = if op == Op::invoke_cached {
                    Op::invoke
                } else {
                    Op::load_method
                };
                // SAFETY: `pc` is at a load of a method or an invocation.
                unsafe { learn::<E>(vm, pc, site, class::shape_of(object), 0, function, (op, generic)) };
            }
            Ok((function, object))
        }
        found => {
            if !vm.options.no_caches {
                learn_object(vm, site, object, found);
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
    if object.is_object() && !vm.options.no_caches && site.misses.get() < MISSES_MAX {
        let shape = class::shape_of(object);
        let epoch = vm.class_epoch;
        match describe_set(vm, object, name) {
            Found::Slot(i) => {
                if let Some(offset) = inline_offset(vm, shape, i) {
                    site.misses.set(site.misses.get() + 1);
                    site.cache_offset(shape, offset);
                    site.next.set(epoch);
                    // SAFETY: `pc` is at a store of an attribute.
                    unsafe { E::rewrite(pc, Op::store_attr_slot as u8) };
                }
            }
            Found::Add { slot, next } => {
                if let Some(offset) = inline_offset(vm, shape, slot) {
                    site.misses.set(site.misses.get() + 1);
                    site.cache_offset(shape, offset);
                    site.next.set(next.0);
                    site.held.set(epoch as u64);
                    // SAFETY: as above.
                    unsafe { E::rewrite(pc, Op::store_attr_add as u8) };
                }
            }
            _ => {}
        }
    }
    attribute::set(vm, object, name, value)
}

/// `super(cls, receiver).name`; whatever the global `super` is by now is called.
///
/// # Safety
/// Three registers from `window` on.
#[inline(never)]
unsafe fn super_attribute(vm: &mut Vm, window: *mut Value, name: Value) -> Run<Value> {
    // SAFETY: by the caller.
    let (callee, class, receiver) = unsafe { (*window, *window.add(1), *window.add(2)) };
    let object = crate::ops::call::call(vm, callee, &[class, receiver])?;
    attribute::get(vm, object, name)
}
