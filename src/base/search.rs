//! Finding, counting, replacing and splitting, over bytes. On WTF-8 text the answers are right as well, because a sequence is
//! never found inside another; only the empty needle and whitespace need to know which of the two it is: `Unit`.

use std::ops::Range;

use memchr::memmem;

use crate::base::unicode;
use crate::base::wtf8::walk;

/// What one element of the searched sequence is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    Byte,
    /// WTF-8 text.
    CodePoint,
}

/// Offset of the first `needle`.
#[inline]
pub fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        [byte] => memchr::memchr(*byte, haystack),
        _ => memmem::find(haystack, needle),
    }
}

/// Offset of the last `needle`.
#[inline]
pub fn rfind(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(haystack.len()),
        [byte] => memchr::memrchr(*byte, haystack),
        _ => memmem::rfind(haystack, needle),
    }
}

/// Whether `needle` occurs.
#[inline]
pub fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    find(haystack, needle).is_some()
}

/// Occurrences that do not overlap; an empty needle stands before, between and after all elements.
pub fn count(haystack: &[u8], needle: &[u8], unit: Unit) -> usize {
    match (needle, unit) {
        ([], Unit::Byte) => haystack.len() + 1,
        ([], Unit::CodePoint) => walk::count(haystack) + 1,
        ([byte], _) => memchr::memchr_iter(*byte, haystack).count(),
        _ => memmem::find_iter(haystack, needle).count(),
    }
}

/// `haystack` with the first `limit` needles replaced; nothing when none was found.
pub fn replace(haystack: &[u8], needle: &[u8], with: &[u8], limit: usize, unit: Unit) -> Option<Vec<u8>> {
    if limit == 0 {
        return None;
    }
    if needle.is_empty() {
        return Some(interleave(haystack, with, limit, unit));
    }
    let mut finds = memmem::find_iter(haystack, needle).take(limit).peekable();
    finds.peek()?;
    let mut out = Vec::with_capacity(haystack.len() + with.len());
    let mut end = 0;
    for at in finds {
        out.extend_from_slice(&haystack[end..at]);
        out.extend_from_slice(with);
        end = at + needle.len();
    }
    out.extend_from_slice(&haystack[end..]);
    Some(out)
}

/// The length of what `replace` would make: to refuse absurd sizes before making it.
pub fn replaced_length(haystack: &[u8], needle: &[u8], with: &[u8], limit: usize, unit: Unit) -> Option<usize> {
    let times = count(haystack, needle, unit).min(limit);
    with.len()
        .checked_mul(times)?
        .checked_add(haystack.len() - needle.len() * times)
}

/// `with` before each of the first `limit` elements, the end counting as one.
fn interleave(haystack: &[u8], with: &[u8], limit: usize, unit: Unit) -> Vec<u8> {
    let mut out = Vec::with_capacity(haystack.len() + with.len() * limit.min(haystack.len() + 1));
    let (mut at, mut left) = (0, limit);
    while left > 0 {
        out.extend_from_slice(with);
        left -= 1;
        let Some(&lead) = haystack.get(at) else { break };
        let next = (at + element_length(lead, unit)).min(haystack.len());
        out.extend_from_slice(&haystack[at..next]);
        at = next;
    }
    out.extend_from_slice(&haystack[at..]);
    out
}

fn element_length(lead: u8, unit: Unit) -> usize {
    match unit {
        Unit::Byte => 1,
        Unit::CodePoint => walk::sequence_length(lead),
    }
}

/// `split(separator, limit)`: at most `limit` cuts, from the left. The separator is not empty.
pub fn split(text: &[u8], separator: &[u8], limit: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    if !separator.is_empty() {
        for at in memmem::find_iter(text, separator).take(limit) {
            parts.push(start..at);
            start = at + separator.len();
        }
    }
    parts.push(start..text.len());
    parts
}

/// `rsplit(separator, limit)`: at most `limit` cuts, from the right, parts in order. The separator is not empty.
pub fn rsplit(text: &[u8], separator: &[u8], limit: usize) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut end = text.len();
    if !separator.is_empty() {
        for at in memmem::rfind_iter(text, separator).take(limit) {
            parts.push(at + separator.len()..end);
            end = at;
        }
    }
    parts.push(0..end);
    parts.reverse();
    parts
}

