//! Statements.

pub mod body;
pub mod assign;
pub mod simple;
pub mod repeat;
pub mod unwind;
pub mod guard;
pub mod group;
pub mod with;
pub mod pattern;
