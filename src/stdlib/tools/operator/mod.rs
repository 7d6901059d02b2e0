//! `_operator`: the operators as functions, and callables that fetch.

pub mod plain;
pub mod fetch;
pub mod table;
