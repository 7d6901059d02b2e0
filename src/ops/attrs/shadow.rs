//! Modules that are not what the program takes them for: those still loading, those that hide another one.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::module::Module;
use crate::object::text::string::Str;
use crate::ops::text;
use crate::vm::state::Vm;

/// Where the module comes from, if that is the script's own folder: it may hide a library of its name.
pub fn origin_beside_script(vm: &mut Vm, module: Ref<Module>) -> Option<String> {
    let origin = origin(vm, module)?;
    let mut folder = std::path::Path::new(&origin).parent()?;
    if origin.ends_with("/__init__.py") {
        folder = folder.parent()?;
    }
    let sys = vm.sys.cast::<Dict>()?;
    let first = sys.get_str(vm.names.path)?.cast::<List>()?.get(0)?.cast::<Str>()?;
    let first = match first.as_str()? {
        "" => std::env::current_dir().ok()?,
        first => first.into(),
    };
    (folder == first).then_some(origin)
}

/// `module.__spec__.origin` or `__file__`.
pub fn origin(vm: &mut Vm, module: Ref<Module>) -> Option<String> {
    let file: Value = module.namespace().get_str(vm.names.__file__)?;
    Some(file.cast::<Str>()?.lossy().into_owned())
}

/// What to add to a message about a name that the module lacks; `None` if nothing is odd.
pub fn advice(vm: &mut Vm, module: Ref<Module>, name: &str, initializing: bool) -> Option<String> {
    let origin = origin_beside_script(vm, module)?;
    if crate::base::names::stdlib_names::STDLIB_NAMES
        .binary_search(&name)
        .is_ok()
    {
        return Some(format!(
            "(consider renaming '{origin}' since it has the same name as the standard library module named '{name}' \
             and prevents importing that standard library module)"
        ));
    }
    let text = format!("(consider renaming '{origin}' if it has the same name as a library you intended to import)");
    initializing.then_some(text)
}

/// Whether `package.name` is a submodule that is loading right now.
pub fn is_loading_submodule(vm: &mut Vm, package: &str, name: &str) -> bool {
    let full = text::intern(vm, &format!("{package}.{name}"));
    vm.modules
        .cast::<Dict>()
        .is_some_and(|modules| modules.get_str(full).is_some())
}
