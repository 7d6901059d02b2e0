//! Binding arguments to parameters: everything beyond "exactly the positional ones".

use crate::bytecode::code::{CodeData, Flags};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::load;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{self, Tuple};
use crate::object::text::string::Str;
use crate::ops::{make, raise};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Puts the `n` arguments at `registers` (the last of them named by `names`) where the parameters of `function` want them.
///
/// # Errors
/// TypeError in CPython's words.
///
/// # Safety
/// The registers from `registers` on are free for the function's window.
pub unsafe fn bind(vm: &mut Vm, function: Ref<Function>, registers: *mut Value, n: usize, names: &[Value]) -> Run<()> {
    load::ready(vm, function)?;
    let code = function.code();
    let data = code.data();
    let positional = data.positional as usize;
    let varargs = data.flags.has(Flags::VARARGS);
    // SAFETY: by the caller.
    unsafe {
        if names.is_empty()
            && n <= positional
            && data.keyword_only == 0
            && !varargs
            && !data.flags.has(Flags::VARKEYWORDS)
        {
            return fill_defaults(vm, function, registers, n);
        }
        if names.is_empty() && varargs && data.keyword_only == 0 {
            let rest = std::slice::from_raw_parts(registers.add(positional), n.saturating_sub(positional));
            *registers.add(positional) = make::tuple(vm, rest);
            if data.flags.has(Flags::VARKEYWORDS) {
                *registers.add(positional + 1) = make::dict(vm);
            }
            return fill_defaults(vm, function, registers, n);
        }
        if place_all(function, registers, n, names) || gather(vm, function, registers, n, names) {
            return Ok(());
        }
        let mut few = [Value::UNBOUND; FEW];
        let given = std::slice::from_raw_parts(registers, n);
        let args = if n <= FEW {
            few[..n].copy_from_slice(given);
            &few[..n]
        } else {
            tuple::items(make::tuple(vm, given).expect::<Tuple>())
        };
        let named = n - names.len();
        let slots = positional + data.keyword_only as usize;
        let given = &args[..named.min(positional)];
        for i in 0..slots {
            *registers.add(i) = given.get(i).copied().unwrap_or(Value::UNBOUND);
        }
        if varargs {
            let rest = make::tuple(
                vm,
                if named > positional {
                    &args[positional..named]
                } else {
                    &[]
                },
            );
            *registers.add(slots) = rest;
        }
        let keywords = data.flags.has(Flags::VARKEYWORDS).then(|| make::dict(vm));
        if let Some(keywords) = keywords {
            *registers.add(slots + varargs as usize) = keywords;
        }
        for (&name, &value) in names.iter().zip(&args[named..]) {
            place_named(vm, function, registers, (name, value), names, keywords)?;
        }
        if named > positional && !varargs {
            return Err(too_many(vm, function, named, registers));
        }
        fill_missing(vm, function, registers, named.min(positional))
    }
}

/// Binds arguments of a function with a `**` parameter, where those without a name fill the parameters and perhaps `*`, and the
/// names are those of no parameter. `false`: it is not that simple, or wrong, and the arguments are as they were.
///
/// # Safety
/// As `bind`.
unsafe fn gather(vm: &mut Vm, function: Ref<Function>, registers: *mut Value, n: usize, names: &[Value]) -> bool {
    let code = function.code();
    let data = code.data();
    let (positional, named) = (data.positional as usize, n - names.len());
    let varargs = data.flags.has(Flags::VARARGS);
    let is_simple = data.flags.has(Flags::VARKEYWORDS)
        && data.keyword_only == 0
        && (named == positional || varargs && named > positional);
    let first = data.positional_only as usize;
    if !is_simple || names.iter().any(|&name| parameter(function, name, first).is_some()) {
        return false;
    }
    let keywords = make::dict(vm).expect::<Dict>();
    // SAFETY: by the caller.
    unsafe {
        for (i, &name) in names.iter().enumerate() {
            let key = crate::ops::text::intern_value(vm, name);
            if keywords.set_str(key, *registers.add(named + i)).is_err() {
                return false;
            }
        }
        if varargs {
            let rest = std::slice::from_raw_parts(registers.add(positional), named - positional);
            *registers.add(positional) = make::tuple(vm, rest);
        }
        *registers.add(positional + varargs as usize) = keywords.value();
    }
    true
}

