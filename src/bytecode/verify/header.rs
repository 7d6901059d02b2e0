//! Rules of the code object outside its instructions: counts, names, exception ranges, lines.

use crate::bytecode::code::{CodeData, Constant, Flags};
use crate::bytecode::verify::fault::{Sound, broken};
use crate::bytecode::verify::text::Text;

/// How many registers a frame may have: the wide form's operands are 16 bits.
pub const REGISTERS_MAX: u32 = 1 << 16;

/// Parameters in all.
pub fn params(code: &CodeData) -> u64 {
    let rest = u64::from(code.flags.has(Flags::VARARGS)) + u64::from(code.flags.has(Flags::VARKEYWORDS));
    u64::from(code.positional) + u64::from(code.keyword_only) + rest
}

pub fn check(code: &CodeData, text: &Text) -> Sound {
    counts(code)?;
    cover(code, text)?;
    lines(code, text)
}

fn counts(code: &CodeData) -> Sound {
    if code.registers > REGISTERS_MAX {
        return broken("too many registers");
    }
    if code.positional_only > code.positional {
        return broken("more positional-only than positional parameters");
    }
    if params(code) > code.locals.len() as u64 {
        return broken("more parameters than locals");
    }
    if code.locals.len() > code.registers as usize {
        return broken("more locals than registers");
    }
    let free_end = u64::from(code.free_first) + code.free.len() as u64;
    if !code.free.is_empty() && (free_end > u64::from(code.registers) || (code.free_first as usize) < code.locals.len())
    {
        return broken("free variables are not in registers of their own");
    }
    let mut is_cell = vec![false; code.locals.len()];
    for &cell in &code.cells {
        match is_cell.get_mut(cell as usize) {
            Some(seen) if !*seen => *seen = true,
            Some(_) => return broken("a cell twice"),
            None => return broken("a cell that is no local"),
        }
    }
    if code.has_doc && !matches!(code.constants.first(), Some(Constant::Str(_))) {
        return broken("the docstring is no string");
    }
    Ok(())
}

fn cover(code: &CodeData, text: &Text) -> Sound {
    for range in &code.cover {
        let ends_well = range.end == text.length || text.index_at(i64::from(range.end)).is_some();
        let is_well_formed = range.start < range.end
            && ends_well
            && text.index_at(i64::from(range.start)).is_some()
            && text.index_at(i64::from(range.handler)).is_some();
        if !is_well_formed {
            return broken(format!("exception range {}..{} is ill-formed", range.start, range.end));
        }
        if u32::from(range.register) >= code.registers {
            return broken(format!(
                "the exception of range {}..{} has no register",
                range.start, range.end
            ));
        }
    }
    Ok(())
}

fn lines(code: &CodeData, text: &Text) -> Sound {
    match code.lines.is_sound(text.length) {
        true => Ok(()),
        false => broken("the line table is not sorted"),
    }
}
