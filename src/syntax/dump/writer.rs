//! The machinery of dumping: a stack of things still to be written, so that no depth of tree needs native stack.

use crate::syntax::ast::{Constant, Expr, Pattern, Stmt};
use crate::syntax::dump::literal;
use crate::syntax::source::Source;
use crate::syntax::span::Span;
use std::fmt::Write;

/// Something still to be written.
#[derive(Clone, Copy)]
pub enum Item<'a> {
    Text(&'static str),
    Number(i64),
    /// A Python string.
    Quoted(&'a str),
    Constant(Constant<'a>),
    Position(Span),
    Expr(&'a Expr<'a>),
    Stmt(&'a Stmt<'a>),
    Pattern(&'a Pattern<'a>),
    /// An identifier of the tree itself, such as `Load()`.
    Tag(&'static str),
}

/// Nodes are described in order onto `work`; `flush` reverses what one node has pushed.
pub struct Writer<'a> {
    pub source: &'a Source,
    pub out: String,
    pub work: Vec<Item<'a>>,
    base: usize,
    is_first: bool,
    /// Line found last: positions come nearly sorted.
    line: usize,
}

impl<'a> Writer<'a> {
    pub fn new(source: &'a Source) -> Writer<'a> {
        Writer {
            source,
            out: String::new(),
            work: Vec::new(),
            base: 0,
            is_first: true,
            line: 0,
        }
    }

    pub fn open(&mut self, name: &'static str) {
        self.base = self.work.len();
        self.nested(name);
    }

    /// A node inside the one that is being described.
    pub fn nested(&mut self, name: &'static str) {
        self.work.push(Item::Text(name));
        self.work.push(Item::Text("("));
        self.is_first = true;
    }

    pub fn close_nested(&mut self) {
        self.work.push(Item::Text(")"));
        self.is_first = false;
    }

    pub fn close(&mut self) {
        self.work.push(Item::Text(")"));
        self.work[self.base..].reverse();
    }

    pub fn close_at(&mut self, span: Span) {
        self.position(span);
        self.close();
    }

    pub fn position(&mut self, span: Span) {
        self.comma();
        self.work.push(Item::Position(span));
    }

    fn comma(&mut self) {
        if !self.is_first {
            self.work.push(Item::Text(", "));
        }
        self.is_first = false;
    }

    /// `name=`, to be followed by a value.
    pub fn name(&mut self, name: &'static str) {
        self.comma();
        self.work.push(Item::Text(name));
        self.work.push(Item::Text("="));
    }

    pub fn field(&mut self, name: &'static str, item: Item<'a>) {
        self.name(name);
        self.work.push(item);
    }

    pub fn optional(&mut self, name: &'static str, item: Option<Item<'a>>) {
        if let Some(item) = item {
            self.field(name, item);
        }
    }

    pub fn expr(&mut self, name: &'static str, expr: &'a Expr<'a>) {
        self.field(name, Item::Expr(expr));
    }

    pub fn optional_expr(&mut self, name: &'static str, expr: Option<&'a Expr<'a>>) {
        self.optional(name, expr.map(Item::Expr));
    }

    /// A list; an empty one is left out.
    pub fn list(&mut self, name: &'static str, items: impl Iterator<Item = Item<'a>>) {
        let mut is_empty = true;
        for item in items {
            match is_empty {
                true => {
                    self.name(name);
                    self.work.push(Item::Text("["));
                }
                false => self.work.push(Item::Text(", ")),
            }
            is_empty = false;
            self.work.push(item);
        }
        if !is_empty {
            self.work.push(Item::Text("]"));
        }
    }

    pub fn exprs(&mut self, name: &'static str, exprs: &'a [&'a Expr<'a>]) {
        self.list(name, exprs.iter().map(|expr| Item::Expr(expr)));
    }

    pub fn stmts(&mut self, name: &'static str, stmts: &'a [Stmt<'a>]) {
        self.list(name, stmts.iter().map(Item::Stmt));
    }

    /// A list of nodes described in place.
    pub fn nodes<T>(&mut self, name: &'static str, nodes: &'a [T], mut describe: impl FnMut(&mut Writer<'a>, &'a T)) {
        if nodes.is_empty() {
            return;
        }
        self.name(name);
        self.work.push(Item::Text("["));
        for (index, node) in nodes.iter().enumerate() {
            if index > 0 {
                self.work.push(Item::Text(", "));
            }
            describe(self, node);
        }
        self.work.push(Item::Text("]"));
        self.is_first = false;
    }

    /// Writes an item that needs no description.
    pub fn write_plain(&mut self, item: Item<'a>) {
        match item {
            Item::Text(text) => self.out.push_str(text),
            Item::Tag(name) => {
                self.out.push_str(name);
                self.out.push_str("()");
            }
            Item::Number(number) => {
                let _ = write!(self.out, "{number}");
            }
            Item::Quoted(name) => literal::text(&mut self.out, name.as_bytes()),
            Item::Constant(value) => literal::constant(&mut self.out, value),
            Item::Position(span) => {
                let (line, column) = self.locate(span.start);
                let (end_line, end_column) = self.locate(span.end);
                let _ = write!(
                    self.out,
                    "lineno={line}, col_offset={column}, end_lineno={end_line}, end_col_offset={end_column}"
                );
            }
            Item::Expr(_) | Item::Stmt(_) | Item::Pattern(_) => {}
        }
    }

    /// The line (from 1) and the column in bytes of an offset.
    pub fn locate(&mut self, offset: u32) -> (usize, u32) {
        let starts = &self.source.line_starts;
        let is_in = |line: usize| {
            starts.get(line).is_some_and(|&start| start <= offset)
                && starts.get(line + 1).is_none_or(|&end| offset < end)
        };
        if !is_in(self.line) {
            self.line = starts.partition_point(|&start| start <= offset).max(1) - 1;
        }
        (self.line + 1, offset - starts[self.line].min(offset))
    }
}
