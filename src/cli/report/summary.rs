//! The counts of a run, summed up: names in place of numbers, sorted, with what the tables and the JSON both show.

use std::collections::HashMap;
use std::path::Path;

use pyfast::bytecode::isa::{OPS, Op};
use pyfast::heap::census::Census;
use pyfast::heap::header::{Kind, ShapeId};
use pyfast::interp::host::observe::{calls, operands, plain};
use pyfast::interp::steps::wide;
use pyfast::object::class::layout::Class;
use pyfast::ops::class;
use pyfast::vm::cost::{Called, Cost, SiteCount, Verdict};
use pyfast::vm::state::Vm;

use crate::cli::report::prices::{self, Layer, Units};

/// Lines of source that are shown.
const WORST_LINES: usize = 10;

/// One opcode.
pub struct Opcode {
    pub op: Op,
    pub count: u64,
}

/// A site kind, or a source line, and how its caches did.
#[derive(Default)]
pub struct Caches {
    pub place: String,
    /// What is looked up there.
    pub names: Vec<String>,
    pub hits: u64,
    pub shared: u64,
    pub misses: u64,
}

impl Caches {
    fn add(&mut self, site: &SiteCount) {
        self.hits += site.hits;
        self.shared += site.shared;
        self.misses += site.misses;
    }
}

/// Objects of one type that were made.
pub struct Made {
    pub name: String,
    pub objects: u64,
    pub bytes: u64,
    pub is_boxed_number: bool,
}

/// What a run came to.
pub struct Summary {
    pub program: String,
    pub dispatched: u64,
    pub wide: u64,
    pub merged: u64,
    pub chained: u64,
    /// Dispatches of superinstructions, and the instructions that they stand for besides themselves.
    pub fused: u64,
    pub saved: u64,
    pub specialised: u64,
    pub opcodes: Vec<Opcode>,
    pub guards: Vec<(Op, Verdict, u64)>,
    pub site_kinds: Vec<Caches>,
    pub worst_lines: Vec<Caches>,
    pub made: Vec<Made>,
    pub calls: Vec<(&'static str, u64)>,
    pub pauses_ns: Vec<u64>,
    pub layers: Vec<Layer>,
}

/// Whether a guard that ended so has failed.
pub fn has_failed(verdict: Verdict) -> bool {
    !matches!(verdict, Verdict::Passed | Verdict::First | Verdict::SharedHit)
}

/// Whether the instruction then went its most general way.
fn is_general(verdict: Verdict) -> bool {
    use Verdict::*;
    matches!(
        verdict,
        First | Uncached | SharedMiss | Shape | Identity | Epoch | NoObject | Unset | Namespace | Iterated | Callee
    )
}

/// Sums up. `before` are the objects that the program found.
pub fn sum_up(vm: &mut Vm, cost: &Cost, before: &Census, program: &str) -> Summary {
    let mut opcodes: Vec<Opcode> = OPS
        .iter()
        .map(|&op| Opcode {
            op,
            count: cost.ops[0][op as usize] + cost.ops[1][op as usize],
        })
        .filter(|opcode| opcode.count > 0)
        .collect();
    opcodes.sort_by_key(|opcode| std::cmp::Reverse(opcode.count));
    let count = |which: &dyn Fn(Op) -> bool| -> u64 { opcodes.iter().filter(|o| which(o.op)).map(|o| o.count).sum() };
    let mut guards: Vec<(Op, Verdict, u64)> = OPS
        .iter()
        .flat_map(|&op| {
            let row = &cost.guards[op as usize];
            Verdict::ALL
                .iter()
                .map(move |&verdict| (op, verdict, row[verdict as usize]))
        })
        .filter(|&(_, _, count)| count > 0)
        .collect();
    guards.sort_by_key(|&(_, _, count)| std::cmp::Reverse(count));
    let dispatched = count(&|_| true);
    let merged = cost.merged;
    let units = Units {
        instructions: dispatched + merged,
        arithmetic: count(&|op| wide::operator(op).is_some()),
        numbers: merged + count(&|op| operands::has_two(op) || op == Op::for_next_range),
        polls: cost.merged_steps + count(&polls),
        merged,
        general: guards.iter().filter(|row| is_general(row.1)).map(|row| row.2).sum(),
    };
    let layers = prices::layers(&units);
    Summary {
        program: program.to_string(),
        dispatched,
        wide: cost.ops[1].iter().sum(),
        merged,
        chained: cost.chained,
        fused: count(&plain::is_fused),
        saved: opcodes
            .iter()
            .map(|o| o.count * (plain::stands_for(o.op) - 1))
            .sum::<u64>()
            + merged,
        specialised: count(&|op| op != op.generic()),
        guards,
        site_kinds: by_kind(&cost.sites),
        worst_lines: by_line(&cost.sites),
        made: made(vm, before),
        calls: called(cost),
        pauses_ns: cost.pauses_ns.clone(),
        opcodes,
        layers,
    }
}

/// Whether an instruction looks whether somebody asks for attention.
fn polls(op: Op) -> bool {
    let generic = op.generic();
    calls::is_call(op) || matches!(generic, Op::invoke | Op::for_next) || generic.row().name.starts_with("loop_")
}

fn called(cost: &Cost) -> Vec<(&'static str, u64)> {
    let of = |op: Op| cost.ops[0][op as usize] + cost.ops[1][op as usize];
    let mut rows: Vec<(&str, u64)> = Called::ALL
        .iter()
        .map(|&kind| (kind.text(), cost.called[kind as usize]))
        .collect();
    rows.push(("of these, with names or *", cost.bound_calls));
    rows.push(("special methods made in Python", of(Op::resume)));
    rows.push(("steps of generators", of(Op::yield_value)));
    rows.push(("from built-in code into Python", cost.callbacks));
    rows
}

fn by_kind(sites: &[SiteCount]) -> Vec<Caches> {
    let mut kinds: Vec<Caches> = Vec::new();
    for site in sites {
        let name = Op::from_byte(site.op).map_or("", |op| op.row().name);
        let at = kinds.iter().position(|kind| kind.place == name).unwrap_or_else(|| {
            kinds.push(Caches {
                place: name.to_string(),
                ..Caches::default()
            });
            kinds.len() - 1
        });
        kinds[at].add(site);
    }
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.hits + kind.shared + kind.misses));
    kinds
}

