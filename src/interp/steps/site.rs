//! Inline-cache sites of names: globals and builtins.

use crate::bytecode::isa::Op;
use crate::heap::header::ShapeId;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::dispatch::pairs;
use crate::interp::frame;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::callable::site::Site;
use crate::object::container::dict::Dict;
use crate::object::exception::Exception;
use crate::object::text::string::Str;
use crate::ops::container::item;
use crate::ops::{class, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// The site that an instruction's word means in the code whose constants are at `k`: the loader has made a distance of its index.
///
/// # Safety
/// The word is that of a loaded instruction of this code.
#[inline(always)] // PERF: perf/0001-handlers.md
pub unsafe fn site(k: *mut Value, word: u32) -> *const Site {
    // SAFETY: by the caller.
    unsafe { k.byte_offset(word as i32 as isize).cast() }
}

/// Whether the running code may cache globals: all its functions have the same, and the same builtins.
fn may_cache(vm: &Vm, k: *mut Value, function: Ref<Function>) -> bool {
    // SAFETY: `k` belongs to the running code.
    let code = unsafe { Code::of_constants(k) };
    !vm.options.no_caches && code.belongs(function.globals.get(), function.builtins.get())
}

/// The global or builtin that the site at `pc` names; the next time its address is known.
///
/// # Safety
/// `pc` is at an instruction with a site as its first word.
#[inline(never)]
pub unsafe fn load_global<E: Encoding>(vm: &mut Vm, pc: *const u8, k: *mut Value) -> Run<Value> {
    // SAFETY: by the caller.
    let site = unsafe { &*site(k, E::word(pc, 0)) };
    let name = site.name.get();
    let function: Ref<Function> = frame::current(&vm.thread).function.expect();
    let (globals, builtins) = (function.globals.get(), function.builtins.get());
    let (Some(dict), Some(builtin_dict)) = (globals.cast::<Dict>(), builtins.cast::<Dict>()) else {
        return global_or_builtin(vm, name);
    };
    let found = match dict.find_str(name) {
        Some(i) => Some((dict.value_slot(i), Op::load_global_cached)),
        None => builtin_dict
            .find_str(name)
            .map(|i| (builtin_dict.value_slot(i), Op::load_builtin_cached)),
    };
    let Some((address, op)) = found else {
        return global_or_builtin(vm, name);
    };
    if may_cache(vm, k, function) {
        site.guard.set(ShapeId(dict.version()));
        site.next.set(builtin_dict.version());
        site.held.set(address as u64);
        let fuses = E::BASE == Narrow::BASE && !vm.options.no_superinstructions && op == Op::load_global_cached;
        // SAFETY: all loads of globals have the same operands.
        unsafe { E::rewrite(pc, if fuses { pairs::of_global(pc) } else { op } as u8) };
    }
    // SAFETY: the address was just taken from the dict.
    Ok(unsafe { (*address).get() })
}

/// Sets the global that the site at `pc` names.
///
/// # Safety
/// As `load_global`.
#[inline(never)]
pub unsafe fn store_global<E: Encoding>(vm: &mut Vm, pc: *const u8, k: *mut Value, value: Value) -> Run<()> {
    // SAFETY: by the caller.
    let site = unsafe { &*site(k, E::word(pc, 0)) };
    let name = site.name.get();
    let function = frame::current(&vm.thread).function.expect::<Function>();
    let dict = function.globals.get().expect::<Dict>();
    if dict.set_str(name, value).is_err() {
        return Err(raise::memory_error(vm));
    }
    if may_cache(vm, k, function)
        && let Some(i) = dict.find_str(name)
    {
        site.guard.set(ShapeId(dict.version()));
        site.held.set(dict.value_slot(i) as u64);
        // SAFETY: both stores have the same operands.
        unsafe { E::rewrite(pc, Op::store_global_cached as u8) };
    }
    Ok(())
}

/// A name of the running function's globals, else of its builtins.
pub fn global_or_builtin(vm: &mut Vm, name: Value) -> Run<Value> {
    let function: Ref<Function> = frame::current(&vm.thread).function.expect();
    if let Some(found) = find_in(vm, function.globals.get(), name)? {
        return Ok(found);
    }
    match find_in(vm, function.builtins.get(), name)? {
        Some(found) => Ok(found),
        None => Err(name_error(vm, name)),
    }
}

/// `mapping[name]`, or `None` if it has no such key.
pub fn find_in(vm: &mut Vm, mapping: Value, name: Value) -> Run<Option<Value>> {
    if class::is_exact(mapping, ClassId::Dict) {
        return Ok(mapping.expect::<Dict>().get_str(name));
    }
    match item::get(vm, mapping, name) {
        Ok(found) => Ok(Some(found)),
        Err(raised) => match raise::catch(vm, ClassId::KeyError) {
            Some(_) => Ok(None),
            None => Err(raised),
        },
    }
}

/// NameError for a name that is nowhere.
pub fn name_error(vm: &mut Vm, name: Value) -> Raised {
    let string = name.expect::<Str>();
    let message = format!("name '{}' is not defined", string.lossy());
    let exception = raise::new(vm, ClassId::NameError, &message);
    exception.expect::<Exception>().set_field(&mut vm.heap, 0, name);
    raise::value(vm, exception)
}
