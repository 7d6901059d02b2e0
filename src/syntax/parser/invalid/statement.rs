//! Mistakes in statements and patterns.

use crate::syntax::ast::{ExprKind, Pattern};
use crate::syntax::error::ErrorKind;
use crate::syntax::parser::invalid::describe::describe;
use crate::syntax::parser::state::{E, Parse, Parser, Stop, starts_star_expression};
use crate::syntax::parser::target::Place;
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;

impl<'a> Parser<'a> {
    /// CPYTHON: what begins a statement that makes no sense is read as elements of a tuple, commas being optional from the
    /// second one on: that is where `=` and `:=` in wrong places are noticed.
    pub fn blame_bare_elements(&mut self, first: usize) -> Parse<()> {
        self.look_ahead(|parser| {
            parser.at = first;
            parser.star_named_expression()?;
            parser.expect(TokenKind::Comma)?;
            while parser.attempt(Parser::star_named_expression)?.is_some() {
                parser.eat(TokenKind::Comma);
            }
            Ok(())
        })?;
        Ok(())
    }

    /// An assignment to `value`, which is no target and has the `=` at the cursor behind it. `first` is the first token of
    /// the statement, `start` that of `value`.
    pub fn blame_assignment(&mut self, first: usize, start: usize, value: E<'a>) -> Parse<()> {
        self.blame_bare_elements(first)?;
        if self.tokens[start].kind == TokenKind::Yield {
            return self.raise("assignment to yield expression not possible", value.span);
        }
        self.blame_target(value, Place::Assign)
    }

    /// `f() += 1`; the cursor is at the operator.
    pub fn blame_augmented(&mut self, left: E<'a>) -> Parse<()> {
        let found = self.look_ahead(|parser| {
            parser.advance();
            parser.annotated_rhs()
        })?;
        match found {
            Some(_) => {
                let message = format!("'{}' is an illegal expression for augmented assignment", describe(left));
                self.raise(message, left.span)
            }
            None => Ok(()),
        }
    }

    /// `f(): int`; the cursor is at the colon.
    pub fn blame_annotation(&mut self, first: usize, left: E<'a>) -> Parse<()> {
        let found = self.look_ahead(|parser| {
            parser.advance();
            parser.expression()
        })?;
        if found.is_none() || matches!(left.kind, ExprKind::Yield { .. } | ExprKind::YieldFrom { .. }) {
            return Ok(());
        }
        let is_bare = self.tokens[first].span.start == left.span.start
            && !matches!(self.tokens[first].kind, TokenKind::LeftParen | TokenKind::LeftBracket)
            || self.end() != left.span.end;
        match left.kind {
            ExprKind::Tuple { elts, .. } if is_bare && !elts.is_empty() => {
                let message = "only single target (not tuple) can be annotated";
                self.raise(message, elts[0].span)
            }
            ExprKind::Tuple { .. } | ExprKind::List { .. } => {
                let message = format!("only single target (not {}) can be annotated", describe(left));
                self.raise(message, left.span)
            }
            ExprKind::Starred { .. } => Ok(()),
            _ => self.raise("illegal target for annotation", left.span),
        }
    }

    /// `del f()`; the targets begin with the token at `first`.
    pub fn blame_delete(&mut self, first: usize) -> Parse<()> {
        if self.error.is_some() {
            return Err(Stop);
        }
        let here = self.mark();
        self.at = first;
        let found = self.attempt(Parser::star_expressions)?;
        self.reset(here);
        match found {
            Some(targets) => self.blame_target(targets, Place::Delete),
            None => Ok(()),
        }
    }

    /// `import a from b`, and `import` alone; the cursor is behind `import`.
    pub fn blame_import(&mut self, start: Span) -> Parse<()> {
        if self.is(TokenKind::Newline) {
            return self.raise_from("Expected one or more names after 'import'", self.start());
        }
        let here = self.mark();
        let found = self.attempt(|parser| {
            parser.dotted_name()?;
            while parser.eat(TokenKind::Comma) {
                parser.dotted_name()?;
            }
            parser.expect(TokenKind::From)?;
            parser.dotted_name()
        })?;
        if found.is_some() {
            let message = "Did you mean to use 'from ... import ...' instead?";
            return self.raise_from(message, start.start);
        }
        self.reset(here);
        Ok(())
    }

    /// `import a as b.c`; the cursor is behind `as`.
    pub fn blame_import_alias(&mut self) -> Parse<()> {
        let next = self.peek(1);
        let is_good = self.is(TokenKind::Name)
            && matches!(
                next,
                TokenKind::Comma | TokenKind::RightParen | TokenKind::Newline | TokenKind::Semicolon
            );
        if is_good {
            return Ok(());
        }
        match self.look_ahead(Parser::expression)? {
            Some(target) => {
                let message = format!("cannot use {} as import target", describe(target));
                self.raise(message, target.span)
            }
            None => Ok(()),
        }
    }

