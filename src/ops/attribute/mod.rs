//! Attributes: how they are found, set and deleted, and what a change of a class means for its subclasses and for caches.

pub mod specials;
