//! Generators and coroutines: frames that leave the register stack and come back.
//!
//! While a generator runs, its frame is an ordinary one whose `extra` is the generator object. Whoever resumed it stands right
//! below: an entry record (native code), or a frame at `for_next`. A yield copies the registers that are in use to the object and
//! goes on with the resumer.
//!
//! A generator that delegates to another (`yield from`, `await`) has no frame while the other runs: it stays suspended at its
//! `delegate`, the other has its place on the stack, and names it as its `resumer`. So a yield goes past any number of them at
//! once, and to resume the outermost is to walk down their `delegate`s. They come back when the one below them ends.

use std::ptr::NonNull;

use crate::bytecode::isa::Op;
use crate::heap::header::{Kind, ShapeId};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::{Encoding, Narrow, Wide};
#[cfg(not(all(target_arch = "x86_64", not(miri))))]
use crate::interp::dispatch::handler::keep_branch;
use crate::interp::frame::{self, Place};
use crate::interp::load;
use crate::object::callable::function::Function;
use crate::object::exception::Exception;
use crate::object::generator::{Generator, State};
use crate::ops::{class, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// What the `constants` of an entry record point at whose `pc` is that of the second byte of `SINK`: a yield right above it calls the
/// function, and the generator goes on at once if that takes the value.
pub struct Sink<'a> {
    pub take: &'a mut dyn FnMut(Value) -> bool,
}

/// What entry records go on with: an instruction that leaves the run.
///
/// An entry record's `pc` is that of the second, so that whoever looks at the byte before finds no loop.
pub static HALT: [u8; 8] = [Op::halt as u8; 8];

/// As `HALT`, for entry records with a sink.
pub static SINK: [u8; 8] = [Op::halt as u8; 8];

/// Makes the generator object of the running frame, which begins at `pc`.
///
/// # Safety
/// `r` are the running frame's registers.
pub unsafe fn make(vm: &mut Vm, pc: *const u8, r: *mut Value) -> Value {
    let function: Ref<Function> = frame::current(&vm.thread).function.expect();
    let code = function.code();
    let data = code.data();
    let class = load::suspended_class(data.flags);
    // SAFETY: by the caller: the frame has that many registers. No temporary is in use yet.
    let registers = unsafe { std::slice::from_raw_parts(r, data.free_first as usize + data.free.len()) };
    let generator = Generator::new(&mut vm.heap, class.shape(), function, pc, registers);
    for i in load::first_unassigned(data)..registers.len() {
        // SAFETY: it has that many registers.
        unsafe { *generator.registers().add(i) = Value::UNBOUND };
    }
    generator.value()
}

/// Copies `$n` registers by fours; `$load` are the instructions that read four.
macro_rules! copy_by_fours {
    ($from:ident, $to:ident, $n:ident, [$($load:literal),*]) => {
        // SAFETY: by the caller.
        #[cfg(all(target_arch = "x86_64", not(miri)))]
        unsafe {
            std::arch::asm!(
                "2:",
                $($load,)*
                "movups xmmword ptr [{to} + {at}], {a}",
                "movups xmmword ptr [{to} + {at} + 16], {b}",
                "add {at}, 32",
                "js 2b",
                from = in(reg) $from.add($n),
                to = in(reg) $to.add($n),
                at = inout(reg) $n.wrapping_mul(size_of::<Value>()).wrapping_neg() => _,
                a = out(xmm_reg) _,
                b = out(xmm_reg) _,
                options(nostack)
            );
        }
        // SAFETY: by the caller.
        #[cfg(not(all(target_arch = "x86_64", not(miri))))]
        unsafe {
            copy_words($from, $to, $n);
        }
    };
}

/// Copies `n` registers from the stack to an object, by fours: both have room for three more.
///
/// What was just written, word by word, does not forward to loads of two words; these are written as such, so that `load_registers`
/// may read them so.
///
/// # Safety
/// There are that many on both sides.
#[inline(always)] // PERF: perf/0025-suspended-frames.md
pub unsafe fn save_registers(from: *const Value, to: *mut Value, n: usize) {
    copy_by_fours!(
        from,
        to,
        n,
        [
            "movsd {a}, qword ptr [{from} + {at}]",
            "movhps {a}, qword ptr [{from} + {at} + 8]",
            "movsd {b}, qword ptr [{from} + {at} + 16]",
            "movhps {b}, qword ptr [{from} + {at} + 24]"
        ]
    );
}

