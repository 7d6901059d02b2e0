//! `itertools`. Every iterator is a record; the constants of a file name its fields.

pub mod endless;
pub mod select;
pub mod chain;
pub mod group;
pub mod tee;
pub mod pools;
pub mod table;
