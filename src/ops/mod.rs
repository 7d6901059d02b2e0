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
pub mod depth;
pub mod convert;
pub mod truth;
pub mod hash;
pub mod number;
pub mod compare;
pub mod arith;
pub mod repr;
pub mod codec;
pub mod buffer;
pub mod format;
pub mod percent;
pub mod attrs;
pub mod attribute;
pub mod container;
pub mod item;
pub mod generic;
pub mod awaiting;
pub mod groups;
