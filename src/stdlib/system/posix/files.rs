//! Making, moving, removing, asking about files by path.

use rustix::fs::{self, Access, AtFlags, CWD, Gid, Mode, Timespec, Timestamps, Uid};

use crate::api::{NativeDef, Run, Tuple, Value, Vm, convert, function, make, raise, truth, tuple};
use crate::stdlib::system::posix::path::{self, PLAIN, WITH_DESCRIPTOR, path as path_of};

/// A function of one path.
fn one(
    vm: &mut Vm,
    value: Value,
    name: &str,
    work: impl FnOnce(&std::path::Path) -> std::io::Result<()>,
) -> Run<Value> {
    let path = path_of(vm, value, name, PLAIN)?;
    match work(&path.path) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(path.error(vm, error)),
    }
}

/// A function of two paths.
fn two(
    vm: &mut Vm,
    args: &[Value],
    name: &str,
    work: impl FnOnce(&std::path::Path, &std::path::Path) -> std::io::Result<()>,
) -> Run<Value> {
    let from = path_of(vm, args[0], name, PLAIN)?;
    let to = path_of(vm, args[1], name, PLAIN)?;
    match work(&from.path, &to.path) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => {
            // Both names are told.
            let Some(errno) = error.raw_os_error() else {
                return Err(from.error(vm, error));
            };
            let message = crate::api::text::new(vm, &crate::api::os_error::strerror(errno));
            let class = vm.class(crate::api::ClassId::OSError);
            let parts = [
                Value::small_int(i64::from(errno)),
                message,
                from.shown,
                Value::NONE,
                to.shown,
            ];
            let exception = crate::api::call::call(vm, class, &parts)?;
            Err(raise::value(vm, exception))
        }
    }
}

fn mode(vm: &mut Vm, value: Value, default: u32) -> Run<Mode> {
    let bits = match value.bound() {
        Some(value) => convert::c_int(vm, value)? as u32,
        None => default,
    };
    Ok(Mode::from_raw_mode(bits))
}

fn mkdir(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mode = mode(vm, args[1], 0o777)?;
    one(vm, args[0], "mkdir", |path| Ok(fs::mkdir(path, mode)?))
}
fn chmod(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mode = mode(vm, args[1], 0)?;
    one(vm, args[0], "chmod", |path| Ok(fs::chmod(path, mode)?))
}
fn chown(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (user, group) = (convert::c_int(vm, args[1])?, convert::c_int(vm, args[2])?);
    let user = (user >= 0).then(|| Uid::from_raw(user as u32));
    let group = (group >= 0).then(|| Gid::from_raw(group as u32));
    one(vm, args[0], "chown", |path| Ok(fs::chown(path, user, group)?))
}
fn access(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let path = path_of(vm, args[0], "access", PLAIN)?;
    let wanted = Access::from_bits_truncate(convert::c_int(vm, args[1])?);
    Ok(Value::bool(fs::access(&path.path, wanted).is_ok()))
}
fn truncate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let length = convert::size(vm, args[1])?.max(0) as u64;
    one(vm, args[0], "truncate", |path| {
        std::fs::File::options().write(true).open(path)?.set_len(length)
    })
}
fn readlink(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let path = path_of(vm, args[0], "readlink", PLAIN)?;
    match std::fs::read_link(&path.path) {
        Ok(target) => path.like(vm, target.as_os_str()),
        Err(error) => Err(path.error(vm, error)),
    }
}

/// A time in nanoseconds.
fn timespec(ns: i128) -> Timespec {
    Timespec {
        tv_sec: ns.div_euclid(1_000_000_000) as i64,
        tv_nsec: ns.rem_euclid(1_000_000_000) as _,
    }
}