/// Arguments up to which they are kept on the native stack while they are bound.
const FEW: usize = 16;

/// Binds `n` arguments, none by name, of a function with a `*` parameter and perhaps a `**` parameter, where no parameter before them
/// is left without one. `false`: it is not that simple, and nothing has changed.
///
/// # Safety
/// As `bind`.
#[inline(never)]
pub unsafe fn pack(vm: &mut Vm, function: Ref<Function>, registers: *mut Value, n: usize) -> bool {
    let code = function.code();
    let data = code.data();
    let positional = data.positional as usize;
    if !function.is_ready() || !data.flags.has(Flags::VARARGS) || data.keyword_only != 0 || n < positional {
        return false;
    }
    // SAFETY: by the caller.
    unsafe {
        let rest = std::slice::from_raw_parts(registers.add(positional), n - positional);
        *registers.add(positional) = make::tuple(vm, rest);
        if data.flags.has(Flags::VARKEYWORDS) {
            *registers.add(positional + 1) = make::dict(vm);
        }
    }
    true
}

/// As `place_all`, with the names in a tuple; for handlers.
///
/// # Safety
/// As `bind`.
#[inline(never)]
pub unsafe fn place(function: Ref<Function>, registers: *mut Value, n: usize, names: Value) -> bool {
    // SAFETY: by the caller.
    unsafe { place_all(function, registers, n, tuple::items(names.expect::<Tuple>())) }
}

/// Binds as `bind` does, where there are no `*` and `**` parameters and the names are those of parameters. `false`: it is not
/// that simple, or wrong, and the arguments are as they were.
///
/// # Safety
/// As `bind`.
unsafe fn place_all(function: Ref<Function>, registers: *mut Value, n: usize, names: &[Value]) -> bool {
    let code = function.code();
    let data = code.data();
    let (positional, named) = (data.positional as usize, n - names.len());
    let slots = positional + data.keyword_only as usize;
    if !function.is_ready()
        || data.flags.has(Flags::VARARGS | Flags::VARKEYWORDS)
        || named > positional
        || names.len() > FEW
    {
        return false;
    }
    let mut values = [Value::UNBOUND; FEW];
    // SAFETY: by the caller.
    unsafe {
        for (i, value) in values.iter_mut().enumerate().take(names.len()) {
            *value = *registers.add(named + i);
        }
        for i in named..slots {
            *registers.add(i) = Value::UNBOUND;
        }
        let first = named.max(data.positional_only as usize);
        let placed = names.iter().zip(&values).all(|(&name, &value)| {
            let params = &code.local_names()[first..slots];
            let Some(place) = params.iter().position(|param| param.get() == name) else {
                return false;
            };
            let old = std::mem::replace(&mut *registers.add(first + place), value);
            old.is_unbound()
        });
        if placed && fill_simply(function, registers, named) {
            return true;
        }
        for (i, &value) in values.iter().enumerate().take(names.len()) {
            *registers.add(named + i) = value;
        }
    }
    false
}

/// Puts defaults into the parameters from `given` on that are UNBOUND; `false` if one has none.
unsafe fn fill_simply(function: Ref<Function>, registers: *mut Value, given: usize) -> bool {
    let code = function.code();
    let data = code.data();
    let (positional, slots) = (data.positional as usize, (data.positional + data.keyword_only) as usize);
    let defaults = function.defaults.get().cast::<Tuple>().map_or(&[][..], tuple::items);
    let first = positional.saturating_sub(defaults.len());
    let keyword_defaults = function.keyword_defaults.get().cast::<Dict>();
    for i in given..slots {
        // SAFETY: by the caller of `bind`.
        let slot = unsafe { &mut *registers.add(i) };
        if slot.is_bound() {
            continue;
        }
        *slot = match i {
            i if i < first => return false,
            i if i < positional => defaults[i - first],
            i => {
                let found = keyword_defaults.and_then(|defaults| defaults.get_str(code.local_names()[i].get()));
                let Some(default) = found else { return false };
                default
            }
        };
    }
    true
}

