//! Functions, classes, imports, and rare operations.

use crate::heap::value::Value;
use crate::interp::dispatch::handler::{handlers, next, save_pc, tail};
use crate::interp::frame;
use crate::interp::steps::intrinsic;
use crate::interp::steps::site::find_in;
use crate::interp::unwind::{finish, need_bound};
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::ops::{call, raise as error};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

handlers! {
    /// Makes a function.
    fn make_function<E>(pc, r, k, vm, table) {
        *r.add(E::a(pc)) = function_of(&mut *vm, *k.add(E::word(pc, 0) as usize), r.add(E::b(pc)));
        next!(E::after(pc, 1), r, k, vm, table)
    }
    /// `builtins.__build_class__`
    fn load_build_class<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        finish!(build_class(&mut *vm), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// A rare operation of one operand.
    fn intrinsic<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        let id = E::word(pc, 0);
        finish!(intrinsic::one(&mut *vm, id, value), E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// A rare operation of two operands.
    fn intrinsic2<E>(pc, r, k, vm, table) {
        let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, lhs, rhs);
        save_pc!(pc, vm);
        let id = E::word(pc, 0);
        finish!(intrinsic::two(&mut *vm, id, lhs, rhs), E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// `import`
    fn import_name<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let window = r.add(E::b(pc));
        let result = import(&mut *vm, *k.add(E::word(pc, 0) as usize), *window, *window.add(1));
        finish!(result, E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// `from … import`
    fn import_from<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let result = intrinsic::import_from(&mut *vm, *r.add(E::b(pc)), *k.add(E::word(pc, 0) as usize));
        finish!(result, E, 1, pc, r, k, vm, table, E::a(pc))
    }
}

/// # Safety
/// `parts` are four registers.
#[inline(never)]
unsafe fn function_of(vm: &mut Vm, code: Value, parts: *const Value) -> Value {
    // SAFETY: by the caller.
    let parts = unsafe { [*parts, *parts.add(1), *parts.add(2), *parts.add(3)] };
    function(vm, code, parts)
}

fn function(vm: &mut Vm, code: Value, [defaults, keyword_defaults, annotate, closure]: [Value; 4]) -> Value {
    let running = frame::current(&vm.thread).function.expect::<Function>();
    let (globals, builtins) = (running.globals.get(), running.builtins.get());
    let function = Function::new(
        &mut vm.heap,
        ClassId::Function.shape(),
        code.expect::<Code>(),
        globals,
        builtins,
    );
    function.defaults.set(&function.header, defaults);
    function.keyword_defaults.set(&function.header, keyword_defaults);
    // With the future import the annotations themselves are there, as a dict.
    if annotate.is::<Dict>() {
        function.annotations.set(&function.header, annotate);
    } else {
        function.annotate.set(&function.header, annotate);
    }
    function.closure.set(&function.header, closure);
    if let Some(module) = module_name(vm, globals) {
        function.module.set(&function.header, module);
    }
    function.value()
}

/// `__name__` in the globals; it lies where it lay when a function of the same module was made last.
fn module_name(vm: &mut Vm, globals: Value) -> Option<Value> {
    let (globals, name) = (globals.cast::<Dict>()?, vm.names.__name__);
    if let Some((key, module)) = globals.entry(vm.name_entry)
        && key == name
    {
        return Some(module);
    }
    let found = globals.find_str(name)?;
    vm.name_entry = found;
    globals.entry(found).map(|(_, module)| module)
}

fn builtins(vm: &Vm) -> Value {
    frame::current(&vm.thread).function.expect::<Function>().builtins.get()
}

#[inline(never)]
fn build_class(vm: &mut Vm) -> Run<Value> {
    let (name, builtins) = (vm.names.__build_class__, builtins(vm));
    match find_in(vm, builtins, name)? {
        Some(found) => Ok(found),
        None => Err(error::with_text(vm, ClassId::NameError, "__build_class__ not found")),
    }
}

#[inline(never)]
fn import(vm: &mut Vm, name: Value, from: Value, level: Value) -> Run<Value> {
    let (import, builtins) = (vm.names.__import__, builtins(vm));
    let Some(callee) = find_in(vm, builtins, import)? else {
        return Err(error::with_text(vm, ClassId::ImportError, "__import__ not found"));
    };
    let frame = frame::current(&vm.thread);
    let globals = frame.function.expect::<Function>().globals.get();
    let locals = frame::namespace(frame).or(globals);
    call::call(vm, callee, &[name, globals, locals, from, level])
}
