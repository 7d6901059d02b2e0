//! What the modules `math` and `random` compute themselves rather than asking the machine's library.

pub mod scale;
pub mod gamma;
pub mod sum;
pub mod count;
pub mod rng;
