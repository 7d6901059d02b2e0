//! The `builtins` module, and the way from source text to a running module.

pub mod run_code;
pub mod io;
pub mod print;
pub mod collect;
pub mod anext;
pub mod objects;
pub mod numbers;
pub mod sys;
pub mod import;
pub mod evaluate;
pub mod functions;
pub mod session;
