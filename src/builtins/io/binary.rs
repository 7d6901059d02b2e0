//! Binary files: `BufferedReader`, `BufferedWriter`, `BufferedRandom`, `FileIO`.

use crate::builtins::io::channel::Shared;
use crate::builtins::io::support::{
    Binary, channel_of, closed, fill, fill_to, lift, seek, size, truncate_to, unsupported,
};
use crate::heap::value::Value;
use crate::object::container::list::List;
use crate::object::record::Opaque;
use crate::ops::container::iterate;
use crate::ops::render::{buffer, repr};
use crate::ops::{class, convert, make, raise, text};
use crate::types::glue;
use crate::types::sequence::iterators::itself;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static BINARY: &[NativeDef] = &[
    method("read", "($self, size=-1, /)", read),
    method("read1", "($self, size=-1, /)", read1),
    method("readall", "($self, /)", |vm, args| read(vm, &[args[0], Value::UNBOUND])),
    method("readinto", "($self, buffer, /)", readinto),
    method("peek", "($self, size=0, /)", peek),
    method("readline", "($self, size=-1, /)", readline),
    method("readlines", "($self, hint=-1, /)", readlines),
    method("write", "($self, buffer, /)", write),
    method("writelines", "($self, lines, /)", |vm, args| {
        iterate::each(vm, args, write)
    }),
    method("seek", "($self, target, whence=0, /)", seek_method),
    method("tell", "($self, /)", tell),
    method("truncate", "($self, pos=None, /)", truncate),
    method("flush", "($self, /)", flush),
    method("close", "($self, /)", close),
    method("fileno", "($self, /)", fileno),
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
    getter("closed", |_, args| Ok(Value::bool(channel(args).borrow().closed))),
    getter("name", |_, args| Ok(name(args))).setter(|_, args| {
        let name = args[1].or(Value::NONE);
        args[0].expect::<Opaque>().with(|file: &mut Binary| file.name = name);
        Ok(Value::NONE)
    }),
    getter("mode", |vm, args| {
        let mode = args[0].expect::<Opaque>().with(|file: &mut Binary| file.mode);
        Ok(text::new(vm, mode.unwrap_or("rb")))
    }),
    getter("raw", |_, args| Ok(args[0])),
];

/// Makes a binary file object of one of the four classes.
pub fn make(vm: &mut Vm, class: ClassId, channel: Shared, name: Value, mode: &'static str) -> Value {
    let payload = Box::new(Binary { channel, name, mode });
    Opaque::new(&mut vm.heap, class.shape(), payload).value()
}

fn channel(args: &[Value]) -> Shared {
    channel_of(args[0]).unwrap_or_else(|| unreachable!("instances are made by `make` only"))
}

fn name(args: &[Value]) -> Value {
    let name = args[0].expect::<Opaque>().with(|file: &mut Binary| file.name);
    name.unwrap_or(Value::NONE)
}

/// The channel, which must be open.
fn open(vm: &mut Vm, args: &[Value]) -> Run<Shared> {
    let channel = channel(args);
    if channel.borrow().closed {
        return Err(closed(vm));
    }
    Ok(channel)
}

/// Whether the receiver is a FileIO, whose messages are other ones.
fn is_raw(vm: &Vm, args: &[Value]) -> bool {
    class::is_instance(vm, args[0], ClassId::FileIo)
}

/// The channel, which must be open for reading.
fn reader(vm: &mut Vm, args: &[Value], what: &str) -> Run<Shared> {
    let channel = channel(args);
    let (closed, readable) = (channel.borrow().closed, channel.borrow().readable);
    if is_raw(vm, args) {
        raw_state(vm, closed, readable, "reading")?;
    } else if !readable {
        return Err(unsupported(vm, what));
    } else if closed {
        return Err(raise::value_error(vm, format!("{what} of closed file")));
    }
    Ok(channel)
}

/// The channel, which must be open for writing.
fn writer(vm: &mut Vm, args: &[Value], what: &str) -> Run<Shared> {
    let channel = channel(args);
    let (closed, writable) = (channel.borrow().closed, channel.borrow().writable);
    if is_raw(vm, args) {
        raw_state(vm, closed, writable, "writing")?;
    } else if !writable {
        return Err(unsupported(vm, what));
    } else if closed {
        return Err(raise::value_error(vm, format!("{what} to closed file")));
    }
    Ok(channel)
}

/// The errors of a FileIO.
fn raw_state(vm: &mut Vm, closed: bool, able: bool, what: &str) -> Run<()> {
    if closed {
        return Err(raise::value_error(vm, "I/O operation on closed file"));
    }
    if !able {
        return Err(unsupported(vm, &format!("File not open for {what}")));
    }
    Ok(())
}

