//! Laws of the instruction table.

use pyfast::bytecode::code::{CodeData, Constant};
use pyfast::bytecode::insn;
use pyfast::bytecode::isa::{OPS, Op, Operand};
use pyfast::compile::options::Options;
use pyfast::compile::pipeline;
use pyfast::syntax::source::Source;
use std::path::Path;

fn shape(op: Op) -> Vec<Operand> {
    op.row().operands.iter().map(|(_, kind)| *kind).collect()
}

#[test]
fn quickened_opcodes_have_the_shape_of_their_generic_one() {
    for &op in OPS {
        assert_eq!(shape(op), shape(op.generic()), "{}", op.row().name);
        assert_eq!(op.generic().generic(), op.generic(), "{}", op.row().name);
    }
}

#[test]
fn families_have_one_shape() {
    let families: [(&[Op], &[Operand]); 6] = [
        (
            &[
                Op::add,
                Op::sub,
                Op::mul,
                Op::truediv,
                Op::floordiv,
                Op::modulo,
                Op::and,
                Op::or,
                Op::xor,
                Op::lt,
                Op::is,
            ],
            &[Operand::Out, Operand::In, Operand::In],
        ),
        (
            &[Op::add_imm, Op::sub_imm, Op::mul_imm, Op::and_imm],
            &[Operand::Out, Operand::In, Operand::Imm],
        ),
        (
            &[Op::add_const, Op::sub_const, Op::mul_const],
            &[Operand::Out, Operand::In, Operand::Const],
        ),
        (
            &[Op::jump_lt, Op::jump_not_lt, Op::jump_eq, Op::loop_lt, Op::loop_ne],
            &[Operand::In, Operand::In, Operand::Label],
        ),
        (
            &[Op::jump_lt_imm, Op::jump_not_eq_imm, Op::loop_ge_imm],
            &[Operand::In, Operand::Imm, Operand::Label],
        ),
        (
            &[Op::neg, Op::invert, Op::not, Op::get_iter, Op::copy],
            &[Operand::Out, Operand::In],
        ),
    ];
    for (ops, expected) in families {
        for &op in ops {
            assert_eq!(shape(op), expected, "{}", op.row().name);
        }
    }
}

/// An operand's place in the base instruction is a byte, so that at most three fit beside the opcode.
#[test]
fn rows_fit_their_encoding() {
    for &op in OPS {
        let words = op.row().words();
        let bytes = op.row().operands.len() - words;
        assert!(bytes <= 3 && words <= 2, "{}", op.row().name);
        assert!(!op.row().doc.is_empty(), "{}", op.row().name);
    }
}

/// For code that is edited by hand; the compiler never emits it.
const UNSEEN: [&str; 1] = ["nop"];

#[test]
fn every_opcode_is_emitted_by_some_golden_test() {
    let mut seen = vec![false; OPS.len()];
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for folder in ["golden", "dis"] {
        visit(&tests.join(folder), &mut seen);
    }
    note(&many_constants(), &mut seen);
    let missing: Vec<&str> = OPS
        .iter()
        .filter(|op| op.is_generic() && !seen[**op as usize])
        .map(|op| op.row().name)
        .filter(|name| !UNSEEN.contains(name))
        .collect();
    assert!(missing.is_empty(), "never emitted: {missing:?}");
}

/// A display of more constants than 16 bits can number.
fn many_constants() -> CodeData {
    let items: String = (0..70_000).map(|n| format!("{n}.5, x, ")).collect();
    let source = Source::from_text("case.py", &format!("y = [{items}]")).expect("text");
    pipeline::compile(&source, &Options::default()).expect("compiles").code
}

fn visit(folder: &Path, seen: &mut [bool]) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            visit(&path, seen);
        } else if path.extension().is_some_and(|ending| ending == "py") {
            let bytes = std::fs::read(&path).expect("readable");
            let Ok(source) = Source::from_bytes("case.py", &bytes) else {
                continue;
            };
            if let Ok(compiled) = pipeline::compile(&source, &Options::default()) {
                note(&compiled.code, seen);
            }
        }
    }
}

fn note(code: &CodeData, seen: &mut [bool]) {
    let mut offset = 0;
    while let Some(insn) = insn::decode(&code.bytes, offset) {
        seen[insn.op as usize] = true;
        offset += insn.length;
    }
    for constant in &code.constants {
        if let Constant::Code(inner) = constant {
            note(inner, seen);
        }
    }
}
