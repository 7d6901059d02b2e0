//! Numbers and arrays of them.

pub mod math;
pub mod random;
pub mod pack;
pub mod array_format;
pub mod array;
pub mod order;
pub mod digest;
pub mod decimal;
