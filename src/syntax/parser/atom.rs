//! Names, constants, groups and displays.

use crate::syntax::ast::{Constant, Context, DictComp, DictItem, ExprKind};
use crate::syntax::parser::state::{E, Parse, Parser, starts_star_expression};
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;
use bumpalo::collections::Vec as ArenaVec;

impl<'a> Parser<'a> {
    pub fn atom(&mut self) -> Parse<E<'a>> {
        let value = match self.kind() {
            TokenKind::Name => {
                let token = self.token();
                let id = self.ident(token);
                self.advance();
                let ctx = Context::Load;
                return Ok(self.new_expr(token.span, ExprKind::Name { id, ctx }));
            }
            TokenKind::Number => self.number()?,
            TokenKind::String | TokenKind::FStringStart | TokenKind::TStringStart => return self.strings(),
            TokenKind::None => Constant::None,
            TokenKind::True => Constant::True,
            TokenKind::False => Constant::False,
            TokenKind::Ellipsis => Constant::Ellipsis,
            TokenKind::LeftParen => return self.nested(Parser::parenthesised),
            TokenKind::LeftBracket => return self.nested(Parser::list),
            TokenKind::LeftBrace => return self.nested(Parser::braced),
            _ => return self.fail(),
        };
        let span = self.span();
        self.advance();
        Ok(self.constant(span, value))
    }

    pub fn constant(&self, span: Span, value: Constant<'a>) -> E<'a> {
        let is_u = false;
        self.new_expr(span, ExprKind::Constant { value, is_u })
    }

    fn nested(&mut self, parse: fn(&mut Parser<'a>) -> Parse<E<'a>>) -> Parse<E<'a>> {
        self.enter()?;
        let value = parse(self)?;
        self.leave();
        Ok(value)
    }

    /// `()`, a group, a tuple or a generator expression.
    fn parenthesised(&mut self) -> Parse<E<'a>> {
        let open = self.at;
        let start = self.start();
        self.advance();
        match self.kind() {
            TokenKind::RightParen => {
                self.advance();
                let base = self.exprs.len();
                return Ok(self.tuple_since(start, base));
            }
            TokenKind::Yield => {
                let value = self.yield_expression()?;
                self.expect(TokenKind::RightParen)?;
                return Ok(value);
            }
            TokenKind::DoubleStar if self.diagnose => self.blame_double_star_in_group()?,
            _ => {}
        }
        let is_starred = self.is(TokenKind::Star);
        let first = self.first_element()?;
        match self.kind() {
            TokenKind::For | TokenKind::Async => {
                self.blame_starred_comprehension(first)?;
                self.generator_rest(start, first)
            }
            TokenKind::Comma => {
                let base = self.exprs.len();
                self.elements(open, first, TokenKind::RightParen)?;
                Ok(self.tuple_since(start, base))
            }
            TokenKind::RightParen if is_starred => self.blame_starred_group(first),
            TokenKind::RightParen => {
                self.advance();
                Ok(first)
            }
            _ => self.fail(),
        }
    }

    /// The first element of a display.
    fn first_element(&mut self) -> Parse<E<'a>> {
        if !self.diagnose || !self.is(TokenKind::Star) {
            return self.star_named_expression();
        }
        let start = self.mark();
        let found = self.attempt(Parser::star_named_expression)?;
        let end = self.mark();
        let is_good = matches!(
            self.kind(),
            TokenKind::Comma
                | TokenKind::RightParen
                | TokenKind::RightBracket
                | TokenKind::RightBrace
                | TokenKind::For
                | TokenKind::Async
        );
        if found.is_none() || !is_good {
            // CPYTHON: a starred group or comprehension is tried then, and what stands behind its star may be wrong.
            self.reset(start);
            self.look_ahead(Parser::starred_expression)?;
            self.reset(end);
        }
        match found {
            Some(first) => Ok(first),
            None => self.fail(),
        }
    }

    /// From the `for` of `(elt for …)` to the closing parenthesis.
    pub fn generator_rest(&mut self, start: u32, elt: E<'a>) -> Parse<E<'a>> {
        let node = self.node();
        let generators = self.for_clauses()?;
        self.expect(TokenKind::RightParen)?;
        Ok(self.expr_since(start, ExprKind::GeneratorExp { node, elt, generators }))
    }

    /// Pushes `first` and the elements behind it, up to and with the closing bracket, onto the scratch stack.
    fn elements(&mut self, open: usize, first: E<'a>, close: TokenKind) -> Parse<()> {
        self.exprs.push(first);
        let mut end = None;
        while self.eat(TokenKind::Comma) {
            if !starts_star_expression(self.kind()) {
                self.look(self.at);
                break;
            }
            let Some(next) = self.extend(Parser::star_named_expression)? else {
                break;
            };
            end = Some(next.span.end);
            self.exprs.push(next);
        }
        if self.diagnose && matches!(self.kind(), TokenKind::For | TokenKind::Async) {
            let end = end.unwrap_or(self.end());
            self.blame_bare_tuple_comprehension(open, Span::new(first.span.start, end))?;
        }
        self.expect(close)?;
        Ok(())
    }

    fn list(&mut self) -> Parse<E<'a>> {
        let open = self.at;
        let start = self.start();
        self.advance();
        let ctx = Context::Load;
        if self.eat(TokenKind::RightBracket) {
            return Ok(self.expr_since(start, ExprKind::List { elts: &[], ctx }));
        }
        let first = self.first_element()?;
        if matches!(self.kind(), TokenKind::For | TokenKind::Async) {
            self.blame_starred_comprehension(first)?;
            let node = self.node();
            let generators = self.for_clauses()?;
            self.expect(TokenKind::RightBracket)?;
            let elt = first;
            return Ok(self.expr_since(start, ExprKind::ListComp { node, elt, generators }));
        }
        let base = self.exprs.len();
        self.elements(open, first, TokenKind::RightBracket)?;
        let elts = self.take_exprs(base);
        Ok(self.expr_since(start, ExprKind::List { elts, ctx }))
    }

    /// A dict, a set, or a comprehension of either.
    fn braced(&mut self) -> Parse<E<'a>> {
        let open = self.at;
        let start = self.start();
        self.advance();
        match self.kind() {
            TokenKind::RightBrace => {
                self.advance();
                return Ok(self.expr_since(start, ExprKind::Dict { items: &[] }));
            }
            TokenKind::DoubleStar => return self.dict_rest(start, None),
            _ => {}
        }
        let is_element = self.is(TokenKind::Star) || self.peek(1) == TokenKind::ColonEqual;
        let first = self.first_element()?;
        match self.kind() {
            TokenKind::Colon if !is_element => self.dict_rest(start, Some(first)),
            TokenKind::For | TokenKind::Async => {
                self.blame_starred_comprehension(first)?;
                let node = self.node();
                let generators = self.for_clauses()?;
                self.expect(TokenKind::RightBrace)?;
                let elt = first;
                Ok(self.expr_since(start, ExprKind::SetComp { node, elt, generators }))
            }
            _ => {
                let base = self.exprs.len();
                self.elements(open, first, TokenKind::RightBrace)?;
                let elts = self.take_exprs(base);
                Ok(self.expr_since(start, ExprKind::Set { elts }))
            }
        }
    }

    /// A dict from its first item on, whose key may have been parsed.
    fn dict_rest(&mut self, start: u32, first_key: Option<E<'a>>) -> Parse<E<'a>> {
        let mut items = ArenaVec::with_capacity_in(4, self.arena);
        let first = match first_key {
            None => self.dict_item()?,
            Some(key) => self.dict_value(key)?,
        };
        if matches!(self.kind(), TokenKind::For | TokenKind::Async) {
            return self.dict_comprehension(start, first);
        }
        items.push(first);
        while self.eat(TokenKind::Comma) {
            if self.kind() != TokenKind::DoubleStar && !starts_star_expression(self.kind()) {
                self.look(self.at);
                break;
            }
            let item = self.dict_item()?;
            items.push(item);
        }
        self.expect(TokenKind::RightBrace)?;
        let items = items.into_bump_slice();
        Ok(self.expr_since(start, ExprKind::Dict { items }))
    }

    fn dict_item(&mut self) -> Parse<DictItem<'a>> {
        if self.eat(TokenKind::DoubleStar) {
            let value = self.bitwise_or()?;
            return Ok(DictItem { key: None, value });
        }
        let start = self.mark();
        let parsed = self.expression();
        if parsed.is_err() && !self.remembers {
            self.blame_dict_key(start)?;
        }
        self.dict_value(parsed?)
    }

    fn dict_value(&mut self, key: E<'a>) -> Parse<DictItem<'a>> {
        self.blame_dict_value(key)?;
        self.expect(TokenKind::Colon)?;
        let value = self.expression()?;
        Ok(DictItem { key: Some(key), value })
    }

    fn dict_comprehension(&mut self, start: u32, item: DictItem<'a>) -> Parse<E<'a>> {
        let Some(key) = item.key else {
            return self.blame_unpacking_in_dict_comprehension(start);
        };
        let node = self.node();
        let generators = self.for_clauses()?;
        self.expect(TokenKind::RightBrace)?;
        let comprehension = self.arena.alloc(DictComp {
            node,
            key,
            value: item.value,
            generators,
        });
        Ok(self.expr_since(start, ExprKind::DictComp(comprehension)))
    }
}
