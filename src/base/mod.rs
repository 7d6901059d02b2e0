//! Algorithms that know no Python value: pure functions and plain data, lowest floor of the tree.

pub mod limbs;
pub mod big;
pub mod float;
pub mod hash;
pub mod wtf8;
pub mod unicode;
pub mod codec;
pub mod search;
pub mod spec;
pub mod sort;
pub mod special;
pub mod names;
