//! Reports of a run: what was asked for, begun before the program and written behind it.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use pyfast::bytecode::isa::Op;
use pyfast::heap::census::Census;
use pyfast::interp::host::observe::{cost, pairs, profile};
use pyfast::vm::state::Vm;

use crate::cli::report::{flame, json, summary, table};

/// Which reports are asked for.
#[derive(Default)]
pub struct Asked {
    /// `-X ops=FILE`
    pub ops: Option<PathBuf>,
    /// `-X cost`: a table; `-X cost=FILE`: JSON.
    pub cost: bool,
    pub cost_file: Option<PathBuf>,
    /// `-X profile=FILE`
    pub profile: Option<PathBuf>,
}

/// Reports that are being made: their files are open.
#[derive(Default)]
pub struct Reports {
    ops: Option<(PathBuf, File)>,
    cost: Option<Census>,
    cost_file: Option<(PathBuf, File)>,
    /// The flame graph, and the folded stacks.
    profile: Option<((PathBuf, File), (PathBuf, File))>,
    timer: Option<profile::Timer>,
}

/// Opens a file that will be written at the end. What is in it stays until then.
fn open(path: &Option<PathBuf>) -> Result<Option<(PathBuf, File)>, String> {
    let Some(path) = path else { return Ok(None) };
    match OpenOptions::new().write(true).create(true).truncate(false).open(path) {
        Ok(file) => Ok(Some((path.clone(), file))),
        Err(error) => Err(format!("pyfast: can't write {}: {error}", path.display())),
    }
}

fn write((path, mut file): (PathBuf, File), bytes: &[u8]) {
    let written = file
        .set_len(0)
        // Pipes and terminals have no length.
        .or(Ok(()))
        .and_then(|()| file.write_all(bytes));
    if let Err(error) = written {
        eprintln!("pyfast: can't write {}: {error}", path.display());
    }
}

/// Opens the files of reports, before anything runs.
/// # Errors
/// What to say of a file that cannot be written.
pub fn open_all(asked: &Asked) -> Result<Reports, String> {
    let folded = asked.profile.as_ref().map(|path| path.with_extension("folded"));
    if folded.is_some() && folded == asked.profile {
        return Err("pyfast: -X profile=FILE names the flame graph; the folded stacks are written beside it".into());
    }
    Ok(Reports {
        ops: open(&asked.ops)?,
        cost: None,
        cost_file: open(&asked.cost_file)?,
        profile: open(&asked.profile)?.zip(open(&folded)?),
        timer: None,
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
        if self.profile.is_some() {
            match profile::begin(vm) {
                Ok(timer) => self.timer = Some(timer),
                Err(error) => eprintln!("pyfast: no timer for the profile: {error}"),
            }
        }
    }

    /// Writes everything, behind the program, however it ended.
    pub fn end(self, vm: &mut Vm, program: &Path) {
        vm.watched = false;
        let program = program.to_string_lossy();
        if let Some((graph, stacks)) = self.profile
            && let Some(profile) = self.timer.and_then(|timer| profile::end(vm, timer))
        {
            let folded = flame::folded(&profile);
            match flame::svg(&folded, &program) {
                Ok(drawn) => write(graph, &drawn),
                Err(error) => eprintln!("pyfast: can't draw {}: {error}", graph.0.display()),
            }
            write(stacks, folded.as_bytes());
        }
        if let Some(file) = self.ops {
            write(file, rows(vm).as_bytes());
        }
        if let Some(before) = &self.cost
            && let Some(counts) = vm.cost.take()
        {
            let summary = summary::sum_up(vm, &counts, before, &program);
            match self.cost_file {
                Some(file) => write(file, format!("{:#}\n", json::value(&summary)).as_bytes()),
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
