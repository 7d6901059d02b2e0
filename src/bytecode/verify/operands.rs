//! Rules of single instructions: ranges and types of operands, directions of jumps, what may stand only at the start.

use crate::bytecode::code::{CodeData, Constant, Flags};
use crate::bytecode::isa::{BinaryOperator, FORMAT_PART, INPLACE, Intrinsic, Op};
use crate::bytecode::shape::{NO_PLACE, Shape};
use crate::bytecode::verify::fault::{Sound, broken, broken_at};
use crate::bytecode::verify::text::{Insn, Text};

/// How deep tuples may nest in constants.
const CONSTANT_DEPTH_MAX: u32 = 1100;

pub fn check(code: &CodeData, text: &Text) -> Sound {
    for constant in &code.constants {
        if !is_shallow(constant, CONSTANT_DEPTH_MAX) {
            return broken("constants nested too deeply");
        }
    }
    let body = prologue(code, text)?;
    let count = code.registers;
    for (index, insn) in text.insns.iter().enumerate() {
        let shape = text.shape(insn);
        let masks = &shape.register_masks;
        let register = |place: usize| insn.operands[place] & masks[place];
        let highest = register(0).max(register(1)).max(register(2));
        // An empty window still names a place; what it touches is for `flow`.
        let is_within = (highest < count || shape.registers == 0)
            && (shape.window == NO_PLACE || insn.operands[shape.window as usize] <= count);
        if !is_within {
            return broken_at(insn.offset, format!("{} goes beyond the registers", insn.op.row().name));
        }
        references(code, insn, shape)?;
        match insn.op {
            Op::binary
            | Op::intrinsic
            | Op::intrinsic2
            | Op::format
            | Op::format_spec
            | Op::get_awaitable
            | Op::unpack_rest => words(insn)?,
            Op::yield_value if insn.operands[2] == 0 => {
                return broken_at(insn.offset, "a yield that keeps no register");
            }
            Op::delegate if insn.operands[2] <= insn.operands[1] => {
                return broken_at(insn.offset, "a delegate that loses its iterator");
            }
            Op::iadd_next if !is_followed(text, index) => {
                return broken_at(insn.offset, "iadd_next without a narrow for_next behind");
            }
            Op::copy_free | Op::make_generator if index >= body => {
                return broken_at(insn.offset, format!("{} behind the prologue", insn.op.row().name));
            }
            _ => {}
        }
    }
    text.jumps.iter().try_for_each(|&index| jump(text, index as usize))
}

/// Whether the instruction behind is a narrow `for_next`.
fn is_followed(text: &Text, index: usize) -> bool {
    let [next, after] = [1, 2].map(|distance| text.insns.get(index + distance));
    next.is_some_and(|next| {
        next.op == Op::for_next && after.map_or(text.length, |after| after.offset) - next.offset == 8
    })
}

fn is_shallow(constant: &Constant, depth: u32) -> bool {
    match constant {
        Constant::Tuple(items) | Constant::FrozenSet(items) => {
            depth > 0 && items.iter().all(|item| is_shallow(item, depth - 1))
        }
        Constant::Slice(items) => depth > 0 && items.iter().all(|item| is_shallow(item, depth - 1)),
        _ => true,
    }
}

/// `copy_free` if there are free variables, `make_cell` for every cell, `make_generator` if it is one: in this order, with
/// `clear` anywhere before the last. Answers the index of the first instruction behind.
fn prologue(code: &CodeData, text: &Text) -> Sound<usize> {
    let mut index = 0;
    if !code.free.is_empty() {
        let expected = [code.free_first, code.free.len() as u32];
        match text.insns.first() {
            Some(insn) if insn.op == Op::copy_free && insn.operands[..2] == expected => index = 1,
            _ => return broken("free variables are not copied first"),
        }
    }
    let mut is_cell = vec![false; code.locals.len()];
    for &cell in &code.cells {
        if let Some(is_cell) = is_cell.get_mut(cell as usize) {
            *is_cell = true;
        }
    }
    let mut made = 0;
    while let Some(insn) = text.insns.get(index) {
        match insn.op {
            Op::make_cell if take(&mut is_cell, insn.operands[0]) => made += 1,
            Op::clear => {}
            _ => break,
        }
        index += 1;
    }
    if made != code.cells.len() {
        return broken("not all cells are made by the prologue");
    }
    let suspends = Flags::GENERATOR | Flags::COROUTINE | Flags::ASYNC_GENERATOR;
    if !code.flags.has(suspends) {
        return Ok(index);
    }
    match text.insns.get(index) {
        Some(insn) if insn.op == Op::make_generator => Ok(index + 1),
        _ => broken("a generator that is not made by its prologue"),
    }
}

