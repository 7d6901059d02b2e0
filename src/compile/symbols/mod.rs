//! Which variable a name means: CPython's symbol table, errors included. Start at `scope` (what is known), then `resolve`
//! (how it is found out).

pub mod scope;
