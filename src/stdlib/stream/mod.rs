//! Streams in memory, and the native part of `_io`.

pub mod place;
pub mod bytes_io;
pub mod string_io;
pub mod table;
