//! From compiled data to code objects, and when they are first run: constants become values, names are interned, generators
//! return their own way.

use std::rc::Rc;

use crate::base::big::Big;
use crate::bytecode::code::{CodeData, Constant, Flags};
use crate::bytecode::insn;
use crate::bytecode::isa::Op;
use crate::bytecode::shape::{self, NO_PLACE};
use crate::heap::object::Ref;
use crate::heap::pressure;
use crate::heap::value::Value;
use crate::interp::dispatch::pairs;
use crate::object::callable::code::{Code, CodeParts};
use crate::object::callable::function::Function;
use crate::object::container::set::Set;
use crate::ops::container::set;
use crate::ops::{make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// How many names are remembered.
const NAMES: usize = 32;

/// One loading under way. Nothing here reaches a safepoint, so that plain vectors may hold values.
struct Loader<'v> {
    vm: &'v mut Vm,
    /// By address and length: what names of the data are interned as. The data outlives the loading.
    names: [(*const u8, usize, Value); NAMES],
    filename: Value,
}

/// Makes the code object of `data`, which `bytecode::verify` has accepted. `ready` makes what it needs to be run, so that code
/// costs little that never is.
pub fn code(vm: &mut Vm, data: &Rc<CodeData>) -> Ref<Code> {
    pressure::add(weight(data));
    let filename = text::intern(vm, &data.filename);
    code_in(vm, data, filename)
}

/// How many bytes the data holds, about, with all code in it: the collector has to know of code that never becomes an object.
fn weight(data: &CodeData) -> usize {
    let inner = data.constants.iter().map(|constant| match constant {
        Constant::Code(data) => weight(data),
        Constant::Str(bytes) | Constant::Bytes(bytes) => bytes.len(),
        _ => 0,
    });
    400 + data.bytes.len() * 2 + data.sites.len() * 16 + data.constants.len() * 48 + inner.sum::<usize>()
}

fn code_in(vm: &mut Vm, data: &Rc<CodeData>, filename: Value) -> Ref<Code> {
    let name = text::intern(vm, &data.name);
    let qualname = match data.qualname == data.name {
        true => name,
        false => text::intern(vm, &data.qualname),
    };
    let names = [name, qualname, filename];
    Code::new(&mut vm.heap, ClassId::Code.shape(), data.clone(), names)
}

/// The code object of verified `data` whose constants are these values: the same kinds as in `data`, which has been verified.
pub fn with_constants(vm: &mut Vm, data: &Rc<CodeData>, constants: &[Value]) -> Ref<Code> {
    let code = code(vm, data);
    Loader::new(vm, code).fill(code, constants);
    code
}

/// A fresh code object of the same data, whose instructions and sites have learnt nothing.
pub fn again(vm: &mut Vm, code: Ref<Code>) -> Ref<Code> {
    let filename = code.filename.get();
    code_in(vm, code.shared_data(), filename)
}

/// Makes a function and its code ready to be run. Runs no Python.
///
/// # Errors
/// MemoryError, or what hashing a constant raises.
#[inline]
pub fn ready(vm: &mut Vm, function: Ref<Function>) -> Run<()> {
    match function.is_ready() {
        true => Ok(()),
        false => ready_slow(vm, function),
    }
}

#[cold]
#[inline(never)]
fn ready_slow(vm: &mut Vm, function: Ref<Function>) -> Run<()> {
    let code = function.code();
    ready_code(vm, code)?;
    function.set_code(code);
    Ok(())
}

/// Makes code ready to be run, if it is not.
///
/// # Errors
/// As `ready`.
pub fn ready_code(vm: &mut Vm, code: Ref<Code>) -> Run<()> {
    if code.is_ready() {
        return Ok(());
    }
    let mut loader = Loader::new(vm, code);
    let constants = loader.values(&code.data().constants)?;
    loader.fill(code, &constants);
    Ok(())
}

