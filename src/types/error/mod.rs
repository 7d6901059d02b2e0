//! Exceptions: the tree's behaviour, and how tracebacks are shown.

pub mod notes;
