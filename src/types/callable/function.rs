//! `function`: calling and attributes.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::interp::{load, run};
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::Tuple;
use crate::object::text::string::Str;
use crate::ops::attrs::own;
use crate::ops::render::repr::address;
use crate::ops::{call, class, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, spread_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static METHODS: &[NativeDef] = &[
    spread_method("__call__", "($self, /, *args, **kwargs)", call_it),
    method("__get__", "($self, instance, owner=None, /)", get),
    method("__repr__", "($self, /)", repr),
    getter("__name__", |_, args| Ok(this(args).name.get())).setter(set_name),
    getter("__qualname__", |_, args| Ok(this(args).qualname.get())).setter(set_qualname),
    getter("__doc__", doc).setter(|_, args| {
        let function = this(args);
        function.doc.set(&function.header, args[1].or(Value::NONE));
        Ok(Value::NONE)
    }),
    getter("__module__", |_, args| Ok(this(args).module.get())).setter(|_, args| {
        let function = this(args);
        function.module.set(&function.header, args[1].or(Value::NONE));
        Ok(Value::NONE)
    }),
    getter("__code__", |_, args| Ok(this(args).code.get())).setter(set_code),
    getter("__globals__", |_, args| Ok(this(args).globals.get())).setter(read_only),
    getter("__builtins__", |_, args| Ok(this(args).builtins.get())).setter(read_only),
    getter("__closure__", |_, args| Ok(this(args).closure.get().or(Value::NONE))).setter(read_only),
    getter("__defaults__", |_, args| Ok(this(args).defaults.get().or(Value::NONE))).setter(set_defaults),
    getter("__kwdefaults__", |_, args| {
        Ok(this(args).keyword_defaults.get().or(Value::NONE))
    })
    .setter(set_keyword_defaults),
    getter("__dict__", |vm, args| Ok(own::dict(vm, args[0]).value())).setter(set_dict),
    getter("__annotations__", annotations).setter(set_annotations),
    getter("__annotate__", |_, args| Ok(this(args).annotate.get().or(Value::NONE))).setter(set_annotate),
    getter("__type_params__", |vm, args| {
        Ok(this(args).type_params.get().or(vm.empty_tuple))
    })
    .setter(set_type_params),
];

/// CPYTHON: members of a C struct have a wording of their own.
fn read_only(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    Err(raise::attribute_error_text(vm, "readonly attribute"))
}

fn this(args: &[Value]) -> Ref<Function> {
    args[0].expect()
}

fn call_it(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    run::call(vm, args[0], Value::UNBOUND, &args[1..], names)
}

fn get(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let unbound = args[1].is_unbound() || args[1].is_none();
    if unbound && args[2].or(Value::NONE).is_none() {
        return Err(raise::type_error(vm, "__get__(None, None) is invalid"));
    }
    let through_none_type = args[2] == vm.class(ClassId::NoneType);
    Ok(if unbound && !through_none_type {
        args[0]
    } else {
        make::method(vm, args[0], args[1])
    })
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = this(args).qualname.get().expect::<Str>();
    let shown = format!("<function {} at {:#x}>", name.lossy(), address(args[0]));
    Ok(text::new(vm, &shown))
}

fn set_name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = this(args);
    if !args[1].is::<Str>() {
        return Err(raise::type_error(vm, "__name__ must be set to a string object"));
    }
    function.name.set(&function.header, args[1]);
    Ok(Value::NONE)
}

fn set_qualname(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = this(args);
    if !args[1].is::<Str>() {
        return Err(raise::type_error(vm, "__qualname__ must be set to a string object"));
    }
    function.qualname.set(&function.header, args[1]);
    Ok(Value::NONE)
}

fn doc(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = this(args);
    if function.doc.get().is_unbound() {
        load::ready(vm, function)?;
        function.doc.set(&function.header, function.code().constants()[0]);
    }
    Ok(function.doc.get())
}

