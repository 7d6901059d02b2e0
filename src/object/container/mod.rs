//! Tuples, lists, dicts and sets.

pub mod tuple;
pub mod list;
pub mod memory;
pub mod entry;
pub mod key;
pub mod dict;
pub mod dict_copy;
pub mod dict_names;
pub mod places;
pub mod set;
pub mod algebra;
