//! Text files: `TextIOWrapper`.

use crate::builtins::io::channel::Shared;
use crate::builtins::io::support::{closed, fill, lift, size, truncate_to, unsupported};
use crate::heap::mark::Tracer;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::list::List;
use crate::object::record::{Opaque, Payload};
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::relation::truth;
use crate::ops::render::codec;
use crate::ops::{class, convert, make, raise, text};
use crate::types::glue;
use crate::types::sequence::iterators::itself;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// What ends a line, and what becomes of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Newline {
    /// `None`: every form ends a line and is read as "\n".
    Universal,
    /// `""`: every form ends a line and stays.
    Verbatim,
    Lf,
    Cr,
    CrLf,
}

/// The state of a text file.
pub struct Text {
    pub channel: Shared,
    pub name: Value,
    /// The binary object below.
    pub buffer: Value,
    pub mode: String,
    pub encoding: String,
    pub errors: String,
    pub newline: Newline,
    pub line_buffering: bool,
    /// Bytes are UTF-8 (or ASCII, for reading): no codec needed where they are valid.
    pub is_utf8: bool,
    /// The input has been turned into UTF-8, or a byte order mark has been dealt with.
    pub started: bool,
}

impl Payload for Text {
    fn trace(&self, tracer: &mut Tracer) {
        tracer.visit(self.name);
        tracer.visit(self.buffer);
    }
}

pub static TEXT: &[NativeDef] = &[
    method("read", "($self, size=-1, /)", read),
    method("readline", "($self, size=-1, /)", readline),
    method("readlines", "($self, hint=-1, /)", readlines),
    method("write", "($self, text, /)", write),
    method("writelines", "($self, lines, /)", writelines),
    method("seek", "($self, cookie, whence=0, /)", seek),
    method("tell", "($self, /)", tell),
    method("truncate", "($self, pos=None, /)", truncate),
    method("flush", "($self, /)", flush),
    method("close", "($self, /)", close),
    method("fileno", "($self, /)", |vm, args| {
        let descriptor = open(vm, args)?.borrow().descriptor();
        Ok(Value::small_int(descriptor as i64))
    }),
    method("isatty", "($self, /)", |vm, args| {
        Ok(Value::bool(open(vm, args)?.borrow_mut().is_terminal()))
    }),
    method("readable", "($self, /)", |vm, args| {
        Ok(Value::bool(open(vm, args)?.borrow().readable))
    }),
    method("writable", "($self, /)", |vm, args| {
        Ok(Value::bool(open(vm, args)?.borrow().writable))
    }),
    method("seekable", "($self, /)", |vm, args| {
        Ok(Value::bool(open(vm, args)?.borrow_mut().is_seekable()))
    }),
    method(
        "reconfigure",
        "($self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
        reconfigure,
    ),
    method("__iter__", "($self, /)", |vm, args| {
        open(vm, args)?;
        itself(vm, args)
    }),
    method("__next__", "($self, /)", next),
    method("__enter__", "($self, /)", |vm, args| {
        open(vm, args)?;
        Ok(args[0])
    }),
    method("__exit__", "($self, /, *args)", close),
    method("__repr__", "($self, /)", show),
    getter("closed", |_, args| {
        Ok(Value::bool(with(args[0], |file| file.channel.borrow().closed)))
    }),
    getter("name", |_, args| Ok(with(args[0], |file| file.name))),
    getter("buffer", |_, args| Ok(with(args[0], |file| file.buffer))),
    getter("line_buffering", |_, args| {
        Ok(Value::bool(with(args[0], |file| file.line_buffering)))
    }),
    getter("newlines", |_, _| Ok(Value::NONE)),
    getter("mode", |vm, args| {
        let mode = with(args[0], |file| file.mode.clone());
        Ok(text::new(vm, &mode))
    }),
    getter("encoding", |vm, args| {
        let encoding = with(args[0], |file| file.encoding.clone());
        Ok(text::new(vm, &encoding))
    }),
    getter("errors", |vm, args| {
        let errors = with(args[0], |file| file.errors.clone());
        Ok(text::new(vm, &errors))
    }),
];

/// Makes a text file object.
pub fn make(vm: &mut Vm, payload: Text) -> Value {
    Opaque::new(&mut vm.heap, ClassId::File.shape(), Box::new(payload)).value()
}

/// The state of a text file, for a moment.
fn with<R>(file: Value, work: impl FnOnce(&mut Text) -> R) -> R {
    let result = file.expect::<Opaque>().with(work);
    result.unwrap_or_else(|| unreachable!("instances are made by `make` only"))
}

/// The binary object below a text file.
pub fn buffer_of(file: Value) -> Option<Value> {
    file.cast::<Opaque>()?.with(|file: &mut Text| file.buffer)
}

