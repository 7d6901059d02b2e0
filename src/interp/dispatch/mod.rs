//! How one instruction follows another, and nothing else.
//!
//! Handlers are written once. By default each ends in a call of the next handler in tail position, which optimised builds turn into
//! a jump; with `cfg(dispatch_loop)` each returns to a loop. What a body may use: the operand readers of [`encoding::Encoding`],
//! and the macros `next!`, `tail!` and `finish!`.

pub mod pairs;
pub mod encoding;
pub mod handler;
