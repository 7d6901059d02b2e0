//! `_decimal`: the arithmetic, and what Python sees of it.

pub mod arith;
pub mod face;
