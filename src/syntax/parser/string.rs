//! Numbers and strings: values of literals, concatenation of neighbours, f-strings and t-strings.

use crate::syntax::ast::{Constant, Conversion, ExprKind, Interpolation, Warning};
use crate::syntax::literal::number::{self, DIGITS_MAX, Number};
use crate::syntax::literal::string::{self, Literal};
use crate::syntax::parser::state::{E, Parse, Parser};
use crate::syntax::span::Span;
use crate::syntax::token::TokenKind;
use bumpalo::Bump;
use bumpalo::collections::Vec as ArenaVec;
use std::borrow::Cow;

/// A piece of concatenated strings. Neighbouring texts become one constant.
#[derive(Clone, Copy)]
enum Piece<'a> {
    Text { span: Span, value: &'a [u8], is_u: bool },
    Field(E<'a>),
}

type Pieces<'a> = ArenaVec<'a, Piece<'a>>;

/// Which sorts of string a concatenation has seen.
#[derive(Default)]
struct Sorts {
    bytes: bool,
    text: bool,
    fstring: bool,
    tstring: bool,
}

/// A field of a t-string, which keeps the text of its expression, or of an f-string.
fn field<'a>(
    arena: &'a Bump,
    text: Option<&'a str>,
    value: E<'a>,
    conversion: Conversion,
    format_spec: Option<E<'a>>,
) -> ExprKind<'a> {
    match text {
        Some(text) => ExprKind::Interpolation(arena.alloc(Interpolation {
            value,
            text,
            conversion,
            format_spec,
        })),
        None => ExprKind::FormattedValue {
            value,
            conversion,
            format_spec,
        },
    }
}

fn starts_string(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::String | TokenKind::FStringStart | TokenKind::TStringStart
    )
}

fn is_middle(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::FStringMiddle | TokenKind::TStringMiddle)
}

