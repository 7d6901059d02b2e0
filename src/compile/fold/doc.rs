//! Docstrings: which statement is one, and how its indentation is taken off.

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
    let text = expand_tabs(text);
    let mut lines = text.split_inclusive(|&byte| byte == b'\n');
    let first = lines.next().unwrap_or_default();
    let mut clean = first[indent(first)..].to_vec();
    let margin = lines
        .clone()
        .filter(|line| !matches!(line.get(indent(line)), None | Some(b'\n')))
        .map(indent)
        .min()
        .unwrap_or(0);
    for line in lines {
        clean.extend_from_slice(&line[margin.min(indent(line))..]);
    }
    clean
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
