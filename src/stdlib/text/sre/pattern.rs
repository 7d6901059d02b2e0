//! `re.Pattern`: making it, and its methods that only look.

use std::cell::{Cell, OnceCell};

use crate::api::{
    Class, Dict, List, NativeDef, Opaque, Own, Ref, Run, Str, Tuple, Value, Vm, buffer, class, class_method, compare,
    convert, getter, hash, is_own, iterate, make, method, own_class, raise, repr, shared, text,
};
use crate::stdlib::text::sre::found::make_match;
use crate::stdlib::text::sre::scan::{self, Found, How, Pattern, Subject, Walk, bound};

pub static PATTERN: &[NativeDef] = &[
    method("match", "($self, /, string, pos=0, endpos=sys.maxsize)", |vm, args| {
        single(vm, args, How::Match)
    })
    .doc("Matches zero or more characters at the beginning of the string."),
    method(
        "fullmatch",
        "($self, /, string, pos=0, endpos=sys.maxsize)",
        |vm, args| single(vm, args, How::Full),
    )
    .doc("Matches against all of the string."),
    method("search", "($self, /, string, pos=0, endpos=sys.maxsize)", |vm, args| {
        single(vm, args, How::Search)
    })
    .doc("Scan through string looking for a match, and return a corresponding match object instance."),
    method("findall", "($self, /, string, pos=0, endpos=sys.maxsize)", find_all)
        .doc("Return a list of all non-overlapping matches of pattern in string."),
    method("split", "($self, /, string, maxsplit=0)", split).doc("Split string by the occurrences of pattern."),
    method("__copy__", "($self, /)", |_, args| Ok(args[0])),
    method("__deepcopy__", "($self, memo, /)", |_, args| Ok(args[0])),
    method("__repr__", "($self, /)", show),
    method("__eq__", "($self, value, /)", |vm, args| equal(vm, args, true)),
    method("__ne__", "($self, value, /)", |vm, args| equal(vm, args, false)),
    method("__hash__", "($self, /)", hash_of),
    getter("pattern", |_, args| Ok(scan::with(args[0], |pattern| pattern.source)))
        .doc("The pattern string from which the RE object was compiled."),
    getter("flags", |_, args| {
        Ok(Value::small_int(scan::with(args[0], |pattern| pattern.flags)))
    })
    .doc("The regex matching flags."),
    getter("groups", |_, args| {
        Ok(Value::small_int(scan::with(args[0], |pattern| pattern.groups) as i64))
    })
    .doc("The number of capturing groups in the pattern."),
    getter("groupindex", |vm, args| {
        let index = scan::with(args[0], |pattern| pattern.index);
        Ok(make::record(vm, crate::api::ClassId::MappingProxy, &[index]))
    })
    .doc("A dictionary mapping group names to group numbers."),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

/// `_sre.compile`
pub fn compile(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let list: Ref<List> = iterate::to_list(vm, args[2])?;
    let mut codes = Vec::with_capacity(list.len());
    for code in list.to_vec() {
        let code = match convert::int_value(code) {
            Some(int) => convert::int_clamped(int),
            None => {
                let got = class::name_of(vm, code);
                return Err(raise::type_error(
                    vm,
                    format!("'{got}' object cannot be interpreted as an integer"),
                ));
            }
        };
        match u32::try_from(code) {
            Ok(code) => codes.push(code),
            Err(_) => return Err(raise::overflow_error(vm, "regular expression code size limit exceeded")),
        }
    }
    let groups = convert::size(vm, args[3])?.max(0) as usize;
    if !args[4].is::<Dict>() || !args[5].is::<Tuple>() {
        return Err(raise::type_error(vm, "compile() expects a dict and a tuple"));
    }
    let pattern = Pattern {
        source: args[0],
        flags: convert::size(vm, args[1])?,
        codes,
        groups,
        index: args[4],
        names: args[5],
        uses: Cell::new(0),
        automaton: OnceCell::new(),
    };
    let class: Ref<Class> = own_class(vm, Own::Pattern);
    Ok(Opaque::new(&mut vm.heap, class::shape(class), Box::new(pattern)).value())
}

/// The subject with the bounds that the arguments ask for.
pub fn subject(vm: &mut Vm, args: &[Value]) -> Run<(Subject, Walk)> {
    let subject = Subject::new(vm, args[0], args[1])?;
    let at = bound(vm, args[2], 0, subject.len)?;
    let end = bound(vm, args[3], subject.len, subject.len)?;
    let walk = Walk {
        at,
        end,
        must_advance: false,
    };
    Ok((subject, walk))
}

fn single(vm: &mut Vm, args: &[Value], how: How) -> Run<Value> {
    let (subject, mut walk) = subject(vm, args)?;
    Ok(next(vm, args[0], &subject, how, &mut walk))
}

/// The next match as an object, or None.
pub fn next(vm: &mut Vm, this: Value, subject: &Subject, how: How, walk: &mut Walk) -> Value {
    let bounds = (walk.at, walk.end);
    let mut made = Value::NONE;
    scan::with(this, |pattern| {
        let groups = pattern.groups;
        scan::walk(pattern, subject, how, walk, |found| {
            made = make_match(vm, this, groups, subject.value, found, bounds);
            false
        });
    });
    made
}

/// What `findall` lists for a match.
fn listed(vm: &mut Vm, subject: &Subject, groups: usize, found: &Found) -> Value {
    let mut group = |n: usize| match found.group(n) {
        Some((start, end)) => subject.cut(vm, start, end),
        None => subject.cut(vm, 0, 0),
    };
    match groups {
        0 => subject.cut(vm, found.start, found.end),
        1 => group(1),
        _ => {
            let all: Vec<Value> = (1..=groups).map(group).collect();
            make::tuple(vm, &all)
        }
    }
}

fn find_all(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (subject, mut walk) = subject(vm, args)?;
    let mut all = Vec::new();
    scan::with(args[0], |pattern| {
        let groups = pattern.groups;
        scan::walk(pattern, &subject, How::Search, &mut walk, |found| {
            let one = listed(vm, &subject, groups, found);
            all.push(one);
            true
        });
    });
    Ok(make::list(vm, all))
}

fn split(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let subject = Subject::new(vm, args[0], args[1])?;
    let most = match args[2].bound() {
        Some(most) => convert::size(vm, most)?,
        None => 0,
    };
    let (mut all, mut last, mut n) = (Vec::new(), 0, 0);
    let mut walk = Walk {
        at: 0,
        end: subject.len,
        must_advance: false,
    };
    if most >= 0 {
        scan::with(args[0], |pattern| {
            let groups = pattern.groups;
            scan::walk(pattern, &subject, How::Search, &mut walk, |found| {
                let piece = subject.cut(vm, last, found.start);
                all.push(piece);
                for group in 1..=groups {
                    let piece = match found.group(group) {
                        Some((start, end)) => subject.cut(vm, start, end),
                        None => Value::NONE,
                    };
                    all.push(piece);
                }
                last = found.end;
                n += 1;
                most == 0 || n < most
            });
        });
    }
    let rest = subject.cut(vm, last, subject.len);
    all.push(rest);
    Ok(make::list(vm, all))
}

const FLAG_NAMES: &[(i64, &str)] = &[
    (2, "re.IGNORECASE"),
    (4, "re.LOCALE"),
    (8, "re.MULTILINE"),
    (16, "re.DOTALL"),
    (32, "re.UNICODE"),
    (64, "re.VERBOSE"),
    (128, "re.DEBUG"),
    (256, "re.ASCII"),
];
const UNICODE: i64 = 32;

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (source, mut flags) = scan::with(args[0], |pattern| (pattern.source, pattern.flags));
    // Text patterns are Unicode unless they say otherwise.
    if source.is::<Str>() && flags & (4 | UNICODE | 256) == UNICODE {
        flags &= !UNICODE;
    }
    let shown = repr::repr(vm, source)?;
    let shown: String = shown.expect::<Str>().lossy().chars().take(200).collect();
    let mut out = format!("re.compile({shown}");
    let mut parts: Vec<String> = Vec::new();
    for &(bit, name) in FLAG_NAMES {
        if flags & bit != 0 {
            parts.push(name.to_string());
            flags &= !bit;
        }
    }
    if flags != 0 {
        parts.push(format!("{flags:#x}"));
    }
    if !parts.is_empty() {
        out.push_str(", ");
        out.push_str(&parts.join("|"));
    }
    out.push(')');
    Ok(text::new(vm, &out))
}

fn equal(vm: &mut Vm, args: &[Value], wanted: bool) -> Run<Value> {
    if !is_own(vm, args[1], Own::Pattern) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    if args[0] == args[1] {
        return Ok(Value::bool(wanted));
    }
    let parts = |value| scan::with(value, |pattern| (pattern.flags, pattern.codes.clone(), pattern.source));
    let (a, b) = (parts(args[0]), parts(args[1]));
    let alike = a.0 == b.0 && a.1 == b.1 && buffer::is_buffer(a.2) == buffer::is_buffer(b.2);
    let same = alike && compare::equal(vm, a.2, b.2)?;
    Ok(Value::bool(same == wanted))
}

fn hash_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (source, flags) = scan::with(args[0], |pattern| (pattern.source, pattern.flags));
    let hash = hash::hash(vm, source)? ^ flags.wrapping_mul(0x9E37_79B9_7F4A);
    Ok(make::int(vm, hash >> 2))
}
