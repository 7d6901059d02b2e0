//! Native modules: what CPython writes in C. They use `crate::api` and `crate::base` only.

pub mod math;
pub mod time;
pub mod table;
