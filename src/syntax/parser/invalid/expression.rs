//! Mistakes in expressions other than calls.

use crate::syntax::ast::ExprKind;
use crate::syntax::error::{ErrorKind, Extent, SyntaxError};
use crate::syntax::parser::invalid::describe::describe;
use crate::syntax::parser::state::{E, Mark, Parse, Parser, Stop, starts_expression, starts_star_expression};
use crate::syntax::parser::target::Place;
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;

const MAYBE_EQUAL: &str = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

impl<'a> Parser<'a> {
    /// `pass if …`, and a bare `lambda` in an f-string.
    pub fn blame_before_expression(&mut self) -> Parse<()> {
        match self.kind() {
            TokenKind::Pass | TokenKind::Break | TokenKind::Continue if self.peek(1) == TokenKind::If => {
                let span = self.span();
                let found = self.look_ahead(|parser| {
                    parser.advance();
                    parser.advance();
                    parser.disjunction()?;
                    parser.expect(TokenKind::Else)?;
                    match parser.starts_simple_statement() {
                        true => Ok(()),
                        false => parser.fail(),
                    }
                })?;
                match found {
                    Some(()) => self.raise("expected expression before 'if', but statement is given", span),
                    None => Ok(()),
                }
            }
            TokenKind::Pass | TokenKind::Break | TokenKind::Continue => {
                self.look(self.at + 1);
                self.error.as_ref().map_or(Ok(()), |_| Err(Stop))
            }
            TokenKind::String => self.blame_quoted_text(),
            TokenKind::Lambda => {
                let start = self.start();
                let found = self.look_ahead(|parser| {
                    parser.advance();
                    parser.lambda_parameters()?;
                    parser.expect(TokenKind::Colon)?;
                    match parser.enclosing_template() {
                        Some(letter) => Ok((letter, parser.end())),
                        None => parser.fail(),
                    }
                })?;
                let Some((letter, end)) = found else {
                    return Ok(());
                };
                let message = format!("{letter}-string: lambda expressions are not allowed without parentheses");
                self.raise(message, Span::new(start, end))
            }
            _ => Ok(()),
        }
    }

    /// The letter of the template in a field of which the cursor stands, outside other brackets and behind a colon.
    fn enclosing_template(&self) -> Option<char> {
        match self.kind() {
            TokenKind::FStringMiddle => return Some('f'),
            TokenKind::TStringMiddle => return Some('t'),
            TokenKind::RightBrace | TokenKind::LeftBrace => {}
            _ => return None,
        }
        let mut depth = 0;
        for index in (1..self.at).rev() {
            match self.tokens[index].kind {
                TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => depth += 1,
                TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace if depth > 0 => depth -= 1,
                TokenKind::LeftBrace => {
                    let is_template = matches!(
                        self.tokens[index - 1].kind,
                        TokenKind::TStringStart | TokenKind::TStringMiddle
                    );
                    let is_field = is_template
                        || matches!(
                            self.tokens[index - 1].kind,
                            TokenKind::FStringStart | TokenKind::FStringMiddle | TokenKind::RightBrace
                        );
                    return is_field.then_some(if is_template { 't' } else { 'f' });
                }
                TokenKind::LeftParen | TokenKind::LeftBracket => return None,
                _ => {}
            }
        }
        None
    }

    /// Text between two strings; the cursor is at the first.
    fn blame_quoted_text(&mut self) -> Parse<()> {
        let found = self.look_ahead_plainly(|parser| {
            parser.advance();
            let mut span = None;
            while !parser.is(TokenKind::String) {
                let Some(part) = parser.attempt(Parser::parse_expression)? else {
                    return parser.fail();
                };
                span = Some(span.map_or(part.span, |span: Span| span.to(part.span)));
            }
            match span {
                Some(span) => Ok(span),
                None => parser.fail(),
            }
        })?;
        match found {
            Some(span) => self.raise("invalid syntax. Is this intended to be part of the string?", span),
            None => Ok(()),
        }
    }

