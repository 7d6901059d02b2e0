//! From compiled data to code objects: constants become values, names are interned, generators return their own way.

use crate::base::big::Big;
use crate::bytecode::code::{CodeData, Constant, Flags};
use crate::bytecode::insn;
use crate::bytecode::isa::Op;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::code::{Code, CodeParts};
use crate::object::container::set::Set;
use crate::object::container::tuple::{self, Tuple};
use crate::ops::container::set;
use crate::ops::{make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Makes the code object of `data`, which `bytecode::verify` has accepted, and of all code nested in it.
///
/// # Errors
/// MemoryError, or what hashing a constant raises.
pub fn code(vm: &mut Vm, data: CodeData) -> Run<Ref<Code>> {
    let constants = constants(vm, &data.constants)?;
    Ok(with_constants(vm, data, constants))
}

/// The code object of verified `data` whose constants are these values: the same kinds as in `data`, which has been verified.
pub fn with_constants(vm: &mut Vm, data: CodeData, constants: Ref<Tuple>) -> Ref<Code> {
    // Everything below allocates without a safepoint, so that plain vectors may hold the values.
    let site_names: Vec<Value> = data.sites.iter().map(|name| text::intern(vm, name)).collect();
    let mut local_names: Vec<Value> = data.locals.iter().map(|name| text::intern(vm, name)).collect();
    let free_first = data.free_first as usize;
    if !data.free.is_empty() && local_names.len() < free_first + data.free.len() {
        local_names.resize(free_first + data.free.len(), Value::UNBOUND);
    }
    for (i, name) in data.free.iter().enumerate() {
        local_names[free_first + i] = text::intern(vm, name);
    }
    let (name, qualname) = (text::intern(vm, &data.name), text::intern(vm, &data.qualname));
    let filename = text::intern(vm, &data.filename);
    let suspends = data
        .flags
        .has(Flags::GENERATOR | Flags::COROUTINE | Flags::ASYNC_GENERATOR);
    let parts = CodeParts {
        data: Box::new(data),
        constants: tuple::items(constants),
        site_names: &site_names,
        local_names: &local_names,
        name,
        qualname,
        filename,
    };
    let registers = parts.data.registers as usize;
    let code = Code::new(&mut vm.heap, ClassId::Code.shape(), parts);
    if registers > vm.thread.widest {
        vm.thread.widest = registers;
        vm.limit_frames();
    }
    if suspends {
        return_as_generator(code);
    }
    code
}

/// A fresh code object of the same data, whose instructions and sites have learnt nothing.
pub fn again(vm: &mut Vm, code: Ref<Code>) -> Run<Ref<Code>> {
    self::code(vm, code.data().clone())
}

fn constants(vm: &mut Vm, constants: &[Constant]) -> Run<Ref<Tuple>> {
    let kept = make::list(vm, Vec::new());
    let list = kept.expect::<crate::object::container::list::List>();
    for constant in constants {
        let value = value(vm, constant)?;
        list.push(value);
    }
    Ok(make::tuple(vm, &list.to_vec()).expect())
}

/// The value of a constant.
pub fn value(vm: &mut Vm, constant: &Constant) -> Run<Value> {
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
        Constant::Bytes(bytes) => make::bytes(vm, bytes.as_slice()),
        Constant::Tuple(items) => constants_tuple(vm, items)?,
        Constant::FrozenSet(items) => frozen_set(vm, items)?,
        Constant::Slice(parts) => {
            let [start, stop, step] = &**parts;
            let fields = [value(vm, start)?, value(vm, stop)?, value(vm, step)?];
            make::record(vm, ClassId::Slice, &fields)
        }
        Constant::Code(data) => code(vm, (**data).clone())?.value(),
    })
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

fn constants_tuple(vm: &mut Vm, items: &[Constant]) -> Run<Value> {
    Ok(constants(vm, items)?.value())
}

fn frozen_set(vm: &mut Vm, items: &[Constant]) -> Run<Value> {
    let result = Set::new(&mut vm.heap, ClassId::FrozenSet.shape()).value();
    for item in items {
        let item = value(vm, item)?;
        set::add(vm, result.expect(), item)?;
    }
    Ok(result)
}

/// A generator's returns are other instructions, so that those of plain functions need no test.
fn return_as_generator(code: Ref<Code>) {
    let bytes = &code.data().bytes;
    let mut offset = 0;
    while let Some(insn) = insn::decode(bytes, offset) {
        let op = match insn.op {
            Op::return_value => Some(Op::return_generator),
            Op::return_const => Some(Op::return_generator_const),
            _ => None,
        };
        if let Some(op) = op {
            // SAFETY: the offset is inside the instructions, and both forms have the same operands.
            unsafe { *code.entry().add(offset + insn.wide as usize) = op as u8 };
        }
        offset += insn.length;
    }
}
