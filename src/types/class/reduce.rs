//! `object.__reduce_ex__` and `__getstate__`: what pickling and copying ask of any object.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::instance::Instance;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{Tuple, items};
use crate::ops::attrs::attribute;
use crate::ops::attrs::own;
use crate::ops::container::iterate;
use crate::ops::{call, class, convert, make, raise, text};
use crate::types::class::object::slot_names;
use crate::types::glue;
use crate::vm::known::{ClassId, flag};
use crate::vm::native::{NativeDef, method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    method("__reduce_ex__", "($self, protocol, /)", reduce_ex).doc("Helper for pickle."),
    method("__reduce__", "($self, /)", reduce).doc("Helper for pickle."),
    method("__getstate__", "($self, /)", |vm, args| {
        default_state(vm, args[0], false)
    })
    .doc("Helper for pickle."),
];

/// A function of `copyreg`, which is imported.
fn from_copyreg(vm: &mut Vm, name: &str) -> Run<Value> {
    let module = glue::import(vm, "copyreg")?;
    let name = text::intern(vm, name);
    attribute::get(vm, module, name)
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    by_protocol(vm, args[0], 0)
}

fn reduce_ex(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let protocol = convert::index_clamped(vm, args[1])?;
    let name = text::intern(vm, "__reduce__");
    let (own, object) = (class::of(vm, args[0]), class::known(vm, ClassId::Object));
    let method = class::lookup(vm, own, name);
    if method != class::lookup(vm, object, name)
        && let Some(method) = method
    {
        return call::call_unbound(vm, method, args[0], &[], &[]);
    }
    by_protocol(vm, args[0], protocol)
}

fn by_protocol(vm: &mut Vm, object: Value, protocol: i64) -> Run<Value> {
    if protocol < 2 {
        let function = from_copyreg(vm, "_reduce_ex")?;
        return call::call(vm, function, &[object, Value::small_int(protocol)]);
    }
    let (args, keywords) = new_arguments(vm, object)?;
    let is = |vm: &Vm, id| class::is_instance(vm, object, id);
    let (is_list, is_dict) = (is(vm, ClassId::List), is(vm, ClassId::Dict));
    let own = class::of(vm, object).value();
    let (function, given) = match keywords {
        None => {
            let mut all = vec![own];
            all.extend(args.map_or(&[][..], items));
            (from_copyreg(vm, "__newobj__")?, make::tuple(vm, &all))
        }
        Some(keywords) => {
            let args = args.map_or(vm.empty_tuple, |args| args.value());
            (
                from_copyreg(vm, "__newobj_ex__")?,
                make::tuple(vm, &[own, args, keywords]),
            )
        }
    };
    let state = state(vm, object, args.is_none() && !is_list && !is_dict)?;
    let list_items = match is_list {
        true => iterate::iter(vm, object)?,
        false => Value::NONE,
    };
    let dict_items = match is_dict {
        true => {
            let name = vm.names.items;
            let method = attribute::get(vm, object, name)?;
            let all = call::call(vm, method, &[])?;
            iterate::iter(vm, all)?
        }
        false => Value::NONE,
    };
    Ok(make::tuple(vm, &[function, given, state, list_items, dict_items]))
}

/// What `__getnewargs_ex__` or `__getnewargs__` answers: positional arguments, and keywords if there are any.
fn new_arguments(vm: &mut Vm, object: Value) -> Run<(Option<Ref<Tuple>>, Option<Value>)> {
    let name = text::intern(vm, "__getnewargs_ex__");
    if let Some(method) = attribute::find(vm, object, name)? {
        let pair = call::call(vm, method, &[])?;
        let Some(tuple) = pair.cast::<Tuple>().filter(|tuple| tuple.len() == 2) else {
            let text = "__getnewargs_ex__ should return a tuple of length 2";
            return Err(raise::type_error(vm, text));
        };
        let (args, keywords) = (items(tuple)[0].cast::<Tuple>(), items(tuple)[1]);
        let has_keywords = keywords.cast::<Dict>().is_some_and(|dict| !dict.is_empty());
        return match args {
            Some(args) => Ok((Some(args), has_keywords.then_some(keywords))),
            None => {
                let text = "first item of the tuple returned by __getnewargs_ex__ must be a tuple";
                Err(raise::type_error(vm, text))
            }
        };
    }
    let name = text::intern(vm, "__getnewargs__");
    let Some(method) = attribute::find(vm, object, name)? else {
        return Ok((None, None));
    };
    let args = call::call(vm, method, &[])?;
    match args.cast::<Tuple>() {
        Some(args) => Ok((Some(args), None)),
        None => {
            let got = class::name_of(vm, args);
            let message = format!("__getnewargs__ should return a tuple, not '{got}'");
            Err(raise::type_error(vm, message))
        }
    }
}

/// `object.__getstate__()`; with `required`, the state must be all that there is to the object.
fn state(vm: &mut Vm, object: Value, required: bool) -> Run<Value> {
    let name = vm.names.__getstate__;
    let (own, base) = (class::of(vm, object), class::known(vm, ClassId::Object));
    let method = class::lookup(vm, own, name);
    if method == class::lookup(vm, base, name) {
        return default_state(vm, object, required);
    }
    let method = attribute::get(vm, object, name)?;
    call::call(vm, method, &[])
}

/// The attributes of an object: a dict or None, with a dict of the slots if there are any.
fn default_state(vm: &mut Vm, object: Value, required: bool) -> Run<Value> {
    let own_class = class::of(vm, object);
    let plain = matches!(object.kind(), Some(Kind::Instance | Kind::Exception));
    if required && !plain {
        let name = class::name_of(vm, object);
        return Err(raise::type_error(vm, format!("cannot pickle '{name}' object")));
    }
    let dict = make::dict(vm).expect::<Dict>();
    if own_class.has(flag::DICT) {
        match own::dict_now(object) {
            Some(own) => {
                let mut at = 0;
                while let Some((i, key, value)) = own.next_entry(at) {
                    at = i + 1;
                    own::store(vm, dict, key, value)?;
                }
            }
            None => {
                let slots = object.cast::<Instance>().map_or_else(Vec::new, |o| own::slots(vm, o));
                for (name, value) in slots {
                    own::store(vm, dict, name, value)?;
                }
            }
        }
    }
    let state = if dict.is_empty() { Value::NONE } else { dict.value() };
    if own_class.reserved.get() == 0 {
        return Ok(state);
    }
    let slots = make::dict(vm).expect::<Dict>();
    for (index, name) in slot_names(vm, own_class) {
        if let Some(value) = own::slot(object, index as usize).bound() {
            own::store(vm, slots, name, value)?;
        }
    }
    Ok(match slots.is_empty() {
        true => state,
        false => make::tuple(vm, &[state, slots.value()]),
    })
}
