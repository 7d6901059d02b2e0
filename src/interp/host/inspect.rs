//! What running code can learn of itself: the frames below, their variables.

use crate::bytecode::code::Flags;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::frame;
use crate::interp::generator;
use crate::interp::unwind;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::generator::Generator;
use crate::object::record::{CellBox, Record};
use crate::object::text::string::Str;
use crate::ops::container::dict;
use crate::ops::make;
use crate::vm::raised::Run;
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// The frame of Python code `depth` frames below the one that runs, with its code.
pub fn python_frame(vm: &Vm, depth: usize) -> Option<(Frame, Ref<Code>)> {
    let mut at = vm.thread.frame;
    let mut left = depth;
    while at > vm.thread.frames {
        // SAFETY: records from the first to the running one are initialised, and stay where they are.
        let mut frame = unsafe { at.read() };
        while let Some(code) = frame::code(&frame) {
            if left == 0 {
                return Some((frame, code));
            }
            left -= 1;
            // Generators that delegate to the one that runs have no frame of their own.
            let running = frame.extra.cast::<Generator>();
            let Some(resumer) = running.and_then(|generator| generator.resumer.get().cast::<Generator>()) else {
                break;
            };
            frame = generator::stored_frame(resumer);
        }
        // SAFETY: above the first record.
        at = unsafe { at.sub(1) };
    }
    None
}

/// `globals()`
pub fn globals(vm: &Vm) -> Option<Value> {
    let (frame, _) = python_frame(vm, 0)?;
    Some(frame.function.cast::<Function>()?.globals.get())
}

/// `locals()`: the namespace of a module or class body, a fresh dict of a function's variables.
pub fn locals(vm: &mut Vm) -> Run<Value> {
    match python_frame(vm, 0) {
        Some((frame, code)) => {
            let namespace = locals_of(vm, &frame, code)?;
            if code.data().flags.has(Flags::OPTIMIZED) {
                return Ok(namespace);
            }
            with_comprehension(vm, &frame, code, namespace)
        }
        None => Ok(make::dict(vm)),
    }
}

/// CPYTHON: in a comprehension of a module or class body, a dict of nothing but the comprehension's variables, which are
/// registers. A body that mentions `locals` and its kin keeps those unbound outside the comprehension.
fn with_comprehension(vm: &mut Vm, frame: &Frame, code: Ref<Code>, namespace: Value) -> Run<Value> {
    let mut own: Option<Ref<Dict>> = None;
    for (i, name) in code.local_names().iter().enumerate().take(code.data().locals.len()) {
        // SAFETY: locals are registers of the frame.
        let value = unsafe { *frame.registers.add(i) };
        let is_class_cell = code.data().cells.contains(&(i as u32));
        if value.is_unbound() || is_class_cell {
            continue;
        }
        let value = value.cast::<CellBox>().map_or(value, |cell| cell.value.get());
        let into = own.unwrap_or_else(|| make::dict(vm).expect());
        own = Some(into);
        if value.is_bound() {
            dict::set(vm, into, name.get(), value)?;
        }
    }
    Ok(own.map_or(namespace, |own| own.value()))
}

/// The variables of a frame.
pub fn locals_of(vm: &mut Vm, frame: &Frame, code: Ref<Code>) -> Run<Value> {
    if frame.extra.is_bound() && !frame.extra.is::<Generator>() {
        return Ok(frame.extra);
    }
    if !code.data().flags.has(Flags::OPTIMIZED)
        && let Some(function) = frame.function.cast::<Function>()
    {
        return Ok(function.globals.get());
    }
    let variables = make::dict(vm).expect::<Dict>();
    for (i, name) in code.local_names().iter().enumerate() {
        // SAFETY: locals and free variables are registers of the frame.
        let mut value = unsafe { *frame.registers.add(i) };
        let is_free = i >= code.data().free_first as usize;
        if is_free || code.data().cells.contains(&(i as u32)) {
            value = value.cast::<CellBox>().map_or(value, |cell| cell.value.get());
        }
        let is_variable = name
            .get()
            .cast::<Str>()
            .is_some_and(|name| !name.bytes().starts_with(b"."));
        if value.is_bound() && is_variable {
            dict::set(vm, variables, name.get(), value)?;
        }
    }
    Ok(variables.value())
}

/// The `frame` object of the frame `depth` below the running one, with those below it behind `f_back`.
pub fn frame_objects(vm: &mut Vm, depth: usize) -> Option<Value> {
    let (mut first, mut above): (Option<Value>, Option<Ref<Record>>) = (None, None);
    let mut depth = depth;
    while let Some((frame, code)) = python_frame(vm, depth) {
        let offset = code.offset_of(frame.pc).saturating_sub(1);
        let object = unwind::frame_object(vm, &frame, code, offset);
        if frame.extra.is_unbound() || frame.extra.is::<Generator>() {
            let variables = locals_of(vm, &frame, code).ok()?;
            object.expect::<Record>().set(unwind::frame_field::LOCALS, variables);
        }
        if let Some(above) = above {
            above.set(unwind::frame_field::BACK, object);
        }
        first = first.or(Some(object));
        above = Some(object.expect());
        depth += 1;
    }
    first
}
