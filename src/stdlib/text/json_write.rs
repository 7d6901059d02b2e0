//! `_json`: writing, and the module.

use crate::api::{
    self, ClassId, Dict, Exception, Kind, List, NativeDef, NewClass, Own, Raised, Record, Ref, Run, Str, Tuple, Value,
    Vm, attribute, call, class, convert, depth, dict, flag, function, iterate, make, method, raise, record_of, repr,
    static_method, text, truth, tuple,
};
use crate::base::float;
use crate::base::wtf8::walk;
use crate::stdlib::text::json;

/// Fields of an encoder.
const MARKERS: usize = 0;
const DEFAULT: usize = 1;
const ENCODER: usize = 2;
const INDENT: usize = 3;
const KEY_SEPARATOR: usize = 4;
const ITEM_SEPARATOR: usize = 5;
const SORT_KEYS: usize = 6;
const SKIP_KEYS: usize = 7;
const ALLOW_NAN: usize = 8;

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Appends a string in quotes; beyond ASCII as escapes if `ascii`.
fn quoted(out: &mut Vec<u8>, bytes: &[u8], ascii: bool) {
    out.push(b'"');
    let mut at = 0;
    while at < bytes.len() {
        let is_plain = |&c: &u8| c >= 32 && c != b'"' && c != b'\\' && (c < 127 || !ascii);
        let len = bytes[at..]
            .iter()
            .position(|c| !is_plain(c))
            .unwrap_or(bytes.len() - at);
        out.extend_from_slice(&bytes[at..at + len]);
        at += len;
        let Some((c, next)) = walk::decode(bytes, at) else {
            break;
        };
        at = next;
        let short = match c {
            0x22 => Some(b'"'),
            0x5C => Some(b'\\'),
            8 => Some(b'b'),
            9 => Some(b't'),
            10 => Some(b'n'),
            12 => Some(b'f'),
            13 => Some(b'r'),
            _ => None,
        };
        let unit = |out: &mut Vec<u8>, n: u32| {
            out.extend_from_slice(b"\\u");
            out.extend([12, 8, 4, 0].map(|shift| HEX[(n >> shift & 15) as usize]));
        };
        match short {
            Some(short) => out.extend([b'\\', short]),
            None if c >= 0x10000 => {
                unit(out, 0xD800 + ((c - 0x10000) >> 10));
                unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
            }
            None => unit(out, c),
        }
    }
    out.push(b'"');
}

fn encode_string(vm: &mut Vm, args: &[Value], ascii: bool) -> Run<Value> {
    let Some(string) = args[0].cast::<Str>() else {
        let got = class::name_of(vm, args[0]);
        return Err(raise::type_error(
            vm,
            format!("first argument must be a string, not {got}"),
        ));
    };
    let mut out = Vec::with_capacity(string.len() + 2);
    quoted(&mut out, string.bytes(), ascii);
    Ok(text::from_vec(vm, out))
}

fn encode_basestring(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    encode_string(vm, args, false)
}
fn encode_basestring_ascii(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    encode_string(vm, args, true)
}

/// How strings are written.
#[derive(Clone, Copy, PartialEq)]
enum Strings {
    Ascii,
    Plain,
    /// By a function of the program's.
    Called,
}

/// One writing of a value.
struct Writing {
    encoder: Ref<Record>,
    strings: Strings,
    /// The text of one step of indentation.
    indent: Option<Vec<u8>>,
    out: Vec<u8>,
}

impl Writing {
    fn push_str(&mut self, value: Value) {
        if let Some(string) = value.cast::<Str>() {
            self.out.extend_from_slice(string.bytes());
        }
    }
    fn newline(&mut self, level: usize) {
        if let Some(indent) = &self.indent {
            self.out.push(b'\n');
            for _ in 0..level {
                self.out.extend_from_slice(indent);
            }
        }
    }

