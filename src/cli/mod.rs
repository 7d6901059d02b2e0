//! The command line.

pub mod report;
pub mod arguments;
pub mod views;
pub mod run;
