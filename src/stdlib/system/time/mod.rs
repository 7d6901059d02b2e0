//! `time`.

pub mod civil;
pub mod zone;
pub mod parts;
pub mod strftime;
pub mod clock;
pub mod table;
