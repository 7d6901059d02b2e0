//! `str.translate` and `str.maketrans`.

use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::text::string::Str;
use crate::ops::container::dict;
use crate::ops::container::item;
use crate::ops::{class, convert, make, raise, text};
use crate::types::text::arguments;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// What a table says of a character.
#[derive(Clone, Copy)]
enum Change {
    Keep,
    Delete,
    Character(u32),
    /// A str.
    Text(Value),
}

/// What becomes of a character that a table deletes.
const GONE: u8 = 0xFF;

pub fn translate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (string, table) = (args[0].expect::<Str>(), args[1]);
    raise::room(vm, string.len())?;
    let mut out = Vec::with_capacity(string.len());
    // Of each character one more than what becomes of it, `GONE` for nothing, 0 before it is asked for.
    let mut known = [0u8; 128];
    // CPYTHON: of ASCII, every character is asked for once, until one becomes anything but a character of ASCII or nothing;
    // that one is asked for again, and each one behind it.
    let mut remembers = string.is_ascii();
    for c in walk::code_points(string.bytes()) {
        if remembers
            && let Some(&seen) = known.get(c as usize)
            && seen != 0
        {
            if seen != GONE {
                out.push(seen - 1);
            }
            continue;
        }
        let mut change = look_up(vm, table, c)?;
        if remembers {
            let seen = match change {
                Change::Keep => c as u8 + 1,
                Change::Delete => GONE,
                Change::Character(to) if to < 0x80 => to as u8 + 1,
                Change::Text(text) if text.expect::<Str>().is_empty() => GONE,
                _ => 0,
            };
            remembers = seen != 0;
            match known.get_mut(c as usize) {
                Some(place) if remembers => *place = seen,
                _ => change = look_up(vm, table, c)?,
            }
        }
        match change {
            Change::Keep => walk::push(&mut out, c),
            Change::Delete => {}
            Change::Character(c) => walk::push(&mut out, c),
            Change::Text(text) => raise::append(vm, &mut out, text.expect::<Str>().bytes())?,
        }
    }
    Ok(text::from_vec(vm, out))
}

fn look_up(vm: &mut Vm, table: Value, c: u32) -> Run<Change> {
    let key = Value::small_int(i64::from(c));
    let found = if class::is_exact(table, ClassId::Dict) {
        dict::get(vm, table.expect(), key).map(|found| found.ok_or(()))
    } else {
        item::get(vm, table, key).map(Ok)
    };
    let found = match found {
        Ok(Ok(found)) => found,
        Ok(Err(())) => return Ok(Change::Keep),
        Err(raised) => {
            return match raise::catch(vm, ClassId::LookupError) {
                Some(_) => Ok(Change::Keep),
                None => Err(raised),
            };
        }
    };
    if found.is_none() {
        return Ok(Change::Delete);
    }
    if let Some(text) = found.cast::<Str>() {
        return Ok(match walk::decode(text.bytes(), 0) {
            Some((c, end)) if end == text.len() => Change::Character(c),
            _ => Change::Text(found),
        });
    }
    let Some(number) = convert::int_value(found) else {
        return Err(raise::type_error(
            vm,
            "character mapping must return integer, None or str",
        ));
    };
    match number.as_int().filter(|n| (0..0x11_0000).contains(n)) {
        Some(c) => Ok(Change::Character(c as u32)),
        None => Err(raise::value_error(vm, "character mapping must be in range(0x110000)")),
    }
}

pub fn maketrans(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let table = make::dict(vm);
    let target = table.expect::<Dict>();
    if args[1].is_unbound() {
        if !class::is_exact(args[0], ClassId::Dict) {
            let message = "if you give only one argument to maketrans it must be a dict";
            return Err(raise::type_error(vm, message));
        }
        copy_mapping(vm, args[0].expect(), target)?;
        return Ok(table);
    }
    let to = arguments::string(vm, args[1], "maketrans", 2)?;
    let gone = match args[2] {
        Value::UNBOUND => None,
        gone => Some(arguments::string(vm, gone, "maketrans", 3)?),
    };
    let Some(from) = args[0].cast::<Str>() else {
        let message = "first maketrans argument must be a string if there is a second argument";
        return Err(raise::type_error(vm, message));
    };
    if from.chars() != to.chars() {
        let message = "the first two maketrans arguments must have equal length";
        return Err(raise::value_error(vm, message));
    }
    let number = |c: u32| Value::small_int(i64::from(c));
    for (a, b) in walk::code_points(from.bytes()).zip(walk::code_points(to.bytes())) {
        dict::set(vm, target, number(a), number(b))?;
    }
    if let Some(gone) = gone {
        for c in walk::code_points(gone.bytes()) {
            dict::set(vm, target, number(c), Value::NONE)?;
        }
    }
    Ok(table)
}

fn copy_mapping(vm: &mut Vm, source: Ref<Dict>, target: Ref<Dict>) -> Run<()> {
    let mut from = 0;
    while let Some((at, key, value)) = source.next_entry(from) {
        from = at + 1;
        let key = match key.cast::<Str>() {
            Some(key) => match walk::decode(key.bytes(), 0) {
                Some((c, next)) if next == key.len() => Value::small_int(i64::from(c)),
                _ => {
                    let message = "string keys in translatetable must be of length 1";
                    return Err(raise::value_error(vm, message));
                }
            },
            None if convert::is_int(key) => key,
            None => {
                // CPYTHON: the missing space is in the original.
                let message = "keys in translate table mustbe strings or integers";
                return Err(raise::type_error(vm, message));
            }
        };
        dict::set(vm, target, key, value)?;
    }
    Ok(())
}
