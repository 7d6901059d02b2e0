//! Objects as text and as bytes.

pub mod repr;
pub mod joined;
pub mod codec;
pub mod buffer;
pub mod format;
pub mod percent;
