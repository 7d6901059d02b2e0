//! Constant folding: what CPython computes while it compiles. Start at `expression`.
//!
//! Nothing is folded that would raise, warn, or grow beyond CPython's limits.

pub mod number;
pub mod sequence;
pub mod expression;
pub mod doc;
