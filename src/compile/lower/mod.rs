//! The syntax tree to instructions: one type, `state::Lower`, whose methods are spread over this folder.

pub mod state;
pub mod name;
pub mod constant;
pub mod expr;
pub mod stmt;
pub mod define;