/// Defaults for the positional parameters from `n` on, where there are no other kinds.
unsafe fn fill_defaults(vm: &mut Vm, function: Ref<Function>, registers: *mut Value, n: usize) -> Run<()> {
    let positional = function.code().data().positional as usize;
    let defaults = function.defaults.get().cast::<Tuple>().map_or(&[][..], tuple::items);
    let first = positional.saturating_sub(defaults.len());
    if n < first {
        for i in n..positional {
            // SAFETY: by the caller of `bind`.
            unsafe { *registers.add(i) = Value::UNBOUND };
        }
        return Err(missing(vm, function, registers, 0..first, "positional"));
    }
    for i in n..positional {
        // SAFETY: by the caller of `bind`.
        unsafe { *registers.add(i) = defaults[i - first] };
    }
    Ok(())
}

/// The parameter of this name, from `first` on, before the variadic ones.
fn parameter(function: Ref<Function>, name: Value, first: usize) -> Option<usize> {
    let code = function.code();
    let data = code.data();
    let slots = (data.positional + data.keyword_only) as usize;
    let wanted = name.expect::<Str>();
    let names = &code.local_names()[..slots];
    let same = |i: &usize| names[*i].get() == name;
    let equal = |i: &usize| {
        names[*i]
            .get()
            .cast::<Str>()
            .is_some_and(|text| text.same_text(&wanted))
    };
    match (first..slots).find(same) {
        // Names of parameters are interned.
        None if wanted.is_interned() => None,
        None => (first..slots).find(equal),
        found => found,
    }
}

unsafe fn place_named(
    vm: &mut Vm,
    function: Ref<Function>,
    registers: *mut Value,
    (name, value): (Value, Value),
    names: &[Value],
    keywords: Option<Value>,
) -> Run<()> {
    let code = function.code();
    let positional_only = code.data().positional_only as usize;
    let shown = name.expect::<Str>();
    if let Some(i) = parameter(function, name, positional_only) {
        // SAFETY: by the caller of `bind`.
        let slot = unsafe { &mut *registers.add(i) };
        if slot.is_bound() {
            let message = format!(
                "{}() got multiple values for argument '{}'",
                qualname(function),
                shown.lossy()
            );
            return Err(raise::type_error(vm, message));
        }
        *slot = value;
        return Ok(());
    }
    if let Some(keywords) = keywords {
        let key = crate::ops::text::intern_value(vm, name);
        return match keywords.expect::<Dict>().set_str(key, value) {
            Ok(()) => Ok(()),
            Err(_) => Err(raise::memory_error(vm)),
        };
    }
    let is_only = |name: &&Value| {
        let text = name.expect::<Str>();
        (0..positional_only).any(|i| {
            code.local_names()[i]
                .get()
                .cast::<Str>()
                .is_some_and(|own| own.same_text(&text))
        })
    };
    if is_only(&&name) {
        let all: Vec<String> = names
            .iter()
            .filter(is_only)
            .map(|n| n.expect::<Str>().lossy().into_owned())
            .collect();
        let message = format!(
            "{}() got some positional-only arguments passed as keyword arguments: '{}'",
            qualname(function),
            all.join(", ")
        );
        return Err(raise::type_error(vm, message));
    }
    let message = format!(
        "{}() got an unexpected keyword argument '{}'",
        qualname(function),
        shown.lossy()
    );
    Err(raise::type_error(
        vm,
        message + &suggestion(function, &shown.lossy(), positional_only),
    ))
}

