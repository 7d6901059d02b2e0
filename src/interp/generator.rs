//! Generators and coroutines as native code runs them: `send` and `throw`. How their frames leave and come back is in
//! `calls::suspension`.

use crate::bytecode::isa::Op;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::calls::suspension::{SINK, Sink, push, push_itself, resume_at_yield};
use crate::interp::run;
use crate::interp::unwind;
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
    if let Some(value) = quickly(vm, generator, sent) {
        return value.map(|value| outcome(generator, value));
    }
    resume_slow(vm, generator, sent)
}

#[inline(never)]
fn resume_slow(vm: &mut Vm, generator: Ref<Generator>, sent: Value) -> Run<Outcome> {
    let top = run::push_entry(vm)?;
    // SAFETY: no frame uses the registers from `top` on: nothing is returned to the entry record itself.
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

/// The next item of a generator; `None` at its end, whatever it returns.
pub fn advance(vm: &mut Vm, generator: Value) -> Run<Option<Value>> {
    let generator = generator.expect::<Generator>();
    match quickly(vm, generator, Value::NONE) {
        Some(value) => {
            let value = value?;
            Ok((generator.state.get() != State::Closed).then_some(value))
        }
        None => advance_slow(vm, generator),
    }
}

/// Gives what the generator yields to `take`, which runs no Python, until it refuses an item: that is answered. `None` at the end.
pub fn feed(vm: &mut Vm, generator: Value, take: &mut dyn FnMut(Value) -> bool) -> Run<Option<Value>> {
    let generator = generator.expect::<Generator>();
    while matches!(generator.state.get(), State::Suspended | State::Created) {
        let top = run::push_entry(vm)?;
        let mut sink = Sink { take: &mut *take };
        // SAFETY: the entry record was just pushed, and nothing sees the sink once it is popped. The rest as in `resume`.
        let place = unsafe {
            let entry = vm.thread.frame;
            (*entry).pc = SINK.as_ptr().add(1);
            (*entry).constants = (&raw mut sink).cast();
            push_itself(vm, generator, top, Value::NONE)
        };
        let value = match place {
            Ok(place) => run::run(vm, place)?,
            Err(raised) => {
                run::pop_entry(vm);
                return Err(raised);
            }
        };
        if generator.state.get() == State::Suspended {
            return Ok(Some(value));
        }
        if generator.state.get() == State::Delegating && !take(value) {
            return Ok(Some(value));
        }
    }
    while let Some(item) = advance(vm, generator.value())? {
        if !take(item) {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

/// Resumes a generator that stands at a narrow `yield` of its own, if nothing is in the way; otherwise does nothing.
#[inline(always)] // PERF: perf/2026-11-22-generators.md
fn quickly(vm: &mut Vm, generator: Ref<Generator>, sent: Value) -> Option<Run<Value>> {
    // SAFETY: a suspended generator's `pc` is at an instruction.
    if generator.state.get() != State::Suspended || unsafe { *generator.pc.get() } != Op::yield_value as u8 {
        return None;
    }
    let (entry, window) = run::quick_entry(vm)?;
    // SAFETY: there is room for both records; no frame uses the registers from `window` on.
    let place = unsafe {
        run::enter_at(vm, entry, window);
        vm.thread.frame = entry.add(1);
        resume_at_yield(vm, generator, window, sent)
    };
    Some(run::run(vm, place))
}

/// Whether a generator, suspended at its own yield, would just end if an exception were raised there: no handler covers the place.
pub fn ends_by_exception(generator: Ref<Generator>) -> bool {
    let code = generator.code();
    let offset = code.offset_of(generator.pc.get());
    let covers = |start: u32, end: u32| (start as usize..end as usize).contains(&offset);
    generator.state.get() == State::Suspended && !code.data().cover.iter().any(|c| covers(c.start, c.end))
}

/// As `advance`, for any state.
#[inline(never)]
fn advance_slow(vm: &mut Vm, generator: Ref<Generator>) -> Run<Option<Value>> {
    let state = generator.state.get();
    if matches!(state, State::Suspended | State::Created) {
        let top = run::push_entry(vm)?;
        // SAFETY: as in `resume`.
        return match unsafe { push_itself(vm, generator, top, Value::NONE) } {
            Ok(place) => {
                let value = run::run(vm, place)?;
                Ok((generator.state.get() != State::Closed).then_some(value))
            }
            Err(raised) => {
                run::pop_entry(vm);
                Err(raised)
            }
        };
    }
    if state == State::Closed {
        return Ok(None);
    }
    if Generator::is_executing(generator) {
        return Err(raise::value_error(vm, "generator already executing"));
    }
    Ok(match resume(vm, generator, Value::NONE)? {
        Outcome::Yielded(value) | Outcome::Passed(value) => Some(value),
        Outcome::Returned(_) => None,
    })
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
    let handles = generator.handled.get().is_bound();
    let top = run::push_entry(vm)?;
    let delegate = generator.delegate.replace(Value::UNBOUND);
    // SAFETY: as in `resume`.
    if let Err(raised) = unsafe { push(vm, generator, top, Value::UNBOUND) } {
        generator.delegate.set(delegate);
        run::pop_entry(vm);
        return Err(raised);
    }
    // CPYTHON: what the caller handles is no context of what it throws, only what the generator handles itself.
    let _ = if handles {
        raise::value(vm, exception)
    } else {
        raise::again(vm, exception)
    };
    let value = run::raise_inside(vm)?;
    Ok(outcome(generator, value))
}

/// The delegate of a `Delegating` generator has returned `value`: goes on behind the `delegate` instruction.
pub fn resume_behind_delegate(vm: &mut Vm, generator: Ref<Generator>, value: Value) -> Run<Outcome> {
    generator.state.set(State::Suspended);
    generator.delegate.set(Value::UNBOUND);
    resume(vm, generator, value)
}

/// The frame of a generator that does not run, as it will be.
pub fn stored_frame(generator: Ref<Generator>) -> Frame {
    Frame {
        // A suspended frame's `pc` lies behind the first byte of its instruction.
        pc: generator.pc.get().wrapping_add(1),
        registers: generator.registers(),
        constants: generator.constants.get(),
        function: generator.function.get(),
        extra: generator.value(),
    }
}

/// The frame object of a suspended generator.
pub fn suspended_frame(vm: &mut Vm, generator: Ref<Generator>) -> Value {
    let code = generator.code();
    let mut offset = code.offset_of(generator.pc.get());
    if generator.state.get() == State::Created {
        // CPYTHON: before its start it is at the line of its `def`, that of `make_generator`.
        offset -= 4;
    }
    let mut frame = stored_frame(generator);
    // Its variables are as they are now: it is another frame object once the generator has run.
    frame.extra = unwind::variables(vm, &frame, code);
    unwind::frame_object(vm, &frame, code, offset)
}
