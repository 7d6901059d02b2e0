//! `breakpoint()` and what it calls, `sys.breakpointhook`.

use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::ops::attrs::attribute;
use crate::ops::{call, class, raise, text};
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, spread_function};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static BREAKPOINT: NativeDef = spread_function("breakpoint", "(*args, **kws)", breakpoint);

pub static BREAKPOINT_HOOK: NativeDef = spread_function("breakpointhook", "(*args, **kws)", hook);

fn breakpoint(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let name = text::intern(vm, "breakpointhook");
    match vm.sys.cast::<Dict>().and_then(|sys| sys.get_str(name)) {
        Some(hook) => call::call_named(vm, hook, args, names),
        None => Err(raise::runtime_error(vm, "lost sys.breakpointhook")),
    }
}

/// Calls what the environment variable PYTHONBREAKPOINT names: `pdb.set_trace` if nothing, nothing if "0".
fn hook(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let wanted = std::env::var("PYTHONBREAKPOINT").unwrap_or_default();
    if wanted == "0" {
        return Ok(Value::NONE);
    }
    let path = if wanted.is_empty() { "pdb.set_trace" } else { &wanted };
    let (module, name) = path.rsplit_once('.').unwrap_or(("builtins", path));
    match found(vm, module, name)? {
        Some(function) => call::call_named(vm, function, args, names),
        None => {
            let message = text::new(vm, &format!("Ignoring unimportable $PYTHONBREAKPOINT: \"{wanted}\""));
            let warnings = glue::import(vm, "warnings")?;
            let warn = text::intern(vm, "warn");
            let warn = attribute::get(vm, warnings, warn)?;
            let category = class::known(vm, ClassId::RuntimeWarning).value();
            call::call(vm, warn, &[message, category])
        }
    }
}

/// Attribute `name` of a module that is imported; `None` if there is no such module or attribute.
fn found(vm: &mut Vm, module: &str, name: &str) -> Run<Option<Value>> {
    let importlib = glue::import(vm, "importlib")?;
    let import = text::intern(vm, "import_module");
    let import = attribute::get(vm, importlib, import)?;
    let module = text::new(vm, module);
    match call::call(vm, import, &[module]) {
        Ok(module) => {
            let name = text::intern(vm, name);
            attribute::find(vm, module, name)
        }
        Err(raised) => match raise::catch(vm, ClassId::ImportError) {
            Some(_) => Ok(None),
            None => Err(raised),
        },
    }
}
