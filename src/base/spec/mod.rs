//! Formatting: the mini-language of `format()` and f-strings, and printf-style formatting. Text is WTF-8 bytes in and out.

pub mod quick;
pub mod parse;
pub mod layout;
pub mod number;
pub mod text;
pub mod percent;
