//! `re.Match`.

use crate::api::{
    Class, Dict, List, NativeDef, Own, Raised, Record, Ref, Run, Str, Tuple, Value, Vm, call, class, class_method,
    convert, dict, getter, glue, make, method, own_class, raise, record_of, repr, shared, text, tuple,
};
use crate::stdlib::text::sre::scan::{self, Found, Subject};

/// Fields: what was searched, the pattern, a tuple of starts and ends by group (−1: took no part), number of the group closed
/// last (or None), the bounds of the search.
pub const SUBJECT: usize = 0;
pub const PATTERN: usize = 1;
const REGIONS: usize = 2;
const LAST: usize = 3;
const POS: usize = 4;
const END_POS: usize = 5;

/// Groups up to which the regions are put together on the native stack.
const ON_STACK: usize = 12;

/// The match object of what was found. `bounds` are those of the search.
pub fn make_match(
    vm: &mut Vm,
    pattern: Value,
    groups: usize,
    subject: Value,
    found: &Found,
    bounds: (usize, usize),
) -> Value {
    let number = |n: usize| Value::small_int(n as i64);
    let none = Value::small_int(-1);
    let region = |i: usize| match i {
        0 => number(found.start),
        1 => number(found.end),
        i => match found.group(i / 2) {
            Some((start, end)) => number(if i % 2 == 0 { start } else { end }),
            None => none,
        },
    };
    let count = 2 * (groups + 1);
    let regions = if count <= 2 * ON_STACK {
        let mut all = [none; 2 * ON_STACK];
        for (i, slot) in all[..count].iter_mut().enumerate() {
            *slot = region(i);
        }
        make::tuple(vm, &all[..count])
    } else {
        let all: Vec<Value> = (0..count).map(region).collect();
        make::tuple(vm, &all)
    };
    let last = found.last().map_or(Value::NONE, number);
    let class = own_class(vm, Own::Match).value();
    let fields = [subject, pattern, regions, last, number(bounds.0), number(bounds.1)];
    record_of(vm, class, &fields)
}

