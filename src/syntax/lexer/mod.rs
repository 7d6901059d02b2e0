//! Text to tokens, in one batch. Start at `batch::lex`.
//!
//! `state::Lexer` is one machine whose methods are spread over this folder, by what they scan.

pub mod lexed;
pub mod class;
pub mod state;
pub mod number;
pub mod string;
pub mod template;
pub mod name;
pub mod operator;
pub mod indent;
pub mod batch;
