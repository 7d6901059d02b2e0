//! `zlib`.

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use crate::api::{
    self, Class, ClassId, Kind, NativeDef, NewClass, Opaque, Own, Payload, Raised, Ref, Run, Tracer, Value, Vm, buffer,
    class, convert, flag, function, getter, make, method, own_class, raise, static_method, text,
};
use crate::stdlib::support::own_error;
use crate::stdlib::text::binascii;

#[cold]
fn error(vm: &mut Vm, message: &str) -> Raised {
    own_error(vm, Own::ZlibError, message)
}

/// What stands around the compressed data.
#[derive(Clone, Copy, PartialEq)]
enum Wrapping {
    Raw,
    Zlib,
    Gzip,
    /// Decompression only: whichever it is.
    Either,
}

fn wrapping(vm: &mut Vm, value: Value) -> Run<Wrapping> {
    let bits = match value.bound() {
        Some(bits) => convert::c_int(vm, bits)?,
        None => 15,
    };
    match bits {
        -15..=-8 => Ok(Wrapping::Raw),
        0 | 8..=15 => Ok(Wrapping::Zlib),
        24..=31 => Ok(Wrapping::Gzip),
        40..=47 => Ok(Wrapping::Either),
        _ => Err(raise::value_error(vm, "Invalid initialization option")),
    }
}

fn level(vm: &mut Vm, value: Value) -> Run<Compression> {
    let level = match value.bound() {
        Some(level) => convert::c_int(vm, level)?,
        None => -1,
    };
    match level {
        -1 => Ok(Compression::new(6)),
        0..=9 => Ok(Compression::new(level as u32)),
        _ => Err(error(vm, "Bad compression level")),
    }
}

/// A stream being compressed; a gzip stream keeps its checksum and length.
struct Compressor {
    inner: Compress,
    wrapping: Wrapping,
    started: bool,
    sum: crc32fast::Hasher,
    length: u32,
}

impl Payload for Compressor {
    fn trace(&self, _: &mut Tracer) {}
}

impl Compressor {
    fn new(level: Compression, wrapping: Wrapping) -> Compressor {
        Compressor {
            inner: Compress::new(level, wrapping == Wrapping::Zlib),
            wrapping,
            started: false,
            sum: crc32fast::Hasher::new(),
            length: 0,
        }
    }
    fn run(&mut self, mut data: &[u8], flush: FlushCompress) -> Vec<u8> {
        let mut out = Vec::with_capacity(data.len() / 2 + 64);
        if self.wrapping == Wrapping::Gzip {
            if !self.started {
                out.extend_from_slice(&[31, 139, 8, 0, 0, 0, 0, 0, 0, 3]);
                self.started = true;
            }
            self.sum.update(data);
            self.length = self.length.wrapping_add(data.len() as u32);
        }
        loop {
            out.reserve(data.len().max(256));
            let before = self.inner.total_in();
            let status = self.inner.compress_vec(data, &mut out, flush);
            data = &data[(self.inner.total_in() - before) as usize..];
            let room = out.capacity() - out.len();
            let is_done = match status {
                Ok(Status::StreamEnd) | Err(_) => true,
                Ok(Status::Ok | Status::BufError) => {
                    !matches!(flush, FlushCompress::Finish) && data.is_empty() && room > 0
                }
            };
            if is_done {
                break;
            }
        }
        if self.wrapping == Wrapping::Gzip && matches!(flush, FlushCompress::Finish) {
            out.extend_from_slice(&self.sum.clone().finalize().to_le_bytes());
            out.extend_from_slice(&self.length.to_le_bytes());
        }
        out
    }
}

/// A stream being decompressed.
struct Decompressor {
    inner: Decompress,
    wrapping: Wrapping,
    /// Header bytes that are not complete yet.
    head: Vec<u8>,
    head_done: bool,
    /// Bytes of the trailer of a gzip stream that are still to come.
    tail_left: usize,
    ended: bool,
    unused: Vec<u8>,
    unconsumed: Vec<u8>,
}

impl Payload for Decompressor {
    fn trace(&self, _: &mut Tracer) {}
}

