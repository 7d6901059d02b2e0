//! `types.FunctionType(code, globals, …)`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{self, Tuple};
use crate::object::record::CellBox;
use crate::object::text::string::Str;
use crate::ops::{class, raise, text};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, static_method};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

pub static NEW: &[NativeDef] = &[static_method(
    "__new__",
    "(type, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)",
    new,
)];

fn wrong(vm: &mut Vm, name: &str, wanted: &str, value: Value) -> Raised {
    let got = class::name_of_argument(vm, value);
    raise::type_error(vm, format!("function() argument '{name}' must be {wanted}, not {got}"))
}

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let [code, globals, name, defaults, closure, keyword_defaults] =
        [1, 2, 3, 4, 5, 6].map(|i| args[i].or(Value::NONE));
    let Some(code) = code.cast::<Code>() else {
        return Err(wrong(vm, "code", "code", args[1]));
    };
    if !globals.is::<Dict>() {
        return Err(wrong(vm, "globals", "dict", globals));
    }
    if !name.is_none() && !name.is::<Str>() {
        return Err(raise::type_error(vm, "arg 3 (name) must be None or string"));
    }
    if !defaults.is_none() && !defaults.is::<Tuple>() {
        return Err(raise::type_error(vm, "arg 4 (defaults) must be None or tuple"));
    }
    if !keyword_defaults.is_none() && !keyword_defaults.is::<Dict>() {
        return Err(raise::type_error(vm, "arg 6 (kwdefaults) must be None or dict"));
    }
    check_closure(vm, code, closure)?;
    let builtins = builtins_of(vm, globals.expect());
    let function = Function::new(&mut vm.heap, ClassId::Function.shape(), code, globals, builtins);
    if !name.is_none() {
        function.name.set(&function.header, name);
    }
    let module = vm.names.__name__;
    let module = globals.expect::<Dict>().get_str(module);
    function.module.set(&function.header, module.unwrap_or(Value::NONE));
    for (slot, value) in [
        (&function.defaults, defaults),
        (&function.keyword_defaults, keyword_defaults),
        (&function.closure, closure),
    ] {
        if !value.is_none() {
            slot.set(&function.header, value);
        }
    }
    Ok(function.value())
}

/// INVARIANT: a function has as many cells as its code has free variables.
fn check_closure(vm: &mut Vm, code: Ref<Code>, closure: Value) -> Run<()> {
    let wanted = code.data().free.len();
    let Some(cells) = closure.cast::<Tuple>() else {
        return match (closure.is_none(), wanted) {
            (true, 0) => Ok(()),
            (true, _) => Err(raise::type_error(vm, "arg 5 (closure) must be tuple")),
            (false, _) => Err(raise::type_error(vm, "arg 5 (closure) must be None or tuple")),
        };
    };
    if cells.len() != wanted {
        let name = code.name.get().expect::<Str>();
        let message = format!(
            "{} requires closure of length {wanted}, not {}",
            name.lossy(),
            cells.len()
        );
        return Err(raise::value_error(vm, message));
    }
    match tuple::items(cells).iter().find(|cell| !cell.is::<CellBox>()) {
        Some(&other) => {
            let got = class::name_of(vm, other);
            let message = format!("arg 5 (closure) expected cell, found {got}");
            Err(raise::type_error(vm, message))
        }
        None => Ok(()),
    }
}

/// What `__builtins__` in the globals names: a dict, or a module with one.
fn builtins_of(vm: &mut Vm, globals: Ref<Dict>) -> Value {
    let key = text::intern(vm, "__builtins__");
    match globals.get_str(key) {
        Some(own) if own.is::<Dict>() => own,
        Some(own) => match own.cast::<crate::object::module::Module>() {
            Some(module) => module.namespace().value(),
            None => vm.builtins,
        },
        None => vm.builtins,
    }
}
