//! Type parameters and `type` statements.

use crate::syntax::ast::{Context, ExprKind, StmtKind, TypeAlias, TypeParam, TypeParamKind};
use crate::syntax::parser::state::{Parse, Parser};
use crate::syntax::token::TokenKind;
use bumpalo::collections::Vec as ArenaVec;

impl<'a> Parser<'a> {
    /// `type X[T] = value`; the cursor is at `type`.
    pub fn type_alias(&mut self) -> Parse<StmtKind<'a>> {
        self.advance();
        let node = self.node();
        let (id, span) = self.name()?;
        let ctx = Context::Store;
        let name = self.new_expr(span, ExprKind::Name { id, ctx });
        let type_params = self.type_params()?;
        self.expect(TokenKind::Equal)?;
        let value = self.expression()?;
        let alias = self.arena.alloc(TypeAlias {
            node,
            name,
            type_params,
            value,
        });
        Ok(StmtKind::TypeAlias(alias))
    }

    /// The bracketed type parameters, if there are any.
    pub fn type_params(&mut self) -> Parse<&'a [TypeParam<'a>]> {
        if !self.is(TokenKind::LeftBracket) {
            return Ok(&[]);
        }
        self.advance();
        if self.diagnose && self.is(TokenKind::RightBracket) {
            return self.raise_from("Type parameter list cannot be empty", self.start());
        }
        let mut params = ArenaVec::with_capacity_in(2, self.arena);
        loop {
            let param = self.type_param()?;
            params.push(param);
            if !self.eat(TokenKind::Comma) || self.is(TokenKind::RightBracket) {
                break;
            }
        }
        self.expect(TokenKind::RightBracket)?;
        Ok(params.into_bump_slice())
    }

    fn type_param(&mut self) -> Parse<TypeParam<'a>> {
        let start = self.start();
        let node = self.node();
        let is_tuple = self.eat(TokenKind::Star);
        let is_spec = !is_tuple && self.eat(TokenKind::DoubleStar);
        let (name, _) = self.name()?;
        if self.diagnose && (is_tuple || is_spec) {
            self.blame_bound(is_tuple)?;
        }
        let kind = if is_tuple {
            TypeParamKind::TypeVarTuple
        } else if is_spec {
            TypeParamKind::ParamSpec
        } else {
            let bound = match self.eat(TokenKind::Colon) {
                true => Some(self.expression()?),
                false => None,
            };
            TypeParamKind::TypeVar { bound }
        };
        let default_value = match self.eat(TokenKind::Equal) {
            true if is_tuple && self.is(TokenKind::Star) => Some(self.starred_operand()?),
            true => Some(self.expression()?),
            false => None,
        };
        let span = self.since(start);
        Ok(TypeParam {
            span,
            node,
            name,
            kind,
            default_value,
        })
    }
}
