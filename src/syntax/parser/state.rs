//! The parser's state: a cursor over the tokens, scratch stacks, the depth count and the parked error.
//!
//! A source is parsed once without looking for causes of errors. When that fails, it is parsed again with `diagnose` set:
//! the same functions then also try the mistakes that people make, and the first one that they recognise is the error.
//! Nothing recognised: "invalid syntax" at the furthest token that the first parse has looked at.

use crate::syntax::ast::{Context, Expr, ExprKind, Keyword, NodeId, Stmt, Warning};
use crate::syntax::error::{ErrorKind, Extent, Location, SyntaxError};
use crate::syntax::lexer::lexed::Lexed;
use crate::syntax::lexer::name::name_text;
use crate::syntax::literal::ident::{Id, Idents, NameId};
use crate::syntax::source::Source;
use crate::syntax::span::Span;
use crate::syntax::token::{Token, TokenKind};
use bumpalo::Bump;
use std::borrow::Cow;
use std::collections::HashMap;

/// How deep a tree may nest outside the spines (see `ast`): bounds the native stack of this parser and of later passes.
pub const DEPTH_MAX: u32 = 1000;

pub const TOO_COMPLEX: &str = "Parser stack overflowed - Python source too complex to parse";

/// The parse cannot go on here: either a parked error, or a token that fits nowhere.
#[derive(Clone, Copy, Debug)]
pub struct Stop;

pub type Parse<T> = Result<T, Stop>;
pub type E<'a> = &'a Expr<'a>;

pub struct Parser<'a> {
    pub source: &'a Source,
    pub text: &'a str,
    /// So that no name needs a look at whether it is.
    is_ascii: bool,
    /// Its tokens have moved to `tokens`.
    pub lexed: Lexed,
    pub tokens: Vec<Token>,
    pub arena: &'a Bump,
    pub idents: Idents<'a>,
    pub at: usize,
    /// The furthest token that decided anything.
    pub furthest: usize,
    pub depth: u32,
    pub diagnose: bool,
    pub error: Option<SyntaxError>,
    /// `error` is the lexer's.
    pub is_lexical: bool,
    /// What the second parse has found at a token, with the token behind it. It comes back to the same token again and
    /// again: this keeps it linear. CPYTHON: what was first found without diagnosis is not diagnosed later.
    pub memo: HashMap<(usize, Rule), Option<(E<'a>, usize)>>,
    pub remembers: bool,
    /// The primary at the cursor with the token behind it, where `expression` has parsed it and asks for what it is part of.
    pub ready: Option<(E<'a>, usize)>,
    pub nodes: u32,
    pub exprs: Vec<E<'a>>,
    pub stmts: Vec<Stmt<'a>>,
    pub keywords: Vec<Keyword<'a>>,
    pub warnings: Vec<Warning<'a>>,
    pub is_module: bool,
    /// As in `entry::Options`.
    pub needs_dedent: bool,
    /// Start of the compound statement, functions not counted, that was begun last of those completed.
    pub last_compound: Option<u32>,
    /// After `from __future__ import barry_as_FLUFL`, `<>` is the inequality.
    pub is_flufl: bool,
}

/// What the second parse remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    Expression,
    Disjunction,
    BitwiseOr,
    Primary,
}

/// Where to go back to after a speculation that failed.
#[derive(Clone, Copy)]
pub struct Mark {
    at: usize,
    depth: u32,
    exprs: usize,
    stmts: usize,
    keywords: usize,
    warnings: usize,
}

