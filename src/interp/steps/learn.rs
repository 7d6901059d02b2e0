//! What the sites of attributes learn, and the interpreter's attribute cache: the slow ways of `handler::attr`.
//!
//! INVARIANT: what a site or the cache holds is true for objects of the guarded shape as long as `vm.class_epoch` stands.

use crate::bytecode::isa::Op;
use crate::heap::header::{Kind, ShapeId};
use crate::heap::lookups::{ATTRIBUTE_CACHE, AttributeRole, CachedAttribute};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::dispatch::pairs;
use crate::interp::load;
use crate::interp::steps::native;
use crate::interp::steps::site::site;
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::callable::site::{APPENDS, MISSES_MAX, Site};
use crate::object::class::instance::SLOTS_OFFSET;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::module::Module;
use crate::ops::attrs::describe::{Found, describe_get, describe_set};
use crate::ops::attrs::{attribute, descriptor, own, parent};
use crate::ops::call::is_plain_method;
use crate::ops::class;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;
/// The entry of the attribute cache for a shape and a name.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn cache_index(shape: ShapeId, name: Value) -> usize {
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
/// Puts what objects of a shape have under a name into the interpreter's cache.
fn remember(vm: &mut Vm, shape: ShapeId, name: Value, (role, offset, held): (AttributeRole, u32, Value)) {
    vm.attribute_cache[cache_index(shape, name)] = CachedAttribute {
        shape: shape.0,
        epoch: vm.class_epoch,
        name,
        offset,
        role,
        held,
    };
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
    let epoch = vm.class_epoch;
    remember(vm, shape, site.name.get(), (role, offset, held));
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
        site.binds.set(role == AttributeRole::Hook);
        if op == Op::invoke_native && is_append(vm, held) {
            site.offset.set(APPENDS);
        }
    }
    site.next.set(epoch);
    let fuses = E::BASE == Narrow::BASE && !vm.options.no_superinstructions && !vm.options.no_quickening;
    let slot = op == Op::load_attr_slot && fuses;
    // SAFETY: as above; both forms have the same operands.
    unsafe { E::rewrite(pc, if slot { pairs::of_slot(pc) } else { op } as u8) };
}

/// Whether this is the method `list.append`.
fn is_append(vm: &Vm, function: Value) -> bool {
    function
        .cast::<Native>()
        .is_some_and(|native| native.owner.get() == vm.class(ClassId::List) && native.def.name == "append")
}

/// What a site learnt that is in the interpreter's cache only: the site goes there from now on.
///
/// # Safety
/// As `learn`.
unsafe fn share<E: Encoding>(
    vm: &mut Vm,
    pc: *const u8,
    site: &Site,
    shape: ShapeId,
    (role, held): (AttributeRole, Value),
) {
    let name = site.name.get();
    remember(vm, shape, name, (role, 0, held));
    // SAFETY: by the caller.
    unsafe { give_up::<E>(pc, site) };
}

/// From now on a site asks the interpreter's cache.
///
/// # Safety
/// As `learn`.
unsafe fn give_up<E: Encoding>(pc: *const u8, site: &Site) {
    site.flush();
    site.misses.set(MISSES_MAX);
    // SAFETY: by the caller; all forms have the same operands.
    unsafe {
        if let Some(op) = Op::from_byte(*pc.add(E::BASE / 8)) {
            E::rewrite(pc, op.generic() as u8);
        }
    }
}

/// Byte offset of slot `i` if it is an inline one of objects of this shape.
fn inline_offset(vm: &Vm, shape: ShapeId, i: u32) -> Option<u32> {
    (i < vm.shapes.get(shape).inline).then(|| SLOTS_OFFSET as u32 + i * 8)
}

