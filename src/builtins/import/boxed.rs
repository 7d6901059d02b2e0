//! The Python modules in the box: the pack that `build.rs` writes. Nothing of it is read before a module of it is wanted.

use crate::bytecode::code::CodeData;
use crate::bytecode::stored::read;
use crate::vm::state::KeptSource;

/// Written by `build.rs`, which describes it.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lib.pack"));

/// Bytes of a row.
const ROW: usize = 36;
/// What stands in front of the names of boxed files. There is no such folder.
pub const FOLDER: &str = "<pyfast>/lib";

/// A module in the box.
pub struct Boxed {
    name: &'static str,
    pub is_package: bool,
    text: Part,
    code: Part,
}

/// Packed bytes, and how many they are unpacked.
#[derive(Clone, Copy)]
struct Part {
    packed: &'static [u8],
    plain_len: usize,
}

impl Part {
    fn plain(self) -> Vec<u8> {
        lz4_flex::block::decompress(self.packed, self.plain_len).unwrap_or_default()
    }
}

fn number(at: usize) -> usize {
    let bytes = PACK.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
    bytes.map_or(0, |bytes| u32::from_le_bytes(bytes) as usize)
}

fn row(i: usize) -> Boxed {
    let field = |n: usize| number(4 + i * ROW + 4 * n);
    let name = &PACK[field(0)..field(0) + field(1)];
    let part = |n: usize| Part {
        packed: &PACK[field(n)..field(n) + field(n + 1)],
        plain_len: field(n + 2),
    };
    Boxed {
        name: std::str::from_utf8(name).unwrap_or_default(),
        is_package: field(2) != 0,
        text: part(3),
        code: part(6),
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
        KeptSource::Packed(self.text.packed, self.text.plain_len)
    }
    /// Its source.
    pub fn source(&self) -> Vec<u8> {
        self.text.plain()
    }
    /// Its code, made when pyfast was built, not verified; without options.
    pub fn code(&self) -> Option<CodeData> {
        (self.code.plain_len > 0).then(|| read::read(&self.code.plain(), &self.file()))?
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
