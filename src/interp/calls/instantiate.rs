//! Calling classes made in Python without the detour over `type.__call__`.

use crate::bytecode::code::Constant;
use crate::bytecode::insn;
use crate::bytecode::isa::Op;
use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::class::instance::Instance;
use crate::object::class::layout::{Class, Maker};
use crate::object::exception::Exception;
use crate::ops::{class, make};
use crate::vm::known::{ClassId, flag};
use crate::vm::native::Binding;
use crate::vm::special::Special;
use crate::vm::state::Vm;

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

/// What a call of `class` comes to; found out once.
pub fn maker(vm: &Vm, class: Ref<Class>) -> Maker {
    if class.has(flag::ABSTRACT) {
        return Maker::General;
    }
    if class.maker.get() == Maker::Unknown {
        class.maker.set(find(vm, class));
    }
    match class.maker.get() {
        // The function's code may have been replaced.
        Maker::Init | Maker::ExceptionInit | Maker::InitAfterNew
            if !class
                .special(Special::Init)
                .is_some_and(|init| returns_none(init.expect())) =>
        {
            Maker::General
        }
        maker => maker,
    }
}

fn find(vm: &Vm, class: Ref<Class>) -> Maker {
    let meta = class::known(vm, ClassId::Type);
    if class == meta {
        return Maker::TypeOf;
    }
    if class::of(vm, class.value()).special(Special::Call) != meta.special(Special::Call) {
        return Maker::General;
    }
    if is_plain_exception(vm, class) {
        return Maker::Exception;
    }
    let object = class::known(vm, ClassId::Object);
    let (new, init) = (class.special(Special::New), class.special(Special::Init));
    let (Some(new), Some(init)) = (new, init) else {
        return Maker::General;
    };
    if class.has(flag::FINALIZER | flag::NO_NEW) {
        return Maker::General;
    }
    if makes_exceptions(vm, class) && init.cast::<Function>().is_some_and(returns_none) {
        return Maker::ExceptionInit;
    }
    if Some(new) != object.special(Special::New) {
        return match (is_own_new(class, new), init.cast::<Native>()) {
            (true, Some(_)) if Some(init) == object.special(Special::Init) => Maker::New,
            (true, Some(init)) if init.def.binding == Binding::Method && init.receiver.get().is_unbound() => {
                match init.def.makes {
                    Some(_) if init.owner.get() == new.expect::<Native>().owner.get() => Maker::Make,
                    _ => Maker::NewInit,
                }
            }
            (true, None) if init.cast::<Function>().is_some_and(returns_none) => Maker::InitAfterNew,
            _ => Maker::General,
        };
    }
    if class == object {
        return Maker::Bare;
    }
    if !class.has(flag::HEAP) || class.kind.get() != Kind::Instance {
        return Maker::General;
    }
    match init.cast::<Function>() {
        Some(init) if returns_none(init) => Maker::Init,
        _ if Some(init) == object.special(Special::Init) => Maker::Bare,
        _ => Maker::General,
    }
}

/// Whether `new` is the `__new__` of the built-in class whose layout instances of `class` have.
fn is_own_new(class: Ref<Class>, new: Value) -> bool {
    let Some(native) = new.cast::<Native>() else {
        return false;
    };
    let owner = native.owner.get().cast::<Class>();
    native.def.binding == Binding::Static
        && class::layout_of(class).special(Special::New) == Some(new)
        && owner.is_some_and(|owner| class.is_subclass(owner))
}

/// Whether every return of the function is `return None`, and it is no generator.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn returns_none(function: Ref<Function>) -> bool {
    let code = function.code();
    code.returns_none.get() == Some(true) || find_out(code)
}

#[cold]
#[inline(never)]
fn find_out(code: Ref<Code>) -> bool {
    match code.returns_none.get() {
        Some(known) => known,
        None => {
            let answer = scan(code.data());
            code.returns_none.set(Some(answer));
            answer
        }
    }
}

fn scan(data: &crate::bytecode::code::CodeData) -> bool {
    let mut offset = 0;
    while let Some(insn) = insn::decode(&data.bytes, offset) {
        match insn.op {
            Op::return_value | Op::make_generator => return false,
            Op::return_const if data.constants[insn.operands[0] as usize] != Constant::None => return false,
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
