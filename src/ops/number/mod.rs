//! Arithmetic of plain numbers: what the operators mean once both operands are known to be int, float or complex.

pub mod complex;
pub mod real;
pub mod integer;
pub mod digits;
pub mod arith;
