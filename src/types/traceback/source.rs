//! Lines of source files, read when a traceback shows them.

use std::collections::HashMap;

use crate::syntax::source::Source;
use crate::vm::state::{KeptSource, Vm};

/// The files that one report has looked at; `None` for those that cannot be read.
#[derive(Default)]
pub struct Files {
    known: HashMap<String, Option<Vec<String>>>,
}

impl Files {
    /// A line (from 1) without its end; empty if there is none.
    pub fn line(&mut self, vm: &Vm, name: &str, line: u32) -> &str {
        let lines = self.known.entry(name.to_string()).or_insert_with(|| read(vm, name));
        let index = (line as usize).wrapping_sub(1);
        lines
            .as_ref()
            .and_then(|lines| lines.get(index))
            .map_or("", |line| line.trim_end())
    }
}

/// All lines of a source: one that the interpreter keeps in memory, or a file.
fn read(vm: &Vm, name: &str) -> Option<Vec<String>> {
    let bytes = match vm.sources.get(name) {
        Some(KeptSource::Plain(bytes)) => bytes.to_vec(),
        Some(KeptSource::Packed(bytes, length)) => lz4_flex::block::decompress(bytes, *length).ok()?,
        None if name.starts_with('<') => return None,
        None => std::fs::read(name).ok()?,
    };
    let text = match Source::from_file_bytes(name, &bytes) {
        Ok(source) => source.text,
        Err(_) => String::from_utf8_lossy(&bytes).replace("\r\n", "\n"),
    };
    Some(text.split('\n').map(str::to_string).collect())
}
