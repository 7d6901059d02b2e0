//! Functions of descriptors: `open`, `read`, `write` …

use std::io::{Read, Seek, SeekFrom, Write};
use std::os::fd::IntoRawFd;

use rustix::fs::{Mode, OFlags};

use crate::api::{NativeDef, Run, Value, Vm, buffer, class, convert, function, make, raise};
use crate::stdlib::system::posix::path::{self, PLAIN, descriptor, error};
use crate::stdlib::system::posix::status::with_file;

fn open(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let path = path::path(vm, args[0], "open", PLAIN)?;
    let flags = OFlags::from_bits_retain(convert::c_int(vm, args[1])? as u32) | OFlags::CLOEXEC;
    let mode = match args[2].bound() {
        Some(mode) => convert::c_int(vm, mode)? as u32,
        None => 0o777,
    };
    match rustix::fs::open(&path.path, flags, Mode::from_raw_mode(mode)) {
        Ok(fd) => Ok(Value::small_int(i64::from(fd.into_raw_fd()))),
        Err(error) => Err(path.error(vm, error)),
    }
}

fn close(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let fd = descriptor(vm, args[0])?;
    match crate::api::system::file_of_descriptor(fd) {
        Some(file) => drop(file),
        None => return Err(error(vm, std::io::Error::from_raw_os_error(libc::EBADF))),
    }
    Ok(Value::NONE)
}

fn closerange(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (low, high) = (convert::c_int(vm, args[0])?, convert::c_int(vm, args[1])?);
    for fd in low..high {
        drop(crate::api::system::file_of_descriptor(fd));
    }
    Ok(Value::NONE)
}

fn read(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let fd = descriptor(vm, args[0])?;
    let n = convert::size(vm, args[1])?;
    if n < 0 {
        return Err(error(vm, std::io::Error::from_raw_os_error(libc::EINVAL)));
    }
    let data = read_up_to(vm, fd, n as usize)?;
    Ok(make::bytes(vm, data))
}

fn read_up_to(vm: &mut Vm, fd: i32, most: usize) -> Run<Vec<u8>> {
    // As much as the system reads at once.
    let room = most.min(0x7FFF_F000);
    raise::room_for(vm, room, 2)?;
    let result = with_file(fd, |mut file| {
        let mut data = vec![0; room];
        let got = file.read(&mut data)?;
        data.truncate(got);
        Ok(data)
    });
    result.map_err(|raised| error(vm, raised))
}

fn read_into(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let fd = convert::c_int(vm, args[0])?;
    let Some(target) = buffer::writable_view(args[1]) else {
        let got = class::name_of_argument(vm, args[1]);
        let text = format!("readinto() argument 2 must be read-write bytes-like object, not {got}");
        return Err(raise::type_error(vm, text));
    };
    let data = read_up_to(vm, fd, target.length())?;
    target.fill_at(0, &data);
    Ok(make::size(vm, data.len()))
}

fn write(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let fd = descriptor(vm, args[0])?;
    let result = buffer::require(vm, args[1], |data| with_file(fd, |mut file| file.write(data)))?;
    match result {
        Ok(n) => Ok(make::size(vm, n)),
        Err(raised) => Err(error(vm, raised)),
    }
}

fn lseek(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let fd = descriptor(vm, args[0])?;
    let offset = convert::size(vm, args[1])?;
    let to = match convert::c_int(vm, args[2])? {
        0 => SeekFrom::Start(offset.max(0) as u64),
        1 => SeekFrom::Current(offset),
        2 => SeekFrom::End(offset),
        _ => return Err(error(vm, std::io::Error::from_raw_os_error(libc::EINVAL))),
    };
    match with_file(fd, |mut file| file.seek(to)) {
        Ok(at) => Ok(make::size(vm, at as usize)),
        Err(raised) => Err(error(vm, raised)),
    }
}

/// A function of one descriptor.
fn one(vm: &mut Vm, args: &[Value], work: impl FnOnce(&std::fs::File) -> std::io::Result<()>) -> Run<Value> {
    let fd = descriptor(vm, args[0])?;
    match with_file(fd, work) {
        Ok(()) => Ok(Value::NONE),
        Err(raised) => Err(error(vm, raised)),
    }
}