/// As `save_registers`, the other way.
///
/// # Safety
/// There are that many on both sides.
#[inline(always)] // PERF: perf/0025-suspended-frames.md
pub unsafe fn load_registers(from: *const Value, to: *mut Value, n: usize) {
    copy_by_fours!(
        from,
        to,
        n,
        [
            "movups {a}, xmmword ptr [{from} + {at}]",
            "movups {b}, xmmword ptr [{from} + {at} + 16]"
        ]
    );
}

/// Copies registers as the two above do.
///
/// # Safety
/// As there.
#[cfg(not(all(target_arch = "x86_64", not(miri))))]
#[inline(always)] // PERF: perf/2026-11-22-generators.md
unsafe fn copy_words(from: *const Value, to: *mut Value, n: usize) {
    let (mut from, mut to) = (from.cast::<u64>(), to.cast::<u64>());
    let end = from.wrapping_add(n);
    loop {
        // Volatile, so that this becomes no call of memcpy.
        // SAFETY: by the caller.
        unsafe {
            to.write_volatile(from.read_volatile());
            to.add(1).write_volatile(from.add(1).read_volatile());
            to.add(2).write_volatile(from.add(2).read_volatile());
            to.add(3).write_volatile(from.add(3).read_volatile());
            // Without this the loop is unrolled, and the handler saves registers.
            keep_branch!();
        }
        from = from.wrapping_add(4);
        to = to.wrapping_add(4);
        if from >= end {
            return;
        }
    }
}

/// Whether `value` is a generator or coroutine that is not running and not closed.
pub fn resumable(value: Value) -> Option<Ref<Generator>> {
    if value.kind() != Some(Kind::Generator)
        || value.header().map(|h| h.shape()) == Some(ShapeId(ClassId::AsyncGenerator as u32))
    {
        return None;
    }
    let generator = value.expect::<Generator>();
    match generator.state.get() {
        State::Created | State::Suspended => Some(generator),
        State::Delegating => (!Generator::is_executing(generator)).then_some(generator),
        _ => None,
    }
}

/// Operand a, and the address behind the instruction at `pc`, which has no words.
unsafe fn destination(pc: *const u8) -> (usize, *const u8) {
    // SAFETY: by the caller: an instruction with an operand and without words.
    unsafe {
        if *pc == Op::wide as u8 {
            (Wide::a(pc), Wide::after(pc, 0))
        } else {
            (Narrow::a(pc), Narrow::after(pc, 0))
        }
    }
}

/// Brings a suspended generator's frame onto the register stack, its registers from `window` on, to go on with `sent`. If it
/// delegates to generators, the innermost one's frame comes instead.
///
/// # Errors
/// RecursionError; the generator is unchanged then.
///
/// # Safety
/// No frame uses the registers from `window` on. `resumable` has answered the generator.
pub unsafe fn push(vm: &mut Vm, generator: Ref<Generator>, window: *mut Value, sent: Value) -> Run<Place> {
    if generator.state.get() != State::Delegating {
        // SAFETY: by the caller.
        return unsafe { push_itself(vm, generator, window, sent) };
    }
    if let Some(leaf) = generator.suspended_leaf(vm.thread.handled) {
        let leaf: Ref<Generator> = Value::from_bits(std::ptr::from_ref(leaf) as u64).expect();
        // SAFETY: by the caller; the limits leave a spare part of both arenas.
        unsafe {
            let frame = vm.thread.frame.add(1);
            check_room(vm, leaf, frame, leaf.depth.get(), window)?;
            vm.thread.frame = frame;
            generator.resumer.set(Value::UNBOUND);
            leaf.resumer.set(leaf.above.get());
            leaf.outer_handled.set(vm.thread.handled);
            if leaf.handled.get().is_bound() {
                vm.thread.handled = leaf.handled.get();
            }
            return Ok(fill(vm, leaf, window, sent));
        }
    }
    let (leaf, depth) = innermost(generator);
    // SAFETY: the limits leave a spare part of both arenas.
    unsafe {
        let frame = vm.thread.frame.add(1);
        check_room(vm, leaf, frame, depth, window)?;
        vm.thread.frame = frame;
        link(vm, generator, None, leaf);
        Ok(fill(vm, leaf, window, sent))
    }
}

