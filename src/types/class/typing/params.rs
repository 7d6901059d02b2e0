//! `TypeVar`, `ParamSpec`, `TypeVarTuple`, `ParamSpecArgs`, `ParamSpecKwargs`, `Generic`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::{Tuple, items};
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::attrs::errors::shown;
use crate::ops::engine::generic::field;
use crate::ops::{call, class, make, raise, text};
use crate::types::class::typing::shown::{from_typing, type_repr};
use crate::types::class::typing::union;
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, getter, method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Variance bits.
const COVARIANT: i64 = 1;
const CONTRAVARIANT: i64 = 2;
const INFERRED: i64 = 4;

pub static TYPE_VAR: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(new_type_var),
    method("__typing_subst__", "($self, arg, /)", |vm, args| {
        forward(vm, "_typevar_subst", args)
    }),
    method("__typing_prepare_subst__", "($self, alias, args, /)", prepare_type_var),
    getter("__bound__", |vm, args| {
        evaluated(vm, args, field::BOUND, field::EVALUATE_BOUND, Value::NONE)
    }),
    getter("__constraints__", |vm, args| {
        let empty = vm.empty_tuple;
        evaluated(vm, args, field::CONSTRAINTS, field::EVALUATE_CONSTRAINTS, empty)
    }),
    getter("evaluate_bound", |_, args| {
        Ok(this(args).get(field::EVALUATE_BOUND).or(Value::NONE))
    }),
    getter("evaluate_constraints", |_, args| {
        Ok(this(args).get(field::EVALUATE_CONSTRAINTS).or(Value::NONE))
    }),
];
pub static PARAM_SPEC: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(new_param_spec),
    method("__typing_subst__", "($self, arg, /)", |vm, args| {
        forward(vm, "_paramspec_subst", args)
    }),
    method("__typing_prepare_subst__", "($self, alias, args, /)", |vm, args| {
        forward(vm, "_paramspec_prepare_subst", args)
    }),
    getter("__bound__", |vm, args| {
        evaluated(vm, args, field::BOUND, field::EVALUATE_BOUND, Value::NONE)
    }),
    getter("args", |vm, args| {
        Ok(make::record(vm, ClassId::ParamSpecArgs, &[args[0]]))
    }),
    getter("kwargs", |vm, args| {
        Ok(make::record(vm, ClassId::ParamSpecKwargs, &[args[0]]))
    }),
];
pub static TYPE_VAR_TUPLE: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(new_type_var_tuple),
    method("__iter__", "($self, /)", unpack),
    method("__typing_subst__", "($self, arg, /)", |vm, _| {
        let text = "Substitution of bare TypeVarTuple is not supported";
        Err(raise::type_error(vm, text))
    }),
    method("__typing_prepare_subst__", "($self, alias, args, /)", |vm, args| {
        forward(vm, "_typevartuple_prepare_subst", args)
    }),
];
/// Of TypeVar and ParamSpec.
pub static VARIANT: &[NativeDef] = &[
    method("__or__", "($self, value, /)", |vm, args| {
        union::or(vm, args[0], args[1])
    }),
    method("__ror__", "($self, value, /)", |vm, args| {
        union::or(vm, args[1], args[0])
    }),
    getter("__covariant__", |_, args| {
        Ok(Value::bool(variance(args) & COVARIANT != 0))
    }),
    getter("__contravariant__", |_, args| {
        Ok(Value::bool(variance(args) & CONTRAVARIANT != 0))
    }),
    getter("__infer_variance__", |_, args| {
        Ok(Value::bool(variance(args) & INFERRED != 0))
    }),
];
/// Of all three.
pub static SHARED: &[NativeDef] = &[
    method("__repr__", "($self, /)", repr),
    method("__reduce__", "($self, /)", |_, args| Ok(this(args).get(field::NAME))),
    method("has_default", "($self, /)", has_default),
    method("__mro_entries__", "($self, bases, /)", no_base),
    getter("__name__", |_, args| Ok(this(args).get(field::NAME))),
    getter("__default__", default).setter(|_, args| {
        this(args).set(field::DEFAULT, args[1]);
        Ok(Value::NONE)
    }),
    getter("evaluate_default", |_, args| {
        Ok(this(args).get(field::EVALUATE_DEFAULT).or(Value::NONE))
    }),
];
pub static SPEC_PART: &[NativeDef] = &[
    static_method("__new__", "(type, origin)", |vm, args| {
        let shape = class::shape(args[0].expect());
        Ok(Record::new(&mut vm.heap, shape, &[args[1]]).value())
    }),
    method("__repr__", "($self, /)", part_repr),
    method("__eq__", "($self, value, /)", part_eq),
    method("__hash__", "($self, /)", |_, args| {
        Ok(Value::small_int(
            (this(args).get(0).bits() >> 4) as i64 & ((1 << 48) - 1),
        ))
    }),
    method("__mro_entries__", "($self, bases, /)", no_base),
    getter("__origin__", |_, args| Ok(this(args).get(0))),
];
pub static GENERIC: &[NativeDef] = &[
    class_method("__class_getitem__", "($type, /, *args, **kwargs)", unreachable_body)
        .spread(|vm, args, names| forward_named(vm, "_generic_class_getitem", args, names)),
    class_method("__init_subclass__", "($type, /, *args, **kwargs)", unreachable_body)
        .spread(|vm, args, names| forward_named(vm, "_generic_init_subclass", args, names)),
];

fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn variance(args: &[Value]) -> i64 {
    this(args).get(field::VARIANCE).as_int().unwrap_or(0)
}

/// Calls a function of `typing` with the arguments.
fn forward(vm: &mut Vm, name: &str, args: &[Value]) -> Run<Value> {
    forward_named(vm, name, args, &[])
}

fn forward_named(vm: &mut Vm, name: &str, args: &[Value], names: &[Value]) -> Run<Value> {
    let function = from_typing(vm, name)?;
    call::call_named(vm, function, args, names)
}

/// `typing.NoDefault`, kept in the namespace of TypeVar under a name that no code can spell.
pub fn no_default(vm: &mut Vm) -> Value {
    let name = text::intern(vm, " NoDefault");
    let namespace = class::known(vm, ClassId::TypeVar).namespace();
    if let Some(known) = namespace.get_str(name) {
        return known;
    }
    use crate::heap::header::Kind;
    use crate::types::class::install;
    let class = install::define(
        vm,
        install::NewClass {
            name: "typing.NoDefaultType",
            base: ClassId::Object,
            kind: Kind::Instance,
            flags: 0,
        },
        NO_DEFAULT,
    );
    let object = make::instance(vm, class);
    let stored = namespace.set_str(name, object);
    debug_assert!(stored.is_ok(), "a small namespace");
    object
}

static NO_DEFAULT: &[NativeDef] = &[
    static_method("__new__", "(type, /)", |vm, _| Ok(no_default(vm))),
    method("__repr__", "($self, /)", |vm, _| glue::text(vm, "typing.NoDefault")),
    method("__reduce__", "($self, /)", |vm, _| glue::text(vm, "NoDefault")),
];

/// A value that is computed when first asked for.
fn evaluated(vm: &mut Vm, args: &[Value], place: usize, evaluator: usize, absent: Value) -> Run<Value> {
    if let Some(known) = this(args).get(place).bound() {
        return Ok(known);
    }
    match this(args).get(evaluator).bound().filter(|function| !function.is_none()) {
        None => Ok(absent),
        Some(function) => {
            let value = call::call(vm, function, &[Value::small_int(1)])?;
            this(args).set(place, value);
            Ok(value)
        }
    }
}

fn default(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let absent = no_default(vm);
    evaluated(vm, args, field::DEFAULT, field::EVALUATE_DEFAULT, absent)
}

