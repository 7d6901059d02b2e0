//! Constant folding against CPython's: the same value, or none.

use bumpalo::Bump;
use pyfast::base::big::Big;
use pyfast::bytecode::code::Constant;
use pyfast::compile::fold::expression::{self, Debug};
use pyfast::compile::fold::number;
use pyfast::syntax::ast::Body;
use pyfast::syntax::parser::entry::{self, Mode};
use pyfast::syntax::source::Source;

/// Where we differ on purpose: a complex power is left to run time, a condition is folded, a display that is only negated as well.
const DIFFERENT: [&str; 4] = [
    "\"a\" if 1 else \"b\"",
    "(-1) ** 0.5",
    "(-8.0) ** (1 / 3)",
    "not (1, 2)",
];

/// Compares everything; answers how many differ.
pub fn run() -> usize {
    let expressions = include_str!("data/folded.py").lines();
    let expected = include_str!("data/folded.out").lines();
    let (mut count, mut wrong) = (0, 0);
    for (text, expected) in expressions.zip(expected) {
        count += 1;
        let said = folded(text).map_or_else(|| "none".to_owned(), |constant| canonical(&constant));
        if said != expected && !DIFFERENT.contains(&text) {
            wrong += 1;
            println!("{text}\n  expected: {expected}\n  said:     {said}");
        }
    }
    println!("folded: {count} expressions, {wrong} wrong");
    wrong
}

fn folded(text: &str) -> Option<Constant> {
    let source = Source::from_text("<case>", text).ok()?;
    let arena = Bump::new();
    let module = entry::parse(&source, &arena, Mode::Expression).ok()?;
    let Body::Expression(expr) = module.body else {
        return None;
    };
    expression::constant(expr, Debug(true))
}

fn bits(bits: u64) -> String {
    let value = f64::from_bits(bits);
    if value.is_nan() {
        "nan".to_owned()
    } else {
        format!("{bits:016x}")
    }
}

fn hex(value: &Big) -> String {
    let digits = value.abs().to_string_radix(16);
    format!("{}0x{digits}", if value.is_negative() { "-" } else { "" })
}

fn bytes(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn canonical(constant: &Constant) -> String {
    match constant {
        Constant::Int(value) => hex(&Big::from_i64(*value)),
        Constant::BigInt { radix, digits } => hex(&number::big_int(*radix, digits).expect("digits")),
        Constant::Float(value) => bits(*value),
        Constant::Complex(real, imag) => format!("{}+{}j", bits(*real), bits(*imag)),
        Constant::Str(text) => format!("s{}", bytes(text)),
        Constant::Bytes(text) => format!("b{}", bytes(text)),
        Constant::Tuple(items) => format!("({})", items.iter().map(canonical).collect::<Vec<_>>().join(" ")),
        other => format!("{other:?}"),
    }
}
