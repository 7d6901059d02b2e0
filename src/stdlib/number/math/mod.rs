//! `math`.

pub mod real;
pub mod whole;
pub mod gather;
pub mod table;
