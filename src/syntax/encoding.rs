//! From the bytes of a source file to text: byte order mark, PEP 263 cookie, and the few codecs needed before any Python runs.
//!
//! A caller with a codec registry may look at `declared`, decode by itself and use `Source::from_text`.

use crate::base::codec::charmap::{self, Charmap};
use crate::syntax::error::{Location, SyntaxError};

const BOM: &[u8] = b"\xef\xbb\xbf";

enum Codec {
    /// CPython's own reading of UTF-8, which has its own message.
    Source,
    Utf8,
    Ascii,
    Latin1,
    Table(&'static Charmap),
}

/// The name in the coding cookie of the first two lines, as CPython normalises it, with the line it stands in (from 1).
pub fn declared(bytes: &[u8]) -> Option<(String, usize)> {
    let mut rest = bytes.strip_prefix(BOM).unwrap_or(bytes);
    for number in 1..=2 {
        let end = rest
            .iter()
            .position(|byte| matches!(byte, b'\n' | b'\r'))
            .unwrap_or(rest.len());
        let line = &rest[..end];
        if let Some(name) = cookie(line) {
            return Some((normalise(name), number));
        }
        let first = line.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\x0c'));
        if first.is_some_and(|&byte| byte != b'#') {
            return None;
        }
        let newline = if rest[end..].starts_with(b"\r\n") { 2 } else { 1 };
        rest = rest.get(end + newline..)?;
    }
    None
}

fn cookie(line: &[u8]) -> Option<&str> {
    let hash = line.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\x0c'))?;
    if line[hash] != b'#' {
        return None;
    }
    for at in memchr::memmem::find_iter(line, b"coding") {
        let rest = &line[at + 6..];
        if !matches!(rest.first(), Some(b':' | b'=')) {
            continue;
        }
        let start = 1 + rest[1..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'-' | b'_' | b'.');
        let length = rest[start..].iter().take_while(is_part).count();
        if length > 0 {
            return std::str::from_utf8(&rest[start..start + length]).ok();
        }
    }
    None
}

/// CPYTHON: only these two families are normalised, by their first twelve characters.
fn normalise(name: &str) -> String {
    let short: String = name
        .chars()
        .take(12)
        .map(|c| if c == '_' { '-' } else { c.to_ascii_lowercase() })
        .collect();
    if short == "utf-8" || short.starts_with("utf-8-") {
        return "utf-8".to_string();
    }
    for latin in ["latin-1", "iso-8859-1", "iso-latin-1"] {
        if short
            .strip_prefix(latin)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        {
            return "iso-8859-1".to_string();
        }
    }
    name.to_string()
}

fn codec(name: &str) -> Option<Codec> {
    let plain: String = name.to_ascii_lowercase().replace(['-', '_', '.'], "");
    Some(match plain.as_str() {
        _ if name == "utf-8" => Codec::Source,
        "utf8" | "u8" | "utf" | "utf8ucs2" | "utf8ucs4" | "cp65001" | "utf8sig" => Codec::Utf8,
        "ascii" | "usascii" | "646" | "ansix341968" | "iso646us" | "cp367" | "ibm367" | "us" => Codec::Ascii,
        "latin1" | "latin" | "l1" | "iso88591" | "88591" | "cp819" | "ibm819" => Codec::Latin1,
        plain => Codec::Table(charmap::find(plain)?),
    })
}

/// Decodes a whole source; `file` is named in one of the messages (CPython does so for a script, not for `compile`).
pub fn decode(bytes: &[u8], file: Option<&str>) -> Result<String, SyntaxError> {
    let marked = bytes.starts_with(BOM);
    let body = if marked { &bytes[BOM.len()..] } else { bytes };
    let cookie = declared(bytes);
    if let Some((name, line)) = &cookie
        && marked
        && name != "utf-8"
    {
        return Err(mark_mismatch(body, name, *line));
    }
    let codec = match &cookie {
        None => Codec::Source,
        Some((name, _)) => codec(name).ok_or_else(|| unlocated(format!("unknown encoding: {name}")))?,
    };
    match codec {
        Codec::Source | Codec::Utf8 => match simdutf8::basic::from_utf8(body) {
            Ok(text) => Ok(text.to_string()),
            Err(_) => Err(match codec {
                Codec::Source => invalid_source(body, file),
                _ => invalid_utf8(body),
            }),
        },
        Codec::Ascii => match body.iter().position(|byte| !byte.is_ascii()) {
            None => Ok(String::from_utf8_lossy(body).into_owned()),
            Some(at) => Err(undecodable("ascii", body[at], at, "ordinal not in range(128)")),
        },
        Codec::Latin1 => Ok(body.iter().copied().map(char::from).collect()),
        Codec::Table(table) => table
            .decode(body)
            .map_err(|at| undecodable("charmap", body[at], at, "character maps to <undefined>")),
    }
}

fn unlocated(message: String) -> SyntaxError {
    SyntaxError::without_span(
        message,
        Some(Location {
            line: 0,
            column: -1,
            end_line: 0,
            end_column: -1,
            text: None,
        }),
    )
}

fn undecodable(codec: &str, byte: u8, at: usize, reason: &str) -> SyntaxError {
    unlocated(format!(
        "'{codec}' codec can't decode byte 0x{byte:02x} in position {at}: {reason}"
    ))
}

fn mark_mismatch(body: &[u8], name: &str, line: usize) -> SyntaxError {
    let text = body.split(|&byte| byte == b'\n').nth(line - 1).unwrap_or_default();
    let text = String::from_utf8_lossy(text).trim_end_matches('\r').to_string();
    let width = text.chars().count() as i64;
    let line = line as i64;
    let location = Location {
        line,
        column: 0,
        end_line: line,
        end_column: width,
        text: Some(text),
    };
    SyntaxError::without_span(format!("encoding problem: {name} with BOM"), Some(location))
}

fn invalid_utf8(body: &[u8]) -> SyntaxError {
    let Err(error) = std::str::from_utf8(body) else {
        return unlocated(String::new());
    };
    let at = error.valid_up_to();
    let byte = body[at];
    let reason = match error.error_len() {
        None => "unexpected end of data",
        Some(_) if !(0xC2..=0xF4).contains(&byte) => "invalid start byte",
        Some(_) => "invalid continuation byte",
    };
    let bad = error.error_len().unwrap_or(body.len() - at);
    if bad > 1 {
        let last = at + bad - 1;
        return unlocated(format!(
            "'utf-8' codec can't decode bytes in position {at}-{last}: {reason}"
        ));
    }
    undecodable("utf-8", byte, at, reason)
}

fn invalid_source(body: &[u8], file: Option<&str>) -> SyntaxError {
    let Err(error) = std::str::from_utf8(body) else {
        return unlocated(String::new());
    };
    let at = error.valid_up_to();
    let before = &body[..at];
    let line = 1 + newlines(before);
    let start = memchr::memrchr2(b'\n', b'\r', before).map_or(0, |newline| newline + 1);
    let end = memchr::memchr2(b'\n', b'\r', &body[at..]).map_or(body.len(), |newline| at + newline);
    let column = String::from_utf8_lossy(&body[start..at]).chars().count() as i64 + 1;
    let text = String::from_utf8_lossy(&body[start..end]).into_owned();
    let file = file.map_or(String::new(), |name| format!(" in file {name}"));
    let message = format!(
        "Non-UTF-8 code starting with '\\x{:02x}'{file} on line {line}, but no encoding declared; see \
         https://peps.python.org/pep-0263/ for details",
        body[at]
    );
    let location = Location {
        line,
        column,
        end_line: line,
        end_column: column,
        text: Some(text),
    };
    SyntaxError::without_span(message, Some(location))
}

/// Lines ended in `bytes`, by any of the three conventions.
fn newlines(bytes: &[u8]) -> i64 {
    let feeds = memchr::memchr_iter(b'\n', bytes).count();
    let returns = memchr::memchr_iter(b'\r', bytes)
        .filter(|at| bytes.get(at + 1) != Some(&b'\n'))
        .count();
    (feeds + returns) as i64
}
