//! Prices of the layers of interpretation, as the ladder has measured them for `for i in range(n): s += i`
//! (`cargo bench --bench ladder` writes `perf/ladder.json`; it is read in `perf/0008-ladder.md`).
//!
//! A round of that loop is two instructions, an addition and the loop's step, which the engine runs in one dispatch. What a rung
//! costs more than the one below it is the price of its layer for a round: for two instructions, or for the one that has it.

use serde_json::Value;

/// The ladder as it was measured last.
const LADDER: &str = include_str!("../../../perf/ladder.json");

/// Machine instructions and nanoseconds.
#[derive(Clone, Copy, Default)]
pub struct Price {
    pub instructions: f64,
    pub ns: f64,
}

/// What of a run the layers are counted by.
pub struct Units {
    /// Instructions, those that ran as part of another included.
    pub instructions: u64,
    /// Of these, arithmetic; and what works on numbers: arithmetic, comparisons, steps of ranges.
    pub arithmetic: u64,
    pub numbers: u64,
    /// Back edges and calls.
    pub polls: u64,
    /// Instructions without a dispatch of their own.
    pub merged: u64,
    /// Guards of types that failed, and instructions that remember none.
    pub general: u64,
}

/// A layer's share of a run.
pub struct Layer {
    pub name: &'static str,
    pub unit: &'static str,
    pub units: u64,
    pub price: Price,
}

impl Layer {
    pub fn total(&self) -> Price {
        Price {
            instructions: self.price.instructions * self.units as f64,
            ns: self.price.ns * self.units as f64,
        }
    }
}

/// The layers: what each is called, what it is counted by, the rung that has it, the rung below, and how many instructions of a
/// round share its price.
const LAYERS: [(&str, &str, &str, &str, f64); 9] = [
    ("the work itself, in machine code", "instructions", "native", "", 2.0),
    ("tests for overflow", "arithmetic", "checked", "native", 1.0),
    ("boxes and their tags", "on numbers", "boxed", "checked", 2.0),
    ("registers in memory", "instructions", "memory", "boxed", 2.0),
    ("reading operands", "instructions", "decoded", "memory", 2.0),
    ("dispatch by tail calls", "instructions", "tail calls", "decoded", 2.0),
    (
        "looks for interrupts",
        "back edges, calls",
        "interruptible",
        "tail calls",
        1.0,
    ),
    ("two in one dispatch", "merged", "fused", "interruptible", 1.0),
    (
        "types not remembered",
        "general ways",
        "pyfast, plain",
        "pyfast, not fused",
        1.0,
    ),
];

/// The layers of a run, priced.
pub fn layers(units: &Units) -> Vec<Layer> {
    let ladder: Value = serde_json::from_str(LADDER).unwrap_or_default();
    let price = |above: &str, below: &str, shared_by: f64| {
        let of = |number: &str| {
            let rung = |name: &str| ladder[name][number].as_f64().unwrap_or_default();
            (rung(above) - rung(below)) / shared_by
        };
        Price {
            instructions: of("instructions"),
            ns: of("ns"),
        }
    };
    let counted = |unit: &str| match unit {
        "arithmetic" => units.arithmetic,
        "on numbers" => units.numbers,
        "back edges, calls" => units.polls,
        "merged" => units.merged,
        "general ways" => units.general,
        _ => units.instructions,
    };
    let layer = |(name, unit, above, below, shared_by)| Layer {
        name,
        unit,
        units: counted(unit),
        price: price(above, below, shared_by),
    };
    LAYERS.into_iter().map(layer).collect()
}
