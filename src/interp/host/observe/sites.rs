//! Guards of inline-cache sites: attributes, methods, globals.

use crate::bytecode::isa::Op;
use crate::heap::lookups::AttributeRole;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::Encoding;
use crate::interp::steps::learn::{cached, for_setting, of_this};
use crate::interp::steps::site::site;
use crate::object::callable::function::Function;
use crate::object::callable::site::{MISSES_MAX, Site};
use crate::object::container::dict::Dict;
use crate::vm::cost::Verdict;
use crate::vm::known::ClassId;
use crate::vm::state::Vm;

/// Whether an instruction has a site that may remember something.
pub fn has_cache(op: Op) -> bool {
    matches!(
        op.generic(),
        Op::load_attr
            | Op::store_attr
            | Op::load_method
            | Op::invoke
            | Op::load_super_method
            | Op::load_global
            | Op::store_global
    )
}

/// How the guard of the site at `pc` ends. `is_first`: the instruction has not run before.
///
/// # Safety
/// `pc` is at an instruction with such a site, in the frame with registers `r` and constants `k`.
pub unsafe fn verdict<E: Encoding>(
    vm: &Vm,
    op: Op,
    pc: *const u8,
    (r, k): (*mut Value, *mut Value),
    is_first: bool,
) -> Verdict {
    // SAFETY: by the caller; operands are where the handlers of these instructions read them.
    unsafe {
        let site = &*site(k, E::word(pc, 0));
        if matches!(op.generic(), Op::load_global | Op::store_global) {
            return name(vm, op, site, is_first);
        }
        let object = match op.generic() {
            Op::store_attr => *r.add(E::a(pc)),
            Op::invoke => *r.add(E::a(pc) + 1),
            Op::load_super_method => *r.add(E::a(pc) + 2),
            _ => *r.add(E::b(pc)),
        };
        match op {
            Op::load_attr | Op::store_attr | Op::load_method | Op::invoke => shared(vm, op, site, object, is_first),
            Op::load_super_method if is_first => Verdict::First,
            Op::load_super_method => Verdict::Uncached,
            Op::load_attr_object | Op::load_method_object | Op::invoke_object if !site.is_about(object) => {
                Verdict::Identity
            }
            Op::load_attr_object | Op::load_method_object | Op::invoke_object => match of_this(vm, site, object) {
                Some(_) => Verdict::Passed,
                None => Verdict::Epoch,
            },
            _ if !object.is_object() => Verdict::NoObject,
            _ if (*object.address()).shape() != site.guard.get() => Verdict::Shape,
            Op::store_attr_add if site.held.get() != u64::from(vm.class_epoch) => Verdict::Epoch,
            Op::store_attr_add => Verdict::Passed,
            _ if site.next.get() != vm.class_epoch => Verdict::Epoch,
            Op::load_super_method_cached
                if !site.is_after(*r.add(E::a(pc) + 1)) || *r.add(E::a(pc)) != vm.class(ClassId::Super) =>
            {
                Verdict::Identity
            }
            Op::load_attr_slot | Op::load_attr_mul | Op::load_attr_add | Op::load_attr_sub => {
                let slot = object.address().cast::<u8>().add(site.offset.get() as usize);
                if (*slot.cast::<Value>()).is_bound() {
                    Verdict::Passed
                } else {
                    Verdict::Unset
                }
            }
            _ => Verdict::Passed,
        }
    }
}

/// A site without a form: it has met nothing yet, nothing that can be remembered, or too many shapes.
fn shared(vm: &Vm, op: Op, site: &Site, object: Value, is_first: bool) -> Verdict {
    let learns = site.misses.get() < MISSES_MAX;
    let unknown = match (learns, is_first) {
        (true, true) => Verdict::First,
        (true, false) => Verdict::Uncached,
        _ => Verdict::SharedMiss,
    };
    if !object.is_object() {
        return unknown;
    }
    let name = if op == Op::store_attr {
        for_setting(site.name.get())
    } else {
        site.name.get()
    };
    // SAFETY: an object has a header; `vm` is the running interpreter.
    let entry = unsafe { cached(vm, (*object.address()).shape(), name).map(|entry| &*entry) };
    let is_hit = entry.is_some_and(|entry| match (op, entry.role) {
        (
            Op::invoke,
            AttributeRole::Slot
            | AttributeRole::Far
            | AttributeRole::Held
            | AttributeRole::Dict
            | AttributeRole::DictMethod,
        ) => true,
        (Op::invoke | Op::load_method, role) => !learns && role == AttributeRole::Method,
        _ => !learns,
    });
    if is_hit { Verdict::SharedHit } else { unknown }
}

/// A global or builtin, by the versions of the namespaces.
///
/// # Safety
/// A function runs.
unsafe fn name(vm: &Vm, op: Op, site: &Site, is_first: bool) -> Verdict {
    if op == op.generic() {
        return if is_first { Verdict::First } else { Verdict::Uncached };
    }
    // SAFETY: by the caller; sites remember names of dicts only.
    unsafe {
        let function = &*(*vm.thread.frame).function.address().cast::<Function>();
        let version = |namespace: Value| (*namespace.address().cast::<Dict>()).version();
        let globals = version(function.globals.get()) == site.guard.get().0;
        let builtins = op != Op::load_builtin_cached || version(function.builtins.get()) == site.next.get();
        if globals && builtins {
            Verdict::Passed
        } else {
            Verdict::Namespace
        }
    }
}
