//! Exceptions: the tree's behaviour, and how tracebacks are shown.

pub mod notes;
pub mod base;
pub mod simple;
pub mod os;
pub mod syntax;
pub mod unicode;
pub mod group;
