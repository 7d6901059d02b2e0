//! Attributes of classes: `__name__`, `__bases__`, `__annotations__` …; and `__dict__` and `__weakref__` of instances.

use crate::base::names::docs;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{Tuple, items};
use crate::object::text::string::Str;
use crate::ops::attrs::{descriptor, errors, own, set, specials};
use crate::ops::{call, class, make, raise, text};
use crate::types::class::{layout, mro};
use crate::types::glue;
use crate::vm::known::{ClassId, flag};
use crate::vm::native::{NativeDef, getter};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// `__dict__` of instances.
pub static INSTANCE_DICT: &[NativeDef] = &[getter("__dict__", instance_dict).setter(set_instance_dict)];
/// `__weakref__` of instances.
pub static INSTANCE_WEAK: &[NativeDef] = &[getter("__weakref__", instance_weak)];

/// Attributes of `type`.
pub static ATTRIBUTES: &[NativeDef] = &[
    getter("__basicsize__", basic_size),
    getter("__itemsize__", item_size),
    getter("__flags__", flags),
    getter("__weakrefoffset__", weak_offset),
    getter("__base__", base),
    getter("__dictoffset__", dict_offset),
    getter("__name__", name).setter(set_name),
    getter("__qualname__", qualname).setter(set_qualname),
    getter("__bases__", bases).setter(set_bases),
    getter("__mro__", mro_tuple),
    getter("__module__", module).setter(set_module),
    getter("__abstractmethods__", abstract_methods).setter(set_abstract_methods),
    getter("__dict__", namespace),
    getter("__doc__", doc).setter(set_doc),
    getter("__text_signature__", text_signature),
    getter("__annotations__", annotations).setter(set_annotations),
    getter("__annotate__", annotate).setter(set_annotate),
    getter("__type_params__", type_params).setter(set_type_params),
];

fn instance_dict(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !own::allowed(vm, args[0]) {
        let name = vm.names.__dict__;
        return Err(errors::missing_instance(vm, args[0], name));
    }
    Ok(own::dict(vm, args[0]).value())
}

fn set_instance_dict(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let dict = match args[1].bound() {
        None => make::dict(vm),
        Some(value) => value,
    };
    match dict.cast::<Dict>() {
        Some(dict) => own::attach(vm, args[0], dict),
        None => {
            let got = class::name_of(vm, dict);
            let message = format!("__dict__ must be set to a dictionary, not a '{got}'");
            return Err(raise::type_error(vm, message));
        }
    }
    Ok(Value::NONE)
}

fn instance_weak(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(vm.heap.weak_references(args[0]).first().copied().unwrap_or(Value::NONE))
}

fn receiver(args: &[Value]) -> Ref<Class> {
    args[0].expect()
}

fn basic_size(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::small_int(16 + 8 * receiver(args).reserved.get() as i64))
}

fn item_size(_: &mut Vm, args: &[Value]) -> Run<Value> {
    use crate::heap::header::Kind;
    Ok(Value::small_int(match receiver(args).kind.get() {
        Kind::Tuple => 8,
        Kind::BigInt => 4,
        Kind::Bytes => 1,
        Kind::Class => 40,
        _ => 0,
    }))
}

fn dict_offset(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::small_int(-(receiver(args).has(flag::DICT) as i64)))
}

fn weak_offset(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::small_int(-32 * receiver(args).has(flag::WEAK) as i64))
}

/// The bits that CPython documents, as far as they say something here.
fn flags(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = receiver(args);
    let mut bits: i64 = 1 << 12 | 1 << 14;
    for (flag, bit) in [
        (flag::SEQUENCE, 5),
        (flag::MAPPING, 6),
        (flag::IMMUTABLE, 8),
        (flag::BASE, 10),
        (flag::ABSTRACT, 20),
        (flag::MATCH_SELF, 22),
        (flag::EXCEPTION, 30),
        (flag::META, 31),
    ] {
        bits |= (class.has(flag) as i64) << bit;
    }
    // CPYTHON: `copyreg` rebuilds objects by the first base without this flag; `Generic` makes none.
    let heap = class.has(flag::HEAP) || class == class::known(vm, ClassId::Generic);
    bits |= (heap as i64) << 9;
    for (id, bit) in [
        (ClassId::Int, 24),
        (ClassId::List, 25),
        (ClassId::Tuple, 26),
        (ClassId::Bytes, 27),
        (ClassId::Str, 28),
        (ClassId::Dict, 29),
    ] {
        bits |= (class.is_subclass(class::known(vm, id)) as i64) << bit;
    }
    Ok(Value::small_int(bits))
}

fn base(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(receiver(args).best_base.get().or(Value::NONE))
}
fn name(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(receiver(args).name.get())
}
fn qualname(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(receiver(args).qualname.get())
}
fn bases(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(receiver(args).bases.get())
}
fn mro_tuple(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(receiver(args).mro.get().or(Value::NONE))
}

