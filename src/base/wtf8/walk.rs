//! Walking WTF-8 by code points. Every function trusts its bytes to be WTF-8; on others the answers are meaningless, never unsafe.

/// Whether all bytes are ASCII.
#[inline]
pub fn is_ascii(bytes: &[u8]) -> bool {
    bytes.is_ascii()
}

/// Whether `c` is a surrogate.
#[inline]
pub fn is_surrogate(c: u32) -> bool {
    (0xD800..0xE000).contains(&c)
}

/// Bytes of the sequence that starts with `lead`.
#[inline]
pub fn sequence_length(lead: u8) -> usize {
    match lead {
        0..=0xBF => 1,
        0xC0..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

/// Bytes that `c` takes.
#[inline]
pub fn encoded_length(c: u32) -> usize {
    match c {
        0..=0x7F => 1,
        0x80..=0x7FF => 2,
        0x800..=0xFFFF => 3,
        _ => 4,
    }
}

/// The code point at `at` and the offset after it; nothing at the end.
#[inline]
pub fn decode(bytes: &[u8], at: usize) -> Option<(u32, usize)> {
    let lead = *bytes.get(at)?;
    if lead < 0x80 {
        return Some((u32::from(lead), at + 1));
    }
    let follow = |index: usize| u32::from(bytes.get(at + index).copied().unwrap_or(0) & 0x3F);
    let lead_bits = u32::from(lead);
    Some(match sequence_length(lead) {
        2 => ((lead_bits & 0x1F) << 6 | follow(1), at + 2),
        3 => ((lead_bits & 0x0F) << 12 | follow(1) << 6 | follow(2), at + 3),
        4 => (
            (lead_bits & 0x07) << 18 | follow(1) << 12 | follow(2) << 6 | follow(3),
            at + 4,
        ),
        _ => (lead_bits, at + 1),
    })
}

/// The code point before `end` and the offset where it starts; nothing at the beginning.
#[inline]
pub fn decode_back(bytes: &[u8], end: usize) -> Option<(u32, usize)> {
    let start = previous_boundary(bytes, end)?;
    Some((decode(bytes, start)?.0, start))
}

fn previous_boundary(bytes: &[u8], end: usize) -> Option<usize> {
    (0..end.min(bytes.len())).rev().find(|&at| bytes[at] & 0xC0 != 0x80)
}

/// Appends `c`, surrogates included. Anything above U+10FFFF becomes U+FFFD.
#[inline]
pub fn push(out: &mut Vec<u8>, c: u32) {
    match c {
        0..=0x7F => out.push(c as u8),
        0x80..=0x7FF => out.extend_from_slice(&[0xC0 | (c >> 6) as u8, follow_byte(c)]),
        0x800..=0xFFFF => out.extend_from_slice(&[0xE0 | (c >> 12) as u8, follow_byte(c >> 6), follow_byte(c)]),
        0x1_0000..=0x10_FFFF => {
            out.extend_from_slice(&[
                0xF0 | (c >> 18) as u8,
                follow_byte(c >> 12),
                follow_byte(c >> 6),
                follow_byte(c),
            ]);
        }
        _ => out.extend_from_slice("\u{FFFD}".as_bytes()),
    }
}

fn follow_byte(c: u32) -> u8 {
    0x80 | (c & 0x3F) as u8
}

/// The code points in order.
pub fn code_points(bytes: &[u8]) -> CodePoints<'_> {
    CodePoints { bytes, at: 0 }
}

/// Iterator over code points; `offset` tells where the next one starts.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl CodePoints<'_> {
    pub fn offset(&self) -> usize {
        self.at
    }
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let (c, next) = decode(self.bytes, self.at)?;
        self.at = next;
        Some(c)
    }
}

/// How many code points: the bytes that do not continue a sequence, eight at a time.
pub fn count(bytes: &[u8]) -> usize {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let mut following = 0;
    for block in chunks.chunks(255) {
        // Each byte of `sums` counts one column of the block and cannot overflow in 255 rows.
        let mut sums = 0u64;
        for chunk in block {
            let word = u64::from_le_bytes(*chunk);
            sums += (word >> 7) & (!word >> 6) & 0x0101_0101_0101_0101;
        }
        following += sums.to_le_bytes().iter().map(|&sum| usize::from(sum)).sum::<usize>();
    }
    let tail = rest.iter().filter(|&&byte| byte & 0xC0 == 0x80).count();
    bytes.len() - following - tail
}

/// The byte offset of code point `index`; the length of `bytes` when there are just `index` of them, nothing when fewer.
pub fn offset_of(bytes: &[u8], index: usize) -> Option<usize> {
    let (mut at, mut left) = (0, index);
    while left >= 32 && at + 32 <= bytes.len() {
        left -= count(&bytes[at..at + 32]);
        at += 32;
    }
    // The block walk may stop inside a sequence, whose start it has counted.
    while at < bytes.len() && bytes[at] & 0xC0 == 0x80 {
        at += 1;
    }
    while left > 0 {
        at += sequence_length(*bytes.get(at)?);
        left -= 1;
    }
    Some(at.min(bytes.len()))
}

/// The index of the code point that starts at byte `offset`.
pub fn index_of(bytes: &[u8], offset: usize) -> usize {
    count(&bytes[..offset.min(bytes.len())])
}

/// The offset where the last `limit` code points end when `bytes` is cut to at most that many.
pub fn truncated_length(bytes: &[u8], limit: usize) -> usize {
    if bytes.len() <= limit {
        bytes.len()
    } else {
        offset_of(bytes, limit).unwrap_or(bytes.len())
    }
}

/// Whether the bytes are well-formed WTF-8: UTF-8, surrogates allowed.
pub fn is_valid(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Err(error) = simdutf8::compat::from_utf8(rest) {
        let at = error.valid_up_to();
        match rest[at..] {
            [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..] => rest = &rest[at + 3..],
            _ => return false,
        }
    }
    true
}

/// Whether there is a surrogate, which UTF-8 cannot hold. The bytes must be WTF-8.
pub fn has_surrogate(bytes: &[u8]) -> bool {
    memchr::memchr_iter(0xED, bytes).any(|at| bytes.get(at + 1).is_some_and(|&next| next >= 0xA0))
}

/// The text as `str` when it holds no surrogates.
pub fn as_str(bytes: &[u8]) -> Option<&str> {
    simdutf8::basic::from_utf8(bytes).ok()
}

/// The text with every surrogate shown as U+FFFD.
pub fn to_string_lossy(bytes: &[u8]) -> String {
    match as_str(bytes) {
        Some(text) => text.to_string(),
        None => code_points(bytes)
            .map(|c| char::from_u32(c).unwrap_or('\u{FFFD}'))
            .collect(),
    }
}
