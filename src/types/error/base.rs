//! `BaseException`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{Tuple, items};
use crate::object::exception::Exception;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::attrs::own;
use crate::ops::container::iterate;
use crate::ops::render::repr;
use crate::ops::{class, make, raise, text};
use crate::types::error::notes;
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, spread_method, static_method, unreachable_body};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(new),
    method("__repr__", "($self, /)", repr_of),
    method("__str__", "($self, /)", str_of),
    spread_method("__init__", "($self, /, *args, **kwargs)", init),
    method("__reduce__", "($self, /)", reduce),
    method("__setstate__", "($self, object, /)", set_state),
    method("with_traceback", "($self, object, /)", with_traceback).doc("Set self.__traceback__ to tb and return self."),
    method("add_note", "($self, object, /)", add_note).doc("Add a note to the exception"),
    getter("__suppress_context__", suppress_context).setter(set_suppress_context),
    getter("args", |_, args| Ok(exception(args).args.get())).setter(set_args),
    getter("__traceback__", |vm, args| Ok(exception(args).traceback(&mut vm.heap))).setter(set_traceback),
    getter("__context__", |_, args| Ok(exception(args).context.get())).setter(set_context),
    getter("__cause__", |_, args| Ok(exception(args).cause())).setter(set_cause),
];

/// The receiver of a method.
pub fn exception(args: &[Value]) -> Ref<Exception> {
    args[0].expect()
}

/// The arguments that an exception was made with.
pub fn arguments<'a>(exception: Ref<Exception>) -> &'a [Value] {
    exception.args.get().cast::<Tuple>().map_or(&[], items)
}

/// A field, None if it was not set.
pub fn field(args: &[Value], index: usize) -> Run<Value> {
    Ok(exception(args).field(index).or(Value::NONE))
}

/// Sets a field; deletion makes it None again.
pub fn set_field(vm: &mut Vm, args: &[Value], index: usize) -> Run<Value> {
    exception(args).set_field(&mut vm.heap, index, args[1]);
    Ok(Value::NONE)
}

/// `__new__`: the arguments are kept, keywords are left to `__init__`.
pub fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = make::tuple(vm, &args[1..args.len() - names.len()]);
    let shape = class::shape(args[0].expect::<Class>());
    Ok(Exception::new(&mut vm.heap, shape, given).value())
}

/// TypeError for keywords that a class does not take.
pub fn no_keywords(vm: &mut Vm, receiver: Value) -> Raised {
    let name = class::name_of(vm, receiver);
    raise::type_error(vm, format!("{name}() takes no keyword arguments"))
}

/// `__init__`
pub fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if !names.is_empty() {
        return Err(no_keywords(vm, args[0]));
    }
    let object = exception(args);
    // `__new__` has got the same arguments, as a rule.
    let kept = object.args.get().cast::<Tuple>();
    if !kept.is_some_and(|kept| kept.items() == &args[1..]) {
        let given = make::tuple(vm, &args[1..]);
        object.args.set(given);
    }
    Ok(Value::NONE)
}

/// `__init__` of classes with keyword-only fields: answers the values of `fields`.
pub fn init_with<const N: usize>(vm: &mut Vm, args: &[Value], names: &[Value], fields: [&str; N]) -> Run<[Value; N]> {
    let positional = args.len() - names.len();
    let mut values = [Value::UNBOUND; N];
    for (name, &value) in names.iter().zip(&args[positional..]) {
        let text = name.expect::<Str>();
        match fields.iter().position(|field| field.as_bytes() == text.bytes()) {
            Some(place) => values[place] = value,
            None => {
                // CPYTHON: subclasses are named by the class that takes the keywords.
                let owner = match N {
                    1 => "NameError",
                    2 => "AttributeError",
                    _ => "ImportError",
                };
                let message = format!("{owner}() got an unexpected keyword argument '{}'", text.lossy());
                return Err(raise::type_error(vm, message));
            }
        }
    }
    let given = make::tuple(vm, &args[1..positional]);
    exception(args).args.set(given);
    Ok(values)
}

fn repr_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = class::name_of(vm, args[0]);
    let given = arguments(exception(args));
    let shown = match given {
        [one] => format!("({})", glue::repr(vm, *one)?),
        _ => glue::repr(vm, exception(args).args.get())?,
    };
    glue::text(vm, format!("{name}{shown}"))
}

/// `str(exception)`
pub fn str_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match arguments(exception(args)) {
        [] => Ok(vm.empty_str),
        [one] => repr::str(vm, *one),
        _ => repr::str(vm, exception(args).args.get()),
    }
}

