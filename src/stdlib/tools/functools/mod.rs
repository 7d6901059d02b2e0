//! `_functools`: `partial`, `cmp_to_key`, `reduce`, and the wrapper of `lru_cache`.

pub mod partial;
pub mod order;
pub mod cache;
pub mod table;
