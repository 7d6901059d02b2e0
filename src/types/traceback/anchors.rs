//! Which part of a marked range is its point: the operator of a binary operation, the brackets of a subscript or call.

use bumpalo::Bump;

use crate::syntax::ast::{Body, Expr, ExprKind, StmtKind};
use crate::syntax::parser::entry::{Mode, parse};
use crate::syntax::source::Source;

/// The part between two places: line from 0 and character in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Anchors {
    pub left: (usize, usize),
    pub right: (usize, usize),
}

/// The point of an expression's text; `None` if it has none. Tokens are found by the same rules as CPython's `traceback`.
pub fn anchors(segment: &str) -> Option<Anchors> {
    let wrapped = Source::from_text("<segment>", &format!("(\n{segment}\n)")).ok()?;
    let arena = Bump::new();
    let module = parse(&wrapped, &arena, Mode::Module).ok()?;
    let Body::Module([statement]) = module.body else {
        return None;
    };
    let StmtKind::Expr { value } = statement.kind else {
        return None;
    };
    let text = Text {
        source: &wrapped,
        lines: segment.split('\n').map(|line| line.chars().collect()).collect(),
    };
    match value.kind {
        ExprKind::BinOp { left, right, .. } => text.operator(left, right),
        ExprKind::Subscript { value: inner, .. } => text.brackets(inner, value, '['),
        ExprKind::Call(call) => text.brackets(call.func, value, '('),
        _ => None,
    }
}

/// The segment by lines of characters.
struct Text<'a> {
    source: &'a Source,
    lines: Vec<Vec<char>>,
}

type Place = (usize, usize);

impl Text<'_> {
    /// The place of an offset of the wrapped source, whose first line is a bracket.
    fn place(&self, offset: u32) -> Option<Place> {
        let (line, column) = self.source.position(offset);
        let text = self.source.line_text(line);
        let characters = text.get(..column as usize)?.chars().count();
        Some(((line as usize).checked_sub(2)?, characters))
    }
    /// The place, or the first one of the next line that has any.
    fn valid(&self, (mut line, mut column): Place) -> Option<Place> {
        while column >= self.lines.get(line)?.len() {
            (line, column) = (line + 1, 0);
        }
        Some((line, column))
    }
    /// The first place from `at` whose character `stop` wants; comments and continuations are passed over.
    fn until(&self, mut at: Place, stop: impl Fn(char) -> bool) -> Option<Place> {
        loop {
            let c = self.lines[at.0][at.1];
            at = match c {
                '\\' | '#' => self.valid((at.0 + 1, 0))?,
                c if stop(c) => return Some(at),
                _ => self.valid((at.0, at.1 + 1))?,
            };
        }
    }
    fn operator(&self, left: &Expr, right: &Expr) -> Option<Anchors> {
        let from = self.valid(self.place(left.span.end)?)?;
        let (line, column) = self.until(from, |c| !c.is_whitespace() && c != ')')?;
        let mut end = column + 1;
        let behind = self.place(right.span.start)?;
        if let Some(&c) = self.lines[line].get(end)
            && (behind.0 > line || end < behind.1)
            && !c.is_whitespace()
            && c != '\\'
            && c != '#'
        {
            end += 1;
        }
        Some(Anchors {
            left: (line, column),
            right: (line, end),
        })
    }
    fn brackets(&self, inner: &Expr, whole: &Expr, open: char) -> Option<Anchors> {
        let from = self.valid(self.place(inner.span.end)?)?;
        let left = self.until(from, |c| c == open)?;
        let right = self.place(whole.span.end)?;
        Some(Anchors { left, right })
    }
}

/// Whether the marked range is the whole of `return f(…)` or `name = f(…)`, which says nothing. `start` and `end` are character
/// columns in the first and last line.
pub fn is_whole_call(lines: &[String], start: usize, end: usize) -> Option<bool> {
    let source = Source::from_text("<lines>", &lines.join("\n")).ok()?;
    let arena = Bump::new();
    let module = parse(&source, &arena, Mode::Module).ok()?;
    let Body::Module(body) = module.body else {
        return None;
    };
    let Some(statement) = body.first() else {
        return Some(true);
    };
    let value = match statement.kind {
        StmtKind::Return { value: Some(value) } => match value.kind {
            ExprKind::Call(call) if matches!(call.func.kind, ExprKind::Name { .. }) => value,
            _ => return None,
        },
        StmtKind::Assign {
            targets: [target],
            value,
        } if matches!(value.kind, ExprKind::Call(_)) && matches!(target.kind, ExprKind::Name { .. }) => value,
        _ => return None,
    };
    // CPYTHON: byte columns of the tree are compared with character columns.
    let (first, column) = source.position(value.span.start);
    let (last, end_column) = source.position(value.span.end);
    let whole = first == 1 && last as usize == lines.len() && column as usize == start && end_column as usize == end;
    whole.then_some(true)
}
