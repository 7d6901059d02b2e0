//! What containers ask of any object: truth, hash, comparison; and how deep such questions may nest.

pub mod depth;
pub mod truth;
pub mod hash;
pub mod compare;