    fn starts_simple_statement(&self) -> bool {
        let kind = self.kind();
        starts_star_expression(kind)
            || matches!(
                kind,
                TokenKind::Return
                    | TokenKind::Import
                    | TokenKind::From
                    | TokenKind::Raise
                    | TokenKind::Pass
                    | TokenKind::Del
                    | TokenKind::Yield
                    | TokenKind::Assert
                    | TokenKind::Break
                    | TokenKind::Continue
                    | TokenKind::Global
                    | TokenKind::Nonlocal
            )
    }

    /// A forgotten comma, a conditional without its end, `print x`: `body` ends at the cursor.
    pub fn blame_after_disjunction(&mut self, first: usize, body: E<'a>) -> Parse<()> {
        self.look(self.at);
        if self.error.is_some() {
            return Err(Stop);
        }
        let is_done = self.blame_juxtaposition(first, body)?;
        if self.is(TokenKind::If) && !is_done {
            self.blame_conditional(body)?;
        }
        if self.tokens[first].kind == TokenKind::Name {
            self.blame_legacy_call(first)?;
        }
        Ok(())
    }

    fn is_legacy(&self, first: usize) -> bool {
        let token = self.tokens[first];
        token.kind == TokenKind::Name && matches!(&self.text[token.span.range()], "print" | "exec")
    }

    /// CPYTHON: two expressions side by side end the search for other mistakes, whether or not there is something to say.
    fn blame_juxtaposition(&mut self, first: usize, body: E<'a>) -> Parse<bool> {
        if !starts_expression(self.kind()) {
            return Ok(false);
        }
        let token = self.tokens[first];
        if token.kind == TokenKind::Name {
            let word = &self.text[token.span.range()];
            let is_prefix = self.tokens[first + 1].kind == TokenKind::String;
            if is_prefix || matches!(word, "match" | "case" | "type" | "_") {
                return Ok(false);
            }
        }
        let found = self.look_ahead_plainly(|parser| {
            let next = parser.parse_expression()?;
            Ok((next, parser.at - 1))
        })?;
        let Some((next, last)) = found else {
            return Ok(false);
        };
        if matches!(body.kind, ExprKind::Name { .. }) && self.is_legacy(first) || !self.is_bracketed(last) {
            return Ok(true);
        }
        let message = "invalid syntax. Perhaps you forgot a comma?";
        self.raise(message, body.span.to(next.span))
    }

