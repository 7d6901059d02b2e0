//! str, bytes, bytearray, memoryview, and the templates of t-strings.

pub mod arguments;
pub mod str;
pub mod binary;
