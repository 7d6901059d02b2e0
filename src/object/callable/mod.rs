//! What can be called, and what code needs to run.

pub mod native;
pub mod site;
pub mod code;
pub mod function;
