//! Syntax tree to code: scopes, constants, registers, instructions.

pub mod symbols;
pub mod fold;
