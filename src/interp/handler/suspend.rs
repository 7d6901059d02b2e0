//! Generators, coroutines and async generators: yielding, delegating, returning.

use crate::bytecode::isa::Op;
use crate::heap::header::ShapeId;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::calls::suspension::{self, HALT, Next, SINK, Sink, load_registers, save_registers};
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::dispatch::handler::{handlers, keep_branch, next, save_pc, status, tail};
use crate::interp::frame::{self, Place};
use crate::interp::handler::iterate::start;
use crate::interp::unwind::{finish, need_bound, raise};
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::exception::Exception;
use crate::object::generator::{Generator, State};
use crate::object::record::Record;
use crate::ops::attrs::attribute;
use crate::ops::container::iterate;
use crate::ops::engine::awaiting;
use crate::ops::{call, class, raise as error};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

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

/// The running frame's generator; below its frame is that of its resumer.
macro_rules! running {
    ($vm:ident) => {
        (*(*$vm).thread.frame).extra.address().cast::<Generator>()
    };
}

/// Whether the frame, of a resumer, stands at a narrow `for_next_generator`.
macro_rules! is_loop {
    ($frame:ident) => {
        *(*$frame).pc.sub(1) == Op::for_next_generator as u8
    };
}

/// Ends the running generator, which returns `$value`: its resumer goes on.
macro_rules! end_generator {
    ($value:expr, $pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident) => {{
        let generator = running!($vm);
        let resumer = (*$vm).thread.frame.sub(1);
        if (*generator).resumer.get().is_unbound() && is_loop!(resumer) {
            (*generator).close();
            (*generator).handled.set(Value::UNBOUND);
            (*$vm).thread.handled = (*generator).outer_handled.get();
            (*$vm).thread.frame = resumer;
            next!(
                Narrow::after((*resumer).pc.sub(1), 1),
                (*resumer).registers,
                (*resumer).constants,
                $vm,
                $table
            )
        }
        keep_branch!();
        (*$vm).thread.result = $value;
        keep_branch!();
        if (*generator).resumer.get().is_bound() {
            tail!(return_up::<Narrow>, $pc, $r, $k, $vm, $table)
        }
    }};
}

/// Makes the running frame that of a suspended generator that goes on at or behind `$at`.
macro_rules! put_frame {
    ($generator:ident, $value:expr, $at:ident, $r:ident, $vm:ident) => {
        *(*$vm).thread.frame = Frame {
            pc: $at.add(1),
            registers: $r,
            constants: (*$generator).constants.get(),
            function: (*$generator).function.get(),
            extra: $value,
        }
    };
}

/// What `yield from` and `await` run as a frame.
#[inline(always)] // PERF: perf/0012-objects.md
fn is_delegate(shape: ShapeId) -> bool {
    shape == ClassId::Coroutine.shape() || shape == ClassId::Generator.shape()
}

