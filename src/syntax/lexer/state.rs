//! The state of the lexer, and how it fails.

use crate::syntax::error::{ErrorKind, Extent, SyntaxError};
use crate::syntax::lexer::lexed::{Lexed, OpenBracket, Precedence, Warning, never_closed};
use crate::syntax::literal::ident::Table;
use crate::syntax::source::Source;
use crate::syntax::span::Span;
use crate::syntax::token::{Token, TokenKind};
use std::cell::Cell;

/// The proof that `Lexer::fail` was called. Scanning ends.
#[derive(Debug)]
pub struct Stop(());

pub type Scan = Result<(), Stop>;

/// Widths of one indentation: tabs stop at multiples of eight, and, to find what mixes them, of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indentation {
    pub width: u32,
    pub narrow: u32,
}

/// An f-string or t-string that is being scanned. Depths count as CPython's do, whose errors they decide.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// `f` or `t`.
    pub letter: u8,
    pub is_raw: bool,
    pub quote: u8,
    pub is_triple: bool,
    pub start: u32,
    /// Brackets open in it, of all kinds.
    pub depth: i32,
    /// `depth` outside of the current replacement field's own brace; -1 outside of any field.
    pub field_depth: i32,
    pub in_spec: bool,
    /// The next byte belongs to the literal text, not to an expression.
    pub in_literal: bool,
}

pub struct Lexer<'s> {
    pub source: &'s Source,
    pub bytes: &'s [u8],
    /// INVARIANT: on a character boundary between tokens.
    pub at: usize,
    pub tokens: Vec<Token>,
    pub names: Table,
    pub brackets: Vec<OpenBracket>,
    pub indentations: Vec<Indentation>,
    pub templates: Vec<Template>,
    pub warnings: Vec<Warning>,
    /// Comments and insignificant newlines become tokens too, and brackets need not match.
    pub verbose: bool,
    pub at_line_start: bool,
    /// See `Lexed::needs_more`.
    pub needs_more: bool,
    failure: Option<(SyntaxError, Precedence)>,
}

/// Tokens whose memory is kept for the next source.
const KEPT_TOKENS_MAX: usize = 64 << 10;

thread_local! {
    /// The memory of the tokens of the last source: fresh pages cost more than what is done in them.
    static KEPT: Cell<Vec<Token>> = const { Cell::new(Vec::new()) };
}

/// An empty vector for the tokens of a text of so many bytes.
fn tokens_for(length: usize) -> Vec<Token> {
    let (kept, wanted) = (KEPT.take(), length / 4 + 8);
    // What is too small is not grown: that would copy it.
    match kept.capacity() < wanted {
        true => Vec::with_capacity(wanted),
        false => kept,
    }
}

/// Gives the memory of tokens back that nobody needs any more.
pub fn done_with(mut tokens: Vec<Token>) {
    if tokens.capacity() <= KEPT_TOKENS_MAX {
        tokens.clear();
        KEPT.set(tokens);
    }
}

impl<'s> Lexer<'s> {
    pub fn new(source: &'s Source, verbose: bool) -> Lexer<'s> {
        Lexer {
            source,
            bytes: source.text.as_bytes(),
            at: 0,
            tokens: tokens_for(source.text.len()),
            names: Table::new(source.text.len()),
            brackets: Vec::new(),
            indentations: vec![Indentation { width: 0, narrow: 0 }],
            templates: Vec::new(),
            warnings: Vec::new(),
            verbose,
            at_line_start: true,
            needs_more: false,
            failure: None,
        }
    }

    pub fn finish(mut self) -> Lexed {
        let (error, precedence) = match self.failure {
            Some((error, precedence)) => (Some(error), precedence),
            None => (None, Precedence::WhenReached),
        };
        if error.is_some() {
            let end = self.at.min(self.bytes.len()) as u32;
            self.tokens.push(Token::new(TokenKind::Error, Span::new(end, end)));
        }
        Lexed {
            tokens: self.tokens,
            names: self.names,
            error,
            precedence,
            brackets: self.brackets,
            needs_more: self.needs_more,
            warnings: self.warnings,
        }
    }

    /// The byte at an offset; NUL, which no source holds, stands for the end.
    #[inline]
    pub fn byte(&self, offset: usize) -> u8 {
        self.bytes.get(offset).copied().unwrap_or(0)
    }

    /// The eight bytes from an offset, the first one lowest; zeros stand for those beyond the end.
    #[inline]
    pub fn word(&self, offset: usize) -> u64 {
        match self.bytes.get(offset..offset + 8) {
            Some(&[a, b, c, d, e, f, g, h]) => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
            _ => self.last_word(offset),
        }
    }

    #[cold]
    fn last_word(&self, offset: usize) -> u64 {
        (0..8)
            .rev()
            .fold(0, |word, index| (word << 8) | u64::from(self.byte(offset + index)))
    }

    /// Ends the token that began at `start` before `self.at`.
    #[inline]
    pub fn push(&mut self, kind: TokenKind, start: usize) {
        self.tokens
            .push(Token::new(kind, Span::new(start as u32, self.at as u32)));
    }

    pub fn line_of(&self, offset: usize) -> u32 {
        self.source.position(offset as u32).0
    }

    /// The line number that an end of file is reported at.
    pub fn last_line(&self) -> u32 {
        self.line_of(self.bytes.len().saturating_sub(1))
    }

    #[cold]
    pub fn fail(&mut self, error: SyntaxError, precedence: Precedence) -> Stop {
        // CPYTHON: what is wrong inside a template that the parser has not reached goes unnoticed.
        let precedence = match self.templates.is_empty() {
            true => precedence,
            false => Precedence::Unnoticed,
        };
        self.failure = Some((error, precedence));
        Stop(())
    }

    /// An error at a place: CPython's offset is the number of characters before `cursor` in its line.
    #[cold]
    pub fn fail_at(&mut self, cursor: usize, message: impl Into<String>) -> Stop {
        let span = Span::new(cursor as u32, cursor as u32);
        let error = SyntaxError::of_kind(ErrorKind::Syntax, message, span, Extent::Point);
        self.fail(error, Precedence::Overrides)
    }

    #[cold]
    pub fn fail_over(&mut self, start: usize, end: usize, message: impl Into<String>) -> Stop {
        let span = Span::new(start as u32, end as u32);
        let error = SyntaxError::of_kind(ErrorKind::Syntax, message, span, Extent::Token);
        self.fail(error, Precedence::Overrides)
    }

    #[cold]
    pub fn fail_when_reached(&mut self, kind: ErrorKind, message: &str, cursor: usize, extent: Extent) -> Stop {
        let span = Span::new(cursor as u32, cursor as u32);
        self.fail(
            SyntaxError::of_kind(kind, message, span, extent),
            Precedence::WhenReached,
        )
    }

    /// The end of the text came too early.
    #[cold]
    pub fn fail_at_end(&mut self) -> Stop {
        self.needs_more = true;
        match self.brackets.last() {
            Some(&bracket) => self.fail(never_closed(self.source, bracket), Precedence::WhenReached),
            None => {
                let end = self.bytes.len();
                self.fail_when_reached(ErrorKind::Syntax, "unexpected EOF while parsing", end, Extent::Open)
            }
        }
    }
}
