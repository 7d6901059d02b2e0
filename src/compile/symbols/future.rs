//! `from __future__ import …`: which features a source asks for, and where that is still allowed.

use crate::syntax::ast::{Body, Constant, ExprKind, ImportFrom, Module, Stmt, StmtKind};
use crate::syntax::error::SyntaxError;
use crate::syntax::span::Span;

/// CPython's code flag of `annotations`, the one feature that still changes anything.
pub const ANNOTATIONS: u32 = 0x0100_0000;

const FEATURES: [(&str, u32); 10] = [
    ("nested_scopes", 0x10),
    ("generators", 0),
    ("division", 0x2_0000),
    ("absolute_import", 0x4_0000),
    ("with_statement", 0x8_0000),
    ("print_function", 0x10_0000),
    ("unicode_literals", 0x20_0000),
    ("barry_as_FLUFL", 0x40_0000),
    ("generator_stop", 0x80_0000),
    ("annotations", ANNOTATIONS),
];

/// What the head of a source says.
#[derive(Clone, Copy, Default)]
pub struct Future {
    pub flags: u32,
    /// The last future import that stands at the head.
    pub last: Option<Span>,
}

pub fn is_future(import: &ImportFrom<'_>) -> bool {
    import.level == 0 && import.module == Some("__future__")
}

/// Reads the future imports at the head of the source.
/// # Errors
/// An unknown feature, where it is named.
pub fn read(module: &Module<'_>) -> Result<Future, Box<SyntaxError>> {
    let mut future = Future::default();
    let (Body::Module(body) | Body::Interactive(body)) = module.body else {
        return Ok(future);
    };
    let skipped = usize::from(body.first().is_some_and(is_string));
    for stmt in &body[skipped..] {
        let StmtKind::ImportFrom(import) = stmt.kind else {
            break;
        };
        if !is_future(import) {
            break;
        }
        for alias in import.names {
            future.flags |= feature(alias.name, alias.span)?;
        }
        future.last = Some(stmt.span);
    }
    Ok(future)
}

fn is_string(stmt: &Stmt<'_>) -> bool {
    let StmtKind::Expr { value } = stmt.kind else {
        return false;
    };
    matches!(
        value.kind,
        ExprKind::Constant {
            value: Constant::Str(_),
            ..
        }
    )
}

fn feature(name: &str, span: Span) -> Result<u32, Box<SyntaxError>> {
    if let Some((_, flag)) = FEATURES.iter().find(|(known, _)| *known == name) {
        return Ok(*flag);
    }
    let message = match name {
        "braces" => "not a chance".to_owned(),
        _ => format!("future feature {name} is not defined"),
    };
    Err(Box::new(SyntaxError::new(message, span)))
}