impl<'a> Parser<'a> {
    pub fn new(source: &'a Source, mut lexed: Lexed, arena: &'a Bump) -> Parser<'a> {
        let names = std::mem::take(&mut lexed.names);
        let idents = Idents::new(arena, &source.text, names);
        Parser {
            source,
            text: &source.text,
            is_ascii: source.text.is_ascii(),
            tokens: std::mem::take(&mut lexed.tokens),
            lexed,
            arena,
            idents,
            at: 0,
            furthest: 0,
            depth: 0,
            diagnose: false,
            error: None,
            is_lexical: false,
            memo: HashMap::new(),
            remembers: false,
            ready: None,
            nodes: 0,
            exprs: Vec::with_capacity(64),
            stmts: Vec::with_capacity(64),
            keywords: Vec::new(),
            warnings: Vec::new(),
            is_module: true,
            needs_dedent: false,
            last_compound: None,
            is_flufl: false,
        }
    }

    pub fn kind(&self) -> TokenKind {
        self.tokens[self.at].kind
    }

    /// The kind of the `ahead`th token from here; the last token repeats for ever.
    pub fn peek(&self, ahead: usize) -> TokenKind {
        self.tokens[(self.at + ahead).min(self.tokens.len() - 1)].kind
    }

    /// Whether the next token is of `kind`.
    pub fn is(&self, kind: TokenKind) -> bool {
        self.kind() == kind
    }

    pub fn token(&self) -> Token {
        self.tokens[self.at]
    }

    pub fn span(&self) -> Span {
        self.tokens[self.at].span
    }

    pub fn start(&self) -> u32 {
        self.tokens[self.at].span.start
    }

    /// The last token is never passed.
    pub fn advance(&mut self) {
        if self.at + 1 < self.tokens.len() {
            self.at += 1;
        }
    }

    pub fn eat(&mut self, kind: TokenKind) -> bool {
        let found = self.kind() == kind;
        if found {
            self.advance();
        }
        found
    }

    pub fn expect(&mut self, kind: TokenKind) -> Parse<Span> {
        let token = self.token();
        if token.kind != kind {
            return self.fail();
        }
        self.advance();
        Ok(token.span)
    }

    /// As `expect`, but a miss is an error at once in the second parse, whatever else may be wrong.
    pub fn force(&mut self, kind: TokenKind) -> Parse<Span> {
        if self.is(kind) || self.kind() == TokenKind::Error || !self.diagnose {
            return self.expect(kind);
        }
        self.raise_at_token(format!("expected '{}'", kind.text()))
    }

    /// The text of the name at the cursor.
    pub fn word(&self) -> &'a str {
        &self.text[self.span().range()]
    }

    pub fn is_word(&self, word: &str) -> bool {
        self.is(TokenKind::Name) && self.word() == word
    }

    /// A name at the cursor, normalised, with its span.
    pub fn name(&mut self) -> Parse<(Id<'a>, Span)> {
        let token = self.token();
        let span = self.expect(TokenKind::Name)?;
        Ok((self.ident(token), span))
    }

    /// The name that a token stands for.
    #[inline]
    pub fn ident(&mut self, token: Token) -> Id<'a> {
        match token.number() {
            Some(number) => self.idents.ident(NameId(number - 1)),
            None => self.unnumbered(token.span),
        }
    }

    #[cold]
    fn unnumbered(&mut self, span: Span) -> Id<'a> {
        let text = self.normalised(span);
        self.idents.of(text)
    }

    pub fn normalised(&self, span: Span) -> &'a str {
        let text: &'a str = &self.text[span.range()];
        if self.is_ascii || text.is_ascii() {
            return text;
        }
        match name_text(self.source, Token::new(TokenKind::Name, span)) {
            Cow::Borrowed(name) => name,
            Cow::Owned(name) => self.arena.alloc_str(&name),
        }
    }

    /// The end of the last token consumed.
    pub fn end(&self) -> u32 {
        match self.at {
            0 => 0,
            at => self.tokens[at - 1].span.end,
        }
    }

    pub fn since(&self, start: u32) -> Span {
        Span::new(start, self.end())
    }

    /// Nothing fits at the cursor.
    #[cold]
    pub fn fail<T>(&mut self) -> Parse<T> {
        self.look(self.at);
        Err(Stop)
    }

    /// Remembers that the token at `index` decided something. To look at the error of the lexer is fatal.
    pub fn look(&mut self, index: usize) {
        let index = index.min(self.tokens.len() - 1);
        self.furthest = self.furthest.max(index);
        if self.tokens[index].kind == TokenKind::Error && self.error.is_none() {
            self.error = self.lexed.error.clone();
            self.is_lexical = true;
        }
    }

    #[cold]
    pub fn raise<T>(&mut self, message: impl Into<String>, span: Span) -> Parse<T> {
        self.park(SyntaxError::new(message, span))
    }

    #[cold]
    pub fn raise_at_token<T>(&mut self, message: impl Into<String>) -> Parse<T> {
        let error = self.error_at_token(ErrorKind::Syntax, message);
        self.park(error)
    }

    /// An error over the token at the cursor.
    pub fn error_at_token(&self, kind: ErrorKind, message: impl Into<String>) -> SyntaxError {
        let token = self.token();
        match token.kind {
            // CPYTHON: these have no place of their own, it takes where the tokeniser stands.
            TokenKind::Dedent if (token.span.end as usize) < self.text.len() => {
                let (line, column) = self.source.character_position(token.span.end);
                let text = self.source.line_text(line as u32).to_string();
                let location = Location {
                    line,
                    column: column - 1,
                    end_line: line,
                    end_column: -1,
                    text: Some(text),
                };
                let mut error = SyntaxError::of_kind(kind, message, token.span, Extent::Open);
                error.location = Some(Box::new(location));
                error
            }
            TokenKind::Indent | TokenKind::Dedent | TokenKind::EndMarker => {
                let span = Span::new(token.span.end, token.span.end);
                SyntaxError::of_kind(kind, message, span, Extent::Open)
            }
            _ if self.is_added_newline(token) => {
                let span = Span::new(token.span.start, token.span.start);
                SyntaxError::of_kind(kind, message, span, Extent::Open)
            }
            _ => SyntaxError::of_kind(kind, message, token.span, Extent::Range),
        }
    }

    /// Whether `token` is the newline that the source came without: only a module gets one from CPython.
    pub fn is_added_newline(&self, token: Token) -> bool {
        let is_last = token.kind == TokenKind::Newline && token.span.start as usize + 1 >= self.text.len();
        is_last && self.source.newline_added && !self.is_module
    }

    /// Back to the first token, with nothing parsed.
    pub fn restart(&mut self) {
        self.at = 0;
        self.depth = 0;
        self.nodes = 0;
        self.exprs.clear();
        self.stmts.clear();
        self.keywords.clear();
        self.is_flufl = false;
        self.ready = None;
    }

    #[cold]
    pub fn park<T>(&mut self, error: SyntaxError) -> Parse<T> {
        self.look(self.at);
        if let Some(span) = error.span {
            let last = self.tokens.partition_point(|token| token.span.start < span.end);
            self.furthest = self.furthest.max(last.saturating_sub(1));
        }
        if self.error.is_none() {
            self.error = Some(error);
        }
        Err(Stop)
    }

    /// An error at the furthest token.
    #[cold]
    pub fn raise_at_furthest<T>(&mut self, message: impl Into<String>) -> Parse<T> {
        self.at = self.furthest.max(self.at);
        self.raise_at_token(message)
    }

    /// `parse`, or what it has answered at this token before.
    pub fn remembered(&mut self, rule: Rule, parse: fn(&mut Parser<'a>) -> Parse<E<'a>>) -> Parse<E<'a>> {
        if !self.remembers {
            return parse(self);
        }
        let key = (self.at, rule);
        if let Some(found) = self.memo.get(&key) {
            let Some((expr, end)) = *found else {
                return Err(Stop);
            };
            self.at = end;
            return Ok(expr);
        }
        let parsed = parse(self);
        if self.error.is_some() {
            return Err(Stop);
        }
        let found = parsed.ok().map(|expr| (expr, self.at));
        self.memo.insert(key, found);
        parsed
    }

    /// In the second parse, when `parse` fails: goes back and answers nothing, so that what was there so far stands.
    pub fn extend<T>(&mut self, parse: impl FnOnce(&mut Parser<'a>) -> Parse<T>) -> Parse<Option<T>> {
        match self.remembers {
            true => self.attempt(parse),
            false => parse(self).map(Some),
        }
    }

    /// One level deeper; every recursion of the grammar passes here.
    pub fn enter(&mut self) -> Parse<()> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            let kind = ErrorKind::Memory;
            let error = SyntaxError::without_span(TOO_COMPLEX, None);
            return self.park(SyntaxError { kind, ..error });
        }
        Ok(())
    }

    pub fn leave(&mut self) {
        self.depth -= 1;
    }

    pub fn mark(&self) -> Mark {
        Mark {
            at: self.at,
            depth: self.depth,
            exprs: self.exprs.len(),
            stmts: self.stmts.len(),
            keywords: self.keywords.len(),
            warnings: self.warnings.len(),
        }
    }

    pub fn reset(&mut self, mark: Mark) {
        self.at = mark.at;
        self.depth = mark.depth;
        self.exprs.truncate(mark.exprs);
        self.stmts.truncate(mark.stmts);
        self.keywords.truncate(mark.keywords);
        self.warnings.truncate(mark.warnings);
    }

    /// The kind of the token `ahead` of a mark.
    pub fn peek_at(&self, mark: Mark, ahead: usize) -> TokenKind {
        self.tokens[(mark.at + ahead).min(self.tokens.len() - 1)].kind
    }

    /// Tries `parse`; goes back when it fails, unless it has parked an error.
    pub fn attempt<T>(&mut self, parse: impl FnOnce(&mut Parser<'a>) -> Parse<T>) -> Parse<Option<T>> {
        let mark = self.mark();
        match parse(self) {
            Ok(value) => Ok(Some(value)),
            Err(Stop) if self.error.is_some() => Err(Stop),
            Err(Stop) => {
                self.reset(mark);
                Ok(None)
            }
        }
    }

    /// As `attempt`, and goes back in any case.
    pub fn look_ahead<T>(&mut self, parse: impl FnOnce(&mut Parser<'a>) -> Parse<T>) -> Parse<Option<T>> {
        let mark = self.mark();
        let found = self.attempt(parse)?;
        self.reset(mark);
        Ok(found)
    }

    /// Parses without looking for causes of errors; goes back in any case.
    pub fn look_ahead_plainly<T>(&mut self, parse: impl FnOnce(&mut Parser<'a>) -> Parse<T>) -> Parse<Option<T>> {
        let diagnose = std::mem::replace(&mut self.diagnose, false);
        let found = self.look_ahead(parse);
        self.diagnose = diagnose;
        found
    }

    pub fn node(&mut self) -> NodeId {
        self.nodes += 1;
        NodeId(self.nodes - 1)
    }

    pub fn new_expr(&self, span: Span, kind: ExprKind<'a>) -> E<'a> {
        self.arena.alloc(Expr { span, kind })
    }

    /// A node from `start` to the end of the last token.
    pub fn expr_since(&self, start: u32, kind: ExprKind<'a>) -> E<'a> {
        self.new_expr(self.since(start), kind)
    }

    /// Pops the scratch expressions from `base` up into the arena.
    pub fn take_exprs(&mut self, base: usize) -> &'a [E<'a>] {
        let exprs = &self.exprs[base..];
        // Most are few: a loop is faster than a call that copies.
        let slice = self.arena.alloc_slice_fill_with(exprs.len(), |index| exprs[index]);
        self.exprs.truncate(base);
        slice
    }

    pub fn take_stmts(&mut self, base: usize) -> &'a [Stmt<'a>] {
        let slice = self.arena.alloc_slice_copy(&self.stmts[base..]);
        self.stmts.truncate(base);
        slice
    }

    pub fn take_keywords(&mut self, base: usize) -> &'a [Keyword<'a>] {
        if self.keywords.len() == base {
            return &[];
        }
        let slice = self.arena.alloc_slice_copy(&self.keywords[base..]);
        self.keywords.truncate(base);
        slice
    }

    pub fn tuple_since(&mut self, start: u32, base: usize) -> E<'a> {
        let elts = self.take_exprs(base);
        let ctx = Context::Load;
        self.expr_since(start, ExprKind::Tuple { elts, ctx })
    }
}

/// Whether an expression may start with `kind` (a starred one not counted).
pub fn starts_expression(kind: TokenKind) -> bool {
    use TokenKind as T;
    matches!(
        kind,
        T::Name
            | T::Number
            | T::String
            | T::FStringStart
            | T::TStringStart
            | T::False
            | T::None
            | T::True
            | T::Await
            | T::Lambda
            | T::Not
            | T::LeftParen
            | T::LeftBracket
            | T::LeftBrace
            | T::Ellipsis
            | T::Plus
            | T::Minus
            | T::Tilde
    )
}

pub fn starts_star_expression(kind: TokenKind) -> bool {
    kind == TokenKind::Star || starts_expression(kind)
}
