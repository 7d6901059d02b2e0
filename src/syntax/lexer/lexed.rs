//! What the lexer answers, and the rule by which one of its errors wins over one of the parser's.

use crate::syntax::error::{Extent, SyntaxError};
use crate::syntax::literal::ident::Table;
use crate::syntax::source::Source;
use crate::syntax::span::Span;
use crate::syntax::token::Token;

/// How an error of the lexer competes with an earlier one of the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precedence {
    /// It wins, however far behind the parser's error it is.
    Overrides,
    /// It counts only when the parser gets there.
    WhenReached,
    /// The same, and not even a bracket that is still open then counts before.
    Unnoticed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenBracket {
    /// One of `(`, `[`, `{`.
    pub byte: u8,
    pub start: u32,
}

/// INVARIANT: the last token is `EndMarker`, or `Error` exactly when `error` is there.
#[derive(Clone, Debug, PartialEq)]
pub struct Lexed {
    pub tokens: Vec<Token>,
    /// The names among them.
    pub names: Table,
    pub error: Option<SyntaxError>,
    pub precedence: Precedence,
    /// The brackets open where the tokens end, outermost first.
    pub brackets: Vec<OpenBracket>,
    /// The error is that the text ends too early: more lines could mend it, so a prompt asks for them.
    pub needs_more: bool,
    /// `SyntaxWarning`s, in order.
    pub warnings: Vec<Warning>,
}

/// A `SyntaxWarning` of the lexer; only its line counts for CPython.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    pub message: String,
    pub span: Span,
}

impl Lexed {
    /// What CPython reports in place of a syntax error that the parser found, when it tokenises the rest of the source to see
    /// whether a bad string or bracket is the true cause.
    ///
    /// `furthest` is the start of the last token that the parser has looked at; that was not the `Error` token.
    pub fn overriding_error(&self, source: &Source, furthest: u32) -> Option<SyntaxError> {
        let error = self.error.as_ref()?;
        if self.precedence == Precedence::Overrides {
            return Some(error.clone());
        }
        if self.precedence == Precedence::Unnoticed {
            return None;
        }
        let bracket = self.brackets.last()?;
        let is_before = source.position(bracket.start).0 < source.position(furthest).0;
        is_before.then(|| never_closed(source, *bracket))
    }
}

/// The error of a bracket that is still open at the end of the text.
pub fn never_closed(source: &Source, bracket: OpenBracket) -> SyntaxError {
    let span = Span::new(bracket.start, bracket.start + 1);
    let message = format!("'{}' was never closed", char::from(bracket.byte));
    let line_end = source.line_starts.get(source.position(bracket.start).0 as usize);
    let in_last_line = line_end.is_none_or(|&end| end as usize >= source.text.len());
    SyntaxError {
        extent: Extent::Zero,
        in_last_line,
        ..SyntaxError::new(message, span)
    }
}
