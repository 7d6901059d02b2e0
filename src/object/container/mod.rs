//! Tuples and lists (and, with tables, dicts and sets).

pub mod tuple;
pub mod list;
