//! `__import__`: what the `import` statement calls.

use crate::builtins::import::find;
use crate::builtins::import::module::{self, set};
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::exception::Exception;
use crate::object::exception::field::{IMPORT_MSG, IMPORT_NAME};
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::container::iterate;
use crate::ops::{call, class, convert, raise, text};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, function};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

pub static IMPORT: &[NativeDef] = &[function(
    "__import__",
    "(name, globals=None, locals=None, fromlist=(), level=0)",
    import,
)];

/// Raises ModuleNotFoundError.
#[cold]
fn not_found(vm: &mut Vm, name: &str, message: &str) -> Raised {
    let exception = raise::new(vm, ClassId::ModuleNotFoundError, message);
    let error = exception.expect::<Exception>();
    let (message, name) = (text::new(vm, message), text::new(vm, name));
    error.set_field(&mut vm.heap, IMPORT_MSG, message);
    error.set_field(&mut vm.heap, IMPORT_NAME, name);
    raise::value(vm, exception)
}

/// What `sys.modules` has under a name.
fn loaded(vm: &mut Vm, name: &str) -> Option<Value> {
    let key = text::intern(vm, name);
    vm.modules.expect::<Dict>().get_str(key)
}

/// The module of a full name, loaded if it is not yet, with all packages that it is in.
pub fn module(vm: &mut Vm, name: &str) -> Run<Value> {
    match loaded(vm, name) {
        Some(Value::NONE) => {
            let message = format!("import of {name} halted; None in sys.modules");
            return Err(not_found(vm, name, &message));
        }
        Some(module) => return Ok(module),
        None => {}
    }
    let Some((parent_name, tail)) = name.rsplit_once('.') else {
        return top_level(vm, name);
    };
    let parent = module(vm, parent_name)?;
    // Running the parent may have loaded it.
    if let Some(module) = loaded(vm, name).filter(|module| !module.is_none()) {
        return Ok(module);
    }
    let path_name = vm.names.__path__;
    let Some(path) = attribute::find(vm, parent, path_name)? else {
        let message = format!("No module named '{name}'; '{parent_name}' is not a package");
        return Err(not_found(vm, name, &message));
    };
    let made = match find_and_load(vm, name, Some(path))? {
        Some(module) => module,
        None => return Err(not_found(vm, name, &format!("No module named '{name}'"))),
    };
    let tail = text::intern(vm, tail);
    attribute::set(vm, parent, tail, made)?;
    Ok(made)
}

/// A module that is in no package.
fn top_level(vm: &mut Vm, name: &str) -> Run<Value> {
    // These and `os` need each other, and it has to be the first.
    if matches!(name, "posixpath" | "ntpath" | "genericpath") && loaded(vm, "os").is_none() {
        module(vm, "os")?;
        if let Some(module) = loaded(vm, name) {
            return Ok(module);
        }
    }
    match find_and_load(vm, name, None)? {
        Some(module) => Ok(module),
        None => Err(not_found(vm, name, &format!("No module named '{name}'"))),
    }
}

/// Asks the program's own finders on `sys.meta_path` that stand before ours, then ours, then those after it.
fn find_and_load(vm: &mut Vm, name: &str, within: Option<Value>) -> Run<Option<Value>> {
    let ours = |vm: &mut Vm| {
        if within.is_none()
            && let Some(module) = native(vm, name)?
        {
            return Ok(Some(module));
        }
        match find::find(vm, name, within)? {
            Some(found) => module::load(vm, name, &found).map(Some),
            None if within.is_some() => native(vm, name),
            None => Ok(None),
        }
    };
    let meta_path = text::intern(vm, "meta_path");
    let finders = vm
        .sys
        .expect::<Dict>()
        .get_str(meta_path)
        .and_then(|list| list.cast::<List>());
    let Some(finders) = finders.filter(|finders| finders.len() > 1) else {
        return ours(vm);
    };
    let is_ours = text::intern(vm, "_is_pyfast");
    let (name_value, path) = (text::new(vm, name), within.unwrap_or(Value::NONE));
    let mut i = 0;
    while let Some(finder) = finders.get(i) {
        i += 1;
        let made = if attribute::find(vm, finder, is_ours)?.is_some() {
            ours(vm)?
        } else {
            let imp = module(vm, "_imp")?;
            let ask = text::intern(vm, "_ask");
            let ask = attribute::get(vm, imp, ask)?;
            let made = call::call(vm, ask, &[finder, name_value, path])?;
            (!made.is_none()).then_some(made)
        };
        if made.is_some() {
            return Ok(made);
        }
    }
    Ok(None)
}

/// Makes a native module.
fn native(vm: &mut Vm, name: &str) -> Run<Option<Value>> {
    let Some(&maker) = vm.native_modules.get(name) else {
        return Ok(None);
    };
    let made = maker(vm)?;
    let key = text::intern(vm, name);
    let modules = vm.modules.expect::<Dict>();
    set(vm, modules, key, made)?;
    Ok(Some(made))
}