    fn blame_conditional(&mut self, body: E<'a>) -> Parse<()> {
        let found = self.look_ahead(|parser| {
            parser.advance();
            let test = parser.disjunction()?;
            Ok((test, parser.kind(), parser.at))
        })?;
        match found {
            Some((test, kind, _)) if !matches!(kind, TokenKind::Else | TokenKind::Colon) => {
                let message = "expected 'else' after 'if' expression";
                self.raise(message, body.span.to(test.span))
            }
            Some((_, TokenKind::Else, at)) => {
                let found = self.look_ahead(|parser| {
                    parser.at = at;
                    parser.advance();
                    parser.expression()
                })?;
                match found {
                    None => {
                        let next = self.tokens[(at + 1).min(self.tokens.len() - 1)];
                        self.raise("expected expression after 'else', but statement is given", next.span)
                    }
                    Some(_) => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    fn blame_legacy_call(&mut self, first: usize) -> Parse<()> {
        let next = self.tokens[first + 1].kind;
        if next == TokenKind::LeftParen || !starts_star_expression(next) {
            return Ok(());
        }
        // CPYTHON: what follows any name is read, and mistakes in it are reported, before it matters which name it is.
        self.enter()?;
        let found = self.look_ahead(|parser| {
            parser.at = first + 1;
            parser.star_expressions()
        })?;
        self.leave();
        let Some(arguments) = found else {
            return Ok(());
        };
        if !self.is_legacy(first) {
            return Ok(());
        }
        let span = self.tokens[first].span;
        let name = &self.text[span.range()];
        let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
        self.raise(message, span.to(arguments.span))
    }

    /// `a + not b`; the cursor is behind the operator.
    pub fn blame_not_after_operator(&mut self) -> Parse<()> {
        if !self.is(TokenKind::Not) {
            return Ok(());
        }
        match self.look_ahead(Parser::inversion)? {
            Some(operand) => self.raise("'not' after an operator must be parenthesized", operand.span),
            None => Ok(()),
        }
    }

    /// `x.a := 1`, `if x = 1`: the cursor is at the operator, `value` begins with the token at `first`.
    pub fn blame_assignment_in_expression(&mut self, first: usize, value: E<'a>) -> Parse<()> {
        let operator = self.at;
        if self.is(TokenKind::ColonEqual) {
            let found = self.look_ahead(|parser| {
                parser.advance();
                parser.expression()
            })?;
            return match found {
                Some(_) => {
                    let message = format!("cannot use assignment expressions with {}", describe(value));
                    self.raise(message, value.span)
                }
                None => Ok(()),
            };
        }
        let token = self.tokens[first];
        let is_name = token.kind == TokenKind::Name && first + 1 == operator;
        if !is_name && !self.is_operand(first, operator)? {
            return Ok(());
        }
        let found = self.look_ahead(|parser| {
            parser.advance();
            let right = parser.bitwise_or()?;
            match parser.kind() {
                TokenKind::Equal | TokenKind::ColonEqual => parser.fail(),
                _ => Ok(right),
            }
        })?;
        let Some(right) = found else {
            return Ok(());
        };
        if is_name {
            return self.raise(MAYBE_EQUAL, value.span.to(right.span));
        }
        let what = describe(value);
        let message = format!("cannot assign to {what} here. Maybe you meant '==' instead of '='?");
        self.raise(message, value.span)
    }

    /// Whether the tokens from `first` up to `end` are one arithmetic operand that is neither a display nor a constant name.
    fn is_operand(&mut self, first: usize, end: usize) -> Parse<bool> {
        let opening = self.tokens[first].kind;
        if matches!(opening, TokenKind::True | TokenKind::False | TokenKind::None) {
            return Ok(false);
        }
        if matches!(opening, TokenKind::LeftParen | TokenKind::LeftBracket) {
            let start = self.tokens[first].span.start;
            let display = self.look_ahead(|parser| {
                parser.at = first;
                parser.atom()
            })?;
            let is_display = display.is_some_and(|atom| {
                let is_whole = atom.span.start == start;
                let kind = atom.kind;
                is_whole
                    && matches!(
                        kind,
                        ExprKind::List { .. } | ExprKind::Tuple { .. } | ExprKind::GeneratorExp { .. }
                    )
            });
            if is_display {
                return Ok(false);
            }
        }
        let found = self.look_ahead(|parser| {
            parser.at = first;
            parser.bitwise_or()?;
            Ok(parser.at)
        })?;
        Ok(found == Some(end))
    }

    /// `(**a)`; the cursor is at the stars.
    pub fn blame_double_star_in_group(&mut self) -> Parse<()> {
        let start = self.span();
        let found = self.look_ahead(|parser| {
            parser.advance();
            let value = parser.expression()?;
            parser.expect(TokenKind::RightParen)?;
            Ok(value)
        })?;
        match found {
            Some(_) => self.raise("cannot use double starred expression here", start),
            None => Ok(()),
        }
    }

    /// `(*a)`; the cursor is at the closing parenthesis.
    pub fn blame_starred_group(&mut self, value: E<'a>) -> Parse<E<'a>> {
        if self.diagnose {
            return self.raise("cannot use starred expression here", value.span);
        }
        self.fail()
    }

    /// `[*a for …]`; the cursor is at the `for`. Fails also when no cause is looked for.
    pub fn blame_starred_comprehension(&mut self, element: E<'a>) -> Parse<()> {
        if !matches!(element.kind, ExprKind::Starred { .. }) {
            return Ok(());
        }
        if self.diagnose && self.look_ahead(Parser::for_clauses)?.is_some() {
            let message = "iterable unpacking cannot be used in comprehension";
            return self.raise(message, element.span);
        }
        self.fail()
    }

    /// `[a, b for …]`; the cursor is at the `for`.
    pub fn blame_bare_tuple_comprehension(&mut self, open: usize, span: Span) -> Parse<()> {
        if self.tokens[open].kind == TokenKind::LeftParen {
            return Ok(());
        }
        match self.look_ahead(Parser::for_clauses)? {
            Some(_) => self.raise("did you forget parentheses around the comprehension target?", span),
            None => Ok(()),
        }
    }

    /// What a dict has behind `key` in place of a colon and a value. CPYTHON: looked for in the first parse already.
    pub fn blame_dict_value(&mut self, key: E<'a>) -> Parse<()> {
        if !self.is(TokenKind::Colon) {
            return self.raise_missing_dict_value(key);
        }
        match self.peek(1) {
            TokenKind::RightBrace | TokenKind::Comma => {
                self.raise_at_token("expression expected after dictionary key and ':'")
            }
            TokenKind::Star => {
                let found = self.look_ahead(|parser| {
                    parser.advance();
                    parser.starred_operand()
                })?;
                match found {
                    Some(value) => self.raise("cannot use a starred expression in a dictionary value", value.span),
                    None => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    /// CPYTHON: as much of a key as makes sense counts, so that what makes none stands where the colon should.
    pub fn blame_dict_key(&mut self, start: Mark) -> Parse<()> {
        if self.error.is_some() {
            return Err(Stop);
        }
        self.reset(start);
        self.remembers = true;
        let found = self.look_ahead(Parser::parse_expression);
        self.remembers = false;
        self.memo.clear();
        match found? {
            Some(key) => self.raise_missing_dict_value(key),
            None => self.fail(),
        }
    }

    pub fn raise_missing_dict_value<T>(&mut self, key: E<'a>) -> Parse<T> {
        let end = key.span.end.saturating_sub(1).max(key.span.start);
        let end = (0..=end).rev().find(|&end| self.text.is_char_boundary(end as usize));
        let at = end.unwrap_or(key.span.start);
        let message = "':' expected after dictionary key";
        let span = Span::new(at, key.span.end);
        self.park(SyntaxError::of_kind(ErrorKind::Syntax, message, span, Extent::Zero))
    }

    /// `{**a for …}`; the cursor is at the `for`.
    pub fn blame_unpacking_in_dict_comprehension(&mut self, start: u32) -> Parse<E<'a>> {
        if self.diagnose {
            let clauses = self.look_ahead(|parser| {
                parser.for_clauses()?;
                parser.expect(TokenKind::RightBrace)
            })?;
            let index = self.tokens.partition_point(|token| token.span.start <= start);
            if clauses.is_some() {
                let message = "dict unpacking cannot be used in dict comprehension";
                return self.raise(message, self.tokens[index].span);
            }
        }
        self.fail()
    }

    /// `for f() in …`, and a missing `in`; the cursor is behind what was taken for targets.
    pub fn blame_for_targets(&mut self, first: usize, place: Place) -> Parse<()> {
        if self.error.is_some() {
            return Err(Stop);
        }
        let here = self.mark();
        if place == Place::Comprehension && !self.is(TokenKind::In) {
            self.at = first;
            let found = self.look_ahead(|parser| {
                parser.bitwise_or()?;
                while parser.eat(TokenKind::Comma) {
                    if !starts_expression(parser.kind()) {
                        break;
                    }
                    parser.bitwise_or()?;
                }
                Ok((parser.kind(), parser.span()))
            })?;
            if let Some((kind, span)) = found
                && kind != TokenKind::In
            {
                return self.raise("'in' expected after for-loop variables", span);
            }
        }
        self.at = first;
        let found = self.attempt(Parser::star_expressions)?;
        self.reset(here);
        match found {
            Some(targets) => self.blame_target(targets, place),
            None => Ok(()),
        }
    }
}
