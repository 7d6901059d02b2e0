//! The entry: verifies a code object and all code objects in it.

use crate::bytecode::code::{CodeData, Constant};
use crate::bytecode::verify::fault::{Fault, Sound};
use crate::bytecode::verify::text::Text;
use crate::bytecode::verify::{flow, header, operands};

/// How deep functions may be nested in functions.
const DEPTH_MAX: u32 = 1100;

/// Proves that the code and all code in it may run. Never panics, whatever the data.
/// # Errors
/// The first fault.
pub fn verify(code: &CodeData) -> Result<(), Fault> {
    nested(code, DEPTH_MAX, &mut Text::new())
}

fn nested(code: &CodeData, depth: u32, text: &mut Text) -> Result<(), Fault> {
    let fault = |(offset, problem)| Fault {
        code: code.qualname.to_string(),
        offset,
        problem,
    };
    if depth == 0 {
        return Err(fault((None, "nested too deeply".to_owned())));
    }
    single(code, text).map_err(fault)?;
    for constant in &code.constants {
        match constant {
            Constant::Code(inner) => nested(inner, depth - 1, text)?,
            Constant::Tuple(items) | Constant::FrozenSet(items) if holds_code(items) => {
                return Err(fault((None, "code inside a constant tuple".to_owned())));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The depth of constants was checked before.
fn holds_code(items: &[Constant]) -> bool {
    items.iter().any(|item| match item {
        Constant::Code(_) => true,
        Constant::Tuple(items) | Constant::FrozenSet(items) => holds_code(items),
        Constant::Slice(items) => holds_code(&items[..]),
        _ => false,
    })
}

fn single(code: &CodeData, text: &mut Text) -> Sound {
    text.decode(code)?;
    header::check(code, text)?;
    operands::check(code, text)?;
    flow::check(code, text)
}

#[cfg(test)]
mod tests {
    use crate::bytecode::code::{CodeData, Constant, Cover, Flags, LineTable};
    use crate::bytecode::insn::encode;
    use crate::bytecode::isa::{OPS, Op, Operand};
    use crate::bytecode::verify::code::verify;

    fn code(registers: u32, insns: &[(Op, &[i64])]) -> CodeData {
        let mut bytes = Vec::new();
        for (op, operands) in insns {
            encode(&mut bytes, *op, operands);
        }
        CodeData {
            qualname: "f".into(),
            registers,
            constants: vec![Constant::None, Constant::Str(b"x"[..].into())],
            sites: ["name"].iter().collect(),
            bytes: bytes.as_slice().into(),
            ..CodeData::default()
        }
    }

    fn problem(code: &CodeData) -> String {
        verify(code).map_or_else(|fault| fault.problem, |()| "none".to_owned())
    }

    #[test]
    fn sound_code_passes() {
        let sum = code(
            7,
            &[
                (Op::load_int, &[0, 0]),
                (Op::load_global, &[5, 0]),
                (Op::for_prepare, &[1, 5, 8]),
                (Op::iadd, &[0, 0, 6]),
                (Op::nop, &[]),
                (Op::for_next, &[6, 1, -8]),
                (Op::return_value, &[0]),
            ],
        );
        assert_eq!(problem(&sum), "for_prepare of another loop");
        let mut fixed = sum;
        let mut bytes = fixed.bytes.to_vec();
        bytes[16..20].copy_from_slice(&16_i32.to_le_bytes());
        fixed.bytes = bytes.as_slice().into();
        assert_eq!(problem(&fixed), "none");
    }

    #[test]
    fn faults_are_found() {
        let unwritten = code(2, &[(Op::add, &[0, 0, 1]), (Op::return_value, &[0])]);
        assert_eq!(problem(&unwritten), "add reads register 0, which may hold nothing");
        let beyond = code(1, &[(Op::load_int, &[1, 5]), (Op::return_const, &[0])]);
        assert_eq!(problem(&beyond), "load_int goes beyond the registers");
        assert_eq!(problem(&code(1, &[(Op::nop, &[])])), "control runs off the end");
        let backward = code(1, &[(Op::nop, &[]), (Op::jump, &[-4])]);
        assert_eq!(problem(&backward), "jump jumps in the wrong direction");
        let quickened = code(1, &[(Op::load_global_cached, &[0, 0]), (Op::return_value, &[0])]);
        assert_eq!(problem(&quickened), "load_global_cached is made only by running");
        let no_cell = code(
            2,
            &[
                (Op::load_int, &[0, 1]),
                (Op::load_cell, &[1, 0]),
                (Op::return_value, &[1]),
            ],
        );
        assert_eq!(problem(&no_cell), "register 0 may hold no cell");
        let clobbered = code(
            3,
            &[
                (Op::load_global, &[0, 0]),
                (Op::load_int, &[1, 1]),
                (Op::call, &[0, 1]),
                (Op::return_value, &[1]),
            ],
        );
        assert_eq!(
            problem(&clobbered),
            "return_value reads register 1, which may hold nothing"
        );
        assert_eq!(problem(&code(1, &[(Op::return_const, &[9])])), "no such constant");
    }

    struct Random(u64);

    impl Random {
        fn next(&mut self, below: u64) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0 % below
        }
    }

    #[test]
    fn never_panics() {
        let mut random = Random(0x9E37_79B9_7F4A_7C15);
        for round in 0..20_000 {
            let mut bytes = Vec::new();
            for _ in 0..random.next(12) {
                let op = OPS[1 + random.next(OPS.len() as u64 - 1) as usize];
                let operands = op.row().operands.iter().map(|(_, kind)| match kind {
                    Operand::Label => random.next(16) as i64 * 4 - 16,
                    _ => random.next(9) as i64,
                });
                let operands: Vec<i64> = operands.collect();
                encode(&mut bytes, op, &operands);
            }
            if round % 3 == 0 {
                for _ in 0..random.next(4) {
                    let length = bytes.len() as u64;
                    if length > 0 {
                        bytes[random.next(length) as usize] = random.next(256) as u8;
                    }
                }
            }
            let mut small = |below: u64| random.next(below) as u32;
            let code = CodeData {
                registers: small(12),
                positional: small(3),
                positional_only: small(3),
                keyword_only: small(2),
                flags: Flags(small(0x400)),
                locals: (0..small(5)).map(|_| "x").collect(),
                cells: (0..small(3)).map(|_| small(5)).collect(),
                free: (0..small(2)).map(|_| "y").collect(),
                free_first: small(6),
                constants: vec![Constant::None; small(4) as usize],
                sites: (0..small(4)).map(|_| "").collect(),
                cover: (0..small(3))
                    .map(|_| Cover {
                        start: small(8) * 4,
                        end: small(12) * 4,
                        handler: small(8) * 4,
                        register: small(12) as u16,
                    })
                    .collect(),
                lines: LineTable(
                    (0..small(12))
                        .map(|_| small(40) as u8)
                        .collect::<Vec<_>>()
                        .as_slice()
                        .into(),
                ),
                bytes: bytes.as_slice().into(),
                ..CodeData::default()
            };
            let _ = verify(&code);
        }
    }
}
