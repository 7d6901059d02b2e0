//! Protocols: what an operator or a builtin means for any object, by the special methods of its class.
//!
//! `&mut Vm` in a signature means: may run Python, so it may collect, raise, re-enter, and change any container. After such a
//! call, read lengths and items again. A `Value` in a local is safe across it (the native stack is scanned); a `Vec<Value>` is
//! not: keep such values in a list or tuple object.

pub mod text;
pub mod make;
pub mod class;
pub mod raise;
pub mod call;
pub mod convert;
pub mod number;
pub mod relation;
pub mod render;
pub mod attrs;
pub mod container;
pub mod engine;