fn channel(args: &[Value]) -> Shared {
    with(args[0], |file| file.channel.clone())
}

/// The channel, which must be open.
fn open(vm: &mut Vm, args: &[Value]) -> Run<Shared> {
    let channel = channel(args);
    if channel.borrow().closed {
        return Err(closed(vm));
    }
    Ok(channel)
}

/// The channel, open for reading, its input in a form where lines can be found byte by byte.
fn reader(vm: &mut Vm, args: &[Value]) -> Run<Shared> {
    let channel = open(vm, args)?;
    if !channel.borrow().readable {
        return Err(unsupported(vm, "not readable"));
    }
    let started = with(args[0], |file| std::mem::replace(&mut file.started, true));
    if !started {
        let encoding = with(args[0], |file| file.encoding.to_ascii_lowercase());
        let is_wide = encoding.starts_with("utf-16") || encoding.starts_with("utf-32") || encoding.starts_with("utf16");
        if is_wide || encoding.ends_with("sig") {
            while fill(vm, &channel)? > 0 {}
            let bytes = channel.borrow().unread().to_vec();
            let errors = with(args[0], |file| file.errors.clone());
            let decoded = codec::decode(vm, &bytes, Value::UNBOUND, &encoding, &errors)?;
            channel
                .borrow_mut()
                .replace_unread(decoded.expect::<Str>().bytes().to_vec());
            with(args[0], |file| file.is_utf8 = true);
        }
    }
    Ok(channel)
}

/// A str of bytes that were read.
fn decoded(vm: &mut Vm, file: Value, mut bytes: Vec<u8>) -> Run<Value> {
    let (is_utf8, newline) = with(file, |file| (file.is_utf8, file.newline));
    if newline == Newline::Universal && memchr::memchr(b'\r', &bytes).is_some() {
        let mut kept = Vec::with_capacity(bytes.len());
        for (i, &byte) in bytes.iter().enumerate() {
            match byte {
                b'\r' => kept.push(b'\n'),
                b'\n' if i > 0 && bytes[i - 1] == b'\r' => {}
                byte => kept.push(byte),
            }
        }
        bytes = kept;
    }
    if bytes.is_ascii() || (is_utf8 && simdutf8::basic::from_utf8(&bytes).is_ok()) {
        return Ok(text::from_vec(vm, bytes));
    }
    let (encoding, errors) = with(file, |file| (file.encoding.to_ascii_lowercase(), file.errors.clone()));
    codec::decode(vm, &bytes, Value::UNBOUND, &encoding, &errors)
}

/// Where the first line of `bytes` ends; `None` if that cannot be told before more is read.
fn line_end(bytes: &[u8], from: usize, newline: Newline) -> Option<usize> {
    match newline {
        Newline::Lf => memchr::memchr(b'\n', &bytes[from..]).map(|at| from + at + 1),
        Newline::Cr => memchr::memchr(b'\r', &bytes[from..]).map(|at| from + at + 1),
        Newline::CrLf => {
            memchr::memmem::find(&bytes[from.saturating_sub(1)..], b"\r\n").map(|at| from.saturating_sub(1) + at + 2)
        }
        Newline::Universal | Newline::Verbatim => {
            let at = from + memchr::memchr2(b'\n', b'\r', &bytes[from..])?;
            if bytes[at] == b'\n' {
                return Some(at + 1);
            }
            bytes.get(at + 1).map(|&next| at + 1 + (next == b'\n') as usize)
        }
    }
}

/// The bytes of the next line.
fn line(vm: &mut Vm, file: Value, channel: &Shared) -> Run<Vec<u8>> {
    let newline = with(file, |file| file.newline);
    let mut searched = 0;
    loop {
        {
            let mut channel = channel.borrow_mut();
            if let Some(end) = line_end(channel.unread(), searched, newline) {
                return Ok(channel.take(end));
            }
            // A carriage return at the end may belong to a pair.
            searched = channel.unread().len().saturating_sub(1);
        }
        if fill(vm, channel)? == 0 {
            let mut channel = channel.borrow_mut();
            let rest = channel.unread().len();
            let end = line_end(channel.unread(), 0, newline).unwrap_or(rest);
            return Ok(channel.take(end));
        }
    }
}

/// How many bytes hold the first `n` characters, if they are there.
fn characters(bytes: &[u8], n: usize, is_utf8: bool, universal: bool) -> Option<usize> {
    let (mut at, mut count) = (0, 0);
    while at < bytes.len() {
        if count == n {
            return Some(at);
        }
        let width = match bytes[at] {
            b'\r' if universal => match bytes.get(at + 1) {
                None => return None,
                Some(b'\n') => 2,
                Some(_) => 1,
            },
            0xC0..=0xDF if is_utf8 => 2,
            0xE0..=0xEF if is_utf8 => 3,
            0xF0..=0xFF if is_utf8 => 4,
            _ => 1,
        };
        at += width;
        count += 1;
    }
    (count == n && at == bytes.len()).then_some(at)
}

