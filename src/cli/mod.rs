//! The command line.

pub mod arguments;
pub mod views;
pub mod run;
