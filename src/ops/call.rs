//! Calling anything from native code.

use crate::base::names::suggest::closest;
use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::class::layout::{Class, Maker};
use crate::object::container::tuple::{self, Tuple};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::{class, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::native::{ANY, Binding, NativeCode};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Arguments up to which a longer list is made on the native stack, where the collector sees it.
const ON_STACK: usize = 16;
/// The same where most have one or two.
const FEW: usize = 6;

/// `callee(*args)`
pub fn call(vm: &mut Vm, callee: Value, args: &[Value]) -> Run<Value> {
    call_named(vm, callee, args, &[])
}

/// `callee(arg)`
#[inline]
pub fn one(vm: &mut Vm, callee: Value, arg: Value) -> Run<Value> {
    if callee.kind() == Some(Kind::Native) {
        let native = callee.expect::<Native>();
        let def = native.def;
        if let NativeCode::Fixed(body) = def.code
            && def.is_free
            && def.fits(1)
            && def.filled <= 1
            && native.receiver.get().is_unbound()
        {
            return body(vm, &[arg]);
        }
    }
    call(vm, callee, &[arg])
}

/// `callee(*args[..-n], **dict(zip(names, args[-n..])))`: the last arguments are named by `names` (strs).
pub fn call_named(vm: &mut Vm, callee: Value, args: &[Value], names: &[Value]) -> Run<Value> {
    match callee.kind() {
        Some(Kind::Function) => call_function(vm, callee, Value::UNBOUND, args, names),
        Some(Kind::Native) => invoke(vm, callee.expect(), args, names),
        Some(Kind::Class)
            if names.is_empty()
                && let Some(made) = new_directly(vm, callee.expect(), args) =>
        {
            made
        }
        Some(Kind::Record) if class::is_exact(callee, ClassId::Method) => {
            let method = callee.expect::<Record>();
            with_first(vm, method.get(0), method.get(1), args, names)
        }
        _ => match class::special(vm, callee, Special::Call) {
            Some(method) => {
                // `__call__` may be an instance again, and so on without end.
                let here = 0u8;
                if std::ptr::from_ref(&here).addr() < vm.thread.native_limit {
                    return Err(raise::recursion_error(vm, "maximum recursion depth exceeded"));
                }
                call_unbound(vm, method, callee, args, names)
            }
            None => {
                let name = class::name_of(vm, callee);
                Err(raise::type_error(vm, format!("'{name}' object is not callable")))
            }
        },
    }
}

/// Calls a class whose calls are known to be its own `__new__` of ours and nothing else.
fn new_directly(vm: &mut Vm, class: Ref<Class>, args: &[Value]) -> Option<Run<Value>> {
    if class.maker.get() == Maker::Make && args.len() <= 1 {
        let makes = class.special(Special::Init)?.cast::<Native>()?.def.makes?;
        return Some(makes(
            vm,
            &[class.value(), args.first().copied().unwrap_or(Value::UNBOUND)],
        ));
    }
    if class.maker.get() != Maker::New {
        return None;
    }
    let def = class.special(Special::New)?.cast::<Native>()?.def;
    let n = args.len() + 1;
    let filled = n.max(def.filled as usize);
    let NativeCode::Fixed(body) = def.code else {
        return None;
    };
    if !def.fits(n) || filled > FEW {
        return None;
    }
    let mut all = [Value::UNBOUND; FEW];
    all[0] = class.value();
    all[1..n].copy_from_slice(args);
    Some(body(vm, &all[..filled]))
}

/// Calls a function made in Python, with a receiver before the arguments unless that is UNBOUND.
fn call_function(vm: &mut Vm, function: Value, receiver: Value, args: &[Value], names: &[Value]) -> Run<Value> {
    let Some(invoke) = class::known(vm, ClassId::Function).invoke.get() else {
        unreachable!("boot has set how functions are called")
    };
    invoke(vm, function, receiver, args, names)
}

/// `callee(first, *args)`
pub fn with_first(vm: &mut Vm, callee: Value, first: Value, args: &[Value], names: &[Value]) -> Run<Value> {
    if callee.kind() == Some(Kind::Function) {
        return call_function(vm, callee, first, args, names);
    }
    if args.len() < FEW {
        let mut all = [Value::UNBOUND; FEW];
        all[0] = first;
        all[1..=args.len()].copy_from_slice(args);
        return match callee
            .cast::<Native>()
            .filter(|native| native.receiver.get().is_unbound())
        {
            Some(native) => invoke_plain(vm, native, &all[..=args.len()], names),
            None => call_named(vm, callee, &all[..=args.len()], names),
        };
    }
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
    if method.kind() == Some(Kind::Function) {
        return call_function(vm, method, receiver, args, names);
    }
    if let Some(native) = method.cast::<Native>()
        && names.is_empty()
        && let Some(result) = direct(vm, native, receiver, args)
    {
        return result;
    }
    if is_plain_method(method) {
        return with_first(vm, method, receiver, args, names);
    }
    let bound = bind(vm, method, receiver)?;
    call_named(vm, bound, args, names)
}

/// Calls a method of ours that gets just the right number of arguments, at most two, without copying them about.
#[inline]
fn direct(vm: &mut Vm, native: Ref<Native>, receiver: Value, args: &[Value]) -> Option<Run<Value>> {
    let def = native.def;
    let fits = match def.code {
        NativeCode::Fixed(_) => def.slots as usize == args.len() + 1 && def.max != ANY,
        NativeCode::Spread(_) => true,
    };
    if !fits || def.binding != Binding::Method || native.receiver.get().is_bound() {
        return None;
    }
    let owner = native.owner.get().cast::<Class>()?;
    if !class::is_of(vm, receiver, owner) {
        return None;
    }
    let run = |vm: &mut Vm, all: &[Value]| match def.code {
        NativeCode::Fixed(body) => body(vm, all),
        NativeCode::Spread(body) => body(vm, all, &[]),
    };
    match *args {
        [] => Some(run(vm, &[receiver])),
        [a] => Some(run(vm, &[receiver, a])),
        [a, b] => Some(run(vm, &[receiver, a, b])),
        _ => None,
    }
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

/// The rest of a call of `class` whose `__new__` has made `object`: `__init__`, if that is an instance.
pub fn initialise(vm: &mut Vm, class: Ref<Class>, object: Value, args: &[Value], names: &[Value]) -> Run<Value> {
    let made = class::of(vm, object);
    if !made.is_subclass(class) {
        return Ok(object);
    }
    if let Some(init) = made.special(Special::Init) {
        let result = call_unbound(vm, init, object, args, names)?;
        if !result.is_none() {
            let got = class::name_of(vm, result);
            return Err(raise::type_error(
                vm,
                format!("__init__() should return None, not '{got}'"),
            ));
        }
    }
    Ok(object)
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
        return Err(arity_error(vm, native, args.len(), args.len()));
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
    if args.first().is_some_and(|&receiver| class::is_of(vm, receiver, owner)) {
        return Ok(());
    }
    refuse_receiver(vm, native, owner, args)
}

#[cold]
#[inline(never)]
fn refuse_receiver(vm: &mut Vm, native: Ref<Native>, owner: Ref<Class>, args: &[Value]) -> Run<()> {
    let (name, of) = (native.def.name, class::name(owner));
    let is_slot = is_slot(native);
    let Some(&receiver) = args.first() else {
        let text = if is_slot {
            format!("descriptor '{name}' of '{of}' object needs an argument")
        } else {
            format!("unbound method {of}.{name}() needs an argument")
        };
        return Err(raise::type_error(vm, text));
    };
    let got = class::name_of(vm, receiver);
    let text = if is_slot {
        format!("descriptor '{name}' requires a '{of}' object but received a '{got}'")
    } else {
        format!("descriptor '{name}' for '{of}' objects doesn't apply to a '{got}' object")
    };
    Err(raise::type_error(vm, text))
}

/// Whether this is one of the special methods that CPython shows as slot wrappers.
fn is_slot(native: Ref<Native>) -> bool {
    let shape = native.shape();
    shape == ClassId::WrapperDescriptor.shape() || shape == ClassId::MethodWrapper.shape()
}

/// `__new__` of a built-in class makes instances of that class, or of Python classes that have its layout.
fn check_new(vm: &mut Vm, native: Ref<Native>, args: &[Value]) -> Run<()> {
    let Some(owner) = native.owner.get().cast::<Class>() else {
        return Ok(());
    };
    if args.first() == Some(&owner.value()) {
        return Ok(());
    }
    if let Some(class) = args.first().and_then(|class| class.cast::<Class>())
        && class.is_subclass(owner)
        && class::layout_of(class).special(Special::New) == owner.special(Special::New)
    {
        return Ok(());
    }
    refuse_new(vm, owner, args)
}

#[cold]
#[inline(never)]
fn refuse_new(vm: &mut Vm, owner: Ref<Class>, args: &[Value]) -> Run<()> {
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
                let (name, safe) = (class::name(class), class::name(class::layout_of(class)));
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
        let text = match is_slot(native) {
            true if def.name != "__init__" => format!("wrapper {}() takes no keyword arguments", def.name),
            _ => format!("{}() takes no keyword arguments", qualified(vm, native)),
        };
        return Err(raise::type_error(vm, text));
    }
    let positional = args.len() - names.len();
    let offset = receivers(native) as usize;
    if positional as u32 > def.max || args.len() as u32 > def.slots {
        return Err(arity_error(vm, native, positional, args.len()));
    }
    let mut all = [Value::UNBOUND; ON_STACK];
    all[..positional].copy_from_slice(&args[..positional]);
    for (&name, &value) in names.iter().zip(&args[positional..]) {
        let Some(place) = place_of(vm, native, name) else {
            if let Some(message) = too_few_unnamed(native, positional) {
                return Err(raise::type_error(vm, message));
            }
            let (shown, text) = (plain_name(native), name.expect::<Str>());
            let text = text.lossy();
            let known = parameters(def.signature);
            let known = known.iter().filter(|(_, named)| *named).map(|&(param, _)| param);
            let advice = closest(&text, known).map_or(String::new(), |near| format!(". Did you mean '{near}'?"));
            return Err(raise::type_error(
                vm,
                format!("{shown}() got an unexpected keyword argument '{text}'{advice}"),
            ));
        };
        if all[place].is_bound() {
            let (shown, text) = (plain_name(native), name.expect::<Str>());
            let (text, at) = (text.lossy(), place + 1 - offset);
            return Err(raise::type_error(
                vm,
                format!("argument for {shown}() given by name ('{text}') and position ({at})"),
            ));
        }
        all[place] = value;
    }
    if let Some(place) = (0..def.min as usize).find(|&place| all[place].is_unbound()) {
        if let Some(message) = too_few_unnamed(native, positional) {
            return Err(raise::type_error(vm, message));
        }
        let (shown, at) = (plain_name(native), place + 1 - offset);
        let (param, _) = parameters(def.signature)[place];
        return Err(raise::type_error(
            vm,
            format!("{shown}() missing required argument '{param}' (pos {at})"),
        ));
    }
    body(vm, &all[..def.slots as usize])
}

/// What is wrong with a call that leaves out parameters which cannot be given by name, if it does. `positional` counts receivers.
fn too_few_unnamed(native: Ref<Native>, positional: usize) -> Option<String> {
    let def = native.def;
    let parameters = parameters(def.signature);
    let unnamed = parameters.iter().take_while(|(_, named)| !named).count();
    let least = unnamed.min(def.min as usize);
    if positional >= least {
        return None;
    }
    let receivers = receivers(native) as usize;
    let (given, least) = (positional.saturating_sub(receivers), least - receivers);
    let kind = if least + receivers < def.max as usize {
        "at least"
    } else {
        "exactly"
    };
    let plural = if least == 1 { "" } else { "s" };
    let name = plain_name(native);
    Some(format!(
        "{name}() takes {kind} {least} positional argument{plural} ({given} given)"
    ))
}

/// Which parameter of a native is given by that name. Signatures are read once.
fn place_of(vm: &mut Vm, native: Ref<Native>, name: Value) -> Option<usize> {
    let def = native.def;
    let key = std::ptr::from_ref(def).addr();
    if !vm.signatures.contains_key(&key) {
        let params = parameters(def.signature);
        let names = params.iter().map(|&(param, named)| match named {
            true => text::intern(vm, param),
            false => Value::UNBOUND,
        });
        let names = names.collect();
        vm.signatures.insert(key, names);
    }
    let params = vm.signatures.get(&key)?;
    params.iter().position(|&param| param == name).or_else(|| {
        let wanted = name.expect::<Str>();
        let same = |param: &Value| param.cast::<Str>().is_some_and(|param| param.same_text(&wanted));
        params.iter().position(same)
    })
}

/// How many arguments in front are not counted: the receiver, or the class that `__new__` makes an instance of.
fn receivers(native: Ref<Native>) -> u32 {
    match native.def.binding {
        Binding::Method | Binding::ClassMethod => 1,
        Binding::Static if native.def.name == "__new__" => 1,
        _ => 0,
    }
}

fn is_constructor(native: Ref<Native>) -> bool {
    matches!(native.def.name, "__new__" | "__init__")
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

/// "append", "len"; "int" for `int.__new__`.
fn plain_name(native: Ref<Native>) -> String {
    match native.owner.get().cast::<Class>() {
        Some(owner) if is_constructor(native) => class::name(owner),
        _ => native.def.name.to_string(),
    }
}

/// "list.append" for methods, "math.sqrt" for functions, "len" for those of builtins, "int" for `int.__new__`.
fn qualified(vm: &Vm, native: Ref<Native>) -> String {
    let name = plain_name(native);
    let owner = native.owner.get();
    if let Some(owner) = owner.cast::<Class>() {
        if is_constructor(native) {
            return name;
        }
        // CPYTHON: a bound method is named after the class of what it is bound to.
        let bound = native.receiver.get().bound();
        let class = bound.map(|of| of.cast::<Class>().unwrap_or_else(|| class::of(vm, of)));
        return format!("{}.{name}", class::name(class.unwrap_or(owner)));
    }
    match owner.cast::<Str>() {
        Some(module) if module.bytes() != b"builtins" => format!("{}.{name}", module.lossy()),
        _ => name,
    }
}

/// The TypeError for a wrong number of arguments, in CPython's wording for each calling convention. `given` counts the positional
/// ones, `total` all.
#[cold]
#[inline(never)]
fn arity_error(vm: &mut Vm, native: Ref<Native>, given: usize, total: usize) -> Raised {
    let def = native.def;
    let receiver = receivers(native);
    let given = (given as u32).saturating_sub(receiver);
    let total = (total as u32).saturating_sub(receiver);
    let (min, max) = (def.min.saturating_sub(receiver), def.max.saturating_sub(receiver));
    let plural = |n: u32| if n == 1 { "" } else { "s" };
    // CPYTHON: these two read their arguments by hand first.
    let by_hand = def.name == "__new__" && matches!(plain_name(native).as_str(), "int" | "str");
    let message = if is_slot(native) && !is_constructor(native) {
        let bound = match (def.name, given < min) {
            ("__pow__" | "__rpow__", _) => "1 or 2".into(),
            _ if min == max => format!("{max}"),
            (_, true) => format!("at least {min}"),
            (_, false) => format!("at most {max}"),
        };
        let end = if bound == "1" || bound.ends_with(" 1") { "" } else { "s" };
        // CPYTHON: these are read by what tells the name.
        let named = matches!(def.name, "__setitem__" | "__setattr__" | "__set__" | "__get__");
        let name = if named { def.name } else { "" };
        let space = if named { " " } else { "" };
        format!("{name}{space}expected {bound} argument{end}, got {given}")
    } else if def.by_name && !by_hand {
        named_arity(native, (given, total), (min, max, def.slots - receiver))
    } else if max == 0 {
        format!("{}() takes no arguments ({given} given)", qualified(vm, native))
    } else if min == 1 && max == 1 && !is_constructor(native) {
        format!("{}() takes exactly one argument ({given} given)", qualified(vm, native))
    } else {
        let (bound, kind) = match given < min {
            _ if min == max => (min, ""),
            true => (min, "at least "),
            false => (max, "at most "),
        };
        let name = plain_name(native);
        format!("{name} expected {kind}{bound} argument{}, got {given}", plural(bound))
    };
    raise::type_error(vm, message)
}

/// As `arity_error`, for functions some of whose arguments may be given by name.
fn named_arity(native: Ref<Native>, (given, total): (u32, u32), (min, max, slots): (u32, u32, u32)) -> String {
    let name = plain_name(native);
    let plural = |n: u32| if n == 1 { "" } else { "s" };
    if total > slots {
        let kind = if min == slots { "exactly" } else { "at most" };
        return format!(
            "{name}() takes {kind} {slots} argument{} ({total} given)",
            plural(slots)
        );
    }
    if given > max && max == 0 {
        return format!("{name}() takes no positional arguments");
    }
    if given > max {
        let kind = if min == max { "exactly" } else { "at most" };
        return format!(
            "{name}() takes {kind} {max} positional argument{} ({given} given)",
            plural(max)
        );
    }
    let least = positional_only(native.def.signature).saturating_sub(receivers(native));
    if given < least {
        let kind = if least == max { "exactly" } else { "at least" };
        return format!(
            "{name}() takes {kind} {least} positional argument{} ({given} given)",
            plural(least)
        );
    }
    let params = parameters(native.def.signature);
    let place = given + receivers(native);
    let missing = params.get(place as usize).map_or("", |&(name, _)| name);
    format!("{name}() missing required argument '{missing}' (pos {})", given + 1)
}
