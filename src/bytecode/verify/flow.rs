//! What registers hold, along every path: no instruction reads a register that was not written before, none takes something
//! for a cell or the state of a loop that is not, and no window goes beyond the registers.
//!
//! The facts are sets of registers. Where paths meet, only what all of them know remains; loops are walked again until
//! nothing changes, which is almost always once.

use crate::bytecode::code::CodeData;
use crate::bytecode::effect::{self, LOOP_STATE, Registers};
use crate::bytecode::isa::Op;
use crate::bytecode::shape::NO_PLACE;
use crate::bytecode::verify::facts::{Facts, Many, Set, Small};
use crate::bytecode::verify::fault::{Sound, broken_at};
use crate::bytecode::verify::header;
use crate::bytecode::verify::text::{Insn, NONE, Text};

struct Flow<'t, F> {
    text: &'t Text,
    registers: u32,
    state: F,
    /// What is known where paths meet; nothing before the first path came by.
    meetings: Vec<Option<F>>,
    /// By instruction: the index of its exception range, plus one. Empty if there are no ranges.
    ranges: Vec<u32>,
    /// The handlers of the ranges.
    handlers: Vec<(usize, u32)>,
    /// Something changed for an instruction that was walked already.
    again: bool,
}

/// Checks all paths through the code.
pub fn check(code: &CodeData, text: &mut Text) -> Sound {
    let meetings = meetings(code, text);
    if code.registers < 64 {
        all_paths::<Small>(code, text, meetings)
    } else {
        all_paths::<Many>(code, text, meetings)
    }
}

/// Numbers the places where paths meet: what is jumped to, and the handlers of ranges. Answers how many there are.
fn meetings(code: &CodeData, text: &mut Text) -> usize {
    let mut count = 0;
    let mut meet_at = |insn: &mut Insn| {
        if insn.meeting == NONE {
            insn.meeting = count;
            count += 1;
        }
    };
    for index in 0..text.jumps.len() {
        let target = text.insns[text.jumps[index] as usize].target;
        meet_at(&mut text.insns[target as usize]);
    }
    for range in &code.cover {
        let handler = text.index_at(i64::from(range.handler)).unwrap_or(0);
        meet_at(&mut text.insns[handler]);
    }
    count as usize
}

fn all_paths<F: Facts>(code: &CodeData, text: &Text, meetings: usize) -> Sound {
    let mut flow = Flow {
        text,
        registers: code.registers,
        state: F::nothing(code.registers),
        meetings: vec![None; meetings],
        ranges: Vec::new(),
        handlers: Vec::with_capacity(code.cover.len()),
        again: false,
    };
    let count = text.insns.len();
    if !code.cover.is_empty() {
        flow.ranges = vec![0; count];
    }
    // The innermost of several ranges stands first, and so is painted last.
    for (number, range) in code.cover.iter().enumerate().rev() {
        let at = |offset: u32| text.index_at(i64::from(offset)).unwrap_or(count);
        flow.ranges[at(range.start)..at(range.end)].fill(number as u32 + 1);
    }
    for range in &code.cover {
        let handler = text.index_at(i64::from(range.handler)).unwrap_or(0);
        flow.handlers.push((handler, u32::from(range.register)));
    }
    loop {
        flow.again = false;
        flow.state = F::nothing(code.registers);
        for register in 0..header::params(code) as u32 {
            flow.state.write(register);
        }
        flow.walk()?;
        if !flow.again {
            return Ok(());
        }
    }
}

