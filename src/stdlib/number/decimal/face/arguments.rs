//! Arguments as CPython's functions of this module take them, with its texts.

use crate::api::{Raised, Run, Str, Value, Vm, convert, raise};

/// Arguments by position and by name; UNBOUND for those that were not given. The first `required` must be.
/// # Errors
/// TypeError
#[inline]
pub fn parse<const N: usize>(
    vm: &mut Vm,
    args: &[Value],
    names: &[Value],
    parameters: [&str; N],
    required: usize,
) -> Run<[Value; N]> {
    let mut found = [Value::UNBOUND; N];
    if names.is_empty() && (required..=N).contains(&args.len()) {
        found[..args.len()].copy_from_slice(args);
        return Ok(found);
    }
    parse_slow(vm, args, names, &parameters, required, &mut found)?;
    Ok(found)
}

#[inline(never)]
fn parse_slow(
    vm: &mut Vm,
    args: &[Value],
    names: &[Value],
    parameters: &[&str],
    required: usize,
    found: &mut [Value],
) -> Run<()> {
    if args.len() > parameters.len() {
        let keyword = if args.len() == names.len() { "keyword " } else { "" };
        let (n, given) = (parameters.len(), args.len());
        let s = if n == 1 { "" } else { "s" };
        let text = format!("function takes at most {n} {keyword}argument{s} ({given} given)");
        return Err(raise::type_error(vm, text));
    }
    let (plain, named) = args.split_at(args.len() - names.len());
    found[..plain.len()].copy_from_slice(plain);
    let mut unknown = None;
    for (&name, &value) in names.iter().zip(named) {
        let text = name.expect::<Str>();
        match parameters.iter().position(|known| known.as_bytes() == text.bytes()) {
            Some(i) if i < plain.len() => {
                let position = i + 1;
                let text = format!(
                    "argument for function given by name ('{}') and position ({position})",
                    parameters[i]
                );
                return Err(raise::type_error(vm, text));
            }
            Some(i) => found[i] = value,
            None => unknown = Some(text.lossy().to_string()),
        }
    }
    if let Some(missing) = found[..required].iter().position(|value| !value.is_bound()) {
        let (name, position) = (parameters[missing], missing + 1);
        let text = format!("function missing required argument '{name}' (pos {position})");
        return Err(raise::type_error(vm, text));
    }
    match unknown {
        Some(name) => Err(raise::type_error(
            vm,
            format!("this function got an unexpected keyword argument '{name}'"),
        )),
        None => Ok(()),
    }
}

/// Exactly `N` arguments by position, of the method `name`.
/// # Errors
/// TypeError
#[inline]
pub fn exactly<const N: usize>(vm: &mut Vm, args: &[Value], names: &[Value], name: &str) -> Run<[Value; N]> {
    match <[Value; N]>::try_from(args) {
        Ok(found) if names.is_empty() => Ok(found),
        _ => Err(wrong_number(vm, args, names, name, ("exactly", N))),
    }
}

#[cold]
fn wrong_number(vm: &mut Vm, args: &[Value], names: &[Value], name: &str, (bound, n): (&str, usize)) -> Raised {
    if !names.is_empty() {
        return raise::type_error(vm, format!("{name}() takes no keyword arguments"));
    }
    let (given, s) = (args.len(), if n == 1 { "" } else { "s" });
    raise::type_error(vm, format!("function takes {bound} {n} argument{s} ({given} given)"))
}

/// One argument by position, or none.
/// # Errors
/// TypeError
pub fn at_most_one(vm: &mut Vm, args: &[Value], names: &[Value], name: &str) -> Run<Value> {
    match *args {
        [] => Ok(Value::UNBOUND),
        [value] if names.is_empty() => Ok(value),
        _ => Err(wrong_number(vm, args, names, name, ("at most", 1))),
    }
}

/// An argument that is an int and fits a machine word.
/// # Errors
/// TypeError, OverflowError
pub fn machine_int(vm: &mut Vm, value: Value) -> Run<i64> {
    match convert::int_value(value) {
        Some(int) => convert::ssize(vm, int),
        None => Err(raise::type_error(vm, "an integer is required")),
    }
}
