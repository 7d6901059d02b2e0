//! `_sre`: compiled patterns over the engine of the crate `rustpython-sre_engine`, which takes CPython's code arrays;
//! `translate` turns those that allow it into the faster automata of `regex-automata`.

pub mod translate;
pub mod automaton;
pub mod scan;
pub mod found;
pub mod pattern;
pub mod replace;
pub mod scanner;
pub mod table;
