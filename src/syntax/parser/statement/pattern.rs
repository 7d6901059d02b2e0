//! `match` statements and their patterns.

use crate::syntax::ast::{
    Constant, Context, ExprKind, Match, MatchCase, MatchClass, MatchMapping, Operator, Pattern, PatternKind, StmtKind,
    UnaryOp,
};
use crate::syntax::literal::ident::Id;
use crate::syntax::parser::state::{E, Parse, Parser, starts_star_expression};
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;
use bumpalo::collections::Vec as ArenaVec;

type P<'a> = &'a Pattern<'a>;

impl<'a> Parser<'a> {
    /// Whether `match` at the cursor opens a statement: no other line that goes on with an expression can end in a colon,
    /// and one that goes on with an operand can be nothing else.
    pub fn is_match_statement(&mut self) -> bool {
        let next = self.peek(1);
        if !starts_star_expression(next) {
            return false;
        }
        let rest = &self.tokens[self.at..];
        let newline = rest.iter().position(|token| token.kind == TokenKind::Newline);
        if newline.is_some_and(|newline| rest[newline - 1].kind == TokenKind::Colon) {
            return true;
        }
        self.diagnose
            && !matches!(next, TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::Minus)
            && !matches!(next, TokenKind::Plus | TokenKind::Star | TokenKind::Not)
    }

