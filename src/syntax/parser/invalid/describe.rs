//! How errors name expressions, and which part of a target they point at.

use crate::syntax::ast::{CmpOp, Constant, ExprKind};
use crate::syntax::parser::state::{E, Parse, Parser};
use crate::syntax::parser::target::Place;
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;

/// CPython's name for this sort of expression.
pub fn describe(expr: E<'_>) -> &'static str {
    match expr.kind {
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } => "subscript",
        ExprKind::Starred { .. } => "starred",
        ExprKind::Name { .. } => "name",
        ExprKind::List { .. } => "list",
        ExprKind::Tuple { .. } => "tuple",
        ExprKind::Slice { .. } => "slice",
        ExprKind::Lambda { .. } => "lambda",
        ExprKind::Call(_) => "function call",
        ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "expression",
        ExprKind::GeneratorExp { .. } => "generator expression",
        ExprKind::Yield { .. } | ExprKind::YieldFrom { .. } => "yield expression",
        ExprKind::Await { .. } => "await expression",
        ExprKind::ListComp { .. } => "list comprehension",
        ExprKind::SetComp { .. } => "set comprehension",
        ExprKind::DictComp(_) => "dict comprehension",
        ExprKind::Dict { .. } => "dict literal",
        ExprKind::Set { .. } => "set display",
        ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "f-string expression",
        ExprKind::TemplateStr { .. } | ExprKind::Interpolation(_) => "t-string expression",
        ExprKind::Constant { value, .. } => match value {
            Constant::None => "None",
            Constant::True => "True",
            Constant::False => "False",
            Constant::Ellipsis => "ellipsis",
            _ => "literal",
        },
        ExprKind::Compare { .. } => "comparison",
        ExprKind::IfExp { .. } => "conditional expression",
        ExprKind::NamedExpr { .. } => "named expression",
    }
}

/// The part of `expr` that an error about targets names; nothing when all is well with it.
pub fn culprit<'a>(expr: E<'a>, place: Place) -> Option<E<'a>> {
    match expr.kind {
        ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
        ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => elts.iter().find_map(|elt| culprit(elt, place)),
        ExprKind::Starred { value, .. } if place != Place::Delete => culprit(value, place),
        ExprKind::Compare { left, rest } if matches!(place, Place::For | Place::Comprehension) => match rest[0].op {
            CmpOp::In => culprit(left, place),
            _ => None,
        },
        _ => Some(expr),
    }
}

impl<'a> Parser<'a> {
    /// Raises "cannot assign to …" or "cannot delete …" if some part of `expr` is no target.
    pub fn blame_target(&mut self, expr: E<'a>, place: Place) -> Parse<()> {
        let Some(part) = culprit(expr, place) else {
            return Ok(());
        };
        let verb = match place {
            Place::Delete => "delete",
            _ => "assign to",
        };
        self.raise(format!("cannot {verb} {}", describe(part)), part.span)
    }

    /// Raises from `start` to where the tokeniser stands.
    /// CPYTHON: `end_offset` is one less than that of a span which ends there.
    pub fn raise_from<T>(&mut self, message: impl Into<String>, start: u32) -> Parse<T> {
        let last = self.tokens[self.furthest.max(self.at)];
        let end = last.span.end.saturating_sub(1).max(start);
        let end = (0..=end).rev().find(|&end| self.text.is_char_boundary(end as usize));
        self.raise(message, Span::new(start, end.unwrap_or(start)))
    }

    /// Whether the token at `index` stands inside brackets (a closing bracket counts as outside its own pair).
    pub fn is_bracketed(&self, index: usize) -> bool {
        let mut depth = 0;
        for token in &self.tokens[..=index] {
            match token.kind {
                TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace => depth += 1,
                TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => depth -= 1,
                _ => {}
            }
        }
        depth > 0
    }
}
