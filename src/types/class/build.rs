//! `__build_class__`: what a `class` statement calls.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::run;
use crate::object::callable::function::Function;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::{Tuple, items};
use crate::object::record::CellBox;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::container::item;
use crate::ops::{call, class, make, raise, text};
use crate::types::class::layout;
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, spread_function};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

pub static BUILD_CLASS: NativeDef = spread_function(
    "__build_class__",
    "(func, name, /, *bases, metaclass=None, **kwds)",
    build_class,
)
.doc("Internal helper function used by the class statement.");

fn build_class(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let positional = args.len() - names.len();
    if positional < 2 {
        return Err(raise::type_error(vm, "__build_class__: not enough arguments"));
    }
    let Some(body) = args[0].cast::<Function>() else {
        return Err(raise::type_error(vm, "__build_class__: func must be a function"));
    };
    let name = args[1];
    if !name.is::<Str>() {
        return Err(raise::type_error(vm, "__build_class__: name is not a string"));
    }
    let given = make::tuple(vm, &args[2..positional]);
    let bases = resolve_bases(vm, given)?;
    let metaclass_name = vm.names.metaclass;
    let place = names
        .iter()
        .position(|&n| n.expect::<Str>().same_text(&metaclass_name.expect::<Str>()));
    // Keywords besides the metaclass, in tuples, where the collector sees them.
    let others = |all: &[Value]| -> Vec<Value> {
        let keep = all.iter().enumerate().filter(|&(i, _)| Some(i) != place);
        keep.map(|(_, &v)| v).collect()
    };
    let (values, kept_names) = (others(&args[positional..]), others(names));
    let (values, kept_names) = (make::tuple(vm, &values), make::tuple(vm, &kept_names));
    let keywords = (items(values.expect::<Tuple>()), items(kept_names.expect::<Tuple>()));
    let base_list = items(bases.expect::<Tuple>());
    let mut meta = match (place, base_list) {
        (Some(place), _) => args[positional + place],
        (None, []) => vm.class(ClassId::Type),
        (None, [first, ..]) => class::of(vm, *first).value(),
    };
    if let Some(class) = meta.cast::<Class>() {
        meta = layout::metaclass(vm, class, base_list)?.value();
    }
    let namespace = prepare(vm, meta, name, bases, keywords)?;
    // The body answers the cell of `__class__`, if methods use it.
    let cell = run::function(vm, body, &[], &[], namespace)?.cast::<CellBox>();
    if given != bases {
        let orig = vm.names.__orig_bases__;
        item::set(vm, namespace, orig, given)?;
    }
    let made = with_keywords(vm, meta, &[name, bases, namespace], keywords)?;
    if made.is::<Class>()
        && let Some(cell) = cell
    {
        check_cell(vm, cell, made, name)?;
    }
    Ok(made)
}

/// `callee(*args, **keywords)`
fn with_keywords(vm: &mut Vm, callee: Value, args: &[Value; 3], keywords: (&[Value], &[Value])) -> Run<Value> {
    if keywords.1.is_empty() {
        return call::call(vm, callee, args);
    }
    let all: Vec<Value> = args.iter().chain(keywords.0).copied().collect();
    let all = make::tuple(vm, &all);
    call::call_named(vm, callee, items(all.expect::<Tuple>()), keywords.1)
}

/// `metaclass.__prepare__(name, bases, **keywords)`, or a new dict.
fn prepare(vm: &mut Vm, meta: Value, name: Value, bases: Value, keywords: (&[Value], &[Value])) -> Run<Value> {
    if meta == vm.class(ClassId::Type) {
        return Ok(make::dict(vm));
    }
    let hook = vm.names.__prepare__;
    let Some(hook) = attribute::find(vm, meta, hook)? else {
        return Ok(make::dict(vm));
    };
    let all: Vec<Value> = [name, bases].iter().chain(keywords.0).copied().collect();
    let all = make::tuple(vm, &all);
    let namespace = call::call_named(vm, hook, items(all.expect::<Tuple>()), keywords.1)?;
    if namespace.is::<Dict>() || class::special(vm, namespace, Special::GetItem).is_some() {
        return Ok(namespace);
    }
    let shown = meta.cast::<Class>().map_or("<metaclass>".to_string(), class::name);
    let got = class::name_of(vm, namespace);
    let message = format!("{shown}.__prepare__() must return a mapping, not {got}");
    Err(raise::type_error(vm, message))
}

/// The metaclass must have filled the cell with the class.
fn check_cell(vm: &mut Vm, cell: Ref<CellBox>, made: Value, name: Value) -> Run<()> {
    let held = cell.value.get();
    if held == made {
        return Ok(());
    }
    let (name, shown) = (glue::repr(vm, name)?, glue::repr(vm, made)?);
    if held.is_unbound() {
        let message =
            format!("__class__ not set defining {name} as {shown}. Was __classcell__ propagated to type.__new__?");
        return Err(raise::runtime_error(vm, message));
    }
    let held = glue::repr(vm, held)?;
    Err(raise::type_error(
        vm,
        format!("__class__ set to {held} defining {name} as {shown}"),
    ))
}

/// Replaces bases that are no classes by what their `__mro_entries__` answers; the same tuple if there is none.
pub fn resolve_bases(vm: &mut Vm, given: Value) -> Run<Value> {
    let bases = items(given.expect::<Tuple>());
    if bases.iter().all(|base| base.is::<Class>()) {
        return Ok(given);
    }
    let out = make::list(vm, Vec::new()).expect::<List>();
    let hook = vm.names.__mro_entries__;
    let mut changed = false;
    for &base in bases {
        let entries = match base.is::<Class>() {
            true => None,
            false => attribute::find(vm, base, hook)?,
        };
        let Some(entries) = entries else {
            out.push(base);
            continue;
        };
        let answer = call::call(vm, entries, &[given])?;
        let Some(answer) = answer.cast::<Tuple>() else {
            return Err(raise::type_error(vm, "__mro_entries__ must return a tuple"));
        };
        changed = true;
        for &entry in items(answer) {
            out.push(entry);
        }
    }
    Ok(match changed {
        true => make::tuple(vm, &out.to_vec()),
        false => given,
    })
}

/// Puts `__build_class__` into `builtins`.
pub fn install(vm: &mut Vm) {
    let (name, module) = (vm.names.__build_class__, text::intern(vm, "builtins"));
    let function = make::native(vm, &BUILD_CLASS, module);
    let stored = vm.builtins.expect::<Dict>().set_str(name, function);
    debug_assert!(stored.is_ok(), "a namespace of a few hundred names");
}
