//! Generators and coroutines as native code runs them: `send` and `throw`. How their frames leave and come back is in
//! `calls::suspension`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::calls::suspension::push;
use crate::interp::run;
use crate::interp::unwind;
use crate::object::callable::function::Function;
use crate::object::generator::{Generator, State};
use crate::ops::raise;
use crate::vm::raised::Run;
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// What a resumed generator did.
pub enum Outcome {
    /// `yield`.
    Yielded(Value),
    /// An awaited or delegated-to iterator yielded through it.
    Passed(Value),
    Returned(Value),
}

/// `generator.send(sent)` from native code; the generator must be resumable.
pub fn resume(vm: &mut Vm, generator: Ref<Generator>, sent: Value) -> Run<Outcome> {
    let top = run::push_entry(vm)?;
    // SAFETY: the entry record lies at `top`, the last register in use.
    match unsafe { push(vm, generator, top, sent) } {
        Ok(place) => {
            let value = run::run(vm, place)?;
            Ok(outcome(generator, value))
        }
        Err(raised) => {
            run::pop_entry(vm);
            Err(raised)
        }
    }
}

fn outcome(generator: Ref<Generator>, value: Value) -> Outcome {
    match generator.state.get() {
        State::Suspended => Outcome::Yielded(value),
        State::Delegating => Outcome::Passed(value),
        _ => Outcome::Returned(value),
    }
}

/// Raises `exception` inside a generator that is suspended at its own yield (or, `Delegating`, whose delegate is done with), or was
/// not started.
pub fn throw_here(vm: &mut Vm, generator: Ref<Generator>, exception: Value) -> Run<Outcome> {
    if generator.state.get() == State::Created {
        generator.close();
        return Err(raise::again(vm, exception));
    }
    let top = run::push_entry(vm)?;
    // SAFETY: as in `resume`.
    if let Err(raised) = unsafe { push(vm, generator, top, Value::NONE) } {
        run::pop_entry(vm);
        return Err(raised);
    }
    generator.delegate.set(Value::UNBOUND);
    let _ = raise::value(vm, exception);
    let value = run::raise_inside(vm)?;
    Ok(outcome(generator, value))
}

/// The delegate of a `Delegating` generator has returned `value`: goes on behind the `delegate` instruction.
pub fn resume_behind_delegate(vm: &mut Vm, generator: Ref<Generator>, value: Value) -> Run<Outcome> {
    generator.state.set(State::Suspended);
    generator.delegate.set(Value::UNBOUND);
    resume(vm, generator, value)
}

/// The frame object of a suspended generator.
pub fn suspended_frame(vm: &mut Vm, generator: Ref<Generator>) -> Value {
    let function: Ref<Function> = generator.function.get().expect();
    let code = function.code();
    let frame = Frame {
        pc: generator.pc.get(),
        registers: std::ptr::null_mut(),
        constants: code.constants_ptr(),
        function: function.value(),
        extra: generator.value(),
    };
    let offset = code.offset_of(generator.pc.get());
    unwind::frame_object(vm, &frame, code, offset)
}
