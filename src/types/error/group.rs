//! Exception groups.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::list::List;
use crate::object::container::tuple::{Tuple, items};
use crate::object::exception::Exception;
use crate::object::exception::field::{EXCEPTIONS, MESSAGE};
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::attrs::own;
use crate::ops::container::iterate;
use crate::ops::relation::{depth, truth};
use crate::ops::{call, class, make, raise, text};
use crate::types::error::base::{exception, init as base_init, no_keywords};
use crate::types::glue;
use crate::vm::known::{ClassId, flag};
use crate::vm::native::{NativeDef, getter, method, spread_method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(new),
    method("__str__", "($self, /)", group_str),
    method("__repr__", "($self, /)", group_repr),
    spread_method("__init__", "($self, /, *args, **kwargs)", init),
    method("derive", "($self, excs, /)", derive),
    method("split", "($self, matcher_value, /)", split),
    method("subgroup", "($self, matcher_value, /)", subgroup),
    getter("message", |_, args| Ok(exception(args).field(MESSAGE))).setter(readonly),
    getter("exceptions", |_, args| Ok(exception(args).field(EXCEPTIONS))).setter(readonly),
];

fn readonly(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    Err(raise::attribute_error_text(vm, "readonly attribute"))
}

fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let positional = args.len() - names.len() - 1;
    if positional != 2 {
        let message = format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({positional} given)");
        return Err(raise::type_error(vm, message));
    }
    let mut class = args[0].expect::<Class>();
    if !args[1].is::<Str>() {
        let got = class::name_of_argument(vm, args[1]);
        let message = format!("BaseExceptionGroup.__new__() argument 1 must be str, not {got}");
        return Err(raise::type_error(vm, message));
    }
    if class::special(vm, args[2], Special::GetItem).is_none() || class::special(vm, args[2], Special::Len).is_none() {
        let text = "second argument (exceptions) must be a sequence";
        return Err(raise::type_error(vm, text));
    }
    let exceptions = iterate::to_tuple(vm, args[2])?;
    let all = items(exceptions.expect::<Tuple>());
    if all.is_empty() {
        let text = "second argument (exceptions) must be a non-empty sequence";
        return Err(raise::value_error(vm, text));
    }
    let ordinary = class::known(vm, ClassId::Exception);
    let mut nested_base = false;
    for (i, &item) in all.iter().enumerate() {
        if !item.is::<Exception>() {
            let message = format!("Item {i} of second argument (exceptions) is not an exception");
            return Err(raise::value_error(vm, message));
        }
        nested_base |= !class::of(vm, item).is_subclass(ordinary);
    }
    if class == class::known(vm, ClassId::BaseExceptionGroup) {
        if !nested_base {
            class = class::known(vm, ClassId::ExceptionGroup);
        }
    } else if nested_base && class.is_subclass(ordinary) {
        let message = match class == class::known(vm, ClassId::ExceptionGroup) {
            true => "Cannot nest BaseExceptions in an ExceptionGroup".to_string(),
            false => format!("Cannot nest BaseExceptions in '{}'", class::name(class)),
        };
        return Err(raise::type_error(vm, message));
    }
    let given = make::tuple(vm, &args[1..3]);
    let made = Exception::new(&mut vm.heap, class::shape(class), given);
    made.set_field(&mut vm.heap, MESSAGE, args[1]);
    made.set_field(&mut vm.heap, EXCEPTIONS, exceptions);
    Ok(made.value())
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if !names.is_empty() {
        return Err(no_keywords(vm, args[0]));
    }
    base_init(vm, args, names)
}

fn group_str(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let message = glue::str(vm, exception(args).field(MESSAGE))?;
    let count = members(exception(args)).len();
    let plural = if count == 1 { "" } else { "s" };
    glue::text(vm, format!("{message} ({count} sub-exception{plural})"))
}

/// The exceptions are shown as the sequence that was given: a list or a tuple.
fn group_repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = class::name_of(vm, args[0]);
    let message = glue::repr(vm, exception(args).field(MESSAGE))?;
    let given = exception(args).args.get().cast::<Tuple>();
    let as_list = given.is_none_or(|given| given.items().get(1).is_none_or(|second| !second.is::<Tuple>()));
    let mut shown = exception(args).field(EXCEPTIONS);
    if as_list {
        shown = iterate::to_list(vm, shown)?.value();
    }
    let shown = glue::repr(vm, shown)?;
    glue::text(vm, format!("{name}({message}, {shown})"))
}

