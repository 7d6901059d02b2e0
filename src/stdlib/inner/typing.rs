//! `_typing`.

use crate::api::{self, ClassId, NativeDef, Run, Value, Vm, function, no_default};

static FUNCTIONS: &[NativeDef] = &[function("_idfunc", "(x, /)", |_, args| Ok(args[0]))];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(
        vm,
        "_typing",
        "Primitives and accelerators for the typing module.",
        FUNCTIONS,
    );
    for (name, id) in [
        ("TypeVar", ClassId::TypeVar),
        ("ParamSpec", ClassId::ParamSpec),
        ("TypeVarTuple", ClassId::TypeVarTuple),
        ("ParamSpecArgs", ClassId::ParamSpecArgs),
        ("ParamSpecKwargs", ClassId::ParamSpecKwargs),
        ("TypeAliasType", ClassId::TypeAlias),
        ("Generic", ClassId::Generic),
        ("Union", ClassId::Union),
    ] {
        let class = vm.class(id);
        api::set_in(vm, module, name, class);
    }
    let none = no_default(vm);
    api::set_in(vm, module, "NoDefault", none);
    Ok(module)
}
