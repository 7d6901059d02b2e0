//! What makes objects: displays and strings, then functions, classes and imports.

pub mod build;
pub mod define;
