//! Dicts with their views, sets.

pub mod dict_iter;
pub mod dict;
pub mod set_algebra;
pub mod dict_views;
pub mod set;
pub mod namespace;