/// Whether an element is whitespace for `split()` and `strip()`.
#[inline]
fn is_space(c: u32, unit: Unit) -> bool {
    match unit {
        Unit::Byte => matches!(c, 0x09..=0x0D | 0x20),
        Unit::CodePoint => unicode::is_space(c),
    }
}

/// The element at `at` and the offset after it.
#[inline]
fn element(text: &[u8], at: usize, unit: Unit) -> Option<(u32, usize)> {
    match unit {
        Unit::Byte => text.get(at).map(|&byte| (u32::from(byte), at + 1)),
        Unit::CodePoint => walk::decode(text, at),
    }
}

/// The element before `end` and the offset of its start.
#[inline]
fn element_back(text: &[u8], end: usize, unit: Unit) -> Option<(u32, usize)> {
    match unit {
        Unit::Byte => end
            .checked_sub(1)
            .and_then(|at| text.get(at).map(|&byte| (u32::from(byte), at))),
        Unit::CodePoint => walk::decode_back(text, end),
    }
}

/// First offset at or after `at` whose element is (`space`) or is not whitespace.
fn scan(text: &[u8], mut at: usize, space: bool, unit: Unit) -> usize {
    while let Some((c, next)) = element(text, at, unit)
        && is_space(c, unit) != space
    {
        at = next;
    }
    at
}

/// Last offset at or before `end` whose element before it is (`space`) or is not whitespace.
fn scan_back(text: &[u8], mut end: usize, space: bool, unit: Unit) -> usize {
    while let Some((c, start)) = element_back(text, end, unit)
        && is_space(c, unit) != space
    {
        end = start;
    }
    end
}

/// `split(None, limit)`. What is left at the limit keeps its trailing whitespace.
pub fn split_space(text: &[u8], limit: usize, unit: Unit) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = scan(text, 0, false, unit);
    while start < text.len() {
        if parts.len() == limit {
            parts.push(start..text.len());
            break;
        }
        let end = scan(text, start, true, unit);
        parts.push(start..end);
        start = scan(text, end, false, unit);
    }
    parts
}

/// `rsplit(None, limit)`, parts in order.
pub fn rsplit_space(text: &[u8], limit: usize, unit: Unit) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut end = scan_back(text, text.len(), false, unit);
    while end > 0 {
        if parts.len() == limit {
            parts.push(0..end);
            break;
        }
        let start = scan_back(text, end, true, unit);
        parts.push(start..end);
        end = scan_back(text, start, false, unit);
    }
    parts.reverse();
    parts
}

/// `splitlines(keepends)`.
pub fn split_lines(text: &[u8], keep_ends: bool, unit: Unit) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some((c, next)) = element(text, at, unit) {
        let ends = match unit {
            Unit::Byte => matches!(c, 0x0A | 0x0D),
            Unit::CodePoint => unicode::is_line_break(c),
        };
        let end = at;
        at = next;
        if ends {
            at += usize::from(c == 0x0D && text.get(next) == Some(&b'\n'));
            lines.push(start..if keep_ends { at } else { end });
            start = at;
        }
    }
    if start < text.len() {
        lines.push(start..text.len());
    }
    lines
}

/// `strip()` of whitespace on the sides asked for.
pub fn strip_space(text: &[u8], left: bool, right: bool, unit: Unit) -> Range<usize> {
    let start = if left { scan(text, 0, false, unit) } else { 0 };
    let end = if right {
        scan_back(text, text.len(), false, unit)
    } else {
        text.len()
    };
    start..end.max(start)
}

/// `strip(set)` of any elements of `set` on the sides asked for.
pub fn strip_set(text: &[u8], set: &[u8], left: bool, right: bool, unit: Unit) -> Range<usize> {
    let in_set = |c: u32| {
        let mut at = 0;
        while let Some((member, next)) = element(set, at, unit) {
            if member == c {
                return true;
            }
            at = next;
        }
        false
    };
    let (mut start, mut end) = (0, text.len());
    while left
        && let Some((c, next)) = element(text, start, unit)
        && in_set(c)
    {
        start = next;
    }
    while right
        && start < end
        && let Some((c, before)) = element_back(text, end, unit)
        && in_set(c)
    {
        end = before;
    }
    start..end
}
