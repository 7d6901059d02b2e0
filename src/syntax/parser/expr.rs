//! Expressions above the primaries: tuples without parentheses, conditionals, `lambda`, operators.

use crate::syntax::ast::{BoolOp, CmpOp, Comparison, Context, ExprKind, Operator, UnaryOp};
use crate::syntax::parser::state::{E, Parse, Parser, Rule, starts_star_expression};
use crate::syntax::token::TokenKind;
use bumpalo::collections::Vec as ArenaVec;

/// Binding power of a binary operator, `**` not counted; larger binds tighter.
fn binary_operator(kind: TokenKind) -> Option<(u8, Operator)> {
    Some(match kind {
        TokenKind::Bar => (1, Operator::BitOr),
        TokenKind::Caret => (2, Operator::BitXor),
        TokenKind::Ampersand => (3, Operator::BitAnd),
        TokenKind::LeftShift => (4, Operator::LShift),
        TokenKind::RightShift => (4, Operator::RShift),
        TokenKind::Plus => (SUM, Operator::Add),
        TokenKind::Minus => (SUM, Operator::Sub),
        TokenKind::Star => (TERM, Operator::Mult),
        TokenKind::Slash => (TERM, Operator::Div),
        TokenKind::DoubleSlash => (TERM, Operator::FloorDiv),
        TokenKind::Percent => (TERM, Operator::Mod),
        TokenKind::At => (TERM, Operator::MatMult),
        _ => return None,
    })
}

const SUM: u8 = 5;
const TERM: u8 = 6;

