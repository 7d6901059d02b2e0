//! Strings and bytes.

pub mod string;
pub mod bytes;
