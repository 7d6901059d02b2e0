//! `eval`, `exec` and `compile`, and syntax trees as Python objects.

pub mod tree;
pub mod scope;
