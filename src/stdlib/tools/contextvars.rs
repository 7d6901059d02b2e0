//! `_contextvars`. There is one thread, so one context is current at a time. A context and its copies share one dict until one of
//! them changes.

use crate::api::{
    self, ClassId, Dict, Kind, NativeDef, NewClass, Own, Raised, Record, Ref, Run, Str, Value, Vm, call, class_method,
    compare, dict, flag, getter, hash, is_own, iterate, make, method, own_class, raise, record_of, repr, shared,
    spread_method, static_method, text, unreachable_body,
};

/// Fields of a context: its values, a dict or UNBOUND; whether another context may have that, too; the context that was current
/// when it was entered, UNBOUND unless it is.
const VALUES: usize = 0;
const IS_SHARED: usize = 1;
const BEFORE: usize = 2;

/// Fields of a variable; the default is UNBOUND if there is none.
const NAME: usize = 0;
const DEFAULT: usize = 1;

/// Fields of a token; the old value is UNBOUND if there was none.
const VARIABLE: usize = 0;
const OLD: usize = 1;
const CONTEXT: usize = 2;
const IS_USED: usize = 3;

fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn new(vm: &mut Vm, values: Value) -> Ref<Record> {
    let class = own_class(vm, Own::Context).value();
    record_of(vm, class, &[values, Value::TRUE, Value::UNBOUND]).expect()
}

/// The context that is current. The outermost one counts as entered.
fn current(vm: &mut Vm) -> Ref<Record> {
    if let Some(context) = vm.own[Own::CurrentContext as usize].cast::<Record>() {
        return context;
    }
    let made = new(vm, Value::UNBOUND);
    made.set(BEFORE, made.value());
    vm.own[Own::CurrentContext as usize] = made.value();
    made
}

fn copy(vm: &mut Vm, context: Ref<Record>) -> Value {
    context.set(IS_SHARED, Value::TRUE);
    new(vm, context.get(VALUES)).value()
}

/// `copy_context()`
pub fn copy_current(vm: &mut Vm) -> Value {
    let context = current(vm);
    copy(vm, context)
}

fn values(context: Ref<Record>) -> Option<Ref<Dict>> {
    context.get(VALUES).cast()
}

/// The dict of a context's values, to be changed.
fn own_values(vm: &mut Vm, context: Ref<Record>) -> Run<Ref<Dict>> {
    let own = match values(context) {
        None => make::dict(vm).expect(),
        Some(values) if context.get(IS_SHARED) == Value::TRUE => dict::copy(vm, values)?,
        Some(values) => return Ok(values),
    };
    context.set(VALUES, own.value());
    context.set(IS_SHARED, Value::FALSE);
    Ok(own)
}

/// Makes `context` the current one.
/// # Errors
/// RuntimeError if it is that of a run already.
pub fn enter(vm: &mut Vm, context: Value) -> Run<()> {
    if !is_own(vm, context, Own::Context) {
        return Err(raise::type_error(vm, "an instance of Context was expected"));
    }
    let context: Ref<Record> = context.expect();
    if context.get(BEFORE).is_bound() {
        let shown = api::glue::repr(vm, context.value())?;
        let text = format!("cannot enter context: {shown} is already entered");
        return Err(raise::runtime_error(vm, text));
    }
    let before = current(vm);
    context.set(BEFORE, before.value());
    vm.own[Own::CurrentContext as usize] = context.value();
    Ok(())
}

/// Undoes `enter`.
pub fn exit(vm: &mut Vm, context: Value) {
    let context: Ref<Record> = context.expect();
    vm.own[Own::CurrentContext as usize] = context.get(BEFORE);
    context.set(BEFORE, Value::UNBOUND);
}

fn run(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if args.len() - names.len() < 2 {
        return Err(raise::type_error(vm, "run() missing 1 required positional argument"));
    }
    enter(vm, args[0])?;
    let result = call::call_named(vm, args[1], &args[2..], names);
    exit(vm, args[0]);
    result
}

/// The value of `key`, which must be a variable.
fn value_of(vm: &mut Vm, args: &[Value]) -> Run<Option<Value>> {
    if !is_own(vm, args[1], Own::ContextVar) {
        let shown = api::glue::repr(vm, args[1])?;
        return Err(raise::type_error(
            vm,
            format!("a ContextVar key was expected, got {shown}"),
        ));
    }
    match values(this(args)) {
        Some(values) => dict::get(vm, values, args[1]),
        None => Ok(None),
    }
}

/// An iterator over what `take` makes of every entry.
fn iterator(vm: &mut Vm, args: &[Value], take: fn(&mut Vm, Value, Value) -> Value) -> Run<Value> {
    let list = make::list(vm, Vec::new());
    let (mut from, values) = (0, values(this(args)));
    while let Some((i, key, value)) = values.and_then(|values| values.next_entry(from)) {
        let item = take(vm, key, value);
        list.expect::<api::List>().push(item);
        from = i + 1;
    }
    iterate::iter(vm, list)
}

