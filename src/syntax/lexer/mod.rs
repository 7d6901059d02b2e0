//! Text to tokens, in one batch. Start at `batch::lex`.

pub mod lexed;
