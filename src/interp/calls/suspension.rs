//! Generators and coroutines: frames that leave the register stack and come back.
//!
//! While a generator runs, its frame is an ordinary one whose `extra` is the generator object. Whoever resumed it stands right
//! below: an entry record (native code), a frame at `for_next`, or a frame at `delegate`. A yield copies the registers to the
//! object and goes on with the resumer; through a chain of `delegate`s it suspends each frame on its way.

use crate::bytecode::code::Flags;
use crate::bytecode::isa::Op;
use crate::heap::header::{Kind, ShapeId};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::{Encoding, Narrow, Wide};
use crate::interp::frame::{self, Place};
use crate::object::callable::function::Function;
use crate::object::exception::Exception;
use crate::object::generator::{Generator, State};
use crate::ops::{class, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// Makes the generator object of the running frame, which begins at `pc`.
///
/// # Safety
/// `r` are the running frame's registers.
pub unsafe fn make(vm: &mut Vm, pc: *const u8, r: *mut Value) -> Value {
    let function: Ref<Function> = frame::current(&vm.thread).function.expect();
    let code = function.code();
    let flags = code.data().flags;
    let class = match () {
        () if flags.has(Flags::COROUTINE) => ClassId::Coroutine,
        () if flags.has(Flags::ASYNC_GENERATOR) => ClassId::AsyncGenerator,
        () => ClassId::Generator,
    };
    // SAFETY: by the caller: the frame has that many registers.
    let registers = unsafe { std::slice::from_raw_parts(r, code.data().registers as usize) };
    let generator = Generator::new(&mut vm.heap, class.shape(), function.value(), pc, registers);
    generator.name.set(function.name.get());
    generator.qualname.set(function.qualname.get());
    generator.value()
}

/// Whether `value` is a generator or coroutine that is not running and not closed.
pub fn resumable(value: Value) -> Option<Ref<Generator>> {
    if value.kind() != Some(Kind::Generator)
        || value.header().map(|h| h.shape()) == Some(ShapeId(ClassId::AsyncGenerator as u32))
    {
        return None;
    }
    let generator = value.expect::<Generator>();
    matches!(
        generator.state.get(),
        State::Created | State::Suspended | State::Delegating
    )
    .then_some(generator)
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

/// Brings a suspended generator's frame onto the register stack right above `top`, to go on with `sent`.
///
/// # Errors
/// RecursionError; the generator is unchanged then.
///
/// # Safety
/// No frame uses the registers from `top` on.
pub unsafe fn push(vm: &mut Vm, generator: Ref<Generator>, top: *mut Value, sent: Value) -> Run<Place> {
    let function: Ref<Function> = generator.function.get().expect();
    let n = generator.registers_len();
    // SAFETY: `frame::push` checks the limits; the spare part has room for one window.
    unsafe {
        let window = top.add(1);
        let (mut pc, r, k) = frame::push(vm, function, window, generator.value())?;
        std::ptr::copy_nonoverlapping(generator.registers_ptr(), window, n);
        let state = generator.state.replace(State::Running);
        generator.outer_handled.set(vm.thread.handled);
        if generator.handled.get().is_bound() {
            vm.thread.handled = generator.handled.get();
        }
        pc = if state == State::Created {
            generator.pc.get()
        } else {
            pc
        };
        match state {
            State::Suspended => {
                let (dst, after) = destination(generator.pc.get());
                *r.add(dst) = sent;
                pc = after;
            }
            State::Delegating => {
                vm.thread.result = sent;
                pc = generator.pc.get();
            }
            _ => {}
        }
        frame::current(&vm.thread).pc = generator.pc.get().add(1);
        Ok((pc, r, k))
    }
}

/// Takes the running generator's frame off the stack.
fn leave(vm: &mut Vm, generator: Ref<Generator>) {
    let outer = generator.outer_handled.get();
    let inner = std::mem::replace(&mut vm.thread.handled, outer);
    generator
        .handled
        .set(if inner == outer { Value::UNBOUND } else { inner });
    // SAFETY: the generator's frame is the running one, and its resumer's lies below.
    vm.thread.frame = unsafe { vm.thread.frame.sub(1) };
}

/// An exception leaves the running generator: it is closed. StopIteration becomes RuntimeError. The frame is popped by the caller.
pub fn leave_by_exception(vm: &mut Vm) {
    let generator: Ref<Generator> = frame::current(&vm.thread).extra.expect();
    let outer = generator.outer_handled.get();
    vm.thread.handled = outer;
    generator.handled.set(Value::UNBOUND);
    generator.close();
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
        exception.cause.set(pending);
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

/// The running generator suspends at `pc` and yields `value`.
///
/// # Safety
/// The running frame is a generator's, and `pc` is in its code.
pub unsafe fn suspend(vm: &mut Vm, pc: *const u8, value: Value, state: State) -> Next {
    let (mut pc, mut state) = (pc, state);
    let mut delegate = Value::UNBOUND;
    loop {
        let running = frame::current(&vm.thread);
        let (generator, registers): (Ref<Generator>, _) = (running.extra.expect(), running.registers);
        // SAFETY: the object has as many registers as the frame.
        unsafe { std::ptr::copy_nonoverlapping(registers, generator.registers_ptr(), generator.registers_len()) };
        generator.pc.set(pc);
        generator.state.set(state);
        generator.delegate.set(delegate);
        leave(vm, generator);
        let resumer: &mut Frame = frame::current(&vm.thread);
        if resumer.function.is_unbound() {
            vm.thread.result = value;
            // SAFETY: the entry record was pushed above its caller's.
            vm.thread.frame = unsafe { vm.thread.frame.sub(1) };
            return Next::Leave;
        }
        // SAFETY: the resumer's `pc` lies behind the first byte of its instruction.
        unsafe {
            let at = resumer.pc.sub(1);
            let wide = *at == Op::wide as u8;
            if *at.add(wide as usize) == Op::delegate as u8 {
                delegate = generator.value();
                (pc, state) = (at, State::Delegating);
                continue;
            }
            let (dst, _) = destination(at);
            *resumer.registers.add(dst) = value;
            let target = if wide {
                Wide::target(at, 0)
            } else {
                Narrow::target(at, 0)
            };
            return Next::At((target, resumer.registers, resumer.constants));
        }
    }
}

/// The running generator returns `value`.
///
/// # Safety
/// The running frame is a generator's.
pub unsafe fn finish(vm: &mut Vm, value: Value) -> Next {
    let generator: Ref<Generator> = frame::current(&vm.thread).extra.expect();
    leave(vm, generator);
    generator.close();
    let resumer = frame::current(&vm.thread);
    if resumer.function.is_unbound() {
        vm.thread.result = value;
        // SAFETY: the entry record was pushed above its caller's.
        vm.thread.frame = unsafe { vm.thread.frame.sub(1) };
        return Next::Leave;
    }
    // SAFETY: the resumer's `pc` lies behind the first byte of its instruction, a `for_next` or a `delegate`.
    unsafe {
        let at = resumer.pc.sub(1);
        let wide = *at == Op::wide as u8;
        let (dst, after) = destination(at);
        if *at.add(wide as usize) == Op::delegate as u8 {
            *resumer.registers.add(dst) = value;
            return Next::At((after, resumer.registers, resumer.constants));
        }
        Next::At((after.add(4), resumer.registers, resumer.constants))
    }
}