fn equal(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !is_own(vm, args[1], Own::Context) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (one, other) = (values(this(args)), values(args[1].expect()));
    let same = match (one, other) {
        (Some(one), Some(other)) => compare::equal(vm, one.value(), other.value())?,
        (one, other) => one.or(other).is_none_or(|values| values.is_empty()),
    };
    Ok(Value::bool(same))
}

static CONTEXT_ROWS: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body).spread(|vm, args, _| {
        if args.len() > 1 {
            return Err(raise::type_error(vm, "Context() does not accept any arguments"));
        }
        Ok(new(vm, Value::UNBOUND).value())
    }),
    spread_method("run", "($self, callable, /, *args, **kwargs)", run),
    method("copy", "($self, /)", |vm, args| Ok(copy(vm, this(args)))).doc("Return a shallow copy of the context object."),
    method("get", "($self, key, default=None, /)", |vm, args| {
        Ok(value_of(vm, args)?.unwrap_or(args[2].or(Value::NONE)))
    })
    .doc("Return the value for `key` if `key` has the value in the context object.\n\nIf `key` does not exist, return `default`. If `default` is not given,\nreturn None."),
    method("__getitem__", "($self, key, /)", |vm, args| match value_of(vm, args)? {
        Some(value) => Ok(value),
        None => Err(raise::key_error(vm, args[1])),
    }),
    method("__contains__", "($self, key, /)", |vm, args| {
        Ok(Value::bool(value_of(vm, args)?.is_some()))
    }),
    method("__len__", "($self, /)", |_, args| {
        Ok(Value::small_int(values(this(args)).map_or(0, |values| values.len()) as i64))
    }),
    method("__eq__", "($self, value, /)", equal),
    method("__iter__", "($self, /)", |vm, args| iterator(vm, args, |_, key, _| key)),
    method("keys", "($self, /)", |vm, args| iterator(vm, args, |_, key, _| key))
        .doc("Return a list of all variables in the context object."),
    method("values", "($self, /)", |vm, args| iterator(vm, args, |_, _, value| value))
        .doc("Return a list of all variables' values in the context object."),
    method("items", "($self, /)", |vm, args| {
        iterator(vm, args, |vm, key, value| make::tuple(vm, &[key, value]))
    })
    .doc("Return all variables and their values in the context object.\n\nThe result is returned as a list of 2-tuples (variable, value)."),
];

fn new_variable(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = args.len() - names.len() - 1;
    let text = match given {
        _ if args.len() > 3 => Some(format!(
            "ContextVar() takes at most 2 arguments ({} given)",
            args.len() - 1
        )),
        0 => Some("ContextVar() takes exactly 1 positional argument (0 given)".to_string()),
        1 => None,
        n => Some(format!("ContextVar() takes at most 1 positional argument ({n} given)")),
    };
    if let Some(text) = text {
        return Err(raise::type_error(vm, text));
    }
    if let Some(name) = names.first().and_then(|name| name.cast::<Str>())
        && name.bytes() != b"default"
    {
        let text = format!("ContextVar() got an unexpected keyword argument '{}'", name.lossy());
        return Err(raise::type_error(vm, text));
    }
    if !args[1].is::<Str>() {
        return Err(raise::type_error(vm, "context variable name must be a str"));
    }
    hash::hash(vm, args[1])?;
    let default = args.get(2).copied().unwrap_or(Value::UNBOUND);
    Ok(record_of(vm, args[0], &[args[1], default]))
}

fn get(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let context = current(vm);
    if let Some(values) = values(context)
        && let Some(value) = dict::get(vm, values, args[0])?
    {
        return Ok(value);
    }
    match args[1].or(this(args).get(DEFAULT)).bound() {
        Some(default) => Ok(default),
        None => Err(raise::with_args(vm, ClassId::LookupError, &[args[0]])),
    }
}

/// The value that a variable has now, of which `hash` is the hash: for natives that ask often.
#[inline]
pub fn value_now(vm: &Vm, variable: Value, hash: i64) -> Option<Value> {
    let values = values(vm.own[Own::CurrentContext as usize].cast()?)?;
    let place = values.find(hash, |key| key == variable)?;
    Some(values.value_at(place))
}

/// `variable.set(value)`
/// # Errors
/// MemoryError
pub fn set(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let context = current(vm);
    let values = own_values(vm, context)?;
    let old = dict::get(vm, values, args[0])?.unwrap_or(Value::UNBOUND);
    dict::set(vm, values, args[0], args[1])?;
    let class = own_class(vm, Own::ContextToken).value();
    Ok(record_of(vm, class, &[args[0], old, context.value(), Value::FALSE]))
}

#[cold]
fn refuse(vm: &mut Vm, class: ClassId, token: Value, what: &str) -> Raised {
    match api::glue::repr(vm, token) {
        Ok(shown) => raise::with_text(vm, class, &format!("{shown} {what}")),
        Err(raised) => raised,
    }
}

