//! `listdir` and `scandir`.

use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::DirEntryExt;

use rustix::fs::FileType;

use crate::api::{
    List, NativeDef, Own, Record, Ref, Run, Str, Value, Vm, class_method, function, getter, itself, make, method,
    own_class, record_of, repr, shared, text, truth,
};
use crate::stdlib::support::{finish, stepper};
use crate::stdlib::system::posix::path::{self, Path, WITH_DESCRIPTOR, path as path_of};
use crate::stdlib::system::posix::status;

/// The folder argument, the present folder by default.
fn folder(vm: &mut Vm, value: Value, function: &str) -> Run<Path> {
    let value = match value.bound().filter(|value| !value.is_none()) {
        Some(value) => value,
        None => text::new(vm, "."),
    };
    path_of(vm, value, function, ", os.PathLike, integer or None")
}

fn listdir(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let path = folder(vm, args[0], "listdir")?;
    let entries = match std::fs::read_dir(&path.path) {
        Ok(entries) => entries,
        Err(error) => return Err(path.error(vm, error)),
    };
    let all = make::list(vm, Vec::new()).expect::<List>();
    for entry in entries.flatten() {
        let name = path.like(vm, &entry.file_name())?;
        all.push(name);
    }
    Ok(all.value())
}

/// Fields of an entry: its name, its path, what it is, its inode.
const NAME: usize = 0;
const PATH: usize = 1;
const TYPE: usize = 2;
const INODE: usize = 3;

fn scandir(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let path = folder(vm, args[0], "scandir")?;
    let entries = match std::fs::read_dir(&path.path) {
        Ok(entries) => entries,
        Err(error) => return Err(path.error(vm, error)),
    };
    let is_here = args[0].is_unbound() || args[0].is_none();
    let class = own_class(vm, Own::DirEntry).value();
    let mut all = Vec::new();
    for entry in entries.flatten() {
        let file_name = entry.file_name();
        let name = path.like(vm, &file_name)?;
        let whole = match is_here {
            true => std::path::PathBuf::from("./").join(&file_name),
            false => path.path.join(&file_name),
        };
        let whole = path.like(vm, whole.as_os_str())?;
        let kind = match entry.file_type() {
            Ok(kind) if kind.is_dir() => 1,
            Ok(kind) if kind.is_file() => 2,
            Ok(kind) if kind.is_symlink() => 3,
            _ => 0,
        };
        let inode = make::int(vm, entry.ino() as i64);
        all.push(record_of(vm, class, &[name, whole, Value::small_int(kind), inode]));
    }
    all.reverse();
    let all = make::list(vm, all);
    let class = own_class(vm, Own::ScanDir).value();
    Ok(record_of(vm, class, &[all]))
}

pub static SCAN: &[NativeDef] = &[
    method("__iter__", "($self, /)", itself),
    stepper!(step),
    method("close", "($self, /)", close),
    method("__enter__", "($self, /)", itself),
    method("__exit__", "($self, /, *args)", close),
];

fn step(_: &mut Vm, iterator: Value) -> Run<Option<Value>> {
    Ok(iterator.expect::<Record>().get(0).expect::<List>().pop())
}
fn close(_: &mut Vm, args: &[Value]) -> Run<Value> {
    args[0].expect::<Record>().get(0).expect::<List>().take_vec();
    Ok(Value::NONE)
}

fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn follows(vm: &mut Vm, value: Value) -> Run<bool> {
    match value.bound() {
        Some(value) => truth::truth(vm, value),
        None => Ok(true),
    }
}

/// Whether the entry, or what it links to, is of a kind.
fn is_kind(vm: &mut Vm, args: &[Value], wanted: FileType) -> Run<Value> {
    let follow = follows(vm, args[1])?;
    let kind = this(args).get(TYPE).int_unchecked();
    let known = match kind {
        1 => Some(FileType::Directory),
        2 => Some(FileType::RegularFile),
        3 if !follow => Some(FileType::Symlink),
        _ => None,
    };
    if let Some(known) = known {
        return Ok(Value::bool(known == wanted));
    }
    let path = path_of(vm, this(args).get(PATH), "is_dir", WITH_DESCRIPTOR)?;
    let found = match follow {
        true => rustix::fs::stat(&path.path),
        false => rustix::fs::lstat(&path.path),
    };
    Ok(Value::bool(
        found.is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == wanted),
    ))
}

fn stat(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let path = path_of(vm, this(args).get(PATH), "stat", WITH_DESCRIPTOR)?;
    let found = match follows(vm, args[1])? {
        true => rustix::fs::stat(&path.path),
        false => rustix::fs::lstat(&path.path),
    };
    match found {
        Ok(found) => status::made(vm, &found),
        Err(error) => Err(path.error(vm, error)),
    }
}

pub static ENTRY: &[NativeDef] = &[
    getter("name", |_, args| Ok(this(args).get(NAME)))
        .doc("the entry's base filename, relative to scandir() \"path\" argument"),
    getter("path", |_, args| Ok(this(args).get(PATH)))
        .doc("the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)"),
    method("is_dir", "($self, /, *, follow_symlinks=True)", |vm, args| {
        is_kind(vm, args, FileType::Directory)
    }),
    method("is_file", "($self, /, *, follow_symlinks=True)", |vm, args| {
        is_kind(vm, args, FileType::RegularFile)
    }),
    method("is_symlink", "($self, /)", |_, args| {
        Ok(Value::bool(this(args).get(TYPE) == Value::small_int(3)))
    }),
    method("is_junction", "($self, /)", |_, _| Ok(Value::FALSE)),
    method("stat", "($self, /, *, follow_symlinks=True)", stat),
    method("inode", "($self, /)", |_, args| Ok(this(args).get(INODE))),
    method("__fspath__", "($self, /)", |_, args| Ok(this(args).get(PATH))),
    method("__repr__", "($self, /)", |vm, args| {
        let name = repr::repr(vm, this(args).get(NAME))?;
        let shown = format!("<DirEntry {}>", name.expect::<Str>().lossy());
        Ok(text::new(vm, &shown))
    }),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

fn getcwd(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    match std::env::current_dir() {
        Ok(path) => path::decoded(vm, path.as_os_str()),
        Err(error) => Err(path::error(vm, error)),
    }
}
fn getcwdb(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    match std::env::current_dir() {
        Ok(path) => Ok(make::bytes(vm, path.as_os_str().as_bytes())),
        Err(error) => Err(path::error(vm, error)),
    }
}

pub static FUNCTIONS: &[NativeDef] = &[
    function("listdir", "(path=None)", listdir)
        .doc("Return a list containing the names of the files in the directory."),
    function("scandir", "(path=None)", scandir).doc("Return an iterator of DirEntry objects for given path."),
    function("getcwd", "()", getcwd).doc("Return a unicode string representing the current working directory."),
    function("getcwdb", "()", getcwdb).doc("Return a bytes string representing the current working directory."),
];
