//! What registers hold, along every path: no instruction reads a register that was not written before, none takes something
//! for a cell or the state of a loop that is not.
//!
//! The facts are sets of registers. Where paths meet, only what all of them know remains; loops are walked again until
//! nothing changes, which is almost always once.

use crate::bytecode::code::CodeData;
use crate::bytecode::effect::{self, LOOP_STATE, Registers};
use crate::bytecode::insn::Insn;
use crate::bytecode::isa::Op;
use crate::bytecode::shape::NO_PLACE;
use crate::bytecode::verify::fault::{Sound, broken_at};
use crate::bytecode::verify::header;
use crate::bytecode::verify::text::{NONE, Text};

/// The sets, one behind the other in a state.
#[derive(Clone, Copy)]
enum Set {
    /// Holds a value (UNBOUND is one).
    Value,
    /// Holds a cell, which is a value too.
    Cell,
    /// The first register of the state of a loop; not a value.
    LoopFirst,
    /// One of the other registers of such a state.
    LoopRest,
}

const SETS: usize = 4;

struct State {
    words: Vec<u64>,
    /// Words a set.
    width: usize,
}

impl State {
    fn has(&self, set: Set, register: u32) -> bool {
        let word = set as usize * self.width + register as usize / 64;
        self.words[word] >> (register % 64) & 1 == 1
    }

    fn put(&mut self, set: Set, register: u32, on: bool) {
        let word = set as usize * self.width + register as usize / 64;
        let bit = 1 << (register % 64);
        if on {
            self.words[word] |= bit;
        } else {
            self.words[word] &= !bit;
        }
    }

    /// The register now holds an ordinary value. Tells whether it was more than that.
    fn write(&mut self, register: u32) -> bool {
        self.put(Set::Value, register, true);
        let (word, bit) = (register as usize / 64, 1 << (register % 64));
        let mut was_special = 0;
        for set in [Set::Cell, Set::LoopFirst, Set::LoopRest] {
            let word = &mut self.words[set as usize * self.width + word];
            was_special |= *word & bit;
            *word &= !bit;
        }
        was_special != 0
    }

    fn forget_behind(&mut self, register: u32) {
        let word = register as usize / 64;
        let keep = u64::MAX >> (63 - register % 64);
        for set in self.words.chunks_exact_mut(self.width) {
            set[word] &= keep;
            set[word + 1..].fill(0);
        }
    }

    fn is_loop(&self, first: u32) -> bool {
        self.has(Set::LoopFirst, first) && (1..LOOP_STATE).all(|index| self.has(Set::LoopRest, first + index))
    }
}

struct Flow<'t> {
    text: &'t Text,
    state: State,
    /// For what holds on one way only.
    spare: Vec<u64>,
    /// By instruction: its place among the remembered states, if paths meet there.
    slots: Vec<u32>,
    /// By place: whether a path came by.
    reached: Vec<bool>,
    /// What is known where paths meet, one state behind the other.
    meetings: Vec<u64>,
    /// By instruction: the index of its exception range, plus one.
    ranges: Vec<u32>,
    /// The handlers of the ranges.
    handlers: Vec<(usize, u32)>,
    /// Something changed for an instruction that was walked already.
    again: bool,
}

/// Checks all paths through the code.
pub fn check(code: &CodeData, text: &Text) -> Sound {
    let mut flow = Flow::new(code, text);
    loop {
        flow.again = false;
        flow.state.words.fill(0);
        for register in 0..header::params(code) as u32 {
            flow.state.write(register);
        }
        flow.walk()?;
        if !flow.again {
            return Ok(());
        }
    }
}

impl<'t> Flow<'t> {
    fn new(code: &CodeData, text: &'t Text) -> Flow<'t> {
        let count = text.insns.len();
        let width = code.registers as usize / 64 + 1;
        let mut flow = Flow {
            text,
            state: State {
                words: vec![0; SETS * width],
                width,
            },
            spare: vec![0; SETS * width],
            slots: vec![NONE; count],
            reached: Vec::new(),
            meetings: Vec::new(),
            ranges: Vec::new(),
            handlers: Vec::with_capacity(code.cover.len()),
            again: false,
        };
        for &target in text.targets.iter().filter(|&&target| target != NONE) {
            flow.meet_at(target as usize);
        }
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
            flow.meet_at(handler);
            flow.handlers.push((handler, u32::from(range.register)));
        }
        flow.meetings = vec![0; flow.reached.len() * SETS * width];
        flow
    }

    fn meet_at(&mut self, index: usize) {
        if self.slots[index] == NONE {
            self.slots[index] = self.reached.len() as u32;
            self.reached.push(false);
        }
    }

