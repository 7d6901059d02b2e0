//! The interpreter itself: weak references, collection, imports, typing.

pub mod weak;
pub mod typing;
pub mod collector;
pub mod imports;
pub mod abstracts;