fn reset(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !is_own(vm, args[1], Own::ContextToken) {
        let shown = api::glue::repr(vm, args[1])?;
        return Err(raise::type_error(
            vm,
            format!("expected an instance of Token, got {shown}"),
        ));
    }
    let (token, context): (Ref<Record>, _) = (args[1].expect(), current(vm));
    if token.get(IS_USED) == Value::TRUE {
        return Err(refuse(vm, ClassId::RuntimeError, args[1], "has already been used once"));
    }
    if token.get(VARIABLE) != args[0] {
        return Err(refuse(
            vm,
            ClassId::ValueError,
            args[1],
            "was created by a different ContextVar",
        ));
    }
    if token.get(CONTEXT) != context.value() {
        return Err(refuse(
            vm,
            ClassId::ValueError,
            args[1],
            "was created in a different Context",
        ));
    }
    token.set(IS_USED, Value::TRUE);
    let values = own_values(vm, context)?;
    match token.get(OLD).bound() {
        Some(old) => dict::set(vm, values, args[0], old)?,
        None => {
            dict::remove(vm, values, args[0])?;
        }
    }
    Ok(Value::NONE)
}

fn show_variable(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut shown = format!("<ContextVar name={}", api::glue::repr(vm, this(args).get(NAME))?);
    if let Some(default) = this(args).get(DEFAULT).bound() {
        shown += &format!(" default={}", api::glue::repr(vm, default)?);
    }
    Ok(text::new(vm, &format!("{shown} at {:#x}>", repr::address(args[0]))))
}

static VARIABLE_ROWS: &[NativeDef] = &[
    static_method("__new__", "(type, name, /, *, default=None)", unreachable_body).spread(new_variable),
    method("get", "($self, default=None, /)", get)
        .doc("Return a value for the context variable for the current context."),
    method("set", "($self, value, /)", set)
        .doc("Call to set a new value for the context variable in the current context."),
    method("reset", "($self, token, /)", reset).doc("Reset the context variable."),
    method("__repr__", "($self, /)", show_variable),
    getter("name", |_, args| Ok(this(args).get(NAME))).setter(shared::read_only),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

fn show_token(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let used = if this(args).get(IS_USED) == Value::TRUE {
        " used"
    } else {
        ""
    };
    let variable = api::glue::repr(vm, this(args).get(VARIABLE))?;
    let shown = format!("<Token{used} var={variable} at {:#x}>", repr::address(args[0]));
    Ok(text::new(vm, &shown))
}

/// `Token.MISSING`
fn missing(vm: &mut Vm) -> Run<Value> {
    let (class, name) = (own_class(vm, Own::ContextToken), text::intern(vm, "MISSING"));
    api::attribute::get(vm, class.value(), name)
}

static TOKEN_ROWS: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body)
        .spread(|vm, _, _| Err(raise::runtime_error(vm, "Tokens can only be created by ContextVars"))),
    getter("var", |_, args| Ok(this(args).get(VARIABLE))),
    getter("old_value", |vm, args| match this(args).get(OLD).bound() {
        Some(old) => Ok(old),
        None => missing(vm),
    }),
    method("__repr__", "($self, /)", show_token),
    method("__hash__", "($self, /)", |vm, _| {
        Err(raise::type_error(vm, "unhashable type: '_contextvars.Token'"))
    }),
    method("__enter__", "($self, /)", |_, args| Ok(args[0])).doc("Enter into Token context manager."),
    method("__exit__", "($self, type, value, traceback, /)", |vm, args| {
        reset(vm, &[this(args).get(VARIABLE), args[0]])
    })
    .doc("Exit from Token context manager, restore the linked ContextVar."),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

static MISSING_ROWS: &[NativeDef] = &[method("__repr__", "($self, /)", |vm, _| {
    Ok(text::new(vm, "<Token.MISSING>"))
})];

static FUNCTIONS: &[NativeDef] = &[api::function("copy_context", "()", |vm, _| Ok(copy_current(vm)))];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "_contextvars", "Context Variables", FUNCTIONS);
    let class = |name, flags| NewClass::new(name, ClassId::Object, Kind::Record, flags);
    let open = class("_contextvars.Context", flag::WEAK);
    api::class_in(vm, module, Some(Own::Context), open, CONTEXT_ROWS);
    let variable = class("_contextvars.ContextVar", 0);
    api::class_in(vm, module, Some(Own::ContextVar), variable, VARIABLE_ROWS);
    let is_known = vm.own[Own::ContextToken as usize].is_bound();
    let token = class("_contextvars.Token", 0);
    let token = api::class_in(vm, module, Some(Own::ContextToken), token, TOKEN_ROWS);
    if !is_known {
        let nothing = api::install::define(vm, class("Token.MISSING", flag::NO_NEW), MISSING_ROWS);
        let (missing, name) = (
            record_of(vm, nothing.value(), &[Value::NONE]),
            text::intern(vm, "MISSING"),
        );
        dict::set(vm, token.namespace(), name, missing)?;
    }
    Ok(module)
}
