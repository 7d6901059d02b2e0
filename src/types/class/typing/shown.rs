//! How types are written inside other types.

use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::list::List;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::attrs::errors;
use crate::ops::relation::depth;
use crate::ops::{class, text};
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// "int", "list[str]", "...", "module.Class".
pub fn type_repr(vm: &mut Vm, value: Value) -> Run<String> {
    depth::enter(vm)?;
    if value == Value::ELLIPSIS {
        return Ok("...".to_string());
    }
    if value == vm.class(ClassId::NoneType) {
        return Ok("None".to_string());
    }
    if let Some(class) = value.cast::<Class>() {
        return Ok(glue::full_name(vm, class));
    }
    if let Some(list) = value.cast::<List>()
        && class::is_exact(value, ClassId::List)
    {
        let mut parts = Vec::new();
        for i in 0..list.len() {
            let Some(item) = list.get(i) else { break };
            parts.push(type_repr(vm, item)?);
        }
        return Ok(format!("[{}]", parts.join(", ")));
    }
    let (origin, args) = (vm.names.__origin__, vm.names.__args__);
    let is_alias = attribute::find(vm, value, origin)?.is_some() && attribute::find(vm, value, args)?.is_some();
    if !is_alias {
        let (qualname, module) = (vm.names.__qualname__, vm.names.__module__);
        let name = attribute::find(vm, value, qualname)?.filter(|name| name.is::<Str>());
        let module = attribute::find(vm, value, module)?.filter(|module| !module.is_none());
        if let (Some(name), Some(module)) = (name, module) {
            let (name, module) = (errors::shown(name), glue::str(vm, module)?);
            return Ok(if module == "builtins" {
                name
            } else {
                format!("{module}.{name}")
            });
        }
    }
    glue::repr(vm, value)
}

/// A function of `typing`, which is imported.
pub fn from_typing(vm: &mut Vm, name: &str) -> Run<Value> {
    let module = glue::import(vm, "typing")?;
    let name = text::intern(vm, name);
    attribute::get(vm, module, name)
}
