//! Picks how instructions are dispatched: by tail calls where the compiler is known to make jumps of them, else by a loop; with the
//! feature `dispatch-become`, which needs a nightly compiler, by tail calls that the language guarantees. Packs the Python modules of
//! the standard library into one file that the binary embeds: their sources, and the code that our own compiler makes of them, whose
//! floors are therefore part of this program, too.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

// The library has its lints; here, what only that uses is not used.
#[allow(dead_code, clippy::all)]
#[path = "src/base/mod.rs"]
mod base;
#[allow(dead_code, clippy::all)]
#[path = "src/syntax/mod.rs"]
mod syntax;
#[allow(dead_code, clippy::all)]
#[path = "src/bytecode/mod.rs"]
mod bytecode;
#[allow(dead_code, clippy::all)]
#[path = "src/compile/mod.rs"]
mod compile;

/// Folders and files of Lib that are left out: graphical programs, and what only makes sense with other files of CPython's.
const LEFT_OUT: &[&str] = &[
    "idlelib",
    "tkinter",
    "turtledemo",
    "turtle.py",
    "ensurepip",
    "venv",
    "pydoc_data",
    "__phello__",
    "__hello__.py",
    "_android_support.py",
    "_apple_support.py",
    "_ios_support.py",
    "_osx_support.py",
    "_aix_support.py",
    "test",
    "__pycache__",
];

/// What decides which code a source becomes.
const COMPILER: &[&str] = &["src/syntax", "src/bytecode", "src/compile"];

fn main() {
    println!("cargo:rustc-check-cfg=cfg(dispatch_loop, dispatch_become)");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=lib");
    println!("cargo:rerun-if-changed=src/base");
    for folder in COMPILER {
        println!("cargo:rerun-if-changed={folder}");
    }
    let var = |name: &str| env::var(name).unwrap_or_default();
    let arch = var("CARGO_CFG_TARGET_ARCH");
    let known = matches!(arch.as_str(), "x86_64" | "aarch64") && var("CARGO_CFG_TARGET_OS") == "linux";
    // `CARGO_CFG_MIRI` is set under Miri; debug assertions come with frames that tail calls cannot cross.
    let plain = var("OPT_LEVEL") == "0"
        || env::var_os("CARGO_CFG_DEBUG_ASSERTIONS").is_some()
        || env::var_os("CARGO_CFG_MIRI").is_some()
        || env::var_os("CARGO_FEATURE_DISPATCH_LOOP").is_some();
    if arch == "x86_64" && var("CARGO_CFG_TARGET_OS") == "linux" && var("CARGO_CFG_TARGET_ENV") == "gnu" {
        short_loading();
    }
    if plain || !known {
        println!("cargo:rustc-cfg=dispatch_loop");
    } else if env::var_os("CARGO_FEATURE_DISPATCH_BECOME").is_some() {
        println!("cargo:rustc-cfg=dispatch_become");
    }
    pack();
}

/// Writes `lib.pack`: the number of modules, their rows in order of their names, the names, then text and stored code of each, packed
/// by themselves.
///
/// A row is: offset and length of the name, 1 for a package, offset, packed and plain length of the text, then those of the code
/// (all 0 if there is none); all u32, little endian.
fn pack() {
    let mut files = Vec::new();
    collect(Path::new(rustpython_pylib::LIB_PATH), "", &mut files);
    collect(Path::new("lib"), "", &mut files);
    // A module of ours comes later and replaces one of the same name.
    files.reverse();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    files.dedup_by(|a, b| a.0 == b.0);
    let rows = 4 + files.len() * ROW;
    let names: usize = files.iter().map(|file| file.0.len()).sum();
    let (mut index, mut all_names, mut texts) = (Vec::new(), Vec::<u8>::new(), Vec::<u8>::new());
    index.extend((files.len() as u32).to_le_bytes());
    for ((name, _, is_package), parts) in files.iter().zip(packed(&files)) {
        let mut row = vec![rows + all_names.len(), name.len(), *is_package as usize];
        for (part, plain_len) in parts {
            row.extend([rows + names + texts.len(), part.len(), plain_len]);
            texts.extend(part);
        }
        for number in row {
            index.extend((number as u32).to_le_bytes());
        }
        all_names.extend(name.as_bytes());
    }
    index.extend(all_names);
    index.extend(texts);
    let mut print = fingerprint(0xCBF2_9CE4_8422_2325, &index);
    for folder in COMPILER {
        print = fingerprint_of_folder(print, Path::new(folder));
    }
    println!("cargo:rustc-env=PYFAST_FINGERPRINT={print:016x}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo")).join("lib.pack");
    fs::write(out, index).expect("the pack can be written");
}

