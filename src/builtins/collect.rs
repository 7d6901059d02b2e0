//! Functions of `builtins` that go through iterables.

use crate::heap::value::Value;
use crate::object::container::list::List;
use crate::object::container::tuple;
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::relation::{compare, truth};
use crate::ops::{call, class, convert, make, raise};
use crate::types::callable::generator;
use crate::types::sequence::list_sort;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, function, spread_function};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static COLLECT: &[NativeDef] = &[
    function("len", "(obj, /)", len),
    spread_function("min", "(*args, key=None)", |vm, args, names| {
        extreme(vm, args, names, "min", Special::Lt)
    }),
    spread_function("max", "(*args, key=None)", |vm, args, names| {
        extreme(vm, args, names, "max", Special::Gt)
    }),
    spread_function("sorted", "(iterable, /, *, key=None, reverse=False)", sorted),
    function("any", "(iterable, /)", any),
    function("all", "(iterable, /)", all),
    function("iter", "(object, sentinel=None, /)", iter),
    function("next", "(iterator, default=None, /)", next),
    function("aiter", "(async_iterable, /)", aiter),
    function("anext", "(async_iterator, default=None, /)", anext),
];

fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(len) = convert::plain_len(args[0]) {
        return Ok(Value::small_int(len as i64));
    }
    let len = convert::len(vm, args[0])?;
    Ok(make::size(vm, len))
}

fn unexpected(vm: &mut Vm, function: &str, name: Value) -> Raised {
    let name = name.expect::<Str>();
    let message = format!("{function}() got an unexpected keyword argument '{}'", name.lossy());
    raise::type_error(vm, message)
}

/// `min` and `max`.
fn extreme(vm: &mut Vm, args: &[Value], names: &[Value], function: &str, better: Special) -> Run<Value> {
    let given = args.len() - names.len();
    let (mut key, mut default) = (Value::NONE, Value::UNBOUND);
    for (&name, &value) in names.iter().zip(&args[given..]) {
        match name.expect::<Str>().bytes() {
            b"key" => key = value,
            b"default" => default = value,
            _ => return Err(unexpected(vm, function, name)),
        }
    }
    if given == 0 {
        let message = format!("{function} expected at least 1 argument, got 0");
        return Err(raise::type_error(vm, message));
    }
    if given > 1 {
        if default.is_bound() {
            let message = format!("Cannot specify a default for {function}() with multiple positional arguments");
            return Err(raise::type_error(vm, message));
        }
        let mut best = (args[0], rank(vm, key, args[0])?);
        for &item in &args[1..given] {
            let ranked = rank(vm, key, item)?;
            if compare::test(vm, better, ranked, best.1)? {
                best = (item, ranked);
            }
        }
        return Ok(best.0);
    }
    let mut items = Items::of(vm, args[0])?;
    let Some(first) = items.next(vm)? else {
        if default.is_bound() {
            return Ok(default);
        }
        return Err(raise::value_error(
            vm,
            format!("{function}() iterable argument is empty"),
        ));
    };
    let mut best = (first, rank(vm, key, first)?);
    while let Some(item) = items.next(vm)? {
        let ranked = rank(vm, key, item)?;
        if compare::test(vm, better, ranked, best.1)? {
            best = (item, ranked);
        }
    }
    Ok(best.0)
}

/// What `min` and `max` walk: lists and tuples by index, anything else by its iterator.
struct Items {
    of: Value,
    at: Option<usize>,
}

impl Items {
    fn of(vm: &mut Vm, iterable: Value) -> Run<Items> {
        if class::is_exact(iterable, ClassId::List) || class::is_exact(iterable, ClassId::Tuple) {
            let at = Some(0);
            return Ok(Items { of: iterable, at });
        }
        let of = iterate::iter(vm, iterable)?;
        Ok(Items { of, at: None })
    }
    #[inline]
    fn next(&mut self, vm: &mut Vm) -> Run<Option<Value>> {
        let Some(at) = &mut self.at else {
            return iterate::next(vm, self.of);
        };
        let item = match self.of.cast::<List>() {
            Some(list) => list.get(*at),
            None => tuple::items(self.of.expect()).get(*at).copied(),
        };
        *at += 1;
        Ok(item)
    }
}

