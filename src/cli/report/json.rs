//! The cost of a run, as JSON for programs.

use serde_json::{Value, json};

use pyfast::interp::host::observe::plain;

use crate::cli::report::summary::{Caches, Summary, has_failed};

/// The whole report.
pub fn value(summary: &Summary) -> Value {
    let share = |n: u64| 100.0 * n as f64 / summary.dispatched.max(1) as f64;
    let opcodes: Vec<Value> = summary
        .opcodes
        .iter()
        .map(|o| {
            json!({
                "opcode": o.op.row().name, "count": o.count, "percent": share(o.count),
                "superinstruction": plain::is_fused(o.op), "specialised": o.op != o.op.generic(),
            })
        })
        .collect();
    let guards: Vec<Value> = summary
        .guards
        .iter()
        .map(|(op, verdict, count)| {
            json!({
                "opcode": op.row().name, "verdict": verdict.text(), "failed": has_failed(*verdict), "count": count,
            })
        })
        .collect();
    let calls: Vec<Value> = summary
        .calls
        .iter()
        .map(|(name, count)| json!({"kind": name, "count": count}))
        .collect();
    json!({
        "program": summary.program,
        "instructions": {
            "dispatched": summary.dispatched, "wide": summary.wide, "merged": summary.merged,
            "chained": summary.chained, "superinstructions": summary.fused, "dispatches_saved": summary.saved,
            "specialised": summary.specialised,
        },
        "opcodes": opcodes,
        "guards": guards,
        "inline_caches": summary.site_kinds.iter().map(caches).collect::<Vec<_>>(),
        "worst_lines": summary.worst_lines.iter().map(caches).collect::<Vec<_>>(),
        "allocations": allocations(summary),
        "calls": calls,
        "collections": {"count": summary.pauses_ns.len(), "pauses_ns": summary.pauses_ns},
        "layers": layers(summary),
    })
}

fn caches(caches: &Caches) -> Value {
    json!({
        "place": caches.place, "names": caches.names, "hits": caches.hits, "shared": caches.shared,
        "misses": caches.misses,
    })
}

fn allocations(summary: &Summary) -> Vec<Value> {
    let of = |made: &crate::cli::report::summary::Made| {
        json!({
            "type": made.name, "objects": made.objects, "bytes": made.bytes, "boxed_number": made.is_boxed_number,
        })
    };
    summary.made.iter().map(of).collect()
}

fn layers(summary: &Summary) -> Vec<Value> {
    let of = |layer: &crate::cli::report::prices::Layer| {
        let total = layer.total();
        json!({
            "layer": layer.name, "unit": layer.unit, "units": layer.units,
            "instructions": total.instructions, "ns": total.ns,
        })
    };
    summary.layers.iter().map(of).collect()
}