pub static MATCH: &[NativeDef] = &[
    method("group", "($self, /, *args)", group).doc("Return one or more subgroups of the match."),
    method("__getitem__", "($self, key, /)", |vm, args| one(vm, this(args), args[1])),
    method("groups", "($self, /, default=None)", groups)
        .doc("Return a tuple containing all the subgroups of the match, from 1."),
    method("groupdict", "($self, /, default=None)", group_dict)
        .doc("Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name."),
    method("start", "($self, group=0, /)", |vm, args| Ok(span_of(vm, args)?.0)),
    method("end", "($self, group=0, /)", |vm, args| Ok(span_of(vm, args)?.1)),
    method("span", "($self, group=0, /)", |vm, args| {
        let (start, end) = span_of(vm, args)?;
        Ok(make::tuple(vm, &[start, end]))
    }),
    method("expand", "($self, /, template)", |vm, args| {
        let module = glue::import(vm, "re")?;
        let name = text::intern(vm, "_compile_template");
        let compile = crate::api::attribute::get(vm, module, name)?;
        let template = call::call(vm, compile, &[this(args).get(PATTERN), args[1]])?;
        expanded(vm, this(args), template)
    })
    .doc("Return the string obtained by doing backslash substitution on the string template, as done by the sub() method."),
    method("__copy__", "($self, /)", |_, args| Ok(args[0])),
    method("__deepcopy__", "($self, memo, /)", |_, args| Ok(args[0])),
    method("__repr__", "($self, /)", show),
    getter("string", |_, args| Ok(this(args).get(SUBJECT))),
    getter("re", |_, args| Ok(this(args).get(PATTERN))),
    getter("pos", |_, args| Ok(this(args).get(POS))),
    getter("endpos", |_, args| Ok(this(args).get(END_POS))),
    getter("lastindex", |_, args| Ok(this(args).get(LAST))),
    getter("lastgroup", |_, args| {
        let names = scan::with(this(args).get(PATTERN), |pattern| pattern.names);
        let last = this(args).get(LAST).as_int().unwrap_or(-1);
        let name = usize::try_from(last).ok().and_then(|i| tuple::items(names.expect::<Tuple>()).get(i).copied());
        Ok(name.unwrap_or(Value::NONE))
    }),
    getter("regs", |vm, args| {
        let all = tuple::items(this(args).get(REGIONS).expect::<Tuple>());
        let pairs: Vec<Value> = all.chunks(2).map(|pair| make::tuple(vm, pair)).collect();
        Ok(make::tuple(vm, &pairs))
    }),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn count(this: Ref<Record>) -> usize {
    tuple::items(this.get(REGIONS).expect::<Tuple>()).len() / 2
}

#[cold]
fn no_such_group(vm: &mut Vm) -> Raised {
    raise::index_error(vm, "no such group")
}

/// The number of the group that `key` means.
fn number(vm: &mut Vm, this: Ref<Record>, key: Value) -> Run<usize> {
    let n = match key.as_int() {
        Some(n) => Some(n),
        None if convert::has_index(vm, key) => Some(convert::index_clamped(vm, key)?),
        None => {
            let index: Ref<Dict> = scan::with(this.get(PATTERN), |pattern| pattern.index).expect();
            match dict::get(vm, index, key) {
                Ok(found) => found.and_then(Value::as_int),
                Err(_) => {
                    vm.thread.pending = Value::UNBOUND;
                    None
                }
            }
        }
    };
    match n.and_then(|n| usize::try_from(n).ok()).filter(|&n| n < count(this)) {
        Some(n) => Ok(n),
        None => Err(no_such_group(vm)),
    }
}

fn region(this: Ref<Record>, n: usize) -> (Value, Value) {
    let all = tuple::items(this.get(REGIONS).expect::<Tuple>());
    (all[2 * n], all[2 * n + 1])
}

/// The text of group `n`; `default` if it took no part.
pub fn text_of(vm: &mut Vm, this: Ref<Record>, n: usize, default: Value) -> Run<Value> {
    let (start, end) = region(this, n);
    if start.int_unchecked() < 0 {
        return Ok(default);
    }
    let (start, end) = (start.int_unchecked() as usize, end.int_unchecked() as usize);
    let subject = this.get(SUBJECT);
    if let Some(string) = subject.cast::<Str>() {
        let (start, end) = match string.is_ascii() {
            true => (start, end),
            false => (string.offset(start), string.offset(end)),
        };
        return Ok(text::cut(vm, string, start, end));
    }
    let subject = Subject::new(vm, this.get(PATTERN), subject)?;
    Ok(subject.cut(vm, start, end))
}

fn one(vm: &mut Vm, this: Ref<Record>, key: Value) -> Run<Value> {
    let n = number(vm, this, key)?;
    text_of(vm, this, n, Value::NONE)
}

fn group(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match args.len() {
        1 => text_of(vm, this(args), 0, Value::NONE),
        2 => one(vm, this(args), args[1]),
        _ => {
            let all = make::list(vm, Vec::new()).expect::<List>();
            for &key in &args[1..] {
                let text = one(vm, this(args), key)?;
                all.push(text);
            }
            let all = all.take_vec();
            Ok(make::tuple(vm, &all))
        }
    }
}

fn groups(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let default = args[1].or(Value::NONE);
    let all = make::list(vm, Vec::new()).expect::<List>();
    for n in 1..count(this(args)) {
        let text = text_of(vm, this(args), n, default)?;
        all.push(text);
    }
    let all = all.take_vec();
    Ok(make::tuple(vm, &all))
}

fn group_dict(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let default = args[1].or(Value::NONE);
    let index: Ref<Dict> = scan::with(this(args).get(PATTERN), |pattern| pattern.index).expect();
    let made: Ref<Dict> = make::dict(vm).expect();
    let mut from = 0;
    while let Some((i, name, n)) = index.next_entry(from) {
        let text = text_of(vm, this(args), n.as_int().unwrap_or(0) as usize, default)?;
        dict::set(vm, made, name, text)?;
        from = i + 1;
    }
    Ok(made.value())
}

fn span_of(vm: &mut Vm, args: &[Value]) -> Run<(Value, Value)> {
    let n = match args[1].bound() {
        Some(key) => number(vm, this(args), key)?,
        None => 0,
    };
    Ok(region(this(args), n))
}

/// Fields of a template: a tuple of literals and group numbers in turn, beginning and ending with a literal.
pub const PARTS: usize = 0;

/// A template with the groups of a match in it; a template that is plain text already as it is.
pub fn expanded(vm: &mut Vm, this: Ref<Record>, template: Value) -> Run<Value> {
    let Some(template) = template.cast::<Record>() else {
        return Ok(template);
    };
    let parts = tuple::items(template.get(PARTS).expect::<Tuple>());
    let is_text = this.get(SUBJECT).is::<Str>();
    let mut out = Vec::new();
    for &part in parts {
        let piece = match part.as_int() {
            Some(n) if (n as usize) < count(this) => text_of(vm, this, n as usize, Value::NONE)?,
            Some(_) => return Err(raise::index_error(vm, "invalid group reference")),
            None => part,
        };
        append(&mut out, piece);
    }
    Ok(match is_text {
        true => text::from_vec(vm, out),
        false => make::bytes(vm, out),
    })
}

/// Appends a str or buffer; None is nothing.
pub fn append(out: &mut Vec<u8>, piece: Value) {
    if let Some(string) = piece.cast::<Str>() {
        out.extend_from_slice(string.bytes());
    } else {
        crate::api::buffer::with(piece, |bytes| out.extend_from_slice(bytes));
    }
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this = this(args);
    let (start, end) = region(this, 0);
    let whole = text_of(vm, this, 0, Value::NONE)?;
    let whole = repr::repr(vm, whole)?;
    let class: Ref<Class> = class::of(vm, args[0]);
    let name = repr::qualified_name(vm, class.value());
    let (start, end) = (start.int_unchecked(), end.int_unchecked());
    let whole: String = whole.expect::<Str>().lossy().chars().take(50).collect();
    Ok(text::new(
        vm,
        &format!("<{name} object; span=({start}, {end}), match={whole}>"),
    ))
}
