//! str, bytes, bytearray, memoryview, and the templates of t-strings.

pub mod arguments;
pub mod str;
pub mod binary;
pub mod item;
pub mod memory;
pub mod template;
