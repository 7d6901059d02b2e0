//! Making a module of a source file, and running it.

use std::path::Path;

use crate::builtins::import::cached;
use crate::builtins::import::find::{Found, shown};
use crate::builtins::run_code;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::code::Code;
use crate::object::container::dict::Dict;
use crate::object::module::Module;
use crate::ops::attrs::attribute;
use crate::ops::{call, make, raise, text};
use crate::syntax::source::Source;
use crate::types::error::os;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Sets a name in a namespace.
pub fn set(vm: &mut Vm, namespace: Ref<Dict>, name: Value, value: Value) -> Run<()> {
    match namespace.set_str(name, value) {
        Ok(()) => Ok(()),
        Err(_) => Err(raise::memory_error(vm)),
    }
}

/// An empty module with the names that every module has.
pub fn empty(vm: &mut Vm, name: Value) -> Run<Ref<Module>> {
    let namespace = make::dict(vm).expect::<Dict>();
    let names = &vm.names;
    let entries = [
        (names.__name__, name),
        (names.__doc__, Value::NONE),
        (names.__package__, Value::NONE),
        (names.__loader__, Value::NONE),
        (names.__spec__, Value::NONE),
    ];
    for (key, value) in entries {
        set(vm, namespace, key, value)?;
    }
    Ok(Module::new(&mut vm.heap, ClassId::Module.shape(), namespace))
}

/// The module's `__spec__`: of the library's own class once that is there, and one that looks like it before.
fn spec(vm: &mut Vm, name: Value, parent: Value, origin: Value, locations: Value) -> Run<Value> {
    if let Some(make) = from_library(vm, "_spec")? {
        return call::call(vm, make, &[name, origin, locations]);
    }
    let spec = make::record(vm, ClassId::SimpleNamespace, &[]);
    for (key, value) in [
        ("name", name),
        ("loader", Value::NONE),
        ("origin", origin),
        ("submodule_search_locations", locations),
        ("loader_state", Value::NONE),
        ("cached", Value::NONE),
        ("parent", parent),
        ("has_location", Value::bool(!origin.is_none())),
        ("_initializing", Value::TRUE),
    ] {
        let key = text::intern(vm, key);
        attribute::set(vm, spec, key, value)?;
    }
    Ok(spec)
}

/// A function of `_imp`, if `importlib` is there.
pub fn from_library(vm: &mut Vm, function: &str) -> Run<Option<Value>> {
    if !vm.real_specs {
        return Ok(None);
    }
    let (imp, function) = (text::intern(vm, "_imp"), text::intern(vm, function));
    match vm.modules.expect::<Dict>().get_str(imp) {
        Some(imp) => attribute::find(vm, imp, function),
        None => Ok(None),
    }
}

/// Says in a new module's namespace what it is and where it is from; answers its spec.
fn describe(vm: &mut Vm, module: Ref<Module>, name: &str, found: &Found) -> Run<Value> {
    let name_value = text::intern(vm, name);
    let (file, folders) = found.place();
    let locations = match folders {
        Some(folders) => {
            let folders = folders.iter().map(|folder| shown(vm, folder)).collect();
            make::list(vm, folders)
        }
        None => Value::NONE,
    };
    let parent = match (locations.is_none(), name.rsplit_once('.')) {
        (false, _) => name_value,
        (true, Some((parent, _))) => text::intern(vm, parent),
        (true, None) => vm.empty_str,
    };
    let origin = match &file {
        Some(file) => shown(vm, file),
        None => Value::NONE,
    };
    let spec = spec(vm, name_value, parent, origin, locations)?;
    let loader = text::intern(vm, "loader");
    let loader = attribute::get(vm, spec, loader)?;
    let names = &vm.names;
    let rows = [
        (names.__package__, Some(parent)),
        (names.__spec__, Some(spec)),
        (names.__loader__, Some(loader)),
        (names.__path__, Some(locations).filter(|locations| !locations.is_none())),
        (names.__file__, Some(origin)),
        (names.__cached__, file.map(|_| Value::NONE)),
    ];
    for (key, value) in rows {
        if let Some(value) = value {
            set(vm, module.namespace(), key, value)?;
        }
    }
    Ok(spec)
}

/// Loads what was found under the full name `name`: the module is in `sys.modules` while it runs, and is taken out again if that
/// fails.
pub fn load(vm: &mut Vm, name: &str, found: &Found) -> Run<Value> {
    let name_value = text::intern(vm, name);
    let module = empty(vm, name_value)?;
    let spec = describe(vm, module, name, found)?;
    let modules = vm.modules.expect::<Dict>();
    set(vm, modules, name_value, module.value())?;
    if let (Some(file), _) = found.place()
        && let Err(raised) = run(vm, &file, found, module)
    {
        vm.modules.expect::<Dict>().remove_str(name_value);
        return Err(raised);
    }
    let initializing = text::intern(vm, "_initializing");
    attribute::set(vm, spec, initializing, Value::FALSE)?;
    if name == "importlib" {
        vm.real_specs = true;
        if let Some(adopt) = from_library(vm, "_adopt")? {
            call::call(vm, adopt, &[])?;
        }
    }
    // The module may have put something else in its place.
    Ok(vm
        .modules
        .expect::<Dict>()
        .get_str(name_value)
        .unwrap_or(module.value()))
}

/// Runs a file in the module's namespace.
fn run(vm: &mut Vm, file: &Path, found: &Found, module: Ref<Module>) -> Run<()> {
    let code = code(vm, file, found)?;
    run_code::execute(vm, code, module.namespace(), Value::UNBOUND)?;
    Ok(())
}

/// The code of a file: as it is in the box, as it was stored when it was last compiled, or compiled now, and stored.
fn code(vm: &mut Vm, file: &Path, found: &Found) -> Run<Ref<Code>> {
    if let Found::Boxed(boxed) = found {
        vm.sources.insert(boxed.file(), boxed.kept());
        let is_plain = vm.options.optimize == 0 && !vm.options.no_superinstructions;
        if is_plain && let Some(data) = boxed.code() {
            return run_code::load_compiled(vm, data);
        }
    }
    let name = file.to_string_lossy();
    let place = cached::place(vm, file, found);
    if let Some(data) = place.as_ref().and_then(|place| place.read(&name))
        && let Some(code) = run_code::load_stored(vm, data)?
    {
        return Ok(code);
    }
    let bytes = match found {
        Found::Boxed(boxed) => boxed.source(),
        _ => match std::fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                let origin = shown(vm, file);
                return Err(os::raise_io(vm, &error, origin));
            }
        },
    };
    let source = match Source::from_bytes(&name, &bytes) {
        Ok(source) => source,
        Err(error) => return Err(run_code::unreadable(vm, &name, &error)),
    };
    let options = run_code::options(vm);
    let code = run_code::compile(vm, &source, &options)?;
    if let Some(place) = place
        && cached::is_wanted(vm)
    {
        place.write(code.data());
    }
    Ok(code)
}
