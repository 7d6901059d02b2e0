//! `_json`: reading. Places are bytes of the text inside, code points outside.

use std::collections::HashMap;

use ahash::RandomState;

use crate::api::{
    ClassId, Dict, List, Raised, Record, Ref, Run, Str, Value, Vm, attribute, call, class, convert, depth, dict, glue,
    make, raise, text, truth,
};
use crate::base::wtf8::walk;

/// Fields of a scanner: what the context of `json.decoder` says.
pub const STRICT: usize = 0;
const OBJECT_HOOK: usize = 1;
const PAIRS_HOOK: usize = 2;
const PARSE_FLOAT: usize = 3;
const PARSE_INT: usize = 4;
const PARSE_CONSTANT: usize = 5;

/// One reading of a text.
struct Scan<'a> {
    text: &'a [u8],
    document: Ref<Str>,
    scanner: Ref<Record>,
    /// Keys that were seen; `kept` holds them for the collector.
    keys: HashMap<&'a [u8], Value, RandomState>,
    kept: Ref<List>,
}

/// What an object has so far.
#[derive(Clone, Copy)]
enum Members {
    Dict(Ref<Dict>),
    /// For `object_pairs_hook`.
    Pairs(Ref<List>),
}

/// The fields of a scanner for a context.
pub fn fields(vm: &mut Vm, context: Value) -> Run<[Value; 6]> {
    let mut fields = [Value::NONE; 6];
    let names = [
        "strict",
        "object_hook",
        "object_pairs_hook",
        "parse_float",
        "parse_int",
        "parse_constant",
    ];
    for (field, name) in fields.iter_mut().zip(names) {
        let name = text::intern(vm, name);
        *field = attribute::get(vm, context, name)?;
    }
    let strict = truth::truth(vm, fields[STRICT])?;
    fields[STRICT] = Value::bool(strict);
    Ok(fields)
}

fn chars(document: Ref<Str>, at: usize) -> usize {
    if document.is_ascii() {
        return at;
    }
    document.bytes()[..at]
        .iter()
        .filter(|&&byte| byte & 0xC0 != 0x80)
        .count()
}

/// Raises JSONDecodeError.
#[cold]
fn refuse(vm: &mut Vm, document: Ref<Str>, message: &str, at: usize) -> Raised {
    let at = Value::small_int(chars(document, at) as i64);
    let made = refusal(vm, document, message, at);
    raise::made(vm, made)
}

fn refusal(vm: &mut Vm, document: Ref<Str>, message: &str, at: Value) -> Run<Value> {
    // `__import__("json.decoder")` answers the package.
    let package = glue::import(vm, "json.decoder")?;
    let (module, name) = (text::intern(vm, "decoder"), text::intern(vm, "JSONDecodeError"));
    let module = attribute::get(vm, package, module)?;
    let class = attribute::get(vm, module, name)?;
    let message = text::new(vm, message);
    call::call(vm, class, &[message, document.value(), at])
}

/// `scan_once(string, idx)`
pub fn scan(vm: &mut Vm, scanner: Ref<Record>, document: Ref<Str>, index: i64) -> Run<(Value, usize)> {
    if index < 0 {
        return Err(raise::value_error(vm, "idx cannot be negative"));
    }
    if index as usize > document.chars() {
        let at = Value::small_int(index);
        return Err(raise::stop_iteration(vm, at));
    }
    let start = document.offset(index as usize);
    let mut scan = Scan {
        text: document.bytes(),
        document,
        scanner,
        keys: HashMap::default(),
        kept: make::list(vm, Vec::new()).expect(),
    };
    let (value, end) = scan.value(vm, start)?;
    Ok((value, chars(document, end)))
}

impl<'a> Scan<'a> {
    fn at(&self, i: usize) -> u8 {
        self.text.get(i).copied().unwrap_or(0)
    }
    fn skip(&self, mut i: usize) -> usize {
        while matches!(self.at(i), b' ' | b'\t' | b'\n' | b'\r') && i < self.text.len() {
            i += 1;
        }
        i
    }
    fn nothing(&self, vm: &mut Vm, at: usize) -> Raised {
        let at = Value::small_int(chars(self.document, at) as i64);
        raise::stop_iteration(vm, at)
    }

    fn value(&mut self, vm: &mut Vm, at: usize) -> Run<(Value, usize)> {
        let rest = &self.text[at.min(self.text.len())..];
        match self.at(at) {
            b'"' => string(
                vm,
                self.document,
                self.text,
                at + 1,
                self.scanner.get(STRICT) == Value::TRUE,
            ),
            b'{' => {
                depth::enter(vm)?;
                self.object(vm, at + 1)
            }
            b'[' => {
                depth::enter(vm)?;
                self.array(vm, at + 1)
            }
            b'n' if rest.starts_with(b"null") => Ok((Value::NONE, at + 4)),
            b't' if rest.starts_with(b"true") => Ok((Value::TRUE, at + 4)),
            b'f' if rest.starts_with(b"false") => Ok((Value::FALSE, at + 5)),
            b'N' if rest.starts_with(b"NaN") => self.constant(vm, "NaN", at),
            b'I' if rest.starts_with(b"Infinity") => self.constant(vm, "Infinity", at),
            b'-' if rest.starts_with(b"-Infinity") => self.constant(vm, "-Infinity", at),
            _ => self.number(vm, at),
        }
    }