fn set_code(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(code) = args[1].cast::<Code>() else {
        return Err(raise::type_error(vm, "__code__ must be set to a code object"));
    };
    let function = this(args);
    let cells = function.closure.get().cast::<Tuple>().map_or(0, |cells| cells.len());
    let wanted = code.data().free.len();
    if cells != wanted {
        let name = function.name.get().expect::<Str>();
        let message = format!(
            "{}() requires a code object with {cells} free vars, not {wanted}",
            name.lossy()
        );
        return Err(raise::value_error(vm, message));
    }
    // The old code's docstring stays, and generators of the function must find constants.
    doc(vm, args)?;
    load::ready_code(vm, code)?;
    function.set_code(code);
    // Instructions that call the function as a method of a class check its parameters no more.
    vm.class_epoch += 1;
    Ok(Value::NONE)
}

fn set_defaults(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = this(args);
    if args[1].is_unbound() || args[1].is_none() {
        function.defaults.set(&function.header, Value::UNBOUND);
    } else if args[1].is::<Tuple>() {
        function.defaults.set(&function.header, args[1]);
    } else {
        return Err(raise::type_error(vm, "__defaults__ must be set to a tuple object"));
    }
    Ok(Value::NONE)
}

fn set_keyword_defaults(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = this(args);
    if args[1].is_unbound() || args[1].is_none() {
        function.keyword_defaults.set(&function.header, Value::UNBOUND);
    } else if args[1].is::<Dict>() {
        function.keyword_defaults.set(&function.header, args[1]);
    } else {
        return Err(raise::type_error(vm, "__kwdefaults__ must be set to a dict object"));
    }
    Ok(Value::NONE)
}

fn set_dict(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_unbound() {
        return Err(raise::type_error(vm, "cannot delete __dict__"));
    }
    if !args[1].is::<Dict>() {
        let got = class::name_of(vm, args[1]);
        return Err(raise::type_error(
            vm,
            format!("__dict__ must be set to a dictionary, not a '{got}'"),
        ));
    }
    this(args).set_attrs(args[1]);
    Ok(Value::NONE)
}

/// PEP 649: computed by `__annotate__` when first asked for.
fn annotations(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = this(args);
    if let Some(known) = function.annotations.get().bound() {
        return Ok(known);
    }
    let annotate = function.annotate.get().or(Value::NONE);
    let result = if annotate.is_none() {
        make::dict(vm)
    } else {
        call::call(vm, annotate, &[Value::small_int(1)])?
    };
    if !result.is::<Dict>() {
        let got = class::name_of(vm, result);
        return Err(raise::type_error(
            vm,
            format!("__annotate__() must return a dict, not {got}"),
        ));
    }
    function.annotations.set(&function.header, result);
    Ok(result)
}

fn set_annotations(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = this(args);
    if !(args[1].is_unbound() || args[1].is_none() || args[1].is::<Dict>()) {
        return Err(raise::type_error(vm, "__annotations__ must be set to a dict object"));
    }
    let annotations = if args[1].is_none() { Value::UNBOUND } else { args[1] };
    function.annotations.set(&function.header, annotations);
    function.annotate.set(&function.header, Value::NONE);
    Ok(Value::NONE)
}

fn set_annotate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = this(args);
    if args[1].is_unbound() {
        return Err(raise::type_error(vm, "__annotate__ cannot be deleted"));
    }
    if !args[1].is_none() && class::special(vm, args[1], crate::vm::special::Special::Call).is_none() {
        return Err(raise::type_error(vm, "__annotate__ must be callable or None"));
    }
    function.annotate.set(&function.header, args[1]);
    if !args[1].is_none() {
        function.annotations.set(&function.header, Value::UNBOUND);
    }
    Ok(Value::NONE)
}

fn set_type_params(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = this(args);
    if !args[1].is::<Tuple>() {
        return Err(raise::type_error(vm, "__type_params__ must be set to a tuple"));
    }
    function.type_params.set(&function.header, args[1]);
    Ok(Value::NONE)
}
