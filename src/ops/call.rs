//! Calling anything from native code.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::class::layout::Class;
use crate::object::container::tuple::{self, Tuple};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::{class, make, raise};
use crate::vm::known::{ClassId, flag};
use crate::vm::native::{ANY, Binding, NativeCode};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Arguments up to which a longer list is made on the native stack, where the collector sees it.
const ON_STACK: usize = 16;

/// `callee(*args)`
pub fn call(vm: &mut Vm, callee: Value, args: &[Value]) -> Run<Value> {
    call_named(vm, callee, args, &[])
}

/// `callee(*args[..-n], **dict(zip(names, args[-n..])))`: the last arguments are named by `names` (strs).
pub fn call_named(vm: &mut Vm, callee: Value, args: &[Value], names: &[Value]) -> Run<Value> {
    match callee.kind() {
        Some(Kind::Native) => invoke(vm, callee.expect(), args, names),
        Some(Kind::Record) if class::is_exact(callee, ClassId::Method) => {
            let method = callee.expect::<Record>();
            with_first(vm, method.get(0), method.get(1), args, names)
        }
        _ => match class::special(vm, callee, Special::Call) {
            Some(method) => call_unbound(vm, method, callee, args, names),
            None => {
                let name = class::name_of(vm, callee);
                Err(raise::type_error(vm, format!("'{name}' object is not callable")))
            }
        },
    }
}

/// `callee(first, *args)`
pub fn with_first(vm: &mut Vm, callee: Value, first: Value, args: &[Value], names: &[Value]) -> Run<Value> {
    if args.len() < ON_STACK {
        let mut all = [Value::UNBOUND; ON_STACK];
        all[0] = first;
        all[1..=args.len()].copy_from_slice(args);
        return call_named(vm, callee, &all[..=args.len()], names);
    }
    let all: Vec<Value> = std::iter::once(first).chain(args.iter().copied()).collect();
    let kept = make::tuple(vm, &all).expect::<Tuple>();
    call_named(vm, callee, tuple::items(kept), names)
}

/// Calls what a class's namespace holds with `receiver` bound to it: functions and methods get it as their first argument, other
/// descriptors are asked by `__get__`.
pub fn call_unbound(vm: &mut Vm, method: Value, receiver: Value, args: &[Value], names: &[Value]) -> Run<Value> {
    if is_plain_method(method) {
        return with_first(vm, method, receiver, args, names);
    }
    let bound = bind(vm, method, receiver)?;
    call_named(vm, bound, args, names)
}

/// Whether `method`, found on a class, is called with the receiver as its first argument.
pub fn is_plain_method(method: Value) -> bool {
    match method.kind() {
        Some(Kind::Function) => true,
        Some(Kind::Native) => {
            let native = method.expect::<Native>();
            native.def.binding == Binding::Method && native.receiver.get().is_unbound()
        }
        _ => false,
    }
}

/// `method.__get__(receiver, type(receiver))`, or `method` itself if it is no descriptor.
pub fn bind(vm: &mut Vm, method: Value, receiver: Value) -> Run<Value> {
    let owner = class::of(vm, receiver).value();
    bind_to(vm, method, receiver, owner)
}

/// `method.__get__(receiver, owner)`; `receiver` is None for access through the class.
pub fn bind_to(vm: &mut Vm, method: Value, receiver: Value, owner: Value) -> Run<Value> {
    if method.kind() == Some(Kind::Function) {
        return Ok(if receiver.is_none() {
            method
        } else {
            make::method(vm, method, receiver)
        });
    }
    match class::special(vm, method, Special::Get) {
        None => Ok(method),
        Some(get) => call_unbound(vm, get, method, &[receiver, owner], &[]),
    }
}

/// `type(receiver).<special>(receiver, *args)`; `None` if the class has none, or has None.
pub fn special(vm: &mut Vm, receiver: Value, special: Special, args: &[Value]) -> Option<Run<Value>> {
    let method = class::special(vm, receiver, special)?;
    Some(call_unbound(vm, method, receiver, args, &[]))
}

/// `receiver.name(*args)` by the class alone, as the interpreter looks up special methods; `None` if there is none.
pub fn method_of_class(vm: &mut Vm, receiver: Value, name: Value, args: &[Value]) -> Option<Run<Value>> {
    let owner = class::of(vm, receiver);
    let method = class::lookup(vm, owner, name)?;
    Some(call_unbound(vm, method, receiver, args, &[]))
}

/// Calls a native function.
pub fn invoke(vm: &mut Vm, native: Ref<Native>, args: &[Value], names: &[Value]) -> Run<Value> {
    if native.receiver.get().is_bound() {
        let mut all = [Value::UNBOUND; ON_STACK];
        if args.len() < ON_STACK {
            all[0] = native.receiver.get();
            all[1..=args.len()].copy_from_slice(args);
            return invoke_plain(vm, native, &all[..=args.len()], names);
        }
        let all: Vec<Value> = std::iter::once(native.receiver.get())
            .chain(args.iter().copied())
            .collect();
        let kept = make::tuple(vm, &all).expect::<Tuple>();
        return invoke_plain(vm, native, tuple::items(kept), names);
    }
    invoke_plain(vm, native, args, names)
}

