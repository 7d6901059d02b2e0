//! Calls and returns: what calls of any kind come to, then those of functions made in Python, of ours, and of classes.

pub mod general;
pub mod python;
pub mod native;
pub mod maker;
pub mod resume;
