//! Mistakes that people make, recognised in the second parse: each `blame_…` is called where the mistake would begin or has
//! just been passed, and either raises CPython's message for it or leaves the cursor as it was.

pub mod describe;
pub mod expression;
pub mod argument;
pub mod statement;
pub mod template;
