//! Expressions.

pub mod mention;
pub mod value;
pub mod spine;
pub mod operator;
pub mod condition;
pub mod call;
pub mod display;
pub mod text;
pub mod compr;
