//! Methods of `str`. They work on WTF-8 bytes; indices of code points appear only in arguments and answers. A result that is the
//! receiver's own text is the receiver itself, if that is of no subclass.

pub mod find;
pub mod split;
pub mod build;
pub mod predicate;
pub mod sequence;
pub mod make;
pub mod translate;
pub mod formatting;
pub mod table;