/// Takes the bytes of up to `n` characters.
fn take_characters(vm: &mut Vm, file: Value, channel: &Shared, n: usize) -> Run<Vec<u8>> {
    let (is_utf8, newline) = with(file, |file| (file.is_utf8, file.newline));
    loop {
        if n != usize::MAX {
            let mut channel = channel.borrow_mut();
            if let Some(end) = characters(channel.unread(), n, is_utf8, newline == Newline::Universal) {
                return Ok(channel.take(end));
            }
        }
        if fill(vm, channel)? == 0 {
            let mut channel = channel.borrow_mut();
            let rest = channel.unread().len();
            return Ok(channel.take(rest));
        }
    }
}

fn read(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = reader(vm, args)?;
    let n = size(vm, args[1])?;
    let bytes = take_characters(vm, args[0], &channel, n)?;
    decoded(vm, args[0], bytes)
}

/// `file.readline()` of a text file.
pub fn next_line(vm: &mut Vm, file: Value) -> Run<Value> {
    let channel = reader(vm, &[file])?;
    let bytes = line(vm, file, &channel)?;
    decoded(vm, file, bytes)
}

fn readline(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let limit = size(vm, args[1])?;
    let channel = reader(vm, args)?;
    let mut bytes = line(vm, args[0], &channel)?;
    if limit != usize::MAX {
        let (is_utf8, newline) = with(args[0], |file| (file.is_utf8, file.newline));
        if let Some(end) = characters(&bytes, limit, is_utf8, newline == Newline::Universal)
            && end < bytes.len()
        {
            let rest = bytes.split_off(end);
            let mut channel = channel.borrow_mut();
            let unread = [&rest, channel.unread()].concat();
            channel.replace_unread(unread);
        }
    }
    decoded(vm, args[0], bytes)
}

fn next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let line = next_line(vm, args[0])?;
    if line.expect::<Str>().is_empty() {
        return Err(raise::stop_iteration(vm, Value::NONE));
    }
    Ok(line)
}

fn readlines(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let hint = match size(vm, args[1])? {
        0 => usize::MAX,
        hint => hint,
    };
    let lines = make::list(vm, Vec::new()).expect::<List>();
    let mut total = 0;
    while total < hint {
        let line = next_line(vm, args[0])?;
        let length = line.expect::<Str>().chars();
        if length == 0 {
            break;
        }
        total += length;
        lines.push(line);
    }
    Ok(lines.value())
}

/// Writes texts to a file object of this class; `print` does so without a call.
pub fn write_parts(vm: &mut Vm, file: Value, parts: &[Value]) -> Run<()> {
    let channel = open(vm, &[file])?;
    if !channel.borrow().writable {
        return Err(unsupported(vm, "not writable"));
    }
    let (is_utf8, newline, by_lines) = with(file, |file| (file.is_utf8, file.newline, file.line_buffering));
    let mut ends_line = false;
    for part in parts {
        let string = part.expect::<Str>();
        let plain = newline != Newline::Cr && newline != Newline::CrLf;
        ends_line |= by_lines && memchr::memchr2(b'\n', b'\r', string.bytes()).is_some();
        let result = if plain && (string.is_ascii() || is_utf8 && string.as_str().is_some()) {
            channel.borrow_mut().write(string.bytes())
        } else {
            let bytes = encoded(vm, file, string, newline)?;
            channel.borrow_mut().write(&bytes)
        };
        lift(vm, result)?;
    }
    if ends_line {
        let result = channel.borrow_mut().flush();
        lift(vm, result)?;
    }
    Ok(())
}

/// The bytes of a text as the file wants them.
fn encoded(vm: &mut Vm, file: Value, string: Ref<Str>, newline: Newline) -> Run<Vec<u8>> {
    let ending: &[u8] = match newline {
        Newline::Cr => b"\r",
        Newline::CrLf => b"\r\n",
        _ => b"\n",
    };
    let mut bytes = Vec::with_capacity(string.len());
    for &byte in string.bytes() {
        match byte {
            b'\n' => bytes.extend_from_slice(ending),
            byte => bytes.push(byte),
        }
    }
    let (encoding, errors, started) = with(file, |file| {
        let started = std::mem::replace(&mut file.started, true);
        (file.encoding.to_ascii_lowercase(), file.errors.clone(), started)
    });
    // The byte order mark stands at the beginning only.
    let encoding = match encoding.as_str() {
        "utf-16" if started => "utf-16-le",
        "utf-32" if started => "utf-32-le",
        "utf-8-sig" if started => "utf-8",
        other => other,
    };
    let changed = text::from_vec(vm, bytes);
    codec::encode(vm, changed.expect::<Str>(), encoding, &errors)
}

