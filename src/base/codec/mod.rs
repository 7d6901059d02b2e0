//! Text to and from other representations: `repr`, and the built-in codecs with their error handlers.

pub mod charmap;
pub mod repr;
pub mod handler;
pub mod decode;
pub mod encode;
