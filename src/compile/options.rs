//! How to compile a source, and what compiling warns of.

use crate::syntax::parser::entry;
use crate::syntax::span::Span;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    #[default]
    Exec,
    Eval,
    Single,
}

#[derive(Clone, Debug, Default)]
pub struct Options {
    pub mode: Mode,
    /// What the parser is to know.
    pub parse: entry::Options,
    /// Future features in force from outside (CPython's CO_FUTURE_… bits).
    pub future_flags: u32,
    /// `ast.PyCF_ALLOW_TOP_LEVEL_AWAIT`: a module that awaits becomes a coroutine.
    pub allow_top_level_await: bool,
    /// `-O`: 1 drops asserts and sets `__debug__` false, 2 drops docstrings as well.
    pub optimize: u8,
    /// One instruction for one operation: no immediates, no constants as operands, no jumps that compare. To measure what they bring.
    pub no_superinstructions: bool,
}

/// A SyntaxWarning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub span: Span,
    pub message: String,
}
