//! The values of number and string tokens.

pub mod number;
pub mod string;
