//! Attributes: how they are found, set and deleted, and what a change of a class means for its subclasses and for caches.
//!
//! Start at `find`. Names are interned strs everywhere here, except in `find::get` and its like, which intern what they are given.

pub mod specials;
pub mod errors;
pub mod own;
pub mod descriptor;
pub mod shadow;
pub mod find;
pub mod parent;
pub mod check;
pub mod set;
pub mod describe;
pub mod attribute;
