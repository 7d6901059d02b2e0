//! Behaviour of the built-in types: method tables, one file a type. `tables` names them all; boot installs them.

pub mod class;
pub mod sequence;
pub mod container;
pub mod tables;
