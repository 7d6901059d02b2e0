//! What lies around the running code: the frames below it, the process it runs in.

pub mod allocator;
pub mod inspect;
pub mod frames;
pub mod observe;
pub mod rungs;
pub mod system;
