//! Simple statements, and the dispatch to all statements.

use crate::syntax::ast::{Alias, Context, ExprKind, ImportFrom, Operator, Stmt, StmtKind};
use crate::syntax::literal::ident::Id;
use crate::syntax::parser::state::{E, Parse, Parser, starts_expression, starts_star_expression};
use crate::syntax::parser::target::{Place, invalid_part};
use crate::syntax::token::TokenKind;
use bumpalo::collections::Vec as ArenaVec;

pub fn augmented_operator(kind: TokenKind) -> Option<Operator> {
    Some(match kind {
        TokenKind::PlusEqual => Operator::Add,
        TokenKind::MinusEqual => Operator::Sub,
        TokenKind::StarEqual => Operator::Mult,
        TokenKind::AtEqual => Operator::MatMult,
        TokenKind::SlashEqual => Operator::Div,
        TokenKind::PercentEqual => Operator::Mod,
        TokenKind::AmpersandEqual => Operator::BitAnd,
        TokenKind::BarEqual => Operator::BitOr,
        TokenKind::CaretEqual => Operator::BitXor,
        TokenKind::LeftShiftEqual => Operator::LShift,
        TokenKind::RightShiftEqual => Operator::RShift,
        TokenKind::DoubleStarEqual => Operator::Pow,
        TokenKind::DoubleSlashEqual => Operator::FloorDiv,
        _ => return None,
    })
}

impl<'a> Parser<'a> {
    /// Statements up to `close`, onto the scratch stack.
    pub fn statements(&mut self, close: TokenKind) -> Parse<()> {
        while !self.is(close) {
            self.statement()?;
        }
        Ok(())
    }

    /// One line of simple statements or one compound statement, onto the scratch stack.
    pub fn statement(&mut self) -> Parse<()> {
        match self.compound_statement()? {
            Some(statement) => {
                self.stmts.push(statement);
                Ok(())
            }
            None if !self.is_word("match") => self.simple_statements(),
            None => self.match_line(),
        }
    }

    /// A line that begins with `match`, which is a name here. When it makes no sense, it has also been read as a statement.
    fn match_line(&mut self) -> Parse<()> {
        let first = self.mark();
        let parsed = self.simple_statements();
        if parsed.is_err() && !self.diagnose && self.error.is_none() && starts_star_expression(self.peek_at(first, 1)) {
            self.reset(first);
            self.match_statement()?;
        }
        parsed
    }

    /// Simple statements with their newline, onto the scratch stack.
    pub fn simple_statements(&mut self) -> Parse<()> {
        loop {
            let start = self.start();
            let kind = self.simple_statement()?;
            let span = self.since(start);
            self.stmts.push(Stmt { span, kind });
            if !self.eat(TokenKind::Semicolon) {
                break;
            }
            if self.is(TokenKind::Newline) {
                break;
            }
        }
        self.expect(TokenKind::Newline)?;
        Ok(())
    }

