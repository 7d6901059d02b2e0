//! Showing exceptions as CPython 3.14 does: tracebacks with marked ranges, chains, groups, notes, suggestions.

pub mod objects;
pub mod source;
pub mod anchors;
pub mod stack;
pub mod suggest;
pub mod syntax_form;
pub mod report;
pub mod print;