/// The length of a gzip header; `None` if it is not complete, an error if it is none.
fn gzip_header(data: &[u8]) -> Result<Option<usize>, ()> {
    let magic = [31, 139, 8];
    if data.iter().zip(magic).any(|(&a, b)| a != b) {
        return Err(());
    }
    if data.len() < 10 {
        return Ok(None);
    }
    let flags = data[3];
    let mut at = 10;
    if flags & 4 != 0 {
        let Some(length) = data.get(at..at + 2) else {
            return Ok(None);
        };
        at += 2 + usize::from(length[0]) + 256 * usize::from(length[1]);
    }
    for bit in [8, 16] {
        if flags & bit != 0 {
            let Some(end) = data.get(at..).and_then(|rest| rest.iter().position(|&byte| byte == 0)) else {
                return Ok(None);
            };
            at += end + 1;
        }
    }
    if flags & 2 != 0 {
        at += 2;
    }
    Ok((at <= data.len()).then_some(at))
}

impl Decompressor {
    fn new(wrapping: Wrapping) -> Decompressor {
        Decompressor {
            inner: Decompress::new(wrapping == Wrapping::Zlib),
            wrapping,
            head: Vec::new(),
            head_done: matches!(wrapping, Wrapping::Raw | Wrapping::Zlib),
            tail_left: 0,
            ended: false,
            unused: Vec::new(),
            unconsumed: Vec::new(),
        }
    }
    /// Takes `data`; answers at most `most` bytes.
    fn run(&mut self, data: &[u8], most: usize) -> Result<Vec<u8>, String> {
        let mut joined = std::mem::take(&mut self.unconsumed);
        joined.extend_from_slice(data);
        if !self.head_done {
            self.head.extend_from_slice(&joined);
            if self.wrapping == Wrapping::Either && self.head.first().is_some_and(|&byte| byte != 31) {
                self.wrapping = Wrapping::Zlib;
                self.inner = Decompress::new(true);
                self.head_done = true;
                joined = std::mem::take(&mut self.head);
            } else {
                let incorrect = || "Error -3 while decompressing data: incorrect header check".to_string();
                match gzip_header(&self.head).map_err(|()| incorrect())? {
                    None => return Ok(Vec::new()),
                    Some(length) => {
                        joined = self.head.split_off(length);
                        self.head_done = true;
                        self.wrapping = Wrapping::Gzip;
                    }
                }
            }
        }
        let (mut out, mut rest) = (Vec::new(), &joined[..]);
        while !self.ended && self.tail_left == 0 {
            let room = (most - out.len()).min(rest.len().saturating_mul(4).clamp(256, 1 << 20));
            if room == 0 {
                break;
            }
            let start = out.len();
            out.resize(start + room, 0);
            let (before_in, before_out) = (self.inner.total_in(), self.inner.total_out());
            let status = self.inner.decompress(rest, &mut out[start..], FlushDecompress::None);
            out.truncate(start + (self.inner.total_out() - before_out) as usize);
            rest = &rest[(self.inner.total_in() - before_in) as usize..];
            match status {
                Ok(Status::StreamEnd) if self.wrapping == Wrapping::Gzip => self.tail_left = 8,
                Ok(Status::StreamEnd) => self.ended = true,
                Ok(_) if out.len() == start => break,
                Ok(_) => {}
                Err(failure) => {
                    let what = match failure.to_string().split_once(": ") {
                        Some((_, what)) if !what.is_empty() => what.to_string(),
                        _ if self.inner.total_in() < 3 => "incorrect header check".to_string(),
                        _ => "invalid data".to_string(),
                    };
                    return Err(format!("Error -3 while decompressing data: {what}"));
                }
            }
        }
        let skipped = rest.len().min(self.tail_left);
        if self.tail_left > 0 {
            rest = &rest[skipped..];
            self.tail_left -= skipped;
            self.ended = self.tail_left == 0;
        }
        match self.ended {
            true => self.unused.extend_from_slice(rest),
            false => self.unconsumed = rest.to_vec(),
        }
        Ok(out)
    }
}

fn with<T: Payload, R>(args: &[Value], work: impl FnOnce(&mut T) -> R) -> R {
    match args[0].expect::<Opaque>().with(work) {
        Some(result) => result,
        None => unreachable!("a stream holds its state"),
    }
}

fn new_object(vm: &mut Vm, own: Own, state: Box<dyn Payload>) -> Value {
    let class: Ref<Class> = own_class(vm, own);
    Opaque::new(&mut vm.heap, class::shape(class), state).value()
}