fn isatty(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let fd = descriptor(vm, args[0])?;
    let is = with_file(fd, |file| Ok(rustix::termios::isatty(file)));
    Ok(Value::bool(is.unwrap_or(false)))
}

fn dup(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let fd = descriptor(vm, args[0])?;
    match with_file(fd, |file| Ok(file.try_clone()?.into_raw_fd())) {
        Ok(fd) => Ok(Value::small_int(i64::from(fd))),
        Err(raised) => Err(error(vm, raised)),
    }
}

fn pipe(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    match rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC) {
        Ok((from, to)) => {
            let ends = [from, to].map(|fd| Value::small_int(i64::from(fd.into_raw_fd())));
            Ok(make::tuple(vm, &ends))
        }
        Err(raised) => Err(error(vm, raised)),
    }
}

fn ftruncate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let length = convert::size(vm, args[1])?.max(0) as u64;
    one(vm, args, |file| file.set_len(length))
}

fn terminal_size(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let fd = match args[0].bound() {
        Some(fd) => descriptor(vm, fd)?,
        None => 1,
    };
    let size = with_file(fd, |file| Ok(rustix::termios::tcgetwinsize(file)?));
    match size {
        Ok(size) => {
            let class = crate::api::own_class(vm, crate::api::Own::TerminalSize);
            let items = [size.ws_col, size.ws_row].map(|n| Value::small_int(i64::from(n)));
            crate::api::structseq::new(vm, class, &items)
        }
        Err(raised) => Err(error(vm, raised)),
    }
}

fn urandom(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::size(vm, args[0])?;
    if n < 0 {
        return Err(raise::value_error(vm, "negative argument not allowed"));
    }
    raise::room(vm, n as usize)?;
    let mut data = vec![0; n as usize];
    let mut filled = 0;
    while filled < data.len() {
        match rustix::rand::getrandom(&mut data[filled..], rustix::rand::GetRandomFlags::empty()) {
            Ok(got) => filled += got,
            Err(raised) => return Err(error(vm, raised)),
        }
    }
    Ok(make::bytes(vm, data))
}

pub static FUNCTIONS: &[NativeDef] = &[
    function("open", "(path, flags, mode=511, *, dir_fd=None)", open)
        .doc("Open a file for low level IO.  Returns a file descriptor (integer)."),
    function("close", "(fd)", close).doc("Close a file descriptor."),
    function("closerange", "(fd_low, fd_high, /)", closerange),
    function("read", "(fd, length, /)", read).doc("Read from a file descriptor.  Returns a bytes object."),
    function("readinto", "(fd, buffer, /)", read_into).doc("Read into a buffer object from a file descriptor."),
    function("write", "(fd, data, /)", write).doc("Write a bytes object to a file descriptor."),
    function("lseek", "(fd, position, whence, /)", lseek)
        .doc("Set the position of a file descriptor.  Return the new position."),
    function("isatty", "(fd, /)", isatty).doc("Return True if the fd is connected to a terminal."),
    function("dup", "(fd, /)", dup).doc("Return a duplicate of a file descriptor."),
    function("pipe", "()", pipe).doc("Create a pipe."),
    function("ftruncate", "(fd, length, /)", ftruncate)
        .doc("Truncate a file, specified by file descriptor, to a specific length."),
    function("fsync", "(fd)", |vm, args| one(vm, args, |file| file.sync_all())).doc("Force write of fd to disk."),
    function("fdatasync", "(fd)", |vm, args| one(vm, args, |file| file.sync_data())),
    function("get_terminal_size", "(fd=<unrepresentable>, /)", terminal_size)
        .doc("Return the size of the terminal window as (columns, lines)."),
    function("get_inheritable", "(fd, /)", |_, _| Ok(Value::FALSE)),
    function("set_inheritable", "(fd, inheritable, /)", |_, _| Ok(Value::NONE)),
    function("urandom", "(size, /)", urandom)
        .doc("Return a bytes object containing random bytes suitable for cryptographic use."),
];
