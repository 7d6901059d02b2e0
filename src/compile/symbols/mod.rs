//! Which variable a name means: CPython's symbol table, errors included. Start at `scope` (what is known), then `analyse`.
//!
//! `collect` holds the collector; `expressions`, `definitions` and `statements` walk the tree with it and note how names occur;
//! `resolve` then decides what each means.

pub mod quick;
pub mod scope;
mod future;
mod collect;
mod expressions;
mod definitions;
mod statements;
mod resolve;
pub mod analyse;
pub mod dump;
