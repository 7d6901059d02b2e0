//! The module `_sre`.

use crate::api::{
    self, ClassId, Kind, NativeDef, NewClass, Own, Run, Value, Vm, convert, flag, function, install, make, method,
};
use crate::base::unicode;
use crate::stdlib::text::sre::{found, pattern, replace, scanner};

/// Methods of patterns that need the files above `pattern`.
static MORE: &[NativeDef] = &[
    method("finditer", "($self, /, string, pos=0, endpos=sys.maxsize)", scanner::find_iter)
        .doc("Return an iterator over all non-overlapping matches for the RE pattern in string."),
    method("scanner", "($self, /, string, pos=0, endpos=sys.maxsize)", scanner::new),
    method("sub", "($self, /, repl, string, count=0)", replace::sub)
        .doc("Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl."),
    method("subn", "($self, /, repl, string, count=0)", replace::subn)
        .doc("Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl."),
];

static FUNCTIONS: &[NativeDef] = &[
    function(
        "compile",
        "(pattern, flags, code, groups, groupindex, indexgroup)",
        pattern::compile,
    ),
    function("template", "(pattern, template, /)", replace::template),
    function("getcodesize", "()", |_, _| Ok(Value::small_int(4))),
    function("unicode_iscased", "(character, /)", |vm, args| {
        let c = character(vm, args[0])?;
        Ok(Value::bool(
            unicode::simple_lower(c) != c || unicode::simple_upper(c) != c,
        ))
    }),
    function("unicode_tolower", "(character, /)", |vm, args| {
        let c = character(vm, args[0])?;
        Ok(Value::small_int(i64::from(unicode::simple_lower(c))))
    }),
    function("ascii_iscased", "(character, /)", |vm, args| {
        let c = character(vm, args[0])?;
        Ok(Value::bool(u8::try_from(c).is_ok_and(|c| c.is_ascii_alphabetic())))
    }),
    function("ascii_tolower", "(character, /)", |vm, args| {
        let c = character(vm, args[0])?;
        let lower = u8::try_from(c).map_or(c, |c| u32::from(c.to_ascii_lowercase()));
        Ok(Value::small_int(i64::from(lower)))
    }),
];

fn character(vm: &mut Vm, value: Value) -> Run<u32> {
    Ok(convert::c_int(vm, value)?.max(0) as u32)
}

/// The version of the code arrays that the engine takes.
const MAGIC: i64 = 20_230_612;

pub fn make(vm: &mut Vm) -> Run<Value> {
    let module = api::module(vm, "_sre", "", FUNCTIONS);
    let class = |name, kind| NewClass {
        name,
        base: ClassId::Object,
        kind,
        flags: flag::NO_NEW | flag::WEAK,
    };
    let made = api::class_in(
        vm,
        module,
        Some(Own::Pattern),
        class("re.Pattern", Kind::Opaque),
        pattern::PATTERN,
    );
    install::more_methods(vm, made, MORE);
    api::class_in(
        vm,
        module,
        Some(Own::Match),
        class("re.Match", Kind::Record),
        found::MATCH,
    );
    api::class_in(
        vm,
        module,
        Some(Own::Template),
        class("_sre.SRE_Template", Kind::Record),
        &[],
    );
    api::class_in(
        vm,
        module,
        Some(Own::Scanner),
        class("_sre.SRE_Scanner", Kind::Record),
        scanner::SCANNER,
    );
    api::class_in(
        vm,
        module,
        Some(Own::MatchIterator),
        class("_sre.match_iterator", Kind::Record),
        scanner::ITERATOR,
    );
    let most = rustpython_sre_engine::MAXREPEAT as i64;
    for (name, n) in [
        ("MAGIC", MAGIC),
        ("CODESIZE", 4),
        ("MAXREPEAT", most),
        ("MAXGROUPS", most / 2),
    ] {
        let n = make::int(vm, n);
        api::set_in(vm, module, name, n);
    }
    Ok(module)
}
