//! Text: patterns, Unicode, encodings of bytes as text.

pub mod sre;
pub mod unicodedata;
pub mod binascii;
pub mod compress;
pub mod json;
pub mod json_write;
