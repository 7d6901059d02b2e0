//! Calling classes made in Python without the detour over `type.__call__`.

use crate::bytecode::insn;
use crate::bytecode::isa::Op;
use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::class::instance::Instance;
use crate::object::class::layout::Class;
use crate::object::exception::Exception;
use crate::ops::{class, make};
use crate::vm::known::{ClassId, flag};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// What a call of a class comes to.
pub enum Plan {
    /// A plain instance, then this `__init__`, which returns None for sure.
    Init(Ref<Function>),
    /// A plain instance; there is no `__init__` but object's.
    Bare,
    /// An exception that keeps its arguments, then this `__init__`, if there is one, which returns None for sure.
    Exception(Option<Ref<Function>>),
}

/// Whether instances of `class` are made as BaseException makes them.
fn makes_exceptions(vm: &Vm, class: Ref<Class>) -> bool {
    class.has(flag::EXCEPTION)
        && !class.has(flag::ABSTRACT | flag::FINALIZER)
        && class.shape() == ClassId::Type.shape()
        && class.special(Special::New) == class::known(vm, ClassId::BaseException).special(Special::New)
}

/// Whether a call of `class` does nothing but make an exception that keeps its arguments.
pub fn is_plain_exception(vm: &Vm, class: Ref<Class>) -> bool {
    let base = class::known(vm, ClassId::BaseException);
    makes_exceptions(vm, class) && class.special(Special::Init) == base.special(Special::Init)
}

/// A new exception of a class that makes them so.
pub fn exception(vm: &mut Vm, class: Ref<Class>, args: &[Value]) -> Value {
    let args = make::tuple(vm, args);
    Exception::new(&mut vm.heap, class.shape.get(), args).value()
}

/// The plan for `class`, if its metaclass is `type`, its `__new__` is object's, and its instances have the plain layout.
pub fn plan(vm: &Vm, class: Ref<Class>) -> Option<Plan> {
    if is_plain_exception(vm, class) {
        return Some(Plan::Exception(None));
    }
    if makes_exceptions(vm, class) {
        let init = class.special(Special::Init)?.cast::<Function>()?;
        return returns_none(init).then_some(Plan::Exception(Some(init)));
    }
    let plain = class.has(flag::HEAP)
        && !class.has(flag::ABSTRACT | flag::FINALIZER)
        && class.kind.get() == Kind::Instance
        && class.shape() == ClassId::Type.shape();
    if !plain {
        return None;
    }
    let object = class::known(vm, ClassId::Object);
    if class.special(Special::New) != object.special(Special::New) {
        return None;
    }
    let init = class.special(Special::Init)?;
    if init.is::<Native>() {
        return (Some(init) == object.special(Special::Init)).then_some(Plan::Bare);
    }
    let init = init.cast::<Function>()?;
    returns_none(init).then_some(Plan::Init(init))
}

/// Whether every return of the function is `return None`, and it is no generator.
fn returns_none(function: Ref<Function>) -> bool {
    let code = function.code();
    match code.returns_none.get() {
        Some(known) => known,
        None => {
            let answer = scan(code.data(), code.constants());
            code.returns_none.set(Some(answer));
            answer
        }
    }
}

fn scan(data: &crate::bytecode::code::CodeData, constants: &[Value]) -> bool {
    let mut offset = 0;
    while let Some(insn) = insn::decode(&data.bytes, offset) {
        match insn.op {
            Op::return_value | Op::make_generator => return false,
            Op::return_const if !constants[insn.operands[0] as usize].is_none() => return false,
            _ => offset += insn.length,
        }
    }
    true
}

/// A new plain instance of `class`.
pub fn new(vm: &mut Vm, class: Ref<Class>) -> Value {
    let shape = class.shape.get();
    let inline = vm.shapes.get(shape).inline;
    Instance::new(&mut vm.heap, shape, inline).value()
}
