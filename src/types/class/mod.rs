//! Classes as objects: their making, their attributes, and what `object` and `type` do.

pub mod layout;
pub mod slots;
pub mod mro;
pub mod attributes;
pub mod install;
pub mod make;
pub mod build;
pub mod type_;
pub mod object;
pub mod reduce;
pub mod typing;
pub mod descriptor;
