//! The register stack and the frames on it.

use crate::bytecode::isa::Op;
use crate::heap::mark::Tracer;
use crate::heap::object::Ref;
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::tuple::{self, Tuple};
use crate::object::generator::Generator;
use crate::object::record::{CellBox, Record};
use crate::ops::raise;
use crate::vm::known::ClassId;
use crate::vm::native::PADDING;
use crate::vm::raised::Run;
use crate::vm::state::Vm;
use crate::vm::thread::{Frame, Thread};

/// Where execution is: instruction, registers, constants. What handlers carry in machine registers.
pub type Place = (*const u8, *mut Value, *mut Value);

/// What continuation records go on with: see `steps::operator`.
pub static RESUME: [u8; 4] = [Op::resume as u8, 0, 0, 0];

/// Whether this is the record between an instruction and the method made in Python that it has called.
pub fn is_continuation(frame: &Frame) -> bool {
    frame.pc == RESUME.as_ptr()
}

/// Puts a place where the macro `go` finds it; answers whether there is one.
pub fn go_to(vm: &mut Vm, place: Option<Place>) -> bool {
    if let Some(place) = place {
        vm.thread.next = place;
    }
    place.is_some()
}

/// The code of a frame; `None` for the entry record of a call from native code.
pub fn code(frame: &Frame) -> Option<Ref<Code>> {
    // SAFETY: a frame with a function has the constants of that function's code.
    frame
        .function
        .is_bound()
        .then(|| unsafe { Code::of_constants(frame.constants) })
}

/// The frame object that `sys._getframe` has made of a function's frame.
pub fn object(frame: &Frame) -> Option<Ref<Record>> {
    let header = frame.extra.header()?;
    (header.shape() == ClassId::Frame.shape()).then(|| frame.extra.expect())
}

/// The namespace of a class body or of what `exec` runs; UNBOUND for other frames, which have something else in its place.
pub fn namespace(frame: &Frame) -> Value {
    if frame.extra.is::<Generator>() || object(frame).is_some() {
        return Value::UNBOUND;
    }
    frame.extra
}

/// The running frame. Records stay where they are in the arena, so that the reference does not borrow the thread.
pub fn current<'a>(thread: &Thread) -> &'a mut Frame {
    // SAFETY: `frame` points into the arena, at the record pushed last.
    unsafe { &mut *thread.frame }
}

/// The first register that no frame uses: arguments of a native that were filled up lie right above those of its caller.
#[inline]
pub fn top(thread: &Thread) -> *mut Value {
    let frame = current(thread);
    // SAFETY: what a frame has is a function, or UNBOUND; every frame was pushed with room for its registers, and the spare part
    // is behind them.
    unsafe {
        let used = if frame.function.is_bound() {
            (*frame.function.address().cast::<Function>()).registers.get() as usize
        } else {
            0
        };
        frame.registers.add(used + PADDING as usize)
    }
}

/// Pushes a frame for `function` whose registers begin at `registers`, and answers where to go on.
///
/// # Errors
/// RecursionError at the limit; the frame is not pushed then.
///
/// # Safety
/// The arguments lie in the registers as the code's parameters want them.
pub unsafe fn push(vm: &mut Vm, function: Ref<Function>, registers: *mut Value, extra: Value) -> Run<Place> {
    // SAFETY: the limits leave a spare part of both arenas.
    unsafe {
        let frame = vm.thread.frame.add(1);
        let end = registers.add(function.registers.get() as usize);
        if frame >= vm.thread.frame_limit || end >= vm.thread.register_limit {
            return Err(raise::recursion_error(vm, "maximum recursion depth exceeded"));
        }
        let constants = function.constants.get();
        let entry = function.entry.get();
        *frame = Frame {
            pc: entry,
            registers,
            constants,
            function: function.value(),
            extra,
        };
        vm.thread.frame = frame;
        Ok((entry.cast_const(), registers, constants))
    }
}

