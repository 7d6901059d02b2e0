//! Reports of a run: what was asked for, begun before the program and written behind it.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use pyfast::bytecode::isa::Op;
use pyfast::heap::census::Census;
use pyfast::interp::host::observe::{cost, pairs};
use pyfast::vm::state::Vm;

use crate::cli::report::{json, summary, table};

/// Which reports are asked for.
#[derive(Default)]
pub struct Asked {
    /// `-X ops=FILE`
    pub ops: Option<PathBuf>,
    /// `-X cost`: a table; `-X cost=FILE`: JSON.
    pub cost: bool,
    pub cost_file: Option<PathBuf>,
}

/// Reports that are being made: their files are open.
#[derive(Default)]
pub struct Reports {
    ops: Option<(PathBuf, File)>,
    cost: Option<Census>,
    cost_file: Option<(PathBuf, File)>,
}

/// Opens a file that will be written at the end. What is in it stays until then.
fn open(path: &Option<PathBuf>) -> Result<Option<(PathBuf, File)>, String> {
    let Some(path) = path else { return Ok(None) };
    match OpenOptions::new().write(true).create(true).truncate(false).open(path) {
        Ok(file) => Ok(Some((path.clone(), file))),
        Err(error) => Err(format!("pyfast: can't write {}: {error}", path.display())),
    }
}

fn write((path, mut file): (PathBuf, File), text: &str) {
    let written = file
        .set_len(0)
        // Pipes and terminals have no length.
        .or(Ok(()))
        .and_then(|()| file.write_all(text.as_bytes()));
    if let Err(error) = written {
        eprintln!("pyfast: can't write {}: {error}", path.display());
    }
}

/// Opens the files of reports, before anything runs.
/// # Errors
/// What to say of a file that cannot be written.
pub fn open_all(asked: &Asked) -> Result<Reports, String> {
    Ok(Reports {
        ops: open(&asked.ops)?,
        cost: None,
        cost_file: open(&asked.cost_file)?,
    })
}

impl Reports {
    /// Begins to count: right before the program.
    pub fn begin(&mut self, vm: &mut Vm, asked: &Asked) {
        if asked.cost {
            self.cost = Some(cost::begin(vm));
        } else if asked.ops.is_some() {
            pairs::begin(vm);
        }
    }

    /// Writes everything, behind the program, however it ended.
    pub fn end(self, vm: &mut Vm, program: &Path) {
        vm.observe = None;
        if let Some(file) = self.ops {
            write(file, &rows(vm));
        }
        if let Some(before) = &self.cost
            && let Some(counts) = vm.cost.take()
        {
            let summary = summary::sum_up(vm, &counts, before, &program.to_string_lossy());
            match self.cost_file {
                Some(file) => write(file, &format!("{:#}\n", json::value(&summary))),
                None => eprint!("{}", table::text(&summary)),
            }
        }
    }
}

/// What `-X ops` has counted: a line for each row of up to three instructions.
fn rows(vm: &Vm) -> String {
    let mut text = String::new();
    for (row, count) in vm.counts.iter().flat_map(|counts| counts.rows()) {
        text += &count.to_string();
        for op in row.into_iter().filter_map(Op::from_byte).filter(|&op| op != Op::wide) {
            text += " ";
            text += op.row().name;
        }
        text += "\n";
    }
    text
}