    fn constant(&self, vm: &mut Vm, name: &str, at: usize) -> Run<(Value, usize)> {
        let shown = text::new(vm, name);
        let value = call::call(vm, self.scanner.get(PARSE_CONSTANT), &[shown])?;
        Ok((value, at + name.len()))
    }

    fn digits(&self, mut i: usize) -> usize {
        while self.at(i).is_ascii_digit() {
            i += 1;
        }
        i
    }

    fn number(&self, vm: &mut Vm, start: usize) -> Run<(Value, usize)> {
        let first = start + usize::from(self.at(start) == b'-');
        let mut end = match self.at(first) {
            b'0' => first + 1,
            b'1'..=b'9' => self.digits(first),
            _ => return Err(self.nothing(vm, start)),
        };
        let mut is_float = false;
        if self.at(end) == b'.' && self.at(end + 1).is_ascii_digit() {
            is_float = true;
            end = self.digits(end + 1);
        }
        if matches!(self.at(end), b'e' | b'E') {
            let sign = usize::from(matches!(self.at(end + 1), b'+' | b'-'));
            if self.at(end + 1 + sign).is_ascii_digit() {
                is_float = true;
                end = self.digits(end + 1 + sign);
            }
        }
        let shown = std::str::from_utf8(&self.text[start..end]).unwrap_or("0");
        let (parser, plain) = match is_float {
            true => (self.scanner.get(PARSE_FLOAT), ClassId::Float),
            false => (self.scanner.get(PARSE_INT), ClassId::Int),
        };
        if parser == vm.class(plain) {
            if is_float && let Ok(x) = shown.parse() {
                return Ok((Value::float(x), end));
            }
            if shown.len() <= 15
                && let Ok(n) = shown.parse()
            {
                return Ok((Value::small_int(n), end));
            }
        }
        let shown = text::new(vm, shown);
        Ok((call::call(vm, parser, &[shown])?, end))
    }

    fn array(&mut self, vm: &mut Vm, at: usize) -> Run<(Value, usize)> {
        let items = make::list(vm, Vec::new()).expect::<List>();
        let mut at = self.skip(at);
        if self.at(at) == b']' {
            return Ok((items.value(), at + 1));
        }
        loop {
            let (item, end) = self.value(vm, at)?;
            items.push(item);
            at = self.skip(end);
            match self.at(at) {
                b',' => {}
                b']' => return Ok((items.value(), at + 1)),
                _ => return Err(refuse(vm, self.document, "Expecting ',' delimiter", at)),
            }
            let comma = at;
            at = self.skip(at + 1);
            if self.at(at) == b']' {
                return Err(refuse(
                    vm,
                    self.document,
                    "Illegal trailing comma before end of array",
                    comma,
                ));
            }
        }
    }

    /// The key that begins at `at`, behind its quote.
    fn key(&mut self, vm: &mut Vm, at: usize) -> Run<(Value, usize)> {
        let plain = self.text[at..]
            .iter()
            .position(|&c| matches!(c, b'"' | b'\\') || c < 32);
        if let Some(len) = plain
            && self.text[at + len] == b'"'
        {
            let bytes = &self.text[at..at + len];
            if let Some(&known) = self.keys.get(bytes) {
                return Ok((known, at + len + 1));
            }
            let key = text::from_bytes(vm, bytes);
            self.kept.push(key);
            self.keys.insert(bytes, key);
            return Ok((key, at + len + 1));
        }
        string(
            vm,
            self.document,
            self.text,
            at,
            self.scanner.get(STRICT) == Value::TRUE,
        )
    }