fn has_default(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let absent = no_default(vm);
    let value = this(args).get(field::DEFAULT);
    let evaluator = this(args).get(field::EVALUATE_DEFAULT).or(Value::NONE);
    Ok(Value::bool(
        (value.is_bound() && value != absent) || !evaluator.is_none(),
    ))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = shown(this(args).get(field::NAME));
    let sign = match variance(args) {
        _ if class::is_exact(args[0], ClassId::TypeVarTuple) => "",
        bits if bits & INFERRED != 0 => "",
        bits if bits & COVARIANT != 0 => "+",
        bits if bits & CONTRAVARIANT != 0 => "-",
        _ => "~",
    };
    glue::text(vm, format!("{sign}{name}"))
}

fn no_base(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = class::name_of(vm, args[0]);
    let message = format!("Cannot subclass an instance of {name}");
    Err(raise::type_error(vm, message))
}

fn part_repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let what = match class::is_exact(args[0], ClassId::ParamSpecArgs) {
        true => "args",
        false => "kwargs",
    };
    let origin = this(args).get(0);
    let name = match class::is_exact(origin, ClassId::ParamSpec) {
        true => shown(origin.expect::<Record>().get(field::NAME)),
        false => type_repr(vm, origin)?,
    };
    glue::text(vm, format!("{name}.{what}"))
}

fn part_eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if class::of(vm, args[0]) != class::of(vm, args[1]) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    Ok(Value::bool(this(args).get(0) == args[1].expect::<Record>().get(0)))
}

/// What constructors are given: the name, constraints, and keywords.
struct Given {
    name: Value,
    rest: Vec<Value>,
    bound: Value,
    default: Value,
    variance: i64,
}

fn read(vm: &mut Vm, class_name: &str, args: &[Value], names: &[Value]) -> Run<Given> {
    let positional = args.len() - names.len();
    let mut given = Given {
        name: args
            .get(1)
            .filter(|_| positional > 1)
            .copied()
            .unwrap_or(Value::UNBOUND),
        rest: args.get(2..positional).unwrap_or_default().to_vec(),
        bound: Value::UNBOUND,
        default: Value::UNBOUND,
        variance: 0,
    };
    for (name, &value) in names.iter().zip(&args[positional..]) {
        let keyword = name.expect::<Str>().lossy().into_owned();
        match keyword.as_str() {
            "name" => given.name = value,
            "bound" => given.bound = if value.is_none() { Value::UNBOUND } else { value },
            "default" => given.default = value,
            "covariant" => given.variance |= COVARIANT * glue::truth(vm, value)? as i64,
            "contravariant" => given.variance |= CONTRAVARIANT * glue::truth(vm, value)? as i64,
            "infer_variance" => given.variance |= INFERRED * glue::truth(vm, value)? as i64,
            _ => {
                let message = format!("{class_name}() got an unexpected keyword argument '{keyword}'");
                return Err(raise::type_error(vm, message));
            }
        }
    }
    if given.name.is_unbound() {
        let message = format!("{class_name}() missing required argument 'name' (pos 1)");
        return Err(raise::type_error(vm, message));
    }
    if !given.name.is::<Str>() {
        let got = class::name_of_argument(vm, given.name);
        let message = format!("{class_name}() argument 'name' must be str, not {got}");
        return Err(raise::type_error(vm, message));
    }
    if given.variance & 3 == 3 {
        return Err(raise::value_error(vm, "Bivariant types are not supported."));
    }
    if given.variance & INFERRED != 0 && given.variance & 3 != 0 {
        let text = "Variance cannot be specified with infer_variance.";
        return Err(raise::value_error(vm, text));
    }
    Ok(given)
}

