//! Classes and their instances.

pub mod layout;
pub mod instance;