/// Calls a native function whose receiver, if any, is the first argument.
pub fn invoke_plain(vm: &mut Vm, native: Ref<Native>, args: &[Value], names: &[Value]) -> Run<Value> {
    let def = native.def;
    match def.binding {
        Binding::Method => check_receiver(vm, native, args)?,
        Binding::Static if def.name == "__new__" => check_new(vm, native, args)?,
        _ => {}
    }
    let body = match def.code {
        NativeCode::Spread(body) => return body(vm, args, names),
        NativeCode::Fixed(body) => body,
    };
    if !names.is_empty() {
        return by_name(vm, native, args, names);
    }
    let given = args.len() as u32;
    if given < def.min || given > def.max {
        return Err(arity_error(vm, native, args.len()));
    }
    if given >= def.slots || def.max == ANY {
        return body(vm, args);
    }
    let mut all = [Value::UNBOUND; ON_STACK];
    all[..args.len()].copy_from_slice(args);
    body(vm, &all[..def.slots as usize])
}

/// A method of a built-in class takes instances of that class only.
fn check_receiver(vm: &mut Vm, native: Ref<Native>, args: &[Value]) -> Run<()> {
    let Some(owner) = native.owner.get().cast::<Class>() else {
        return Ok(());
    };
    let Some(&receiver) = args.first() else {
        let (name, of) = (native.def.name, class::name(owner));
        return Err(raise::type_error(
            vm,
            format!("unbound method {of}.{name}() needs an argument"),
        ));
    };
    if class::of(vm, receiver).is_subclass(owner) {
        return Ok(());
    }
    let (name, of, got) = (native.def.name, class::name(owner), class::name_of(vm, receiver));
    let message = format!("descriptor '{name}' for '{of}' objects doesn't apply to a '{got}' object");
    Err(raise::type_error(vm, message))
}

/// `__new__` of a built-in class makes instances of that class, or of Python classes that have its layout.
fn check_new(vm: &mut Vm, native: Ref<Native>, args: &[Value]) -> Run<()> {
    let Some(owner) = native.owner.get().cast::<Class>() else {
        return Ok(());
    };
    if args.first() == Some(&owner.value()) {
        return Ok(());
    }
    let of = class::name(owner);
    let message = match args.first() {
        None => format!("{of}.__new__(): not enough arguments"),
        Some(&first) => match first.cast::<Class>() {
            None => {
                let got = class::name_of(vm, first);
                format!("{of}.__new__(X): X is not a type object ({got})")
            }
            Some(class) if !class.is_subclass(owner) => {
                let name = class::name(class);
                format!("{of}.__new__({name}): {name} is not a subtype of {of}")
            }
            Some(class) => {
                let mut at = class;
                while at.has(flag::HEAP)
                    && let Some(base) = at.best_base.get().cast::<Class>()
                {
                    at = base;
                }
                if at.special(Special::New) == owner.special(Special::New) {
                    return Ok(());
                }
                let (name, safe) = (class::name(class), class::name(at));
                format!("{of}.__new__({name}) is not safe, use {safe}.__new__()")
            }
        },
    };
    Err(raise::type_error(vm, message))
}

/// Parameter names of a signature, in order, with whether each may be given by name.
fn parameters(signature: &str) -> Vec<(&str, bool)> {
    let inner = signature.trim_start_matches('(').trim_end_matches(')');
    let (mut out, mut depth, mut start, mut quote) = (Vec::new(), 0, 0, None);
    let mut parts = Vec::new();
    for (i, c) in inner.char_indices() {
        match (quote, c) {
            (Some(q), c) if q == c => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '(' | '[') => depth += 1,
            (None, ')' | ']') => depth -= 1,
            (None, ',') if depth == 0 => {
                parts.push(&inner[start..i]);
                start = i + 1;
            }
            _ => {}
        }
    }
    parts.push(&inner[start..]);
    for part in parts {
        let name = part.trim().split(['=', ':']).next().unwrap_or("").trim();
        match name {
            "" => {}
            "/" => out.iter_mut().for_each(|(_, named)| *named = false),
            name if name.starts_with('*') => {}
            name if name.starts_with('$') => out.push((&name[1..], false)),
            name => out.push((name, true)),
        }
    }
    out
}

