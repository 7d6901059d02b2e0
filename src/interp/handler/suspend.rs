//! Generators, coroutines and async generators: yielding, delegating, returning.

use crate::heap::value::Value;
use crate::interp::calls::suspension::{self, Next};
use crate::interp::dispatch::encoding::Encoding;
use crate::interp::dispatch::handler::{handlers, next, save_pc, status, tail};
use crate::interp::frame::{self, Place};
use crate::interp::unwind::{finish, need_bound, raise, unbound};
use crate::object::exception::Exception;
use crate::object::generator::State;
use crate::ops::attrs::attribute;
use crate::ops::engine::awaiting;
use crate::ops::{call, class, raise as error};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Goes on with whoever resumed the generator.
macro_rules! go_on {
    ($there:expr, $vm:ident, $table:ident) => {{
        if !$there {
            return status::YIELDED;
        }
        let (pc, r, k) = (*$vm).thread.next;
        next!(pc, r, k, $vm, $table)
    }};
}

handlers! {
    /// `yield`
    fn yield_value<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        go_on!(suspend(&mut *vm, pc, value), vm, table)
    }
    /// Returns from a generator.
    fn return_generator<E>(pc, r, k, vm, table) {
        let value = *r.add(E::a(pc));
        if value.is_unbound() {
            tail!(unbound::<E>, pc, r, k, vm, table)
        }
        go_on!(end(&mut *vm, value), vm, table)
    }
    /// Returns a constant from a generator.
    fn return_generator_const<E>(pc, r, k, vm, table) {
        go_on!(end(&mut *vm, *k.add(E::a(pc))), vm, table)
    }
    /// `yield from` and `await`: one step of the other iterator.
    fn delegate<E>(pc, r, k, vm, table) {
        let sent = std::mem::replace(&mut (*vm).thread.result, Value::UNBOUND).or(Value::NONE);
        save_pc!(pc, vm);
        match delegate_to::<E>(&mut *vm, sent, pc, (r, k)) {
            Way::On => {
                let (pc, r, k) = (*vm).thread.next;
                next!(pc, r, k, vm, table)
            }
            Way::Out => return status::YIELDED,
            Way::Raise => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// The iterator of `yield from`.
    fn get_yield_from<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(awaiting::yield_from_iterator(&mut *vm, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// The iterator of `await`.
    fn get_awaitable<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(awaiting::awaitable(&mut *vm, value, E::c(pc)), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// `aiter(src)`
    fn get_aiter<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(awaiting::async_iterator(&mut *vm, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// The awaitable's iterator of `anext(src)`
    fn get_anext<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(awaiting::async_next(&mut *vm, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
}

/// Leaves the generator at a `yield`; `Thread::next` is in its resumer then, unless that is native: `false`.
#[inline(never)]
unsafe fn suspend(vm: &mut Vm, pc: *const u8, value: Value) -> bool {
    // SAFETY: by the caller: `pc` is at the running generator's instruction.
    let next = unsafe { suspension::suspend(vm, pc, value, State::Suspended) };
    go_to(vm, next)
}

/// Leaves the generator for good; otherwise as `suspend`.
#[inline(never)]
unsafe fn end(vm: &mut Vm, value: Value) -> bool {
    // SAFETY: by the caller: a generator's frame is running.
    let next = unsafe { suspension::finish(vm, value) };
    go_to(vm, next)
}

fn go_to(vm: &mut Vm, next: Next) -> bool {
    match next {
        Next::At(place) => frame::go_to(vm, Some(place)),
        Next::Leave => false,
    }
}

/// Where `delegate` goes on.
enum Way {
    /// At `Thread::next`.
    On,
    /// Out of the run.
    Out,
    Raise,
}

#[inline(never)]
unsafe fn delegate_to<E: Encoding>(vm: &mut Vm, sent: Value, pc: *const u8, (r, k): (*mut Value, *mut Value)) -> Way {
    // SAFETY: by the caller: the registers are those of the running generator, and `pc` is at its instruction.
    unsafe {
        let iterator = *r.add(E::b(pc));
        let there = match step(vm, iterator, sent, pc) {
            Ok(Step::Enter(place)) => frame::go_to(vm, Some(place)),
            Ok(Step::Yield(value)) => {
                let generator = (*vm.thread.frame).extra;
                let next = suspension::suspend(vm, pc, value, State::Delegating);
                generator
                    .expect::<crate::object::generator::Generator>()
                    .delegate
                    .set(iterator);
                go_to(vm, next)
            }
            Ok(Step::Done(value)) => {
                *r.add(E::a(pc)) = value;
                frame::go_to(vm, Some((E::after(pc, 0), r, k)))
            }
            Err(_) => return Way::Raise,
        };
        if there { Way::On } else { Way::Out }
    }
}

/// What one step of a delegate came to.
enum Step {
    /// A generator's frame was pushed: go on there.
    Enter(Place),
    Yield(Value),
    Done(Value),
}

/// Asks the delegate for its next value.
///
/// # Safety
/// `pc` is at the running frame's instruction.
#[inline(never)]
unsafe fn step(vm: &mut Vm, iterator: Value, sent: Value, pc: *const u8) -> Run<Step> {
    if let Some(generator) = suspension::resumable(iterator) {
        let top = frame::top(&vm.thread);
        // SAFETY: `top` is the first register that no frame uses.
        let place = unsafe { suspension::push(vm, generator, top, sent) }?;
        // SAFETY: the caller's record lies below the one just pushed.
        unsafe { (*vm.thread.frame.sub(1)).pc = pc.add(1) };
        return Ok(Step::Enter(place));
    }
    let result = if sent.is_none() && class::special(vm, iterator, Special::Next).is_some() {
        call::special(vm, iterator, Special::Next, &[])
            .unwrap_or_else(|| Err(error::type_error(vm, "the delegate is not an iterator")))
    } else {
        let send = vm.names.send;
        let method = attribute::get(vm, iterator, send)?;
        call::call(vm, method, &[sent])
    };
    match result {
        Ok(value) => Ok(Step::Yield(value)),
        Err(raised) => match error::catch(vm, ClassId::StopIteration) {
            Some(stop) => Ok(Step::Done(stop.expect::<Exception>().fields[0].get().or(Value::NONE))),
            None => Err(raised),
        },
    }
}
