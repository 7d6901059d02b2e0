//! `_struct`.

pub mod layout;
pub mod value;
pub mod table;
