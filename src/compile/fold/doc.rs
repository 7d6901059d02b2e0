//! Docstrings: which statement is one, and how its indentation is taken off.

use std::borrow::Cow;

use crate::syntax::ast::{Constant, ExprKind, Stmt, StmtKind};

/// The docstring of a body, as written.
pub fn docstring<'a>(body: &[Stmt<'a>]) -> Option<&'a [u8]> {
    let StmtKind::Expr { value } = body.first()?.kind else {
        return None;
    };
    match value.kind {
        ExprKind::Constant {
            value: Constant::Str(text),
            ..
        } => Some(text),
        _ => None,
    }
}

/// The docstring as functions and classes keep it: tabs expanded, the common indentation of all lines but the first removed,
/// and the spaces in front of the first.
pub fn clean(text: &[u8]) -> Vec<u8> {
    let text = match memchr::memchr(b'\t', text) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(expand_tabs(text)),
    };
    let mut lines = lines(&text);
    let first = lines.next().unwrap_or_default();
    let mut clean = Vec::with_capacity(text.len());
    clean.extend_from_slice(&first[indent(first)..]);
    let margin = lines
        .clone()
        .filter_map(|line| {
            let indent = indent(line);
            (!matches!(line.get(indent), None | Some(b'\n'))).then_some(indent)
        })
        .min()
        .unwrap_or(0);
    for line in lines {
        clean.extend_from_slice(&line[margin.min(indent(line))..]);
    }
    clean
}

/// The lines, with their newlines.
fn lines(mut rest: &[u8]) -> impl Iterator<Item = &[u8]> + Clone {
    std::iter::from_fn(move || {
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
        let (line, behind) = rest.split_at(end);
        rest = behind;
        (!line.is_empty()).then_some(line)
    })
}

fn indent(line: &[u8]) -> usize {
    line.iter().take_while(|&&byte| byte == b' ').count()
}

/// `str.expandtabs()`
fn expand_tabs(text: &[u8]) -> Vec<u8> {
    let mut expanded = Vec::with_capacity(text.len());
    let mut column = 0;
    for &byte in text {
        match byte {
            b'\t' => {
                let width = 8 - column % 8;
                expanded.resize(expanded.len() + width, b' ');
                column += width;
                continue;
            }
            b'\n' | b'\r' => column = 0,
            // Columns are characters, not bytes.
            _ => column += usize::from(byte & 0xC0 != 0x80),
        }
        expanded.push(byte);
    }
    expanded
}