/// The package that relative names in these globals are relative to.
fn package_of(vm: &mut Vm, globals: Value) -> Run<String> {
    let Some(globals) = globals.cast::<Dict>() else {
        return Err(raise::type_error(vm, "globals must be a dict"));
    };
    let names = (
        vm.names.__package__,
        vm.names.__spec__,
        vm.names.__name__,
        vm.names.__path__,
    );
    if let Some(package) = globals.get_str(names.0).filter(|package| !package.is_none()) {
        return match package.cast::<Str>() {
            Some(package) => Ok(package.lossy().into_owned()),
            None => Err(raise::type_error(vm, "package must be a string")),
        };
    }
    if let Some(spec) = globals.get_str(names.1).filter(|spec| !spec.is_none()) {
        let parent = text::intern(vm, "parent");
        let parent = attribute::get(vm, spec, parent)?;
        if let Some(parent) = parent.cast::<Str>() {
            return Ok(parent.lossy().into_owned());
        }
    }
    let Some(name) = globals.get_str(names.2) else {
        let key = text::new(vm, "'__name__' not in globals");
        return Err(raise::key_error(vm, key));
    };
    let Some(name) = name.cast::<Str>() else {
        return Err(raise::type_error(vm, "__name__ must be a string"));
    };
    let name = name.lossy().into_owned();
    if globals.get_str(names.3).is_some() {
        return Ok(name);
    }
    Ok(name
        .rsplit_once('.')
        .map_or(String::new(), |(package, _)| package.to_string()))
}

/// The full name of a relative one.
fn resolve(vm: &mut Vm, name: &str, globals: Value, level: i64) -> Run<String> {
    let package = package_of(vm, globals)?;
    if package.is_empty() {
        let text = "attempted relative import with no known parent package";
        return Err(raise::import_error_text(vm, text));
    }
    let mut base = package.as_str();
    for _ in 1..level {
        match base.rsplit_once('.') {
            Some((outer, _)) => base = outer,
            None => {
                let text = "attempted relative import beyond top-level package";
                return Err(raise::import_error_text(vm, text));
            }
        }
    }
    Ok(if name.is_empty() {
        base.to_string()
    } else {
        format!("{base}.{name}")
    })
}

fn import(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(name) = args[0].cast::<Str>() else {
        return Err(raise::type_error(vm, "module name must be a string"));
    };
    let name = name.lossy().into_owned();
    let level = match args[4].bound() {
        Some(level) => convert::index_clamped(vm, level)?,
        None => 0,
    };
    if level < 0 {
        return Err(raise::value_error(vm, "level must be >= 0"));
    }
    let full = if level > 0 {
        let globals = args[1].or(Value::NONE);
        if globals.is_none() {
            let key = text::new(vm, "'__name__' not in globals");
            return Err(raise::key_error(vm, key));
        }
        resolve(vm, &name, globals, level)?
    } else if name.is_empty() {
        return Err(raise::value_error(vm, "Empty module name"));
    } else {
        name.clone()
    };
    let made = module(vm, &full)?;
    let wanted = args[3].or(Value::NONE);
    let any = !wanted.is_none() && crate::ops::relation::truth::truth(vm, wanted)?;
    if any {
        submodules(vm, made, &full, wanted, true)?;
        return Ok(made);
    }
    // `import a.b.c` binds a; relative to a package, the part of the name that was written.
    let front = name.split('.').next().unwrap_or("");
    if level > 0 && name.is_empty() || front.len() == name.len() {
        return Ok(made);
    }
    let first = full[..full.len() - name.len() + front.len()].to_string();
    match loaded(vm, &first) {
        Some(module) => Ok(module),
        None => {
            let key = text::new(vm, &first);
            Err(raise::key_error(vm, key))
        }
    }
}

/// Loads the submodules that `from package import …` asks for and that are no attributes yet.
fn submodules(vm: &mut Vm, package: Value, full: &str, wanted: Value, star: bool) -> Run<()> {
    let (path, all) = (vm.names.__path__, vm.names.__all__);
    if attribute::find(vm, package, path)?.is_none() {
        return Ok(());
    }
    let wanted = iterate::to_list(vm, wanted)?;
    let mut i = 0;
    while let Some(name) = wanted.get(i) {
        i += 1;
        let Some(string) = name.cast::<Str>() else {
            let got = class::name_of(vm, name);
            let place = if star {
                "``from list''".to_string()
            } else {
                format!("{full}.__all__")
            };
            let message = format!("Item in {place} must be str, not {got}");
            return Err(raise::type_error(vm, message));
        };
        if string.bytes() == b"*" {
            if star && let Some(all) = attribute::find(vm, package, all)? {
                submodules(vm, package, full, all, false)?;
            }
            continue;
        }
        let name = text::intern_value(vm, name);
        if attribute::find(vm, package, name)?.is_some() {
            continue;
        }
        let inner = format!("{full}.{}", string.lossy());
        if let Err(raised) = module(vm, &inner) {
            forgive(vm, &inner, raised)?;
        }
    }
    Ok(())
}

/// That there is no such submodule is for `from … import` to say.
fn forgive(vm: &mut Vm, inner: &str, raised: Raised) -> Run<()> {
    let pending = vm.thread.pending;
    if !class::is_instance(vm, pending, ClassId::ModuleNotFoundError) {
        return Err(raised);
    }
    let name = pending.expect::<Exception>().field(IMPORT_NAME);
    let is_own = name.cast::<Str>().is_some_and(|name| name.bytes() == inner.as_bytes());
    if !is_own {
        return Err(raised);
    }
    vm.thread.pending = Value::UNBOUND;
    Ok(())
}
