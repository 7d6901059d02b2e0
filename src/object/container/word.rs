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

/// Entries of the largest dict without an index.
pub const LINEAR_MAX: u32 = 8;

/// Bytes of the index for each place of a dict of `capacity`: two words, of which half of the values suffice.
pub const fn index_bytes(capacity: usize) -> usize {
    match capacity {
        0..=8 => 0,
        9..=0x80 => 2,
        0x81..=0x8000 => 4,
        _ => 8,
    }
}
