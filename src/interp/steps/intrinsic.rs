//! Rare operations.

use crate::bytecode::isa::Intrinsic;
use crate::heap::value::Value;
use crate::interp::frame;
use crate::interp::steps::{handling, matching};
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::module::Module;
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::attrs::{find, shadow};
use crate::ops::container::item;
use crate::ops::container::{dict, iterate};
use crate::ops::engine::generic;
use crate::ops::number::arith;
use crate::ops::{call, class, convert, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// An operation of one operand, by its number.
pub fn one(vm: &mut Vm, id: u32, value: Value) -> Run<Value> {
    let is = |wanted: Intrinsic| id == wanted as u32;
    match () {
        () if is(Intrinsic::PrintExpression) => {
            let hook = text::intern(vm, "displayhook");
            match vm.sys.expect::<Dict>().get_str(hook) {
                Some(hook) => call::call(vm, hook, &[value]),
                None => Err(raise::runtime_error(vm, "lost sys.displayhook")),
            }
        }
        () if is(Intrinsic::ImportStar) => import_star(vm, value).map(|()| Value::NONE),
        () if is(Intrinsic::TypeVar) => Ok(generic::type_param(
            vm,
            ClassId::TypeVar,
            value,
            Value::UNBOUND,
            Value::UNBOUND,
        )),
        () if is(Intrinsic::ParamSpec) => Ok(generic::type_param(
            vm,
            ClassId::ParamSpec,
            value,
            Value::UNBOUND,
            Value::UNBOUND,
        )),
        () if is(Intrinsic::TypeVarTuple) => Ok(generic::type_param(
            vm,
            ClassId::TypeVarTuple,
            value,
            Value::UNBOUND,
            Value::UNBOUND,
        )),
        () if is(Intrinsic::SubscriptGeneric) => {
            let generic = vm.class(ClassId::Generic);
            let value = unpacked(vm, value)?;
            item::get(vm, generic, value)
        }
        () if is(Intrinsic::TypeAlias) => Ok(type_alias(vm, value)),
        () if is(Intrinsic::IsStopAsyncIteration) => {
            Ok(Value::bool(class::is_instance(vm, value, ClassId::StopAsyncIteration)))
        }
        () if is(Intrinsic::AssertionError) => Ok(vm.class(ClassId::AssertionError)),
        () if is(Intrinsic::CheckAnnotateFormat) => match convert::int_value(value).and_then(Value::as_int) {
            Some(1 | 2) => Ok(Value::NONE),
            _ => Err(raise::with_args(vm, ClassId::NotImplementedError, &[])),
        },
        () if is(Intrinsic::Positive) => arith::unary(vm, Special::Pos, value),
        () if is(Intrinsic::ListToTuple) => Ok(value.expect::<List>().with_items(|items| make::tuple(vm, items))),
        () if is(Intrinsic::MatchSequence) => Ok(Value::bool(matching::is_sequence(vm, value))),
        () if is(Intrinsic::MatchMapping) => Ok(Value::bool(matching::is_mapping(vm, value))),
        () if is(Intrinsic::Length) => matching::len(vm, value),
        () => Ok(value),
    }
}

/// The parameters of a generic class, tuples of variables as `*Ts`.
fn unpacked(vm: &mut Vm, params: Value) -> Run<Value> {
    let Some(params) = params.cast::<Tuple>() else {
        return Ok(params);
    };
    let made = make::list(vm, tuple::items(params).to_vec()).expect::<List>();
    for (i, &param) in tuple::items(params).iter().enumerate() {
        if class::is_instance(vm, param, ClassId::TypeVarTuple) {
            let iterator = iterate::iter(vm, param)?;
            if let Some(item) = iterate::next(vm, iterator)? {
                made.set(i, item);
            }
        }
    }
    Ok(make::tuple(vm, &made.to_vec()))
}

/// An operation of two operands, by its number.
pub fn two(vm: &mut Vm, id: u32, lhs: Value, rhs: Value) -> Run<Value> {
    let is = |wanted: Intrinsic| id == wanted as u32;
    match () {
        () if is(Intrinsic::TypeVarWithBound) => {
            Ok(generic::type_param(vm, ClassId::TypeVar, lhs, rhs, Value::UNBOUND))
        }
        () if is(Intrinsic::TypeVarWithConstraints) => {
            Ok(generic::type_param(vm, ClassId::TypeVar, lhs, Value::UNBOUND, rhs))
        }
        () if is(Intrinsic::TypeParamDefault) => {
            lhs.expect::<Record>().set(generic::field::EVALUATE_DEFAULT, rhs);
            Ok(lhs)
        }
        () if is(Intrinsic::MatchKeys) => matching::keys(vm, lhs, rhs),
        () if is(Intrinsic::CombineGroup) => handling::combine_group(vm, lhs, rhs),
        () if is(Intrinsic::Template) => Ok(make::record(vm, ClassId::Template, &[lhs, rhs])),
        () => {
            debug_assert!(is(Intrinsic::FunctionTypeParams));
            let function = lhs.expect::<Function>();
            function.type_params.set(&function.header, rhs);
            Ok(lhs)
        }
    }
}

fn type_alias(vm: &mut Vm, parts: Value) -> Value {
    let parts = tuple::items(parts.expect::<Tuple>());
    let params = if parts[1].is_none() { vm.empty_tuple } else { parts[1] };
    let globals = frame::current(&vm.thread).function.expect::<Function>().globals.get();
    let name = vm.names.__name__;
    let module = globals
        .cast::<Dict>()
        .and_then(|globals| globals.get_str(name))
        .unwrap_or(Value::NONE);
    make::record(
        vm,
        ClassId::TypeAlias,
        &[parts[0], params, parts[2], Value::UNBOUND, module],
    )
}

/// `from module import *` into the running frame's namespace.
fn import_star(vm: &mut Vm, module: Value) -> Run<()> {
    let frame = frame::current(&vm.thread);
    let globals = frame.function.expect::<Function>().globals.get();
    let target = frame::namespace(frame).or(globals);
    let (all, dict_name) = (vm.names.__all__, vm.names.__dict__);
    let (names, skip_private) = match attribute::find(vm, module, all)? {
        Some(names) => (names, false),
        None => match attribute::find(vm, module, dict_name)? {
            Some(namespace) => (namespace, true),
            None => {
                return Err(raise::import_error_text(
                    vm,
                    "from-import-* object has no __dict__ and no __all__",
                ));
            }
        },
    };
    let names = iterate::to_list(vm, names)?;
    let mut i = 0;
    while let Some(name) = names.get(i) {
        i += 1;
        let Some(text) = name.cast::<Str>() else {
            let got = class::name_of(vm, name);
            return Err(raise::type_error(vm, format!("Item in __all__ must be str, not {got}")));
        };
        if skip_private && text.bytes().starts_with(b"_") {
            continue;
        }
        let name = crate::ops::text::intern_value(vm, name);
        let value = attribute::get(vm, module, name)?;
        if target.is::<Dict>() {
            dict::set(vm, target.expect(), name, value)?;
        } else {
            item::set(vm, target, name, value)?;
        }
    }
    Ok(())
}

/// `module.name`, or the submodule of that name.
pub fn import_from(vm: &mut Vm, module: Value, name: Value) -> Run<Value> {
    if let Some(found) = attribute::find(vm, module, name)? {
        return Ok(found);
    }
    let own_name = vm.names.__name__;
    let package = attribute::find(vm, module, own_name)?.filter(|name| name.is::<Str>());
    if let Some(package) = package {
        let full = format!("{}.{}", package.expect::<Str>().lossy(), name.expect::<Str>().lossy());
        let full = text::intern(vm, &full);
        if let Some(found) = vm.modules.expect::<Dict>().get_str(full) {
            return Ok(found);
        }
    }
    Err(cannot_import(vm, module, package, name))
}

/// What `from package import name` says of a name that is not there.
fn import_message(vm: &mut Vm, module: Value, name: &str, package: &str, place: &str) -> String {
    let Some(module) = module.cast::<Module>() else {
        return format!("cannot import name '{name}' from '{package}' ({place})");
    };
    let initializing = find::is_initializing(vm, module).unwrap_or(false);
    match shadow::advice(vm, module, package, initializing) {
        Some(advice) => format!("cannot import name '{name}' from '{package}' {advice}"),
        None if initializing => format!(
            "cannot import name '{name}' from partially initialized module '{package}' \
             (most likely due to a circular import) ({place})"
        ),
        None => format!("cannot import name '{name}' from '{package}' ({place})"),
    }
}

fn cannot_import(vm: &mut Vm, module: Value, package: Option<Value>, name: Value) -> Raised {
    let package = package.map_or_else(
        || "<unknown module name>".to_string(),
        |p| p.expect::<Str>().lossy().into_owned(),
    );
    let name_text = name.expect::<Str>().lossy().into_owned();
    let file = vm.names.__file__;
    let file = module
        .cast::<Module>()
        .and_then(|module| module.namespace().get_str(file));
    let place = match file.and_then(|file| file.cast::<Str>()) {
        Some(file) => file.lossy().into_owned(),
        None => "unknown location".to_string(),
    };
    let message = import_message(vm, module, &name_text, &package, &place);
    let exception = raise::new(vm, ClassId::ImportError, &message);
    let error = exception.expect::<crate::object::exception::Exception>();
    let (message, package) = (text::new(vm, &message), text::new(vm, &package));
    let fields = [message, package, file.unwrap_or(Value::NONE), name];
    for (place, value) in fields.into_iter().enumerate() {
        error.set_field(&mut vm.heap, place, value);
    }
    raise::value(vm, exception)
}
