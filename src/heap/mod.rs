//! Values and the memory they live in: NaN boxes, object headers, allocation, and the tracing collector.
//!
//! Start at [`value::Value`]; then [`object::Object`], which every heap layout implements; then [`store::Heap`].
//!
//! INVARIANT: collection happens only when the interpreter asks for it at a safepoint, never inside an allocation. Between two
//! safepoints a `Value` in a Rust local needs no rooting.
#![allow(unsafe_code)]

pub mod value;
pub mod lookups;
pub mod header;
pub mod object;
pub mod census;
pub mod pressure;
pub mod block;
pub mod mark;
pub mod tenure;
pub mod store;
pub mod check;
pub mod shape;
