//! Parameters of functions and of `lambda`.

use crate::syntax::ast::{Arg, Arguments, ExprKind};
use crate::syntax::parser::state::{E, Parse, Parser};
use crate::syntax::token::TokenKind;
use bumpalo::Bump;
use bumpalo::collections::Vec as ArenaVec;

/// Parameters under construction.
struct Building<'a> {
    posonlyargs: &'a [Arg<'a>],
    args: ArenaVec<'a, Arg<'a>>,
    defaults: ArenaVec<'a, E<'a>>,
    vararg: Option<&'a Arg<'a>>,
    /// A `*` was there.
    is_keyword_only: bool,
    kwonlyargs: ArenaVec<'a, Arg<'a>>,
    kw_defaults: ArenaVec<'a, Option<E<'a>>>,
    kwarg: Option<&'a Arg<'a>>,
    has_slash: bool,
}

impl<'a> Building<'a> {
    fn new(arena: &'a Bump) -> Building<'a> {
        Building {
            posonlyargs: &[],
            args: ArenaVec::new_in(arena),
            defaults: ArenaVec::new_in(arena),
            vararg: None,
            is_keyword_only: false,
            kwonlyargs: ArenaVec::new_in(arena),
            kw_defaults: ArenaVec::new_in(arena),
            kwarg: None,
            has_slash: false,
        }
    }

    fn finish(self) -> Arguments<'a> {
        Arguments {
            posonlyargs: self.posonlyargs,
            args: self.args.into_bump_slice(),
            vararg: self.vararg,
            kwonlyargs: self.kwonlyargs.into_bump_slice(),
            kw_defaults: self.kw_defaults.into_bump_slice(),
            kwarg: self.kwarg,
            defaults: self.defaults.into_bump_slice(),
        }
    }
}

impl<'a> Parser<'a> {
    /// Between the parentheses of a `def`.
    pub fn parameters(&mut self) -> Parse<&'a Arguments<'a>> {
        self.parameters_up_to(TokenKind::RightParen, false)
    }

    pub fn lambda_parameters(&mut self) -> Parse<&'a Arguments<'a>> {
        self.parameters_up_to(TokenKind::Colon, true)
    }

    fn parameters_up_to(&mut self, close: TokenKind, is_lambda: bool) -> Parse<&'a Arguments<'a>> {
        if self.is(close) {
            return Ok(self.arena.alloc(Arguments::default()));
        }
        if self.diagnose {
            self.blame_parameters(close, is_lambda)?;
        }
        let mut building = Building::new(self.arena);
        while !self.is(close) {
            self.parameter_item(&mut building, close, is_lambda)?;
            if self.is(close) {
                break;
            }
            if building.kwarg.is_some() && self.peek(1) != close {
                self.look(self.at + 1);
            }
            if !self.eat(TokenKind::Comma) {
                // A lambda without a colon has an error of its own.
                match is_lambda {
                    true => break,
                    false => return self.fail(),
                }
            }
            if building.kwarg.is_some() {
                break;
            }
        }
        Ok(self.arena.alloc(building.finish()))
    }

    fn parameter_item(&mut self, building: &mut Building<'a>, close: TokenKind, is_lambda: bool) -> Parse<()> {
        match self.kind() {
            TokenKind::Slash => {
                if building.has_slash || building.is_keyword_only || building.args.is_empty() {
                    return self.fail();
                }
                building.has_slash = true;
                let args = std::mem::replace(&mut building.args, ArenaVec::new_in(self.arena));
                building.posonlyargs = args.into_bump_slice();
                self.advance();
                Ok(())
            }
            TokenKind::Star => {
                if building.is_keyword_only {
                    return self.fail();
                }
                self.advance();
                building.is_keyword_only = true;
                if self.is(TokenKind::Comma) {
                    if self.peek(1) != TokenKind::Name {
                        self.advance();
                        return self.fail();
                    }
                    return Ok(());
                }
                let arg = self.parameter(is_lambda, true)?;
                building.vararg = Some(self.arena.alloc(arg));
                self.fail_at_default()
            }
            TokenKind::DoubleStar => {
                self.advance();
                let arg = self.parameter(is_lambda, false)?;
                building.kwarg = Some(self.arena.alloc(arg));
                self.fail_at_default()
            }
            TokenKind::Name => self.plain_parameter(building, close, is_lambda),
            _ => self.fail(),
        }
    }

    fn fail_at_default(&mut self) -> Parse<()> {
        match self.is(TokenKind::Equal) {
            true => self.fail(),
            false => Ok(()),
        }
    }

    fn plain_parameter(&mut self, building: &mut Building<'a>, close: TokenKind, is_lambda: bool) -> Parse<()> {
        let arg = self.parameter(is_lambda, false)?;
        let default = match self.eat(TokenKind::Equal) {
            true => {
                if self.diagnose && (self.is(close) || self.is(TokenKind::Comma)) {
                    return self.blame_missing_default();
                }
                Some(self.expression()?)
            }
            false => None,
        };
        if building.is_keyword_only {
            building.kwonlyargs.push(arg);
            building.kw_defaults.push(default);
            return Ok(());
        }
        building.args.push(arg);
        match default {
            Some(value) => building.defaults.push(value),
            None if building.defaults.is_empty() => {}
            None => return self.fail(),
        }
        Ok(())
    }

    fn parameter(&mut self, is_lambda: bool, is_star: bool) -> Parse<Arg<'a>> {
        let (arg, span) = self.name()?;
        let annotation = match !is_lambda && self.eat(TokenKind::Colon) {
            false => None,
            true if is_star && self.is(TokenKind::Star) => {
                let start = self.start();
                self.advance();
                let value = self.bitwise_or()?;
                let ctx = crate::syntax::ast::Context::Load;
                Some(self.expr_since(start, ExprKind::Starred { value, ctx }))
            }
            true => Some(self.expression()?),
        };
        let span = self.since(span.start);
        Ok(Arg { span, arg, annotation })
    }
}