/// Special attributes of a class cannot be deleted, those of built-in classes not be set either.
fn check_settable(vm: &mut Vm, class: Ref<Class>, name: &str, value: Value) -> Run<()> {
    let what = if class.has(flag::IMMUTABLE) {
        "set"
    } else if value.is_unbound() {
        "delete"
    } else {
        return Ok(());
    };
    let of = class::name(class);
    // CPYTHON: "immutable" is said of deletion from mutable types as well.
    let message = format!("cannot {what} '{name}' attribute of immutable type '{of}'");
    Err(raise::type_error(vm, message))
}

fn checked_text(vm: &mut Vm, args: &[Value], name: &str) -> Run<Ref<Class>> {
    let class = receiver(args);
    check_settable(vm, class, name, args[1])?;
    if args[1].is::<Str>() {
        return Ok(class);
    }
    let (of, got) = (class::name(class), class::name_of(vm, args[1]));
    let message = format!("can only assign string to {of}.{name}, not '{got}'");
    Err(raise::type_error(vm, message))
}

fn set_name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = checked_text(vm, args, "__name__")?;
    if args[1].expect::<Str>().bytes().contains(&0) {
        return Err(raise::value_error(vm, "type name must not contain null characters"));
    }
    class.name.set(&class.header, args[1]);
    Ok(Value::NONE)
}

fn set_qualname(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = checked_text(vm, args, "__qualname__")?;
    class.qualname.set(&class.header, args[1]);
    Ok(Value::NONE)
}

fn module(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = receiver(args);
    if let Some(module) = class.namespace().get_str(vm.names.__module__) {
        // A class that describes its instances' `__module__` has a descriptor there.
        if module.is::<Str>() || class.has(flag::HEAP) {
            return Ok(module);
        }
    }
    if class.has(flag::HEAP) {
        return Err(raise::attribute_error_text(vm, "__module__"));
    }
    Ok(vm.names.builtins)
}

fn set_module(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check_settable(vm, receiver(args), "__module__", args[1])?;
    let name = vm.names.__module__;
    set::store_in_class(vm, receiver(args), name, args[1])?;
    let firstlineno = vm.names.__firstlineno__;
    receiver(args).namespace().remove_str(firstlineno);
    Ok(Value::NONE)
}

fn abstract_methods(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = vm.names.__abstractmethods__;
    let class = receiver(args);
    let found = match class == class::known(vm, ClassId::Type) {
        true => None,
        false => class.namespace().get_str(name),
    };
    found.ok_or_else(|| errors::with(vm, args[0], name, "__abstractmethods__"))
}

fn set_abstract_methods(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (class, name) = (receiver(args), vm.names.__abstractmethods__);
    if class.has(flag::IMMUTABLE) {
        check_settable(vm, class, "__abstractmethods__", args[1])?;
    }
    let is_abstract = match args[1].bound() {
        Some(names) => glue::truth(vm, names)?,
        None if class.namespace().get_str(name).is_none() => {
            return Err(errors::with(vm, args[0], name, "__abstractmethods__"));
        }
        None => false,
    };
    set::store_in_class(vm, class, name, args[1])?;
    if is_abstract {
        class.set_flag(flag::ABSTRACT);
    } else {
        class.clear_flag(flag::ABSTRACT);
    }
    Ok(Value::NONE)
}

fn namespace(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::record(vm, ClassId::MappingProxy, &[receiver(args).dict.get()]))
}

fn doc(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = receiver(args);
    let own = class.namespace().get_str(vm.names.__doc__);
    if class.has(flag::IMMUTABLE) && !own.is_some_and(|doc| doc.is::<Str>()) {
        let known = docs::find(&class::name(class));
        return Ok(known.map_or(Value::NONE, |known| text::new(vm, known)));
    }
    let Some(doc) = own else {
        return Ok(Value::NONE);
    };
    descriptor::get(vm, doc, Value::UNBOUND, class.value())
}

fn set_doc(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check_settable(vm, receiver(args), "__doc__", args[1])?;
    let name = vm.names.__doc__;
    set::store_in_class(vm, receiver(args), name, args[1])?;
    Ok(Value::NONE)
}

fn text_signature(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::NONE)
}

/// Whether `class` is among the best bases of `base`: its MRO may not be up to date while another's `mro()` runs.
fn leads_to(base: Ref<Class>, class: Ref<Class>) -> bool {
    let mut at = Some(base);
    while let Some(base) = at {
        if base == class {
            return true;
        }
        at = base.best_base.get().cast();
    }
    false
}