impl Loader<'_> {
    fn new(vm: &mut Vm, code: Ref<Code>) -> Loader<'_> {
        Loader {
            vm,
            names: [(std::ptr::null(), 0, Value::UNBOUND); NAMES],
            filename: code.filename.get(),
        }
    }

    fn name(&mut self, name: &str) -> Value {
        let (address, length) = (name.as_ptr(), name.len());
        // Neighbours differ in their lowest bits.
        let place = address as usize % NAMES;
        let (known, known_length, _) = self.names[place];
        if (known, known_length) != (address, length) {
            self.names[place] = (address, length, text::intern(self.vm, name));
        }
        self.names[place].2
    }

    fn fill(&mut self, code: Ref<Code>, constants: &[Value]) {
        let data = code.data();
        let site_names: Vec<Value> = data.sites.iter().map(|name| self.name(name)).collect();
        let free_first = data.free_first as usize;
        let mut local_names = Vec::with_capacity(data.locals.len() + data.free.len());
        local_names.extend(data.locals.iter().map(|name| self.name(name)));
        if !data.free.is_empty() && local_names.len() < free_first + data.free.len() {
            local_names.resize(free_first + data.free.len(), Value::UNBOUND);
        }
        for (i, name) in data.free.iter().enumerate() {
            local_names[free_first + i] = self.name(name);
        }
        let parts = CodeParts {
            constants,
            site_names: &site_names,
            local_names: &local_names,
        };
        Code::fill(code, parts);
        let registers = data.registers as usize;
        if registers > self.vm.thread.widest {
            self.vm.thread.widest = registers;
            self.vm.limit_frames();
        }
        let suspends = Flags::GENERATOR | Flags::COROUTINE | Flags::ASYNC_GENERATOR;
        let fuses = !(self.vm.options.no_quickening || self.vm.options.no_superinstructions);
        prepare(code, fuses, data.flags.has(suspends));
        if data.flags.has(suspends) {
            return_as_generator(code);
        }
    }

    fn values(&mut self, constants: &[Constant]) -> Run<Vec<Value>> {
        constants.iter().map(|constant| self.value(constant)).collect()
    }

    fn value(&mut self, constant: &Constant) -> Run<Value> {
        let vm = &mut *self.vm;
        Ok(match constant {
            Constant::None => Value::NONE,
            Constant::True => Value::TRUE,
            Constant::False => Value::FALSE,
            Constant::Ellipsis => Value::ELLIPSIS,
            Constant::Int(n) => make::int(vm, *n),
            Constant::BigInt { radix, digits } => big(vm, *radix, digits)?,
            Constant::Float(bits) => Value::float(f64::from_bits(*bits)),
            Constant::Complex(re, im) => make::complex(vm, f64::from_bits(*re), f64::from_bits(*im)),
            Constant::Str(bytes) if is_name(bytes) => text::intern_bytes(vm, bytes),
            Constant::Str(bytes) => text::from_bytes(vm, bytes),
            Constant::Bytes(bytes) => make::bytes(vm, &**bytes),
            Constant::Tuple(items) => {
                let items = self.values(items)?;
                make::tuple(self.vm, &items)
            }
            Constant::FrozenSet(items) => self.frozen_set(items)?,
            Constant::Slice(parts) => {
                let fields = self.values(&parts[..])?;
                make::record(self.vm, ClassId::Slice, &fields)
            }
            Constant::Code(data) => code_in(self.vm, data, self.filename).value(),
        })
    }

    fn frozen_set(&mut self, items: &[Constant]) -> Run<Value> {
        let result = Set::new(&mut self.vm.heap, ClassId::FrozenSet.shape()).value();
        for item in items {
            let item = self.value(item)?;
            set::add(self.vm, result.expect(), item)?;
        }
        Ok(result)
    }
}

/// CPYTHON: constants that look like names are interned.
fn is_name(bytes: &[u8]) -> bool {
    bytes.iter().all(|&b| b.is_ascii_alphanumeric() || b == b'_')
}

