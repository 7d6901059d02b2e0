//! The `builtins` module, and the way from source text to a running module.

pub mod run_code;
pub mod print;
pub mod functions;