handlers! {
    /// `yield`: here to a loop.
    fn yield_value<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        let frame = (*vm).thread.frame;
        let resumer = frame.sub(1);
        let at = (*resumer).pc.sub(1);
        let generator = (*frame).extra.address().cast::<Generator>();
        if *at == Op::for_next_generator as u8
            && (*generator).resumer.get().is_unbound()
            && (*generator).outer_handled.get() == (*vm).thread.handled
        {
            let held = E::c(pc);
            (*generator).hold(held);
            (*generator).pc.set(pc);
            (*generator).state.set(State::Suspended);
            (*generator).handled.set(Value::UNBOUND);
            save_registers(r, (*generator).registers(), held);
            (*vm).thread.frame = resumer;
            let registers = (*resumer).registers;
            *registers.add(Narrow::a(at)) = value;
            next!(Narrow::target(at, 0), registers, (*resumer).constants, vm, table)
        }
        tail!(yield_value_anywhere::<E>, pc, r, k, vm, table)
    }
    /// `yield` to any resumer, or from within an except clause.
    fn yield_value_anywhere<E>(pc, r, k, vm, table) {
        if (*(*vm).thread.frame.sub(1)).pc == SINK.as_ptr().add(1) {
            tail!(yield_to_sink::<E>, pc, r, k, vm, table)
        }
        let generator = running!(vm);
        let held = E::c(pc);
        (*generator).hold(held);
        (*generator).pc.set(pc);
        (*generator).state.set(State::Suspended);
        save_registers(r, (*generator).registers(), held);
        if (*generator).resumer.get().is_bound() || (*generator).outer_handled.get() != (*vm).thread.handled {
            tail!(yield_through::<E>, pc, r, k, vm, table)
        }
        (*generator).handled.set(Value::UNBOUND);
        let resumer = (*vm).thread.frame.sub(1);
        (*vm).thread.frame = resumer;
        if (*resumer).function.is_unbound() {
            (*vm).thread.result = *r.add(E::b(pc));
            (*vm).thread.frame = resumer.sub(1);
            return status::YIELDED;
        }
        tail!(yield_to::<E>, pc, r, k, vm, table)
    }
    /// `yield` to native code that takes values without the generator's leaving.
    fn yield_to_sink<E>(pc, r, k, vm, table) {
        let entry = (*vm).thread.frame.sub(1);
        if ((*(*entry).constants.cast::<Sink>()).take)(*r.add(E::b(pc))) {
            *r.add(E::a(pc)) = Value::NONE;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        (*entry).pc = HALT.as_ptr().add(1);
        tail!(yield_value_anywhere::<E>, pc, r, k, vm, table)
    }
    /// `yield` of a generator that others delegate to, or that handles an exception.
    fn yield_through<E>(pc, r, k, vm, table) {
        let generator = running!(vm);
        let (outer, handled) = ((*generator).outer_handled.get(), (*vm).thread.handled);
        (*generator).handled.set(if handled == outer { Value::UNBOUND } else { handled });
        let mut outermost = generator;
        let above = (*generator).resumer.get();
        if above.is_bound() {
            if (*generator).top.get().is_bound() {
                outermost = (*generator).top.get().address().cast();
            } else {
                let mut has_plain_way = true;
                while (*outermost).resumer.get().is_bound() {
                    outermost = (*outermost).resumer.get().address().cast();
                    has_plain_way &= (*outermost).handled.get().is_unbound();
                }
                if has_plain_way {
                    (*generator).top.set(Value::from_bits(outermost as u64));
                }
            }
            (*outermost).leaf.set(Value::from_bits(generator as u64));
            (*generator).above.set(above);
            // INVARIANT: what is suspended at its own `yield` has none, so that a loop need not look.
            (*generator).resumer.set(Value::UNBOUND);
        }
        (*vm).thread.handled = (*outermost).outer_handled.get();
        let resumer = (*vm).thread.frame.sub(1);
        (*vm).thread.frame = resumer;
        if is_loop!(resumer) {
            let (at, registers) = ((*resumer).pc.sub(1), (*resumer).registers);
            *registers.add(Narrow::a(at)) = *r.add(E::b(pc));
            next!(Narrow::target(at, 0), registers, (*resumer).constants, vm, table)
        }
        tail!(yield_to::<E>, pc, r, k, vm, table)
    }
    /// The rest of a `yield` to any resumer, which runs already.
    fn yield_to<E>(pc, r, k, vm, table) {
        go_on!(yielded(&mut *vm, *r.add(E::b(pc))), vm, table)
    }
    /// Returns from a generator.
    fn return_generator<E>(pc, r, k, vm, table) {
        let value = *r.add(E::a(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        end_generator!(value, pc, r, k, vm, table);
        tail!(return_to::<E>, pc, r, k, vm, table)
    }
    /// Returns a constant from a generator.
    fn return_generator_const<E>(pc, r, k, vm, table) {
        end_generator!(*k.add(E::a(pc)), pc, r, k, vm, table);
        tail!(return_to::<E>, pc, r, k, vm, table)
    }
    /// Returns `Thread::result` from a generator to any resumer.
    fn return_to<E>(pc, r, k, vm, table) {
        go_on!(end(&mut *vm), vm, table)
    }
    /// Returns `Thread::result` from a generator to the one that delegates to it, as `suspension::finish` does.
    fn return_up<E>(pc, r, k, vm, table) {
        let generator = running!(vm);
        let resumer = (*generator).resumer.get();
        let outer = resumer.address().cast::<Generator>();
        let at = (*outer).pc.get();
        if *at != Op::delegate as u8 {
            tail!(return_to::<E>, pc, r, k, vm, table)
        }
        (*vm).thread.handled = (*generator).outer_handled.get();
        (*generator).handled.set(Value::UNBOUND);
        (*generator).resumer.set(Value::UNBOUND);
        (*generator).close();
        (*outer).delegate.set(Value::UNBOUND);
        (*outer).top.set((*generator).top.get());
        (*outer).state.set(State::Running);
        put_frame!(outer, resumer, at, r, vm);
        load_registers((*outer).registers(), r, (*outer).held());
        *r.add(Narrow::a(at)) = (*vm).thread.result;
        (*vm).thread.result = Value::UNBOUND;
        next!(Narrow::after(at, 0), r, (*(*vm).thread.frame).constants, vm, table)
    }
    /// `yield from` and `await`: of a generator that begins, which takes the place of this one as `suspension::delegate` does it.
    fn delegate<E>(pc, r, k, vm, table) {
        let iterator = *r.add(E::b(pc));
        if iterator.is_object() && is_delegate((*iterator.address()).shape()) {
            let inner = iterator.address().cast::<Generator>();
            let frame = (*vm).thread.frame;
            let generator = running!(vm);
            let depth = (*generator).depth.get() + 1;
            let function = (*inner).function.get().address().cast::<Function>();
            let end = r.add((*function).registers.get() as usize);
            let handled = (*vm).thread.handled;
            if (*inner).state.get() == State::Created
                && frame.wrapping_add(depth as usize) < (*vm).thread.frame_limit
                && end < (*vm).thread.register_limit
                && (*vm).thread.result.or(Value::NONE).is_none()
                && handled == (*generator).outer_handled.get()
            {
                (*inner).depth.set(depth);
                (*inner).outer_handled.set(handled);
                (*inner).resumer.set((*frame).extra);
                (*inner).top.set(Value::UNBOUND);
                (*generator).handled.set(Value::UNBOUND);
                (*generator).delegate.set(iterator);
                (*generator).state.set(State::Delegating);
                (*generator).pc.set(pc);
                let held = E::c(pc);
                (*generator).hold(held);
                save_registers(r, (*generator).registers(), held);
                tail!(delegate_to_new::<E>, pc, r, k, vm, table)
            }
        }
        tail!(delegate_slow::<E>, pc, r, k, vm, table)
    }
    /// The rest of `delegate`: the one that begins gets the frame.
    fn delegate_to_new<E>(pc, r, k, vm, table) {
        let iterator = (*running!(vm)).delegate.get();
        let inner = iterator.address().cast::<Generator>();
        let at = (*inner).pc.get();
        (*inner).state.set(State::Running);
        (*vm).thread.result = Value::UNBOUND;
        put_frame!(inner, iterator, at, r, vm);
        tail!(start::<Narrow>, at, r, (*(*vm).thread.frame).constants, vm, table)
    }
    /// `yield from` and `await`: one step of any other iterator.
    fn delegate_slow<E>(pc, r, k, vm, table) {
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
        if value.is_object() && (*value.address()).shape() == ClassId::Generator.shape() {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(get_yield_from_slow::<E>, pc, r, k, vm, table)
    }
    /// As above, of what is no generator.
    #[cold]
    fn get_yield_from_slow<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(awaiting::yield_from_iterator(&mut *vm, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// The iterator of `await`.
    fn get_awaitable<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        if value.is_object()
            && (*value.address()).shape() == ClassId::Coroutine.shape()
            && (*value.address().cast::<Generator>()).state.get() != State::Delegating
        {
            *r.add(E::a(pc)) = value;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(get_awaitable_slow::<E>, pc, r, k, vm, table)
    }
    /// As above, of what is no coroutine, or awaits something.
    #[cold]
    fn get_awaitable_slow<E>(pc, r, k, vm, table) {
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

/// Gives `value` to whoever runs now; `Thread::next` is in it then, unless that is native: `false`.
#[inline(never)]
unsafe fn yielded(vm: &mut Vm, value: Value) -> bool {
    // SAFETY: by the caller: the running frame is that of a resumer.
    let next = unsafe { suspension::yielded(vm, value) };
    go_to(vm, next)
}

/// Leaves the generator for good; otherwise as `yielded`.
#[inline(never)]
unsafe fn end(vm: &mut Vm) -> bool {
    let value = std::mem::replace(&mut vm.thread.result, Value::UNBOUND);
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
        let there = match step(vm, iterator, sent, pc, E::c(pc)) {
            Ok(Step::Enter(place)) => frame::go_to(vm, Some(place)),
            Ok(Step::Yield(value)) => {
                let generator: Ref<Generator> = (*vm.thread.frame).extra.expect();
                let next = suspension::suspend(vm, pc, E::c(pc), value, State::Delegating);
                generator.delegate.set(iterator);
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
    /// A generator's frame took the place of this one: go on there.
    Enter(Place),
    Yield(Value),
    Done(Value),
}

/// Asks the delegate for its next value.
///
/// # Safety
/// `pc` is at the running frame's instruction.
#[inline(never)]
unsafe fn step(vm: &mut Vm, iterator: Value, sent: Value, pc: *const u8, held: usize) -> Run<Step> {
    if let Some(generator) = suspension::resumable(iterator) {
        // SAFETY: by the caller.
        return unsafe { suspension::delegate(vm, pc, held, generator, sent) }.map(Step::Enter);
    }
    if sent.is_none()
        && let Some(record) = iterator.cast::<Record>()
        && let Some(found) = iterate::next_of_record(vm, record)
    {
        return Ok(found?.map_or(Step::Done(Value::NONE), Step::Yield));
    }
    if sent.is_none()
        && let Some(native) = class::special(vm, iterator, Special::Next).and_then(Value::cast::<Native>)
        && let Some(step) = native.def.step
    {
        vm.thread.result = Value::UNBOUND;
        let item = step(vm, iterator)?;
        let value = std::mem::replace(&mut vm.thread.result, Value::UNBOUND).or(Value::NONE);
        return Ok(item.map_or(Step::Done(value), Step::Yield));
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
            Some(stop) => Ok(Step::Done(stop.expect::<Exception>().field(0).or(Value::NONE))),
            None => Err(raised),
        },
    }
}
