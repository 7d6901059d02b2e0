//! The module `sys`.

pub mod values;
pub mod breakpoint;
pub mod hooks;
pub mod functions;
pub mod module;