    fn object(&mut self, vm: &mut Vm, at: usize) -> Run<(Value, usize)> {
        let pairs_hook = self.scanner.get(PAIRS_HOOK);
        let members = match pairs_hook.is_none() {
            true => Members::Dict(make::dict(vm).expect()),
            false => Members::Pairs(make::list(vm, Vec::new()).expect()),
        };
        let mut at = self.skip(at);
        let mut is_open = self.at(at) != b'}';
        while is_open {
            if self.at(at) != b'"' {
                let text = "Expecting property name enclosed in double quotes";
                return Err(refuse(vm, self.document, text, at));
            }
            let (key, end) = self.key(vm, at + 1)?;
            at = self.skip(end);
            if self.at(at) != b':' {
                return Err(refuse(vm, self.document, "Expecting ':' delimiter", at));
            }
            at = self.skip(at + 1);
            let (value, end) = self.value(vm, at)?;
            match members {
                Members::Dict(members) => dict::set(vm, members, key, value)?,
                Members::Pairs(pairs) => pairs.push(make::tuple(vm, &[key, value])),
            }
            at = self.skip(end);
            match self.at(at) {
                b',' => {
                    let comma = at;
                    at = self.skip(at + 1);
                    if self.at(at) == b'}' {
                        return Err(refuse(
                            vm,
                            self.document,
                            "Illegal trailing comma before end of object",
                            comma,
                        ));
                    }
                }
                b'}' => is_open = false,
                _ => return Err(refuse(vm, self.document, "Expecting ',' delimiter", at)),
            }
        }
        let end = at + 1;
        let (hook, made) = match members {
            Members::Dict(members) => (self.scanner.get(OBJECT_HOOK), members.value()),
            Members::Pairs(pairs) => (pairs_hook, pairs.value()),
        };
        match hook {
            Value::NONE => Ok((made, end)),
            hook => Ok((call::call(vm, hook, &[made])?, end)),
        }
    }
}

/// The string whose text begins at `begin`, behind the quote; and the place behind the closing quote.
pub fn string(vm: &mut Vm, document: Ref<Str>, text: &[u8], begin: usize, strict: bool) -> Run<(Value, usize)> {
    let mut out: Option<Vec<u8>> = None;
    let mut at = begin;
    loop {
        let stop = text[at..].iter().position(|&c| matches!(c, b'"' | b'\\') || c < 32);
        let Some(len) = stop else {
            return Err(refuse(vm, document, "Unterminated string starting at", begin - 1));
        };
        let piece = &text[at..at + len];
        let end = at + len;
        match text[end] {
            b'"' => {
                let value = match out {
                    None => text::from_bytes(vm, piece),
                    Some(mut out) => {
                        out.extend_from_slice(piece);
                        text::from_vec(vm, out)
                    }
                };
                return Ok((value, end + 1));
            }
            b'\\' => {
                let out = out.get_or_insert_default();
                out.extend_from_slice(piece);
                at = escape(vm, document, text, begin, end, out)?;
            }
            _ if strict => return Err(refuse(vm, document, "Invalid control character at", end)),
            control => {
                let out = out.get_or_insert_default();
                out.extend_from_slice(piece);
                out.push(control);
                at = end + 1;
            }
        }
    }
}

/// The number of four hexadecimal digits at `at`.
fn hex(text: &[u8], at: usize) -> Option<u32> {
    let digits = text.get(at..at + 4)?;
    digits
        .iter()
        .try_fold(0, |n, &c| Some(n << 4 | char::from(c).to_digit(16)?))
}

/// Appends what the escape at `at` means; answers the place behind it.
fn escape(vm: &mut Vm, document: Ref<Str>, text: &[u8], begin: usize, at: usize, out: &mut Vec<u8>) -> Run<usize> {
    let Some(&c) = text.get(at + 1) else {
        return Err(refuse(vm, document, "Unterminated string starting at", begin - 1));
    };
    let simple = match c {
        b'"' | b'\\' | b'/' => c,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'u' => {
            let Some(mut n) = hex(text, at + 2) else {
                return Err(refuse(vm, document, "Invalid \\uXXXX escape", at + 1));
            };
            let mut end = at + 6;
            if (0xD800..0xDC00).contains(&n)
                && text.get(end..end + 2) == Some(b"\\u")
                && let Some(low) = hex(text, end + 2)
                && (0xDC00..0xE000).contains(&low)
            {
                n = 0x10000 + ((n - 0xD800) << 10 | (low - 0xDC00));
                end += 6;
            }
            walk::push(out, n);
            return Ok(end);
        }
        _ => return Err(refuse(vm, document, "Invalid \\escape", at)),
    };
    out.push(simple);
    Ok(at + 2)
}

/// `scanstring(string, end, strict=True)`
pub fn scan_string(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(document) = args[0].cast::<Str>() else {
        let got = class::name_of(vm, args[0]);
        let text = format!("first argument must be a string, not {got}");
        return Err(raise::type_error(vm, text));
    };
    let begin = convert::size(vm, args[1])?;
    let strict = match args[2].bound() {
        Some(strict) => truth::truth(vm, strict)?,
        None => true,
    };
    if begin < 0 || begin as usize > document.chars() {
        return Err(raise::value_error(vm, "end is out of bounds"));
    }
    let begin = document.offset(begin as usize);
    let (value, end) = string(vm, document, document.bytes(), begin, strict)?;
    let end = make::size(vm, chars(document, end));
    Ok(make::tuple(vm, &[value, end]))
}