/// The exceptions of a group.
pub fn members<'a>(group: Ref<Exception>) -> &'a [Value] {
    group.field(EXCEPTIONS).cast::<Tuple>().map_or(&[], items)
}

fn derive(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = vm.class(ClassId::BaseExceptionGroup);
    let message = exception(args).field(MESSAGE);
    call::call(vm, class, &[message, args[1]])
}

/// What `split` and `subgroup` ask of each exception.
#[derive(Clone, Copy)]
enum Condition {
    /// An exception class or a tuple of them.
    Classes(Value),
    Function(Value),
}

fn condition(vm: &mut Vm, value: Value) -> Run<Condition> {
    let is_exception = |value: Value| value.cast::<Class>().is_some_and(|class| class.has(flag::EXCEPTION));
    if is_exception(value) {
        return Ok(Condition::Classes(value));
    }
    if let Some(tuple) = value.cast::<Tuple>()
        && items(tuple).iter().all(|&item| is_exception(item))
    {
        return Ok(Condition::Classes(value));
    }
    if !value.is::<Class>() && !value.is::<Tuple>() && class::special(vm, value, Special::Call).is_some() {
        return Ok(Condition::Function(value));
    }
    let text = "expected an exception type, a tuple of exception types, or a callable (other than a class)";
    Err(raise::type_error(vm, text))
}

fn holds(vm: &mut Vm, condition: Condition, exception: Value) -> Run<bool> {
    match condition {
        Condition::Function(function) => {
            let answer = call::call(vm, function, &[exception])?;
            truth::truth(vm, answer)
        }
        Condition::Classes(classes) => {
            let own = class::of(vm, exception);
            Ok(match classes.cast::<Tuple>() {
                Some(tuple) => items(tuple).iter().any(|class| own.is_subclass(class.expect())),
                None => own.is_subclass(classes.expect()),
            })
        }
    }
}

/// Splits a group or a naked exception; None where a part is empty. The rest is made only if asked for.
fn divide(vm: &mut Vm, value: Value, condition: Condition, with_rest: bool) -> Run<(Value, Value)> {
    if holds(vm, condition, value)? {
        return Ok((value, Value::NONE));
    }
    if !class::is_instance(vm, value, ClassId::BaseExceptionGroup) {
        return Ok((Value::NONE, value));
    }
    depth::enter(vm)?;
    let group = value.expect::<Exception>();
    let (matching, rest) = (make::list(vm, Vec::new()), make::list(vm, Vec::new()));
    for &member in members(group) {
        let (yes, no) = divide(vm, member, condition, with_rest)?;
        if !yes.is_none() {
            matching.expect::<List>().push(yes);
        }
        if with_rest && !no.is_none() {
            rest.expect::<List>().push(no);
        }
    }
    let matching = subset(vm, value, matching)?;
    let rest = subset(vm, value, rest)?;
    Ok((matching, rest))
}

/// A group like `group` with these exceptions: `group.derive(exceptions)` with its context, cause, traceback and notes. None
/// for no exceptions.
pub fn subset(vm: &mut Vm, group: Value, exceptions: Value) -> Run<Value> {
    if exceptions.expect::<List>().is_empty() {
        return Ok(Value::NONE);
    }
    let name = text::intern(vm, "derive");
    let derive = attribute::get(vm, group, name)?;
    let made = call::call(vm, derive, &[exceptions])?;
    if !class::is_instance(vm, made, ClassId::BaseExceptionGroup) {
        let text = "derive must return an instance of BaseExceptionGroup";
        return Err(raise::type_error(vm, text));
    }
    let (new, old) = (made.expect::<Exception>(), group.expect::<Exception>());
    new.set_traceback(old.traceback(&mut vm.heap));
    new.context.set(old.context.get());
    new.set_cause(&mut vm.heap, old.cause());
    new.suppress_context.set(old.suppress_context.get());
    let notes_name = vm.names.__notes__;
    if let Some(notes) = attribute::find(vm, group, notes_name)?
        && class::special(vm, notes, Special::Iter).is_some()
    {
        let copy = iterate::to_list(vm, notes)?;
        own::set(vm, made, notes_name, copy.value())?;
    }
    Ok(made)
}

fn split(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let condition = condition(vm, args[1])?;
    let (yes, no) = divide(vm, args[0], condition, true)?;
    Ok(make::tuple(vm, &[yes, no]))
}

fn subgroup(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let condition = condition(vm, args[1])?;
    Ok(divide(vm, args[0], condition, false)?.0)
}