/// What an item is compared by.
fn rank(vm: &mut Vm, key: Value, item: Value) -> Run<Value> {
    if key.is_none() {
        Ok(item)
    } else {
        call::call(vm, key, &[item])
    }
}

fn sorted(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = args.len() - names.len();
    if given != 1 {
        return Err(raise::type_error(
            vm,
            format!("sorted expected 1 argument, got {given}"),
        ));
    }
    let (mut key, mut reverse) = (Value::NONE, false);
    for (&name, &value) in names.iter().zip(&args[1..]) {
        match name.expect::<Str>().bytes() {
            b"key" => key = value,
            b"reverse" => reverse = truth::truth(vm, value)?,
            _ => return Err(unexpected(vm, "sort", name)),
        }
    }
    list_sort::sorted(vm, args[0], key, reverse)
}

fn any(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = iterate::iter(vm, args[0])?;
    while let Some(item) = iterate::feed(vm, iterator, &mut |item| truth::plain(item) == Some(false))? {
        if truth::truth(vm, item)? {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn all(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = iterate::iter(vm, args[0])?;
    while let Some(item) = iterate::feed(vm, iterator, &mut |item| truth::plain(item) == Some(true))? {
        if !truth::truth(vm, item)? {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

fn iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_unbound() {
        return iterate::iter(vm, args[0]);
    }
    if class::special(vm, args[0], Special::Call).is_none() {
        return Err(raise::type_error(vm, "iter(v, w): v must be callable"));
    }
    Ok(make::record(vm, ClassId::CallableIterator, args))
}

fn next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    // A generator's StopIteration carries its result: it is passed on as it is.
    let is_generator = class::is_exact(args[0], ClassId::Generator);
    if is_generator && args[1].is_unbound() {
        return generator::next(vm, args);
    }
    if let Some(advance) = class::of(vm, args[0]).advance.get() {
        return match advance(vm, args[0]) {
            Ok(Some(item)) => Ok(item),
            Ok(None) if args[1].is_bound() => Ok(args[1]),
            Ok(None) => Err(raise::stop_iteration(vm, Value::NONE)),
            Err(_) if args[1].is_bound() && raise::catch(vm, ClassId::StopIteration).is_some() => Ok(args[1]),
            Err(raised) => Err(raised),
        };
    }
    let method = class::special(vm, args[0], Special::Next);
    let Some(method) = method else {
        let name = class::name_of(vm, args[0]);
        return Err(raise::type_error(vm, format!("'{name}' object is not an iterator")));
    };
    match call::call_unbound(vm, method, args[0], &[], &[]) {
        Err(_) if args[1].is_bound() && raise::catch(vm, ClassId::StopIteration).is_some() => Ok(args[1]),
        answer => answer,
    }
}

fn aiter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(iterator) = call::special(vm, args[0], Special::AIter, &[]) else {
        let name = class::name_of(vm, args[0]);
        return Err(raise::type_error(
            vm,
            format!("'{name}' object is not an async iterable"),
        ));
    };
    let iterator = iterator?;
    if class::special(vm, iterator, Special::ANext).is_none() {
        let name = class::name_of(vm, iterator);
        let message = format!("aiter() returned not an async iterator of type '{name}'");
        return Err(raise::type_error(vm, message));
    }
    Ok(iterator)
}

fn anext(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match call::special(vm, args[0], Special::ANext, &[]) {
        Some(awaitable) if args[1].is_unbound() => awaitable,
        Some(awaitable) => {
            let awaitable = awaitable?;
            Ok(make::record(
                vm,
                ClassId::AnextAwaitable,
                &[awaitable, args[1], Value::NONE],
            ))
        }
        None => {
            let name = class::name_of(vm, args[0]);
            Err(raise::type_error(
                vm,
                format!("'{name}' object is not an async iterator"),
            ))
        }
    }
}