fn compress(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (level, wrapping) = (level(vm, args[1])?, wrapping(vm, args[2])?);
    let data = buffer::require(vm, args[0], |data| {
        Compressor::new(level, wrapping).run(data, FlushCompress::Finish)
    })?;
    Ok(make::bytes(vm, data))
}

fn decompress(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut stream = Decompressor::new(wrapping(vm, args[1])?);
    let out = buffer::require(vm, args[0], |data| stream.run(data, usize::MAX))?;
    match out {
        Ok(out) if stream.ended => Ok(make::bytes(vm, out)),
        Ok(_) => Err(error(
            vm,
            "Error -5 while decompressing data: incomplete or truncated stream",
        )),
        Err(message) => Err(error(vm, &message)),
    }
}

/// The argument `max_length`: 0 or negative is no bound.
fn most(vm: &mut Vm, value: Value, none: i64) -> Run<usize> {
    let n = match value.bound() {
        Some(n) => convert::size(vm, n)?,
        None => none,
    };
    if n < 0 && none == 0 {
        return Err(raise::value_error(vm, "max_length must be non-negative"));
    }
    Ok(if n == none || n < 0 { usize::MAX } else { n as usize })
}

fn decompress_some(vm: &mut Vm, args: &[Value], none: i64) -> Run<Value> {
    let most = most(vm, args[2], none)?;
    if none < 0 && with(args, |stream: &mut Decompressor| stream.ended) {
        return Err(raise::eof_error(vm, "End of stream already reached"));
    }
    let out = buffer::require(vm, args[1], |data| {
        with(args, |stream: &mut Decompressor| {
            if none == 0 {
                // The program gives what was left over again itself.
                stream.unconsumed.clear();
            }
            stream.run(data, most)
        })
    })?;
    match out {
        Ok(out) => Ok(make::bytes(vm, out)),
        Err(message) => Err(error(vm, &message)),
    }
}

static COMPRESSOR: &[NativeDef] = &[
    method("compress", "($self, data, /)", |vm, args| {
        let out = buffer::require(vm, args[1], |data| {
            with(args, |stream: &mut Compressor| stream.run(data, FlushCompress::None))
        })?;
        Ok(make::bytes(vm, out))
    }),
    method("flush", "($self, mode=zlib.Z_FINISH, /)", |vm, args| {
        let mode = match args[1].bound() {
            Some(mode) => convert::c_int(vm, mode)?,
            None => 4,
        };
        let flush = match mode {
            0 => return Ok(make::bytes(vm, Vec::new())),
            1 => FlushCompress::Partial,
            2 => FlushCompress::Sync,
            3 => FlushCompress::Full,
            _ => FlushCompress::Finish,
        };
        let out = with(args, |stream: &mut Compressor| stream.run(&[], flush));
        Ok(make::bytes(vm, out))
    }),
];

static DECOMPRESSOR: &[NativeDef] = &[
    method("decompress", "($self, data, /, max_length=0)", |vm, args| {
        decompress_some(vm, args, 0)
    }),
    method("flush", "($self, length=zlib.DEF_BUF_SIZE, /)", |vm, args| {
        let out = with(args, |stream: &mut Decompressor| stream.run(&[], usize::MAX));
        match out {
            Ok(out) => Ok(make::bytes(vm, out)),
            Err(message) => Err(error(vm, &message)),
        }
    }),
    getter("unused_data", |vm, args| {
        let data = with(args, |stream: &mut Decompressor| stream.unused.clone());
        Ok(make::bytes(vm, data))
    }),
    getter("unconsumed_tail", |vm, args| {
        let data = with(args, |stream: &mut Decompressor| stream.unconsumed.clone());
        Ok(make::bytes(vm, data))
    }),
    getter("eof", |_, args| {
        Ok(Value::bool(with(args, |stream: &mut Decompressor| stream.ended)))
    }),
];

