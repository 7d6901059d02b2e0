//! `open`, and the three standard streams.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::os::unix::ffi::OsStrExt;

use crate::builtins::io::binary::{self, BINARY};
use crate::builtins::io::channel::{self, Shared, Standard};
use crate::builtins::io::text::{self as text_file, Newline, TEXT, Text};
use crate::heap::value::Value;
use crate::interp::host::system;
use crate::interp::safepoint;
use crate::object::text::bytes::Bytes;
use crate::object::text::string::Str;
use crate::ops::relation::truth;
use crate::ops::render::codec;
use crate::ops::{call, class, convert, raise, text};
use crate::types::error::os;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, function};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static OPEN: NativeDef = function(
    "open",
    "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    open,
);

/// The classes of files with their methods.
pub static TABLES: &[(ClassId, &[NativeDef])] = &[
    (ClassId::File, TEXT),
    (ClassId::BufferedReader, BINARY),
    (ClassId::BufferedWriter, BINARY),
    (ClassId::BufferedRandom, BINARY),
    (ClassId::FileIo, BINARY),
];

/// What a mode string says.
#[derive(Default)]
struct Mode {
    reading: bool,
    writing: bool,
    creating: bool,
    appending: bool,
    updating: bool,
    binary: bool,
}

fn parse_mode(vm: &mut Vm, shown: &str) -> Run<Mode> {
    let mut mode = Mode::default();
    let mut text = false;
    for c in shown.chars() {
        let bit = match c {
            'r' => &mut mode.reading,
            'w' => &mut mode.writing,
            'x' => &mut mode.creating,
            'a' => &mut mode.appending,
            '+' => &mut mode.updating,
            'b' => &mut mode.binary,
            't' => &mut text,
            _ => return Err(raise::value_error(vm, format!("invalid mode: '{shown}'"))),
        };
        if std::mem::replace(bit, true) {
            return Err(raise::value_error(vm, format!("invalid mode: '{shown}'")));
        }
    }
    if text && mode.binary {
        return Err(raise::value_error(vm, "can't have text and binary mode at once"));
    }
    let kinds = [mode.reading, mode.writing, mode.creating, mode.appending];
    match kinds.iter().filter(|&&kind| kind).count() {
        1 => Ok(mode),
        0 => Err(raise::value_error(
            vm,
            "Must have exactly one of create/read/write/append mode and at most one plus",
        )),
        _ => Err(raise::value_error(
            vm,
            "must have exactly one of create/read/write/append mode",
        )),
    }
}

/// An optional str argument.
fn optional(vm: &mut Vm, value: Value, name: &str) -> Run<Option<String>> {
    if value.is_unbound() || value.is_none() {
        return Ok(None);
    }
    match value.cast::<Str>() {
        Some(string) => Ok(Some(string.lossy().into_owned())),
        None => {
            let got = class::name_of(vm, value);
            let or_none = if name == "mode" { "" } else { " or None" };
            let message = format!("open() argument '{name}' must be str{or_none}, not {got}");
            Err(raise::type_error(vm, message))
        }
    }
}

/// `os.fspath(value)`
fn path_of(vm: &mut Vm, value: Value) -> Run<Value> {
    if value.is::<Str>() || value.is::<Bytes>() {
        return Ok(value);
    }
    let name = text::intern(vm, "__fspath__");
    if let Some(path) = call::method_of_class(vm, value, name, &[]) {
        let path = path?;
        if path.is::<Str>() || path.is::<Bytes>() {
            return Ok(path);
        }
        let (of, got) = (class::name_of(vm, value), class::name_of(vm, path));
        let message = format!("expected {of}.__fspath__() to return str or bytes, not {got}");
        return Err(raise::type_error(vm, message));
    }
    let got = class::name_of(vm, value);
    let message = format!("expected str, bytes or os.PathLike object, not {got}");
    Err(raise::type_error(vm, message))
}