/// `(class, args[, __dict__])`
pub fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let given = exception(args).args.get();
    reduce_with(vm, args[0], given, None)
}

/// `(class, given[, state])`; `state` defaults to the instance's dict.
pub fn reduce_with(vm: &mut Vm, receiver: Value, given: Value, state: Option<Ref<Dict>>) -> Run<Value> {
    let class = class::of(vm, receiver).value();
    let state = state
        .or_else(|| own::dict_now(receiver))
        .filter(|dict| !dict.is_empty());
    Ok(match state {
        Some(state) => make::tuple(vm, &[class, given, state.value()]),
        None => make::tuple(vm, &[class, given]),
    })
}

fn set_state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_none() {
        return Ok(Value::NONE);
    }
    let Some(state) = args[1].cast::<Dict>() else {
        return Err(raise::type_error(vm, "state is not a dictionary"));
    };
    let mut at = 0;
    while let Some((i, key, value)) = state.next_entry(at) {
        at = i + 1;
        attribute::set(vm, args[0], key, value)?;
    }
    Ok(Value::NONE)
}

fn check_traceback(vm: &mut Vm, value: Value) -> Run<Value> {
    if value.is_none() || class::is_exact(value, ClassId::Traceback) {
        return Ok(value);
    }
    let text = "__traceback__ must be a traceback or None";
    Err(raise::type_error(vm, text))
}

fn with_traceback(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let traceback = check_traceback(vm, args[1])?;
    exception(args).set_traceback(traceback);
    Ok(args[0])
}

fn add_note(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !args[1].is::<Str>() {
        let got = match args[1].is_none() {
            true => "None".to_string(),
            false => class::name_of_argument(vm, args[1]),
        };
        let message = format!("add_note() argument must be str, not {got}");
        return Err(raise::type_error(vm, message));
    }
    notes::add(vm, args[0], args[1])?;
    Ok(Value::NONE)
}

fn undeletable(vm: &mut Vm, value: Value, name: &str) -> Run<()> {
    if value.is_unbound() {
        return Err(raise::type_error(vm, format!("{name} may not be deleted")));
    }
    Ok(())
}

fn suppress_context(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(exception(args).suppress_context.get()))
}

fn set_suppress_context(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_unbound() {
        return Err(raise::type_error(vm, "can't delete numeric/char attribute"));
    }
    match args[1].as_bool() {
        Some(b) => exception(args).suppress_context.set(b),
        None => return Err(raise::type_error(vm, "attribute value type must be bool")),
    }
    Ok(Value::NONE)
}

fn set_args(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    undeletable(vm, args[1], "args")?;
    let given = iterate::to_tuple(vm, args[1])?;
    exception(args).args.set(given);
    Ok(Value::NONE)
}

fn set_traceback(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    undeletable(vm, args[1], "__traceback__")?;
    let traceback = check_traceback(vm, args[1])?;
    exception(args).set_traceback(traceback);
    Ok(Value::NONE)
}

fn check_link(vm: &mut Vm, value: Value, what: &str) -> Run<Value> {
    if value.is_none() || value.is::<Exception>() {
        return Ok(value);
    }
    let message = format!("exception {what} must be None or derive from BaseException");
    Err(raise::type_error(vm, message))
}

fn set_context(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    undeletable(vm, args[1], "__context__")?;
    let link = check_link(vm, args[1], "context")?;
    exception(args).context.set(link);
    Ok(Value::NONE)
}

fn set_cause(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    undeletable(vm, args[1], "__cause__")?;
    let link = check_link(vm, args[1], "cause")?;
    exception(args).set_cause(&mut vm.heap, link);
    exception(args).suppress_context.set(true);
    Ok(Value::NONE)
}

/// A copy of the instance's dict with more entries, for pickling.
pub fn state_with(vm: &mut Vm, receiver: Value, entries: &[(&str, Value)]) -> Run<Ref<Dict>> {
    let state = make::dict(vm).expect::<Dict>();
    if let Some(own) = own::dict_now(receiver) {
        let mut at = 0;
        while let Some((i, key, value)) = own.next_entry(at) {
            at = i + 1;
            own::store(vm, state, key, value)?;
        }
    }
    for &(name, value) in entries {
        if value.is_bound() {
            let name = text::intern(vm, name);
            own::store(vm, state, name, value)?;
        }
    }
    Ok(state)
}
