//! Encoding and checked decoding of single instructions.

use crate::bytecode::isa::{Op, Operand};

/// The longest instruction: a wide base and two words.
pub const LENGTH_MAX: usize = 16;

/// One decoded instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Insn {
    pub op: Op,
    pub wide: bool,
    /// Operands in the row's order; unused ones are 0.
    pub operands: [i64; 5],
    /// Bytes in all.
    pub length: usize,
}

/// Whether `value` fits the one-byte form of `kind`.
fn fits_narrow(kind: Operand, value: i64) -> bool {
    match kind {
        Operand::Imm => i8::try_from(value).is_ok(),
        kind if kind.is_word() => true,
        _ => u8::try_from(value).is_ok(),
    }
}

/// Appends the instruction in its shortest form and answers its length in bytes.
///
/// `operands` are in the row's order; a label is the distance in bytes from the start of the instruction.
/// # Panics
/// When an operand does not fit even the wide form, or their number is wrong: the compiler must refuse such code before.
pub fn encode(bytes: &mut Vec<u8>, op: Op, operands: &[i64]) -> usize {
    let row = op.row();
    assert_eq!(row.operands.len(), operands.len(), "operands of {}", row.name);
    let start = bytes.len();
    let narrow = row
        .operands
        .iter()
        .zip(operands)
        .all(|(&(_, kind), &value)| fits_narrow(kind, value));
    if narrow {
        bytes.extend([op as u8, 0, 0, 0]);
    } else {
        bytes.extend([Op::wide as u8, op as u8, 0, 0, 0, 0, 0, 0]);
    }
    let mut place = start + if narrow { 1 } else { 2 };
    for (&(name, kind), &value) in row.operands.iter().zip(operands) {
        if kind.is_word() {
            let word = if kind == Operand::Label {
                i32::try_from(value).map(|v| v as u32)
            } else {
                u32::try_from(value)
            };
            bytes.extend(
                word.unwrap_or_else(|_| panic!("{name} of {} is {value}", row.name))
                    .to_le_bytes(),
            );
        } else if narrow {
            bytes[place] = value as u8;
            place += 1;
        } else {
            let half = if kind == Operand::Imm {
                i16::try_from(value).map(|v| v as u16)
            } else {
                u16::try_from(value)
            };
            let half = half.unwrap_or_else(|_| panic!("{name} of {} is {value}", row.name));
            bytes[place..place + 2].copy_from_slice(&half.to_le_bytes());
            place += 2;
        }
    }
    bytes.len() - start
}

/// Decodes the instruction at `offset`; `None` if there is no whole, known instruction.
pub fn decode(bytes: &[u8], offset: usize) -> Option<Insn> {
    let wide = *bytes.get(offset)? == Op::wide as u8;
    let op = Op::from_byte(*bytes.get(offset + wide as usize)?)?;
    if op == Op::wide {
        return None;
    }
    let row = op.row();
    let base = if wide { 8 } else { 4 };
    let length = base + 4 * row.words();
    let text = bytes.get(offset..offset + length)?;
    let (mut place, mut word) = (1 + wide as usize, base);
    let mut operands = [0; 5];
    for (slot, &(_, kind)) in operands.iter_mut().zip(row.operands) {
        *slot = if kind.is_word() {
            let raw = u32::from_le_bytes([text[word], text[word + 1], text[word + 2], text[word + 3]]);
            word += 4;
            if kind == Operand::Label {
                raw as i32 as i64
            } else {
                raw as i64
            }
        } else if wide {
            let raw = u16::from_le_bytes([text[place], text[place + 1]]);
            place += 2;
            if kind == Operand::Imm {
                raw as i16 as i64
            } else {
                raw as i64
            }
        } else {
            let raw = text[place];
            place += 1;
            if kind == Operand::Imm {
                raw as i8 as i64
            } else {
                raw as i64
            }
        };
    }
    Some(Insn {
        op,
        wide,
        operands,
        length,
    })
}

#[cfg(test)]
mod tests {
    use crate::bytecode::insn::{decode, encode};
    use crate::bytecode::isa::{OPS, Op};

    #[test]
    fn decoding_undoes_encoding() {
        for &op in OPS.iter().filter(|&&op| op != Op::wide) {
            for values in [
                [1, 2, 3, 4, 5],
                [100, 120, 127, 70_000, 9],
                [300, 1000, 30_000, 70_000, 80_000],
            ] {
                let operands = &values[..op.row().operands.len()];
                let mut bytes = vec![0xEE];
                let length = encode(&mut bytes, op, operands);
                let insn = decode(&bytes, 1).expect("decodes");
                assert_eq!((insn.op, insn.length), (op, length));
                assert_eq!(&insn.operands[..operands.len()], operands, "{}", op.row().name);
            }
        }
    }
}
