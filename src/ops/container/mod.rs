//! Containers by Python's rules, and iteration.

pub mod dict;
pub mod set;
pub mod range;
pub mod slice;
pub mod iterate;
pub mod advance;
pub mod list;
pub mod update;
pub mod item;
