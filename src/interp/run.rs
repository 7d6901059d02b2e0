//! From native code into Python: nested run loops.

use std::sync::atomic::Ordering;

use crate::heap::object::Ref;
use crate::heap::pressure;
use crate::heap::value::Value;
use crate::interp::calls::bind;
use crate::interp::calls::suspension::HALT;
use crate::interp::dispatch::handler::{Entry, keep_branch, status};
use crate::interp::frame::{self, Place};
use crate::interp::safepoint;
use crate::interp::table::{TABLE, table};
use crate::interp::unwind;
use crate::object::callable::function::Function;
use crate::ops::raise;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// Calls a function made in Python. The last arguments are named by `names`.
pub fn function(vm: &mut Vm, function: Ref<Function>, args: &[Value], names: &[Value], namespace: Value) -> Run<Value> {
    function_slow(vm, function, (Value::UNBOUND, args), names, namespace)
}

/// Calls a function made in Python, with a receiver in front of the arguments unless that is UNBOUND.
pub fn call(vm: &mut Vm, function: Value, receiver: Value, args: &[Value], names: &[Value]) -> Run<Value> {
    let function = function.expect::<Function>();
    let front = receiver.is_bound() as usize;
    if names.is_empty()
        && function.simple.get() as usize == args.len() + front
        && let Some((entry, registers)) = quick_entry(vm)
    {
        // SAFETY: there is room for two records and their registers; the spare part has room for the arguments of one call.
        let place = unsafe {
            let window = registers.add(1);
            *window = receiver;
            let first = window.add(front);
            for (i, &arg) in args.iter().enumerate() {
                *first.add(i) = arg;
                keep_branch!();
            }
            enter_at(vm, entry, registers);
            let inner = entry.add(1);
            let (pc, constants) = (function.entry.get().cast_const(), function.constants.get());
            *inner = Frame {
                pc,
                registers: window,
                constants,
                function: function.value(),
                extra: Value::UNBOUND,
            };
            vm.thread.frame = inner;
            (pc, window, constants)
        };
        return run(vm, place);
    }
    function_slow(vm, function, (receiver, args), names, Value::UNBOUND)
}

/// Where an entry record and its registers go, if there are room for that and one frame more, and no safepoint is due.
#[inline(always)] // PERF: perf/2026-11-22-generators.md
pub fn quick_entry(vm: &Vm) -> Option<(*mut Frame, *mut Value)> {
    let here = 0u8;
    let entry = vm.thread.frame.wrapping_add(1);
    let fits = (entry.wrapping_add(1) as usize) < vm.heap.interrupt.frame_limit()
        && (&raw const here as usize) >= vm.thread.native_limit;
    fits.then(|| (entry, frame::top(&vm.thread)))
}

/// Writes the record that `quick_entry` found a place for. Whoever calls this pushes a frame above, and runs.
///
/// # Safety
/// As `quick_entry` has answered.
#[inline(always)] // PERF: perf/2026-11-22-generators.md
pub unsafe fn enter_at(vm: &mut Vm, entry: *mut Frame, registers: *mut Value) {
    // SAFETY: by the caller.
    unsafe {
        *entry = Frame {
            pc: HALT.as_ptr().add(1),
            registers,
            constants: std::ptr::null_mut(),
            function: Value::UNBOUND,
            extra: Value::UNBOUND,
        };
        *registers = Value::UNBOUND;
    }
    vm.thread.nesting += 1;
}

#[inline(never)]
fn function_slow(
    vm: &mut Vm,
    function: Ref<Function>,
    (receiver, args): (Value, &[Value]),
    names: &[Value],
    namespace: Value,
) -> Run<Value> {
    safepoint_before(vm)?;
    let registers = push_entry(vm)?;
    // SAFETY: above the entry record all registers are free; the spare part has room for the arguments of one call.
    let place = unsafe {
        let window = registers.add(1);
        let front = receiver.is_bound() as usize;
        *window = receiver;
        std::ptr::copy_nonoverlapping(args.as_ptr(), window.add(front), args.len());
        let n = front + args.len();
        let bound = if names.is_empty() && function.simple.get() as usize == n {
            Ok(())
        } else {
            bind::bind(vm, function, window, n, names)
        };
        bound.and_then(|()| frame::push(vm, function, window, namespace))
    };
    match place {
        Ok(place) => run(vm, place),
        Err(raised) => {
            pop_entry(vm);
            Err(raised)
        }
    }
}

/// Calls are safepoints.
fn safepoint_before(vm: &mut Vm) -> Run<()> {
    if safepoint::is_due(vm) {
        safepoint::serve(vm)
    } else {
        Ok(())
    }
}