impl<'a> Parser<'a> {
    /// The value of the number at the cursor, which is not consumed.
    pub fn number(&mut self) -> Parse<Constant<'a>> {
        let span = self.span();
        match number::parse(&self.text[span.range()], DIGITS_MAX) {
            Ok(Number::Int(value)) => Ok(Constant::Int(value)),
            Ok(Number::Float(value)) => Ok(Constant::Float(value)),
            Ok(Number::Imaginary(value)) => Ok(Constant::Imaginary(value)),
            Ok(Number::Big { radix, digits }) => Ok(Constant::BigInt {
                radix,
                digits: self.arena.alloc_str(&digits),
            }),
            Err(too_long) => self.park(too_long.error(span)),
        }
    }

    /// One or more neighbouring strings.
    pub fn strings(&mut self) -> Parse<E<'a>> {
        let span = self.span();
        if self.is(TokenKind::String) && !starts_string(self.peek(1)) {
            let is_u = self.has_lower_u();
            let literal = self.string_literal()?;
            self.look(self.at);
            let is_bytes = literal.is_bytes;
            let bytes = self.keep(literal.value);
            let value = match is_bytes {
                true => Constant::Bytes(bytes),
                false => Constant::Str(bytes),
            };
            return Ok(self.new_expr(span, ExprKind::Constant { value, is_u }));
        }
        self.concatenation()
    }

    /// Borrowed values are slices of the source.
    fn keep(&self, value: Cow<'a, [u8]>) -> &'a [u8] {
        match value {
            Cow::Borrowed(bytes) => bytes,
            Cow::Owned(bytes) => self.arena.alloc_slice_copy(&bytes),
        }
    }

    /// CPYTHON: a capital `U` does not count.
    fn has_lower_u(&self) -> bool {
        self.text.as_bytes()[self.start() as usize] == b'u'
    }

    /// Consumes a plain string token.
    fn string_literal(&mut self) -> Parse<Literal<'a>> {
        let span = self.span();
        let text: &'a str = &self.text[span.range()];
        let decoded = string::decode(text);
        self.literal(decoded, span)
    }

    fn literal(&mut self, decoded: Result<Literal<'a>, String>, span: Span) -> Parse<Literal<'a>> {
        let literal = match decoded {
            Ok(literal) => literal,
            Err(message) => return self.raise(message, span),
        };
        if let Some(escape) = literal.invalid_escapes.first()
            && !self.diagnose
        {
            let start = span.start + escape.offset;
            let end = start + 1 + escape.text.len() as u32;
            self.warnings.push(Warning {
                span: Span::new(start, end),
                message: self.arena.alloc_str(&escape.message()),
            });
        }
        self.advance();
        Ok(literal)
    }

    fn concatenation(&mut self) -> Parse<E<'a>> {
        let start = self.start();
        let mut pieces = ArenaVec::with_capacity_in(4, self.arena);
        let mut sorts = Sorts::default();
        let mut is_u = false;
        let mut last = start;
        while starts_string(self.kind()) {
            let is_mix = match self.kind() {
                TokenKind::TStringStart => sorts.bytes || sorts.text || sorts.fstring,
                _ => sorts.tstring,
            };
            if is_mix {
                return self.blame_mixed_templates(last);
            }
            last = self.start();
            match self.kind() {
                TokenKind::String => {
                    let span = self.span();
                    let has_u = self.has_lower_u();
                    let literal = self.string_literal()?;
                    let is_first = span.start == start;
                    sorts.bytes |= literal.is_bytes;
                    sorts.text |= !literal.is_bytes;
                    is_u |= is_first && has_u;
                    let is_u = has_u;
                    let value = self.keep(literal.value);
                    pieces.push(Piece::Text { span, value, is_u });
                }
                TokenKind::FStringStart => {
                    sorts.fstring = true;
                    self.template(&mut pieces, 'f')?;
                }
                _ => {
                    sorts.tstring = true;
                    self.template(&mut pieces, 't')?;
                }
            }
        }
        self.look(self.at);
        if sorts.bytes && (sorts.text || sorts.fstring) {
            return self.raise_at_furthest("cannot mix bytes and nonbytes literals");
        }
        let kind = if sorts.fstring {
            let values = self.merge(&pieces);
            ExprKind::JoinedStr { values }
        } else if sorts.tstring {
            let values = self.merge(&pieces);
            ExprKind::TemplateStr { values }
        } else {
            let bytes = self.join(&pieces);
            let value = match sorts.bytes {
                true => Constant::Bytes(bytes),
                false => Constant::Str(bytes),
            };
            ExprKind::Constant { value, is_u }
        };
        Ok(self.expr_since(start, kind))
    }

    /// The texts of `pieces`, one after the other.
    fn join(&self, pieces: &[Piece<'a>]) -> &'a [u8] {
        if let [Piece::Text { value, .. }] = pieces {
            return value;
        }
        let mut joined = ArenaVec::new_in(self.arena);
        for piece in pieces {
            if let Piece::Text { value, .. } = piece {
                joined.extend_from_slice(value);
            }
        }
        joined.into_bump_slice()
    }

    /// The values of a `JoinedStr` or `TemplateStr`: runs of texts become one constant, empty ones vanish.
    fn merge(&mut self, pieces: &[Piece<'a>]) -> &'a [E<'a>] {
        let base = self.exprs.len();
        let mut index = 0;
        while index < pieces.len() {
            let (first, is_u) = match pieces[index] {
                Piece::Field(field) => {
                    self.exprs.push(field);
                    index += 1;
                    continue;
                }
                Piece::Text { span, is_u, .. } => (span, is_u),
            };
            let from = index;
            let mut last = first;
            while let Some(Piece::Text { span, .. }) = pieces.get(index) {
                last = *span;
                index += 1;
            }
            let value = self.join(&pieces[from..index]);
            if !value.is_empty() {
                let value = Constant::Str(value);
                let constant = self.new_expr(first.to(last), ExprKind::Constant { value, is_u });
                self.exprs.push(constant);
            }
        }
        self.take_exprs(base)
    }

    /// An f-string or t-string from its start token on.
    fn template(&mut self, pieces: &mut Pieces<'a>, letter: char) -> Parse<()> {
        let prefix = &self.text[self.span().range()];
        let is_raw = prefix.contains(['r', 'R']);
        let end = match letter {
            't' => TokenKind::TStringEnd,
            _ => TokenKind::FStringEnd,
        };
        self.enter()?;
        self.advance();
        while !self.is(end) {
            self.template_part(pieces, letter, letter == 't', is_raw)?;
        }
        self.advance();
        self.leave();
        Ok(())
    }

    /// A literal part or a replacement field.
    fn template_part(&mut self, pieces: &mut Pieces<'a>, letter: char, is_template: bool, is_raw: bool) -> Parse<()> {
        match self.kind() {
            kind if is_middle(kind) => {
                let mut span = self.span();
                let decoded = string::decode_middle(self.source, span, is_raw);
                let literal = self.literal(decoded, span)?;
                let value = self.keep(literal.value);
                // Half of a doubled brace lies behind the token.
                span.end += u32::from(self.start() > span.end && self.has_doubled_brace(span.end));
                let is_u = false;
                pieces.push(Piece::Text { span, value, is_u });
                Ok(())
            }
            TokenKind::LeftBrace => self.replacement_field(pieces, letter, is_template, is_raw),
            _ => self.fail(),
        }
    }

    fn has_doubled_brace(&self, end: u32) -> bool {
        let bytes = self.text.as_bytes();
        let end = end as usize;
        matches!(bytes.get(end), Some(b'{' | b'}')) && bytes.get(end) == bytes.get(end.wrapping_sub(1))
    }

    fn replacement_field(
        &mut self,
        pieces: &mut Pieces<'a>,
        letter: char,
        is_template: bool,
        is_raw: bool,
    ) -> Parse<()> {
        let start = self.start();
        self.enter()?;
        self.advance();
        let first = self.at;
        if self.diagnose {
            self.blame_field_start(letter)?;
        }
        let Some(value) = self.extend(Parser::annotated_rhs)? else {
            return match self.diagnose {
                true => self.raise_for_missing_value(letter, first),
                false => self.fail(),
            };
        };
        let text_end = self.at;
        if self.diagnose {
            self.blame_field_after_value(letter)?;
        }
        let is_debug = self.eat(TokenKind::Equal);
        if is_debug {
            let span = Span::new(start + 1, self.start());
            let text = self.without_comments(first, self.at, span);
            pieces.push(Piece::Text {
                span,
                value: text.as_bytes(),
                is_u: false,
            });
        }
        if self.diagnose {
            self.blame_field_after_debug(letter, is_debug)?;
        }
        let mut conversion = self.conversion(letter)?;
        let format_spec = match self.is(TokenKind::Colon) {
            true => Some(self.format_spec(letter, is_raw)?),
            false => None,
        };
        if self.diagnose && self.kind() != TokenKind::RightBrace {
            return self.raise_at_field(letter, "expecting '}'");
        }
        self.expect(TokenKind::RightBrace)?;
        self.leave();
        if is_debug && conversion == Conversion::None && format_spec.is_none() {
            conversion = Conversion::Repr;
        }
        let text = is_template.then(|| {
            let span = Span::new(start + 1, self.tokens[text_end].span.start);
            self.without_comments(first, text_end, span)
        });
        let kind = field(self.arena, text, value, conversion, format_spec);
        pieces.push(Piece::Field(self.expr_since(start, kind)));
        Ok(())
    }

    /// The source text of `span`, in which the tokens from `first` up to `last` lie, without comments.
    fn without_comments(&self, first: usize, last: usize, span: Span) -> &'a str {
        let text = &self.text[span.range()];
        if !text.contains('#') {
            return text;
        }
        let mut kept = String::with_capacity(text.len());
        let mut at = span.start;
        let starts = self.tokens[first..last].iter().map(|token| token.span);
        for token in starts.chain([Span::new(span.end, span.end)]) {
            let gap = &self.text[at as usize..token.start.max(at) as usize];
            for (index, line) in gap.split('\n').enumerate() {
                if index > 0 {
                    kept.push('\n');
                }
                kept.push_str(line.split('#').next().unwrap_or_default());
            }
            kept.push_str(&self.text[token.range()]);
            at = token.end;
        }
        self.arena.alloc_str(&kept)
    }

    fn conversion(&mut self, letter: char) -> Parse<Conversion> {
        if !self.is(TokenKind::Exclamation) {
            return Ok(Conversion::None);
        }
        let mark = self.span();
        self.advance();
        if self.diagnose {
            self.blame_conversion(letter)?;
        }
        let text = self.word();
        let span = self.expect(TokenKind::Name)?;
        if span.start != mark.end {
            let message = format!("{letter}-string: conversion type must come right after the exclamation mark");
            return self.raise(message, mark.to(span));
        }
        if self.diagnose && !matches!(self.kind(), TokenKind::Colon | TokenKind::RightBrace) {
            return self.raise_at_field(letter, "expecting ':' or '}'");
        }
        match text {
            "s" => Ok(Conversion::Str),
            "r" => Ok(Conversion::Repr),
            "a" => Ok(Conversion::Ascii),
            _ => {
                let name = self.normalised(span);
                let message =
                    format!("{letter}-string: invalid conversion character '{name}': expected 's', 'r', or 'a'");
                self.raise(message, span)
            }
        }
    }

    /// From the colon up to but without the closing brace; always made of an f-string's parts.
    fn format_spec(&mut self, letter: char, is_raw: bool) -> Parse<E<'a>> {
        let start = self.start();
        self.advance();
        let mut pieces = ArenaVec::new_in(self.arena);
        while is_middle(self.kind()) || self.is(TokenKind::LeftBrace) {
            self.template_part(&mut pieces, letter, false, is_raw)?;
        }
        if self.diagnose && !self.is(TokenKind::RightBrace) {
            return self.raise_at_field(letter, "expecting '}', or format specs");
        }
        let values = self.merge(&pieces);
        Ok(self.expr_since(start, ExprKind::JoinedStr { values }))
    }
}