/// Number in the overflow array of slot `i` of objects of this shape, if it is there.
fn far_index(vm: &Vm, shape: ShapeId, i: u32) -> Option<Value> {
    let far = i.checked_sub(vm.shapes.get(shape).inline)?;
    Some(Value::from_bits(u64::from(far)))
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
    // SAFETY: by the caller.
    let op = match Op::from_byte(unsafe { *pc.add(E::BASE / 8) }).map(Op::generic) {
        Some(Op::load_attr) => Op::load_attr_object,
        Some(Op::load_method) => Op::load_method_object,
        Some(Op::invoke) => Op::invoke_object,
        _ => return,
    };
    let (next, held, is_value) = match found {
        Found::OfClass(value) => (vm.class_epoch, value.bits(), true),
        Found::ClassBound(function, _) if op == Op::invoke_object => (vm.class_epoch, function.bits(), true),
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
    site.binds.set(matches!(found, Found::ClassBound(..)));
    // SAFETY: all forms have the same operands.
    unsafe { E::rewrite(pc, op as u8) };
}

/// The attribute of an object, for the site of the instruction at `pc`, which learns of it.
///
/// # Safety
/// `pc` is at a load of an attribute, whose code has the constants `k`.
#[inline(never)]
pub unsafe fn load<E: Encoding>(vm: &mut Vm, pc: *const u8, k: *mut Value, object: Value) -> Run<Value> {
    // SAFETY: verified code has the site.
    let site = unsafe { &*site(k, E::word(pc, 0)) };
    let name = site.name.get();
    if let Some(value) = of_object(vm, site, object) {
        return Ok(value);
    }
    if object.is_object() && !vm.options.no_caches {
        let shape = class::shape_of(object);
        // SAFETY: the entry is read before anything else happens.
        let method = unsafe { cached(vm, shape, name).filter(|&entry| (*entry).role == AttributeRole::Method) };
        if let Some(entry) = method {
            // SAFETY: as above.
            let function = unsafe { (*entry).held };
            let class = class::of(vm, object);
            return descriptor::get(vm, function, object, class.value());
        }
        let found = describe_get(vm, object, name);
        if let Found::ClassMethod(function) = found {
            remember(vm, shape, name, (AttributeRole::Method, 0, function));
        }
        if let Found::InDict(below) = found {
            // SAFETY: `pc` is at a load of an attribute.
            unsafe { share::<E>(vm, pc, site, shape, (AttributeRole::Dict, below)) };
        }
        if let Found::Slot(i) = found
            && let Some(i) = far_index(vm, shape, i)
        {
            // SAFETY: `pc` is at a load of an attribute.
            unsafe { share::<E>(vm, pc, site, shape, (AttributeRole::Far, i)) };
        }
        if let Found::Descriptor(descriptor) = found {
            // SAFETY: `pc` is at a load of an attribute.
            unsafe { share::<E>(vm, pc, site, shape, (AttributeRole::Descriptor, descriptor)) };
        }
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
            Found::Hook(hook) => Some((AttributeRole::Hook, 0, hook, Op::load_attr_property)),
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

/// `method`, its answer in `window`: a pair on the stack would cost the handler its tail call.
///
/// # Safety
/// As `method`; `window` has room for two.
#[inline(never)]
pub unsafe fn method_into<E: Encoding>(
    vm: &mut Vm,
    pc: *const u8,
    k: *mut Value,
    object: Value,
    op: Op,
    window: *mut Value,
) -> Run<()> {
    // SAFETY: as the caller promises.
    unsafe {
        let (function, receiver) = method::<E>(vm, pc, k, object, op)?;
        window.write(function);
        window.add(1).write(receiver);
    }
    Ok(())
}

/// Function and receiver of a method call, or what the attribute is and UNBOUND.
///
/// # Safety
/// As `load`, of a load of a method or an invocation.
unsafe fn method<E: Encoding>(vm: &mut Vm, pc: *const u8, k: *mut Value, object: Value, op: Op) -> Run<(Value, Value)> {
    // SAFETY: verified code has the site.
    let site = unsafe { &*site(k, E::word(pc, 0)) };
    let name = site.name.get();
    if let Some(value) = of_object(vm, site, object) {
        return Ok((value, if site.binds.get() { object } else { Value::UNBOUND }));
    }
    let keeps = object.is_object() && !vm.options.no_caches;
    let shape = class::shape_of(object);
    if keeps && let Some(known) = known_method(vm, object, name) {
        return Ok(known);
    }
    let found = describe_get(vm, object, name);
    if keeps && let Some(known) = called_alone(vm, object, found) {
        remember(vm, shape, name, known);
    }
    // SAFETY: `pc` is at a load of a method or an invocation.
    unsafe {
        match found {
            Found::ClassMethod(function) => {
                learn_method::<E>(vm, pc, site, (object, function), op);
                Ok((function, object))
            }
            Found::ClassValue(value) => Ok((value, Value::UNBOUND)),
            Found::InDictOrMethod(function) => {
                if keeps {
                    share::<E>(vm, pc, site, shape, (AttributeRole::DictMethod, function));
                }
                Ok(own_or(vm, object, name, function))
            }
            Found::ClassBound(function, class) => {
                if keeps && class == object {
                    learn_object::<E>(vm, pc, site, object, found);
                }
                Ok((function, class))
            }
            found => {
                if let Found::InDict(below) = found
                    && keeps
                {
                    share::<E>(vm, pc, site, shape, (AttributeRole::Dict, below));
                } else if !vm.options.no_caches {
                    learn_object::<E>(vm, pc, site, object, found);
                }
                Ok((attribute::get(vm, object, name)?, Value::UNBOUND))
            }
        }
    }
}

/// What the interpreter's cache knows of a method call, where that needs a look at the object.
fn known_method(vm: &mut Vm, object: Value, name: Value) -> Option<(Value, Value)> {
    // SAFETY: the entry is read before anything else happens.
    let entry = unsafe { *cached(vm, class::shape_of(object), name)? };
    match entry.role {
        AttributeRole::ClassMethod => Some((entry.held, class::of(vm, object).value())),
        AttributeRole::DictMethod => Some(own_or(vm, object, name, entry.held)),
        _ => None,
    }
}

/// What the object itself has under a name, or `function` and the object.
fn own_or(vm: &mut Vm, object: Value, name: Value, function: Value) -> (Value, Value) {
    match own::get(vm, object, name) {
        Some(value) => (value, Value::UNBOUND),
        None => (function, object),
    }
}

/// Keeps the function of a method. Sites keep none of what is no object: the interpreter's cache does.
///
/// # Safety
/// As `method`.
unsafe fn learn_method<E: Encoding>(
    vm: &mut Vm,
    pc: *const u8,
    site: &Site,
    (object, function): (Value, Value),
    op: Op,
) {
    if vm.options.no_caches {
        return;
    }
    let (shape, known) = (class::shape_of(object), (AttributeRole::Method, 0, function));
    if !object.is_object() {
        return remember(vm, shape, site.name.get(), known);
    }
    // SAFETY: `pc` is at a load of a method or an invocation.
    unsafe {
        let op = match op {
            Op::invoke_cached => invocation(vm, function, object, E::b(pc) + 1),
            op => op,
        };
        learn::<E>(vm, pc, site, shape, known, op);
    }
}

/// What the interpreter's cache keeps of a callee that is no method of its object.
fn called_alone(vm: &Vm, object: Value, found: Found) -> Option<(AttributeRole, u32, Value)> {
    match found {
        Found::Slot(i) => {
            let shape = class::shape_of(object);
            Some(match inline_offset(vm, shape, i) {
                Some(offset) => (AttributeRole::Slot, offset, Value::UNBOUND),
                None => (AttributeRole::Far, 0, far_index(vm, shape, i)?),
            })
        }
        Found::ClassValue(value) => Some((AttributeRole::Held, 0, value)),
        Found::ClassBound(function, class) if class != object => Some((AttributeRole::ClassMethod, 0, function)),
        _ => None,
    }
}

/// Sets the attribute of an object, as `load` gets it.
///
/// # Safety
/// As `load`, of a store.
#[inline(never)]
pub unsafe fn store<E: Encoding>(vm: &mut Vm, pc: *const u8, k: *mut Value, object: Value, value: Value) -> Run<()> {
    // SAFETY: verified code has the site.
    let site = unsafe { &*site(k, E::word(pc, 0)) };
    let name = site.name.get();
    if object.is_object() && !vm.options.no_caches {
        let shape = class::shape_of(object);
        let found = describe_set(vm, object, name);
        if found == Found::InDict(Value::UNBOUND) {
            remember(vm, shape, for_setting(name), (AttributeRole::Dict, 0, Value::UNBOUND));
            // SAFETY: `pc` is at a store of an attribute.
            unsafe { give_up::<E>(pc, site) };
        }
        if let Found::Slot(i) = found
            && let Some(i) = far_index(vm, shape, i)
        {
            remember(vm, shape, for_setting(name), (AttributeRole::Far, 0, i));
            // SAFETY: `pc` is at a store of an attribute.
            unsafe { give_up::<E>(pc, site) };
        }
        let known = match found {
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
    remember(vm, shape, name, (role, offset, Value::from_bits(next.0 as u64)));
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
pub unsafe fn super_attribute(vm: &mut Vm, window: *mut Value, name: Value) -> Run<Value> {
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
pub unsafe fn super_method<E: Encoding>(vm: &mut Vm, pc: *const u8, k: *mut Value, window: *mut Value) -> Run<()> {
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