/// ". Did you mean 'x'?" for a parameter whose name is near.
fn suggestion(function: Ref<Function>, name: &str, first: usize) -> String {
    let code = function.code();
    let data = code.data();
    let slots = (data.positional + data.keyword_only) as usize;
    let names = data.locals.iter().take(slots).skip(first);
    match crate::base::names::suggest::closest(name, names) {
        Some(near) => format!(". Did you mean '{near}'?"),
        None => String::new(),
    }
}

unsafe fn fill_missing(vm: &mut Vm, function: Ref<Function>, registers: *mut Value, given: usize) -> Run<()> {
    let code = function.code();
    let data = code.data();
    let (positional, slots) = (data.positional as usize, (data.positional + data.keyword_only) as usize);
    let defaults = function.defaults.get().cast::<Tuple>().map_or(&[][..], tuple::items);
    let first = positional.saturating_sub(defaults.len());
    // SAFETY: by the caller of `bind`.
    unsafe {
        if (given..first).any(|i| (*registers.add(i)).is_unbound()) {
            return Err(missing(vm, function, registers, 0..first, "positional"));
        }
        for i in given.max(first)..positional {
            if (*registers.add(i)).is_unbound() {
                *registers.add(i) = defaults[i - first];
            }
        }
        let keyword_defaults = function.keyword_defaults.get().cast::<Dict>();
        for i in positional..slots {
            if (*registers.add(i)).is_unbound() {
                let name = code.local_names()[i].get();
                if let Some(default) = keyword_defaults.and_then(|defaults| defaults.get_str(name)) {
                    *registers.add(i) = default;
                }
            }
        }
        if (positional..slots).any(|i| (*registers.add(i)).is_unbound()) {
            return Err(missing(vm, function, registers, positional..slots, "keyword-only"));
        }
    }
    Ok(())
}

fn qualname(function: Ref<Function>) -> String {
    function
        .qualname
        .get()
        .cast::<Str>()
        .map_or_else(String::new, |name| name.lossy().into_owned())
}

/// "'a', 'b', and 'c'"
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}

#[cold]
fn missing(
    vm: &mut Vm,
    function: Ref<Function>,
    registers: *mut Value,
    range: std::ops::Range<usize>,
    kind: &str,
) -> Raised {
    let code = function.code();
    let data: &CodeData = code.data();
    // SAFETY: by the caller of `bind`.
    let absent = range.filter(|&i| unsafe { (*registers.add(i)).is_unbound() });
    let names: Vec<String> = absent.map(|i| format!("'{}'", &data.locals[i])).collect();
    let plural = if names.len() == 1 { "" } else { "s" };
    let message = format!(
        "{}() missing {} required {kind} argument{plural}: {}",
        qualname(function),
        names.len(),
        listed(&names)
    );
    raise::type_error(vm, message)
}

#[cold]
fn too_many(vm: &mut Vm, function: Ref<Function>, given: usize, registers: *mut Value) -> Raised {
    let code = function.code();
    let data = code.data();
    let (positional, slots) = (data.positional as usize, (data.positional + data.keyword_only) as usize);
    let defaults = function
        .defaults
        .get()
        .cast::<Tuple>()
        .map_or(0, |defaults| defaults.len());
    // SAFETY: by the caller of `bind`.
    let named = (positional..slots)
        .filter(|&i| unsafe { (*registers.add(i)).is_bound() })
        .count();
    let takes = if defaults > 0 {
        format!("from {} to {positional}", positional - defaults)
    } else {
        positional.to_string()
    };
    let plural = if positional == 1 && defaults == 0 { "" } else { "s" };
    let given_text = if named > 0 {
        let s = if given == 1 { "" } else { "s" };
        let ks = if named == 1 { "" } else { "s" };
        format!("{given} positional argument{s} (and {named} keyword-only argument{ks}) were")
    } else {
        format!("{given} {}", if given == 1 { "was" } else { "were" })
    };
    let message = format!(
        "{}() takes {takes} positional argument{plural} but {given_text} given",
        qualname(function)
    );
    raise::type_error(vm, message)
}