static ZLIB_DECOMPRESSOR: &[NativeDef] = &[
    static_method("__new__", "(type, wbits=15, zdict=b'')", |vm, args| {
        let wrapping = wrapping(vm, args[1])?;
        Ok(new_object(
            vm,
            Own::ZlibDecompressor,
            Box::new(Decompressor::new(wrapping)),
        ))
    }),
    method("decompress", "($self, data, max_length=-1)", |vm, args| {
        decompress_some(vm, args, -1)
    }),
    getter("unused_data", |vm, args| {
        let data = with(args, |stream: &mut Decompressor| stream.unused.clone());
        Ok(make::bytes(vm, data))
    }),
    getter("needs_input", |_, args| {
        let needs = with(args, |stream: &mut Decompressor| {
            !stream.ended && stream.unconsumed.is_empty()
        });
        Ok(Value::bool(needs))
    }),
    getter("eof", |_, args| {
        Ok(Value::bool(with(args, |stream: &mut Decompressor| stream.ended)))
    }),
];

fn adler32(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let before = match args[1].bound() {
        Some(before) => convert::index_clamped(vm, before)? as u32,
        None => 1,
    };
    let sum = buffer::require(vm, args[0], |data| {
        let (mut a, mut b) = (before & 0xFFFF, before >> 16);
        for chunk in data.chunks(5552) {
            for &byte in chunk {
                a += u32::from(byte);
                b += a;
            }
            a %= 65521;
            b %= 65521;
        }
        b << 16 | a
    })?;
    Ok(Value::small_int(i64::from(sum)))
}

static FUNCTIONS: &[NativeDef] = &[
    function("compress", "(data, /, level=-1, wbits=15)", compress)
        .doc("Returns a bytes object containing compressed data."),
    function("decompress", "(data, /, wbits=15, bufsize=16384)", decompress)
        .doc("Returns a bytes object containing the uncompressed data."),
    function(
        "compressobj",
        "(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)",
        |vm, args| {
            let (level, wrapping) = (level(vm, args[0])?, wrapping(vm, args[2])?);
            Ok(new_object(
                vm,
                Own::Compressor,
                Box::new(Compressor::new(level, wrapping)),
            ))
        },
    ),
    function("decompressobj", "(wbits=15, zdict=b'')", |vm, args| {
        let wrapping = wrapping(vm, args[0])?;
        Ok(new_object(vm, Own::Decompressor, Box::new(Decompressor::new(wrapping))))
    }),
    function("crc32", "(data, value=0, /)", binascii::crc32).doc("Compute a CRC-32 checksum of data."),
    function("adler32", "(data, value=1, /)", adler32).doc("Compute an Adler-32 checksum of data."),
];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(
        vm,
        "zlib",
        "Compression and decompression by the deflate algorithm.",
        FUNCTIONS,
    );
    let failure = NewClass::new("zlib.error", ClassId::Exception, Kind::Exception, flag::BASE);
    api::class_in(vm, module, Some(Own::ZlibError), failure, &[]);
    for (own, name, rows, flags) in [
        (Own::Compressor, "zlib.Compress", COMPRESSOR, flag::NO_NEW),
        (Own::Decompressor, "zlib.Decompress", DECOMPRESSOR, flag::NO_NEW),
        (Own::ZlibDecompressor, "zlib._ZlibDecompressor", ZLIB_DECOMPRESSOR, 0),
    ] {
        let class = NewClass::new(name, ClassId::Object, Kind::Opaque, flags);
        api::class_in(vm, module, Some(own), class, rows);
    }
    for (name, n) in [
        ("MAX_WBITS", 15),
        ("DEFLATED", 8),
        ("DEF_MEM_LEVEL", 8),
        ("DEF_BUF_SIZE", 16384),
        ("Z_NO_COMPRESSION", 0),
        ("Z_BEST_SPEED", 1),
        ("Z_BEST_COMPRESSION", 9),
        ("Z_DEFAULT_COMPRESSION", -1),
        ("Z_NO_FLUSH", 0),
        ("Z_PARTIAL_FLUSH", 1),
        ("Z_SYNC_FLUSH", 2),
        ("Z_FULL_FLUSH", 3),
        ("Z_FINISH", 4),
        ("Z_DEFAULT_STRATEGY", 0),
        ("Z_FILTERED", 1),
        ("Z_HUFFMAN_ONLY", 2),
        ("Z_RLE", 3),
        ("Z_FIXED", 4),
    ] {
        api::set_in(vm, module, name, Value::small_int(n));
    }
    for name in ["ZLIB_VERSION", "ZLIB_RUNTIME_VERSION"] {
        let version = text::new(vm, "1.3.1");
        api::set_in(vm, module, name, version);
    }
    Ok(module)
}