impl<'a> Parser<'a> {
    /// `yield` or a tuple without parentheses: what stands right of `=`.
    pub fn annotated_rhs(&mut self) -> Parse<E<'a>> {
        match self.kind() {
            TokenKind::Yield => self.yield_expression(),
            _ => self.star_expressions(),
        }
    }

    pub fn star_expressions(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        let first = self.star_expression()?;
        if !self.is(TokenKind::Comma) {
            return Ok(first);
        }
        let base = self.exprs.len();
        self.exprs.push(first);
        while self.eat(TokenKind::Comma) {
            if !starts_star_expression(self.kind()) {
                self.look(self.at);
                break;
            }
            let Some(next) = self.extend(Parser::star_expression)? else {
                break;
            };
            self.exprs.push(next);
        }
        Ok(self.tuple_since(start, base))
    }

    fn star_expression(&mut self) -> Parse<E<'a>> {
        match self.kind() {
            TokenKind::Star => self.starred_operand(),
            _ => self.expression(),
        }
    }

    /// An element of a display or of a tuple: `*x`, `x := y`, `x`.
    pub fn star_named_expression(&mut self) -> Parse<E<'a>> {
        match self.kind() {
            TokenKind::Star => self.starred_operand(),
            _ => self.named_expression(),
        }
    }

    /// `*` and an operand that binds tighter than comparisons.
    pub fn starred_operand(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        self.advance();
        let value = self.bitwise_or()?;
        let ctx = Context::Load;
        Ok(self.expr_since(start, ExprKind::Starred { value, ctx }))
    }

    /// `*` and any expression: as an argument of a call or inside a subscript.
    pub fn starred_expression(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        self.advance();
        let Some(value) = self.extend(Parser::expression)? else {
            return match self.diagnose {
                true => self.raise_at_furthest("Invalid star expression"),
                false => self.fail(),
            };
        };
        if self.diagnose {
            self.blame_after_unpacking(start, "iterable")?;
        }
        let ctx = Context::Load;
        Ok(self.expr_since(start, ExprKind::Starred { value, ctx }))
    }

    pub fn named_expression(&mut self) -> Parse<E<'a>> {
        if self.is(TokenKind::Name) && self.peek(1) == TokenKind::ColonEqual {
            return self.assignment_expression();
        }
        let first = self.at;
        let value = self.expression()?;
        if self.diagnose && matches!(self.kind(), TokenKind::ColonEqual | TokenKind::Equal) {
            self.blame_assignment_in_expression(first, value)?;
        }
        if self.is(TokenKind::ColonEqual) {
            return self.fail();
        }
        Ok(value)
    }

    pub fn assignment_expression(&mut self) -> Parse<E<'a>> {
        let (id, span) = self.name()?;
        let ctx = Context::Store;
        let target = self.new_expr(span, ExprKind::Name { id, ctx });
        self.expect(TokenKind::ColonEqual)?;
        self.enter()?;
        let value = self.expression()?;
        self.leave();
        Ok(self.expr_since(span.start, ExprKind::NamedExpr { target, value }))
    }

    pub fn yield_expression(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        self.advance();
        if self.eat(TokenKind::From) {
            let value = self.expression()?;
            return Ok(self.expr_since(start, ExprKind::YieldFrom { value }));
        }
        let value = match starts_star_expression(self.kind()) {
            true => Some(self.star_expressions()?),
            false => None,
        };
        self.look(self.at);
        Ok(self.expr_since(start, ExprKind::Yield { value }))
    }

    pub fn expression(&mut self) -> Parse<E<'a>> {
        if self.remembers || !starts_primary(self.kind()) {
            return self.remembered(Rule::Expression, Parser::parse_expression);
        }
        // PERF: perf/0013-front.md. Most expressions are a primary, which need not be asked for level by level.
        let first = self.at;
        let value = self.primary()?;
        if ends_expression(self.kind()) {
            return Ok(value);
        }
        self.ready = Some((value, self.at));
        self.at = first;
        self.parse_expression()
    }

    pub fn parse_expression(&mut self) -> Parse<E<'a>> {
        if self.diagnose {
            self.blame_before_expression()?;
        }
        if self.is(TokenKind::Lambda) {
            return self.lambda();
        }
        let first = self.at;
        let body = self.disjunction()?;
        if self.diagnose {
            self.blame_after_disjunction(first, body)?;
        }
        if !self.is(TokenKind::If) {
            return Ok(body);
        }
        let rest = self.extend(|parser| {
            parser.advance();
            let test = parser.disjunction()?;
            parser.expect(TokenKind::Else)?;
            parser.enter()?;
            let orelse = parser.expression()?;
            parser.leave();
            Ok((test, orelse))
        })?;
        let Some((test, orelse)) = rest else {
            return Ok(body);
        };
        Ok(self.expr_since(body_start(self, first), ExprKind::IfExp { test, body, orelse }))
    }

    fn lambda(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        self.enter()?;
        self.advance();
        let node = self.node();
        let args = self.lambda_parameters()?;
        self.expect(TokenKind::Colon)?;
        let body = self.expression()?;
        self.leave();
        Ok(self.expr_since(start, ExprKind::Lambda { node, args, body }))
    }

    pub fn disjunction(&mut self) -> Parse<E<'a>> {
        self.remembered(Rule::Disjunction, Parser::parse_disjunction)
    }

    fn parse_disjunction(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        let first = self.conjunction()?;
        match self.is(TokenKind::Or) {
            true => self.bool_op(start, first, BoolOp::Or, TokenKind::Or, Parser::conjunction),
            false => Ok(first),
        }
    }

    fn conjunction(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        let first = self.inversion()?;
        match self.is(TokenKind::And) {
            true => self.bool_op(start, first, BoolOp::And, TokenKind::And, Parser::inversion),
            false => Ok(first),
        }
    }

    /// From the first operator of a chain on.
    fn bool_op(
        &mut self,
        start: u32,
        first: E<'a>,
        op: BoolOp,
        operator: TokenKind,
        operand: fn(&mut Parser<'a>) -> Parse<E<'a>>,
    ) -> Parse<E<'a>> {
        let base = self.exprs.len();
        self.exprs.push(first);
        while self.is(operator) {
            let Some(next) = self.extend(|parser| {
                parser.advance();
                operand(parser)
            })?
            else {
                break;
            };
            self.exprs.push(next);
        }
        if self.exprs.len() == base + 1 {
            self.exprs.truncate(base);
            return Ok(first);
        }
        let values = self.take_exprs(base);
        Ok(self.expr_since(start, ExprKind::BoolOp { op, values }))
    }

    pub fn inversion(&mut self) -> Parse<E<'a>> {
        if !self.is(TokenKind::Not) {
            return self.comparison();
        }
        let start = self.start();
        self.enter()?;
        self.advance();
        let operand = self.inversion()?;
        self.leave();
        let op = UnaryOp::Not;
        Ok(self.expr_since(start, ExprKind::UnaryOp { op, operand }))
    }

    fn comparison(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        let left = self.bitwise_or()?;
        let Some(first) = self.extend(Parser::comparison_pair)?.flatten() else {
            return Ok(left);
        };
        let Some(second) = self.extend(Parser::comparison_pair)?.flatten() else {
            let rest = self.arena.alloc_slice_copy(&[first]);
            return Ok(self.expr_since(start, ExprKind::Compare { left, rest }));
        };
        let mut rest = ArenaVec::with_capacity_in(4, self.arena);
        rest.extend([first, second]);
        while let Some(pair) = self.extend(Parser::comparison_pair)?.flatten() {
            rest.push(pair);
        }
        let rest = rest.into_bump_slice();
        Ok(self.expr_since(start, ExprKind::Compare { left, rest }))
    }

    /// A comparison operator with its right side, if one is there.
    fn comparison_pair(&mut self) -> Parse<Option<Comparison<'a>>> {
        let Some(op) = self.comparison_operator() else {
            return Ok(None);
        };
        let right = self.bitwise_or()?;
        Ok(Some(Comparison { op, right }))
    }

    /// Consumes a comparison operator, if one is there.
    fn comparison_operator(&mut self) -> Option<CmpOp> {
        let op = match self.kind() {
            TokenKind::EqualEqual => CmpOp::Eq,
            TokenKind::NotEqual | TokenKind::LessGreater if self.is(TokenKind::LessGreater) == self.is_flufl => {
                CmpOp::NotEq
            }
            TokenKind::NotEqual | TokenKind::LessGreater => {
                let message = match self.is_flufl {
                    true => "with Barry as BDFL, use '<>' instead of '!='",
                    false => "invalid syntax.  Maybe you meant '!=' instead of '<>'?",
                };
                // Nothing can consume the operator, so the parked error comes out.
                let _ = self.raise_at_token::<()>(message);
                return None;
            }
            TokenKind::Less => CmpOp::Lt,
            TokenKind::LessEqual => CmpOp::LtE,
            TokenKind::Greater => CmpOp::Gt,
            TokenKind::GreaterEqual => CmpOp::GtE,
            TokenKind::In => CmpOp::In,
            TokenKind::Is if self.peek(1) == TokenKind::Not => {
                self.advance();
                CmpOp::IsNot
            }
            TokenKind::Is => CmpOp::Is,
            TokenKind::Not if self.peek(1) == TokenKind::In => {
                self.advance();
                CmpOp::NotIn
            }
            TokenKind::Not => {
                self.look(self.at + 1);
                return None;
            }
            _ => return None,
        };
        self.advance();
        Some(op)
    }

    /// An expression of arithmetic and bitwise operators; eats no comparison, `in` included.
    pub fn bitwise_or(&mut self) -> Parse<E<'a>> {
        self.remembered(Rule::BitwiseOr, |parser| parser.binary(1))
    }

    fn binary(&mut self, power_min: u8) -> Parse<E<'a>> {
        let start = self.start();
        let mut left = self.factor()?;
        while let Some((power, op)) = binary_operator(self.kind()) {
            if power < power_min {
                break;
            }
            self.advance();
            if self.diagnose && power >= SUM {
                self.blame_not_after_operator()?;
            }
            let mark = self.mark();
            let parsed = self.extend(|parser| match power {
                TERM => parser.factor(),
                _ => parser.binary(power + 1),
            })?;
            let Some(right) = parsed else {
                self.reset(mark);
                self.at -= 1;
                return Ok(left);
            };
            left = self.expr_since(start, ExprKind::BinOp { left, op, right });
        }
        Ok(left)
    }

    fn factor(&mut self) -> Parse<E<'a>> {
        let op = match self.kind() {
            TokenKind::Plus => UnaryOp::UAdd,
            TokenKind::Minus => UnaryOp::USub,
            TokenKind::Tilde => UnaryOp::Invert,
            _ => return self.power(),
        };
        let start = self.start();
        self.enter()?;
        self.advance();
        if self.diagnose {
            self.blame_not_after_operator()?;
        }
        let operand = self.factor()?;
        self.leave();
        Ok(self.expr_since(start, ExprKind::UnaryOp { op, operand }))
    }

    fn power(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        let left = self.await_primary()?;
        if !self.is(TokenKind::DoubleStar) {
            return Ok(left);
        }
        self.enter()?;
        let parsed = self.extend(|parser| {
            parser.advance();
            parser.factor()
        })?;
        self.leave();
        let Some(right) = parsed else {
            return Ok(left);
        };
        let op = Operator::Pow;
        Ok(self.expr_since(start, ExprKind::BinOp { left, op, right }))
    }

    fn await_primary(&mut self) -> Parse<E<'a>> {
        if !self.is(TokenKind::Await) {
            return self.primary();
        }
        let start = self.start();
        self.advance();
        let value = self.primary()?;
        Ok(self.expr_since(start, ExprKind::Await { value }))
    }
}

/// Whether an expression that begins with this token begins with a primary, for sure.
fn starts_primary(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Number
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::None
            | TokenKind::True
            | TokenKind::False
            | TokenKind::LeftParen
            | TokenKind::LeftBracket
            | TokenKind::LeftBrace
    )
}

/// Whether no expression goes on with this token. There are others.
fn ends_expression(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Comma
            | TokenKind::RightParen
            | TokenKind::RightBracket
            | TokenKind::RightBrace
            | TokenKind::Colon
            | TokenKind::Equal
            | TokenKind::Newline
    )
}

/// Where the token at `index` starts: nodes count from an opening parenthesis, which the inner node leaves out.
fn body_start(parser: &Parser<'_>, index: usize) -> u32 {
    parser.tokens[index].span.start
}
