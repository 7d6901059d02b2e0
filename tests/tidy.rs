//! The shape of the tree, checked: import direction, sizes, headers, `unsafe`, nothing unfinished, nothing forgotten.
//!
//! Declaration order is import order. A file may import only what its crate root or folder declared *earlier*, so the import
//! graph cannot have a cycle. Braces are not parsed: the tree is formatted by rustfmt, so an item ends at the first `}` that
//! stands as far in as the item began.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Lines in one file; above this, split it.
const FILE_LINES_MAX: usize = 800;
/// Lines in one function, signature included.
const FUNCTION_LINES_MAX: usize = 70;
/// Entries in one folder below `src`, `mod.rs` not counted; above this, make sub-folders.
const FOLDER_ENTRIES_MAX: usize = 12;
/// The only places where `unsafe` may appear.
const UNSAFE_ALLOWED: &[&str] = &["src/heap/", "src/object/", "src/interp/"];
/// Folders whose files may name each other: what is declared there recurs in itself. A kind of heap object knows the tracer, the
/// tracer walks blocks, and a block asks the kinds of its cells.
const FENCED: &[&str] = &["heap"];
/// What means that somebody went away too early. Split, so that this file does not find itself.
const UNFINISHED: &[&str] = &[
    concat!("to", "do!("),
    concat!("unimpl", "emented!("),
    concat!("db", "g!("),
    concat!("#[ig", "nore"),
];

/// Where each module of one crate stands: the declaration indices from the crate root down.
#[derive(Default)]
struct Tree {
    order: BTreeMap<Vec<String>, Vec<usize>>,
    files: Vec<(Vec<String>, String, String)>,
    problems: Vec<String>,
}

