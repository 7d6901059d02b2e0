//! What calls need besides a frame: arguments bound to parameters, `*` and `**`, classes made in Python, generators.

pub mod bind;
pub mod spread;
pub mod instantiate;
pub mod suspension;
