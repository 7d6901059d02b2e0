//! What codecs share: the encodings, the built-in error handlers, and where a codec got stuck.

use crate::base::big::Endian;

/// A built-in encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    Latin1,
    Ascii,
    /// Without a byte order mark.
    Utf16(Endian),
    /// Without a byte order mark.
    Utf32(Endian),
    /// With a byte order mark: written in machine order (little), read in the order it tells, machine order when missing.
    Utf16Marked,
    /// As `Utf16Marked`.
    Utf32Marked,
}

impl Encoding {
    /// The encoding of a name in any usual spelling; nothing when it is not built in.
    pub fn from_name(name: &str) -> Option<Encoding> {
        let normal: String = name.trim().to_ascii_lowercase().replace(['_', ' '], "-");
        Some(match normal.as_str() {
            "utf-8" | "utf8" | "u8" | "cp65001" => Encoding::Utf8,
            "latin-1" | "latin1" | "latin" | "iso-8859-1" | "iso8859-1" | "8859" | "cp819" | "l1" => Encoding::Latin1,
            "ascii" | "us-ascii" | "646" | "ansi-x3.4-1968" => Encoding::Ascii,
            "utf-16" | "utf16" | "u16" => Encoding::Utf16Marked,
            "utf-16-le" | "utf-16le" | "utf16-le" | "utf16le" => Encoding::Utf16(Endian::Little),
            "utf-16-be" | "utf-16be" | "utf16-be" | "utf16be" => Encoding::Utf16(Endian::Big),
            "utf-32" | "utf32" | "u32" => Encoding::Utf32Marked,
            "utf-32-le" | "utf-32le" | "utf32-le" | "utf32le" => Encoding::Utf32(Endian::Little),
            "utf-32-be" | "utf-32be" | "utf32-be" | "utf32be" => Encoding::Utf32(Endian::Big),
            _ => return None,
        })
    }

    /// The name that CPython puts into its Unicode errors.
    pub fn error_name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Latin1 => "latin-1",
            Encoding::Ascii => "ascii",
            Encoding::Utf16(Endian::Little) => "utf-16-le",
            Encoding::Utf16(Endian::Big) => "utf-16-be",
            Encoding::Utf32(Endian::Little) => "utf-32-le",
            Encoding::Utf32(Endian::Big) => "utf-32-be",
            Encoding::Utf16Marked => "utf-16",
            Encoding::Utf32Marked => "utf-32",
        }
    }
}

/// A built-in error handler.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handler {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    /// Encoding only.
    XmlCharRefReplace,
    /// Encoding only.
    NameReplace,
    SurrogateEscape,
    SurrogatePass,
}

impl Handler {
    /// The handler of that name; nothing when it is not built in.
    pub fn from_name(name: &str) -> Option<Handler> {
        Some(match name {
            "strict" => Handler::Strict,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::BackslashReplace,
            "xmlcharrefreplace" => Handler::XmlCharRefReplace,
            "namereplace" => Handler::NameReplace,
            "surrogateescape" => Handler::SurrogateEscape,
            "surrogatepass" => Handler::SurrogatePass,
            _ => return None,
        })
    }
}

/// The part of the input that a codec refuses, `start..end`: bytes when decoding, code points when encoding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trouble {
    pub start: usize,
    pub end: usize,
    /// CPython's wording.
    pub reason: &'static str,
}