    /// No block behind a colon and a newline; the cursor is at what stands there.
    pub fn blame_missing_block<T>(&mut self, what: &str, owner: Span) -> Parse<T> {
        let (line, _) = self.source.position(owner.start);
        let message = format!("expected an indented block after {what} on line {line}");
        self.at = self.furthest.max(self.at);
        let error = self.error_at_token(ErrorKind::Indentation, message);
        self.park(error)
    }

    /// `with a` without a colon; the cursor is at the items.
    pub fn blame_with(&mut self) -> Parse<()> {
        let bare = self.look_ahead(|parser| {
            parser.with_targets(false)?;
            parser.expect(TokenKind::Newline)
        })?;
        let enclosed = match bare.is_none() && self.is(TokenKind::LeftParen) {
            true => self.look_ahead(|parser| {
                parser.advance();
                parser.with_targets(true)?;
                parser.expect(TokenKind::RightParen)?;
                parser.expect(TokenKind::Newline)
            })?,
            false => None,
        };
        match bare.or(enclosed) {
            Some(newline) => self.raise("expected ':'", newline),
            None => Ok(()),
        }
    }

    fn with_targets(&mut self, is_enclosed: bool) -> Parse<()> {
        loop {
            self.expression()?;
            if self.eat(TokenKind::As) {
                self.bare_target()?;
            }
            if !self.eat(TokenKind::Comma) || (is_enclosed && self.is(TokenKind::RightParen)) {
                return Ok(());
            }
        }
    }

    /// `with a as f():`; the cursor is at `as`.
    pub fn blame_with_target(&mut self) -> Parse<()> {
        let found = self.look_ahead(|parser| {
            parser.advance();
            let target = parser.expression()?;
            match parser.kind() {
                TokenKind::Comma | TokenKind::RightParen | TokenKind::Colon => Ok(target),
                _ => parser.fail(),
            }
        })?;
        match found {
            Some(target) => self.blame_target(target, Place::Assign),
            None => Ok(()),
        }
    }

    /// `except` next to `except*`; the cursor is at the one that comes later.
    pub fn blame_mixed_handlers(&mut self, is_star: bool) -> Parse<()> {
        let span = self.span().to(self.tokens[self.at + usize::from(is_star)].span);
        let found = self.look_ahead_plainly(|parser| parser.except_handler(is_star))?;
        if found.is_none() {
            return Ok(());
        }
        self.raise("cannot have both 'except' and 'except*' on the same 'try'", span)
    }

    /// `except*` without a class, `except` without a colon; the cursor is at what follows.
    pub fn blame_except_without_class(&mut self, is_star: bool) -> Parse<()> {
        match self.kind() {
            TokenKind::Newline | TokenKind::Colon if is_star => {
                self.raise_at_furthest("expected one or more exception types")
            }
            TokenKind::Newline => self.raise_at_furthest("expected ':'"),
            _ => Ok(()),
        }
    }

    /// `except a, b as c`, `except a as b.c`; the cursor is at `as`, the classes begin with the token at `first`.
    pub fn blame_except_target(&mut self, first: usize, is_star: bool, is_list: bool) -> Parse<()> {
        let found = self.look_ahead(|parser| {
            parser.advance();
            let target = parser.expression()?;
            let colon = parser.expect(TokenKind::Colon)?;
            Ok((target, colon))
        })?;
        let Some((target, colon)) = found else {
            return Ok(());
        };
        let is_name = matches!(target.kind, ExprKind::Name { .. });
        if is_list && is_name {
            let start = self.tokens[first].span.start;
            let message = "multiple exception types must be parenthesized when using 'as'";
            let end = colon.end - 1;
            return self.raise(message, Span::new(start, end));
        }
        if !is_list && !is_name {
            let keyword = if is_star { "except*" } else { "except" };
            let message = format!("cannot use {keyword} statement with {}", describe(target));
            return self.raise(message, target.span);
        }
        Ok(())
    }

    /// `case a as b.c`; the cursor is behind `as`.
    pub fn blame_pattern_target(&mut self) -> Parse<()> {
        if self.is_word("_") {
            return self.raise_at_token("cannot use '_' as a target");
        }
        if !starts_star_expression(self.kind()) {
            return Ok(());
        }
        match self.look_ahead(Parser::expression)? {
            Some(target) if !matches!(target.kind, ExprKind::Name { .. }) => {
                let message = format!("cannot use {} as pattern target", describe(target));
                self.raise(message, target.span)
            }
            _ => Ok(()),
        }
    }

    /// `case C(a=b, c, d)`; the cursor is behind `first`, a positional pattern that follows a named one.
    pub fn blame_pattern_order(&mut self, first: &'a Pattern<'a>) -> Parse<()> {
        let mut last = first.span;
        while self.is(TokenKind::Comma) && !(self.peek(1) == TokenKind::Name && self.peek(2) == TokenKind::Equal) {
            self.advance();
            match self.attempt(Parser::pattern)? {
                Some(pattern) => last = pattern.span,
                None => break,
            }
        }
        self.raise("positional patterns follow keyword patterns", first.span.to(last))
    }
}