fn write(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !args[1].is::<Str>() {
        open(vm, args).ok();
        vm.thread.pending = Value::UNBOUND;
        let got = class::name_of_argument(vm, args[1]);
        let message = format!("write() argument must be str, not {got}");
        return Err(raise::type_error(vm, message));
    }
    write_parts(vm, args[0], &args[1..2])?;
    Ok(make::size(vm, args[1].expect::<Str>().chars()))
}

fn writelines(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    open(vm, args)?;
    iterate::each(vm, args, write)
}

fn seek(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = open(vm, args)?;
    let offset = convert::size(vm, args[1])?;
    let whence = match args[2].bound() {
        Some(whence) => convert::size(vm, whence)?,
        None => 0,
    };
    let to = match whence {
        0 if offset < 0 => return Err(raise::value_error(vm, format!("negative seek position {offset}"))),
        0 => std::io::SeekFrom::Start(offset as u64),
        1 if offset != 0 => return Err(unsupported(vm, "can't do nonzero cur-relative seeks")),
        2 if offset != 0 => return Err(unsupported(vm, "can't do nonzero end-relative seeks")),
        1 => std::io::SeekFrom::Current(0),
        2 => std::io::SeekFrom::End(0),
        _ => {
            let message = format!("invalid whence ({whence}, should be 0, 1 or 2)");
            return Err(raise::value_error(vm, message));
        }
    };
    let position = channel.borrow_mut().seek(to);
    let position = lift(vm, position)?;
    with(args[0], |file| file.started = position > 0);
    Ok(make::int(vm, position as i64))
}

fn tell(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = open(vm, args)?;
    let position = channel.borrow_mut().tell();
    let position = lift(vm, position)?;
    Ok(make::int(vm, position as i64))
}

fn truncate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = open(vm, args)?;
    if !channel.borrow().writable {
        return Err(unsupported(vm, "truncate"));
    }
    truncate_to(vm, &channel, args[1])
}

fn flush(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let result = open(vm, args)?.borrow_mut().flush();
    lift(vm, result)?;
    Ok(Value::NONE)
}

fn close(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let result = channel(args).borrow_mut().close();
    lift(vm, result)?;
    Ok(Value::NONE)
}

/// A newline argument.
pub fn newline_of(vm: &mut Vm, value: Value) -> Run<Newline> {
    if value.is_unbound() || value.is_none() {
        return Ok(Newline::Universal);
    }
    let Some(string) = value.cast::<Str>() else {
        let got = class::name_of(vm, value);
        let message = format!("open() argument 'newline' must be str or None, not {got}");
        return Err(raise::type_error(vm, message));
    };
    Ok(match string.bytes() {
        b"" => Newline::Verbatim,
        b"\n" => Newline::Lf,
        b"\r" => Newline::Cr,
        b"\r\n" => Newline::CrLf,
        _ => {
            return Err(raise::value_error(
                vm,
                format!("illegal newline value: {}", string.lossy()),
            ));
        }
    })
}

/// Whether text in this encoding is written as it is in memory.
pub fn is_utf8(encoding: &str) -> bool {
    matches!(encoding.to_ascii_lowercase().as_str(), "utf-8" | "utf8" | "utf_8")
}

fn reconfigure(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    flush(vm, args)?;
    if let Some(encoding) = args[1].bound().and_then(|value| value.cast::<Str>()) {
        let encoding = encoding.lossy().into_owned();
        codec::known(vm, &encoding)?;
        with(args[0], |file| {
            file.is_utf8 = is_utf8(&encoding);
            file.encoding = encoding;
            file.errors = "strict".to_string();
        });
    }
    if let Some(errors) = args[2].bound().and_then(|value| value.cast::<Str>()) {
        with(args[0], |file| file.errors = errors.lossy().into_owned());
    }
    if args[3].is_bound() {
        let newline = newline_of(vm, args[3])?;
        with(args[0], |file| file.newline = newline);
    }
    if args[4].is_bound() && !args[4].is_none() {
        let by_lines = truth::truth(vm, args[4])?;
        with(args[0], |file| file.line_buffering = by_lines);
    }
    Ok(Value::NONE)
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (name, mode, encoding) = with(args[0], |file| (file.name, file.mode.clone(), file.encoding.clone()));
    let name = glue::repr(vm, name)?;
    let shown = format!("<_io.TextIOWrapper name={name} mode='{mode}' encoding='{encoding}'>");
    Ok(text::new(vm, &shown))
}
