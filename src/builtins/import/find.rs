//! Where the source of a module lies: along `sys.path`, or a package's `__path__`.

use std::ffi::OsStr;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use crate::builtins::import::boxed::{self, Boxed};
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
    /// A module of the box.
    Boxed(Boxed),
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

/// Modules of the library that CPython has loaded before a script starts: files of their names beside the script do not hide them.
const ALWAYS_LOADED: &[&str] = &[
    "_collections_abc",
    "_sitebuiltins",
    "abc",
    "codecs",
    "encodings",
    "genericpath",
    "io",
    "os",
    "posixpath",
    "site",
    "stat",
];

/// Looks for the module `name`; `within` is the path of the package that it is in. The box comes after all folders.
pub fn find(vm: &mut Vm, name: &str, within: Option<Value>) -> Run<Option<Found>> {
    let tail = name.rsplit('.').next().unwrap_or(name);
    let mut portions = Vec::new();
    let mut in_box = within.is_none();
    if in_box
        && ALWAYS_LOADED.contains(&name)
        && let Some(found) = boxed::find(name)
    {
        return Ok(Some(Found::Boxed(found)));
    }
    for folder in folders(vm, within)? {
        if folder.starts_with(boxed::FOLDER) {
            in_box = true;
            continue;
        }
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
    if in_box && let Some(found) = boxed::find(name) {
        return Ok(Some(Found::Boxed(found)));
    }
    Ok((!portions.is_empty()).then_some(Found::Namespace(portions)))
}

/// The source of a module in the box.
pub fn boxed_source(name: &str) -> Option<Vec<u8>> {
    boxed::find(name).map(|found| found.source())
}

impl Found {
    /// The file that is run, and the folders of a package.
    pub fn place(&self) -> (Option<PathBuf>, Option<Vec<PathBuf>>) {
        match self {
            Found::Module(file) => (Some(file.clone()), None),
            Found::Package { folder, file } => (Some(file.clone()), Some(vec![folder.clone()])),
            Found::Namespace(portions) => (None, Some(portions.clone())),
            Found::Boxed(boxed) => {
                let folders = boxed.is_package.then(|| vec![PathBuf::from(boxed.folder())]);
                (Some(PathBuf::from(boxed.file())), folders)
            }
        }
    }
}
