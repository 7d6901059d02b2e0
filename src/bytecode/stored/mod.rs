//! Code objects as bytes, for `.pyc` files: `read` undoes `write`, and takes nothing on trust.
//!
//! A stored code object is a table of names, then the code, nested code in its place among the constants. Numbers are unsigned,
//! seven bits a byte, low bits first, a set top bit where more follow; signed ones have their sign in the lowest bit. Where it
//! was read from is its file name, which is not stored.

pub mod write;
pub mod read;
