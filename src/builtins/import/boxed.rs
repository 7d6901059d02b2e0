//! The Python modules in the box: the pack that `build.rs` writes. Nothing of it is read before a module of it is wanted.

use crate::vm::state::KeptSource;

/// Written by `build.rs`, which describes it.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lib.pack"));

/// Bytes of a row.
const ROW: usize = 24;
/// What stands in front of the names of boxed files. There is no such folder.
pub const FOLDER: &str = "<pyfast>/lib";

/// A module in the box.
pub struct Boxed {
    name: &'static str,
    pub is_package: bool,
    packed: &'static [u8],
    plain_len: usize,
}

fn number(at: usize) -> usize {
    let bytes = PACK.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
    bytes.map_or(0, |bytes| u32::from_le_bytes(bytes) as usize)
}

fn row(i: usize) -> Boxed {
    let field = |n: usize| number(4 + i * ROW + 4 * n);
    let name = &PACK[field(0)..field(0) + field(1)];
    Boxed {
        name: std::str::from_utf8(name).unwrap_or_default(),
        is_package: field(5) != 0,
        packed: &PACK[field(2)..field(2) + field(3)],
        plain_len: field(4),
    }
}

/// The module of a full name.
pub fn find(name: &str) -> Option<Boxed> {
    let (mut low, mut high) = (0, number(0));
    while low < high {
        let middle = (low + high) / 2;
        let found = row(middle);
        match found.name.cmp(name) {
            std::cmp::Ordering::Equal => return Some(found),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

/// The names of all modules.
pub fn names() -> impl Iterator<Item = &'static str> {
    (0..number(0)).map(|i| row(i).name)
}

impl Boxed {
    /// Its full name.
    pub fn name(&self) -> &'static str {
        self.name
    }
    /// Its source as the interpreter keeps it for tracebacks.
    pub fn kept(&self) -> KeptSource {
        KeptSource::Packed(self.packed, self.plain_len)
    }
    /// Its source.
    pub fn source(&self) -> Vec<u8> {
        lz4_flex::block::decompress(self.packed, self.plain_len).unwrap_or_default()
    }
    /// The file that it would be.
    pub fn file(&self) -> String {
        let path = self.name.replace('.', "/");
        match self.is_package {
            true => format!("{FOLDER}/{path}/__init__.py"),
            false => format!("{FOLDER}/{path}.py"),
        }
    }
    /// The folder of a package.
    pub fn folder(&self) -> String {
        format!("{FOLDER}/{}", self.name.replace('.', "/"))
    }
}
