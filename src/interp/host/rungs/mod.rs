//! The rungs between native code and the engine, for `cargo bench --bench ladder`: one loop, `for i in range(n): s += i`, to which
//! each rung adds one layer of what interpretation is. They use the engine's own boxes, encoding and dispatch, so that the price of
//! a layer here is its price there; nothing but benches calls them.

pub mod opaque;
pub mod register;
pub mod tail;
pub mod stack;
pub mod counted;
