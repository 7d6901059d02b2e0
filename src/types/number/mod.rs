//! Behaviour of the numbers.

pub mod wrapped;
pub mod literal;
pub mod int;
pub mod int_convert;
pub mod bool;
pub mod float;
pub mod complex;
pub mod complex_new;