/// As `push`, for a generator that does not delegate.
///
/// # Errors
/// As there.
///
/// # Safety
/// As there.
#[inline]
pub unsafe fn push_itself(vm: &mut Vm, generator: Ref<Generator>, window: *mut Value, sent: Value) -> Run<Place> {
    // SAFETY: the limits leave a spare part of both arenas.
    unsafe {
        let frame = vm.thread.frame.add(1);
        check_room(vm, generator, frame, 0, window)?;
        vm.thread.frame = frame;
        generator.depth.set(0);
        generator.resumer.set(Value::UNBOUND);
        generator.top.set(Value::UNBOUND);
        generator.outer_handled.set(vm.thread.handled);
        if generator.handled.get().is_bound() {
            vm.thread.handled = generator.handled.get();
        }
        Ok(fill(vm, generator, window, sent))
    }
}

/// As `push_itself` for a generator that is suspended at a narrow `yield`, to the record that was pushed already.
///
/// # Safety
/// As there.
#[inline(always)] // PERF: perf/2026-11-22-generators.md
pub unsafe fn resume_at_yield(vm: &mut Vm, generator: Ref<Generator>, window: *mut Value, sent: Value) -> Place {
    generator.state.set(State::Running);
    generator.depth.set(0);
    generator.top.set(Value::UNBOUND);
    generator.outer_handled.set(vm.thread.handled);
    if generator.handled.get().is_bound() {
        vm.thread.handled = generator.handled.get();
    }
    let (pc, constants) = (generator.pc.get(), generator.constants.get());
    // SAFETY: by the caller; the register is one of the frame's.
    unsafe {
        *vm.thread.frame = Frame {
            pc: pc.add(1),
            registers: window,
            constants,
            function: generator.function.get(),
            extra: generator.value(),
        };
        load_registers(generator.registers(), window, generator.held());
        *window.add(Narrow::a(pc)) = sent;
        (Narrow::after(pc, 0), window, constants)
    }
}

/// The generator that runs when this one is resumed, and through how many others.
fn innermost(generator: Ref<Generator>) -> (Ref<Generator>, u32) {
    let (mut leaf, mut depth) = (generator, 0);
    while let Some(inner) = leaf.inner() {
        match inner.state.get() {
            State::Created | State::Suspended => return (inner, depth + 1),
            State::Delegating => (leaf, depth) = (inner, depth + 1),
            // The delegating one gets to know that it cannot be resumed.
            State::Running | State::Closed => break,
        }
    }
    (leaf, depth)
}

#[inline]
fn function_of(generator: Ref<Generator>) -> Ref<Function> {
    // SAFETY: a generator's function is one from the start.
    unsafe { Ref::from_raw(NonNull::new_unchecked(generator.function.get().address().cast())) }
}

/// Checks that `frame` may be pushed, `depth` generators counted with it.
///
/// # Errors
/// RecursionError.
#[inline]
unsafe fn check_room(
    vm: &mut Vm,
    generator: Ref<Generator>,
    frame: *mut Frame,
    depth: u32,
    window: *mut Value,
) -> Run<()> {
    let function = function_of(generator);
    let end = window.wrapping_add(function.registers.get() as usize);
    if frame.wrapping_add(depth as usize) >= vm.thread.frame_limit || end >= vm.thread.register_limit {
        return Err(raise::recursion_error(vm, "maximum recursion depth exceeded"));
    }
    Ok(())
}

/// Tells the generators from `first` down to `leaf` who resumes them: `resumer`, or who stands below on the stack.
fn link(vm: &mut Vm, first: Ref<Generator>, resumer: Option<Ref<Generator>>, leaf: Ref<Generator>) {
    let (mut at, mut by) = (first, resumer);
    loop {
        at.resumer.set(by.map_or(Value::UNBOUND, Ref::value));
        at.depth.set(by.map_or(0, |by| by.depth.get() + 1));
        at.outer_handled.set(vm.thread.handled);
        if at.handled.get().is_bound() {
            vm.thread.handled = at.handled.get();
        }
        // It is found when the leaf yields.
        at.top.set(Value::UNBOUND);
        if at == leaf {
            return;
        }
        by = Some(at);
        at = at.delegate.get().expect();
    }
}

