//! Exceptions on their way out: from frame to frame to the handler that covers the place.

use crate::bytecode::code::Flags;
use crate::bytecode::insn;
use crate::bytecode::isa::{Op, Operand};
use crate::bytecode::lines;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::calls::suspension;
use crate::interp::dispatch::handler::{handlers, next, save_pc, status, tail};
use crate::interp::frame::{self, Place};
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::exception::Exception;
use crate::object::exception::field::OBJ;
use crate::object::generator::Generator;
use crate::object::record::{CellBox, Record};
use crate::object::text::string::Str;
use crate::ops::{class, make, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Raised;
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// Cold handlers: writes a result to register `$dst` and goes on behind `$words` words, or raises.
macro_rules! finish {
    ($result:expr, $form:ident, $words:literal, $pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident, $dst:expr) => {{
        match $result {
            Ok(value) => {
                *$r.add($dst) = value;
                next!($form::after($pc, $words), $r, $k, $vm, $table)
            }
            Err(_) => tail!($crate::interp::unwind::raise::<$form>, $pc, $r, $k, $vm, $table),
        }
    }};
}

/// Cold handlers: raises UnboundLocalError if a register that was read is UNBOUND.
macro_rules! need_bound {
    ($form:ident, $pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident, $($value:expr),+) => {
        if $($value.is_unbound())||+ {
            tail!($crate::interp::unwind::unbound::<$form>, $pc, $r, $k, $vm, $table)
        }
    };
}

/// Cold handlers: goes on at `Thread::next`, where a helper has put the place if it answers `$there`, or raises. Helpers never
/// return a place by value: it would lie in memory of the handler, and with that LLVM makes no tail call.
macro_rules! go {
    ($there:expr, $form:ident, $pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident) => {{
        if $there {
            let (pc, r, k) = (*$vm).thread.next;
            next!(pc, r, k, $vm, $table)
        }
        tail!($crate::interp::unwind::raise::<$form>, $pc, $r, $k, $vm, $table)
    }};
}

pub(crate) use {finish, go, need_bound};

handlers! {
    /// An exception is pending: goes to its handler, or leaves the run.
    #[cold]
    fn raise<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        if !unwind(&mut *vm, true) {
            return status::RAISED;
        }
        let (pc, r, k) = (*vm).thread.next;
        next!(pc, r, k, vm, table)
    }
    /// As `raise`, for an exception that was on its way already: this frame is in its traceback.
    #[cold]
    fn raise_on<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        if !unwind(&mut *vm, false) {
            return status::RAISED;
        }
        let (pc, r, k) = (*vm).thread.next;
        next!(pc, r, k, vm, table)
    }
    /// A register that the instruction reads is UNBOUND.
    #[cold]
    fn unbound<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let code = Code::of_constants(k);
        let offset = code.offset_of(pc);
        let register = unbound_operand(code, offset, r);
        let _ = unbound_error(&mut *vm, code, register);
        tail!(raise::<E>, pc, r, k, vm, table)
    }
}

/// Which of the registers that the instruction reads is UNBOUND.
unsafe fn unbound_operand(code: Ref<Code>, offset: usize, r: *mut Value) -> usize {
    let insn = insn::decode(&code.data().bytes, offset);
    let insn = insn.unwrap_or_else(|| unreachable!("verified code decodes"));
    let operands = insn.op.row().operands.iter().zip(insn.operands);
    for (&(_, kind), operand) in operands {
        // SAFETY: verified operands are registers of the frame.
        if matches!(kind, Operand::In | Operand::InOut) && unsafe { *r.add(operand as usize) }.is_unbound() {
            return operand as usize;
        }
    }
    unreachable!("{} read no UNBOUND register", insn.op.row().name)
}

/// The error for reading local `register` without a value.
pub fn unbound_error(vm: &mut Vm, code: Ref<Code>, register: usize) -> Raised {
    let name = code.local_names().get(register).map(|slot| slot.get());
    let Some(name) = name.and_then(|name| name.cast::<Str>()) else {
        return raise::system_error(vm, "an unnamed register was read before it was set");
    };
    let free = code.data().free_first as usize;
    let name_text = name.lossy();
    if register >= free && register < free + code.data().free.len() {
        let message = format!(
            "cannot access free variable '{name_text}' where it is not associated with a value in enclosing scope"
        );
        let error = raise::new(vm, ClassId::NameError, &message);
        error.expect::<Exception>().set_field(&mut vm.heap, 0, name.value());
        return raise::value(vm, error);
    }
    let message = format!("cannot access local variable '{name_text}' where it is not associated with a value");
    raise::with_text(vm, ClassId::UnboundLocalError, &message)
}

