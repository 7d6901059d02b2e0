//! Moves, constants, cells, and names.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::dispatch::handler::{handlers, next, save_pc, tail};
use crate::interp::frame;
use crate::interp::steps::site::{self, find_in, name_error, site};
use crate::interp::unwind::{finish, need_bound, raise, unbound, unbound_error};
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{self, Tuple};
use crate::object::record::CellBox;
use crate::object::text::string::Str;
use crate::ops::container::item;
use crate::ops::{make, raise as error};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The globals of the code whose constants are at `k`, in an instruction that knows a global: all functions of such code have the same.
///
/// # Safety
/// Such an instruction runs.
#[inline(always)] // PERF: perf/0011-fused-numbers.md
pub unsafe fn own_globals(k: *const Value) -> *const Dict {
    // SAFETY: by the caller: as soon as two functions differ, `Code` makes these instructions generic.
    unsafe {
        let code = (*k.sub(1)).address().cast::<Code>();
        (*code).globals.get().address().cast::<Dict>().cast_const()
    }
}

handlers! {
    /// `dst = src`
    fn copy<E>(pc, r, k, vm, table) {
        *r.add(E::a(pc)) = *r.add(E::b(pc));
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// `first, first + 1 = src, next`
    fn copy2<E>(pc, r, k, vm, table) {
        let (first, second) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        let dst = r.add(E::a(pc));
        *dst = first;
        *dst.add(1) = second;
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// `dst = constant`
    fn load_const<E>(pc, r, k, vm, table) {
        *r.add(E::a(pc)) = *k.add(E::b(pc));
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// `dst = constant`
    fn load_const_far<E>(pc, r, k, vm, table) {
        *r.add(E::a(pc)) = *k.add(E::word(pc, 0) as usize);
        next!(E::after(pc, 1), r, k, vm, table)
    }
    /// `dst = imm`
    fn load_int<E>(pc, r, k, vm, table) {
        *r.add(E::a(pc)) = Value::small_int(E::imm_b(pc));
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// Fails on UNBOUND.
    fn check_bound<E>(pc, r, k, vm, table) {
        if (*r.add(E::a(pc))).is_bound() {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(unbound::<E>, pc, r, k, vm, table)
    }
    /// `del local`
    fn delete_local<E>(pc, r, k, vm, table) {
        if (*r.add(E::a(pc))).is_bound() {
            *r.add(E::a(pc)) = Value::UNBOUND;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(unbound::<E>, pc, r, k, vm, table)
    }
    /// Makes registers UNBOUND.
    fn clear<E>(pc, r, k, vm, table) {
        let first = r.add(E::a(pc));
        for i in 0..E::b(pc) {
            *first.add(i) = Value::UNBOUND;
        }
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// `local = Cell(local)`
    fn make_cell<E>(pc, r, k, vm, table) {
        let register = r.add(E::a(pc));
        *register = make::cell(&mut *vm, *register);
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// Copies the closure's cells.
    fn copy_free<E>(pc, r, k, vm, table) {
        copy_closure(&*vm, r.add(E::a(pc)), E::b(pc));
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// `dst = cell.value`
    fn load_cell<E>(pc, r, k, vm, table) {
        let cell = (*r.add(E::b(pc))).address().cast::<CellBox>();
        let value = (*cell).value.get();
        if value.is_bound() {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(empty_cell::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn empty_cell<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        // The cell is operand b of `load_cell` and operand a of `delete_cell`.
        let reads = *pc.add(E::BASE / 8) == crate::bytecode::isa::Op::load_cell as u8;
        let register = if reads { E::b(pc) } else { E::a(pc) };
        let _ = unbound_error(&mut *vm, Code::of_constants(k), register);
        tail!(raise::<E>, pc, r, k, vm, table)
    }
    /// `cell.value = src`
    fn store_cell<E>(pc, r, k, vm, table) {
        let cell = (*r.add(E::a(pc))).address().cast::<CellBox>();
        let value = *r.add(E::b(pc));
        if value.is_bound() {
            (*cell).value.set(value);
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(unbound::<E>, pc, r, k, vm, table)
    }
    /// Empties a cell.
    fn delete_cell<E>(pc, r, k, vm, table) {
        let cell = (*r.add(E::a(pc))).address().cast::<CellBox>();
        if (*cell).value.get().is_bound() {
            (*cell).value.set(Value::UNBOUND);
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(empty_cell::<E>, pc, r, k, vm, table)
    }
    /// A name of the mapping, else the cell's value.
    fn load_dict_or_cell<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let (mapping, cell) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        let name = *k.add(E::word(pc, 0) as usize);
        let result = mapping_or_cell(&mut *vm, mapping, cell, name);
        finish!(result, E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// A global or builtin.
    fn load_global<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let result = site::load_global::<E>(&mut *vm, pc, k);
        finish!(result, E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// A global whose value's address is known.
    fn load_global_cached<E>(pc, r, k, vm, table) {
        let site = &*site(k, E::word(pc, 0));
        if (*own_globals(k)).version() == site.guard.get().0 {
            *r.add(E::a(pc)) = *(site.held.get() as *const Value);
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(load_global::<E>, pc, r, k, vm, table)
    }
    /// A builtin whose value's address is known.
    fn load_builtin_cached<E>(pc, r, k, vm, table) {
        let site = &*site(k, E::word(pc, 0));
        let function = (*(*vm).thread.frame).function.address().cast::<Function>();
        let globals = (*function).globals.get().address().cast::<Dict>();
        let builtins = (*function).builtins.get().address().cast::<Dict>();
        if (*globals).version() == site.guard.get().0 && (*builtins).version() == site.next.get() {
            *r.add(E::a(pc)) = *(site.held.get() as *const Value);
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(load_global::<E>, pc, r, k, vm, table)
    }
    /// `global name = src`
    fn store_global<E>(pc, r, k, vm, table) {
        let value = *r.add(E::a(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        match site::store_global::<E>(&mut *vm, pc, k, value) {
            Ok(()) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// A global whose value's address is known.
    fn store_global_cached<E>(pc, r, k, vm, table) {
        let site = &*site(k, E::word(pc, 0));
        let globals = (*(*(*vm).thread.frame).function.address().cast::<Function>()).globals.get();
        let (globals, value) = (&*globals.address().cast::<Dict>(), *r.add(E::a(pc)));
        if globals.version() == site.guard.get().0 && value.is_bound() && !globals.header.is_tenured() {
            *(site.held.get() as *mut Value) = value;
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(store_global::<E>, pc, r, k, vm, table)
    }
    /// `del` of a global.
    fn delete_global<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let name = (*site(k, E::word(pc, 0))).name.get();
        match delete_global_name(&mut *vm, name) {
            Ok(()) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// A name of the frame's namespace, a global, or a builtin. Modules have no namespace but their globals, so that the
    /// instruction becomes one of the global ones.
    fn load_name<E>(pc, r, k, vm, table) {
        if (*(*vm).thread.frame).extra.is_unbound() {
            tail!(load_global::<E>, pc, r, k, vm, table)
        }
        save_pc!(pc, vm);
        finish!(load_local_name::<E>(&mut *vm, pc, k), E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// Sets a name in the frame's namespace.
    fn store_name<E>(pc, r, k, vm, table) {
        if (*(*vm).thread.frame).extra.is_unbound() {
            tail!(store_global::<E>, pc, r, k, vm, table)
        }
        let value = *r.add(E::a(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        let name = (*site(k, E::word(pc, 0))).name.get();
        let namespace = frame::current(&(*vm).thread).extra;
        match item::set(&mut *vm, namespace, name, value) {
            Ok(()) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// Deletes a name from the frame's namespace.
    fn delete_name<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let name = (*site(k, E::word(pc, 0))).name.get();
        let namespace = frame::current(&(*vm).thread).extra;
        let result = match namespace.bound() {
            None => delete_global_name(&mut *vm, name),
            Some(namespace) => delete_local_name(&mut *vm, namespace, name),
        };
        match result {
            Ok(()) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// A name of the mapping, else a global or builtin.
    fn load_dict_or_global<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let mapping = *r.add(E::b(pc));
        let name = (*site(k, E::word(pc, 0))).name.get();
        let result = match find_in(&mut *vm, mapping, name) {
            Ok(Some(found)) => Ok(found),
            Ok(None) => site::global_or_builtin(&mut *vm, name),
            Err(raised) => Err(raised),
        };
        finish!(result, E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// The frame's namespace.
    fn load_locals<E>(pc, r, k, vm, table) {
        let frame = frame::current(&(*vm).thread);
        let globals = frame.function.expect::<Function>().globals.get();
        *r.add(E::a(pc)) = frame.extra.or(globals);
        next!(E::after(pc, 0), r, k, vm, table)
    }
}

/// # Safety
/// `first` is followed by `n` registers.
unsafe fn copy_closure(vm: &Vm, first: *mut Value, n: usize) {
    let function: Ref<Function> = frame::current(&vm.thread).function.expect();
    let cells = tuple::items(function.closure.get().expect::<Tuple>());
    for (i, &cell) in cells.iter().enumerate().take(n) {
        // SAFETY: by the caller.
        unsafe { *first.add(i) = cell }
    }
}

fn mapping_or_cell(vm: &mut Vm, mapping: Value, cell: Value, name: Value) -> Run<Value> {
    if let Some(found) = find_in(vm, mapping, name)? {
        return Ok(found);
    }
    match cell.expect::<CellBox>().value.get().bound() {
        Some(value) => Ok(value),
        None => {
            let name = name.expect::<Str>();
            let text = name.lossy();
            let message = format!(
                "cannot access free variable '{text}' where it is not associated with a value in enclosing scope"
            );
            Err(error::with_text(vm, ClassId::NameError, &message))
        }
    }
}

#[inline(never)]
unsafe fn load_local_name<E: crate::interp::dispatch::encoding::Encoding>(
    vm: &mut Vm,
    pc: *const u8,
    k: *mut Value,
) -> Run<Value> {
    // SAFETY: verified code has the site.
    let name = unsafe { (*site(k, E::word(pc, 0))).name.get() };
    let namespace = frame::current(&vm.thread).extra;
    match find_in(vm, namespace, name)? {
        Some(found) => Ok(found),
        None => site::global_or_builtin(vm, name),
    }
}

fn delete_global_name(vm: &mut Vm, name: Value) -> Run<()> {
    let globals = frame::current(&vm.thread).function.expect::<Function>().globals.get();
    match globals.expect::<Dict>().remove_str(name) {
        Some(_) => Ok(()),
        None => Err(name_error(vm, name)),
    }
}

fn delete_local_name(vm: &mut Vm, namespace: Value, name: Value) -> Run<()> {
    if let Err(raised) = item::delete(vm, namespace, name) {
        if error::catch(vm, ClassId::KeyError).is_none() {
            return Err(raised);
        }
        return Err(name_error(vm, name));
    }
    Ok(())
}
