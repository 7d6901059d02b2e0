//! Making, cutting, joining and interning strings.

use crate::base::hash;
use crate::base::search;
use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::object::text::string::{Str, append};
use crate::vm::known::ClassId;
use crate::vm::state::Vm;

/// A new `str`. `bytes` must be WTF-8.
pub fn from_bytes(vm: &mut Vm, bytes: &[u8]) -> Value {
    match bytes {
        [] => vm.empty_str,
        &[c] if c < 0x80 => vm.characters[c as usize],
        &[lead @ 0xC2..=0xC3, next] => vm.characters[((lead & 3) << 6 | next & 0x3F) as usize],
        bytes => Str::new(&mut vm.heap, ClassId::Str.shape(), bytes).value(),
    }
}

/// As `from_bytes`; long text is not copied again.
pub fn from_vec(vm: &mut Vm, bytes: Vec<u8>) -> Value {
    match bytes.len() {
        0..=2 => from_bytes(vm, &bytes),
        _ => Str::from_vec(&mut vm.heap, ClassId::Str.shape(), bytes).value(),
    }
}

/// A `str` of one code point.
pub fn from_char(vm: &mut Vm, c: u32) -> Value {
    if c < 0x100 {
        return vm.characters[c as usize];
    }
    let mut bytes = Vec::with_capacity(4);
    walk::push(&mut bytes, c);
    Str::new(&mut vm.heap, ClassId::Str.shape(), &bytes).value()
}

/// Bytes `start..end` of `string` as an exact `str`: the operand itself if that is all of it.
pub fn cut(vm: &mut Vm, string: Ref<Str>, start: usize, end: usize) -> Value {
    let shape = ClassId::Str.shape();
    if start == 0 && end == string.len() && string.shape() == shape {
        return string.value();
    }
    let part = &string.bytes()[start..end];
    if !string.is_ascii() || part.len() < 2 {
        return from_bytes(vm, part);
    }
    from_ascii(vm, part)
}

/// A new `str` of ASCII.
pub fn from_ascii(vm: &mut Vm, bytes: &[u8]) -> Value {
    debug_assert!(bytes.is_ascii());
    with(vm, bytes.len(), bytes.len(), |text| text.copy_from_slice(bytes))
}

/// As `from_ascii`; long text is not copied again.
pub fn from_ascii_vec(vm: &mut Vm, bytes: Vec<u8>) -> Value {
    debug_assert!(bytes.is_ascii());
    match bytes.len() {
        0..=2 => from_bytes(vm, &bytes),
        _ => Str::from_ascii_vec(&mut vm.heap, ClassId::Str.shape(), bytes).value(),
    }
}

/// A new `str` of `len` bytes and `chars` code points, which `fill` writes: all of them, in WTF-8.
#[inline]
pub fn with(vm: &mut Vm, len: usize, chars: usize, fill: impl FnOnce(&mut [u8])) -> Value {
    if len <= 2 {
        let mut bytes = [0; 2];
        fill(&mut bytes[..len]);
        return from_bytes(vm, &bytes[..len]);
    }
    Str::with(&mut vm.heap, ClassId::Str.shape(), len, chars, fill).value()
}

/// Whether `part` occurs in `text`.
pub fn has(text: &Str, part: &Str) -> bool {
    match *part.bytes() {
        [] => true,
        [byte] => search::find_byte(text.bytes(), byte).is_some(),
        ref part => search::contains(text.bytes(), part),
    }
}

/// Character `n` of `string`, from its end if negative; `None` beyond either end.
pub fn char_from(vm: &mut Vm, string: Ref<Str>, n: i64) -> Option<Value> {
    let n = if n < 0 { n + string.chars() as i64 } else { n };
    char_at(vm, string, usize::try_from(n).ok()?)
}

/// Character `n` of `string`; `None` beyond its end.
pub fn char_at(vm: &mut Vm, string: Ref<Str>, n: usize) -> Option<Value> {
    if string.is_ascii() {
        return string.bytes().get(n).map(|&byte| vm.characters[byte as usize]);
    }
    if n >= string.chars() {
        return None;
    }
    let (c, _) = walk::decode(string.bytes(), string.offset(n))?;
    Some(from_char(vm, c))
}

