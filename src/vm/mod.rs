//! The state of an interpreter, as data. What is done with it, the floors above say.

pub mod raised;
pub mod known;
pub mod special;
pub mod own;
pub mod names;
pub mod thread;
pub mod counts;
pub mod cost;
pub mod interned;
pub mod profile;
pub mod state;
pub mod native;
