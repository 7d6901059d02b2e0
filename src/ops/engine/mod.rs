//! Protocols that only instructions use.

pub mod generic;
pub mod awaiting;
pub mod groups;
