//! Functions, generators, code objects.

pub mod function;
pub mod generator;
pub mod async_generator;
pub mod code;
pub mod code_lines;
pub mod code_replace;
pub mod function_new;
