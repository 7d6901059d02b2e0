//! Native modules: what CPython writes in C. They use `crate::api` and `crate::base` only. Modules of ours that are written in Python
//! lie in `lib` beside `src`: `build.rs` packs them with CPython's.

pub mod support;
pub mod tools;
pub mod number;
pub mod system;
pub mod text;
pub mod inner;
pub mod stream;
pub mod table;
