//! Safepoints: where signals are seen, garbage is collected, and finalisers run. Nowhere else.

use std::sync::atomic::Ordering;

use crate::heap::header::Header;
use crate::heap::mark::weak::WeakRef;
use crate::heap::pressure;
use crate::heap::value::Value;
use crate::interp::dispatch::handler::{handlers, next, save_pc, tail};
use crate::interp::frame;
use crate::interp::unwind;
use crate::ops::{call, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Whether anybody asks for attention: one load and one comparison.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn is_due(vm: &Vm) -> bool {
    vm.heap.interrupt.word() != 0
}

handlers! {
    /// Serves the safepoint of a back edge, then jumps to the first label.
    #[cold]
    fn back_edge<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        match serve(&mut *vm) {
            Ok(()) => next!(E::target(pc, 0), r, k, vm, table),
            Err(_) => tail!(crate::interp::unwind::raise::<E>, pc, r, k, vm, table),
        }
    }
}

/// Does what the interrupt word asks for.
#[cold]
#[inline(never)]
pub fn serve(vm: &mut Vm) -> Run<()> {
    let word = vm.heap.interrupt.word();
    if word & pressure::SAMPLE != 0 {
        sample(vm);
    }
    if word & pressure::SIGNAL != 0 {
        vm.heap.interrupt.withdraw(pressure::SIGNAL);
        return Err(raise::with_args(vm, ClassId::KeyboardInterrupt, &[]));
    }
    if word & (pressure::FULL | pressure::REFUSED) != 0 {
        relieve(vm, word)?;
    }
    if word & pressure::STRESS != 0 || vm.heap.wants_collection() {
        collect(vm);
        if vm.heap.is_nearly_full() {
            return Err(raise::memory_error(vm));
        }
    } else {
        vm.heap.interrupt.withdraw(pressure::COLLECT);
    }
    if vm.heap.interrupt.word() & pressure::FINALIZE != 0 {
        finalize(vm);
    }
    Ok(())
}

/// Frees what is garbage after memory has run short; MemoryError if that was not enough, or if something was refused.
#[cold]
fn relieve(vm: &mut Vm, word: u32) -> Run<()> {
    vm.heap.interrupt.withdraw(pressure::FULL | pressure::REFUSED);
    if vm.heap.enabled {
        collect_all(vm);
    }
    if word & pressure::REFUSED != 0 || !pressure::has_headroom() {
        return Err(raise::memory_error(vm));
    }
    Ok(())
}

/// Takes the sample that the profiler's timer has asked for, if it has.
fn sample(vm: &mut Vm) {
    vm.heap.interrupt.withdraw(pressure::SAMPLE);
    if let Some(sample) = vm.sample {
        sample(vm);
    }
}

fn say_collecting(vm: &Vm, collecting: bool) {
    if let Some(profile) = &vm.profile {
        profile.desk.collecting.store(collecting, Ordering::Relaxed);
    }
}

/// Collects all garbage, also what is tenured. To be called at safepoints only.
pub fn collect_all(vm: &mut Vm) {
    vm.heap.demand_full();
    collect(vm);
}

/// Collects garbage. To be called at safepoints only.
pub fn collect(vm: &mut Vm) {
    sample(vm);
    say_collecting(vm, true);
    let start = std::time::Instant::now();
    vm.forget_lookups();
    let with_object = unwind::renew_frame_objects(vm);
    let mut tracer = vm.heap.begin();
    frame::trace(&vm.thread, &mut tracer);
    vm.trace(&mut tracer);
    if vm.thread.native_base != 0 {
        // SAFETY: `native_base` is an address in this thread's stack, set by the function that entered the interpreter.
        unsafe { tracer.native_stack(vm.thread.native_base) };
    }
    vm.heap.finish(tracer);
    frame::forget_dead_objects(&vm.heap, &with_object);
    if vm.options.gc_audit
        && let Err(fault) = vm.heap.check(vm.shapes.len())
    {
        panic!("the heap is unsound: {fault}");
    }
    say_collecting(vm, false);
    let pause = start.elapsed().as_nanos() as u64;
    if let Some(cost) = &mut vm.cost {
        cost.pauses_ns.push(pause);
    }
    vm.heap.statistics.pause_ns_total += pause;
    vm.heap.statistics.pause_ns_max = vm.heap.statistics.pause_ns_max.max(pause);
}

/// Runs the finalisers of dead objects and the callbacks of weak references. Their exceptions are reported, not raised.
pub fn finalize(vm: &mut Vm) {
    vm.heap.interrupt.withdraw(pressure::FINALIZE);
    let (pending, handled) = (vm.thread.pending, vm.thread.handled);
    vm.roots.extend([pending, handled]);
    vm.thread.pending = Value::UNBOUND;
    while let Some(weak) = vm.heap.notices.pop() {
        let callback = weak.expect::<WeakRef>().callback.get();
        if call::call(vm, callback, &[weak]).is_err() {
            report(vm, callback);
        }
    }
    while let Some(object) = vm.heap.doomed.pop() {
        if let Some(header) = object.header() {
            header.clear(Header::FINALIZE);
        }
        if let Some(result) = call::special(vm, object, Special::Del, &[])
            && result.is_err()
        {
            report(vm, object);
        }
    }
    vm.roots.truncate(vm.roots.len() - 2);
    (vm.thread.pending, vm.thread.handled) = (pending, handled);
}

/// An exception that nobody can catch goes to `sys.unraisablehook`.
fn report(vm: &mut Vm, source: Value) {
    let exception = std::mem::replace(&mut vm.thread.pending, Value::UNBOUND);
    let hook = crate::ops::text::intern(vm, "unraisablehook");
    let name = crate::ops::text::intern(vm, "__unraisable__");
    let function = vm
        .sys
        .cast::<crate::object::container::dict::Dict>()
        .and_then(|sys| sys.get_str(name).or_else(|| sys.get_str(hook)));
    if let Some(function) = function
        && call::call(vm, function, &[exception, source]).is_err()
    {
        vm.thread.pending = Value::UNBOUND;
    }
}
