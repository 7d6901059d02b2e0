//! The engine: frames, dispatch, handlers, unwinding.
//!
//! Start at `dispatch` (how an instruction follows another), then `handler/arith` (what a handler looks like), `handler/call`.
//! Handlers obey rules that the machine code is checked for (`scripts/asm-audit`): a fast handler calls nothing, keeps no local
//! with `Drop`, and leaves by a tail call; what needs a call is done by a paired cold handler of the same signature.
//!
//! This floor is one recursion (handlers run natives that run handlers) and is fenced here.
#![allow(unsafe_code)]

pub mod frame;
pub mod unwind;
pub mod generator;
pub mod safepoint;
pub mod bind;
pub mod site;
pub mod instantiate;
pub mod spread;
pub mod unpack;
pub mod intrinsic;
pub mod handling;
pub mod matching;
pub mod dispatch;
pub mod handler;
pub mod table;
pub mod run;
pub mod load;