/// Finds the handler of the pending exception, popping frames on the way, and puts it in `Thread::next`; `false` when it leaves the
/// run, whose entry record is popped, too. `first`: whether the running frame gets its line in the traceback.
#[inline(never)]
pub fn unwind(vm: &mut Vm, first: bool) -> bool {
    let mut add_line = first;
    loop {
        let frame = frame::current(&vm.thread);
        let Some(code) = frame::code(frame) else {
            // SAFETY: below an entry record there is always the frame of its caller, or the arena's first record.
            vm.thread.frame = unsafe { vm.thread.frame.sub(1) };
            if frame::is_continuation(frame) {
                continue;
            }
            return false;
        };
        // A suspended frame's `pc` lies behind the first byte of its instruction.
        let offset = code.offset_of(frame.pc) - 1;
        if add_line {
            add_traceback(vm, frame, code, offset);
        }
        add_line = true;
        let cover = code
            .data()
            .cover
            .iter()
            .find(|c| (c.start as usize..c.end as usize).contains(&offset));
        if let Some(cover) = cover {
            let exception = std::mem::replace(&mut vm.thread.pending, Value::UNBOUND);
            // SAFETY: verified: the register and the handler exist.
            unsafe {
                *frame.registers.add(cover.register as usize) = exception;
                let handler = code.entry().add(cover.handler as usize);
                vm.thread.next = (handler, frame.registers, frame.constants);
            }
            return true;
        }
        if frame.extra.is::<Generator>() && suspension::leave_by_exception(vm) {
            continue;
        }
        let is_call = frame.extra.is_unbound() || frame::object(frame).is_some();
        // SAFETY: as above.
        vm.thread.frame = unsafe { vm.thread.frame.sub(1) };
        if is_call && let Some(place) = end_of_loop(vm) {
            vm.thread.next = place;
            return true;
        }
    }
}

/// Behind the `for_next` at which the running frame stands, if StopIteration comes from its `__next__`.
fn end_of_loop(vm: &mut Vm) -> Option<Place> {
    let running = frame::current(&vm.thread);
    // SAFETY: a call has just been left, so that `pc` is at what goes on after it; behind the byte is the label.
    unsafe {
        if running.function.is_unbound() || *running.pc != Op::for_item as u8 {
            return None;
        }
        raise::catch(vm, ClassId::StopIteration)?;
        Some((running.pc.add(5), running.registers, running.constants))
    }
}

/// Fields of a `frame` object. Of a frame that may still run: where it is (the address of its record, or its generator), which says
/// what `OFFSET` and `LOCALS` are only later; they are kept for when it does not. Behind them are the variables of a function as
/// they were when the object was made.
pub mod frame_field {
    pub const CODE: usize = 0;
    pub const GLOBALS: usize = 1;
    pub const LOCALS: usize = 2;
    pub const BACK: usize = 3;
    pub const HOME: usize = 4;
    pub const FUNCTION: usize = 5;
    pub const OFFSET: usize = 6;
    pub const COUNT: usize = 7;
}

/// Has the `frame` objects of functions that run keep their variables as they are now: not what the function has let go. Answers the
/// frames that have one.
pub fn renew_frame_objects(vm: &Vm) -> Vec<*mut Frame> {
    let frames = frame::with_objects(&vm.thread);
    for &at in &frames {
        // SAFETY: the stack does not move.
        let running = unsafe { &*at };
        if let Some(object) = frame::object(running) {
            keep_variables(vm, running, object);
        }
    }
    frames
}

/// Copies variables into the `frame` object that was made of a function's frame.
pub fn keep_variables(vm: &Vm, running: &Frame, object: Ref<Record>) {
    for (i, field) in object.fields()[frame_field::COUNT..].iter().enumerate() {
        // SAFETY: locals and free variables are registers of the frame.
        let value = unsafe { *running.registers.add(i) };
        // A local that was not assigned yet may hold what an earlier frame left in its register.
        field.set(if vm.heap.knows(value) { value } else { Value::UNBOUND });
    }
}

/// The line of a `frame` object, as far as that knows.
pub fn line_of_frame(object: Ref<Record>) -> u32 {
    let code = object.get(frame_field::CODE).cast::<Code>();
    let offset = object.get(frame_field::OFFSET).as_int().unwrap_or(0);
    code.map_or(0, |code| lines::line(code.data(), offset as u32))
}

/// Fields of a traceback entry: the next (inner) entry or None, the frame, the offset of the instruction. Until somebody asks for
/// the frame, its function is in its place, and what the frame has as its `extra` (or the variables to show) behind. Entries made
/// by `types.TracebackType` have their line there.
pub mod entry_field {
    pub const NEXT: usize = 0;
    pub const FRAME: usize = 1;
    pub const OFFSET: usize = 2;
    pub const EXTRA: usize = 3;
}