/// The object, with the module of the caller as its `__module__`.
fn finish(vm: &mut Vm, id: ClassId, given: &Given, constraints: Value) -> Run<Value> {
    use crate::object::arena;
    use crate::object::callable::function::Function;
    use crate::ops::attrs::own;
    let mut fields = [Value::UNBOUND; field::COUNT];
    fields[field::NAME] = given.name;
    fields[field::BOUND] = given.bound.or(Value::NONE);
    fields[field::CONSTRAINTS] = constraints;
    fields[field::DEFAULT] = given.default;
    fields[field::VARIANCE] = Value::small_int(given.variance);
    let made = make::record(vm, id, &fields);
    let globals = arena::running(&vm.thread)
        .cast::<Function>()
        .map(|function| function.globals.get());
    let name = vm.names.__name__;
    let module = globals
        .and_then(|globals| globals.cast::<Dict>())
        .and_then(|globals| globals.get_str(name));
    if let Some(module) = module {
        let place = vm.names.__module__;
        own::set(vm, made, place, module)?;
    }
    Ok(made)
}

fn new_type_var(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = read(vm, "typevar", args, names)?;
    if given.rest.len() == 1 {
        return Err(raise::type_error(vm, "A single constraint is not allowed"));
    }
    if !given.rest.is_empty() && given.bound.is_bound() {
        return Err(raise::type_error(vm, "Constraints cannot be combined with bound=..."));
    }
    let mut given = given;
    given.bound = checked(vm, given.bound, "Bound must be a type.")?;
    let constraints = make::list(vm, Vec::new()).expect::<List>();
    for &one in &args[2..2 + given.rest.len()] {
        let one = checked(vm, one, "TypeVar(name, constraint, ...): constraints must be types.")?;
        constraints.push(one);
    }
    let constraints = make::tuple(vm, &constraints.to_vec());
    finish(vm, ClassId::TypeVar, &given, constraints)
}

/// `typing._type_check(value, message)`; classes are types.
fn checked(vm: &mut Vm, value: Value, message: &str) -> Run<Value> {
    if value.is_unbound() || value.is::<Class>() {
        return Ok(value);
    }
    let message = text::new(vm, message);
    forward(vm, "_type_check", &[value, message])
}

fn new_param_spec(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let mut given = read(vm, "paramspec", args, names)?;
    given.bound = checked(vm, given.bound, "Bound must be a type.")?;
    finish(vm, ClassId::ParamSpec, &given, Value::UNBOUND)
}

fn new_type_var_tuple(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = read(vm, "typevartuple", args, names)?;
    finish(vm, ClassId::TypeVarTuple, &given, Value::UNBOUND)
}

/// `*Ts` is `Unpack[Ts]`.
fn unpack(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let unpack = from_typing(vm, "Unpack")?;
    let unpacked = crate::ops::container::item::get(vm, unpack, args[0])?;
    let list = make::list(vm, vec![unpacked]);
    crate::ops::container::iterate::iter(vm, list)
}

/// A missing argument is the default.
fn prepare_type_var(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (alias, given) = (args[1], args[2]);
    let params_name = vm.names.__parameters__;
    let params = crate::ops::attrs::attribute::get(vm, alias, params_name)?;
    let list = params.cast::<Tuple>().map_or(&[][..], items);
    // typing.py has a list of them.
    let given_tuple = match given.cast::<Tuple>() {
        Some(tuple) => tuple,
        None => {
            let list = crate::ops::container::iterate::to_list(vm, given)?.to_vec();
            make::tuple(vm, &list).expect()
        }
    };
    let given_list = items(given_tuple);
    let place = list.iter().position(|&param| param == args[0]);
    let Some(place) = place else { return Ok(given) };
    if place < given_list.len() {
        return Ok(given);
    }
    if place == given_list.len() && has_default(vm, &args[..1])? == Value::TRUE {
        let value = default(vm, &args[..1])?;
        let mut all = given_list.to_vec();
        all.push(value);
        return Ok(make::tuple(vm, &all));
    }
    let shown = glue::repr(vm, alias)?;
    let (count, expected) = (given_list.len(), place + 1);
    let message = format!("Too few arguments for {shown}; actual {count}, expected at least {expected}");
    Err(raise::type_error(vm, message))
}
