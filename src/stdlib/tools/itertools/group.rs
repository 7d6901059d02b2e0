//! `groupby` and its groups.

use crate::api::{
    NativeDef, Own, Record, Ref, Run, Value, Vm, call, compare, iterate, itself, make, method, own_class, record_of,
    static_method,
};
use crate::stdlib::support::{finish, stepper};

const SOURCE: usize = 0;
const KEY_FUNCTION: usize = 1;
/// Key of the group that was given out last.
const TARGET: usize = 2;
const KEY: usize = 3;
/// The item that was read and not given out; UNBOUND for none.
const ITEM: usize = 4;
/// The group that is still good.
const GROUP: usize = 5;

pub static GROUP_BY: &[NativeDef] = &[
    static_method("__new__", "($type, iterable, key=None)", |vm, args| {
        let iterator = iterate::iter(vm, args[1])?;
        let none = Value::UNBOUND;
        Ok(record_of(
            vm,
            args[0],
            &[iterator, args[2].or(Value::NONE), none, none, none, none],
        ))
    }),
    method("__iter__", "($self, /)", itself),
    stepper!(step_groups),
];
/// Fields of a group: the `groupby`, the key.
const PARENT: usize = 0;
const OWN_KEY: usize = 1;

pub static GROUPER: &[NativeDef] = &[
    static_method("__new__", "($type, parent, tgtkey, /)", |vm, args| {
        if !crate::api::is_own(vm, args[1], Own::GroupBy) {
            let name = crate::api::class::name_of(vm, args[1]);
            let text = format!("_grouper() argument 1 must be itertools.groupby, not {name}");
            return Err(crate::api::raise::type_error(vm, text));
        }
        Ok(record_of(vm, args[0], &[args[1], args[2]]))
    }),
    method("__iter__", "($self, /)", itself),
    stepper!(step_group),
];

/// Reads one more item; answers whether there was one.
fn read(vm: &mut Vm, groups: Ref<Record>) -> Run<bool> {
    let Some(item) = iterate::next(vm, groups.get(SOURCE))? else {
        return Ok(false);
    };
    let function = groups.get(KEY_FUNCTION);
    let key = if function.is_none() {
        item
    } else {
        call::call(vm, function, &[item])?
    };
    groups.set(ITEM, item);
    groups.set(KEY, key);
    Ok(true)
}

fn step_groups(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let groups: Ref<Record> = iter.expect();
    groups.set(GROUP, Value::UNBOUND);
    loop {
        let (key, target) = (groups.get(KEY), groups.get(TARGET));
        if key.is_bound() && (target.is_unbound() || !compare::equal(vm, target, key)?) {
            break;
        }
        if !read(vm, groups)? {
            return Ok(None);
        }
    }
    let key = groups.get(KEY);
    groups.set(TARGET, key);
    let class = own_class(vm, Own::Grouper).value();
    let group = record_of(vm, class, &[iter, key]);
    groups.set(GROUP, group);
    Ok(Some(make::tuple(vm, &[key, group])))
}

fn step_group(vm: &mut Vm, group: Value) -> Run<Option<Value>> {
    let this: Ref<Record> = group.expect();
    let groups: Ref<Record> = this.get(PARENT).expect();
    if groups.get(GROUP) != group {
        return Ok(None);
    }
    if groups.get(ITEM).is_unbound() && !read(vm, groups)? {
        return Ok(None);
    }
    if !compare::equal(vm, this.get(OWN_KEY), groups.get(KEY))? {
        return Ok(None);
    }
    let item = groups.get(ITEM);
    groups.set(ITEM, Value::UNBOUND);
    Ok(item.bound())
}
