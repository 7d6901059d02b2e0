//! The words of a dict's index, in three widths.

/// A word of the index: the number of an entry, or one of two marks.
pub trait Word: Copy + PartialEq {
    const EMPTY: Self;
    const DELETED: Self;
    fn to_index(self) -> usize;
    fn from_index(index: usize) -> Self;
}

macro_rules! word {
    ($type:ty) => {
        impl Word for $type {
            const EMPTY: $type = <$type>::MAX;
            const DELETED: $type = <$type>::MAX - 1;
            fn to_index(self) -> usize {
                self as usize
            }
            fn from_index(index: usize) -> $type {
                index as $type
            }
        }
    };
}
word!(u8);
word!(u16);
word!(u32);

/// Bytes of an index word of a dict of `capacity` entries; half of the values of a word suffice.
pub const fn word_bytes(capacity: usize) -> usize {
    match capacity {
        0..=0x80 => 1,
        0x81..=0x8000 => 2,
        _ => 4,
    }
}
