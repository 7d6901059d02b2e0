//! What streams in memory share: the state, the closed check, arguments.

use crate::api::{Opaque, Payload, Run, Tracer, Value, Vm, class, convert, raise};

/// The state of a BytesIO or StringIO.
#[derive(Default)]
pub struct Stream {
    pub data: Vec<u8>,
    /// Where the next read or write begins: bytes, or code points of text.
    pub at: usize,
    pub closed: bool,
    /// Text: the number of code points.
    pub chars: usize,
    /// Text: a known place, in code points and in bytes.
    pub known: (usize, usize),
    /// Text: how ends of lines are written and read.
    pub newline: Newline,
}

/// The argument `newline` of StringIO.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Newline {
    #[default]
    Plain,
    /// None: every end of line becomes "\n".
    Universal,
    /// "": nothing is translated, but lines end at any of them.
    Any,
    Return,
    Both,
}

impl Payload for Stream {
    fn trace(&self, _: &mut Tracer) {}
}

/// Works on the state of a stream.
pub fn with<R>(stream: Value, work: impl FnOnce(&mut Stream) -> R) -> R {
    match stream.expect::<Opaque>().with(work) {
        Some(result) => result,
        None => unreachable!("a stream holds a stream"),
    }
}

/// # Errors
/// ValueError if the stream is closed.
pub fn open(vm: &mut Vm, stream: Value) -> Run<()> {
    match with(stream, |stream| stream.closed) {
        false => Ok(()),
        true => Err(raise::value_error(vm, "I/O operation on closed file")),
    }
}

/// Asks for room for the first `end` bytes of a stream. A buffer that grows may be copied to one of twice its size.
/// # Errors
/// MemoryError
pub fn room_up_to(vm: &mut Vm, stream: Value, end: usize) -> Run<()> {
    match with(stream, |stream| stream.data.capacity()) {
        held if end <= held => Ok(()),
        _ => raise::room(vm, end.saturating_mul(2)),
    }
}

/// An optional size: None and negative are all.
pub fn size(vm: &mut Vm, value: Value) -> Run<usize> {
    match value.bound().filter(|value| !value.is_none()) {
        None => Ok(usize::MAX),
        Some(value) if !convert::has_index(vm, value) => {
            let got = class::name_of(vm, value);
            let text = format!("argument should be integer or None, not '{got}'");
            Err(raise::type_error(vm, text))
        }
        Some(value) => Ok(usize::try_from(convert::size(vm, value)?).unwrap_or(usize::MAX)),
    }
}