    fn simple_statement(&mut self) -> Parse<StmtKind<'a>> {
        match self.kind() {
            TokenKind::Return => {
                self.advance();
                let value = self.optional_star_expressions()?;
                Ok(StmtKind::Return { value })
            }
            TokenKind::Import => self.import(),
            TokenKind::From => self.import_from(),
            TokenKind::Raise => self.raise_statement(),
            TokenKind::Pass => self.keyword_statement(StmtKind::Pass),
            TokenKind::Break => self.keyword_statement(StmtKind::Break),
            TokenKind::Continue => self.keyword_statement(StmtKind::Continue),
            TokenKind::Del => self.delete(),
            TokenKind::Assert => self.assert(),
            TokenKind::Global => {
                let names = self.declared_names()?;
                Ok(StmtKind::Global { names })
            }
            TokenKind::Nonlocal => {
                let names = self.declared_names()?;
                Ok(StmtKind::Nonlocal { names })
            }
            TokenKind::Name if self.peek(1) == TokenKind::Name && self.word() == "type" => {
                if self.diagnose {
                    // CPYTHON: other readings come first.
                    self.look_ahead(Parser::expression_statement)?;
                }
                self.type_alias()
            }
            _ => self.expression_statement(),
        }
    }

    fn keyword_statement(&mut self, kind: StmtKind<'a>) -> Parse<StmtKind<'a>> {
        self.advance();
        if self.diagnose && self.is(TokenKind::If) {
            self.at -= 1;
            self.blame_before_expression()?;
            self.advance();
        }
        Ok(kind)
    }

    fn optional_star_expressions(&mut self) -> Parse<Option<E<'a>>> {
        if !starts_star_expression(self.kind()) {
            self.look(self.at);
            return Ok(None);
        }
        self.star_expressions().map(Some)
    }

    /// An expression, or an assignment of any of the three sorts.
    fn expression_statement(&mut self) -> Parse<StmtKind<'a>> {
        if !self.diagnose {
            return self.parse_expression_statement();
        }
        let first = self.at;
        if matches!(
            self.kind(),
            TokenKind::String | TokenKind::FStringStart | TokenKind::TStringStart
        ) {
            // CPYTHON: it is first taken for the object of a target.
            self.look_ahead(Parser::primary)?;
        }
        let found = self.attempt(Parser::parse_expression_statement)?;
        let is_whole = matches!(self.kind(), TokenKind::Newline | TokenKind::Semicolon);
        match found {
            Some(kind) if is_whole || !matches!(kind, StmtKind::Expr { .. }) => Ok(kind),
            found => {
                self.blame_bare_elements(first)?;
                found.map_or_else(|| self.fail(), Ok)
            }
        }
    }

    fn parse_expression_statement(&mut self) -> Parse<StmtKind<'a>> {
        let first = self.at;
        let value = self.annotated_rhs()?;
        match self.kind() {
            TokenKind::Newline | TokenKind::Semicolon => Ok(StmtKind::Expr { value }),
            TokenKind::Equal => self.assignment(first, value),
            TokenKind::Colon => self.annotated_assignment(first, value),
            kind => match augmented_operator(kind) {
                Some(op) => self.augmented_assignment(first, value, op),
                None => Ok(StmtKind::Expr { value }),
            },
        }
    }

    fn assignment(&mut self, first: usize, left: E<'a>) -> Parse<StmtKind<'a>> {
        let base = self.exprs.len();
        let mut start = first;
        let mut value = left;
        while self.is(TokenKind::Equal) {
            let is_target = !matches!(value.kind, ExprKind::Yield { .. } | ExprKind::YieldFrom { .. });
            if !is_target || invalid_part(value, Place::Assign).is_some() {
                if self.diagnose {
                    self.blame_assignment(first, start, value)?;
                }
                self.look(self.at);
                return self.fail_at_target(value, Place::Assign);
            }
            let target = self.with_context(value, Context::Store);
            self.exprs.push(target);
            self.advance();
            start = self.at;
            value = self.annotated_rhs()?;
        }
        let targets = self.take_exprs(base);
        Ok(StmtKind::Assign { targets, value })
    }

    fn annotated_assignment(&mut self, first: usize, left: E<'a>) -> Parse<StmtKind<'a>> {
        let is_single = matches!(
            left.kind,
            ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. }
        );
        if !is_single {
            if self.diagnose {
                self.blame_annotation(first, left)?;
            }
            return self.fail();
        }
        let is_bare = self.tokens[first].span.start == left.span.start;
        let simple = is_bare && matches!(left.kind, ExprKind::Name { .. });
        let target = self.with_context(left, Context::Store);
        self.advance();
        let annotation = self.expression()?;
        let value = match self.eat(TokenKind::Equal) {
            true => Some(self.annotated_rhs()?),
            false => None,
        };
        Ok(StmtKind::AnnAssign {
            target,
            annotation,
            value,
            simple,
        })
    }

    fn augmented_assignment(&mut self, first: usize, left: E<'a>, op: Operator) -> Parse<StmtKind<'a>> {
        let is_single = matches!(
            left.kind,
            ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. }
        );
        if !is_single {
            if self.diagnose && self.tokens[first].kind != TokenKind::Yield {
                self.blame_augmented(left)?;
            }
            return self.fail();
        }
        let target = self.with_context(left, Context::Store);
        self.advance();
        let value = self.annotated_rhs()?;
        Ok(StmtKind::AugAssign { target, op, value })
    }

    fn raise_statement(&mut self) -> Parse<StmtKind<'a>> {
        self.advance();
        if !starts_expression(self.kind()) {
            self.look(self.at);
            return Ok(StmtKind::Raise { exc: None, cause: None });
        }
        let exc = Some(self.expression()?);
        let cause = match self.eat(TokenKind::From) {
            true => Some(self.expression()?),
            false => None,
        };
        Ok(StmtKind::Raise { exc, cause })
    }

    fn delete(&mut self) -> Parse<StmtKind<'a>> {
        self.advance();
        let first = self.at;
        let base = self.exprs.len();
        let parsed = self.delete_targets();
        if self.diagnose && (parsed.is_err() || !matches!(self.kind(), TokenKind::Semicolon | TokenKind::Newline)) {
            self.blame_delete(first)?;
        }
        parsed?;
        for index in base..self.exprs.len() {
            let target = self.exprs[index];
            if invalid_part(target, Place::Delete).is_some() {
                if self.diagnose {
                    self.blame_delete(first)?;
                }
                return self.fail_at_target(target, Place::Delete);
            }
            self.exprs[index] = self.with_context(target, Context::Del);
        }
        let targets = self.take_exprs(base);
        if !matches!(self.kind(), TokenKind::Semicolon | TokenKind::Newline) {
            return self.fail();
        }
        Ok(StmtKind::Delete { targets })
    }

    fn delete_targets(&mut self) -> Parse<()> {
        loop {
            let target = self.bare_target()?;
            self.exprs.push(target);
            if !self.eat(TokenKind::Comma) || !starts_star_expression(self.kind()) {
                return Ok(());
            }
        }
    }

    fn assert(&mut self) -> Parse<StmtKind<'a>> {
        self.advance();
        let test = self.expression()?;
        let msg = match self.eat(TokenKind::Comma) {
            true => Some(self.expression()?),
            false => None,
        };
        Ok(StmtKind::Assert { test, msg })
    }

    fn declared_names(&mut self) -> Parse<&'a [Id<'a>]> {
        self.advance();
        let mut names = ArenaVec::with_capacity_in(2, self.arena);
        loop {
            let (name, _) = self.name()?;
            names.push(name);
            if !self.eat(TokenKind::Comma) {
                return Ok(names.into_bump_slice());
            }
        }
    }

    fn import(&mut self) -> Parse<StmtKind<'a>> {
        let start = self.span();
        self.advance();
        if self.diagnose {
            self.blame_import(start)?;
        }
        let mut names = ArenaVec::with_capacity_in(1, self.arena);
        loop {
            let start = self.start();
            let (name, first) = self.dotted_name()?;
            let asname = self.import_alias()?;
            let bound = asname.or(Some(first));
            let span = self.since(start);
            names.push(Alias {
                span,
                name,
                asname,
                bound,
            });
            if !self.eat(TokenKind::Comma) {
                break;
            }
        }
        let names = names.into_bump_slice();
        Ok(StmtKind::Import { names })
    }

    fn import_alias(&mut self) -> Parse<Option<Id<'a>>> {
        if !self.eat(TokenKind::As) {
            return Ok(None);
        }
        if self.diagnose {
            self.blame_import_alias()?;
        }
        let (name, _) = self.name()?;
        Ok(Some(name))
    }

    /// The whole and its first part. CPYTHON: the parts are joined by single dots, whatever stood between them.
    pub fn dotted_name(&mut self) -> Parse<(&'a str, Id<'a>)> {
        let (first, start) = self.name()?;
        if !self.is(TokenKind::Dot) {
            return Ok((first.text, first));
        }
        let mut joined = first.to_string();
        while self.eat(TokenKind::Dot) {
            let (part, _) = self.name()?;
            joined.push('.');
            joined.push_str(part);
        }
        let written = &self.text[self.since(start.start).range()];
        match written == joined {
            true => Ok((written, first)),
            false => Ok((self.arena.alloc_str(&joined), first)),
        }
    }

    fn import_from(&mut self) -> Parse<StmtKind<'a>> {
        self.advance();
        let mut level = 0;
        loop {
            match self.kind() {
                TokenKind::Dot => level += 1,
                TokenKind::Ellipsis => level += 3,
                _ => break,
            }
            self.advance();
        }
        let module = match level > 0 && self.is(TokenKind::Import) {
            true => None,
            false => Some(self.dotted_name()?.0),
        };
        self.expect(TokenKind::Import)?;
        let names = self.import_from_targets()?;
        if module == Some("__future__") && names.iter().any(|alias| alias.name == "barry_as_FLUFL") {
            self.is_flufl = true;
        }
        let import = self.arena.alloc(ImportFrom { module, names, level });
        Ok(StmtKind::ImportFrom(import))
    }

    fn import_from_targets(&mut self) -> Parse<&'a [Alias<'a>]> {
        let span = self.span();
        match self.kind() {
            TokenKind::Star => {
                self.advance();
                return Ok(self.arena.alloc_slice_copy(&[Alias {
                    span,
                    name: "*",
                    asname: None,
                    bound: None,
                }]));
            }
            TokenKind::Newline if self.diagnose => {
                return self.raise_from("Expected one or more names after 'import'", span.start);
            }
            _ => {}
        }
        let is_closed = self.eat(TokenKind::LeftParen);
        let mut names = ArenaVec::with_capacity_in(4, self.arena);
        loop {
            let (name, span) = self.name()?;
            let asname = self.import_alias()?;
            let span = self.since(span.start);
            names.push(Alias {
                span,
                name: name.text,
                asname,
                bound: asname.or(Some(name)),
            });
            if !self.eat(TokenKind::Comma) {
                break;
            }
            if is_closed && self.is(TokenKind::RightParen) {
                break;
            }
            if self.diagnose && !is_closed && self.is(TokenKind::Newline) {
                return self.raise_at_token("trailing comma not allowed without surrounding parentheses");
            }
        }
        if is_closed {
            self.expect(TokenKind::RightParen)?;
        }
        Ok(names.into_bump_slice())
    }
}