impl<F: Facts> Flow<'_, F> {
    /// One path to `index` knows the current state.
    fn arrive(&mut self, index: usize, from: usize) {
        let meeting = &mut self.meetings[self.text.insns[index].meeting as usize];
        let changed = match meeting {
            Some(known) => known.meet(&self.state),
            None => {
                *meeting = Some(self.state.clone());
                true
            }
        };
        self.again |= changed && index <= from;
    }

    fn walk(&mut self) -> Sound {
        let mut alive = true;
        // The range whose handler has heard of the current state, or 0.
        let mut told = 0;
        let text = self.text;
        for (index, insn) in text.insns.iter().enumerate() {
            if insn.meeting != NONE {
                if alive && index > 0 {
                    self.arrive(index, index - 1);
                }
                if let Some(known) = &self.meetings[insn.meeting as usize] {
                    self.state.clone_from(known);
                    alive = true;
                }
                told = 0;
            }
            if !alive {
                continue;
            }
            let range = self.ranges.get(index).copied().unwrap_or(0);
            if range != told {
                told = range;
                self.tell_handler(range, index);
            }
            if self.step(insn, index)? {
                // What is lost is so for the handler of an exception that comes from within, too.
                self.tell_handler(range, index);
                told = 0;
            }
            alive = !insn.op.ends_block();
        }
        Ok(())
    }

    fn tell_handler(&mut self, range: u32, index: usize) {
        if range == 0 {
            return;
        }
        let (handler, register) = self.handlers[range as usize - 1];
        self.arrive_writing(register, handler, index);
    }

    /// As `arrive`, where only that path has a value in `register`.
    fn arrive_writing(&mut self, register: u32, index: usize, from: usize) {
        let before = self.state.clone();
        self.state.write(register);
        self.arrive(index, from);
        self.state = before;
    }

    /// Checks and follows one instruction. Tells whether something is no longer known.
    #[inline]
    fn step(&mut self, insn: &Insn, index: usize) -> Sound<bool> {
        let shape = self.text.shape(insn);
        for place in shape.reads.iter() {
            let register = insn.operands[place];
            if !self.state.has(Set::Value, register) {
                return unwritten(insn, register);
            }
        }
        let mut lost = false;
        if shape.window != NO_PLACE {
            if insn.op == Op::for_next {
                self.next_item(insn, index)?;
                return Ok(true);
            }
            lost = self.window(insn)?;
        } else if insn.op == Op::copy {
            let is_cell = self.state.has(Set::Cell, insn.operands[1]);
            lost = self.state.write(insn.operands[0]);
            self.state.put(Set::Cell, insn.operands[0], is_cell);
        } else if insn.op == Op::make_cell {
            lost = self.state.write(insn.operands[0]);
            self.state.put(Set::Cell, insn.operands[0], true);
        } else {
            self.cell(insn)?;
            for place in shape.writes.iter() {
                lost |= self.state.write(insn.operands[place]);
            }
        }
        if insn.target != NONE {
            self.arrive(insn.target as usize, index);
        }
        Ok(lost)
    }

    /// Instructions of cells get cells.
    #[inline]
    fn cell(&self, insn: &Insn) -> Sound {
        let place = match insn.op {
            Op::load_cell => 1,
            Op::store_cell | Op::delete_cell => 0,
            Op::load_dict_or_cell => 2,
            _ => return Ok(()),
        };
        let cell = insn.operands[place];
        if self.state.has(Set::Cell, cell) {
            return Ok(());
        }
        broken_at(insn.offset, format!("register {cell} may hold no cell"))
    }

    /// `for_next`: only the way back into the loop has a new item.
    fn next_item(&mut self, insn: &Insn, index: usize) -> Sound {
        let first = insn.operands[1];
        self.within(insn, Registers::new(first, LOOP_STATE))?;
        let is_loop = self.state.has(Set::LoopFirst, first)
            && (1..LOOP_STATE).all(|index| self.state.has(Set::LoopRest, first + index));
        if !is_loop {
            let problem = format!("registers from {first} are not the state of a loop");
            return broken_at(insn.offset, problem);
        }
        self.state.forget_behind(first + LOOP_STATE - 1);
        self.arrive_writing(insn.operands[0], insn.target as usize, index);
        Ok(())
    }

    fn within(&self, insn: &Insn, registers: Registers) -> Sound {
        if registers.end() <= u64::from(self.registers) {
            return Ok(());
        }
        broken_at(insn.offset, format!("{} goes beyond the registers", insn.op.row().name))
    }

    /// Two copies; the second does not read what the first wrote.
    fn copy2(&mut self, insn: &Insn) -> Sound<bool> {
        let first = insn.operands[0];
        self.within(insn, Registers::new(first, 2))?;
        let mut lost = false;
        for (register, source) in [(first, insn.operands[1]), (first + 1, insn.operands[2])] {
            let is_cell = self.state.has(Set::Cell, source);
            lost |= self.state.write(register);
            self.state.put(Set::Cell, register, is_cell);
        }
        Ok(lost)
    }

    /// Instructions with windows.
    fn window(&mut self, insn: &Insn) -> Sound<bool> {
        if insn.op == Op::copy2 {
            return self.copy2(insn);
        }
        let mut effect = effect::window(insn.op, &insn.operands);
        for place in self.text.shape(insn).writes.iter() {
            effect.write(insn.operands[place], 1);
        }
        for registers in effect.reads.into_iter().filter(|registers| registers.count > 0) {
            self.within(insn, registers)?;
            if let Some(register) = self.state.first_unwritten(registers) {
                return unwritten(insn, register);
            }
        }
        let is_cell = insn.op == Op::copy_free;
        let mut lost = false;
        if let Some(window) = effect.lost_behind {
            self.within(insn, Registers::new(window, 1))?;
            self.state.forget_behind(window);
            lost = true;
        }
        for registers in effect.writes {
            self.within(insn, registers)?;
            for register in registers.first..registers.first + registers.count {
                lost |= self.state.write(register);
                if is_cell {
                    self.state.put(Set::Cell, register, true);
                }
            }
        }
        if insn.op == Op::for_prepare {
            self.state.begin_loop(insn.operands[0]);
            lost = true;
        }
        Ok(lost)
    }
}

#[cold]
fn unwritten<T>(insn: &Insn, register: u32) -> Sound<T> {
    let name = insn.op.row().name;
    broken_at(
        insn.offset,
        format!("{name} reads register {register}, which may hold nothing"),
    )
}
