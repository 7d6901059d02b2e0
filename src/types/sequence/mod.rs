//! Lists, tuples, ranges, slices.

pub mod shared;
pub mod iterators;
pub mod lazy;
pub mod list;
pub mod list_sort;
pub mod tuple;
pub mod range;
pub mod slice;
pub mod structseq;
