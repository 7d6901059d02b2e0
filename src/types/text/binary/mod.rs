//! Methods of bytes and bytearray: one implementation over byte slices, results of the receiver's type.

pub mod receiver;
pub mod find;
pub mod split;
pub mod build;
pub mod value;
pub mod make;
pub mod array;
pub mod table;
