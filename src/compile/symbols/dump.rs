//! The scopes of a source as text: one line a scope, one a name, sorted, as CPython's `symtable` tells them.

use crate::compile::symbols::scope::{Flags, Resolution, Scope, ScopeId, ScopeKind, Symbol, Symbols};
use crate::syntax::source::Source;
use std::fmt::Write;

/// Names of the flags, in CPython's order.
const FLAGS: [(u16, &str); 11] = [
    (Flags::GLOBAL, "DEF_GLOBAL"),
    (Flags::LOCAL, "DEF_LOCAL"),
    (Flags::PARAM, "DEF_PARAM"),
    (Flags::NONLOCAL, "DEF_NONLOCAL"),
    (Flags::USE, "USE"),
    (Flags::FREE_CLASS, "DEF_FREE_CLASS"),
    (Flags::IMPORT, "DEF_IMPORT"),
    (Flags::ANNOTATED, "DEF_ANNOT"),
    (Flags::COMP_ITER, "DEF_COMP_ITER"),
    (Flags::TYPE_PARAM, "DEF_TYPE_PARAM"),
    (Flags::COMP_CELL, "DEF_COMP_CELL"),
];

/// The whole table. Inlined comprehensions show as CPython shows them: their names in their hosts.
pub fn dump(symbols: &Symbols<'_>, source: &Source) -> String {
    let mut out = String::new();
    scope(symbols, source, ScopeId::MODULE, 0, &mut out);
    out
}

fn scope(symbols: &Symbols<'_>, source: &Source, id: ScopeId, depth: usize, out: &mut String) {
    let this = symbols.scope(id);
    if this.inlined {
        for &child in &this.children {
            scope(symbols, source, child, depth, out);
        }
        return;
    }
    let line = if id == ScopeId::MODULE {
        0
    } else {
        source.position(this.span.start).0
    };
    let nested = if this.nested { " nested" } else { "" };
    let _ = writeln!(out, "{:depth$}{} {} {line}{nested}", "", kind(this), this.name);
    let mut lines: Vec<String> = this.symbols.iter().map(|symbol| shown(symbols, symbol)).collect();
    lines.sort_unstable();
    for line in lines {
        let _ = writeln!(out, "{:depth$} - {line}", "");
    }
    for &child in &this.children {
        scope(symbols, source, child, depth + 2, out);
    }
}

fn kind(scope: &Scope<'_>) -> &'static str {
    match scope.kind {
        ScopeKind::Module => "module",
        ScopeKind::Class => "class",
        ScopeKind::Annotation => "annotation",
        ScopeKind::TypeParams => "type parameters",
        ScopeKind::TypeAlias => "type alias",
        ScopeKind::TypeVariable => "type variable",
        ScopeKind::Function
        | ScopeKind::Lambda
        | ScopeKind::ListComp
        | ScopeKind::SetComp
        | ScopeKind::DictComp
        | ScopeKind::Generator => "function",
    }
}

fn shown(symbols: &Symbols<'_>, symbol: &Symbol) -> String {
    let resolution = match symbol.resolution {
        // CPYTHON: a variable of the same name that an inlined comprehension shares makes this one a cell too.
        Resolution::Local if symbol.flags.has(Flags::COMP_CELL) => "CELL",
        Resolution::Local => "LOCAL",
        Resolution::Cell => "CELL",
        Resolution::Free => "FREE",
        Resolution::GlobalExplicit => "GLOBAL_EXPLICIT",
        Resolution::GlobalImplicit => "GLOBAL_IMPLICIT",
    };
    let flags: Vec<&str> = FLAGS
        .iter()
        .filter(|(flag, _)| symbol.flags.has(*flag))
        .map(|(_, name)| *name)
        .collect();
    format!("{} {resolution} {}", symbols.text(symbol.name), flags.join("|"))
}
