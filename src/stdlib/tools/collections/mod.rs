//! `_collections`.

pub mod ring;
pub mod deque;
pub mod deque_sequence;
pub mod default;
pub mod ordered;
pub mod named;
pub mod table;
