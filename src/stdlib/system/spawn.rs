//! `_posixsubprocess`: starting programs for Lib's `subprocess`.

use std::ffi::OsStr;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use crate::api::{self, NativeDef, Run, Value, Vm, convert, function, iterate, raise};
use crate::stdlib::system::posix::path::{encoded, fspath};
use crate::stdlib::system::posix::status::with_file;

/// Places of the arguments of `fork_exec`.
const ARGS: usize = 0;
const EXECUTABLES: usize = 1;
const CWD: usize = 4;
const ENV: usize = 5;
const STDIN: usize = 6;
const STDOUT: usize = 9;
const STDERR: usize = 11;
const ERROR_PIPE: usize = 13;
const NEW_SESSION: usize = 15;
const GROUP: usize = 16;
const PREEXEC: usize = 21;

static FUNCTIONS: &[NativeDef] = &[function("fork_exec", "(*args)", fork_exec)];

fn bytes(vm: &mut Vm, value: Value) -> Run<Vec<u8>> {
    match fspath(vm, value)? {
        Some(value) => encoded(vm, value),
        None => Err(raise::type_error(vm, "expected str, bytes or os.PathLike object")),
    }
}

fn all_bytes(vm: &mut Vm, value: Value) -> Run<Vec<Vec<u8>>> {
    let list = iterate::to_list(vm, value)?;
    let (mut all, mut i) = (Vec::new(), 0);
    while let Some(item) = list.get(i) {
        all.push(bytes(vm, item)?);
        i += 1;
    }
    Ok(all)
}

/// A stream of the new process: a copy of a descriptor, or ours.
fn stream(vm: &mut Vm, value: Value) -> Run<Stdio> {
    let fd = convert::c_int(vm, value)?;
    if fd < 0 {
        return Ok(Stdio::inherit());
    }
    match with_file(fd, std::fs::File::try_clone) {
        Ok(file) => Ok(Stdio::from(file)),
        Err(failure) => Err(api::os_error::raise_io(vm, &failure, Value::UNBOUND)),
    }
}

fn fork_exec(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args.len() <= PREEXEC {
        return Err(raise::type_error(vm, "fork_exec() takes 22 arguments"));
    }
    if !args[PREEXEC].is_none() {
        return Err(raise::runtime_error(vm, "preexec_fn is not supported"));
    }
    let (words, executables) = (all_bytes(vm, args[ARGS])?, all_bytes(vm, args[EXECUTABLES])?);
    let cwd = match args[CWD] {
        Value::NONE => None,
        cwd => Some(bytes(vm, cwd)?),
    };
    let environment = match args[ENV] {
        Value::NONE => None,
        list => Some(all_bytes(vm, list)?),
    };
    let new_group = convert::c_int(vm, args[GROUP])?;
    let new_session = api::truth::truth(vm, args[NEW_SESSION])?;
    let mut failure = std::io::Error::from_raw_os_error(libc::ENOENT);
    for executable in &executables {
        let mut command = Command::new(OsStr::from_bytes(executable));
        if let Some((first, rest)) = words.split_first() {
            command.arg0(OsStr::from_bytes(first));
            command.args(rest.iter().map(|word| OsStr::from_bytes(word)));
        }
        if let Some(cwd) = &cwd {
            command.current_dir(OsStr::from_bytes(cwd));
        }
        if let Some(environment) = &environment {
            command.env_clear();
            for entry in environment {
                let equals = entry.iter().position(|&byte| byte == b'=').unwrap_or(entry.len());
                let (name, value) = (&entry[..equals], entry.get(equals + 1..).unwrap_or_default());
                command.env(OsStr::from_bytes(name), OsStr::from_bytes(value));
            }
        }
        if new_session || new_group >= 0 {
            command.process_group(new_group.max(0));
        }
        command.stdin(stream(vm, args[STDIN])?);
        command.stdout(stream(vm, args[STDOUT])?);
        command.stderr(stream(vm, args[STDERR])?);
        match command.spawn() {
            Ok(child) => return Ok(Value::small_int(i64::from(child.id()))),
            Err(error) if matches!(error.raw_os_error(), Some(libc::ENOENT | libc::ENOTDIR)) => failure = error,
            Err(error) => {
                failure = error;
                break;
            }
        }
    }
    // `subprocess` reads from the pipe what went wrong, as if a child had written it. A child that ends at once stands for ours.
    let errno = failure.raw_os_error().unwrap_or(libc::EIO);
    let text = format!("OSError:{errno:X}:");
    let fd = convert::c_int(vm, args[ERROR_PIPE])?;
    let _ = with_file(fd, |mut pipe| pipe.write_all(text.as_bytes()));
    match Command::new("/bin/true").spawn() {
        Ok(child) => Ok(Value::small_int(i64::from(child.id()))),
        Err(failure) => Err(api::os_error::raise_io(vm, &failure, Value::UNBOUND)),
    }
}

pub fn make(vm: &mut Vm) -> Run<Value> {
    Ok(api::module(
        vm,
        "_posixsubprocess",
        "A POSIX helper for the subprocess module.",
        FUNCTIONS,
    ))
}