/// Pushes the record that the outermost frame of a run returns to. Its result arrives at the record's registers, which are
/// answered.
///
/// # Errors
/// RecursionError when run loops nest too deep for the native stack.
#[inline]
pub fn push_entry(vm: &mut Vm) -> Run<*mut Value> {
    let here = 0u8;
    if (&raw const here as usize) < vm.thread.native_limit {
        return Err(raise::recursion_error(vm, "maximum recursion depth exceeded"));
    }
    let registers = frame::top(&vm.thread);
    // SAFETY: the limits leave a spare part of both arenas.
    unsafe {
        let entry = vm.thread.frame.add(1);
        if entry >= vm.thread.frame_limit || registers >= vm.thread.register_limit {
            return Err(raise::recursion_error(vm, "maximum recursion depth exceeded"));
        }
        let constants = std::ptr::null_mut();
        *entry = Frame {
            pc: HALT.as_ptr().add(1),
            registers,
            constants,
            function: Value::UNBOUND,
            extra: Value::UNBOUND,
        };
        *registers = Value::UNBOUND;
        vm.thread.frame = entry;
    }
    vm.thread.nesting += 1;
    Ok(registers)
}

/// Undoes `push_entry`.
pub fn pop_entry(vm: &mut Vm) {
    // SAFETY: pushed by `push_entry`.
    vm.thread.frame = unsafe { vm.thread.frame.sub(1) };
    vm.thread.nesting -= 1;
}

/// Runs from `place`, the outermost frame being right above an entry record, which is popped at the end.
#[inline]
pub fn run(vm: &mut Vm, place: Place) -> Run<Value> {
    // SAFETY: the place is that of the frame pushed last.
    let status = unsafe { dispatch(vm, place) };
    vm.thread.nesting -= 1;
    match status {
        status::RETURNED | status::YIELDED => Ok(std::mem::replace(&mut vm.thread.result, Value::UNBOUND)),
        _ => Err(Raised(())),
    }
}

/// Raises the pending exception inside the frame that was pushed last, which stands at `place`, and runs on from its handler.
pub fn raise_inside(vm: &mut Vm) -> Run<Value> {
    if unwind::unwind(vm, true) {
        let place = vm.thread.next;
        return run(vm, place);
    }
    vm.thread.nesting -= 1;
    Err(Raised(()))
}

/// # Safety
/// `place` is in verified code with its registers and constants.
unsafe fn dispatch(vm: &mut Vm, place: Place) -> u64 {
    // SAFETY: by the caller.
    unsafe {
        if vm.watched {
            return watched(vm, place);
        }
        go_through(&TABLE, vm, place)
    }
}

/// As `dispatch`, where something observes instructions or takes samples, which need to know where the native stack ends.
///
/// # Safety
/// As `dispatch`.
#[cold]
#[inline(never)]
unsafe fn watched(vm: &mut Vm, place: Place) -> u64 {
    let desk = vm.profile.as_ref().map(|profile| profile.desk);
    let table = table(vm);
    let outer = desk.map(|desk| desk.stack_end.swap(stack_end(), Ordering::Relaxed));
    // SAFETY: by the caller.
    let status = unsafe { go_through(table, vm, place) };
    if let (Some(desk), Some(outer)) = (desk, outer) {
        desk.stack_end.store(outer, Ordering::Relaxed);
    }
    status
}

/// Where the native stack of this function's caller ends; 0 if we cannot know.
#[inline(always)] // PERF: perf/0014-cost-of-a-script.md
fn stack_end() -> usize {
    #[cfg(all(target_arch = "x86_64", not(miri)))]
    {
        let end: usize;
        // SAFETY: reads a register.
        unsafe { std::arch::asm!("mov {}, rsp", out(reg) end, options(nomem, nostack, preserves_flags)) };
        end
    }
    #[cfg(not(all(target_arch = "x86_64", not(miri))))]
    0
}

/// # Safety
/// As `dispatch`.
#[cfg(not(dispatch_loop))]
#[inline(always)] // PERF: perf/0014-cost-of-a-script.md
unsafe fn go_through(table: &'static [Entry; 512], vm: &mut Vm, (pc, r, k): Place) -> u64 {
    let table = table.as_ptr();
    // SAFETY: by the caller.
    unsafe { ((*table.add(*pc as usize)).0)(pc, r, k, vm, table) }
}

/// # Safety
/// As `dispatch`.
#[cfg(dispatch_loop)]
#[inline(always)] // PERF: perf/0014-cost-of-a-script.md
unsafe fn go_through(table: &'static [Entry; 512], vm: &mut Vm, place: Place) -> u64 {
    let table = table.as_ptr();
    let vm: *mut Vm = vm;
    let (mut pc, mut r, mut k) = place;
    loop {
        // SAFETY: by the caller, and by the handlers, which leave the next place in `next`.
        unsafe {
            let status = ((*table.add(*pc as usize)).0)(pc, r, k, vm, table);
            if status != status::CONTINUE {
                return status;
            }
            (pc, r, k) = (*vm).thread.next;
        }
    }
}

/// Prepares this thread to run the interpreter, whose memory is counted from here on. Answers what [`leave`] needs.
pub fn enter(vm: &mut Vm) -> (*const pressure::Interrupt, usize) {
    let threshold = vm.heap.threshold_bytes();
    // SAFETY: the interpreter is boxed and outlives its run.
    unsafe { pressure::enter(&vm.heap.interrupt, threshold) }
}

/// Ends what `enter` began.
pub fn leave(before: (*const pressure::Interrupt, usize)) {
    pressure::leave(before);
}
