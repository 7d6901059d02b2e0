//! printf-style formatting of str and bytes: taking the arguments one by one and converting them.
//!
//! Pieces of the format are read as they are needed, because an error in a later one comes after the effects of earlier ones.

use crate::base::big::Big;
use crate::base::spec::number::Int;
use crate::base::spec::percent::{self, Amount, Conversion, Field, Piece, Pieces};
use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::tuple::Tuple;
use crate::object::number::BigInt;
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::object::text::string::Str;
use crate::ops::render::{buffer, format, repr};
use crate::ops::{call, class, convert, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Where the next argument comes from.
#[derive(Clone, Copy)]
enum Source {
    Tuple(Ref<Tuple>),
    Single(Value),
}

/// One formatting under way.
struct Formatting {
    is_bytes: bool,
    out: Vec<u8>,
    source: Source,
    /// Arguments of `source` taken.
    used: usize,
    /// The right operand, if it can be asked for keys.
    mapping: Option<Value>,
}

/// `format % args`, where `format` is a str of any class.
pub fn of_str(vm: &mut Vm, format: Value, args: Value) -> Run<Value> {
    let string = format.expect::<Str>();
    let made = of_text(vm, string.bytes(), args)?;
    if memchr::memchr(b'%', string.bytes()).is_none() {
        // Nothing to fill in: itself, of whatever class.
        return Ok(format);
    }
    Ok(text::from_vec(vm, made))
}

/// `format % args` of text: WTF-8.
pub fn of_text(vm: &mut Vm, format: &[u8], args: Value) -> Run<Vec<u8>> {
    run(vm, percent::pieces(format), format.len(), args, false)
}

/// `format % args` of bytes.
pub fn of_bytes(vm: &mut Vm, format: &[u8], args: Value) -> Run<Vec<u8>> {
    run(vm, percent::bytes_pieces(format), format.len(), args, true)
}

fn run(vm: &mut Vm, pieces: Pieces<'_>, length: usize, args: Value, is_bytes: bool) -> Run<Vec<u8>> {
    let tuple = args.cast::<Tuple>();
    let plain = args.is::<Str>() || is_bytes && (args.is::<Bytes>() || args.is::<ByteArray>());
    let is_mapping = tuple.is_none() && !plain && class::special(vm, args, Special::GetItem).is_some();
    let mut formatting = Formatting {
        is_bytes,
        out: Vec::with_capacity(length + 32),
        source: tuple.map_or(Source::Single(args), Source::Tuple),
        used: 0,
        mapping: is_mapping.then_some(args),
    };
    let mut pieces = pieces;
    loop {
        if let Some(kind) = pieces.plain() {
            formatting.plain(vm, kind)?;
            continue;
        }
        let Some(piece) = pieces.next() else { break };
        match piece.map_err(|refusal| format::error(vm, refusal))? {
            Piece::Literal(text) => raise::append(vm, &mut formatting.out, text)?,
            Piece::Conversion(conversion) => formatting.conversion(vm, &conversion, &pieces)?,
        }
    }
    if formatting.used < formatting.count() && formatting.mapping.is_none() {
        let what = if is_bytes { "bytes" } else { "string" };
        let message = format!("not all arguments converted during {what} formatting");
        return Err(raise::type_error(vm, message));
    }
    Ok(formatting.out)
}

impl Formatting {
    fn count(&self) -> usize {
        match self.source {
            Source::Tuple(tuple) => tuple.len(),
            Source::Single(_) => 1,
        }
    }

    fn next(&mut self, vm: &mut Vm) -> Run<Value> {
        if self.used >= self.count() {
            return Err(raise::type_error(vm, "not enough arguments for format string"));
        }
        self.used += 1;
        Ok(match self.source {
            Source::Tuple(tuple) => tuple.items()[self.used - 1],
            Source::Single(value) => value,
        })
    }

    /// `%s` or `%d` and nothing more.
    fn plain(&mut self, vm: &mut Vm, kind: u8) -> Run<()> {
        let value = self.next(vm)?;
        if value.is_int() && !(self.is_bytes && kind == b's') {
            let digits = &mut [0; 20];
            self.out.extend_from_slice(repr::decimal(digits, value.int_unchecked()));
            return Ok(());
        }
        if kind == b's' && !self.is_bytes && class::is_exact(value, ClassId::Str) {
            return raise::append(vm, &mut self.out, value.expect::<Str>().bytes());
        }
        let field = Field::plain(kind);
        match kind {
            b's' => self.shown(vm, &field, value),
            _ => self.int(vm, &field, value),
        }
    }

    fn conversion(&mut self, vm: &mut Vm, conversion: &Conversion<'_>, pieces: &Pieces<'_>) -> Run<()> {
        if let Some(key) = conversion.key {
            let value = self.by_key(vm, key)?;
            (self.source, self.used) = (Source::Single(value), 0);
        }
        let width = match conversion.width {
            Amount::Value => Some(self.star(vm, i64::MAX, "ssize_t")?),
            _ => None,
        };
        let precision = match conversion.precision {
            Amount::Value => Some(self.star(vm, i64::from(i32::MAX), "int")?),
            _ => None,
        };
        let field = conversion.field(width, precision);
        let value = self.next(vm)?;
        let size = field.width.max(field.precision.unwrap_or(0));
        let is_text = matches!(field.kind, b's' | b'r' | b'a' | b'b');
        if size > format::WIDTH_MAX && !(is_text && field.width <= format::WIDTH_MAX) {
            return Err(raise::memory_error(vm));
        }
        match field.kind {
            b's' | b'r' | b'a' => self.shown(vm, &field, value),
            b'b' if self.is_bytes => self.shown(vm, &field, value),
            b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => self.int(vm, &field, value),
            b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => {
                let x = self.float(vm, value)?;
                percent::format_float(&mut self.out, &field, x);
                Ok(())
            }
            b'c' => self.character(vm, &field, value),
            _ => Err(format::error(vm, percent::unsupported(conversion, pieces))),
        }
    }

    fn by_key(&mut self, vm: &mut Vm, key: &[u8]) -> Run<Value> {
        let Some(mapping) = self.mapping else {
            return Err(raise::type_error(vm, "format requires a mapping"));
        };
        let key = if self.is_bytes {
            make::bytes(vm, key)
        } else {
            text::from_bytes(vm, key)
        };
        match call::special(vm, mapping, Special::GetItem, &[key]) {
            Some(value) => value,
            None => Err(raise::type_error(vm, "format requires a mapping")),
        }
    }

    /// The value of a `*`.
    fn star(&mut self, vm: &mut Vm, limit: i64, limit_name: &str) -> Run<i64> {
        let value = self.next(vm)?;
        let Some(n) = convert::int_value(value) else {
            return Err(raise::type_error(vm, "* wants int"));
        };
        let n = n.as_int().or_else(|| n.cast::<BigInt>()?.limbs().to_i64());
        match n.filter(|n| n.unsigned_abs() <= limit as u64) {
            Some(n) => Ok(n),
            None => {
                let message = format!("Python int too large to convert to C {limit_name}");
                Err(raise::overflow_error(vm, message))
            }
        }
    }

    /// Makes room for what is shown next; padding may come on top.
    fn room(&mut self, vm: &mut Vm, length: usize) -> Run<()> {
        let free = self.out.capacity() - self.out.len();
        if free < length && self.out.try_reserve(length).is_err() {
            return Err(raise::memory_error(vm));
        }
        Ok(())
    }

    /// `%s`, `%r`, `%a`, `%b`
    fn shown(&mut self, vm: &mut Vm, field: &Field, value: Value) -> Run<()> {
        if self.is_bytes && matches!(field.kind, b's' | b'b') {
            let length = buffer::with(value, <[u8]>::len).unwrap_or(0);
            raise::room_for(vm, length, 2)?;
            let data = bytes_of(vm, value)?;
            self.room(vm, data.len())?;
            percent::format_bytes(&mut self.out, field, &data);
            return Ok(());
        }
        let shown = match field.kind {
            b's' => repr::str(vm, value)?,
            b'r' if !self.is_bytes => repr::repr(vm, value)?,
            _ => repr::ascii(vm, value)?,
        };
        let string = shown.expect::<Str>();
        self.room(vm, string.len())?;
        if self.is_bytes {
            percent::format_bytes(&mut self.out, field, string.bytes());
        } else {
            percent::format_text(&mut self.out, field, string.bytes());
        }
        Ok(())
    }

    fn int(&mut self, vm: &mut Vm, field: &Field, value: Value) -> Run<()> {
        let number = match convert::int_value(value) {
            Some(number) => number,
            None => to_int(vm, field.kind, value)?,
        };
        if let Some(n) = number.as_int() {
            percent::format_int(&mut self.out, field, Int::Small(n));
            return Ok(());
        }
        let big = number.expect::<BigInt>().big();
        if matches!(field.kind, b'd' | b'i' | b'u') {
            check_digits(vm, &big)?;
        }
        percent::format_int(&mut self.out, field, Int::Big(&big));
        Ok(())
    }

    fn float(&mut self, vm: &mut Vm, value: Value) -> Run<f64> {
        if let Some(x) = value.as_float() {
            return Ok(x);
        }
        let result = convert::to_f64(vm, value);
        if self.is_bytes && result.is_err() && raise::catch(vm, ClassId::TypeError).is_some() {
            let name = class::name_of(vm, value);
            return Err(raise::type_error(vm, format!("float argument required, not {name}")));
        }
        result
    }

    fn character(&mut self, vm: &mut Vm, field: &Field, value: Value) -> Run<()> {
        if self.is_bytes {
            let byte = byte_of(vm, value)?;
            let field = Field {
                precision: None,
                ..*field
            };
            percent::format_bytes(&mut self.out, &field, &[byte]);
            return Ok(());
        }
        let c = code_point_of(vm, value)?;
        percent::format_char(&mut self.out, field, c);
        Ok(())
    }
}

/// What `%d` and its kin make of a value that is no int.
fn to_int(vm: &mut Vm, kind: u8, value: Value) -> Run<Value> {
    let whole = matches!(kind, b'o' | b'x' | b'X');
    let number = if whole {
        class::special(vm, value, Special::Index).map(|_| convert::index(vm, value))
    } else if value.is::<Str>() || value.is::<Bytes>() || value.is::<ByteArray>() {
        None
    } else {
        Some(truncated(vm, value))
    };
    match number {
        Some(Ok(number)) => return Ok(convert::int_value(number).unwrap_or(number)),
        Some(Err(raised)) if raise::catch(vm, ClassId::TypeError).is_none() => return Err(raised),
        _ => {}
    }
    let (kind, name) = (char::from(kind), class::name_of(vm, value));
    let wanted = if whole { "an integer" } else { "a real number" };
    Err(raise::type_error(
        vm,
        format!("%{kind} format: {wanted} is required, not {name}"),
    ))
}

/// `int(value)` of a number.
fn truncated(vm: &mut Vm, value: Value) -> Run<Value> {
    if let Some(x) = convert::float_value(value) {
        return match Big::from_f64(x) {
            Some(big) => Ok(make::big(vm, big)),
            None if x.is_nan() => Err(raise::value_error(vm, "cannot convert float NaN to integer")),
            None => Err(raise::overflow_error(vm, "cannot convert float infinity to integer")),
        };
    }
    let number = match call::special(vm, value, Special::Int, &[]) {
        Some(number) => number?,
        None => return convert::index(vm, value),
    };
    if convert::is_int(number) {
        return Ok(number);
    }
    let name = class::name_of(vm, number);
    Err(raise::type_error(vm, format!("__int__ returned non-int (type {name})")))
}

/// Refuses ints with more decimal digits than CPython converts.
fn check_digits(vm: &mut Vm, big: &Big) -> Run<()> {
    // 2^14284 has 4300 digits and more.
    if big.bit_length() < 14_284 || big.abs().to_string_radix(10).len() <= 4300 {
        return Ok(());
    }
    let message = "Exceeds the limit (4300 digits) for integer string conversion; \
                   use sys.set_int_max_str_digits() to increase the limit";
    Err(raise::value_error(vm, message))
}

/// The index of a value for `%c`; `None` where it is no int.
fn index_of(vm: &mut Vm, value: Value) -> Run<Option<Value>> {
    if let Some(number) = convert::int_value(value) {
        return Ok(Some(number));
    }
    if class::special(vm, value, Special::Index).is_none() {
        return Ok(None);
    }
    let number = convert::index(vm, value)?;
    Ok(convert::int_value(number))
}

fn code_point_of(vm: &mut Vm, value: Value) -> Run<u32> {
    if let Some(string) = value.cast::<Str>() {
        if string.chars() == 1
            && let Some((c, _)) = walk::decode(string.bytes(), 0)
        {
            return Ok(c);
        }
        let n = string.chars();
        let message = format!("%c requires an int or a unicode character, not a string of length {n}");
        return Err(raise::type_error(vm, message));
    }
    let Some(number) = index_of(vm, value)? else {
        let name = class::name_of(vm, value);
        let message = format!("%c requires an int or a unicode character, not {name}");
        return Err(raise::type_error(vm, message));
    };
    match number.as_int().filter(|n| (0..0x11_0000).contains(n)) {
        Some(c) => Ok(c as u32),
        None => Err(raise::overflow_error(vm, "%c arg not in range(0x110000)")),
    }
}

fn byte_of(vm: &mut Vm, value: Value) -> Run<u8> {
    const WANTED: &str = "%c requires an integer in range(256) or a single byte";
    let wrong = |vm: &mut Vm, what: String| -> Raised { raise::type_error(vm, format!("{WANTED}, not {what}")) };
    let data = match (value.cast::<Bytes>(), value.cast::<ByteArray>()) {
        (Some(bytes), _) => Some(("bytes", bytes.data().to_vec())),
        (_, Some(array)) => Some(("bytearray", array.data().borrow().clone())),
        _ => None,
    };
    if let Some((name, data)) = data {
        return match data[..] {
            [byte] => Ok(byte),
            _ => Err(wrong(vm, format!("a {name} object of length {}", data.len()))),
        };
    }
    let Some(number) = index_of(vm, value)? else {
        let name = class::name_of(vm, value);
        return Err(wrong(vm, name));
    };
    match number.as_int().filter(|n| (0..256).contains(n)) {
        Some(byte) => Ok(byte as u8),
        None => Err(raise::overflow_error(vm, "%c arg not in range(256)")),
    }
}

/// What `%b` puts: the bytes of a bytes-like object, or what `__bytes__` gives.
fn bytes_of(vm: &mut Vm, value: Value) -> Run<Vec<u8>> {
    if let Some(data) = buffer::copy(value) {
        return Ok(data);
    }
    if let Some(made) = call::special(vm, value, Special::Bytes, &[]) {
        let made = made?;
        if let Some(bytes) = made.cast::<Bytes>() {
            return Ok(bytes.data().to_vec());
        }
        let name = class::name_of(vm, made);
        let message = format!("__bytes__ returned non-bytes (type {name})");
        return Err(raise::type_error(vm, message));
    }
    let name = class::name_of(vm, value);
    let message = format!("%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'");
    Err(raise::type_error(vm, message))
}