fn utime(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let path = path_of(vm, args[0], "utime", WITH_DESCRIPTOR)?;
    let pair = |value: Value| value.cast::<Tuple>().map(tuple::items).filter(|items| items.len() == 2);
    let now = Timespec {
        tv_sec: 0,
        tv_nsec: libc::UTIME_NOW as _,
    };
    let mut times = [now, now];
    if let Some(items) = args[2].bound().and_then(pair) {
        for (time, &ns) in times.iter_mut().zip(items) {
            *time = timespec(i128::from(convert::size(vm, ns)?));
        }
    } else if let Some(items) = args[1].bound().and_then(pair) {
        for (time, &seconds) in times.iter_mut().zip(items) {
            let seconds = convert::to_f64(vm, seconds)?;
            *time = timespec((seconds * 1e9).floor() as i128);
        }
    } else if args[1].bound().is_some_and(|times| !times.is_none()) {
        return Err(raise::type_error(
            vm,
            "utime: 'times' must be either a tuple of two ints or None",
        ));
    }
    let follow = match args[4].bound() {
        Some(follow) => truth::truth(vm, follow)?,
        None => true,
    };
    let flags = if follow {
        AtFlags::empty()
    } else {
        AtFlags::SYMLINK_NOFOLLOW
    };
    let times = Timestamps {
        last_access: times[0],
        last_modification: times[1],
    };
    match fs::utimensat(CWD, &path.path, &times, flags) {
        Ok(()) => Ok(Value::NONE),
        Err(error) => Err(path.error(vm, error)),
    }
}

fn fspath(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match path::fspath(vm, args[0])? {
        Some(path) => Ok(path),
        None => {
            let got = crate::api::class::name_of(vm, args[0]);
            let text = format!("expected str, bytes or os.PathLike object, not {got}");
            Err(raise::type_error(vm, text))
        }
    }
}

fn statvfs(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let path = path_of(vm, args[0], "statvfs", WITH_DESCRIPTOR)?;
    match fs::statvfs(&path.path) {
        Ok(stat) => {
            let numbers = [
                stat.f_bsize,
                stat.f_frsize,
                stat.f_blocks,
                stat.f_bfree,
                stat.f_bavail,
                stat.f_files,
                stat.f_ffree,
                stat.f_favail,
                stat.f_flag.bits(),
                stat.f_namemax,
            ];
            let items = numbers.map(|n| make::int(vm, n as i64));
            Ok(make::tuple(vm, &items))
        }
        Err(error) => Err(path.error(vm, error)),
    }
}

pub static FUNCTIONS: &[NativeDef] = &[
    function("mkdir", "(path, mode=511, *, dir_fd=None)", mkdir).doc("Create a directory."),
    function("rmdir", "(path, *, dir_fd=None)", |vm, args| {
        one(vm, args[0], "rmdir", |path| std::fs::remove_dir(path))
    })
    .doc("Remove a directory."),
    function("unlink", "(path, *, dir_fd=None)", |vm, args| {
        one(vm, args[0], "unlink", |path| Ok(fs::unlink(path)?))
    })
    .doc("Remove a file (same as remove())."),
    function("remove", "(path, *, dir_fd=None)", |vm, args| {
        one(vm, args[0], "remove", |path| Ok(fs::unlink(path)?))
    })
    .doc("Remove a file (same as unlink())."),
    function(
        "rename",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        |vm, args| two(vm, args, "rename", |from, to| Ok(fs::rename(from, to)?)),
    )
    .doc("Rename a file or directory."),
    function(
        "replace",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        |vm, args| two(vm, args, "replace", |from, to| Ok(fs::rename(from, to)?)),
    )
    .doc("Rename a file or directory, overwriting the destination."),
    function(
        "link",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
        |vm, args| two(vm, args, "link", |from, to| std::fs::hard_link(from, to)),
    )
    .doc("Create a hard link to a file."),
    function(
        "symlink",
        "(src, dst, target_is_directory=False, *, dir_fd=None)",
        |vm, args| two(vm, args, "symlink", |from, to| std::os::unix::fs::symlink(from, to)),
    )
    .doc("Create a symbolic link pointing to src named dst."),
    function("readlink", "(path, *, dir_fd=None)", readlink)
        .doc("Return a string representing the path to which the symbolic link points."),
    function("chmod", "(path, mode, *, dir_fd=None, follow_symlinks=True)", chmod)
        .doc("Change the access permissions of a file."),
    function("chown", "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", chown)
        .doc("Change the owner and group id of path to the numeric uid and gid."),
    function(
        "access",
        "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
        access,
    )
    .doc("Use the real uid/gid to test for access to a path."),
    function("truncate", "(path, length)", truncate).doc("Truncate a file, specified by path, to a specific length."),
    function(
        "utime",
        "(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)",
        utime,
    )
    .doc("Set the access and modified time of path."),
    function("fspath", "(path)", fspath).doc("Return the file system path representation of the object."),
    function("statvfs", "(path)", statvfs).doc("Perform a statvfs system call on the given path."),
    function("chdir", "(path)", |vm, args| {
        one(vm, args[0], "chdir", |path| std::env::set_current_dir(path))
    })
    .doc("Change the current working directory to the specified path."),
];
