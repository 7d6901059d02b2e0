//! Listings of code objects for people, like CPython's `dis`: line, label, offset, instruction, operands.
//!
//! A register shows as the local or free variable that lives in it, or as `r7` where it is a temporary; a window as `r4..r6`.
//! Works on any data, verified or not.

use crate::bytecode::code::{CodeData, Constant, Flags};
use crate::bytecode::effect;
use crate::bytecode::insn::{self, Insn};
use crate::bytecode::isa::{BinaryOperator, INPLACE, Intrinsic, OPS, Op, Operand};
use crate::bytecode::lines;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Characters of a constant that are shown.
const CONSTANT_MAX: usize = 70;

/// What to add to a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    Plain,
    /// The meaning of every opcode that occurs, at the end.
    Legend,
}

/// The listing of a code object and of all code objects in it.
pub fn listing(code: &CodeData, detail: Detail) -> String {
    let mut out = String::new();
    let mut used = vec![false; OPS.len()];
    let mut waiting = vec![code];
    while let Some(code) = waiting.pop() {
        if !out.is_empty() {
            out.push('\n');
        }
        Listing::new(code).write(&mut out, &mut used);
        let inner = code.constants.iter().rev().filter_map(|constant| match constant {
            Constant::Code(inner) => Some(&**inner),
            _ => None,
        });
        waiting.extend(inner);
    }
    if detail == Detail::Legend {
        legend(&mut out, &used);
    }
    out
}

fn legend(out: &mut String, used: &[bool]) {
    out.push_str("\nWhat the instructions mean:\n");
    for &op in OPS.iter().filter(|&&op| used[op as usize]) {
        let row = op.row();
        let doc = row.doc.trim().replace('\n', " ");
        let _ = writeln!(out, "  {:<16} {doc}", row.name);
    }
}

struct Listing<'c> {
    code: &'c CodeData,
    /// By offset: the number of the label there.
    labels: BTreeMap<u32, usize>,
}

impl<'c> Listing<'c> {
    fn new(code: &'c CodeData) -> Listing<'c> {
        let mut labels = BTreeMap::new();
        for (offset, insn) in instructions(code) {
            if let Some(target) = target(offset, &insn) {
                labels.insert(target, 0);
            }
        }
        for range in &code.cover {
            for offset in [range.start, range.end, range.handler] {
                labels.insert(offset, 0);
            }
        }
        for (number, label) in labels.values_mut().enumerate() {
            *label = number + 1;
        }
        Listing { code, labels }
    }

    fn write(&self, out: &mut String, used: &mut [bool]) {
        self.heading(out);
        let mut last_line = None;
        for (offset, insn) in instructions(self.code) {
            used[insn.op as usize] = true;
            let line = lines::line(self.code, offset);
            let shown = match line {
                _ if last_line == Some(line) => String::new(),
                0 => "--".to_owned(),
                line => line.to_string(),
            };
            last_line = Some(line);
            let label = self
                .labels
                .get(&offset)
                .map_or(String::new(), |number| format!("L{number}:"));
            let name = insn.op.row().name;
            let text = format!(
                "{shown:>5} {label:>5} {offset:>5}  {name:<16} {}",
                self.operands(offset, &insn)
            );
            out.push_str(text.trim_end());
            out.push('\n');
        }
        self.exceptions(out);
    }

    fn heading(&self, out: &mut String) {
        let code = self.code;
        let _ = write!(out, "{} (line {}", code.qualname, code.first_line);
        let kinds = [
            (Flags::GENERATOR, "generator"),
            (Flags::COROUTINE, "coroutine"),
            (Flags::ASYNC_GENERATOR, "async generator"),
        ];
        for (flag, kind) in kinds {
            if code.flags.has(flag) {
                let _ = write!(out, ", {kind}");
            }
        }
        let _ = writeln!(out, "), {} registers", code.registers);
        let list = |out: &mut String, title: &str, names: Vec<String>| {
            if !names.is_empty() {
                let _ = writeln!(out, "  {title}: {}", names.join(", "));
            }
        };
        list(out, "locals", code.locals.iter().map(str::to_owned).collect());
        list(
            out,
            "cells",
            code.cells.iter().map(|&cell| self.register(cell)).collect(),
        );
        list(out, "free", code.free.iter().map(str::to_owned).collect());
    }

    fn register(&self, register: u32) -> String {
        let code = self.code;
        if let Some(name) = code.locals.get(register as usize) {
            return name.to_string();
        }
        let free = register.checked_sub(code.free_first);
        match free.and_then(|index| code.free.get(index as usize)) {
            Some(name) => name.to_string(),
            None => format!("r{register}"),
        }
    }

    fn label(&self, offset: u32) -> String {
        self.labels
            .get(&offset)
            .map_or_else(|| offset.to_string(), |number| format!("L{number}"))
    }

    fn operands(&self, offset: u32, insn: &Insn) -> String {
        let mut shown = Vec::new();
        for (&(name, kind), &value) in insn.op.row().operands.iter().zip(&insn.operands) {
            shown.push(match kind {
                Operand::Out | Operand::In | Operand::InOut => self.register(value as u32),
                Operand::Window => self.window(insn, value as u32),
                Operand::Imm | Operand::Count => value.to_string(),
                Operand::Const | Operand::ConstWord => self.constant(value as usize),
                Operand::Label => {
                    let target = target(offset, insn).map_or_else(|| value.to_string(), |target| self.label(target));
                    format!("to {target}")
                }
                Operand::Site => self
                    .code
                    .sites
                    .get(value as usize)
                    .map_or_else(|| format!("site {value}"), |name| name.to_string()),
                Operand::Word => word(insn.op, name, value),
            });
        }
        shown.join(", ")
    }

    /// All registers that the instruction touches from the start of its window.
    fn window(&self, insn: &Insn, window: u32) -> String {
        let operands = [0, 1, 2, 3].map(|place| insn.operands[place] as u32);
        let effect = effect::window(insn.op, &operands);
        let touched = effect.reads.iter().chain(&effect.writes);
        let near = touched.filter(|registers| registers.count > 0 && registers.first.wrapping_sub(window) <= 1);
        let end = near.map(|registers| registers.end()).max().unwrap_or(0);
        if end <= u64::from(window) + 1 {
            return self.register(window);
        }
        format!("{}..{}", self.register(window), self.register(end as u32 - 1))
    }

    fn constant(&self, index: usize) -> String {
        let Some(constant) = self.code.constants.get(index) else {
            return format!("constant {index}");
        };
        let text = repr(constant);
        if text.chars().count() <= CONSTANT_MAX {
            return text;
        }
        let start: String = text.chars().take(CONSTANT_MAX).collect();
        format!("{start}…")
    }

    fn exceptions(&self, out: &mut String) {
        if self.code.cover.is_empty() {
            return;
        }
        out.push_str("  exceptions\n");
        for range in &self.code.cover {
            let _ = writeln!(
                out,
                "    in {} to {}: go to {}, exception in {}",
                self.label(range.start),
                self.label(range.end),
                self.label(range.handler),
                self.register(u32::from(range.register)),
            );
        }
    }
}

/// The instructions as far as they decode.
fn instructions(code: &CodeData) -> impl Iterator<Item = (u32, Insn)> + '_ {
    let mut offset = 0;
    std::iter::from_fn(move || {
        let insn = insn::decode(&code.bytes, offset)?;
        let at = offset as u32;
        offset += insn.length;
        Some((at, insn))
    })
}

