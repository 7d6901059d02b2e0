//! Mistakes in the arguments of calls and in parameters.

use crate::syntax::ast::{Comprehension, ExprKind};
use crate::syntax::parser::call::Seen;
use crate::syntax::parser::state::{E, Parse, Parser, Stop, starts_expression};
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;

impl<'a> Parser<'a> {
    /// `f(**a, *b)`; the cursor is at the star.
    pub fn blame_unpacking_order(&mut self) -> Parse<Seen> {
        if self.diagnose {
            let comma = self.tokens[self.at - 1].span;
            let found = self.attempt(|parser| {
                parser.starred_expression()?;
                while parser.eat(TokenKind::Comma) && parser.is(TokenKind::Star) {
                    parser.starred_expression()?;
                }
                Ok(())
            })?;
            if found.is_some() {
                let message = "iterable argument unpacking follows keyword argument unpacking";
                return self.raise_from(message, comma.start);
            }
        }
        self.fail()
    }

    /// A positional argument behind a named one. All arguments are read before CPython says so.
    pub fn blame_argument_order(&mut self, seen: Seen) -> Parse<Seen> {
        while self.eat(TokenKind::Comma) {
            let found = self.attempt(|parser| match parser.kind() {
                TokenKind::Star => parser.starred_expression(),
                TokenKind::DoubleStar => {
                    parser.advance();
                    parser.expression()
                }
                TokenKind::Name if parser.peek(1) == TokenKind::Equal => {
                    parser.advance();
                    parser.advance();
                    parser.expression()
                }
                _ => parser.expression(),
            })?;
            if found.is_none() {
                break;
            }
        }
        let message = match seen {
            Seen::Mapping => "positional argument follows keyword argument unpacking",
            _ => "positional argument follows keyword argument",
        };
        self.raise_at_furthest(message)
    }

    /// `f(**a = b)`, `f(*a = b)`; the cursor is behind the argument.
    pub fn blame_after_unpacking(&mut self, start: u32, what: &str) -> Parse<()> {
        if !self.is(TokenKind::Equal) {
            return Ok(());
        }
        let found = self.look_ahead(|parser| {
            parser.advance();
            parser.expression()
        })?;
        match found {
            Some(value) => {
                let message = format!("cannot assign to {what} argument unpacking");
                self.raise(message, Span::new(start, value.span.end))
            }
            None => Ok(()),
        }
    }

    /// `f(True=1)`; the cursor is at the argument.
    pub fn blame_constant_keyword(&mut self) -> Parse<()> {
        let is_constant = matches!(self.kind(), TokenKind::True | TokenKind::False | TokenKind::None);
        if !is_constant || self.peek(1) != TokenKind::Equal {
            return Ok(());
        }
        let span = self.span().to(self.tokens[self.at + 1].span);
        self.raise(format!("cannot assign to {}", self.kind().text()), span)
    }

    /// `f(a.b=1)`; the cursor is at the `=` or `:=`. Fails also when no cause is looked for.
    pub fn blame_argument_assignment(&mut self, value: E<'a>) -> Parse<Seen> {
        if self.diagnose && self.is(TokenKind::Equal) {
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            return self.raise(message, value.span.to(self.span()));
        }
        self.fail()
    }

    /// `f(a=)`; the cursor is behind the `=`.
    pub fn blame_missing_argument_value(&mut self, name: usize) -> Parse<()> {
        if !matches!(self.kind(), TokenKind::Comma | TokenKind::RightParen) {
            return Ok(());
        }
        let span = self.since(self.tokens[name].span.start);
        self.raise("expected argument value expression", span)
    }

    /// `f(a=b for …)`; the cursor is behind the value.
    pub fn blame_after_keyword(&mut self, name: usize) -> Parse<()> {
        if !matches!(self.kind(), TokenKind::For | TokenKind::Async) {
            return Ok(());
        }
        let span = self.tokens[name].span.to(self.tokens[name + 1].span);
        match self.look_ahead(Parser::for_clauses)? {
            Some(_) => self.raise("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", span),
            None => Ok(()),
        }
    }

    /// `f(x for x in y, 1)`; the cursor is behind the clauses. Fails also when no cause is looked for.
    pub fn blame_bare_generator(
        &mut self,
        count: usize,
        elt: E<'a>,
        generators: &'a [Comprehension<'a>],
    ) -> Parse<E<'a>> {
        let is_argument = count > 0 || self.is(TokenKind::Comma);
        if self.diagnose && is_argument && !generators.is_empty() {
            let span = self.since(elt.span.start);
            if self.eat(TokenKind::Comma) && starts_expression(self.kind()) {
                self.look_ahead(Parser::expression)?;
            }
            self.look(self.at);
            if self.error.is_some() {
                return Err(Stop);
            }
            return self.raise("Generator expression must be parenthesized", span);
        }
        self.fail()
    }

    /// A parameter in parentheses; the cursor is at the opening one.
    pub fn blame_parenthesised_parameter(&mut self, is_lambda: bool) -> Parse<()> {
        let start = self.start();
        let found = self.look_ahead(|parser| {
            parser.advance();
            parser.name()?;
            while parser.eat(TokenKind::Comma) {
                if parser.is(TokenKind::RightParen) {
                    break;
                }
                parser.name()?;
            }
            parser.expect(TokenKind::RightParen)?;
            Ok(parser.since(start))
        })?;
        let owner = match is_lambda {
            true => "Lambda expression",
            false => "Function",
        };
        match found {
            Some(span) => self.raise(format!("{owner} parameters cannot be parenthesized"), span),
            None => Ok(()),
        }
    }

    /// `*a: int` among type parameters; the cursor is behind the name.
    pub fn blame_bound(&mut self, is_tuple: bool) -> Parse<()> {
        if !self.is(TokenKind::Colon) {
            return Ok(());
        }
        let colon = self.start();
        let mark = self.mark();
        self.advance();
        let Some(bound) = self.attempt(Parser::expression)? else {
            self.reset(mark);
            return Ok(());
        };
        let what = match bound.kind {
            ExprKind::Tuple { .. } => "constraints",
            _ => "bound",
        };
        let owner = match is_tuple {
            true => "TypeVarTuple",
            false => "ParamSpec",
        };
        self.raise_from(format!("cannot use {what} with {owner}"), colon)
    }
}