/// Opens a file by its path.
fn open_path(vm: &mut Vm, path: Value, mode: &Mode) -> Run<File> {
    let bytes = match path.cast::<Str>() {
        Some(string) => codec::encode(vm, string, "utf-8", "surrogateescape")?,
        None => path.expect::<Bytes>().data().to_vec(),
    };
    if bytes.contains(&0) {
        return Err(raise::value_error(vm, "embedded null byte"));
    }
    let mut options = File::options();
    options
        .read(mode.reading || mode.updating)
        .write(mode.writing || mode.creating || (mode.updating && !mode.appending))
        .append(mode.appending)
        .truncate(mode.writing)
        .create(mode.writing || mode.appending)
        .create_new(mode.creating);
    let mut opened = options.open(OsStr::from_bytes(&bytes));
    if opened
        .as_ref()
        .is_err_and(|error| error.raw_os_error() == Some(libc::EMFILE))
    {
        // Files that nobody refers to any more are closed when they are collected.
        safepoint::collect_all(vm);
        opened = options.open(OsStr::from_bytes(&bytes));
    }
    let file = match opened {
        Ok(file) => file,
        Err(error) => return Err(os::raise_io(vm, &error, path)),
    };
    if file.metadata().is_ok_and(|data| data.is_dir()) {
        return Err(os::raise_errno(vm, libc::EISDIR, path));
    }
    Ok(file)
}

/// Opens a file by the argument `opener`.
fn by_opener(vm: &mut Vm, opener: Value, path: Value, mode: &Mode) -> Run<File> {
    let mut flags = match (mode.reading, mode.updating) {
        (_, true) => libc::O_RDWR,
        (true, false) => libc::O_RDONLY,
        (false, false) => libc::O_WRONLY,
    };
    for (is, flag) in [
        (mode.writing, libc::O_CREAT | libc::O_TRUNC),
        (mode.creating, libc::O_CREAT | libc::O_EXCL),
        (mode.appending, libc::O_CREAT | libc::O_APPEND),
    ] {
        flags |= if is { flag } else { 0 };
    }
    let flags = Value::small_int(i64::from(flags | libc::O_CLOEXEC));
    let descriptor = call::call(vm, opener, &[path, flags])?;
    let Some(number) = descriptor.as_int() else {
        return Err(raise::type_error(vm, "expected integer from opener"));
    };
    if number < 0 {
        return Err(raise::value_error(vm, format!("opener returned {number}")));
    }
    match system::file_of_descriptor(number as i32) {
        Some(file) => Ok(file),
        None => Err(os::raise_errno(vm, libc::EBADF, path)),
    }
}

/// The channel that the arguments of `open` ask for.
fn channel_for(vm: &mut Vm, args: &[Value], mode: &Mode) -> Run<Shared> {
    let readable = mode.reading || mode.updating;
    let writable = !mode.reading || mode.updating;
    let owns = match args[6].bound() {
        Some(owns) => truth::truth(vm, owns)?,
        None => true,
    };
    let mut file = if args[0].is_int() || args[0].is_bool() {
        let descriptor = convert::c_int(vm, args[0])?;
        if descriptor < 0 {
            return Err(raise::value_error(vm, "negative file descriptor"));
        }
        match system::file_of_descriptor(descriptor) {
            Some(file) => file,
            None => return Err(os::raise_errno(vm, libc::EBADF, args[0])),
        }
    } else {
        if !owns {
            return Err(raise::value_error(vm, "Cannot use closefd=False with file name"));
        }
        let path = path_of(vm, args[0])?;
        match args[7].bound().filter(|opener| !opener.is_none()) {
            Some(opener) => by_opener(vm, opener, path, mode)?,
            None => open_path(vm, path, mode)?,
        }
    };
    if mode.appending {
        // A pipe has no end to go to.
        let _ = file.seek(SeekFrom::End(0));
    }
    Ok(channel::on_file(file, readable, writable, owns))
}

