//! Files: a buffered channel to the system, and the objects that Python sees on top of it.

pub mod channel;
pub mod support;
pub mod binary;
pub mod text;
pub mod open;
