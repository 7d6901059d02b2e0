//! Text to tokens to syntax tree. Needs no `Vm`; never panics, whatever the bytes.

pub mod span;
pub mod error;
pub mod encoding;
pub mod source;
pub mod token;
pub mod literal;
pub mod lexer;
pub mod ast;
pub mod parser;
pub mod dump;
pub mod suggest;
