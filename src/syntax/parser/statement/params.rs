//! Parameters of functions and of `lambda`.

use crate::syntax::ast::{Arg, Arguments, Context, ExprKind};
use crate::syntax::parser::state::{E, Parse, Parser, Stop};
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;
use bumpalo::Bump;
use bumpalo::collections::Vec as ArenaVec;

fn is_starred(annotation: E<'_>) -> bool {
    matches!(annotation.kind, ExprKind::Starred { .. })
}

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
        let mut building = Building::new(self.arena);
        while !self.is(close) {
            self.parameter_item(&mut building, close, is_lambda)?;
            if self.is(close) {
                break;
            }
            if !self.eat(TokenKind::Comma) {
                // A lambda without a colon has an error of its own.
                match is_lambda {
                    true => break,
                    false => return self.fail(),
                }
            }
            if building.kwarg.is_some() && !self.is(close) {
                return self.refuse("arguments cannot follow var-keyword argument");
            }
        }
        Ok(self.arena.alloc(building.finish()))
    }

    fn parameter_item(&mut self, building: &mut Building<'a>, close: TokenKind, is_lambda: bool) -> Parse<()> {
        match self.kind() {
            TokenKind::Slash => {
                if building.has_slash {
                    return self.refuse("/ may appear only once");
                }
                if building.is_keyword_only {
                    return self.refuse("/ must be ahead of *");
                }
                if building.args.is_empty() {
                    return match self.peek(1) {
                        TokenKind::Comma => self.refuse("at least one argument must precede /"),
                        _ => self.fail(),
                    };
                }
                building.has_slash = true;
                let args = std::mem::replace(&mut building.args, ArenaVec::new_in(self.arena));
                building.posonlyargs = args.into_bump_slice();
                self.advance();
                match self.is(TokenKind::Star) {
                    true => self.refuse("expected comma between / and *"),
                    false => Ok(()),
                }
            }
            TokenKind::Star => {
                if building.is_keyword_only {
                    return self.refuse("* argument may appear only once");
                }
                building.is_keyword_only = true;
                self.star_parameter(building, close, is_lambda)
            }
            TokenKind::DoubleStar => {
                self.advance();
                let arg = self.parameter(is_lambda, false)?;
                building.kwarg = Some(self.arena.alloc(arg));
                match self.is(TokenKind::Equal) {
                    true => self.refuse("var-keyword argument cannot have default value"),
                    false => Ok(()),
                }
            }
            TokenKind::Name => self.plain_parameter(building, close, is_lambda),
            TokenKind::LeftParen if self.diagnose && !building.is_keyword_only => {
                self.blame_parenthesised_parameter(is_lambda)?;
                self.fail()
            }
            _ => self.fail(),
        }
    }

    /// Fails; with a reason when reasons are wanted.
    fn refuse<T>(&mut self, reason: &str) -> Parse<T> {
        match self.diagnose {
            true => self.raise_at_token(reason),
            false => self.fail(),
        }
    }

    /// `*`, alone or before a name.
    fn star_parameter(&mut self, building: &mut Building<'a>, close: TokenKind, is_lambda: bool) -> Parse<()> {
        let star = self.span();
        self.advance();
        let next = self.peek(1);
        let is_end = self.is(close) || self.is(TokenKind::Comma) && (next == close || next == TokenKind::DoubleStar);
        if is_end {
            self.look(self.at + usize::from(self.is(TokenKind::Comma)));
            let message = "named arguments must follow bare *";
            return match self.diagnose {
                true if is_lambda => self.raise_at_furthest(message),
                true => self.raise(message, star),
                false => Err(Stop),
            };
        }
        if self.is(TokenKind::Comma) {
            return Ok(());
        }
        let arg = self.parameter(is_lambda, true)?;
        building.vararg = Some(self.arena.alloc(arg));
        match self.is(TokenKind::Equal) {
            true if !arg.annotation.is_some_and(is_starred) => {
                self.refuse("var-positional argument cannot have default value")
            }
            true => self.fail(),
            false => Ok(()),
        }
    }

    fn plain_parameter(&mut self, building: &mut Building<'a>, close: TokenKind, is_lambda: bool) -> Parse<()> {
        let name_length = self.span().length();
        let arg = self.parameter(is_lambda, false)?;
        let default = match self.eat(TokenKind::Equal) {
            true => {
                if self.diagnose && matches!(self.kind(), TokenKind::RightParen | TokenKind::Comma) {
                    self.at -= 1;
                    return self.refuse("expected default value expression");
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
            None if self.diagnose && (self.is(close) || self.is(TokenKind::Comma)) => {
                let message = "parameter without a default follows parameter with a default";
                return self.raise(message, Span::new(arg.span.start, arg.span.start + name_length));
            }
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
                let ctx = Context::Load;
                Some(self.expr_since(start, ExprKind::Starred { value, ctx }))
            }
            true => Some(self.expression()?),
        };
        let span = self.since(span.start);
        Ok(Arg { span, arg, annotation })
    }
}