/// Pushes a continuation record whose register is at `registers`, and the frame of `function`, whose arguments lie behind that one;
/// answers where to go on.
///
/// # Safety
/// `function` is one, and takes its arguments as they lie. There is room for two frames.
#[inline(always)] // PERF: perf/0001-handlers.md
pub unsafe fn push_continued(vm: *mut Vm, function: Value, registers: *mut Value) -> Place {
    // SAFETY: by the caller.
    unsafe {
        let (record, inner) = ((*vm).thread.frame.add(1), (*vm).thread.frame.add(2));
        *record = Frame {
            pc: RESUME.as_ptr(),
            registers,
            constants: std::ptr::null_mut(),
            function: Value::UNBOUND,
            extra: Value::UNBOUND,
        };
        let callee = function.address().cast::<Function>();
        let (entry, constants) = ((*callee).entry.get().cast_const(), (*callee).constants.get());
        let base = registers.add(1);
        *inner = Frame {
            pc: entry,
            registers: base,
            constants,
            function,
            extra: Value::UNBOUND,
        };
        (*vm).thread.frame = inner;
        (entry, base, constants)
    }
}

/// Shows the collector every frame and all registers below the top. Registers may hold what earlier frames left there, so that
/// they are looked at as words. Frame objects are not shown: see `forget_dead_objects`.
pub fn trace(thread: &Thread, tracer: &mut Tracer) {
    tracer.visit(thread.pending);
    tracer.visit(thread.handled);
    let mut frame = thread.frames;
    // SAFETY: the records up to `frame` are initialised, and so are the registers below the top: the arena begins as zeros.
    unsafe {
        while frame <= thread.frame {
            tracer.visit((*frame).function);
            if object(&*frame).is_none() {
                tracer.visit((*frame).extra);
            }
            frame = frame.add(1);
        }
        let used = top(thread).offset_from(thread.registers) as usize;
        tracer.words(std::slice::from_raw_parts(thread.registers, used));
    }
}

/// The frames with a frame object.
pub fn with_objects(thread: &Thread) -> Vec<*mut Frame> {
    let mut found = Vec::new();
    let mut at = thread.frame;
    while at > thread.frames {
        // SAFETY: records from the first to the running one are initialised.
        unsafe {
            if object(&*at).is_some() {
                found.push(at);
            }
            at = at.sub(1);
        }
    }
    found
}

/// Right after a collection: takes from `frames`, which are all that had one, the frame objects that nothing else referred to. They
/// are gone with what they keep of the variables.
pub fn forget_dead_objects(heap: &Heap, frames: &[*mut Frame]) {
    for &frame in frames {
        // SAFETY: no frame was left since the collection began.
        let extra = unsafe { &mut (*frame).extra };
        if !heap.has_survived(*extra) {
            *extra = Value::UNBOUND;
        }
    }
}

/// Whether the running function has a first parameter, be it deleted by now.
pub fn has_parameters(thread: &Thread) -> bool {
    let function = current(thread).function.cast::<Function>();
    function.is_some_and(|function| function.code().data().positional > 0)
}

/// What `super()` without arguments works on: the class that the running method was defined in, and its first argument. An
/// answer of UNBOUND stands for what is not there.
pub fn method_of_super(thread: &Thread) -> (Value, Value) {
    let frame = current(thread);
    let Some(function) = frame.function.cast::<Function>() else {
        return (Value::UNBOUND, Value::UNBOUND);
    };
    let code = function.code();
    let data = code.data();
    let in_cell = |value: Value| value.cast::<CellBox>().map_or(value, |cell| cell.value.get());
    let class = data.free.iter().position(|name| name == "__class__").and_then(|i| {
        let cells = tuple::items(function.closure.get().cast::<Tuple>()?);
        cells.get(i).copied()
    });
    let first = if data.positional > 0 {
        // SAFETY: a frame has a register for every parameter.
        in_cell(unsafe { *frame.registers })
    } else {
        Value::UNBOUND
    };
    (class.map_or(Value::UNBOUND, in_cell), first)
}
