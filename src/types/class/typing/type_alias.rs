//! `typing.TypeAliasType`: what a `type` statement makes.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::host::inspect;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{Tuple, items};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::engine::generic::alias as field;
use crate::ops::{call, class, make, raise};
use crate::types::class::typing::{alias, union};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, static_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(type, name, value, *, type_params=())", new),
    method("__repr__", "($self, /)", |_, args| Ok(this(args).get(field::NAME))),
    method("__getitem__", "($self, key, /)", getitem),
    method("__or__", "($self, value, /)", |vm, args| {
        union::or(vm, args[0], args[1])
    }),
    method("__ror__", "($self, value, /)", |vm, args| {
        union::or(vm, args[1], args[0])
    }),
    method("__reduce__", "($self, /)", |_, args| Ok(this(args).get(field::NAME))),
    getter("__name__", |_, args| Ok(this(args).get(field::NAME))),
    getter("__module__", |_, args| {
        Ok(this(args).get(field::MODULE).or(Value::NONE))
    }),
    getter("__value__", value),
    getter("__type_params__", |vm, args| {
        Ok(this(args).get(field::TYPE_PARAMS).or(vm.empty_tuple))
    }),
    getter("__parameters__", |vm, args| {
        Ok(this(args).get(field::TYPE_PARAMS).or(vm.empty_tuple))
    }),
    getter("evaluate_value", |_, args| {
        Ok(this(args).get(field::EVALUATE).or(Value::NONE))
    }),
];

fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !args[1].is::<Str>() {
        let got = class::name_of_argument(vm, args[1]);
        let message = format!("typealias() argument 'name' must be str, not {got}");
        return Err(raise::type_error(vm, message));
    }
    let params = args[3].or(vm.empty_tuple);
    if !params.is::<Tuple>() {
        return Err(raise::type_error(vm, "type_params must be a tuple"));
    }
    let module = module_of_caller(vm);
    Ok(make::record(
        vm,
        ClassId::TypeAlias,
        &[args[1], params, Value::UNBOUND, args[2], module],
    ))
}

/// `__name__` of the module whose code runs; None where there is none.
fn module_of_caller(vm: &mut Vm) -> Value {
    let globals = inspect::globals(vm).and_then(|globals| globals.cast::<Dict>());
    globals
        .and_then(|globals| globals.get_str(vm.names.__name__))
        .unwrap_or(Value::NONE)
}

/// The value, computed when first asked for.
fn value(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(known) = this(args).get(field::VALUE).bound() {
        return Ok(known);
    }
    let value = call::call(vm, this(args).get(field::EVALUATE), &[Value::small_int(1)])?;
    this(args).set(field::VALUE, value);
    Ok(value)
}

fn getitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let params = this(args).get(field::TYPE_PARAMS);
    if params.cast::<Tuple>().is_none_or(|params| items(params).is_empty()) {
        let text = "Only generic type aliases are subscriptable";
        return Err(raise::type_error(vm, text));
    }
    Ok(alias::alias(vm, args[0], args[1]))
}
