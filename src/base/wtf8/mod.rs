//! Text as WTF-8: UTF-8 in which lone surrogates stand as three-byte sequences. Two surrogates that follow one another stay two:
//! nothing here ever merges them, because Python's `str` does not either.

pub mod walk;
