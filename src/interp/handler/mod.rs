//! The handlers, one family of opcodes a file.

pub mod arith;
pub mod compare;
pub mod branch;
pub mod load;
pub mod call;
pub mod attr;
pub mod item;
pub mod iterate;
pub mod make;
pub mod error;
pub mod suspend;
pub mod pair;
