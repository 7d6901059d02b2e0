//! What the exception and `with` instructions mean.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::calls::instantiate::{self, exception};
use crate::interp::frame;
use crate::object::class::layout::{Class, Maker};
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::exception::Exception;
use crate::object::exception::field::VALUE;
use crate::object::generator::Generator;
use crate::ops::attrs::errors;
use crate::ops::engine::groups;
use crate::ops::render::repr;
use crate::ops::{call, class, make, raise as error};
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `raise value from cause`: classes are called first.
#[inline(always)] // PERF: perf/0020-exceptions-and-calls.md
pub fn raise(vm: &mut Vm, value: Value, cause: Option<Value>) -> Raised {
    let exception = match instance(vm, value) {
        Ok(Some(exception)) => exception,
        Ok(None) => return error::type_error(vm, "exceptions must derive from BaseException"),
        Err(raised) => return raised,
    };
    if let Some(cause) = cause {
        let cause = match instance(vm, cause) {
            _ if cause.is_none() => Value::NONE,
            Ok(Some(cause)) => cause,
            Ok(None) => return error::type_error(vm, "exception causes must derive from BaseException"),
            Err(raised) => return raised,
        };
        let exception = exception.expect::<Exception>();
        exception.set_cause(&mut vm.heap, cause);
        exception.suppress_context.set(true);
    }
    error::value(vm, exception)
}

/// The exception that `value` is, or makes when called; `None` if it is none.
fn instance(vm: &mut Vm, value: Value) -> Run<Option<Value>> {
    if let Some(class) = value.cast::<Class>().filter(|class| class.has(flag::EXCEPTION)) {
        if instantiate::maker(vm, class) == Maker::Exception {
            return Ok(Some(exception(vm, class, &[])));
        }
        if class == class::known(vm, ClassId::StopIteration) {
            let made = exception(vm, class, &[]);
            made.expect::<Exception>().set_field(&mut vm.heap, VALUE, Value::NONE);
            return Ok(Some(made));
        }
        let made = call::call(vm, value, &[])?;
        if made.is::<Exception>() {
            return Ok(Some(made));
        }
        let got = class::of(vm, made).value();
        let (class, got) = (repr::repr(vm, class.value())?, repr::repr(vm, got)?);
        let (class, got) = (errors::shown(class), errors::shown(got));
        let message = format!("calling {class} should have returned an instance of BaseException, not {got}");
        return Err(error::type_error(vm, message));
    }
    Ok(value.is::<Exception>().then_some(value))
}

/// Whether `class` may stand behind `except`.
fn check_class(vm: &mut Vm, class: Value) -> Run<Ref<Class>> {
    match class.cast::<Class>().filter(|class| class.has(flag::EXCEPTION)) {
        Some(class) => Ok(class),
        None => Err(error::type_error(
            vm,
            "catching classes that do not inherit from BaseException is not allowed",
        )),
    }
}

/// `except class`: a class or a tuple of classes.
pub fn matches(vm: &mut Vm, exception: Value, class: Value) -> Run<Value> {
    let own = class::of(vm, exception);
    if own.value() == class {
        return Ok(Value::TRUE);
    }
    if let Some(classes) = class.cast::<Tuple>() {
        for &class in tuple::items(classes) {
            check_class(vm, class)?;
        }
        let mut any = tuple::items(classes).iter();
        return Ok(Value::bool(any.any(|class| own.is_subclass(class.expect()))));
    }
    let class = check_class(vm, class)?;
    Ok(Value::bool(own.is_subclass(class)))
}