/// The frame of a traceback entry.
pub fn frame_of_entry(vm: &mut Vm, entry: Ref<Record>) -> Value {
    let there = entry.get(entry_field::FRAME);
    let Some(function) = there.cast::<Function>() else {
        return there;
    };
    let offset = entry.get(entry_field::OFFSET).as_int().unwrap_or(0);
    let extra = entry.get(entry_field::EXTRA);
    let made = frame_record(vm, function.value(), extra, function.code(), offset as usize);
    entry.set(entry_field::FRAME, made);
    made
}

/// Makes the `frame` object of a frame.
pub fn frame_object(vm: &mut Vm, frame: &Frame, code: Ref<Code>, offset: usize) -> Value {
    frame_record(vm, frame.function, frame.extra, code, offset)
}

fn frame_record(vm: &mut Vm, function: Value, extra: Value, code: Ref<Code>, offset: usize) -> Value {
    let globals = function.cast::<Function>().map_or(Value::NONE, |f| f.globals.get());
    let fields = [
        code.value(),
        globals,
        extra,
        Value::NONE,
        Value::UNBOUND,
        function,
        Value::small_int(offset as i64),
    ];
    make::record(vm, ClassId::Frame, &fields)
}

/// Adds the running frame to the pending exception's traceback.
#[inline]
fn add_traceback(vm: &mut Vm, running: &Frame, code: Ref<Code>, offset: usize) {
    let Some(exception) = vm.thread.pending.cast::<Exception>() else {
        return;
    };
    // Without fields there is nothing that variables would be kept for.
    if exception.is_fresh() && running.extra.is_unbound() && !exception.has_fields() {
        exception.note_place(running.function, offset);
    } else {
        add_entry(vm, exception, running, code, offset);
    }
}

#[inline(never)]
fn add_entry(vm: &mut Vm, exception: Ref<Exception>, running: &Frame, code: Ref<Code>, offset: usize) {
    let next = exception.traceback(&mut vm.heap);
    let mut extra = frame::namespace(running);
    if next.is_none() && code.data().flags.has(Flags::OPTIMIZED) {
        extra = kept_locals(vm, exception, running, code).or(extra);
    }
    let fields = [next, running.function, Value::small_int(offset as i64), extra];
    let entry = make::record(vm, ClassId::Traceback, &fields);
    exception.set_traceback(entry);
}

/// What suggestions for the exception are made from, of the variables of the frame that raised it: all for a name that was not
/// found; for an attribute `self`, if that was the object.
fn kept_locals(vm: &mut Vm, exception: Ref<Exception>, frame: &Frame, code: Ref<Code>) -> Value {
    let class = class::of(vm, exception.value());
    if class.is_subclass(class::known(vm, ClassId::NameError)) {
        return variables(vm, frame, code);
    }
    let object = exception.field(OBJ);
    if object.is_unbound() || !class.is_subclass(class::known(vm, ClassId::AttributeError)) {
        return Value::UNBOUND;
    }
    // SAFETY: a function with a first parameter has a register for it.
    let first = (code.data().positional > 0).then(|| unsafe { *frame.registers });
    let name = code.local_names().first().and_then(|name| name.get().cast::<Str>());
    if first != Some(object) || name.is_none_or(|name| name.bytes() != b"self") {
        return Value::UNBOUND;
    }
    let locals = make::dict(vm).expect::<Dict>();
    // Without memory for it the variable is not shown.
    let _ = locals.set_str(code.local_names()[0].get(), object);
    locals.value()
}

/// A dict of a function's variables that have values.
pub fn variables(vm: &mut Vm, frame: &Frame, code: Ref<Code>) -> Value {
    let variables = make::dict(vm).expect::<Dict>();
    for i in 0..code.local_names().len() {
        // SAFETY: locals and free variables are registers of the frame.
        let value = unsafe { *frame.registers.add(i) };
        // A local that was not assigned yet may hold what an earlier frame left in its register.
        if !vm.heap.knows(value) {
            continue;
        }
        add_variable(variables, code, i, value);
    }
    variables.value()
}

/// Adds local `i` to a dict of variables, unless its register, which holds `value`, says that it has none.
pub fn add_variable(variables: Ref<Dict>, code: Ref<Code>, i: usize, mut value: Value) {
    let is_free = i >= code.data().free_first as usize;
    if is_free || code.data().cells.contains(&(i as u32)) {
        value = value.cast::<CellBox>().map_or(value, |cell| cell.value.get());
    }
    let name = code.local_names()[i].get();
    let is_variable = name.cast::<Str>().is_some_and(|name| !name.bytes().starts_with(b"."));
    if value.is_bound() && is_variable {
        // Without memory for it the variable is not shown.
        let _ = variables.set_str(name, value);
    }
}
