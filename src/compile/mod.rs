//! Syntax tree to code: scopes, constants, registers, instructions. Start at `pipeline`.

pub mod symbols;
pub mod fold;
pub mod options;
pub mod register;
pub mod pool;
pub mod emitter;
pub mod assemble;
pub mod lower;
pub mod pipeline;
