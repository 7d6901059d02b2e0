//! Rules of single instructions: ranges and types of operands, directions of jumps, what may stand only at the start.

use crate::bytecode::code::{CodeData, Constant, Flags};
use crate::bytecode::effect;
use crate::bytecode::insn::Insn;
use crate::bytecode::isa::{BinaryOperator, INPLACE, Intrinsic, Op, Operand};
use crate::bytecode::verify::fault::{Sound, broken, broken_at};
use crate::bytecode::verify::text::Text;

/// How deep tuples may nest in constants.
const CONSTANT_DEPTH_MAX: u32 = 1100;

pub fn check(code: &CodeData, text: &Text) -> Sound {
    for constant in &code.constants {
        if !is_shallow(constant, CONSTANT_DEPTH_MAX) {
            return broken("constants nested too deeply");
        }
    }
    let body = prologue(code, text)?;
    for (index, insn) in text.insns.iter().enumerate() {
        let offset = text.offsets[index];
        registers(code, insn, offset)?;
        references(code, insn, offset)?;
        words(insn, offset)?;
        jump(text, index)?;
        if index >= body && matches!(insn.op, Op::copy_free | Op::make_generator) {
            return broken_at(offset, format!("{} behind the prologue", insn.op.row().name));
        }
    }
    Ok(())
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
        let expected = [i64::from(code.free_first), code.free.len() as i64];
        match text.insns.first() {
            Some(insn) if insn.op == Op::copy_free && insn.operands[..2] == expected => index = 1,
            _ => return broken("free variables are not copied first"),
        }
    }
    let mut made = 0;
    while let Some(insn) = text.insns.get(index) {
        match insn.op {
            Op::make_cell if made < code.cells.len() && code.cells.contains(&(insn.operands[0] as u32)) => made += 1,
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

fn registers(code: &CodeData, insn: &Insn, offset: u32) -> Sound {
    let effect = effect::effect(insn);
    let within = |registers: &effect::Registers| registers.end() <= u64::from(code.registers);
    let own = insn
        .op
        .row()
        .operands
        .iter()
        .zip(&insn.operands)
        .all(|(&(_, kind), &value)| match kind {
            // An empty window still names a place.
            Operand::Window => value <= i64::from(code.registers),
            _ => true,
        });
    if own && effect.reads.iter().chain(&effect.writes).all(within) {
        return Ok(());
    }
    broken_at(offset, format!("{} goes beyond the registers", insn.op.row().name))
}

fn references(code: &CodeData, insn: &Insn, offset: u32) -> Sound {
    for (&(name, kind), &value) in insn.op.row().operands.iter().zip(&insn.operands) {
        match kind {
            Operand::Site if value as usize >= code.sites.len() => {
                return broken_at(offset, "no such site");
            }
            Operand::Const | Operand::ConstWord => {
                let Some(constant) = code.constants.get(value as usize) else {
                    return broken_at(offset, "no such constant");
                };
                if !is_expected(insn, name, constant) {
                    return broken_at(
                        offset,
                        format!("the constant of {} has the wrong type", insn.op.row().name),
                    );
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_expected(insn: &Insn, name: &str, constant: &Constant) -> bool {
    match insn.op {
        Op::make_function => matches!(constant, Constant::Code(_)),
        Op::load_dict_or_cell | Op::import_name | Op::import_from => matches!(constant, Constant::Str(_)),
        Op::call_named | Op::call_method_named if name == "names" => match constant {
            Constant::Tuple(names) => {
                let count = insn.operands[1];
                names.len() as i64 <= count && names.iter().all(|name| matches!(name, Constant::Str(_)))
            }
            _ => false,
        },
        _ => !matches!(constant, Constant::Code(_)),
    }
}

/// Operands that stand for one of a list.
fn words(insn: &Insn, offset: u32) -> Sound {
    let last = |operands: &[i64]| operands[insn.op.row().operands.len() - 1];
    let sound = match insn.op {
        Op::binary => {
            let operator = last(&insn.operands) & !i64::from(INPLACE);
            operator <= BinaryOperator::Or as i64 && operator != BinaryOperator::Divmod as i64
        }
        Op::intrinsic | Op::intrinsic2 => {
            let id = last(&insn.operands);
            id <= Intrinsic::CheckAnnotateFormat as i64 && takes_two(id) == (insn.op == Op::intrinsic2)
        }
        Op::format | Op::format_spec => last(&insn.operands) <= 3,
        Op::get_awaitable => last(&insn.operands) <= 2,
        Op::unpack_rest => last(&insn.operands) <= i64::from(u16::MAX),
        _ => true,
    };
    if sound {
        return Ok(());
    }
    broken_at(offset, format!("{} of an unknown kind", insn.op.row().name))
}

fn takes_two(id: i64) -> bool {
    [
        Intrinsic::TypeVarWithBound,
        Intrinsic::TypeVarWithConstraints,
        Intrinsic::TypeParamDefault,
        Intrinsic::FunctionTypeParams,
    ]
    .iter()
    .any(|&two| two as i64 == id)
}

/// Backward jumps are safepoints, so that every loop can be interrupted: only `loop_*` and `for_next` go back.
fn jump(text: &Text, index: usize) -> Sound {
    let Some(target) = text.target(index) else {
        return Ok(());
    };
    let target = target?;
    let insn = &text.insns[index];
    let name = insn.op.row().name;
    let goes_back = insn.op == Op::for_next || name.starts_with("loop_");
    let offset = text.offsets[index];
    if goes_back != (target <= index) {
        return broken_at(offset, format!("{name} jumps in the wrong direction"));
    }
    if insn.op == Op::for_prepare {
        let loops = &text.insns[target];
        if loops.op != Op::for_next || loops.operands[1] != insn.operands[0] {
            return broken_at(offset, "for_prepare of another loop");
        }
    }
    Ok(())
}
