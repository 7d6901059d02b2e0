//! Functions, generators, code objects.

pub mod function;
pub mod generator;
pub mod async_generator;
pub mod code;
