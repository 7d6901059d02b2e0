//! Targets: parsed as expressions, then converted.

use crate::syntax::ast::{Context, Expr, ExprKind};
use crate::syntax::parser::state::{E, Parse, Parser, Stop, starts_star_expression};
use crate::syntax::token::TokenKind;

/// Where targets stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Assign,
    For,
    Comprehension,
    Delete,
}

/// What spoils `expr` as a target; nothing when it is one.
pub fn invalid_part<'a>(expr: E<'a>, place: Place) -> Option<E<'a>> {
    match expr.kind {
        ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
        ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
            elts.iter().find_map(|elt| invalid_part(elt, place))
        }
        ExprKind::Starred { value, .. } if place != Place::Delete => invalid_part(value, place),
        _ => Some(expr),
    }
}

impl<'a> Parser<'a> {
    /// The same expression, stored to or deleted.
    /// INVARIANT: `invalid_part` found nothing.
    pub fn with_context(&mut self, expr: E<'a>, ctx: Context) -> E<'a> {
        let kind = match expr.kind {
            ExprKind::Name { id, .. } => ExprKind::Name { id, ctx },
            ExprKind::Attribute { value, attr, .. } => ExprKind::Attribute { value, attr, ctx },
            ExprKind::Subscript { value, slice, .. } => ExprKind::Subscript { value, slice, ctx },
            ExprKind::Starred { value, .. } => ExprKind::Starred {
                value: self.with_context(value, ctx),
                ctx,
            },
            ExprKind::Tuple { elts, .. } => ExprKind::Tuple {
                elts: self.all_with_context(elts, ctx),
                ctx,
            },
            ExprKind::List { elts, .. } => ExprKind::List {
                elts: self.all_with_context(elts, ctx),
                ctx,
            },
            kind => kind,
        };
        self.arena.alloc(Expr { span: expr.span, kind })
    }

    fn all_with_context(&mut self, elts: &[E<'a>], ctx: Context) -> &'a [E<'a>] {
        let base = self.exprs.len();
        for elt in elts {
            let converted = self.with_context(elt, ctx);
            self.exprs.push(converted);
        }
        self.take_exprs(base)
    }

    /// The targets of a `for`, up to but without `in`.
    pub fn for_targets(&mut self, place: Place) -> Parse<E<'a>> {
        let first = self.at;
        let parsed = self.bare_targets();
        let is_good = parsed.is_ok_and(|targets| invalid_part(targets, place).is_none());
        if self.diagnose && (!is_good || !self.is(TokenKind::In)) {
            self.blame_for_targets(first, place)?;
        }
        let targets = parsed?;
        if invalid_part(targets, place).is_some() {
            self.at = first;
            return self.fail_at_target(targets, place);
        }
        Ok(self.with_context(targets, Context::Store))
    }

    fn bare_targets(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        let first = self.bare_target()?;
        if !self.is(TokenKind::Comma) {
            return Ok(first);
        }
        let base = self.exprs.len();
        self.exprs.push(first);
        while self.eat(TokenKind::Comma) {
            if !starts_star_expression(self.kind()) {
                break;
            }
            let next = self.bare_target()?;
            self.exprs.push(next);
        }
        Ok(self.tuple_since(start, base))
    }

    /// One target, not converted; eats neither a comma nor a comparison.
    pub fn bare_target(&mut self) -> Parse<E<'a>> {
        match self.kind() {
            TokenKind::Star => self.starred_target(),
            _ => self.primary(),
        }
    }

    fn starred_target(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        self.advance();
        let value = self.primary()?;
        let ctx = Context::Load;
        Ok(self.expr_since(start, ExprKind::Starred { value, ctx }))
    }

    /// Fails where a grammar of targets would: behind the part of `targets` that is no target.
    #[cold]
    pub fn fail_at_target<T>(&mut self, targets: E<'a>, place: Place) -> Parse<T> {
        let end = invalid_part(targets, place).map_or(0, |part| part.span.end);
        let index = self.tokens.partition_point(|token| token.span.start < end);
        self.look(index);
        Err(Stop)
    }
}
