//! The values of number, string and name tokens.

pub mod number;
pub mod string;
pub mod ident;
