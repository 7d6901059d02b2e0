//! The system: clocks, files, threads, error numbers.

pub mod time;
pub mod posix;
pub mod thread;
pub mod errno;
pub mod net;
pub mod spawn;
