//! Layouts of heap objects and their constructors. No behaviour that Python can see.
//!
//! Every layout is `repr(C)` with a `Header` first and holds its values in `Slot`s, so that methods take `&self` and the
//! functions above need no `unsafe`.
#![allow(unsafe_code)]

pub mod tail;
pub mod text;
pub mod number;
pub mod container;
pub mod record;
pub mod class;
pub mod callable;
pub mod exception;
pub mod module;
pub mod generator;
pub mod kinds;
pub mod arena;