#[test]
fn tree_is_tidy() {
    let mut reached = BTreeSet::new();
    let mut problems = Vec::new();
    for root in ["src/lib.rs", "src/main.rs"] {
        let mut tree = Tree::default();
        tree.visit(Path::new(root), vec![], vec![]);
        for (module, path, text) in std::mem::take(&mut tree.files) {
            tree.check_imports(&module, &path, &text);
            reached.insert(PathBuf::from(path));
        }
        problems.append(&mut tree.problems);
    }
    for folder in ["src", "tests", "benches"] {
        for path in rust_files(Path::new(folder), &mut problems) {
            let text = fs::read_to_string(&path).expect("a source file is UTF-8");
            if folder == "src" && !reached.contains(&path) {
                problems.push(format!("{}: no `mod` line leads here", path.display()));
            }
            check_text(&path.display().to_string(), &text, &mut problems);
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The Rust files below `folder`, sorted; notes folders of `src` that hold too much.
fn rust_files(folder: &Path, problems: &mut Vec<String>) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return vec![];
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    let count = paths.iter().filter(|path| !path.ends_with("mod.rs")).count();
    // The root holds one folder a floor, and the three files that start it.
    if folder.starts_with("src") && folder != Path::new("src") && count > FOLDER_ENTRIES_MAX {
        problems.push(format!("{}: {count} entries", folder.display()));
    }
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(rust_files(&path, problems));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files
}

impl Tree {
    /// Reads a module file, records its place, and descends into `mod x;` in order.
    fn visit(&mut self, path: &Path, module: Vec<String>, place: Vec<usize>) {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let folder = if module.is_empty() || path.ends_with("mod.rs") {
            path.parent().expect("a file stands in a folder").to_owned()
        } else {
            path.with_extension("")
        };
        let children = text.lines().filter_map(|line| {
            let line = line.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
            line.strip_prefix("mod ")?.strip_suffix(';')
        });
        for (i, name) in children.enumerate() {
            let (flat, nested) = (folder.join(format!("{name}.rs")), folder.join(name).join("mod.rs"));
            let (mut m, mut p) = (module.clone(), place.clone());
            m.push(name.to_string());
            p.push(i);
            self.visit(if flat.exists() { &flat } else { &nested }, m, p);
        }
        self.order.insert(module.clone(), place);
        self.files.push((module, path.display().to_string(), text));
    }

    fn check_imports(&mut self, module: &[String], path: &str, text: &str) {
        let here = self.order[module].clone();
        let lines: Vec<&str> = text.lines().collect();
        for (n, line) in lines.iter().enumerate() {
            let code = code_of(line);
            if code.contains("super::") || code.contains("crate::{") {
                self.problems
                    .push(format!("{path}:{}: write `use crate::module::{{items}};`", n + 1));
            }
            if (code.starts_with("use ") || code.starts_with("pub use ")) && code.contains("::*") {
                self.problems.push(format!("{path}:{}: glob import", n + 1));
            }
            for (at, _) in code.match_indices("crate::") {
                // A visibility names a folder, it imports nothing.
                if code[..at].ends_with("pub(in ") {
                    continue;
                }
                let below = lines[n + 1..].iter().take(40).map(|line| code_of(line).trim());
                let tree = code[at + 7..].trim().to_owned() + &below.collect::<String>();
                for names in paths(&tree).into_iter().filter(|names| !is_fenced(module, names)) {
                    self.check_path(&here, &names, &format!("{path}:{}", n + 1));
                }
            }
        }
    }

    /// Notes an import of what was declared later, or of a folder that the importer stands in.
    fn check_path(&mut self, here: &[usize], names: &[String], place: &str) {
        let target = (1..=names.len()).rev().find_map(|k| self.order.get(&names[..k]));
        if let Some(there) = target
            && (there.as_slice() > here || (here.starts_with(there) && there.as_slice() != here))
        {
            self.problems
                .push(format!("{place}: imports upwards: crate::{}", names.join("::")));
        }
    }
}

/// Whether an import stays within a folder of `FENCED`.
fn is_fenced(module: &[String], names: &[String]) -> bool {
    FENCED
        .iter()
        .any(|folder| module.first().is_some_and(|m| m == folder) && names.first().is_some_and(|n| n == folder))
}

/// The paths that a path or `use` tree at the start of `text` names: `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn paths(text: &str) -> Vec<Vec<String>> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let rest = &text[name.len()..];
    if let Some(inner) = rest.strip_prefix("::") {
        let extend = |mut tail: Vec<String>| {
            tail.insert(0, name.clone());
            tail
        };
        return paths(inner).into_iter().map(extend).collect();
    }
    let Some(inner) = text.strip_prefix('{') else {
        return vec![if name.is_empty() { vec![] } else { vec![name] }];
    };
    let (mut depth, mut start, mut found) = (0, 0, vec![]);
    for (i, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                let item = inner[start..i].trim();
                if !item.is_empty() && item != "self" {
                    found.extend(paths(item));
                }
                start = i + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    found
}

/// The line without its comment. A `//` inside a string ends it too early, which hides nothing that is looked for here.
fn code_of(line: &str) -> &str {
    line.split("//").next().unwrap_or(line)
}

fn check_text(path: &str, text: &str, problems: &mut Vec<String>) {
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() > FILE_LINES_MAX {
        problems.push(format!("{path}: {} lines", lines.len()));
    }
    if !text.starts_with("//!") {
        problems.push(format!("{path}: no `//!` header"));
    }
    for (n, line) in lines.iter().enumerate() {
        let code = code_of(line);
        for word in UNFINISHED.iter().filter(|word| code.contains(**word)) {
            problems.push(format!("{path}:{}: `{word}`", n + 1));
        }
        if path.starts_with("src") {
            check_unsafe(path, &lines, n, problems);
        }
        if let Some(length) = function_lines(&lines[n..])
            && length > FUNCTION_LINES_MAX
        {
            problems.push(format!("{path}:{}: a function of {length} lines", n + 1));
        }
    }
}

/// `unsafe` stands only in the core; a block or impl says why it is sound within the four lines above it.
fn check_unsafe(path: &str, lines: &[&str], n: usize, problems: &mut Vec<String>) {
    let code = code_of(lines[n]);
    if !["unsafe {", "unsafe fn", "unsafe impl", "unsafe extern", "unsafe trait"]
        .iter()
        .any(|form| code.contains(form))
    {
        return;
    }
    if !UNSAFE_ALLOWED.iter().any(|folder| path.starts_with(folder)) {
        problems.push(format!("{path}:{}: `unsafe` outside the core", n + 1));
    }
    let explained = lines[n.saturating_sub(4)..=n]
        .iter()
        .any(|line| line.contains("// SAFETY:"));
    if (code.contains("unsafe {") || code.contains("unsafe impl")) && !explained {
        problems.push(format!("{path}:{}: `unsafe` without `// SAFETY:`", n + 1));
    }
}

/// The length of the function that begins on the first of `lines`; `None` if none does, or it has no body.
fn function_lines(lines: &[&str]) -> Option<usize> {
    let first = code_of(lines[0]);
    let indent = first.len() - first.trim_start().len();
    let mut words = first.split_whitespace();
    let is_qualifier =
        |word: &str| ["const", "async", "unsafe", "extern"].contains(&word) || word.starts_with(['"', 'p']);
    let keyword = words.find(|word| !is_qualifier(word))?;
    if keyword != "fn" {
        return None;
    }
    for (n, line) in lines.iter().enumerate() {
        let code = code_of(line).trim_end();
        if n == 0 && (code.ends_with(';') || code.ends_with('}')) || n > 0 && code == format!("{:indent$};", "") {
            return None;
        }
        if n > 0 && line.len() - line.trim_start().len() == indent && line.trim_start().starts_with('}') {
            return Some(n + 1);
        }
    }
    None
}