fn target(offset: u32, insn: &Insn) -> Option<u32> {
    let place = insn
        .op
        .row()
        .operands
        .iter()
        .position(|&(_, kind)| kind == Operand::Label)?;
    u32::try_from(i64::from(offset) + insn.operands[place]).ok()
}

/// The operators in the order of `BinaryOperator`.
const OPERATORS: [&str; 14] = [
    "+", "-", "*", "@", "/", "//", "%", "divmod", "**", "<<", ">>", "&", "^", "|",
];

const INTRINSICS: [Intrinsic; 23] = [
    Intrinsic::PrintExpression,
    Intrinsic::ImportStar,
    Intrinsic::TypeVar,
    Intrinsic::TypeVarWithBound,
    Intrinsic::TypeVarWithConstraints,
    Intrinsic::ParamSpec,
    Intrinsic::TypeVarTuple,
    Intrinsic::TypeParamDefault,
    Intrinsic::SubscriptGeneric,
    Intrinsic::FunctionTypeParams,
    Intrinsic::TypeAlias,
    Intrinsic::StopIterationError,
    Intrinsic::IsStopAsyncIteration,
    Intrinsic::AssertionError,
    Intrinsic::CheckAnnotateFormat,
    Intrinsic::Positive,
    Intrinsic::ListToTuple,
    Intrinsic::MatchSequence,
    Intrinsic::MatchMapping,
    Intrinsic::Length,
    Intrinsic::MatchKeys,
    Intrinsic::CombineGroup,
    Intrinsic::Template,
];

const _: () = assert!(OPERATORS.len() == BinaryOperator::Or as usize + 1);
const _: () = assert!(INTRINSICS.len() == Intrinsic::Template as usize + 1);

fn word(op: Op, name: &str, value: i64) -> String {
    let found = match (op, name) {
        (Op::binary, "operator") => {
            let inplace = value & i64::from(INPLACE) != 0;
            let operator = OPERATORS.get((value & !i64::from(INPLACE)) as usize);
            operator.map(|operator| format!("{operator}{}", if inplace { "=" } else { "" }))
        }
        (Op::intrinsic | Op::intrinsic2, _) => INTRINSICS.get(value as usize).map(|id| format!("{id:?}")),
        _ => None,
    };
    found.unwrap_or_else(|| value.to_string())
}

/// A constant about as Python shows it.
pub fn repr(constant: &Constant) -> String {
    let list = |items: &[Constant]| items.iter().map(repr).collect::<Vec<_>>().join(", ");
    match constant {
        Constant::None => "None".to_owned(),
        Constant::True => "True".to_owned(),
        Constant::False => "False".to_owned(),
        Constant::Ellipsis => "Ellipsis".to_owned(),
        Constant::Int(value) => value.to_string(),
        Constant::BigInt { radix, digits } => big(*radix, digits),
        Constant::Float(bits) => format!("{:?}", f64::from_bits(*bits)),
        Constant::Complex(real, imag) => format!("({:?}{:+?}j)", f64::from_bits(*real), f64::from_bits(*imag)),
        Constant::Str(text) => quoted(&String::from_utf8_lossy(text)),
        Constant::Bytes(bytes) => format!("b'{}'", bytes.escape_ascii()),
        Constant::Tuple(items) => match &items[..] {
            [only] => format!("({},)", repr(only)),
            items => format!("({})", list(items)),
        },
        Constant::FrozenSet(items) => format!("frozenset({{{}}})", list(items)),
        Constant::Slice(parts) => format!("slice({})", list(&parts[..])),
        Constant::Code(code) => format!("<code {}>", code.qualname),
    }
}

/// Long ints keep the radix that they were written in.
fn big(radix: u32, digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("-", digits));
    let prefix = match radix {
        2 => "0b",
        8 => "0o",
        16 => "0x",
        _ => "",
    };
    format!("{sign}{prefix}{digits}")
}

fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\x{:02x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}