/// Fields of an iterator over a str: the string (None at the end), the byte offset of the next character.
pub const STRING: usize = 0;
pub const OFFSET: usize = 1;

/// The next character of an iterator over a str.
pub fn step(vm: &mut Vm, iterator: Ref<Record>) -> Option<Value> {
    let string = iterator.get(STRING).cast::<Str>()?;
    let at = iterator.get(OFFSET).int_unchecked() as usize;
    if let Some(&byte) = string.bytes().get(at)
        && byte < 0x80
    {
        iterator.set(OFFSET, Value::small_int(at as i64 + 1));
        return Some(vm.characters[byte as usize]);
    }
    let Some((c, next)) = walk::decode(string.bytes(), at) else {
        iterator.set(STRING, Value::NONE);
        return None;
    };
    iterator.set(OFFSET, Value::small_int(next as i64));
    Some(from_char(vm, c))
}

/// `left + right`
pub fn concat(vm: &mut Vm, left: Ref<Str>, right: Ref<Str>) -> Value {
    let shape = ClassId::Str.shape();
    if right.is_empty() && left.shape() == shape {
        return left.value();
    }
    if left.is_empty() && right.shape() == shape {
        return right.value();
    }
    Str::concat(&mut vm.heap, shape, left, right).value()
}

/// The texts of `parts`, which are all `str`, one after the other.
pub fn join_strs(vm: &mut Vm, parts: &[Value]) -> Value {
    join_between(vm, &[], 0, parts)
}

/// The texts of `parts`, which are all `str`, with `between` (of `points` code points) between them.
pub fn join_between(vm: &mut Vm, between: &[u8], points: usize, parts: &[Value]) -> Value {
    let gaps = parts.len().saturating_sub(1);
    let (mut len, mut chars) = (between.len() * gaps, points * gaps);
    for part in parts {
        let part = part.expect::<Str>();
        len += part.len();
        chars += part.chars();
    }
    let join = |text: &mut [u8]| {
        let mut rest = text;
        for (i, part) in parts.iter().enumerate() {
            if i > 0 && !between.is_empty() {
                rest = append(rest, between);
            }
            rest = append(rest, part.expect::<Str>().bytes());
        }
    };
    with(vm, len, chars, join)
}

/// A new `str`.
pub fn new(vm: &mut Vm, text: &str) -> Value {
    from_bytes(vm, text.as_bytes())
}

/// The one `str` with this text that names use: equal interned strings are the same object.
pub fn intern(vm: &mut Vm, text: &str) -> Value {
    intern_bytes(vm, text.as_bytes())
}

/// As `intern`, for WTF-8.
pub fn intern_bytes(vm: &mut Vm, bytes: &[u8]) -> Value {
    let hash = hash::of_text(bytes);
    if let Some(known) = find_interned(vm, hash, bytes) {
        return known;
    }
    let string = match from_bytes(vm, bytes) {
        // Before the strings of one character are made.
        Value::UNBOUND => Str::new(&mut vm.heap, ClassId::Str.shape(), bytes),
        made => made.expect(),
    };
    string.set_hash(hash);
    remember(vm, string)
}

/// Interns an existing string; answers the one to use from now on. Instances of subclasses are not interned themselves.
pub fn intern_value(vm: &mut Vm, value: Value) -> Value {
    let Some(string) = value.cast::<Str>() else {
        return value;
    };
    if string.is_interned() {
        return value;
    }
    if let Some(known) = find_interned(vm, string.hash(), string.bytes()) {
        return known;
    }
    if string.shape() != ClassId::Str.shape() {
        return intern_bytes(vm, string.bytes());
    }
    remember(vm, string)
}

fn find_interned(vm: &Vm, hash: i64, bytes: &[u8]) -> Option<Value> {
    vm.interned.find(hash, |known| {
        let known = known.expect::<Str>();
        known.hash() == hash && known.bytes() == bytes
    })
}

fn remember(vm: &mut Vm, string: Ref<Str>) -> Value {
    string.set_interned();
    vm.interned
        .insert(string.hash(), string.value(), |known| known.expect::<Str>().hash());
    string.value()
}
