//! `stat` and its kin.

use rustix::fs::{self, AtFlags, CWD, Stat};

use crate::api::{
    BinaryOperator, NativeDef, Run, Value, Vm, arith, convert, function, getter, make, own_class, structseq, truth,
};
use crate::stdlib::system::posix::path::{self, PLAIN, WITH_DESCRIPTOR, descriptor};

/// The nanoseconds of a hidden field, in seconds.
fn seconds<const N: usize>(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let ns = structseq::hidden::<N>(vm, args)?;
    if convert::is_int(ns) {
        return arith::binary(vm, BinaryOperator::Truediv, ns, Value::small_int(1_000_000_000));
    }
    Ok(ns)
}

pub static FIELDS: &[NativeDef] = &[
    getter("st_mode", structseq::field::<0>).doc("protection bits"),
    getter("st_ino", structseq::field::<1>).doc("inode"),
    getter("st_dev", structseq::field::<2>).doc("device"),
    getter("st_nlink", structseq::field::<3>).doc("number of hard links"),
    getter("st_uid", structseq::field::<4>).doc("user ID of owner"),
    getter("st_gid", structseq::field::<5>).doc("group ID of owner"),
    getter("st_size", structseq::field::<6>).doc("total size, in bytes"),
    getter("st_atime", seconds::<10>).doc("time of last access"),
    getter("st_mtime", seconds::<11>).doc("time of last modification"),
    getter("st_ctime", seconds::<12>).doc("time of last change"),
    getter("st_atime_ns", structseq::hidden::<10>).doc("time of last access in nanoseconds"),
    getter("st_mtime_ns", structseq::hidden::<11>).doc("time of last modification in nanoseconds"),
    getter("st_ctime_ns", structseq::hidden::<12>).doc("time of last change in nanoseconds"),
    getter("st_blksize", structseq::hidden::<13>).doc("blocksize for filesystem I/O"),
    getter("st_blocks", structseq::hidden::<14>).doc("number of blocks allocated"),
    getter("st_rdev", structseq::hidden::<15>).doc("device type (if inode device)"),
];
/// Visible fields.
pub const VISIBLE: usize = 10;

/// A `stat_result`.
pub fn made(vm: &mut Vm, stat: &Stat) -> Run<Value> {
    let times = [
        (stat.st_atime, stat.st_atime_nsec),
        (stat.st_mtime, stat.st_mtime_nsec),
        (stat.st_ctime, stat.st_ctime_nsec),
    ];
    let ns = times.map(|(s, ns)| s.saturating_mul(1_000_000_000).saturating_add(ns));
    let numbers = [
        i64::from(stat.st_mode),
        stat.st_ino as i64,
        stat.st_dev as i64,
        stat.st_nlink as i64,
        i64::from(stat.st_uid),
        i64::from(stat.st_gid),
        stat.st_size,
        times[0].0,
        times[1].0,
        times[2].0,
        ns[0],
        ns[1],
        ns[2],
        stat.st_blksize,
        stat.st_blocks,
        stat.st_rdev as i64,
    ];
    let items = numbers.map(|n| make::int(vm, n));
    let class = own_class(vm, crate::api::Own::StatResult);
    structseq::new(vm, class, &items)
}

/// Works with the file behind a descriptor, which stays open.
pub fn with_file<R>(fd: i32, work: impl FnOnce(&std::fs::File) -> std::io::Result<R>) -> std::io::Result<R> {
    let Some(file) = crate::api::system::file_of_descriptor(fd) else {
        return Err(std::io::Error::from_raw_os_error(libc::EBADF));
    };
    let result = work(&file);
    // Whoever opened it closes it.
    let _ = std::os::fd::IntoRawFd::into_raw_fd(file);
    result
}

fn stat(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let follow = match args[2].bound() {
        Some(follow) => truth::truth(vm, follow)?,
        None => true,
    };
    if convert::is_int(args[0]) {
        return fstat(vm, args);
    }
    let path = path::path(vm, args[0], "stat", WITH_DESCRIPTOR)?;
    let flags = if follow {
        AtFlags::empty()
    } else {
        AtFlags::SYMLINK_NOFOLLOW
    };
    match fs::statat(CWD, &path.path, flags) {
        Ok(stat) => made(vm, &stat),
        Err(error) => Err(path.error(vm, error)),
    }
}
fn lstat(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let path = path::path(vm, args[0], "lstat", PLAIN)?;
    match fs::lstat(&path.path) {
        Ok(stat) => made(vm, &stat),
        Err(error) => Err(path.error(vm, error)),
    }
}
fn fstat(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let fd = descriptor(vm, args[0])?;
    match with_file(fd, |file| fs::fstat(file).map_err(Into::into)) {
        Ok(stat) => made(vm, &stat),
        Err(error) => Err(path::error(vm, error)),
    }
}

pub static FUNCTIONS: &[NativeDef] = &[
    function("stat", "(path, *, dir_fd=None, follow_symlinks=True)", stat)
        .doc("Perform a stat system call on the given path."),
    function("lstat", "(path, *, dir_fd=None)", lstat)
        .doc("Perform a stat system call on the given path, without following symbolic links."),
    function("fstat", "(fd)", fstat).doc("Perform a stat system call on the given file descriptor."),
];
