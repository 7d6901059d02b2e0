//! The engine: frames, dispatch, handlers, unwinding.
//!
//! Start at `dispatch` (how an instruction follows another), then `handler/arith` (what a handler looks like), `handler/call`.
//! Handlers obey rules that the machine code is checked for (`scripts/asm-audit`): a fast handler calls nothing, keeps no local
//! with `Drop`, and leaves by a tail call; what needs a call is done by a paired cold handler of the same signature.
#![allow(unsafe_code)]

pub mod dispatch;
pub mod load;
pub mod frame;
pub mod calls;
pub mod unwind;
pub mod safepoint;
pub mod steps;
pub mod handler;
pub mod table;
pub mod run;
pub mod generator;
pub mod host;
