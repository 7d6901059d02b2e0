//! `_pyfast_imp`: what `importlib` asks of the importer.

use crate::api::{self, NativeDef, Run, Str, Value, Vm, function, import_find, make, text};

static FUNCTIONS: &[NativeDef] = &[
    function("find", "(name, path=None, /)", find),
    function("source", "(name, path, /)", source),
];

/// (origin, folders or None) of what an import would find; None if nothing.
fn find(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = api::text_argument(vm, args[0], "find", 1)?.lossy().into_owned();
    if vm.native_modules.contains_key(name.as_str()) || name == "sys" || name == "builtins" {
        let origin = text::intern(vm, "built-in");
        return Ok(make::tuple(vm, &[origin, Value::NONE]));
    }
    let within = args[1].bound().filter(|path| !path.is_none());
    let Some(found) = import_find::find(vm, &name, within)? else {
        return Ok(Value::NONE);
    };
    let (origin, folders) = found.place();
    let origin = match origin {
        Some(origin) => import_find::shown(vm, &origin),
        None => Value::NONE,
    };
    let folders = match folders {
        Some(folders) => {
            let folders = folders.iter().map(|folder| import_find::shown(vm, folder)).collect();
            make::list(vm, folders)
        }
        None => Value::NONE,
    };
    Ok(make::tuple(vm, &[origin, folders]))
}

/// The source text of a module, or None.
fn source(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let path = args[1].cast::<Str>().map(|path| path.lossy().into_owned());
    let name = api::text_argument(vm, args[0], "source", 1)?.lossy().into_owned();
    let bytes = match path {
        Some(path) if !path.starts_with('<') => std::fs::read(path).ok(),
        _ => import_find::boxed_source(&name),
    };
    Ok(match bytes {
        Some(bytes) => text::new(vm, &String::from_utf8_lossy(&bytes)),
        None => Value::NONE,
    })
}

pub fn make(vm: &mut Vm) -> Run<Value> {
    Ok(api::module(vm, "_pyfast_imp", "", FUNCTIONS))
}
