//! What running code can learn of itself: the frames below, their variables.

use crate::bytecode::code::Flags;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::frame;
use crate::interp::generator;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::generator::Generator;
use crate::object::record::CellBox;
use crate::object::text::string::Str;
use crate::ops::container::dict;
use crate::ops::make;
use crate::vm::raised::Run;
use crate::vm::state::Vm;
use crate::vm::thread::Frame;

/// A frame of Python code on the stack.
pub struct Found {
    /// Its record; null for a generator that delegates to the one that runs, whose frame is none of the stack.
    pub record: *mut Frame,
    pub frame: Frame,
    pub code: Ref<Code>,
}

impl Found {
    /// Where in its code it is.
    pub fn offset(&self) -> usize {
        self.code.offset_of(self.frame.pc).saturating_sub(1)
    }
}

/// The way down the stack.
pub struct Descent {
    at: *mut Frame,
    resumer: Option<Ref<Generator>>,
}

impl Descent {
    pub fn new(vm: &Vm) -> Descent {
        Descent {
            at: vm.thread.frame,
            resumer: None,
        }
    }
    /// The next frame below; at first the one that runs.
    pub fn next(&mut self, vm: &Vm) -> Option<Found> {
        if let Some(generator) = self.resumer {
            let frame = generator::stored_frame(generator);
            return self.find(std::ptr::null_mut(), frame);
        }
        while self.at > vm.thread.frames {
            let record = self.at;
            // SAFETY: records from the first to the running one are initialised, and stay where they are.
            let frame = unsafe {
                self.at = record.sub(1);
                record.read()
            };
            if frame.function.is_bound() {
                return self.find(record, frame);
            }
        }
        None
    }
    fn find(&mut self, record: *mut Frame, frame: Frame) -> Option<Found> {
        let code = frame::code(&frame)?;
        let running = frame.extra.cast::<Generator>();
        self.resumer = running.and_then(|generator| generator.resumer.get().cast());
        Some(Found { record, frame, code })
    }
    /// The frame `depth` below the next one.
    pub fn nth(&mut self, vm: &Vm, depth: usize) -> Option<Found> {
        let mut found = self.next(vm);
        for _ in 0..depth {
            found.as_ref()?;
            found = self.next(vm);
        }
        found
    }
}

/// The frame of Python code `depth` frames below the one that runs, with its code.
pub fn python_frame(vm: &Vm, depth: usize) -> Option<(Frame, Ref<Code>)> {
    let found = Descent::new(vm).nth(vm, depth)?;
    Some((found.frame, found.code))
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
    if let Some(namespace) = frame::namespace(frame).bound() {
        return Ok(namespace);
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
