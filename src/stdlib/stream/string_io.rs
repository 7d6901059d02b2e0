//! `io.StringIO`. Positions are code points; the text is kept as bytes.

use crate::api::{
    Dict, NativeDef, Run, Str, Tuple, Value, Vm, class, convert, dict, getter, iterate, make, method, own, raise,
    static_method, text, unreachable_body,
};
use crate::base::wtf8::walk;
use crate::stdlib::stream::bytes_io;
use crate::stdlib::stream::place::{Newline, Stream, open, room_up_to, size, with};
use crate::stdlib::support::{finish, stepper};

pub static STRING_IO: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body).spread(bytes_io::new),
    method("__init__", "($self, /, initial_value='', newline='\\n')", init),
    method("read", "($self, size=-1, /)", |vm, args| {
        open(vm, args[0])?;
        let most = size(vm, args[1])?;
        let data = with(args[0], |stream| take(stream, most));
        Ok(text::from_vec(vm, data))
    })
    .doc("Read at most size characters, returned as a string."),
    method("readline", "($self, size=-1, /)", |vm, args| {
        let most = size(vm, args[1])?;
        let line = line(vm, args[0], most)?;
        Ok(text::from_vec(vm, line))
    })
    .doc("Read until newline or EOF."),
    method("readlines", "($self, hint=-1, /)", read_lines),
    method("write", "($self, s, /)", write).doc("Write string to file."),
    method("writelines", "($self, lines, /)", |vm, args| {
        iterate::each(vm, args, write)
    }),
    method("getvalue", "($self, /)", |vm, args| {
        open(vm, args[0])?;
        let data = with(args[0], |stream| stream.data.clone());
        Ok(text::from_vec(vm, data))
    })
    .doc("Retrieve the entire contents of the object."),
    method("seek", "($self, pos, whence=0, /)", seek).doc("Change stream position."),
    method("truncate", "($self, pos=None, /)", truncate).doc("Truncate size to pos."),
    stepper!(step),
    method("__getstate__", "($self, /)", state),
    method("__setstate__", "($self, state, /)", set_state),
    getter("newlines", |_, _| Ok(Value::NONE)),
    getter("encoding", |_, _| Ok(Value::NONE)),
    getter("errors", |_, _| Ok(Value::NONE)),
    getter("line_buffering", |_, _| Ok(Value::FALSE)),
];

fn step(vm: &mut Vm, stream: Value) -> Run<Option<Value>> {
    let line = line(vm, stream, usize::MAX)?;
    Ok((!line.is_empty()).then(|| text::from_vec(vm, line)))
}

fn init(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let newline = match args[2].bound() {
        None => Newline::Plain,
        Some(Value::NONE) => Newline::Universal,
        Some(given) => {
            let given = match given.cast::<Str>() {
                Some(given) => given,
                None => {
                    let got = class::name_of(vm, given);
                    let text = format!("newline must be str or None, not {got}");
                    return Err(raise::type_error(vm, text));
                }
            };
            match given.bytes() {
                b"" => Newline::Any,
                b"\n" => Newline::Plain,
                b"\r" => Newline::Return,
                b"\r\n" => Newline::Both,
                other => {
                    let text = format!(
                        "illegal newline value: '{}'",
                        String::from_utf8_lossy(other).escape_debug()
                    );
                    return Err(raise::value_error(vm, text));
                }
            }
        }
    };
    let initial = args[1].bound().filter(|initial| !initial.is_none());
    if let Some(initial) = initial.filter(|initial| !initial.is::<Str>()) {
        let got = class::name_of(vm, initial);
        let text = format!("initial_value must be str or None, not {got}");
        return Err(raise::type_error(vm, text));
    }
    with(args[0], |stream| {
        *stream = Stream {
            newline,
            ..Stream::default()
        }
    });
    if let Some(initial) = initial {
        write(vm, &[args[0], initial])?;
        with(args[0], |stream| stream.at = 0);
    }
    Ok(Value::NONE)
}

