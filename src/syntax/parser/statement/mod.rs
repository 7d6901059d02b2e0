//! Statements and what only they contain.

pub mod simple;
pub mod params;
pub mod typing;
pub mod compound;
pub mod pattern;
