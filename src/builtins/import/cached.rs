//! Compiled code in `.pyc` files, so that a module is compiled once: in `__pycache__` beside its source as CPython has it, and in
//! the user's cache folder for the modules in the box. `sys.pycache_prefix` moves both, `sys.dont_write_bytecode` keeps them as
//! they are.
//!
//! INVARIANT: a file here is a guess. One of another compiler or another source is passed over, what was read is verified before
//! it runs, and what cannot be written is not missed.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use crate::builtins::import::find::Found;
use crate::bytecode::code::CodeData;
use crate::bytecode::stored::{read, write};
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::text::string::Str;
use crate::ops::text;
use crate::vm::state::Vm;

/// Says which compiler made the code, and for which library; from `build.rs`.
const FINGERPRINT: &str = env!("PYFAST_FINGERPRINT");
/// In the names of files, as `sys.implementation.cache_tag`.
const TAG: &str = "pyfast-314";
/// The kind of file, the fingerprint, options, time and length of the source, and the sum of what follows.
const HEADER: usize = 8 + 16 + 4 + 8 + 4 + 8 + 4;

/// Where the code of a module is stored, and what is in front of it.
pub struct Place {
    path: PathBuf,
    header: [u8; HEADER],
}

/// A name in `sys`, once that has been filled.
fn of_sys(vm: &mut Vm, name: &str) -> Option<Value> {
    let name = text::intern(vm, name);
    vm.sys.expect::<Dict>().get_str(name)
}

/// Whether code is to be stored.
pub fn is_wanted(vm: &mut Vm) -> bool {
    match of_sys(vm, "dont_write_bytecode") {
        Some(unwanted) => unwanted == Value::FALSE,
        None => vm.options.write_bytecode,
    }
}

/// The place for the code of what was found; none if there is no folder for it.
pub fn place(vm: &mut Vm, file: &Path, found: &Found) -> Option<Place> {
    let prefix = of_sys(vm, "pycache_prefix").and_then(|prefix| {
        let prefix = prefix.cast::<Str>()?;
        Some(PathBuf::from(OsStr::from_bytes(prefix.bytes())))
    });
    let optimize = match vm.options.optimize {
        0 => String::new(),
        level => format!(".opt-{level}"),
    };
    let (stem, folder, stamp) = match found {
        Found::Boxed(boxed) => {
            let folder = prefix.or_else(user_cache)?.join("pyfast");
            (boxed.name(), folder, (0, 0, 0))
        }
        _ => {
            let about = fs::metadata(file).ok()?;
            let beside = file.parent()?;
            let folder = match prefix {
                Some(prefix) => prefix.join(std::path::absolute(beside).ok()?.strip_prefix("/").ok()?),
                None => beside.join("__pycache__"),
            };
            let stamp = (about.mtime(), about.mtime_nsec() as u32, about.len());
            (file.file_stem()?.to_str()?, folder, stamp)
        }
    };
    let mut header = [0; HEADER];
    let parts: [&[u8]; 6] = [
        b"pyfast\r\n",
        FINGERPRINT.as_bytes(),
        &[vm.options.optimize, vm.options.no_superinstructions as u8, 0, 0],
        &stamp.0.to_le_bytes(),
        &stamp.1.to_le_bytes(),
        &stamp.2.to_le_bytes(),
    ];
    let mut at = 0;
    for part in parts {
        header[at..at + part.len()].copy_from_slice(part);
        at += part.len();
    }
    let path = folder.join(format!("{stem}.{TAG}{optimize}.pyc"));
    Some(Place { path, header })
}

/// The folder for what programs may compute again.
fn user_cache() -> Option<PathBuf> {
    let named = |name| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
    };
    named("XDG_CACHE_HOME").or_else(|| Some(named("HOME")?.join(".cache")))
}

impl Place {
    /// The code that is stored here for this source, not yet verified.
    pub fn read(&self, filename: &str) -> Option<CodeData> {
        let bytes = fs::read(&self.path).ok()?;
        let (header, body) = bytes.split_at_checked(HEADER)?;
        let (about, sum) = header.split_at(HEADER - 4);
        if about != &self.header[..HEADER - 4] || sum != crc32fast::hash(body).to_le_bytes() {
            return None;
        }
        read::read(body, filename)
    }

    /// Stores code, whole or not at all.
    pub fn write(mut self, code: &CodeData) {
        let body = write::write(code);
        self.header[HEADER - 4..].copy_from_slice(&crc32fast::hash(&body).to_le_bytes());
        let Some(folder) = self.path.parent() else { return };
        if fs::create_dir_all(folder).is_err() {
            return;
        }
        let unfinished = self.path.with_extension(std::process::id().to_string());
        let bytes = [&self.header[..], &body].concat();
        let written = fs::write(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, &self.path));
        if written.is_err() {
            let _ = fs::remove_file(&unfinished);
        }
    }
}
