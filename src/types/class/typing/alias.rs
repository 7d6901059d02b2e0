//! `types.GenericAlias`: `list[int]`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::tuple::{Tuple, items};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::attrs::{errors, find};
use crate::ops::container::iterate;
use crate::ops::relation::{compare, hash};
use crate::ops::{call, class, make, raise, text};
use crate::types::class::typing::shown::type_repr;
use crate::types::class::typing::{substitute, union};
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, getter, method, spread_method, static_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Fields: the generic class, the arguments, the parameters once asked for, and whether it is `*alias`.
const ORIGIN: usize = 0;
const ARGS: usize = 1;
const PARAMETERS: usize = 2;
const STARRED: usize = 3;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(type, origin, args, /)", new),
    method("__repr__", "($self, /)", repr),
    method("__hash__", "($self, /)", hash_of),
    method("__eq__", "($self, value, /)", eq),
    spread_method("__call__", "($self, /, *args, **kwargs)", call_it),
    method("__getattribute__", "($self, name, /)", getattribute),
    method("__getitem__", "($self, key, /)", getitem),
    method("__iter__", "($self, /)", iter),
    method("__or__", "($self, value, /)", |vm, args| {
        union::or(vm, args[0], args[1])
    }),
    method("__ror__", "($self, value, /)", |vm, args| {
        union::or(vm, args[1], args[0])
    }),
    method("__mro_entries__", "($self, bases, /)", mro_entries),
    method("__instancecheck__", "($self, instance, /)", no_instance),
    method("__subclasscheck__", "($self, subclass, /)", no_subclass),
    method("__dir__", "($self, /)", dir),
    method("__reduce__", "($self, /)", reduce),
    getter("__origin__", |_, args| Ok(this(args).get(ORIGIN))),
    getter("__args__", |_, args| Ok(this(args).get(ARGS))),
    getter("__parameters__", parameters),
    getter("__unpacked__", |_, args| Ok(this(args).get(STARRED))),
    getter("__typing_unpacked_tuple_args__", unpacked_args),
];

/// `__class_getitem__` of built-in generic classes.
pub static CLASS_GETITEM: &[NativeDef] = &[class_method("__class_getitem__", "($type, object, /)", |vm, args| {
    Ok(alias(vm, args[0], args[1]))
})
.doc("See PEP 585")];

/// Names that are the alias's own; others are those of the generic class.
const OWN: &[&str] = &[
    "__class__",
    "__origin__",
    "__args__",
    "__unpacked__",
    "__parameters__",
    "__typing_unpacked_tuple_args__",
    "__mro_entries__",
    "__reduce_ex__",
    "__reduce__",
    "__bases__",
    "__copy__",
    "__deepcopy__",
];

fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

/// `origin[args]`
pub fn alias(vm: &mut Vm, origin: Value, args: Value) -> Value {
    let args = match args.is::<Tuple>() {
        true => args,
        false => make::tuple(vm, &[args]),
    };
    make::record(vm, ClassId::GenericAlias, &[origin, args, Value::UNBOUND, Value::FALSE])
}

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let given = match args[2].is::<Tuple>() {
        true => args[2],
        false => make::tuple(vm, &[args[2]]),
    };
    let shape = class::shape(args[0].expect());
    let fields = [args[1], given, Value::UNBOUND, Value::FALSE];
    Ok(Record::new(&mut vm.heap, shape, &fields).value())
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut out = if this(args).get(STARRED) == Value::TRUE {
        "*"
    } else {
        ""
    }
    .to_string();
    out += &type_repr(vm, this(args).get(ORIGIN))?;
    let all = items(this(args).get(ARGS).expect::<Tuple>());
    let mut parts = Vec::new();
    for &arg in all {
        parts.push(type_repr(vm, arg)?);
    }
    if all.is_empty() {
        parts.push("()".to_string());
    }
    glue::text(vm, format!("{out}[{}]", parts.join(", ")))
}

