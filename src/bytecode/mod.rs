//! The instruction set, and code objects as plain data.

pub mod buffer;
pub mod isa;
pub mod shape;
pub mod insn;
pub mod names;
pub mod code;
pub mod effect;
pub mod lines;
pub mod verify;
pub mod stored;
pub mod dis;
