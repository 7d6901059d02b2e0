//! Bytes that are written in words of sixteen, of which as many count as are said to: one store in place of a copy of some bytes.

/// The width of a store.
const WORD: usize = 16;

/// Memory that is used again and again.
///
/// INVARIANT: `length <= bytes.len()`; what lies behind `length` means nothing.
#[derive(Clone, Debug, Default)]
pub struct Buffer {
    bytes: Vec<u8>,
    length: usize,
}

impl Buffer {
    /// Empties it; its memory stays.
    pub fn clear(&mut self) {
        self.length = 0;
    }

    pub fn length(&self) -> u32 {
        self.length as u32
    }

    /// Appends the lowest `count` bytes of `word`, at most sixteen.
    #[inline]
    pub fn push(&mut self, word: u128, count: usize) {
        debug_assert!(count <= WORD);
        match self.bytes.get_mut(self.length..self.length + WORD) {
            Some(place) => place.copy_from_slice(&word.to_le_bytes()),
            None => self.grow(word),
        }
        self.length += count;
    }

    #[cold]
    fn grow(&mut self, word: u128) {
        self.bytes.resize(2 * (self.length + WORD), 0);
        self.bytes[self.length..self.length + WORD].copy_from_slice(&word.to_le_bytes());
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    pub fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.bytes[..self.length]
    }
}

#[cfg(test)]
mod tests {
    use crate::bytecode::buffer::Buffer;

    #[test]
    fn only_what_counts_is_kept() {
        let mut buffer = Buffer::default();
        for n in 0..100_u8 {
            buffer.push(u128::from(n) | 0xFF00, 1);
        }
        assert!(buffer.bytes().iter().copied().eq(0..100));
        buffer.push(u128::MAX, 16);
        assert_eq!((buffer.length(), buffer.bytes()[115]), (116, 255));
        buffer.clear();
        assert!(buffer.bytes().is_empty());
    }
}
