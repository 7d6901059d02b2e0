//! `_weakref`.

pub mod reference;
pub mod proxy;
pub mod table;