/// Makes the record pushed last that of a suspended generator, and answers where it goes on. With `sent` UNBOUND nothing arrives
/// where it stands.
#[inline]
unsafe fn fill(vm: &mut Vm, generator: Ref<Generator>, window: *mut Value, sent: Value) -> Place {
    let state = generator.state.replace(State::Running);
    let mut pc = generator.pc.get();
    let constants = generator.constants.get();
    // SAFETY: by the caller: no frame uses the registers from `window` on, and the record is there.
    unsafe {
        *vm.thread.frame = Frame {
            pc: pc.add(1),
            registers: window,
            constants,
            function: generator.function.get(),
            extra: generator.value(),
        };
        load_registers(generator.registers(), window, generator.held());
        if state == State::Suspended {
            let (dst, after) = destination(pc);
            if sent.is_bound() {
                *window.add(dst) = sent;
            }
            pc = after;
        } else {
            vm.thread.result = sent;
        }
    }
    (pc, window, constants)
}

/// The running generator delegates at `pc` to `inner`, which must be resumable: that runs in its place.
///
/// # Errors
/// RecursionError; nothing has changed then.
///
/// # Safety
/// The running frame is a generator's, `pc` is in its code and keeps `held` registers.
pub unsafe fn delegate(vm: &mut Vm, pc: *const u8, held: usize, inner: Ref<Generator>, sent: Value) -> Run<Place> {
    let running = frame::current(&vm.thread);
    let (generator, registers): (Ref<Generator>, _) = (running.extra.expect(), running.registers);
    // As long as this one is running, the way down does not come to it.
    let (leaf, depth) = innermost(inner);
    // SAFETY: by the caller; the frame of the innermost one replaces the generator's.
    unsafe {
        let frame = vm.thread.frame;
        check_room(vm, leaf, frame, generator.depth.get() + 1 + depth, registers)?;
        save(generator, pc, registers, held, State::Delegating);
        generator.delegate.set(inner.value());
        keep_handled(generator, vm.thread.handled);
        link(vm, inner, Some(generator), leaf);
        Ok(fill(vm, leaf, registers, sent))
    }
}

/// What the generator handles itself when it suspends while `handled` is being handled.
fn keep_handled(generator: Ref<Generator>, handled: Value) {
    let own = if handled == generator.outer_handled.get() {
        Value::UNBOUND
    } else {
        handled
    };
    generator.handled.set(own);
}

/// Keeps the frame of a generator in its object.
unsafe fn save(generator: Ref<Generator>, pc: *const u8, registers: *mut Value, held: usize, state: State) {
    // SAFETY: by the caller: the object has as many registers as the frame.
    unsafe { save_registers(registers, generator.registers(), held) };
    generator.hold(held);
    generator.pc.set(pc);
    generator.state.set(state);
}

/// The generator that whoever stands below the running frame has resumed.
fn outermost(generator: Ref<Generator>) -> Ref<Generator> {
    let mut at = generator;
    while let Some(outer) = at.resumer.get().cast::<Generator>() {
        at = outer;
    }
    at
}

/// An exception leaves the running generator: it is closed. StopIteration becomes RuntimeError. If another generator delegates
/// to it, that one's frame takes its place (`true`), otherwise the frame is to be popped by the caller.
pub fn leave_by_exception(vm: &mut Vm) -> bool {
    let generator: Ref<Generator> = frame::current(&vm.thread).extra.expect();
    vm.thread.handled = generator.outer_handled.get();
    generator.handled.set(Value::UNBOUND);
    generator.close();
    stop_iteration_error(vm, generator);
    let resumer = generator.resumer.replace(Value::UNBOUND);
    let Some(resumer) = resumer.cast::<Generator>() else {
        return false;
    };
    // SAFETY: the place of the generator that ended is free.
    unsafe { fill(vm, resumer, frame::current(&vm.thread).registers, Value::UNBOUND) };
    resumer.delegate.set(Value::UNBOUND);
    resumer.top.set(generator.top.get());
    true
}

