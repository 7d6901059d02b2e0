//! Names: which of them was meant, and those that the standard library has.

pub mod suggest;
pub mod stdlib_names;
pub mod docs;