fn state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    open(vm, args[0])?;
    let (data, newline, at) = with(args[0], |stream| (stream.data.clone(), stream.newline, stream.at));
    let newline = match newline {
        Newline::Universal => None,
        Newline::Any => Some(""),
        Newline::Plain => Some("\n"),
        Newline::Return => Some("\r"),
        Newline::Both => Some("\r\n"),
    };
    let newline = newline.map_or(Value::NONE, |newline| text::from_vec(vm, newline.into()));
    let attributes = match own::dict_now(args[0]) {
        Some(held) => {
            let copied = make::dict(vm);
            dict::merge(vm, copied.expect(), held)?;
            copied
        }
        None => Value::NONE,
    };
    let data = text::from_vec(vm, data);
    Ok(make::tuple(
        vm,
        &[data, newline, Value::small_int(at as i64), attributes],
    ))
}

fn set_state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let items = args[1].cast::<Tuple>();
    let Some(&[data, newline, at, attributes, ..]) = items.as_ref().map(|items| items.items()) else {
        let (own, got) = (class::name_of(vm, args[0]), class::name_of(vm, args[1]));
        let text = format!("{own}.__setstate__ argument should be 4-tuple, got {got}");
        return Err(raise::type_error(vm, text));
    };
    init(vm, &[args[0], data, newline])?;
    if let Some(given) = data.cast::<Str>() {
        // Ends of lines were translated when they were written first.
        with(args[0], |stream| {
            stream.data = given.bytes().to_vec();
            stream.chars = given.chars();
            stream.known = (0, 0);
        });
    }
    if !convert::is_int(at) {
        let got = class::name_of(vm, at);
        let text = format!("third item of state must be an integer, got {got}");
        return Err(raise::type_error(vm, text));
    }
    let Ok(at) = usize::try_from(convert::size(vm, at)?) else {
        return Err(raise::value_error(vm, "position value cannot be negative"));
    };
    with(args[0], |stream| stream.at = at);
    if attributes.is_none() {
        return Ok(Value::NONE);
    }
    let Some(attributes) = attributes.cast::<Dict>() else {
        let got = class::name_of(vm, attributes);
        let text = format!("fourth item of state should be a dict, got a {got}");
        return Err(raise::type_error(vm, text));
    };
    let held = own::dict(vm, args[0]);
    dict::merge(vm, held, attributes)?;
    Ok(Value::NONE)
}

fn is_wide(stream: &Stream) -> bool {
    stream.chars != stream.data.len()
}

/// The byte at which code point `at` begins.
fn offset(stream: &mut Stream, at: usize) -> usize {
    if !is_wide(stream) {
        return at.min(stream.data.len());
    }
    if at >= stream.chars {
        return stream.data.len();
    }
    let (mut chars, mut bytes) = if stream.known.0 <= at { stream.known } else { (0, 0) };
    while chars < at {
        match walk::decode(&stream.data, bytes) {
            Some((_, next)) => bytes = next,
            None => break,
        }
        chars += 1;
    }
    stream.known = (chars, bytes);
    bytes
}