/// StopIteration that leaves a generator becomes RuntimeError.
fn stop_iteration_error(vm: &mut Vm, generator: Ref<Generator>) {
    let kind = match class::shape_of(generator.value()) {
        shape if shape == ClassId::Coroutine.shape() => "coroutine",
        shape if shape == ClassId::AsyncGenerator.shape() => "async generator",
        _ => "generator",
    };
    let pending = vm.thread.pending;
    let stopped = class::is_instance(vm, pending, ClassId::StopIteration);
    let stopped_async = kind == "async generator" && class::is_instance(vm, pending, ClassId::StopAsyncIteration);
    if stopped || stopped_async {
        let name = if stopped { "StopIteration" } else { "StopAsyncIteration" };
        let error = raise::new(vm, ClassId::RuntimeError, &format!("{kind} raised {name}"));
        let exception = error.expect::<Exception>();
        exception.set_cause(&mut vm.heap, pending);
        exception.context.set(pending);
        exception.suppress_context.set(true);
        vm.thread.pending = error;
    }
}

/// Where the resumer goes on.
pub enum Next {
    /// In its own code.
    At(Place),
    /// Out of the run loop: the resumer is native, and `Thread::result` holds the value.
    Leave,
}

/// The running generator suspends at `pc`, which keeps `held` registers, and yields `value`.
///
/// # Safety
/// The running frame is a generator's, and `pc` is in its code.
pub unsafe fn suspend(vm: &mut Vm, pc: *const u8, held: usize, value: Value, state: State) -> Next {
    let running = frame::current(&vm.thread);
    let (generator, registers): (Ref<Generator>, _) = (running.extra.expect(), running.registers);
    // SAFETY: by the caller; below a generator's frame is its resumer's.
    unsafe {
        save(generator, pc, registers, held, state);
        keep_handled(generator, vm.thread.handled);
        vm.thread.handled = outermost(generator).outer_handled.get();
        vm.thread.frame = vm.thread.frame.sub(1);
        yielded(vm, value)
    }
}

/// Gives what was yielded to the frame that runs now.
///
/// # Safety
/// The frame is that of a resumer.
pub unsafe fn yielded(vm: &mut Vm, value: Value) -> Next {
    let resumer: &mut Frame = frame::current(&vm.thread);
    if resumer.function.is_unbound() {
        return leave(vm, value);
    }
    // SAFETY: the resumer's `pc` lies behind the first byte of its instruction, a `for_next`.
    unsafe {
        let at = resumer.pc.sub(1);
        let (dst, _) = destination(at);
        *resumer.registers.add(dst) = value;
        let target = if *at == Op::wide as u8 {
            Wide::target(at, 0)
        } else {
            Narrow::target(at, 0)
        };
        Next::At((target, resumer.registers, resumer.constants))
    }
}

/// Back to the native code below.
fn leave(vm: &mut Vm, value: Value) -> Next {
    vm.thread.result = value;
    // SAFETY: the entry record was pushed above its caller's.
    vm.thread.frame = unsafe { vm.thread.frame.sub(1) };
    Next::Leave
}

/// The running generator returns `value`.
///
/// # Safety
/// The running frame is a generator's.
pub unsafe fn finish(vm: &mut Vm, value: Value) -> Next {
    let running = frame::current(&vm.thread);
    let (generator, window): (Ref<Generator>, _) = (running.extra.expect(), running.registers);
    vm.thread.handled = generator.outer_handled.get();
    generator.handled.set(Value::UNBOUND);
    generator.close();
    if let Some(resumer) = generator.resumer.replace(Value::UNBOUND).cast::<Generator>() {
        // SAFETY: the place of the generator that ended is free; the other one is suspended at its `delegate`.
        unsafe {
            let (pc, r, k) = fill(vm, resumer, window, Value::UNBOUND);
            resumer.delegate.set(Value::UNBOUND);
            resumer.top.set(generator.top.get());
            let (dst, after) = destination(pc);
            *r.add(dst) = value;
            return Next::At((after, r, k));
        }
    }
    // SAFETY: below a generator's frame is its resumer's, whose `pc` lies behind the first byte of its instruction.
    unsafe {
        vm.thread.frame = vm.thread.frame.sub(1);
        let resumer = frame::current(&vm.thread);
        if resumer.function.is_unbound() {
            return leave(vm, value);
        }
        let (_, after) = destination(resumer.pc.sub(1));
        Next::At((after.add(4), resumer.registers, resumer.constants))
    }
}