    /// One path to `index` knows the current state.
    fn arrive(&mut self, index: usize, from: usize) {
        let slot = self.slots[index] as usize;
        let size = self.state.words.len();
        let meeting = &mut self.meetings[slot * size..(slot + 1) * size];
        let mut changed = false;
        if std::mem::replace(&mut self.reached[slot], true) {
            for (known, word) in meeting.iter_mut().zip(&self.state.words) {
                changed |= *known & word != *known;
                *known &= word;
            }
        } else {
            meeting.copy_from_slice(&self.state.words);
            changed = true;
        }
        self.again |= changed && index <= from;
    }

    fn walk(&mut self) -> Sound {
        let mut alive = true;
        // The range whose handler has heard of the current state, or 0.
        let mut told = 0;
        let text = self.text;
        for (index, insn) in text.insns.iter().enumerate() {
            let slot = self.slots[index] as usize;
            if slot != NONE as usize {
                if alive && index > 0 {
                    self.arrive(index, index - 1);
                }
                if self.reached[slot] {
                    let size = self.state.words.len();
                    let known = &self.meetings[slot * size..(slot + 1) * size];
                    self.state.words.copy_from_slice(known);
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
        self.spare.copy_from_slice(&self.state.words);
        self.state.write(register);
        self.arrive(index, from);
        std::mem::swap(&mut self.spare, &mut self.state.words);
    }

    /// Checks and follows one instruction. Tells whether something is no longer known.
    fn step(&mut self, insn: &Insn, index: usize) -> Sound<bool> {
        let shape = self.text.shape(insn);
        let target = self.text.targets[index] as usize;
        for place in shape.reads.iter() {
            self.read(Registers::new(insn.operands[place] as u32, 1), insn, index)?;
        }
        let mut lost = false;
        if shape.window != NO_PLACE || matches!(insn.op, Op::copy | Op::make_cell) {
            if insn.op == Op::for_next {
                self.next_item(insn, index)?;
                return Ok(true);
            }
            lost = self.window(insn, index)?;
        } else {
            self.cell(insn, index)?;
            for place in shape.writes.iter() {
                lost |= self.state.write(insn.operands[place] as u32);
            }
        }
        if target != NONE as usize {
            self.arrive(target, index);
        }
        Ok(lost)
    }

    fn read(&self, registers: Registers, insn: &Insn, index: usize) -> Sound {
        for register in registers.first..registers.first + registers.count {
            if !self.state.has(Set::Value, register) {
                let name = insn.op.row().name;
                let problem = format!("{name} reads register {register}, which may hold nothing");
                return broken_at(self.text.offsets[index], problem);
            }
        }
        Ok(())
    }

    /// Instructions of cells get cells.
    fn cell(&self, insn: &Insn, index: usize) -> Sound {
        let place = match insn.op {
            Op::load_cell => 1,
            Op::store_cell | Op::delete_cell => 0,
            Op::load_dict_or_cell => 2,
            _ => return Ok(()),
        };
        let cell = insn.operands[place] as u32;
        if self.state.has(Set::Cell, cell) {
            return Ok(());
        }
        broken_at(self.text.offsets[index], format!("register {cell} may hold no cell"))
    }

    /// `for_next`: only the way back into the loop has a new item.
    fn next_item(&mut self, insn: &Insn, index: usize) -> Sound {
        let first = insn.operands[1] as u32;
        if !self.state.is_loop(first) {
            let problem = format!("registers from {first} are not the state of a loop");
            return broken_at(self.text.offsets[index], problem);
        }
        self.state.forget_behind(first + LOOP_STATE - 1);
        self.arrive_writing(insn.operands[0] as u32, self.text.targets[index] as usize, index);
        Ok(())
    }

    /// Instructions with windows, and those that keep or make cells.
    fn window(&mut self, insn: &Insn, index: usize) -> Sound<bool> {
        let effect = effect::effect(insn);
        for registers in effect.reads {
            self.read(registers, insn, index)?;
        }
        let is_cell = match insn.op {
            Op::copy => self.state.has(Set::Cell, insn.operands[1] as u32),
            Op::make_cell | Op::copy_free => true,
            _ => false,
        };
        let mut lost = false;
        if let Some(window) = effect.lost_behind {
            self.state.forget_behind(window);
            lost = true;
        }
        for Registers { first, count } in effect.writes {
            for register in first..first + count {
                lost |= self.state.write(register);
                self.state.put(Set::Cell, register, is_cell);
            }
        }
        if insn.op == Op::for_prepare {
            let first = insn.operands[0] as u32;
            for register in first..first + LOOP_STATE {
                self.state.put(Set::Value, register, false);
                let set = if register == first {
                    Set::LoopFirst
                } else {
                    Set::LoopRest
                };
                self.state.put(set, register, true);
            }
            lost = true;
        }
        Ok(lost)
    }
}
