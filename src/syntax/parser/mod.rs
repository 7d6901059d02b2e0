//! Tokens to syntax tree, by recursive descent. Start at `entry::parse`.

pub mod state;
pub mod expr;
pub mod atom;
pub mod call;
pub mod target;
pub mod compr;
pub mod string;
pub mod statement;
pub mod invalid;
pub mod entry;
