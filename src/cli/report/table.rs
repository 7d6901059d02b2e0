//! The cost of a run, as a table for people.

use std::fmt::Write;

use crate::cli::report::prices::Price;
use crate::cli::report::summary::{Caches, Summary, has_failed};

use pyfast::bytecode::isa::Op;
use pyfast::interp::host::observe::plain;
use pyfast::vm::cost::Verdict;

/// Opcodes below this share are shown as one row.
const SHARE_MIN: f64 = 0.5;
/// Rows of types and failed guards.
const ROWS_MAX: usize = 12;

/// A number with commas.
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn percent(part: u64, whole: u64) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// A row: name, number, share of the whole.
fn row(out: &mut String, name: &str, n: u64, whole: u64) {
    let _ = writeln!(out, "  {name:<60} {:>15} {:>6.1} %", grouped(n), percent(n, whole));
}

fn title(out: &mut String, text: &str) {
    let _ = writeln!(out, "\n{text}");
}

/// The whole report.
pub fn text(summary: &Summary) -> String {
    let mut out = format!("cost of {}\n", summary.program);
    instructions(&mut out, summary);
    guards(&mut out, summary);
    caches(&mut out, summary);
    allocations(&mut out, summary);
    calls(&mut out, summary);
    collections(&mut out, &summary.pauses_ns);
    layers(&mut out, summary);
    out
}

fn instructions(out: &mut String, summary: &Summary) {
    let all = summary.dispatched;
    title(out, "instructions");
    row(out, "dispatched", all, all);
    row(out, "  of these superinstructions", summary.fused, all);
    row(
        out,
        "  of these forms for what was met before",
        summary.specialised,
        all,
    );
    row(out, "  of these in the wide form", summary.wide, all);
    row(
        out,
        "done by the one before, without a dispatch",
        summary.merged + summary.chained,
        all,
    );
    row(out, "dispatches that superinstructions saved", summary.saved, all);
    title(out, "by opcode (* superinstruction, ' form for what was met before)");
    let mut rest = (0, 0);
    for opcode in &summary.opcodes {
        if percent(opcode.count, all) < SHARE_MIN {
            rest = (rest.0 + 1, rest.1 + opcode.count);
            continue;
        }
        row(out, &marked(opcode.op), opcode.count, all);
    }
    if rest.0 > 0 {
        row(out, &format!("{} others", rest.0), rest.1, all);
    }
}

fn marked(op: Op) -> String {
    let star = if plain::is_fused(op) { "*" } else { "" };
    let form = if op != op.generic() { "'" } else { "" };
    format!("{}{star}{form}", op.row().name)
}

fn guards(out: &mut String, summary: &Summary) {
    let sum = |which: &dyn Fn(Verdict) -> bool| -> u64 {
        summary.guards.iter().filter(|row| which(row.1)).map(|row| row.2).sum()
    };
    let all = sum(&|_| true);
    title(out, "guards");
    row(out, "passed", sum(&|v| v == Verdict::Passed), all);
    row(out, Verdict::First.text(), sum(&|v| v == Verdict::First), all);
    row(out, Verdict::SharedHit.text(), sum(&|v| v == Verdict::SharedHit), all);
    row(out, "failed", sum(&has_failed), all);
    for (op, verdict, count) in summary.guards.iter().filter(|row| has_failed(row.1)).take(ROWS_MAX) {
        row(out, &format!("  {}: {}", op.row().name, verdict.text()), *count, all);
    }
}

fn caches(out: &mut String, summary: &Summary) {
    let line = |out: &mut String, caches: &Caches| {
        let names = caches.names.join(", ");
        let all = caches.hits + caches.shared + caches.misses;
        let _ = writeln!(
            out,
            "  {:<28} {:>14} {:>14} {:>14} {:>6.1} %  {names}",
            caches.place,
            grouped(caches.hits),
            grouped(caches.shared),
            grouped(caches.misses),
            percent(caches.hits, all)
        );
    };
    let head = |first: &str| {
        format!(
            "{first:<30} {:>14} {:>14} {:>14} {:>8}",
            "hits", "shared cache", "misses", "hits"
        )
    };
    title(out, &head("inline caches"));
    summary.site_kinds.iter().for_each(|kind| line(out, kind));
    if !summary.worst_lines.is_empty() {
        title(out, &head("the worst lines"));
        summary.worst_lines.iter().for_each(|worst| line(out, worst));
    }
}

fn allocations(out: &mut String, summary: &Summary) {
    let (objects, bytes) = summary
        .made
        .iter()
        .fold((0, 0), |(o, b), m| (o + m.objects, b + m.bytes));
    title(
        out,
        "allocations (bytes of cells; what lists, dicts and texts have outside the heap is not in it)",
    );
    let line = |out: &mut String, name: &str, objects: u64, size: u64| {
        let (n, share) = (grouped(objects), percent(size, bytes));
        let _ = writeln!(
            out,
            "  {name:<60} {n:>15} objects {:>15} bytes {share:>6.1} %",
            grouped(size)
        );
    };
    line(out, "all", objects, bytes);
    for made in summary.made.iter().take(ROWS_MAX) {
        line(out, &made.name, made.objects, made.bytes);
    }
    let boxed: u64 = summary
        .made
        .iter()
        .filter(|m| m.is_boxed_number)
        .map(|m| m.objects)
        .sum();
    let size: u64 = summary.made.iter().filter(|m| m.is_boxed_number).map(|m| m.bytes).sum();
    line(out, "boxed numbers (floats never are)", boxed, size);
}

fn calls(out: &mut String, summary: &Summary) {
    title(out, "calls");
    for &(name, count) in summary.calls.iter().filter(|row| row.1 > 0) {
        let _ = writeln!(out, "  {name:<60} {:>15}", grouped(count));
    }
}

fn collections(out: &mut String, pauses_ns: &[u64]) {
    let ms = |ns: u64| ns as f64 / 1e6;
    let (sum, max) = (pauses_ns.iter().sum(), pauses_ns.iter().copied().max().unwrap_or(0));
    let n = pauses_ns.len();
    title(
        out,
        &format!(
            "collections: {n}, {:.3} ms in all, the longest {:.3} ms",
            ms(sum),
            ms(max)
        ),
    );
}

fn layers(out: &mut String, summary: &Summary) {
    let total = summary
        .layers
        .iter()
        .map(|layer| layer.total())
        .fold(Price::default(), |a, b| Price {
            instructions: a.instructions + b.instructions,
            ns: a.ns + b.ns,
        });
    title(out, "estimate by layer, at the ladder's prices (perf/0008-ladder.md)");
    let mut line = |name: &str, units: String, unit: &str, price: Price| {
        let share = 100.0 * price.ns / total.ns.max(f64::MIN_POSITIVE);
        let (millions, ms) = (price.instructions / 1e6, price.ns / 1e6);
        let _ = writeln!(
            out,
            "  {name:<34} {units:>15} {unit:<18} {millions:>12.3} M instr. {ms:>11.3} ms {share:>6.1} %"
        );
    };
    for layer in &summary.layers {
        line(layer.name, grouped(layer.units), layer.unit, layer.total());
    }
    line("these layers", String::new(), "", total);
    out.push_str("  calls, allocation, texts, containers and built-in functions have no rung: they come on top\n");
}