fn big(vm: &mut Vm, radix: u32, digits: &str) -> Run<Value> {
    let (negative, digits) = match digits.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, digits),
    };
    match Big::parse(radix, digits.as_bytes()) {
        Some(n) => Ok(make::big(vm, if negative { n.neg() } else { n })),
        None => Err(raise::system_error(vm, "bad digits in a constant")),
    }
}

/// Instructions that are run name their sites by the distance from the constants; if it `fuses`, some do the work of the next one,
/// too. Code that `suspends` returns by other instructions.
fn prepare(code: Ref<Code>, fuses: bool, suspends: bool) {
    let bytes = &code.data().bytes;
    let shapes = shape::shapes();
    let mut offset = 0;
    while let Some(&first) = bytes.get(offset) {
        let is_wide = first == Op::wide as u8;
        let shape = &shapes[bytes[offset + is_wide as usize] as usize];
        let words = offset + if is_wide { 8 } else { 4 };
        if shape.site != NO_PLACE {
            // SAFETY: verified code is a row of whole instructions, and names sites that exist.
            unsafe {
                let word = code
                    .entry()
                    .add(words + 4 * (shape.site - shape.words_from) as usize)
                    .cast::<u32>();
                word.write_unaligned(Code::site_distance(word.read_unaligned()) as u32);
            }
        }
        if fuses
            && let Some(op) = pairs::of_loaded(&bytes[offset..])
            && !(suspends && op == Op::add_return)
        {
            // SAFETY: the offset is that of a narrow instruction, whose operands the pair has.
            unsafe { *code.entry().add(offset) = op as u8 };
        }
        offset = words + 4 * shape.words as usize;
    }
}

/// The first of the registers that a generator begins with which nothing was written to. Where cells and free variables lie among
/// and behind them: none.
pub fn first_unassigned(data: &CodeData) -> usize {
    if !data.free.is_empty() || !data.cells.is_empty() {
        return data.free_first as usize + data.free.len();
    }
    let rest = data.flags.has(Flags::VARARGS) as usize + data.flags.has(Flags::VARKEYWORDS) as usize;
    data.positional as usize + data.keyword_only as usize + rest
}

/// The class of what a call of code that suspends answers.
pub fn suspended_class(flags: Flags) -> ClassId {
    match () {
        () if flags.has(Flags::COROUTINE) => ClassId::Coroutine,
        () if flags.has(Flags::ASYNC_GENERATOR) => ClassId::AsyncGenerator,
        () => ClassId::Generator,
    }
}

/// A generator's returns are other instructions, so that those of plain functions need no test; `make_generator` is told what it
/// makes.
fn return_as_generator(code: Ref<Code>) {
    let data = code.data();
    let bytes = &data.bytes;
    let mut offset = 0;
    while let Some(insn) = insn::decode(bytes, offset) {
        let op = match insn.op {
            Op::return_value => Some(Op::return_generator),
            Op::return_const => Some(Op::return_generator_const),
            Op::make_generator => {
                let (held, class) = (
                    data.free_first as usize + data.free.len(),
                    suspended_class(data.flags) as u32,
                );
                let first = first_unassigned(data);
                if let (Ok(held), Ok(class), Ok(first)) =
                    (u8::try_from(held), u8::try_from(class), u8::try_from(first + 1))
                {
                    // SAFETY: the three operands of a narrow instruction, which has none.
                    unsafe {
                        code.entry()
                            .add(offset + 1)
                            .cast::<[u8; 3]>()
                            .write([held, class, first])
                    };
                }
                None
            }
            _ => None,
        };
        if let Some(op) = op {
            // SAFETY: the offset is inside the instructions, and both forms have the same operands.
            unsafe { *code.entry().add(offset + insn.wide as usize) = op as u8 };
        }
        offset += insn.length;
    }
}
