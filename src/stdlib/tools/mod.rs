//! `itertools`, `_operator`, `_functools`, `_collections`.

pub mod itertools;
pub mod operator;
pub mod functools;
pub mod collections;