/// Whether the register is a cell that was not made yet.
fn take(is_cell: &mut [bool], register: u32) -> bool {
    let cell = is_cell.get_mut(register as usize);
    cell.is_some_and(|cell| std::mem::replace(cell, false))
}

fn references(code: &CodeData, insn: &Insn, shape: &Shape) -> Sound {
    if shape.site != NO_PLACE && insn.operands[shape.site as usize] as usize >= code.sites.len() {
        return broken_at(insn.offset, "no such site");
    }
    if shape.constant == NO_PLACE {
        return Ok(());
    }
    let Some(constant) = code.constants.get(insn.operands[shape.constant as usize] as usize) else {
        return broken_at(insn.offset, "no such constant");
    };
    if is_expected(insn, constant) {
        return Ok(());
    }
    broken_at(
        insn.offset,
        format!("the constant of {} has the wrong type", insn.op.row().name),
    )
}

fn is_expected(insn: &Insn, constant: &Constant) -> bool {
    match insn.op {
        Op::make_function => matches!(constant, Constant::Code(_)),
        Op::load_dict_or_cell | Op::import_name | Op::import_from => matches!(constant, Constant::Str(_)),
        Op::call_named | Op::call_method_named => match constant {
            Constant::Tuple(names) => {
                let count = insn.operands[1];
                names.len() as u64 <= u64::from(count) && names.iter().all(|name| matches!(name, Constant::Str(_)))
            }
            _ => false,
        },
        _ => !matches!(constant, Constant::Code(_)),
    }
}

/// Operands that stand for one of a list.
fn words(insn: &Insn) -> Sound {
    let last = insn.operands[insn.op.row().operands.len() - 1];
    let sound = match insn.op {
        Op::binary => {
            let operator = last & !INPLACE;
            operator <= BinaryOperator::Or as u32 && operator != BinaryOperator::Divmod as u32
        }
        Op::intrinsic | Op::intrinsic2 => {
            last <= Intrinsic::Template as u32 && takes_two(last) == (insn.op == Op::intrinsic2)
        }
        Op::format => last <= FORMAT_PART,
        Op::format_spec => last <= 3,
        Op::get_awaitable => last <= 2,
        Op::unpack_rest => last <= u32::from(u16::MAX),
        _ => true,
    };
    if sound {
        return Ok(());
    }
    broken_at(insn.offset, format!("{} of an unknown kind", insn.op.row().name))
}

fn takes_two(id: u32) -> bool {
    [
        Intrinsic::TypeVarWithBound,
        Intrinsic::TypeVarWithConstraints,
        Intrinsic::TypeParamDefault,
        Intrinsic::FunctionTypeParams,
        Intrinsic::MatchKeys,
        Intrinsic::CombineGroup,
        Intrinsic::Template,
    ]
    .iter()
    .any(|&two| two as u32 == id)
}

/// Backward jumps are safepoints, so that every loop can be interrupted: only `loop_*` and `for_next` go back.
fn jump(text: &Text, index: usize) -> Sound {
    let insn = &text.insns[index];
    let target = insn.target as usize;
    let name = insn.op.row().name;
    let goes_back = insn.op == Op::for_next || name.as_bytes()[0] == b'l';
    if goes_back != (target <= index) {
        return broken_at(insn.offset, format!("{name} jumps in the wrong direction"));
    }
    if insn.op == Op::for_prepare {
        let loops = &text.insns[target];
        if loops.op != Op::for_next || loops.operands[1] != insn.operands[0] {
            return broken_at(insn.offset, "for_prepare of another loop");
        }
    }
    Ok(())
}
