//! Functions, classes, type parameters, annotations.

pub mod function;
pub mod class;
pub mod generic;
pub mod unparse;
pub mod annotate;
pub mod scan;