/// Calls a native function with keyword arguments, by the names in its signature.
fn by_name(vm: &mut Vm, native: Ref<Native>, args: &[Value], names: &[Value]) -> Run<Value> {
    let def = native.def;
    let NativeCode::Fixed(body) = def.code else {
        unreachable!("spread bodies take names themselves")
    };
    if !def.by_name {
        let shown = qualified(vm, native);
        return Err(raise::type_error(vm, format!("{shown}() takes no keyword arguments")));
    }
    let shown = plain_name(native);
    let positional = args.len() - names.len();
    let offset = implied(native) as usize;
    if positional as u32 > def.max || args.len() as u32 > def.slots {
        return Err(arity_error(vm, native, args.len()));
    }
    let params = parameters(def.signature);
    let mut all = [Value::UNBOUND; ON_STACK];
    all[..positional].copy_from_slice(&args[..positional]);
    for (&name, &value) in names.iter().zip(&args[positional..]) {
        let text = name.expect::<Str>();
        let place = params
            .iter()
            .position(|&(param, named)| named && param.as_bytes() == text.bytes());
        let text = text.lossy();
        let Some(place) = place else {
            return Err(raise::type_error(
                vm,
                format!("{shown}() got an unexpected keyword argument '{text}'"),
            ));
        };
        if all[place].is_bound() {
            let at = place + 1 - offset;
            return Err(raise::type_error(
                vm,
                format!("argument for {shown}() given by name ('{text}') and position ({at})"),
            ));
        }
        all[place] = value;
    }
    for (place, &(param, _)) in params.iter().enumerate().take(def.min as usize) {
        if all[place].is_unbound() {
            let at = place + 1 - offset;
            return Err(raise::type_error(
                vm,
                format!("{shown}() missing required argument '{param}' (pos {at})"),
            ));
        }
    }
    body(vm, &all[..def.slots as usize])
}

/// "list.append" for methods, "len" for functions: as messages show them.
fn qualified(_vm: &Vm, native: Ref<Native>) -> String {
    let name = native.def.name;
    match native.owner.get().cast::<Class>() {
        Some(owner) => format!("{}.{name}", class::name(owner)),
        None => name.to_string(),
    }
}

/// The name that messages about parameters show: that of the class for its constructor.
fn plain_name(native: Ref<Native>) -> String {
    match native.owner.get().cast::<Class>() {
        Some(owner) if matches!(native.def.name, "__new__" | "__init__") => class::name(owner),
        _ => native.def.name.to_string(),
    }
}

/// Arguments that the caller did not write: the receiver, or the class for a constructor.
fn implied(native: Ref<Native>) -> u32 {
    match native.def.binding {
        Binding::Method | Binding::ClassMethod => 1,
        Binding::Static if native.def.name == "__new__" => 1,
        _ => 0,
    }
}

/// Required parameters before the slash, the receiver included.
fn positional_only(signature: &str) -> u32 {
    let Some((before, _)) = signature.split_once('/') else {
        return 0;
    };
    before
        .split(',')
        .filter(|part| part.trim().len() > 1 && !part.contains('='))
        .count() as u32
}

/// The TypeError for a wrong number of positional arguments, in CPython's wording for each calling convention.
#[cold]
#[inline(never)]
fn arity_error(vm: &mut Vm, native: Ref<Native>, given: usize) -> Raised {
    let def = native.def;
    let receiver = implied(native);
    let (given, min, max) = (
        given as u32 - receiver.min(given as u32),
        def.min - receiver,
        def.max.saturating_sub(receiver),
    );
    let shown = qualified(vm, native);
    let plural = |n: u32| if n == 1 { "" } else { "s" };
    let special = def.name.starts_with("__") && def.name.ends_with("__");
    let message = if max == 0 {
        if special {
            format!("expected 0 arguments, got {given}")
        } else {
            format!("{shown}() takes no arguments ({given} given)")
        }
    } else if min == 1 && max == 1 && !def.by_name && !special {
        format!("{shown}() takes exactly one argument ({given} given)")
    } else if def.by_name {
        if given > max {
            let kind = if min == max { "exactly" } else { "at most" };
            format!(
                "{}() takes {kind} {max} argument{} ({given} given)",
                plain_name(native),
                plural(max)
            )
        } else if given + receiver < positional_only(def.signature) {
            let least = positional_only(def.signature) - receiver;
            let kind = if least == max { "exactly" } else { "at least" };
            format!(
                "{}() takes {kind} {least} positional argument{} ({given} given)",
                plain_name(native),
                plural(least)
            )
        } else {
            let params = parameters(def.signature);
            let place = given as usize + receiver as usize;
            let missing = params.get(place).map_or("", |&(name, _)| name);
            format!(
                "{}() missing required argument '{missing}' (pos {})",
                plain_name(native),
                given + 1
            )
        }
    } else {
        let (bound, kind) = if min == max {
            (min, "")
        } else if given < min {
            (min, "at least ")
        } else {
            (max, "at most ")
        };
        let name = if special {
            String::new()
        } else {
            format!("{} ", def.name)
        };
        format!("{name}expected {kind}{bound} argument{}, got {given}", plural(bound))
    };
    raise::type_error(vm, message)
}
