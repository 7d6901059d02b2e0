//! What the `math` module computes itself rather than asking the machine's library.

pub mod scale;
pub mod gamma;
pub mod sum;
pub mod count;