fn read(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = reader(vm, args, "read")?;
    let n = size(vm, args[1])?;
    let got = fill_to(vm, &channel, n)?;
    raise::room(vm, got)?;
    let bytes = make::bytes(vm, &channel.borrow().unread()[..got]);
    channel.borrow_mut().skip(got);
    Ok(bytes)
}

fn read1(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = reader(vm, args, "read")?;
    let n = size(vm, args[1])?;
    if channel.borrow().unread().is_empty() {
        fill(vm, &channel)?;
    }
    let got = channel.borrow().unread().len().min(n);
    let bytes = channel.borrow_mut().take(got);
    Ok(make::bytes(vm, bytes))
}

fn readinto(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = reader(vm, args, "readinto")?;
    let target = buffer::writable(vm, args[1], "readinto() ")?;
    let got = fill_to(vm, &channel, target.length())?;
    let bytes = channel.borrow_mut().take(got);
    target.fill(&bytes);
    Ok(make::size(vm, got))
}

fn peek(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = reader(vm, args, "peek")?;
    if channel.borrow().unread().is_empty() {
        fill(vm, &channel)?;
    }
    let bytes = channel.borrow().unread().to_vec();
    Ok(make::bytes(vm, bytes))
}

/// The next line, at most `limit` bytes of it.
fn line(vm: &mut Vm, channel: &Shared, limit: usize) -> Run<Vec<u8>> {
    let mut searched = 0;
    loop {
        {
            let mut channel = channel.borrow_mut();
            let unread = channel.unread();
            if let Some(at) = memchr::memchr(b'\n', &unread[searched..]) {
                let end = (searched + at + 1).min(limit);
                return Ok(channel.take(end));
            }
            searched = unread.len();
            if searched >= limit {
                return Ok(channel.take(limit));
            }
        }
        if fill(vm, channel)? == 0 {
            let mut channel = channel.borrow_mut();
            let rest = channel.unread().len();
            return Ok(channel.take(rest));
        }
    }
}

fn readline(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = reader(vm, args, "readline")?;
    let limit = size(vm, args[1])?;
    let line = line(vm, &channel, limit)?;
    Ok(make::bytes(vm, line))
}

fn next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = reader(vm, args, "readline")?;
    let line = line(vm, &channel, usize::MAX)?;
    if line.is_empty() {
        return Err(raise::stop_iteration(vm, Value::NONE));
    }
    Ok(make::bytes(vm, line))
}

fn readlines(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = reader(vm, args, "readlines")?;
    let hint = match size(vm, args[1])? {
        0 => usize::MAX,
        hint => hint,
    };
    let lines = make::list(vm, Vec::new());
    let mut total = 0;
    while total < hint {
        let line = line(vm, &channel, usize::MAX)?;
        if line.is_empty() {
            break;
        }
        total += line.len();
        let line = make::bytes(vm, line);
        lines.expect::<List>().push(line);
    }
    Ok(lines)
}

fn write(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = writer(vm, args, "write")?;
    let written = buffer::require(vm, args[1], |bytes| (channel.borrow_mut().write(bytes), bytes.len()))?;
    lift(vm, written.0)?;
    Ok(make::size(vm, written.1))
}

fn seek_method(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = open(vm, args)?;
    let offset = convert::size(vm, args[1])?;
    let whence = match args[2].bound() {
        Some(whence) => convert::size(vm, whence)?,
        None => 0,
    };
    seek(vm, &channel, offset, whence)
}

fn tell(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let position = open(vm, args)?.borrow_mut().tell();
    let position = lift(vm, position)?;
    Ok(make::int(vm, position as i64))
}

fn truncate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = writer(vm, args, "truncate")?;
    truncate_to(vm, &channel, args[1])
}

fn flush(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let channel = channel(args);
    if channel.borrow().closed {
        return Err(raise::value_error(vm, "flush of closed file"));
    }
    let result = channel.borrow_mut().flush();
    lift(vm, result)?;
    Ok(Value::NONE)
}

fn close(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let result = channel(args).borrow_mut().close();
    lift(vm, result)?;
    Ok(Value::NONE)
}

fn fileno(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let descriptor = open(vm, args)?.borrow().descriptor();
    Ok(Value::small_int(descriptor as i64))
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let of = class::of(vm, args[0]).value();
    let of = repr::qualified_name(vm, of);
    let name = glue::repr(vm, name(args))?;
    let shown = if class::is_exact(args[0], ClassId::FileIo) {
        let mode = args[0]
            .expect::<Opaque>()
            .with(|file: &mut Binary| file.mode)
            .unwrap_or("rb");
        format!("<{of} name={name} mode='{mode}' closefd=True>")
    } else {
        format!("<{of} name={name}>")
    };
    Ok(text::new(vm, &shown))
}