fn set_bases(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = receiver(args);
    check_settable(vm, class, "__bases__", args[1])?;
    let of = class::name(class);
    let Some(tuple) = args[1].cast::<Tuple>() else {
        let got = class::name_of(vm, args[1]);
        let message = format!("can only assign tuple to {of}.__bases__, not {got}");
        return Err(raise::type_error(vm, message));
    };
    let new = items(tuple);
    if new.is_empty() {
        let message = format!("can only assign non-empty tuple to {of}.__bases__, not ()");
        return Err(raise::type_error(vm, message));
    }
    for &base in new {
        let Some(base) = base.cast::<Class>() else {
            let got = class::name_of(vm, base);
            let message = format!("{of}.__bases__ must be tuple of classes, not '{got}'");
            return Err(raise::type_error(vm, message));
        };
        if base.is_subclass(class) || leads_to(base, class) {
            return Err(raise::type_error(vm, "a __bases__ item causes an inheritance cycle"));
        }
    }
    let best = layout::best_base(vm, new)?;
    let old_best = class.best_base.get().expect::<Class>();
    if layout::solid(best) != layout::solid(old_best) {
        let (a, b) = (class::name(best), class::name(old_best));
        let message = format!("__bases__ assignment: '{a}' object layout differs from '{b}'");
        return Err(raise::type_error(vm, message));
    }
    let old = (class.bases.get(), class.best_base.get());
    class.bases.set(&class.header, args[1]);
    class.best_base.set(&class.header, best.value());
    if let Err(raised) = mro::reset(vm, class) {
        // mro() may have assigned bases of its own, which stay.
        if class.bases.get() == args[1] {
            class.bases.set(&class.header, old.0);
            class.best_base.set(&class.header, old.1);
        }
        return Err(raised);
    }
    if class.bases.get() != args[1] {
        return Ok(Value::NONE);
    }
    for base in items(old.0.expect::<Tuple>()) {
        let base = base.expect::<Class>();
        base.subclasses
            .borrow_mut()
            .retain(|&subclass| subclass != class.value());
    }
    specials::register(class, new);
    Ok(Value::NONE)
}

/// Name of the entry that holds annotations once computed.
fn cache_name(vm: &mut Vm) -> Value {
    text::intern(vm, "__annotations_cache__")
}

fn annotations(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (class, name) = (receiver(args), vm.names.__annotations__);
    if !class.has(flag::HEAP) {
        return Err(errors::missing(vm, args[0], name));
    }
    let cache = cache_name(vm);
    let namespace = class.namespace();
    if let Some(known) = namespace.get_str(name).or_else(|| namespace.get_str(cache)) {
        return descriptor::get(vm, known, Value::UNBOUND, class.value());
    }
    let annotate = annotate(vm, args)?;
    let made = if annotate.is_none() {
        make::dict(vm)
    } else {
        call::call(vm, annotate, &[Value::small_int(1)])?
    };
    if !made.is::<Dict>() {
        let got = class::name_of(vm, made);
        let message = format!("__annotate__() must return a dict, not {got}");
        return Err(raise::type_error(vm, message));
    }
    own::store(vm, namespace, cache, made)?;
    Ok(made)
}

fn set_annotations(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (class, name) = (receiver(args), vm.names.__annotations__);
    if class.has(flag::IMMUTABLE) {
        check_settable(vm, class, "__annotations__", args[1])?;
    }
    let cache = cache_name(vm);
    let namespace = class.namespace();
    if args[1].is_bound() {
        let place = match namespace.get_str(name) {
            Some(_) => name,
            None => cache,
        };
        own::store(vm, namespace, place, args[1])?;
    } else {
        let had = namespace.remove_str(name).is_some();
        if !(namespace.remove_str(cache).is_some() | had) {
            return Err(raise::attribute_error_text(vm, "__annotations__"));
        }
    }
    let function = vm.names.__annotate_func__;
    namespace.remove_str(function);
    namespace.remove_str(vm.names.__annotate__);
    Ok(Value::NONE)
}

fn annotate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (class, name) = (receiver(args), vm.names.__annotate__);
    if !class.has(flag::HEAP) {
        return Err(errors::missing(vm, args[0], name));
    }
    let namespace = class.namespace();
    let found = namespace
        .get_str(name)
        .or_else(|| namespace.get_str(vm.names.__annotate_func__));
    match found {
        Some(found) => descriptor::get(vm, found, Value::UNBOUND, class.value()),
        None => {
            let function = vm.names.__annotate_func__;
            own::store(vm, namespace, function, Value::NONE)?;
            Ok(Value::NONE)
        }
    }
}

fn set_annotate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = receiver(args);
    if args[1].is_unbound() {
        return Err(raise::type_error(vm, "cannot delete __annotate__ attribute"));
    }
    if class.has(flag::IMMUTABLE) {
        check_settable(vm, class, "__annotate__", args[1])?;
    }
    let callable = class::special(vm, args[1], crate::vm::special::Special::Call).is_some();
    if !args[1].is_none() && !callable {
        return Err(raise::type_error(vm, "__annotate__ must be callable or None"));
    }
    let (function, cache) = (vm.names.__annotate_func__, cache_name(vm));
    let namespace = class.namespace();
    own::store(vm, namespace, function, args[1])?;
    if !args[1].is_none() {
        namespace.remove_str(cache);
        namespace.remove_str(vm.names.__annotations__);
    }
    Ok(Value::NONE)
}

fn type_params(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let found = receiver(args).namespace().get_str(vm.names.__type_params__);
    Ok(found.filter(|found| found.is::<Tuple>()).unwrap_or(vm.empty_tuple))
}

fn set_type_params(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    check_settable(vm, receiver(args), "__type_params__", args[1])?;
    let name = vm.names.__type_params__;
    set::store_in_class(vm, receiver(args), name, args[1])?;
    Ok(Value::NONE)
}