/// `except* class`: the part of `rest` that matches, and what is left; None for nothing.
pub fn split_group(vm: &mut Vm, rest: Value, class: Value) -> Run<(Value, Value)> {
    let one = [class];
    let kept = class.cast::<Tuple>();
    let classes = kept.map_or(&one[..], tuple::items);
    let group = class::known(vm, ClassId::BaseExceptionGroup);
    for &class in classes {
        let class = check_class(vm, class)?;
        if class.is_subclass(group) {
            let message = "catching ExceptionGroup with except* is not allowed. Use except instead.";
            return Err(error::type_error(vm, message));
        }
    }
    if rest.is_none() {
        return Ok((Value::NONE, Value::NONE));
    }
    if matches(vm, rest, class)? == Value::TRUE {
        if class::is_instance(vm, rest, ClassId::BaseExceptionGroup) {
            return Ok((rest, Value::NONE));
        }
        // CPYTHON: a naked exception is wrapped for the clause.
        let wrapped = groups::wrap(vm, rest)?;
        return Ok((wrapped, Value::NONE));
    }
    if class::is_instance(vm, rest, ClassId::BaseExceptionGroup) {
        return groups::split(vm, rest, class);
    }
    Ok((Value::NONE, rest))
}

/// What must be raised at the end of `except*`.
pub fn combine_group(vm: &mut Vm, original: Value, raised: Value) -> Run<Value> {
    let list = raised.expect::<List>();
    let raised = make::list(vm, list.to_vec().into_iter().filter(|v| !v.is_none()).collect());
    groups::combine(vm, original, raised)
}

/// What to call, and its receiver, or UNBOUND if there is none.
pub type Method = (Value, Value);

/// `__exit__` and `__enter__` of a context manager (or their async forms), found in CPython's order.
pub fn with_methods(vm: &mut Vm, manager: Value, is_async: bool) -> Run<[Method; 2]> {
    let (enter, exit) = if is_async {
        (Special::AEnter, Special::AExit)
    } else {
        (Special::Enter, Special::Exit)
    };
    let exit = with_method(vm, manager, exit, is_async)?;
    let enter = with_method(vm, manager, enter, is_async)?;
    Ok([exit, enter])
}

fn with_method(vm: &mut Vm, manager: Value, special: Special, is_async: bool) -> Run<Method> {
    if let Some(method) = class::special(vm, manager, special) {
        if call::is_plain_method(method) {
            return Ok((method, manager));
        }
        return Ok((call::bind(vm, method, manager)?, Value::UNBOUND));
    }
    let name = class::name_of(vm, manager);
    let protocol = if is_async {
        "asynchronous context manager"
    } else {
        "context manager"
    };
    let mut message = format!(
        "'{name}' object does not support the {protocol} protocol (missed {} method)",
        special.name()
    );
    let others = if is_async {
        (Special::Enter, Special::Exit)
    } else {
        (Special::AEnter, Special::AExit)
    };
    if class::special(vm, manager, others.0).is_some() && class::special(vm, manager, others.1).is_some() {
        let (other, hint) = if is_async {
            ("context manager", "with")
        } else {
            ("asynchronous context manager", "async with")
        };
        message += &format!(" but it supports the {other} protocol. Did you mean to use '{hint}'?");
    }
    Err(error::type_error(vm, message))
}

/// `exit(type, exception, traceback)`, or with the receiver in front.
///
/// Never part of its handler, which could not leave by a jump while an address of its own has escaped.
#[inline(never)]
pub fn with_exit(vm: &mut Vm, exit: Value, receiver: Value, exception: Value) -> Run<Value> {
    let class = class::of(vm, exception).value();
    let traceback = exception.expect::<Exception>().traceback(&mut vm.heap);
    let args = [receiver, class, exception, traceback];
    call::call(vm, exit, if receiver.is_bound() { &args } else { &args[1..] })
}

/// The handled exception as an except clause of the running frame saves it: UNBOUND in a generator for what its resumer handles,
/// since it may be resumed by another.
pub fn own_handled(vm: &Vm) -> Value {
    let handled = vm.thread.handled;
    match frame::current(&vm.thread).extra.cast::<Generator>() {
        Some(generator) if generator.outer_handled.get() == handled => Value::UNBOUND,
        _ => handled,
    }
}

/// What is handled again when an except clause that had saved `saved` ends.
pub fn handled_again(vm: &Vm, saved: Value) -> Value {
    match frame::current(&vm.thread).extra.cast::<Generator>() {
        Some(generator) if saved.is_unbound() => generator.outer_handled.get(),
        _ => saved,
    }
}
