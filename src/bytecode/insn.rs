//! Encoding and checked decoding of single instructions.

use crate::bytecode::isa::Op;
use crate::bytecode::shape::{self, Form, Kind};

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

/// Appends the instruction in its shortest form and answers its length in bytes.
///
/// `operands` are in the row's order; a label is the distance in bytes from the start of the instruction.
/// # Panics
/// When an operand does not fit even the wide form, or their number is wrong: the compiler must refuse such code before.
pub fn encode(bytes: &mut Vec<u8>, op: Op, operands: &[i64]) -> usize {
    let shape = shape::shape(op);
    assert_eq!(shape.kinds().len(), operands.len(), "operands of {}", op.row().name);
    let mut text = [0; LENGTH_MAX];
    text[0] = op as u8;
    let (mut place, mut word) = (1, 4);
    let mut fits = true;
    for (kind, &value) in shape.kinds().iter().zip(operands) {
        match kind {
            Kind::Unsigned => fits &= value as u64 <= 0xFF,
            Kind::Signed => fits &= value == i64::from(value as i8),
            Kind::Word | Kind::SignedWord => {
                let low = value as u32;
                let back = if *kind == Kind::Word {
                    i64::from(low)
                } else {
                    i64::from(low as i32)
                };
                assert!(back == value, "a word of {} is {value}", op.row().name);
                text[word..word + 4].copy_from_slice(&low.to_le_bytes());
                word += 4;
                continue;
            }
        }
        text[place & 3] = value as u8;
        place += 1;
    }
    if fits {
        bytes.extend_from_slice(&text[..word]);
        return word;
    }
    wide_base(bytes, op, operands);
    bytes.extend_from_slice(&text[4..word]);
    word + 4
}

/// An instruction of four operands that is not wide, in as many low bytes as its form says; nothing if it has to be. Operands
/// that the row has not are ignored; labels need no value yet. `words` are the same operands, but for registers.
#[inline]
pub fn encode_narrow(op: Op, form: &Form, operands: &[i32; 4], words: &[i32; 4]) -> Option<u128> {
    let (mut beyond, mut kept) = ([0; 4], [0; 4]);
    // Four at once. Immediates go from -128 to 127, all else from 0 to 255.
    for place in 0..4 {
        let (value, mask) = (operands[place] as u32, form.bytes[place] as i32 as u32);
        beyond[place] = value.wrapping_add(form.shifts[place].into()) & mask;
        kept[place] = value & mask & 0xFF;
    }
    let head = op as u32 | kept[0] << 8 | kept[1] << 16 | kept[2] << 24;
    let from = form.words_from as usize & 3;
    let words = [words[from] as u32, words[(from + 1) & 3] as u32];
    let text = u128::from(head) | u128::from(words[0]) << 32 | u128::from(words[1]) << 64;
    let beyond = beyond[0] | beyond[1] | beyond[2] | beyond[3];
    (beyond <= 0xFF).then_some(text)
}

/// The same in the wide form.
/// # Panics
/// As `encode`.
#[cold]
#[inline(never)]
pub fn encode_wide(op: Op, form: &Form, operands: &[i32; 4]) -> u128 {
    let mut base = u64::from(Op::wide as u8) | (op as u64) << 8;
    for (place, &operand) in operands.iter().enumerate().take(3) {
        let half = match (form.bytes[place], form.shifts[place]) {
            (0, _) => continue,
            (_, 0) => u16::try_from(operand).ok(),
            _ => i16::try_from(operand).ok().map(|operand| operand as u16),
        };
        let half = half.unwrap_or_else(|| panic!("an operand of {} is {operand}", op.row().name));
        base |= u64::from(half) << (16 * place + 16);
    }
    let from = form.words_from as usize & 3;
    let words = [operands[from] as u32, operands[(from + 1) & 3] as u32];
    u128::from(base) | u128::from(words[0]) << 64 | u128::from(words[1]) << 96
}

#[cold]
fn wide_base(bytes: &mut Vec<u8>, op: Op, operands: &[i64]) {
    let mut base = [Op::wide as u8, op as u8, 0, 0, 0, 0, 0, 0];
    let mut place = 2;
    for (kind, &value) in shape::shape(op).kinds().iter().zip(operands) {
        let half = match kind {
            Kind::Unsigned => u16::try_from(value).ok(),
            Kind::Signed => i16::try_from(value).ok().map(|value| value as u16),
            Kind::Word | Kind::SignedWord => continue,
        };
        let half = half.unwrap_or_else(|| panic!("an operand of {} is {value}", op.row().name));
        base[place..place + 2].copy_from_slice(&half.to_le_bytes());
        place += 2;
    }
    bytes.extend_from_slice(&base);
}

/// Decodes the instruction at `offset`; `None` if there is no whole, known instruction.
pub fn decode(bytes: &[u8], offset: usize) -> Option<Insn> {
    let rest = bytes.get(offset..)?;
    let (&first, _) = rest.split_first()?;
    let wide = first == Op::wide as u8;
    let op = Op::from_byte(*rest.get(wide as usize)?)?;
    if op == Op::wide {
        return None;
    }
    let shape = shape::shape(op);
    let base = if wide { 8 } else { 4 };
    let length = base + 4 * shape.words as usize;
    let text = rest.get(..length)?;
    let (mut place, mut word) = (1 + wide as usize, base);
    let mut operands = [0; 5];
    for (slot, kind) in operands.iter_mut().zip(shape.kinds()) {
        *slot = match kind {
            Kind::Word | Kind::SignedWord => {
                let raw = u32::from_le_bytes([text[word], text[word + 1], text[word + 2], text[word + 3]]);
                word += 4;
                if *kind == Kind::Word {
                    i64::from(raw)
                } else {
                    i64::from(raw as i32)
                }
            }
            Kind::Unsigned | Kind::Signed if wide => {
                let raw = u16::from_le_bytes([text[place], text[place + 1]]);
                place += 2;
                if *kind == Kind::Unsigned {
                    i64::from(raw)
                } else {
                    i64::from(raw as i16)
                }
            }
            Kind::Unsigned | Kind::Signed => {
                let raw = text[place];
                place += 1;
                if *kind == Kind::Unsigned {
                    i64::from(raw)
                } else {
                    i64::from(raw as i8)
                }
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
