//! Type parameters of generic aliases, and putting types in their place.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::list::List;
use crate::object::container::tuple::{Tuple, items};
use crate::ops::attrs::attribute;
use crate::ops::container::item;
use crate::ops::relation::depth;
use crate::ops::{call, make, raise, text};
use crate::types::glue;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The type parameters in some type arguments, in the order of their first use: a tuple.
pub fn parameters(vm: &mut Vm, args: Value) -> Run<Value> {
    let out = make::list(vm, Vec::new()).expect::<List>();
    collect(vm, args, out)?;
    Ok(make::tuple(vm, &out.to_vec()))
}

fn collect(vm: &mut Vm, args: Value, out: Ref<List>) -> Run<()> {
    depth::enter(vm)?;
    let all = match args.cast::<Tuple>() {
        Some(tuple) => items(tuple).to_vec(),
        None => args.cast::<List>().map_or_else(Vec::new, |list| list.to_vec()),
    };
    let (subst, params) = (text::intern(vm, "__typing_subst__"), vm.names.__parameters__);
    for arg in all {
        if arg.is::<Class>() {
            continue;
        }
        if arg.is::<Tuple>() || arg.is::<List>() {
            collect(vm, arg, out)?;
        } else if attribute::find(vm, arg, subst)?.is_some() {
            push_new(out, arg);
        } else if let Some(inner) = attribute::find(vm, arg, params)?
            && let Some(inner) = inner.cast::<Tuple>()
        {
            items(inner).iter().for_each(|&param| push_new(out, param));
        }
    }
    Ok(())
}

fn push_new(out: Ref<List>, value: Value) {
    if !out.to_vec().contains(&value) {
        out.push(value);
    }
}

/// The arguments of `alias[given]`: `args` with `params` replaced.
pub fn substitute(vm: &mut Vm, alias: Value, args: Value, params: Value, given: Value) -> Run<Value> {
    let params_list = items(params.expect::<Tuple>());
    if params_list.is_empty() {
        let shown = glue::repr(vm, alias)?;
        return Err(raise::type_error(vm, format!("{shown} is not a generic class")));
    }
    let mut given = match given.is::<Tuple>() {
        true => given,
        false => make::tuple(vm, &[given]),
    };
    let prepare = text::intern(vm, "__typing_prepare_subst__");
    for &param in params_list {
        if let Some(prepare) = attribute::find(vm, param, prepare)?
            && !prepare.is_none()
        {
            let prepared = call::call(vm, prepare, &[alias, given])?;
            given = match prepared.is::<Tuple>() {
                true => prepared,
                false => make::tuple(vm, &[prepared]),
            };
        }
    }
    let count = items(given.expect::<Tuple>()).len();
    if count != params_list.len() {
        let many = if count > params_list.len() { "many" } else { "few" };
        let shown = glue::repr(vm, alias)?;
        let expected = params_list.len();
        let message = format!("Too {many} arguments for {shown}; actual {count}, expected {expected}");
        return Err(raise::type_error(vm, message));
    }
    let out = replace_all(vm, args, params, given)?;
    Ok(make::tuple(vm, &out.to_vec()))
}

fn replace_all(vm: &mut Vm, args: Value, params: Value, given: Value) -> Run<Ref<List>> {
    depth::enter(vm)?;
    let out = make::list(vm, Vec::new()).expect::<List>();
    let all = match args.cast::<Tuple>() {
        Some(tuple) => make::tuple(vm, items(tuple)),
        None => {
            let list = args.cast::<List>().map_or_else(Vec::new, |list| list.to_vec());
            make::tuple(vm, &list)
        }
    };
    let unpacked = text::intern(vm, "__typing_is_unpacked_typevartuple__");
    for &arg in items(all.expect::<Tuple>()) {
        if arg.is::<Class>() {
            out.push(arg);
            continue;
        }
        let new = replace(vm, arg, params, given)?;
        let spread = match attribute::find(vm, arg, unpacked)? {
            Some(flag) => glue::truth(vm, flag)?,
            None => false,
        };
        match new.cast::<Tuple>().filter(|_| spread) {
            Some(tuple) => items(tuple).iter().for_each(|&one| out.push(one)),
            None => out.push(new),
        }
    }
    Ok(out)
}

/// One argument with the parameters in it replaced.
fn replace(vm: &mut Vm, arg: Value, params: Value, given: Value) -> Run<Value> {
    let (params_list, given_list) = (items(params.expect::<Tuple>()), items(given.expect::<Tuple>()));
    if arg.is::<Tuple>() {
        let out = replace_all(vm, arg, params, given)?;
        return Ok(make::tuple(vm, &out.to_vec()));
    }
    if arg.is::<List>() {
        return Ok(replace_all(vm, arg, params, given)?.value());
    }
    let (subst, inner_name) = (text::intern(vm, "__typing_subst__"), vm.names.__parameters__);
    if let Some(subst) = attribute::find(vm, arg, subst)?
        && let Some(place) = params_list.iter().position(|&param| param == arg)
    {
        return call::call(vm, subst, &[given_list[place]]);
    }
    let inner = attribute::find(vm, arg, inner_name)?.and_then(|inner| inner.cast::<Tuple>());
    let Some(inner) = inner.filter(|inner| !inner.is_empty()) else {
        return Ok(arg);
    };
    let out = make::list(vm, Vec::new()).expect::<List>();
    for &param in items(inner) {
        match params_list.iter().position(|&other| other == param) {
            Some(place) => match given_list[place].cast::<Tuple>() {
                Some(tuple) => items(tuple).iter().for_each(|&one| out.push(one)),
                None => out.push(given_list[place]),
            },
            None => out.push(param),
        }
    }
    let key = make::tuple(vm, &out.to_vec());
    item::get(vm, arg, key)
}
