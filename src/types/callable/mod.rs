//! Functions, generators, code objects.

pub mod function;
pub mod generator;