/// Bytes of a row.
const ROW: usize = 4 * 9;
/// Full name, file, whether it is a package.
type File = (String, PathBuf, bool);
/// Text and code of a module, packed, with their plain lengths.
type Parts = [(Vec<u8>, usize); 2];

/// The parts of all files, by as many threads as there are processors.
fn packed(files: &[File]) -> Vec<Parts> {
    let threads = thread::available_parallelism().map_or(1, |n| n.get());
    let share = files.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let running: Vec<_> = files
            .chunks(share)
            .map(|files| scope.spawn(|| files.iter().map(parts).collect::<Vec<_>>()))
            .collect();
        let done = running
            .into_iter()
            .map(|thread| thread.join().expect("packs its share"));
        done.flatten().collect()
    })
}

fn parts((name, path, _): &File) -> Parts {
    let text = fs::read(path).expect("a file of the library");
    let code = code(name, &text).unwrap_or_default();
    [text, code].map(|part| (lz4_flex::block::compress(&part), part.len()))
}

/// The stored code of a module; none for one that does not compile, or not without a warning.
fn code(name: &str, text: &[u8]) -> Option<Vec<u8>> {
    let source = syntax::source::Source::from_bytes(name, text).ok()?;
    let made = compile::pipeline::compile(&source, &compile::options::Options::default()).ok()?;
    made.warnings
        .is_empty()
        .then(|| bytecode::stored::write::write(&made.code))
}

/// FNV-1a over words of eight bytes: stored code of another compiler, or of another library, is known by it.
fn fingerprint(start: u64, bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(start, |print, chunk| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        let mixed = (print ^ u64::from_le_bytes(word)).wrapping_mul(0x0000_0100_0000_01B3);
        mixed ^ (mixed >> 29)
    })
}

/// Goes on with the names and texts of all files below `folder`, in order.
fn fingerprint_of_folder(start: u64, folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder) else {
        return start;
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().fold(start, |print, path| {
        let print = fingerprint(print, path.to_string_lossy().as_bytes());
        match path.is_dir() {
            true => fingerprint_of_folder(print, path),
            false => fingerprint(print, &fs::read(path).unwrap_or_default()),
        }
    })
}

/// Adds the modules under `folder`, as (full name, file, whether it is a package).
fn collect(folder: &Path, package: &str, files: &mut Vec<File>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if LEFT_OUT.contains(&name.as_str()) && package.is_empty() || name == "test" || name == "__pycache__" {
            continue;
        }
        let stem = name.strip_suffix(".py").unwrap_or(&name);
        let full = if package.is_empty() {
            stem.to_string()
        } else {
            format!("{package}.{stem}")
        };
        if path.is_dir() {
            let init = path.join("__init__.py");
            if init.is_file() {
                files.push((full.clone(), init, true));
                collect(&path, &full, files);
            }
        } else if name.ends_with(".py") && stem != "__init__" {
            files.push((full, path, false));
        }
    }
}

/// Spares the dynamic loader work at every start: addresses fixed at link time in place of some ten thousand relocations,
/// functions looked up when they are first called, and the unwinder linked in in place of a second library, where the C
/// compiler has it.
fn short_loading() {
    println!("cargo:rustc-link-arg-bins=-no-pie");
    println!("cargo:rustc-link-arg-bins=-Wl,-z,lazy");
    let compiler = env::var("CC").unwrap_or_else(|_| "cc".into());
    let found = Command::new(compiler).arg("-print-file-name=libgcc_eh.a").output();
    let path = found.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    if let Ok(path) = path
        && path.is_absolute()
        && let Some(folder) = path.parent()
    {
        println!("cargo:rustc-link-search=native={}", folder.display());
        println!("cargo:rustc-link-lib=static:-bundle=gcc_eh");
    }
}
