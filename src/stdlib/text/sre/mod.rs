//! `_sre`: compiled patterns over the engine of the crate `rustpython-sre_engine`, which takes CPython's code arrays.

pub mod scan;
pub mod found;
pub mod pattern;
pub mod replace;
pub mod scanner;
pub mod table;
