//! `gc`. Thresholds are shown, but the collector has its own. What `collect` counts is all that died since the last collection, also
//! what CPython would have freed earlier without a collection.

use crate::api::{self, Kind, List, NativeDef, Run, Value, Vm, convert, dict, function, make, raise, safepoint, text};

static FUNCTIONS: &[NativeDef] = &[
    function("collect", "(generation=2)", collect).doc("Run the garbage collector."),
    function("enable", "()", |vm, _| {
        vm.heap.enabled = true;
        Ok(Value::NONE)
    })
    .doc("Enable automatic garbage collection."),
    function("disable", "()", |vm, _| {
        vm.heap.enabled = false;
        Ok(Value::NONE)
    })
    .doc("Disable automatic garbage collection."),
    function("isenabled", "()", |vm, _| Ok(Value::bool(vm.heap.enabled)))
        .doc("Returns true if automatic garbage collection is enabled."),
    function("get_threshold", "()", |vm, _| {
        let numbers = [2000, 10, 0].map(Value::small_int);
        Ok(make::tuple(vm, &numbers))
    })
    .doc("Return the current collection thresholds."),
    function(
        "set_threshold",
        "(threshold0, threshold1=0, threshold2=0, /)",
        |_, _| Ok(Value::NONE),
    )
    .doc("Set the collection thresholds (the collection frequency)."),
    function("get_count", "()", |vm, _| {
        let numbers = [0, 0, 0].map(Value::small_int);
        Ok(make::tuple(vm, &numbers))
    })
    .doc("Return a three-tuple of the current collection counts."),
    function("get_objects", "(generation=None)", objects).doc("Return a list of objects tracked by the collector."),
    function("get_stats", "()", stats).doc("Return a list of dictionaries containing per-generation statistics."),
    function("is_tracked", "(obj, /)", |_, args| {
        Ok(Value::bool(is_container(args[0])))
    })
    .doc("Returns true if the object is tracked by the garbage collector."),
    function("is_finalized", "(obj, /)", |_, _| Ok(Value::FALSE)),
    function("freeze", "()", |_, _| Ok(Value::NONE)),
    function("unfreeze", "()", |_, _| Ok(Value::NONE)),
    function("get_freeze_count", "()", |_, _| Ok(Value::small_int(0))),
    function("get_debug", "()", |_, _| Ok(Value::small_int(0))),
    function("set_debug", "(flags, /)", |_, _| Ok(Value::NONE)),
];

fn collect(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(generation) = args[0].bound() {
        let generation = convert::c_int(vm, generation)?;
        if !(0..=2).contains(&generation) {
            return Err(raise::value_error(vm, "invalid generation"));
        }
    }
    let dead = dead_containers(vm);
    vm.heap.died.get_or_insert_default();
    safepoint::collect_all(vm);
    let dead = dead_containers(vm) - dead;
    if vm.cost.is_none() {
        vm.heap.died = None;
    }
    safepoint::finalize(vm);
    Ok(Value::small_int(dead as i64))
}

/// How many objects have died that CPython's collector would know, as far as somebody counts.
fn dead_containers(vm: &Vm) -> u64 {
    let rows = vm.heap.died.iter().flat_map(|died| &died.rows);
    let known = rows.filter(|((kind, _), _)| UNTRACKED.iter().all(|&untracked| untracked as u8 != *kind));
    known.map(|(_, &(objects, _))| objects).sum()
}

/// The layouts that CPython's collector would not know.
const UNTRACKED: [Kind; 10] = [
    Kind::Free,
    Kind::BigInt,
    Kind::Decimal,
    Kind::Complex,
    Kind::Str,
    Kind::Bytes,
    Kind::ByteArray,
    Kind::Wrapped,
    Kind::Overflow,
    Kind::Growth,
];

fn is_container(value: Value) -> bool {
    value.kind().is_some_and(|kind| !UNTRACKED.contains(&kind))
}

fn objects(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    let all = vm.heap.objects();
    let all: Vec<Value> = all.into_iter().filter(|&object| is_container(object)).collect();
    Ok(make::list(vm, all))
}

fn stats(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    let collections = vm.heap.statistics.collections as i64;
    let all = make::list(vm, Vec::new());
    for n in [0, 0, collections] {
        let row = make::dict(vm);
        for (name, n) in [("collections", n), ("collected", 0), ("uncollectable", 0)] {
            let name = text::intern(vm, name);
            dict::set(vm, row.expect(), name, Value::small_int(n))?;
        }
        all.expect::<List>().push(row);
    }
    Ok(all)
}

pub fn make(vm: &mut Vm) -> Run<Value> {
    let doc = "This module provides access to the garbage collector for reference cycles.";
    let module = api::module(vm, "gc", doc, FUNCTIONS);
    for name in ["callbacks", "garbage"] {
        let list = make::list(vm, Vec::new());
        api::set_in(vm, module, name, list);
    }
    for (name, n) in [
        ("DEBUG_STATS", 1),
        ("DEBUG_COLLECTABLE", 2),
        ("DEBUG_UNCOLLECTABLE", 4),
        ("DEBUG_SAVEALL", 32),
        ("DEBUG_LEAK", 38),
    ] {
        api::set_in(vm, module, name, Value::small_int(n));
    }
    Ok(module)
}
