//! `_thread`: locks, and the one thread there is.

pub mod lock;
pub mod table;
