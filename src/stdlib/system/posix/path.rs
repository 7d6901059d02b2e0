//! Paths and errors between Python and the system.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::PathBuf;

use crate::api::{Bytes, Raised, Run, Str, Value, Vm, call, class, codec, convert, os_error, raise, text};

/// A path as Python gave it.
pub struct Path {
    /// For messages: str or bytes, or what had `__fspath__`.
    pub shown: Value,
    pub path: PathBuf,
    pub is_bytes: bool,
}

impl Path {
    /// A name or path of the system, as an object of the kind that this path was.
    pub fn like(&self, vm: &mut Vm, name: &OsStr) -> Run<Value> {
        if self.is_bytes {
            return Ok(crate::api::make::bytes(vm, name.as_bytes()));
        }
        decoded(vm, name)
    }
    /// The error of a call with this path.
    pub fn error(&self, vm: &mut Vm, error: impl Into<std::io::Error>) -> Raised {
        os_error::raise_io(vm, &error.into(), self.shown)
    }
}

/// Text of the system as a str.
pub fn decoded(vm: &mut Vm, name: &OsStr) -> Run<Value> {
    if let Some(name) = name.to_str() {
        return Ok(text::new(vm, name));
    }
    let object = crate::api::make::bytes(vm, name.as_bytes());
    codec::decode(vm, name.as_bytes(), object, "utf-8", "surrogateescape")
}

/// `os.fspath(value)`
pub fn fspath(vm: &mut Vm, value: Value) -> Run<Option<Value>> {
    if value.is::<Str>() || value.is::<Bytes>() {
        return Ok(Some(value));
    }
    let name = text::intern(vm, "__fspath__");
    let Some(path) = call::method_of_class(vm, value, name, &[]) else {
        return Ok(None);
    };
    let path = path?;
    if path.is::<Str>() || path.is::<Bytes>() {
        return Ok(Some(path));
    }
    let (of, got) = (class::name_of(vm, value), class::name_of(vm, path));
    let message = format!("expected {of}.__fspath__() to return str or bytes, not {got}");
    Err(raise::type_error(vm, message))
}

/// The bytes of a str or bytes for the system.
pub fn encoded(vm: &mut Vm, value: Value) -> Run<Vec<u8>> {
    match value.cast::<Str>() {
        Some(string) if string.as_str().is_some() => Ok(string.bytes().to_vec()),
        Some(string) => codec::encode(vm, string, "utf-8", "surrogateescape"),
        None => Ok(value.expect::<Bytes>().data().to_vec()),
    }
}

/// A path argument of `function`; `kinds` says in the message what else it may be.
pub fn path(vm: &mut Vm, value: Value, function: &str, kinds: &str) -> Run<Path> {
    let Some(shown) = fspath(vm, value)? else {
        let got = class::name_of(vm, value);
        let message = format!("{function}: path should be string, bytes{kinds}, not {got}");
        return Err(raise::type_error(vm, message));
    };
    let bytes = encoded(vm, shown)?;
    if bytes.contains(&0) {
        return Err(raise::value_error(
            vm,
            format!("{function}: embedded null character in path"),
        ));
    }
    Ok(Path {
        shown,
        path: PathBuf::from(OsString::from_vec(bytes)),
        is_bytes: shown.is::<Bytes>(),
    })
}

/// What most functions take.
pub const PLAIN: &str = " or os.PathLike";
pub const WITH_DESCRIPTOR: &str = ", os.PathLike or integer";

/// A descriptor argument.
pub fn descriptor(vm: &mut Vm, value: Value) -> Run<i32> {
    if let Some(fd) = value.as_int() {
        return Ok(fd as i32);
    }
    if convert::is_int(value) {
        return convert::c_int(vm, value);
    }
    let name = text::intern(vm, "fileno");
    if let Some(method) = crate::api::attribute::find(vm, value, name)? {
        let fd = call::call(vm, method, &[])?;
        return convert::c_int(vm, fd);
    }
    Err(raise::type_error(
        vm,
        "argument must be an int, or have a fileno() method.",
    ))
}

/// The error of a call without a path.
pub fn error(vm: &mut Vm, error: impl Into<std::io::Error>) -> Raised {
    os_error::raise_io(vm, &error.into(), Value::UNBOUND)
}