/// The lines whose sites remember least, worst first.
fn by_line(sites: &[SiteCount]) -> Vec<Caches> {
    let mut lines: HashMap<(&str, u32), Caches> = HashMap::new();
    for site in sites {
        let line = lines.entry((&site.file, site.line)).or_default();
        line.add(site);
        if site.misses + site.shared > 1 && !line.names.contains(&site.name) {
            line.names.push(site.name.clone());
        }
    }
    let mut lines: Vec<((&str, u32), Caches)> = lines.into_iter().filter(|(_, c)| c.misses + c.shared > 1).collect();
    lines.sort_by_key(|(place, c)| (std::cmp::Reverse((c.misses, c.shared)), *place));
    lines.truncate(WORST_LINES);
    let shown = |((file, line), caches): ((&str, u32), Caches)| {
        let name = Path::new(file)
            .file_name()
            .map_or(file.into(), |name| name.to_string_lossy());
        Caches {
            place: format!("{name}:{line}"),
            ..caches
        }
    };
    lines.into_iter().map(shown).collect()
}

/// Objects made: those that died and those that are there, less those that were there before.
fn made(vm: &mut Vm, before: &Census) -> Vec<Made> {
    let mut rows: HashMap<(u8, u32), (i64, i64)> = HashMap::new();
    let mut add = |census: &Census, sign: i64| {
        for (&key, &(objects, bytes)) in &census.rows {
            let row = rows.entry(key).or_default();
            row.0 += sign * objects as i64;
            row.1 += sign * bytes as i64;
        }
    };
    add(&vm.heap.census(), 1);
    if let Some(died) = vm.heap.died.take() {
        add(&died, 1);
    }
    add(before, -1);
    let mut made: Vec<Made> = Vec::new();
    for ((kind, shape), (objects, bytes)) in rows {
        let name = type_name(vm, kind, shape);
        let is_boxed_number = [Kind::BigInt, Kind::Wrapped, Kind::Complex]
            .iter()
            .any(|&k| k as u8 == kind);
        match made.iter_mut().find(|row| row.name == name) {
            Some(row) => {
                row.objects = row.objects.wrapping_add_signed(objects);
                row.bytes = row.bytes.wrapping_add_signed(bytes);
            }
            None => made.push(Made {
                name,
                objects: 0u64.wrapping_add_signed(objects),
                bytes: 0u64.wrapping_add_signed(bytes),
                is_boxed_number,
            }),
        }
    }
    // Objects that changed their shape were of another before: of what there are fewer, none was made.
    made.retain(|row| (1..=i64::MAX as u64).contains(&row.objects));
    made.sort_by(|a, b| (b.bytes, &a.name).cmp(&(a.bytes, &b.name)));
    made
}

fn type_name(vm: &Vm, kind: u8, shape: u32) -> String {
    match kind {
        kind if kind == Kind::Free as u8 => return "(room of lists, dicts and texts)".into(),
        kind if kind == Kind::Overflow as u8 => return "(more attributes)".into(),
        kind if kind == Kind::Growth as u8 => return "(room of growing texts)".into(),
        _ => {}
    }
    let known = (shape as usize) < vm.shapes.len();
    let of = known
        .then(|| vm.shapes.class(ShapeId(shape)))
        .and_then(|c| c.cast::<Class>());
    of.map_or_else(|| "(internal)".into(), class::name)
}
