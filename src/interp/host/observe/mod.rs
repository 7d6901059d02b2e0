//! What looks at instructions before they run, for those who ask: `-X ops` counts rows of them, `-X cost` what they come to;
//! `-X profile` asks now and then where they are.
//! It runs from a dispatch table of its own, so that no handler knows of it. Start at `cost`.
//!
//! INVARIANT: nothing here changes what a program does: guards are asked, not passed.

pub mod pairs;
pub mod operands;
pub mod numbers;
pub mod sites;
pub mod calls;
pub mod guards;
pub mod plain;
pub mod cost;
pub mod profile;
