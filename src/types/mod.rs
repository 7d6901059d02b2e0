//! Behaviour of the built-in types: method tables, one file a type. `tables` names them all; boot installs them.

pub mod glue;
pub mod error;
pub mod class;
pub mod sequence;
pub mod container;
pub mod text;
pub mod number;
pub mod callable;
pub mod traceback;
pub mod module;
pub mod constant;
pub mod tables;
