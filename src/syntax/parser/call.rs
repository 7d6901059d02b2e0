//! Primaries: attributes, subscripts, calls and their arguments.

use crate::syntax::ast::{Call, Context, ExprKind, Keyword};
use crate::syntax::parser::state::{E, Parse, Parser, Rule, Stop, starts_expression, starts_star_expression};
use crate::syntax::token::TokenKind;

/// What a list of arguments has seen so far.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    Positional,
    Keyword,
    Mapping,
}

pub type Arguments<'a> = (&'a [E<'a>], &'a [Keyword<'a>]);

impl<'a> Parser<'a> {
    pub fn primary(&mut self) -> Parse<E<'a>> {
        self.remembered(Rule::Primary, Parser::parse_primary)
    }

    fn parse_primary(&mut self) -> Parse<E<'a>> {
        if let Some((value, end)) = self.ready.take() {
            self.at = end;
            return Ok(value);
        }
        let start = self.start();
        let mut value = self.atom()?;
        loop {
            let trailer = match self.kind() {
                TokenKind::Dot => Parser::attribute,
                TokenKind::LeftParen => Parser::call,
                TokenKind::LeftBracket => Parser::subscript,
                _ if self.remembers => return self.reaching(value),
                _ => return Ok(value),
            };
            match self.extend(|parser| trailer(parser, start, value))? {
                Some(longer) => value = longer,
                None => return Ok(value),
            }
        }
    }

    /// CPYTHON: an operand is not complete before the token behind it has been looked at.
    fn reaching(&mut self, value: E<'a>) -> Parse<E<'a>> {
        self.look(self.at);
        match self.error {
            Some(_) => Err(Stop),
            None => Ok(value),
        }
    }

    fn attribute(&mut self, start: u32, value: E<'a>) -> Parse<E<'a>> {
        self.advance();
        let (attr, _) = self.name()?;
        let ctx = Context::Load;
        Ok(self.expr_since(start, ExprKind::Attribute { value, attr, ctx }))
    }

    fn call(&mut self, start: u32, func: E<'a>) -> Parse<E<'a>> {
        self.enter()?;
        let (args, keywords) = self.arguments(true)?;
        self.leave();
        let call = self.arena.alloc(Call { func, args, keywords });
        Ok(self.expr_since(start, ExprKind::Call(call)))
    }

    /// Arguments with both parentheses; those of a class cannot be a bare generator.
    pub fn arguments(&mut self, is_call: bool) -> Parse<Arguments<'a>> {
        let open = is_call.then_some(self.at);
        self.advance();
        let (args, keywords) = (self.exprs.len(), self.keywords.len());
        let mut seen = Seen::Positional;
        let mut count = 0;
        while !self.is(TokenKind::RightParen) {
            seen = self.argument(open, count, seen)?;
            count += 1;
            if !self.eat(TokenKind::Comma) {
                break;
            }
            if !starts_star_expression(self.kind()) && self.kind() != TokenKind::DoubleStar {
                self.look(self.at);
                break;
            }
        }
        self.expect(TokenKind::RightParen)?;
        Ok((self.take_exprs(args), self.take_keywords(keywords)))
    }

    fn argument(&mut self, open: Option<usize>, count: usize, seen: Seen) -> Parse<Seen> {
        let start = self.start();
        match self.kind() {
            TokenKind::Star => {
                if seen == Seen::Mapping {
                    return self.blame_unpacking_order();
                }
                let value = self.starred_expression()?;
                self.exprs.push(value);
                Ok(seen)
            }
            TokenKind::DoubleStar => {
                self.advance();
                let value = self.expression()?;
                if self.diagnose {
                    self.blame_after_unpacking(start, "keyword")?;
                }
                let span = self.since(start);
                self.keywords.push(Keyword { span, arg: None, value });
                Ok(Seen::Mapping)
            }
            TokenKind::Name if self.peek(1) == TokenKind::Equal => {
                self.keyword()?;
                Ok(seen.max(Seen::Keyword))
            }
            kind if starts_expression(kind) => {
                if self.diagnose {
                    self.blame_constant_keyword()?;
                } else if seen != Seen::Positional {
                    self.look(self.at + usize::from(kind == TokenKind::Name));
                    return self.fail();
                }
                let is_walrus = kind == TokenKind::Name && self.peek(1) == TokenKind::ColonEqual;
                let mut value = match is_walrus {
                    true => self.assignment_expression()?,
                    false => self.expression()?,
                };
                if !is_walrus && matches!(self.kind(), TokenKind::ColonEqual | TokenKind::Equal) {
                    return self.blame_argument_assignment(value);
                }
                if matches!(self.kind(), TokenKind::For | TokenKind::Async) {
                    value = self.generator_argument(open, count, value)?;
                }
                if seen != Seen::Positional {
                    return self.blame_argument_order(seen);
                }
                self.exprs.push(value);
                Ok(seen)
            }
            _ => {
                if self.diagnose {
                    self.blame_before_expression()?;
                }
                self.fail()
            }
        }
    }

    fn keyword(&mut self) -> Parse<()> {
        let first = self.at;
        let (arg, span) = self.name()?;
        self.advance();
        if self.diagnose {
            self.blame_missing_argument_value(first)?;
        }
        let value = self.expression()?;
        if self.diagnose {
            self.blame_after_keyword(first)?;
        }
        let span = self.since(span.start);
        let arg = Some(arg);
        self.keywords.push(Keyword { span, arg, value });
        Ok(())
    }

    /// The lone argument `elt for …`: the node takes in the parentheses of the call, of which the last is left to the caller.
    fn generator_argument(&mut self, open: Option<usize>, count: usize, elt: E<'a>) -> Parse<E<'a>> {
        let Some(open) = open else {
            return self.fail();
        };
        if count > 0 && !self.diagnose {
            return self.fail();
        }
        let node = self.node();
        let generators = self.for_clauses()?;
        if count > 0 || !self.is(TokenKind::RightParen) {
            return self.blame_bare_generator(count, elt, generators);
        }
        let mut span = self.since(self.tokens[open].span.start);
        span.end = self.span().end;
        Ok(self.new_expr(span, ExprKind::GeneratorExp { node, elt, generators }))
    }

    fn subscript(&mut self, start: u32, value: E<'a>) -> Parse<E<'a>> {
        self.enter()?;
        self.advance();
        let inner = self.start();
        let is_starred = self.is(TokenKind::Star);
        let first = self.slice_element()?;
        let slice = if is_starred || self.is(TokenKind::Comma) {
            let base = self.exprs.len();
            self.exprs.push(first);
            while self.eat(TokenKind::Comma) {
                if !starts_star_expression(self.kind()) && self.kind() != TokenKind::Colon {
                    self.look(self.at);
                    break;
                }
                let Some(next) = self.extend(Parser::slice_element)? else {
                    break;
                };
                self.exprs.push(next);
            }
            self.tuple_since(inner, base)
        } else {
            first
        };
        self.expect(TokenKind::RightBracket)?;
        self.leave();
        let ctx = Context::Load;
        Ok(self.expr_since(start, ExprKind::Subscript { value, slice, ctx }))
    }

    fn slice_element(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        if self.is(TokenKind::Star) {
            return self.starred_expression();
        }
        let lower = match self.kind() {
            TokenKind::Colon => None,
            _ => {
                let is_walrus = self.peek(1) == TokenKind::ColonEqual;
                let value = self.named_expression()?;
                if is_walrus || !self.is(TokenKind::Colon) {
                    return Ok(value);
                }
                Some(value)
            }
        };
        self.expect(TokenKind::Colon)?;
        let upper = self.slice_bound()?;
        let step = match self.eat(TokenKind::Colon) {
            true => self.slice_bound()?,
            false => None,
        };
        Ok(self.expr_since(start, ExprKind::Slice { lower, upper, step }))
    }

    fn slice_bound(&mut self) -> Parse<Option<E<'a>>> {
        if !starts_expression(self.kind()) {
            self.look(self.at);
            return Ok(None);
        }
        self.expression().map(Some)
    }
}
