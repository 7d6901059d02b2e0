//! `frame` objects of frames that run: made when somebody asks for one, true as long as the frame is there.
//!
//! A function's frame knows its object by `Frame::extra`, which every push of a frame overwrites: so an object can tell whether the
//! record it points at is still that of its frame. PERF: perf/0029-foreign-programs.md

use crate::bytecode::code::Flags;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::frame;
use crate::interp::generator;
use crate::interp::host::inspect::{self, Descent, Found};
use crate::interp::unwind;
use crate::interp::unwind::frame_field as field;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::generator::{Generator, State};
use crate::object::record::Record;
use crate::ops::make;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// The `frame` object of the frame `depth` below the running one. Behind its `f_back` are those of the frames below, down to the
/// first that had one already: as long as that frame is there, what is below it has not moved.
pub fn frame_object(vm: &mut Vm, depth: usize) -> Option<Value> {
    let mut descent = Descent::new(vm);
    let mut found = descent.nth(vm, depth)?;
    let (mut first, mut above): (Option<Ref<Record>>, Option<Ref<Record>>) = (None, None);
    loop {
        let known = frame::object(&found.frame);
        let object = known.unwrap_or_else(|| make_object(vm, &found));
        object.set(field::OFFSET, Value::small_int(found.offset() as i64));
        if let Some(above) = above {
            above.set(field::BACK, object.value());
        }
        first = first.or(Some(object));
        let next = if known.is_some() { None } else { descent.next(vm) };
        match next {
            Some(next) => (above, found) = (Some(object), next),
            None => return first.map(Ref::value),
        }
    }
}

fn make_object(vm: &mut Vm, found: &Found) -> Ref<Record> {
    let frame = &found.frame;
    let is_function = found.code.data().flags.has(Flags::OPTIMIZED);
    let kept = if is_function { found.code.local_names().len() } else { 0 };
    let globals = frame
        .function
        .cast::<Function>()
        .map_or(Value::NONE, |f| f.globals.get());
    let generator = frame.extra.is::<Generator>();
    let mut fields = Vec::with_capacity(field::COUNT + kept);
    fields.extend([
        found.code.value(),
        globals,
        if is_function {
            Value::UNBOUND
        } else {
            frame::namespace(frame).or(globals)
        },
        Value::NONE,
        if generator {
            frame.extra
        } else {
            Value::small_int(found.record.addr() as i64)
        },
        frame.function,
        Value::small_int(0),
    ]);
    fields.resize(field::COUNT + kept, Value::UNBOUND);
    let object = make::record(vm, ClassId::Frame, &fields).expect::<Record>();
    unwind::keep_variables(vm, frame, object);
    if is_function && !generator {
        // SAFETY: not a generator's, so that it has a record.
        unsafe { (*found.record).extra = object.value() };
    }
    object
}

/// The frame of a frame object, if it is still there.
fn running(vm: &Vm, object: Ref<Record>) -> Option<Frame> {
    let home = object.get(field::HOME);
    if let Some(generator) = home.cast::<Generator>() {
        return match generator.state.get() {
            State::Closed => None,
            State::Running => frame_of_generator(vm, generator),
            State::Created | State::Suspended | State::Delegating => Some(generator::stored_frame(generator)),
        };
    }
    let thread = &vm.thread;
    let distance = (home.as_int()? as usize).wrapping_sub(thread.frames.addr());
    let index = distance / size_of::<Frame>();
    if distance > thread.frame.addr() - thread.frames.addr() {
        return None;
    }
    // SAFETY: not above the running frame.
    let frame = unsafe { thread.frames.add(index).read() };
    let code = frame::code(&frame)?;
    let is_same = if code.data().flags.has(Flags::OPTIMIZED) {
        frame.extra == object.value()
    } else {
        // What a module, a class or `exec` runs is a function of its own.
        frame.function == object.get(field::FUNCTION)
    };
    is_same.then_some(frame)
}

fn frame_of_generator(vm: &Vm, generator: Ref<Generator>) -> Option<Frame> {
    let mut descent = Descent::new(vm);
    while let Some(found) = descent.next(vm) {
        if found.frame.extra == generator.value() {
            return Some(found.frame);
        }
    }
    None
}

/// Brings the place of a frame object up to date.
pub fn refresh(vm: &Vm, object: Ref<Record>) {
    if let Some(frame) = running(vm, object)
        && let Some(code) = frame::code(&frame)
    {
        let offset = code.offset_of(frame.pc).saturating_sub(1);
        object.set(field::OFFSET, Value::small_int(offset as i64));
    }
}

/// Brings the variables of a frame object up to date.
pub fn refresh_locals(vm: &mut Vm, object: Ref<Record>) -> Run<()> {
    if let Some(frame) = running(vm, object)
        && let Some(code) = frame::code(&frame)
    {
        let locals = inspect::locals_of(vm, &frame, code)?;
        object.set(field::LOCALS, locals);
    } else if object.get(field::LOCALS).is_unbound() && object.fields().len() > field::COUNT {
        let code = object.get(field::CODE).expect::<Code>();
        let locals = make::dict(vm).expect::<Dict>();
        for i in 0..object.fields().len() - field::COUNT {
            unwind::add_variable(locals, code, i, object.get(field::COUNT + i));
        }
        object.set(field::LOCALS, locals.value());
    }
    Ok(())
}