fn open(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !(args[0].is::<Str>() || args[0].is::<Bytes>() || args[0].is_int() || args[0].is_bool()) {
        path_of(vm, args[0])?;
    }
    let shown = optional(vm, args[1], "mode")?.unwrap_or_else(|| "r".to_string());
    let buffering = match args[2].bound() {
        Some(buffering) => convert::size(vm, buffering)?,
        None => -1,
    };
    let encoding = optional(vm, args[3], "encoding")?;
    let errors = optional(vm, args[4], "errors")?;
    let mode = parse_mode(vm, &shown)?;
    if mode.binary {
        for (given, name) in [
            (encoding.is_some(), "encoding"),
            (errors.is_some(), "errors"),
            (args[5].is_bound() && !args[5].is_none(), "newline"),
        ] {
            if given {
                let a = if name == "newline" { "a" } else { "an" };
                return Err(raise::value_error(
                    vm,
                    format!("binary mode doesn't take {a} {name} argument"),
                ));
            }
        }
    } else if buffering == 0 {
        return Err(raise::value_error(vm, "can't have unbuffered text I/O"));
    }
    let encoding = encoding.filter(|name| name != "locale");
    if let Some(name) = &encoding {
        codec::known(vm, name)?;
    }
    let channel = channel_for(vm, args, &mode)?;
    let buffer = below(vm, &channel, args[0], &mode, buffering == 0);
    if mode.binary {
        return Ok(buffer);
    }
    let newline = text_file::newline_of(vm, args[5])?;
    let line_buffering = buffering == 1 || channel.borrow_mut().is_terminal();
    let encoding = encoding.unwrap_or_else(|| "UTF-8".to_string());
    let payload = Text {
        channel,
        name: args[0],
        buffer,
        mode: shown,
        is_utf8: text_file::is_utf8(&encoding),
        encoding,
        errors: errors.unwrap_or_else(|| "strict".to_string()),
        newline,
        line_buffering,
        started: mode.appending,
    };
    Ok(text_file::make(vm, payload))
}

/// The binary object of a channel.
fn below(vm: &mut Vm, channel: &Shared, name: Value, mode: &Mode, unbuffered: bool) -> Value {
    let shown = match (mode.updating, mode.reading, mode.appending, mode.creating) {
        (true, _, false, false) => "rb+",
        (true, _, true, _) => "ab+",
        (true, _, _, true) => "xb+",
        (false, true, ..) => "rb",
        (false, _, true, _) => "ab",
        (false, _, _, true) => "xb",
        _ => "wb",
    };
    let class = match (unbuffered, mode.updating, mode.reading) {
        (true, ..) => ClassId::FileIo,
        (false, true, _) => ClassId::BufferedRandom,
        (false, false, true) => ClassId::BufferedReader,
        _ => ClassId::BufferedWriter,
    };
    channel.borrow_mut().unbuffered = unbuffered;
    binary::make(vm, class, channel.clone(), name, shown)
}

/// `sys.stdin`, `sys.stdout` or `sys.stderr`.
pub fn standard(vm: &mut Vm, which: Standard) -> Value {
    let (name, mode, class, errors, raw) = match which {
        Standard::In => ("<stdin>", "r", ClassId::BufferedReader, "strict", "rb"),
        Standard::Out => ("<stdout>", "w", ClassId::BufferedWriter, "strict", "wb"),
        Standard::Err => ("<stderr>", "w", ClassId::BufferedWriter, "backslashreplace", "wb"),
    };
    let channel = channel::on_standard(which);
    let name = text::new(vm, name);
    let buffer = binary::make(vm, class, channel.clone(), name, raw);
    let line_buffering = match which {
        Standard::Err => true,
        _ => channel.borrow_mut().is_terminal(),
    };
    let payload = Text {
        channel,
        name,
        buffer,
        mode: mode.to_string(),
        encoding: "utf-8".to_string(),
        errors: errors.to_string(),
        newline: if which == Standard::In {
            Newline::Universal
        } else {
            Newline::Lf
        },
        line_buffering,
        is_utf8: true,
        started: true,
    };
    text_file::make(vm, payload)
}
