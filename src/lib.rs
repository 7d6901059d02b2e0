//! pyfast: Python 3.14, interpreted fast.
//!
//! Declaration order is import order, lowest floor first: a module may use only what stands above it here. That is also the
//! reading order. `tests/tidy.rs` checks it.

#![cfg_attr(dispatch_become, allow(incomplete_features))]
#![cfg_attr(dispatch_become, feature(explicit_tail_calls, rust_preserve_none_cc))]

pub mod base;
pub mod syntax;
pub mod bytecode;
pub mod compile;
pub mod heap;
pub mod vm;
pub mod object;
pub mod ops;
pub mod interp;
pub mod types;
pub mod builtins;
pub mod api;
pub mod stdlib;
pub mod boot;
pub mod embed;
