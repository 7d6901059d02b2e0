//! `posix`: what Lib's `os` is made of.

pub mod path;
pub mod status;
pub mod files;
pub mod folder;
pub mod descriptor;
pub mod process;
pub mod constants;
pub mod table;
