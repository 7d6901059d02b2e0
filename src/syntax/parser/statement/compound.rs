//! Compound statements, blocks, decorators.

use crate::syntax::ast::{
    ClassDef, Context, ExceptHandler, For, FunctionDef, If, Stmt, StmtKind, Try, While, With, WithItem,
};
use crate::syntax::parser::state::{E, Parse, Parser, Stop, starts_expression};
use crate::syntax::parser::target::{Place, invalid_part};
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;
use bumpalo::collections::Vec as ArenaVec;

type Block<'a> = &'a [Stmt<'a>];

/// A clause of an `if` whose `orelse` is not known yet.
struct Clause<'a> {
    start: u32,
    test: E<'a>,
    body: Block<'a>,
}

impl<'a> Parser<'a> {
    /// The compound statement at the cursor, if there is one.
    pub fn compound_statement(&mut self) -> Parse<Option<Stmt<'a>>> {
        let start = self.start();
        let statement = self.parse_compound_statement()?;
        if !matches!(
            statement,
            None | Some(Stmt {
                kind: StmtKind::FunctionDef(_) | StmtKind::AsyncFunctionDef(_),
                ..
            })
        ) {
            self.last_compound = self.last_compound.max(Some(start));
        }
        Ok(statement)
    }

    fn parse_compound_statement(&mut self) -> Parse<Option<Stmt<'a>>> {
        let start = self.start();
        let kind = match self.kind() {
            TokenKind::If => return self.if_statement().map(Some),
            TokenKind::Def => self.function_def(&[], false)?,
            TokenKind::Class => self.class_def(&[])?,
            TokenKind::At => return self.decorated().map(Some),
            TokenKind::For => self.for_statement(false)?,
            TokenKind::While => self.while_statement()?,
            TokenKind::With => self.with_statement(false)?,
            TokenKind::Try => self.try_statement()?,
            TokenKind::Async => self.async_statement(&[])?,
            TokenKind::Name if self.word() == "match" && self.is_match_statement() => {
                match self.extend(Parser::match_statement)? {
                    Some(kind) => kind,
                    None => return Ok(None),
                }
            }
            _ => return Ok(None),
        };
        let span = self.block_span(start);
        Ok(Some(Stmt { span, kind }))
    }

    /// From `start` to the end of the last token that is neither a newline nor a dedent (a semicolon counts).
    pub fn block_span(&self, start: u32) -> Span {
        let mut index = self.at;
        while index > 0 {
            index -= 1;
            let token = self.tokens[index];
            if !matches!(token.kind, TokenKind::Newline | TokenKind::Dedent) {
                return Span::new(start, token.span.end);
            }
        }
        self.since(start)
    }

    /// What follows the colon of a compound statement; `what` and `owner` name it in errors.
    pub fn block(&mut self, what: &str, owner: Span) -> Parse<Block<'a>> {
        let base = self.stmts.len();
        if !self.eat(TokenKind::Newline) {
            self.simple_statements()?;
            return Ok(self.take_stmts(base));
        }
        if !self.is(TokenKind::Indent) {
            if self.diagnose {
                return self.blame_missing_block(what, owner);
            }
            return self.fail();
        }
        self.enter()?;
        self.advance();
        self.statements(TokenKind::Dedent)?;
        self.advance();
        self.leave();
        Ok(self.take_stmts(base))
    }

    /// The colon of a compound statement.
    fn colon(&mut self) -> Parse<()> {
        if self.diagnose && self.is(TokenKind::Newline) {
            return self.raise_at_furthest("expected ':'");
        }
        self.expect(TokenKind::Colon)?;
        Ok(())
    }

    /// `if` with all its `elif`s: collected, then nested from the last one inwards.
    fn if_statement(&mut self) -> Parse<Stmt<'a>> {
        let mut clauses: Vec<Clause<'a>> = Vec::new();
        loop {
            let owner = self.span();
            let what = match clauses.is_empty() {
                true => "'if' statement",
                false => "'elif' statement",
            };
            self.advance();
            let test = self.named_expression()?;
            self.colon()?;
            let body = self.block(what, owner)?;
            let start = owner.start;
            clauses.push(Clause { start, test, body });
            if !self.is(TokenKind::Elif) {
                break;
            }
        }
        let mut orelse = self.else_block()?;
        if self.diagnose && !orelse.is_empty() && self.is(TokenKind::Elif) {
            return self.raise_at_token("'elif' block follows an 'else' block");
        }
        let end = self.block_span(0).end;
        loop {
            let Some(Clause { start, test, body }) = clauses.pop() else {
                return self.fail();
            };
            let kind = StmtKind::If(self.arena.alloc(If { test, body, orelse }));
            let statement = Stmt {
                span: Span::new(start, end),
                kind,
            };
            if clauses.is_empty() {
                return Ok(statement);
            }
            orelse = self.arena.alloc_slice_copy(&[statement]);
        }
    }

    fn else_block(&mut self) -> Parse<Block<'a>> {
        if !self.is(TokenKind::Else) {
            self.look(self.at);
            return Ok(&[]);
        }
        let owner = self.span();
        self.advance();
        self.force(TokenKind::Colon)?;
        self.block("'else' statement", owner)
    }

    fn while_statement(&mut self) -> Parse<StmtKind<'a>> {
        let owner = self.span();
        self.advance();
        let test = self.named_expression()?;
        self.colon()?;
        let body = self.block("'while' statement", owner)?;
        let orelse = self.else_block()?;
        Ok(StmtKind::While(self.arena.alloc(While { test, body, orelse })))
    }

    fn async_statement(&mut self, decorators: &'a [E<'a>]) -> Parse<StmtKind<'a>> {
        self.advance();
        match self.kind() {
            TokenKind::Def => self.function_def(decorators, true),
            TokenKind::For if decorators.is_empty() => self.for_statement(true),
            TokenKind::With if decorators.is_empty() => self.with_statement(true),
            _ => self.fail(),
        }
    }

    fn for_statement(&mut self, is_async: bool) -> Parse<StmtKind<'a>> {
        let owner = self.span();
        self.advance();
        let target = self.for_targets(Place::For)?;
        self.expect(TokenKind::In)?;
        let iter = self.star_expressions()?;
        self.colon()?;
        let body = self.block("'for' statement", owner)?;
        let orelse = self.else_block()?;
        let node = self.arena.alloc(For {
            target,
            iter,
            body,
            orelse,
        });
        Ok(match is_async {
            true => StmtKind::AsyncFor(node),
            false => StmtKind::For(node),
        })
    }

    fn with_statement(&mut self, is_async: bool) -> Parse<StmtKind<'a>> {
        let owner = self.span();
        self.advance();
        let first = self.at;
        let items = match self.is(TokenKind::LeftParen) {
            true => self.attempt(Parser::parenthesised_with_items)?,
            false => None,
        };
        let items = match items {
            Some(items) => items,
            None => {
                let items = self.attempt(Parser::with_items)?;
                let is_done = items.is_some() && self.is(TokenKind::Colon);
                if self.diagnose && !is_done {
                    let after = self.at;
                    self.at = first;
                    self.blame_with()?;
                    self.at = after;
                }
                match items {
                    Some(items) => items,
                    None => return Err(Stop),
                }
            }
        };
        self.expect(TokenKind::Colon)?;
        let body = self.block("'with' statement", owner)?;
        let node = self.arena.alloc(With { items, body });
        Ok(match is_async {
            true => StmtKind::AsyncWith(node),
            false => StmtKind::With(node),
        })
    }

    /// `(items)` with a colon behind, which is not consumed.
    fn parenthesised_with_items(&mut self) -> Parse<&'a [WithItem<'a>]> {
        self.advance();
        let mut items = ArenaVec::with_capacity_in(2, self.arena);
        loop {
            let item = self.with_item()?;
            items.push(item);
            if !self.eat(TokenKind::Comma) || self.is(TokenKind::RightParen) {
                break;
            }
        }
        self.expect(TokenKind::RightParen)?;
        if !self.is(TokenKind::Colon) {
            return self.fail();
        }
        Ok(items.into_bump_slice())
    }

    fn with_items(&mut self) -> Parse<&'a [WithItem<'a>]> {
        let mut items = ArenaVec::with_capacity_in(1, self.arena);
        loop {
            let item = self.with_item()?;
            items.push(item);
            if !self.eat(TokenKind::Comma) {
                return Ok(items.into_bump_slice());
            }
        }
    }

    fn with_item(&mut self) -> Parse<WithItem<'a>> {
        let context_expr = self.expression()?;
        let before = self.mark();
        if !self.eat(TokenKind::As) {
            self.look(self.at);
            return Ok(WithItem {
                context_expr,
                optional_vars: None,
            });
        }
        let target = self.attempt(Parser::bare_target)?;
        let is_done = matches!(self.kind(), TokenKind::Comma | TokenKind::RightParen | TokenKind::Colon);
        match target {
            Some(target) if is_done && invalid_part(target, Place::Assign).is_none() => {
                let optional_vars = Some(self.with_context(target, Context::Store));
                Ok(WithItem {
                    context_expr,
                    optional_vars,
                })
            }
            _ => {
                self.look(self.at);
                if self.diagnose {
                    self.reset(before);
                    self.blame_with_target()?;
                }
                self.reset(before);
                self.fail()
            }
        }
    }

    fn try_statement(&mut self) -> Parse<StmtKind<'a>> {
        let owner = self.span();
        self.advance();
        self.force(TokenKind::Colon)?;
        let body = self.block("'try' statement", owner)?;
        let mut handlers = ArenaVec::new_in(self.arena);
        let mut is_star = false;
        while self.is(TokenKind::Except) {
            let star = self.peek(1) == TokenKind::Star;
            if !handlers.is_empty() && star != is_star {
                if self.diagnose {
                    self.blame_mixed_handlers(star)?;
                }
                self.look(self.at + 1);
                return self.fail();
            }
            is_star = star;
            let handler = self.except_handler(star)?;
            handlers.push(handler);
        }
        if handlers.is_empty() && !self.is(TokenKind::Finally) {
            if self.diagnose {
                return self.raise_at_furthest("expected 'except' or 'finally' block");
            }
            return self.fail();
        }
        let orelse = match handlers.is_empty() {
            true => &[],
            false => self.else_block()?,
        };
        let finalbody = self.finally_block()?;
        let handlers = handlers.into_bump_slice();
        let node = self.arena.alloc(Try {
            body,
            handlers,
            orelse,
            finalbody,
        });
        Ok(match is_star {
            true => StmtKind::TryStar(node),
            false => StmtKind::Try(node),
        })
    }

    fn finally_block(&mut self) -> Parse<Block<'a>> {
        if !self.is(TokenKind::Finally) {
            self.look(self.at);
            return Ok(&[]);
        }
        let owner = self.span();
        self.advance();
        self.force(TokenKind::Colon)?;
        self.block("'finally' statement", owner)
    }

    pub fn except_handler(&mut self, is_star: bool) -> Parse<ExceptHandler<'a>> {
        let owner = self.span();
        self.advance();
        if is_star {
            self.advance();
        }
        let what = match is_star {
            true => "'except*' statement",
            false => "'except' statement",
        };
        let first = self.at;
        let (mut class, mut name) = (None, None);
        if is_star || !self.is(TokenKind::Colon) {
            if self.diagnose {
                self.blame_except_without_class(is_star)?;
            }
            let start = self.start();
            let single = self.expression()?;
            class = Some(match self.is(TokenKind::Comma) {
                true => self.more_expressions(start, single)?,
                false => single,
            });
            if self.is(TokenKind::As) {
                let is_list = self.tokens[first].span.start < single.span.start || self.end() != single.span.end;
                if self.diagnose {
                    self.blame_except_target(first, is_star, is_list)?;
                }
                if is_list && self.is_bare_list(first) {
                    return self.fail();
                }
                self.advance();
                name = Some(self.name()?.0);
            }
        }
        self.colon()?;
        let body = self.block(what, owner)?;
        let span = self.block_span(owner.start);
        Ok(ExceptHandler {
            span,
            class,
            name,
            body,
        })
    }

    /// Whether the tokens from `first` to the cursor have a comma outside brackets.
    fn is_bare_list(&self, first: usize) -> bool {
        let mut depth = 0;
        for token in &self.tokens[first..self.at] {
            match token.kind {
                TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace => depth += 1,
                TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => depth -= 1,
                TokenKind::Comma if depth == 0 => return true,
                _ => {}
            }
        }
        false
    }

    /// The rest of a tuple without parentheses and without starred elements.
    pub fn more_expressions(&mut self, start: u32, first: E<'a>) -> Parse<E<'a>> {
        let base = self.exprs.len();
        self.exprs.push(first);
        while self.eat(TokenKind::Comma) {
            if !starts_expression(self.kind()) {
                self.look(self.at);
                break;
            }
            let next = self.expression()?;
            self.exprs.push(next);
        }
        Ok(self.tuple_since(start, base))
    }

    fn decorated(&mut self) -> Parse<Stmt<'a>> {
        let base = self.exprs.len();
        while self.eat(TokenKind::At) {
            let decorator = self.named_expression()?;
            self.exprs.push(decorator);
            self.expect(TokenKind::Newline)?;
        }
        let decorators = self.take_exprs(base);
        let start = self.start();
        let kind = match self.kind() {
            TokenKind::Class => self.class_def(decorators)?,
            TokenKind::Def => self.function_def(decorators, false)?,
            TokenKind::Async => self.async_statement(decorators)?,
            _ => return self.fail(),
        };
        let span = self.block_span(start);
        Ok(Stmt { span, kind })
    }

    fn function_def(&mut self, decorator_list: &'a [E<'a>], is_async: bool) -> Parse<StmtKind<'a>> {
        let owner = self.span();
        self.advance();
        let node = self.node();
        let (name, _) = self.name()?;
        let type_params = self.attempt(Parser::type_params)?.unwrap_or_default();
        self.force(TokenKind::LeftParen)?;
        let args = self.parameters()?;
        self.expect(TokenKind::RightParen)?;
        let returns = match self.is(TokenKind::Arrow) {
            true => self.attempt(|parser| {
                parser.advance();
                parser.expression()
            })?,
            false => None,
        };
        self.force(TokenKind::Colon)?;
        let body = self.block("function definition", owner)?;
        let definition = self.arena.alloc(FunctionDef {
            node,
            name,
            args,
            body,
            decorator_list,
            returns,
            type_params,
        });
        Ok(match is_async {
            true => StmtKind::AsyncFunctionDef(definition),
            false => StmtKind::FunctionDef(definition),
        })
    }

    fn class_def(&mut self, decorator_list: &'a [E<'a>]) -> Parse<StmtKind<'a>> {
        let owner = self.span();
        self.advance();
        let node = self.node();
        let (name, _) = self.name()?;
        let type_params = self.type_params()?;
        let (bases, keywords) = match self.is(TokenKind::LeftParen) {
            true => {
                self.enter()?;
                let arguments = self.arguments(false)?;
                self.leave();
                arguments
            }
            false => (&[][..], &[][..]),
        };
        self.colon()?;
        let body = self.block("class definition", owner)?;
        Ok(StmtKind::ClassDef(self.arena.alloc(ClassDef {
            node,
            name,
            bases,
            keywords,
            body,
            decorator_list,
            type_params,
        })))
    }
}
