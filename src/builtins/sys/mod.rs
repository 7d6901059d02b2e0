//! The module `sys`.

pub mod values;
pub mod hooks;
pub mod functions;
pub mod module;
