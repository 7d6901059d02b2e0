//! The clauses of comprehensions.

use crate::syntax::ast::Comprehension;
use crate::syntax::parser::state::{Parse, Parser};
use crate::syntax::parser::target::Place;
use crate::syntax::token::TokenKind;
use bumpalo::collections::Vec as ArenaVec;

impl<'a> Parser<'a> {
    pub fn for_clauses(&mut self) -> Parse<&'a [Comprehension<'a>]> {
        let mut clauses = ArenaVec::with_capacity_in(1, self.arena);
        while matches!(self.kind(), TokenKind::For | TokenKind::Async) {
            let is_async = self.eat(TokenKind::Async);
            self.expect(TokenKind::For)?;
            let target = self.for_targets(Place::Comprehension)?;
            self.expect(TokenKind::In)?;
            let iter = self.disjunction()?;
            let base = self.exprs.len();
            while self.eat(TokenKind::If) {
                let condition = self.disjunction()?;
                self.exprs.push(condition);
            }
            let ifs = self.take_exprs(base);
            clauses.push(Comprehension {
                target,
                iter,
                ifs,
                is_async,
            });
        }
        self.look(self.at);
        Ok(clauses.into_bump_slice())
    }
}
