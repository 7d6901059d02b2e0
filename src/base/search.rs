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

/// Candidates that are compared one by one before a searcher is built, which takes longer than most searches.
const TRIES_MAX: usize = 16;

/// Offset of the first `needle`.
#[inline]
pub fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        [byte] => find_byte(haystack, *byte),
        _ => find_long(haystack, needle),
    }
}

/// Offset of the first `byte`. Short texts are not worth a call.
#[inline]
pub fn find_byte(haystack: &[u8], byte: u8) -> Option<usize> {
    if haystack.len() <= 16 {
        return haystack.iter().position(|&b| b == byte);
    }
    memchr::memchr(byte, haystack)
}

fn find_long(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let last = haystack.len().checked_sub(needle.len())?;
    let mut at = 0;
    for _ in 0..TRIES_MAX {
        at += find_byte(&haystack[at..=last], needle[0])?;
        if haystack[at..].starts_with(needle) {
            return Some(at);
        }
        at += 1;
        if at > last {
            return None;
        }
    }
    Some(at + memmem::find(&haystack[at..], needle)?)
}

/// Shows `visit` the offsets of the first `limit` needles that do not overlap. The needle is not empty.
fn each(haystack: &[u8], needle: &[u8], limit: usize, mut visit: impl FnMut(usize)) {
    // For longer texts a searcher that is built once pays.
    if needle.len() > 1 && haystack.len() > 1024 {
        memmem::find_iter(haystack, needle).take(limit).for_each(visit);
        return;
    }
    let mut from = 0;
    for _ in 0..limit {
        let Some(at) = find(&haystack[from..], needle) else {
            return;
        };
        visit(from + at);
        from += at + needle.len();
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
        _ => {
            let mut count = 0;
            each(haystack, needle, usize::MAX, |_| count += 1);
            count
        }
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
    let (mut out, mut end) = (Vec::new(), 0);
    each(haystack, needle, limit, |at| {
        if end == 0 {
            out.reserve_exact(haystack.len() + with.len());
        }
        out.extend_from_slice(&haystack[end..at]);
        out.extend_from_slice(with);
        end = at + needle.len();
    });
    if end == 0 {
        return None;
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
    split_each(text, separator, limit, |part| parts.push(part));
    parts
}

/// As `split`, shown one by one.
pub fn split_each(text: &[u8], separator: &[u8], limit: usize, mut part: impl FnMut(Range<usize>)) {
    let mut start = 0;
    if !separator.is_empty() {
        each(text, separator, limit, |at| {
            part(start..at);
            start = at + separator.len();
        });
    }
    part(start..text.len());
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

/// For every byte: 1 if it is whitespace among bytes, 2 if it is in text.
static SPACES: [u8; 128] = {
    let mut spaces = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        spaces[byte] = match byte {
            0x09..=0x0D | 0x20 => 3,
            0x1C..=0x1F => 2,
            _ => 0,
        };
        byte += 1;
    }
    spaces
};

/// Offset of the first byte that is not above the space and below 0x80.
#[inline]
fn past_visible(text: &[u8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let (chunks, rest) = text.as_chunks::<8>();
    for (i, chunk) in chunks.iter().enumerate() {
        let word = u64::from_le_bytes(*chunk);
        // The top bit of each byte below 0x21 or above 0x7F; a borrow disturbs bytes behind the first such one only.
        let marks = (word.wrapping_sub(ONES * 0x21) | word) & (ONES * 0x80);
        if marks != 0 {
            return Some(i * 8 + marks.trailing_zeros() as usize / 8);
        }
    }
    let visible = rest.iter().position(|byte| !(0x21..0x80).contains(byte))?;
    Some(chunks.len() * 8 + visible)
}

/// First offset at or after `at` whose element is (`space`) or is not whitespace.
#[inline]
fn scan(text: &[u8], mut at: usize, space: bool, unit: Unit) -> usize {
    let wanted = if unit == Unit::Byte { 1 } else { 2 };
    loop {
        let rest = text.get(at..).unwrap_or_default();
        // What is above the space and below 0x80 is none of them.
        let stop = match space {
            true => past_visible(rest),
            false => rest.iter().position(|&byte| byte != b' '),
        };
        let Some(stop) = stop else {
            return text.len().max(at);
        };
        at += stop;
        if text[at] < 0x80 {
            if (SPACES[text[at] as usize] & wanted != 0) == space {
                return at;
            }
            at += 1;
            continue;
        }
        match element(text, at, unit) {
            Some((c, next)) if is_space(c, unit) != space => at = next,
            _ => return at,
        }
    }
}

/// Last offset at or before `end` whose element before it is (`space`) or is not whitespace.
#[inline]
fn scan_back(text: &[u8], mut end: usize, space: bool, unit: Unit) -> usize {
    let wanted = if unit == Unit::Byte { 1 } else { 2 };
    while let Some(&byte) = text[..end].last() {
        if byte < 0x80 {
            if (SPACES[byte as usize] & wanted != 0) == space {
                return end;
            }
            end -= 1;
            continue;
        }
        match element_back(text, end, unit) {
            Some((c, start)) if is_space(c, unit) != space => end = start,
            _ => return end,
        }
    }
    end
}

/// `split(None, limit)`. What is left at the limit keeps its trailing whitespace.
pub fn split_space(text: &[u8], limit: usize, unit: Unit) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    split_space_each(text, limit, unit, |part| parts.push(part));
    parts
}

/// As `split_space`, shown one by one.
pub fn split_space_each(text: &[u8], limit: usize, unit: Unit, mut part: impl FnMut(Range<usize>)) {
    let mut left = limit;
    let mut start = scan(text, 0, false, unit);
    while start < text.len() {
        if left == 0 {
            part(start..text.len());
            break;
        }
        let end = scan(text, start, true, unit);
        part(start..end);
        left -= 1;
        start = scan(text, end, false, unit);
    }
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
    split_lines_each(text, keep_ends, unit, |line| lines.push(line));
    lines
}

/// As `split_lines`, shown one by one.
pub fn split_lines_each(text: &[u8], keep_ends: bool, unit: Unit, mut line: impl FnMut(Range<usize>)) {
    let (mut start, mut at) = (0, 0);
    while let Some(&byte) = text.get(at) {
        // Most bytes are letters.
        if (0x20..0x80).contains(&byte) {
            at += 1;
            continue;
        }
        let Some((c, next)) = element(text, at, unit) else {
            break;
        };
        let ends = match unit {
            Unit::Byte => matches!(c, 0x0A | 0x0D),
            Unit::CodePoint => unicode::is_line_break(c),
        };
        let end = at;
        at = next;
        if ends {
            at += usize::from(c == 0x0D && text.get(next) == Some(&b'\n'));
            line(start..if keep_ends { at } else { end });
            start = at;
        }
    }
    if start < text.len() {
        line(start..text.len());
    }
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
