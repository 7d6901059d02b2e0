//! The one error of everything syntactic: what CPython raises as `SyntaxError`, `IndentationError` or `TabError`.
//!
//! An error points into a source by a span; `Source::location` turns it into CPython's line, offset and text.

use crate::syntax::span::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    Syntax,
    Indentation,
    Tab,
    /// Nested too deeply for the parser: CPython's `MemoryError`.
    Memory,
    /// It could go on: CPython's `_IncompleteInputError`.
    Incomplete,
}

impl ErrorKind {
    /// The name of the Python class.
    pub const fn class_name(self) -> &'static str {
        match self {
            ErrorKind::Syntax => "SyntaxError",
            ErrorKind::Indentation => "IndentationError",
            ErrorKind::Tab => "TabError",
            ErrorKind::Memory => "MemoryError",
            ErrorKind::Incomplete => "_IncompleteInputError",
        }
    }
}

/// CPYTHON: its several ways of raising a syntax error fill `offset`, `end_offset` and `text` differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What the parser says: both ends of the span, counted from 1; the text is the whole line with its newline.
    Range,
    /// What the tokeniser says of one place: `offset == end_offset` is the number of characters of the line *before*
    /// `span.start`, a newline just before it included; the text is the line without its newline.
    Point,
    /// As `Range`, but the text is without newline and `end_offset` is one less.
    Token,
    /// As `Range`, but `end_offset` is 0 and `end_lineno == lineno`.
    Zero,
    /// `offset` as with `Point`, `end_offset` is -1, the text is with its newline.
    Open,
    /// The whole line: both offsets are 0, the text is with its newline.
    Line,
}

/// Who found the error. CPYTHON: only the parser has the text at hand; the others look for it in the file of that name, and
/// the first pass of the compiler sets the attributes of an exception that was made with a message only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    #[default]
    Parser,
    Symbols,
    Compiler,
}

/// The values of the Python exception's attributes. `column`s count characters from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    pub line: i64,
    pub column: i64,
    pub end_line: i64,
    pub end_column: i64,
    pub text: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: ErrorKind,
    pub origin: Origin,
    pub message: String,
    /// Where; `None` when `location` says it, or when nothing is known (the Python exception then has a message only).
    pub span: Option<Span>,
    pub extent: Extent,
    /// CPYTHON: when the tokeniser had read beyond the error's line, `text` is without its newline. False only then.
    pub in_last_line: bool,
    /// A location that no span can express, such as one in a source that could not be decoded.
    pub location: Option<Box<Location>>,
    /// Where the last compound statement before began, functions not counted: CPython looks for misspelt keywords from there.
    pub after: Option<u32>,
}

impl SyntaxError {
    /// An error as the parser raises it, over the whole of `span`.
    pub fn new(message: impl Into<String>, span: Span) -> SyntaxError {
        SyntaxError::of_kind(ErrorKind::Syntax, message, span, Extent::Range)
    }

    pub fn indentation(message: impl Into<String>, span: Span) -> SyntaxError {
        SyntaxError::of_kind(ErrorKind::Indentation, message, span, Extent::Range)
    }

    pub fn of_kind(kind: ErrorKind, message: impl Into<String>, span: Span, extent: Extent) -> SyntaxError {
        SyntaxError {
            kind,
            origin: Origin::Parser,
            message: message.into(),
            span: Some(span),
            extent,
            in_last_line: true,
            location: None,
            after: None,
        }
    }

    /// An error that has a message only, or a location of its own.
    pub fn without_span(message: impl Into<String>, location: Option<Location>) -> SyntaxError {
        SyntaxError {
            kind: ErrorKind::Syntax,
            origin: Origin::Parser,
            message: message.into(),
            span: None,
            extent: Extent::Range,
            in_last_line: true,
            location: location.map(Box::new),
            after: None,
        }
    }
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}: {}", self.kind.class_name(), self.message)
    }
}

impl std::error::Error for SyntaxError {}
