//! `io.BytesIO`.

use crate::api::{
    Class, NativeDef, Opaque, Ref, Run, Tuple, Value, Vm, buffer, call, class, convert, getter, iterate, itself, make,
    method, own, raise, static_method, unreachable_body, unsupported,
};
use crate::stdlib::stream::place::{Stream, open, room_up_to, size, with};
use crate::stdlib::support::{finish, stepper};

pub static BYTES_IO: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body).spread(new),
    method("__init__", "($self, /, initial_bytes=b'')", init),
    method("read", "($self, size=-1, /)", read).doc("Read at most size bytes, returned as a bytes object."),
    method("read1", "($self, size=-1, /)", read).doc("Read at most size bytes, returned as a bytes object."),
    method("readinto", "($self, buffer, /)", read_into).doc("Read bytes into buffer."),
    method("readinto1", "($self, buffer, /)", read_into),
    method("readline", "($self, size=-1, /)", |vm, args| {
        let most = size(vm, args[1])?;
        let line = line(vm, args[0], most)?;
        Ok(make::bytes(vm, line))
    })
    .doc("Next line from the file, as a bytes object."),
    method("readlines", "($self, size=None, /)", read_lines).doc("List of bytes objects, each a line from the file."),
    method("write", "($self, b, /)", write).doc("Write bytes to file."),
    method("writelines", "($self, lines, /)", |vm, args| {
        iterate::each(vm, args, write)
    }),
    method("getvalue", "($self, /)", |vm, args| {
        open(vm, args[0])?;
        let data = with(args[0], |stream| stream.data.clone());
        Ok(make::bytes(vm, data))
    })
    .doc("Retrieve the entire contents of the BytesIO object."),
    method("getbuffer", "($self, /)", |vm, args| {
        open(vm, args[0])?;
        let data = with(args[0], |stream| stream.data.clone());
        let bytes = make::bytearray(vm, data);
        let class = vm.class(crate::api::ClassId::MemoryView);
        call::call(vm, class, &[bytes])
    })
    .doc("Get a read-write view over the contents of the BytesIO object."),
    method("seek", "($self, pos, whence=0, /)", seek).doc("Change stream position."),
    method("truncate", "($self, size=None, /)", truncate),
    method("__setstate__", "($self, state, /)", set_state),
    method("__getstate__", "($self, /)", state),
];

/// Methods of both kinds of streams.
pub static SHARED: &[NativeDef] = &[
    method("tell", "($self, /)", |vm, args| {
        open(vm, args[0])?;
        Ok(make::size(vm, with(args[0], |stream| stream.at)))
    })
    .doc("Current file position, an integer."),
    method("close", "($self, /)", close).doc("Disable all I/O operations."),
    method("flush", "($self, /)", |vm, args| {
        open(vm, args[0]).map(|()| Value::NONE)
    }),
    method("isatty", "($self, /)", |vm, args| {
        open(vm, args[0]).map(|()| Value::FALSE)
    }),
    method("seekable", "($self, /)", |vm, args| {
        open(vm, args[0]).map(|()| Value::TRUE)
    }),
    method("readable", "($self, /)", |vm, args| {
        open(vm, args[0]).map(|()| Value::TRUE)
    }),
    method("writable", "($self, /)", |vm, args| {
        open(vm, args[0]).map(|()| Value::TRUE)
    }),
    method("fileno", "($self, /)", |vm, _| Err(unsupported(vm, "fileno"))),
    method("detach", "($self, /)", |vm, _| Err(unsupported(vm, "detach"))),
    method("__enter__", "($self, /)", |vm, args| {
        open(vm, args[0]).map(|()| args[0])
    }),
    method("__exit__", "($self, /, *args)", close),
    method("__iter__", "($self, /)", itself),
    getter("closed", |_, args| {
        Ok(Value::bool(with(args[0], |stream| stream.closed)))
    }),
];

/// Iteration of BytesIO: by `readline`, which a subclass may replace.
pub static LINES: &[NativeDef] = &[stepper!(step)];

fn step(vm: &mut Vm, stream: Value) -> Run<Option<Value>> {
    let line = line(vm, stream, usize::MAX)?;
    Ok((!line.is_empty()).then(|| make::bytes(vm, line)))
}

pub fn new(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let class: Ref<Class> = args[0].expect();
    let made = Opaque::new(&mut vm.heap, class::shape(class), Box::new(Stream::default()));
    Ok(made.value())
}

pub fn close(_: &mut Vm, args: &[Value]) -> Run<Value> {
    with(args[0], |stream| {
        stream.closed = true;
        stream.data = Vec::new();
    });
    Ok(Value::NONE)
}

