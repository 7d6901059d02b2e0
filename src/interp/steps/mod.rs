//! What single instructions mean where that is too much for their handlers: plain functions, to be read without the engine.

pub mod number;
pub mod counted;
pub mod site;
pub mod native;
pub mod operator;
pub mod learn;
pub mod wide;
pub mod unpack;
pub mod handling;
pub mod matching;
pub mod intrinsic;
pub mod looping;
