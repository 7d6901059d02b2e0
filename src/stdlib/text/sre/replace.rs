//! `sub`, `subn`, and the templates of replacements.

use crate::api::{
    List, Own, Ref, Run, Special, Str, Value, Vm, attribute, buffer, call, class, convert, glue, iterate, make,
    own_class, raise, record_of, text,
};
use crate::stdlib::text::sre::found::{append, expanded, make_match};
use crate::stdlib::text::sre::scan::{self, How, Subject, Walk};

/// `_sre.template`: literals and group numbers in turn.
pub fn template(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let parts: Ref<List> = iterate::to_list(vm, args[1])?;
    if parts.len().is_multiple_of(2) {
        return Err(raise::type_error(vm, "invalid template"));
    }
    let groups = scan::with(args[0], |pattern| pattern.groups) as i64;
    for (i, part) in parts.to_vec().into_iter().enumerate() {
        let is_sound = match i % 2 {
            0 => part.is::<Str>() || buffer::is_buffer(part),
            _ => part.as_int().is_some_and(|n| (0..=groups).contains(&n)),
        };
        if !is_sound {
            return Err(raise::type_error(vm, "invalid template"));
        }
    }
    let parts = make::tuple(vm, &parts.to_vec());
    let class = own_class(vm, Own::Template).value();
    Ok(record_of(vm, class, &[parts]))
}

/// What replaces matches.
enum Replacement {
    /// The same text each time.
    Literal(Value),
    /// A template.
    Template(Value),
    Function(Value),
}

fn replacement(vm: &mut Vm, pattern: Value, given: Value) -> Run<Replacement> {
    if class::special(vm, given, Special::Call).is_some() {
        return Ok(Replacement::Function(given));
    }
    let has_backslash = match given.cast::<Str>() {
        Some(string) => Some(string.bytes().contains(&b'\\')),
        None => buffer::with(given, |bytes| bytes.contains(&b'\\')),
    };
    if has_backslash == Some(false) {
        return Ok(Replacement::Literal(given));
    }
    let module = glue::import(vm, "re")?;
    let name = text::intern(vm, "_compile_template");
    let compile = attribute::get(vm, module, name)?;
    let template = call::call(vm, compile, &[pattern, given])?;
    let parts = template.cast::<crate::api::Record>();
    let parts =
        parts.map(|record| crate::api::tuple::items(record.get(crate::stdlib::text::sre::found::PARTS).expect()));
    Ok(match parts {
        Some(&[one]) => Replacement::Literal(one),
        Some(_) => Replacement::Template(template),
        None => Replacement::Literal(template),
    })
}

/// The new text, and how many replacements were made.
fn replaced(vm: &mut Vm, args: &[Value]) -> Run<(Value, i64)> {
    let most = match args[3].bound() {
        Some(most) => convert::size(vm, most)?,
        None => 0,
    };
    let replacement = replacement(vm, args[0], args[1])?;
    let subject = Subject::new(vm, args[0], args[2])?;
    let mut walk = Walk {
        at: 0,
        end: subject.len,
        must_advance: false,
    };
    // Pieces of the subject and replacements, or matches whose replacements are still to be made.
    let pieces = make::list(vm, Vec::new()).expect::<List>();
    let (mut last, mut n) = (0, 0);
    if most >= 0 {
        let bounds = (0, subject.len);
        scan::with(args[0], |pattern| {
            let groups = pattern.groups;
            scan::walk(pattern, &subject, How::Search, &mut walk, |found| {
                if found.start > last {
                    let piece = subject.cut(vm, last, found.start);
                    pieces.push(piece);
                }
                pieces.push(match replacement {
                    Replacement::Literal(text) => text,
                    _ => make_match(vm, args[0], groups, subject.value, found, bounds),
                });
                last = found.end;
                n += 1;
                most == 0 || n < most
            });
        });
    }
    if n == 0 {
        return Ok((subject.cut(vm, 0, subject.len), 0));
    }
    if last < subject.len {
        let piece = subject.cut(vm, last, subject.len);
        pieces.push(piece);
    }
    let joined = join(vm, pieces, &replacement, subject.is_text)?;
    Ok((joined, n))
}

/// Puts the pieces together; matches among them are replaced.
fn join(vm: &mut Vm, pieces: Ref<List>, replacement: &Replacement, is_text: bool) -> Run<Value> {
    let (mut out, mut i) = (Vec::new(), 0);
    while let Some(piece) = pieces.get(i) {
        let piece = match (replacement, piece.cast::<crate::api::Record>()) {
            (Replacement::Function(function), Some(_)) => call::call(vm, *function, &[piece])?,
            (Replacement::Template(template), Some(found)) => expanded(vm, found, *template)?,
            _ => piece,
        };
        let fits = piece.is_none()
            || if is_text {
                piece.is::<Str>()
            } else {
                buffer::is_buffer(piece)
            };
        if !fits {
            let got = class::name_of(vm, piece);
            let kind = if is_text { "str instance" } else { "a bytes-like object" };
            let text = format!("sequence item {i}: expected {kind}, {got} found");
            return Err(raise::type_error(vm, text));
        }
        append(&mut out, piece);
        i += 1;
    }
    Ok(match is_text {
        true => text::from_vec(vm, out),
        false => make::bytes(vm, out),
    })
}

pub fn sub(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(replaced(vm, args)?.0)
}
pub fn subn(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (text, n) = replaced(vm, args)?;
    Ok(make::tuple(vm, &[text, Value::small_int(n)]))
}