fn hash_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let a = hash::hash(vm, this(args).get(ORIGIN))?;
    let b = hash::hash(vm, this(args).get(ARGS))?;
    Ok(Value::small_int((a ^ b) >> 14))
}

fn eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !class::is_instance(vm, args[1], ClassId::GenericAlias) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (a, b) = (this(args), args[1].expect::<Record>());
    let same = a.get(STARRED) == b.get(STARRED)
        && compare::equal(vm, a.get(ORIGIN), b.get(ORIGIN))?
        && compare::equal(vm, a.get(ARGS), b.get(ARGS))?;
    Ok(Value::bool(same))
}

fn call_it(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let object = call::call_named(vm, this(args).get(ORIGIN), &args[1..], names)?;
    let name = vm.names.__orig_class__;
    if attribute::set(vm, object, name, args[0]).is_err()
        && raise::catch(vm, ClassId::AttributeError).is_none()
        && raise::catch(vm, ClassId::TypeError).is_none()
    {
        let pending = vm.thread.pending;
        return Err(raise::again(vm, pending));
    }
    Ok(object)
}

fn getattribute(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = errors::interned(vm, args[1])?;
    let own = name
        .cast::<Str>()
        .is_some_and(|text| OWN.iter().any(|own| own.as_bytes() == text.bytes()));
    if own {
        return find::generic_get(vm, args[0], name);
    }
    find::get(vm, this(args).get(ORIGIN), name)
}

fn parameters(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(known) = this(args).get(PARAMETERS).bound() {
        return Ok(known);
    }
    let found = substitute::parameters(vm, this(args).get(ARGS))?;
    this(args).set(PARAMETERS, found);
    Ok(found)
}

fn getitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let params = parameters(vm, args)?;
    let new = substitute::substitute(vm, args[0], this(args).get(ARGS), params, args[1])?;
    let shape = this(args).shape();
    let fields = [this(args).get(ORIGIN), new, Value::UNBOUND, this(args).get(STARRED)];
    Ok(Record::new(&mut vm.heap, shape, &fields).value())
}

/// `*alias` is an alias that stands for several arguments.
fn iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let record = this(args);
    let fields = [record.get(ORIGIN), record.get(ARGS), Value::UNBOUND, Value::TRUE];
    let starred = make::record(vm, ClassId::GenericAlias, &fields);
    let list = make::list(vm, vec![starred]);
    iterate::iter(vm, list)
}

fn mro_entries(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let origin = this(args).get(ORIGIN);
    Ok(make::tuple(vm, &[origin]))
}

fn no_instance(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    let text = "isinstance() argument 2 cannot be a parameterized generic";
    Err(raise::type_error(vm, text))
}

fn no_subclass(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    let text = "issubclass() argument 2 cannot be a parameterized generic";
    Err(raise::type_error(vm, text))
}

fn unpacked_args(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let record = this(args);
    let starred_tuple = record.get(STARRED) == Value::TRUE && record.get(ORIGIN) == vm.class(ClassId::Tuple);
    Ok(if starred_tuple { record.get(ARGS) } else { Value::NONE })
}

fn dir(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = text::intern(vm, "__dir__");
    let origin = this(args).get(ORIGIN);
    let class = class::of(vm, origin);
    let names = match class::lookup(vm, class, name) {
        Some(method) => call::call_unbound(vm, method, origin, &[], &[])?,
        None => make::list(vm, Vec::new()),
    };
    let list = iterate::to_list(vm, names)?;
    for own in OWN.iter().filter(|own| **own != "__bases__" && !own.contains("copy")) {
        let own = text::intern(vm, own);
        list.push(own);
    }
    Ok(list.value())
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let record = this(args);
    let class = vm.class(ClassId::GenericAlias);
    let given = make::tuple(vm, &[record.get(ORIGIN), record.get(ARGS)]);
    Ok(make::tuple(vm, &[class, given]))
}