fn count(text: &[u8]) -> usize {
    text.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

/// The next `most` code points.
fn take(stream: &mut Stream, most: usize) -> Vec<u8> {
    let from = stream.at.min(stream.chars);
    let to = from.saturating_add(most).min(stream.chars);
    let (start, end) = (offset(stream, from), offset(stream, to));
    stream.at = stream.at.max(to);
    stream.data[start..end].to_vec()
}

/// Bytes up to the end of the first line.
fn line_length(text: &[u8], newline: Newline) -> usize {
    let end = match newline {
        Newline::Plain | Newline::Universal => memchr::memchr(b'\n', text).map(|i| i + 1),
        Newline::Return => memchr::memchr(b'\r', text).map(|i| i + 1),
        Newline::Both => memchr::memmem::find(text, b"\r\n").map(|i| i + 2),
        Newline::Any => memchr::memchr2(b'\n', b'\r', text).map(|i| {
            let both = text[i] == b'\r' && text.get(i + 1) == Some(&b'\n');
            i + 1 + usize::from(both)
        }),
    };
    end.unwrap_or(text.len())
}

fn line(vm: &mut Vm, stream: Value, most: usize) -> Run<Vec<u8>> {
    open(vm, stream)?;
    Ok(with(stream, |stream| {
        let start = offset(stream, stream.at);
        let rest = &stream.data[start..];
        let length = line_length(rest, stream.newline);
        let chars = count(&rest[..length]);
        take(stream, chars.min(most))
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
        n += count(&line);
        all.push(text::from_vec(vm, line));
    }
    Ok(make::list(vm, all))
}

/// The text with its ends of lines as they are kept.
fn translated(text: &[u8], newline: Newline) -> Option<Vec<u8>> {
    let replace = |from: &[u8], to: &[u8]| {
        let mut out = Vec::with_capacity(text.len());
        let mut at = 0;
        for found in memchr::memmem::find_iter(text, from) {
            out.extend_from_slice(&text[at..found]);
            out.extend_from_slice(to);
            at = found + from.len();
        }
        out.extend_from_slice(&text[at..]);
        out
    };
    match newline {
        Newline::Plain | Newline::Any => None,
        Newline::Return => Some(replace(b"\n", b"\r")),
        Newline::Both => Some(replace(b"\n", b"\r\n")),
        Newline::Universal => {
            memchr::memchr(b'\r', text)?;
            let mut out = replace(b"\r\n", b"\n");
            out.iter_mut()
                .filter(|byte| **byte == b'\r')
                .for_each(|byte| *byte = b'\n');
            Some(out)
        }
    }
}

fn write(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(given) = args[1].cast::<Str>() else {
        let got = class::name_of(vm, args[1]);
        return Err(raise::type_error(vm, format!("string argument expected, got '{got}'")));
    };
    open(vm, args[0])?;
    let end = with(args[0], |stream| {
        let gap = stream.at.saturating_sub(stream.chars);
        stream.data.len().saturating_add(gap).saturating_add(given.len())
    });
    room_up_to(vm, args[0], end)?;
    with(args[0], |stream| {
        let translated = translated(given.bytes(), stream.newline);
        let data = translated.as_deref().unwrap_or(given.bytes());
        if data.is_empty() {
            return;
        }
        let chars = if given.is_ascii() { data.len() } else { count(data) };
        if stream.at >= stream.chars {
            // A gap after a seek beyond the end is filled.
            let gap = stream.at - stream.chars;
            stream.data.resize(stream.data.len() + gap, 0);
            stream.chars += gap + chars;
            stream.data.extend_from_slice(data);
        } else {
            let (start, end) = (offset(stream, stream.at), offset(stream, stream.at + chars));
            let replaced = (stream.chars - stream.at).min(chars);
            stream.data.splice(start..end, data.iter().copied());
            stream.chars += chars - replaced;
            stream.known = (0, 0);
        }
        stream.at += chars;
    });
    Ok(Value::small_int(given.chars() as i64))
}

fn seek(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    open(vm, args[0])?;
    let to = convert::size(vm, args[1])?;
    let whence = match args[2].bound() {
        Some(whence) => convert::c_int(vm, whence)?,
        None => 0,
    };
    let target = match whence {
        0 if to < 0 => return Err(raise::value_error(vm, format!("Negative seek position {to}"))),
        0 => to as usize,
        1 | 2 if to != 0 => {
            return Err(raise::with_text(
                vm,
                crate::api::ClassId::OSError,
                "Can't do nonzero cur-relative seeks",
            ));
        }
        1 => with(args[0], |stream| stream.at),
        2 => with(args[0], |stream| stream.chars),
        _ => {
            let text = format!("Invalid whence ({whence}, should be 0, 1 or 2)");
            return Err(raise::value_error(vm, text));
        }
    };
    with(args[0], |stream| stream.at = target);
    Ok(make::size(vm, target))
}

fn truncate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    open(vm, args[0])?;
    let len = match args[1].bound().filter(|size| !size.is_none()) {
        Some(size) => convert::size(vm, size)?,
        None => with(args[0], |stream| stream.at as i64),
    };
    if len < 0 {
        return Err(raise::value_error(vm, format!("Negative size value {len}")));
    }
    with(args[0], |stream| {
        if (len as usize) < stream.chars {
            let end = offset(stream, len as usize);
            stream.data.truncate(end);
            stream.chars = len as usize;
            stream.known = (0, 0);
        }
    });
    Ok(make::int(vm, len))
}
