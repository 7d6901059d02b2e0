//! Where the source of a module lies: along `sys.path`, or a package's `__path__`.

use std::ffi::OsStr;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::text;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// What was found for a module.
pub enum Found {
    /// A file `name.py`.
    Module(PathBuf),
    /// A folder with `__init__.py`.
    Package { folder: PathBuf, file: PathBuf },
    /// Folders of that name without `__init__.py`.
    Namespace(Vec<PathBuf>),
}

/// A path as a str.
pub fn shown(vm: &mut Vm, path: &Path) -> Value {
    let text = String::from_utf8_lossy(path.as_os_str().as_bytes()).into_owned();
    text::new(vm, &text)
}

/// The folders to look in: `sys.path`, or what `within` (a package's `__path__`) lists.
fn folders(vm: &mut Vm, within: Option<Value>) -> Run<Vec<PathBuf>> {
    let list = match within {
        Some(path) => iterate::to_list(vm, path)?,
        None => {
            let name = vm.names.path;
            let path = vm.sys.expect::<Dict>().get_str(name);
            match path.and_then(|path| path.cast::<List>()) {
                Some(list) => list,
                None => return Ok(Vec::new()),
            }
        }
    };
    let folders = list.to_vec().into_iter().filter_map(|entry| {
        let entry = entry.cast::<Str>()?;
        Some(PathBuf::from(OsStr::from_bytes(entry.bytes())))
    });
    Ok(folders.collect())
}

/// Looks for the module whose last name is `tail`.
pub fn find(vm: &mut Vm, tail: &str, within: Option<Value>) -> Run<Option<Found>> {
    let mut portions = Vec::new();
    for folder in folders(vm, within)? {
        let folder = if folder.as_os_str().is_empty() {
            match std::env::current_dir() {
                Ok(current) => current,
                Err(_) => continue,
            }
        } else {
            folder
        };
        let inner = folder.join(tail);
        if inner.is_dir() {
            let file = inner.join("__init__.py");
            if file.is_file() {
                return Ok(Some(Found::Package { folder: inner, file }));
            }
            portions.push(inner.clone());
        }
        let mut file = inner.into_os_string().into_vec();
        file.extend_from_slice(b".py");
        let file = PathBuf::from(OsStr::from_bytes(&file));
        if file.is_file() {
            return Ok(Some(Found::Module(file)));
        }
    }
    Ok((!portions.is_empty()).then_some(Found::Namespace(portions)))
}