    pub fn match_statement(&mut self) -> Parse<StmtKind<'a>> {
        let owner = self.span();
        self.advance();
        let subject = self.subject()?;
        if self.diagnose && self.is(TokenKind::Newline) {
            return self.raise_at_furthest("expected ':'");
        }
        self.expect(TokenKind::Colon)?;
        self.expect(TokenKind::Newline)?;
        if !self.is(TokenKind::Indent) {
            if self.diagnose {
                return self.blame_missing_block("'match' statement", owner);
            }
            return self.fail();
        }
        self.enter()?;
        self.advance();
        let mut cases = ArenaVec::with_capacity_in(4, self.arena);
        while cases.is_empty() || !self.is(TokenKind::Dedent) {
            let case = self.case_block()?;
            cases.push(case);
        }
        self.advance();
        self.leave();
        let cases = cases.into_bump_slice();
        Ok(StmtKind::Match(self.arena.alloc(Match { subject, cases })))
    }

    fn subject(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        let is_starred = self.is(TokenKind::Star);
        let first = self.star_named_expression()?;
        if !self.is(TokenKind::Comma) {
            return match is_starred {
                true => self.fail(),
                false => Ok(first),
            };
        }
        let base = self.exprs.len();
        self.exprs.push(first);
        while self.eat(TokenKind::Comma) {
            if !starts_star_expression(self.kind()) {
                break;
            }
            let next = self.star_named_expression()?;
            self.exprs.push(next);
        }
        Ok(self.tuple_since(start, base))
    }

    fn case_block(&mut self) -> Parse<MatchCase<'a>> {
        if !self.is_word("case") {
            return self.fail();
        }
        let owner = self.span();
        self.advance();
        let pattern = self.patterns()?;
        let guard = match self.eat(TokenKind::If) {
            true => Some(self.named_expression()?),
            false => None,
        };
        if self.diagnose && self.is(TokenKind::Newline) {
            return self.raise_at_furthest("expected ':'");
        }
        self.expect(TokenKind::Colon)?;
        let body = self.block("'case' statement", owner)?;
        Ok(MatchCase { pattern, guard, body })
    }

    fn new_pattern(&self, start: u32, kind: PatternKind<'a>) -> P<'a> {
        let span = self.since(start);
        self.arena.alloc(Pattern { span, kind })
    }

    /// A pattern, or a sequence without brackets.
    fn patterns(&mut self) -> Parse<P<'a>> {
        let start = self.start();
        let is_starred = self.is(TokenKind::Star);
        let first = self.maybe_star_pattern()?;
        if !self.is(TokenKind::Comma) {
            return match is_starred {
                true => self.fail(),
                false => Ok(first),
            };
        }
        let mut patterns = ArenaVec::with_capacity_in(4, self.arena);
        patterns.push(first);
        self.more_patterns(&mut patterns)?;
        let patterns = patterns.into_bump_slice();
        Ok(self.new_pattern(start, PatternKind::MatchSequence { patterns }))
    }

    fn more_patterns(&mut self, patterns: &mut ArenaVec<'a, P<'a>>) -> Parse<()> {
        while self.eat(TokenKind::Comma) {
            if !starts_pattern(self.kind()) && !self.is(TokenKind::Star) {
                self.look(self.at);
                break;
            }
            let next = self.maybe_star_pattern()?;
            patterns.push(next);
        }
        Ok(())
    }

    fn maybe_star_pattern(&mut self) -> Parse<P<'a>> {
        if !self.is(TokenKind::Star) {
            return self.pattern();
        }
        let start = self.start();
        self.advance();
        let (name, _) = self.name()?;
        let name = (name != "_").then_some(name);
        Ok(self.new_pattern(start, PatternKind::MatchStar { name }))
    }

    pub fn pattern(&mut self) -> Parse<P<'a>> {
        let start = self.start();
        self.enter()?;
        let inner = self.or_pattern()?;
        self.leave();
        if !self.is(TokenKind::As) {
            return Ok(inner);
        }
        self.advance();
        let is_capture = !matches!(self.peek(1), TokenKind::Dot | TokenKind::LeftParen | TokenKind::Equal);
        if !self.is(TokenKind::Name) || self.is_word("_") || !is_capture {
            if self.diagnose {
                self.blame_pattern_target()?;
            }
            return self.fail();
        }
        let (name, _) = self.name()?;
        let (pattern, name) = (Some(inner), Some(name));
        Ok(self.new_pattern(start, PatternKind::MatchAs { pattern, name }))
    }

    fn or_pattern(&mut self) -> Parse<P<'a>> {
        let start = self.start();
        let first = self.closed_pattern()?;
        if !self.is(TokenKind::Bar) {
            return Ok(first);
        }
        let mut patterns = ArenaVec::with_capacity_in(4, self.arena);
        patterns.push(first);
        while self.eat(TokenKind::Bar) {
            let next = self.closed_pattern()?;
            patterns.push(next);
        }
        let patterns = patterns.into_bump_slice();
        Ok(self.new_pattern(start, PatternKind::MatchOr { patterns }))
    }

    fn closed_pattern(&mut self) -> Parse<P<'a>> {
        let start = self.start();
        let singleton = match self.kind() {
            TokenKind::Name => return self.name_pattern(),
            TokenKind::LeftParen => return self.group_pattern(),
            TokenKind::LeftBracket => return self.sequence_pattern(),
            TokenKind::LeftBrace => return self.mapping_pattern(),
            TokenKind::None => Some(Constant::None),
            TokenKind::True => Some(Constant::True),
            TokenKind::False => Some(Constant::False),
            _ => None,
        };
        let kind = match singleton {
            Some(value) => {
                self.advance();
                PatternKind::MatchSingleton { value }
            }
            None => {
                let value = self.literal_pattern_value()?;
                PatternKind::MatchValue { value }
            }
        };
        Ok(self.new_pattern(start, kind))
    }

    /// A number with sign and imaginary part, or strings.
    fn literal_pattern_value(&mut self) -> Parse<E<'a>> {
        if !matches!(self.kind(), TokenKind::Minus | TokenKind::Number) {
            return match self.kind() {
                TokenKind::String | TokenKind::FStringStart | TokenKind::TStringStart => self.strings(),
                _ => self.fail(),
            };
        }
        let start = self.start();
        let left = self.signed_number()?;
        let op = match self.kind() {
            TokenKind::Plus => Operator::Add,
            TokenKind::Minus => Operator::Sub,
            _ => return Ok(left),
        };
        if is_imaginary(left) {
            return self.raise("real number required in complex literal", left.span);
        }
        self.advance();
        if !self.is(TokenKind::Number) {
            return self.fail();
        }
        let right = self.atom()?;
        if !is_imaginary(right) {
            return self.raise("imaginary number required in complex literal", right.span);
        }
        Ok(self.expr_since(start, ExprKind::BinOp { left, op, right }))
    }

    fn signed_number(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        let is_negative = self.eat(TokenKind::Minus);
        if !self.is(TokenKind::Number) {
            return self.fail();
        }
        let operand = self.atom()?;
        if !is_negative {
            return Ok(operand);
        }
        let op = UnaryOp::USub;
        Ok(self.expr_since(start, ExprKind::UnaryOp { op, operand }))
    }

    /// A capture, a wildcard, a dotted value, or a class.
    fn name_pattern(&mut self) -> Parse<P<'a>> {
        let start = self.start();
        let (id, span) = self.name()?;
        match self.kind() {
            TokenKind::Dot | TokenKind::LeftParen => {}
            TokenKind::Equal => return self.fail(),
            _ => {
                let name = (id != "_").then_some(id);
                return Ok(self.new_pattern(start, PatternKind::MatchAs { pattern: None, name }));
            }
        }
        let value = self.dotted_value(id, span)?;
        match self.kind() {
            TokenKind::LeftParen => self.class_pattern(start, value),
            TokenKind::Equal => self.fail(),
            _ => Ok(self.new_pattern(start, PatternKind::MatchValue { value })),
        }
    }

    /// The attributes behind a name that has been consumed.
    fn dotted_value(&mut self, id: Id<'a>, span: Span) -> Parse<E<'a>> {
        let ctx = Context::Load;
        let mut value = self.new_expr(span, ExprKind::Name { id, ctx });
        while self.eat(TokenKind::Dot) {
            let (attr, _) = self.name()?;
            value = self.expr_since(span.start, ExprKind::Attribute { value, attr, ctx });
        }
        Ok(value)
    }

    /// A pattern in parentheses, or a sequence in them.
    fn group_pattern(&mut self) -> Parse<P<'a>> {
        let start = self.start();
        self.advance();
        let mut patterns = ArenaVec::new_in(self.arena);
        if !self.is(TokenKind::RightParen) {
            let is_starred = self.is(TokenKind::Star);
            let first = self.maybe_star_pattern()?;
            if !is_starred && self.eat(TokenKind::RightParen) {
                return Ok(first);
            }
            if !self.is(TokenKind::Comma) {
                return self.fail();
            }
            patterns.push(first);
            self.more_patterns(&mut patterns)?;
        }
        self.expect(TokenKind::RightParen)?;
        let patterns = patterns.into_bump_slice();
        Ok(self.new_pattern(start, PatternKind::MatchSequence { patterns }))
    }

    fn sequence_pattern(&mut self) -> Parse<P<'a>> {
        let start = self.start();
        self.advance();
        let mut patterns = ArenaVec::new_in(self.arena);
        if !self.is(TokenKind::RightBracket) {
            let first = self.maybe_star_pattern()?;
            patterns.push(first);
            self.more_patterns(&mut patterns)?;
        }
        self.expect(TokenKind::RightBracket)?;
        let patterns = patterns.into_bump_slice();
        Ok(self.new_pattern(start, PatternKind::MatchSequence { patterns }))
    }

    fn mapping_pattern(&mut self) -> Parse<P<'a>> {
        let start = self.start();
        self.advance();
        let base = self.exprs.len();
        let mut patterns = ArenaVec::new_in(self.arena);
        let mut rest = None;
        while !self.is(TokenKind::RightBrace) {
            if self.eat(TokenKind::DoubleStar) {
                if self.is_word("_") {
                    return self.fail();
                }
                rest = Some(self.name()?.0);
                self.eat(TokenKind::Comma);
                break;
            }
            let key = self.mapping_key()?;
            self.exprs.push(key);
            self.expect(TokenKind::Colon)?;
            let value = self.pattern()?;
            patterns.push(value);
            if !self.eat(TokenKind::Comma) {
                break;
            }
        }
        self.expect(TokenKind::RightBrace)?;
        let keys = self.take_exprs(base);
        let patterns = patterns.into_bump_slice();
        let mapping = self.arena.alloc(MatchMapping { keys, patterns, rest });
        Ok(self.new_pattern(start, PatternKind::MatchMapping(mapping)))
    }

    fn mapping_key(&mut self) -> Parse<E<'a>> {
        let span = self.span();
        let value = match self.kind() {
            TokenKind::None => Constant::None,
            TokenKind::True => Constant::True,
            TokenKind::False => Constant::False,
            TokenKind::Name => {
                let (id, span) = self.name()?;
                if !self.is(TokenKind::Dot) {
                    return self.fail();
                }
                return self.dotted_value(id, span);
            }
            _ => return self.literal_pattern_value(),
        };
        self.advance();
        Ok(self.constant(span, value))
    }

    fn class_pattern(&mut self, start: u32, cls: E<'a>) -> Parse<P<'a>> {
        self.advance();
        let mut patterns = ArenaVec::new_in(self.arena);
        let mut kwd_attrs = ArenaVec::new_in(self.arena);
        let mut kwd_patterns = ArenaVec::new_in(self.arena);
        while !self.is(TokenKind::RightParen) {
            if self.is(TokenKind::Name) && self.peek(1) == TokenKind::Equal {
                let (attr, _) = self.name()?;
                self.advance();
                kwd_attrs.push(attr);
                let value = self.pattern()?;
                kwd_patterns.push(value);
            } else {
                let value = self.pattern()?;
                if !kwd_attrs.is_empty() {
                    if self.diagnose {
                        self.blame_pattern_order(value)?;
                    }
                    return self.fail();
                }
                patterns.push(value);
            }
            if !self.eat(TokenKind::Comma) {
                break;
            }
        }
        self.expect(TokenKind::RightParen)?;
        let class = self.arena.alloc(MatchClass {
            cls,
            patterns: patterns.into_bump_slice(),
            kwd_attrs: kwd_attrs.into_bump_slice(),
            kwd_patterns: kwd_patterns.into_bump_slice(),
        });
        Ok(self.new_pattern(start, PatternKind::MatchClass(class)))
    }
}

fn is_imaginary(value: E<'_>) -> bool {
    matches!(
        value.kind,
        ExprKind::Constant {
            value: Constant::Imaginary(_),
            ..
        }
    )
}

fn starts_pattern(kind: TokenKind) -> bool {
    use TokenKind as T;
    matches!(
        kind,
        T::Name | T::Number | T::Minus | T::String | T::FStringStart | T::TStringStart | T::None | T::True | T::False
    ) || matches!(kind, T::LeftParen | T::LeftBracket | T::LeftBrace)
}
