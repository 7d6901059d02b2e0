//! Proves of a code object all that the instruction handlers assume. Start at `code`.

pub mod fault;
mod text;
mod header;
mod operands;
mod facts;
mod flow;
pub mod code;