    fn string(&mut self, vm: &mut Vm, value: Value) -> Run<()> {
        if self.strings == Strings::Called {
            let shown = call::call(vm, self.encoder.get(ENCODER), &[value])?;
            if !shown.is::<Str>() {
                let got = class::name_of(vm, shown);
                return Err(raise::type_error(
                    vm,
                    format!("encoder() must return a string, not {got}"),
                ));
            }
            self.push_str(shown);
            return Ok(());
        }
        quoted(
            &mut self.out,
            value.expect::<Str>().bytes(),
            self.strings == Strings::Ascii,
        );
        Ok(())
    }

    fn float(&mut self, vm: &mut Vm, x: f64) -> Run<()> {
        if x.is_finite() {
            self.out.extend_from_slice(float::repr(x).as_bytes());
            return Ok(());
        }
        if self.encoder.get(ALLOW_NAN) != Value::TRUE {
            let text = format!("Out of range float values are not JSON compliant: {}", float::repr(x));
            return Err(raise::value_error(vm, text));
        }
        let text: &[u8] = if x.is_nan() {
            b"NaN"
        } else if x > 0.0 {
            b"Infinity"
        } else {
            b"-Infinity"
        };
        self.out.extend_from_slice(text);
        Ok(())
    }

    /// Writes what needs no more than itself; answers whether it did.
    fn plain(&mut self, vm: &mut Vm, value: Value) -> Run<bool> {
        match value {
            Value::NONE => self.out.extend_from_slice(b"null"),
            Value::TRUE => self.out.extend_from_slice(b"true"),
            Value::FALSE => self.out.extend_from_slice(b"false"),
            _ if value.is::<Str>() => self.string(vm, value)?,
            _ => {
                if let Some(n) = value.as_int() {
                    let mut digits = [0; 20];
                    self.out.extend_from_slice(repr::decimal(&mut digits, n));
                } else if let Some(int) = convert::int_value(value) {
                    let shown = repr::repr(vm, int)?;
                    self.push_str(shown);
                } else if let Some(x) = convert::float_value(value) {
                    self.float(vm, x)?;
                } else {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    fn value(&mut self, vm: &mut Vm, value: Value, level: usize) -> Run<()> {
        if self.plain(vm, value)? {
            return Ok(());
        }
        depth::enter(vm)?;
        if value.is::<List>() || value.is::<Tuple>() {
            return self.guarded(vm, value, |this, vm| this.list(vm, value, level));
        }
        if value.is::<Dict>() {
            return self.guarded(vm, value, |this, vm| this.dict(vm, value, level));
        }
        self.guarded(vm, value, |this, vm| {
            let other = call::call(vm, this.encoder.get(DEFAULT), &[value])?;
            let done = this.value(vm, other, level);
            done.map_err(|raised| noted(vm, raised, value, None))
        })
    }

    /// Writes a container, which may not contain itself.
    fn guarded(&mut self, vm: &mut Vm, value: Value, work: impl FnOnce(&mut Writing, &mut Vm) -> Run<()>) -> Run<()> {
        let Some(markers) = self.encoder.get(MARKERS).cast::<Dict>() else {
            return work(self, vm);
        };
        let id = make::int(vm, repr::address(value) as i64);
        if dict::get(vm, markers, id)?.is_some() {
            return Err(raise::value_error(vm, "Circular reference detected"));
        }
        dict::set(vm, markers, id, value)?;
        work(self, vm)?;
        dict::remove(vm, markers, id)?;
        Ok(())
    }

    fn list(&mut self, vm: &mut Vm, value: Value, level: usize) -> Run<()> {
        let mut i = 0;
        let at = |i: usize| match value.cast::<List>() {
            Some(list) => list.get(i),
            None => tuple::items(value.expect::<Tuple>()).get(i).copied(),
        };
        if at(0).is_none() {
            self.out.extend_from_slice(b"[]");
            return Ok(());
        }
        self.out.push(b'[');
        while let Some(one) = at(i) {
            if i > 0 {
                self.push_str(self.encoder.get(ITEM_SEPARATOR));
            }
            self.newline(level + 1);
            if let Err(raised) = self.value(vm, one, level + 1) {
                return Err(noted(vm, raised, value, Some(Value::small_int(i as i64))));
            }
            i += 1;
        }
        self.newline(level);
        self.out.push(b']');
        Ok(())
    }

    /// Writes a key and its separator; answers false for one that is left out.
    fn key(&mut self, vm: &mut Vm, key: Value, first: bool, level: usize) -> Run<bool> {
        let shown = match key {
            Value::TRUE => text::new(vm, "true"),
            Value::FALSE => text::new(vm, "false"),
            Value::NONE => text::new(vm, "null"),
            _ if key.is::<Str>() => key,
            _ => {
                let mark = self.out.len();
                if self.plain(vm, key)? {
                    let bytes = self.out.split_off(mark);
                    text::from_vec(vm, bytes)
                } else if self.encoder.get(SKIP_KEYS) == Value::TRUE {
                    return Ok(false);
                } else {
                    let got = class::name_of(vm, key);
                    let text = format!("keys must be str, int, float, bool or None, not {got}");
                    return Err(raise::type_error(vm, text));
                }
            }
        };
        if !first {
            self.push_str(self.encoder.get(ITEM_SEPARATOR));
        }
        self.newline(level + 1);
        self.string(vm, shown)?;
        self.push_str(self.encoder.get(KEY_SEPARATOR));
        Ok(true)
    }

    fn dict(&mut self, vm: &mut Vm, value: Value, level: usize) -> Run<()> {
        let dict: Ref<Dict> = value.expect();
        if dict.is_empty() {
            self.out.extend_from_slice(b"{}");
            return Ok(());
        }
        let is_plain = class::is_exact(value, ClassId::Dict) && self.encoder.get(SORT_KEYS) != Value::TRUE;
        self.out.push(b'{');
        let mut first = true;
        if is_plain {
            let mut from = 0;
            while let Some((i, key, one)) = dict.next_entry(from) {
                from = i + 1;
                self.member(vm, value, (key, one), &mut first, level)?;
            }
        } else {
            let items = self.items(vm, value)?;
            let mut i = 0;
            while let Some(pair) = items.get(i) {
                i += 1;
                let Some(&[key, one]) = pair.cast::<Tuple>().map(tuple::items) else {
                    return Err(raise::value_error(vm, "items must return 2-tuples"));
                };
                self.member(vm, value, (key, one), &mut first, level)?;
            }
        }
        if !first {
            self.newline(level);
        }
        self.out.push(b'}');
        Ok(())
    }

    fn member(&mut self, vm: &mut Vm, of: Value, pair: (Value, Value), first: &mut bool, level: usize) -> Run<()> {
        if !self.key(vm, pair.0, *first, level)? {
            return Ok(());
        }
        *first = false;
        match self.value(vm, pair.1, level + 1) {
            Ok(()) => Ok(()),
            Err(raised) => Err(noted(vm, raised, of, Some(pair.0))),
        }
    }

    /// The items of a dict as a list, in order if that is asked for.
    fn items(&mut self, vm: &mut Vm, value: Value) -> Run<Ref<List>> {
        let name = text::intern(vm, "items");
        let items = attribute::get(vm, value, name)?;
        let items = call::call(vm, items, &[])?;
        let items = iterate::to_list(vm, items)?;
        if self.encoder.get(SORT_KEYS) == Value::TRUE {
            let sort = text::intern(vm, "sort");
            let sort = attribute::get(vm, items.value(), sort)?;
            call::call(vm, sort, &[])?;
        }
        Ok(items)
    }
}

/// Adds to a pending exception where in the value it happened.
#[cold]
fn noted(vm: &mut Vm, raised: Raised, of: Value, place: Option<Value>) -> Raised {
    let exception = vm.thread.pending;
    if !exception.is::<Exception>() {
        return raised;
    }
    vm.thread.pending = Value::UNBOUND;
    let added = add_note(vm, exception, of, place);
    if added.is_err() {
        vm.thread.pending = Value::UNBOUND;
    }
    raise::again(vm, exception)
}

fn add_note(vm: &mut Vm, exception: Value, of: Value, place: Option<Value>) -> Run<()> {
    let name = class::name_of(vm, of);
    let note = match place {
        Some(place) => format!("when serializing {name} item {}", api::glue::repr(vm, place)?),
        None => format!("when serializing {name} object"),
    };
    let note = text::new(vm, &note);
    let add = text::intern(vm, "add_note");
    let add = attribute::get(vm, exception, add)?;
    call::call(vm, add, &[note])?;
    Ok(())
}

fn write(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let encoder: Ref<Record> = args[0].expect();
    let module = text::intern(vm, "_json");
    let module = vm.modules.expect::<Dict>().get_str(module).unwrap_or(Value::NONE);
    let mut strings = Strings::Called;
    for (name, kind) in [
        ("encode_basestring_ascii", Strings::Ascii),
        ("encode_basestring", Strings::Plain),
    ] {
        let name = text::intern(vm, name);
        if attribute::find(vm, module, name)? == Some(encoder.get(ENCODER)) {
            strings = kind;
        }
    }
    let indent = encoder.get(INDENT).cast::<Str>().map(|indent| indent.bytes().to_vec());
    let mut writing = Writing {
        encoder,
        strings,
        indent,
        out: Vec::new(),
    };
    let level = convert::size(vm, args[2])?.max(0) as usize;
    writing.value(vm, args[1], level)?;
    let shown = text::from_vec(vm, writing.out);
    Ok(make::tuple(vm, &[shown]))
}

static ENCODER_ROWS: &[NativeDef] = &[
    static_method(
        "__new__",
        "(type, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
        |vm, args| {
            let mut fields = [Value::NONE; 9];
            fields.copy_from_slice(&args[1..10]);
            for field in [SORT_KEYS, SKIP_KEYS, ALLOW_NAN] {
                fields[field] = Value::bool(truth::truth(vm, fields[field])?);
            }
            if !fields[MARKERS].is_none() && !fields[MARKERS].is::<Dict>() {
                let got = class::name_of(vm, fields[MARKERS]);
                let text = format!("make_encoder() argument 1 must be dict or None, not {got}");
                return Err(raise::type_error(vm, text));
            }
            Ok(record_of(vm, args[0], &fields))
        },
    ),
    method("__call__", "($self, obj, _current_indent_level)", write),
];

static SCANNER_ROWS: &[NativeDef] = &[
    static_method("__new__", "(type, context)", |vm, args| {
        let fields = json::fields(vm, args[1])?;
        Ok(record_of(vm, args[0], &fields))
    }),
    method("__call__", "($self, string, idx)", |vm, args| {
        let Some(document) = args[1].cast::<Str>() else {
            let got = class::name_of(vm, args[1]);
            return Err(raise::type_error(
                vm,
                format!("first argument must be a string, not {got}"),
            ));
        };
        let index = convert::size(vm, args[2])?;
        let (value, end) = json::scan(vm, args[0].expect(), document, index)?;
        let end = make::size(vm, end);
        Ok(make::tuple(vm, &[value, end]))
    }),
];

static FUNCTIONS: &[NativeDef] = &[
    function("encode_basestring", "(string, /)", encode_basestring)
        .doc("Return a JSON representation of a Python string."),
    function("encode_basestring_ascii", "(string, /)", encode_basestring_ascii)
        .doc("Return an ASCII-only JSON representation of a Python string."),
    function("scanstring", "(string, end, strict=True, /)", json::scan_string)
        .doc("Scan the string s for a JSON string."),
];

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "_json", "json speedups\n", FUNCTIONS);
    for (own, name, public, rows) in [
        (Own::JsonScanner, "_json.Scanner", "make_scanner", SCANNER_ROWS),
        (Own::JsonEncoder, "_json.Encoder", "make_encoder", ENCODER_ROWS),
    ] {
        let new = NewClass {
            name,
            base: ClassId::Object,
            kind: Kind::Record,
            flags: flag::BASE,
        };
        let class = api::class_in(vm, module, Some(own), new, rows);
        api::set_in(vm, module, public, class.value());
    }
    Ok(module)
}