fn init(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let data = match args[1].bound().filter(|data| !data.is_none()) {
        Some(data) => buffer::require(vm, data, <[u8]>::to_vec)?,
        None => Vec::new(),
    };
    with(args[0], |stream| {
        *stream = Stream {
            data,
            ..Stream::default()
        }
    });
    Ok(Value::NONE)
}

fn take(stream: &mut Stream, most: usize) -> Vec<u8> {
    let start = stream.at.min(stream.data.len());
    let end = start.saturating_add(most).min(stream.data.len());
    stream.at = stream.at.max(end);
    stream.data[start..end].to_vec()
}

fn read(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    open(vm, args[0])?;
    let most = size(vm, args[1])?;
    let data = with(args[0], |stream| take(stream, most));
    Ok(make::bytes(vm, data))
}

fn read_into(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    open(vm, args[0])?;
    let target = buffer::writable(vm, args[1], "readinto() ")?;
    let data = with(args[0], |stream| take(stream, target.length()));
    target.fill(&data);
    Ok(make::size(vm, data.len()))
}

fn line(vm: &mut Vm, stream: Value, most: usize) -> Run<Vec<u8>> {
    open(vm, stream)?;
    Ok(with(stream, |stream| {
        let start = stream.at.min(stream.data.len());
        let end = memchr::memchr(b'\n', &stream.data[start..]).map_or(stream.data.len() - start, |i| i + 1);
        take(stream, end.min(most))
    }))
}

fn read_lines(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let most = size(vm, args[1])?;
    let most = if most == 0 { usize::MAX } else { most };
    let (mut all, mut n) = (Vec::new(), 0);
    while n < most {
        let line = line(vm, args[0], usize::MAX)?;
        if line.is_empty() {
            break;
        }
        n += line.len();
        all.push(make::bytes(vm, line));
    }
    Ok(make::list(vm, all))
}

fn write(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    open(vm, args[0])?;
    let stream = args[0];
    let length = buffer::with(args[1], <[u8]>::len).unwrap_or(0);
    let end = with(stream, |stream| stream.at).saturating_add(length);
    room_up_to(vm, stream, end)?;
    let n = buffer::require(vm, args[1], |data| {
        with(stream, |stream| {
            if data.is_empty() {
                return 0;
            }
            let end = stream.at + data.len();
            if stream.at == stream.data.len() {
                stream.data.extend_from_slice(data);
            } else {
                if stream.data.len() < end {
                    stream.data.resize(end, 0);
                }
                stream.data[stream.at..end].copy_from_slice(data);
            }
            stream.at = end;
            data.len()
        })
    })?;
    Ok(make::size(vm, n))
}

fn seek(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    open(vm, args[0])?;
    let to = convert::size(vm, args[1])?;
    let whence = match args[2].bound() {
        Some(whence) => convert::c_int(vm, whence)?,
        None => 0,
    };
    let (at, len) = with(args[0], |stream| (stream.at as i64, stream.data.len() as i64));
    let target = match whence {
        0 if to < 0 => return Err(raise::value_error(vm, format!("negative seek value {to}"))),
        0 => to,
        1 => at.saturating_add(to).max(0),
        2 => len.saturating_add(to).max(0),
        _ => {
            let text = format!("invalid whence ({whence}, should be 0, 1 or 2)");
            return Err(raise::value_error(vm, text));
        }
    };
    with(args[0], |stream| stream.at = target as usize);
    Ok(make::int(vm, target))
}

fn truncate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    open(vm, args[0])?;
    let len = match args[1].bound().filter(|size| !size.is_none()) {
        Some(size) => convert::size(vm, size)?,
        None => with(args[0], |stream| stream.at as i64),
    };
    if len < 0 {
        return Err(raise::value_error(vm, format!("negative size value {len}")));
    }
    with(args[0], |stream| stream.data.truncate(len as usize));
    Ok(make::int(vm, len))
}

fn state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    open(vm, args[0])?;
    let (data, at) = with(args[0], |stream| (stream.data.clone(), stream.at));
    let data = make::bytes(vm, data);
    let dict = own::dict_now(args[0]).map_or(Value::NONE, |dict| dict.value());
    Ok(make::tuple(vm, &[data, Value::small_int(at as i64), dict]))
}

fn set_state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let items = args[1].cast::<Tuple>().map(crate::api::tuple::items);
    let Some(&[data, at, _]) = items else {
        return Err(raise::type_error(vm, "state argument should be a 3-tuple"));
    };
    init(vm, &[args[0], data])?;
    let at = convert::size(vm, at)?.max(0) as usize;
    with(args[0], |stream| stream.at = at);
    Ok(Value::NONE)
}
