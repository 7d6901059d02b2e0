//! Classes as objects: their making, their attributes, and the descriptors that they hold.

pub mod install;
